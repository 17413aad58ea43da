//! The trunk as plain messages of NATS, which nobody stores, on a connection of its own: sound does not wait for the log.

use std::future::ready;

use async_nats::Client;
use async_nats::connection::State;
use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use tokio::sync::mpsc;

use super::{Sent, Trunk, WAITING_MAX};
use crate::broadcast::PassedOn;
use crate::terms::ids::{ConferenceId, NodeId, SessionId};

/// Messages that may wait for the connection: those of one tick, if all sessions of a conference speak at once. What comes
/// beyond is dropped, for it would only come late.
const LEAVING_MAX: usize = 32;

/// The trunk between the nodes of one conference.
pub struct NatsTrunk {
    client: Client,
    prefix: String,
    leaving: mpsc::Sender<(String, Bytes)>,
    heard: PassedOn<Sent>,
}

impl NatsTrunk {
    /// Listens from now on.
    ///
    /// # Errors
    /// If the connection has ended.
    pub async fn open(client: Client, conference: &ConferenceId) -> Result<Self, async_nats::SubscribeError> {
        let prefix = format!("plenary.{conference}.sound.");
        let told = client.subscribe(format!("{prefix}*.*")).await?;
        let of = prefix.clone();
        let sent = told.filter_map(move |message| {
            // What is not of the trunk is left aside.
            let sender = sender(message.subject.as_str(), &of);
            ready(sender.map(|(session, node)| Sent { node, session, message: message.payload }))
        });
        let heard = PassedOn::from(sent, WAITING_MAX);
        let (leaving, waiting) = mpsc::channel(LEAVING_MAX);
        tokio::spawn(publish(client.clone(), waiting));
        Ok(Self { client, prefix, leaving, heard })
    }
}

fn sender(subject: &str, prefix: &str) -> Option<(SessionId, NodeId)> {
    let (session, node) = subject.strip_prefix(prefix)?.split_once('.')?;
    Some((session.parse().ok()?, node.parse().ok()?))
}

/// Sends what waits, as long as the trunk is there.
async fn publish(client: Client, mut waiting: mpsc::Receiver<(String, Bytes)>) {
    while let Some((subject, message)) = waiting.recv().await {
        // It fails where the connection has ended, and then nothing is heard either.
        drop(client.publish(subject, message).await);
    }
}

impl Trunk for NatsTrunk {
    fn send(&self, node: &NodeId, session: &SessionId, message: Bytes) {
        // The client would keep it until the connection is back, and nobody wants to hear it then.
        if self.client.connection_state() == State::Connected {
            drop(self.leaving.try_send((format!("{}{session}.{node}", self.prefix), message)));
        }
    }

    fn heard(&self) -> BoxStream<'static, Sent> {
        self.heard.heard()
    }
}
