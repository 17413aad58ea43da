//! What is wrong with a conference file: where, in which field, what it is, and what to do about it.

use std::cell::RefCell;
use std::fmt::{self, Write as _};
use std::ops::Range;

use super::limits::FAULTS_MAX;

/// A place in a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// One thing wrong with a conference file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, as it was named to the reader.
    pub file: String,
    /// Where in the file; none if it could not be read at all.
    pub place: Option<Place>,
    /// Dotted path of the field, entries counted from 0: `people[3].roles.opening`. Empty for the whole file.
    pub field: String,
    /// What is wrong.
    pub wrong: String,
    /// What to do about it.
    pub remedy: String,
}

impl Fault {
    /// A fault of the file as a whole.
    pub(super) fn of_file(file: &str, wrong: impl Into<String>, remedy: impl Into<String>) -> Self {
        let (wrong, remedy) = (wrong.into(), remedy.into());
        Self { file: file.to_owned(), place: None, field: String::new(), wrong, remedy }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(Place { line, column }) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        if !self.field.is_empty() {
            write!(f, ": {}", self.field)?;
        }
        write!(f, ": {}\n    remedy: {}", self.wrong, self.remedy)
    }
}

/// All faults as a person reads them in a terminal: in the order of their places, then a line that counts them.
pub fn report(faults: &[Fault]) -> String {
    let mut ordered: Vec<&Fault> = faults.iter().collect();
    ordered.sort_by(|a, b| (&a.file, a.place).cmp(&(&b.file, b.place)));
    let mut text = String::new();
    for fault in &ordered {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{fault}");
    }
    let count = ordered.len();
    let mut files: Vec<&str> = ordered.iter().map(|fault| fault.file.as_str()).collect();
    files.dedup();
    let noun = if count == 1 { "fault" } else { "faults" };
    let _ = match files.is_empty() {
        true => writeln!(text, "no faults"),
        false => writeln!(text, "{count} {noun} in {}", files.join(", ")),
    };
    text
}

/// Gathers the faults of one text while it is read.
#[derive(Debug)]
pub(super) struct Faults<'t> {
    file: &'t str,
    text: &'t str,
    line_starts: Vec<usize>,
    found: RefCell<Found>,
}

#[derive(Debug, Default)]
struct Found {
    faults: Vec<Fault>,
    untold: usize,
}

impl<'t> Faults<'t> {
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(after_breaks).collect();
        Self { file, text, line_starts, found: RefCell::default() }
    }

    /// Line of a byte of the text, from 1.
    pub(super) fn line(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= byte)
    }

    fn place(&self, byte: usize) -> Place {
        let line = self.line(byte);
        let start = line.checked_sub(1).and_then(|index| self.line_starts.get(index)).copied().unwrap_or(0);
        let before = self.text.get(start..byte).unwrap_or_default();
        Place { line, column: before.chars().count() + 1 }
    }

    /// Whether further faults are only counted.
    pub(super) fn is_full(&self) -> bool {
        // One place is kept for the fault that says how many more there are.
        self.found.borrow().faults.len() + 1 >= FAULTS_MAX
    }

    pub(super) fn add(&self, span: &Range<usize>, field: &str, wrong: String, remedy: String) {
        let full = self.is_full();
        let mut found = self.found.borrow_mut();
        if full {
            found.untold += 1;
            return;
        }
        let place = Some(self.place(span.start));
        let (file, field) = (self.file.to_owned(), field.to_owned());
        found.faults.push(Fault { file, place, field, wrong, remedy });
    }

    /// The faults in the order of their places.
    pub(super) fn into_ordered(self) -> Vec<Fault> {
        let Found { mut faults, untold } = self.found.into_inner();
        faults.sort_by_key(|fault| fault.place);
        if untold > 0 {
            let wrong = format!("{untold} more faults are not told");
            faults.push(Fault::of_file(self.file, wrong, "mend the ones above and check again"));
        }
        faults
    }
}
