//! What is kept beside the log for statements: their sound, and the files of their texts.

use std::collections::BTreeSet;

use super::{prerecorded, texts};
use crate::meeting::event::Recorded;
use crate::meeting::{Meeting, event};
use crate::terms::ids::ClipId;

impl Meeting {
    /// What the meeting refers to: for requests that wait, are heard or were heard, for the turn in progress, and for what
    /// comes back with an act that is undone or a session that is reopened.
    pub fn clips(&self) -> BTreeSet<ClipId> {
        let back = self.lapsed.texts().chain(self.undo.texts()).filter_map(texts::Text::content);
        self.sounds().chain(self.texts.contents()).chain(back).cloned().collect()
    }
}

/// What a meeting referred to before some events or came to refer to with them, and does no more.
pub fn let_go<'a>(
    before: &'a Meeting,
    events: impl Iterator<Item = &'a Recorded>,
    after: &'a Meeting,
) -> Vec<ClipId> {
    // So it is nearly always: that costs a look at each of these, however many statements there are.
    let same = prerecorded::are_as_in(before, after)
        && before.texts.is_as_in(&after.texts)
        && before.lapsed.texts().eq(after.lapsed.texts())
        && before.undo.texts().eq(after.undo.texts());
    if same {
        return Vec::new();
    }
    // One may have come and gone within the same events.
    let received = events.filter_map(|recorded| received(&recorded.event));
    let (was, is) = (before.clips(), after.clips());
    was.iter().chain(received).filter(|clip| !is.contains(*clip)).cloned().collect()
}

/// What an event brings in.
pub fn received(event: &event::Event) -> Option<&ClipId> {
    prerecorded::received(event).or_else(|| texts::received(event))
}

/// Whether events of this tag may bring something in.
pub fn brings_in(tag: &str) -> bool {
    [prerecorded::RECEIVED, texts::RECEIVED].contains(&tag)
}
