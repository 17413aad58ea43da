//! What follows from an event of the captions. Nothing of it is told in the proceedings: captions are no record.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Part, Urgency};
use crate::meeting::view::Key;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.captions.evolve(self, stamp.at_ms);
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        let language = self.language();
        let lines = |meeting: &Meeting| -> Vec<Key> {
            let lines = meeting.captions.of(language).into_iter().flat_map(|of| &of.lines);
            lines.map(|line| Key::Caption(line.id.clone())).collect()
        };
        let keys = [Key::Captions(language.clone()), Key::Captioner(language.clone())];
        match self {
            // Of the lines only one is new, and one at most goes.
            Self::Captioned { caption, .. } | Self::CaptionCorrected { caption, .. } => {
                let is_gone = |key: &Key| !lines(after).contains(key);
                let gone = lines(before).into_iter().filter(is_gone);
                gone.chain([Key::Caption(caption.clone())]).chain(keys).collect()
            }
            Self::CaptionsTaken { .. } | Self::CaptionsEnded { .. } => {
                lines(before).into_iter().chain(keys).collect()
            }
        }
    }

    fn urgency(&self) -> Urgency {
        // Who reads is behind who speaks already.
        Urgency::AtOnce
    }

    fn parts(&self) -> &'static [Part] {
        &[broken_invariant]
    }
}
