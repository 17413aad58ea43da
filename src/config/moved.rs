//! A programme moved to other days, hour by hour as it was.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use crate::conference::plan::ConferencePlan;
use crate::terms::ids::Moment;

/// By how much a programme was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Its first day as the file has it.
    pub from: Date,
    /// Its first day now.
    pub to: Date,
}

impl ConferencePlan {
    /// Moves the whole programme so that its first day is that on which a moment falls by the host's clock. Each session and
    /// inscription keeps its hour. None where nothing was moved, because it begins on that day already or has no day.
    pub fn begin_on_day_of(&mut self, moment_ms: Moment) -> Option<Moved> {
        let zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        let from = *self.days.first()?;
        let to = zone.to_datetime(Timestamp::from_millisecond(moment_ms).ok()?).date();
        let days = from.until(to).ok()?.get_days();
        if days == 0 {
            return None;
        }
        let day = |day: Date| day.checked_add(days.days()).unwrap_or(day);
        let moment = |at_ms: Moment| {
            let Ok(at) = Timestamp::from_millisecond(at_ms) else { return at_ms };
            let local = zone.to_datetime(at);
            // An hour that the clocks skip on that day is as much later.
            let there = zone.to_timestamp(day(local.date()).to_datetime(local.time()));
            there.map_or(at_ms, Timestamp::as_millisecond)
        };
        self.days.iter_mut().for_each(|of| *of = day(*of));
        for session in &mut self.sessions {
            let plan = &mut session.plan;
            (plan.starts_at_ms, plan.ends_at_ms) = (moment(plan.starts_at_ms), moment(plan.ends_at_ms));
        }
        for list in &mut self.lists {
            list.opens_at_ms = list.opens_at_ms.map(moment);
            list.closes_at_ms = list.closes_at_ms.map(moment);
        }
        Some(Moved { from, to })
    }
}
