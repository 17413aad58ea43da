//! Beats of nodes as plain messages of NATS, which nobody stores.

use std::future::ready;

use async_nats::connection::State;
use async_nats::{Client, Message};
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;

use super::super::LogFault;
use super::super::beats::{Beats, WAITING_MAX};
use crate::broadcast::PassedOn;
use crate::terms::ids::NodeId;

/// Where the nodes of one conference tell one another that they live.
pub struct NatsBeats {
    client: Client,
    subject: String,
    heard: PassedOn<NodeId>,
}

impl NatsBeats {
    /// Listens from now on.
    pub(super) async fn open(client: Client, subject: String) -> Result<Self, LogFault> {
        let told = client.subscribe(subject.clone()).await;
        let told = told.map_err(|fault| LogFault::Storage { reason: fault.to_string() })?;
        client.flush().await.map_err(|fault| LogFault::Storage { reason: fault.to_string() })?;
        let heard = PassedOn::from(told.filter_map(|message| ready(node_of(&message))), WAITING_MAX);
        Ok(Self { client, subject, heard })
    }
}

/// Whose beat a message is, if it is one.
fn node_of(message: &Message) -> Option<NodeId> {
    std::str::from_utf8(&message.payload).ok()?.parse().ok()
}

impl Beats for NatsBeats {
    fn beat(&self, node: &NodeId) {
        // The client would keep it until the connection is back, and it would be a sign of life from long ago.
        if self.client.connection_state() != State::Connected {
            return;
        }
        let (client, subject, node) = (self.client.clone(), self.subject.clone(), node.to_string());
        // It fails where the connection has ended.
        tokio::spawn(async move { drop(client.publish(subject, node.into()).await) });
    }

    fn heard(&self) -> BoxStream<'static, NodeId> {
        self.heard.heard()
    }
}
