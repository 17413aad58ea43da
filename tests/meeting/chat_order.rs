//! How the desk keeps order in the chat: pins, slow mode, approval, closed rooms, muting; and its announcements.

use plenary::meeting::event::Event;
use plenary::meeting::hall::chat::{Event as ChatEvent, Room};
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{Key, Scope};
use plenary::terms::limits::{
    ANNOUNCEMENTS_KEPT, HELD_PER_PERSON_MAX, MESSAGES_SHOWN, PINS_MAX, SLOW_MODE_MS_MAX, SLOW_MODE_MS_MIN,
};
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{START_MS, id};
use crate::words::*;

fn of_main(message: &str) -> Key {
    Key::Message(Room::Main, id(message))
}

fn greeted() -> Story {
    given([]).when("olga", send_message("Good morning"))
}

#[test]
fn the_desk_pins_three_messages_of_a_room_and_they_are_shown_however_old() {
    let mut story = greeted().when("sam", pin_message("m2"));
    assert_eq!(story.seen(&of_main("m2"))["pinned_at_ms"], START_MS);
    story.clone().when("sam", pin_message("m2")).then(Refusal::Unchanged {});
    for number in 0..MESSAGES_SHOWN {
        story = story.when("olga", send_message(&number.to_string()));
    }
    assert_eq!(story.seen(&of_main("m2"))["text"], "Good morning");
    assert!(story.shown_to(&Scope::Everyone).contains("Good morning"));
    for message in ["m5", "m6"] {
        story = story.when("clara", pin_message(message)).then_tags(&["message_pinned"]);
    }
    story.clone().when("clara", pin_message("m7")).then(Refusal::Full { max: PINS_MAX as u32 });
    let story = story.when("maya", unpin_message("m2")).then_tags(&["message_unpinned"]);
    assert_eq!(story.seen(&of_main("m2")), Value::Null, "too old to be shown");
    story.when("maya", unpin_message("m2")).then(Refusal::Unchanged {});
}

#[test]
fn only_messages_that_the_desk_reads_are_pinned() {
    greeted().when("sam", pin_message("m9")).then(unknown(Field::Message));
    let own = given([]).when("alice", send_message_in("delegation-egypt", "Our line"));
    own.when("sam", pin_message("m2")).then(unknown(Field::Message));
    greeted()
        .when("olga", delete_message("m2", ""))
        .when("sam", pin_message("m2"))
        .then(Refusal::MessageGone {});
}

#[test]
fn in_slow_mode_each_person_waits_and_the_desk_does_not() {
    let story = greeted().when("sam", set_slow_mode("main", 30_000)).then_tags(&["slow_mode_set"]);
    let story = story.after(10_000).when("olga", send_message("Again"));
    let story = story.then(Refusal::SlowDown { retry_at_ms: START_MS + 30_000 });
    let story = story.when("alice", send_message("My first")).then_tags(&["message_sent"]);
    let story = story.when("clara", send_message("One")).when("clara", send_message("Two"));
    let story = story.then_tags(&["message_sent"]);
    let story = story.after(20_000).when("olga", send_message("Again")).then_tags(&["message_sent"]);
    let story = story.when("sam", set_slow_mode("main", 0)).when("olga", send_message("And again"));
    story.then_tags(&["message_sent"]);
}

#[test]
fn a_clock_set_back_asks_for_no_longer_wait() {
    let story = greeted().when("sam", set_slow_mode("main", 30_000)).after(-60_000);
    story.when("olga", send_message("Again")).then_tags(&["message_sent"]);
}

#[test]
fn a_wait_is_within_its_bounds_and_other_than_before() {
    for wait_ms in [-1, 1, SLOW_MODE_MS_MIN - 1, SLOW_MODE_MS_MAX + 1] {
        let (min, max) = (SLOW_MODE_MS_MIN, SLOW_MODE_MS_MAX);
        let refusal = Refusal::OutOfRange { field: Field::WaitMs, min, max };
        given([]).when("sam", set_slow_mode("main", wait_ms)).then(refusal);
    }
    given([]).when("sam", set_slow_mode("main", 0)).then(Refusal::Unchanged {});
}

/// Olga's message m3 waits for the desk.
fn waiting() -> Story {
    given([]).when("sam", set_pre_moderation("main", true)).when("olga", send_message("Good morning"))
}

#[test]
fn in_a_room_that_is_pre_moderated_a_message_is_seen_by_its_author_and_the_desk_alone() {
    let story = waiting().then_tags(&["message_held"]);
    for (scope, sees) in [
        (Scope::Desk, true),
        (Scope::Person(id("olga")), true),
        (Scope::Person(id("alice")), false),
        (Scope::Everyone, false),
    ] {
        assert_eq!(story.shown_to(&scope).contains("Good morning"), sees, "{scope}");
    }
    story.when("sam", send_message("The desk's own")).then_tags(&["message_sent"]);
}

