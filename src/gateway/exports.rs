//! Documents of the record, as those who keep it take them home while the server runs. Each is made when it is asked for, of the
//! session's log as it stands then; so few are made at a time that nobody else waits for it.

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use strum::VariantArray as _;
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::Gateway;
use super::admission::{recognise_within, room_of};
use super::outcome::rows_of;
use super::problem::{Refused, no_session, nothing_here, problem};
use super::rate::{self, Callers};
use crate::conference::Conference;
use crate::conference::access::keeps_any_record;
use crate::conference::outcome::readable_at_hand;
use crate::draft::rows::Row;
use crate::meeting::access;
use crate::record::{Format, Kind, Notes, Sitting, Source};
use crate::room::Registry;
use crate::terms::ids::SessionId;
use crate::terms::people::Person;
use crate::wire::http::{ExportOffer, ExportRefused, Exports as Offered, ProblemCode};
use crate::words::Locale;

/// Documents that are made at the same time.
const AT_ONCE_MAX: usize = 2;

/// Who takes documents home: how fast each may, and how many are made now.
pub struct Exports {
    callers: Callers,
    places: Arc<Semaphore>,
}

impl Default for Exports {
    fn default() -> Self {
        Self { callers: Callers::new(rate::EXPORTING), places: Arc::new(Semaphore::new(AT_ONCE_MAX)) }
    }
}

impl Exports {
    /// A session as its log tells it. Few are read at a time, as with documents.
    ///
    /// # Errors
    /// `too_fast` while others are read, `unavailable` where the log cannot be.
    pub async fn sitting(&self, gateway: &Gateway, session: &SessionId) -> Result<Sitting, Refused> {
        let place = self.place()?;
        let (rooms, session, runtime) = (gateway.rooms.clone(), session.clone(), Handle::current());
        let read = tokio::task::spawn_blocking(move || {
            let _place = place;
            read(&runtime, &rooms, &session)
        });
        read.await.unwrap_or_else(|_bug| Err(not_made("a session was not read")))
    }

    fn place(&self) -> Result<OwnedSemaphorePermit, Refused> {
        self.places.clone().try_acquire_owned().map_err(|_full| {
            let remedy = "documents are being made for others; ask again in a few seconds";
            problem(StatusCode::TOO_MANY_REQUESTS, ProblemCode::TooFast, remedy)
        })
    }
}

/// A document that is asked for, `log.en.docx`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Asked {
    kind: Kind,
    locale: Locale,
    format: Format,
}

impl Asked {
    fn of(file: &str) -> Option<Self> {
        let (kind, rest) = file.split_once('.')?;
        let (language, format) = rest.split_once('.')?;
        let kind: Kind = kind.parse().ok()?;
        let locale = Locale::ALL.into_iter().find(|locale| locale.tag() == language)?;
        let format =
            Format::VARIANTS.iter().copied().find(|one| one.extension() == format || one.name() == format)?;
        format.writes(kind).then_some(Self { kind, locale, format })
    }
}

/// Answers `GET /as/<link>/api/export/<session>`: what there is to be had, so that nobody asks in vain.
pub async fn list(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let person = recognise_within(&gateway, &gateway.readers, &headers, &link)?;
    let roster = room_of(&gateway, &session)?.roster();
    let person = roster.person(&person).ok_or_else(no_session)?;
    let conference = gateway.rooms.conference();
    let plan = conference.taking_place().ok_or_else(nothing_here)?;
    let notes = Notes::of(&conference);
    let version = readable_at_hand(&conference, &person.id);
    let has = |kind: Kind| if kind == Kind::Outcome { version.is_some() } else { notes.has(kind) };
    let offer = |kind: Kind| {
        let refused = (!may_take(&conference, person, kind)).then_some(ExportRefused::NotAllowed);
        let formats = Format::VARIANTS.iter().filter(|format| format.writes(kind));
        ExportOffer {
            what: kind.name().to_owned(),
            of_session: kind.is_of_session(),
            formats: formats.map(|format| format.name().to_owned()).collect(),
            refused: refused.or((!has(kind)).then_some(ExportRefused::NothingYet)),
        }
    };
    let source = Source { plan: &plan, sittings: &[], notes: &notes };
    let languages = source.languages().into_iter().filter_map(|locale| locale.tag().parse().ok());
    let documents = Kind::VARIANTS.iter().copied().map(offer).collect();
    let offered = Offered { languages: languages.collect(), documents };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(offered)).into_response())
}

/// The log tells what all in the session read anyway; the outcome document is for those who write it, and for those whom a version
/// is shown; the rest is for those who keep the session's record.
fn may_take(conference: &Conference, person: &Person, kind: Kind) -> bool {
    match kind {
        Kind::Log => true,
        Kind::Outcome => {
            keeps_any_record(conference, &person.id) || readable_at_hand(conference, &person.id).is_some()
        }
        Kind::Speakers
        | Kind::Attendance
        | Kind::Chat
        | Kind::Report
        | Kind::Participants
        | Kind::KeyMessages => access::takes_record_home(person),
    }
}

