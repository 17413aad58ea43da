//! The rooms of a conference: its own, and one for each session of its programme.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use tokio::sync::watch;
use uuid::Uuid;

use super::following::Follower;
use super::replay::{each, replay};
use super::{Aggregate as _, Answer, Node, Room, RoomFault, Settings, Storing, task};
use crate::conference::command::{Command, Housekeeping, Intent, Taken};
use crate::conference::documents::Given;
use crate::conference::event::Event;
use crate::conference::outcome::Kept;
use crate::conference::{Conference, ConferencePlan, access, inherit, key_messages};
use crate::draft::{self, Draft};
use crate::log::{Log, Stream};
use crate::meeting::charter::Charter;
use crate::meeting::command::Actor;
use crate::meeting::event::Recorded;
use crate::meeting::follow::{Change, Following};
use crate::meeting::refusal::{Field, Refusal};
use crate::meeting::{self, Meeting};
use crate::terms::ids::{PersonId, Seq, SessionId};

/// How long a session may take to take in what the conference has stored. Whoever asked is told after that to ask again.
const TAKEN_IN_WITHIN: Duration = Duration::from_secs(10);

/// All rooms of a conference. Clones are the same.
#[derive(Clone)]
pub struct Registry {
    log: Arc<dyn Log>,
    settings: Settings,
    storing: Storing,
    assembly: Room<Conference>,
    draft: Room<Draft>,
    sittings: Arc<RwLock<BTreeMap<SessionId, Sitting>>>,
}

/// A session's room, and how far it has followed the conference.
#[derive(Clone)]
struct Sitting {
    room: Room,
    followed: watch::Receiver<Seq>,
}

/// Opens the room of a session that is convened with a charter and follows no conference: for simulations of one sitting.
///
/// # Errors
/// If a log cannot be read or written, or holds what this program does not understand.
pub async fn open_alone(
    log: &Arc<dyn Log>,
    charter: Charter,
    settings: &Settings,
) -> Result<Room, RoomFault> {
    let session = charter.session.id.clone();
    let room: Room = task::open(log.clone(), session, settings.clone()).await?;
    let change = Change::Charter(Box::new(charter));
    let following = Following { conference_seq: 1, actor: Actor::Server, change };
    let convene =
        meeting::command::Intent::Server(meeting::command::Housekeeping::Follow(Box::new(following)));
    room.require(convene).await?;
    Ok(room)
}

/// The conference as it is stored, while no room runs it.
///
/// # Errors
/// If its log cannot be read, or holds what this program does not understand.
pub async fn stored_conference(log: &Arc<dyn Log>) -> Result<Conference, RoomFault> {
    task::replayed(log, &()).await
}

/// Tells all that has happened in a session, as it is stored, in order; nothing of one that was never convened.
///
/// # Errors
/// If its log cannot be read, or holds what this program does not understand.
pub async fn read_session(
    log: &Arc<dyn Log>,
    session: &SessionId,
    told: impl FnMut(&Recorded),
) -> Result<(), RoomFault> {
    each::<Meeting>(log, &Stream::new(&Meeting::stream(session))?, told).await
}

/// All that has happened to the conference, read once for all sittings that are opened.
async fn history(log: &Arc<dyn Log>) -> Result<Vec<Recorded<Event>>, RoomFault> {
    let mut history = Vec::new();
    let stream = Stream::new(&Conference::stream(&()))?;
    let _: Conference = replay(log, &stream, |recorded| history.push(recorded.clone())).await?;
    Ok(history)
}

/// What the sessions of a file have changed by themselves, in a data folder from before the conference had a log.
async fn inherited(log: &Arc<dyn Log>, file: &ConferencePlan) -> Result<Vec<Event>, RoomFault> {
    let mut sessions = Vec::new();
    for plan in file.programme() {
        let meeting: Meeting = task::replayed(log, &plan.id).await?;
        sessions.push((plan.id.clone(), meeting));
    }
    Ok(inherit::inherited(file, &sessions))
}

impl Registry {
    /// Opens the conference's room and one for each session of its programme, in its order. `taken` tells which file is
    /// taken in, of the conference as it is stored.
    ///
    /// # Errors
    /// If a log cannot be read or written, or holds what this program does not understand.
    pub async fn open(
        log: &Arc<dyn Log>,
        taken: impl FnOnce(&Conference) -> Option<Taken>,
        settings: &Settings,
    ) -> Result<Self, RoomFault> {
        let assembly: Room<Conference> = task::open(log.clone(), (), settings.clone()).await?;
        let stored = assembly.glance.borrow().clone();
        if let Some(mut taken) = taken(&stored) {
            if stored.live.is_none() {
                taken.inherited = inherited(log, &taken.file).await?;
            }
            let convene = Intent::Server(Housekeeping::Convene(Box::new(taken)));
            assembly.require(convene).await?;
        }
        let draft: Room<Draft> = task::open(log.clone(), (), settings.clone()).await?;
        let (storing, sittings) = (Storing::of(log.clone()), Arc::default());
        let registry =
            Self { log: log.clone(), settings: settings.clone(), storing, assembly, draft, sittings };
        let sessions: Vec<SessionId> = registry.conference().sessions().cloned().collect();
        let history = history(log).await?;
        for session in sessions {
            registry.open_sitting(session, &history).await?;
        }
        Ok(registry)
    }

