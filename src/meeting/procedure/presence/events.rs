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
        let present = |meeting: &Meeting| meeting.presence.present.contains_key(self.person());
        let before = present(meeting);
        meeting.presence.evolve(self, stamp.at_ms, &meeting.roster);
        // Who comes to a second node, or leaves one of two, was there and still is.
        if present(meeting) != before {
            meeting.sound_follows_presence(self);
        }
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        let person = self.person();
        let present = |meeting: &Meeting| meeting.presence.present.contains_key(person);
        if present(before) == present(after) {
            return BTreeSet::new();
        }
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
