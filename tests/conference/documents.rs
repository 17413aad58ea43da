//! Documents: who enters them and gives their files, and who reads them when.

use plenary::conference::command::{Housekeeping, Intent};
use plenary::conference::documents::{Given, public_file, readable};
use plenary::conference::view::{Scope, scopes, snapshot};
use plenary::meeting::refusal::{Code, Field, Refusal};
use plenary::terms::file::{File, FileKind};
use plenary::terms::limits::{DOCUMENT_FILES_MAX, DOCUMENT_TITLE_CHARS_MAX, DOCUMENTS_MAX, SYMBOL_CHARS_MAX};
use serde_json::{Value, json};

use crate::harness::{OPENING_MS, Story, convened, id, two_desks};

const STAFF: [&str; 4] = ["chair", "secretariat", "side-desk", "interpreter-1"];
const OTHERS: [&str; 5] = ["olive-1", "palm-1", "observer-1", "observer-2", "screen"];

fn add(document: &str, of: Value) -> Value {
    json!({"type": "add_document", "document": document, "of": of, "title": {"en": " Agenda "}, "symbol": "E/1"})
}

fn of_all() -> Value {
    json!({"of": "conference"})
}

fn of_session(session: &str) -> Value {
    json!({"of": "session", "session": session})
}

fn release(document: &str, release: Value) -> Value {
    json!({"type": "release_document", "document": document, "release": release})
}

fn released() -> Value {
    json!({"release": "released"})
}

fn file(by: &str, content: u8) -> File {
    let content = id(&format!("{content:064x}"));
    let (name, kind) = ("agenda.pdf".to_owned(), FileKind::Pdf);
    File { content, name, kind, bytes: 9, words: None, by: id(by), at_ms: OPENING_MS }
}

fn give(story: Story, by: &str, document: &str, language: &str, content: u8) -> Story {
    let (document, language) = (id(document), language.parse().unwrap());
    story.server(Housekeeping::GiveFile(Given { document, language, file: file(by, content) }))
}

/// A document of the conference with a file in English.
fn with_document() -> Story {
    let story = convened(&two_desks()).when("secretariat", add("d", of_all())).then_tags(&["document_added"]);
    give(story, "secretariat", "d", "en", 1).then_tags(&["file_given"])
}

fn seen(story: &Story, scope: &Scope, kind: &str) -> Vec<Value> {
    let all = snapshot(&story.conference, scope).into_iter();
    let all = all.map(|entity| serde_json::to_value(entity).unwrap());
    all.filter(|entity| entity["type"] == kind).collect()
}

fn reads(story: &Story, who: &str) -> bool {
    readable(&story.conference, &id(who), &id("d"), &"en".parse().unwrap()).is_some()
}

#[test]
fn the_staff_alone_reads_a_document_until_it_is_released_and_nobody_once_it_is_withdrawn() {
    let story = with_document();
    let follows = |who: &str| scopes(&story.conference, &id(who)).unwrap().contains(&Scope::Staff);
    assert!(STAFF.into_iter().all(follows) && !OTHERS.into_iter().any(follows));
    for held in [json!({"release": "held"}), json!({"release": "embargo", "until_ms": OPENING_MS + 1})] {
        let story = story.clone().when("secretariat", release("d", held));
        assert!(STAFF.into_iter().all(|who| reads(&story, who)));
        assert!(!OTHERS.into_iter().chain(["nobody"]).any(|who| reads(&story, who)));
        assert_eq!(seen(&story, &Scope::Conference, "document"), Vec::<Value>::new());
        let [held] = <[Value; 1]>::try_from(seen(&story, &Scope::Staff, "held_document")).unwrap();
        assert_eq!((&held["title"], &held["files"]["en"]["version"]), (&json!({"en": "Agenda"}), &json!(1)));
    }
    let story = story.when("secretariat", release("d", released())).then_tags(&["document_released"]);
    assert!(STAFF.into_iter().chain(OTHERS).all(|who| reads(&story, who)));
    assert!(!reads(&story, "nobody"));
    assert_eq!(seen(&story, &Scope::Conference, "document").len(), 1);
    assert_eq!(seen(&story, &Scope::Staff, "held_document"), Vec::<Value>::new());
    let withdraw = json!({"type": "withdraw_document", "document": "d"});
    let story = story.when("secretariat", withdraw.clone()).then_tags(&["document_withdrawn"]);
    assert!(!STAFF.into_iter().chain(OTHERS).any(|who| reads(&story, who)));
    assert_eq!(seen(&story, &Scope::Conference, "document"), Vec::<Value>::new());
    story.when("secretariat", withdraw).then_refused(&Refusal::Unknown { field: Field::Document });
}

