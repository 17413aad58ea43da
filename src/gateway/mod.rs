//! The gateway: HTTP and WebSocket. It lets people in, reads what their pages send, carries the changes of each session
//! and of the conference to them, and keeps the media plane true to the meeting.

mod admission;
mod answers;
mod assets;
mod attending;
mod audience;
mod bodies;
mod client;
mod conference;
mod connection;
mod deflate;
mod documents;
mod door;
mod drafting;
mod encoding;
mod explains;
mod exports;
mod fanout;
mod files;
mod first;
mod frame;
mod host_clock;
mod inlet;
mod library;
mod links;
mod listen;
mod lobby;
mod metrics;
mod moving;
mod noticeboard;
mod operator;
mod outcome;
mod outlet;
mod past;
mod places;
mod prerecorded;
mod problem;
mod proxies;
mod queue;
mod ranges;
mod rate;
mod recordings;
mod renewal;
mod routes;
mod seal;
mod search;
mod sessions;
mod shown;
mod sound;
mod stood;
mod texts;
mod tls;
#[cfg(test)]
mod told;
mod upgrade;
mod uploads;
mod urgency;
mod visits;
mod written;

use std::future::Future;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::{Duration, Instant};

use strum::VariantNames as _;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use url::{Origin, Url};

pub use client::{Carries, Client, ClientId, WayOut};
pub use fanout::{Ask, Fanout, PING_EVERY_MS, Sound, VIEW};
pub use listen::{ListenFault, bind};
pub use noticeboard::Noticeboard;
pub use queue::{Queue, Sink};
pub use rate::{BURST, PER_SECOND};
pub use tls::{Tls, TlsFault};

use conference::CarriedOut;
use connection::Connection;
use door::Door;
use exports::Exports;
use lobby::Concourse;
use metrics::Watched;
use moving::Going;
use operator::Operator;
use places::Places;
use proxies::Proxies;
use rate::{Callers, Pace, Paces};
use sessions::{Ends, Session, Sessions};
use sound::{Pages, Public};
use uploads::Uploads;

use crate::alarm;
use crate::attended::Attended;
use crate::conference::Conference;
use crate::draft::Draft;
use crate::identity::Identity;
use crate::media::{Media, Report};
use crate::meters::meters;
use crate::papers::Scanner;
use crate::room::{Clips, Clock, Publication, Registry};
use crate::terms::ids::{DelegationId, Millis};
use crate::terms::network::Network;
use crate::transcription::Transcription;
use crate::wire::server::{Farewell, WireRefusal};

/// What may wait for the task that carries a session's changes.
const ASKS_MAX: usize = 4_096;
/// Publications of the conference that may wait for the task that carries them to the lobbies.
const PUBLICATIONS_MAX: usize = 256;

/// With fewer open files than this, a conference of some size is not held.
const OPEN_FILES_FEW: u64 = 2_048;
/// How often it is looked whether the machine's clock was set.
const CLOCK_LOOKED_AT_EVERY: Duration = Duration::from_secs(60);
/// By how much it must have been set to be told of, in milliseconds.
const CLOCK_TOLD_FROM_MS: Millis = 2_000;

/// What a gateway works with.
pub struct Parts {
    /// The rooms of the conference and of its sessions.
    pub rooms: Registry,
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
    /// What makes captions of the sound, if anything does.
    pub transcription: Option<Arc<Transcription>>,
    /// What files are shown to before they are kept, if anything.
    pub scanner: Option<Scanner>,
    /// Where whoever watches the server reads how it goes, if anywhere.
    pub metrics: Option<TcpListener>,
    /// How long it may take to send people to other nodes when the server stops; zero where there are none.
    pub move_within: Duration,
    /// Proxies that are believed where a call comes from.
    pub trusted_proxies: Vec<Network>,
}

/// The gateway's state, shared by all calls.
struct Gateway {
    rooms: Registry,
    sessions: Sessions,
    /// The ways to the lobby.
    concourse: Concourse,
    /// The ways to the draft of the outcome document.
    drafting: Concourse,
    conference: CarriedOut,
    media: Media,
    /// Pages that have paths for sound.
    pages: Arc<Pages>,
    listening: Public,
    noticeboard: Arc<Noticeboard>,
    attended: Attended,
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
    /// Who takes documents of the record home.
    exports: Exports,
    /// How fast each person may make and revoke links.
    linkers: Callers,
    /// How fast each person may hand in statements.
    givers: Callers,
    clips: Clips,
    transcription: Option<Arc<Transcription>>,
    /// Folder of all recordings.
    recordings: PathBuf,
    uploads: Uploads<DelegationId>,
    /// Files of documents that come in.
    papers: files::Intake,
    /// What there is to be found beside the sessions, and how fast each person may search.
    shelf: library::Shelf,
    /// How far the server is with going away while others stay.
    going: watch::Receiver<Going>,
    proxies: Proxies,
    /// True once the server stops. Each connection holds a clone until it ends.
    stopping: watch::Receiver<bool>,
}

impl Gateway {
    /// A connection of a client to what a task carries.
    fn connection(&self, client: Client, fanout: mpsc::Sender<Ask>, pace: Arc<Pace>) -> Connection {
        let (identity, clock) = (self.identity.clone(), self.clock.clone());
        Connection { client, fanout, identity, pace, clock, stopping: self.stopping.clone() }
    }

    /// Serves all sessions that there are.
    async fn serve_all(&self) {
        for room in self.rooms.all() {
            self.serve_session(room).await;
        }
    }

    fn is_stopping(&self) -> bool {
        *self.stopping.borrow()
    }

