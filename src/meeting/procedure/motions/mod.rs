//! Motions on the course of the meeting: to suspend it, to adjourn it, to adjourn the debate, to close the debate.
//!
//! moved → taken up → carried or defeated; or withdrawn, ruled out, or lapsed with the session. A motion waits until the
//! statement in progress is over, for only a point of order interrupts. It is taken up before other business, in the
//! order of precedence, spoken on by as many as the rules allow, and decided at once. What is carried happens as the
//! chair's own act would. Rules of procedure of the General Assembly, rules 74 to 77; the functional commissions' rules
//! on the conduct of business agree. The chair may propose the same (rule 35); where no rules are adopted nobody else
//! does, and consent decides.
//!
//! Who speaks on a motion stands on a list of their own, so their turns are turns like any other: one chain.

mod commands;
pub(in crate::meeting) mod decide;
mod events;
pub(in crate::meeting) mod state;
pub(in crate::meeting) mod view;

use serde::{Deserialize, Serialize};

use super::rules::Rules;
use super::speakers::{ListKind, ListPlan};
use crate::meeting::charter::Charter;
use crate::terms::ids::{DelegationId, Language, ListId, MotionId, PersonId, RequestId, Wording};

pub use state::{Entry, Standing, State};

/// Id of the list of those who speak on motions. No list of a conference file has it.
pub const MOTIONS_LIST: &str = "motions";

/// What is moved, in the order of precedence (rule 77).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, ts(rename = "MotionKind"), schemars(rename = "MotionKind"))]
pub enum Kind {
    /// To suspend the meeting (rule 76). Not debated.
    SuspendMeeting,
    /// To adjourn the meeting (rule 76). Not debated.
    AdjournMeeting,
    /// To adjourn the debate on the item (rule 74). Two speak for it and two against.
    AdjournDebate,
    /// To close the debate on the item (rule 75). Two speak against it.
    CloseDebate,
}

impl Kind {
    /// Whether it is about the debate, that is about one list of speakers.
    pub fn is_on_debate(self) -> bool {
        match self {
            Self::AdjournDebate | Self::CloseDebate => true,
            Self::SuspendMeeting | Self::AdjournMeeting => false,
        }
    }

    /// Most who speak on a side, beside the mover.
    pub fn speakers_max(self, side: Side) -> u16 {
        match (self, side) {
            (_, Side::Mover) => 1,
            (Self::AdjournDebate, Side::InFavour | Side::Against) | (Self::CloseDebate, Side::Against) => 2,
            (Self::CloseDebate, Side::InFavour)
            | (Self::SuspendMeeting | Self::AdjournMeeting, Side::InFavour | Side::Against) => 0,
        }
    }
}

/// On which side somebody speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The delegation that moved.
    Mover,
    /// For the motion.
    InFavour,
    /// Against it.
    Against,
}

/// A motion as moved. The delegation moves, not the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Motion {
    /// Which.
    pub id: MotionId,
    /// What is moved.
    pub kind: Kind,
    /// Whose debate, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<ListId>,
    /// The delegation that moved; none where the chair proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<DelegationId>,
    /// Who did for it.
    pub person: PersonId,
    /// The mover's own request to speak to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestId>,
}

/// Votes on a motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Tally {
    /// Votes for it.
    pub in_favour: u16,
    /// Votes against it.
    pub against: u16,
    /// Abstentions.
    pub abstaining: u16,
}

impl Tally {
    /// Whether a majority of those present and voting is for it: who abstains does not vote (rule 86).
    pub fn carries(self) -> bool {
        self.in_favour > self.against
    }
}

