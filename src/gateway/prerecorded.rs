//! Pre-recorded statements as they come in, and as those hear them ahead who prepare for them.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use super::Gateway;
use super::admission::{meeting_of, recognise_in_time, recognise_within, room_of, same_origin};
use super::problem::{Refused, no_session, problem};
use crate::media::ogg::{Clip, MIME, NotClip};
use crate::meeting::ids::RequestId;
use crate::meeting::prerecorded::{HandedIn, Prerecorded, may_hand_in};
use crate::meeting::refusal::Refusal;
use crate::meeting::view;
use crate::room::{Answer, RoomFault};
use crate::wire::http::{HandedIn as Received, ProblemCode};

/// Statements that may be handed in at the same moment.
pub const AT_ONCE: usize = 8;
/// Largest statement in bytes: a quarter of an hour of 64 kbit/s, with room for pages.
const STATEMENT_BYTES_MAX: usize = 8 << 20;
/// How long a statement may take to come in.
const COMES_WITHIN: Duration = Duration::from_secs(120);

/// Answers `PUT /as/<link>/api/prerecorded/<session>/<request>`: Opus in Ogg, in frames of 20 ms.
pub async fn hand_in(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session, request)): Path<(String, String, String)>,
    call: Request,
) -> Result<Json<Received>, Refused> {
    same_origin(call.headers())?;
    let person = recognise_within(&gateway, &gateway.givers, call.headers(), &link)?;
    let room = room_of(&gateway, &session)?;
    let request: RequestId = request.parse().map_err(|_| nothing())?;
    // Nothing is read of what would not be taken.
    may_hand_in(&meeting_of(room).await?, &person, &request).map_err(|refusal| not_taken(&refusal))?;
    let _permit = gateway.handing_in.acquire().await.map_err(|_| unavailable())?;
    let body = timeout(COMES_WITHIN, to_bytes(call.into_body(), STATEMENT_BYTES_MAX)).await;
    let ogg = body.ok().and_then(Result::ok).ok_or_else(|| {
        let remedy = "send at most 8 MiB within two minutes";
        problem(StatusCode::PAYLOAD_TOO_LARGE, ProblemCode::NotSound, remedy)
    })?;
    let length_ms = length_ms(ogg.clone()).await?;
    let clip = gateway.clips.keep(ogg).await.map_err(|fault| not_stored(&fault))?;
    let statement = Prerecorded { clip, length_ms };
    match room.hand_in(HandedIn { person, request, statement }).await {
        Answer::Done(_) => Ok(Json(Received { length_ms })),
        Answer::Refused(refusal) => Err(not_taken(&refusal)),
        Answer::NotStored | Answer::Busy => Err(unavailable()),
    }
}

/// Answers `GET /as/<link>/api/prerecorded/<session>/<request>`, for those who may listen ahead.
pub async fn listen_ahead(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session, request)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let person = recognise_in_time(&gateway, &headers, &link)?;
    let meeting = meeting_of(room_of(&gateway, &session)?).await?;
    let request: RequestId = request.parse().map_err(|_| nothing())?;
    let known = meeting.roster.person(&person).ok_or_else(no_session)?;
    let statement = view::preview(&meeting, known, &request).ok_or_else(nothing)?;
    let found = gateway.clips.find(&statement.clip).await.map_err(|fault| not_stored(&fault))?;
    let ogg = found.ok_or_else(unavailable)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(MIME)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, ogg).into_response())
}

/// How long a statement is. Looked at beside the threads that carry the changes.
async fn length_ms(ogg: Bytes) -> Result<i64, Refused> {
    let read = tokio::task::spawn_blocking(move || Clip::of_ogg(&ogg[..]).map(|clip| clip.length_ms())).await;
    let not_sound = |fault: NotClip| {
        let remedy = format!("the sound {fault}; send one stream of Opus in Ogg, in frames of 20 ms");
        problem(StatusCode::UNPROCESSABLE_ENTITY, ProblemCode::NotSound, &remedy)
    };
    read.map_err(|_bug| unavailable())?.map_err(not_sound)
}

fn nothing() -> Refused {
    let remedy = "there is no pre-recorded statement here that you may hear";
    problem(StatusCode::NOT_FOUND, ProblemCode::NothingRecorded, remedy)
}

fn not_taken(refusal: &Refusal) -> Refused {
    problem(StatusCode::CONFLICT, ProblemCode::NotTaken, &refusal.to_string())
}

fn not_stored(fault: &RoomFault) -> Refused {
    tracing::error!(%fault, "a pre-recorded statement was not stored or read");
    unavailable()
}

fn unavailable() -> Refused {
    let remedy = "the server could not store or find this; try again";
    problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
}
