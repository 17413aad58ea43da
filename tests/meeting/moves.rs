//! What goes over from one scope to another: whoever follows both keeps it, whoever follows one has it or has it not.

use plenary::meeting::Meeting;
use plenary::meeting::event::Event;
use plenary::meeting::hall::polls::Entitled;
use plenary::meeting::view::{self, Parcel};
use plenary::terms::people::Role;
use serde_json::Value;

use crate::harness::{Story, given};
use crate::sample::{charter, id};
use crate::store::{Store, named};
use crate::words::*;

const WORDS: &str = "Madam Chair, my delegation welcomes this review.";
/// The desk and the booths, who see a text ahead, and a delegate, who does not.
const READERS: [&str; 3] = ["clara", "ivan", "bob"];

fn json(value: impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

/// The page of a person as it is when they join.
fn joined(meeting: &Meeting, person: &str) -> Store {
    let mut page = Store::default();
    for scope in view::scopes(meeting, meeting.roster.person(&id(person)).unwrap()) {
        let entities = view::snapshot(meeting, &scope).into_iter().map(json).map(named);
        page.snapshot(&scope.to_string(), meeting.seq, entities);
    }
    page
}

/// Sends a page what has happened since, gathered into one publication.
fn sent(page: &mut Store, person: &str, before: &Story, after: &Story) {
    let mut at = before.meeting.clone();
    let mut touched = std::collections::BTreeSet::new();
    for recorded in &after.log[before.log.len()..] {
        let mut next = at.clone();
        next.evolve(recorded);
        touched.extend(view::touched(&at, &recorded.event, &next));
        at = next;
    }
    let scopes = view::scopes(&at, at.roster.person(&id(person)).unwrap());
    let parcels = view::parcels(&before.meeting, &touched, &at, |scope| scopes.contains(scope));
    for Parcel { scope, set, removed } in parcels {
        let set = set.into_iter().map(json).map(named);
        let removed = removed.iter().map(|one| format!("{}/{}", one.kind, one.id));
        page.changes(&scope.to_string(), at.seq, set, removed);
    }
}

/// Who of the readers has an entity once they were sent what happened from one moment to the other; each page is then as
/// a fresh one.
#[track_caller]
fn who_has(name: &str, before: &Story, after: &Story) -> Vec<&'static str> {
    let has = |reader: &&'static str| {
        let mut page = joined(&before.meeting, reader);
        sent(&mut page, reader, before, after);
        assert_eq!(page.held, joined(&after.meeting, reader).held, "the page of {reader}");
        page.any(name).is_some()
    };
    READERS.into_iter().filter(has).collect()
}

/// Egypt waits with `a` and its text, Lebanon with `b`.
fn text_given_ahead() -> Story {
    given(["clara", "alice", "bob"].map(arrived))
        .happens([list_opened("main"), opened(), requested("a", "alice"), requested("b", "bob")])
        .happens([text_given("a", "en", WORDS, true)])
}

fn undone(story: Story) -> Story {
    let act = story.meeting.undo.last.as_ref().unwrap().seq;
    story.when("clara", undo_act(act)).then([act_undone(act)])
}

/// A text is heard by an act of the desk, and is confidential again when that is undone.
#[track_caller]
fn comes_and_goes(before: Story, act: impl Fn(Story) -> Story) {
    assert_eq!(who_has("text/a-en", &before, &before), ["clara", "ivan"]);
    let heard = act(before.clone());
    assert_eq!(who_has("text/a-en", &before, &heard), READERS);
    let undone = undone(heard.clone());
    assert_eq!(who_has("text/a-en", &heard, &undone), ["clara", "ivan"]);
    // And all in one tick.
    assert_eq!(who_has("text/a-en", &before, &undone), ["clara", "ivan"]);
}

#[test]
fn a_text_is_confidential_again_when_the_end_of_its_turn_is_undone() {
    let story = text_given_ahead().happens([given_floor("t", "a", "alice")]);
    comes_and_goes(story, |story| story.when("clara", stop_turn("t")));
}

#[test]
fn a_text_is_confidential_again_when_the_next_turn_is_undone() {
    let story = text_given_ahead().happens([given_floor("t", "a", "alice")]);
    comes_and_goes(story, |story| story.when("clara", give_floor("b", Some("t"))));
}

#[test]
fn a_text_is_confidential_again_when_it_was_filed_in_writing_by_mistake() {
    comes_and_goes(text_given_ahead(), |story| story.when("clara", to_written("a")));
}

#[test]
fn an_official_whom_all_knew_is_known_to_the_booths_alone_and_again_to_all() {
    let with = |role: Role| {
        let mut charter = charter();
        let rita = charter.people.iter_mut().find(|person| person.id == id("rita")).unwrap();
        rita.roles = vec![role];
        convene(charter)
    };
    let known = given([] as [Event; 0]);
    let hidden = known.clone().housekeeping(with(Role::Technician));
    let again = hidden.clone().housekeeping(with(Role::Rapporteur));
    assert_eq!(who_has("official/rita", &known, &hidden), ["clara", "ivan"]);
    assert_eq!(who_has("official/rita", &hidden, &again), READERS);
}

#[test]
fn ballots_by_name_go_over_from_the_desk_to_all() {
    let asked = given([opened()]).when("maya", poll(Entitled::Delegations, true, false, None));
    let before = asked.when("bob", cast("v3", &[1])).when("maya", close_poll("v3"));
    let shown = before.clone().when("maya", publish_poll("v3")).then([poll_published("v3")]);
    let ballot = "ballot/v3-delegation-lebanon";
    assert_eq!(who_has(ballot, &before, &before), ["clara"]);
    assert_eq!(who_has(ballot, &before, &shown), READERS);
}
