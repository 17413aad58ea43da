//! What an event changes in the view, and for whom.

use std::collections::BTreeSet;

use super::*;
use crate::meeting::charter::MicrophonePolicy;
use crate::meeting::event::Event;
use crate::meeting::hall::run_sheet;
use crate::meeting::procedure::speakers::view::render as lists;
use crate::meeting::procedure::{motions, speakers};
use crate::meeting::{access, proceedings};

/// An entity that an audience is to take over, or to let go of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Whose view changes.
    pub scope: Scope,
    /// Which entity.
    pub key: Key,
    /// The entity as it is now; none if the audience sees it no longer.
    pub entity: Option<Entity>,
}

/// What follows from the entities touched between two states, by one event or by several: each as it is now, in
/// its scope. An entity whose scope has changed, as that of an interpreter who becomes the moderator, goes from
/// the old one. What goes comes before what is set, so one who follows both scopes keeps it.
pub fn changes(before: &Meeting, touched: &BTreeSet<Key>, after: &Meeting) -> Vec<Change> {
    changes_for(before, touched, after, |_| true)
}

/// The same for the scopes that somebody follows: what nobody is to read is not drawn up.
pub(in crate::meeting) fn changes_for(
    before: &Meeting,
    touched: &BTreeSet<Key>,
    after: &Meeting,
    is_followed: impl Fn(&Scope) -> bool,
) -> Vec<Change> {
    let view = View::of(after);
    let moved = touched.iter().map(|key| (key, key.scope(before)));
    let moved = moved.filter(|(key, scope)| *scope != key.scope(after) && is_followed(scope));
    let gone = moved.map(|(key, scope)| Change { scope, key: key.clone(), entity: None });
    let now = touched.iter().map(|key| (key, key.scope(after))).filter(|(_, scope)| is_followed(scope));
    let now = now.map(|(key, scope)| Change { scope, key: key.clone(), entity: view.render(key) });
    let (set, unseen): (Vec<Change>, Vec<Change>) = now.partition(|change| change.entity.is_some());
    gone.chain(unseen).chain(set).collect()
}

/// The entities that an event may have changed. More than changed is harmless, fewer is a bug: a property test
/// compares what is built up from these with the view made afresh.
pub fn touched(before: &Meeting, event: &Event, after: &Meeting) -> BTreeSet<Key> {
    let keys = event.member().touched(before, after);
    // Whatever changes what the desk's last act has left, or is a new one, tells of it here.
    let undo = (before.undo_subject() != after.undo_subject()).then_some(Key::Undo);
    let stage = [before, after].into_iter().any(Meeting::has_stage);
    let is_there = |key: &Key| stage || !matches!(key, Key::Stage | Key::SpeakingTimes);
    let told = proceedings::view::touched(before, after);
    // Who has spoken follows what is told.
    let unheard = (!told.is_empty()).then_some(Key::Unheard);
    let over = past::touched(before, after);
    let keys = keys.into_iter().chain(undo).chain(told).chain(unheard).chain(over).filter(is_there);
    // What is moved, and who comes next, follow the session, the lists and the floor.
    if event.member().bears_on_motions() {
        keys.chain(motions::view::touched(before, after)).chain([Key::InHand]).collect()
    } else {
        keys.collect()
    }
}

/// The session and its sound; the podium may open and close its microphones with it.
pub(in crate::meeting) fn by_phase(before: &Meeting, after: &Meeting) -> impl Iterator<Item = Key> {
    let podium = after.roster.people().filter(|person| access::may_open(person, MicrophonePolicy::OpenStage));
    let podium = podium.map(|person| Key::You(person.id.clone()));
    let ruled = before.points.ruled.clone().map(Key::Point);
    let sound = sound(before).into_iter().chain(sound(after));
    // A point of order that is heard halts with its clock.
    let sheet = run_sheet::view::touched(before, after);
    let poll = polls::view::clocked(after);
    sound.chain(podium).chain(ruled).chain(sheet).chain(poll).chain([
        Key::Session,
        Key::Floor,
        Key::Questions,
        Key::Stage,
        Key::SpeakingTimes,
    ])
}

/// A list with all who wait there.
pub(in crate::meeting) fn waiting_on<'a>(
    meeting: &'a Meeting,
    list: &ListId,
) -> impl Iterator<Item = Key> + use<'a> {
    let waiting = meeting.speakers.list(list).into_iter().flat_map(|list| &list.queue);
    waiting.flat_map(|id| of_request(meeting, id)).chain([Key::List(list.clone())])
}

/// That a statement was recorded ahead, where one was or is.
pub(in crate::meeting) fn recorded(before: &Meeting, request: &RequestId, after: &Meeting) -> Option<Key> {
    let held = [before, after].into_iter().any(|meeting| meeting.prerecorded.of(request).is_some());
    held.then(|| Key::Prerecorded(request.clone()))
}

/// The placards of all delegations.
pub(in crate::meeting) fn placards(meeting: &Meeting) -> impl Iterator<Item = Key> {
    meeting.roster.delegations().map(|seat| Key::Placard(seat.id.clone()))
}

/// The list that a request is or was on.
pub(in crate::meeting) fn list_of<'a>(
    meeting: &'a Meeting,
    request: &RequestId,
) -> Option<&'a speakers::List> {
    meeting.speakers.list(&meeting.speakers.request(request)?.request.list)
}

pub(in crate::meeting) fn key_of(list: &speakers::List) -> Key {
    Key::List(list.plan.id.clone())
}

