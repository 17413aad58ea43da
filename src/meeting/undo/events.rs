//! What follows when an act is undone.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::event::Stamp;
use crate::meeting::feature::{Happened, Hearers, Part, Urgency};
use crate::meeting::hall::run_sheet;
use crate::meeting::procedure::speakers::view::render as lists;
use crate::meeting::proceedings::{self, Fact};
use crate::meeting::undo::Restore;
use crate::meeting::view::Key;
use crate::meeting::view::change::*;
use crate::meeting::{Meeting, invariant};

impl Happened for Event {
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>) {
        meeting.evolve_undo(self, stamp.at_ms);
    }

    /// Undoing is rare and may put back anything of the lists and the floor.
    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
        let last = before.undo.last.as_deref();
        // Who is heard and where the session stands is told in many places.
        if last.is_some_and(|act| matches!(act.restore, Restore::Point(_) | Restore::Session(_))) {
            return [before, after].into_iter().flat_map(everything).collect();
        }
        let requests = last.into_iter().flat_map(|act| act.requests());
        let requests = requests.flat_map(|id| {
            let texts = texts_of(before, id).chain(texts_of(after, id));
            let recorded = recorded(before, id, after);
            texts.chain(recorded).chain([Key::Request(id.clone()), Key::Preparation(id.clone())])
        });
        let lists =
            after.speakers.order.iter().flat_map(|id| lists::of_list(id).chain([Key::List(id.clone())]));
        let sound = sound(before).into_iter().chain(sound(after));
        let waiting = all_waiting(before).chain(all_waiting(after));
        requests
            .chain(lists)
            .chain(sound)
            .chain(waiting)
            .chain(all_standings(after))
            .chain(lists::forecasts(after))
            .chain(run_sheet::view::touched(before, after))
            .chain([Key::Floor, Key::Equity, Key::SpeakingTimes])
            .collect()
    }

    fn bears_on_motions(&self) -> bool {
        true
    }

    fn urgency(&self) -> Urgency {
        Urgency::AtOnce
    }

    fn hearers(&self) -> Hearers<'_> {
        Hearers::Booths
    }

    fn parts(&self) -> &'static [Part] {
        invariant::FLOOR_AND_SOUND
    }

    /// An act that was undone leaves no trace: what it told is told no more, what it changed is as it was.
    fn fact(&self, told: &mut proceedings::State, before: &Meeting, _stamp: &Stamp<'_>) -> Option<Fact> {
        let Event::ActUndone { act } = self;
        let undone = before.undo.last.as_ref().filter(|last| last.seq == *act)?;
        if let Some(halted) = undone.restore.halted().filter(|halted| !halted.told)
            && let Some(statement) = told.statement(&halted.turn)
        {
            statement.interrupted.retain(|cause| *cause != halted.cause);
        }
        match &undone.restore {
            Restore::Halted(_) => {}
            Restore::Point(_) | Restore::Session(_) => {
                let of_act = undone.seq..=undone.last_seq;
                told.untell(|paragraph| of_act.contains(&paragraph.seq));
            }
            Restore::List(_) | Restore::InHand(_) | Restore::Order { .. } | Restore::Request { .. } => {
                told.untell(|paragraph| paragraph.seq == *act);
            }
            Restore::Floor { given, ended } => {
                let given = given.as_ref().and(before.floor.turn());
                told.untell(|paragraph| {
                    matches!(&paragraph.fact, Fact::Statement(of) if Some(&of.turn) == given.as_ref())
                });
                let ended = ended.as_ref().map(|ended| &ended.0.turn.id);
                if let Some(statement) = ended.and_then(|turn| told.statement(turn)) {
                    (statement.ending, statement.spoken_ms) = (None, 0);
                }
            }
            Restore::Extension { turn, by_ms } => told.statement(turn)?.extended_ms -= by_ms,
            Restore::Stage(was) => {
                let of_act = undone.seq..=undone.last_seq;
                told.untell(|paragraph| of_act.contains(&paragraph.seq));
                let before_act = was.staged.timer.as_ref();
                if let Some(timer) = before_act.filter(|timer| before.panel.timer.as_ref() != Some(*timer)) {
                    let spoke = |fact: &Fact| matches!(fact, Fact::OnStage { speaker, .. } if speaker.person == timer.person);
                    if let Some(Fact::OnStage { spoken_ms, .. }) = told.latest(spoke) {
                        *spoken_ms = None;
                    }
                }
            }
        }
        None
    }
}