#[test]
fn an_approved_message_takes_the_place_of_its_approval() {
    let story =
        waiting().when("clara", send_message("First")).after(1_000).when("maya", approve_message("m3"));
    let seen = story.seen(&of_main("m3"));
    assert_eq!((&seen["number"], &seen["at_ms"]), (&json!(2), &json!(START_MS + 1_000)));
    assert_eq!(story.seen(&Key::HeldMessage(Room::Main, id("m3"))), Value::Null);
    story.when("sam", approve_message("m3")).then(Refusal::MessageGone {});
}

#[test]
fn a_declined_message_is_its_authors_with_the_reason_until_the_next_is_declined() {
    waiting().when("sam", decline_message("m3", "")).then(Refusal::Empty { field: Field::Reason });
    let story = waiting().when("sam", decline_message("m3", "off topic"));
    let own = Key::OwnHeldMessage(id("olga"), Room::Main, id("m3"));
    assert_eq!(story.seen(&own)["declined"]["reason"], "off topic");
    assert!(!story.shown_to(&Scope::Desk).contains("Good morning"));
    story.clone().when("sam", approve_message("m3")).then(Refusal::MessageGone {});
    let story = story.when("olga", send_message("Second try")).when("sam", decline_message("m5", "still"));
    assert_eq!(story.seen(&own), Value::Null);
    let story = story.when("olga", delete_message("m5", "")).then_tags(&["message_deleted"]);
    assert!(!story.shown_to(&Scope::Person(id("olga"))).contains("Second try"));
}

#[test]
fn nobody_but_the_desk_decides_and_nobody_else_sees_what_waits() {
    waiting().when("alice", delete_message("m3", "")).then(unknown(Field::Message));
    waiting().when("alice", approve_message("m3")).then(Refusal::NotAllowed {});
    waiting().when("sam", approve_message("m99")).then(unknown(Field::Message));
    waiting().when("sam", delete_message("m3", "no")).then(unknown(Field::Message));
}

#[test]
fn so_many_messages_of_one_person_wait_and_no_more() {
    let mut story = waiting();
    for number in 1..HELD_PER_PERSON_MAX {
        story = story.when("olga", send_message(&number.to_string())).then_tags(&["message_held"]);
    }
    story.when("olga", send_message("one more")).then(Refusal::Full { max: HELD_PER_PERSON_MAX as u32 });
}

#[test]
fn what_was_approved_is_not_edited_behind_the_desks_back() {
    let story = waiting().when("sam", approve_message("m3"));
    story.when("olga", edit_message("m3", "Something else")).then(Refusal::EditNeedsApproval {});
}

#[test]
fn in_a_closed_room_only_the_desk_writes() {
    let story = greeted().when("sam", close_room("main")).then_tags(&["room_closed"]);
    assert_eq!(story.seen(&Key::Room(Room::Main))["closed"], true);
    story.clone().when("olga", send_message("Still")).then(Refusal::RoomClosed {});
    story.clone().when("olga", edit_message("m2", "Still")).then(Refusal::RoomClosed {});
    story.clone().when("clara", send_message("We go on at two")).then_tags(&["message_sent"]);
    story.clone().when("sam", close_room("main")).then(Refusal::Unchanged {});
    let story = story.when("sam", reopen_room("main")).when("olga", send_message("Thank you"));
    assert_eq!(story.then_tags(&["message_sent"]).seen(&Key::Room(Room::Main)), Value::Null);
}

#[test]
fn the_desk_keeps_order_only_in_rooms_that_it_reads() {
    for room in ["delegation-egypt", "booth-arabic", "interpreters", "direct-alice.bob", "none"] {
        for command in [close_room(room), set_slow_mode(room, 5_000), set_pre_moderation(room, true)] {
            given([]).when("sam", command).then(unknown(Field::Room));
        }
    }
    let own = given([]).when("sam", close_room("direct-clara.sam"));
    own.then(Refusal::NotAllowed {});
}

#[test]
fn whoever_is_muted_writes_among_their_own_and_to_the_secretariat_only() {
    let story = given([]).when("sam", mute_person("alice", "insults")).then_tags(&["person_muted"]);
    assert_eq!(story.seen(&Key::You(id("alice")))["muted"]["reason"], "insults");
    for (room, may) in [
        ("main", false),
        ("direct-alice.olga", false),
        ("delegation-egypt", true),
        ("secretariat-egypt", true),
    ] {
        let outcome = story.clone().when("alice", send_message_in(room, "But"));
        assert_eq!(outcome.outcome().is_ok(), may, "{room}");
    }
    story.clone().when("alice", send_message("But")).then(Refusal::Muted {});
    assert!(story.shown_to(&Scope::Desk).contains("insults"));
    assert!(!story.shown_to(&Scope::Everyone).contains("insults"));
    story.clone().when("sam", mute_person("alice", "again")).then(Refusal::Unchanged {});
    let story = story.when("clara", unmute_person("alice")).when("alice", send_message("Thank you"));
    story.then_tags(&["message_sent"]).when("sam", unmute_person("alice")).then(Refusal::Unchanged {});
}

