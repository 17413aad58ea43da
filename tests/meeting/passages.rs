//! What is found by its words: by whoever sees it, by nobody else, and as it stands.

use std::collections::{BTreeMap, BTreeSet};

use plenary::meeting::Meeting;
use plenary::meeting::procedure::floor::Ending;
use plenary::meeting::view::{self, Among, Key, Passage, PassageKind};
use plenary::search::{Index, Query};
use plenary::terms::folding::{fold, words};
use plenary::terms::limits::FOUND_MAX;
use plenary::terms::people::Person;

use crate::fixture::{LOGS, log};
use crate::harness::{Story, given};
use crate::sample::{PEOPLE, id};
use crate::words::*;

/// Keys of what a person finds.
fn found_among(
    index: &Index<Meeting>,
    meeting: &Meeting,
    person: &str,
    text: &str,
    among: &Among,
) -> (Vec<Key>, bool) {
    let person = meeting.roster.person(&id(person)).unwrap();
    let follows = view::scopes(meeting, person).into_iter().collect();
    let query = Query::of(text).unwrap();
    let page = index.find(meeting, &query, &follows, |key: &Key| among.has(key)).unwrap();
    (page.found.into_iter().map(|found| found.key).collect(), page.more)
}

fn found(story: &Story, person: &str, text: &str) -> Vec<Key> {
    found_among(&Index::default(), &story.meeting, person, text, &Among::default()).0
}

/// Everybody who finds the words.
fn finders(story: &Story, text: &str) -> Vec<&'static str> {
    let people = PEOPLE.iter().map(|(person, ..)| *person);
    people.filter(|person| !found(story, person, text).is_empty()).collect()
}

#[test]
fn a_text_is_found_by_the_booths_and_the_desk_ahead_and_by_all_once_it_was_delivered() {
    // Domain, section 2: confidential until delivered.
    let story = given([list_opened("main"), opened(), requested("a", "alice")]);
    let story = story.when("adam", give_text("a", "ar", "نرحّب بهذا المُؤْتَمَر", true));
    let ahead = ["clara", "maya", "sam", "ivan", "iris", "eva", "ed", "fay", "tom", "cara", "carl"];
    assert_eq!(finders(&story, "مؤتمر"), ahead);
    let story = story.happens([given_floor("t", "a", "alice")]);
    assert_eq!(finders(&story, "مؤتمر"), ahead);
    let story = story.happens([turn_ended("t", Ending::Stopped)]);
    assert_eq!(finders(&story, "مؤتمر").len(), PEOPLE.len());
    assert_eq!(found(&story, "olga", "مؤتمر"), [Key::Text(id("a"), id("ar"))]);
}

#[test]
fn one_index_follows_a_text_that_becomes_everybodys_and_one_that_is_taken_back() {
    let index = Index::default();
    let find =
        |story: &Story, person| found_among(&index, &story.meeting, person, "welcome", &Among::default()).0;
    let story = given([list_opened("main"), opened(), requested("a", "alice"), requested("b", "bob")]);
    let story = story.when("adam", give_text("a", "en", "We welcome this.", true));
    let story = story.when("bob", give_text("b", "fr", "Welcome, bienvenue.", true));
    assert_eq!((find(&story, "tom").len(), find(&story, "olga").len()), (2, 0));
    let story = story.when("bob", take_back_text("b", "fr"));
    assert_eq!((find(&story, "tom").len(), find(&story, "olga").len()), (1, 0));
    let story = story.happens([given_floor("t", "a", "alice"), turn_ended("t", Ending::Stopped)]);
    assert_eq!((find(&story, "tom").len(), find(&story, "olga").len()), (1, 1));
}

