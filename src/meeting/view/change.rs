//! What an event changes in the view, and for whom.

use std::collections::BTreeSet;

use super::render_lists as lists;
use super::*;
use crate::meeting::event::Event;
use crate::meeting::ids::HandoverId;
use crate::meeting::programme::MicrophonePolicy;
use crate::meeting::{
    access, floor, panel, people, points_of_order, prerecorded, programme, recording, speakers, undo,
};

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
pub(super) fn changes_for(
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
    let keys = by_feature(before, event, after);
    // Whatever changes what the desk's last act has left, or is a new one, tells of it here.
    let undo = (before.undo_subject() != after.undo_subject()).then_some(Key::Undo);
    let stage = [before, after].into_iter().any(panel::has_stage);
    let is_there = |key: &Key| stage || !matches!(key, Key::Stage | Key::SpeakingTimes);
    let told = proceedings::touched(before, after);
    let over = past::touched(before, after);
    let keys = keys.into_iter().chain(undo).chain(told).chain(over).filter(is_there);
    if bears_on_motions(event) {
        keys.chain(motions::touched(before, after)).chain([Key::InHand]).collect()
    } else {
        keys.collect()
    }
}

/// What is moved, and who comes next, follow the session, the lists and the floor.
fn bears_on_motions(event: &Event) -> bool {
    match event {
        Event::Programme(_) | Event::Speakers(_) | Event::Floor(_) | Event::Motions(_) | Event::Undo(_) => {
            true
        }
        Event::People(_)
        | Event::Schedule(_)
        | Event::Seats(_)
        | Event::Texts(_)
        | Event::Prerecorded(_)
        | Event::PointsOfOrder(_)
        | Event::Microphones(_)
        | Event::Interpretation(_)
        | Event::Recording(_)
        | Event::Chat(_)
        | Event::Questions(_)
        | Event::Panel(_)
        | Event::Polls(_)
        | Event::RunSheet(_) => false,
    }
}

fn by_feature(before: &Meeting, event: &Event, after: &Meeting) -> BTreeSet<Key> {
    match event {
        Event::Programme(event) => by_programme(event, before, after),
        Event::People(people::Event::PersonArrived { person } | people::Event::PersonLeft { person }) => {
            by_presence(person, before, after)
        }
        Event::Schedule(_) => {
            let sheet = run_sheet::touched(before, after);
            sheet.into_iter().chain(lists::forecasts(after)).chain([Key::Session]).collect()
        }
        // Rare, and who sits where is told in many places.
        Event::Seats(_) => [before, after].into_iter().flat_map(everything).collect(),
        Event::Speakers(event) => {
            let mut keys = by_speakers(event, before, after);
            keys.insert(Key::Readiness);
            let list = list_of_event(event, before, after);
            keys.extend(list.iter().flat_map(lists::of_list));
            if let Some(request) = event.request() {
                keys.extend(lists::texts_of(before, request));
                keys.insert(Key::Preparation(request.clone()));
                keys.extend(recorded(before, request, after));
            }
            keys
        }
        Event::Texts(event) => {
            let request = event.request();
            let texts = lists::texts_of(before, request).chain(lists::texts_of(after, request));
            of_request(after, request).chain(texts).chain([Key::Preparation(request.clone())]).collect()
        }
        Event::Prerecorded(event) => by_prerecorded(event, before, after),
        Event::Floor(event) => by_floor(event, before, after),
        Event::PointsOfOrder(event) => by_points(event, before, after),
        Event::Motions(event) => BTreeSet::from([Key::Motion(event.motion().clone())]),
        Event::Undo(undo::Event::ActUndone { .. }) => by_undo(before, after),
        Event::Microphones(event) => by_microphones(event.person(), before, after),
        Event::Interpretation(event) => by_interpretation(event, before, after),
        Event::Recording(event) => by_recording(event, before, after),
        Event::Chat(event) => chat_change::by_chat(event, before, after),
        Event::Questions(event) => questions::touched(event, before, after),
        Event::Panel(panel::Event::TimerStarted { .. } | panel::Event::TimerStopped {}) => {
            BTreeSet::from([Key::Stage, Key::SpeakingTimes])
        }
        Event::Polls(event) => polls::touched(event, before, after),
        Event::RunSheet(_) => run_sheet::touched(before, after),
    }
}

