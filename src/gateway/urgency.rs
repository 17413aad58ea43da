//! How long each kind of event may wait for others before it is told.

use std::time::Duration;

use crate::meeting::event::Event;
use crate::meeting::{interpretation, microphones, polls, prerecorded};

/// How long a change may wait for others.
pub const TICK: Duration = Duration::from_millis(20);
/// How long somebody's coming or going may wait for others. While thousands join, everybody is told how many attend
/// so often and no oftener; any other change takes it along at once.
const PRESENCE_TICK: Duration = Duration::from_millis(250);
/// How long a ballot may wait for others. While a whole room answers, everybody is told the count so often and no oftener.
const BALLOTS_TICK: Duration = Duration::from_millis(100);

/// How long an event may wait for others before it is told.
pub fn may_wait(event: &Event) -> Duration {
    match event {
        // A point of order interrupts at once; whoever was seated may come at once.
        Event::Floor(_)
        | Event::Programme(_)
        | Event::PointsOfOrder(_)
        | Event::Undo(_)
        | Event::Motions(_)
        | Event::Seats(_) => Duration::ZERO,
        Event::Prerecorded(prerecorded::Event::PrerecordedStopped { .. }) => Duration::ZERO,
        Event::Prerecorded(_) => TICK,
        Event::Speakers(_) | Event::Texts(_) | Event::Recording(_) | Event::Chat(_) => TICK,
        Event::Schedule(_) | Event::Questions(_) | Event::Panel(_) | Event::RunSheet(_) => TICK,
        Event::Polls(polls::Event::BallotCast { .. } | polls::Event::BallotTakenBack { .. }) => BALLOTS_TICK,
        Event::Polls(_) => TICK,
        // Whoever is live must see that they are, and all others whom they hear.
        Event::Microphones(event) => match event {
            microphones::Event::MicrophoneOpened { .. }
            | microphones::Event::MicrophoneClosed { .. }
            | microphones::Event::MicrophoneMuted { .. } => Duration::ZERO,
            microphones::Event::MicrophoneAgreed { .. }
            | microphones::Event::MicrophoneConnected { .. }
            | microphones::Event::MicrophoneLost { .. }
            | microphones::Event::MicrophoneReported { .. } => TICK,
        },
        Event::Interpretation(event) => of_interpretation(event),
        Event::People(_) => PRESENCE_TICK,
    }
}

/// Who is on air is told at once, as a change of the floor is.
fn of_interpretation(event: &interpretation::Event) -> Duration {
    use interpretation::Event as E;
    match event {
        E::InterpreterOnAir { .. }
        | E::InterpreterOffAir { .. }
        | E::HandoverCompleted { .. }
        | E::OutputChosen { .. } => Duration::ZERO,
        E::ChannelChosen { .. }
        | E::SourceChosen { .. }
        | E::RelayPreselected { .. }
        | E::HandoverRequested { .. }
        | E::HandoverAccepted { .. }
        | E::HandoverCancelled { .. }
        | E::SlowDownAsked { .. }
        | E::FloorSoundReported { .. } => TICK,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::polls::ClosedBy;

    /// While hundreds answer in a second everybody is told ten counts, not hundreds; that it closed is told as anything.
    #[test]
    fn ballots_wait_for_one_another_and_the_end_of_a_poll_does_not() {
        let id = || "v1".parse().expect("an id");
        let (voter, by) = (polls::Voter::Person("p".parse().expect("an id")), "p".parse().expect("an id"));
        let cast = polls::Event::BallotCast { poll: id(), voter: voter.clone(), by, choices: vec![0] };
        let taken = polls::Event::BallotTakenBack { poll: id(), voter };
        for ballot in [cast, taken] {
            assert!(may_wait(&Event::Polls(ballot)) >= Duration::from_millis(100));
        }
        let closed = polls::Event::PollClosed { poll: id(), closed_by: ClosedBy::Time };
        assert!(may_wait(&Event::Polls(closed)) <= TICK);
    }
}
