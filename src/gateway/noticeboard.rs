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
use super::recordings::Window;
use super::written::{self, Page, PublicOutcome};
use super::{Gateway, assets};
use crate::conference::Conference;
use crate::conference::key_messages::IssuedAs;
use crate::conference::public::{self, PublicConference};
use crate::meeting::Meeting;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::view::{self, DeliveredView, PublicCaptions, PublicNow, PublicSession};
use crate::terms::host_clock::HostClock;
use crate::terms::ids::{Moment, SessionId};
use crate::wire::http::{ProblemCode, PublicProgramme, RecordedSession};
use crate::words::Locale;

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
    /// Captions, which change with every line: apart, so that nothing else is written anew for them.
    captions: BTreeMap<SessionId, (PublicCaptions, Notice)>,
    /// Sessions that are over, as they were left.
    over: BTreeMap<SessionId, Over>,
    /// What of the conference everybody may read.
    conference: PublicConference,
    /// The outcome document, where everybody may read it and somebody has.
    outcome: Option<PublicOutcome>,
    /// How often what is posted has changed.
    changes: u64,
    /// Pages, written when somebody asks for them: of how many changes each knows, and when.
    pages: BTreeMap<(Page, Locale), ((u64, Moment), Notice)>,
}

/// A session that is over.
#[derive(Default)]
struct Over {
    /// As it stands: what was said in it is put together when somebody asks.
    meeting: Meeting,
    /// What was recorded of it, and of which stretch of time that is known; none before somebody asked.
    recorded: Option<(Window, Vec<RecordedSession>)>,
}

/// What there is to read and hear of a session that is over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Afterwards {
    /// What was said in it, in order.
    pub statements: Vec<DeliveredView>,
    /// What of the conference everybody may read.
    pub conference: PublicConference,
    /// What was recorded of it, the oldest first, as far as the conference publishes it.
    pub recorded: Vec<RecordedSession>,
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
        posted.caption(&now.session.id, view::public_captions(meeting));
        posted.leave(&now, meeting);
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

    /// Brings up to date what of the conference everybody may read.
    pub fn post_conference(&self, conference: &Conference) {
        let shown = public::public(conference);
        let mut posted = self.lock();
        if posted.conference != shown {
            posted.conference = shown;
            posted.changes += 1;
        }
    }

    /// Whether the outcome document is posted as this version of it.
    pub fn has_outcome(&self, version: u32, standing: IssuedAs) -> bool {
        let posted = self.lock();
        posted.outcome.as_ref().is_some_and(|known| (known.version, known.standing) == (version, standing))
    }

    /// Brings the outcome document up to date.
    pub fn post_outcome(&self, outcome: Option<PublicOutcome>) {
        let mut posted = self.lock();
        if posted.outcome != outcome {
            posted.outcome = outcome;
            posted.changes += 1;
        }
    }

    /// Whether it is to be looked up anew what was recorded of a session: it is over, the conference publishes it, and what is
    /// known of it is of an earlier stretch of time.
    pub fn wants_recorded(&self, id: &SessionId, window: Window) -> bool {
        let posted = self.lock();
        let known = |over: &Over| over.recorded.as_ref().is_some_and(|(of, _)| *of == window);
        posted.conference.recordings && posted.over.get(id).is_some_and(|over| !known(over))
    }

    /// Whether everybody may hear what was recorded of a session.
    pub fn publishes_recordings(&self, id: &SessionId) -> bool {
        let posted = self.lock();
        posted.conference.recordings && posted.over.contains_key(id)
    }

    /// Brings up to date what was recorded of a session that is over.
    pub fn post_recorded(&self, id: &SessionId, window: Window, recorded: Vec<RecordedSession>) {
        let mut posted = self.lock();
        let Some(over) = posted.over.get_mut(id) else { return };
        let is_new = over.recorded.as_ref().is_none_or(|(_, known)| *known != recorded);
        over.recorded = Some((window, recorded));
        posted.changes += u64::from(is_new);
    }

    fn session(&self, id: &SessionId) -> Option<Notice> {
        self.lock().sessions.get(id).map(|(_, notice)| notice.clone())
    }

    fn captions(&self, id: &SessionId) -> Option<Notice> {
        self.lock().captions.get(id).map(|(_, notice)| notice.clone())
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
        let afterwards = page.session().and_then(|id| posted.afterwards(id));
        let outcome = posted.outcome.as_ref();
        let written = page.write(locale, &sessions, afterwards.as_ref(), outcome, now_ms)?;
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
    /// Brings the captions of a session up to date.
    fn caption(&mut self, session: &SessionId, captions: Option<PublicCaptions>) {
        let Some(captions) = captions else { return };
        if self.captions.get(session).is_none_or(|(before, _)| *before != captions) {
            let notice = Notice::of(&captions);
            self.captions.insert(session.clone(), (captions, notice));
        }
    }

    /// Keeps a session that is over, and lets one go that is held again.
    fn leave(&mut self, now: &PublicNow, meeting: &Meeting) {
        let id = &now.session.id;
        if now.session.phase != Phase::Closed {
            self.over.remove(id);
            return;
        }
        let over = self.over.entry(id.clone()).or_default();
        let is_alike = view::is_delivered_alike(&over.meeting, meeting);
        over.meeting = meeting.clone();
        self.changes += u64::from(!is_alike);
    }

    /// What there is of a session that is over; none while it is not.
    fn afterwards(&self, id: &SessionId) -> Option<Afterwards> {
        let over = self.over.get(id)?;
        let recorded = over.recorded.as_ref().filter(|_| self.conference.recordings);
        Some(Afterwards {
            statements: view::delivered(&over.meeting),
            conference: self.conference.clone(),
            recorded: recorded.map(|(_, recorded)| recorded.clone()).unwrap_or_default(),
        })
    }

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
    of_session(session, &asked, |id| gateway.noticeboard.session(id))
}

/// Answers `GET /api/captions/<session>`.
pub async fn captions(
    State(gateway): State<Arc<Gateway>>,
    session: Result<Path<String>, PathRejection>,
    asked: HeaderMap,
) -> Result<Response, Refused> {
    of_session(session, &asked, |id| gateway.noticeboard.captions(id))
}

/// What hangs there of the session that a call names.
fn of_session(
    session: Result<Path<String>, PathRejection>,
    asked: &HeaderMap,
    find: impl Fn(&SessionId) -> Option<Notice>,
) -> Result<Response, Refused> {
    let id: Option<SessionId> = session.ok().and_then(|Path(session)| session.parse().ok());
    let remedy = "there is no such session to follow in public; /public/ lists those there are";
    let notice = id.and_then(|id| find(&id)).ok_or_else(|| nothing(remedy))?;
    Ok(notice.answer(asked))
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
