//! The server as a process: started on a data folder, killed or asked to stop, its log lines kept.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc;
use std::thread::JoinHandle;

use crate::client::Client;
use crate::entering::{Pass, enter};

/// The program as it was built with the tests.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_plenary");

/// The conference that the tests hold.
pub fn conference() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small.toml")
}

/// The text of the small conference with so many observers more in its opening session, `guest-0` and so on.
pub fn with_guests(guests: usize) -> String {
    let mut text = std::fs::read_to_string(conference()).unwrap();
    for number in 0..guests {
        write!(
            text,
            "\n[[people]]\nid = \"guest-{number}\"\nname = {{ en = \"Guest {number}\", ar = \"ضيف {number}\" }}\n\
             language = \"en\"\nroles = {{ opening = [\"observer\"] }}\n"
        )
        .unwrap();
    }
    text
}

/// The program with the settings that every test gives, apart from those of whoever runs the tests.
pub fn plenary(verb: &str, data: &Path) -> Command {
    plenary_of(&conference(), verb, data)
}

/// As [`plenary`], with a conference of the test's own.
fn plenary_of(conference: &Path, verb: &str, data: &Path) -> Command {
    program_of(Path::new(PROGRAM), conference, verb, data)
}

/// As [`plenary_of`], by another build of the program.
fn program_of(program: &Path, conference: &Path, verb: &str, data: &Path) -> Command {
    let mut command = Command::new(program);
    for setting in [
        "LISTEN",
        "DATA",
        "TLS_CERT",
        "TLS_KEY",
        "ADVERTISE",
        "PUBLIC_URL",
        "CONFERENCE",
        "LOG",
        "TAKE_FILE",
        "CAPTIONS_FROM",
        "CAPTIONS_KEY",
        "CAPTIONS_MODEL",
        "CAPTIONS_CHANNELS",
        "NATS",
        "NATS_REPLICAS",
        "NATS_CA",
        "LOG_FORMAT",
        "METRICS",
        "TRUSTED_PROXY",
    ] {
        command.env_remove(format!("PLENARY_{setting}"));
    }
    command.env("NO_COLOR", "1").arg(verb).arg("--conference").arg(conference).arg("--data").arg(data);
    if !["links", "conference"].contains(&verb) {
        command.args(["--listen", "127.0.0.1:0"]);
    }
    command
}

/// The data folder of a test's server, and the secret of everybody's personal link.
pub struct Hall {
    folder: tempfile::TempDir,
    conference: PathBuf,
    program: PathBuf,
    secrets: BTreeMap<String, String>,
}

impl Hall {
    /// A fresh folder with a link for everybody in the conference file.
    pub fn new() -> Self {
        Self::by(Path::new(PROGRAM), &conference())
    }

    /// As [`Hall::new`], with a conference of the test's own.
    pub fn of(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let conference = folder.path().join("conference.toml");
        std::fs::write(&conference, text).unwrap();
        Self::on(folder, conference, PathBuf::from(PROGRAM))
    }

    /// As [`Hall::new`], by another build of the program and with a conference file of its own.
    pub fn by(program: &Path, conference: &Path) -> Self {
        Self::on(tempfile::tempdir().unwrap(), conference.to_owned(), program.to_owned())
    }

    /// A data folder that is there already, with the secrets of links that were issued for it.
    pub fn kept(folder: tempfile::TempDir, conference: &Path, secrets: BTreeMap<String, String>) -> Self {
        Self { folder, conference: conference.to_owned(), program: PathBuf::from(PROGRAM), secrets }
    }

    fn on(folder: tempfile::TempDir, conference: PathBuf, program: PathBuf) -> Self {
        let issued = program_of(&program, &conference, "links", folder.path()).arg("issue").output();
        let issued = ended_well(issued.unwrap());
        let secrets = issued.lines().skip(1).map(|line| {
            let person = line.split(',').next().unwrap();
            (person.to_owned(), line.split_once('#').unwrap().1.to_owned())
        });
        let secrets = secrets.collect();
        Self { folder, conference, program, secrets }
    }

    /// From the next start on the conference file has this text.
    pub fn revise(&self, text: &str) {
        assert!(self.conference.starts_with(self.folder.path()), "the file is the test's own");
        std::fs::write(&self.conference, text).unwrap();
    }

    /// The same folder, entered by other links.
    pub fn with_secrets(self, secrets: BTreeMap<String, String>) -> Self {
        Self { secrets, ..self }
    }

    pub fn data(&self) -> &Path {
        self.folder.path()
    }

    /// What stands behind `#` in a person's link.
    pub fn secret(&self, person: &str) -> &str {
        &self.secrets[person]
    }

    pub fn secrets(&self) -> impl Iterator<Item = &String> {
        self.secrets.values()
    }

    /// Starts a server on the folder and waits until it is ready.
    pub fn open(&self) -> Server {
        Server::started(self.serve())
    }

