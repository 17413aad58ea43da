//! How much one call may store, the same in every engine.

use bytes::Bytes;

use super::name::check_blob_name;
use super::{LogFault, NewEntry};

/// Most entries of one append.
pub const APPEND_ENTRIES_MAX: usize = 4_096;
/// Largest entry, in bytes. A message broker's own default is the same.
pub const ENTRY_BYTES_MAX: usize = 1 << 20;
/// Largest blob, in bytes.
pub const BLOB_BYTES_MAX: usize = 64 << 20;

/// Largest name of a subject whose part can be erased, in bytes.
pub const SUBJECT_BYTES_MAX: usize = 256;

const KIND_BYTES_MAX: usize = 128;

pub(super) fn check_entries(entries: &[NewEntry]) -> Result<(), LogFault> {
    at_most("entries in one append", entries.len(), APPEND_ENTRIES_MAX)?;
    for entry in entries {
        let parts: usize = entry.parts.iter().map(|part| part.body.len()).sum();
        at_most("bytes in an entry", entry.body.len() + parts, ENTRY_BYTES_MAX)?;
        for part in &entry.parts {
            at_most("bytes in the name of a subject", part.subject.len(), SUBJECT_BYTES_MAX)?;
        }
        at_most("bytes in an entry's kind", entry.kind.len(), KIND_BYTES_MAX)?;
    }
    Ok(())
}

pub(super) fn check_blob(name: &str, bytes: &Bytes) -> Result<(), LogFault> {
    check_blob_name(name)?;
    at_most("bytes in a blob", bytes.len(), BLOB_BYTES_MAX)
}

fn at_most(what: &'static str, size: usize, size_max: usize) -> Result<(), LogFault> {
    if size <= size_max { Ok(()) } else { Err(LogFault::TooLarge { what, size, size_max }) }
}
