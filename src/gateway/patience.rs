//! How long each kind of event may wait for others before it is told.

use std::time::Duration;

use crate::meeting::event::Event;
use crate::meeting::{interpretation, microphones};

/// How long a change may wait for others.
pub const TICK: Duration = Duration::from_millis(20);
/// How long somebody's coming or going may wait for others. While thousands join, everybody is told how many attend
/// so often and no oftener; any other change takes it along at once.
const PRESENCE_TICK: Duration = Duration::from_millis(250);

/// How long an event may wait for others before it is told.
pub fn patience(event: &Event) -> Duration {
    match event {
        // A point of order interrupts at once; whoever was seated may come at once.
        Event::Floor(_)
        | Event::Programme(_)
        | Event::PointsOfOrder(_)
        | Event::Undo(_)
        | Event::Seats(_) => Duration::ZERO,
        Event::Speakers(_) | Event::Texts(_) | Event::Recording(_) | Event::Chat(_) => TICK,
        Event::Questions(_) | Event::Panel(_) => TICK,
        // Whoever is live must see that they are, and all others whom they hear.
        Event::Microphones(event) => match event {
            microphones::Event::MicrophoneOpened { .. } | microphones::Event::MicrophoneClosed { .. } => {
                Duration::ZERO
            }
            microphones::Event::MicrophoneAgreed { .. }
            | microphones::Event::MicrophoneConnected { .. }
            | microphones::Event::MicrophoneLost { .. } => TICK,
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
