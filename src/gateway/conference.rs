//! Carries out what the conference decides, beyond its sittings: sessions that are added are served, and whoever is
//! withdrawn enters by no link any more. What is carried out is told to the lobby, so that nobody reads there of a session
//! that they cannot enter yet.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{mpsc, watch};

use super::Gateway;
use super::links::revoke_all;
use crate::conference::Conference;
use crate::room::Publication;
use crate::terms::ids::{PersonId, Seq, SessionId};

/// How long what could not be carried out is left alone before it is tried again.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// How long it may take to carry out what the conference has stored. Whoever asked is told after that to ask again.
const CARRIED_OUT_WITHIN: Duration = Duration::from_secs(10);

/// How far the conference's log is carried out.
#[derive(Debug, Clone)]
pub struct CarriedOut(watch::Receiver<Done>);

/// What is carried out.
#[derive(Debug)]
pub(super) struct Done {
    /// Place in the log up to which all is.
    up_to: Seq,
    /// The conference as it may be told. When a server starts, that is all; what one before it left undone is done behind.
    conference: Conference,
}

impl Done {
    /// The conference as it may be told.
    pub(super) fn conference(&self) -> &Conference {
        &self.conference
    }
}

impl CarriedOut {
    /// Nothing yet of the conference as it stands, and where to tell it.
    pub(super) fn new(conference: Conference) -> (watch::Sender<Done>, Self) {
        let (told, carried_out) = watch::channel(Done { up_to: 0, conference });
        (told, Self(carried_out))
    }

    /// The conference as it may be told.
    pub fn conference(&self) -> Conference {
        self.0.borrow().conference().clone()
    }

    /// Tells when there is another.
    pub(super) fn watch(&self) -> watch::Receiver<Done> {
        self.0.clone()
    }

    /// Waits until the log is carried out up to here. False where that takes long, or the server stops.
    pub async fn caught_up(&self, seq: Seq) -> bool {
        let mut told = self.0.clone();
        let carried_out = told.wait_for(|done| done.up_to >= seq);
        matches!(tokio::time::timeout(CARRIED_OUT_WITHIN, carried_out).await, Ok(Ok(_)))
    }
}

/// Carries out what the conference publishes, and passes it on to the lobby, until the server stops. What a server before
/// this one left undone is done first.
pub(super) async fn carry_out(
    gateway: Arc<Gateway>,
    mut published: mpsc::Receiver<Publication<Conference>>,
    told: watch::Sender<Done>,
    lobby: mpsc::Sender<Publication<Conference>>,
) {
    let conference = gateway.conference.conference();
    let gone: BTreeSet<PersonId> = conference.register.withdrawn.iter().cloned().collect();
    without_links(&gateway, &gone).await;
    told.send_replace(Done { up_to: conference.seq, conference });
    while let Some(publication) = published.recv().await {
        let Changed { added, withdrawn } = changed(&publication);
        for session in added {
            serve(&gateway, session).await;
        }
        without_links(&gateway, &withdrawn).await;
        let conference = publication.after.clone();
        told.send_replace(Done { up_to: conference.seq, conference });
        // The lobby's task ends only when the server stops.
        drop(lobby.send(publication).await);
    }
}

/// What is to be carried out.
#[derive(Default)]
struct Changed {
    added: Vec<SessionId>,
    withdrawn: BTreeSet<PersonId>,
}

fn changed(publication: &Publication<Conference>) -> Changed {
    let mut changed = Changed::default();
    for recorded in publication.events() {
        changed.added.extend(recorded.event.adds().cloned());
        changed.withdrawn.extend(recorded.event.withdraws().cloned());
    }
    changed
}

async fn serve(gateway: &Gateway, session: SessionId) {
    loop {
        match gateway.rooms.open_session(session.clone()).await {
            Ok(room) => return gateway.serve_session(room).await,
            Err(fault) => tracing::error!(%session, %fault, "a session that was added is not served yet"),
        }
        tokio::time::sleep(AGAIN_AFTER).await;
    }
}

async fn without_links(gateway: &Gateway, people: &BTreeSet<PersonId>) {
    for person in people {
        while let Err(fault) = revoke_all(&gateway.identity, person, gateway.clock.now_ms()).await {
            tracing::error!(%fault, "the links of somebody who was withdrawn are not revoked yet");
            tokio::time::sleep(AGAIN_AFTER).await;
        }
    }
}
