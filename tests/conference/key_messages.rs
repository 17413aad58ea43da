//! Key messages: who gathers them, whose they are, and when the public reads them.

use plenary::conference::key_messages::{IssuedAs, Voice};
use plenary::conference::view::{Scope, scopes, snapshot};
use plenary::meeting::refusal::{Code, Field, Refusal};
use plenary::terms::limits::{KEY_MESSAGE_CHARS_MAX, KEY_MESSAGES_MAX, ORIGIN_CHARS_MAX, PASSAGE_CHARS_MAX};
use serde_json::{Value, json};

use crate::harness::{Story, convened, id, two_desks};

/// Two desks, with a rapporteur of both sessions, one of the closing alone, and two objectives.
fn with_record() -> Story {
    let person = |id: &str, roles: &str| {
        format!(
            "\n[[people]]\nid = \"{id}\"\nname = {{ en = \"R\" , ar = \"م\" }}\nlanguage = \"en\"\nroles = {{ {roles} = [\"rapporteur\"] }}\n"
        )
    };
    let objective = |number: u8| {
        format!("\n[[objectives]]\nnumber = {number}\ntitle = {{ en = \"O{number}\", ar = \"هـ\" }}\n")
    };
    let all = two_desks() + &person("rapporteur", "\"*\"") + &person("side-rapporteur", "closing");
    convened(&(all + &objective(1) + &objective(21)))
}

fn content(change: Value) -> Value {
    let mut content = json!({"voice": "stakeholders", "delegation": null, "origin": "", "source": null, "passage": "",
        "text": {"en": "Data are shared."}, "objectives": [], "principles": []});
    for (key, value) in change.as_object().unwrap() {
        content[key] = value.clone();
    }
    content
}

fn gather(change: Value) -> Value {
    json!({"type": "gather_key_message", "content": content(change)})
}

fn of_closing() -> Value {
    json!({"source": {"session": "closing", "turn": "t9"}})
}

/// The number of what was gathered last.
fn newest(story: &Story) -> String {
    story.conference.key_messages.messages.last().expect("something was gathered").id.to_string()
}

fn texts(story: &Story) -> Vec<String> {
    let text = |text: &plenary::terms::ids::Wording| text.0.values().next().unwrap().clone();
    story.conference.key_messages.messages.iter().map(|message| text(&message.content.text)).collect()
}

fn seen(story: &Story, scope: &Scope, kind: &str) -> Vec<Value> {
    let all = snapshot(&story.conference, scope).into_iter();
    let all = all.map(|entity| serde_json::to_value(entity).unwrap());
    all.filter(|entity| entity["type"] == kind).collect()
}

#[test]
fn a_message_is_gathered_with_all_that_is_known_of_it() {
    let source = json!({"session": "opening", "turn": "t9"});
    let given = json!({"delegation": "cedar", "source": source, "passage": " we share \n data ", "objectives": [21, 1, 21],
        "principles": ["whole_of_society", "human_rights"], "text": {"en": " Data are shared. ", "ar": "  "}});
    let story = with_record().when("rapporteur", gather(given)).then_tags(&["key_message_gathered"]);
    let [seen] = <[Value; 1]>::try_from(seen(&story, &Scope::Record, "key_message")).unwrap();
    // Cedar is a Member State, whatever was given.
    let expected = json!({"voice": "member_states", "delegation": "cedar", "origin": "", "source": source,
        "passage": "we share \n data", "text": {"en": "Data are shared."}, "objectives": [1, 21],
        "principles": ["human_rights", "whole_of_society"]});
    assert_eq!(seen["content"], expected);
    assert_eq!((&seen["number"], &seen["place"], &seen["version"]), (&json!(1), &json!(1), &json!(1)));
    assert_eq!(seen["by"], "rapporteur");
}

#[test]
fn of_a_seat_its_category_says_whose_message_it_is() {
    for (seat, voice) in [("cedar", Voice::MemberStates), ("palm", Voice::Stakeholders)] {
        for given in ["member_states", "stakeholders"] {
            let story = with_record().when("rapporteur", gather(json!({"delegation": seat, "voice": given})));
            assert_eq!(
                story.conference.key_messages.messages.last().unwrap().content.voice,
                voice,
                "{seat} {given}"
            );
        }
    }
}

