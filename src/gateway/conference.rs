//! Carries out what the conference decides, beyond its sittings: sessions that are added are served, and whoever is
//! withdrawn enters by no link any more.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::Gateway;
use super::links::revoke_all;
use crate::conference::{Conference, event, programme, register};
use crate::meeting::ids::{PersonId, Seq, SessionId};
use crate::room::Publication;

/// How long what could not be carried out is left alone before it is tried again.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// How long it may take to carry out what the conference has stored. Whoever asked is told after that to ask again.
const CARRIED_OUT_WITHIN: Duration = Duration::from_secs(10);

/// How far the conference's log is carried out.
#[derive(Debug, Clone)]
pub struct CarriedOut(watch::Receiver<Seq>);

impl CarriedOut {
    /// Nothing yet, and where to tell it.
    pub(super) fn new() -> (watch::Sender<Seq>, Self) {
        let (told, carried_out) = watch::channel(0);
        (told, Self(carried_out))
    }

    /// Waits until the log is carried out up to here. False where that takes long, or the server stops.
    pub async fn caught_up(&self, seq: Seq) -> bool {
        let mut told = self.0.clone();
        let carried_out = told.wait_for(|carried_out| *carried_out >= seq);
        matches!(tokio::time::timeout(CARRIED_OUT_WITHIN, carried_out).await, Ok(Ok(_)))
    }
}

/// Carries out what the conference publishes until the server stops. What a server before this one left undone is done
/// first.
pub(super) async fn carry_out(gateway: Arc<Gateway>, told: watch::Sender<Seq>) {
    let Some((conference, mut published)) = gateway.rooms.assembly().follow().await else { return };
    let gone: BTreeSet<PersonId> = conference.register.withdrawn.iter().cloned().collect();
    without_links(&gateway, &gone).await;
    told.send_replace(conference.seq);
    while let Some(publication) = published.recv().await {
        let Changed { added, withdrawn } = changed(&publication);
        for session in added {
            serve(&gateway, session).await;
        }
        without_links(&gateway, &withdrawn).await;
        told.send_replace(publication.after.seq);
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
        match &recorded.event {
            event::Event::Programme(programme::Event::SessionAdded { entry, .. }) => {
                changed.added.push(entry.plan.id.clone());
            }
            event::Event::Register(register::Event::PersonWithdrawn { person }) => {
                changed.withdrawn.insert(person.clone());
            }
            event::Event::Programme(_) | event::Event::Register(_) => {}
        }
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
