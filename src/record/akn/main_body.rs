//! The report and the outcome document: sections below their headings, a `paragraph` for each numbered one, and a container for what
//! has no number.

use std::io;

use super::text;
use crate::record::model::{Block, Document, Paragraph, Set, Table};
use crate::record::runs::plain;
use crate::record::xml::{Attribute, Xml};

/// A body that is being written: the sections that are open, with the numbers given out in each for sections and for others.
struct Body<'a> {
    document: &'a Document,
    open: Vec<Open>,
    sections: usize,
    texts: usize,
}

struct Open {
    level: u8,
    id: String,
    sections: usize,
    texts: usize,
}

/// Writes the body.
pub(super) fn write(document: &Document, xml: &mut Xml) -> io::Result<()> {
    let mut body = Body { document, open: Vec::new(), sections: 0, texts: 0 };
    xml.element("mainBody", &[], |xml| {
        for block in &document.blocks {
            match block {
                Block::Heading(heading) => {
                    body.close_to(heading.level, xml)?;
                    body.section(heading.level, &plain(&heading.runs), xml)?;
                }
                Block::Paragraph(paragraph) => body.paragraph(paragraph, xml)?,
                Block::Table(table) => body.table(table, xml)?,
            }
        }
        body.close_to(0, xml)
    })
}

impl Body<'_> {
    fn close_to(&mut self, level: u8, xml: &mut Xml) -> io::Result<()> {
        while self.open.last().is_some_and(|open| open.level >= level) {
            self.open.pop();
            xml.close("section")?;
        }
        Ok(())
    }

    fn section(&mut self, level: u8, heading: &str, xml: &mut Xml) -> io::Result<()> {
        let id = match self.open.last_mut() {
            Some(open) => {
                open.sections += 1;
                format!("{}__sec_{}", open.id, open.sections)
            }
            None => {
                self.sections += 1;
                format!("sec_{}", self.sections)
            }
        };
        xml.open("section", &[("eId", &id)])?;
        xml.text_in("heading", &[], heading)?;
        self.open.push(Open { level, id, sections: 0, texts: 0 });
        Ok(())
    }

    /// The id of what has no number, or no number that tells it from others.
    fn next(&mut self, element: &str) -> String {
        match self.open.last_mut() {
            Some(open) => {
                open.texts += 1;
                format!("{}__{element}_{}", open.id, open.texts)
            }
            None => {
                self.texts += 1;
                format!("{element}_{}", self.texts)
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, xml: &mut Xml) -> io::Result<()> {
        let (element, id) = match paragraph.number {
            Some(_) => ("paragraph", self.next("para")),
            None => ("hcontainer", self.next("hcontainer")),
        };
        let name = match paragraph.set {
            Set::Text => "text",
            Set::Subparagraph => "subparagraph",
            Set::Note => "note",
            Set::Statement => "statement",
        };
        let mut attributes: Vec<Attribute<'_>> = vec![("eId", &id)];
        if paragraph.number.is_none() {
            attributes.push(("name", name));
        }
        let (content, p) = (format!("{id}__content_1"), format!("{id}__content_1__p_1"));
        xml.element(element, &attributes, |xml| {
            if let Some(number) = paragraph.number {
                xml.text_in("num", &[], &self.document.sign(number))?;
            }
            xml.element("content", &[("eId", &content)], |xml| {
                xml.element("p", &[("eId", &p)], |xml| text(self.document, &paragraph.runs, xml))
            })
        })
    }

    fn table(&mut self, table: &Table, xml: &mut Xml) -> io::Result<()> {
        let id = self.next("hcontainer");
        let content = format!("{id}__content_1");
        let shown: Vec<usize> = (0..table.columns.len())
            .filter(|at| table.columns.get(*at).is_some_and(|column| column.is_shown()))
            .collect();
        xml.element("hcontainer", &[("eId", &id), ("name", "table")], |xml| {
            xml.element("content", &[("eId", &content)], |xml| {
                xml.element("table", &[("eId", &format!("{content}__table_1"))], |xml| {
                    xml.text_in("caption", &[], &plain(&table.caption))?;
                    xml.element("tr", &[], |xml| {
                        let heads = shown.iter().filter_map(|at| table.columns.get(*at));
                        heads.into_iter().try_for_each(|column| {
                            xml.element("th", &[], |xml| xml.text_in("p", &[], &column.title))
                        })
                    })?;
                    table.rows.iter().try_for_each(|row| {
                        xml.element("tr", &[], |xml| {
                            shown.iter().filter_map(|at| row.get(*at)).try_for_each(|cell| {
                                xml.element("td", &[], |xml| {
                                    xml.element("p", &[], |xml| text(self.document, &cell.runs, xml))
                                })
                            })
                        })
                    })
                })
            })
        })
    }
}
