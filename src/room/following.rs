//! A sitting that follows the conference: takes all in that has happened to the conference, as any node does, and has each
//! change decided by the sitting's room, once. In return it reports how far the sitting has come.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use tokio::sync::watch;

use super::{Aggregate as _, Answer, Room, RoomFault, stored, task};
use crate::alarm::Failures;
use crate::conference::command::{Housekeeping as Asked, Intent as ConferenceIntent, Report};
use crate::conference::event::Event;
use crate::conference::{Conference, follow, lists};
use crate::log::{Entry, Log, Stream};
use crate::meeting::Meeting;
use crate::meeting::command::{Actor, Housekeeping, Intent};
use crate::meeting::event::Recorded;
use crate::meeting::follow::{Change, Following};
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::speakers::LaidDown;
use crate::meeting::statements::texts;
use crate::terms::ids::{Seq, SessionId};

/// How long a change that could not be stored is left alone before it is tried again.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// A sitting that follows the conference.
pub(super) struct Follower {
    log: Arc<dyn Log>,
    /// Name of the conference's log.
    stream: Stream,
    session: SessionId,
    /// The conference as far as it was followed.
    conference: Conference,
    room: Room,
    assembly: Room<Conference>,
    /// Told how far.
    followed: watch::Sender<Seq>,
}

impl Follower {
    /// A follower of a sitting, which follows nothing yet.
    ///
    /// # Errors
    /// If the name of the conference's log is no name.
    pub(super) fn new(log: Arc<dyn Log>, room: Room, assembly: Room<Conference>) -> Result<Self, RoomFault> {
        let stream = Stream::new(&Conference::stream(&()))?;
        let session = room.session().clone();
        let (followed, _) = watch::channel(0);
        Ok(Self { log, stream, session, conference: Conference::default(), room, assembly, followed })
    }

    /// Brings the sitting to where the conference stands, and follows from there. `history` is all that has happened to
    /// the conference.
    ///
    /// # Errors
    /// If the sitting cannot store what it takes in.
    pub(super) async fn start(
        mut self,
        history: &[Recorded<Event>],
    ) -> Result<watch::Receiver<Seq>, RoomFault> {
        let follows = self.followed.subscribe();
        self.catch_up(history).await?;
        tokio::spawn(self.run());
        Ok(follows)
    }

    async fn catch_up(&mut self, history: &[Recorded<Event>]) -> Result<(), RoomFault> {
        // A session of an older log followed nothing yet: it is given all at once, as it stands.
        let Some(meeting) = self.room.look().await else { return Ok(()) };
        let at_once = meeting.followed == 0 && meeting.charter.is_some();
        for recorded in history {
            let change = self.evolve(recorded);
            if let Some(change) = change.filter(|_| !at_once && recorded.seq > meeting.followed) {
                self.require(recorded, change).await?;
            }
        }
        if at_once && let Some(change) = follow::as_it_stands(&self.conference, &self.session) {
            let conference_seq = self.conference.seq;
            self.decide(Following { conference_seq, actor: Actor::Server, change }).await?;
        }
        self.followed.send_replace(self.conference.seq);
        Ok(())
    }

    /// The conference takes an event in. Tells what it means for the session.
    fn evolve(&mut self, recorded: &Recorded<Event>) -> Option<Change> {
        self.conference.evolve(recorded);
        follow::change(&recorded.event, &self.conference, &self.session)
    }

    async fn require(&self, recorded: &Recorded<Event>, change: Change) -> Result<(), RoomFault> {
        let (conference_seq, actor) = (recorded.seq, recorded.actor.clone());
        self.decide(Following { conference_seq, actor, change }).await
    }

    async fn decide(&self, following: Following) -> Result<(), RoomFault> {
        self.room.require(Intent::Server(Housekeeping::Follow(Box::new(following)))).await
    }

    /// Follows until the log closes. What cannot be stored is tried again, and nothing after it comes first.
    async fn run(mut self) {
        let mut failures = Failures::of("a session that follows the conference", self.session.as_str());
        let mut told = Phase::default();
        loop {
            let Ok(mut entries) = self.log.follow(&self.stream, self.conference.seq).await else { return };
            loop {
                let reported =
                    self.report(&mut told).await && self.hand_in().await && self.fetch_texts().await;
                let entry = tokio::select! {
                    entry = entries.next() => entry,
                    // The programme is read in the lobby, and a list waits for nothing: neither waits for what happens next.
                    () = tokio::time::sleep(AGAIN_AFTER), if !reported => continue,
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
        let recorded = match stored::decode(&self.log, entry).await {
            Ok(recorded) => recorded,
            Err(fault) => {
                tracing::error!(session = %self.session, %fault, "the conference is not followed any more");
                return false;
            }
        };
        if let Some(change) = self.evolve(&recorded) {
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

    /// Hands the lists in that the sitting has laid down, in order. False where that could not be stored.
    async fn hand_in(&self) -> bool {
        let laid_down = self.room.glance.borrow().laid_down.clone();
        for LaidDown { number, list, folder } in laid_down {
            let session = self.session.clone();
            let laid_down = lists::LaidDown { session, number, list, folder };
            if !self.conference.awaits(&laid_down) {
                continue;
            }
            let taken = Asked::Take(laid_down);
            if !matches!(self.assembly.decide(ConferenceIntent::Server(taken), None).await, Answer::Done(_)) {
                return false;
            }
        }
        true
    }

    /// Reads the texts of requests that came from other sittings, in the logs of those. False where one could not be read,
    /// or stored.
    async fn fetch_texts(&self) -> bool {
        let awaited = self.room.glance.borrow().texts_awaited.clone();
        let mut read: BTreeMap<SessionId, Meeting> = BTreeMap::new();
        for (request, from) in &awaited {
            if !read.contains_key(from) {
                match task::replayed(&self.log, from).await {
                    Ok(meeting) => drop(read.insert(from.clone(), meeting)),
                    Err(fault) => {
                        tracing::error!(session = %self.session, %from, %fault, "the texts of an earlier sitting cannot be read");
                        return false;
                    }
                }
            }
            let texts = read.get(from).map(|meeting| meeting.texts.carried_over(request).to_vec());
            let carried = texts::Carried { request: request.clone(), texts: texts.unwrap_or_default() };
            let asked = Intent::Server(Housekeeping::CarryTexts(carried));
            if self.room.require(asked).await.is_err() {
                return false;
            }
        }
        true
    }

    /// Reports how far the sitting has come. False where that could not be stored.
    async fn report(&mut self, told: &mut Phase) -> bool {
        let phase = self.room.glance.borrow_and_update().phase;
        if phase == *told && phase == self.conference.programme.session(&self.session).phase {
            return true;
        }
        let report = Report { session: self.session.clone(), phase };
        let asked = ConferenceIntent::Server(Asked::Report(report));
        let reported = matches!(self.assembly.decide(asked, None).await, Answer::Done(_));
        if reported {
            *told = phase;
        }
        reported
    }
}
