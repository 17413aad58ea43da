//! What is too large for one message, or must be erasable, is kept in messages of its own: piece after piece under one
//! subject, the first as `….0`.
//!
//! A piece is stored once and never replaced, for what is replaced is not written over on the disk.

use std::time::Instant;

use async_nats::HeaderMap;
use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use serde_json::json;

use super::super::LogFault;
use super::MESSAGE_BYTES_MAX;
use super::api::{Api, PAUSE};

/// How many pieces are on their way at one time.
const UNDER_WAY: usize = 8;
/// How many parts of entries a piece stands for; only the first of a group says so.
pub(super) const COUNT: &str = "Plenary-Count";
/// The message's subject is to have none yet.
pub(super) const SUBJECT_FENCE: &str = "Nats-Expected-Last-Subject-Sequence";

impl Api {
    /// Stores bytes below a subject, each piece once.
    pub(super) async fn store_pieces(
        &self,
        stream: &str,
        base: &str,
        bytes: &Bytes,
        count: u64,
    ) -> Result<(), LogFault> {
        let starts = (0..bytes.len().max(1)).step_by(MESSAGE_BYTES_MAX);
        let pieces = starts.enumerate().map(|(n, start)| {
            let piece = bytes.slice(start..bytes.len().min(start + MESSAGE_BYTES_MAX));
            let mut headers = HeaderMap::new();
            headers.insert(COUNT, if n == 0 { count.to_string() } else { "0".to_owned() });
            (format!("{base}.{n}"), headers, piece)
        });
        self.store_each(stream, pieces.collect()).await
    }

    /// Stores messages, several at one time, each where its subject has none.
    pub(super) async fn store_each(
        &self,
        stream: &str,
        messages: Vec<(String, HeaderMap, Bytes)>,
    ) -> Result<(), LogFault> {
        let stores = messages.into_iter().map(|(subject, headers, body)| async move {
            self.store_once(stream, &subject, headers, body).await
        });
        // In a vector first, for the compiler cannot tell that the iterator may be sent.
        let stores: Vec<_> = stores.collect();
        stream::iter(stores).buffer_unordered(UNDER_WAY).try_for_each(|_new| async { Ok(()) }).await
    }

    /// Stores a message where its subject has none, and tells whether it was this call that did, as far as it can know.
    pub(super) async fn store_once(
        &self,
        stream: &str,
        subject: &str,
        mut headers: HeaderMap,
        body: Bytes,
    ) -> Result<bool, LogFault> {
        headers.insert(SUBJECT_FENCE, "0");
        let began = Instant::now();
        loop {
            let fault = match self.publish(subject, headers.clone(), body.clone()).await {
                Ok(_) => return Ok(true),
                Err(fault) => fault,
            };
            // A server may say that the subject has one while one is only on its way: what is read is true.
            if fault.is_wrong_last() && self.get(stream, &json!({ "last_by_subj": subject })).await?.is_some()
            {
                return Ok(false);
            }
            if began.elapsed() > self.give_up {
                return Err(fault.into());
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// So many pieces below a subject, as one; none where any is gone.
    pub(super) async fn pieces(
        &self,
        stream: &str,
        base: &str,
        count: u32,
    ) -> Result<Option<Bytes>, LogFault> {
        let mut whole = BytesMut::new();
        for n in 0..count {
            let which = json!({ "last_by_subj": format!("{base}.{n}") });
            let Some(piece) = self.get(stream, &which).await? else { return Ok(None) };
            if count == 1 {
                return Ok(Some(piece.body));
            }
            whole.extend_from_slice(&piece.body);
        }
        Ok(Some(whole.freeze()))
    }

    /// Takes away, for good, every message whose subject fits, and tells for how many parts they stood.
    pub(super) async fn erase_all(&self, stream: &str, subjects: &str) -> Result<u64, LogFault> {
        let mut erased = 0;
        let mut from = 1;
        loop {
            let which = json!({ "seq": from, "next_by_subj": subjects });
            let Some(found) = self.get(stream, &which).await? else { return Ok(erased) };
            self.erase(stream, found.message).await?;
            erased += found.headers.number(COUNT);
            from = found.message + 1;
        }
    }
}
