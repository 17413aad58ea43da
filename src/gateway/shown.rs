//! What a task can carry to clients: a session, the conference, or the draft of the outcome document.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::hash::Hash;
use std::time::Duration;

use super::noticeboard::Noticeboard;
use super::urgency::{TICK, may_wait};
use crate::conference::{self, Conference, view as lobby};
use crate::draft::{self, Draft};
use crate::meeting::sound::plan::plan;
use crate::meeting::view::{self, Parcel};
use crate::meeting::{self, Meeting};
use crate::room::Aggregate;
use crate::terms::ids::PersonId;
use crate::wire::server::Entity;

/// What has a view that clients keep: in scopes, each of which an audience shares.
pub trait Shown: Aggregate {
    /// A part of the view that one audience shares.
    type Scope: Clone + Ord + Hash + Display + Send + Sync + 'static;
    /// What an event may have changed of the view.
    type Key: Ord + Send + 'static;
    /// One thing of the view.
    type Entity: Into<Entity> + Send;

    /// Scopes of many, whose changes are kept for those who come back, in the order in which they are sent. The last is
    /// followed by all.
    const SHARED: &'static [Self::Scope];

    /// What a log of the server calls it.
    fn title(&self) -> String;

    /// The scopes that a person follows; none for somebody who does not take part.
    fn scopes(&self, person: &PersonId) -> Option<Vec<Self::Scope>>;

    /// All entities of a scope.
    fn snapshot(&self, scope: &Self::Scope) -> Vec<Self::Entity>;

    /// The changes between two states for the scopes that somebody follows, that of all last.
    fn parcels(
        before: &Self,
        touched: &BTreeSet<Self::Key>,
        after: &Self,
        is_followed: impl Fn(&Self::Scope) -> bool,
    ) -> Vec<Parcel<Self::Scope, Self::Entity>>;

    /// What an event may have changed of the view.
    fn touched(event: &Self::Event, before: &Self, after: &Self) -> BTreeSet<Self::Key>;

    /// How long an event may wait for others before it is told.
    fn may_wait(event: &Self::Event) -> Duration;

    /// Whether roles may be others for everybody with an event: all begin again.
    fn revises(event: &Self::Event) -> bool;

    /// Who takes part no longer because of an event.
    fn sends_away<'a>(event: &'a Self::Event, after: &Self) -> Option<&'a PersonId>;

    /// Whose microphones are heard.
    fn heard(&self) -> BTreeSet<PersonId> {
        BTreeSet::new()
    }

    /// Posts what the public may know.
    fn post(&self, board: &Noticeboard);
}

impl Shown for Meeting {
    type Scope = view::Scope;
    type Key = view::Key;
    type Entity = view::Entity;

    const SHARED: &'static [view::Scope] = &[view::Scope::Desk, view::Scope::Booths, view::Scope::Everyone];

    fn title(&self) -> String {
        self.charter.as_ref().map(|charter| charter.session.id.to_string()).unwrap_or_default()
    }

    fn scopes(&self, person: &PersonId) -> Option<Vec<view::Scope>> {
        self.roster.person(person).map(|person| view::scopes(self, person))
    }

    fn snapshot(&self, scope: &view::Scope) -> Vec<view::Entity> {
        view::snapshot(self, scope)
    }

    fn parcels(
        before: &Self,
        touched: &BTreeSet<view::Key>,
        after: &Self,
        is_followed: impl Fn(&view::Scope) -> bool,
    ) -> Vec<Parcel> {
        view::parcels(before, touched, after, is_followed)
    }

    fn touched(event: &meeting::event::Event, before: &Self, after: &Self) -> BTreeSet<view::Key> {
        event.touched(before, after)
    }

    fn may_wait(event: &meeting::event::Event) -> Duration {
        may_wait(event.urgency())
    }

    fn revises(event: &meeting::event::Event) -> bool {
        event.revises()
    }

    fn sends_away<'a>(event: &'a meeting::event::Event, _after: &Self) -> Option<&'a PersonId> {
        event.sends_away()
    }

    fn heard(&self) -> BTreeSet<PersonId> {
        plan(self).heard().cloned().collect()
    }

    fn post(&self, board: &Noticeboard) {
        board.post(self);
    }
}

impl Shown for Conference {
    type Scope = lobby::Scope;
    type Key = lobby::Key;
    type Entity = lobby::Entity;

    const SHARED: &'static [lobby::Scope] =
        &[lobby::Scope::Record, lobby::Scope::Staff, lobby::Scope::Conference];

    fn title(&self) -> String {
        "the conference".to_owned()
    }

    fn scopes(&self, person: &PersonId) -> Option<Vec<lobby::Scope>> {
        lobby::scopes(self, person)
    }

    fn snapshot(&self, scope: &lobby::Scope) -> Vec<lobby::Entity> {
        lobby::snapshot(self, scope)
    }

    fn parcels(
        before: &Self,
        touched: &BTreeSet<lobby::Key>,
        after: &Self,
        is_followed: impl Fn(&lobby::Scope) -> bool,
    ) -> Vec<Parcel<lobby::Scope, lobby::Entity>> {
        lobby::parcels(before, touched, after, is_followed)
    }

    fn touched(event: &conference::event::Event, _before: &Self, _after: &Self) -> BTreeSet<lobby::Key> {
        event.touched()
    }

    fn may_wait(_event: &conference::event::Event) -> Duration {
        TICK
    }

    fn revises(event: &conference::event::Event) -> bool {
        event.revises()
    }

    fn sends_away<'a>(event: &'a conference::event::Event, after: &Self) -> Option<&'a PersonId> {
        event.sends_away(after)
    }

    fn post(&self, board: &Noticeboard) {
        board.post_conference(self);
    }
}

impl Shown for Draft {
    type Scope = draft::view::Scope;
    /// All of it is one thing.
    type Key = ();
    type Entity = draft::view::Entity;

    const SHARED: &'static [draft::view::Scope] = &[draft::view::Scope::Draft];

    fn title(&self) -> String {
        "the draft".to_owned()
    }

    /// Whoever comes here may write: that was asked at the door.
    fn scopes(&self, _person: &PersonId) -> Option<Vec<draft::view::Scope>> {
        Some(Self::SHARED.to_vec())
    }

    fn snapshot(&self, draft::view::Scope::Draft: &draft::view::Scope) -> Vec<draft::view::Entity> {
        draft::view::snapshot(self)
    }

    fn parcels(
        before: &Self,
        touched: &BTreeSet<()>,
        after: &Self,
        _is_followed: impl Fn(&draft::view::Scope) -> bool,
    ) -> Vec<Parcel<draft::view::Scope, draft::view::Entity>> {
        let set = if touched.is_empty() { Vec::new() } else { draft::view::written(before, after) };
        let parcel = Parcel { scope: draft::view::Scope::Draft, set, removed: Vec::new() };
        if parcel.set.is_empty() { Vec::new() } else { vec![parcel] }
    }

    fn touched(
        draft::Event::DraftWritten { .. }: &draft::Event,
        _before: &Self,
        _after: &Self,
    ) -> BTreeSet<()> {
        BTreeSet::from([()])
    }

    fn may_wait(_event: &draft::Event) -> Duration {
        TICK
    }

    fn revises(_event: &draft::Event) -> bool {
        false
    }

    fn sends_away<'a>(_event: &'a draft::Event, _after: &Self) -> Option<&'a PersonId> {
        None
    }

    /// The public reads versions, which the conference has.
    fn post(&self, _board: &Noticeboard) {}
}
