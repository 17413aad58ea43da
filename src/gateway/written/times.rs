//! Dates and times of the host, as the client writes them.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::words::Locale;
use crate::terms::ids::Moment;

/// The host's clock.
#[derive(Debug, Clone)]
pub struct Host {
    zone: TimeZone,
    name: String,
}

impl Host {
    /// By the IANA name of its zone.
    pub fn of(name: &str) -> Self {
        // The conference file was read by the same name.
        Self { zone: TimeZone::get(name).unwrap_or(TimeZone::UTC), name: name.to_owned() }
    }

    fn local(&self, at_ms: Moment) -> DateTime {
        self.zone.to_datetime(Timestamp::from_millisecond(at_ms).unwrap_or(Timestamp::UNIX_EPOCH))
    }

    /// A moment's time of day, "10:45".
    pub fn time(&self, at_ms: Moment) -> String {
        let local = self.local(at_ms);
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// A moment's time of day, with the day where that is not the one there is now.
    pub fn moment(&self, locale: Locale, at_ms: Moment, now_ms: Moment) -> String {
        let time = self.time(at_ms);
        if self.one_day(at_ms, now_ms) {
            return time;
        }
        let told = [("day", self.day(locale, at_ms).into()), ("time", time.into())];
        locale.with("schedule-on", &told)
    }

    /// A moment's day in words, "Wednesday 24 February 2021".
    pub fn day(&self, locale: Locale, at_ms: Moment) -> String {
        let date = self.local(at_ms).date();
        let day = locale.with(
            "written-day",
            &[
                ("weekday", date.weekday().to_monday_one_offset().into()),
                ("date", date.day().into()),
                ("month", date.month().into()),
                // As text: figures of a year are not counted.
                ("year", date.year().to_string().into()),
            ],
        );
        // Words and figures of one language stand in its order; kept apart within another message they would not.
        day.replace(['\u{2068}', '\u{2069}'], "")
    }

    /// Whether two moments are of one day.
    pub fn one_day(&self, one_ms: Moment, other_ms: Moment) -> bool {
        self.local(one_ms).date() == self.local(other_ms).date()
    }

    /// The city of the zone, "Beirut".
    pub fn city(&self) -> String {
        self.name.rsplit('/').next().unwrap_or(&self.name).replace('_', " ")
    }
}