#[test]
fn an_embargo_ends_by_itself_and_only_if_it_is_that_one() {
    let until = |until_ms: i64| json!({"release": "embargo", "until_ms": until_ms});
    let story = with_document().when("secretariat", release("d", until(OPENING_MS + 5)));
    let ends = |until_ms: i64| Housekeeping::EndEmbargo { document: id("d"), until_ms };
    let timers: Vec<_> = story.conference.timers().collect();
    assert_eq!(timers, [(OPENING_MS + 5, Intent::Server(ends(OPENING_MS + 5)))]);
    let story = story.when("secretariat", release("d", until(OPENING_MS + 9)));
    let story = story.server(ends(OPENING_MS + 5)).then_tags(&[]);
    assert!(!reads(&story, "olive-1"));
    let story = story.server(ends(OPENING_MS + 9)).then_tags(&["document_released"]);
    assert!(reads(&story, "olive-1"));
    assert_eq!(story.conference.timers().count(), 0);
}

#[test]
fn a_file_takes_the_place_of_the_one_before_which_is_kept() {
    let story = give(with_document(), "secretariat", "d", "en", 2).then_tags(&["file_given"]);
    let story = give(story, "secretariat", "d", "en", 2).then_tags(&[]);
    let story = give(story, "secretariat", "d", "ar", 3).then_tags(&["file_given"]);
    let [held] = <[Value; 1]>::try_from(seen(&story, &Scope::Staff, "held_document")).unwrap();
    assert_eq!((&held["files"]["en"]["version"], &held["files"]["ar"]["version"]), (&json!(2), &json!(1)));
    assert_eq!(story.conference.documents.contents().count(), 3);
    let newest = readable(&story.conference, &id("chair"), &id("d"), &"en".parse().unwrap()).unwrap();
    assert_eq!(*newest, file("secretariat", 2));
    let full = (4..=DOCUMENT_FILES_MAX as u8)
        .fold(story, |story, number| give(story, "secretariat", "d", "en", number));
    give(full, "secretariat", "d", "en", 200).then_refused(&Refusal::Full { max: DOCUMENT_FILES_MAX });
}

#[test]
fn of_a_session_its_secretariat_decides_and_of_the_rest_whoever_serves_all() {
    let story = || convened(&two_desks());
    story().when("side-desk", add("d", of_session("closing"))).then_tags(&["document_added"]);
    story().when("side-desk", add("d", of_session("opening"))).then_refused(&Refusal::OfConference {});
    story().when("side-desk", add("d", of_all())).then_refused(&Refusal::OfConference {});
    for who in ["chair", "cedar-1", "observer-1", "interpreter-1"] {
        story().when(who, add("d", of_session("closing"))).then_refused(&Refusal::NotAllowed {});
        give(with_document(), who, "d", "en", 2).then_refused(&Refusal::OfConference {});
    }
    give(with_document(), "side-desk", "d", "en", 2).then_refused(&Refusal::OfConference {});
    for command in [release("d", released()), json!({"type": "withdraw_document", "document": "d"})] {
        with_document().when("side-desk", command).then_refused(&Refusal::OfConference {});
    }
}

