//! How long a server takes until it is ready on a large data folder, beside another build on the same contents.
//!
//! Each build has a folder of its own, made by a generator: recordings, and as many bytes of pre-recorded statements, kept
//! where that build keeps them. The statements are of a session that the conference file does not name any more, so that
//! no build replays more than another and none takes them for rubbish.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};
use clap::value_parser;
use plenary::meeting::command::Actor;
use plenary::meeting::event::Event;
use plenary::meeting::statements::prerecorded::{self, RECEIVED};
use plenary::terms::clip::{Prerecorded, named_by};
use rusqlite::{Connection, params};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::builds::{median, spread};
use super::server::{Program, Server};
use super::{conference, entering};

/// Bytes of one statement, as large as one may be.
const STATEMENT_BYTES: usize = 8 << 20;
/// Bytes that are written of a recording at once.
const PIECE_BYTES: usize = 1 << 20;
/// Recordings that share the bytes.
const RECORDINGS: u64 = 8;
/// Where the statements were handed in.
const STREAM: &str = "session/archived";

/// What is measured, and with what.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct ReadyArgs {
    /// The server's program [default: the `plenary` beside this program].
    #[arg(long, value_name = "FILE")]
    pub server: Option<PathBuf>,
    /// The program of a build that keeps statements in the database, to compare with.
    #[arg(long, value_name = "FILE", env = "PLENARY_BEFORE")]
    pub before: Option<PathBuf>,
    /// Size of the data folder, in megabytes: half recordings, half statements.
    #[arg(long, value_name = "MB", default_value_t = 2_048, value_parser = value_parser!(u64).range(32..=65_536))]
    pub megabytes: u64,
    /// Starts of each, of which the median is told.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = value_parser!(u64).range(1..=50))]
    pub starts: u64,
}

/// Where a build keeps statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Each a row of the database.
    Rows,
    /// Each a file.
    Files,
}

/// Measures, and prints what it measured.
///
/// # Errors
/// If a folder cannot be made, or a server does not start.
pub fn run(args: &ReadyArgs) -> anyhow::Result<()> {
    let program = Program::named(args.server.as_deref())?;
    let folder = tempfile::tempdir().context("no temporary folder can be made")?;
    let file = folder.path().join("conference.toml");
    fs::write(&file, conference::text(10)).context("the conference cannot be written")?;
    let mut told = Vec::new();
    if let Some(before) = &args.before {
        let before = Program::named(Some(before))?;
        let data = folder.path().join("rows");
        make(&before, &file, &data, Layout::Rows, args.megabytes)?;
        told.push((
            "before",
            "the build before, statements in the database",
            measure(&before, &file, &data, args)?,
        ));
        // It begins to move them out with its first start, beside all else.
        told.push(("moving", "this build on that folder", measure(&program, &file, &data, args)?));
        fs::remove_dir_all(&data).context("the folder cannot be removed")?;
    }
    let data = folder.path().join("files");
    make(&program, &file, &data, Layout::Files, args.megabytes)?;
    told.push(("now", "this build, statements in files", measure(&program, &file, &data, args)?));
    println!("ready with a data folder of {} MB, median of {} starts", args.megabytes, args.starts);
    for (_, what, starts) in &told {
        let [least, median, most] = spread(starts.iter().copied());
        println!("  {what:<46} {median:8.1} ms   ({least:.1} to {most:.1})");
    }
    let medians: serde_json::Map<String, serde_json::Value> = told
        .iter()
        .map(|(key, _, starts)| ((*key).to_owned(), json!(median(starts.iter().copied()))))
        .collect();
    println!("{}", json!({ "ready_ms": medians, "megabytes": args.megabytes, "starts": args.starts }));
    Ok(())
}

/// How long each start takes, in milliseconds, from the process's until it says that it is ready.
fn measure(program: &Program, file: &Path, data: &Path, args: &ReadyArgs) -> anyhow::Result<Vec<f64>> {
    let mut starts = Vec::new();
    for _ in 0..args.starts {
        starts.push(start(program, file, data)?.as_secs_f64() * 1_000.0);
    }
    Ok(starts)
}

