//! Beats of nodes as plain messages of NATS, which nobody stores.

use std::sync::{Arc, Weak};

use async_nats::connection::State;
use async_nats::{Client, Subscriber};
use futures_util::StreamExt as _;
use futures_util::stream::{self, BoxStream};

use super::super::LogFault;
use super::super::beats::{Beats, InProcess};
use crate::terms::ids::NodeId;

/// Where the nodes of one conference tell one another that they live.
pub struct NatsBeats {
    client: Client,
    subject: String,
    /// Gone once the connection has ended.
    heard: Weak<InProcess>,
}

impl NatsBeats {
    /// Listens from now on.
    pub(super) async fn open(client: Client, subject: String) -> Result<Self, LogFault> {
        let told = client.subscribe(subject.clone()).await;
        let told = told.map_err(|fault| LogFault::Storage { reason: fault.to_string() })?;
        client.flush().await.map_err(|fault| LogFault::Storage { reason: fault.to_string() })?;
        let heard = Arc::new(InProcess::default());
        let weak = Arc::downgrade(&heard);
        tokio::spawn(pass_on(told, heard));
        Ok(Self { client, subject, heard: weak })
    }
}

/// Tells all who listen here what comes, until the connection ends. What is no beat is left aside.
async fn pass_on(mut told: Subscriber, heard: Arc<InProcess>) {
    while let Some(message) = told.next().await {
        let node = std::str::from_utf8(&message.payload).ok().and_then(|node| node.parse().ok());
        if let Some(node) = node {
            heard.beat(&node);
        }
    }
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
        self.heard.upgrade().map_or_else(|| stream::empty().boxed(), |heard| heard.heard())
    }
}