fn by_programme(event: &programme::Event, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    match event {
        // Reopening is rare, and brings back whatever lapsed.
        programme::Event::SessionConvened { .. }
        | programme::Event::CharterRevised { .. }
        | programme::Event::SessionReopened { .. } => {
            [before, after].into_iter().flat_map(everything).collect()
        }
        programme::Event::SessionOpened {}
        | programme::Event::SessionSuspended { .. }
        | programme::Event::SessionResumed {} => {
            let waiting = all_waiting(after);
            waiting
                .chain(by_phase(before, after))
                .chain(lists::forecasts(after))
                .chain(placards(after))
                .collect()
        }
        programme::Event::SessionClosed { .. } | programme::Event::SessionAdjourned {} => {
            let lists = after.speakers.order.iter().flat_map(lists::of_list);
            let waiting = all_waiting(after).chain(lists);
            all_standings(after)
                .chain(by_phase(before, after))
                .chain(waiting)
                .chain(placards(after))
                .collect()
        }
    }
}

/// The session and its sound; the podium may open and close its microphones with it.
fn by_phase(before: &Meeting, after: &Meeting) -> impl Iterator<Item = Key> {
    let podium = after.roster.people().filter(|person| access::may_open(person, MicrophonePolicy::OpenStage));
    let podium = podium.map(|person| Key::You(person.id.clone()));
    let ruled = before.points.ruled.clone().map(Key::Point);
    let sound = sound(before).into_iter().chain(sound(after));
    // A point of order that is heard halts with its clock.
    let sheet = run_sheet::touched(before, after);
    let poll = polls::clocked(after);
    sound.chain(podium).chain(ruled).chain(sheet).chain(poll).chain([
        Key::Session,
        Key::Floor,
        Key::Questions,
        Key::Stage,
        Key::SpeakingTimes,
    ])
}

fn by_presence(person: &PersonId, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let known = after.roster.person(person);
    let seat = known.and_then(|known| known.delegation.clone()).map(Key::Delegation);
    let official = known.filter(|known| is_official(known)).map(|known| Key::Official(known.id.clone()));
    let heard = known.and_then(|known| interpretation::listeners::listens(after, known));
    let heard = heard.cloned().map(Key::Listeners);
    let occupant =
        known.filter(|known| known.delegation.is_some()).map(|known| Key::Occupant(known.id.clone()));
    let keys =
        seat.into_iter().chain(official).chain(occupant).chain(heard).chain([Key::Attendance, Key::Stage]);
    let keys = keys.chain(polls::counted(after));
    let ready = lists::preparations_of(after, person);
    keys.chain(ready).chain(of_sound(person, before, after)).collect()
}

fn by_microphones(person: &PersonId, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let keys = of_sound(person, before, after);
    let ready = lists::preparations_of(after, person);
    // Whether somebody on stage is ready.
    let stage = after.roster.person(person).is_some_and(panel::is_on_stage).then_some(Key::Stage);
    keys.into_iter().chain(ready).chain(stage).chain([Key::You(person.clone())]).collect()
}

fn by_interpretation(event: &interpretation::Event, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    use interpretation::Event as E;
    let of = |id: &HandoverId| {
        let pending = [before, after].into_iter().find_map(|meeting| meeting.interpretation.handover(id));
        pending.map(|pending| pending.handover.booth.clone())
    };
    let booth = match event {
        E::ChannelChosen { person, .. } => {
            let listener = |meeting| {
                let known = after.roster.person(person)?;
                interpretation::listeners::listens(meeting, known).cloned().map(Key::Listeners)
            };
            return [listener(before), listener(after), Some(Key::You(person.clone()))]
                .into_iter()
                .flatten()
                .collect();
        }
        E::InterpreterOnAir { booth, .. }
        | E::InterpreterOffAir { booth, .. }
        | E::OutputChosen { booth, .. }
        | E::SourceChosen { booth, .. }
        | E::RelayPreselected { booth, .. }
        | E::SlowDownAsked { booth, .. }
        | E::FloorSoundReported { booth, .. } => Some(booth.clone()),
        E::HandoverRequested { handover } => Some(handover.booth.clone()),
        E::HandoverAccepted { handover, .. }
        | E::HandoverCompleted { handover }
        | E::HandoverCancelled { handover, .. } => of(handover),
    };
    let mates = booth.iter().flat_map(|booth| after.roster.interpreters(booth));
    let mates = mates.map(|person| Key::You(person.id.clone()));
    sound(before).into_iter().chain(sound(after)).chain(mates).collect()
}

fn by_recording(event: &recording::Event, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    match event {
        recording::Event::RecordingStarted {} | recording::Event::RecordingStopped {} => {
            sound(after).into_iter().chain([Key::Session, Key::Recording]).collect()
        }
        recording::Event::RecordingSilent { .. } => [Key::Recording].into(),
        recording::Event::RecordingConsent { person, .. } => of_sound(person, before, after),
    }
}

