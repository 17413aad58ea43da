//! How a delegation stands on a list: what its floor button says.
//!
//! Seen: `standing` by its `delegation`, with the reason if it was declined.

use serde::{Deserialize, Serialize};

use super::{ExpectationView, PrerecordedView, ReceiptView};
use crate::meeting::ids::{ListId, Moment, RequestId, TurnId};
use crate::meeting::speakers::RequestState;

/// How one's own delegation stands on a list: what the floor button says. The id is the list's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct StandingView {
    /// Which list.
    pub id: ListId,
    /// What the delegation is on it.
    pub state: StandingState,
    /// Its request, while it waits or is heard.
    pub request: Option<RequestId>,
    /// Its place in the queue, 1 for the head, while it waits.
    pub place: Option<u16>,
    /// When it may expect the floor, where that can be said.
    pub expected: Option<ExpectationView>,
    /// Its turn, while it is heard.
    pub turn: Option<TurnId>,
    /// How its last request before this one ended.
    pub last: Option<PastRequest>,
    /// Texts of its statement that were received ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub texts: Option<Vec<ReceiptView>>,
    /// Its pre-recorded statement, if one was received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub prerecorded: Option<PrerecordedView>,
}

/// What a delegation is on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StandingState {
    /// The session is over.
    SessionClosed,
    /// The list takes no requests.
    ListClosed,
    /// It may ask for the floor.
    MayAsk,
    /// It is inscribed for a session that is not open yet.
    Inscribed,
    /// It waits.
    OnList,
    /// It waits for the next sitting: the meeting is adjourned and its place is kept.
    CarriedOver,
    /// It is the next, or was called to stand by.
    StandBy,
    /// It has the floor.
    OnFloor,
    /// It has the floor and the meeting is suspended.
    Suspended,
}

/// How a request ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PastRequest {
    /// Which request.
    pub request: RequestId,
    /// Its end.
    pub state: RequestState,
    /// When.
    pub since_ms: Moment,
    /// Why it was declined; empty otherwise.
    pub reason: String,
}
