//! What follows from an event of the points of order.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Hearers, Part, Urgency};
use crate::meeting::proceedings::fold::{named, seat, seat_of_point};
use crate::meeting::proceedings::{self, Fact};
use crate::meeting::undo::{PointWas, Restore};
use crate::meeting::view::Key;
use crate::meeting::view::change::*;
use crate::meeting::{Meeting, invariant};
use crate::terms::ids::Moment;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.points.evolve(self, stamp.at_ms);
        meeting.sound_follows_points(self, stamp.at_ms);
    }

    /// The point, who may appeal and who is heard. A point that is heard has the floor's sound.
    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        let ruled = [before, after].into_iter().filter_map(|meeting| meeting.points.ruled.clone());
        let points = ruled.chain([self.point().clone()]).map(Key::Point);
        let sound = sound(before).into_iter().chain(sound(after));
        points.chain(placards(after)).chain(sound).chain([Key::Floor]).collect()
    }

    fn urgency(&self) -> Urgency {
        // It interrupts at once.
        Urgency::AtOnce
    }

    fn hearers(&self) -> Hearers<'_> {
        Hearers::Booths
    }

    fn parts(&self) -> &'static [Part] {
        invariant::FLOOR_AND_SOUND
    }

    /// A point of order that was not heard before it was withdrawn was no business of the meeting.
    fn fact(&self, told: &mut proceedings::State, before: &Meeting, _stamp: &Stamp<'_>) -> Option<Fact> {
        let Event::PointWithdrawn { point } = self else { return fact_of(self, before) };
        let entry = before.points.entry(point)?;
        if entry.standing != Standing::Raised {
            return fact_of(self, before);
        }
        let delegation = &entry.point.delegation;
        told.untell(|paragraph| {
            matches!(&paragraph.fact, Fact::PointRaised { seat, .. } if seat.delegation == *delegation)
        });
        None
    }

    /// Hearers a point, and ruling on one.
    fn restore(&self, before: &Meeting, _at_ms: Moment) -> Option<Restore> {
        use Event as E;
        match self {
            E::PointRecognised { point, .. } | E::PointRuled { point, .. } => {
                let State { heard, ruled, .. } = &before.points;
                let entry = before.points.counted(point)?.clone();
                let (heard, ruled) = (heard.clone(), ruled.clone());
                Some(Restore::Point(Box::new(PointWas { entry, heard, ruled, halted: None })))
            }
            E::PointRaised { .. }
            | E::PointWithdrawn { .. }
            | E::PointLapsed { .. }
            | E::PointLimitReached { .. }
            | E::RulingAppealed { .. }
            | E::AppealDecided { .. } => None,
        }
    }
}

fn fact_of(event: &Event, before: &Meeting) -> Option<Fact> {
    use Event as E;
    match event {
        E::PointRaised { point } => Some(Fact::PointRaised {
            seat: seat(before, &point.delegation)?,
            by: named(before, Some(&point.person)),
        }),
        E::PointRecognised { point, speaker, .. } => Some(Fact::PointHeard {
            seat: seat_of_point(before, point)?,
            speaker: named(before, Some(speaker)),
        }),
        E::PointRuled { point, ruling, reason } => Some(Fact::PointRuled {
            seat: seat_of_point(before, point)?,
            ruling: *ruling,
            reason: reason.clone(),
        }),
        E::PointWithdrawn { point } => Some(Fact::PointWithdrawn { seat: seat_of_point(before, point)? }),
        E::PointLapsed { point } => Some(Fact::PointLapsed { seat: seat_of_point(before, point)? }),
        E::RulingAppealed { point, delegation } => {
            Some(Fact::RulingAppealed { seat: seat(before, delegation)?, of: seat_of_point(before, point)? })
        }
        E::AppealDecided { point, stands, in_favour, against, abstaining } => {
            let appeal = before.points.entry(point)?.appeal.as_ref();
            Some(Fact::AppealDecided {
                seat: appeal.and_then(|appeal| seat(before, &appeal.delegation)),
                stands: *stands,
                in_favour: *in_favour,
                against: *against,
                abstaining: *abstaining,
            })
        }
        E::PointLimitReached { .. } => None,
    }
}
