//! Files of documents as they come: each kind by its bytes, and what is none.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().expect("a file");
    file.write_all(bytes).expect("it is written");
    file
}

fn looked(bytes: &[u8]) -> Result<Paper, NotPaper> {
    look(&mut file(bytes))
}

/// A ZIP of these parts.
fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("it is written");
    }
    zip.finish().expect("it ends").into_inner()
}

fn docx(body: &str) -> Vec<u8> {
    let xml =
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.as_bytes())])
}

#[test]
fn a_file_is_what_its_bytes_say() {
    let pdf = looked(b"%PDF-1.7\n...").expect("a PDF");
    assert_eq!((pdf.kind, pdf.words()), (FileKind::Pdf, None));
    let text = looked("\u{feff}شكراً سيدي الرئيس\nThank you\n".as_bytes()).expect("a text");
    assert_eq!((text.kind, text.words()), (FileKind::Text, Some(5)));
    let written = docx(
        "<w:p><w:r><w:t>Data &amp; returnees &#8212; </w:t></w:r><w:r><w:t xml:space=\"preserve\">each quarter</w:t></w:r></w:p>\
         <w:p><w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:r><w:tab/><w:t>شكراً</w:t></w:r></w:p>",
    );
    let paper = looked(&written).expect("a DOCX");
    assert_eq!(paper.text.as_deref(), Some("Data & returnees \u{2014} each quarter\n\tشكراً\n"));
    assert_eq!((paper.kind, paper.words()), (FileKind::Docx, Some(7)));
}

#[test]
fn what_is_none_of_these_is_refused_whatever_it_is_called() {
    let others: [&[u8]; 6] = [
        b"",
        b"  \n",
        b"MZ\x90\x00",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xfeT\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ];
    for bytes in others {
        assert!(matches!(looked(bytes), Err(NotPaper::OtherKind)), "{bytes:?}");
    }
    let sheet = zipped(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")]);
    assert!(matches!(looked(&sheet), Err(NotPaper::OtherKind)));
    let bare = zipped(&[("word/document.xml", b"<w:document/>")]);
    assert!(matches!(looked(&bare), Err(NotPaper::OtherKind)));
}

#[test]
fn what_is_damaged_is_refused() {
    let whole = docx("<w:p><w:r><w:t>Thank you</w:t></w:r></w:p>");
    let cut = whole.get(..whole.len() / 2).expect("the half");
    assert!(matches!(looked(cut), Err(NotPaper::Damaged)));
    for body in ["<w:p><w:t>&nothing;</w:t></w:p>", "<w:p></w:r>"] {
        assert!(matches!(looked(&docx(body)), Err(NotPaper::Damaged)), "{body}");
    }
    let typed = b"<!DOCTYPE a><w:document><w:p><w:t>a</w:t></w:p></w:document>";
    let typed = zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", typed)]);
    assert!(matches!(looked(&typed), Err(NotPaper::Damaged)));
}

#[test]
fn no_more_is_unpacked_than_may_be() {
    // Small as it comes, and large once it is unpacked.
    let large = "a".repeat(usize::try_from(TEXT_BYTES_MAX).expect("a length") + 10);
    let packed = docx(&format!("<w:p><w:r><w:t>{large}</w:t></w:r></w:p>"));
    assert!(packed.len() < 100_000, "{}", packed.len());
    assert!(matches!(looked(&packed), Err(NotPaper::TooMuch)));
    let names: Vec<String> = (0..5_001).map(|number| format!("word/{number}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert!(matches!(looked(&zipped(&parts)), Err(NotPaper::TooMuch)));
}
