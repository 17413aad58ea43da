//! Pre-recorded statements as they come in, and as those hear them ahead who prepare for them.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;

use super::Gateway;
use super::admission::{meeting_of, recognise_in_time, recognise_within, room_of, same_origin};
use super::bodies::{Bounds, Coming, NotWhole};
use super::problem::{Refused, no_session, not_taken, problem, unavailable};
use super::ranges::Asking;
use super::uploads::NoPlace;
use crate::media::ogg::{MIME, NotClip, Taken};
use crate::meeting::command::Housekeeping;
use crate::meeting::statements::prerecorded::{HandedIn, may_hand_in};
use crate::meeting::view;
use crate::room::{Answer, Clips, Incoming, RoomFault};
use crate::terms::clip::Prerecorded;
use crate::terms::ids::{Millis, RequestId};
use crate::wire::http::{HandedIn as Received, ProblemCode};

/// A statement: a quarter of an hour of 64 kbit/s, with room for pages, at 128 kbit/s or faster.
const STATEMENT: Bounds =
    Bounds { bytes_max: 8 << 20, within: Duration::from_secs(10), bytes_a_second: 16 * 1_024 };

/// Answers `PUT /as/<link>/api/prerecorded/<session>/<request>`: Opus in Ogg, in frames of 20 ms.
pub async fn hand_in(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session, request)): Path<(String, String, String)>,
    call: Request,
) -> Result<Json<Received>, Refused> {
    same_origin(&gateway, call.headers())?;
    let person = recognise_within(&gateway, &gateway.givers, call.headers(), &link)?;
    let room = room_of(&gateway, &session)?;
    let request: RequestId = request.parse().map_err(|_| nothing())?;
    // Nothing is read of what would not be taken.
    let meeting = meeting_of(&room).await?;
    let known = meeting.roster.person(&person).ok_or_else(no_session)?;
    may_hand_in(&meeting, &person, &request).map_err(|refusal| not_taken(&refusal))?;
    let delegation = known.delegation.as_ref().ok_or_else(nothing)?;
    let _place = gateway.uploads.begin(delegation).await.map_err(no_place)?;
    let (sound, length_ms) = take_in(&gateway.clips, Coming::of(call.into_body(), STATEMENT)).await?;
    let statement = |clip| Prerecorded { clip, length_ms };
    let given = |clip| Housekeeping::Prerecorded(HandedIn { person, request, statement: statement(clip) });
    let answer = gateway.clips.hand_in(&room, sound, given).await;
    match answer.map_err(|fault| not_stored(&fault))? {
        Answer::Done(_) => Ok(Json(Received { length_ms })),
        Answer::Refused(refusal) => Err(not_taken(&refusal)),
        Answer::NotStored | Answer::Busy => Err(unavailable()),
    }
}

/// Answers `GET /as/<link>/api/prerecorded/<session>/<request>`, for those who may listen ahead.
pub async fn listen_ahead(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session, request)): Path<(String, String, String)>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let person = recognise_in_time(&gateway, &headers, &link)?;
    let meeting = meeting_of(&room_of(&gateway, &session)?).await?;
    let request: RequestId = request.parse().map_err(|_| nothing())?;
    let known = meeting.roster.person(&person).ok_or_else(no_session)?;
    let statement = view::preview(&meeting, known, &request).ok_or_else(nothing)?;
    let (clips, clip) = (&gateway.clips, &statement.clip);
    let length = clips.length(clip).await.map_err(|fault| not_stored(&fault))?.ok_or_else(unavailable)?;
    let asking = Asking { method: &method, headers: &headers };
    // A clip is named by what it holds.
    let sent = asking.sent(MIME, clip.as_str(), length)?;
    let part = sent.from..sent.from + sent.bytes;
    let pieces = clips.read(clip, part).await.map_err(|fault| not_stored(&fault))?.ok_or_else(unavailable)?;
    Ok(asking.answer(sent, pieces))
}

/// Takes a statement in, piece by piece as it comes, and tells how long it is. What is no statement is heard out, so that
/// whoever sends it hears why, and is not kept.
async fn take_in(clips: &Clips, mut coming: Coming) -> Result<(Incoming, Millis), Refused> {
    let mut sound = clips.begin().await.map_err(|fault| not_stored(&fault))?;
    let (mut taken, mut read) = (Taken::default(), Ok(()));
    while let Some(piece) = coming.piece().await.map_err(not_whole)? {
        if read.is_ok() {
            read = taken.take(&piece, drop);
            sound.write(piece).await.map_err(|fault| not_stored(&fault))?;
        }
    }
    let length_ms = read.and_then(|()| taken.end()).map_err(|fault| not_sound(&fault))?;
    Ok((sound, length_ms))
}

fn not_sound(fault: &NotClip) -> Refused {
    let wanted = match fault {
        NotClip::Damaged(_) => "send it again, whole and with nothing behind it",
        NotClip::Unreadable(_) | NotClip::NotOpus | NotClip::OtherFrames => {
            "send one stream of Opus in Ogg, in frames of 20 ms"
        }
    };
    let remedy = format!("the sound {fault}; {wanted}");
    problem(StatusCode::UNPROCESSABLE_ENTITY, ProblemCode::NotSound, &remedy)
}

fn no_place(why: NoPlace) -> Refused {
    match why {
        NoPlace::OfOne => {
            let remedy =
                "your delegation hands in two statements at this moment; wait until they have come in";
            problem(StatusCode::TOO_MANY_REQUESTS, ProblemCode::TooFast, remedy)
        }
        NoPlace::AtAll => {
            let remedy = "many hand in statements at this moment; try again in a minute";
            problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
        }
    }
}

fn not_whole(why: NotWhole) -> Refused {
    why.told((ProblemCode::NotSound, "send at most 8 MiB"))
}

fn nothing() -> Refused {
    let remedy = "there is no pre-recorded statement here that you may hear";
    problem(StatusCode::NOT_FOUND, ProblemCode::NothingRecorded, remedy)
}

fn not_stored(fault: &RoomFault) -> Refused {
    tracing::error!(%fault, "a pre-recorded statement was not stored or read");
    unavailable()
}
