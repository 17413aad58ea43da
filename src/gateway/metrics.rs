//! What whoever watches the server reads, in the text format of Prometheus: at a listener of its own, which the public never
//! comes to. It tells numbers, and of sessions and people no more than how many.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use prometheus_client::encoding::prometheus_text::encode;
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::Gateway;
use super::places::Places;
use crate::media::Tally;
use crate::meeting::Meeting;
use crate::meters::meters;

/// Calls that are answered at once; more wait.
const AT_ONCE: usize = 8;
/// How long a connection may last.
const LASTS: Duration = Duration::from_secs(30);
/// How long a session, or the sound, may take to say how it stands: one that hangs must not hide the others.
const LOOKS: Duration = Duration::from_millis(500);
/// What the text format calls itself.
const FORMAT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// What is looked at.
pub struct Watched {
    pub gateway: Arc<Gateway>,
    pub places: Arc<Places>,
    pub began: Instant,
}

/// Answers whoever watches, until it is dropped.
pub async fn serve(listener: TcpListener, watched: Watched) {
    let router = Router::new().route("/metrics", get(metrics)).with_state(Arc::new(watched));
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let mut answers = tokio::task::JoinSet::new();
    loop {
        let Ok(place) = places.clone().acquire_owned().await else { return };
        let Ok((tcp, _)) = listener.accept().await else {
            // Too many open files, most likely: connections end, so waiting helps where spinning would not.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let service = TowerToHyperService::new(router.clone());
        answers.spawn(async move {
            let _place = place;
            let mut server = http1::Builder::new();
            server.timer(TokioTimer::new()).header_read_timeout(LASTS);
            // Whoever goes on without a word is let go: they ask again.
            drop(timeout(LASTS, server.serve_connection(TokioIo::new(tcp), service)).await);
        });
        while answers.try_join_next().is_some() {}
    }
}

async fn metrics(State(watched): State<Arc<Watched>>) -> Response {
    let mut text = String::new();
    let written = meters().write(&mut text);
    let seen = watched.seen().await;
    match written.and_then(|()| seen.write(&mut text)) {
        Ok(()) => ([(header::CONTENT_TYPE, FORMAT)], text).into_response(),
        Err(fmt::Error) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// What was looked up.
#[derive(Default)]
struct Seen {
    sessions: BTreeMap<String, i64>,
    people: BTreeMap<String, i64>,
    silent: i64,
    connections: usize,
    strangers: usize,
    /// None where the sound did not say in time: a count that falls to nothing would be taken for a new start.
    sound: Option<Tally>,
    sound_tcp: usize,
    streams: usize,
    seconds: f64,
    tasks: usize,
    process: Process,
}

impl Watched {
    async fn seen(&self) -> Seen {
        let mut seen = Seen { process: Process::now(), ..Seen::default() };
        for session in self.gateway.sessions.all() {
            *seen.sessions.entry(session.room.phase().to_string()).or_default() += 1;
            match timeout(LOOKS, session.room.look()).await {
                Ok(Some(meeting)) => seen.people_of(&meeting),
                Ok(None) | Err(_) => seen.silent += 1,
            }
        }
        (seen.connections, seen.strangers) = self.places.count_all();
        seen.sound = timeout(LOOKS, self.gateway.media.tally()).await.ok().flatten();
        seen.sound_tcp = self.gateway.media.tcp_connections();
        seen.streams = self.gateway.listening.count();
        seen.tasks = tokio::runtime::Handle::current().metrics().num_alive_tasks();
        seen.seconds = self.began.elapsed().as_secs_f64();
        seen
    }
}

impl Seen {
    fn people_of(&mut self, meeting: &Meeting) {
        let Some(charter) = &meeting.charter else { return };
        for person in charter.people.iter().filter(|person| meeting.presence.present.contains_key(&person.id))
        {
            if let Some(role) = person.roles.first() {
                *self.people.entry(role.to_string()).or_default() += 1;
            }
        }
    }

    fn write(self, into: &mut String) -> fmt::Result {
        let mut registry = Registry::default();
        self.sound(&mut registry);
        self.process.register(&mut registry);
        let by = |label: &'static str, counts: BTreeMap<String, i64>| {
            let family: Family<[(&'static str, String); 1], Gauge> = Family::default();
            counts.into_iter().for_each(|(value, count)| {
                family.get_or_create(&[(label, value)]).set(count);
            });
            family
        };
        let text = "Sessions by the phase that they are in";
        registry.register("plenary_sessions", text, by("phase", self.sessions));
        let text = "People present in sessions, by their first role there; who is in two counts twice";
        registry.register("plenary_people", text, by("role", self.people));
        let text = "Sessions that did not say in time how they stand";
        registry.register("plenary_sessions_silent", text, ConstGauge::new(self.silent));
        let held = BTreeMap::from([
            ("link".to_owned(), number(self.connections.saturating_sub(self.strangers))),
            ("stranger".to_owned(), number(self.strangers)),
        ]);
        let text = "Connections for calls, by whether they have shown a link; WebSockets are counted apart";
        registry.register("plenary_connections", text, by("of", held));
        let text = "Seconds since the server began to serve";
        registry.register("plenary_uptime_seconds", text, ConstGauge::new(self.seconds));
        let text = "Tasks that live: some for the server, for each session, and for each connection";
        registry.register("plenary_tasks", text, ConstGauge::new(number(self.tasks)));
        let text = "The version that runs";
        registry.register("plenary_build", text, Info::new([("version", env!("CARGO_PKG_VERSION"))]));
        encode(into, &registry)
    }

    fn sound(&self, registry: &mut Registry) {
        let Some(tally) = self.sound else { return };
        let Tally { peers, connected, listeners, outlets, microphones, socket_microphones, .. } = tally;
        let Tally { frames_in, frames_out, dropped, .. } = tally;
        let family: Family<[(&'static str, &'static str); 1], Gauge> = Family::default();
        let set = |transport, count| family.get_or_create(&[("transport", transport)]).set(number(count));
        set("webrtc", listeners.saturating_sub(outlets));
        set("websocket", outlets);
        set("stream", self.streams);
        let text = "Those who listen, by the transport of their sound; WebRTC goes by UDP or TCP";
        registry.register("plenary_sound_listeners", text, family.clone());
        let mut gauge = |name: &str, text: &str, count: usize| {
            registry.register(name, text, ConstGauge::new(number(count)));
        };
        gauge("plenary_sound_peers", "Paths of WebRTC, of listeners and microphones", peers);
        gauge("plenary_sound_peers_connected", "Of these, those whose handshake is done", connected);
        gauge("plenary_sound_tcp_connections", "TCP connections that carry WebRTC", self.sound_tcp);
        gauge("plenary_sound_microphones", "Microphones that send", microphones);
        gauge("plenary_sound_socket_microphones", "Microphones' paths over WebSocket", socket_microphones);
        let mut counter = |name: &str, text: &str, count: u64| {
            registry.register(name, text, ConstCounter::new(count));
        };
        counter("plenary_sound_frames_in", "Frames of microphones taken in", frames_in);
        counter("plenary_sound_frames_out", "Frames given to listeners", frames_out);
        let text = "Frames and datagrams dropped: too late, or a queue or socket was full";
        counter("plenary_sound_dropped", text, dropped);
    }
}

/// What the system says of the process; nothing where it says nothing.
#[derive(Default)]
struct Process {
    open_files: Option<usize>,
    open_files_max: Option<u64>,
    resident_bytes: Option<u64>,
}

impl Process {
    fn now() -> Self {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes =
            resident.and_then(|text| text.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
        Self {
            open_files: fs::read_dir("/proc/self/fd").ok().map(Iterator::count),
            open_files_max: rlimit::Resource::NOFILE.get_soft().ok(),
            resident_bytes: kilobytes.map(|kilobytes| kilobytes * 1_024),
        }
    }

    fn register(&self, registry: &mut Registry) {
        let mut gauge = |name: &str, text: &str, count: Option<u64>| {
            if let Some(count) = count {
                registry.register(name, text, ConstGauge::new(i64::try_from(count).unwrap_or(i64::MAX)));
            }
        };
        gauge("process_open_fds", "Open files", self.open_files.map(|files| files as u64));
        gauge("process_max_fds", "Files that may be open", self.open_files_max);
        gauge("process_resident_memory_bytes", "Memory in use", self.resident_bytes);
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
