//! What follows from an event of the booths, or when somebody chooses a channel. The proceedings tell nothing of it: it is the booths' own.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Hearers, Part, Urgency};
use crate::meeting::sound::plan;
use crate::meeting::view::Key;
use crate::meeting::view::change::*;
use crate::terms::ids::HandoverId;

impl Happened for Event {
    /// Whoever chooses a channel listens there, and no longer where they did.
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        let mut listener = None;
        if let Event::ChannelChosen { person, .. } = self {
            listener = Some(person).filter(|person| meeting.presence.present.contains_key(*person));
        }
        listener.iter().for_each(|person| listeners::count(meeting, person, -1));
        meeting.interpretation.evolve(self, stamp.at_ms);
        listener.iter().for_each(|person| listeners::count(meeting, person, 1));
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        use Event as E;
        let of = |id: &HandoverId| {
            let pending = [before, after].into_iter().find_map(|meeting| meeting.interpretation.handover(id));
            pending.map(|pending| pending.handover.booth.clone())
        };
        let booth = match self {
            E::ChannelChosen { person, .. } => {
                let listener = |meeting| {
                    let known = after.roster.person(person)?;
                    listeners::listens(meeting, known).cloned().map(Key::Listeners)
                };
                return [listener(before), listener(after), Some(Key::You(person.clone()))]
                    .into_iter()
                    .flatten()
                    .collect();
            }
            E::InterpreterOnAir { booth, .. }
            | E::InterpreterOffAir { booth, .. }
            | E::OutputChosen { booth, .. }
            | E::SourceChosen { booth, .. }
            | E::RelayPreselected { booth, .. }
            | E::SlowDownAsked { booth, .. }
            | E::FloorSoundReported { booth, .. } => Some(booth.clone()),
            E::HandoverRequested { handover } => Some(handover.booth.clone()),
            E::HandoverAccepted { handover, .. }
            | E::HandoverCompleted { handover }
            | E::HandoverCancelled { handover, .. } => of(handover),
        };
        let mates = booth.iter().flat_map(|booth| after.roster.interpreters(booth));
        let mates = mates.map(|person| Key::You(person.id.clone()));
        sound(before).into_iter().chain(sound(after)).chain(mates).collect()
    }

    fn urgency(&self) -> Urgency {
        use Event as E;
        // Who is on air is told at once, as a change of the floor is.
        match self {
            E::InterpreterOnAir { .. }
            | E::InterpreterOffAir { .. }
            | E::HandoverCompleted { .. }
            | E::OutputChosen { .. } => Urgency::AtOnce,
            E::ChannelChosen { .. }
            | E::SourceChosen { .. }
            | E::RelayPreselected { .. }
            | E::HandoverRequested { .. }
            | E::HandoverAccepted { .. }
            | E::HandoverCancelled { .. }
            | E::SlowDownAsked { .. }
            | E::FloorSoundReported { .. } => Urgency::Soon,
        }
    }

    fn hearers(&self) -> Hearers<'_> {
        match self {
            Event::ChannelChosen { person, .. } => Hearers::One(person),
            Event::InterpreterOnAir { .. }
            | Event::InterpreterOffAir { .. }
            | Event::OutputChosen { .. }
            | Event::SourceChosen { .. }
            | Event::RelayPreselected { .. }
            | Event::HandoverRequested { .. }
            | Event::HandoverAccepted { .. }
            | Event::HandoverCompleted { .. }
            | Event::HandoverCancelled { .. }
            | Event::SlowDownAsked { .. }
            | Event::FloorSoundReported { .. } => Hearers::Booths,
        }
    }

    fn parts(&self) -> &'static [Part] {
        &[invariant::broken_booths, plan::broken_invariant]
    }
}
