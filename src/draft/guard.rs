//! What an update may be, seen before it is taken in.

use std::panic::{AssertUnwindSafe, catch_unwind};

use yrs::updates::decoder::Decode as _;

/// What an update writes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Of each client of Yjs, from which of its clocks to before which; in several pieces where some between are missing.
    spans: Vec<(u64, u32, u32)>,
    /// Whether it deletes something.
    pub(super) deletes: bool,
}

impl Written {
    /// Whether each client's writing is in one piece, and begins at the latest where what is known of it ends.
    pub(super) fn fits(&self, known: impl Fn(u64) -> u32) -> bool {
        let whole =
            self.spans.windows(2).all(|pair| !matches!(pair, [(one, ..), (other, ..)] if one == other));
        whole && self.spans.iter().all(|(client, from, _)| *from <= known(*client))
    }

    /// Where each client's writing ends.
    pub(super) fn ends(&self) -> impl Iterator<Item = (u64, u32)> {
        self.spans.iter().map(|(client, _, end)| (*client, *end))
    }
}

/// Reads an update; none if it is not one. Whatever is sent, it costs no more than its length.
pub(super) fn read(bytes: &[u8]) -> Option<Written> {
    // The library keeps place for as many clients as an update says there are, before it sees one of them.
    if leading_number(bytes)? > bytes.len() as u64 {
        return None;
    }
    // What it meets in bytes that nobody's Yjs has made may be a bug of its own.
    let update = catch_unwind(AssertUnwindSafe(|| yrs::Update::decode_v1(bytes))).ok()?.ok()?;
    let mut spans = Vec::new();
    for (client, ranges) in update.insertions(true).iter() {
        spans.extend(ranges.iter().map(|range| (client.get(), range.start, range.end)));
    }
    spans.sort_unstable();
    Some(Written { spans, deletes: !update.delete_set().is_empty() })
}

/// The number that bytes begin with, in groups of seven bits.
fn leading_number(bytes: &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for (at, byte) in bytes.iter().take(5).enumerate() {
        number |= u64::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use yrs::{Doc, ReadTxn as _, StateVector, Transact as _, XmlFragment as _, XmlTextPrelim};

    use super::*;

    fn wrote(client: u64, texts: &[&str]) -> Vec<u8> {
        let doc = Doc::with_client_id(client);
        let fragment = doc.get_or_insert_xml_fragment("en");
        for text in texts {
            fragment.push_back(&mut doc.transact_mut(), XmlTextPrelim::new(*text));
        }
        doc.transact().encode_state_as_update_v1(&StateVector::default())
    }

    #[test]
    fn an_update_tells_whose_writing_it_holds_and_up_to_where() {
        let written = read(&wrote(7, &["one", "two"])).expect("an update");
        assert_eq!(written.spans, [(7, 0, 8)]);
        assert!(!written.deletes && written.fits(|_| 0));
    }

    #[test]
    fn what_came_before_must_be_there() {
        let doc = Doc::with_client_id(7);
        let fragment = doc.get_or_insert_xml_fragment("en");
        fragment.push_back(&mut doc.transact_mut(), XmlTextPrelim::new("one"));
        let seen = doc.transact().state_vector();
        fragment.push_back(&mut doc.transact_mut(), XmlTextPrelim::new("two"));
        let later = doc.transact().encode_state_as_update_v1(&seen);
        let written = read(&later).expect("an update");
        assert!(!written.fits(|_| 0));
        assert!(written.fits(|_| 4));
    }

    #[test]
    fn what_is_no_update_is_none() {
        assert_eq!(read(&[]), None);
        assert_eq!(read(b"a text"), None);
        // Says that there is more than it has.
        assert_eq!(read(&[0x7f]), None);
    }

    proptest! {
        /// Whatever is sent, there is an answer.
        #[test]
        fn any_bytes_have_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            drop(read(&bytes));
        }

        /// An update that was cut off is none.
        #[test]
        fn what_was_cut_off_is_none(cut in 0_usize..20) {
            let whole = wrote(7, &["one", "two"]);
            prop_assert_eq!(read(&whole[..cut.min(whole.len() - 1)]), None);
        }
    }
}
