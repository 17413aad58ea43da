//! What is too much to be kept in every page: what was written in a chat room before, page by page,
//! earlier paragraphs of the proceedings, and what was over before that. Who may read what is the view's to say, as for what is live.

use std::str::FromStr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use url::form_urlencoded;

use super::Gateway;
use super::admission::{meeting_of, recognise_in_time, room_of};
use super::problem::{Refused, no_room, no_session, problem};
use crate::meeting::Meeting;
use crate::meeting::refusal::{Field, Refusal};
use crate::meeting::view::{self, PastKind};
use crate::terms::ids::{ListId, MessageId, PersonId, RoomId};
use crate::wire::http::{ChatPage, PastPage, ProblemCode, ProceedingsPage};

/// Messages of a page where the call does not say.
const LIMIT: usize = 50;

/// What a call asks for: what came before something.
struct Asked<B> {
    before: Option<B>,
    limit: Option<usize>,
    list: Option<ListId>,
}

impl<B: FromStr> Asked<B> {
    fn of(query: &str) -> Option<Self> {
        let mut asked = Self { before: None, limit: None, list: None };
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            match key.as_ref() {
                "before" => asked.before = Some(value.parse().ok()?),
                "limit" => asked.limit = Some(value.parse().ok()?),
                "list" => asked.list = Some(value.parse().ok()?),
                _unknown => return None,
            }
        }
        Some(asked)
    }
}

/// Answers `GET /as/<link>/api/chat/<session>/<room>`.
pub async fn show_past(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session, room)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Json<ChatPage>, Refused> {
    let asked = Asked::of(query.as_deref().unwrap_or_default()).filter(|asked| asked.list.is_none());
    let reader = Reader::admit(&gateway, &headers, &link)?;
    let asked = asked.ok_or_else(|| malformed("ask with ?before=<message>&limit=<1 to 200>"))?;
    let meeting = reader.meeting(&session).await?;
    look(&meeting, &reader.person, &room, &asked)
}

/// Answers `GET /as/<link>/api/proceedings/<session>`.
pub async fn show_proceedings(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Json<ProceedingsPage>, Refused> {
    let reader = Reader::admit(&gateway, &headers, &link)?;
    let asked = Asked::of(query.as_deref().unwrap_or_default());
    let asked = asked.filter(|asked| asked.list.is_none());
    let asked = asked.ok_or_else(|| malformed("ask with ?before=<number>&limit=<1 to 500>"))?;
    let meeting = reader.meeting(&session).await?;
    meeting.roster.person(&reader.person).ok_or_else(no_session)?;
    let (paragraphs, more) = view::proceedings(&meeting, asked.before, asked.limit.unwrap_or(LIMIT));
    Ok(Json(ProceedingsPage { paragraphs, more }))
}

/// Answers `GET /as/<link>/api/past/<session>/<kind>`.
pub async fn show_over(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session, kind)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Json<PastPage>, Refused> {
    let reader = Reader::admit(&gateway, &headers, &link)?;
    let asked = Asked::<String>::of(query.as_deref().unwrap_or_default());
    let asked = asked.ok_or_else(|| malformed("ask with ?before=<id>&limit=<1 to 200>&list=<list>"))?;
    let kind: PastKind = kind.parse().map_err(|_| {
        malformed("ask for heard, written, texts, moves, points, motions, answered, questions or polls")
    })?;
    let meeting = reader.meeting(&session).await?;
    let person = meeting.roster.person(&reader.person).ok_or_else(no_session)?;
    let (list, before) = (asked.list.as_ref(), asked.before.as_deref());
    let page = view::PastPage { kind, list, before, limit: asked.limit.unwrap_or(LIMIT) };
    let found = view::past(&meeting, person, &page);
    let (entities, more) =
        found.ok_or_else(|| malformed("name a list of the session, and in before what is over on it"))?;
    Ok(Json(PastPage { entities, more }))
}

/// Somebody who reads, no faster than anybody may.
struct Reader<'a> {
    gateway: &'a Gateway,
    person: PersonId,
}

impl<'a> Reader<'a> {
    fn admit(gateway: &'a Gateway, headers: &HeaderMap, link: &str) -> Result<Self, Refused> {
        let person = recognise_in_time(gateway, headers, link)?;
        Ok(Self { gateway, person })
    }

    /// A session as it stands.
    async fn meeting(&self, session: &str) -> Result<Meeting, Refused> {
        meeting_of(&room_of(self.gateway, session)?).await
    }
}

fn look(
    meeting: &Meeting,
    person: &PersonId,
    room: &str,
    asked: &Asked<MessageId>,
) -> Result<Json<ChatPage>, Refused> {
    let person = meeting.roster.person(person).ok_or_else(no_session)?;
    let room: RoomId = room.parse().map_err(|_| no_room())?;
    match view::page(meeting, person, &room, asked.before.as_ref(), asked.limit.unwrap_or(LIMIT)) {
        Ok((messages, more)) => Ok(Json(ChatPage { messages, more })),
        Err(Refusal::Unknown { field: Field::Room }) => Err(no_room()),
        Err(refusal) => Err(malformed(&refusal.to_string())),
    }
}

fn malformed(remedy: &str) -> Refused {
    problem(StatusCode::BAD_REQUEST, ProblemCode::Malformed, remedy)
}