#[test]
fn a_message_is_found_by_whom_its_room_admits() {
    let rooms = [
        ("tom", "technicians"),
        ("alice", "delegation-egypt"),
        ("alice", "secretariat-egypt"),
        ("ivan", "booth-arabic"),
        ("eva", "interpreters"),
        ("clara", "desk"),
        ("clara", "line-booth-french"),
        ("sam", "line-technicians"),
        ("alice", "direct-alice.bob"),
        ("olga", "main"),
    ];
    let mut story = given([]);
    for (person, room) in rooms {
        story = story.when(person, send_message_in(room, &format!("Élections in {room}")));
    }
    for (name, ..) in PEOPLE {
        let person = story.meeting.roster.person(&id(name)).unwrap();
        let reads =
            |room: &str| plenary::meeting::hall::chat::readable(&story.meeting, person, &id(room)).is_some();
        let admitted = rooms.iter().filter(|(_, room)| reads(room)).count();
        assert_eq!(found(&story, name, "elections").len(), admitted, "{name}");
    }
    assert_eq!(found(&story, "screen", "elections").len(), 1);
    assert_eq!(found(&story, "bob", "elections direct").len(), 1);
}

#[test]
fn of_messages_what_was_edited_is_found_as_it_stands_and_what_was_deleted_is_not() {
    let index = Index::default();
    let find =
        |story: &Story, text| found_among(&index, &story.meeting, "tom", text, &Among::default()).0.len();
    let story = given([]).when("olga", send_message("a slip of the pen"));
    assert_eq!(find(&story, "slip"), 1);
    let story = story.when("olga", edit_message("m2", "a stroke of luck"));
    assert_eq!((find(&story, "slip"), find(&story, "stroke")), (0, 1));
    let story = story.when("olga", delete_message("m2", ""));
    assert_eq!((find(&story, "stroke"), find(&story, "luck")), (0, 0));
    let held =
        story.when("clara", set_pre_moderation("main", true)).when("olga", send_message("held for now"));
    assert_eq!(find(&held, "held"), 0);
}

#[test]
fn an_index_that_is_ahead_tells_nothing_that_is_gone_and_nothing_that_is_not_there_yet() {
    let index = Index::default();
    let early = given([]).when("olga", send_message("a slip of the pen"));
    let late = early.clone().when("olga", delete_message("m2", "")).when("olga", send_message("a pen"));
    index.take(&late.meeting).unwrap();
    let find = |story: &Story| found_among(&index, &story.meeting, "tom", "pen", &Among::default()).0;
    assert_eq!(find(&early), []);
    assert_eq!(find(&late).len(), 1);
}

#[test]
fn paragraphs_are_found_by_names_reasons_and_titles() {
    let story = given([list_opened("main"), opened()]);
    let story = story
        .when("clara", suspend_session("the fire drill"))
        .when("clara", announce(&[("fr", "Déjeuner au 3e")]));
    assert_eq!(found(&story, "olga", "fire").len(), 1);
    assert_eq!(found(&story, "olga", "dejeuner").len(), 1);
    assert_eq!(found(&story, "olga", "name of clara").len(), 1);
    assert_eq!(found(&story, "olga", "lunch").len(), 0);
}

#[test]
fn a_search_is_narrowed_to_a_kind_and_to_a_room_that_one_reads() {
    let story = given([list_opened("main"), opened()]).when("clara", suspend_session("the fire drill"));
    let story =
        story.when("olga", send_message("fire?")).when("tom", send_message_in("technicians", "fire!"));
    let tom = story.meeting.roster.person(&id("tom")).unwrap();
    let find = |among: &Among| found_among(&Index::default(), &story.meeting, "tom", "fire", among).0.len();
    let kind = |kind| Among { kind: Some(kind), room: None };
    assert_eq!(find(&Among::default()), 3);
    assert_eq!(find(&kind(PassageKind::Message)), 2);
    assert_eq!(find(&kind(PassageKind::Paragraph)), 1);
    assert_eq!(find(&kind(PassageKind::Text)), 0);
    assert_eq!(find(&Among::of_room(&story.meeting, tom, &id("technicians")).unwrap()), 1);
    assert_eq!(Among::of_room(&story.meeting, tom, &id("delegation-egypt")), None);
}

