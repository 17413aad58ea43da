//! When a waiting request may honestly expect the floor: a range, never a promise.

use super::{Entry, List};
use crate::meeting::Meeting;
use crate::meeting::ids::{Millis, Moment};
use crate::meeting::programme::Phase;

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

/// The requests waiting on a list, in order, each with its expectation. There are no expectations unless the
/// session is open: nobody knows then.
///
/// They depend on the state alone, never on the time of asking, so all audiences and every replay agree.
pub(in crate::meeting) fn expectations<'a>(
    meeting: &'a Meeting,
    list: &'a List,
) -> impl Iterator<Item = (&'a Entry, Option<Expectation>)> {
    let open = meeting.programme.phase == Phase::Open;
    let mut next = floor_free(meeting);
    list.queue.iter().filter_map(|id| meeting.speakers.request(id)).map(move |entry| {
        let expected = next;
        next.earliest_ms += entry.request.turn_ms * SHORT_TURN_PERCENT / 100;
        next.latest_ms += entry.request.turn_ms + CHANGEOVER_MS;
        (entry, open.then_some(expected))
    })
}

/// When the turn in progress is over, or since when nobody has the floor. Time for which the clock stood still is
/// no time spoken.
fn floor_free(meeting: &Meeting) -> Expectation {
    match &meeting.floor.current {
        Some(current) => {
            let began_at_ms =
                current.clock.running_since_ms.unwrap_or(current.began_at_ms) - current.clock.spent_ms;
            Expectation {
                earliest_ms: began_at_ms + current.clock.limit_ms * SHORT_TURN_PERCENT / 100,
                latest_ms: began_at_ms + current.clock.limit_ms + CHANGEOVER_MS,
            }
        }
        None => {
            let since_ms = meeting.floor.free_since_ms.max(meeting.programme.since_ms);
            Expectation { earliest_ms: since_ms, latest_ms: since_ms + CHANGEOVER_MS }
        }
    }
}
