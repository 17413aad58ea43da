//! Files of documents and of statements' texts: as they come in, and as they are given out.

use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::io::AsyncWriteExt as _;
use url::form_urlencoded;

use super::Gateway;
use super::bodies::{Bounds, Coming, NotWhole};
use super::problem::{Refused, problem, unavailable};
use super::ranges::Asking;
use super::rate::{Callers, GIVING_PAPERS};
use super::uploads::{NoPlace, Uploads};
use crate::papers::{self, NotClean, NotPaper, Paper, Scanner};
use crate::room::{Incoming, RoomFault};
use crate::terms::file::{File, FileKind};
use crate::terms::ids::PersonId;
use crate::terms::limits::FILE_NAME_CHARS_MAX;
use crate::terms::text::{self, Kind};
use crate::wire::http::ProblemCode;

/// A file, at 128 kbit/s or faster.
const FILE: Bounds =
    Bounds { bytes_max: papers::FILE_BYTES_MAX, within: Duration::from_secs(10), bytes_a_second: 16 * 1_024 };
/// What stands for itself in the name of a file (RFC 8187 section 3.2.1).
const NAME: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_');

/// Who gives files now, and how fast each person may.
pub(super) struct Intake {
    /// What each person gives to be kept for good: files, and versions of the outcome document.
    pub(super) givers: Callers,
    pub(super) uploads: Uploads<PersonId>,
    /// What each file is shown to before it is kept, if anything.
    scanner: Option<Scanner>,
}

impl Intake {
    /// Nobody gives files yet.
    pub(super) fn new(scanner: Option<Scanner>) -> Self {
        Self { givers: Callers::new(GIVING_PAPERS), uploads: Uploads::default(), scanner }
    }
}

/// Answers with a file, to be kept: it is never opened as a page of ours, for what is in it, nobody knows.
///
/// # Errors
/// If it cannot be read, or is asked for in parts that it does not have.
pub(super) async fn sent(gateway: &Gateway, file: &File, asking: &Asking<'_>) -> Result<Response, Refused> {
    let length = gateway.clips.length(&file.content).await.map_err(|fault| not_stored(&fault))?;
    let length = length.ok_or_else(unavailable)?;
    let sent = asking.sent(mime(file.kind), file.content.as_str(), length)?;
    let part = sent.from..sent.from + sent.bytes;
    let pieces = gateway.clips.read(&file.content, part).await.map_err(|fault| not_stored(&fault))?;
    let mut answer = asking.answer(sent, pieces.ok_or_else(unavailable)?);
    guard(&mut answer);
    let disposition = format!("attachment; filename*=UTF-8''{}", utf8_percent_encode(&file.name, NAME));
    if let Ok(value) = HeaderValue::try_from(disposition) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(answer)
}

/// Answers with what a file says, line by line: for who does not read its pages, or has nothing that shows them.
///
/// # Errors
/// If it says nothing that could be read.
pub(super) fn read_out(text: String) -> Result<Response, Refused> {
    if text.is_empty() {
        let remedy = "no text can be read of this file; its pages may be pictures";
        return Err(problem(StatusCode::NOT_FOUND, ProblemCode::TextUnknown, remedy));
    }
    let mut answer = ([(header::CONTENT_TYPE, mime(FileKind::Text))], text).into_response();
    guard(&mut answer);
    Ok(answer)
}

/// Nothing that was given is run, or taken for what it does not say it is.
fn guard(answer: &mut Response) {
    let guarded = answer.headers_mut();
    guarded.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    guarded.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
}

/// Takes a file in, piece by piece as it comes: into the blobs, and beside them to be looked at.
///
/// # Errors
/// If it does not come whole, is none that is taken, or cannot be stored.
pub(super) async fn take_in(gateway: &Gateway, body: Body) -> Result<(Incoming, u64, Paper), Refused> {
    let mut coming = Coming::of(body, FILE);
    let mut content = gateway.clips.begin().await.map_err(|fault| not_stored(&fault))?;
    let beside = tokio::task::spawn_blocking(tempfile::tempfile).await.map_err(|_| unavailable())?;
    let mut beside = tokio::fs::File::from_std(beside.map_err(|fault| unread(&fault))?);
    let mut bytes = 0_u64;
    while let Some(piece) = coming.piece().await.map_err(not_whole)? {
        bytes += piece.len() as u64;
        beside.write_all(&piece).await.map_err(|fault| unread(&fault))?;
        content.write(piece).await.map_err(|fault| not_stored(&fault))?;
    }
    beside.flush().await.map_err(|fault| unread(&fault))?;
    let (paper, beside) = papers::read(beside.into_std().await).await.map_err(|fault| not_paper(&fault))?;
    if let Some(scanner) = &gateway.papers.scanner {
        scanner.look(beside).await.map_err(|fault| not_clean(&fault))?;
    }
    Ok((content, bytes, paper))
}

/// The name of a file, as the query tells it: one line without the folders that it lay in.
///
/// # Errors
/// If it has none.
pub(super) fn named(query: &str) -> Result<String, Refused> {
    let told = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == "name");
    let name = told.map(|(_, name)| name).unwrap_or_default();
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let read = text::read(Kind::Line, last, FILE_NAME_CHARS_MAX as usize).ok();
    read.filter(|name| !name.is_empty()).ok_or_else(|| {
        let remedy = format!("give its `name`, one line of 1 to {FILE_NAME_CHARS_MAX} characters");
        problem(StatusCode::BAD_REQUEST, ProblemCode::Malformed, &remedy)
    })
}

fn mime(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "application/pdf",
        FileKind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind::Text => "text/plain; charset=utf-8",
    }
}

fn not_paper(fault: &NotPaper) -> Refused {
    if let NotPaper::Unread(fault) = fault {
        return unread(fault);
    }
    let remedy = format!("the file {fault}; give it as PDF, DOCX or plain text");
    problem(StatusCode::UNPROCESSABLE_ENTITY, ProblemCode::NotPaper, &remedy)
}

/// Where nobody could look nothing is taken.
fn not_clean(fault: &NotClean) -> Refused {
    match fault {
        NotClean::Found(name) => {
            let remedy = format!("the scanner for viruses found {name} in it; give a file without it");
            problem(StatusCode::UNPROCESSABLE_ENTITY, ProblemCode::NotClean, &remedy)
        }
        NotClean::Unlooked(_) => {
            tracing::error!(%fault, "files are not taken while the scanner does not look through them");
            let remedy = "files cannot be looked through for viruses at this moment; try again later";
            problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
        }
    }
}

/// That somebody gives too many files at once, or all do.
pub(super) fn no_place(why: NoPlace) -> Refused {
    match why {
        NoPlace::OfOne => {
            let remedy = "you give two files at this moment; wait until they have come in";
            problem(StatusCode::TOO_MANY_REQUESTS, ProblemCode::TooFast, remedy)
        }
        NoPlace::AtAll => {
            let remedy = "many give files at this moment; try again in a minute";
            problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
        }
    }
}

fn not_whole(why: NotWhole) -> Refused {
    why.told((ProblemCode::NotPaper, "give at most 32 MiB"))
}

fn unread(fault: &std::io::Error) -> Refused {
    tracing::error!(%fault, "a file that was given could not be looked at");
    unavailable()
}

/// That the storage failed.
pub(super) fn not_stored(fault: &RoomFault) -> Refused {
    tracing::error!(%fault, "a file was not stored or read");
    unavailable()
}
