//! The log of a meeting as a debate: a section for each heading, a `speech` for each statement, a `narrative` for each other fact.
//! Nothing stands straight in the body, which the schema forbids.

use std::io;

use super::{delegation, person, text};
use crate::record::model::{Block, Document, Paragraph, Set, Speech};
use crate::record::runs::plain;
use crate::record::xml::{Attribute, Xml};

/// A body that is being written: the ids of the sections that are open, and the numbers given out below each.
struct Body<'a> {
    document: &'a Document,
    open: Vec<(u8, String, usize)>,
    sections: usize,
    /// The speech that is open, with the paragraphs in it.
    speech: Option<(String, usize)>,
}

/// Writes the body.
pub(super) fn write(document: &Document, xml: &mut Xml) -> io::Result<()> {
    let mut body = Body { document, open: Vec::new(), sections: 0, speech: None };
    xml.element("debateBody", &[], |xml| {
        for block in &document.blocks {
            match block {
                Block::Heading(heading) => {
                    body.close_to(heading.level, xml)?;
                    body.section(heading.level, Some(&plain(&heading.runs)), xml)?;
                }
                Block::Paragraph(paragraph) => body.paragraph(paragraph, xml)?,
                // The log has none.
                Block::Table(_) => {}
            }
        }
        if body.sections == 0 {
            body.section(1, None, xml)?;
        }
        body.close_to(0, xml)
    })
}

impl Body<'_> {
    /// Closes the speech and the sections of this level and below.
    fn close_to(&mut self, level: u8, xml: &mut Xml) -> io::Result<()> {
        self.end_speech(xml)?;
        while self.open.last().is_some_and(|(open, _, _)| *open >= level) {
            self.open.pop();
            xml.close("debateSection")?;
        }
        Ok(())
    }

    fn section(&mut self, level: u8, heading: Option<&str>, xml: &mut Xml) -> io::Result<()> {
        let id = if self.open.is_empty() {
            self.sections += 1;
            format!("dbsect_{}", self.sections)
        } else {
            self.next("dbsect")
        };
        let name = if level == 1 { "day" } else { "part" };
        xml.open("debateSection", &[("eId", &id), ("name", name)])?;
        if let Some(heading) = heading {
            xml.text_in("heading", &[], heading)?;
        }
        self.open.push((level, id, 0));
        Ok(())
    }

    /// The next id below the section that is open.
    fn next(&mut self, element: &str) -> String {
        match self.open.last_mut() {
            Some((_, id, count)) => {
                *count += 1;
                format!("{id}__{element}_{count}")
            }
            None => format!("{element}_1"),
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, xml: &mut Xml) -> io::Result<()> {
        if self.open.is_empty() {
            self.section(1, None, xml)?;
        }
        if paragraph.number.is_some() {
            self.end_speech(xml)?;
            return match &paragraph.speech {
                Some(speech) => self.begin_speech(paragraph, speech, xml),
                None => self.narrative(paragraph, xml),
            };
        }
        let id = match &mut self.speech {
            Some((speech, count)) => {
                *count += 1;
                format!("{speech}__p_{count}")
            }
            None => self.next("p"),
        };
        let language = paragraph.runs.first().and_then(|run| run.language.as_deref());
        let language = language.filter(|_| paragraph.set == Set::Statement);
        let mut attributes: Vec<Attribute<'_>> = vec![("eId", &id)];
        attributes.extend(language.map(|language| ("xml:lang", language)));
        xml.text_in("p", &attributes, &plain(&paragraph.runs))
    }

    fn narrative(&mut self, paragraph: &Paragraph, xml: &mut Xml) -> io::Result<()> {
        let id = self.next("narrative");
        xml.element("narrative", &[("eId", &id)], |xml| {
            if let Some(at) = &paragraph.at {
                xml.text_in("recordedTime", &[("time", &at.data)], &at.words)?;
                xml.text(" ")?;
            }
            text(self.document, &paragraph.runs, xml)
        })
    }

    /// Begins a speech; the text that was handed in for it may follow.
    fn begin_speech(&mut self, paragraph: &Paragraph, speech: &Speech, xml: &mut Xml) -> io::Result<()> {
        let id = self.next("speech");
        let by = match (&speech.person, &speech.delegation) {
            (Some(id), _) => person(id.as_str()),
            (None, Some(id)) => delegation(id.as_str()),
            (None, None) => "plenary".to_owned(),
        };
        let by = format!("#{by}");
        let mut attributes: Vec<Attribute<'_>> = vec![("eId", &id), ("by", &by)];
        attributes.extend(paragraph.at.as_ref().map(|at| ("startTime", at.data.as_str())));
        attributes.extend(speech.ended.as_ref().map(|ended| ("endTime", ended.as_str())));
        xml.open("speech", &attributes)?;
        if let Some(number) = paragraph.number {
            xml.text_in("num", &[], &number.to_string())?;
        }
        xml.text_in("from", &[], &self.name(speech))?;
        xml.element("p", &[("eId", &format!("{id}__p_1"))], |xml| text(self.document, &paragraph.runs, xml))?;
        self.speech = Some((id, 1));
        Ok(())
    }

    fn end_speech(&mut self, xml: &mut Xml) -> io::Result<()> {
        if self.speech.take().is_some() { xml.close("speech") } else { Ok(()) }
    }

    /// Who speaks, in words: "Ms. X (Country)".
    fn name(&self, speech: &Speech) -> String {
        let voices = &self.document.voices;
        let person = voices.people.iter().find(|(id, _)| Some(id) == speech.person.as_ref());
        let seat = voices.delegations.iter().find(|(id, _)| Some(id) == speech.delegation.as_ref());
        match (person, seat) {
            (Some((_, person)), Some((_, seat))) => format!("{person} ({seat})"),
            (Some((_, name)), None) | (None, Some((_, name))) => name.clone(),
            (None, None) => String::new(),
        }
    }
}
