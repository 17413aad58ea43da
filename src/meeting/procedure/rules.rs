//! The rules of procedure that a session follows, and how it keeps time.

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::meeting::refusal::Refusal;
use crate::terms::ids::{DelegationId, Millis};
use crate::terms::people::{Category, Delegation};

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

    /// The quorum that is asked for. Of the functional commissions' rules (E/5975/Rev.1, chapter IX) the text on it could
    /// not be had when this was written, so its number is not guessed.
    pub(in crate::meeting) fn quorum(self) -> Asked {
        match self {
            Self::Informal => Asked::None,
            Self::GeneralAssembly => Asked::ThirdThenMajority,
            Self::FunctionalCommission => Asked::Unknown,
        }
    }

    /// Whether a delegation of a category takes part in how the meeting is conducted: moves, speaks on motions and
    /// appeals against rulings. See [`Conduct`].
    pub(in crate::meeting) fn conduct(self, seat: &Delegation) -> Conduct {
        match (self, seat.category) {
            // Nothing is put to the vote, so nobody is kept from anything by having none.
            (Self::Informal, _)
            | (Self::GeneralAssembly | Self::FunctionalCommission, Category::MemberState) => Conduct::Full,
            (Self::GeneralAssembly | Self::FunctionalCommission, Category::ObserverState)
                if seat.procedural_motions =>
            {
                Conduct::Full
            }
            (
                Self::GeneralAssembly | Self::FunctionalCommission,
                Category::ObserverState | Category::Igo | Category::UnEntity | Category::Nhri | Category::Ngo,
            ) => Conduct::PointsOfOrder,
        }
    }
}

/// How many members must be present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::meeting) enum Asked {
    /// The rules ask for none, or none are adopted.
    None,
    /// One third to open a meeting and let the debate proceed, a majority to decide.
    ThirdThenMajority,
    /// They ask for one whose number is not known here.
    Unknown,
}

/// What a delegation may do about how the meeting is conducted.
///
/// | | raise a point of order | move, speak on motions, appeal |
/// |---|---|---|
/// | Member States | rule 71 | rules 71 to 77: "a representative", "any Member"; E/5975/Rev.1, rules on the conduct of business, likewise |
/// | observer States | on proceedings that involve them, without the right to challenge the presiding officer (Holy See: A/RES/58/314, annex; Palestine until 2024: A/RES/52/250, annex). Whether they involve it, the chair rules | no |
/// | the State of Palestine (`procedural_motions` in the conference file) | yes | yes: A/RES/ES-10/23, annex, (h): "procedural motions, including points of order", "the right to challenge the decision of the presiding officer". It has no vote |
/// | organizations, entities of the United Nations, institutions, non-governmental organizations | no source gives or denies it: it is left to the chair, who rules | no: they are heard as observers (E/5975/Rev.1, rules 69 to 76) |
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::meeting) enum Conduct {
    /// All of it.
    Full,
    /// Points of order alone.
    PointsOfOrder,
}

impl Meeting {
    /// Refused unless a delegation moves, speaks on motions and appeals under the rules of the session.
    pub(in crate::meeting) fn require_conduct(&self, delegation: &DelegationId) -> Result<(), Refusal> {
        match self.conduct(delegation) {
            Some(Conduct::PointsOfOrder) => Err(Refusal::MembersOnly {}),
            Some(Conduct::Full) | None => Ok(()),
        }
    }

    fn conduct(&self, delegation: &DelegationId) -> Option<Conduct> {
        Some(self.rules().profile.conduct(self.roster.delegation(delegation)?))
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
