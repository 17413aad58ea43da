//! What follows from an event of the texts. The proceedings tell nothing of it: a text is confidential until it is heard, and stands beside the statement then.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::event::Stamp;
use crate::meeting::feature::Happened;
use crate::meeting::procedure::speakers;
use crate::meeting::view::Key;
use crate::meeting::view::change::*;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.texts.evolve(self, stamp.at_ms);
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        let request = self.request();
        let texts = texts_of(before, request).chain(texts_of(after, request));
        of_request(after, request).chain(texts).chain([Key::Preparation(request.clone())]).collect()
    }

    fn broken(&self, meeting: &Meeting) -> Option<String> {
        broken_at(meeting, self.request())
    }
}

impl Meeting {
    /// The text and the recording of a request that ended unheard go with it.
    pub(in crate::meeting) fn texts_follow_lists(&mut self, event: &speakers::Event) {
        if let Some(request) = event.request()
            && self.speakers.request(request).is_some_and(|entry| !entry.counts())
        {
            self.texts.drop_of(request);
            self.prerecorded.drop_of(request);
        }
    }
}
