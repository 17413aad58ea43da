//! Personal links are made and revoked here, by whom the conference allows it.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Gateway;
use super::admission::{recognise_within, room_of, same_origin};
use super::bodies::said;
use super::problem::{Refused, no_session, problem};
use crate::conference::access;
use crate::identity::{Identity, IdentityFault, LinksInForce};
use crate::terms::ids::{Moment, PersonId};
use crate::terms::people::Roster;
use crate::wire::http::{
    IssuedLink, IssuedLinks, LinkOf, LinkStanding, Links, LinksOf, ProblemCode, RevokedLinks,
};

/// Most people whose links are made with one call.
pub const SHEET_MAX: usize = 200;

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

/// Answers `GET /as/<link>/api/links/<session>`: how the links stand of all who take part in the session, to its secretariat.
pub async fn show_links(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let (_, roster) = secretariat(&gateway, &link, &session, &headers)?;
    let in_force = gateway.identity.in_force().into_iter();
    let taking_part = in_force.filter(|(person, _)| roster.person(person).is_some());
    let links = taking_part
        .map(|(person, LinksInForce { links, opened_at_ms })| LinkStanding { person, links, opened_at_ms })
        .collect();
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(Links { links })).into_response())
}

/// Answers `POST /as/<link>/api/links/<session>`: a new link for somebody who has a seat. It is shown this once.
pub async fn issue_link(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    call: Request,
) -> Result<Response, Refused> {
    let person = asked(&gateway, &link, &session, call).await?;
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
    call: Request,
) -> Result<Json<RevokedLinks>, Refused> {
    let person = asked(&gateway, &link, &session, call).await?;
    let revoked = revoke_all(&gateway.identity, &person, gateway.clock.now_ms()).await;
    Ok(Json(RevokedLinks { revoked: revoked.map_err(|fault| not_stored(&fault))? }))
}

/// Answers `POST /as/<link>/api/links/<session>/sheet`: a new link for each of several who have a seat, to be printed or
/// sent. For whom the caller makes none is named, and all others have theirs.
pub async fn issue_sheet(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    call: Request,
) -> Result<Response, Refused> {
    let (caller, roster) = secretariat(&gateway, &link, &session, call.headers())?;
    let LinksOf { people } = said(call, "send {\"people\": [\"…\"]} as JSON").await?;
    if people.is_empty() || people.len() > SHEET_MAX {
        let remedy = format!("name 1 to {SHEET_MAX} people");
        return Err(problem(StatusCode::BAD_REQUEST, ProblemCode::Malformed, &remedy));
    }
    let people: BTreeSet<PersonId> = people.into_iter().collect();
    let (made, not_made): (Vec<PersonId>, Vec<PersonId>) =
        people.into_iter().partition(|person| holder(&gateway, &caller, &roster, person).is_ok());
    let issued = gateway.identity.issue(&made, gateway.clock.now_ms()).await;
    let links = issued.map_err(|fault| not_stored(&fault))?.into_iter();
    let links =
        links.map(|issued| IssuedLink { person: issued.person, secret: issued.secret.reveal().to_string() });
    let answer = Json(IssuedLinks { links: links.collect(), not_made });
    Ok(([(header::CACHE_CONTROL, "no-store")], answer).into_response())
}

/// The caller, if they are of the secretariat of the session, and its roster.
pub(super) fn secretariat(
    gateway: &Gateway,
    link: &str,
    session: &str,
    headers: &HeaderMap,
) -> Result<(PersonId, Arc<Roster>), Refused> {
    same_origin(gateway, headers)?;
    let caller = recognise_within(gateway, &gateway.linkers, headers, link)?;
    let room = room_of(gateway, session)?;
    let roster = room.roster();
    roster.person(&caller).ok_or_else(no_session)?;
    if access::serves(&gateway.rooms.conference(), &caller, room.session()) {
        return Ok((caller, roster));
    }
    let remedy = "only the secretariat of the session may do this";
    Err(problem(StatusCode::FORBIDDEN, ProblemCode::NotAllowed, remedy))
}

/// Whose link it is about: somebody who has a seat in a session where the caller may change seats, and no role in any
/// where they may not. So no link of those who conduct a meeting is made here.
async fn asked(gateway: &Gateway, link: &str, session: &str, call: Request) -> Result<PersonId, Refused> {
    let (caller, roster) = secretariat(gateway, link, session, call.headers())?;
    let LinkOf { person } = said(call, "send {\"person\": \"…\"} as JSON").await?;
    holder(gateway, &caller, &roster, &person)
}

fn holder(
    gateway: &Gateway,
    caller: &PersonId,
    roster: &Roster,
    person: &PersonId,
) -> Result<PersonId, Refused> {
    let seated = roster.person(person).filter(|person| person.delegation.is_some());
    let seated = seated.ok_or_else(|| {
        let remedy = "nobody with this id has a seat in the session";
        problem(StatusCode::NOT_FOUND, ProblemCode::PersonUnknown, remedy)
    })?;
    if !access::serves_all_of(&gateway.rooms.conference(), caller, &seated.id) {
        let remedy = "this person has a role in another session too; the secretariat of all their sessions makes and \
                      revokes their links";
        return Err(problem(StatusCode::FORBIDDEN, ProblemCode::NotAllowed, remedy));
    }
    Ok(seated.id.clone())
}

fn not_stored(fault: &IdentityFault) -> Refused {
    tracing::error!(%fault, "a link was not stored");
    unavailable()
}

fn unavailable() -> Refused {
    let remedy = "the server could not store this; try again";
    problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
}
