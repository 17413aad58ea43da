//! NATS servers of a test: on loopback, with a store of their own, and never outliving the test.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU16, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use plenary::log::{Nats, NatsSettings};
use tempfile::TempDir;

/// Runs a program, says its process id, and kills it once nobody holds the other end of the standard input any more.
const KEEPER: &str = r#"
folder="$1"; shift
"$@" >/dev/null 2>&1 </dev/null &
echo $!
read -r _end
kill -CONT $! 2>/dev/null; kill -KILL $! 2>/dev/null; wait
[ -z "$folder" ] || rm -rf "$folder"
"#;

/// The file in a server's folder to which it logs.
const SAID: &str = "nats.log";

/// A server that runs.
pub struct Running {
    keeper: Child,
    pub pid: String,
}

impl Running {
    fn start(config: &Path, removed_after: &str) -> Self {
        let program = program();
        let there = Command::new(&program).arg("--version").output();
        assert!(
            there.is_ok_and(|there| there.status.success()),
            "There is no {}: run scripts/nats-server.sh, which installs one, and set NATS_SERVER to what it prints.",
            program.display()
        );
        let mut keeper = Command::new("sh")
            .args(["-c", KEEPER, "keeper", removed_after])
            .arg(program)
            .arg("--config")
            .arg(config)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pid = String::new();
        BufReader::new(keeper.stdout.take().unwrap()).read_line(&mut pid).unwrap();
        Self { keeper, pid: pid.trim().to_owned() }
    }

    /// Sends the server a signal, by its name.
    pub fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args(["-s", signal, &self.pid]).status().unwrap();
        assert!(sent.success(), "{signal} to {}", self.pid);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        drop(self.keeper.wait());
    }
}

/// A server with its store, which may be stopped and started again at the same port.
pub struct Server {
    pub folder: TempDir,
    pub port: u16,
    /// More lines of its configuration.
    pub more: String,
    /// Whether what it acknowledges is on its disk, as a conference's server has it; most tests are quicker without.
    pub synced: bool,
    pub running: Option<Running>,
}

impl Server {
    /// Starts a server alone.
    pub fn start() -> Self {
        Self::start_with("")
    }

    /// Starts a server whose configuration has some lines more.
    pub fn start_with(more: &str) -> Self {
        let mut server = Self::stopped_with(more);
        server.start_again();
        server
    }

    /// A server that is not started yet.
    pub fn stopped_with(more: &str) -> Self {
        let (folder, more) = (tempfile::tempdir().unwrap(), more.to_owned());
        Self { folder, port: free_port(), more, synced: false, running: None }
    }

    /// Starts a server alone that writes what it acknowledges through to its disk.
    pub fn start_synced() -> Self {
        let mut server = Self { synced: true, ..Self::stopped_with("") };
        server.start_again();
        server
    }

    /// Waits until it answers.
    pub fn await_ready(&self) {
        await_ready(self.port, self.folder.path());
    }

    pub fn store(&self) -> PathBuf {
        self.folder.path().join("store")
    }

    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// Starts it once more, after it was killed or stopped.
    pub fn start_again(&mut self) {
        self.spawn();
        await_ready(self.port, self.folder.path());
    }

    /// As [`Server::start_again`], without waiting until it answers.
    pub fn spawn(&mut self) {
        let sync = if self.synced { ", sync_interval: always" } else { "" };
        let config = configured(self.folder.path(), self.port, sync, &self.more);
        self.running = Some(Running::start(&config, ""));
    }

    pub fn signal(&self, signal: &str) {
        self.running.as_ref().unwrap().signal(signal);
    }

    /// Kills it, as a power switch does to a process.
    pub fn kill(&mut self) {
        self.running = None;
    }

    /// The settings of a log on this server, of a conference that nobody else has.
    pub fn settings(&self) -> NatsSettings {
        NatsSettings::of(vec![self.url()], fresh_conference())
    }
}

/// A disk that takes its time: what a server writes through to it takes longer, until this is dropped.
pub struct SlowDisk {
    tracer: Child,
    told: tempfile::NamedTempFile,
}

impl SlowDisk {
    /// How often something was written through to it so far.
    pub fn delayed(&self) -> usize {
        std::fs::read_to_string(self.told.path()).unwrap().matches("(DELAYED)").count()
    }
}

impl Drop for SlowDisk {
    fn drop(&mut self) {
        // It lets go of the server then, if that still lives.
        drop(Command::new("kill").args(["-s", "INT", &self.tracer.id().to_string()]).status());
        drop(self.tracer.wait());
    }
}

impl Server {
    /// From now on whatever the server writes through to its disk takes this much longer.
    pub fn slow_disk(&self, longer: Duration) -> SlowDisk {
        let told = tempfile::NamedTempFile::new().unwrap();
        let delay = format!("inject=fsync,fdatasync:delay_enter={}", longer.as_micros());
        let mut command = Command::new("strace");
        command.args(["-f", "-e", "trace=fsync,fdatasync", "-e", &delay, "-p"]);
        command.arg(&self.running.as_ref().unwrap().pid).arg("-o").arg(told.path());
        let mut tracer =
            command.stderr(Stdio::piped()).spawn().expect("there is `strace`, a package of Debian's");
        let mut said = String::new();
        let mut lines = BufReader::new(tracer.stderr.take().unwrap());
        lines.read_line(&mut said).unwrap();
        assert!(said.contains(" attached"), "strace said: {said}");
        // It must not be held up by what it says later.
        std::thread::spawn(move || lines.read_to_string(&mut String::new()));
        SlowDisk { tracer, told }
    }
}

