//! Those who vote, the Member States of the session: how many votes there can be, and how many of them must be present.

use serde::{Deserialize, Serialize};

use super::rules::Asked;
use crate::meeting::Meeting;
use crate::meeting::refusal::Refusal;
use crate::terms::people::{Category, Delegation};

/// How many members are there, and how many the rules ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Quorum {
    /// Member States of the session.
    pub members: u32,
    /// Those of which somebody is present online. Who sits in the hall without a page is not counted, so the chair is told
    /// and nothing is refused.
    pub present: u32,
    /// Fewest that must be present for the meeting to be opened and the debate to proceed: one third by rule 67 of the
    /// General Assembly (A/520/Rev.20). None where the rules ask for a quorum whose number is not known here.
    pub to_open: Option<u32>,
    /// Fewest that must be present for a decision: a majority (the same rule). None as above.
    pub to_decide: Option<u32>,
}

/// The quorum as it stands; none where the rules of the session ask for none.
pub(in crate::meeting) fn quorum(meeting: &Meeting) -> Option<Quorum> {
    let asked = meeting.rules().profile.quorum();
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let members = count(members_of(meeting).count());
    let present = count(members_of(meeting).filter(|seat| meeting.presence.is_seated(&seat.id)).count());
    let (to_open, to_decide) = match asked {
        Asked::None => return None,
        Asked::ThirdThenMajority => (Some(members.div_ceil(3)), Some(members / 2 + 1)),
        Asked::Unknown => (None, None),
    };
    Some(Quorum { members, present, to_open, to_decide })
}

fn members_of(meeting: &Meeting) -> impl Iterator<Item = &Delegation> {
    meeting.roster.delegations().filter(|seat| seat.category == Category::MemberState)
}

/// Refused where more votes were counted than there are delegations that vote: each Member State of the session has one
/// vote, and one that abstains gives it to neither side (rules of procedure of the General Assembly, rules 82 and 86).
/// Observers and organizations have none. Who is away from its page may vote in the hall, so presence is not asked.
pub(in crate::meeting) fn require_possible(meeting: &Meeting, counted: [u16; 3]) -> Result<(), Refusal> {
    let members = members_of(meeting).count();
    let counted: usize = counted.into_iter().map(usize::from).sum();
    if counted <= members {
        return Ok(());
    }
    Err(Refusal::TooManyVotes { max: u16::try_from(members).unwrap_or(u16::MAX) })
}
