//! The gateway: HTTP and WebSocket. It lets people in, reads what their pages send, carries the changes of each session
//! to them, and keeps the media plane true to the meeting.

mod admission;
mod assets;
mod audience;
mod client;
mod connection;
mod door;
mod fanout;
mod first;
mod frame;
mod listen;
mod lobby;
mod noticeboard;
mod outlet;
mod past;
mod patience;
mod prerecorded;
mod problem;
mod rate;
mod renewal;
mod routes;
mod schedule;
mod seal;
mod seats;
mod sound;
mod tls;
mod upgrade;

use std::collections::BTreeMap;
use std::future::Future;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use tokio::net::TcpListener;
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::task::JoinSet;

pub use fanout::{PING_EVERY_MS, VIEW};
pub use listen::{ListenFault, bind};
pub use lobby::Programme;
pub use rate::{BURST, PER_SECOND};
pub use tls::{Tls, TlsFault};

use crate::identity::Identity;
use crate::media::{Media, Report};
use crate::meeting::ids::SessionId;
use crate::room::{Attended, Clips, Clock, Publication, Registry, Room};
use door::Door;
use fanout::{Ask, Fanout};
use noticeboard::Noticeboard;
use rate::Callers;
use sound::{Follower, Pages, Player, PlayerParts, Public, Stage};

/// What may wait for the task that carries a session's changes.
const ASKS_MAX: usize = 4_096;

/// What a gateway works with.
pub struct Parts {
    /// The conference as the lobby tells of it.
    pub programme: Programme,
    /// The rooms of its sessions.
    pub rooms: Registry,
    /// What each room publishes.
    pub opened: Vec<(Room, mpsc::Receiver<Publication>)>,
    /// Links and cookies.
    pub identity: Arc<Identity>,
    /// Tells the time.
    pub clock: Clock,
    /// Whether pages come by HTTPS, as the public address says: cookies are then sent by HTTPS only.
    pub secure: bool,
    /// Certificate and key, if the server itself is to speak TLS.
    pub tls: Option<Tls>,
    /// The media plane.
    pub media: Media,
    /// What the media plane reports.
    pub reports: mpsc::Receiver<Report>,
    /// Told of whoever connects, for the simulated people of a demonstration.
    pub attended: Attended,
    /// Folder of all recordings.
    pub recordings: PathBuf,
    /// The sound of pre-recorded statements.
    pub clips: Clips,
}

/// The gateway's state, shared by all calls.
struct Gateway {
    programme: Programme,
    rooms: Registry,
    sessions: BTreeMap<SessionId, Session>,
    /// Pages that have paths for sound.
    pages: Arc<Pages>,
    public: Public,
    noticeboard: Arc<Noticeboard>,
    attended: Attended,
    timetable: schedule::Timetable,
    identity: Arc<Identity>,
    clock: Clock,
    secure: bool,
    connections: AtomicU64,
    /// How fast each link may read the past of the chat.
    readers: Callers,
    /// How fast each link may hand in statements.
    givers: Callers,
    clips: Clips,
    /// Statements that may be handed in at the same moment: each is held in memory until it is looked at.
    handing_in: Semaphore,
    /// True once the server stops. Each connection holds a clone until it ends.
    stopping: watch::Receiver<bool>,
}

/// The ways to one session.
#[derive(Clone)]
struct Session {
    room: Room,
    /// The task that carries its changes.
    fanout: mpsc::Sender<Ask>,
    stage: Arc<Stage>,
}

impl Gateway {
    fn session(&self, session: &SessionId) -> Option<Session> {
        self.sessions.get(session).cloned()
    }

    fn is_stopping(&self) -> bool {
        *self.stopping.borrow()
    }
}

/// Serves until `stop` is ready; then says goodbye to all, and waits until their connections have ended.
pub async fn serve(listener: TcpListener, parts: Parts, stop: impl Future<Output = ()>) {
    let Parts { programme, rooms, opened, identity, clock, secure, tls, .. } = parts;
    let Parts { media, reports, attended, recordings, clips, .. } = parts;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let answering = Arc::new(Semaphore::new((cores / 2).max(1)));
    let mut carriers = JoinSet::new();
    let mut sessions = BTreeMap::new();
    let noticeboard = Arc::new(Noticeboard::default());
    for ((room, published), number) in opened.into_iter().zip(0_u32..) {
        let Some(meeting) = room.look().await else { continue };
        let (fanout, asked) = mpsc::channel(ASKS_MAX);
        let stage =
            Arc::new(Stage::new(room.session().clone(), media.clone(), meeting.clone(), answering.clone()));
        let (session, media, clips, clock_of) =
            (room.session().clone(), media.clone(), clips.clone(), clock.clone());
        let player = Player::start(PlayerParts { session, media, clips, clock: clock_of, number });
        let follower = Follower::new(stage.clone(), recordings.clone(), player, clock.now_ms());
        noticeboard.post(&meeting);
        let fanout_of = Fanout::new(clock.clone(), meeting, follower, noticeboard.clone());
        carriers.spawn(fanout_of.run(published, asked));
        sessions.insert(room.session().clone(), Session { room, fanout, stage });
    }
    let public = Public::new(programme.charters(), &media);
    let (stops, stopping) = watch::channel(false);
    let (pages, connections) = (Arc::new(Pages::default()), AtomicU64::new(0));
    let hearing = tokio::spawn(sound::hear(reports, rooms.clone(), pages.clone()));
    let gateway = Gateway {
        programme,
        rooms,
        sessions,
        pages,
        public,
        noticeboard,
        attended,
        timetable: schedule::Timetable::default(),
        identity,
        clock,
        secure,
        connections,
        readers: Callers::new(rate::READING),
        givers: Callers::new(rate::HANDING_IN),
        clips,
        handing_in: Semaphore::new(prerecorded::AT_ONCE),
        stopping: stopping.clone(),
    };
    let gateway = Arc::new(gateway);
    let watching = tokio::spawn(watch_revocations(gateway.clone()));
    let door = Door::new(routes::router(gateway.clone()), tls.as_ref(), media.clone());
    tokio::select! {
        () = listen::accept(listener, door, stopping) => {}
        () = stop => {}
    }
    watching.abort();
    // Microphones that are lost because the server stops are not lost to the meeting.
    hearing.abort();
    for Session { fanout, .. } in gateway.sessions.values() {
        // A carrier that has ended has no clients left.
        drop(fanout.send(Ask::Stop).await);
    }
    while carriers.join_next().await.is_some() {}
    // Those who had not joined yet, and calls that are being answered.
    stops.send_replace(true);
    media.stop();
    drop(gateway);
    listen::wind_down(stops).await;
}

/// Sends away whoever came by a link that is revoked.
async fn watch_revocations(gateway: Arc<Gateway>) {
    let mut revocations = gateway.identity.revocations();
    while revocations.changed().await.is_ok() {
        for Session { fanout, .. } in gateway.sessions.values() {
            drop(fanout.send(Ask::Revoked(gateway.identity.clone())).await);
        }
    }
}

/// Where a listener listens.
///
/// # Errors
/// If the system does not say.
pub fn address(listener: &TcpListener) -> std::io::Result<SocketAddr> {
    listener.local_addr()
}
