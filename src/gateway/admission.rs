//! Who may come in: the personal link, the cookie, the origin of the page.

use axum::http::{HeaderMap, StatusCode, header};

use super::Gateway;
use super::problem::{Refused, no_session, problem};
use super::rate::Callers;
use crate::identity::{COOKIE_NAME, COOKIE_SECONDS, Identity, LinkId};
use crate::meeting::Meeting;
use crate::meeting::ids::{Moment, PersonId, SessionId};
use crate::room::Room;
use crate::wire::http::ProblemCode;

/// Whoever sends the cookie of a link.
///
/// # Errors
/// `not_entered` without a valid cookie for this link.
pub fn recognise(
    identity: &Identity,
    headers: &HeaderMap,
    link: &str,
    now_ms: Moment,
) -> Result<(LinkId, PersonId), Refused> {
    let refused = || {
        let remedy =
            "open your personal link again; if it no longer works, ask the secretariat for a new one";
        problem(StatusCode::UNAUTHORIZED, ProblemCode::NotEntered, remedy)
    };
    let link = LinkId::given(link).ok_or_else(refused)?;
    let values = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut cookies =
        values.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let person = cookies.find_map(|(name, value)| {
        (name == COOKIE_NAME).then(|| identity.recognise(&link, value, now_ms)).flatten()
    });
    person.map(|person| (link, person)).ok_or_else(refused)
}

/// As [`recognise`], for what costs more than a look: no faster than anybody may.
///
/// # Errors
/// Those of [`recognise`]; `too_fast`.
pub fn recognise_in_time(gateway: &Gateway, headers: &HeaderMap, link: &str) -> Result<PersonId, Refused> {
    recognise_within(gateway, &gateway.readers, headers, link)
}

/// As [`recognise_in_time`], by an allowance of its own.
///
/// # Errors
/// As there.
pub fn recognise_within(
    gateway: &Gateway,
    callers: &Callers,
    headers: &HeaderMap,
    link: &str,
) -> Result<PersonId, Refused> {
    let now_ms = gateway.clock.now_ms();
    let (link, person) = recognise(&gateway.identity, headers, link, now_ms)?;
    if callers.admit(&link, now_ms) {
        return Ok(person);
    }
    let remedy = "too many calls; wait a moment";
    Err(problem(StatusCode::TOO_MANY_REQUESTS, ProblemCode::TooFast, remedy))
}

/// The room of a session that a call names.
///
/// # Errors
/// `session_unknown` if there is none.
pub fn room_of<'a>(gateway: &'a Gateway, session: &str) -> Result<&'a Room, Refused> {
    let session: Option<SessionId> = session.parse().ok();
    session.and_then(|session| gateway.rooms.room(&session)).ok_or_else(no_session)
}

/// A session as it stands.
///
/// # Errors
/// `unavailable` once its room has ended.
pub async fn meeting_of(room: &Room) -> Result<Meeting, Refused> {
    room.look().await.ok_or_else(|| {
        let remedy = "the server stops; try again later";
        problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
    })
}

/// Refuses what another site's page sends. Browsers name the origin; programs that are no browser send none.
///
/// # Errors
/// `wrong_origin` if the origin is not the host that was called.
pub fn same_origin(headers: &HeaderMap) -> Result<(), Refused> {
    let Some(origin) = headers.get(header::ORIGIN) else { return Ok(()) };
    let origin = origin.to_str().ok().and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    if origin.is_some() && origin == host {
        return Ok(());
    }
    let remedy = "open the page from the server's own address";
    Err(problem(StatusCode::FORBIDDEN, ProblemCode::WrongOrigin, remedy))
}

/// The cookie for a link's home. `secure` where the page came by HTTPS.
pub fn cookie(link: &LinkId, value: &str, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!(
        "{COOKIE_NAME}={value}; Path=/as/{link}/; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Strict{secure}"
    )
}
