//! Pages that are whole without a script: the way in, and what the public follows. The client's script, where it runs, takes
//! those of the public over.

mod afterwards;
mod asked;
mod followed;
mod landing;
mod outcome;
mod page;

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;

use super::noticeboard::Afterwards;
use super::problem::Refused;
use super::{Gateway, assets, outcome as published, recordings};
use crate::meeting::view::PublicNow;
use crate::terms::ids::{Moment, SessionId};
use crate::words::Locale;

pub use outcome::PublicOutcome;
pub use page::policy;

/// A page that is written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// The way in.
    Landing,
    /// All sessions that the public may follow.
    Programme,
    /// One of them.
    Session(SessionId),
    /// The outcome document, while it is before the public.
    Outcome,
    /// Of one of them what changes: within its page, renewed by itself.
    Now(SessionId),
}

impl Page {
    /// Whether pages of this server show it within them, where it renews itself.
    pub fn is_framed(&self) -> bool {
        matches!(self, Self::Now(_))
    }

    /// The session whose page it is.
    pub fn session(&self) -> Option<&SessionId> {
        match self {
            Self::Session(id) => Some(id),
            Self::Landing | Self::Programme | Self::Outcome | Self::Now(_) => None,
        }
    }

    /// Writes the page from what is posted of all sessions, in order of time, of its own where that is over, and of the outcome
    /// document; none where it is about nothing of that.
    pub fn write(
        &self,
        locale: Locale,
        sessions: &[PublicNow],
        afterwards: Option<&Afterwards>,
        published: Option<&PublicOutcome>,
        now_ms: Moment,
    ) -> Option<String> {
        let of = |id: &SessionId| sessions.iter().find(|now| now.session.id == *id);
        Some(match self {
            Self::Landing => landing::landing(locale, sessions, now_ms),
            Self::Programme if sessions.is_empty() => return None,
            Self::Programme => followed::programme(locale, sessions, now_ms),
            Self::Session(id) => match afterwards {
                Some(afterwards) => afterwards::session(locale, of(id)?, sessions, afterwards, now_ms),
                None => followed::session(locale, of(id)?, sessions, now_ms),
            },
            Self::Outcome => outcome::outcome(locale, sessions, published?),
            Self::Now(id) => followed::now(locale, of(id)?, now_ms),
        })
    }
}

/// The languages that pages are offered in: those of the conference that the pages can be written in; all where that is
/// none, or where nothing of the conference is told.
fn languages(sessions: &[PublicNow]) -> Vec<Locale> {
    let of_conference = |locale: &Locale| {
        sessions.first().is_some_and(|now| now.languages.iter().any(|tag| tag.as_str() == locale.tag()))
    };
    let offered: Vec<Locale> = Locale::ALL.into_iter().filter(of_conference).collect();
    if offered.is_empty() { Locale::ALL.to_vec() } else { offered }
}

/// The language asked for, or the first that is offered where that one is not.
pub fn offered(sessions: &[PublicNow], asked: Locale) -> Locale {
    let offered = languages(sessions);
    if offered.contains(&asked) { asked } else { offered.first().copied().unwrap_or(asked) }
}

/// The page, or the client's own where there is none: it says so in three languages.
async fn answer(
    gateway: &Gateway,
    page: Option<Page>,
    uri: Uri,
    asked: HeaderMap,
) -> Result<Response, Refused> {
    let locale = asked::asked(&uri, &asked);
    let now_ms = gateway.clock.now_ms();
    match page.and_then(|page| gateway.noticeboard.written(&page, locale, now_ms)) {
        Some(notice) => Ok(notice.answer(&asked)),
        None => assets::serve(uri, asked).await,
    }
}

/// Answers `GET /`.
pub async fn landing(
    State(gateway): State<Arc<Gateway>>,
    uri: Uri,
    asked: HeaderMap,
) -> Result<Response, Refused> {
    answer(&gateway, Some(Page::Landing), uri, asked).await
}

/// Answers `GET /public/`.
pub async fn programme(
    State(gateway): State<Arc<Gateway>>,
    uri: Uri,
    asked: HeaderMap,
) -> Result<Response, Refused> {
    answer(&gateway, Some(Page::Programme), uri, asked).await
}

/// Answers `GET /public/<session>`.
pub async fn session(
    State(gateway): State<Arc<Gateway>>,
    session: Result<Path<String>, PathRejection>,
    uri: Uri,
    asked: HeaderMap,
) -> Result<Response, Refused> {
    let session = known(session);
    if let Some(session) = &session {
        recordings::post(&gateway, session).await;
    }
    answer(&gateway, session.map(Page::Session), uri, asked).await
}

/// Answers `GET /outcome`.
pub async fn outcome(
    State(gateway): State<Arc<Gateway>>,
    uri: Uri,
    asked: HeaderMap,
) -> Result<Response, Refused> {
    published::post(&gateway).await?;
    answer(&gateway, Some(Page::Outcome), uri, asked).await
}

/// Answers `GET /public/<session>/now`.
pub async fn now(
    State(gateway): State<Arc<Gateway>>,
    session: Result<Path<String>, PathRejection>,
    uri: Uri,
    asked: HeaderMap,
) -> Result<Response, Refused> {
    answer(&gateway, known(session).map(Page::Now), uri, asked).await
}

fn known(session: Result<Path<String>, PathRejection>) -> Option<SessionId> {
    session.ok().and_then(|Path(session)| session.parse().ok())
}
