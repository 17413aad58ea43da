//! What follows from an event of the motions.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::*;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Part, Urgency};
use crate::meeting::procedure::speakers;
use crate::meeting::proceedings::fold::{list_name, named, seat};
use crate::meeting::proceedings::{self, Dropped, Fact, Moved};
use crate::meeting::view::Key;
use crate::meeting::{Meeting, invariant};

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.motions.evolve(self, stamp.at_ms);
    }

    fn touched(&self, _before: &Meeting, _after: &Meeting) -> BTreeSet<Key> {
        BTreeSet::from([Key::Motion(self.motion().clone())])
    }

    fn bears_on_motions(&self) -> bool {
        true
    }

    fn urgency(&self) -> Urgency {
        Urgency::AtOnce
    }

    fn parts(&self) -> &'static [Part] {
        invariant::FLOOR_AND_SOUND
    }

    /// Nor was a motion that was not taken up before it was withdrawn.
    fn fact(&self, told: &mut proceedings::State, before: &Meeting, _stamp: &Stamp<'_>) -> Option<Fact> {
        let Event::MotionWithdrawn { motion } = self else { return fact_of(self, before) };
        let entry = before.motions.entry(motion)?;
        if entry.standing != Standing::Moved {
            return fact_of(self, before);
        }
        // Nothing is moved twice at a time.
        let of_it = moved(before, &entry.motion);
        let is_of_it = |told: &Moved| (told.kind, &told.list) == (of_it.kind, &of_it.list);
        told.untell(
            |paragraph| matches!(&paragraph.fact, Fact::MotionMoved { motion, .. } if is_of_it(motion)),
        );
        None
    }
}

fn fact_of(event: &Event, before: &Meeting) -> Option<Fact> {
    use Event as E;
    let known = || before.motions.entry(event.motion()).map(|entry| moved(before, &entry.motion));
    let dropped =
        |how, reason: &str| Some(Fact::MotionDropped { motion: known()?, how, reason: reason.to_owned() });
    match event {
        E::MotionMoved { motion } => Some(Fact::MotionMoved {
            motion: moved(before, motion),
            by: motion.delegation.as_ref().and_then(|_| named(before, Some(&motion.person))),
        }),
        E::MotionDecided { carried, vote, .. } => {
            Some(Fact::MotionDecided { motion: known()?, carried: *carried, vote: *vote })
        }
        E::MotionRuledOut { reason, .. } => dropped(Dropped::RuledOut, reason),
        E::MotionWithdrawn { .. } => dropped(Dropped::Withdrawn, ""),
        E::MotionLapsed { .. } => dropped(Dropped::Lapsed, ""),
        // Told by its decision; who speaks on it, by their statements.
        E::MotionTakenUp { .. } | E::MotionSpeakerAdded { .. } => None,
    }
}

fn moved(meeting: &Meeting, motion: &Motion) -> Moved {
    Moved {
        kind: motion.kind,
        seat: motion.delegation.as_ref().and_then(|delegation| seat(meeting, delegation)),
        list: motion.list.as_ref().and_then(|list| list_name(meeting, list)),
    }
}

impl Meeting {
    /// Who was to speak on a motion that was withdrawn before it was taken up has asked for nothing.
    pub(in crate::meeting) fn requests_follow_motions(&mut self, event: &speakers::Event) {
        if let speakers::Event::RequestLapsed { request } = event
            && self.speakers.request(request).is_some_and(|entry| is_motions_list(&entry.request.list))
            && self.motions.is_of_withdrawn(request)
        {
            Arc::make_mut(&mut self.speakers).put_away(request);
        }
    }
}
