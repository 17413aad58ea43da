//! The entities of the lists besides lists and requests themselves: a proposed order, who may speak for a seat, and
//! what the desk is to know of those who wait and of the time.
//!
//! Seen: `in_hand` by `everyone`; `team` by its `delegation`, for who may speak for it is its own;
//! `proposal`, `preparation`, `forecast` and `equity` by `desk`.

pub(in crate::meeting) mod list;
pub(in crate::meeting) mod queue;
pub(in crate::meeting) mod render;
mod standing;

pub use list::*;
pub use standing::*;

use serde::{Deserialize, Serialize};

use crate::meeting::procedure::speakers::forecast::Kept;
use crate::meeting::procedure::speakers::order::Why;
use crate::meeting::procedure::speakers::{Lot, Policy};
use crate::terms::ids::{DelegationId, Language, ListId, Millis, Moment, PersonId, RequestId, Wording};
use crate::terms::people::{Category, Gender, Rank};

/// The list in hand: the one that the meeting works through. There is one, with the id `in_hand`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct InHandView {
    /// Always `in_hand`.
    pub id: String,
    /// Which list; none where the session has none.
    pub list: Option<ListId>,
    /// The request that comes next on it; none where nobody waits there, or its debate is over.
    pub next: Option<RequestId>,
    /// The other lists on which somebody can be heard, in the order of the lists.
    pub others_waiting: Vec<ListId>,
}

/// A speaking time that the desk has set for a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CategoryTime {
    /// Which category.
    pub category: Category,
    /// Its time.
    pub turn_ms: Millis,
}

/// An order of a list that is proposed to the desk. The id is the list's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ProposalView {
    /// Which list.
    pub id: ListId,
    /// By what it is ordered.
    pub policy: Policy,
    /// The lot that was drawn for it, if one was.
    pub lot: Option<Lot>,
    /// Version of the list that it was worked out for: to be named when it is applied.
    pub list_version: u32,
    /// Whether the list has changed since: it can only be proposed again.
    pub stale: bool,
    /// The requests in that order.
    pub places: Vec<PlaceView>,
}

/// A request in a proposed order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PlaceView {
    /// Which request.
    pub request: RequestId,
    /// Whose.
    pub delegation: DelegationId,
    /// Place it has on the list now, 1 for the head; none if it waits no longer.
    pub place_now: Option<u16>,
    /// Why it would stand here.
    pub why: Why,
}

/// Who may speak for one's own delegation. The id is the delegation's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct TeamView {
    /// Which delegation.
    pub id: DelegationId,
    /// Its people who may speak for it.
    pub people: Vec<MemberView>,
}

/// Somebody who may speak for a delegation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MemberView {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: Wording,
    /// Function; may be empty.
    pub function: Wording,
    /// Level, where known.
    pub rank: Option<Rank>,
}

/// How ready a waiting request is. The id is the request's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PreparationView {
    /// Which request.
    pub id: RequestId,
    /// Whether somebody of the delegation is present.
    pub present: bool,
    /// Since when nobody is, if somebody was.
    pub absent_since_ms: Option<Moment>,
    /// Who would speak if the floor were given now, where known.
    pub speaker: Option<PersonId>,
    /// Whether they are present.
    pub speaker_present: bool,
    /// Whether they agreed that their microphone opens.
    pub agrees: bool,
    /// Whether anything comes from it, if only silence.
    pub connected: bool,
    /// Whether they have muted it.
    pub muted: bool,
    /// Whether its device gives no sound, as their page tells.
    pub silent: bool,
    /// Language of the statement.
    pub language: Language,
    /// Languages in which its text was received.
    pub texts: Vec<Language>,
    /// Who may speak for the delegation.
    pub people: Vec<MemberView>,
}

/// Whether a list will be over in time. The id is the list's. There is none while nobody waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ForecastView {
    /// Which list.
    pub id: ListId,
    /// When the last who waits has spoken, if all are brief.
    pub earliest_ms: Moment,
    /// If all take their whole time.
    pub latest_ms: Moment,
    /// Planned end of the session.
    pub session_ends_at_ms: Moment,
    /// Whether it is kept.
    pub session: Kept,
    /// When the first of the booths leaves, if one does.
    pub booths_until_ms: Option<Moment>,
    /// Whether that is kept.
    pub booths: Option<Kept>,
    /// The longest speaking time that would keep both surely, where that needs a cut and one would do.
    pub cut_ms: Option<Millis>,
}

/// Speaking time of statements that were heard. There is one, with the id `equity`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct EquityView {
    /// Always `equity`.
    pub id: String,
    /// Of all.
    pub total: Share,
    /// By accreditation category.
    pub by_category: Vec<CategoryShare>,
    /// By region; empty where the conference names none.
    pub by_region: Vec<RegionShare>,
    /// By language spoken.
    pub by_language: Vec<LanguageShare>,
    /// By gender of who spoke; empty where nobody gave it.
    pub by_gender: Vec<GenderShare>,
}

/// Statements and the time they took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Share {
    /// How many statements.
    pub statements: u32,
    /// How long.
    pub spoken_ms: Millis,
}

/// What a category spoke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CategoryShare {
    /// Which category.
    pub category: Category,
    /// How much.
    pub share: Share,
}

/// What a region spoke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RegionShare {
    /// Its name; none for delegations of no region.
    pub name: Option<Wording>,
    /// How much.
    pub share: Share,
}

/// What was spoken in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct LanguageShare {
    /// Which language.
    pub language: Language,
    /// How much.
    pub share: Share,
}

/// What people of a gender spoke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct GenderShare {
    /// Which gender; none where it was not given.
    pub gender: Option<Gender>,
    /// How much.
    pub share: Share,
}
