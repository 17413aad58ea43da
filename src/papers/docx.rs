//! A text of Office Open XML (ISO/IEC 29500): a ZIP of parts, of which one is the text.

use std::fs::File;
use std::io::{BufReader, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use super::{NotPaper, TEXT_BYTES_MAX};

/// Parts at most: a report with pictures has some hundred.
const PARTS_MAX: usize = 5_000;
/// The part that is the text.
const TEXT: &str = "word/document.xml";
/// What every such file has.
const TYPES: &str = "[Content_Types].xml";

/// The text, a line for each paragraph. Only that part is unpacked, and of it no more than may be.
///
/// # Errors
/// If it is no such file, damaged, or too large.
pub(super) fn text(file: &File) -> Result<String, NotPaper> {
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|fault| not_read(&fault))?;
    if archive.len() > PARTS_MAX {
        return Err(NotPaper::TooMuch);
    }
    if archive.index_for_name(TYPES).is_none() {
        return Err(NotPaper::OtherKind);
    }
    if archive.index_for_name(TEXT).is_none() {
        return Err(NotPaper::OtherKind);
    }
    let part = archive.by_name(TEXT).map_err(|fault| not_read(&fault))?;
    let mut xml = Vec::new();
    part.take(TEXT_BYTES_MAX + 1).read_to_end(&mut xml).map_err(|_| NotPaper::Damaged)?;
    if xml.len() as u64 > TEXT_BYTES_MAX {
        return Err(NotPaper::TooMuch);
    }
    let xml = String::from_utf8(xml).map_err(|_| NotPaper::Damaged)?;
    words(&xml)
}

fn not_read(fault: &ZipError) -> NotPaper {
    tracing::debug!(%fault, "a file that was given is not read");
    NotPaper::Damaged
}

/// What stands in the runs of the text. What was deleted with changes being tracked does not stand there.
fn words(xml: &str) -> Result<String, NotPaper> {
    let mut reader = Reader::from_str(xml);
    let (mut text, mut in_run) = (String::new(), false);
    loop {
        match reader.read_event().map_err(|_| NotPaper::Damaged)? {
            Event::Start(tag) => in_run = tag.name().as_ref() == "w:t",
            Event::End(tag) => {
                in_run = false;
                if tag.name().as_ref() == "w:p" {
                    text.push('\n');
                }
            }
            Event::Empty(tag) => match tag.name().as_ref() {
                "w:tab" => text.push('\t'),
                "w:br" | "w:cr" => text.push('\n'),
                _ => {}
            },
            Event::Text(run) if in_run => {
                text.push_str(&run);
            }
            Event::GeneralRef(name) if in_run => text.push_str(&named(&name).ok_or(NotPaper::Damaged)?),
            // Types of one's own could name files, or grow without end.
            Event::DocType(_) => return Err(NotPaper::Damaged),
            Event::Eof => return Ok(text),
            Event::Text(_)
            | Event::GeneralRef(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_) => {}
        }
    }
}

/// What a reference stands for: one of the five of XML, or a character by its number.
fn named(reference: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Some(character.to_string());
    }
    let known = match reference.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    };
    Some(known.to_owned())
}
