//! What every feature says of what is asked of it and of what happens to it, so that whoever needs to know asks the
//! feature, and lists none.

use std::collections::BTreeSet;

use super::Meeting;
use super::command::Context;
use super::event::{Event, Stamp};
use super::proceedings::{self, Fact};
use super::refusal::{Code, Refusal};
use super::undo::Restore;
use super::view::Key;
use crate::terms::ids::{Moment, PersonId};
use crate::terms::people::Person;
use crate::terms::personal::{Place, Subject};

/// A command of a feature.
pub(in crate::meeting) trait Asked {
    /// Decides what it makes happen, or why it is refused. Changes nothing. Whether `actor` may give it at all was asked
    /// before.
    fn decide(&self, meeting: &Meeting, context: &Context, actor: &Person) -> Result<Vec<Event>, Refusal>;

    /// Why it can be refused, beside the reasons for which any command can.
    fn refusals(&self) -> &'static [Code];

    /// Whether it is done all the same where all is as it wishes, and changes nothing. Others are refused then, for one
    /// of their reasons, or always change something.
    fn is_done_when_all_is_so(&self) -> bool {
        false
    }
}

/// An event of a feature: what follows from it, and where.
pub(in crate::meeting) trait Happened {
    /// The meeting takes it in, with what follows from it in other features.
    fn evolve(&self, meeting: &mut Meeting, stamp: &Stamp<'_>);

    /// The entities that it may have changed. More than changed is harmless, fewer is a bug.
    fn touched(&self, before: &Meeting, after: &Meeting) -> BTreeSet<Key>;

    /// Whether it bears on what is moved, and on who comes next.
    fn bears_on_motions(&self) -> bool {
        false
    }

    /// How long it may wait for others before it is told.
    fn urgency(&self) -> Urgency {
        Urgency::Soon
    }

    /// Whose hearing may change with it.
    fn hearers(&self) -> Hearers<'_> {
        Hearers::Nobody
    }

    /// Whether it gives the session another charter: all who are in it begin again.
    fn revises(&self) -> bool {
        false
    }

    /// Who is in the session no longer because of it.
    fn sends_away(&self) -> Option<&PersonId> {
        None
    }

    /// What to ask whether it holds still: those parts whose cost does not grow with the past or the audience.
    fn parts(&self) -> &'static [Part] {
        &[]
    }

    /// What contradicts itself in the one thing that it is about.
    fn broken(&self, _meeting: &Meeting) -> Option<String> {
        None
    }

    /// The fact that the proceedings tell of it, if they do; `told` is what they tell already, which it may change.
    /// `before` is the meeting that it happens to.
    fn fact(&self, _told: &mut proceedings::State, _before: &Meeting, _stamp: &Stamp<'_>) -> Option<Fact> {
        None
    }

    /// Shows each place in it where something personal stands, with whose it is; always in the same order.
    fn personal(&mut self, _show: &mut dyn FnMut(&Subject, Place<'_>)) {}

    /// What is to be erased now that it has happened.
    fn erases(&self) -> Option<Subject> {
        None
    }

    /// How things stand before it, where it is an act of the desk that can be undone.
    fn restore(&self, _before: &Meeting, _at_ms: Moment) -> Option<Restore> {
        None
    }
}

/// One feature's part of what always holds: what contradicts itself, in words for a developer.
pub(in crate::meeting) type Part = fn(&Meeting) -> Option<String>;

/// How long an event may wait for others before it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Not at all.
    AtOnce,
    /// As long as nobody notices.
    Soon,
    /// While a whole room answers: as long as a count may lag.
    Gathered,
    /// While thousands join: until everybody is to be told again how many attend.
    Seldom,
}

/// Whose hearing an event may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hearers<'a> {
    /// Nobody's.
    Nobody,
    /// That of one who chose a channel.
    One(&'a PersonId),
    /// That of those who work in booths, whose source and mate change with whatever happens there.
    Booths,
    /// Everybody's.
    Everybody,
}
