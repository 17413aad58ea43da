//! What follows from an event of the lists of speakers.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Part};
use crate::meeting::procedure::speakers::view::render as lists;
use crate::meeting::procedure::{floor, motions};
use crate::meeting::proceedings::fold::{list_name, seat_of_request};
use crate::meeting::proceedings::{self, Fact};
use crate::meeting::undo::Restore;
use crate::meeting::view::Key;
use crate::meeting::view::change::*;
use crate::terms::ids::{ListId, Moment};
use crate::terms::people::Delegation;

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.keep_lapsing(self);
        meeting.lay_down(self, stamp.at_ms);
        Arc::make_mut(&mut meeting.speakers).evolve(self, stamp.at_ms, stamp.actor, &meeting.roster);
        meeting.motions.follow_lists(self);
        meeting.requests_follow_motions(self);
        meeting.texts_follow_lists(self);
        meeting.recordings_come(self);
    }

    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        let mut keys = of_event(self, before, after);
        keys.insert(Key::Readiness);
        let list = list_of_event(self, before, after);
        keys.extend(list.iter().flat_map(lists::of_list));
        if let Some(request) = self.request() {
            keys.extend(texts_of(before, request));
            keys.insert(Key::Preparation(request.clone()));
            keys.extend(recorded(before, request, after));
        }
        keys
    }

    fn bears_on_motions(&self) -> bool {
        true
    }

    fn parts(&self) -> &'static [Part] {
        &[floor::broken_invariant, motions::state::broken_invariant]
    }

    fn broken(&self, meeting: &Meeting) -> Option<String> {
        invariant::broken_at(meeting, self)
    }

    fn fact(&self, _told: &mut proceedings::State, before: &Meeting, _stamp: &Stamp<'_>) -> Option<Fact> {
        use Event as E;
        match self {
            E::ListOpened { list } | E::InscriptionOpened { list, .. } => {
                let opens = before.speakers.list(list).filter(|list| !list.open)?;
                let again = opens.closed_at_ms.is_some();
                Some(Fact::ListOpened { list: opens.plan.name.clone(), again })
            }
            E::ListClosed { list } | E::InscriptionClosed { list, .. } => {
                let closes = before.speakers.list(list).filter(|list| list.open)?;
                Some(Fact::ListClosed { list: closes.plan.name.clone() })
            }
            E::SpeakingTimeSet { list, category, turn_ms } => Some(Fact::SpeakingTimeSet {
                list: list_name(before, list)?,
                category: *category,
                turn_ms: *turn_ms,
            }),
            E::RequestPassedOver { request } => {
                let seat = seat_of_request(before, request)?;
                let absent = !before.presence.is_seated(&seat.delegation);
                Some(Fact::PassedOver { seat, absent })
            }
            E::RequestSentToWritten { request } => {
                Some(Fact::FiledInWriting { seat: seat_of_request(before, request)? })
            }
            // Only statements that were made are told; how the list came to its order is the desk's. Time given besides
            // may tell of a disability.
            E::FloorRequested { .. }
            | E::ListTakenUp { .. }
            | E::RequestQueued { .. }
            | E::RequestWithdrawn { .. }
            | E::RequestDeclined { .. }
            | E::RequestLapsed { .. }
            | E::RequestCalled { .. }
            | E::RequestMoved { .. }
            | E::OrderProposed { .. }
            | E::OrderApplied { .. }
            | E::OrderDismissed { .. }
            | E::ExtraTimeGranted { .. } => None,
            // Told with the statement.
            E::SpeakerNamed { .. } => None,
            // Told by the decision that brought it.
            E::DebateAdjourned { .. } | E::DebateClosed { .. } => None,
            // Which sitting hears the list is the conference's.
            E::ListLaidDown { .. } | E::ListReceived { .. } | E::ListPlaced { .. } => None,
        }
    }

    fn restore(&self, before: &Meeting, _at_ms: Moment) -> Option<Restore> {
        use Event as E;
        let request = match self {
            E::ListOpened { list } | E::ListClosed { list } => {
                return Some(Restore::List(before.speakers.openness(list)?));
            }
            E::ListTakenUp { .. } => return Some(Restore::InHand(before.speakers.taken_up.clone())),
            E::OrderApplied { list, .. } => {
                let queue = before.speakers.list(list)?.queue.clone();
                return Some(Restore::Order { list: list.clone(), queue });
            }
            E::RequestCalled { request }
            | E::RequestPassedOver { request }
            | E::RequestDeclined { request, .. }
            | E::RequestSentToWritten { request }
            | E::RequestMoved { request, .. } => request,
            E::FloorRequested { .. }
            | E::RequestQueued { .. }
            | E::RequestWithdrawn { .. }
            | E::RequestLapsed { .. }
            | E::SpeakerNamed { .. }
            | E::DebateAdjourned { .. }
            | E::DebateClosed { .. }
            | E::ListLaidDown { .. }
            | E::ListReceived { .. }
            | E::ListPlaced { .. }
            | E::OrderProposed { .. }
            | E::OrderDismissed { .. }
            | E::SpeakingTimeSet { .. }
            | E::ExtraTimeGranted { .. }
            | E::InscriptionOpened { .. }
            | E::InscriptionClosed { .. } => return None,
        };
        let kept = Box::new(before.speakers.keep(request)?);
        let (texts, prerecorded) =
            (before.texts.of(request).to_vec(), before.prerecorded.of(request).cloned());
        Some(Restore::Request { kept, texts, prerecorded })
    }
}

