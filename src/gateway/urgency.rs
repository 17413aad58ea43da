//! How long what happened may wait for others before it is told.

use std::time::Duration;

use crate::meeting::feature::Urgency;

/// How long a change may wait for others.
pub const TICK: Duration = Duration::from_millis(20);
/// How long somebody's coming or going may wait for others. While thousands join, everybody is told how many attend
/// so often and no oftener; any other change takes it along at once.
const PRESENCE_TICK: Duration = Duration::from_millis(250);
/// How long a ballot may wait for others. While a whole room answers, everybody is told the count so often and no oftener.
const BALLOTS_TICK: Duration = Duration::from_millis(100);

/// How long an event of this urgency may wait for others before it is told.
pub fn may_wait(urgency: Urgency) -> Duration {
    match urgency {
        Urgency::AtOnce => Duration::ZERO,
        Urgency::Soon => TICK,
        Urgency::Gathered => BALLOTS_TICK,
        Urgency::Seldom => PRESENCE_TICK,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::event::Event;
    use crate::meeting::hall::polls::{self, ClosedBy};

    /// While hundreds answer in a second everybody is told ten counts, not hundreds; that it closed is told as anything.
    #[test]
    fn ballots_wait_for_one_another_and_the_end_of_a_poll_does_not() {
        let id = || "v1".parse().expect("an id");
        let (voter, by) = (polls::Voter::Person("p".parse().expect("an id")), "p".parse().expect("an id"));
        let cast = polls::Event::BallotCast { poll: id(), voter: voter.clone(), by, choices: vec![0] };
        let taken = polls::Event::BallotTakenBack { poll: id(), voter };
        for ballot in [cast, taken] {
            assert!(may_wait(Event::Polls(ballot).urgency()) >= Duration::from_millis(100));
        }
        let closed = polls::Event::PollClosed { poll: id(), closed_by: ClosedBy::Time };
        assert!(may_wait(Event::Polls(closed).urgency()) <= TICK);
    }
}
