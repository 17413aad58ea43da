//! What always holds of a meeting. Each feature says its own part, beside its state; here they are put together.
//!
//! It is asked in two ways. Tests ask of the whole, after every event. A room asks, before it stores what was decided,
//! of what that touched: a compare for each who waits, is live or speaks, and none for those of the past or in the
//! audience, so that a session of thousands pays what one of ten does.

use super::event::Event;
use super::{
    Meeting, chat, floor, interpretation, microphones, motions, panel, people, plan, points_of_order, polls,
    prerecorded, programme, questions, recording, run_sheet, schedule, seats, speakers, texts,
};

/// One feature's part: what contradicts itself, in words for a developer.
type Part = fn(&Meeting) -> Option<String>;

/// Every part, each with all that it knows.
const WHOLE: [Part; 19] = [
    programme::broken_invariant,
    people::broken_invariant,
    schedule::broken_invariant,
    seats::broken_invariant,
    speakers::invariant::broken_invariant,
    texts::broken_invariant,
    prerecorded::broken_invariant,
    floor::broken_invariant,
    points_of_order::state::broken_invariant,
    motions::state::broken_invariant,
    microphones::broken_invariant,
    interpretation::invariant::broken_invariant,
    recording::broken_invariant,
    plan::broken_invariant,
    chat::broken_invariant,
    questions::state::broken_invariant,
    panel::broken_invariant,
    polls::state::broken_invariant,
    run_sheet::state::broken_invariant,
];

/// The floor, and what may be said on it now.
const FLOOR: &[Part] = &[floor::broken_invariant, motions::state::broken_invariant];
/// The same with the sound that goes with it.
const FLOOR_AND_SOUND: &[Part] = &[
    floor::broken_invariant,
    motions::state::broken_invariant,
    points_of_order::state::broken_invariant,
    interpretation::invariant::broken_booths,
    plan::broken_invariant,
];
/// Who is heard where.
const SOUND: &[Part] = &[interpretation::invariant::broken_booths, plan::broken_invariant];
/// The same with the microphones themselves: a compare for each that is connected, or whose owner agreed.
const MICROPHONES: &[Part] =
    &[microphones::broken_invariant, interpretation::invariant::broken_booths, plan::broken_invariant];

impl Meeting {
    /// What in the state contradicts itself, in words for a developer; none in a sound meeting. To be asked after
    /// all events of a decision: between them a turn may have halted before its session. Looks at every request
    /// and message, those of the past too: about a microsecond for each.
    pub fn broken_invariant(&self) -> Option<String> {
        WHOLE.iter().find_map(|part| part(self))
    }

    /// What contradicts itself in what events have touched; as [`Meeting::broken_invariant`], without a look at the
    /// past. To be asked of the meeting as it stands after all of them.
    pub fn broken_after(&self, events: &[&Event]) -> Option<String> {
        let mut parts: Vec<Part> = Vec::new();
        for part in events.iter().flat_map(|one| touched(one)) {
            if !parts.iter().any(|asked| std::ptr::fn_addr_eq(*asked, *part)) {
                parts.push(*part);
            }
        }
        let broken = parts.iter().find_map(|part| part(self));
        broken.or_else(|| events.iter().find_map(|one| broken_at(self, one)))
    }

    /// The first of the conditions that does not hold, in its words.
    pub(super) fn first_broken(conditions: &[(bool, &str)]) -> Option<String> {
        conditions.iter().find(|(holds, _)| !holds).map(|(_, words)| (*words).to_owned())
    }
}

/// The parts to ask after an event: those whose cost does not grow with the past or the audience.
fn touched(event: &Event) -> &'static [Part] {
    match event {
        Event::Programme(_) => &[
            programme::broken_invariant,
            schedule::broken_invariant,
            floor::broken_invariant,
            motions::state::broken_invariant,
            points_of_order::state::broken_invariant,
            interpretation::invariant::broken_booths,
            recording::broken_invariant,
            plan::broken_invariant,
            panel::broken_invariant,
            run_sheet::state::broken_invariant,
        ],
        Event::Schedule(_) => &[schedule::broken_invariant],
        // Rare, and who sits where is told in many places.
        Event::Seats(_) => &[
            people::broken_invariant,
            seats::broken_invariant,
            floor::broken_invariant,
            microphones::broken_invariant,
            interpretation::invariant::broken_booths,
            plan::broken_invariant,
        ],
        Event::Speakers(_) => FLOOR,
        Event::Floor(_) | Event::PointsOfOrder(_) | Event::Motions(_) | Event::Undo(_) => FLOOR_AND_SOUND,
        Event::Microphones(_) => MICROPHONES,
        Event::Prerecorded(_) | Event::Interpretation(_) => SOUND,
        Event::Recording(_) => &[recording::broken_invariant],
        Event::Panel(_) => &[panel::broken_invariant],
        Event::RunSheet(_) => &[run_sheet::state::broken_invariant],
        // What is said of these takes counting all who are there, or all that was written, asked or answered; the one
        // message or request is looked at by itself.
        Event::People(_) | Event::Texts(_) | Event::Chat(_) | Event::Questions(_) | Event::Polls(_) => &[],
    }
}

/// What contradicts itself in the one thing that an event is about.
fn broken_at(meeting: &Meeting, event: &Event) -> Option<String> {
    match event {
        Event::Speakers(event) => speakers::invariant::broken_at(meeting, event),
        Event::Texts(event) => texts::broken_at(meeting, event.request()),
        Event::Chat(event) => chat::broken_at(meeting, event),
        Event::Programme(_)
        | Event::People(_)
        | Event::Schedule(_)
        | Event::Seats(_)
        | Event::Prerecorded(_)
        | Event::Floor(_)
        | Event::PointsOfOrder(_)
        | Event::Motions(_)
        | Event::Undo(_)
        | Event::Microphones(_)
        | Event::Interpretation(_)
        | Event::Recording(_)
        | Event::Questions(_)
        | Event::Panel(_)
        | Event::Polls(_)
        | Event::RunSheet(_) => None,
    }
}