    /// The command that serves the folder's conference.
    pub fn serve(&self) -> Command {
        program_of(&self.program, &self.conference, "serve", self.data())
    }

    /// The command that writes the record of the folder's conference.
    pub fn export(&self) -> Command {
        program_of(&self.program, &self.conference, "export", self.data())
    }

    /// A person's way in, as their browser gets it from their link.
    pub async fn pass(&self, server: &Server, person: &str) -> Pass {
        enter(server.address, self.secret(person)).await
    }

    /// A person who has joined the session `opening`.
    pub async fn join(&self, server: &Server, person: &str) -> Client {
        let pass = self.pass(server, person).await;
        Client::joined(server.address, &pass, None).await
    }
}

/// What a program wrote that had to end well.
pub fn ended_well(output: Output) -> String {
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

/// A running server. One that is dropped is killed; one that logged an error fails its test, unless that is what it is about.
pub struct Server {
    pub address: SocketAddr,
    /// Where whoever watches it reads, if anywhere.
    pub metrics: Option<SocketAddr>,
    child: Child,
    /// Whether errors are what the test is about.
    may_log_errors: bool,
    /// Reads what the server logs until it ends.
    reader: Option<JoinHandle<Vec<String>>>,
}

impl Server {
    /// Starts the program and waits for the line that says where it listens.
    pub fn started(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let (ready, is_ready) = mpsc::channel();
        let reader = std::thread::spawn(move || {
            let mut said = Vec::new();
            for line in lines.map_while(Result::ok) {
                if let Some(address) = address_of(&line) {
                    // Nobody waits any more where the test has given up already.
                    let _: Result<(), _> = ready.send((address, metrics_of(&line)));
                }
                said.push(line);
            }
            said
        });
        match is_ready.recv() {
            Ok((address, metrics)) => {
                Self { address, metrics, child, may_log_errors: false, reader: Some(reader) }
            }
            Err(_ended) => panic!("it did not start: {:#?}", reader.join().unwrap()),
        }
    }

    /// As [`Server::started`], where something goes wrong that the server is to tell of.
    pub fn expecting_errors(command: Command) -> Self {
        let mut server = Self::started(command);
        server.may_log_errors = true;
        server
    }

    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Sends SIGTERM, as an operator or a container does.
    pub fn terminate(&self) {
        self.signal("TERM");
    }

    /// Waits until it has ended, and tells how and all it logged.
    pub fn ended(mut self) -> (ExitStatus, Vec<String>) {
        let status = self.child.wait().unwrap();
        let said = self.reader.take().unwrap().join().unwrap();
        assert_without_errors(&said);
        (status, said)
    }

    /// As [`Server::ended`], where it logs errors that say this, as it must.
    pub fn ended_telling(mut self, why: &str) -> Vec<String> {
        self.child.wait().unwrap();
        let said = self.reader.take().unwrap().join().unwrap();
        let (expected, others): (Vec<_>, Vec<_>) = said.into_iter().partition(|line| line.contains(why));
        assert_without_errors(&others);
        expected
    }

    /// Sends it a signal, by its name.
    pub fn signal(&self, signal: &str) {
        let sent = Command::new("sh").args(["-c", &format!("kill -{signal} {}", self.child.id())]).status();
        assert!(sent.unwrap().success());
    }

    /// Asks it to stop and waits until it has.
    pub fn stop(self) -> Vec<String> {
        self.terminate();
        let (status, said) = self.ended();
        assert!(status.success(), "{status}: {said:#?}");
        said
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // An error only says that it has ended already.
        drop(self.child.kill());
        drop(self.child.wait());
        let said = self.reader.take().map(|reader| reader.join().unwrap());
        if self.may_log_errors && !std::thread::panicking() {
            return;
        }
        if !std::thread::panicking() {
            assert_without_errors(&said.unwrap_or_default());
        } else if let Some(said) = said {
            eprintln!("the server said: {said:#?}");
        }
    }
}

fn assert_without_errors(said: &[String]) {
    let errors: Vec<_> =
        said.iter().filter(|line| line.contains("ERROR") || line.contains("panicked")).collect();
    assert!(errors.is_empty(), "the server logged errors: {errors:#?}");
}

/// The address in the line that says the server is ready, in text or in JSON.
fn address_of(line: &str) -> Option<SocketAddr> {
    if let Ok(line) = serde_json::from_str::<serde_json::Value>(line) {
        return (line["message"] == "ready").then(|| line["address"].as_str()?.parse().ok()).flatten();
    }
    let (_, rest) = line.split_once(" ready address=")?;
    rest.split_whitespace().next()?.parse().ok()
}

/// The address at which the server is watched, in the same line.
fn metrics_of(line: &str) -> Option<SocketAddr> {
    let (_, rest) = line.split_once(" metrics=")?;
    rest.split_whitespace().next()?.parse().ok()
}
