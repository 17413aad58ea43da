//! Recordings of sessions that are over, as their secretariat lists them, hears them and takes them home, with the captions beside
//! them; and as everybody hears them where the conference publishes them.

use std::io::{self, SeekFrom};
use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use tokio::fs::{self, File};
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};
use tokio_util::io::ReaderStream;

use super::Gateway;
use super::admission::room_of;
use super::links::secretariat;
use super::problem::{Refused, problem};
use super::ranges::Asking;
use crate::media::recorder::began_ms;
use crate::media::{CLOCK_HZ, ogg};
use crate::meeting::charter::Charter;
use crate::meeting::procedure::programme::Phase;
use crate::record::{VTT_MEDIA_TYPE, vtt, vtt_language};
use crate::terms::ids::{Language, Millis, Moment, SessionId};
use crate::wire::http::{ProblemCode, RecordedChannel, RecordedSession, Recordings};

/// Bytes that are read of a file at once.
const PIECE: usize = 64 << 10;
/// The end of a file in which its last page lies whole (RFC 3533 section 6).
const TAIL: u64 = 65_307;
/// How often the folder of a session that is published is looked through, in milliseconds: what is written of it may be some
/// seconds behind its end.
const LOOKED_THROUGH_EVERY_MS: Moment = 20_000;

/// Answers `GET /as/<link>/api/recordings/<session>`, to the secretariat of the session, once it is over.
pub async fn list(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let (folder, charter) = of_session(&gateway, &link, &session, &headers)?;
    let mut recordings = recorded(&folder, &charter).await.map_err(|fault| unread(&fault))?;
    let captions = captioned(&gateway, &charter.session.id).await?;
    for recording in &mut recordings {
        recording.captions.clone_from(&captions);
    }
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(Recordings { recordings })).into_response())
}

/// What lies in a session's folder, the oldest first.
async fn recorded(folder: &FilePath, charter: &Charter) -> Result<Vec<RecordedSession>, io::Error> {
    let mut recordings = Vec::new();
    for name in names(folder).await? {
        let Some(began_ms) = began_ms(&name) else { continue };
        let mut channels = Vec::new();
        for channel in &charter.channels {
            let file = folder.join(&name).join(format!("{}.ogg", channel.id));
            let Some((bytes, length_ms)) = measured(&file).await? else { continue };
            channels.push(RecordedChannel {
                id: channel.id.clone(),
                name: channel.name.clone(),
                bytes,
                length_ms,
            });
        }
        if !channels.is_empty() {
            recordings.push(RecordedSession { name, began_ms, channels, captions: Vec::new() });
        }
    }
    Ok(recordings)
}

/// A stretch of time within which the folder of a session is looked through once for all who read its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window(Moment);

impl Window {
    /// The one of a moment.
    pub fn of(now_ms: Moment) -> Self {
        Self(now_ms.div_euclid(LOOKED_THROUGH_EVERY_MS))
    }
}

/// Posts what was recorded of a session where everybody may hear it. What cannot be read now is read with a later page.
pub(super) async fn post(gateway: &Gateway, session: &SessionId) {
    let window = Window::of(gateway.clock.now_ms());
    if !gateway.noticeboard.wants_recorded(session, window) {
        return;
    }
    let Some(charter) = gateway.rooms.conference().charter(session) else { return };
    match recorded(&gateway.recordings.join(session.as_str()), &charter).await {
        Ok(recorded) => gateway.noticeboard.post_recorded(session, window, recorded),
        Err(fault) => tracing::error!(%fault, "recordings that are published were not looked through"),
    }
}

/// Answers `GET /public/<session>/sound/<recording>/<channel>.ogg`, to everybody, where the conference publishes what was recorded
/// and the session is over.
pub async fn public_sound(
    State(gateway): State<Arc<Gateway>>,
    Path((session, name, file)): Path<(String, String, String)>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let session: SessionId = session.parse().map_err(|_| nothing())?;
    if !gateway.noticeboard.publishes_recordings(&session) {
        return Err(nothing());
    }
    let charter = gateway.rooms.conference().charter(&session).ok_or_else(nothing)?;
    let folder = gateway.recordings.join(session.as_str());
    played((&folder, &charter), (&name, &file), &Asking { method: &method, headers: &headers }).await
}

/// Answers `GET /as/<link>/api/recordings/<session>/<recording>/<channel>.ogg`, whole or the part that a player asks for, and
/// `…/captions.<language>.vtt`.
pub async fn sound(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session, name, file)): Path<(String, String, String, String)>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let (folder, charter) = of_session(&gateway, &link, &session, &headers)?;
    if let Some(language) = vtt_language(&file) {
        return captions(&gateway, &charter.session.id, &name, language).await;
    }
    played((&folder, &charter), (&name, &file), &Asking { method: &method, headers: &headers }).await
}

/// A file of a recording, whole or the part that a player asks for.
async fn played(
    (folder, charter): (&FilePath, &Charter),
    (name, file): (&str, &str),
    asking: &Asking<'_>,
) -> Result<Response, Refused> {
    // What the caller names is never a path: a moment as the recorder writes it, and a channel of the session.
    let known = |file: &str| charter.channels.iter().any(|channel| file == format!("{}.ogg", channel.id));
    if began_ms(name).is_none() || !known(file) {
        return Err(nothing());
    }
    let mut sound = File::open(folder.join(name).join(file)).await.map_err(|_none| nothing())?;
    let length = sound.metadata().await.map_err(|fault| unread(&fault))?.len();
    let tag = format!("{name}-{file}-{length}");
    let sent = asking.sent("audio/ogg", &tag, length)?;
    sound.seek(SeekFrom::Start(sent.from)).await.map_err(|fault| unread(&fault))?;
    let pieces = ReaderStream::with_capacity(sound.take(sent.bytes), PIECE);
    Ok(asking.answer(sent, pieces))
}

/// Languages in which captions were written in a session.
async fn captioned(gateway: &Gateway, session: &SessionId) -> Result<Vec<Language>, Refused> {
    let room = gateway.rooms.room(session).ok_or_else(nothing)?;
    let meeting = room.look().await.ok_or_else(|| unread(&io::Error::other("its room has ended")))?;
    let written = meeting.captions.by_language.iter().filter(|(_, of)| of.written > 0);
    Ok(written.map(|(language, _)| language.clone()).collect())
}

/// The captions of a language beside a recording, made of the session's log.
async fn captions(
    gateway: &Gateway,
    session: &SessionId,
    name: &str,
    language: Language,
) -> Result<Response, Refused> {
    let began_ms = began_ms(name).ok_or_else(nothing)?;
    if !captioned(gateway, session).await?.contains(&language) {
        return Err(nothing());
    }
    let sitting = gateway.exports.sitting(gateway, session).await?;
    let part = sitting.part(began_ms).ok_or_else(nothing)?;
    let file = vtt(sitting.captions(&language), &language, part);
    let head = [
        (header::CONTENT_TYPE, VTT_MEDIA_TYPE),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    Ok((head, file).into_response())
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
        return Err(problem(StatusCode::FORBIDDEN, ProblemCode::NotAllowed, remedy));
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
}