/// The sound, if a person has part in it: speaks in the turn, is on the podium, or works in a booth.
fn of_sound(person: &PersonId, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
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
fn sound(meeting: &Meeting) -> BTreeSet<Key> {
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

fn by_speakers(event: &speakers::Event, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    use speakers::Event as E;
    match event {
        E::ListOpened { list }
        | E::ListClosed { list }
        | E::InscriptionOpened { list, .. }
        | E::InscriptionClosed { list, .. } => {
            let standing = |seat: &people::Delegation| Key::Standing(seat.id.clone(), list.clone());
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

/// The newest move by hand, and the one that is shown no longer for it.
fn last_moves(list: &speakers::List) -> impl Iterator<Item = Key> + use<> {
    let id = list.plan.id.clone();
    let left = list.moves.shown().start.checked_sub(1);
    list.moves.len().checked_sub(1).into_iter().chain(left).map(move |number| Key::Move(id.clone(), number))
}

/// The list that an event of the lists concerns.
fn list_of_event(event: &speakers::Event, before: &Meeting, after: &Meeting) -> Option<ListId> {
    let of_request = || {
        let request = event.request()?;
        list_of(after, request).or(list_of(before, request)).map(|list| list.plan.id.clone())
    };
    event.list().cloned().or_else(of_request)
}

/// A list with all who wait there.
fn waiting_on<'a>(meeting: &'a Meeting, list: &ListId) -> impl Iterator<Item = Key> + use<'a> {
    let waiting = meeting.speakers.list(list).into_iter().flat_map(|list| &list.queue);
    waiting.flat_map(|id| of_request(meeting, id)).chain([Key::List(list.clone())])
}

/// That a statement was recorded ahead, where one was or is.
fn recorded(before: &Meeting, request: &RequestId, after: &Meeting) -> Option<Key> {
    let held = [before, after].into_iter().any(|meeting| meeting.prerecorded.of(request).is_some());
    held.then(|| Key::Prerecorded(request.clone()))
}

/// Who may know that there is one; or, where it is stopped, whoever hears the floor.
fn by_prerecorded(event: &prerecorded::Event, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    match event.request() {
        Some(request) => of_request(after, request).chain(recorded(before, request, after)).collect(),
        None => sound(before).into_iter().chain(sound(after)).chain([Key::Floor]).collect(),
    }
}

fn by_floor(event: &floor::Event, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    match event {
        floor::Event::TurnLimitReached { .. } => BTreeSet::from([Key::Floor]),
        floor::Event::TurnSpeakerChanged { .. } => {
            sound(before).into_iter().chain(sound(after)).chain([Key::Floor]).collect()
        }
        floor::Event::FloorGiven { .. }
        | floor::Event::TurnSuspended { .. }
        | floor::Event::TurnResumed { .. }
        | floor::Event::TurnExtended { .. }
        | floor::Event::TurnEnded { .. } => {
            let turns = [before, after].into_iter().filter_map(|meeting| meeting.floor.current.as_ref());
            let heard = turns.flat_map(|current| of_request(after, &current.turn.request));
            let sound = sound(before).into_iter().chain(sound(after));
            let ruled = before.points.ruled.clone().map(Key::Point);
            let placards = ruled.is_some().then(|| placards(after)).into_iter().flatten();
            heard
                .chain(ruled)
                .chain(placards)
                .chain(all_waiting(after))
                .chain(left_queue(event).into_iter().flatten())
                .chain(delivered(event, before))
                .chain(lists::forecasts(after))
                .chain(sound)
                .chain([Key::Floor])
                .collect()
        }
    }
}

/// The point, who may appeal and who is heard. A point that is heard has the floor's sound.
fn by_points(event: &points_of_order::Event, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let ruled = [before, after].into_iter().filter_map(|meeting| meeting.points.ruled.clone());
    let points = ruled.chain([event.point().clone()]).map(Key::Point);
    let sound = sound(before).into_iter().chain(sound(after));
    points.chain(placards(after)).chain(sound).chain([Key::Floor]).collect()
}

/// Undoing is rare and may put back anything of the lists and the floor.
fn by_undo(before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let last = before.undo.last.as_deref();
    // Who is heard and where the session stands is told in many places.
    if last.is_some_and(|act| matches!(act.restore, undo::Restore::Point(_) | undo::Restore::Session(_))) {
        return [before, after].into_iter().flat_map(everything).collect();
    }
    let requests = last.into_iter().flat_map(|act| act.requests());
    let requests = requests.flat_map(|id| {
        let texts = lists::texts_of(before, id).chain(lists::texts_of(after, id));
        let recorded = recorded(before, id, after);
        texts.chain(recorded).chain([Key::Request(id.clone()), Key::Preparation(id.clone())])
    });
    let lists = after.speakers.order.iter().flat_map(|id| lists::of_list(id).chain([Key::List(id.clone())]));
    let sound = sound(before).into_iter().chain(sound(after));
    let waiting = all_waiting(before).chain(all_waiting(after));
    requests
        .chain(lists)
        .chain(sound)
        .chain(waiting)
        .chain(all_standings(after))
        .chain(lists::forecasts(after))
        .chain(run_sheet::touched(before, after))
        .chain([Key::Floor, Key::Equity, Key::SpeakingTimes])
        .collect()
}

/// The placards of all delegations.
fn placards(meeting: &Meeting) -> impl Iterator<Item = Key> {
    meeting.roster.delegations().map(|seat| Key::Placard(seat.id.clone()))
}

/// The list that a request leaves when it is given the floor; no other event of the floor changes a list.
fn left_queue(event: &floor::Event) -> Option<[Key; 3]> {
    match event {
        floor::Event::FloorGiven { turn } => {
            let preparation = Key::Preparation(turn.request.clone());
            Some([Key::List(turn.list.clone()), Key::Proposal(turn.list.clone()), preparation])
        }
        floor::Event::TurnSuspended { .. }
        | floor::Event::TurnResumed { .. }
        | floor::Event::TurnExtended { .. }
        | floor::Event::TurnLimitReached { .. }
        | floor::Event::TurnSpeakerChanged { .. }
        | floor::Event::TurnEnded { .. } => None,
    }
}

/// The texts of a statement that was heard to its end, and who spoke how long.
fn delivered(event: &floor::Event, before: &Meeting) -> Vec<Key> {
    let ended = matches!(event, floor::Event::TurnEnded { .. });
    let current = before.floor.current.as_ref().filter(|_| ended);
    let texts = current.into_iter().flat_map(|current| lists::texts_of(before, &current.turn.request));
    let recorded = current.and_then(|current| recorded(before, &current.turn.request, before));
    texts.chain(recorded).chain(ended.then_some(Key::Equity)).collect()
}

/// The list that a request is or was on.
fn list_of<'a>(meeting: &'a Meeting, request: &RequestId) -> Option<&'a speakers::List> {
    meeting.speakers.list(&meeting.speakers.request(request)?.request.list)
}

fn key_of(list: &speakers::List) -> Key {
    Key::List(list.plan.id.clone())
}

/// A list whose order changed, with all who wait there.
fn reordered<'a>(after: &'a Meeting, request: &RequestId) -> impl Iterator<Item = Key> + use<'a> {
    let list = list_of(after, request);
    let waiting = list.into_iter().flat_map(|list| &list.queue).flat_map(|id| of_request(after, id));
    waiting.chain(list.map(key_of))
}

