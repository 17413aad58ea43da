//! Versions of the outcome document: kept, and read with what differs from another.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use url::form_urlencoded;

use super::Gateway;
use super::admission::{recognise_in_time, recognise_within, same_origin};
use super::bodies::said;
use super::problem::{Refused, problem};
use super::written::PublicOutcome;
use crate::conference::outcome::{Kept, Version, may_keep_version, readable};
use crate::conference::public::issued_outcome as issued;
use crate::draft::Draft;
use crate::draft::differences::{Compared, compare};
use crate::draft::reading::read;
use crate::draft::rows::{Row, kept_rows};
use crate::meeting::refusal::Refusal;
use crate::room::{Answer, RoomFault};
use crate::terms::ids::Language;
use crate::wire::http::{KeepVersion, KeptVersion, OutcomeCell, OutcomeRow, OutcomeText, ProblemCode};

/// Answers `POST /as/<link>/api/outcome/versions`: keeps the text as it stands.
pub async fn keep(
    State(gateway): State<Arc<Gateway>>,
    Path(link): Path<String>,
    call: Request,
) -> Result<Json<KeptVersion>, Refused> {
    same_origin(&gateway, call.headers())?;
    let by = recognise_within(&gateway, &gateway.papers.givers, call.headers(), &link)?;
    let KeepVersion { name } = said(call, "send {\"name\": \"…\"} as JSON").await?;
    let conference = gateway.rooms.conference();
    may_keep_version(&conference, &by, &name).map_err(|refusal| not_kept(&refusal))?;
    let draft = gateway.rooms.draft().look().await.ok_or_else(unavailable)?;
    let languages = conference.live.as_ref().map(|plan| plan.languages.clone()).unwrap_or_default();
    let seq = draft.seq;
    let text = off_the_way(move || text_of(&draft, &languages)).await?;
    let mut content = gateway.clips.begin().await.map_err(|fault| not_stored(&fault))?;
    content.write(text).await.map_err(|fault| not_stored(&fault))?;
    let kept = Kept { name, by, at_ms: gateway.clock.now_ms(), seq, content: content.name() };
    let rooms = gateway.rooms.clone();
    let decided = async move { rooms.keep_version(kept).await };
    match gateway.clips.keep_if(content, decided).await.map_err(|fault| not_stored(&fault))? {
        Answer::Done(_) => {}
        Answer::Refused(refusal) => return Err(not_kept(&refusal)),
        Answer::NotStored | Answer::Busy => return Err(unavailable()),
    }
    let number = gateway.rooms.conference().outcome.versions.last().map(|version| version.number);
    Ok(Json(KeptVersion { number: number.ok_or_else(unavailable)? }))
}

/// Answers `GET /as/<link>/api/outcome/versions/<version>`, and the same with `?against=<version>`.
pub async fn show(
    State(gateway): State<Arc<Gateway>>,
    Path((link, version)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Json<OutcomeText>, Refused> {
    let person = recognise_in_time(&gateway, &headers, &link)?;
    let conference = gateway.rooms.conference();
    let may_read = |number: &str| {
        let number = number.parse().ok()?;
        readable(&conference, &person, number).cloned()
    };
    let version = may_read(&version).ok_or_else(unknown)?;
    let mut asked = form_urlencoded::parse(query.as_deref().unwrap_or_default().as_bytes());
    let against = match asked.find(|(key, _)| key == "against") {
        Some((_, number)) => Some(may_read(&number).ok_or_else(unknown)?),
        None => None,
    };
    let newer = rows_of(&gateway, &version).await?;
    let older = match &against {
        Some(against) => Some(rows_of(&gateway, against).await?),
        None => None,
    };
    let told = off_the_way(move || {
        let older = older.unwrap_or_else(|| newer.clone());
        Ok(compare(&older, &newer).into_iter().map(told).collect())
    });
    let Version { number, name, at_ms, original, .. } = version;
    Ok(Json(OutcomeText { number, name, at_ms, original, rows: told.await? }))
}

fn told(Compared { row, parts }: Compared) -> OutcomeRow {
    let cells = row.cells.into_iter().zip(parts).map(|(cell, (_, parts))| OutcomeCell {
        language: cell.language,
        standing: cell.standing,
        brackets: cell.runs.into_iter().filter_map(|run| run.bracket).filter(|by| !by.is_empty()).collect(),
        parts,
    });
    OutcomeRow { paragraph: row.id, kind: row.kind, number: row.number, cells: cells.collect() }
}

/// The rows of a version.
///
/// # Errors
/// If what is kept of it cannot be had.
pub(super) async fn rows_of(gateway: &Gateway, version: &Version) -> Result<Vec<Row>, Refused> {
    let kept = gateway.clips.whole(&version.content).await.map_err(|fault| not_stored(&fault))?;
    let kept = kept.ok_or_else(unavailable)?;
    let original = version.original.clone();
    off_the_way(move || {
        kept_rows(&kept, &original).map_err(|fault| {
            tracing::error!(%fault, "what is kept of a version of the outcome document is none");
            unavailable()
        })
    })
    .await
}

/// Posts the outcome document where everybody may read it; its text is looked up once for all who do.
///
/// # Errors
/// If what is kept of it cannot be had.
pub(super) async fn post(gateway: &Gateway) -> Result<(), Refused> {
    let conference = gateway.rooms.conference();
    let Some((version, standing)) = issued(&conference) else {
        gateway.noticeboard.post_outcome(None);
        return Ok(());
    };
    if !gateway.noticeboard.has_outcome(version.number, standing) {
        let rows = rows_of(gateway, version).await?;
        gateway.noticeboard.post_outcome(Some(PublicOutcome { version: version.number, standing, rows }));
    }
    Ok(())
}

fn text_of(draft: &Draft, languages: &[Language]) -> Result<Bytes, Refused> {
    let columns = read(draft.updates().map(|update| update.bytes()), languages).ok_or_else(|| {
        tracing::error!("the draft of the outcome document cannot be read");
        unavailable()
    })?;
    serde_json::to_vec(&columns).map(Bytes::from).map_err(|_| unavailable())
}

/// What takes a while, on no thread that carries what others write.
async fn off_the_way<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refused> + Send + 'static,
) -> Result<T, Refused> {
    tokio::task::spawn_blocking(work).await.map_err(|bug| {
        tracing::error!(%bug, "a text of the outcome document was not worked on");
        unavailable()
    })?
}

fn unknown() -> Refused {
    let remedy = "there is no version here that you may read; look at the list of versions";
    problem(StatusCode::NOT_FOUND, ProblemCode::DocumentUnknown, remedy)
}

fn not_kept(refusal: &Refusal) -> Refused {
    if matches!(refusal, Refusal::NotAllowed {}) {
        let remedy = "versions are kept by rapporteurs and secretariat; ask the secretariat";
        return problem(StatusCode::FORBIDDEN, ProblemCode::NotAllowed, remedy);
    }
    problem(StatusCode::CONFLICT, ProblemCode::NotTaken, &refusal.to_string())
}

fn not_stored(fault: &RoomFault) -> Refused {
    tracing::error!(%fault, "a version of the outcome document was not stored or read");
    unavailable()
}

fn unavailable() -> Refused {
    let remedy = "the server could not store or find this; try again";
    problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
}
