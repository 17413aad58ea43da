//! The session's time and title as they change while it lives. The conference decides it, and the sitting follows; what it
//! changed since it gave the charter lies over that.

mod events;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::programme::{self, Phase};
use crate::meeting::Meeting;
use crate::meeting::charter::Charter;
use crate::terms::ids::{Language, Moment, Wording};

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
        /// How often the conference has changed the session; none in a log of a session that counted by itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u32>,
    },
    /// The session does not begin as planned; when is to be announced.
    SessionDelayed {
        /// Why; may be empty.
        reason: String,
        /// As in `SessionRescheduled`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u32>,
    },
    /// The session does not take place.
    SessionCancelled {
        /// Why; may be empty.
        reason: String,
        /// As in `SessionRescheduled`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u32>,
    },
    /// The title was corrected.
    TitleCorrected {
        /// In which language.
        language: Language,
        /// The title.
        title: String,
        /// As in `SessionRescheduled`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u32>,
    },
}

impl Event {
    fn version(&self) -> Option<u32> {
        match self {
            Self::SessionRescheduled { version, .. }
            | Self::SessionDelayed { version, .. }
            | Self::SessionCancelled { version, .. }
            | Self::TitleCorrected { version, .. } => *version,
        }
    }
}

/// When a session is to begin and to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Whether the session does not take place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cancelled: bool,
    /// Why, until the session has begun, or since its end was changed; may be empty.
    pub reason: String,
}

impl Rescheduled {
    /// What is told of a session whose times were `was` and are `now`; none where nothing is to be told.
    pub fn of(was: Times, now: Times, delayed: bool, cancelled: bool, reason: String) -> Option<Self> {
        let Times { starts_at_ms: was_starts_at_ms, ends_at_ms: was_ends_at_ms } = was;
        let changed = delayed || cancelled || was != now;
        changed.then_some(Self { was_starts_at_ms, was_ends_at_ms, delayed, cancelled, reason })
    }
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

    /// Whether the session does not take place.
    pub fn is_cancelled(&self) -> bool {
        self.rescheduled.as_ref().is_some_and(|changed| changed.cancelled)
    }
}

/// All that was changed since the charter was given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    times: Option<Times>,
    title: Wording,
    delayed: bool,
    cancelled: bool,
    reason: String,
    /// How often it was changed.
    pub version: u32,
}

impl State {
    /// The title where it was corrected, by language.
    pub fn corrected_titles(&self) -> impl Iterator<Item = (&Language, &String)> {
        self.title.0.iter()
    }

    /// A charter's time and title, with what was changed of them.
    pub fn planned(&self, charter: &Charter) -> Planned {
        let plan = &charter.session;
        let given = plan.times();
        let (was, times) = (charter.was.unwrap_or(given), self.times.unwrap_or(given));
        let mut title = plan.title.clone();
        title.0.extend(self.title.0.clone());
        let reason = self.reason.clone();
        let rescheduled = Rescheduled::of(was, times, self.delayed, self.cancelled, reason);
        Planned { title, times, rescheduled }
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event) {
        match event {
            Event::SessionRescheduled { starts_at_ms, ends_at_ms, reason, .. } => {
                self.times = Some(Times { starts_at_ms: *starts_at_ms, ends_at_ms: *ends_at_ms });
                (self.delayed, self.cancelled, self.reason) = (false, false, reason.clone());
            }
            Event::SessionDelayed { reason, .. } => {
                (self.delayed, self.cancelled, self.reason) = (true, false, reason.clone());
            }
            Event::SessionCancelled { reason, .. } => {
                (self.delayed, self.cancelled, self.reason) = (false, true, reason.clone());
            }
            Event::TitleCorrected { language, title, .. } => {
                self.title.0.insert(language.clone(), title.clone());
            }
        }
        self.version = event.version().unwrap_or(self.version + 1);
    }

    /// A charter that the conference gave holds the time and the title: nothing lies over them any more.
    pub(in crate::meeting) fn settle(&mut self, charter: &Charter) {
        (self.times, self.title) = (None, Wording::default());
        self.version = charter.schedule_version;
    }

    /// A session that has begun is delayed no more, and one that is over has no end to explain.
    pub(in crate::meeting) fn follow_session(&mut self, event: &programme::Event) {
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
    pub(in crate::meeting) fn ends_at_ms(&self) -> Option<Moment> {
        Some(self.planned.as_ref()?.times.ends_at_ms)
    }

    /// Takes the session's time and title anew from the charter and what was changed of them.
    pub(in crate::meeting) fn take_plan(&mut self) {
        let planned = self.charter.as_ref().map(|charter| Arc::new(self.schedule.planned(charter)));
        // One that says the same stays the same, so that who compares finds nothing new.
        if planned != self.planned {
            self.planned = planned;
        }
    }
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let made = meeting.charter.as_ref().map(|charter| meeting.schedule.planned(charter));
    let scheduled = meeting.programme.phase == Phase::Scheduled;
    Meeting::first_broken(&[
        (
            meeting.planned.as_deref() == made.as_ref(),
            "time and title are not the charter's with what was changed",
        ),
        (scheduled || !meeting.schedule.delayed, "a session that has begun is delayed"),
        (scheduled || !meeting.schedule.cancelled, "a session that does not take place has begun"),
    ])
}