/// A list whose order changed, with all who wait there.
pub(in crate::meeting) fn reordered<'a>(
    after: &'a Meeting,
    request: &RequestId,
) -> impl Iterator<Item = Key> + use<'a> {
    let list = list_of(after, request);
    let waiting = list.into_iter().flat_map(|list| &list.queue).flat_map(|id| of_request(after, id));
    waiting.chain(list.map(key_of))
}

/// A request, and how its delegation stands on its list.
pub(in crate::meeting) fn of_request(
    meeting: &Meeting,
    request: &RequestId,
) -> impl Iterator<Item = Key> + use<> {
    let keys = meeting.speakers.request(request).map(|entry| {
        let request = &entry.request;
        let standing = Key::Standing(request.delegation.clone(), request.list.clone());
        [Key::Request(request.id.clone()), standing]
    });
    keys.into_iter().flatten()
}

/// All who wait on any list: their places and expectations may have moved.
pub(in crate::meeting) fn all_waiting(meeting: &Meeting) -> impl Iterator<Item = Key> {
    meeting.speakers.waiting().flat_map(|request| of_request(meeting, &request))
}

pub(in crate::meeting) fn all_standings(meeting: &Meeting) -> impl Iterator<Item = Key> {
    meeting.roster.delegations().flat_map(|seat| standings(meeting, &seat.id))
}

pub(in crate::meeting) fn all_teams(meeting: &Meeting) -> impl Iterator<Item = Key> {
    meeting.roster.delegations().map(|seat| Key::Team(seat.id.clone()))
}

pub(in crate::meeting) fn everything(meeting: &Meeting) -> impl Iterator<Item = Key> {
    let people = meeting.roster.people().flat_map(|person| of_person(meeting, &person.id));
    let seats = all_standings(meeting).chain(all_teams(meeting)).chain(placards(meeting));
    let ballots = meeting.roster.delegations();
    let ballots =
        ballots.flat_map(|seat| polls::view::own_ballots(meeting, Voter::Delegation(seat.id.clone())));
    shared(meeting).chain(seats).chain(people).chain(ballots)
}

/// The sound, if a person has part in it: speaks in the turn, is on the podium, or works in a booth.
pub(in crate::meeting) fn of_sound(person: &PersonId, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let has_part = |meeting: &Meeting| {
        let speaker = meeting.has_floor().and_then(|has| has.person);
        let desk = meeting.roster.person(person).is_some_and(|person| person.interprets_in().is_some());
        desk || speaker == Some(person) || meeting.microphones.podium.contains_key(person)
    };
    if !has_part(before) && !has_part(after) {
        return BTreeSet::new();
    }
    sound(before).into_iter().chain(sound(after)).chain([Key::You(person.clone())]).collect()
}

/// All that the sound of a session is made of. It hangs together, and is small: channels, booths, the microphones that
/// are live with the cards of their people and of whoever speaks in the turn, and what the desk is told.
pub(in crate::meeting) fn sound(meeting: &Meeting) -> BTreeSet<Key> {
    let charter = meeting.charter.iter();
    let channels = charter.clone().flat_map(|charter| &charter.channels);
    let channels = channels.map(|channel| Key::Channel(channel.id.clone()));
    let booths = charter.flat_map(|charter| &charter.booths).map(|booth| Key::Booth(booth.id.clone()));
    let live = plan::floor(meeting).into_iter().map(|live| live.person.id.clone());
    let live = live.flat_map(|id| [Key::Microphone(id.clone()), Key::You(id)]);
    let of_turn = meeting.floor.current.as_ref().and_then(|current| current.turn.speaker.clone());
    let has_floor = meeting.has_floor().and_then(|has| has.person.cloned());
    let speaker = of_turn.into_iter().chain(has_floor).map(Key::You);
    channels.chain(booths).chain(live).chain(speaker).chain([Key::Readiness, Key::Pace, Key::Stage]).collect()
}

/// The texts of a request.
pub(in crate::meeting) fn texts_of<'a>(
    meeting: &'a Meeting,
    request: &RequestId,
) -> impl Iterator<Item = Key> + use<'a> {
    let request = request.clone();
    meeting.texts.of(&request).iter().map(move |(_, text)| Key::Text(request.clone(), text.language.clone()))
}

/// What tells who is there.
pub(in crate::meeting) fn by_presence(person: &PersonId, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let known = after.roster.person(person);
    let seat = known.and_then(|known| known.delegation.clone()).map(Key::Delegation);
    let official = known.filter(|known| is_official(known)).map(|known| Key::Official(known.id.clone()));
    let heard = known.and_then(|known| interpretation::listeners::listens(after, known));
    let heard = heard.cloned().map(Key::Listeners);
    let occupant =
        known.filter(|known| known.delegation.is_some()).map(|known| Key::Occupant(known.id.clone()));
    let keys =
        seat.into_iter().chain(official).chain(occupant).chain(heard).chain([Key::Attendance, Key::Stage]);
    let keys = keys.chain(polls::view::counted(after));
    let ready = lists::preparations_of(after, person);
    keys.chain(ready).chain(of_sound(person, before, after)).collect()
}

/// What tells the session's time and title.
pub(in crate::meeting) fn by_schedule(before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let sheet = run_sheet::view::touched(before, after);
    sheet.into_iter().chain(lists::forecasts(after)).chain([Key::Session]).collect()
}
