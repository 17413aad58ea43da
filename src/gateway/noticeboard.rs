//! The notice board: what anybody may read without a link, kept as answers that are ready to be sent.
//!
//! Each is written when the meeting has changed what it says, and the same bytes go to all who ask. Whoever holds them
//! already is told so by their tag.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::Gateway;
use super::problem::{Refused, problem};
use crate::meeting::Meeting;
use crate::meeting::ids::SessionId;
use crate::meeting::view::{self, PublicNow, PublicSession};
use crate::wire::http::{ProblemCode, PublicProgramme};

/// What hangs on the board. Empty where the conference does not let the public listen.
#[derive(Default)]
pub struct Noticeboard(Mutex<Posted>);

#[derive(Default)]
struct Posted {
    sessions: BTreeMap<SessionId, (PublicNow, Notice)>,
    programme: Option<Notice>,
}

/// An answer as it is sent, and the tag that changes with it.
#[derive(Clone)]
struct Notice {
    json: Bytes,
    tag: String,
}

impl Noticeboard {
    /// Brings a session's notice up to date, and the programme where its row of it has changed.
    pub fn post(&self, meeting: &Meeting) {
        let Some(now) = view::public(meeting) else { return };
        let mut posted = self.lock();
        let before = posted.sessions.get(&now.session.id).map(|(before, _)| before);
        if before == Some(&now) {
            return;
        }
        let listed = before.is_some_and(|before| before.session == now.session);
        let notice = Notice::of(&now);
        posted.sessions.insert(now.session.id.clone(), (now, notice));
        if !listed {
            posted.programme = posted.programme();
        }
    }

    fn session(&self, id: &SessionId) -> Option<Notice> {
        self.lock().sessions.get(id).map(|(_, notice)| notice.clone())
    }

    fn programme(&self) -> Option<Notice> {
        self.lock().programme.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Posted> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Posted {
    fn programme(&self) -> Option<Notice> {
        let (first, _) = self.sessions.values().next()?;
        let mut sessions: Vec<PublicSession> =
            self.sessions.values().map(|(now, _)| now.session.clone()).collect();
        sessions.sort_by_key(|session| session.starts_at_ms);
        Some(Notice::of(&PublicProgramme {
            conference_name: first.conference_name.clone(),
            notice: first.notice.clone(),
            time_zone: first.time_zone.clone(),
            sessions,
        }))
    }
}

impl Notice {
    fn of(body: &impl Serialize) -> Self {
        let json = serde_json::to_vec(body).unwrap_or_else(|error| {
            tracing::error!(%error, "a notice for the public could not be written as JSON");
            Vec::new()
        });
        // Made from the words themselves: the same after a restart, another on another server's data.
        let tag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(Sha256::digest(&json)));
        Self { json: json.into(), tag }
    }

    /// The notice, or that the asker holds it already.
    fn answer(self, asked: &HeaderMap) -> Response {
        let head = [
            (header::ETAG, self.tag.clone()),
            // Kept by browsers and proxies, and asked for anew each time.
            (header::CACHE_CONTROL, "no-cache".to_owned()),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        ];
        if holds(asked, &self.tag) {
            return (StatusCode::NOT_MODIFIED, head).into_response();
        }
        let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
        (head, kind, Body::from(self.json)).into_response()
    }
}

/// Whether the asker names the tag as one that it holds.
fn holds(asked: &HeaderMap, tag: &str) -> bool {
    let values = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut tags = values.flat_map(|value| value.split(',')).map(str::trim);
    tags.any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

/// Answers `GET /api/public`.
pub async fn programme(State(gateway): State<Arc<Gateway>>, asked: HeaderMap) -> Result<Response, Response> {
    let remedy =
        "this conference has no sessions to follow in public; whoever is invited opens their own link";
    let notice = gateway.noticeboard.programme().ok_or_else(|| nothing(remedy))?;
    Ok(notice.answer(&asked))
}

/// Answers `GET /api/public/<session>`.
pub async fn session(
    State(gateway): State<Arc<Gateway>>,
    session: Result<Path<String>, PathRejection>,
    asked: HeaderMap,
) -> Result<Response, Response> {
    let id: Option<SessionId> = session.ok().and_then(|Path(session)| session.parse().ok());
    let remedy = "there is no such session to follow in public; /public/ lists those there are";
    let notice = id.and_then(|id| gateway.noticeboard.session(&id)).ok_or_else(|| nothing(remedy))?;
    Ok(notice.answer(&asked))
}

/// Answers any other method.
pub async fn read_only() -> Response {
    let remedy = "this address can only be read: send GET";
    let refused = problem(StatusCode::METHOD_NOT_ALLOWED, ProblemCode::Malformed, remedy);
    ([(header::ALLOW, HeaderValue::from_static("GET, HEAD"))], refused).into_response()
}

/// Nothing is kept of it: a conference may be opened to the public later.
fn nothing(remedy: &str) -> Response {
    let refused: Refused = problem(StatusCode::NOT_FOUND, ProblemCode::NotPublic, remedy);
    ([(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))], refused).into_response()
}
