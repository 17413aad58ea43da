//! Opening a session: its log is replayed. Nobody follows yet, so nothing is published and no state is kept for before; and
//! pages are read and decoded ahead by another task while those before them are taken in.

use std::sync::Arc;

use tokio::sync::mpsc;

use super::fault::RoomFault;
use super::keys::Keys;
use super::stored;
use crate::log::{Log, Stream};
use crate::meeting::Meeting;
use crate::meeting::event::Recorded;

/// Entries read at once.
const PAGE_ENTRIES_MAX: usize = 1_024;
/// Pages that wait to be taken in.
const PAGES_AHEAD: usize = 4;

type Page = Result<Vec<Recorded>, RoomFault>;

/// The meeting as its log has it, with the keys of its commands. What is stored while it is replayed may be missing.
///
/// # Errors
/// If the log cannot be read, or holds what this program does not understand.
pub(super) async fn replay(
    log: &Arc<dyn Log>,
    stream: &Stream,
    keys: &mut Keys,
) -> Result<Meeting, RoomFault> {
    let (decoded, mut pages) = mpsc::channel(PAGES_AHEAD);
    tokio::spawn(read_ahead(log.clone(), stream.clone(), decoded));
    let mut meeting = Meeting::default();
    while let Some(page) = pages.recv().await {
        for recorded in &page? {
            keys.take(recorded);
            meeting.evolve(recorded);
        }
    }
    Ok(meeting)
}

/// Reads to the end of the stream, or to the first fault.
async fn read_ahead(log: Arc<dyn Log>, stream: Stream, decoded: mpsc::Sender<Page>) {
    let mut after = 0;
    loop {
        let page = read(&log, &stream, after).await;
        let last = page.as_ref().ok().and_then(|page| page.last()).map(|recorded| recorded.seq);
        // Whoever opens the room may have given up.
        let unwanted = decoded.send(page).await.is_err();
        let Some(last) = last.filter(|_| !unwanted) else { return };
        after = last;
    }
}

async fn read(log: &Arc<dyn Log>, stream: &Stream, after: u64) -> Page {
    let entries = log.read(stream, after, PAGE_ENTRIES_MAX).await?;
    let mut page = Vec::with_capacity(entries.len());
    for entry in &entries {
        page.push(stored::decode(log, entry).await?);
    }
    Ok(page)
}