    fn going(&self) -> Going {
        *self.going.borrow()
    }
}

/// Serves until `stop` is ready; then has all move to other nodes where there are any, says goodbye to the rest, and waits
/// until their connections have ended.
pub async fn serve(listener: TcpListener, parts: Parts, stop: impl Future<Output = ()>) {
    let Parts { rooms, identity, clock, secure, tls, media, reports, attended, recordings, .. } = parts;
    let Parts { clips, transcription, public, metrics, move_within, trusted_proxies, scanner, .. } = parts;
    // None once the rooms have ended: then there is nothing to serve.
    let Some((conference, published)) = rooms.assembly().follow().await else { return };
    let Some(draft) = rooms.draft().follow().await else { return };
    let host_clock = host_clock::of(conference.live.as_deref(), clock.now_ms());
    let noticeboard = Arc::new(Noticeboard::new(host_clock));
    noticeboard.post_conference(&conference);
    // Where the public address is plain HTTP, browsers must go on coming by it.
    let by_https = public.as_ref().is_none_or(|url| url.scheme() != "http");
    let operator = Arc::new(Operator::default());
    let places = Places::new(open_files(), operator.clone());
    let (stops, stopping) = watch::channel(false);
    let (goes, going) = watch::channel(Going::Stays);
    let (sessions, mut ended) = Sessions::new();
    let (lobby, told_to_lobby) = mpsc::channel(PUBLICATIONS_MAX);
    let open = (clock.clone(), noticeboard.clone(), sessions.ended.clone());
    let (concourse, drafting) = concourses(open, (conference.clone(), told_to_lobby), draft);
    let (told, conference) = CarriedOut::new(conference);
    let gateway = Arc::new(Gateway {
        rooms,
        sessions,
        concourse,
        drafting,
        conference,
        media: media.clone(),
        pages: Arc::default(),
        listening: Public::default(),
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
        exports: Exports::default(),
        linkers: Callers::new(rate::LINKING),
        givers: Callers::new(rate::HANDING_IN),
        clips,
        transcription,
        recordings,
        uploads: Uploads::default(),
        papers: files::Intake::new(scanner),
        shelf: library::Shelf::new(),
        going,
        proxies: Proxies::of(trusted_proxies),
        stopping: stopping.clone(),
    });
    gateway.serve_all().await;
    let mut helpers = help(&gateway, reports);
    helpers.spawn(conference::carry_out(gateway.clone(), published, told, lobby));
    tell_metrics(&mut helpers, metrics, &gateway, &places);
    let door = Door::new(routes::router(gateway.clone()), tls.as_ref(), by_https, media.clone());
    tokio::select! {
        () = listen::accept(listener, door, &places, &operator, stopping) => {}
        () = async {
            stop.await;
            moving::all(&gateway, &goes, move_within).await;
        } => {}
        () = unasked(&mut ended, &mut helpers) => {}
    }
    // Microphones that are lost because the server stops are not lost to the meeting.
    helpers.shutdown().await;
    gateway.sessions.stop([&gateway.concourse, &gateway.drafting], ended).await;
    // Those who had not joined yet, and calls that are being answered.
    stops.send_replace(true);
    media.stop();
    drop(gateway);
    listen::wind_down(stops).await;
}

/// What begins with these tasks: the clock they go by, where they post, and where their end is told.
type Opening = (Clock, Arc<Noticeboard>, mpsc::UnboundedSender<()>);

/// Something to be carried, and how it goes on.
type Followed<A> = (A, mpsc::Receiver<Publication<A>>);

/// The ways to the lobby and to the draft of the outcome document.
fn concourses(
    (clock, noticeboard, ended): Opening,
    (conference, lobby): Followed<Conference>,
    (draft, written): Followed<Draft>,
) -> (Concourse, Concourse) {
    let concourse = Concourse::open(clock.clone(), conference, lobby, noticeboard.clone(), ended.clone());
    (concourse, Concourse::open(clock, draft, written, noticeboard, ended))
}

/// Tasks that all sessions share.
fn help(gateway: &Arc<Gateway>, reports: mpsc::Receiver<Report>) -> JoinSet<()> {
    let mut helpers = JoinSet::new();
    helpers.spawn(sound::hear(reports, gateway.rooms.clone(), gateway.pages.clone()));
    helpers.spawn(sound::tell_watchers(gateway.clone()));
    helpers.spawn(watch_revocations(gateway.clone()));
    helpers.spawn(watch_clock(gateway.clock.clone()));
    helpers.spawn(library::keep_library(gateway.clone()));
    helpers
}

/// Tells how the server goes where somebody is to read it.
fn tell_metrics(
    helpers: &mut JoinSet<()>,
    metrics: Option<TcpListener>,
    gateway: &Arc<Gateway>,
    places: &Arc<Places>,
) {
    let Some(listener) = metrics else { return };
    meters().expect(WireRefusal::VARIANTS, Farewell::VARIANTS);
    let (gateway, places) = (gateway.clone(), places.clone());
    helpers.spawn(metrics::serve(listener, Watched { gateway, places, began: Instant::now() }));
}

/// Ends the server where a task ends that nobody asked to.
async fn unasked(ended: &mut Ends, helpers: &mut JoinSet<()>) {
    tokio::select! {
        _ = ended.recv() => alarm::ended_unasked("a task that carries a session's changes, or the lobby's"),
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
        let sessions = gateway.sessions.all().into_iter().map(|session| session.fanout);
        let others = [gateway.concourse.fanout.clone(), gateway.drafting.fanout.clone()];
        for fanout in sessions.chain(others) {
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
