//! Seats of the whole conference: a change that one session has taken in goes to the others too, and whoever is withdrawn
//! enters by no link any more. Personal links are made and revoked here.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::Gateway;
use super::admission::{recognise_in_time, same_origin};
use super::problem::{Refused, problem};
use crate::identity::{Identity, IdentityFault};
use crate::meeting::access;
use crate::meeting::command::Command;
use crate::meeting::ids::{Moment, PersonId, SessionId};
use crate::meeting::seats;
use crate::room::{Answer, Registry};
use crate::wire::http::{IssuedLink, LinkOf, ProblemCode, RevokedLinks};

/// Carries a change of a seat that a session has taken in to the others, under the same key: sent again after a crash,
/// it is done once wherever it was done. False if a session could not store it, so that the sender sends it again.
pub async fn everywhere(
    rooms: &Registry,
    from: &SessionId,
    who: &PersonId,
    key: Uuid,
    command: &seats::Command,
) -> bool {
    let mut stored = true;
    for room in rooms.all().filter(|room| room.session() != from) {
        match room.command(who.clone(), key, Command::Seats(command.elsewhere())).await {
            Answer::Done(_) => {}
            // A session that does not know the seat, or where the sender has no say.
            Answer::Refused(refusal) => {
                tracing::debug!(session = %room.session(), %refusal, "a change of a seat does not concern a session");
            }
            Answer::NotStored | Answer::Busy => stored = false,
        }
    }
    stored
}

/// Revokes all links of a person. How many were in force.
///
/// # Errors
/// If the log cannot store it.
pub async fn revoke_all(
    identity: &Identity,
    person: &PersonId,
    now_ms: Moment,
) -> Result<u32, IdentityFault> {
    let mut revoked = 0;
    for (link, _) in identity.links().into_iter().filter(|(_, of)| of == person) {
        revoked += u32::from(identity.revoke(&link, now_ms).await?);
    }
    Ok(revoked)
}

/// Answers `POST /as/<link>/api/links/<session>`: a new link for somebody who has a seat. It is shown this once.
pub async fn issue_link(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    headers: HeaderMap,
    body: Result<Json<LinkOf>, JsonRejection>,
) -> Result<Response, Refused> {
    let person = asked(&gateway, &link, &session, &headers, body)?;
    let issued = gateway.identity.issue(std::slice::from_ref(&person), gateway.clock.now_ms()).await;
    let issued = issued.map_err(|fault| not_stored(&fault))?.pop();
    let Some(issued) = issued else { return Err(unavailable()) };
    let secret = issued.secret.reveal().to_string();
    let answer = Json(IssuedLink { person, secret });
    Ok(([(header::CACHE_CONTROL, "no-store")], answer).into_response())
}

/// Answers `POST /as/<link>/api/links/<session>/revoke`: the links of somebody who has a seat work no more.
pub async fn revoke_links(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    headers: HeaderMap,
    body: Result<Json<LinkOf>, JsonRejection>,
) -> Result<Json<RevokedLinks>, Refused> {
    let person = asked(&gateway, &link, &session, &headers, body)?;
    let revoked = revoke_all(&gateway.identity, &person, gateway.clock.now_ms()).await;
    Ok(Json(RevokedLinks { revoked: revoked.map_err(|fault| not_stored(&fault))? }))
}

/// Whose link it is about: somebody who has a seat in a session where the caller may change seats. So no link of those
/// who conduct a meeting is made here.
fn asked(
    gateway: &Gateway,
    link: &str,
    session: &str,
    headers: &HeaderMap,
    body: Result<Json<LinkOf>, JsonRejection>,
) -> Result<PersonId, Refused> {
    same_origin(headers)?;
    let caller = recognise_in_time(gateway, headers, link)?;
    let not_yours = || {
        let remedy = "only the secretariat of the session makes and revokes links";
        problem(StatusCode::FORBIDDEN, ProblemCode::SessionUnknown, remedy)
    };
    let session: SessionId = session.parse().map_err(|_| not_yours())?;
    let roster = gateway.rooms.room(&session).ok_or_else(not_yours)?.roster();
    roster.person(&caller).filter(|caller| access::may_seat(caller)).ok_or_else(not_yours)?;
    let Json(LinkOf { person }) = body.map_err(|_| {
        let remedy = "send {\"person\": \"…\"} as JSON";
        problem(StatusCode::BAD_REQUEST, ProblemCode::Malformed, remedy)
    })?;
    let seated = roster.person(&person).filter(|person| person.delegation.is_some());
    seated.map(|person| person.id.clone()).ok_or_else(|| {
        let remedy = "nobody with this id has a seat in the session";
        problem(StatusCode::NOT_FOUND, ProblemCode::PersonUnknown, remedy)
    })
}

fn not_stored(fault: &IdentityFault) -> Refused {
    tracing::error!(%fault, "a link was not stored");
    unavailable()
}

fn unavailable() -> Refused {
    let remedy = "the server could not store this; try again";
    problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
}
