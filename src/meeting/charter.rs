//! What a session is convened with: everything that replaying its log needs to know of the conference.
//!
//! It is written into the session's log when the session is first convened, and again when the conference file
//! has changed, so a log is complete in itself and replays the same years later.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::meeting::hall::run_sheet;
use crate::meeting::procedure::rules::Rules;
use crate::meeting::procedure::schedule::Times;
use crate::meeting::procedure::speakers::{ListPlan, Whereabouts};
use crate::meeting::sound::interpretation::{BoothPlan, ChannelPlan};
use crate::terms::ids::{ConferenceId, Language, ListId, Moment, PersonId, SessionId, Wording};
use crate::terms::people::{Delegation, Person};

/// What kind of meeting a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// Delegations speak from a list.
    Plenary,
    /// Delegations and stakeholders discuss a cluster of objectives.
    RoundTable,
    /// Panellists on stage, led by a moderator.
    Panel,
}

/// Who may open a microphone on the podium beside the chair and the moderator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MicrophonePolicy {
    /// Nobody: a panellist's microphone opens with their turn.
    ByTurn,
    /// Panellists, at any time.
    OpenStage,
}

/// A session of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SessionPlan {
    /// Which session.
    pub id: SessionId,
    /// Its title in each language.
    pub title: Wording,
    /// Its kind.
    pub kind: SessionKind,
    /// Planned beginning.
    pub starts_at_ms: Moment,
    /// Planned end.
    pub ends_at_ms: Moment,
    /// Agenda items in order, as worded in each language.
    pub agenda: Vec<Wording>,
    /// Numbers of the objectives of the Compact under discussion (1 to 23); may be empty.
    pub objectives: Vec<u8>,
    /// Who may open a microphone on the podium, where the conference file says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub microphones: Option<MicrophonePolicy>,
    /// Whether the desk may ask for shows of hands and open polls.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub polls: bool,
    /// The run sheet as planned; may be empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub run_sheet: Vec<run_sheet::Item>,
    /// The rules that it follows, where the conference file says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub rules: Option<Rules>,
}

impl SessionPlan {
    /// When it is planned to begin and to end.
    pub fn times(&self) -> Times {
        Times { starts_at_ms: self.starts_at_ms, ends_at_ms: self.ends_at_ms }
    }

    /// Who may open a microphone on the podium: as the conference file says, else as its kind of meeting is used to.
    pub fn microphones(&self) -> MicrophonePolicy {
        self.microphones.unwrap_or(match self.kind {
            SessionKind::Plenary => MicrophonePolicy::ByTurn,
            SessionKind::RoundTable | SessionKind::Panel => MicrophonePolicy::OpenStage,
        })
    }
}

/// A region that delegations belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// Its id in the conference file.
    pub id: String,
    /// Its name in each language.
    pub name: Wording,
}

/// The conference as one session sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charter {
    /// Which conference.
    pub conference: ConferenceId,
    /// Its name in each language.
    pub conference_name: Wording,
    /// What is to be said of it on screen, such as that the programme is illustrative. May be empty.
    #[serde(default)]
    pub notice: Wording,
    /// IANA name of the host's time zone, such as `Asia/Beirut`.
    pub time_zone: String,
    /// Working languages, the host's first choice first.
    pub languages: Vec<Language>,
    /// The session itself.
    pub session: SessionPlan,
    /// Channels by number; the first is the floor.
    pub channels: Vec<ChannelPlan>,
    /// Booths.
    pub booths: Vec<BoothPlan>,
    /// Lists of speakers, the main one first.
    pub lists: Vec<ListPlan>,
    /// Seats of the meeting.
    pub delegations: Vec<Delegation>,
    /// People who have a role in this session.
    pub people: Vec<Person>,
    /// Whether the channels may be listened to without a personal link.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public_listening: bool,
    /// Whether everybody may hear what was recorded once the session is over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public_recordings: bool,
    /// Regions that delegations belong to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<Region>,
    /// Whether two people may write to each other in the chat.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub direct_messages: bool,
    /// The session's times by the conference file; none in a charter that says no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Times>,
    /// How often the conference has changed each person; no entry for never.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub seat_versions: BTreeMap<PersonId, u32>,
    /// How often the conference has changed the session's time and title.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub schedule_version: u32,
    /// Where the lists of agenda items are, of those that the session has.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub item_lists: BTreeMap<ListId, Whereabouts>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_zero(version: &u32) -> bool {
    *version == 0
}

impl Charter {
    /// When the first of the booths leaves, where the conference file says so.
    pub fn booths_until_ms(&self) -> Option<Moment> {
        self.booths.iter().filter_map(|booth| booth.until_ms).min()
    }
}
