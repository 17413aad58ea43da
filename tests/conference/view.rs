//! What lobbies are told: the changes add up to the view, whatever happens; all is told once, and one's own to oneself.

use std::collections::{BTreeMap, BTreeSet};

use plenary::conference::Conference;
use plenary::conference::event::Event;
use plenary::conference::view::{Entity, Key, Scope, parcels, scopes, snapshot};
use plenary::meeting::procedure::programme::Phase;
use plenary::terms::ids::PersonId;
use serde_json::{Value, json};

use crate::harness::{MINUTE_MS, OPENING_MS, Story, convened, id, small, two_desks};

/// Entities by their names.
type Page = BTreeMap<String, Entity>;

fn name(entity: &Entity) -> String {
    match entity {
        Entity::Conference(view) => format!("conference/{}", view.id),
        Entity::ProgrammeSession(view) => format!("programme_session/{}", view.id),
        Entity::AgendaItem(view) => format!("agenda_item/{}", view.id),
        Entity::ConferenceAnnouncement(view) => format!("conference_announcement/{}", view.id),
        Entity::Participant(view) => format!("participant/{}", view.id),
        Entity::Document(view) => format!("document/{}", view.id),
        Entity::HeldDocument(view) => format!("held_document/{}", view.id),
        Entity::KeyMessage(view) => format!("key_message/{}", view.id),
        Entity::KeyMessages(view) => format!("key_messages/{}", view.id),
        Entity::IssuedMessage(view) => format!("issued_message/{}", view.id),
        Entity::Outcome(view) => format!("outcome/{}", view.id),
        Entity::OutcomeVersion(view) => format!("outcome_version/{}", view.id),
        Entity::OutcomeComment(view) => format!("outcome_comment/{}", view.id),
        Entity::OutcomeCorrection(view) => format!("outcome_correction/{}", view.id),
        Entity::ShownOutcome(view) => format!("shown_outcome/{}", view.id),
    }
}

fn page(conference: &Conference, scope: &Scope) -> Page {
    snapshot(conference, scope).into_iter().map(|entity| (name(&entity), entity)).collect()
}

/// All who take part, as the conference has them.
fn people(conference: &Conference) -> BTreeSet<PersonId> {
    let people = conference.live.iter().flat_map(|plan| &plan.people).map(|person| person.id.clone());
    people.filter(|person| scopes(conference, person).is_some()).collect()
}

/// What is told of an event makes the view of before the view of after, for whoever is there before and after. Of those who
/// are gone it is told that they are.
pub fn assert_adds_up(before: &Conference, event: &Event, after: &Conference) {
    let (were, are) = (people(before), people(after));
    let gone: Vec<&PersonId> = were.difference(&are).collect();
    if !event.revises() {
        assert_eq!(gone, event.sends_away(after).into_iter().collect::<Vec<_>>(), "{event:?}");
    }
    let own = were.intersection(&are).map(|person| Scope::Person(person.clone()));
    let followed: BTreeSet<Scope> = own.chain([Scope::Record, Scope::Staff, Scope::Conference]).collect();
    let mut pages: BTreeMap<Scope, Page> =
        followed.iter().map(|scope| (scope.clone(), page(before, scope))).collect();
    let told = parcels(before, &event.touched(), after, |scope| followed.contains(scope));
    let last = told.iter().position(|parcel| parcel.scope == Scope::Conference);
    assert!(last.is_none_or(|at| at == told.len() - 1), "that of all comes last: {event:?}");
    for parcel in told {
        let page = pages.get_mut(&parcel.scope).expect("only to those who follow it");
        for gone in &parcel.removed {
            page.remove(&format!("{}/{}", gone.kind, gone.id)).expect("only what was there is removed");
        }
        for entity in parcel.set {
            let was = page.insert(name(&entity), entity.clone());
            assert_ne!(was, Some(entity), "what is as it was is not told: {event:?}");
        }
    }
    for (scope, held) in pages {
        assert_eq!(held, page(after, &scope), "{scope} after {event:?}");
    }
}

fn session(story: &Story, session: &str) -> Value {
    let found = page(&story.conference, &Scope::Conference).remove(&format!("programme_session/{session}"));
    serde_json::to_value(found.expect("the programme has it")).unwrap()
}

/// Where somebody may enter, by their own card.
fn may_enter(story: &Story, person: &str) -> Vec<Value> {
    let card = snapshot(&story.conference, &Scope::Person(id(person))).remove(0);
    let sessions = serde_json::to_value(card).unwrap()["sessions"].clone();
    sessions.as_array().unwrap().iter().map(|one| one["session"].clone()).collect()
}

#[test]
fn a_session_is_shown_in_the_phase_that_it_has_reported() {
    let story = convened(&small()).phase("opening", Phase::Open);
    assert_eq!(session(&story, "opening")["phase"], "open");
    assert_eq!(session(&story, "closing")["phase"], "scheduled");
    assert_eq!(story.log.last().unwrap().event.touched(), BTreeSet::from([Key::Programme]));
}

#[test]
fn a_session_that_is_added_is_on_the_card_of_whoever_may_enter_it() {
    let add = json!({"type": "add_session", "session": "third", "like": "opening", "title": {"en": "Third"},
                     "starts_at_ms": OPENING_MS + 120 * MINUTE_MS, "ends_at_ms": OPENING_MS + 165 * MINUTE_MS});
    let story = convened(&two_desks()).when("secretariat", add);
    assert_eq!(may_enter(&story, "olive-1"), ["closing", "opening", "third"]);
    // Of the side event's secretariat it asks nothing.
    assert_eq!(may_enter(&story, "side-desk"), ["closing"]);
}

#[test]
fn whoever_is_withdrawn_from_some_sessions_stays_and_from_the_last_one_goes() {
    let withdraw = json!({"type": "withdraw_person", "person": "cedar-1"});
    let story = convened(&two_desks()).when("side-desk", withdraw.clone());
    assert_eq!(may_enter(&story, "cedar-1"), ["opening"]);
    assert_eq!(story.log.last().unwrap().event.sends_away(&story.conference), None);
    let story = story.when("secretariat", withdraw);
    assert_eq!(scopes(&story.conference, &id("cedar-1")), None);
    let person: PersonId = id("cedar-1");
    assert_eq!(story.log.last().unwrap().event.sends_away(&story.conference), Some(&person));
}

#[test]
fn whoever_has_no_role_anywhere_follows_nothing() {
    let story = convened(&small());
    assert_eq!(scopes(&story.conference, &id("nobody")), None);
    assert_eq!(scopes(&Conference::default(), &id("cedar-1")), None);
    let own = Scope::Person(id("cedar-1"));
    assert_eq!(scopes(&story.conference, &id("cedar-1")), Some(vec![own, Scope::Conference]));
}
