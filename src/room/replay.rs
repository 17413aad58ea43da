//! Opening a room: its log is replayed. Nobody follows yet, so nothing is published and no state is kept for before. What is
//! stored is read, decoded and taken in at the same time: each page by one task after the other.

use std::sync::Arc;

use tokio::sync::mpsc;

use super::fault::RoomFault;
use super::{Aggregate, stored};
use crate::log::{Entry, Log, LogFault, Stream};
use crate::meeting::event::Recorded;

/// Entries read at once.
const PAGE_ENTRIES_MAX: usize = 1_024;
/// Pages that wait to be decoded, and as many to be taken in.
const PAGES_AHEAD: usize = 4;

type Page<A> = Result<Vec<Recorded<<A as Aggregate>::Event>>, RoomFault>;

/// What the log makes of it; each event is told before it is taken in. What is stored while it is replayed may be missing.
///
/// # Errors
/// If the log cannot be read, or holds what this program does not understand.
pub(super) async fn replay<A: Aggregate>(
    log: &Arc<dyn Log>,
    stream: &Stream,
    mut taken: impl FnMut(&Recorded<A::Event>),
) -> Result<A, RoomFault> {
    let mut state = A::default();
    each::<A>(log, stream, |recorded| {
        taken(recorded);
        state.evolve(recorded);
    })
    .await?;
    Ok(state)
}

/// Tells each event that is stored, in order.
///
/// # Errors
/// As [`replay`].
pub(super) async fn each<A: Aggregate>(
    log: &Arc<dyn Log>,
    stream: &Stream,
    mut told: impl FnMut(&Recorded<A::Event>),
) -> Result<(), RoomFault> {
    let (read, stored) = mpsc::channel(PAGES_AHEAD);
    let (decoded, mut pages) = mpsc::channel(PAGES_AHEAD);
    tokio::spawn(read_ahead(log.clone(), stream.clone(), read));
    tokio::spawn(decode_ahead::<A>(log.clone(), stored, decoded));
    while let Some(page) = pages.recv().await {
        page?.iter().for_each(&mut told);
    }
    Ok(())
}

/// Reads to the end of the stream, or to the first fault.
async fn read_ahead(log: Arc<dyn Log>, stream: Stream, read: mpsc::Sender<Result<Vec<Entry>, LogFault>>) {
    let mut after = 0;
    loop {
        let page = log.read(&stream, after, PAGE_ENTRIES_MAX).await;
        let last = page.as_ref().ok().and_then(|page| page.last()).map(|entry| entry.seq);
        // Whoever opens the room may have given up.
        let unwanted = read.send(page).await.is_err();
        let Some(last) = last.filter(|_| !unwanted) else { return };
        after = last;
    }
}

/// Decodes what is read, to its end or to the first fault.
async fn decode_ahead<A: Aggregate>(
    log: Arc<dyn Log>,
    mut stored: mpsc::Receiver<Result<Vec<Entry>, LogFault>>,
    decoded: mpsc::Sender<Page<A>>,
) {
    while let Some(page) = stored.recv().await {
        let page = decode::<A>(&log, page).await;
        let failed = page.is_err();
        if decoded.send(page).await.is_err() || failed {
            return;
        }
    }
}

async fn decode<A: Aggregate>(log: &Arc<dyn Log>, page: Result<Vec<Entry>, LogFault>) -> Page<A> {
    let entries = page?;
    let mut decoded = Vec::with_capacity(entries.len());
    for entry in &entries {
        decoded.push(stored::decode(log, entry).await?);
    }
    Ok(decoded)
}
