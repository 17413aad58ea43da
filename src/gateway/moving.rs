//! The server goes away while other nodes stay: its people move to those, a few at a time, so that the others are not met by
//! all of them at once, and whoever is heard moves last.
//!
//! First the server says that it is not ready, for as long as a balancer takes to see that; until then it takes people in as
//! ever, for they might be led back to it. Then it takes in nobody, and tells one after another to come back at once, which
//! leads them elsewhere. What nobody has answered when they go is asked again by their page, under its key.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{oneshot, watch};
use tokio::time::{Instant, sleep, timeout};

use super::Gateway;
use super::client::{ClientId, WayOut};
use super::fanout::{Ask, Fanout, Sound};
use super::shown::Shown;
use crate::wire::server::Farewell;

/// How long a balancer may take to see that a server is not ready any more: it looks every few seconds.
pub const SEEN_WITHIN: Duration = Duration::from_secs(5);
/// How often some are told to move.
const STEP: Duration = Duration::from_millis(100);
/// How much longer than planned it may take until all were told: the tasks that tell them may be busy.
const LATE: Duration = Duration::from_secs(2);

/// How far a server is with going away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Going {
    /// It stays.
    Stays,
    /// It says that it is not ready.
    Announced,
    /// Its people move, and nobody is taken in.
    Moves,
}

/// What is asked of a task that carries a session's changes, or the lobby's.
pub struct Move {
    /// How long it may take until all its clients were told.
    pub within: Duration,
    /// Told when they were.
    pub done: oneshot::Sender<()>,
}

/// Clients that are yet to be told, in their order.
pub(super) struct Movers {
    waiting: VecDeque<ClientId>,
    next_at: Instant,
    ends_at: Instant,
    done: Option<oneshot::Sender<()>>,
}

impl Movers {
    fn new(asked: Move, waiting: VecDeque<ClientId>) -> Self {
        let now = Instant::now();
        Self { waiting, next_at: now, ends_at: now + asked.within, done: Some(asked.done) }
    }

    /// When the next are told.
    pub(super) fn next_at(&self) -> Instant {
        self.next_at
    }

    /// Those who are told now: as many as must go by each step for all to have gone in time.
    fn due(&mut self) -> Vec<ClientId> {
        let left = self.ends_at.saturating_duration_since(self.next_at);
        let steps = usize::try_from(left.as_millis() / STEP.as_millis()).unwrap_or(usize::MAX).max(1);
        self.next_at += STEP;
        self.waiting.drain(..self.waiting.len().div_ceil(steps)).collect()
    }
}

impl<A: Shown, O: WayOut, S: Sound<A>> Fanout<A, O, S> {
    /// All who are here are to move, those who are heard last.
    pub(super) fn movers(&self, asked: Move) -> Movers {
        let heard = self.carried().heard();
        let mut waiting: Vec<_> = self.clients().collect();
        waiting.sort_by_key(|client| (heard.contains(&client.person), client.id));
        Movers::new(asked, waiting.into_iter().map(|client| client.id).collect())
    }

    /// Tells those who are due. None once all were told.
    pub(super) fn move_on(&self, mut movers: Movers) -> Option<Movers> {
        for id in movers.due() {
            // Whoever has gone by now needs no word.
            if let Some(client) = self.client(id) {
                client.dismiss(Farewell::ServerStops, Some(0));
            }
        }
        if movers.waiting.is_empty() {
            // Whoever asked may have given up waiting.
            let _: Option<Result<(), ()>> = movers.done.take().map(|done| done.send(()));
            return None;
        }
        Some(movers)
    }
}

/// Has all people of a server move to other nodes within a time that begins once a balancer has seen that they are to.
pub(super) async fn all(gateway: &Arc<Gateway>, going: &watch::Sender<Going>, within: Duration) {
    if within.is_zero() {
        return;
    }
    tracing::info!("people move to other nodes, and the server ends when they have");
    going.send_replace(Going::Announced);
    sleep(SEEN_WITHIN).await;
    going.send_replace(Going::Moves);
    let fanouts = gateway.sessions.all().into_iter().map(|session| session.fanout);
    let mut told = Vec::new();
    let others = [gateway.concourse.fanout.clone(), gateway.drafting.fanout.clone()];
    for fanout in fanouts.chain(others) {
        let (done, moved) = oneshot::channel();
        drop(fanout.send(Ask::Move(Move { within, done })).await);
        told.push(moved);
    }
    let all = async {
        for moved in told {
            // A task that has ended has no clients left.
            drop(moved.await);
        }
    };
    if timeout(within + LATE, all).await.is_err() {
        tracing::warn!("not all people were told in time to move; the rest are told that the server ends");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn as_many_go_by_each_step_as_must_and_in_their_order() {
        let (done, _moved) = oneshot::channel();
        let asked = Move { within: Duration::from_secs(1), done };
        let mut movers = Movers::new(asked, (0..25).collect());
        let mut gone = Vec::new();
        let mut most = 0;
        while !movers.waiting.is_empty() {
            assert!(movers.next_at() < Instant::now() + Duration::from_secs(1), "in time");
            let due = movers.due();
            most = most.max(due.len());
            gone.extend(due);
        }
        assert_eq!(gone, (0..25).collect::<Vec<_>>());
        assert_eq!(most, 3, "spread over the ten steps of a second");
    }

    #[tokio::test(start_paused = true)]
    async fn where_there_is_no_time_all_go_at_once() {
        let (done, _moved) = oneshot::channel();
        let mut movers = Movers::new(Move { within: Duration::ZERO, done }, (0..25).collect());
        assert_eq!(movers.due().len(), 25);
    }
}