/// A request, and how its delegation stands on its list.
fn of_request(meeting: &Meeting, request: &RequestId) -> impl Iterator<Item = Key> + use<> {
    let keys = meeting.speakers.request(request).map(|entry| {
        let request = &entry.request;
        let standing = Key::Standing(request.delegation.clone(), request.list.clone());
        [Key::Request(request.id.clone()), standing]
    });
    keys.into_iter().flatten()
}

/// All who wait on any list: their places and expectations may have moved.
fn all_waiting(meeting: &Meeting) -> impl Iterator<Item = Key> {
    meeting.speakers.waiting().flat_map(|request| of_request(meeting, &request))
}

fn all_standings(meeting: &Meeting) -> impl Iterator<Item = Key> {
    meeting.roster.delegations().flat_map(|seat| standings(meeting, &seat.id))
}

fn all_teams(meeting: &Meeting) -> impl Iterator<Item = Key> {
    meeting.roster.delegations().map(|seat| Key::Team(seat.id.clone()))
}

fn everything(meeting: &Meeting) -> impl Iterator<Item = Key> {
    let people = meeting.roster.people().flat_map(|person| of_person(meeting, &person.id));
    let seats = all_standings(meeting).chain(all_teams(meeting)).chain(placards(meeting));
    let ballots = meeting.roster.delegations();
    let ballots = ballots.flat_map(|seat| polls::own_ballots(meeting, Voter::Delegation(seat.id.clone())));
    shared(meeting).chain(seats).chain(people).chain(ballots)
}
