//! The newest appends of a stream, whole, as this node stored or read them: what can be given back to a log that has lost
//! them.
//!
//! As much is kept as servers that write through every two minutes can lose of a busy session. What is erased is not kept.

use std::collections::BTreeMap;

use super::super::{Entry, NewEntry};
use super::api::Stored;
use super::held::{AFTER, Mark, PREVIOUS};

/// Most that is kept of one stream, in bytes.
const BYTES_MAX: usize = 4 << 20;
/// What an entry takes beside its own bytes, about.
const ENTRY_BYTES: usize = 128;

/// An append as it was.
#[derive(Debug, Clone)]
pub(super) struct KeptAppend {
    /// The append before it.
    pub(super) before: Mark,
    /// Its own end.
    pub(super) mark: Mark,
    pub(super) entries: Vec<NewEntry>,
}

impl KeptAppend {
    /// The append of a message, with its entries as they were read.
    pub(super) fn read(message: &Stored, mark: Mark, entries: &[Entry]) -> Self {
        let before = Mark {
            entry: message.headers.number(AFTER),
            message: message.message.saturating_sub(1),
            append: message.headers.get(PREVIOUS).unwrap_or_default().to_owned(),
        };
        let again = |entry: &Entry| NewEntry {
            at_ms: entry.at_ms,
            kind: entry.kind.clone(),
            body: entry.body.clone(),
            parts: entry.parts.clone(),
        };
        Self { before, mark, entries: entries.iter().map(again).collect() }
    }

    fn bytes(&self) -> usize {
        let bytes = |entry: &NewEntry| {
            let parts = entry.parts.iter().map(|part| part.subject.len() + part.body.len());
            ENTRY_BYTES + entry.kind.len() + entry.body.len() + parts.sum::<usize>()
        };
        self.entries.iter().map(bytes).sum()
    }
}

/// The newest appends of a stream, by the numbers of their messages.
#[derive(Default)]
pub(super) struct Kept {
    appends: BTreeMap<u64, KeptAppend>,
    bytes: usize,
    /// How often something was erased: what was read before an erasure is not kept after it.
    erasures: u64,
}

impl Kept {
    pub(super) fn erasures(&self) -> u64 {
        self.erasures
    }

    /// Keeps an append, unless something was erased since there had been so many erasures. The oldest make room.
    pub(super) fn keep(&mut self, append: KeptAppend, erasures: u64) {
        if erasures != self.erasures {
            return;
        }
        self.bytes += append.bytes();
        if let Some(replaced) = self.appends.insert(append.mark.message, append) {
            self.bytes -= replaced.bytes();
        }
        while self.bytes > BYTES_MAX {
            let Some((_, oldest)) = self.appends.pop_first() else { return };
            self.bytes -= oldest.bytes();
        }
    }

    /// Lets go of what subjects have in the appends.
    pub(super) fn erase(&mut self, subjects: &[String]) {
        self.erasures += 1;
        for append in self.appends.values_mut() {
            self.bytes -= append.bytes();
            for entry in &mut append.entries {
                entry.parts.retain(|part| !subjects.contains(&part.subject));
            }
            self.bytes += append.bytes();
        }
    }

    /// The appends that come after one, each right after the one before, up to another; none where any of them is missing.
    pub(super) fn between(&self, from: &Mark, to: &Mark) -> Option<Vec<KeptAppend>> {
        let (mut found, mut at) = (Vec::new(), from);
        while at != to {
            let next = self.appends.get(&(at.message + 1)).filter(|next| next.before == *at)?;
            found.push(next.clone());
            at = &next.mark;
        }
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Part;
    use super::*;

    fn mark(number: u64) -> Mark {
        let append = if number == 0 { String::new() } else { format!("a{number}") };
        Mark { entry: number, message: number, append }
    }

    fn append(number: u64, bytes: usize) -> KeptAppend {
        let part = Part { subject: "who".to_owned(), body: vec![0; bytes].into() };
        let entry = NewEntry { at_ms: 0, kind: "k".to_owned(), body: "b".into(), parts: vec![part] };
        KeptAppend { before: mark(number - 1), mark: mark(number), entries: vec![entry] }
    }

    #[test]
    fn what_is_kept_has_a_bound_and_no_gap() {
        let mut kept = Kept::default();
        for number in [1, 2, 3, 5, 4] {
            kept.keep(append(number, 1 << 20), 0);
        }
        assert!(kept.bytes <= BYTES_MAX);
        let numbers = |from, to| {
            let found = kept.between(&mark(from), &mark(to))?;
            Some(found.iter().map(|append| append.mark.message).collect::<Vec<_>>())
        };
        assert_eq!(numbers(2, 5), Some(vec![3, 4, 5]));
        assert_eq!(numbers(5, 5), Some(Vec::new()));
        assert_eq!(numbers(0, 5), None, "the oldest have made room");
        let otherwise = Mark { append: "another".to_owned(), ..mark(3) };
        assert!(kept.between(&otherwise, &mark(5)).is_none(), "the log went on otherwise");
    }

    #[test]
    fn what_is_erased_is_not_kept_nor_what_was_read_before() {
        let mut kept = Kept::default();
        kept.keep(append(1, 8), 0);
        let read_before = kept.erasures();
        kept.erase(&["who".to_owned()]);
        kept.keep(append(2, 8), read_before);
        let one = kept.between(&mark(0), &mark(1)).unwrap();
        assert!(one[0].entries[0].parts.is_empty());
        assert!(kept.between(&mark(1), &mark(2)).is_none());
        kept.keep(append(2, 8), kept.erasures());
        assert!(kept.between(&mark(1), &mark(2)).is_some());
    }
}
