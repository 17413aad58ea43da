//! Giving back to a log what it has lost: nodes that run hold the newest appends, and put them where they were when somebody
//! who has looked says so.
//!
//! Whoever may write the log on the servers may ask: the question goes over the same connection, under the same password.
//! Each append comes back under its own id, number and predecessor, so that the stream is the very same as before: every
//! other node finds there what it saw, and goes on. A stream that went on otherwise since is left as it is, for then what was
//! stored since would have to go.

use std::sync::Arc;
use std::time::Duration;

use async_nats::{Message, Subscriber};
use futures_util::StreamExt as _;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::super::{AppendError, LogFault};
use super::Nats;
use super::core::Core;
use super::held::{Held, Mark};
use super::kept::KeptAppend;

/// How long is waited for what nodes say: each looks at every stream that it knows.
const SAID_WITHIN: Duration = Duration::from_secs(4);
/// How long a node may take to put back what it holds of a stream.
const DONE_WITHIN: Duration = Duration::from_secs(60);

/// What a node says of a stream that has lost entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lost {
    /// The node, by a name of its own for this.
    pub node: String,
    /// The stream.
    pub stream: String,
    /// The entry that it ends at now.
    pub ends_at: u64,
    /// The last entry that this node has seen of it.
    pub seen_to: u64,
    /// Why the node cannot put back what is missing; none where it can.
    pub why_not: Option<String>,
}

/// What is asked of nodes.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Question {
    /// What they miss.
    Look,
    /// That one puts back what it holds of a stream.
    PutBack { node: String, stream: String },
}

impl Nats {
    /// Answers from now on whoever asks what this node misses of the log, and puts it back when asked to.
    ///
    /// # Errors
    /// If the connection has ended.
    pub async fn serve_repairs(&self) -> Result<(), LogFault> {
        let core = &self.0.core;
        let asked = core.api.client.subscribe(core.names.repairs()).await;
        let asked = asked.map_err(|fault| LogFault::Storage { reason: fault.to_string() })?;
        // It ends with the connection, which the log closes.
        tokio::spawn(serve(Arc::downgrade(core), asked));
        Ok(())
    }

    /// Asks all nodes what they miss. Nothing is changed.
    ///
    /// # Errors
    /// If the connection has ended.
    pub async fn lost(&self) -> Result<Vec<Lost>, LogFault> {
        let mut lost = Vec::new();
        let mut said = self.ask(&Question::Look).await?;
        let all = async {
            while let Some(message) = said.next().await {
                lost.extend(serde_json::from_slice::<Vec<Lost>>(&message.payload).unwrap_or_default());
            }
        };
        // However many nodes there are, nobody knows: what is said in time counts.
        drop(tokio::time::timeout(SAID_WITHIN, all).await);
        Ok(lost)
    }

    /// Has a node put back what it holds of a stream, and tells how many entries that were.
    ///
    /// # Errors
    /// Why it did not.
    pub async fn put_back(&self, lost: &Lost) -> Result<u64, String> {
        let question = Question::PutBack { node: lost.node.clone(), stream: lost.stream.clone() };
        let mut said = self.ask(&question).await.map_err(|fault| fault.to_string())?;
        let answer = tokio::time::timeout(DONE_WITHIN, said.next()).await.ok().flatten();
        let answer = answer.and_then(|said| serde_json::from_slice(&said.payload).ok());
        answer.unwrap_or_else(|| Err("the node does not answer: look at what it logs".to_owned()))
    }

    async fn ask(&self, question: &Question) -> Result<Subscriber, LogFault> {
        let unasked = |reason: String| LogFault::Storage { reason };
        let (client, inbox) = (&self.0.core.api.client, self.0.core.api.client.new_inbox());
        let said = client.subscribe(inbox.clone()).await.map_err(|fault| unasked(fault.to_string()))?;
        let question = serde_json::to_vec(question).map_err(|fault| unasked(fault.to_string()))?;
        let asked = client.publish_with_reply(self.0.core.names.repairs(), inbox, question.into()).await;
        asked.map_err(|fault| unasked(fault.to_string()))?;
        client.flush().await.map_err(|fault| unasked(fault.to_string()))?;
        Ok(said)
    }
}

