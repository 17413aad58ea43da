//! The notice board: what anybody may read without a link, kept as answers that are ready to be sent.
//!
//! Each is written when the meeting has changed what it says, and the same bytes go to all who ask. Whoever holds them
//! already is told so by their tag.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::encoding::{Encoding, gzipped};
use super::problem::{Refused, problem};
use super::written::{self, Locale, Page};
use super::{Gateway, assets};
use crate::meeting::Meeting;
use crate::meeting::view::{self, PublicNow, PublicSession};
use crate::terms::host_clock::HostClock;
use crate::terms::ids::{Moment, SessionId};
use crate::wire::http::{ProblemCode, PublicProgramme};

/// How often a page that renews itself does so, in seconds.
const RENEWED_EVERY_S: u32 = 20;
/// For how long what is written of a page is kept where nothing changes, in milliseconds: pages tell the time.
const KEPT_MS: Moment = 1_000 * RENEWED_EVERY_S as Moment;

/// What hangs on the board. Empty where the conference does not let the public listen.
pub struct Noticeboard {
    posted: Mutex<Posted>,
    host_clock: HostClock,
}

#[derive(Default)]
struct Posted {
    sessions: BTreeMap<SessionId, (PublicNow, Notice)>,
    programme: Option<Notice>,
    /// How often what is posted has changed.
    changes: u64,
    /// Pages, written when somebody asks for them: of how many changes each knows, and when.
    pages: BTreeMap<(Page, Locale), ((u64, Moment), Notice)>,
}

/// An answer as it is sent, and the tag that changes with it.
#[derive(Clone)]
pub struct Notice {
    kind: Kind,
    bytes: Bytes,
    /// The same, compressed as soon as one comes who takes it so; none where that gains nothing.
    gzip: Arc<OnceLock<Option<Bytes>>>,
    tag: String,
}

/// What an answer is.
#[derive(Clone)]
enum Kind {
    Json,
    /// A page.
    Page {
        locale: Locale,
        /// What it may load.
        policy: String,
        /// Whether it renews itself, also where no script runs.
        renewed: bool,
    },
}

impl Noticeboard {
    /// An empty board below the host's clock.
    pub fn new(host_clock: HostClock) -> Self {
        Self { posted: Mutex::default(), host_clock }
    }

    /// What the host's clocks show: told to everybody, with a link or without.
    pub fn host_clock(&self) -> &HostClock {
        &self.host_clock
    }

    /// Brings a session's notice up to date, and the programme where its row of it has changed.
    pub fn post(&self, meeting: &Meeting) {
        let Some(now) = view::public(meeting) else { return };
        let now = PublicNow { host_clock: self.host_clock.clone(), ..now };
        let mut posted = self.lock();
        let before = posted.sessions.get(&now.session.id).map(|(before, _)| before);
        if before == Some(&now) {
            return;
        }
        let listed = before.is_some_and(|before| before.session == now.session);
        let notice = Notice::of(&now);
        posted.sessions.insert(now.session.id.clone(), (now, notice));
        posted.changes += 1;
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

    /// A page as it is written of what is posted; none where it is about nothing of that. The same bytes for all who ask for it
    /// within some seconds in which nothing changes.
    pub fn written(&self, page: &Page, locale: Locale, now_ms: Moment) -> Option<Notice> {
        let mut posted = self.lock();
        let made_of = (posted.changes, now_ms.div_euclid(KEPT_MS));
        let key = (page.clone(), locale);
        if let Some((_, notice)) = posted.pages.get(&key).filter(|(of, _)| *of == made_of) {
            return Some(notice.clone());
        }
        let mut sessions: Vec<PublicNow> = posted.sessions.values().map(|(now, _)| now.clone()).collect();
        sessions.sort_by_key(|now| now.session.starts_at_ms);
        let locale = written::offered(&sessions, locale);
        let written = page.write(locale, &sessions, now_ms)?;
        let policy = written::policy(&written, page.is_framed());
        let kind = Kind::Page { locale, policy, renewed: page.is_framed() };
        let notice = Notice::new(kind, written.into_bytes());
        posted.pages.insert(key, (made_of, notice.clone()));
        Some(notice)
    }

    fn lock(&self) -> MutexGuard<'_, Posted> {
        self.posted.lock().unwrap_or_else(PoisonError::into_inner)
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
            host_clock: first.host_clock.clone(),
            languages: first.languages.clone(),
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
        Self::new(Kind::Json, json)
    }

