//! A call for a technician, as those see it who may call, and who come.
//!
//! Seen: `help_call` by `technicians`.

use serde::{Deserialize, Serialize};

use super::Trouble;
use crate::meeting::Meeting;
use crate::meeting::view::Key;
use crate::terms::ids::{Moment, PersonId};

/// A call for a technician that is not settled. The id is that of whoever calls; their name and booth, `official` tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct HelpCallView {
    /// Who calls.
    pub id: PersonId,
    /// What is wrong.
    pub trouble: Trouble,
    /// When they called.
    pub called_at_ms: Moment,
    /// The technician who is on it, if any.
    pub answered_by: Option<PersonId>,
}

pub(in crate::meeting) fn help_call(meeting: &Meeting, id: &PersonId) -> Option<HelpCallView> {
    let call = meeting.help.calls.get(id)?;
    let (trouble, called_at_ms, answered_by) = (call.trouble, call.called_at_ms, call.answered_by.clone());
    Some(HelpCallView { id: id.clone(), trouble, called_at_ms, answered_by })
}

/// All calls.
pub(in crate::meeting) fn keys(meeting: &Meeting) -> impl Iterator<Item = Key> {
    meeting.help.calls.keys().cloned().map(Key::HelpCall)
}