fn start(program: &Program, file: &Path, data: &Path) -> anyhow::Result<Duration> {
    super::here()?.block_on(async {
        let server = Server::start(program, file, data, None).await?;
        let took = server.started_in();
        // Killed, as in a crash: the next one starts on what it left.
        drop(server);
        Ok(took)
    })
}

/// Makes a data folder of a build, with links for everybody.
fn make(program: &Program, file: &Path, data: &Path, layout: Layout, megabytes: u64) -> anyhow::Result<()> {
    eprintln!("load: a data folder of {megabytes} MB is made");
    entering::issue(program, file, data, &[])?;
    let half = (megabytes << 20) / 2;
    let mut noise = Noise(u64::from_le_bytes(*b"plenary!"));
    record(&data.join("recordings").join(conference::SESSION), half, &mut noise)?;
    let database = Connection::open(data.join("plenary.db")).context("the database cannot be opened")?;
    for number in 0..half.div_ceil(STATEMENT_BYTES as u64) {
        let bytes = noise.bytes(STATEMENT_BYTES);
        let clip = named_by(&Sha256::digest(&bytes).into());
        match layout {
            Layout::Rows => {
                let sql = "INSERT INTO blob (name, bytes) VALUES (?1, ?2)";
                database.execute(sql, params![format!("clip/{clip}"), bytes])?;
            }
            Layout::Files => {
                let folder = data.join("blobs").join(clip.as_str().get(..2).context("a name has digits")?);
                fs::create_dir_all(&folder)?;
                written(&folder.join(clip.as_str()), [bytes])?;
            }
        }
        let event = Event::Prerecorded(prerecorded::Event::PrerecordedReceived {
            request: format!("r{number}").parse()?,
            statement: Prerecorded { clip, length_ms: 900_000 },
            by: "person-1".parse()?,
        });
        let body = json!({ "v": 1, "actor": Actor::Server, "event": event }).to_string();
        let sql = "INSERT INTO entry (stream, seq, at_ms, kind, body) VALUES (?1, ?2, 0, ?3, ?4)";
        database.execute(sql, params![STREAM, i64::try_from(number + 1)?, RECEIVED, body.into_bytes()])?;
    }
    if database.close().is_err() {
        bail!("the database cannot be closed");
    }
    Ok(())
}

/// Recordings of a session, each a channel of some size.
fn record(session: &Path, bytes: u64, noise: &mut Noise) -> anyhow::Result<()> {
    for number in 0..RECORDINGS {
        let folder = session.join(format!("2026-01-15T1{number}-00-00.000Z"));
        fs::create_dir_all(&folder)?;
        let pieces = (bytes / RECORDINGS).div_ceil(PIECE_BYTES as u64);
        written(&folder.join("floor.ogg"), (0..pieces).map(|_| noise.bytes(PIECE_BYTES)))?;
    }
    Ok(())
}

/// Writes a file and sees it to the disk: else the first append of a server would wait for it.
fn written(path: &Path, pieces: impl IntoIterator<Item = Vec<u8>>) -> anyhow::Result<()> {
    let mut file = fs::File::create(path)?;
    for piece in pieces {
        file.write_all(&piece)?;
    }
    file.sync_all()?;
    Ok(())
}

/// Bytes that no disk makes smaller, the same in each run (xorshift64, Marsaglia 2003).
struct Noise(u64);

impl Noise {
    fn bytes(&mut self, count: usize) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(count + 8);
        while bytes.len() < count {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            bytes.extend_from_slice(&self.0.to_le_bytes());
        }
        bytes.truncate(count);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_does_not_repeat() {
        let mut noise = Noise(1);
        let (one, other) = (noise.bytes(1_001), noise.bytes(1_001));
        assert!(one.len() == 1_001 && one != other);
    }
}
