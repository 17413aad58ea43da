//! The sessions that are served: for each its room, the task that carries its changes, and its sound. One more may come
//! while the server runs.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::{Semaphore, mpsc};

use super::fanout::{Ask, Fanout};
use super::lobby::Concourse;
use super::search::keep_index;
use super::sound::{Follower, Player, PlayerParts, SessionSound, hear_recorder};
use super::{ASKS_MAX, Gateway};
use crate::alarm::Pulse;
use crate::meeting::Meeting;
use crate::room::Room;
use crate::search::Index;
use crate::terms::ids::SessionId;
use crate::transcription::Permitted;

/// The ways to one session.
#[derive(Clone)]
pub(super) struct Session {
    pub(super) room: Room,
    /// The task that carries its changes.
    pub(super) fanout: mpsc::Sender<Ask>,
    /// Shows that it lives.
    pub(super) pulse: Pulse,
    pub(super) sound: Arc<SessionSound>,
    /// What is found in it by its words.
    pub(super) index: Arc<Index<Meeting>>,
}

/// All sessions that are served.
pub(super) struct Sessions {
    served: RwLock<BTreeMap<SessionId, Session>>,
    /// Told when the task of one, or of the lobby, has ended.
    pub(super) ended: mpsc::UnboundedSender<()>,
    /// How many new clients are answered at once.
    answering: Arc<Semaphore>,
}

/// The ends of the tasks that carry sessions and the lobby.
pub(super) type Ends = mpsc::UnboundedReceiver<()>;

impl Sessions {
    /// None yet, and where the end of each is told.
    pub(super) fn new() -> (Self, Ends) {
        let (ended, ends) = mpsc::unbounded_channel();
        // Half of the machine is for whoever is there.
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let answering = Arc::new(Semaphore::new((cores / 2).max(1)));
        (Self { served: RwLock::default(), ended, answering }, ends)
    }

    /// A session by its id.
    pub(super) fn session(&self, session: &SessionId) -> Option<Session> {
        self.served.read().unwrap_or_else(PoisonError::into_inner).get(session).cloned()
    }

    /// All of them.
    pub(super) fn all(&self) -> Vec<Session> {
        self.served.read().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }

    fn count(&self) -> usize {
        self.served.read().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// A session that is carried no more: its room, or the task that carries its changes, has not answered for long.
    pub(super) fn silent(&self) -> Option<SessionId> {
        let served = self.served.read().unwrap_or_else(PoisonError::into_inner);
        let silent = served.iter().find(|(_, session)| !(session.room.lives() && session.pulse.lives()));
        silent.map(|(id, _)| id.clone())
    }

    /// Has all, the lobby, and the draft carry what waits, say goodbye, and end.
    pub(super) async fn stop(&self, others: [&Concourse; 2], mut ends: Ends) {
        let served = self.all();
        let others = others.map(|other| &other.fanout);
        let carriers: Vec<_> = served.iter().map(|session| &session.fanout).chain(others).collect();
        for fanout in &carriers {
            // A carrier that has ended has no clients left.
            drop(fanout.send(Ask::Stop).await);
        }
        for _ in carriers {
            ends.recv().await;
        }
    }
}

impl Gateway {
    /// Serves a session from now on.
    pub(super) async fn serve_session(&self, room: Room) {
        let Some((meeting, published)) = room.follow().await else { return };
        let session = room.session().clone();
        let (media, clock) = (self.media.clone(), self.clock.clone());
        let answering = self.sessions.answering.clone();
        let sound = Arc::new(SessionSound::new(session.clone(), media.clone(), meeting.clone(), answering));
        let number = u32::try_from(self.sessions.count()).unwrap_or(u32::MAX);
        let (clips, recordings) = (self.clips.clone(), self.recordings.clone());
        let parts = PlayerParts {
            session: session.clone(),
            media,
            clips: clips.clone(),
            clock: clock.clone(),
            number,
        };
        let player = Player::start(parts);
        let node = Some(self.rooms.node().id().clone());
        let permitted = self.transcription.as_ref().map(|transcription| {
            let permitted = Permitted::default();
            permitted.follow(&meeting);
            let channels = meeting.charter.iter().flat_map(|charter| &charter.channels);
            let taps = channels.map(|channel| (channel.id.clone(), self.media.tap(&session, &channel.id)));
            transcription.follow(&room, &permitted, &clock, taps);
            permitted
        });
        let at = (recordings, node.clone());
        let follower = Follower::new(sound.clone(), at, player, (clips, permitted), clock.now_ms());
        tokio::spawn(hear_recorder(follower.silent(), node, room.clone()));
        self.noticeboard.post(&meeting);
        if let Some(charter) = &meeting.charter {
            self.listening.open(charter, &self.media);
        }
        let (fanout, asked) = mpsc::channel(ASKS_MAX);
        let carrier = Fanout::new(clock, meeting, follower, self.noticeboard.clone());
        let (pulse, ended) = (carrier.pulse(), self.sessions.ended.clone());
        tokio::spawn(async move {
            carrier.run(published, asked).await;
            // Nobody listens once the server has stopped.
            let _: Result<(), _> = ended.send(());
        });
        let index = Arc::new(Index::default());
        tokio::spawn(keep_index(room.clone(), index.clone()));
        let served = Session { room, fanout, pulse, sound, index };
        self.sessions.served.write().unwrap_or_else(PoisonError::into_inner).insert(session, served);
    }
}
