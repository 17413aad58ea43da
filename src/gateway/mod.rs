//! The gateway: HTTP and WebSocket. It lets people in, reads what their pages send, carries the changes of each session
//! to them, and keeps the media plane true to the meeting.

mod admission;
mod answers;
mod assets;
mod audience;
mod bodies;
mod client;
mod connection;
mod deflate;
mod door;
mod encoding;
mod explains;
mod fanout;
mod first;
mod frame;
mod host_clock;
mod inlet;
mod listen;
mod lobby;
mod noticeboard;
mod operator;
mod outlet;
mod past;
mod places;
mod prerecorded;
mod problem;
mod queue;
mod ranges;
mod rate;
mod recordings;
mod renewal;
mod routes;
mod schedule;
mod seal;
mod seats;
mod sound;
mod tls;
#[cfg(test)]
mod told;
mod upgrade;
mod uploads;
mod urgency;
mod written;

use std::collections::BTreeMap;
use std::future::Future;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::task::JoinSet;
use url::{Origin, Url};

pub use client::{Carries, Client, ClientId, WayOut};
pub use fanout::{Ask, Fanout, PING_EVERY_MS, Sound, VIEW};
pub use listen::{ListenFault, bind};
pub use lobby::Programme;
pub use noticeboard::Noticeboard;
pub use queue::{Queue, Sink};
pub use rate::{BURST, PER_SECOND};
pub use tls::{Tls, TlsFault};

use crate::alarm::{self, Pulse};
use crate::attended::Attended;
use crate::identity::Identity;
use crate::media::{Media, Report};
use crate::meeting::ids::{Millis, SessionId};
use crate::room::{Clips, Clock, Publication, Registry, Room};
use door::Door;
use operator::Operator;
use places::Places;
use rate::{Callers, Paces};
use sound::{Follower, Pages, Player, PlayerParts, Public, SessionSound};
use uploads::Uploads;

/// What may wait for the task that carries a session's changes.
const ASKS_MAX: usize = 4_096;

/// With fewer open files than this, a conference of some size is not held.
const OPEN_FILES_FEW: u64 = 2_048;
/// How often it is looked whether the machine's clock was set.
const CLOCK_LOOKED_AT_EVERY: Duration = Duration::from_secs(60);
/// By how much it must have been set to be told of, in milliseconds.
const CLOCK_TOLD_FROM_MS: Millis = 2_000;

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
    /// The address that links begin with, where one was given: a page of it is the server's own.
    pub public: Option<Url>,
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
    listening: Public,
    noticeboard: Arc<Noticeboard>,
    attended: Attended,
    timetable: schedule::Timetable,
    identity: Arc<Identity>,
    clock: Clock,
    secure: bool,
    public: Option<Origin>,
    operator: Arc<Operator>,
    connections: AtomicU64,
    /// How fast each person may go in each session.
    paces: Paces,
    /// How fast each person may read the past of the chat and the proceedings.
    readers: Callers,
    /// How fast each person may search the chat.
    searchers: Callers,
    /// How fast each person may make and revoke links.
    linkers: Callers,
    /// How fast each person may hand in statements.
    givers: Callers,
    clips: Clips,
    /// Folder of all recordings.
    recordings: PathBuf,
    uploads: Uploads,
    /// True once the server stops. Each connection holds a clone until it ends.
    stopping: watch::Receiver<bool>,
}

/// The ways to one session.
#[derive(Clone)]
struct Session {
    room: Room,
    /// The task that carries its changes.
    fanout: mpsc::Sender<Ask>,
    /// Shows that it lives.
    pulse: Pulse,
    sound: Arc<SessionSound>,
}

impl Gateway {
    fn session(&self, session: &SessionId) -> Option<Session> {
        self.sessions.get(session).cloned()
    }

    /// A session that is carried no more: its room, or the task that carries its changes, has not answered for long.
    fn silent(&self) -> Option<&SessionId> {
        let silent =
            self.sessions.iter().find(|(_, session)| !(session.room.lives() && session.pulse.lives()));
        silent.map(|(id, _)| id)
    }

    fn is_stopping(&self) -> bool {
        *self.stopping.borrow()
    }
}

