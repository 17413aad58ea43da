//! Texts of statements that come as files: as a delegation or the secretariat hands them in, and as those read them who may.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;
use url::form_urlencoded;

use super::Gateway;
use super::admission::{meeting_of, recognise_in_time, recognise_within, room_of, same_origin};
use super::files::{named, no_place, not_stored, read_out, sent, take_in};
use super::problem::{Refused, no_session, not_taken, problem, unavailable};
use super::ranges::Asking;
use crate::meeting::command::Housekeeping;
use crate::meeting::statements::texts::{HandedIn, Mark, Text, may_hand_in};
use crate::meeting::view;
use crate::room::Answer;
use crate::terms::file::File;
use crate::terms::ids::{Language, RequestId, Seq};
use crate::wire::http::{GivenFile, ProblemCode};

/// Answers `PUT /as/<link>/api/texts/<session>/<request>/<language>?name=…&mark=…&official=…`: a PDF, a DOCX or a plain text.
pub async fn give(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session, request, language)): Path<(String, String, String, String)>,
    call: Request,
) -> Result<Json<GivenFile>, Refused> {
    same_origin(&gateway, call.headers())?;
    let person = recognise_within(&gateway, &gateway.papers.givers, call.headers(), &link)?;
    let room = room_of(&gateway, &session)?;
    let request: RequestId = request.parse().map_err(|_| unknown())?;
    let language: Language = language.parse().map_err(|_| unknown())?;
    let query = call.uri().query().unwrap_or_default();
    let (name, (mark, official)) = (named(query)?, beside(query).ok_or_else(unsaid)?);
    // Nothing is read of what would not be taken.
    let meeting = meeting_of(&room).await?;
    may_hand_in(&meeting, &person, &request, &language).map_err(|refusal| not_taken(&refusal))?;
    let _place = gateway.papers.uploads.begin(&person).await.map_err(no_place)?;
    let (content, bytes, paper) = take_in(&gateway, call.into_body()).await?;
    let (kind, words, text) = (paper.kind, paper.words(), paper.text.unwrap_or_default());
    let at_ms = gateway.clock.now_ms();
    let handed_in = |content| {
        let file = Some(Box::new(File { content, name, kind, bytes, words, by: person.clone(), at_ms }));
        let text = Text { language, text, mark, official, file };
        Housekeeping::Text(HandedIn { person, request, text })
    };
    let answer =
        gateway.clips.hand_in(&room, content, handed_in).await.map_err(|fault| not_stored(&fault))?;
    match answer {
        Answer::Done(_) => Ok(Json(GivenFile { kind, words })),
        Answer::Refused(refusal) => Err(not_taken(&refusal)),
        Answer::NotStored | Answer::Busy => Err(unavailable()),
    }
}

/// Answers `GET /as/<link>/api/texts/<session>/<request>/<language>`: the file of a text, for those who may read it now.
pub async fn read(
    State(gateway): State<Arc<Gateway>>,
    Path(asked): Path<Asked>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let file = readable(&gateway, &headers, &asked).await?.file.ok_or_else(unknown)?;
    sent(&gateway, &file, &Asking { method: &method, headers: &headers }).await
}

/// Answers `GET /as/<link>/api/texts/<session>/<request>/<language>/text`: what a text says, for those who may read it now.
pub async fn read_text(
    State(gateway): State<Arc<Gateway>>,
    Path(asked): Path<Asked>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    read_out(readable(&gateway, &headers, &asked).await?.text)
}

/// Link, session, request and language, as an address has them.
type Asked = (String, String, String, String);

/// A text, where whoever asks may read it now.
async fn readable(
    gateway: &Gateway,
    headers: &HeaderMap,
    (link, session, request, language): &Asked,
) -> Result<Text, Refused> {
    let person = recognise_in_time(gateway, headers, link)?;
    let meeting = meeting_of(&room_of(gateway, session)?).await?;
    let request: RequestId = request.parse().map_err(|_| unknown())?;
    let language: Language = language.parse().map_err(|_| unknown())?;
    let known = meeting.roster.person(&person).ok_or_else(no_session)?;
    view::readable_text(&meeting, known, &request, &language).cloned().ok_or_else(unknown)
}

/// Answers `GET /public/<session>/texts/<paragraph>`: the file of the text of a statement in a session that is over, for everybody.
pub async fn read_public(
    State(gateway): State<Arc<Gateway>>,
    Path((session, paragraph)): Path<(String, String)>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let room = room_of(&gateway, &session).map_err(|_| not_public())?;
    let meeting = meeting_of(&room).await?;
    let seq: Seq = paragraph.parse().map_err(|_| not_public())?;
    let statement = view::delivered(&meeting).into_iter().find(|statement| statement.seq == seq);
    let file = statement.and_then(|statement| statement.text?.file).ok_or_else(not_public)?;
    sent(&gateway, &file, &Asking { method: &method, headers: &headers }).await
}

/// What is said of a text beside its file: what interpreters are to follow, and whether it is the official one of several.
fn beside(query: &str) -> Option<(Mark, bool)> {
    let told =
        |name| form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value);
    let mark = match told("mark")?.as_ref() {
        "check_against_delivery" => Mark::CheckAgainstDelivery,
        "read_out_verbatim" => Mark::ReadOutVerbatim,
        _other => return None,
    };
    Some((mark, told("official")?.parse().ok()?))
}

fn not_public() -> Refused {
    let remedy = "there is no such text for everybody to read; /public/ leads to those there are";
    problem(StatusCode::NOT_FOUND, ProblemCode::NotPublic, remedy)
}

fn unsaid() -> Refused {
    let remedy = "say its `mark`, check_against_delivery or read_out_verbatim, and whether it is `official`, true or false";
    problem(StatusCode::BAD_REQUEST, ProblemCode::Malformed, remedy)
}

fn unknown() -> Refused {
    let remedy = "there is no statement here whose text you may read or give";
    problem(StatusCode::NOT_FOUND, ProblemCode::TextUnknown, remedy)
}
