//! From one sitting to the next: what a session that ends leaves for the day it is taken up again.
//!
//! To adjourn the meeting ends the sitting, not the item (rules of procedure of the General Assembly, rule 76): those who
//! wait keep their places, and the lists go on as between two sittings. To close the session is for good: those who wait
//! lapse. What was closed by mistake, or is to be taken up again, the desk reopens, with a reason that the proceedings
//! tell. Then those who lapsed wait again in their order, with the texts that they had given, and the lists are open that
//! were. Points of order, motions and polls lapse with the sitting in either way: they are of the moment.

use crate::meeting::Meeting;
use crate::meeting::procedure::motions::is_motions_list;
use crate::meeting::procedure::programme;
use crate::meeting::procedure::speakers::{self, RequestBefore};
use crate::meeting::statements::texts::Text;
use crate::terms::clip::Prerecorded;
use crate::terms::ids::{ListId, Moment, RequestId};

/// What lapsed with the session when it was closed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Requests, in the order in which they lapsed: the last of the last list first.
    requests: imbl::Vector<Lapsed>,
    /// Lists that were open until then.
    lists: Vec<ListId>,
}

/// A request as it stood before it lapsed, and what was given for it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Lapsed {
    kept: Box<RequestBefore>,
    texts: Vec<(Moment, Text)>,
    prerecorded: Option<(Moment, Prerecorded)>,
}

impl State {
    /// Statements that come back when the session is reopened.
    pub(in crate::meeting) fn statements(&self) -> impl Iterator<Item = &Prerecorded> {
        self.requests.iter().filter_map(|lapsed| Some(&lapsed.prerecorded.as_ref()?.1))
    }

    /// Texts that come back when the session is reopened.
    pub(in crate::meeting) fn texts(&self) -> impl Iterator<Item = &Text> {
        self.requests.iter().flat_map(|lapsed| &lapsed.texts).map(|(_, text)| text)
    }
}

impl Meeting {
    /// Keeps a request that is about to lapse with the session. Who waits to speak on a motion lapses with that, for good.
    pub(in crate::meeting) fn keep_lapsing(&mut self, event: &speakers::Event) {
        let speakers::Event::RequestLapsed { request } = event else { return };
        let of_motion = |kept: &RequestBefore| is_motions_list(&kept.entry.request.list);
        if let Some(kept) = self.speakers.keep(request).filter(|kept| !of_motion(kept)) {
            let (texts, prerecorded) =
                (self.texts.of(request).to_vec(), self.prerecorded.of(request).cloned());
            self.lapsed.requests.push_back(Lapsed { kept: Box::new(kept), texts, prerecorded });
        }
    }

    /// A session that is reopened is as it was when it was closed.
    pub(in crate::meeting) fn lapsed_follows_session(&mut self, event: &programme::Event, at_ms: Moment) {
        match event {
            programme::Event::SessionClosed { lists } => self.lapsed.lists.clone_from(lists),
            programme::Event::SessionReopened { .. } => self.take_up_again(at_ms),
            programme::Event::SessionConvened { .. }
            | programme::Event::CharterRevised { .. }
            | programme::Event::SessionOpened {}
            | programme::Event::SessionSuspended { .. }
            | programme::Event::SessionResumed {}
            | programme::Event::SessionAdjourned {} => {}
        }
    }

    fn take_up_again(&mut self, at_ms: Moment) {
        let State { requests, lists } = std::mem::take(&mut self.lapsed);
        let speakers = std::sync::Arc::make_mut(&mut self.speakers);
        for Lapsed { kept, texts, prerecorded } in requests.into_iter().rev() {
            let request: &RequestId = &kept.entry.request.id;
            self.texts.put_back(request, texts);
            self.prerecorded.put_back(request, prerecorded);
            speakers.put_back(&kept);
        }
        lists.iter().for_each(|list| speakers.reopen(list, at_ms));
    }
}