#[test]
fn what_is_unknown_too_long_or_there_already_is_refused() {
    let story = || convened(&two_desks());
    let unknown = |field| Refusal::Unknown { field };
    story().when("secretariat", add("d", of_session("third"))).then_refused(&unknown(Field::Session));
    let of_item = json!({"of": "item", "item": "none"});
    story().when("secretariat", add("d", of_item)).then_refused(&unknown(Field::Item));
    let known = Refusal::DocumentKnown { document: id("d") };
    with_document().when("secretariat", add("d", of_all())).then_refused(&known);
    let change = |title: Value, symbol: &str, official: Value| json!({"type": "change_document", "document": "d", "title": title, "symbol": symbol, "official": official});
    let same = || json!({"en": "Agenda"});
    let long = |max: u32| "x".repeat(max as usize + 1);
    for (command, code) in [
        (change(json!({"en": long(DOCUMENT_TITLE_CHARS_MAX)}), "", Value::Null), Code::TooLong),
        (change(same(), &long(SYMBOL_CHARS_MAX), Value::Null), Code::TooLong),
        (change(json!({"en": "a\nb"}), "", Value::Null), Code::NotOneLine),
        (change(json!({"en": "a\u{202e}b"}), "", Value::Null), Code::TurnsText),
        (change(json!({"en": " "}), "", Value::Null), Code::Empty),
        (change(json!({"fr": "Ordre"}), "", Value::Null), Code::Unknown),
        (change(same(), "", json!("fr")), Code::Unknown),
    ] {
        with_document().when("secretariat", command).then_code(code);
    }
    with_document().when("secretariat", change(same(), "E/1", Value::Null)).then_tags(&[]);
    with_document().when("secretariat", change(same(), "E/2", json!("ar"))).then_tags(&["document_changed"]);
    give(with_document(), "secretariat", "d", "fr", 2).then_refused(&unknown(Field::Language));
    give(with_document(), "secretariat", "e", "en", 2).then_refused(&unknown(Field::Document));
    let bare = story().when("secretariat", add("d", of_all()));
    bare.when("secretariat", release("d", released())).then_refused(&Refusal::NoFile {});
}

#[test]
fn a_conference_has_so_many_documents() {
    let many = (0..DOCUMENTS_MAX).fold(convened(&two_desks()), |story, number| {
        story.when("secretariat", add(&format!("d{number}"), of_all()))
    });
    many.when("secretariat", add("d", of_all())).then_refused(&Refusal::Full { max: DOCUMENTS_MAX });
}

#[test]
fn the_public_reads_what_is_released_to_it_and_nothing_else() {
    let public = || json!({"release": "public"});
    let listening = two_desks().replacen("id = \"small\"", "id = \"small\"\npublic_listening = true", 1);
    let language = "en".parse().unwrap();
    let read = |story: &Story| {
        let shown = plenary::conference::public::public(&story.conference);
        let listed = shown.documents_of(&id("opening")).count();
        let file = public_file(&story.conference, &id("d"), &language).is_some();
        assert_eq!(listed > 0, file, "what is listed can be read, and nothing else");
        file
    };
    let story = convened(&listening).when("secretariat", add("d", of_all()));
    let story = give(story, "secretariat", "d", "en", 1);
    for held in [json!({"release": "held"}), json!({"release": "embargo", "until_ms": 1}), released()] {
        let story = story.clone().when("secretariat", release("d", held.clone()));
        assert!(!read(&story), "{held}");
    }
    let story = story.when("secretariat", release("d", public()));
    assert!(read(&story) && reads(&story, "olive-1"));
    assert_eq!(seen(&story, &Scope::Conference, "document")[0]["public"], json!(true));
    let back = story.clone().when("secretariat", release("d", released()));
    assert!(!read(&back) && reads(&back, "olive-1"));
    let gone = story.when("secretariat", json!({"type": "withdraw_document", "document": "d"}));
    assert!(!read(&gone));
    // Where the public may not listen it reads nothing either.
    let closed =
        give(convened(&two_desks()).when("secretariat", add("d", of_all())), "secretariat", "d", "en", 1);
    assert!(!read(&closed.when("secretariat", release("d", public()))));
}

#[test]
fn a_session_shows_the_public_its_own_documents_and_those_of_the_conference() {
    let listening = two_desks().replacen("id = \"small\"", "id = \"small\"\npublic_listening = true", 1);
    let story = convened(&listening).when("secretariat", add("d", of_session("closing")));
    let story = give(story, "secretariat", "d", "en", 1);
    let story = story.when("secretariat", release("d", json!({"release": "public"})));
    let shown = plenary::conference::public::public(&story.conference);
    assert_eq!(["opening", "closing"].map(|session| shown.documents_of(&id(session)).count()), [0, 1]);
}
