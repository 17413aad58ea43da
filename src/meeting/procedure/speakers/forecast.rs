//! When a waiting request may honestly expect the floor: a range, never a promise.

use super::{Entry, List};
use crate::meeting::Meeting;
use crate::meeting::procedure::programme::Phase;
use crate::terms::ids::{Millis, Moment};

/// Share of its time, in percent, that a short statement takes: the early end of the range (default; from
/// practice, no public source).
const SHORT_TURN_PERCENT: Millis = 60;
/// Time between two turns for the chair's words: counted at the late end of the range (default).
const CHANGEOVER_MS: Millis = 20_000;

/// Shortest speaking time that a cut is proposed to.
const CUT_MS_MIN: Millis = 60_000;
/// Cuts are proposed to whole and half minutes.
const CUT_STEP_MS: Millis = 30_000;

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

/// Whether a bound is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// Even if everyone takes all their time.
    Surely,
    /// If everyone is brief.
    Perhaps,
    /// Not even then.
    No,
}

impl Kept {
    /// Whether a list that is over in a range is over by a bound.
    fn of(finish: Expectation, until_ms: Moment) -> Self {
        if finish.latest_ms <= until_ms {
            Self::Surely
        } else if finish.earliest_ms <= until_ms {
            Self::Perhaps
        } else {
            Self::No
        }
    }
}

/// Whether a list will be over in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlook {
    /// When the last who waits has spoken.
    pub finish: Expectation,
    /// Whether that is before the session's planned end.
    pub session: Kept,
    /// When the first of the booths leaves, and whether it is before that.
    pub booths: Option<(Moment, Kept)>,
    /// The longest speaking time that keeps both bounds surely, where one of them is not and a cut would do: whole and
    /// half minutes, at least one minute. The turn in progress is not cut.
    pub cut_ms: Option<Millis>,
}

/// The outlook of a list; none where nobody waits, or the session is not open.
pub(in crate::meeting) fn outlook(meeting: &Meeting, list: &List) -> Option<Outlook> {
    let charter = meeting.charter.as_ref()?;
    if meeting.programme.phase != Phase::Open || list.queue.is_empty() {
        return None;
    }
    let waiting: Vec<&Entry> = list.queue.iter().filter_map(|id| meeting.speakers.request(id)).collect();
    let start = floor_free(meeting);
    // Each turn brings the changeover before the next; the last needs none.
    let latest_ms = |cut_ms: Millis| {
        let turns = waiting.iter().map(|entry| {
            let own_ms = entry.request.turn_ms - entry.extra_ms;
            own_ms.min(cut_ms) + entry.extra_ms + CHANGEOVER_MS
        });
        start.latest_ms + turns.sum::<Millis>() - CHANGEOVER_MS
    };
    let brief = waiting.iter().map(|entry| entry.request.turn_ms * SHORT_TURN_PERCENT / 100);
    let finish = Expectation {
        earliest_ms: start.earliest_ms + brief.sum::<Millis>(),
        latest_ms: latest_ms(Millis::MAX),
    };
    let (booths_until_ms, ends_at_ms) = (charter.booths_until_ms(), meeting.ends_at_ms()?);
    let until_ms = booths_until_ms.map_or(ends_at_ms, |at| at.min(ends_at_ms));
    let longest_ms = waiting.iter().map(|entry| entry.request.turn_ms - entry.extra_ms).max().unwrap_or(0);
    let shorter = || (CUT_MS_MIN / CUT_STEP_MS..=(longest_ms - 1) / CUT_STEP_MS).rev();
    let cut = || shorter().map(|steps| steps * CUT_STEP_MS).find(|cut_ms| latest_ms(*cut_ms) <= until_ms);
    Some(Outlook {
        finish,
        session: Kept::of(finish, ends_at_ms),
        booths: booths_until_ms.map(|at_ms| (at_ms, Kept::of(finish, at_ms))),
        cut_ms: if finish.latest_ms <= until_ms { None } else { cut() },
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