#[test]
fn messages_are_numbered_for_each_voice_and_moved_among_all() {
    let named = |voice: &str, text: &str| gather(json!({"voice": voice, "text": {"en": text}}));
    let story = with_record()
        .when("rapporteur", named("member_states", "a"))
        .when("rapporteur", named("stakeholders", "b"))
        .when("rapporteur", named("member_states", "c"));
    let last = newest(&story);
    let place = |to: u32| json!({"type": "move_key_message", "message": last, "to_place": to});
    let story = story.when("secretariat", place(1)).then_tags(&["key_message_moved"]);
    assert_eq!(texts(&story), ["c", "a", "b"]);
    let numbers: Vec<Value> = seen(&story, &Scope::Record, "key_message")
        .iter()
        .map(|seen| json!([seen["place"], seen["number"]]))
        .collect();
    assert_eq!(numbers, [json!([1, 1]), json!([2, 2]), json!([3, 1])]);
    let story = story.when("rapporteur", place(1)).then_tags(&[]);
    let story = story.when("rapporteur", place(900)).then_tags(&["key_message_moved"]);
    assert_eq!(texts(&story), ["a", "b", "c"]);
    story.when("rapporteur", place(0)).then_code(Code::OutOfRange);
}

#[test]
fn a_stale_change_is_refused_with_what_is_so_now() {
    let story = with_record().when("rapporteur", gather(json!({})));
    let message = newest(&story);
    let change = |text: &str, version: Option<u32>| {
        json!({"type": "change_key_message", "message": message, "content": content(json!({"text": {"en": text}})),
               "version": version})
    };
    let story = story.when("rapporteur", change("Once", Some(1))).then_tags(&["key_message_changed"]);
    let stale = Refusal::StaleKeyMessage { message: id(&message), version: 2 };
    let story = story.when("secretariat", change("Twice", Some(1))).then_refused(&stale);
    let story = story.when("secretariat", change("Once", Some(2))).then_tags(&[]);
    let story = story.when("secretariat", change("Twice", None)).then_tags(&["key_message_changed"]);
    assert_eq!(texts(&story), ["Twice"]);
    let removed = json!({"type": "remove_key_message", "message": message});
    let story = story.when("rapporteur", removed.clone()).then_tags(&["key_message_removed"]);
    let story = story
        .when("rapporteur", change("Thrice", None))
        .then_refused(&Refusal::Unknown { field: Field::Message });
    story.when("rapporteur", removed).then_refused(&Refusal::Unknown { field: Field::Message });
}

#[test]
fn the_record_of_a_session_is_kept_by_its_own_and_that_of_all_by_whoever_keeps_all() {
    let asks = |who: &str, change: Value| with_record().when(who, gather(change));
    for who in ["rapporteur", "secretariat"] {
        asks(who, of_closing()).then_tags(&["key_message_gathered"]);
        asks(who, json!({})).then_tags(&["key_message_gathered"]);
    }
    for who in ["side-rapporteur", "side-desk"] {
        asks(who, of_closing()).then_tags(&["key_message_gathered"]);
        asks(who, json!({})).then_refused(&Refusal::OtherRecord {});
        asks(who, json!({"source": {"session": "opening", "turn": "t1"}}))
            .then_refused(&Refusal::OtherRecord {});
        // Nor is a message of another session made one of theirs.
        let story = with_record().when("rapporteur", gather(json!({})));
        let change = json!({"type": "change_key_message", "message": newest(&story), "content": content(of_closing()),
                            "version": null});
        story.when(who, change).then_refused(&Refusal::OtherRecord {});
    }
    for who in ["chair", "cedar-1", "palm-1", "observer-1", "interpreter-1"] {
        asks(who, of_closing()).then_refused(&Refusal::NotAllowed {});
    }
    asks("nobody", json!({})).then_refused(&Refusal::NotInSession {});
}

