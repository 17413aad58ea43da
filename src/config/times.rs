//! Reads times: dates, local times of the host's zone, and lengths of time.

use std::ops::RangeInclusive;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

use super::reader::Field;
use super::suggestion;
use crate::terms::ids::{Millis, Moment};

impl Field<'_> {
    /// A time zone by its IANA name.
    pub(super) fn time_zone(&self) -> Option<TimeZone> {
        let name = self.one_line(64)?;
        let zone =
            TimeZone::get(name).ok().filter(|zone| zone.iana_name() == Some(name) && !zone.is_unknown());
        if zone.is_none() {
            let names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
            let remedy = suggestion::one_of(name, "IANA names", names.iter().map(String::as_str));
            self.fault(format!("`{}` is no time zone", name.escape_debug()), remedy);
        }
        zone
    }

    /// A day without a time.
    pub(super) fn day(&self) -> Option<Date> {
        let written = self.value.as_datetime().filter(|it| it.time.is_none() && it.offset.is_none());
        let day = written.and_then(|it| it.date).and_then(civil_date);
        if day.is_none() {
            self.fault("a day is wanted", "write it without quotes and without a time: 2021-02-24");
        }
        day
    }

    /// A moment, written as the local time of the host, with the day it falls on.
    pub(super) fn local_moment(&self, zone: &TimeZone) -> Option<(Moment, Date)> {
        const EXAMPLE: &str =
            "write the host's local time, without quotes and without Z or +02:00: 2021-02-24T10:00:00";
        let Some(written) = self.value.as_datetime() else {
            self.fault("a date and time is wanted", EXAMPLE);
            return None;
        };
        let Some(local) = civil_date_time(written) else {
            self.fault("a date and time is wanted", EXAMPLE);
            return None;
        };
        let moment = zone.to_ambiguous_timestamp(local);
        match (moment.offset(), written.offset) {
            (AmbiguousOffset::Fold { before, after }, Some(given)) => {
                let offset = [before, after].into_iter().find(|known| is_same(*known, given));
                if offset.is_none() {
                    self.fault("has another offset from UTC than the host's clock", twice(before, after));
                }
                let timestamp = offset?.to_timestamp(local).ok()?;
                return Some((timestamp.as_millisecond(), local.date()));
            }
            (AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Gap { .. }, Some(_)) => {
                self.fault("has an offset from UTC", EXAMPLE);
                return None;
            }
            (AmbiguousOffset::Unambiguous { .. }, None) => {}
            (AmbiguousOffset::Gap { .. }, None) => {
                self.fault(
                    "does not exist: the clocks go forward over it",
                    "choose a time outside that hour",
                );
                return None;
            }
            (AmbiguousOffset::Fold { before, after }, None) => {
                self.fault("comes twice: the clocks go back over it", twice(before, after));
                return None;
            }
        }
        moment.unambiguous().ok().map(|timestamp| (timestamp.as_millisecond(), local.date()))
    }

    /// A time of day, such as `"17:45"`.
    pub(super) fn time_of_day(&self) -> Option<Time> {
        let time = self.value.as_str().and_then(parsed_time_of_day);
        if time.is_none() {
            self.fault("a time of day is wanted", "write the host's hours and minutes in quotes: \"17:45\"");
        }
        time
    }

    /// A length of time such as `"3 min"`, `"90 s"` or `"1 h 30 min"`, in milliseconds.
    pub(super) fn duration(&self, range: RangeInclusive<Millis>) -> Option<Millis> {
        const EXAMPLE: &str = "\"3 min\", \"90 s\" or \"1 h 30 min\"";
        if let Some(number) = self.value.as_integer() {
            let remedy = format!("say of what: \"{number} min\" or \"{number} s\"");
            self.fault("a length of time is wanted, not a bare number", remedy);
            return None;
        }
        let Some(text) = self.value.as_str() else {
            self.wrong_type("a length of time", EXAMPLE);
            return None;
        };
        let Some(millis) = parsed_duration(text) else {
            let wrong = "is no length of time";
            self.fault(wrong, format!("write whole numbers with the units h, min and s: {EXAMPLE}"));
            return None;
        };
        if !range.contains(&millis) {
            let (least, most) = (range.start() / 1_000, range.end() / 60_000);
            self.fault("is out of range", format!("write from {least} s to {most} min"));
            return None;
        }
        Some(millis)
    }
}

/// What to do about a time that comes twice.
fn twice(before: Offset, after: Offset) -> String {
    let [first, second] = [before, after].map(offset);
    format!(
        "choose a time outside that hour, or write {first} behind it for the first and {second} for the second"
    )
}

/// An offset from UTC as TOML writes it: `+02:00`.
pub(super) fn offset(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn is_same(known: Offset, given: toml::value::Offset) -> bool {
    match given {
        toml::value::Offset::Z => known == Offset::UTC,
        toml::value::Offset::Custom { minutes } => known.seconds() == i32::from(minutes) * 60,
    }
}

/// A text of two digits, a colon and two digits.
fn parsed_time_of_day(text: &str) -> Option<Time> {
    let (hours, minutes) = text.split_once(':')?;
    let two = |digits: &str| {
        let plain = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| plain)
    };
    Time::new(two(hours)?, two(minutes)?, 0, 0).ok()
}

/// Milliseconds of a text of whole numbers, each with its unit.
fn parsed_duration(text: &str) -> Option<Millis> {
    let mut rest = text.trim();
    if rest.is_empty() {
        return None;
    }
    let mut total: Millis = 0;
    while !rest.is_empty() {
        let (number, tail) = rest.split_at_checked(rest.bytes().take_while(u8::is_ascii_digit).count())?;
        let tail = tail.trim_start();
        let (unit, tail) = tail.split_at_checked(tail.bytes().take_while(u8::is_ascii_alphabetic).count())?;
        let unit_ms: Millis = match unit {
            "ms" => 1,
            "s" => 1_000,
            "min" => 60_000,
            "h" => 3_600_000,
            _ => return None,
        };
        total = number.parse::<Millis>().ok()?.checked_mul(unit_ms)?.checked_add(total)?;
        rest = tail.trim_start();
    }
    Some(total)
}

fn civil_date(date: toml::value::Date) -> Option<Date> {
    Date::new(date.year.try_into().ok()?, date.month.try_into().ok()?, date.day.try_into().ok()?).ok()
}

fn civil_date_time(written: &toml::value::Datetime) -> Option<DateTime> {
    let (date, time) = (civil_date(written.date?)?, written.time?);
    let second = time.second.unwrap_or(0).try_into().ok()?;
    let nanosecond = time.nanosecond.unwrap_or(0).try_into().ok()?;
    let time =
        Time::new(time.hour.try_into().ok()?, time.minute.try_into().ok()?, second, nanosecond).ok()?;
    Some(date.to_datetime(time))
}
