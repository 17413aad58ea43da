//! Files of documents as they come in from the secretariat, and as those read them who may.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;

use super::Gateway;
use super::admission::{recognise_in_time, recognise_within, same_origin};
use super::files::{named, no_place, not_stored, read_out, sent, take_in};
use super::library::said_in;
use super::problem::{Refused, problem, unavailable};
use super::ranges::Asking;
use crate::conference::documents::{Given, earlier, may_give, public_file, readable};
use crate::meeting::refusal::Refusal;
use crate::room::Answer;
use crate::terms::file::File;
use crate::terms::ids::{DocumentId, Language};
use crate::wire::http::{GivenFile, ProblemCode};

/// Answers `PUT /as/<link>/api/documents/<document>/<language>?name=…`: a PDF, a DOCX or a plain text.
pub async fn give(
    State(gateway): State<Arc<Gateway>>,
    Path((link, document, language)): Path<(String, String, String)>,
    call: Request,
) -> Result<Json<GivenFile>, Refused> {
    same_origin(&gateway, call.headers())?;
    let person = recognise_within(&gateway, &gateway.papers.givers, call.headers(), &link)?;
    let document: DocumentId = document.parse().map_err(|_| unknown())?;
    let language: Language = language.parse().map_err(|_| unknown())?;
    let name = named(call.uri().query().unwrap_or_default())?;
    // Nothing is read of what would not be taken.
    may_give(&gateway.rooms.conference(), &person, &document).map_err(|refusal| not_taken(&refusal))?;
    let _place = gateway.papers.uploads.begin(&person).await.map_err(no_place)?;
    let (content, bytes, paper) = take_in(&gateway, call.into_body()).await?;
    let (kind, words) = (paper.kind, paper.words());
    let file =
        File { content: content.name(), name, kind, bytes, words, by: person, at_ms: gateway.clock.now_ms() };
    let (rooms, given) = (gateway.rooms.clone(), Given { document, language, file });
    let entered = async move { rooms.give_file(given).await };
    let answer = gateway.clips.keep_if(content, entered).await.map_err(|fault| not_stored(&fault))?;
    match answer {
        Answer::Done(_) => Ok(Json(GivenFile { kind, words })),
        Answer::Refused(refusal) => Err(not_taken(&refusal)),
        Answer::NotStored | Answer::Busy => Err(unavailable()),
    }
}

/// Answers `GET /as/<link>/api/documents/<document>/<language>`: the newest file, for those who may read it now; with
/// `?version=<number>` one that was replaced, for who prepares the conference.
pub async fn read(
    State(gateway): State<Arc<Gateway>>,
    Path((link, document, language)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let person = recognise_in_time(&gateway, &headers, &link)?;
    let document: DocumentId = document.parse().map_err(|_| unknown())?;
    let language: Language = language.parse().map_err(|_| unknown())?;
    let conference = gateway.rooms.conference();
    let file = match query.as_deref() {
        None => readable(&conference, &person, &document, &language),
        Some(asked) => asked
            .strip_prefix("version=")
            .and_then(|version| version.parse().ok())
            .and_then(|version| earlier(&conference, &person, &document, &language, version)),
    };
    let file = file.ok_or_else(unknown)?;
    sent(&gateway, file, &Asking { method: &method, headers: &headers }).await
}

/// Answers `GET /as/<link>/api/documents/<document>/<language>/text`: what the newest file says, for those who may read it now.
pub async fn read_text(
    State(gateway): State<Arc<Gateway>>,
    Path((link, document, language)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let person = recognise_in_time(&gateway, &headers, &link)?;
    let document: DocumentId = document.parse().map_err(|_| unknown())?;
    let language: Language = language.parse().map_err(|_| unknown())?;
    let conference = gateway.rooms.conference();
    let file = readable(&conference, &person, &document, &language).ok_or_else(unknown)?;
    read_out(said_in(&gateway, &file.content).await.ok_or_else(unavailable)?)
}

/// Answers `GET /public/documents/<document>/<language>`: the newest file of what was released to the public, for everybody.
pub async fn read_public(
    State(gateway): State<Arc<Gateway>>,
    Path((document, language)): Path<(String, String)>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let document: DocumentId = document.parse().map_err(|_| not_public())?;
    let language: Language = language.parse().map_err(|_| not_public())?;
    let conference = gateway.rooms.conference();
    let file = public_file(&conference, &document, &language).ok_or_else(not_public)?;
    sent(&gateway, file, &Asking { method: &method, headers: &headers }).await
}

fn not_public() -> Refused {
    let remedy = "there is no such document for everybody to read; /public/ leads to those there are";
    problem(StatusCode::NOT_FOUND, ProblemCode::NotPublic, remedy)
}

fn unknown() -> Refused {
    let remedy = "there is no document here that you may read or give; look at the list of documents";
    problem(StatusCode::NOT_FOUND, ProblemCode::DocumentUnknown, remedy)
}

/// Whoever may not is told no more than that there is nothing: so nobody learns which documents are held.
fn not_taken(refusal: &Refusal) -> Refused {
    if matches!(refusal, Refusal::OfConference {} | Refusal::NotInSession {} | Refusal::Unknown { .. }) {
        return unknown();
    }
    problem(StatusCode::CONFLICT, ProblemCode::NotTaken, &refusal.to_string())
}
