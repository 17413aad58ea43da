//! The streams: compared, gone on with, and compared once more.

use std::collections::BTreeSet;

use super::sum::Sum;
use super::{CopiedStream, TransferFault, read, written};
use crate::log::{APPEND_ENTRIES_MAX, AppendError, Digest, Entry, Log, NewEntry, Stream};

/// Entries that are read at once.
const READ_MAX: usize = 512;
/// Bytes after which an append takes no further entry: many entries in one message are read back the faster.
const APPEND_BYTES: usize = 256 << 10;

/// What the target has of a stream.
#[derive(Debug, Default)]
pub struct Known {
    /// Number of its last entry.
    last: u64,
    /// Subjects whose parts the source has erased since the target was written.
    erased: BTreeSet<String>,
}

/// Compares what the target has of a stream with how it begins in the source.
///
/// What was erased in the source since is the same all the same, and is to be erased in the target.
pub async fn compare(from: &dyn Log, to: &dyn Log, stream: &Stream) -> Result<Known, TransferFault> {
    let mut known = Known::default();
    loop {
        let there = to.read(stream, known.last, READ_MAX).await.map_err(written)?;
        if there.is_empty() {
            return Ok(known);
        }
        let mut here: Vec<Entry> = Vec::new();
        while here.len() < there.len() {
            let after = here.last().map_or(known.last, |entry| entry.seq);
            let page = from.read(stream, after, there.len() - here.len()).await.map_err(read)?;
            if page.is_empty() {
                break;
            }
            here.extend(page);
        }
        for (place, one) in there.iter().enumerate() {
            let other = here.get(place).filter(|other| is_same(other, one));
            let other = other.ok_or_else(|| TransferFault::Other { stream: stream.clone(), seq: one.seq })?;
            let gone = one.parts.iter().filter(|part| !other.parts.contains(part));
            known.erased.extend(gone.map(|part| part.subject.clone()));
            known.last = one.seq;
        }
    }
}

/// Whether an entry of the target is the one of the source, where that may have lost parts since.
fn is_same(source: &Entry, target: &Entry) -> bool {
    let Entry { seq, at_ms, kind, body, parts } = target;
    source.seq == *seq
        && source.at_ms == *at_ms
        && source.kind == *kind
        && source.body == *body
        && source.parts.iter().all(|part| parts.contains(part))
}

/// Appends what the target does not have, and tells how many entries that was.
pub async fn go_on(
    from: &dyn Log,
    to: &dyn Log,
    stream: &Stream,
    known: Known,
) -> Result<u64, TransferFault> {
    let Known { last: had, erased } = known;
    if !erased.is_empty() {
        // Before anything is added: a subject may have something again in later entries.
        to.erase(stream, erased.into_iter().collect()).await.map_err(written)?;
    }
    let (mut after, mut last) = (had, had);
    let (mut waiting, mut bytes) = (Vec::new(), 0);
    loop {
        let page = from.read(stream, after, READ_MAX).await.map_err(read)?;
        let ended = page.is_empty();
        for Entry { seq, at_ms, kind, body, parts } in page {
            after = seq;
            bytes += body.len() + parts.iter().map(|part| part.body.len()).sum::<usize>();
            waiting.push(NewEntry { at_ms, kind, body, parts });
            if bytes >= APPEND_BYTES || waiting.len() >= APPEND_ENTRIES_MAX {
                last = append(to, stream, last, std::mem::take(&mut waiting)).await?;
                bytes = 0;
            }
        }
        if ended {
            last = append(to, stream, last, waiting).await?;
            return Ok(last - had);
        }
    }
}

async fn append(
    to: &dyn Log,
    stream: &Stream,
    last: u64,
    entries: Vec<NewEntry>,
) -> Result<u64, TransferFault> {
    to.append(stream, last, entries).await.map_err(|fault| match fault {
        AppendError::Raced { .. } => TransferFault::Raced { stream: stream.clone() },
        AppendError::Fault(fault) => written(fault),
    })
}

/// Reads both sides anew, and compares them.
pub async fn compared(
    from: &dyn Log,
    to: &dyn Log,
    stream: Stream,
    added: u64,
) -> Result<CopiedStream, TransferFault> {
    let (entries, here) = sum(from, &stream).await.map_err(read)?;
    let (there_entries, there) = sum(to, &stream).await.map_err(written)?;
    if entries != there_entries || here != there {
        return Err(TransferFault::NotSame { stream });
    }
    Ok(CopiedStream { stream, entries, added, from: here, to: there })
}

/// How many entries a stream has, and the hash over them.
async fn sum(log: &dyn Log, stream: &Stream) -> Result<(u64, Digest), crate::log::LogFault> {
    let (mut sum, mut last) = (Sum::default(), 0);
    loop {
        let page = log.read(stream, last, READ_MAX).await?;
        let Some(end) = page.last() else { return Ok((last, sum.digest())) };
        last = end.seq;
        page.iter().for_each(|entry| sum.add(entry));
    }
}
