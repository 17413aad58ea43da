//! What becomes of a message: replies, editing, deleting; messages between two people; pages of the past.

use plenary::meeting::event::Event;
use plenary::meeting::hall::chat::{Event as ChatEvent, Room};
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{self, Key, Scope};
use plenary::terms::limits::{
    EDIT_WITHIN_MS, EXCERPT_CHARS_MAX, MESSAGES_KEPT, MESSAGES_SHOWN, PAGE_MESSAGES_MAX,
};
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{charter, id};
use crate::words::*;

fn of_main(message: &str) -> Key {
    Key::Message(Room::Main, id(message))
}

/// Olga has said good morning, which is the message m2.
fn greeted() -> Story {
    given([]).when("olga", send_message("Good morning"))
}

#[test]
fn a_reply_shows_whom_it_answers_and_how_that_began() {
    let long = "a".repeat(EXCERPT_CHARS_MAX + 1);
    let story = given([]).when("olga", send_message(&long)).when("alice", reply_in("main", "Indeed", "m2"));
    let reply = &story.seen(&of_main("m3"))["reply"];
    assert_eq!((&reply["message"], &reply["author"]["person"]), (&json!("m2"), &json!("olga")));
    assert_eq!(reply["excerpt"].as_str().unwrap().len(), EXCERPT_CHARS_MAX);
}

#[test]
fn a_reply_answers_a_message_of_the_same_room_that_is_there() {
    greeted().when("tom", reply_in("technicians", "Who?", "m2")).then(unknown(Field::ReplyTo));
    greeted().when("tom", reply_in("main", "Who?", "m99")).then(unknown(Field::ReplyTo));
    let gone = greeted().when("olga", delete_message("m2", ""));
    gone.when("tom", reply_in("main", "Who?", "m2")).then(Refusal::MessageGone {});
}

#[test]
fn its_author_edits_a_message_within_ten_minutes_and_all_see_that() {
    let story = greeted().after(EDIT_WITHIN_MS).when("olga", edit_message("m2", " Good day "));
    let edited = ChatEvent::MessageEdited { message: id("m2"), text: "Good day".to_owned() };
    let story = story.then([Event::Chat(edited)]);
    let seen = story.seen(&of_main("m2"));
    assert_eq!((&seen["text"], &seen["edited_at_ms"]), (&json!("Good day"), &json!(story.now_ms)));
    greeted()
        .after(EDIT_WITHIN_MS + 1)
        .when("olga", edit_message("m2", "Late"))
        .then(Refusal::TooLateToEdit {});
}

#[test]
fn nobody_edits_what_another_wrote_what_is_gone_or_what_is_not_theirs_to_see() {
    greeted().when("clara", edit_message("m2", "No")).then(Refusal::NotYourMessage {});
    greeted().when("olga", edit_message("m9", "No")).then(unknown(Field::Message));
    greeted().when("olga", edit_message("m2", " ")).then(Refusal::Empty { field: Field::Text });
    greeted().when("olga", edit_message("m2", "Good morning")).then(Refusal::Unchanged {});
    let gone = greeted().when("olga", delete_message("m2", ""));
    gone.when("olga", edit_message("m2", "Back")).then(Refusal::MessageGone {});
    let booth = given([]).when("tom", send_message_in("booth-arabic", "Hum"));
    booth.when("olga", edit_message("m2", "No")).then(unknown(Field::Message));
}

#[test]
fn an_edit_shows_in_the_replies_too() {
    let story = greeted().when("alice", reply_in("main", "Indeed", "m2"));
    let before = story.meeting.clone();
    let story = story.when("olga", edit_message("m2", "Good day"));
    let touched = view::touched(&before, &story.log.last().unwrap().event, &story.meeting);
    assert_eq!(touched, [of_main("m2"), of_main("m3")].into());
    assert_eq!(story.seen(&of_main("m3"))["reply"]["excerpt"], "Good day");
}

#[test]
fn what_its_author_deletes_leaves_a_stone_without_words() {
    let story = greeted().when("alice", reply_in("main", "Indeed", "m2")).after(5);
    let story = story.when("olga", delete_message("m2", ""));
    let seen = story.seen(&of_main("m2"));
    assert_eq!(seen["text"], "");
    assert_eq!(
        (&seen["deleted"]["by"]["person"], &seen["deleted"]["by_desk"], &seen["deleted"]["at_ms"]),
        (&json!("olga"), &json!(false), &json!(story.now_ms))
    );
    assert!(!story.shown_to(&Scope::Everyone).contains("Good morning"), "not in replies either");
    assert!(story.log.iter().any(|one| format!("{one:?}").contains("Good morning")), "the log keeps it");
}

#[test]
fn the_desk_deletes_with_a_reason_what_anybody_wrote_in_a_room_that_it_reads() {
    greeted().when("clara", delete_message("m2", " ")).then(Refusal::Empty { field: Field::Reason });
    let story = greeted().when("clara", delete_message("m2", "off topic"));
    let deleted = &story.seen(&of_main("m2"))["deleted"];
    assert_eq!((&deleted["by_desk"], &deleted["reason"]), (&json!(true), &json!("off topic")));
    story.when("sam", delete_message("m2", "again")).then(Refusal::MessageGone {});
    greeted().when("alice", delete_message("m2", "mine")).then(Refusal::NotYourMessage {});
    let own = given([]).when("alice", send_message_in("delegation-egypt", "Our line"));
    own.when("clara", delete_message("m2", "off topic")).then(unknown(Field::Message));
}

