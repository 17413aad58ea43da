//! Opening a room: its log is replayed. Nobody follows yet, so nothing is published and no state is kept for before; and
//! pages are read and decoded ahead by another task while those before them are taken in.

use std::sync::Arc;

use tokio::sync::mpsc;

use super::fault::RoomFault;
use super::{Aggregate, stored};
use crate::log::{Log, Stream};
use crate::meeting::event::Recorded;

/// Entries read at once.
const PAGE_ENTRIES_MAX: usize = 1_024;
/// Pages that wait to be taken in.
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
    let (decoded, mut pages) = mpsc::channel(PAGES_AHEAD);
    tokio::spawn(read_ahead::<A>(log.clone(), stream.clone(), decoded));
    let mut state = A::default();
    while let Some(page) = pages.recv().await {
        for recorded in &page? {
            taken(recorded);
            state.evolve(recorded);
        }
    }
    Ok(state)
}

/// Reads to the end of the stream, or to the first fault.
async fn read_ahead<A: Aggregate>(log: Arc<dyn Log>, stream: Stream, decoded: mpsc::Sender<Page<A>>) {
    let mut after = 0;
    loop {
        let page = read::<A>(&log, &stream, after).await;
        let last = page.as_ref().ok().and_then(|page| page.last()).map(|recorded| recorded.seq);
        // Whoever opens the room may have given up.
        let unwanted = decoded.send(page).await.is_err();
        let Some(last) = last.filter(|_| !unwanted) else { return };
        after = last;
    }
}

async fn read<A: Aggregate>(log: &Arc<dyn Log>, stream: &Stream, after: u64) -> Page<A> {
    let entries = log.read(stream, after, PAGE_ENTRIES_MAX).await?;
    let mut page = Vec::with_capacity(entries.len());
    for entry in &entries {
        page.push(stored::decode(log, entry).await?);
    }
    Ok(page)
}
