//! Lists of speakers: requests for the floor, their states and their order.

use serde::{Deserialize, Serialize};

use super::ids::{ListId, Millis, Wording};
use super::people::Category;

/// What a list of speakers is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    /// Statements on an agenda item.
    Statements,
    /// Rights of reply, normally at the end of the day.
    RightOfReply,
    /// Questions.
    Questions,
}

/// A list of speakers as planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ListPlan {
    /// Which list.
    pub id: ListId,
    /// Its name in each language.
    pub name: Wording,
    /// Its kind.
    pub kind: ListKind,
    /// Speaking time where the category has none of its own.
    pub turn_ms: Millis,
    /// Speaking time by category. WHO's virtual practice: States 3 min, IGO and UN 2, non-State actors 1.
    #[serde(default)]
    pub turn_ms_by_category: Vec<(Category, Millis)>,
    /// Requests a delegation may have waiting on this list at once; one unless configured.
    pub requests_per_delegation_max: u16,
}