fn of_event(event: &Event, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    use Event as E;
    match event {
        E::ListOpened { list }
        | E::ListClosed { list }
        | E::InscriptionOpened { list, .. }
        | E::InscriptionClosed { list, .. } => {
            let standing = |seat: &Delegation| Key::Standing(seat.id.clone(), list.clone());
            after.roster.delegations().map(standing).chain([Key::List(list.clone())]).collect()
        }
        // Nobody else's place or expectation moves with these three.
        E::ListTakenUp { .. } => all_standings(after).collect(),
        E::FloorRequested { request } => {
            of_request(after, &request.id).chain([Key::List(request.list.clone())]).collect()
        }
        E::RequestQueued { request } | E::RequestCalled { request } => of_request(after, request).collect(),
        E::RequestWithdrawn { request }
        | E::RequestDeclined { request, .. }
        | E::RequestLapsed { request }
        | E::RequestSentToWritten { request } => {
            let list = list_of(before, request);
            let behind = list.into_iter().flat_map(|list| &list.queue).skip_while(|id| *id != request);
            behind.flat_map(|id| of_request(after, id)).chain(list.map(key_of)).collect()
        }
        E::RequestPassedOver { request } => reordered(after, request).collect(),
        E::RequestMoved { request, .. } => {
            let list = list_of(after, request);
            reordered(after, request).chain(list.into_iter().flat_map(last_moves)).collect()
        }
        E::SpeakerNamed { request, .. } => of_request(after, request).collect(),
        // Rare, and all on it goes or comes.
        E::ListLaidDown { list } | E::ListReceived { list, .. } | E::ListPlaced { list, .. } => {
            let came = waiting_on(before, list).chain(waiting_on(after, list));
            let texts = [before, after].into_iter().flat_map(|meeting| on_list(meeting, list));
            came.chain(texts)
                .chain(all_standings(after))
                .chain([Key::List(list.clone()), Key::Equity])
                .collect()
        }
        E::OrderProposed { .. } | E::OrderDismissed { .. } => BTreeSet::new(),
        E::DebateAdjourned { list } | E::DebateClosed { list } => BTreeSet::from([Key::List(list.clone())]),
        E::OrderApplied { list, .. } => {
            let moved = after.speakers.list(list).into_iter().flat_map(last_moves);
            waiting_on(after, list).chain(moved).collect()
        }
        E::SpeakingTimeSet { list, .. } => waiting_on(after, list).collect(),
        E::ExtraTimeGranted { request, .. } => reordered(after, request).collect(),
    }
}

/// What is seen of each who waits on a list besides their request: texts, recordings, how ready they are.
fn on_list<'a>(meeting: &'a Meeting, list: &ListId) -> impl Iterator<Item = Key> + use<'a> {
    let queue = meeting.speakers.list(list).into_iter().flat_map(|list| &list.queue);
    queue.flat_map(move |id| {
        let recorded = recorded(meeting, id, meeting);
        texts_of(meeting, id).chain(recorded).chain([Key::Preparation(id.clone())])
    })
}

/// The newest move by hand, and the one that is shown no longer for it.
fn last_moves(list: &List) -> impl Iterator<Item = Key> + use<> {
    let id = list.plan.id.clone();
    let left = list.moves.shown().start.checked_sub(1);
    list.moves.len().checked_sub(1).into_iter().chain(left).map(move |number| Key::Move(id.clone(), number))
}

/// The list that an event of the lists concerns.
fn list_of_event(event: &Event, before: &Meeting, after: &Meeting) -> Option<ListId> {
    let of_request = || {
        let request = event.request()?;
        list_of(after, request).or(list_of(before, request)).map(|list| list.plan.id.clone())
    };
    event.list().cloned().or_else(of_request)
}
