//! How the proceedings follow what happens: each feature says what is told of its events.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Fact, Named, Seat, State};
use crate::meeting::Meeting;
use crate::meeting::event::{Recorded, Stamp};
use crate::terms::ids::{DelegationId, ListId, Moment, PersonId, PointId, RequestId, Wording};

impl State {
    /// Follows an event; `before` is the meeting that it happens to.
    pub(in crate::meeting) fn follow(&mut self, before: &Meeting, recorded: &Recorded) {
        if let Some(fact) = recorded.event.member().fact(self, before, &recorded.stamp()) {
            self.tell(recorded.seq, recorded.at_ms, fact);
        }
    }

    /// A meeting that rises closes its lists; nobody declares that.
    pub(in crate::meeting) fn forget_lists_that_close_with(&mut self, closed: &Stamp<'_>) {
        let mut seq = closed.seq;
        let with_it: BTreeSet<_> = self
            .kept
            .iter()
            .rev()
            .take_while(|paragraph| {
                seq = seq.saturating_sub(1);
                paragraph.seq == seq
                    && paragraph.at_ms == closed.at_ms
                    && matches!(paragraph.fact, Fact::ListClosed { .. } | Fact::RecordingStopped {})
            })
            .filter(|paragraph| matches!(paragraph.fact, Fact::ListClosed { .. }))
            .map(|paragraph| paragraph.seq)
            .collect();
        self.kept.retain(|paragraph| !with_it.contains(&paragraph.seq));
    }

    /// Of speakers who change while nothing else happens, the first and the last are told.
    pub(in crate::meeting) fn change_speaker(&mut self, change: Fact) -> Option<Fact> {
        let Fact::SpeakerChanged { seat, speaker, .. } = &change else { return Some(change) };
        let newest = self.kept.back_mut().map(|paragraph| &mut Arc::make_mut(paragraph).fact);
        match newest {
            Some(Fact::SpeakerChanged { seat: of, speaker: to, instead_of }) if of == seat => {
                to.clone_from(speaker);
                let as_before = instead_of.as_ref() == Some(speaker);
                if as_before {
                    drop(self.kept.pop_back());
                }
                None
            }
            _ => Some(change),
        }
    }

    /// Whoever spoke on stage by a timer has spoken.
    pub(in crate::meeting) fn leave_stage(&mut self, before: &Meeting, at_ms: Moment) {
        let Some(timer) = &before.panel.timer else { return };
        let speaks = |fact: &Fact| matches!(fact, Fact::OnStage { speaker, spoken_ms: None, .. } if speaker.person == timer.person);
        if let Some(Fact::OnStage { spoken_ms, .. }) = self.latest(speaks) {
            *spoken_ms = Some(timer.clock.spoken_ms(at_ms));
        }
    }
}

pub(in crate::meeting) fn named(meeting: &Meeting, person: Option<&PersonId>) -> Option<Named> {
    meeting.roster.person(person?).map(Named::of)
}

pub(in crate::meeting) fn seat(meeting: &Meeting, delegation: &DelegationId) -> Option<Seat> {
    meeting.roster.delegation(delegation).map(Seat::of)
}

pub(in crate::meeting) fn seat_of_request(meeting: &Meeting, request: &RequestId) -> Option<Seat> {
    seat(meeting, &meeting.speakers.request(request)?.request.delegation)
}

pub(in crate::meeting) fn seat_of_point(meeting: &Meeting, point: &PointId) -> Option<Seat> {
    seat(meeting, &meeting.points.entry(point)?.point.delegation)
}

pub(in crate::meeting) fn list_name(meeting: &Meeting, list: &ListId) -> Option<Wording> {
    Some(meeting.speakers.list(list)?.plan.name.clone())
}
