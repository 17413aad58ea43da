//! The session as planned and as it stands: scheduled, open, suspended, closed.

use serde::{Deserialize, Serialize};

use super::ids::{Moment, SessionId, Wording};

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
}
