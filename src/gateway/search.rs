//! Searching a session, or all of the conference: what its reader may see of it, found by its words.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use url::form_urlencoded;

use super::Gateway;
use super::admission::{meeting_of, recognise_within};
use super::problem::{Refused, no_room, no_session, problem};
use super::routes::session_of;
use crate::conference::passages::{Key, Library};
use crate::conference::view::{self as conference_view, Scope};
use crate::meeting::Meeting;
use crate::meeting::view::{self, Among, PassageKind};
use crate::room::Room;
use crate::search::{Found, Index, NoQuery, Page, Query, Searched, excerpt};
use crate::terms::ids::{PersonId, RoomId};
use crate::terms::limits::SEARCH_CHARS_MAX;
use crate::wire::http::{
    ConferenceFinding, ConferenceSearchPage, Finding, ProblemCode, SearchPage, SessionFindings,
};

/// How often an index takes in what has come, so that no search has much to take in.
const TAKEN_IN_EVERY: Duration = Duration::from_secs(10);

/// What is told of one session where all of the conference is searched.
const OF_EACH_SESSION_MAX: usize = 10;

/// What a call asks for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Asked {
    words: String,
    kind: Option<PassageKind>,
    room: Option<RoomId>,
}

impl Asked {
    fn of(query: &str) -> Option<Self> {
        let mut asked = Self::default();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            match key.as_ref() {
                "q" => asked.words = value.into_owned(),
                "kind" => asked.kind = Some(value.parse().ok()?),
                "room" => asked.room = Some(value.parse().ok()?),
                _unknown => return None,
            }
        }
        Some(asked)
    }
}

