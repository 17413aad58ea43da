//! What follows when somebody comes or leaves. The proceedings tell nothing of it: the list of participants does.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Hearers, Urgency};
use crate::meeting::view::Key;
use crate::meeting::view::change::*;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.presence.evolve(self, stamp.at_ms, &meeting.roster);
        meeting.sound_follows_presence(self);
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        let (Self::PersonArrived { person } | Self::PersonLeft { person }) = self;
        by_presence(person, before, after)
    }

    fn urgency(&self) -> Urgency {
        // While thousands join, everybody is told now and then how many attend.
        Urgency::Seldom
    }

    fn hearers(&self) -> Hearers<'_> {
        Hearers::Booths
    }
}
