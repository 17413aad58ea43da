//! The chat rooms.

use plenary::meeting::event::Event;
use plenary::meeting::hall::chat::{Author, Event as ChatEvent, Message, Room};
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{self, Key};
use plenary::terms::limits::{MESSAGE_CHARS_MAX, MESSAGES_SHOWN};
use plenary::terms::people::Role;

use crate::harness::given;
use crate::sample::{id, wording};
use crate::words::*;

fn sent(name: &str, text: &str) -> Event {
    let author =
        Author { person: id("olga"), name: wording("name of olga"), delegation: None, role: Role::Observer };
    let (room, text, language) = (id("main"), text.to_owned(), Some(id("en")));
    Event::Chat(ChatEvent::MessageSent {
        message: Message { id: id(name), room, author, text, language, reply_to: None }.into(),
    })
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
fn there_is_no_room_but_those_of_the_table() {
    let rooms = [
        "corridor",
        "booth-",
        "booth-spanish",
        "booth",
        "main2",
        "delegation-nobody",
        "direct-olga",
        "direct-.",
    ];
    for room in rooms {
        given([]).when("olga", send_message_in(room, "psst")).then(unknown(Field::Room));
    }
}

/// Who reads and writes where. Whom a room does not admit is answered as if it were not there.
const ROOMS: &str = "
                  clara maya sam rita alice bob paul olga ivan iris ed fay tom screen cara
main              x     x    x   x    x     x   x    x    x    x    x  x   x   .      x
delegation-egypt  .     .    .   .    x     .   .    .    .    .    .  .   .   .      .
secretariat-egypt x     x    x   .    x     .   .    .    .    .    .  .   .   .      .
booth-arabic      .     .    .   .    .     .   .    .    x    x    .  .   x   .      .
booth-english     .     .    .   .    .     .   .    .    .    .    x  .   x   .      .
booth-french      .     .    .   .    .     .   .    .    .    .    .  x   x   .      .
interpreters      .     .    .   .    .     .   .    .    x    x    x  x   .   .      .
technicians       x     x    x   .    .     .   .    .    x    x    x  x   x   .      x
desk              x     x    x   .    .     .   .    .    .    .    .  .   .   .      .
line-booths       x     x    x   .    .     .   .    .    x    x    x  x   .   .      .
line-technicians  x     x    x   .    .     .   .    .    .    .    .  .   x   .      .
line-booth-arabic x     x    x   .    .     .   .    .    x    x    .  .   .   .      .
line-booth-english x    x    x   .    .     .   .    .    .    .    x  .   .   .      .
line-booth-french x     x    x   .    .     .   .    .    .    .    .  x   .   .      .
";

#[test]
fn each_room_admits_those_of_the_table_to_read_and_to_write() {
    let mut rows = ROOMS.trim_matches('\n').lines().map(str::split_whitespace);
    let people: Vec<&str> = rows.next().unwrap().collect();
    for mut row in rows {
        let room = row.next().unwrap();
        let marks: Vec<bool> = row.map(|mark| mark == "x").collect();
        assert_eq!(marks.len(), people.len());
        for (person, admitted) in people.iter().zip(marks) {
            let story = given([]);
            let own = story.seen(&Key::You(id(person)))["rooms"].clone();
            assert_eq!(
                own.as_array().unwrap().contains(&room.into()),
                admitted,
                "{person}'s card and {room}"
            );
            let story = story.when("tom", send_message_in("technicians", "Testing"));
            let story = story.when(person, send_message_in(room, "A word"));
            assert_eq!(story.outcome().is_ok(), admitted, "{person} writes in {room}");
            let writer = match room {
                "interpreters" => "fay",
                "delegation-egypt" | "secretariat-egypt" => "adam",
                "desk" => "sam",
                line if line.starts_with("line-") => "clara",
                _ => "tom",
            };
            let written = given([]).when(writer, send_message_in(room, "Only here")).meeting;
            let reader = written.roster.person(&id(person)).unwrap();
            let read = view::scopes(&written, reader).iter().any(|scope| {
                serde_json::to_string(&view::snapshot(&written, scope)).unwrap().contains("Only here")
            });
            assert_eq!(read, admitted || room == "main", "{person} reads {room}");
        }
    }
}

#[test]
fn each_room_keeps_its_own_newest_messages() {
    let mut story = given([]).when("tom", send_message_in("booth-arabic", "first"));
    for number in 0..=MESSAGES_SHOWN {
        story = story.when("olga", send_message(&number.to_string()));
    }
    let kept = story.meeting.chat.room(&Room::Booth(id("arabic"))).unwrap();
    assert_eq!((kept.newest().count(), kept.written), (1, 1));
    assert_eq!(story.seen(&Key::Message(Room::Booth(id("arabic")), id("m2")))["text"], "first");
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
    let oldest = Key::Message(Room::Main, id("m2"));
    assert_eq!(story.seen(&oldest)["text"], "0");
    let before = story.meeting.clone();
    let story = story.when("olga", send_message("one more"));
    let kept = story.meeting.chat.room(&Room::Main).unwrap();
    assert_eq!((kept.newest().count(), kept.written), (MESSAGES_SHOWN, MESSAGES_SHOWN as u64 + 1));
    assert_eq!(
        view::touched(&before, &story.log.last().unwrap().event, &story.meeting),
        [oldest.clone(), Key::Message(Room::Main, id("m202"))].into()
    );
    assert_eq!(story.seen(&oldest), serde_json::Value::Null);
}

#[test]
fn a_message_touches_no_other_while_there_is_room() {
    let story = given([]).when("olga", send_message("one"));
    let before = story.meeting.clone();
    let story = story.when("olga", send_message("two"));
    let touched = view::touched(&before, &story.log.last().unwrap().event, &story.meeting);
    assert_eq!(touched, [Key::Message(Room::Main, id("m3"))].into());
}
