//! The outcome document before the conference: versions, comments, corrections of delegations, issued and taken back.

use plenary::conference::command::Housekeeping;
use plenary::conference::outcome::{Kept, readable};
use plenary::conference::view::{Scope, scopes, snapshot};
use plenary::meeting::refusal::{Code, Field, Refusal};
use plenary::terms::limits::{COMMENT_CHARS_MAX, VERSIONS_MAX};
use serde_json::{Value, json};

use crate::harness::{Story, convened, id, two_desks};

/// A moment after those of the stories.
const LATER_MS: i64 = 4_000_000_000_000;

fn story() -> Story {
    let rapporteur = "\n[[people]]\nid = \"rapporteur\"\nname = { en = \"R\", ar = \"م\" }\nlanguage = \"en\"\n\
                      roles = { \"*\" = [\"rapporteur\"] }\n";
    convened(&(two_desks() + rapporteur))
}

fn keep(story: Story, by: &str, name: &str) -> Story {
    let kept = Kept { name: name.to_owned(), by: id(by), at_ms: 1, seq: 7, content: id(&"a".repeat(64)) };
    story.server(Housekeeping::KeepVersion(kept))
}

fn open(version: u32) -> Value {
    json!({"type": "open_corrections", "version": version, "until_ms": LATER_MS})
}

fn ask(text: &str) -> Value {
    json!({"type": "ask_for_correction", "paragraph": "p1", "language": "en", "text": text})
}

fn issue(version: u32) -> Value {
    json!({"type": "issue_outcome", "version": version, "standing": "taken_note_of"})
}

fn seen(story: &Story, scope: &Scope, kind: &str) -> Vec<Value> {
    let all = snapshot(&story.conference, scope).into_iter();
    let all = all.map(|entity| serde_json::to_value(entity).unwrap());
    all.filter(|entity| entity["type"] == kind).collect()
}

/// Who of these reads a version.
fn readers<'a>(story: &Story, version: u32, people: &[&'a str]) -> Vec<&'a str> {
    let reads = |who: &&&str| readable(&story.conference, &id(who), version).is_some();
    people.iter().filter(reads).copied().collect()
}

const PEOPLE: [&str; 6] = ["chair", "secretariat", "rapporteur", "cedar-1", "palm-1", "interpreter-1"];

#[test]
fn versions_are_numbered_and_kept_by_those_who_keep_the_record() {
    let story = keep(story(), "rapporteur", " First  draft ").then_tags(&["version_kept"]);
    let story = keep(story, "secretariat", "Second").then_tags(&["version_kept"]);
    let versions = seen(&story, &Scope::Record, "outcome_version");
    let told: Vec<Value> =
        versions.iter().map(|one| json!([one["number"], one["name"], one["by"]])).collect();
    assert_eq!(told, [json!([1, "First  draft", "rapporteur"]), json!([2, "Second", "secretariat"])]);
    assert_eq!(versions[0]["author"]["ar"], "م");
    assert_eq!(seen(&story, &Scope::Conference, "shown_outcome"), Vec::<Value>::new());
    let story = keep(story, "cedar-1", "Third").then_refused(&Refusal::NotAllowed {});
    let story = keep(story, "rapporteur", "  ").then_refused(&Refusal::Empty { field: Field::Name });
    let mut story = keep(story, "rapporteur", "two\nlines").then_code(Code::NotOneLine);
    for number in story.conference.outcome.versions.len()..VERSIONS_MAX as usize {
        story = keep(story, "rapporteur", &format!("v{number}"));
    }
    keep(story, "rapporteur", "one more").then_code(Code::Full);
}

#[test]
fn a_version_is_read_by_those_who_write_until_it_is_shown() {
    let story = keep(keep(story(), "rapporteur", "One"), "rapporteur", "Two");
    assert_eq!(readers(&story, 1, &PEOPLE), ["secretariat", "rapporteur"]);
    assert_eq!(readers(&story, 3, &PEOPLE), Vec::<&str>::new());
    let story = story.when("secretariat", open(1)).then_tags(&["corrections_opened"]);
    assert_eq!(readers(&story, 1, &PEOPLE), PEOPLE);
    assert_eq!(readers(&story, 1, &["nobody"]), Vec::<&str>::new());
    // The other stays with those who write.
    assert_eq!(readers(&story, 2, &PEOPLE), ["secretariat", "rapporteur"]);
    let story =
        story.when("secretariat", json!({"type": "close_corrections"})).then_tags(&["corrections_closed"]);
    assert_eq!(readers(&story, 1, &PEOPLE), ["secretariat", "rapporteur"]);
    let story = story.when("secretariat", issue(2)).then_tags(&["outcome_issued"]);
    assert_eq!(readers(&story, 2, &PEOPLE), PEOPLE);
    let [shown] = <[Value; 1]>::try_from(seen(&story, &Scope::Conference, "shown_outcome")).unwrap();
    assert_eq!((&shown["version"], &shown["standing"]), (&json!(2), &json!("taken_note_of")));
    let story =
        story.when("secretariat", json!({"type": "take_back_outcome"})).then_tags(&["outcome_taken_back"]);
    assert_eq!(readers(&story, 2, &PEOPLE), ["secretariat", "rapporteur"]);
}

