//! Votes that the secretariat has counted: how many there can be.

use super::Meeting;
use super::people::Category;
use super::refusal::Refusal;

/// Refused where more votes were counted than there are delegations that vote: each Member State of the session has one
/// vote, and one that abstains gives it to neither side (rules of procedure of the General Assembly, rules 82 and 86).
/// Observers and organizations have none. Who is away from its page may vote in the hall, so presence is not asked.
pub(super) fn require_possible(meeting: &Meeting, counted: [u16; 3]) -> Result<(), Refusal> {
    let members = meeting.roster.delegations().filter(|seat| seat.category == Category::MemberState).count();
    let counted: usize = counted.into_iter().map(usize::from).sum();
    if counted <= members {
        return Ok(());
    }
    Err(Refusal::TooManyVotes { max: u16::try_from(members).unwrap_or(u16::MAX) })
}
