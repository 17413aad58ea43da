//! What the desk can undo, as the wire carries it, and how it is made from the state.
//!
//! Seen: `undo` by `desk`.

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::terms::ids::{DelegationId, Moment, Seq, Wording};

/// The desk's last act, if it can be undone. There is one, with the id `undo`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct UndoView {
    /// Always `undo`.
    pub id: String,
    /// The act; none if there is nothing to undo.
    pub act: Option<ActView>,
}

/// An act of the desk that can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ActView {
    /// Its name, for undoing it.
    #[cfg_attr(test, ts(type = "number"))]
    pub act: Seq,
    /// Tag of the event that tells best what was done.
    pub what: String,
    /// The delegation that it was about, if any.
    pub delegation: Option<DelegationId>,
    /// Who did it.
    pub by: Wording,
    /// Until when it can be undone, by the server's clock.
    pub until_ms: Moment,
}

pub(in crate::meeting) fn undo(meeting: &Meeting) -> UndoView {
    let act = meeting.undoable().map(|act| ActView {
        act: act.seq,
        what: act.what.to_owned(),
        delegation: act.delegation(meeting),
        by: meeting.roster.person(&act.by).map(|person| person.name.clone()).unwrap_or_default(),
        until_ms: act.until_ms(),
    });
    UndoView { id: "undo".to_owned(), act }
}
