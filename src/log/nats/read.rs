//! Reading: from the append that an entry stands in, on to the end that the stream's leader tells.

use std::time::Instant;

use async_trait::async_trait;
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use serde_json::json;

use super::super::tail::Pages;
use super::super::{Entry, LogFault, Stream};
use super::api::{ApiFault, PAUSE, Stored};
use super::core::Core;
use super::held::{AFTER, APPEND, COUNT, Held, Mark, REST};
use super::kept::KeptAppend;
use super::packed::{self, Group};

/// Up to so many messages are asked for one by one; for more a reader is made on the servers.
const SINGLY_MAX: u64 = 8;
/// For how many appends it is looked at one time what is kept apart.
const APART_AT_ONCE: usize = 32;

/// What is read for a follower: it does not hold what tells followers of the end.
#[derive(Clone)]
pub(super) struct Reader(pub(super) std::sync::Arc<Core>);

#[async_trait]
impl Pages for Reader {
    async fn page(&self, stream: &Stream, after: u64, limit: usize) -> Result<Vec<Entry>, LogFault> {
        let _open = self.0.open().await?;
        self.0.read(stream, after, limit).await
    }
}

impl Core {
    /// Entries above `after`, at most `limit`; fewer only at the end of the stream.
    pub(super) async fn read(
        &self,
        stream: &Stream,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Entry>, LogFault> {
        let held = self.held(stream);
        let (end, last) = self.end(&held).await?;
        let Some(last) = last.filter(|_| end.entry > after && limit > 0) else { return Ok(Vec::new()) };
        let messages = if last.headers.number(AFTER) <= after {
            vec![last]
        } else {
            let from = self.find(&held, after, &end).await?;
            self.messages(&held, from, after, limit, &end).await?
        };
        let appends = stream::iter(messages).map(|message| self.entries(&held, message));
        let appends: Vec<Vec<Entry>> = appends.buffered(APART_AT_ONCE).try_collect().await?;
        Ok(appends.into_iter().flatten().filter(|entry| entry.seq > after).take(limit).collect())
    }

    /// The number of the message that the entry after `after` stands in; there is one.
    async fn find(&self, held: &Held, after: u64, end: &Mark) -> Result<u64, LogFault> {
        let (before, beyond) = held.around(after);
        let (mut low, mut high) = (before.message + 1, beyond.map_or(end.message, |beyond| beyond.message));
        if before.entry == after {
            return Ok(low);
        }
        let name = self.names.log(&held.stream);
        // `low` begins at or before the entry, and what comes after `high` begins behind it.
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            let found = self.api.get(&name, &json!({ "seq": middle })).await?;
            let found = found.ok_or_else(|| held.is_shortened())?;
            held.saw(&found.mark(&held.stream)?);
            if found.headers.number(AFTER) <= after {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Ok(low)
    }

    /// Messages from a number on, until there are so many entries or the end; each follows the one before.
    async fn messages(
        &self,
        held: &Held,
        from: u64,
        after: u64,
        limit: usize,
        end: &Mark,
    ) -> Result<Vec<Stored>, LogFault> {
        let mut chain = Chain { held, before: None, next: from, messages: Vec::new() };
        let wanted = after.saturating_add(limit as u64).min(end.entry);
        let began = Instant::now();
        while chain.reached() < wanted {
            let left = end.message.saturating_sub(chain.next) + 1;
            // An append has one entry or more, so it takes no more messages than entries.
            if left.min(wanted - chain.reached().max(after)) <= SINGLY_MAX {
                let name = self.names.log(&held.stream);
                let found = self.api.get(&name, &json!({ "seq": chain.next })).await?;
                chain.take(found.ok_or_else(|| held.is_shortened())?)?;
                continue;
            }
            match self.pull(&mut chain, wanted, end.message).await? {
                Ok(()) => {}
                // A reader's server went away, or it does not have all yet: another begins where this one came to.
                Err(fault) if began.elapsed() > self.api.give_up => return Err(fault.into()),
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
        Ok(chain.messages)
    }

    /// Takes in what one reader on the servers gives, until an entry or a message.
    async fn pull(
        &self,
        chain: &mut Chain<'_>,
        wanted: u64,
        end: u64,
    ) -> Result<Result<(), ApiFault>, LogFault> {
        let name = self.names.log(&chain.held.stream);
        let mut pulled = match self.api.pulled(&name, chain.next).await {
            Ok(pulled) => pulled,
            Err(fault) => return Ok(Err(fault)),
        };
        while chain.reached() < wanted && chain.next <= end {
            match pulled.next(wanted - chain.reached()).await {
                Ok(message) => chain.take(message)?,
                Err(fault) => return Ok(Err(fault)),
            }
        }
        pulled.end().await;
        Ok(Ok(()))
    }

    /// The entries of an append, with what of them is kept apart.
    async fn entries(&self, held: &Held, message: Stored) -> Result<Vec<Entry>, LogFault> {
        let (stream, erasures) = (&held.stream, held.erasures());
        let torn =
            || LogFault::Damaged { detail: format!("message {} of {stream} is torn", message.message) };
        let append = message.headers.get(APPEND).unwrap_or_default().to_owned();
        let parts = self.names.parts();
        let body = match u32::try_from(message.headers.number(REST)).unwrap_or(u32::MAX) {
            0 => message.body.clone(),
            rest => {
                let base = self.names.rest(stream, &append);
                self.api.pieces(&parts, &base, rest).await?.ok_or_else(torn)?
            }
        };
        let after = message.headers.number(AFTER);
        let (mut entries, groups) = packed::unpack(after, body).ok_or_else(torn)?;
        if entries.len() as u64 != message.headers.number(COUNT) {
            return Err(torn());
        }
        for Group { subject, pieces } in groups {
            let base = self.names.part(stream, &subject, &append);
            // What is not there any more was erased.
            if let Some(bytes) = self.api.pieces(&parts, &base, pieces).await? {
                packed::give(&mut entries, &subject, bytes).ok_or_else(torn)?;
            }
        }
        let mark = message.mark(stream)?;
        held.keep(KeptAppend::read(&message, mark, &entries), erasures);
        Ok(entries)
    }

    /// Reads everything, and so finds what does not fit.
    pub(super) async fn check(&self, stream: &Stream) -> Result<(), LogFault> {
        const PAGE_ENTRIES: usize = 4_096;
        let mut after = 0;
        loop {
            let page = self.read(stream, after, PAGE_ENTRIES).await?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.seq;
        }
    }
}

/// Messages one after another, as they are read.
struct Chain<'a> {
    held: &'a Held,
    /// The end of the last that was taken.
    before: Option<Mark>,
    /// Number of the next message.
    next: u64,
    messages: Vec<Stored>,
}

impl Chain<'_> {
    /// Number of the last entry that was taken; 0 before the first.
    fn reached(&self) -> u64 {
        self.before.as_ref().map_or(0, |before| before.entry)
    }

    /// Takes the next message, if it is the one that follows.
    fn take(&mut self, message: Stored) -> Result<(), LogFault> {
        let after = message.headers.number(AFTER);
        let before = self.before.take().or_else(|| self.held.marked(after, self.next - 1));
        let follows = before.is_none_or(|before| before.is_followed_by(&message));
        if message.message != self.next || !follows {
            return Err(self.held.went_otherwise());
        }
        let mark = message.mark(&self.held.stream)?;
        self.held.saw(&mark);
        self.next += 1;
        self.before = Some(mark);
        self.messages.push(message);
        Ok(())
    }
}
