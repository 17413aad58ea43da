//! What all clones of the log share, but for who follows: the connection and what is known of each stream.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::json;
use tokio::sync::{OwnedRwLockReadGuard, RwLock};

use super::super::{LogFault, Stream};
use super::api::{Api, PAUSE, Stored};
use super::config::Config;
use super::held::{AFTER, Held, Mark};
use super::names::Names;

/// How often a stream that seems shorter is asked for again: a leader that was replaced may not know it yet.
const SHORTER_MAX: u32 = 20;

/// What all clones of a log share.
pub(super) struct Core {
    pub(super) api: Api,
    pub(super) names: Names,
    pub(super) replicas: usize,
    /// Begins the ids of this node's appends and uploads: no other has the same.
    run: String,
    numbered: AtomicU64,
    streams: Mutex<HashMap<Stream, Arc<Held>>>,
    /// Whether the log is closed. Whoever does something holds it for reading, so that closing waits.
    closed: Arc<RwLock<bool>>,
}

impl Core {
    pub(super) fn new(api: Api, names: Names, replicas: usize) -> Result<Self, LogFault> {
        let mut run = [0_u8; 16];
        getrandom::fill(&mut run).map_err(|fault| LogFault::Storage { reason: fault.to_string() })?;
        let run = run.iter().map(|byte| format!("{byte:02x}")).collect();
        let (numbered, closed) = (AtomicU64::new(0), Arc::new(RwLock::new(false)));
        Ok(Self { api, names, replicas, run, numbered, streams: Mutex::default(), closed })
    }

    /// An id that nobody else has.
    pub(super) fn fresh_id(&self) -> String {
        format!("{}-{}", self.run, self.numbered.fetch_add(1, Ordering::Relaxed))
    }

    /// Lets something be done before the log closes.
    ///
    /// # Errors
    /// If it is closed.
    pub(super) async fn open(&self) -> Result<OwnedRwLockReadGuard<bool>, LogFault> {
        let open = Arc::clone(&self.closed).read_owned().await;
        if *open { Err(LogFault::Closed) } else { Ok(open) }
    }

    /// Waits for what is being done, and lets nothing more be.
    pub(super) async fn close(&self) {
        *self.closed.write().await = true;
    }

    /// Begins the ids of this node's appends: its name among nodes that are asked what they miss.
    pub(super) fn run(&self) -> &str {
        &self.run
    }

    /// All streams that this node knows.
    pub(super) fn all_held(&self) -> Vec<Arc<Held>> {
        self.streams.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }

    pub(super) fn held(&self, stream: &Stream) -> Arc<Held> {
        let mut streams = self.streams.lock().unwrap_or_else(PoisonError::into_inner);
        let held = streams.entry(stream.clone()).or_insert_with(|| Arc::new(Held::new(stream.clone())));
        Arc::clone(held)
    }

    /// How the JetStream stream of a stream is to be.
    pub(super) fn log_config(&self, stream: &Stream) -> Config {
        Config {
            name: self.names.log(stream),
            subject: self.names.log_subject(stream),
            replicas: self.replicas,
            erasable: false,
            one_a_subject: false,
        }
    }

    /// Makes what every log has beside its streams, and looks whether the streams that are there are as they are to be.
    pub(super) async fn prepare(&self) -> Result<(), LogFault> {
        for (name, subject, one_a_subject) in [
            (self.names.parts(), self.names.part_subjects(), false),
            (self.names.blobs(), self.names.blob_subjects(), true),
        ] {
            let config = Config { name, subject, replicas: self.replicas, erasable: true, one_a_subject };
            self.api.create(&config).await?;
        }
        for found in self.api.streams(&self.names.log_subjects()).await? {
            let Some(stream) = self.names.named(found.name()) else { continue };
            if let Some(fault) = self.log_config(&stream).difference(&found.config) {
                return Err(fault);
            }
            self.held(&stream).was_made();
        }
        Ok(())
    }

    /// Every stream with at least one entry, in the order of their names.
    pub(super) async fn streams(&self) -> Result<Vec<Stream>, LogFault> {
        let found = self.api.streams(&self.names.log_subjects()).await?;
        let found = found.iter().filter(|found| found.state.messages > 0);
        let mut streams: Vec<Stream> = found.filter_map(|found| self.names.named(found.name())).collect();
        streams.sort();
        Ok(streams)
    }

    /// Looks, once for each connection, whether the furthest append that was seen of a stream is where it was: while there
    /// was no connection, somebody may have put an older copy in its place, and others may have gone on with that.
    ///
    /// # Errors
    /// [`LogFault::Shortened`] if it is not.
    pub(super) async fn compare(&self, held: &Held) -> Result<(), LogFault> {
        let connection = self.api.connection();
        if held.is_missing() && self.stands(held, &held.furthest()).await? {
            tracing::warn!(stream = %held.stream, "what a stream had lost is where it was: it is gone on with");
            held.is_whole_again();
        }
        let seen = held.end()?;
        if held.is_compared(&connection) {
            return Ok(());
        }
        self.find_again(held, &seen).await?;
        held.was_compared(connection);
        Ok(())
    }

    /// Whether an append that was seen is where it was, as the stream's leader says now.
    pub(super) async fn stands(&self, held: &Held, seen: &Mark) -> Result<bool, LogFault> {
        let found = self.api.get(&self.names.log(&held.stream), &json!({ "seq": seen.message })).await?;
        Ok(found.map(|found| found.mark(&held.stream)).transpose()?.as_ref() == Some(seen))
    }

    /// Waits until an append that was seen is where it was.
    ///
    /// # Errors
    /// [`LogFault::Shortened`] if it is not there for long.
    pub(super) async fn find_again(&self, held: &Held, seen: &Mark) -> Result<(), LogFault> {
        if seen.message == 0 {
            return Ok(());
        }
        let name = self.names.log(&held.stream);
        for again in 0..=SHORTER_MAX {
            match self.api.get(&name, &json!({ "seq": seen.message })).await? {
                Some(found) if found.mark(&held.stream)? == *seen => break,
                None if again < SHORTER_MAX => tokio::time::sleep(PAUSE).await,
                Some(_) | None => return Err(held.is_shortened()),
            }
        }
        Ok(())
    }

    /// Where a stream ends, as its leader says, and its last message.
    ///
    /// # Errors
    /// [`LogFault::Shortened`] if it ends before what was seen of it.
    pub(super) async fn end(&self, held: &Held) -> Result<(Mark, Option<Stored>), LogFault> {
        let name = self.names.log(&held.stream);
        let which = json!({ "last_by_subj": self.names.log_subject(&held.stream) });
        self.compare(held).await?;
        for _again in 0..SHORTER_MAX {
            let seen = held.end()?;
            let last = self.api.get(&name, &which).await?;
            let end = last.as_ref().map(|last| last.mark(&held.stream)).transpose()?.unwrap_or_default();
            if end.message == seen.message && end != seen {
                return Err(held.is_shortened());
            }
            if end.message >= seen.message && end.entry >= seen.entry {
                // First, so that what was seen before stays known where this does not follow from it.
                if let Some(last) = &last {
                    self.check_before(held, last)?;
                }
                held.saw_end(&end);
                return Ok((end, last));
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(held.is_shortened())
    }

    /// Compares an append with what is known of the one before.
    fn check_before(&self, held: &Held, next: &Stored) -> Result<(), LogFault> {
        let before = held.marked(next.headers.number(AFTER), next.message - 1);
        if before.is_none_or(|before| before.is_followed_by(next)) {
            Ok(())
        } else {
            Err(held.went_otherwise())
        }
    }
}
