//! Rows for spreadsheets, read back by a reader of ours.

use plenary::record::{Document, Format, guarded, unguarded};
use plenary::words::Locale;

use crate::held::{held, text};

/// The rows with their heads, and unguarded.
pub struct Rows {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Rows {
    pub fn read(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').expect("it begins with the mark of UTF-8");
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let row = |record: &csv::StringRecord| record.iter().map(|cell| unguarded(cell).to_owned()).collect();
        let head = row(reader.headers().unwrap());
        let rows = reader.records().map(|record| row(&record.unwrap())).collect();
        Self { head, rows }
    }

    pub fn column(&self, name: &str) -> Vec<&str> {
        let at = self.head.iter().position(|head| head == name).unwrap_or_else(|| panic!("no column {name}"));
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }
}

#[test]
fn no_cell_is_a_formula_and_each_comes_back_as_it_was() {
    let mut cells = 0;
    for locale in Locale::ALL {
        for document in held().documents(locale).iter().filter(|document| Format::Csv.writes(document.kind)) {
            let written = text(document, Format::Csv);
            let lines = written.matches('\n').count();
            assert_eq!(
                lines,
                written.matches("\r\n").count(),
                "{:?}: every line ends in CR LF",
                document.kind
            );
            let read = Rows::read(&written);
            let plain =
                csv::ReaderBuilder::new().from_reader(written.trim_start_matches('\u{feff}').as_bytes());
            for (raw, row) in plain.into_records().zip(&read.rows) {
                for (raw, cell) in raw.unwrap().iter().zip(row) {
                    assert!(!raw.starts_with(['=', '+', '-', '@', '\t', '\r']), "{raw:?} is a formula");
                    assert_eq!(guarded(cell), raw);
                    cells += 1;
                }
            }
            assert_eq!(read.rows.len(), made(document), "{:?}", document.kind);
        }
    }
    assert!(cells > 10_000, "{cells}");
}

/// How many rows the model has.
fn made(document: &Document) -> usize {
    let in_tables: usize = document.tables().map(|table| table.rows.len()).sum();
    if in_tables > 0 { in_tables } else { document.paragraphs().count() }
}