/// Serves until `stop` is ready; then says goodbye to all, and waits until their connections have ended.
pub async fn serve(listener: TcpListener, parts: Parts, stop: impl Future<Output = ()>) {
    let Parts { programme, rooms, opened, identity, clock, secure, tls, .. } = parts;
    let Parts { media, reports, attended, recordings, clips, public, .. } = parts;
    let (answering, mut carriers, mut sessions) = (answering(), JoinSet::new(), BTreeMap::new());
    let noticeboard = Arc::new(Noticeboard::new(host_clock::of(programme.charters(), clock.now_ms())));
    for ((room, published), number) in opened.into_iter().zip(0_u32..) {
        let Some(meeting) = room.look().await else { continue };
        let (fanout, asked) = mpsc::channel(ASKS_MAX);
        let session = room.session().clone();
        let sound = SessionSound::new(session.clone(), media.clone(), meeting.clone(), answering.clone());
        let (sound, media, clock_of) = (Arc::new(sound), media.clone(), clock.clone());
        let parts = PlayerParts { session, media, clips: clips.clone(), clock: clock_of, number };
        let player = Player::start(parts);
        let follower =
            Follower::new(sound.clone(), recordings.clone(), player, clips.clone(), clock.now_ms());
        tokio::spawn(sound::hear_recorder(follower.silent(), room.clone()));
        noticeboard.post(&meeting);
        let fanout_of = Fanout::new(clock.clone(), meeting, follower, noticeboard.clone());
        let pulse = fanout_of.pulse();
        carriers.spawn(fanout_of.run(published, asked));
        sessions.insert(room.session().clone(), Session { room, fanout, pulse, sound });
    }
    let listening = Public::new(programme.charters(), &media);
    // Where the public address is plain HTTP, browsers must go on coming by it.
    let by_https = public.as_ref().is_none_or(|url| url.scheme() != "http");
    let operator = Arc::new(Operator::default());
    let places = Places::new(open_files(), operator.clone());
    let (stops, stopping) = watch::channel(false);
    let gateway = Arc::new(Gateway {
        programme,
        rooms,
        sessions,
        pages: Arc::default(),
        listening,
        timetable: schedule::Timetable::new(noticeboard.host_clock().clone()),
        noticeboard,
        attended,
        identity,
        clock,
        secure,
        public: public.map(|url| url.origin()),
        operator: operator.clone(),
        connections: AtomicU64::new(0),
        paces: Paces::default(),
        readers: Callers::new(rate::READING),
        searchers: Callers::new(rate::SEARCHING),
        linkers: Callers::new(rate::LINKING),
        givers: Callers::new(rate::HANDING_IN),
        clips,
        recordings,
        uploads: Uploads::default(),
        stopping: stopping.clone(),
    });
    let mut helpers = help(&gateway, reports);
    let door = Door::new(routes::router(gateway.clone()), tls.as_ref(), by_https, media.clone());
    tokio::select! {
        () = listen::accept(listener, door, &places, &operator, stopping) => {}
        () = stop => {}
        () = unasked(&mut carriers, &mut helpers) => {}
    }
    // Microphones that are lost because the server stops are not lost to the meeting.
    helpers.shutdown().await;
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

/// How many new clients are answered at once: half of the machine is for whoever is there.
fn answering() -> Arc<Semaphore> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Arc::new(Semaphore::new((cores / 2).max(1)))
}

/// Tasks that all sessions share.
fn help(gateway: &Arc<Gateway>, reports: mpsc::Receiver<Report>) -> JoinSet<()> {
    let mut helpers = JoinSet::new();
    helpers.spawn(sound::hear(reports, gateway.rooms.clone(), gateway.pages.clone()));
    helpers.spawn(watch_revocations(gateway.clone()));
    helpers.spawn(watch_clock(gateway.clock.clone()));
    helpers
}

/// Ends the server where a task ends that nobody asked to.
async fn unasked(carriers: &mut JoinSet<()>, helpers: &mut JoinSet<()>) {
    tokio::select! {
        Some(_) = carriers.join_next() => alarm::ended_unasked("a task that carries a session's changes"),
        Some(_) = helpers.join_next() => alarm::ended_unasked("a task that hears the media plane or the links"),
        else => std::future::pending::<()>().await,
    }
}

/// How many files the system lets this server have open.
fn open_files() -> u64 {
    let open_files = rlimit::Resource::NOFILE.get_soft().unwrap_or_else(|error| {
        tracing::warn!(%error, "the system does not say how many files may be open; 1,024 are reckoned with");
        1_024
    });
    if open_files < OPEN_FILES_FEW {
        tracing::warn!(
            open_files,
            "few files may be open, and each person takes one or two: allow more (ulimit -n)"
        );
    }
    open_files
}

/// Tells those who run the server that the machine's clock was set, once for each time.
async fn watch_clock(clock: Clock) {
    let (mut told_ms, mut look) = (0, tokio::time::interval(CLOCK_LOOKED_AT_EVERY));
    loop {
        look.tick().await;
        let set_by_ms = clock.set_by_ms();
        if (set_by_ms - told_ms).abs() >= CLOCK_TOLD_FROM_MS {
            told_ms = set_by_ms;
            tracing::warn!(
                set_by_ms,
                "the machine's clock was set; the server keeps its own until it is started again, between sessions"
            );
        }
    }
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