#[test]
fn nobody_of_the_desk_is_muted_and_nobody_without_a_reason() {
    given([]).when("sam", mute_person("clara", "no")).then(Refusal::DeskNotMuted {});
    given([]).when("sam", mute_person("nobody", "no")).then(unknown(Field::Person));
    given([]).when("sam", unmute_person("nobody")).then(unknown(Field::Person));
    given([]).when("sam", mute_person("alice", " ")).then(Refusal::Empty { field: Field::Reason });
}

#[test]
fn an_announcement_is_shown_to_all_until_it_is_taken_down_or_replaced() {
    let story =
        given([]).when("sam", announce(&[("en", " Lunch is served "), ("ar", "الغداء"), ("fr", " ")]));
    let story = story.then_tags(&["announced"]);
    let first = Key::Announcement(id("n2"));
    assert_eq!(story.seen(&first)["text"], json!({"en": "Lunch is served", "ar": "الغداء"}));
    assert_eq!(story.seen(&first)["ended_at_ms"], Value::Null);
    let story = story.after(1_000).when("clara", announce(&[("en", "We resume at two")]));
    assert_eq!(story.seen(&first)["ended_at_ms"], START_MS + 1_000);
    story.clone().when("sam", take_down("n2")).then(Refusal::Unchanged {});
    let story = story.when("maya", take_down("n3"));
    let taken_down = ChatEvent::AnnouncementTakenDown { announcement: id("n3") };
    let story = story.then([Event::Chat(taken_down)]);
    story.when("sam", take_down("n9")).then(unknown(Field::Announcement));
}

#[test]
fn what_is_announced_to_the_conference_stands_beside_what_the_desk_announces() {
    let story =
        given([]).when("sam", announce_to_all(&[("en", "Lunch is served")])).then_tags(&["announced"]);
    let of_all = story.meeting.chat.of_conference.last().unwrap().id.to_string();
    let all = Key::Announcement(id(&of_all));
    assert_eq!(story.seen(&all)["of_conference"], true);
    // Neither takes the place of the other.
    let story = story.when("clara", announce(&[("en", "We resume at two")]));
    let desk = story.meeting.chat.announcements.last().unwrap().id.to_string();
    let desk = (Key::Announcement(id(&desk)), desk);
    assert_eq!(story.seen(&desk.0).get("of_conference"), None);
    assert_eq!(
        (&story.seen(&all)["ended_at_ms"], &story.seen(&desk.0)["ended_at_ms"]),
        (&Value::Null, &Value::Null)
    );
    // The desk of one session takes its own down, and no more.
    story.clone().when("sam", take_down(&of_all)).then(Refusal::OfConference {});
    let story = story.when("sam", take_down(&desk.1)).then_tags(&["announcement_taken_down"]);
    assert_eq!(story.seen(&all)["ended_at_ms"], Value::Null);
    let mut story = story;
    for number in 0..=ANNOUNCEMENTS_KEPT {
        story = story.when("sam", announce(&[("en", &number.to_string())]));
    }
    assert_eq!(story.seen(&all)["ended_at_ms"], Value::Null);
    let story =
        story.housekeeping(follow(stands_in_conference(None))).then_tags(&["announcement_taken_down"]);
    assert!(story.seen(&all)["ended_at_ms"].is_i64());
    // What is so already happens no second time.
    story.housekeeping(follow(stands_in_conference(None))).then_tags(&[]);
}

#[test]
fn a_session_that_is_over_shows_nothing_new_of_the_conference_and_lets_go_of_what_holds_no_more() {
    let one = follow(stands_in_conference(Some(("c1", "Lunch is served"))));
    let other = follow(stands_in_conference(Some(("c2", "Coffee"))));
    let over = given([]).happens([opened()]).housekeeping(one.clone()).then_tags(&["announced"]);
    let over = over.when("clara", close_session());
    over.clone().housekeeping(one.clone()).then_tags(&[]);
    over.housekeeping(other).then_tags(&["announcement_taken_down"]);
    given([]).happens([opened()]).when("clara", close_session()).housekeeping(one).then_tags(&[]);
}

#[test]
fn an_announcement_says_something_in_a_language_of_the_session() {
    given([]).when("sam", announce(&[])).then(Refusal::Empty { field: Field::Text });
    given([]).when("sam", announce(&[("en", " ")])).then(Refusal::Empty { field: Field::Text });
    given([]).when("sam", announce(&[("es", "Hola")])).then(unknown(Field::Language));
    let long = "a".repeat(501);
    let refusal = Refusal::TooLong { field: Field::Text, max: 500 };
    given([]).when("sam", announce(&[("en", &long)])).then(refusal);
}

#[test]
fn the_newest_announcements_are_remembered() {
    let mut story = given([]);
    for number in 0..=ANNOUNCEMENTS_KEPT {
        story = story.when("sam", announce(&[("en", &number.to_string())]));
    }
    assert_eq!(story.seen(&Key::Announcement(id("n2"))), Value::Null);
    assert_eq!(story.meeting.chat.announcements.len(), ANNOUNCEMENTS_KEPT);
}
