//! Akoma Ntoso 3.0 (OASIS LegalDocML): `debate` for the log of a meeting, `debateReport` for the report, `statement` for the outcome
//! document. Ids follow its naming convention: an element's short name and its number, after its parent's and two underscores.

mod debate;
mod main_body;

use std::io;

use super::RecordFault;
use super::model::{Document, Kind};
use super::runs::{Run, is_rtl, plain};
use super::xml::Xml;
use crate::words::Locale;

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// Writes a document.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, RecordFault> {
    let mut xml = Xml::begin()?;
    let class = class(document.kind);
    xml.element("akomaNtoso", &[("xmlns", NAMESPACE)], |xml| {
        xml.element(class, &[("name", document.kind.name())], |xml| {
            xml.element("meta", &[], |xml| meta(document, xml))?;
            xml.element("preface", &[], |xml| {
                xml.text_in("p", &[("eId", "p_1")], &plain(&document.title))?;
                for (at, line) in document.head.iter().enumerate() {
                    xml.text_in("p", &[("eId", &format!("p_{}", at + 2))], &plain(line))?;
                }
                Ok(())
            })?;
            match document.kind {
                Kind::Log => debate::write(document, xml),
                Kind::Speakers
                | Kind::Attendance
                | Kind::Chat
                | Kind::Report
                | Kind::Participants
                | Kind::KeyMessages
                | Kind::Outcome => main_body::write(document, xml),
            }
        })
    })?;
    Ok(xml.finish())
}

/// The class of document.
fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Log => "debate",
        Kind::Outcome => "statement",
        Kind::Speakers
        | Kind::Attendance
        | Kind::Chat
        | Kind::Report
        | Kind::Participants
        | Kind::KeyMessages => "debateReport",
    }
}

/// A language by three letters (ISO 639-2), as names of expressions have it.
fn language(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "eng",
        Locale::Fr => "fra",
        Locale::Ar => "ara",
    }
}

/// What the document is, and who speaks in it.
fn meta(document: &Document, xml: &mut Xml) -> io::Result<()> {
    let class = class(document.kind);
    let work = format!("/akn/un/{class}/{}/{}/{}", document.date, document.of, document.kind.name());
    let expression = format!("{work}/{}@{}", language(document.locale), document.date);
    let level = |xml: &mut Xml, name: &str, uri: &str, more: &[(&str, &str, &str)]| {
        xml.element(name, &[], |xml| {
            xml.empty("FRBRthis", &[("value", &format!("{uri}/!main"))])?;
            xml.empty("FRBRuri", &[("value", uri)])?;
            xml.empty("FRBRdate", &[("date", &document.date), ("name", "held")])?;
            xml.empty("FRBRauthor", &[("href", "#plenary")])?;
            more.iter().try_for_each(|(name, key, value)| xml.empty(name, &[(key, value)]))
        })
    };
    xml.element("identification", &[("source", "#plenary")], |xml| {
        level(xml, "FRBRWork", &work, &[("FRBRcountry", "value", "un")])?;
        let told = [("FRBRlanguage", "language", language(document.locale))];
        level(xml, "FRBRExpression", &expression, &told)?;
        level(xml, "FRBRManifestation", &format!("{expression}.akn"), &[])
    })?;
    xml.element("references", &[("source", "#plenary")], |xml| {
        let reference = |xml: &mut Xml, name: &str, id: &str, href: &str, shown: &str| {
            xml.empty(name, &[("eId", id), ("href", href), ("showAs", shown)])
        };
        reference(xml, "TLCOrganization", "plenary", "/akn/ontology/organization/un/plenary", "Plenary")?;
        for (id, name) in &document.voices.delegations {
            let (eid, href) = (delegation(id.as_str()), format!("/akn/ontology/organization/un/{id}"));
            reference(xml, "TLCOrganization", &eid, &href, name)?;
        }
        for (id, name) in &document.voices.people {
            let (eid, href) = (person(id.as_str()), format!("/akn/ontology/person/un/{id}"));
            reference(xml, "TLCPerson", &eid, &href, name)?;
        }
        Ok(())
    })
}

fn person(id: &str) -> String {
    format!("person-{id}")
}

fn delegation(id: &str) -> String {
    format!("delegation-{id}")
}

/// The text of runs. Names that stand out do so here; what is of another language says which.
fn text(document: &Document, runs: &[Run], xml: &mut Xml) -> io::Result<()> {
    for run in runs {
        let language = run.language.as_deref().filter(|language| *language != document.locale.tag());
        match (run.strong, language) {
            (false, None) if run.rtl == is_rtl(document.locale) => xml.text(&run.text)?,
            (true, None) => xml.text_in("b", &[], &run.text)?,
            (true, Some(language)) => xml.text_in("b", &[("xml:lang", language)], &run.text)?,
            (false, None) => xml.text_in("span", &[], &run.text)?,
            (false, Some(language)) => xml.text_in("span", &[("xml:lang", language)], &run.text)?,
        }
    }
    Ok(())
}