/// Answers `GET /as/<link>/api/export/<session>/<what>.<language>.<format>`.
pub async fn document(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session, file)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let person = recognise_within(&gateway, &gateway.exports.callers, &headers, &link)?;
    let room = room_of(&gateway, &session)?;
    let roster = room.roster();
    let person = roster.person(&person).ok_or_else(no_session)?;
    let asked = Asked::of(&file).ok_or_else(nothing_here)?;
    let conference = gateway.rooms.conference();
    if !may_take(&conference, person, asked.kind) {
        let remedy = "this document is for the chair, the secretariat and the rapporteur of the session; ask one of them";
        return Err(problem(StatusCode::FORBIDDEN, ProblemCode::NotAllowed, remedy));
    }
    let place = gateway.exports.place()?;
    let version = readable_at_hand(&conference, &person.id).filter(|_| asked.kind == Kind::Outcome);
    let outcome = match version {
        Some(version) => rows_of(&gateway, version).await?,
        None => Vec::new(),
    };
    let (rooms, session, runtime) = (gateway.rooms.clone(), room.session().clone(), Handle::current());
    let name = if asked.kind.is_of_session() { format!("{session}-{file}") } else { file };
    // Not on a thread that carries the changes.
    let made = tokio::task::spawn_blocking(move || {
        let _place = place;
        make(&runtime, &rooms, &session, asked, &outcome)
    });
    let bytes = made.await.unwrap_or_else(|_bug| Err(not_made("the document was not made")))?;
    Ok(answer(asked, &name, bytes))
}

/// Reads what the document is made of, makes it and writes it. Blocks.
fn make(
    runtime: &Handle,
    rooms: &Registry,
    session: &SessionId,
    asked: Asked,
    outcome: &[Row],
) -> Result<Vec<u8>, Refused> {
    let conference = rooms.conference();
    let plan = conference.taking_place().ok_or_else(nothing_here)?;
    let all = plan.programme().map(|plan| plan.id.clone());
    let sessions: Vec<SessionId> =
        if asked.kind.is_of_session() { vec![session.clone()] } else { all.collect() };
    let mut sittings = Vec::with_capacity(sessions.len());
    for session in &sessions {
        sittings.push(read(runtime, rooms, session)?);
    }
    let notes = Notes::of(&conference).with_outcome(outcome);
    let source = Source { plan: &plan, sittings: &sittings, notes: &notes };
    let of = asked.kind.is_of_session().then_some(session);
    let document = source.document(asked.kind, of, asked.locale).ok_or_else(nothing_here)?;
    document.write(asked.format).map_err(|fault| not_made(&fault.to_string()))
}

/// Reads a session. Blocks.
fn read(runtime: &Handle, rooms: &Registry, session: &SessionId) -> Result<Sitting, Refused> {
    let mut sitting = Sitting::default();
    let read = runtime.block_on(rooms.read_session(session, |recorded| sitting.take(recorded)));
    read.map_err(|fault| not_made(&format!("the log of {session} was not read: {fault}")))?;
    Ok(sitting)
}

fn not_made(fault: &str) -> Refused {
    tracing::error!(fault, "a document of the record was not made");
    let remedy = "the document could not be made; try again";
    problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
}

/// The file, to be kept and not shown: `name` holds ids alone, and so nothing that a header could not.
fn answer(asked: Asked, name: &str, bytes: Vec<u8>) -> Response {
    let head = [
        (header::CONTENT_TYPE, asked.format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        // What people wrote is in it: whatever shows it as a page runs nothing.
        (
            HeaderName::from_static("content-security-policy"),
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; font-src data:".to_owned(),
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (head, Body::from(bytes)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_what_it_is_its_language_and_its_format() {
        let asked = |file| Asked::of(file).map(|asked| (asked.kind, asked.locale, asked.format));
        assert_eq!(asked("log.ar.docx"), Some((Kind::Log, Locale::Ar, Format::Docx)));
        assert_eq!(asked("key-messages.fr.csv"), Some((Kind::KeyMessages, Locale::Fr, Format::Csv)));
        assert_eq!(asked("report.en.akn"), Some((Kind::Report, Locale::En, Format::Akn)));
        assert_eq!(asked("report.en.akn.xml"), Some((Kind::Report, Locale::En, Format::Akn)));
        for other in [
            "log",
            "log.en",
            "log.de.docx",
            "log.en.pdf",
            "chat.en.akn",
            "report.en.csv",
            "../x.en.docx",
            "LOG.en.docx",
        ] {
            assert_eq!(asked(other), None, "{other}");
        }
    }
}