/// What a participant may ask about motions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "MotionsCommand"), schemars(rename = "MotionsCommand"))]
pub enum Command {
    /// Move for one's own delegation, where the rules know votes; or, from the chair, propose.
    MoveMotion {
        /// What.
        kind: Kind,
        /// Whose debate, where it is about one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        list: Option<ListId>,
    },
    /// Withdraw what one's own delegation has moved, before it is decided on; from the chair, what the chair proposed.
    WithdrawMotion {
        /// Which.
        motion: MotionId,
    },
    /// Put a motion before the meeting: no other business goes on until it is decided on.
    TakeUpMotion {
        /// Which.
        motion: MotionId,
    },
    /// Rule a motion out of order.
    RuleOutMotion {
        /// Which.
        motion: MotionId,
        /// Why, for the record: at most 300 characters; may be empty.
        reason: String,
    },
    /// Ask to speak on a motion for one's own delegation; or, from the chair, put a delegation down.
    SpeakOnMotion {
        /// Which.
        motion: MotionId,
        /// On which side: for it, or against it.
        side: Side,
        /// Which delegation; for the desk alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        delegation: Option<DelegationId>,
    },
    /// Record the vote on a motion. More for it than against carry it.
    DecideMotion {
        /// Which.
        motion: MotionId,
        /// Votes for it.
        in_favour: u16,
        /// Votes against it.
        against: u16,
        /// Abstentions.
        abstaining: u16,
    },
    /// Declare a motion carried without a vote, as nobody objects.
    CarryByConsent {
        /// Which.
        motion: MotionId,
    },
}

/// What happened to a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A delegation moved, or the chair proposed.
    MotionMoved {
        /// The motion as moved.
        motion: Motion,
    },
    /// It was withdrawn.
    MotionWithdrawn {
        /// Which.
        motion: MotionId,
    },
    /// The chair put it before the meeting.
    MotionTakenUp {
        /// Which.
        motion: MotionId,
    },
    /// The chair ruled it out of order.
    MotionRuledOut {
        /// Which.
        motion: MotionId,
        /// Why; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// A delegation is to speak on it.
    MotionSpeakerAdded {
        /// On which motion.
        motion: MotionId,
        /// The delegation's request.
        request: RequestId,
        /// On which side.
        side: Side,
    },
    /// It was decided on.
    MotionDecided {
        /// Which.
        motion: MotionId,
        /// Whether it was carried.
        carried: bool,
        /// The vote; none where it was carried by consent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        vote: Option<Tally>,
    },
    /// The session was closed before it was decided on.
    MotionLapsed {
        /// Which.
        motion: MotionId,
    },
}

impl Event {
    /// Which motion it is about.
    pub fn motion(&self) -> &MotionId {
        match self {
            Self::MotionMoved { motion } => &motion.id,
            Self::MotionWithdrawn { motion }
            | Self::MotionTakenUp { motion }
            | Self::MotionRuledOut { motion, .. }
            | Self::MotionSpeakerAdded { motion, .. }
            | Self::MotionDecided { motion, .. }
            | Self::MotionLapsed { motion } => motion,
        }
    }
}

/// Whether a list is that of those who speak on motions.
pub(in crate::meeting) fn is_motions_list(list: &ListId) -> bool {
    list.as_str() == MOTIONS_LIST
}

/// The lists of a charter, with that of those who speak on motions where delegations may move.
pub(in crate::meeting) fn planned_lists(charter: &Charter) -> Vec<ListPlan> {
    let rules = charter.session.rules.unwrap_or_default();
    let motions = rules.profile.votes().then(|| list_plan(rules));
    charter.lists.iter().cloned().chain(motions).collect()
}

fn list_plan(rules: Rules) -> ListPlan {
    ListPlan {
        id: ListId::belonging(MOTIONS_LIST, ""),
        name: list_name(),
        kind: ListKind::Motions,
        // The chair may limit the time of these speakers (rules 74 to 76): as that of a point of order.
        turn_ms: rules.point_of_order_ms,
        turn_ms_by_category: Vec::new(),
        turn_ms_on_behalf: None,
        requests_per_delegation_max: u16::MAX,
        replies_per_delegation_max: None,
        turn_ms_by_reply: Vec::new(),
        opens_at_ms: None,
        closes_at_ms: None,
    }
}

/// The name of the list, which no conference file gives.
fn list_name() -> Wording {
    let names = [("ar", "الاقتراحات الإجرائية"), ("en", "Motions"), ("fr", "Motions")];
    let worded = |(tag, name): (&str, &str)| Some((tag.parse::<Language>().ok()?, name.to_owned()));
    Wording(names.into_iter().filter_map(worded).collect())
}
