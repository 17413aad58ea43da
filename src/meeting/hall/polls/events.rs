//! What follows from an event of the shows of hands and polls. The proceedings tell nothing of it: an indication of the mood is no decision of the meeting.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Urgency};
use crate::meeting::view::Key;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.polls.evolve(self, stamp.at_ms);
        meeting.poll_keeps_present(self);
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        view::touched(self, before, after)
    }

    fn urgency(&self) -> Urgency {
        match self {
            Event::BallotCast { .. } | Event::BallotTakenBack { .. } => Urgency::Gathered,
            Event::PollOpened { .. }
            | Event::PollClosed { .. }
            | Event::PollPublished { .. }
            | Event::PollWithdrawn { .. } => Urgency::Soon,
        }
    }
}
