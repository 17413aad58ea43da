//! An append as a message: its entries one after another, and in front of them which parts of them are kept elsewhere.
//!
//! Numbers are written with the highest byte first:
//!
//! ```text
//! groups: u32, then for each: subject (u16 and so many bytes), pieces: u32
//! entries until the end: at_ms: i64, kind (u8 and so many bytes), body (u32 and so many bytes)
//! ```
//!
//! A group is what a subject has in the whole append. It is kept in pieces apart, so that it can be erased:
//!
//! ```text
//! parts until the end: place of the entry in the append, from 0: u32, body (u32 and so many bytes)
//! ```

use std::collections::BTreeMap;

use bytes::{Buf as _, BufMut as _, Bytes, BytesMut};

use super::super::{Entry, NewEntry, Part};
use super::MESSAGE_BYTES_MAX;

/// What one subject has in an append.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) subject: String,
    /// In how many messages it is kept.
    pub(super) pieces: u32,
}

/// What one subject has in an append, as it is to be stored.
pub(super) struct Apart {
    pub(super) subject: String,
    /// How many parts these are.
    pub(super) count: u64,
    pub(super) bytes: Bytes,
}

/// An append as it is to be stored.
pub(super) struct Packed {
    pub(super) entries: Bytes,
    pub(super) apart: Vec<Apart>,
}

/// How many messages so many bytes take: at least one.
pub(super) fn pieces(bytes: usize) -> u32 {
    u32::try_from(bytes.div_ceil(MESSAGE_BYTES_MAX)).unwrap_or(u32::MAX).max(1)
}

/// Packs entries that keep the log's bounds.
pub(super) fn pack(entries: &[NewEntry]) -> Packed {
    let mut groups = BTreeMap::<&str, (u64, BytesMut)>::new();
    for (place, entry) in (0_u32..).zip(entries) {
        for Part { subject, body } in &entry.parts {
            let (count, bytes) = groups.entry(subject).or_default();
            *count += 1;
            bytes.put_u32(place);
            bytes.put_u32(length(body));
            bytes.put_slice(body);
        }
    }
    let mut packed = BytesMut::new();
    packed.put_u32(u32::try_from(groups.len()).unwrap_or(u32::MAX));
    for (subject, (_, bytes)) in &groups {
        packed.put_u16(u16::try_from(subject.len()).unwrap_or(u16::MAX));
        packed.put_slice(subject.as_bytes());
        packed.put_u32(pieces(bytes.len()));
    }
    for NewEntry { at_ms, kind, body, .. } in entries {
        packed.put_i64(*at_ms);
        packed.put_u8(u8::try_from(kind.len()).unwrap_or(u8::MAX));
        packed.put_slice(kind.as_bytes());
        packed.put_u32(length(body));
        packed.put_slice(body);
    }
    let apart = groups.into_iter().map(|(subject, (count, bytes))| Apart {
        subject: subject.to_owned(),
        count,
        bytes: bytes.freeze(),
    });
    Packed { entries: packed.freeze(), apart: apart.collect() }
}

fn length(bytes: &Bytes) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

/// The entries of an append after a number, without their parts, and what of them is kept apart; none if it is torn.
pub(super) fn unpack(after: u64, mut bytes: Bytes) -> Option<(Vec<Entry>, Vec<Group>)> {
    let mut groups = Vec::new();
    for _group in 0..bytes.try_get_u32().ok()? {
        let length = usize::from(bytes.try_get_u16().ok()?);
        let subject = text(&mut bytes, length)?;
        groups.push(Group { subject, pieces: bytes.try_get_u32().ok()? });
    }
    let mut entries = Vec::new();
    let mut seq = after;
    while bytes.has_remaining() {
        seq += 1;
        let at_ms = bytes.try_get_i64().ok()?;
        let length = usize::from(bytes.try_get_u8().ok()?);
        let kind = text(&mut bytes, length)?;
        let body = sized(&mut bytes)?;
        entries.push(Entry { seq, at_ms, kind, body, parts: Vec::new() });
    }
    Some((entries, groups))
}

/// Gives entries what one subject has in them; none if it is torn. Groups come in the order of their subjects.
pub(super) fn give(entries: &mut [Entry], subject: &str, mut bytes: Bytes) -> Option<()> {
    while bytes.has_remaining() {
        let place = usize::try_from(bytes.try_get_u32().ok()?).ok()?;
        let body = sized(&mut bytes)?;
        entries.get_mut(place)?.parts.push(Part { subject: subject.to_owned(), body });
    }
    Some(())
}

fn text(bytes: &mut Bytes, length: usize) -> Option<String> {
    if bytes.len() < length {
        return None;
    }
    String::from_utf8(bytes.split_to(length).to_vec()).ok()
}

fn sized(bytes: &mut Bytes) -> Option<Bytes> {
    let length = usize::try_from(bytes.try_get_u32().ok()?).ok()?;
    (bytes.len() >= length).then(|| bytes.split_to(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: &str, body: &str, parts: &[(&str, &str)]) -> NewEntry {
        let part = |(subject, body): &(&str, &str)| Part {
            subject: (*subject).to_owned(),
            body: Bytes::copy_from_slice(body.as_bytes()),
        };
        let parts = parts.iter().map(part).collect();
        NewEntry { at_ms: -7, kind: kind.to_owned(), body: Bytes::copy_from_slice(body.as_bytes()), parts }
    }

    #[test]
    fn what_is_packed_is_unpacked_and_what_is_cut_off_is_torn() {
        let entries = [entry("été", "a", &[("b", "1"), ("a", "2")]), entry("", "", &[("b", "")])];
        let packed = pack(&entries);
        let (mut read, groups) = unpack(4, packed.entries.clone()).unwrap();
        assert_eq!(
            groups.iter().map(|group| (&*group.subject, group.pieces)).collect::<Vec<_>>(),
            [("a", 1), ("b", 1)]
        );
        assert_eq!(packed.apart.iter().map(|apart| apart.count).collect::<Vec<_>>(), [1, 2]);
        for apart in packed.apart {
            give(&mut read, &apart.subject, apart.bytes).unwrap();
        }
        let expected: Vec<Entry> = (5..).zip(entries).map(|(seq, entry)| entry.at(seq)).collect();
        assert_eq!(read, expected);
        let torn = packed.entries.slice(..packed.entries.len() - 1);
        assert_eq!(unpack(4, torn), None);
    }
}