#[test]
fn what_is_unknown_or_too_long_is_refused_by_its_name() {
    let long = |max: u32| "x".repeat(max as usize + 1);
    let unknown = |field| Refusal::Unknown { field };
    let too_long = |field, max| Refusal::TooLong { field, max };
    for (change, refusal) in [
        (json!({"delegation": "atlantis"}), unknown(Field::Delegation)),
        (json!({"objectives": [1, 2]}), unknown(Field::Objectives)),
        (json!({"text": {"fr": "Les données"}}), unknown(Field::Language)),
        (json!({"text": {"en": " \u{200b}"}}), Refusal::Empty { field: Field::Text }),
        (json!({"text": {"en": long(KEY_MESSAGE_CHARS_MAX)}}), too_long(Field::Text, KEY_MESSAGE_CHARS_MAX)),
        (json!({"passage": long(PASSAGE_CHARS_MAX)}), too_long(Field::Passage, PASSAGE_CHARS_MAX)),
        (json!({"origin": long(ORIGIN_CHARS_MAX)}), too_long(Field::Origin, ORIGIN_CHARS_MAX)),
        (json!({"origin": "one\ntwo"}), Refusal::NotOneLine { field: Field::Origin }),
        (json!({"origin": "a\u{202e}b"}), Refusal::TurnsText { field: Field::Origin }),
    ] {
        with_record().when("rapporteur", gather(change)).then_refused(&refusal);
    }
    with_record()
        .when("secretariat", gather(json!({"source": {"session": "third", "turn": "t1"}})))
        .then_refused(&unknown(Field::Session));
}

#[test]
fn only_so_many_are_gathered() {
    let many =
        (0..KEY_MESSAGES_MAX).fold(with_record(), |story, _| story.when("rapporteur", gather(json!({}))));
    many.when("rapporteur", gather(json!({}))).then_refused(&Refusal::Full { max: KEY_MESSAGES_MAX });
}

#[test]
fn the_secretariat_of_all_sessions_issues_them_and_then_all_read_them_and_nobody_changes_them() {
    let issue = |standing: IssuedAs| json!({"type": "issue_key_messages", "standing": standing});
    let take_back = json!({"type": "take_back_key_messages"});
    let story = with_record().when("secretariat", issue(IssuedAs::Issued)).then_code(Code::Empty);
    let story = story.when("rapporteur", gather(json!({"origin": "By mail", "passage": "In confidence"})));
    assert_eq!(seen(&story, &Scope::Conference, "issued_message"), Vec::<Value>::new());
    let story = story.when("rapporteur", issue(IssuedAs::Issued)).then_refused(&Refusal::NotAllowed {});
    let story = story.when("side-desk", issue(IssuedAs::Issued)).then_refused(&Refusal::OfConference {});
    let story = story.when("secretariat", issue(IssuedAs::TakenNoteOf)).then_tags(&["key_messages_issued"]);
    let story = story.when("secretariat", issue(IssuedAs::TakenNoteOf)).then_tags(&[]);
    let [seen_by_all] = <[Value; 1]>::try_from(seen(&story, &Scope::Conference, "issued_message")).unwrap();
    let expected = json!({"type": "issued_message", "id": newest(&story), "number": 1, "voice": "stakeholders",
        "text": {"en": "Data are shared."}, "objectives": [], "standing": "taken_note_of"});
    assert_eq!(seen_by_all, expected, "and nothing of how it was gathered");
    for command in [
        gather(json!({})),
        json!({"type": "remove_key_message", "message": newest(&story)}),
        json!({"type": "move_key_message", "message": newest(&story), "to_place": 1}),
        json!({"type": "change_key_message", "message": newest(&story), "content": content(json!({})), "version": null}),
    ] {
        story.clone().when("rapporteur", command).then_refused(&Refusal::KeyMessagesIssued {});
    }
    let story = story.when("secretariat", take_back.clone()).then_tags(&["key_messages_taken_back"]);
    assert_eq!(seen(&story, &Scope::Conference, "issued_message"), Vec::<Value>::new());
    let story = story.when("secretariat", take_back).then_tags(&[]);
    story.when("rapporteur", gather(json!({}))).then_tags(&["key_message_gathered"]);
}

#[test]
fn those_who_keep_the_record_alone_see_what_is_gathered() {
    let story = with_record().when("rapporteur", gather(json!({"delegation": "cedar", "objectives": [21]})));
    let follows = |who: &str| scopes(&story.conference, &id(who)).unwrap().contains(&Scope::Record);
    let keepers = ["rapporteur", "side-rapporteur", "secretariat", "side-desk"];
    let others = ["chair", "cedar-1", "olive-1", "palm-1", "observer-1", "interpreter-1", "screen"];
    assert!(keepers.into_iter().all(follows));
    assert!(!others.into_iter().any(follows));
    let [gathering] = <[Value; 1]>::try_from(seen(&story, &Scope::Record, "key_messages")).unwrap();
    let counts = |number: usize| gathering["objectives"][number]["member_states"].clone();
    assert_eq!((counts(0), counts(1)), (json!(0), json!(1)), "nobody has spoken to the first");
    assert_eq!(gathering["silent"], json!(["olive", "palm"]));
}
