//! Appending: one message an append, fenced by the number of the stream's last, and settled by reading where no answer
//! came.

use std::sync::Arc;
use std::time::Instant;

use async_nats::HeaderMap;
use bytes::Bytes;
use serde_json::json;

use super::super::{AppendError, LogFault, NewEntry, Stream};
use super::MESSAGE_BYTES_MAX;
use super::api::PAUSE;
use super::core::Core;
use super::held::{AFTER, APPEND, COUNT, FORMAT, FORMAT_KNOWN, Held, Mark, PREVIOUS, REST};
use super::kept::KeptAppend;
use super::packed::{self, Packed};

/// The stream is to end at the message of this number. The fence of a subject would be the wrong one: servers check it
/// against what is not stored yet.
const FENCE: &str = "Nats-Expected-Last-Sequence";

/// An append that is ready to be published.
pub(super) struct Ready {
    id: String,
    headers: HeaderMap,
    body: Bytes,
    /// Where its parts and what is too large for its message are kept.
    apart: Vec<String>,
}

impl Core {
    /// Appends entries that keep the bounds.
    pub(super) async fn append(
        &self,
        stream: &Stream,
        expected: u64,
        entries: Vec<NewEntry>,
    ) -> Result<u64, AppendError> {
        let held = self.held(stream);
        let _writing = held.writing.lock().await;
        self.compare(&held).await?;
        let mut known = held.end()?;
        // A stream that nobody has asked about is compared by the fence.
        if known.entry != expected || entries.is_empty() {
            known = self.end(&held).await?.0;
        }
        if known.entry != expected {
            return Err(AppendError::Raced { last: known.entry });
        }
        if entries.is_empty() {
            return Ok(expected);
        }
        if !held.is_made() {
            self.api.create(&self.log_config(stream)).await?;
            held.was_made();
        }
        let count = entries.len() as u64;
        let erasures = held.erasures();
        let ready = self.store_apart(stream, &known, &entries, self.fresh_id()).await?;
        let last = self.publish(&held, &known, &ready, expected + count).await;
        match &last {
            Ok(last) => {
                let mark = Mark { entry: *last, message: known.message + 1, append: ready.id };
                held.keep(KeptAppend { before: known, mark, entries }, erasures);
                // It fails where the connection has ended, and then others look by themselves.
                drop(self.api.client.publish(self.names.end(stream), last.to_string().into()).await);
            }
            Err(AppendError::Raced { .. }) => self.let_go(&ready.apart).await,
            // What is kept apart may be needed.
            Err(AppendError::Fault(_)) => {}
        }
        last
    }

    /// Stores what does not stand in the append's own message: before it, so that who reads it finds it.
    pub(super) async fn store_apart(
        &self,
        stream: &Stream,
        known: &Mark,
        entries: &[NewEntry],
        id: String,
    ) -> Result<Ready, LogFault> {
        let Packed { entries: mut body, apart } = packed::pack(entries);
        let parts = self.names.parts();
        let mut bases = Vec::new();
        for group in apart {
            let base = self.names.part(stream, &group.subject, &id);
            self.api.store_pieces(&parts, &base, &group.bytes, group.count).await?;
            bases.push(base);
        }
        let mut headers = HeaderMap::new();
        headers.insert(FENCE, known.message.to_string());
        headers.insert(AFTER, known.entry.to_string());
        headers.insert(COUNT, entries.len().to_string());
        headers.insert(APPEND, id.clone());
        headers.insert(PREVIOUS, known.append.clone());
        headers.insert(FORMAT, FORMAT_KNOWN.to_string());
        if body.len() > MESSAGE_BYTES_MAX {
            let base = self.names.rest(stream, &id);
            self.api.store_pieces(&parts, &base, &body, 0).await?;
            bases.push(base);
            headers.insert(REST, packed::pieces(body.len()).to_string());
            body = Bytes::new();
        }
        Ok(Ready { id, headers, body, apart: bases })
    }

    /// Publishes until it is known what became of it.
    ///
    /// Any answer but an acknowledgement is settled in one way, also that somebody was faster: the client may have sent
    /// it twice. The message after the known end is this append's, or another's, or there is none, and then the very
    /// same is published again: it cannot be stored twice.
    pub(super) async fn publish(
        &self,
        held: &Held,
        known: &Mark,
        ready: &Ready,
        last: u64,
    ) -> Result<u64, AppendError> {
        let (subject, name) = (self.names.log_subject(&held.stream), self.names.log(&held.stream));
        let next = known.message + 1;
        let stored = Mark { entry: last, message: next, append: ready.id.clone() };
        let began = Instant::now();
        loop {
            let fault = match self.api.publish(&subject, ready.headers.clone(), ready.body.clone()).await {
                Ok(message) if message == next => return self.is_stored(held, known, &stored).await,
                Ok(_) => return Err(held.went_otherwise().into()),
                Err(fault) => fault,
            };
            match self.api.get_once(&name, &json!({ "seq": next })).await {
                Ok(Some(found)) if found.headers.get(APPEND) == Some(&ready.id) => {
                    return self.is_stored(held, known, &stored).await;
                }
                Ok(Some(_another)) => {
                    let (end, _) = self.end(held).await?;
                    return Err(AppendError::Raced { last: end.entry });
                }
                // Nothing follows the known end, but it is not the end either: the stream has lost it.
                Ok(None) if fault.is_wrong_last() => drop(self.end(held).await?),
                Ok(None) | Err(_) => {}
            }
            if began.elapsed() > self.api.give_up {
                return Err(LogFault::from(fault).into());
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// An append was just stored. It is looked whether it comes after the one that it was made after, where the connection
    /// has changed since that was compared: the client keeps what it could not send, and the fence only counts.
    async fn is_stored(&self, held: &Held, known: &Mark, stored: &Mark) -> Result<u64, AppendError> {
        if !held.is_compared(&self.api.connection()) {
            self.find_again(held, known).await?;
        }
        held.saw_end(stored);
        Ok(stored.entry)
    }

    /// Takes away what was stored for an append that lost the race.
    async fn let_go(&self, apart: &[String]) {
        for base in apart {
            if let Err(fault) = self.api.erase_all(&self.names.parts(), &format!("{base}.*")).await {
                // Nothing refers to it, and it goes when its subject is erased.
                tracing::warn!(%fault, "what an append that was not stored left could not be removed");
            }
        }
    }
}

/// Carries an append to its end, also where nobody waits for it any more: so what it stored apart is taken away if it
/// is not to stay, and closing waits for it.
pub(super) async fn append(
    core: Arc<Core>,
    stream: Stream,
    expected: u64,
    entries: Vec<NewEntry>,
) -> Result<u64, AppendError> {
    let open = core.open().await?;
    let task = tokio::spawn(async move {
        let last = core.append(&stream, expected, entries).await;
        drop(open);
        last
    });
    task.await.map_err(|stopped| LogFault::Storage { reason: stopped.to_string() })?
}