/// Answers as long as there is a log.
async fn serve(core: std::sync::Weak<Core>, mut asked: Subscriber) {
    while let Some(message) = asked.next().await {
        let Some(core) = core.upgrade() else { return };
        if let Some((reply, answer)) = core.answered(&message).await {
            // Whoever asked may have gone.
            drop(core.api.client.publish(reply, answer.into()).await);
        }
    }
}

impl Core {
    /// The answer to a question, and where it goes; none where it is for another node, or is no question.
    async fn answered(&self, message: &Message) -> Option<(async_nats::Subject, Vec<u8>)> {
        let reply = message.reply.clone()?;
        let answer = match serde_json::from_slice(&message.payload).ok()? {
            Question::Look => serde_json::to_vec(&self.look().await),
            Question::PutBack { node, .. } if node != self.run() => return None,
            Question::PutBack { stream, .. } => serde_json::to_vec(&self.put_back(&stream).await),
        };
        Some((reply, answer.ok()?))
    }

    /// What is missing of the streams that this node knows.
    async fn look(&self) -> Vec<Lost> {
        let mut lost = Vec::new();
        for held in self.all_held() {
            let seen = held.furthest();
            if seen.message == 0 || self.stands(&held, &seen).await.unwrap_or(true) {
                continue;
            }
            let (ends_at, why_not) = match self.missing(&held, &seen).await {
                Ok((end, _)) => (end.entry, None),
                Err((end, why)) => (end, Some(why)),
            };
            let stream = held.stream.to_string();
            lost.push(Lost { node: self.run().to_owned(), stream, ends_at, seen_to: seen.entry, why_not });
        }
        lost
    }

    /// Where a stream ends, and the appends that it misses after that, which this node holds.
    ///
    /// # Errors
    /// The entry that it ends at, and why this node cannot put them back.
    async fn missing(&self, held: &Held, seen: &Mark) -> Result<(Mark, Vec<KeptAppend>), (u64, String)> {
        let which = json!({ "last_by_subj": self.names.log_subject(&held.stream) });
        let unread = |fault: LogFault| (0, fault.to_string());
        let last = self.api.get(&self.names.log(&held.stream), &which).await.map_err(unread)?;
        let end = last.as_ref().map(|last| last.mark(&held.stream)).transpose().map_err(unread)?;
        let end = end.unwrap_or_default();
        if end.message >= seen.message {
            let why = "it went on otherwise since, and what was stored since would be lost: to give up what it misses, start \
                       the servers of the conference again";
            return Err((end.entry, why.to_owned()));
        }
        match held.kept(&end, seen) {
            Some(appends) => Ok((end, appends)),
            None => Err((
                end.entry,
                "this node does not hold all of it any more, or it went on otherwise".to_owned(),
            )),
        }
    }

    /// Puts back what this node holds of a stream, and tells how many entries that were.
    async fn put_back(&self, stream: &str) -> Result<u64, String> {
        // What it does not know, it misses nothing of.
        let Some(held) = self.all_held().into_iter().find(|held| held.stream.as_str() == stream) else {
            return Ok(0);
        };
        let stream = held.stream.clone();
        let _open = self.open().await.map_err(|fault| fault.to_string())?;
        let _writing = held.writing.lock().await;
        let seen = held.furthest();
        if self.stands(&held, &seen).await.map_err(|fault| fault.to_string())? {
            return Ok(0);
        }
        let (end, appends) = self.missing(&held, &seen).await.map_err(|(_, why)| why)?;
        tracing::warn!(%stream, ends_at = end.entry, seen_to = seen.entry, "what the log has lost is put back");
        // It may be gone altogether.
        self.api.create(&self.log_config(&stream)).await.map_err(|fault| fault.to_string())?;
        for append in appends {
            let stored = self.store_again(&held, &append).await;
            stored.map_err(|fault| fault.to_string())?;
        }
        held.is_whole_again();
        let last = seen.entry;
        // It fails where the connection has ended, and then others look by themselves.
        drop(self.api.client.publish(self.names.end(&stream), last.to_string().into()).await);
        Ok(last - end.entry)
    }

    /// Stores an append where and as it was.
    async fn store_again(&self, held: &Held, append: &KeptAppend) -> Result<(), AppendError> {
        let KeptAppend { before, mark, entries } = append;
        let ready = self.store_apart(&held.stream, before, entries, mark.append.clone()).await?;
        self.publish(held, before, &ready, mark.entry).await.map(drop)
    }
}