/// Answers `GET /as/<link>/api/search/<session>`.
pub async fn search(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Json<SearchPage>, Refused> {
    let person = recognise_within(&gateway, &gateway.shelf.searchers, &headers, &link)?;
    let session = session_of(&gateway, &session, &person)?;
    let asked = Asked::of(query.as_deref().unwrap_or_default());
    let asked = asked.ok_or_else(|| {
        malformed("ask with ?q=<words>, and &kind=<text, message or paragraph> or &room=<chat room> for these alone")
    })?;
    let query = query_of(&asked.words)?;
    let meeting = meeting_of(&session.room).await?;
    // Not on a thread that carries the changes.
    let looked =
        tokio::task::spawn_blocking(move || look(&session.index, &meeting, &person, &asked, &query)).await;
    looked.unwrap_or_else(|bug| Err(not_looked(&bug))).map(Json)
}

/// Answers `GET /as/<link>/api/search`: documents and key messages, and what is in each session in which one has a role.
pub async fn search_all(
    State(gateway): State<Arc<Gateway>>,
    Path(link): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Json<ConferenceSearchPage>, Refused> {
    let person = recognise_within(&gateway, &gateway.shelf.searchers, &headers, &link)?;
    let asked = Asked::of(query.as_deref().unwrap_or_default());
    let asked = asked.filter(|asked| asked.kind.is_none() && asked.room.is_none());
    let query = query_of(&asked.ok_or_else(|| malformed("ask with ?q=<words>"))?.words)?;
    let conference = gateway.conference.conference();
    let follows = conference_view::scopes(&conference, &person).ok_or_else(no_session)?;
    let follows: BTreeSet<_> = follows.into_iter().collect();
    let mut sittings = Vec::new();
    for plan in conference.live.iter().flat_map(|plan| plan.programme()) {
        let Ok(session) = session_of(&gateway, plan.id.as_str(), &person) else { continue };
        let meeting = meeting_of(&session.room).await?;
        sittings.push((plan.id.clone(), plan.title.clone(), session.index, meeting));
    }
    let looked = tokio::task::spawn_blocking(move || {
        let library = gateway.shelf.library(conference);
        let (found, more) = in_library(&gateway.shelf.index, &library, &query, &follows)?;
        let mut sessions = Vec::new();
        for (session, title, index, meeting) in sittings {
            let SearchPage { mut found, more } = look(&index, &meeting, &person, &Asked::default(), &query)?;
            let more = more || found.len() > OF_EACH_SESSION_MAX;
            found.truncate(OF_EACH_SESSION_MAX);
            if !found.is_empty() {
                sessions.push(SessionFindings { session, title, found, more });
            }
        }
        Ok(Json(ConferenceSearchPage { found, more, sessions }))
    });
    looked.await.unwrap_or_else(|bug| Err(not_looked(&bug)))
}

/// Documents and key messages that are found: of a document, in a language, the place that fits best alone.
fn in_library(
    index: &Index<Library>,
    library: &Library,
    query: &Query,
    follows: &BTreeSet<Scope>,
) -> Result<(Vec<ConferenceFinding>, bool), Refused> {
    let page = index.find(library, query, follows, |_| true).map_err(|fault| not_looked(&fault))?;
    let mut told = BTreeSet::new();
    let first = page.found.into_iter().filter(|Found { key, .. }| match key {
        Key::Title(document, language) | Key::Part(document, language, _) => {
            told.insert((document.clone(), language.clone()))
        }
        Key::KeyMessage(..) => true,
    });
    let found = first.map(|Found { passage, .. }| {
        let excerpt = excerpt(&passage.text, query);
        ConferenceFinding { place: passage.place, excerpt: excerpt.text, marks: excerpt.marks }
    });
    Ok((found.collect(), page.more))
}

fn query_of(words: &str) -> Result<Query, Refused> {
    Query::of(words).map_err(|why| match why {
        NoQuery::Empty => malformed("write a word in q: letters or digits"),
        NoQuery::TooLong => malformed(&format!("write at most {SEARCH_CHARS_MAX} characters in q")),
    })
}

fn look(
    index: &Index<Meeting>,
    meeting: &Meeting,
    person: &PersonId,
    asked: &Asked,
    query: &Query,
) -> Result<SearchPage, Refused> {
    let person = meeting.roster.person(person).ok_or_else(no_session)?;
    let among = match &asked.room {
        Some(room) => Among::of_room(meeting, person, room).ok_or_else(no_room)?,
        None => Among { kind: asked.kind, room: None },
    };
    let follows: BTreeSet<_> = view::scopes(meeting, person).into_iter().collect();
    let page = index.find(meeting, query, &follows, |key: &view::Key| among.has(key));
    let Page { found, more } = page.map_err(|fault| not_looked(&fault))?;
    let told = found.into_iter().map(|Found { passage, .. }| {
        let excerpt = excerpt(&passage.text, query);
        Finding { place: passage.place, excerpt: excerpt.text, marks: excerpt.marks }
    });
    Ok(SearchPage { found: told.collect(), more })
}

/// Makes the index of a session, and takes in what comes, until the session's room has ended.
pub async fn keep_index(room: Room, index: Arc<Index<Meeting>>) {
    while let Some(meeting) = room.look().await {
        take(&index, meeting, room.session().as_str()).await;
        tokio::time::sleep(TAKEN_IN_EVERY).await;
    }
}

/// Brings an index up to a state, on a thread for what takes long, and says what goes wrong there.
pub(super) async fn take<S: Searched>(index: &Arc<Index<S>>, now: S, of: &str) {
    let index = index.clone();
    let fault: Box<dyn std::error::Error + Send + Sync> =
        match tokio::task::spawn_blocking(move || index.take(&now)).await {
            Ok(Ok(())) => return,
            Ok(Err(fault)) => fault.into(),
            Err(bug) => bug.into(),
        };
    tracing::error!(of, %fault, "what is said there cannot be made ready for searching");
}

fn not_looked(fault: &dyn std::error::Error) -> Refused {
    tracing::error!(%fault, "a search failed");
    let remedy = "this could not be looked for; try again";
    problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
}

fn malformed(remedy: &str) -> Refused {
    problem(StatusCode::BAD_REQUEST, ProblemCode::Malformed, remedy)
}