#[test]
fn how_it_stands_is_for_the_secretariat_of_all_sessions() {
    let story = keep(story(), "rapporteur", "One");
    for command in
        [open(1), json!({"type": "close_corrections"}), issue(1), json!({"type": "take_back_outcome"})]
    {
        story.clone().when("side-desk", command.clone()).then_code(Code::OfConference);
        story.clone().when("rapporteur", command).then_code(Code::NotAllowed);
    }
    let unknown = Refusal::Unknown { field: Field::Version };
    let story = story.when("secretariat", open(9)).then_refused(&unknown);
    let story = story.when("secretariat", issue(0)).then_refused(&unknown);
    let original = |language: &str| json!({"type": "set_original", "language": language});
    let story = story.when("secretariat", original("ar")).then_tags(&["original_set"]);
    assert_eq!(story.conference.original(), Some(&id("ar")));
    let story = story.when("secretariat", original("ar")).then_tags(&[]);
    let story = story.when("secretariat", original("de")).then_code(Code::Unknown);
    // What is issued stands as it is.
    let story = story.when("secretariat", issue(1)).then_tags(&["outcome_issued"]);
    let story = story.when("secretariat", issue(1)).then_tags(&[]);
    let story = story.when("secretariat", original("en")).then_refused(&Refusal::OutcomeIssued {});
    story.when("secretariat", open(1)).then_refused(&Refusal::OutcomeIssued {});
}

#[test]
fn corrections_are_asked_for_by_delegations_while_a_version_is_open_for_them() {
    let story = keep(story(), "rapporteur", "One")
        .when("cedar-1", ask("Read: shared"))
        .then_refused(&Refusal::NoCorrections {});
    let story = story.when("secretariat", open(1));
    let story = story.when("cedar-1", ask(" Read: shared ")).then_tags(&["correction_asked"]);
    let story = story.when("cedar-1", ask("  ")).then_refused(&Refusal::Empty { field: Field::Text });
    let story = story.when("interpreter-1", ask("Read: shared")).then_refused(&Refusal::NotAllowed {});
    let [asked] = <[Value; 1]>::try_from(seen(&story, &Scope::Record, "outcome_correction")).unwrap();
    assert_eq!(
        (&asked["delegation"], &asked["text"], &asked["reply"]),
        (&json!("cedar"), &json!("Read: shared"), &Value::Null)
    );
    // The delegation sees its own, another does not, nor do all.
    let of = |who: &str| seen(&story, &Scope::Person(id(who)), "outcome_correction").len();
    assert_eq!((of("cedar-1"), of("palm-1"), of("chair")), (1, 0, 0));
    assert_eq!(seen(&story, &Scope::Conference, "outcome_correction"), Vec::<Value>::new());
    let correction = asked["id"].clone();
    let withdraw = json!({"type": "withdraw_correction", "correction": correction});
    let answer = |accepted: bool| json!({"type": "answer_correction", "correction": correction, "accepted": accepted, "remark": ""});
    let story = story.when("palm-1", withdraw.clone()).then_refused(&Refusal::NotYourSeat {});
    let gone = story.clone().when("cedar-1", withdraw.clone()).then_tags(&["correction_withdrawn"]);
    assert_eq!(seen(&gone, &Scope::Record, "outcome_correction"), Vec::<Value>::new());
    let story = story.when("cedar-1", answer(true)).then_refused(&Refusal::NotAllowed {});
    let story = story.when("rapporteur", answer(true)).then_tags(&["correction_answered"]);
    let story = story.when("rapporteur", answer(true)).then_tags(&[]);
    let [asked] =
        <[Value; 1]>::try_from(seen(&story, &Scope::Person(id("cedar-1")), "outcome_correction")).unwrap();
    assert_eq!((&asked["reply"]["accepted"], &asked["reply"]["by"]), (&json!(true), &json!("rapporteur")));
    story.when("cedar-1", withdraw).then_refused(&Refusal::CorrectionAnswered {});
}

#[test]
fn the_time_for_corrections_ends_by_itself_and_another_time_does_not_end_with_it() {
    let story = keep(story(), "rapporteur", "One").when("secretariat", open(1));
    let timers = |story: &Story| story.conference.timers().map(|(at_ms, _)| at_ms).collect::<Vec<_>>();
    assert_eq!(timers(&story), [LATER_MS]);
    let ends = |until_ms: i64| Housekeeping::EndCorrections { until_ms };
    let story = story.server(ends(LATER_MS - 1)).then_tags(&[]);
    let story = story.server(ends(LATER_MS)).then_tags(&["corrections_closed"]);
    assert_eq!(timers(&story), Vec::<i64>::new());
    story.when("cedar-1", ask("Too late")).then_refused(&Refusal::NoCorrections {});
}

#[test]
fn comments_stand_with_those_who_write_until_they_are_seen_to() {
    let comment = |text: &str| json!({"type": "comment_on_paragraph", "paragraph": "p1", "language": "en", "text": text});
    let story = story().when("rapporteur", comment("Who said this?")).then_tags(&["paragraph_commented"]);
    let story = story.when("chair", comment("I did")).then_refused(&Refusal::NotAllowed {});
    let story = story
        .when("rapporteur", comment(&"x".repeat(COMMENT_CHARS_MAX as usize + 1)))
        .then_code(Code::TooLong);
    let [seen_here] = <[Value; 1]>::try_from(seen(&story, &Scope::Record, "outcome_comment")).unwrap();
    assert_eq!(seen_here["text"], "Who said this?");
    for who in ["chair", "cedar-1", "interpreter-1"] {
        for scope in scopes(&story.conference, &id(who)).unwrap() {
            assert_eq!(seen(&story, &scope, "outcome_comment"), Vec::<Value>::new(), "{who} {scope}");
        }
    }
    let settle = json!({"type": "settle_comment", "comment": seen_here["id"]});
    let story = story.when("secretariat", settle.clone()).then_tags(&["comment_settled"]);
    assert_eq!(seen(&story, &Scope::Record, "outcome_comment"), Vec::<Value>::new());
    story.when("secretariat", settle).then_refused(&Refusal::Unknown { field: Field::Comment });
}
