//! The rules of procedure that a session follows, and how it keeps time.

use serde::{Deserialize, Serialize};

use super::Meeting;
use super::ids::Millis;

/// Which rules of procedure are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// None adopted: the chair decides, and nothing is put to the vote. Regional reviews normally work so.
    #[default]
    Informal,
    /// Those of the General Assembly (A/520/Rev.20).
    GeneralAssembly,
    /// Those of the functional commissions of the Economic and Social Council (E/5975/Rev.1).
    FunctionalCommission,
}

impl Profile {
    /// Whether anything is put to the vote.
    pub fn votes(self) -> bool {
        match self {
            Self::Informal => false,
            Self::GeneralAssembly | Self::FunctionalCommission => true,
        }
    }

    /// Whether so many members must be present for a meeting to be opened, and for anything to be decided.
    pub fn asks_for_quorum(self) -> bool {
        match self {
            Self::Informal | Self::FunctionalCommission => false,
            Self::GeneralAssembly => true,
        }
    }
}

/// What happens when a speaker's time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TimeMode {
    /// The clock says so, and the chair decides.
    #[default]
    Advise,
    /// The speaker and the desk hear a chime too.
    Chime,
    /// The chair is asked to take the floor back.
    ConfirmedCut,
    /// The floor is taken back after a time of grace.
    AutomaticCut,
}

/// The rules of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Rules {
    /// Which rules of procedure.
    #[serde(default)]
    pub profile: Profile,
    /// Speaking time of a point of order.
    #[serde(default = "point_of_order_ms")]
    pub point_of_order_ms: Millis,
    /// What happens when time is over.
    #[serde(default)]
    pub time_mode: TimeMode,
    /// How long before the limit a speaker is told that time is nearly over.
    #[serde(default = "amber_ms")]
    pub amber_ms: Millis,
    /// Time of grace after the limit before an automatic cut.
    #[serde(default = "grace_ms")]
    pub grace_ms: Millis,
}

/// Three minutes (default; practice, no public source).
fn point_of_order_ms() -> Millis {
    3 * 60_000
}

/// Half a minute (default).
fn amber_ms() -> Millis {
    30_000
}

/// A quarter of a minute (default).
fn grace_ms() -> Millis {
    15_000
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            profile: Profile::default(),
            point_of_order_ms: point_of_order_ms(),
            time_mode: TimeMode::default(),
            amber_ms: amber_ms(),
            grace_ms: grace_ms(),
        }
    }
}

impl Meeting {
    /// The rules that the session follows.
    pub fn rules(&self) -> Rules {
        self.charter.as_ref().and_then(|charter| charter.session.rules).unwrap_or_default()
    }
}
