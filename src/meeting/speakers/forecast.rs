//! When a waiting request may honestly expect the floor: a range, never a promise.

use super::List;
use crate::meeting::ids::{Millis, Moment, RequestId};
use crate::meeting::programme::Phase;
use crate::meeting::{Meeting, floor};

/// Share of its time, in percent, that a short statement takes: the early end of the range (default; from
/// practice, no public source).
const SHORT_TURN_PERCENT: Millis = 60;
/// Time between two turns for the chair's words: counted at the late end of the range (default).
const CHANGEOVER_MS: Millis = 20_000;

/// Earliest and latest moment at which a request may get the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expectation {
    /// If everyone before is brief.
    pub earliest_ms: Moment,
    /// If everyone before takes all their time.
    pub latest_ms: Moment,
}

/// Expectations of the requests waiting on a list, in order. None are given unless the session is open: nobody
/// knows then.
///
/// They depend on the state alone, never on the time of asking, so all audiences and every replay agree.
pub(in crate::meeting) fn expectations(meeting: &Meeting, list: &List) -> Vec<(RequestId, Expectation)> {
    if meeting.programme.phase != Phase::Open {
        return Vec::new();
    }
    let mut next = floor_free(meeting);
    let mut expected = Vec::with_capacity(list.queue.len());
    for id in &list.queue {
        let Some(entry) = meeting.speakers.request(id) else { continue };
        expected.push((id.clone(), next));
        next.earliest_ms += entry.request.turn_ms * SHORT_TURN_PERCENT / 100;
        next.latest_ms += entry.request.turn_ms + CHANGEOVER_MS;
    }
    expected
}

/// When the turn in progress is over, or since when nobody has the floor.
fn floor_free(meeting: &Meeting) -> Expectation {
    match &meeting.floor.current {
        Some(floor::Current { began_at_ms, limit_ms, .. }) => Expectation {
            earliest_ms: began_at_ms + limit_ms * SHORT_TURN_PERCENT / 100,
            latest_ms: began_at_ms + limit_ms + CHANGEOVER_MS,
        },
        None => {
            let since_ms = meeting.floor.free_since_ms.max(meeting.programme.since_ms);
            Expectation { earliest_ms: since_ms, latest_ms: since_ms + CHANGEOVER_MS }
        }
    }
}
