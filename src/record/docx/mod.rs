//! WordprocessingML (ECMA-376, transitional): the package, whose parts are fixed but for the text, its numbering, and what stands
//! on top of and below each page.
//!
//! What a reader of Arabic relies on is on every paragraph, run and table, and left to no style: `bidi`, `rtl` with the font and
//! sizes of complex scripts, `bidiVisual`. Word heeds no other (LibreOffice does, so it shows no fault here).

mod body;
mod parts;

use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::RecordFault;
use super::model::Document;
use super::runs::plain;
use super::xml::Xml;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Writes a document.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, RecordFault> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut part = |name: &str, bytes: &[u8]| -> Result<(), RecordFault> {
        package.start_file(name, deflated)?;
        Ok(package.write_all(bytes)?)
    };
    part("[Content_Types].xml", parts::CONTENT_TYPES.as_bytes())?;
    part("_rels/.rels", parts::PACKAGE_RELATIONS.as_bytes())?;
    part("docProps/core.xml", &core(document)?)?;
    part("docProps/app.xml", parts::APP.as_bytes())?;
    part("word/_rels/document.xml.rels", parts::RELATIONS.as_bytes())?;
    part("word/document.xml", &body::document(document)?)?;
    part("word/styles.xml", parts::STYLES.as_bytes())?;
    part("word/numbering.xml", &numbering(document)?)?;
    part("word/settings.xml", parts::SETTINGS.as_bytes())?;
    part("word/fontTable.xml", parts::FONTS.as_bytes())?;
    part("word/theme/theme1.xml", parts::THEME.as_bytes())?;
    part("word/header1.xml", &body::header(document)?)?;
    part("word/footer1.xml", &body::footer(document)?)?;
    Ok(package.finish()?.into_inner())
}

/// What the document is, for whoever lists files.
fn core(document: &Document) -> io::Result<Vec<u8>> {
    let mut xml = Xml::begin()?;
    let names = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.element("cp:coreProperties", &names, |xml| {
        xml.text_in("dc:title", &[], &plain(&document.title))?;
        xml.text_in("dc:creator", &[], "Plenary")?;
        xml.text_in("dc:language", &[], document.locale.tag())
    })?;
    Ok(xml.finish())
}

/// One list, which begins with the number of the first paragraph.
fn numbering(document: &Document) -> io::Result<Vec<u8>> {
    let first = document.numbered().next().map_or(1, |(number, _)| number).to_string();
    let mut xml = Xml::begin()?;
    xml.element("w:numbering", &[("xmlns:w", W)], |xml| {
        xml.element("w:abstractNum", &[("w:abstractNumId", "0")], |xml| {
            xml.empty("w:multiLevelType", &[("w:val", "singleLevel")])?;
            xml.element("w:lvl", &[("w:ilvl", "0")], |xml| {
                xml.empty("w:start", &[("w:val", &first)])?;
                xml.empty("w:numFmt", &[("w:val", "decimal")])?;
                xml.empty("w:lvlText", &[("w:val", &document.sign("%1"))])?;
                // In a paragraph from right to left this is its right.
                xml.element("w:pPr", &[], |xml| {
                    xml.empty("w:ind", &[("w:left", "680"), ("w:hanging", "680")])
                })
            })
        })?;
        xml.element("w:num", &[("w:numId", "1")], |xml| xml.empty("w:abstractNumId", &[("w:val", "0")]))
    })?;
    Ok(xml.finish())
}
