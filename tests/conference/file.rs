//! A conference file that is read again: what it changed is taken in, and nothing of what was changed on screen is lost.

use plenary::conference::command::{Housekeeping, Taken};
use plenary::conference::compare::{Conflict, Merged, Prefer, merged};
use serde_json::{Value, json};

use crate::harness::{MINUTE_MS, OPENING_MS, Story, convened, id, plan, small};

/// The file is read anew, as a server does that starts. Tells what both sides have changed.
fn read_again(story: Story, text: &str, prefer: Prefer) -> (Story, Vec<Conflict>) {
    let file = plan(text);
    let (base, live) = (story.conference.file.clone().unwrap(), story.conference.live.clone().unwrap());
    let Merged { plan, file, conflicts, .. } = merged(&base, &file, &live, prefer).unwrap();
    plan.check().unwrap();
    let taken = Taken { file, plan, inherited: Vec::new() };
    (story.server(Housekeeping::Convene(Box::new(taken))), conflicts)
}

fn changed_on_screen() -> Story {
    let seat = json!({"type": "seat_person", "person": "nora", "delegation": "cedar", "name": {"en": "Ms. Nora"},
                      "position": "representative", "rank": null, "language": "en"});
    let rename = json!({"type": "correct_name", "person": "olive-1", "language": "en", "name": "Mr. Robert", "version": 0});
    let at = |minutes: i64| OPENING_MS + minutes * MINUTE_MS;
    let later = json!({"type": "reschedule_session", "session": "closing", "starts_at_ms": at(75),
                       "ends_at_ms": at(120), "reason": "late", "version": 0});
    let title = json!({"type": "correct_title", "session": "closing", "language": "ar", "title": "الختام", "version": 1});
    let withdraw = json!({"type": "withdraw_person", "person": "palm-1"});
    [seat, rename, later, title, withdraw]
        .into_iter()
        .fold(convened(&small()), |story: Story, command: Value| story.when("secretariat", command))
}

fn english(story: &Story, session: &str, person: &str) -> String {
    let person = story.sitting(session).roster.person(&id(person)).unwrap();
    person.name.0[&id("en")].clone()
}

#[test]
fn what_was_changed_on_screen_holds_when_the_file_is_read_again() {
    let story = changed_on_screen();
    let (story, conflicts) = read_again(story, &small(), Prefer::Live);
    assert_eq!(conflicts, []);
    story.clone().then_tags(&[]);
    let text = small().replace("title = { en = \"Closing\"", "title = { en = \"Closing session\"");
    let (story, conflicts) = read_again(story, &text, Prefer::Live);
    assert_eq!(conflicts, []);
    let story = story.then_tags(&["file_taken"]);
    for session in ["opening", "closing"] {
        assert_eq!(english(&story, session, "olive-1"), "Mr. Robert");
        assert!(story.takes_part("nora", session) && !story.takes_part("palm-1", session));
    }
    let planned = story.sitting("closing").planned.clone().unwrap();
    assert_eq!(
        (planned.title.0[&id("ar")].as_str(), planned.title.0[&id("en")].as_str()),
        ("الختام", "Closing session")
    );
    let rescheduled = planned.rescheduled.as_ref().unwrap();
    assert_eq!(
        (rescheduled.was_starts_at_ms, rescheduled.reason.as_str()),
        (OPENING_MS + 60 * MINUTE_MS, "late")
    );
    story.assert_in_step();
}

#[test]
fn where_both_have_changed_the_same_the_screen_s_stays_unless_the_file_is_to_be_taken() {
    let text = small().replace("name = { en = \"Bob of Olive\"", "name = { en = \"Mr. Bob Olive\"");
    let (story, conflicts) = read_again(changed_on_screen(), &text, Prefer::Live);
    let places: Vec<&str> = conflicts.iter().map(|conflict| conflict.place.as_str()).collect();
    assert_eq!(places, ["people[id=olive-1].name.en"]);
    assert_eq!(english(&story, "closing", "olive-1"), "Mr. Robert");
    let (taken, _) = read_again(changed_on_screen(), &text, Prefer::File);
    assert_eq!(english(&taken, "closing", "olive-1"), "Mr. Bob Olive");
    assert!(taken.takes_part("nora", "opening"), "what only the screen has changed stays");
    taken.assert_in_step();
    story.assert_in_step();
    // It is told again with every start until one of the two gives way.
    let (story, again) = read_again(story, &text, Prefer::Live);
    assert_eq!(again, conflicts);
    let (story, told) = read_again(story, &text, Prefer::File);
    assert_eq!((told.len(), english(&story, "closing", "olive-1").as_str()), (1, "Mr. Bob Olive"));
    let (_, settled) = read_again(story, &text, Prefer::Live);
    assert_eq!(settled, []);
}

#[test]
fn whoever_saw_a_person_or_a_time_before_the_file_changed_it_is_told_that_it_is_another_now() {
    let text = small().replace("name = { en = \"Bob of Olive\"", "name = { en = \"Mr. Bob Olive\"");
    let (story, _) = read_again(convened(&small()), &text, Prefer::Live);
    let rename = |version: u32| json!({"type": "correct_name", "person": "olive-1", "language": "ar", "name": "بوب الزيتون", "version": version});
    let story = story.when("secretariat", rename(0)).then_code(plenary::meeting::refusal::Code::StaleSeat);
    story.when("secretariat", rename(1)).then_tags(&["name_corrected"]).assert_in_step();
}

#[test]
fn a_session_that_the_file_adds_is_convened_and_one_that_it_drops_is_of_the_programme_no_more() {
    let third = "[[sessions]]\nid = \"third\"\ntitle = { en = \"Third\", ar = \"الثالثة\" }\nkind = \"plenary\"\n\
                 starts = 2021-02-24T13:00:00\nends = 2021-02-24T13:45:00\nlists = [\"statements\"]\n\n[[channels]]";
    let text = small().replacen("[[channels]]", third, 1);
    let (story, _) = read_again(changed_on_screen(), &text, Prefer::Live);
    assert!(story.takes_part("nora", "third"), "whoever is of all sessions is of those to come");
    let (story, conflicts) = read_again(story, &small(), Prefer::Live);
    assert_eq!(conflicts, []);
    let sessions: Vec<&str> = story.conference.sessions().map(|session| session.as_str()).collect();
    assert_eq!(sessions, ["opening", "closing"]);
    story.assert_in_step();
}

#[test]
fn what_is_in_force_is_written_as_a_file_that_convenes_the_same_conference() {
    let story = changed_on_screen();
    let live = story.conference.live.clone().unwrap();
    let text = live.to_file("what is in force").unwrap();
    assert_eq!(plan(&text), live.settled());
    assert!(text.contains("Ms. Nora") && !text.contains("Carol of Palm"), "{text}");
}
