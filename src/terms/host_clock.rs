//! What the clocks of the conference's host show. A meeting knows no time zones: the gateway works the offsets out.

use serde::{Deserialize, Serialize};

use super::ids::{Millis, Moment};

const DAY_MS: Millis = 86_400_000;

/// The host's clocks: how far they are from UTC, and when.
///
/// Told to clients, for a browser may not know the host's zone, or know it by a rule that has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct HostClock {
    /// IANA name of the host's time zone.
    pub time_zone: String,
    /// Offsets from UTC in order of time, each until the next. The first holds before its beginning too. Never empty.
    pub utc_offsets: Vec<UtcOffset>,
}

impl HostClock {
    /// The host's day of a moment, by its number, for comparing.
    pub fn day(&self, at_ms: Moment) -> i64 {
        let begun = self.utc_offsets.iter().rev().find(|offset| offset.from_ms <= at_ms);
        let offset_ms = begun.or(self.utc_offsets.first()).map_or(0, |offset| offset.offset_ms);
        at_ms.saturating_add(offset_ms).div_euclid(DAY_MS)
    }
}

/// An offset from UTC and when it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct UtcOffset {
    /// Since when clocks show it.
    pub from_ms: Moment,
    /// What is added to UTC; negative west of Greenwich.
    pub offset_ms: Millis,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_the_host_s_and_begins_with_its_midnight() {
        const HOUR_MS: i64 = 3_600_000;
        let winter = UtcOffset { from_ms: 0, offset_ms: 2 * HOUR_MS };
        let summer = UtcOffset { from_ms: 10 * DAY_MS, offset_ms: 3 * HOUR_MS };
        let clock = HostClock { time_zone: "Asia/Beirut".to_owned(), utc_offsets: vec![winter, summer] };
        assert_eq!(clock.day(22 * HOUR_MS - 1), 0);
        assert_eq!(clock.day(22 * HOUR_MS), 1);
        assert_eq!(clock.day(20 * DAY_MS - 3 * HOUR_MS), 20);
        // Before all that is told, the first holds.
        assert_eq!(clock.day(-2 * HOUR_MS), 0);
        assert_eq!(clock.day(-2 * HOUR_MS - 1), -1);
    }
}