    fn new(kind: Kind, bytes: Vec<u8>) -> Self {
        // Made from the words themselves: the same after a restart, another on another server's data.
        let tag = URL_SAFE_NO_PAD.encode(Sha256::digest(&bytes));
        Self { kind, bytes: bytes.into(), gzip: Arc::default(), tag }
    }

    /// The notice, or that the asker holds it already.
    pub fn answer(self, asked: &HeaderMap) -> Response {
        let gzip = || self.gzip.get_or_init(|| gzipped(&self.bytes)).clone();
        let encoding = Encoding::best(asked, |encoding| match encoding {
            Encoding::Brotli => false,
            Encoding::Gzip => gzip().is_some(),
            Encoding::Identity => true,
        });
        // What comes otherwise encoded is another thing to whoever keeps it (RFC 9110 section 8.8.3.3).
        let tag =
            format!("\"{}{}\"", self.tag, encoding.name().map(|name| format!("-{name}")).unwrap_or_default());
        let head = [
            (header::ETAG, tag.clone()),
            // Kept by browsers and proxies, and asked for anew each time.
            (header::CACHE_CONTROL, "no-cache".to_owned()),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        ];
        let mut more = HeaderMap::new();
        // Also with the answer that the page is as it was: it is to ask again all the same.
        if matches!(self.kind, Kind::Page { renewed: true, .. }) {
            more.insert(HeaderName::from_static("refresh"), HeaderValue::from(RENEWED_EVERY_S));
        }
        let varies = match self.kind {
            Kind::Json => "accept-encoding",
            Kind::Page { .. } => "accept-encoding, accept-language",
        };
        more.insert(header::VARY, HeaderValue::from_static(varies));
        if holds(asked, &tag) {
            return (StatusCode::NOT_MODIFIED, head, more).into_response();
        }
        if let Some(name) = encoding.name() {
            more.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        let smaller = (encoding == Encoding::Gzip).then(gzip).flatten();
        let body = Body::from(smaller.unwrap_or_else(|| self.bytes.clone()));
        match self.kind {
            Kind::Json => (head, more, [(header::CONTENT_TYPE, "application/json")], body).into_response(),
            Kind::Page { locale, policy, .. } => {
                let page = [
                    (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                    (header::CONTENT_LANGUAGE, locale.tag()),
                    (header::CONTENT_SECURITY_POLICY, policy.as_str()),
                    (HeaderName::from_static("permissions-policy"), assets::PERMISSIONS_POLICY),
                    (header::REFERRER_POLICY, "no-referrer"),
                ];
                (head, more, page, body).into_response()
            }
        }
    }
}

/// Whether the asker names the tag as one that it holds (RFC 9110 section 13.1.2).
pub fn holds(asked: &HeaderMap, tag: &str) -> bool {
    let values = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut tags = values.flat_map(|value| value.split(',')).map(str::trim);
    tags.any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

/// Answers `GET /api/public`.
pub async fn programme(State(gateway): State<Arc<Gateway>>, asked: HeaderMap) -> Result<Response, Refused> {
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
) -> Result<Response, Refused> {
    let id: Option<SessionId> = session.ok().and_then(|Path(session)| session.parse().ok());
    let remedy = "there is no such session to follow in public; /public/ lists those there are";
    let notice = id.and_then(|id| gateway.noticeboard.session(&id)).ok_or_else(|| nothing(remedy))?;
    Ok(notice.answer(&asked))
}

/// Answers any other method.
pub async fn read_only() -> Refused {
    let remedy = "this address can only be read: send GET";
    let refused = problem(StatusCode::METHOD_NOT_ALLOWED, ProblemCode::Malformed, remedy);
    refused.with(header::ALLOW, HeaderValue::from_static("GET, HEAD"))
}

fn nothing(remedy: &str) -> Refused {
    problem(StatusCode::NOT_FOUND, ProblemCode::NotPublic, remedy)
}
