//! The chat of the main room.

use plenary::meeting::chat::{Author, Command, Event as ChatEvent, Message};
use plenary::meeting::event::Event;
use plenary::meeting::limits::{MESSAGE_CHARS_MAX, MESSAGES_SHOWN};
use plenary::meeting::people::Role;
use plenary::meeting::programme::Phase;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{self, Key};

use crate::harness::given;
use crate::sample::{id, wording};
use crate::words::*;

fn sent(name: &str, text: &str) -> Event {
    let author =
        Author { person: id("olga"), name: wording("name of olga"), delegation: None, role: Role::Observer };
    let (room, text, language) = (id("main"), text.to_owned(), Some(id("en")));
    Event::Chat(ChatEvent::MessageSent { message: Message { id: id(name), room, author, text, language } })
}

#[test]
fn a_message_names_its_author_as_known_then() {
    given([]).when("olga", send_message("Good morning")).then([sent("m2", "Good morning")]);
}

#[test]
fn a_message_is_trimmed_and_loses_control_characters_but_keeps_its_lines() {
    given([]).when("olga", send_message(" \u{7}one\r\ntwo\u{0} \n")).then([sent("m2", "one\ntwo")]);
}

#[test]
fn words_parted_by_a_tab_stay_parted() {
    given([]).when("olga", send_message("one\ttwo")).then([sent("m2", "one two")]);
}

#[test]
fn an_empty_message_is_refused_and_so_is_one_of_control_characters() {
    for text in ["", "  \n", "\u{7}\u{1b}"] {
        given([]).when("olga", send_message(text)).then(Refusal::Empty { field: Field::Text });
    }
}

#[test]
fn a_message_has_at_most_two_thousand_characters_not_bytes() {
    let longest = "ش".repeat(MESSAGE_CHARS_MAX as usize);
    given([]).when("alice", send_message(&longest)).then_tags(&["message_sent"]);
    let too_long = Refusal::TooLong { field: Field::Text, max: MESSAGE_CHARS_MAX };
    given([]).when("alice", send_message(&format!("{longest}ش"))).then(too_long);
}

#[test]
fn there_is_no_room_but_the_main_one() {
    let command = Command::SendMessage { room: id("corridor"), text: "psst".to_owned(), language: None };
    given([]).when("olga", plenary::meeting::command::Command::Chat(command)).then(unknown(Field::Room));
}

#[test]
fn nothing_is_written_once_the_session_is_closed() {
    given([opened(), closed()])
        .when("olga", send_message("Thank you"))
        .then(Refusal::WrongPhase { phase: Phase::Closed });
}

#[test]
fn only_the_newest_messages_are_shown_and_the_oldest_goes() {
    let mut story = given([]);
    for number in 0..MESSAGES_SHOWN {
        story = story.when("olga", send_message(&number.to_string()));
    }
    let oldest = Key::Message(id("m2"));
    assert_eq!(story.seen(&oldest)["text"], "0");
    let before = story.meeting.clone();
    let story = story.when("olga", send_message("one more"));
    assert_eq!(story.meeting.chat.shown.len(), MESSAGES_SHOWN);
    assert_eq!(story.meeting.chat.written, MESSAGES_SHOWN as u64 + 1);
    assert_eq!(
        view::touched(&before, &story.log.last().unwrap().event, &story.meeting),
        [oldest.clone(), Key::Message(id("m202"))].into()
    );
    assert_eq!(story.seen(&oldest), serde_json::Value::Null);
}

#[test]
fn a_message_touches_no_other_while_there_is_room() {
    let story = given([]).when("olga", send_message("one"));
    let before = story.meeting.clone();
    let story = story.when("olga", send_message("two"));
    let touched = view::touched(&before, &story.log.last().unwrap().event, &story.meeting);
    assert_eq!(touched, [Key::Message(id("m3"))].into());
}
