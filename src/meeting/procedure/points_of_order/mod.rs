//! Points of order. One interrupts at once, whoever has the floor; it is not a place in a list.
//!
//! raised → heard → ruled, or withdrawn, or lapsed with the session. When the chair recognises it, the turn in progress
//! halts with its clock; the ruling is given at once, an appeal against it is put to the vote at once where the rules
//! know votes; then the floor goes back with the time left. Rules of procedure of the General Assembly, rule 71.

mod commands;
pub(in crate::meeting) mod decide;
mod events;
pub(in crate::meeting) mod state;
pub(in crate::meeting) mod view;

use serde::{Deserialize, Serialize};

use crate::terms::ids::{DelegationId, Millis, PersonId, PointId, TurnId};

pub use state::{Appeal, Entry, Heard, Standing, State};

/// A point of order as raised. The delegation raises it, not the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Which.
    pub id: PointId,
    /// The delegation that raised it.
    pub delegation: DelegationId,
    /// Who did for it.
    pub person: PersonId,
    /// The turn in progress then, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<TurnId>,
}

/// What the chair rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// The point is well taken.
    Upheld,
    /// It is not.
    Rejected,
    /// It is noted, and nothing follows.
    Noted,
}

/// What a participant may ask about points of order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "PointsOfOrderCommand"), schemars(rename = "PointsOfOrderCommand"))]
pub enum Command {
    /// Raise a point of order for one's own delegation. Needs no open list.
    RaisePointOfOrder {},
    /// Withdraw one's own delegation's point of order, also while it is heard.
    WithdrawPointOfOrder {
        /// Which.
        point: PointId,
    },
    /// Recognise the delegation: the turn in progress halts and the point is heard.
    RecognisePointOfOrder {
        /// Which.
        point: PointId,
    },
    /// Rule on a point of order, heard or not.
    RuleOnPointOfOrder {
        /// Which.
        point: PointId,
        /// How.
        ruling: Ruling,
        /// In words, for the record: at most 300 characters; may be empty.
        reason: String,
    },
    /// Appeal against the ruling that was just given, for one's own delegation.
    AppealRuling {
        /// On which point of order.
        point: PointId,
    },
    /// Record the vote on an appeal. The ruling stands unless a majority of those voting is against it.
    DecideAppeal {
        /// On which point of order.
        point: PointId,
        /// Votes for the appeal: against the ruling.
        in_favour: u16,
        /// Votes against the appeal.
        against: u16,
        /// Abstentions.
        abstaining: u16,
    },
}

/// What happened to a point of order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A delegation raised one.
    PointRaised {
        /// The point as raised.
        point: Point,
    },
    /// Its delegation withdrew it.
    PointWithdrawn {
        /// Which.
        point: PointId,
    },
    /// The chair recognised the delegation, which is heard from now on.
    PointRecognised {
        /// Which.
        point: PointId,
        /// Who speaks to it.
        speaker: PersonId,
        /// Speaking time.
        limit_ms: Millis,
    },
    /// The time limit of a point that is heard passed.
    PointLimitReached {
        /// Which.
        point: PointId,
    },
    /// The chair ruled.
    PointRuled {
        /// Which.
        point: PointId,
        /// How.
        ruling: Ruling,
        /// In words; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// A delegation appealed against the ruling.
    RulingAppealed {
        /// On which point.
        point: PointId,
        /// Which delegation.
        delegation: DelegationId,
    },
    /// The appeal was put to the vote.
    AppealDecided {
        /// On which point.
        point: PointId,
        /// Whether the ruling stands.
        stands: bool,
        /// Votes for the appeal.
        in_favour: u16,
        /// Votes against it.
        against: u16,
        /// Abstentions.
        abstaining: u16,
    },
    /// The session was closed before the chair ruled.
    PointLapsed {
        /// Which.
        point: PointId,
    },
}

impl Event {
    /// Which point of order it is about.
    pub fn point(&self) -> &PointId {
        match self {
            Self::PointRaised { point } => &point.id,
            Self::PointWithdrawn { point }
            | Self::PointRecognised { point, .. }
            | Self::PointLimitReached { point }
            | Self::PointRuled { point, .. }
            | Self::RulingAppealed { point, .. }
            | Self::AppealDecided { point, .. }
            | Self::PointLapsed { point } => point,
        }
    }
}
