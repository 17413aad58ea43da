//! The session's time and title as the secretariat changes them while the conference runs. What the conference file says
//! stays beneath, so a file that is read again loses none of it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::charter::Charter;
use super::ids::{Language, Millis, Moment, Wording};
use super::programme::{self, Phase};
use super::refusal::{self, Field, Refusal};
use super::{Meeting, event, limits, text};

/// What a participant may ask of the session's time and title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "ScheduleCommand"), schemars(rename = "ScheduleCommand"))]
pub enum Command {
    /// Change the planned beginning and end. The beginning only before the session is opened, the end until it is
    /// closed. It ends a delay whose length was to be announced.
    RescheduleSession {
        /// Planned beginning; as it is where only the end changes.
        starts_at_ms: Moment,
        /// Planned end, 5 minutes to 24 hours after it.
        ends_at_ms: Moment,
        /// Why, for all to read. At most 300 characters; may be empty.
        reason: String,
        /// Version of the session's schedule that the sender saw; another version refuses the change. Null: whatever
        /// it is.
        version: Option<u32>,
    },
    /// Tell all that the session does not begin as planned, and that the time will be announced.
    DelaySession {
        /// Why, for all to read. At most 300 characters; may be empty.
        reason: String,
        /// As in `reschedule_session`.
        version: Option<u32>,
    },
    /// Correct the session's title, in one language.
    CorrectTitle {
        /// In which of the session's languages.
        language: Language,
        /// The title, 1 to 400 characters.
        title: String,
        /// As in `reschedule_session`.
        version: Option<u32>,
    },
}

/// What happened to the session's time or title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// Planned beginning and end were set.
    SessionRescheduled {
        /// Beginning.
        starts_at_ms: Moment,
        /// End.
        ends_at_ms: Moment,
        /// Why; may be empty.
        reason: String,
    },
    /// The session does not begin as planned; when is to be announced.
    SessionDelayed {
        /// Why; may be empty.
        reason: String,
    },
    /// The title was corrected.
    TitleCorrected {
        /// In which language.
        language: Language,
        /// The title.
        title: String,
    },
}

/// When a session is to begin and to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// Planned beginning.
    pub starts_at_ms: Moment,
    /// Planned end.
    pub ends_at_ms: Moment,
}

/// What the secretariat has changed of a session's time, as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Rescheduled {
    /// Beginning by the conference file.
    pub was_starts_at_ms: Moment,
    /// End by the conference file.
    pub was_ends_at_ms: Moment,
    /// Whether the session is delayed and its time is to be announced.
    pub delayed: bool,
    /// Why, until the session has begun, or since its end was changed; may be empty.
    pub reason: String,
}

/// The session's time and title as they are now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Title in each language.
    pub title: Wording,
    /// When it is to begin and to end.
    pub times: Times,
    /// What is not as in the conference file; none if all is.
    pub rescheduled: Option<Rescheduled>,
}

impl Planned {
    /// Whether the session's time is to be announced.
    pub fn is_delayed(&self) -> bool {
        self.rescheduled.as_ref().is_some_and(|changed| changed.delayed)
    }
}

/// All that was changed since the conference file was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    times: Option<Times>,
    title: Wording,
    delayed: bool,
    reason: String,
    /// How often it was changed.
    pub version: u32,
}

impl State {
    /// A charter's time and title, with what was changed of them.
    pub fn planned(&self, charter: &Charter) -> Planned {
        let plan = &charter.session;
        let by_file = Times { starts_at_ms: plan.starts_at_ms, ends_at_ms: plan.ends_at_ms };
        let times = self.times.unwrap_or(by_file);
        let mut title = plan.title.clone();
        title.0.extend(self.title.0.clone());
        let rescheduled = (self.delayed || times != by_file).then(|| Rescheduled {
            was_starts_at_ms: by_file.starts_at_ms,
            was_ends_at_ms: by_file.ends_at_ms,
            delayed: self.delayed,
            reason: self.reason.clone(),
        });
        Planned { title, times, rescheduled }
    }

    pub(super) fn evolve(&mut self, event: &Event) {
        match event {
            Event::SessionRescheduled { starts_at_ms, ends_at_ms, reason } => {
                self.times = Some(Times { starts_at_ms: *starts_at_ms, ends_at_ms: *ends_at_ms });
                (self.delayed, self.reason) = (false, reason.clone());
            }
            Event::SessionDelayed { reason } => (self.delayed, self.reason) = (true, reason.clone()),
            Event::TitleCorrected { language, title } => {
                self.title.0.insert(language.clone(), title.clone());
            }
        }
        self.version += 1;
    }

    /// A session that has begun is delayed no more, and one that is over has no end to explain.
    pub(super) fn follow_session(&mut self, event: &programme::Event) {
        match event {
            programme::Event::SessionOpened {}
            | programme::Event::SessionClosed { .. }
            | programme::Event::SessionAdjourned {} => {
                (self.delayed, self.reason) = (false, String::new());
            }
            programme::Event::SessionConvened { .. }
            | programme::Event::CharterRevised { .. }
            | programme::Event::SessionSuspended { .. }
            | programme::Event::SessionReopened { .. }
            | programme::Event::SessionResumed {} => {}
        }
    }
}

