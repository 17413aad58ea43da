//! The session as it is seen.
//!
//! Seen: `session` by `everyone`.

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::charter::{MicrophonePolicy, SessionKind};
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::rules::Rules;
use crate::meeting::procedure::schedule::Rescheduled;
use crate::terms::ids::{ConferenceId, Language, Moment, SessionId, Wording};

/// The session: its plan and where it stands. There is one, with the id `session`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SessionView {
    /// Always `session`.
    pub id: String,
    /// Which session of the programme.
    pub session: SessionId,
    /// Which conference.
    pub conference: ConferenceId,
    /// Name of the conference.
    pub conference_name: Wording,
    /// What is to be said of it on screen; may be empty.
    pub notice: Wording,
    /// Title of the session.
    pub title: Wording,
    /// Kind of meeting.
    pub kind: SessionKind,
    /// Phase it is in.
    pub phase: Phase,
    /// Since when.
    pub since_ms: Moment,
    /// Why it is suspended; empty otherwise.
    pub reason: String,
    /// Until when it is suspended, as the chair announced it; none where that is not known, and otherwise.
    #[serde(default)]
    pub until_ms: Option<Moment>,
    /// When the meeting was opened: what is in session is so since then, whatever suspensions there were. None before.
    #[serde(default)]
    pub opened_at_ms: Option<Moment>,
    /// Whether it is closed until the next sitting only: those who wait keep their places.
    #[serde(default)]
    pub adjourned: bool,
    /// Planned beginning.
    pub starts_at_ms: Moment,
    /// Planned end.
    pub ends_at_ms: Moment,
    /// What of that is not as in the conference file; none if all is.
    #[serde(default)]
    pub rescheduled: Option<Rescheduled>,
    /// Version of time and title, for changing them.
    #[serde(default)]
    pub schedule_version: u32,
    /// IANA name of the host's time zone.
    pub time_zone: String,
    /// Agenda items in order.
    pub agenda: Vec<Wording>,
    /// Numbers of the objectives under discussion.
    pub objectives: Vec<u8>,
    /// Working languages.
    pub languages: Vec<Language>,
    /// Since when sound is recorded; none while it is not.
    pub recording_since_ms: Option<Moment>,
    /// Who may open a microphone on the podium beside the chair and the moderator.
    pub microphones: MicrophonePolicy,
    /// The rules that it follows.
    pub rules: Rules,
    /// Whether everybody may hear what is recorded once the session is over: whoever consents to be recorded is to know.
    #[serde(default)]
    pub public_recordings: bool,
    /// Whether two people may write to each other in the chat.
    #[serde(default)]
    pub direct_messages: bool,
    /// Whether there are shows of hands and polls.
    #[serde(default)]
    pub polls: bool,
}

pub(in crate::meeting) fn session(meeting: &Meeting) -> Option<SessionView> {
    let charter = meeting.charter.as_ref()?;
    let (plan, planned) = (&charter.session, meeting.planned.as_ref()?);
    Some(SessionView {
        id: "session".to_owned(),
        session: plan.id.clone(),
        conference: charter.conference.clone(),
        conference_name: charter.conference_name.clone(),
        notice: charter.notice.clone(),
        title: planned.title.clone(),
        kind: plan.kind,
        phase: meeting.programme.phase,
        since_ms: meeting.programme.since_ms,
        reason: meeting.programme.reason.clone(),
        until_ms: meeting.programme.until_ms,
        opened_at_ms: meeting.programme.opened_at_ms,
        adjourned: meeting.programme.adjourned,
        starts_at_ms: planned.times.starts_at_ms,
        ends_at_ms: planned.times.ends_at_ms,
        rescheduled: planned.rescheduled.clone(),
        schedule_version: meeting.schedule.version,
        time_zone: charter.time_zone.clone(),
        agenda: plan.agenda.clone(),
        objectives: plan.objectives.clone(),
        languages: charter.languages.clone(),
        recording_since_ms: meeting.recording.since_ms,
        microphones: plan.microphones(),
        rules: meeting.rules(),
        public_recordings: charter.public_recordings,
        direct_messages: charter.direct_messages,
        polls: plan.polls,
    })
}