    /// The node that this process is.
    pub fn node(&self) -> &Node {
        &self.settings.node
    }

    /// Opens the room of a session that the programme has.
    ///
    /// # Errors
    /// As [`Registry::open`].
    pub async fn open_session(&self, session: SessionId) -> Result<Room, RoomFault> {
        let history = history(&self.log).await?;
        self.open_sitting(session, &history).await
    }

    async fn open_sitting(&self, session: SessionId, history: &[Recorded<Event>]) -> Result<Room, RoomFault> {
        let room: Room = task::open(self.log.clone(), session.clone(), self.settings.clone()).await?;
        let follower = Follower::new(self.log.clone(), room.clone(), self.assembly.clone())?;
        let followed = follower.start(history).await?;
        let mut sittings = self.sittings.write().unwrap_or_else(PoisonError::into_inner);
        sittings.insert(session, Sitting { room: room.clone(), followed });
        Ok(room)
    }

    /// Looks whether the log stores.
    pub fn storing(&self) -> &Storing {
        &self.storing
    }

    /// The conference's own room.
    pub fn assembly(&self) -> &Room<Conference> {
        &self.assembly
    }

    /// The conference as it stands.
    pub fn conference(&self) -> Conference {
        self.assembly.glance.borrow().clone()
    }

    /// The room of the outcome document's draft.
    pub fn draft(&self) -> &Room<Draft> {
        &self.draft
    }

    /// Has what somebody has written of the outcome document stored: those who keep the record of any session write it, while it
    /// is not issued. Tells where the draft's log stands then.
    pub async fn write_draft(&self, by: PersonId, key: Uuid, command: draft::Command) -> Answer {
        let conference = self.conference();
        if !access::keeps_any_record(&conference, &by) {
            return Answer::Refused(Refusal::NotAllowed {});
        }
        if conference.outcome.issued.is_some() {
            return Answer::Refused(Refusal::OutcomeIssued {});
        }
        self.draft.decide(draft::Intent { by, command }, Some(key)).await
    }

    /// Has a text of the outcome document kept as a version, and waits until that is stored.
    pub async fn keep_version(&self, kept: Kept) -> Answer {
        self.assembly.decide(Intent::Server(Housekeeping::KeepVersion(kept)), None).await
    }

    /// Has a participant's command to the conference decided, and waits until it is stored. Tells where the conference's log
    /// stands then.
    pub async fn command(&self, person: PersonId, key: Uuid, command: Command) -> Answer {
        if let Command::KeyMessages(command) = &command
            && let Some(refusal) = self.not_said(command).await
        {
            return Answer::Refused(refusal);
        }
        self.assembly.decide(Intent::Participant(person, command), Some(key)).await
    }

    /// As [`Registry::command`], and waits until a session has taken it in. Tells where that session's log stands then.
    pub async fn command_from(
        &self,
        person: PersonId,
        key: Uuid,
        command: Command,
        session: &SessionId,
    ) -> Answer {
        let answer = self.command(person, key, command).await;
        let Answer::Done(seq) = answer else { return answer };
        let Some(Sitting { room, mut followed }) = self.sitting(session) else { return answer };
        // It fails where the room ends, as it does when the server stops.
        let taken_in = followed.wait_for(|followed| *followed >= seq);
        if !matches!(tokio::time::timeout(TAKEN_IN_WITHIN, taken_in).await, Ok(Ok(_))) {
            return Answer::NotStored;
        }
        match room.look().await {
            Some(meeting) => Answer::Done(meeting.seq),
            None => Answer::NotStored,
        }
    }

    /// Has a file of a document entered, and waits until that is stored.
    pub async fn give_file(&self, given: Given) -> Answer {
        self.assembly.decide(Intent::Server(Housekeeping::GiveFile(given)), None).await
    }

    /// Why a key message cannot come from the statement that it names: the conference knows the sessions, and each session
    /// what was said in it.
    async fn not_said(&self, command: &key_messages::Command) -> Option<Refusal> {
        let source = command.source()?;
        let room = self.room(&source.session)?;
        let said = match room.look().await {
            Some(meeting) => meeting.proceedings.made_in(&source.turn).is_some(),
            None => false,
        };
        (!said).then_some(Refusal::Unknown { field: Field::Turn })
    }

    /// The room of a session.
    pub fn room(&self, session: &SessionId) -> Option<Room> {
        self.sitting(session).map(|sitting| sitting.room)
    }

    /// Tells all that has happened in a session so far, in order.
    ///
    /// # Errors
    /// As [`read_session`].
    pub async fn read_session(
        &self,
        session: &SessionId,
        told: impl FnMut(&Recorded),
    ) -> Result<(), RoomFault> {
        read_session(&self.log, session, told).await
    }

    /// The rooms of all sessions.
    pub fn all(&self) -> Vec<Room> {
        let sittings = self.sittings.read().unwrap_or_else(PoisonError::into_inner);
        sittings.values().map(|sitting| sitting.room.clone()).collect()
    }

    fn sitting(&self, session: &SessionId) -> Option<Sitting> {
        let sittings = self.sittings.read().unwrap_or_else(PoisonError::into_inner);
        sittings.get(session).cloned()
    }

    /// Ends all rooms once what waits is stored.
    pub async fn stop(&self) {
        for room in self.all() {
            room.stop().await;
        }
        self.draft.stop().await;
        self.assembly.stop().await;
    }
}
