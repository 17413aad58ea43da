//! What always holds of a meeting. Each feature says its own part, beside its state; here they are put together.
//!
//! It is asked in two ways. Tests ask of the whole, after every event. A room asks, before it stores what was decided,
//! of what that touched: a compare for each who waits, is live or speaks, and none for those of the past or in the
//! audience, so that a session of thousands pays what one of ten does.

use super::Meeting;
use super::event::Event;
use super::feature::Part;
use crate::meeting::hall::{captions, chat, panel, polls, questions, run_sheet};
use crate::meeting::procedure::{
    floor, motions, points_of_order, presence, programme, schedule, seats, speakers,
};
use crate::meeting::record::notes;
use crate::meeting::sound::{help, interpretation, microphones, plan, recording};
use crate::meeting::statements::{prerecorded, texts};

/// Every part, each with all that it knows.
const WHOLE: [Part; 22] = [
    programme::broken_invariant,
    presence::broken_invariant,
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
    help::broken_invariant,
    plan::broken_invariant,
    chat::broken_invariant,
    questions::state::broken_invariant,
    panel::broken_invariant,
    polls::state::broken_invariant,
    run_sheet::state::broken_invariant,
    captions::broken_invariant,
    notes::broken_invariant,
];

/// What is to be asked after whatever may bring another the floor: the floor, what may be said on it, and the sound that
/// goes with it.
pub(in crate::meeting) const FLOOR_AND_SOUND: &[Part] = &[
    floor::broken_invariant,
    motions::state::broken_invariant,
    points_of_order::state::broken_invariant,
    interpretation::invariant::broken_booths,
    plan::broken_invariant,
];

/// What is to be asked after whatever changes who is heard where.
pub(in crate::meeting) const SOUND: &[Part] =
    &[interpretation::invariant::broken_booths, plan::broken_invariant];

/// What is to be asked after whatever changes the session: all that goes with it.
pub(in crate::meeting) const SESSION: &[Part] = &[
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
];

/// What is to be asked after whatever changes who sits where: all who tell it.
pub(in crate::meeting) const SEATS: &[Part] = &[
    presence::broken_invariant,
    seats::broken_invariant,
    floor::broken_invariant,
    microphones::broken_invariant,
    interpretation::invariant::broken_booths,
    help::broken_invariant,
    plan::broken_invariant,
    captions::broken_invariant,
];

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
        for part in events.iter().flat_map(|one| one.member().parts()) {
            if !parts.iter().any(|asked| std::ptr::fn_addr_eq(*asked, *part)) {
                parts.push(*part);
            }
        }
        let broken = parts.iter().find_map(|part| part(self));
        broken.or_else(|| events.iter().find_map(|one| one.member().broken(self)))
    }

    /// The first of the conditions that does not hold, in its words.
    pub(in crate::meeting) fn first_broken(conditions: &[(bool, &str)]) -> Option<String> {
        conditions.iter().find(|(holds, _)| !holds).map(|(_, words)| (*words).to_owned())
    }
}
