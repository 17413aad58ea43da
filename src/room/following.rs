//! A sitting that follows the conference: reads the conference's log from its beginning, as any node does, and has each
//! change decided by the sitting's room, once. In return it reports how far the sitting has come.

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use tokio::sync::watch;

use super::{Aggregate as _, Answer, Room, RoomFault, stored};
use crate::alarm::Failures;
use crate::conference::command::{Housekeeping as Asked, Intent as ConferenceIntent, Report};
use crate::conference::event::Event;
use crate::conference::{Conference, follow};
use crate::log::{Entry, Log, Stream};
use crate::meeting::command::{Actor, Housekeeping, Intent};
use crate::meeting::event::Recorded;
use crate::meeting::follow::{Change, Following};
use crate::meeting::ids::{Seq, SessionId};
use crate::meeting::programme::Phase;

/// How long a change that could not be stored is left alone before it is tried again.
const AGAIN_AFTER: Duration = Duration::from_secs(1);
/// Entries read at once while catching up.
const READ_MAX: usize = 4_096;

/// A sitting that follows the conference.
pub(super) struct Follower {
    log: Arc<dyn Log>,
    session: SessionId,
    /// The conference as far as it was followed.
    conference: Conference,
    room: Room,
    assembly: Room<Conference>,
    /// Told how far.
    followed: watch::Sender<Seq>,
}

impl Follower {
    /// Brings a sitting to where the conference stands, and follows from there.
    ///
    /// # Errors
    /// If the log cannot be read, or the sitting cannot store what it takes in.
    pub(super) async fn start(
        log: Arc<dyn Log>,
        room: Room,
        assembly: Room<Conference>,
    ) -> Result<watch::Receiver<Seq>, RoomFault> {
        let (followed, follows) = watch::channel(0);
        let session = room.session().clone();
        let conference = Conference::default();
        let mut follower = Self { log, session, conference, room, assembly, followed };
        follower.catch_up().await?;
        tokio::spawn(follower.run());
        Ok(follows)
    }

    async fn catch_up(&mut self) -> Result<(), RoomFault> {
        let stream = Stream::new(&Conference::stream(&()))?;
        // A session of an older log followed nothing yet: it is given all at once, as it stands.
        let Some(meeting) = self.room.look().await else { return Ok(()) };
        let at_once = meeting.followed == 0;
        loop {
            let entries = self.log.read(&stream, self.conference.seq, READ_MAX).await?;
            if entries.is_empty() {
                break;
            }
            for entry in &entries {
                let (recorded, change) = self.evolve(entry).await?;
                if let Some(change) = change.filter(|_| !at_once) {
                    self.require(&recorded, change).await?;
                }
            }
        }
        if at_once && let Some(charter) = self.conference.charter(&self.session) {
            let (conference_seq, change) = (self.conference.seq, Change::Charter(Box::new(charter)));
            self.decide(Following { conference_seq, actor: Actor::Server, change }).await?;
        }
        self.followed.send_replace(self.conference.seq);
        Ok(())
    }

    /// The conference takes an entry in. Tells what it means for the session.
    async fn evolve(&mut self, entry: &Entry) -> Result<(Recorded<Event>, Option<Change>), RoomFault> {
        let recorded: Recorded<Event> = stored::decode(&self.log, entry).await?;
        let was_in_it = follow::is_in_it(&self.conference, &recorded.event, &self.session);
        self.conference.evolve(&recorded);
        let change = follow::change(was_in_it, &recorded.event, &self.conference, &self.session);
        Ok((recorded, change))
    }

    async fn require(&self, recorded: &Recorded<Event>, change: Change) -> Result<(), RoomFault> {
        let (conference_seq, actor) = (recorded.seq, recorded.actor.clone());
        self.decide(Following { conference_seq, actor, change }).await
    }

    async fn decide(&self, following: Following) -> Result<(), RoomFault> {
        match self.room.decide(Intent::Server(Housekeeping::Follow(Box::new(following))), None).await {
            Answer::Done(_) => Ok(()),
            Answer::Refused(_) | Answer::NotStored | Answer::Busy => {
                Err(RoomFault::NotConvened { stream: self.session.to_string() })
            }
        }
    }

    /// Follows until the log closes. What cannot be stored is tried again, and nothing after it comes first.
    async fn run(mut self) {
        let mut failures = Failures::of("a session that follows the conference", self.session.as_str());
        let mut told = Phase::default();
        while let Ok(stream) = Stream::new(&Conference::stream(&())) {
            let Ok(mut entries) = self.log.follow(&stream, self.conference.seq).await else { return };
            loop {
                self.report(&mut told).await;
                let entry = tokio::select! {
                    entry = entries.next() => entry,
                    changed = self.room.glance.changed() => match changed {
                        Ok(()) => continue,
                        Err(_ended) => return,
                    },
                };
                match entry {
                    None => return,
                    Some(Ok(entry)) if self.take(&entry).await => {}
                    Some(Ok(_)) => return,
                    Some(Err(fault)) => {
                        tracing::error!(session = %self.session, %fault, "the conference cannot be followed");
                        failures.met();
                        tokio::time::sleep(AGAIN_AFTER).await;
                        break;
                    }
                }
            }
        }
    }

    /// Takes an entry in, however often it must be tried. False where it is not understood, or the room has ended.
    async fn take(&mut self, entry: &Entry) -> bool {
        let (recorded, change) = match self.evolve(entry).await {
            Ok(taken) => taken,
            Err(fault) => {
                tracing::error!(session = %self.session, %fault, "the conference is not followed any more");
                return false;
            }
        };
        if let Some(change) = change {
            while self.require(&recorded, change.clone()).await.is_err() {
                if self.room.has_ended() {
                    return false;
                }
                tokio::time::sleep(AGAIN_AFTER).await;
            }
        }
        self.followed.send_replace(recorded.seq);
        true
    }

    /// Reports how far the sitting has come; what could not be stored is reported with the next change.
    async fn report(&mut self, told: &mut Phase) {
        let phase = self.room.glance.borrow_and_update().phase;
        if phase == *told && phase == self.conference.programme.session(&self.session).phase {
            return;
        }
        let report = Report { session: self.session.clone(), phase };
        let asked = ConferenceIntent::Server(Asked::Report(report));
        if matches!(self.assembly.decide(asked, None).await, Answer::Done(_)) {
            *told = phase;
        }
    }
}