impl Meeting {
    /// The planned end; none before the session was convened.
    pub(super) fn ends_at_ms(&self) -> Option<Moment> {
        Some(self.planned.as_ref()?.times.ends_at_ms)
    }

    /// Takes the session's time and title anew from the charter and what was changed of them.
    pub(super) fn take_plan(&mut self) {
        let planned = self.charter.as_ref().map(|charter| Arc::new(self.schedule.planned(charter)));
        // One that says the same stays the same, so that who compares finds nothing new.
        if planned != self.planned {
            self.planned = planned;
        }
    }
}

pub(super) fn decide(meeting: &Meeting, command: &Command) -> Result<Vec<event::Event>, Refusal> {
    let event = match command {
        Command::RescheduleSession { starts_at_ms, ends_at_ms, reason, version } => {
            let planned = changeable(meeting, *version)?;
            let times = Times { starts_at_ms: *starts_at_ms, ends_at_ms: *ends_at_ms };
            reschedule(meeting, planned, times, reason)?
        }
        Command::DelaySession { reason, version } => {
            changeable(meeting, *version)?;
            meeting.programme.require(&[Phase::Scheduled])?;
            let reason = refusal::text(text::Kind::Lines, Field::Reason, reason, limits::REASON_CHARS_MAX)?;
            let same = meeting.schedule.delayed && meeting.schedule.reason == reason;
            (!same).then_some(Event::SessionDelayed { reason })
        }
        Command::CorrectTitle { language, title, version } => {
            let planned = changeable(meeting, *version)?;
            if !meeting.languages().contains(language) {
                return Err(Refusal::Unknown { field: Field::Language });
            }
            let title =
                refusal::worded(text::Kind::Line, Field::Title, title, limits::SESSION_TITLE_CHARS_MAX)?;
            let same = planned.title.0.get(language) == Some(&title);
            (!same).then(|| Event::TitleCorrected { language: language.clone(), title })
        }
    };
    Ok(event.into_iter().map(event::Event::Schedule).collect())
}

/// The session's time and title, as the sender saw them.
fn changeable(meeting: &Meeting, seen: Option<u32>) -> Result<&Planned, Refusal> {
    let planned = meeting.planned.as_deref().ok_or(Refusal::NotInSession {})?;
    let version = meeting.schedule.version;
    if seen.is_some_and(|seen| seen != version) {
        return Err(Refusal::StaleSchedule { version });
    }
    if version >= limits::SCHEDULE_CHANGES_MAX {
        return Err(Refusal::Full { max: limits::SCHEDULE_CHANGES_MAX });
    }
    Ok(planned)
}

fn reschedule(
    meeting: &Meeting,
    planned: &Planned,
    times: Times,
    reason: &str,
) -> Result<Option<Event>, Refusal> {
    let phase = &meeting.programme;
    phase.require(&[Phase::Scheduled, Phase::Open, Phase::Suspended])?;
    if times.starts_at_ms != planned.times.starts_at_ms {
        phase.require(&[Phase::Scheduled])?;
    }
    within_bounds(meeting, times)?;
    let reason = refusal::text(text::Kind::Lines, Field::Reason, reason, limits::REASON_CHARS_MAX)?;
    // Where all is as in the file, there is nothing that a reason could explain.
    let explained = planned.rescheduled.is_none() || meeting.schedule.reason == reason;
    let same = times == planned.times && !meeting.schedule.delayed && explained;
    let Times { starts_at_ms, ends_at_ms } = times;
    Ok((!same).then_some(Event::SessionRescheduled { starts_at_ms, ends_at_ms, reason }))
}

/// The clock is not asked: a conference of another date is rehearsed with its own file.
fn within_bounds(meeting: &Meeting, times: Times) -> Result<(), Refusal> {
    let Some(charter) = &meeting.charter else { return Ok(()) };
    let by_file_ms = charter.session.starts_at_ms;
    let by = limits::SESSION_MOVED_BY_MS_MAX;
    let (earliest_ms, latest_ms) = (by_file_ms.saturating_sub(by), by_file_ms.saturating_add(by));
    if !(earliest_ms..=latest_ms).contains(&times.starts_at_ms) {
        return Err(Refusal::SessionTooFar { earliest_ms, latest_ms });
    }
    let (min_ms, max_ms): (Millis, Millis) = (limits::SESSION_MS_MIN, limits::SESSION_MS_MAX);
    let length_ms = times.ends_at_ms.saturating_sub(times.starts_at_ms);
    if !(min_ms..=max_ms).contains(&length_ms) {
        return Err(Refusal::SessionLength { min_ms, max_ms });
    }
    Ok(())
}

pub(super) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let made = meeting.charter.as_ref().map(|charter| meeting.schedule.planned(charter));
    let scheduled = meeting.programme.phase == Phase::Scheduled;
    Meeting::first_broken(&[
        (
            meeting.planned.as_deref() == made.as_ref(),
            "time and title are not the charter's with what was changed",
        ),
        (scheduled || !meeting.schedule.delayed, "a session that has begun is delayed"),
    ])
}
