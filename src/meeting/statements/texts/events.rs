//! What follows from an event of the texts. The proceedings tell nothing of it: a text is confidential until it is heard, and stands beside the statement then.

use std::collections::BTreeSet;
use std::sync::Arc;

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
        if let Event::TextsCarriedOver { request, .. } = self {
            Arc::make_mut(&mut meeting.speakers).texts_awaited.remove(request);
        }
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
    /// The list of an agenda item goes on to another sitting: with who waits, their texts and their recordings.
    pub(in crate::meeting) fn lay_down(&mut self, event: &speakers::Event, at_ms: Moment) {
        let speakers::Event::ListLaidDown { list: id } = event else { return };
        let Some(list) = self.speakers.list(id).cloned() else { return };
        let Some(folder) = self.folder(&list, at_ms) else { return };
        // The folder has them in the order of the list, each by the id that it has elsewhere.
        for (here, waiting) in list.queue.iter().zip(&folder.waiting) {
            self.texts.carry_over(here, waiting.request.id.clone());
            self.prerecorded.carry_over(here, waiting.request.id.clone());
        }
        Arc::make_mut(&mut self.speakers).lay_down(id, folder, at_ms);
    }

    /// The list of an agenda item came with the recordings of those who wait; their texts follow.
    pub(in crate::meeting) fn recordings_come(&mut self, event: &speakers::Event) {
        let speakers::Event::ListReceived { folder, .. } = event else { return };
        for waiting in &folder.waiting {
            self.prerecorded.put_back(&waiting.request.id, waiting.prerecorded.clone());
        }
    }

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