#[test]
fn a_page_has_the_newest_of_what_fits_alike_and_says_that_there_is_more_to_find() {
    let mut story = given([]);
    for number in 0..=FOUND_MAX {
        story = story.after(1_000).when("tom", send_message_in("technicians", &format!("note {number:03}")));
    }
    let index = Index::default();
    let find = |person| found_among(&index, &story.meeting, person, "note", &Among::default());
    let (keys, more) = find("tom");
    assert_eq!((keys.len(), more), (FOUND_MAX, true));
    let newest =
        Key::Message(plenary::meeting::hall::chat::Room::Technicians, id(&format!("m{}", story.meeting.seq)));
    assert_eq!(keys.first(), Some(&newest));
    // Whoever reads none of it does not learn that there is any.
    assert_eq!(find("olga"), (vec![], false));
}

/// All passages of a meeting.
fn all(meeting: &Meeting) -> BTreeMap<Key, Passage> {
    let keys = view::reworded(None, meeting).into_iter();
    keys.filter_map(|key| view::passage(meeting, &key).map(|passage| (key, passage))).collect()
}

/// Takes what differs into passages of an earlier state.
pub fn reword(passages: &mut BTreeMap<Key, Passage>, before: &Meeting, after: &Meeting) {
    for key in view::reworded(Some(before), after) {
        match view::passage(after, &key) {
            Some(passage) => drop(passages.insert(key, passage)),
            None => drop(passages.remove(&key)),
        }
    }
}

/// What an index was told step by step is what stands there.
pub fn assert_reworded(passages: &BTreeMap<Key, Passage>, meeting: &Meeting) {
    let found = |passages: &BTreeMap<Key, Passage>| -> BTreeMap<Key, (view::Scope, String)> {
        let told = passages
            .iter()
            .map(|(key, passage)| (key.clone(), (passage.scope.clone(), passage.text.clone())));
        told.collect()
    };
    assert_eq!(found(passages), found(&all(meeting)));
}

/// What a person's view shows of texts, messages and the proceedings.
fn seen(meeting: &Meeting, person: &Person) -> BTreeSet<Key> {
    let keys = view::scopes(meeting, person).into_iter().flat_map(|scope| view::keys(meeting, &scope));
    keys.filter(|key| {
        let kind =
            matches!(key, Key::Text(..) | Key::Message(..) | Key::DirectMessage(..) | Key::Paragraph(_));
        kind && view::render(meeting, key).is_some() && view::passage(meeting, key).is_some()
    })
    .collect()
}

#[test]
fn in_every_session_that_is_kept_each_finds_what_they_see_and_nothing_else() {
    let (mut tried, mut found_by_all) = (0, 0);
    for name in LOGS {
        let mut meeting = Meeting::default();
        let mut told = BTreeMap::new();
        let index = Index::default();
        for recorded in log(name) {
            let before = meeting.clone();
            meeting.evolve(&recorded);
            reword(&mut told, &before, &meeting);
            index.take(&meeting).unwrap();
        }
        assert_reworded(&told, &meeting);
        let passages = all(&meeting);
        for person in meeting.roster.people() {
            let follows: BTreeSet<_> = view::scopes(&meeting, person).into_iter().collect();
            let seen = seen(&meeting, person);
            for (key, passage) in &passages {
                let folded = fold(&passage.text);
                let text: Vec<&str> = words(&folded).map(|(_, word)| word).take(12).collect();
                let Ok(query) = Query::of(&text.join(" ")) else { continue };
                let page = index.find(&meeting, &query, &follows, |one: &Key| one == key).unwrap();
                let finds = page.found.iter().any(|found| found.key == *key);
                assert_eq!(finds, follows.contains(&passage.scope), "{name}: {} finds {key:?}", person.id);
                assert!(
                    finds || !seen.contains(key),
                    "{name}: {} sees {key:?} and does not find it",
                    person.id
                );
                tried += 1;
                found_by_all += usize::from(finds);
            }
        }
    }
    assert!(found_by_all > 100 && tried > found_by_all + 100, "{found_by_all} of {tried} were found");
}
