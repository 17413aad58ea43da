//! What follows from an event of the stage.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Hearers, Part};
use crate::meeting::proceedings::fold::named;
use crate::meeting::proceedings::{self, Fact};
use crate::meeting::undo::{Restore, StageWas};
use crate::meeting::view::Key;
use crate::terms::ids::Moment;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.panel.evolve(self, stamp.at_ms);
    }

    fn touched(&self, _before: &Meeting, _after: &Meeting) -> BTreeSet<Key> {
        BTreeSet::from([Key::Stage, Key::SpeakingTimes])
    }

    fn hearers(&self) -> Hearers<'_> {
        Hearers::Booths
    }

    fn parts(&self) -> &'static [Part] {
        &[broken_invariant]
    }

    fn fact(&self, told: &mut proceedings::State, before: &Meeting, stamp: &Stamp<'_>) -> Option<Fact> {
        told.leave_stage(before, stamp.at_ms);
        match self {
            Event::TimerStarted { person, limit_ms } => {
                let speaker = named(before, Some(person))?;
                Some(Fact::OnStage { speaker, limit_ms: *limit_ms, spoken_ms: None })
            }
            Event::TimerStopped {} => None,
        }
    }

    fn restore(&self, before: &Meeting, _at_ms: Moment) -> Option<Restore> {
        Some(Restore::Stage(StageWas::of(before, None)))
    }
}
