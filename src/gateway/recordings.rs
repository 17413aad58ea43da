//! Recordings of sessions that are over, as their secretariat lists them, hears them and takes them home.

use std::io::{self, SeekFrom};
use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use tokio::fs::{self, File};
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};
use tokio_util::io::ReaderStream;

use super::Gateway;
use super::admission::room_of;
use super::links::secretariat;
use super::problem::{Refused, problem};
use super::ranges::Asking;
use crate::media::recorder::NAME;
use crate::media::{CLOCK_HZ, ogg};
use crate::meeting::charter::Charter;
use crate::meeting::procedure::programme::Phase;
use crate::terms::ids::{Millis, Moment};
use crate::wire::http::{ProblemCode, RecordedChannel, RecordedSession, Recordings};

/// Bytes that are read of a file at once.
const PIECE: usize = 64 << 10;
/// The end of a file in which its last page lies whole (RFC 3533 section 6).
const TAIL: u64 = 65_307;

/// Answers `GET /as/<link>/api/recordings/<session>`, to the secretariat of the session, once it is over.
pub async fn list(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let (folder, charter) = of_session(&gateway, &link, &session, &headers)?;
    let mut recordings = Vec::new();
    for name in names(&folder).await.map_err(|fault| unread(&fault))? {
        let Some(began_ms) = began_ms(&name) else { continue };
        let mut channels = Vec::new();
        for channel in &charter.channels {
            let file = folder.join(&name).join(format!("{}.ogg", channel.id));
            let measured = measured(&file).await.map_err(|fault| unread(&fault))?;
            let Some((bytes, length_ms)) = measured else { continue };
            channels.push(RecordedChannel {
                id: channel.id.clone(),
                name: channel.name.clone(),
                bytes,
                length_ms,
            });
        }
        if !channels.is_empty() {
            recordings.push(RecordedSession { name, began_ms, channels });
        }
    }
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(Recordings { recordings })).into_response())
}

/// Answers `GET /as/<link>/api/recordings/<session>/<recording>/<channel>.ogg`, whole or the part that a player asks for.
pub async fn sound(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session, name, file)): Path<(String, String, String, String)>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let (folder, charter) = of_session(&gateway, &link, &session, &headers)?;
    // What the caller names is never a path: a moment as the recorder writes it, and a channel of the session.
    let known = |file: &str| charter.channels.iter().any(|channel| file == format!("{}.ogg", channel.id));
    if began_ms(&name).is_none() || !known(&file) {
        return Err(nothing());
    }
    let mut sound = File::open(folder.join(&name).join(&file)).await.map_err(|_none| nothing())?;
    let length = sound.metadata().await.map_err(|fault| unread(&fault))?.len();
    let tag = format!("{name}-{file}-{length}");
    let asking = Asking { method: &method, headers: &headers };
    let sent = asking.sent("audio/ogg", &tag, length)?;
    sound.seek(SeekFrom::Start(sent.from)).await.map_err(|fault| unread(&fault))?;
    let pieces = ReaderStream::with_capacity(sound.take(sent.bytes), PIECE);
    Ok(asking.answer(sent, pieces))
}

/// The folder of a session's recordings and its charter, where the caller is of its secretariat and it is over: what is
/// still being recorded is nobody's to take.
fn of_session(
    gateway: &Gateway,
    link: &str,
    session: &str,
    headers: &HeaderMap,
) -> Result<(PathBuf, Charter), Refused> {
    secretariat(gateway, link, session, headers)?;
    let room = room_of(gateway, session)?;
    if room.phase() != Phase::Closed {
        let remedy = "recordings can be had once the session is over";
        return Err(problem(StatusCode::CONFLICT, ProblemCode::NotAllowed, remedy));
    }
    let charter = gateway.rooms.conference().charter(room.session());
    Ok((gateway.recordings.join(room.session().as_str()), charter.ok_or_else(nothing)?))
}

/// What lies in a session's folder, by name: the oldest first. Nothing was recorded where there is none.
async fn names(folder: &FilePath) -> Result<Vec<String>, io::Error> {
    let mut names = Vec::new();
    let Some(mut found) = there(fs::read_dir(folder).await)? else { return Ok(names) };
    while let Some(one) = found.next_entry().await? {
        names.extend(one.file_name().into_string());
    }
    names.sort();
    Ok(names)
}

/// What was found; none where nothing is there. That it cannot be read is another thing.
fn there<T>(found: Result<T, io::Error>) -> Result<Option<T>, io::Error> {
    match found {
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
        found => found.map(Some),
    }
}

/// When a recording of this name began; none where it is not so named.
fn began_ms(name: &str) -> Option<Moment> {
    let began = DateTime::strptime(NAME, name).ok()?;
    let began = TimeZone::UTC.to_timestamp(began).ok()?;
    (began.strftime(NAME).to_string() == name).then(|| Timestamp::as_millisecond(began))
}

/// How large a file is, and how long its sound; none where it is not there.
async fn measured(file: &FilePath) -> Result<Option<(u64, Millis)>, io::Error> {
    let Some(mut sound) = there(File::open(file).await)? else { return Ok(None) };
    let bytes = sound.metadata().await?.len();
    sound.seek(SeekFrom::Start(bytes.saturating_sub(TAIL))).await?;
    let mut tail = Vec::new();
    sound.read_to_end(&mut tail).await?;
    let samples = ogg::end_of(&tail).unwrap_or(0);
    Ok(Some((bytes, Millis::try_from(samples.saturating_mul(1_000) / CLOCK_HZ).unwrap_or(0))))
}

fn nothing() -> Refused {
    let remedy = "there is no such recording; the list of the session names those there are";
    problem(StatusCode::NOT_FOUND, ProblemCode::NothingRecorded, remedy)
}

fn unread(fault: &io::Error) -> Refused {
    tracing::error!(%fault, "a recording was not read");
    problem(
        StatusCode::SERVICE_UNAVAILABLE,
        ProblemCode::Unavailable,
        "the recording could not be read; try again",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn where_nothing_was_recorded_nothing_is_listed_and_what_cannot_be_read_is_told() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(names(&folder.path().join("opening")).await.unwrap(), Vec::<String>::new());
        assert_eq!(measured(&folder.path().join("floor.ogg")).await.unwrap(), None);
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        assert!(names(&file).await.is_err(), "a file in the folder's place");
        assert!(measured(folder.path()).await.is_err(), "a folder in the file's place");
    }

    #[test]
    fn a_recording_is_named_by_its_beginning_and_nothing_else_is_one() {
        assert_eq!(began_ms("2021-02-24T08-00-00.250Z"), Some(1_614_153_600_250));
        for other in
            ["", "..", "2021-02-24", "2021-02-24T08-00-00.250Z/..", "2021-02-24T8-0-0.250Z", "lost+found"]
        {
            assert_eq!(began_ms(other), None, "{other}");
        }
    }
}
