//! Pre-recorded statements as they are seen before the floor hears them: that there is one, and who may listen to it.
//!
//! Seen: `prerecorded` by `booths`, who may listen to it before the floor does. Its delegation reads of it on its own
//! lists.

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::statements::{prepares, texts};
use crate::terms::clip::Prerecorded;
use crate::terms::ids::{Millis, Moment, RequestId};
use crate::terms::people::Person;

/// That the statement of a request was recorded ahead, before it is heard to its end. The id is the request's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PrerecordedView {
    /// Of which request.
    pub id: RequestId,
    /// How long it is.
    pub length_ms: Millis,
    /// When it was received.
    pub at_ms: Moment,
}

/// The statement of a request, confidential still; none once the floor has heard it.
fn held<'a>(meeting: &'a Meeting, request: &RequestId) -> Option<&'a (Moment, Prerecorded)> {
    let entry = meeting.speakers.request(request)?;
    meeting.prerecorded.of(request).filter(|_| !texts::is_delivered(entry))
}

pub(in crate::meeting) fn prerecorded(meeting: &Meeting, request: &RequestId) -> Option<PrerecordedView> {
    let (at_ms, statement) = held(meeting, request)?;
    Some(PrerecordedView { id: request.clone(), length_ms: statement.length_ms, at_ms: *at_ms })
}

/// The statement of a request, for those who may listen to it ahead: who may speak for the delegation, and all who see
/// that there is one. Interpreters prepare for it, technicians check its level, and the desk decides on it.
pub fn preview<'a>(meeting: &'a Meeting, person: &Person, request: &RequestId) -> Option<&'a Prerecorded> {
    let may = prepares(meeting.speakers.request(request)?, person);
    held(meeting, request).filter(|_| may).map(|(_, statement)| statement)
}