#[test]
fn what_is_deleted_is_pinned_no_more() {
    let story = greeted().when("sam", pin_message("m2")).when("olga", delete_message("m2", ""));
    assert_eq!(story.seen(&of_main("m2"))["pinned_at_ms"], Value::Null);
}

#[test]
fn two_people_write_to_each_other_unseen() {
    let story = given([]).when("olga", send_message_in("direct-alice.olga", "Coffee?"));
    let story = story.then_tags(&["message_sent"]);
    for person in story.meeting.roster.people() {
        let sees =
            view::scopes(&story.meeting, person).iter().any(|one| story.shown_to(one).contains("Coffee"));
        assert_eq!(sees, ["alice", "olga"].contains(&person.id.as_str()), "{}", person.id);
    }
    let rooms = story.seen(&Key::You(id("alice")))["rooms"].clone();
    assert!(rooms.as_array().unwrap().contains(&json!("direct-alice.olga")), "{rooms}");
    story.when("alice", send_message_in("direct-alice.olga", "Yes")).then_tags(&["message_sent"]);
}

#[test]
fn nobody_writes_between_two_others_to_a_screen_or_to_oneself() {
    for room in [
        "direct-alice.bob",
        "direct-olga.screen",
        "direct-olga.olga",
        "direct-olga.alice",
        "direct-nobody.olga",
    ] {
        given([]).when("olga", send_message_in(room, "psst")).then(unknown(Field::Room));
    }
}

#[test]
fn where_the_conference_does_not_allow_it_two_people_do_not_write_and_read_no_more() {
    let story = given([]).when("olga", send_message_in("direct-alice.olga", "Coffee?"));
    let forbidding = plenary::meeting::charter::Charter { direct_messages: false, ..charter() };
    let story = story.housekeeping(convene(forbidding));
    assert!(!story.shown_to(&Scope::Person(id("alice"))).contains("Coffee"));
    story.when("olga", send_message_in("direct-alice.olga", "?")).then(unknown(Field::Room));
}

fn page_of(
    story: &Story,
    person: &str,
    room: &str,
    before: Option<&str>,
    limit: usize,
) -> Result<(Vec<u64>, bool), Refusal> {
    let person = story.meeting.roster.person(&id(person)).unwrap();
    let before = before.map(id);
    let page = view::page(&story.meeting, person, &id(room), before.as_ref(), limit);
    page.map(|(messages, more)| (messages.iter().map(|message| message.number).collect(), more))
}

/// Messages of the main room, written one after the other.
fn written(count: usize) -> Story {
    let mut story = greeted();
    let Event::Chat(ChatEvent::MessageSent { message }) = story.log[1].event.clone() else {
        panic!("a message")
    };
    for number in 1..count {
        let mut message = message.as_ref().clone();
        message.id = id(&format!("m{}", number + 2));
        message.text = format!("message {number}");
        story.record_unchecked(Event::Chat(ChatEvent::MessageSent { message: message.into() }));
    }
    story
}

#[test]
fn the_past_is_read_page_by_page_by_whom_the_room_admits() {
    let story = written(MESSAGES_SHOWN + 60);
    assert_eq!(page_of(&story, "olga", "main", Some("m61"), 50), Ok(((10..60).collect(), true)));
    assert_eq!(page_of(&story, "screen", "main", Some("m11"), 50), Ok(((1..10).collect(), false)));
    assert_eq!(page_of(&story, "olga", "main", None, 2), Ok((vec![259, 260], true)));
    let longest = page_of(&story, "olga", "main", None, 1_000).unwrap();
    assert_eq!(longest.0.len(), PAGE_MESSAGES_MAX);
    assert_eq!(
        page_of(&story, "olga", "main", Some("m999"), 5),
        Err(Refusal::Unknown { field: Field::Message })
    );
    for room in ["technicians", "delegation-egypt", "desk", "direct-alice.bob", "none"] {
        assert_eq!(
            page_of(&story, "olga", room, None, 5),
            Err(Refusal::Unknown { field: Field::Room }),
            "{room}"
        );
    }
    assert_eq!(page_of(&story, "alice", "delegation-egypt", None, 5), Ok((vec![], false)));
}

#[test]
fn a_session_keeps_its_newest_messages_of_whatever_room() {
    let mut story = written(MESSAGES_KEPT - 1).when("tom", send_message_in("technicians", "still here"));
    let reply = story.clone().when("tom", reply_in("main", "to the first", "m2"));
    let gone = reply.seen(&of_main(&format!("m{}", reply.meeting.seq)))["reply"].clone();
    assert_eq!((&gone["author"], &gone["excerpt"]), (&Value::Null, &json!("")));
    assert_eq!(reply.meeting.broken_invariant(), None);
    story = story.when("olga", send_message("one more"));
    assert!(story.meeting.chat.posted(&id("m2")).is_none());
    assert_eq!(story.meeting.chat.order.len(), MESSAGES_KEPT);
}
