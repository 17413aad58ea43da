//! The host's clocks, by the rules of time zones that this server has: clients are told the offsets and need no rules.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use crate::conference::ConferencePlan;
use crate::terms::host_clock::{HostClock, UtcOffset};
use crate::terms::ids::Moment;

/// How long before the programme and the present offsets are told, and how long after.
const AROUND_MS: Moment = 2 * 366 * 86_400_000;
/// Most offsets that are told: no zone has changed its clocks so often in so long.
const OFFSETS_MAX: usize = 256;

/// The clocks of the host of a programme, from two years before it to two years after it, and as much around now.
pub fn of(plan: Option<&ConferencePlan>, now_ms: Moment) -> HostClock {
    let time_zone = plan.map_or("UTC", |plan| plan.time_zone.as_str());
    let programme = || plan.into_iter().flat_map(ConferencePlan::programme);
    let starts = programme().map(|session| session.starts_at_ms).chain([now_ms]).min();
    let ends = programme().map(|session| session.ends_at_ms).chain([now_ms]).max();
    let (first_ms, last_ms) = (
        starts.unwrap_or(now_ms).saturating_sub(AROUND_MS),
        ends.unwrap_or(now_ms).saturating_add(AROUND_MS),
    );
    // The conference file was read by the same name.
    let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
    HostClock { time_zone: time_zone.to_owned(), utc_offsets: offsets(&zone, first_ms, last_ms) }
}

fn offsets(zone: &TimeZone, first_ms: Moment, last_ms: Moment) -> Vec<UtcOffset> {
    let begin = Timestamp::from_millisecond(first_ms).unwrap_or(Timestamp::MIN);
    let of = |from_ms, offset: Offset| UtcOffset { from_ms, offset_ms: i64::from(offset.seconds()) * 1_000 };
    let mut told = vec![of(first_ms, zone.to_offset(begin))];
    let changes =
        zone.following(begin).map(|change| of(change.timestamp().as_millisecond(), change.offset()));
    // A change of the name alone moves no clock.
    for change in changes.take_while(|change| change.from_ms <= last_ms).take(OFFSETS_MAX) {
        if told.last().is_none_or(|last| last.offset_ms != change.offset_ms) {
            told.push(change);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR_MS: i64 = 3_600_000;

    fn told(zone: &str, from: &str, to: &str) -> Vec<(String, i64)> {
        let moment = |written: &str| written.parse::<Timestamp>().unwrap().as_millisecond();
        let zone = TimeZone::get(zone).unwrap();
        let written = |at_ms| Timestamp::from_millisecond(at_ms).unwrap().to_string();
        offsets(&zone, moment(from), moment(to))
            .into_iter()
            .map(|offset| (written(offset.from_ms), offset.offset_ms / HOUR_MS))
            .collect()
    }

    #[test]
    fn each_change_of_the_clocks_is_told_in_order() {
        let year = told("Asia/Beirut", "2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z");
        let expected =
            [("2021-01-01T00:00:00Z", 2), ("2021-03-27T22:00:00Z", 3), ("2021-10-30T21:00:00Z", 2)];
        assert_eq!(year, expected.map(|(from, hours)| (from.to_owned(), hours)));
    }

    #[test]
    fn a_zone_that_never_changes_has_one_offset() {
        assert_eq!(told("UTC", "2021-01-01T00:00:00Z", "2031-01-01T00:00:00Z").len(), 1);
        let qatar = told("Asia/Qatar", "2021-01-01T00:00:00Z", "2031-01-01T00:00:00Z");
        assert_eq!(qatar, [("2021-01-01T00:00:00Z".to_owned(), 3)]);
    }
}
