//! Reading a PDF in a process of its own: whatever a file does there, it takes no memory and no time of the server's.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::process::{ExitCode, Stdio};
use std::time::Duration;

use rlimit::Resource;
use tokio::io::AsyncReadExt as _;
use tokio::process::Command;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::super::{FILE_BYTES_MAX, NotPaper, TEXT_BYTES_MAX};

/// What the program is asked for to be this process.
pub const COMMAND: &str = "read-pdf";
/// Memory that the process may take, in bytes.
const MEMORY_MAX: u64 = 1 << 30;
/// Time of a processor that it may take, in seconds.
const PROCESSOR_S_MAX: u64 = 20;
/// How long it may take in all, on a machine that has much to do.
const WITHIN: Duration = Duration::from_secs(60);
/// How it ends where the file is damaged, and where it is too large.
const DAMAGED: u8 = 3;
const TOO_MUCH: u8 = 4;
/// So many files are read at once: whoever gives more waits.
static READERS: Semaphore = Semaphore::const_new(1);

/// The text of a PDF, read in a process of its own.
///
/// # Errors
/// As [`super::text`]; and if the process could not be begun, or took too much.
pub async fn text(mut file: File) -> Result<String, NotPaper> {
    let _reader = READERS.acquire().await.map_err(io::Error::other)?;
    file.seek(SeekFrom::Start(0))?;
    let mut reads = Command::new(program()?);
    reads.arg(COMMAND).env_clear().stdin(file).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut reads = reads.kill_on_drop(true).spawn()?;
    let told = reads.stdout.take().ok_or(NotPaper::Damaged)?;
    let mut text = Vec::new();
    let status = timeout(WITHIN, async {
        told.take(TEXT_BYTES_MAX).read_to_end(&mut text).await?;
        reads.wait().await
    });
    let status = status.await.map_err(|_| NotPaper::TooMuch)??;
    match status.code() {
        Some(0) => String::from_utf8(text).map_err(|_| NotPaper::Damaged),
        Some(code) if code == i32::from(DAMAGED) => Err(NotPaper::Damaged),
        // It was ended for what it took, or gave up.
        Some(_) | None => Err(NotPaper::TooMuch),
    }
}

/// This program, also where its file was replaced since it began.
fn program() -> io::Result<std::path::PathBuf> {
    if cfg!(target_os = "linux") { Ok("/proc/self/exe".into()) } else { std::env::current_exe() }
}

/// What that process does: reads a PDF from where it is given one, and tells its text.
pub fn run() -> ExitCode {
    let limits = [(Resource::AS, MEMORY_MAX), (Resource::CPU, PROCESSOR_S_MAX), (Resource::CORE, 0)];
    for (resource, most) in limits {
        if let Err(error) = resource.set(most, most) {
            eprintln!("{} cannot be limited: {error}", resource.as_name());
            return ExitCode::FAILURE;
        }
    }
    let mut bytes = Vec::new();
    let whole = io::stdin().take(FILE_BYTES_MAX as u64).read_to_end(&mut bytes);
    let text = whole.map_err(NotPaper::from).and_then(|_| super::text(bytes));
    let told = text.and_then(|text| Ok(io::stdout().write_all(text.as_bytes())?));
    match told {
        Ok(()) => ExitCode::SUCCESS,
        Err(NotPaper::TooMuch) => TOO_MUCH.into(),
        Err(NotPaper::Damaged | NotPaper::OtherKind) => DAMAGED.into(),
        Err(NotPaper::Unread(_)) => ExitCode::FAILURE,
    }
}