/// Three servers that know one another; `synced` as in [`Server`].
pub fn cluster(synced: bool) -> Vec<Server> {
    let routes = [free_port(), free_port(), free_port()];
    let all: Vec<String> = routes.iter().map(|port| format!("nats://127.0.0.1:{port}")).collect();
    let mut servers = Vec::new();
    for (n, port) in routes.iter().enumerate() {
        let more = format!(
            "server_name: n{n}\ncluster {{ name: plenary, listen: \"127.0.0.1:{port}\", routes: [{}] }}",
            all.join(", ")
        );
        servers.push(Server { synced, ..Server::stopped_with(&more) });
    }
    // All at once, for each waits for the others.
    servers.iter_mut().for_each(Server::spawn);
    servers.iter().for_each(Server::await_ready);
    servers
}

/// The one that is named, the one that `scripts/nats-server.sh` installed, or the system's.
fn program() -> PathBuf {
    let named = std::env::var_os("NATS_SERVER").map(PathBuf::from);
    let installed = || {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent()?.read_dir().ok()?;
        let folders = target.filter_map(Result::ok).map(|folder| folder.path());
        let ours = |folder: &PathBuf| {
            folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("nats-server-v"))
        };
        folders.filter(ours).max().map(|folder| folder.join("nats-server"))
    };
    named.or_else(installed).unwrap_or_else(|| "nats-server".into())
}

fn configured(folder: &Path, port: u16, sync: &str, more: &str) -> PathBuf {
    let config = folder.join("nats.conf");
    let store = folder.join("store");
    let text = format!(
        "listen: 127.0.0.1:{port}\nlog_file: {:?}\njetstream {{ store_dir: {:?}{sync} }}\n{more}\n",
        folder.join(SAID).display().to_string(),
        store.display().to_string()
    );
    std::fs::write(&config, text).unwrap();
    config
}

/// A port that was free just now and that this program asks for no second time. It is none of those that Linux hands out by
/// itself (32,768 and above): while a server is down, whoever connects somewhere may be given its port, even one that tries to
/// reach this very server, and then it cannot start again.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    const PORTS: std::ops::Range<u16> = 12_000..32_000;
    // Programs of tests that run at once begin far from one another.
    let begin =
        u16::try_from(std::process::id().wrapping_mul(101) % u32::from(PORTS.end - PORTS.start)).unwrap();
    for _ in PORTS {
        let next = begin + NEXT.fetch_add(1, Ordering::Relaxed);
        let port = PORTS.start + next % (PORTS.end - PORTS.start);
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
    panic!("no port of {PORTS:?} is free");
}

/// Waits until a server greets, and answers a ping. `folder` has its configuration and what it said.
fn await_ready(port: u16, folder: &Path) {
    let began = Instant::now();
    while greeted(port).is_err() {
        assert!(
            began.elapsed() < Duration::from_secs(20),
            "the NATS server at port {port} does not answer. It said:\n{}",
            std::fs::read_to_string(folder.join(SAID)).unwrap_or_else(|fault| fault.to_string())
        );
        std::thread::yield_now();
    }
}

fn greeted(port: u16) -> std::io::Result<()> {
    let mut connection = TcpStream::connect(("127.0.0.1", port))?;
    connection.set_read_timeout(Some(Duration::from_secs(2)))?;
    connection.write_all(b"CONNECT {\"verbose\":false}\r\nPING\r\n")?;
    let mut said = Vec::new();
    let mut piece = [0; 4096];
    // One that asks for a password answers too, and one that asks for TLS.
    let answers = |said: &[u8]| {
        [&b"PONG"[..], b"Authorization", b"\"tls_required\":true"]
            .iter()
            .any(|word| said.windows(word.len()).any(|at| at == *word))
    };
    while !answers(&said) {
        let length = connection.read(&mut piece)?;
        if length == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        said.extend_from_slice(&piece[..length]);
    }
    Ok(())
}

/// The address of the one server that most tests of this program share. It ends with the program.
pub fn shared() -> &'static str {
    static SHARED: OnceLock<(String, Running)> = OnceLock::new();
    let (url, _running) = SHARED.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap().keep();
        let port = free_port();
        let running = Running::start(&configured(&folder, port, "", ""), folder.to_str().unwrap());
        await_ready(port, &folder);
        (format!("nats://127.0.0.1:{port}"), running)
    });
    url
}

/// The id of a conference that no other test has.
pub fn fresh_conference() -> plenary::terms::ids::ConferenceId {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    format!("c{}", NUMBER.fetch_add(1, Ordering::Relaxed)).parse().unwrap()
}

/// An empty log on the shared server.
pub async fn open() -> Nats {
    Nats::open(NatsSettings::of(vec![shared().to_owned()], fresh_conference())).await.unwrap()
}
