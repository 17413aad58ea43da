//! What Word needs, checked on the XML: programs that show a document hide that it is missing.

use std::io::{Cursor, Read as _};

use plenary::record::{Document, Format, Kind};
use plenary::words::Locale;
use zip::ZipArchive;

use crate::held::held;
use crate::xml::Element;

/// A part of a document's package.
pub fn part(bytes: &[u8], name: &str) -> Element {
    let mut package = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    Element::read(&text)
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064a}' | '\u{0671}'..='\u{06d3}')
}

fn looked_at(document: &Document) -> (usize, usize, usize) {
    let bytes = document.write(Format::Docx).unwrap();
    let is_arabic_document = document.locale == Locale::Ar;
    let (mut paragraphs, mut runs, mut tables) = (0, 0, 0);
    for name in ["word/document.xml", "word/header1.xml", "word/footer1.xml"] {
        let root = part(&bytes, name);
        for paragraph in root.all("w:p") {
            let properties = paragraph.child("w:pPr").unwrap();
            let bidi = properties.child("w:bidi").is_some();
            let letters: String = paragraph.text_of("w:t").chars().filter(|c| c.is_alphabetic()).collect();
            let all_arabic = !letters.is_empty() && letters.chars().all(is_arabic);
            let style = properties.child("w:pStyle").unwrap().get("w:val").unwrap();
            if all_arabic || (is_arabic_document && style != "Statement") {
                assert!(bidi, "{name}: a paragraph of Arabic without bidi: {}", paragraph.text_of("w:t"));
                paragraphs += 1;
            }
            if !is_arabic_document && !letters.is_empty() && !letters.chars().any(is_arabic) {
                assert!(!bidi, "{name}: a paragraph without Arabic is bidi: {}", paragraph.text_of("w:t"));
            }
        }
        for run in root.all("w:r") {
            let properties = run.child("w:rPr").unwrap();
            let text = run.text_of("w:t");
            let rtl = properties.child("w:rtl").is_some();
            let fonts = properties.child("w:rFonts").unwrap();
            assert!(fonts.get("w:cs").is_some() && fonts.get("w:ascii").is_some(), "{text}");
            let size =
                |name: &str| properties.child(name).unwrap().get("w:val").unwrap().parse::<u32>().unwrap();
            assert!(size("w:szCs") >= size("w:sz"), "{text}");
            assert_eq!(properties.child("w:b").is_some(), properties.child("w:bCs").is_some(), "{text}");
            if text.chars().any(is_arabic) {
                assert!(rtl, "Arabic that is not rtl: {text}");
                runs += 1;
            } else if text.chars().any(char::is_alphabetic) {
                assert!(!rtl, "rtl without Arabic: {text}");
            }
            assert!(!text.contains(['\u{200e}', '\u{200f}', '\u{2068}', '\u{2069}']), "marks in {text:?}");
        }
        for table in root.all("w:tbl") {
            let properties = table.child("w:tblPr").unwrap();
            assert_eq!(properties.child("w:bidiVisual").is_some(), is_arabic_document);
            tables += 1;
        }
        root.each(&mut |element| {
            assert_ne!(element.name, "w:tblInd");
            if element.name == "w:jc" {
                assert!(!["left", "right"].contains(&element.get("w:val").unwrap()));
            }
        });
    }
    (paragraphs, runs, tables)
}

#[test]
fn arabic_is_told_to_word_on_every_paragraph_run_and_table() {
    let (mut paragraphs, mut runs, mut tables) = (0, 0, 0);
    for document in held().documents(Locale::Ar) {
        let found = looked_at(&document);
        (paragraphs, runs, tables) = (paragraphs + found.0, runs + found.1, tables + found.2);
    }
    assert!(paragraphs > 1_000 && runs > 3_000 && tables > 30, "{paragraphs}, {runs}, {tables}");
}

#[test]
fn what_is_from_left_to_right_is_not_turned_round() {
    for locale in [Locale::En, Locale::Fr] {
        for document in held().documents(locale) {
            looked_at(&document);
        }
    }
}

#[test]
fn numbers_stand_as_their_language_writes_them_and_parts_of_a_paragraph_are_set_in() {
    for (locale, sign) in [(Locale::Ar, "%1-"), (Locale::En, "%1."), (Locale::Fr, "%1.")] {
        let document = held().document(Kind::Outcome, None, locale);
        let bytes = document.write(Format::Docx).unwrap();
        let numbering = part(&bytes, "word/numbering.xml");
        assert_eq!(numbering.all("w:lvlText")[0].get("w:val"), Some(sign));
        let set_in = |element: &&Element| element.get("w:val") == Some("Subparagraph");
        assert_eq!(part(&bytes, "word/document.xml").all("w:pStyle").into_iter().filter(set_in).count(), 2);
        let styles = part(&bytes, "word/styles.xml");
        let style =
            styles.all("w:style").into_iter().find(|style| style.get("w:styleId") == Some("Subparagraph"));
        assert!(style.unwrap().child("w:pPr").unwrap().child("w:ind").is_some());
        let html = String::from_utf8(document.write(Format::Html).unwrap()).unwrap();
        assert!(html.contains(&format!("<span class=\"number\">{}</span>", sign.replace("%1", "1"))));
        assert_eq!(html.matches("<p class=\"sub\">").count(), 2);
    }
}

#[test]
fn headings_are_words_own_and_pages_are_numbered() {
    for locale in Locale::ALL {
        let document = held().document(plenary::record::Kind::Report, None, locale);
        let bytes = document.write(Format::Docx).unwrap();
        let styles = part(&bytes, "word/styles.xml");
        for level in 1..=3_u32 {
            let id = format!("Heading{level}");
            let style =
                styles.all("w:style").into_iter().find(|style| style.get("w:styleId") == Some(&id)).unwrap();
            assert_eq!(style.child("w:name").unwrap().get("w:val"), Some(&*format!("heading {level}")));
            let outline = style.child("w:pPr").unwrap().child("w:outlineLvl").unwrap();
            assert_eq!(outline.get("w:val"), Some(&*(level - 1).to_string()));
        }
        styles.each(&mut |element| {
            if element.name == "w:jc" {
                assert_eq!(element.get("w:val"), Some("center"));
            }
        });
        let body = part(&bytes, "word/document.xml");
        let styled = |style: &str| {
            let of = |found: &&Element| found.get("w:val") == Some(style);
            body.all("w:pStyle").into_iter().filter(of).count()
        };
        assert!(styled("Heading1") >= 7 && styled("Heading2") >= 10);
        assert_eq!(body.all("w:pageBreakBefore").len(), 2, "each annex begins a page");
        let footer = part(&bytes, "word/footer1.xml");
        let fields: Vec<_> =
            footer.all("w:fldSimple").iter().map(|field| field.get("w:instr").unwrap()).collect();
        assert_eq!(fields.len(), 2, "{fields:?}");
        assert!(fields.contains(&"PAGE") && fields.contains(&"NUMPAGES"));
        assert!(body.all("w:footerReference").len() == 1 && body.all("w:headerReference").len() == 1);
        // Heads of tables come again on each page.
        assert_eq!(body.all("w:tblHeader").len(), body.all("w:tbl").len());
    }
}

#[test]
fn a_document_is_the_same_whenever_it_is_written() {
    let document = held().document(plenary::record::Kind::Participants, None, Locale::Ar);
    assert!(document.write(Format::Docx).unwrap() == document.write(Format::Docx).unwrap());
}
