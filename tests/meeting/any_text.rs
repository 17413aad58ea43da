//! Texts of nothing and texts that turn others round, in every command that brings a text in.

use plenary::meeting::command;
use plenary::meeting::hall::polls::{self, Entitled};
use plenary::meeting::hall::run_sheet::Item;
use plenary::meeting::procedure::speakers;
use plenary::meeting::refusal::{Field, Refusal};
use plenary::terms::ids::Wording;
use plenary::wire::command::Command;

use crate::harness::{Story, given};
use crate::sample::{id, run_sheet};
use crate::words::*;

/// Who gives a command, and the command with a text in a field.
type Given = (&'static str, Field, fn(&str) -> Command);

/// Fields of one line.
const ONE_LINE: [Given; 6] = [
    ("alice", Field::OnBehalfOf, |text| request_floor_in("main", "en", text).into()),
    ("sam", Field::Name, |text| correct_name("alice", "en", text, None).into()),
    ("sam", Field::Title, |text| correct_title("en", text, None).into()),
    ("sam", Field::Title, |text| adds_item(text).into()),
    ("sam", Field::Question, |text| asks_poll(text, ["Yes", "No"]).into()),
    ("sam", Field::Options, |text| asks_poll("Shall we?", ["Yes", text]).into()),
];

/// Texts of as many lines as one likes, that may not be empty.
const SEVERAL_LINES: [Given; 6] = [
    ("olga", Field::Text, |text| send_message(text).into()),
    ("olga", Field::Text, |text| ask(text).into()),
    ("alice", Field::Text, |text| give_text("a", "en", text, false).into()),
    ("clara", Field::Reason, |text| decline("a", text).into()),
    ("sam", Field::Text, |text| announce(&[("en", text)]).into()),
    ("sam", Field::Text, |text| announce_to_all(&[("en", text)]).into()),
];

const NOTHING: [&str; 6] =
    ["\u{3164}", "\u{200B}\u{2060}", "\u{2800} \u{2800}", "\u{202E}", "\n\u{AD}", "\u{E0041}"];

fn english(text: &str) -> Wording {
    Wording([(id("en"), text.to_owned())].into())
}

fn asks_poll(question: &str, options: [&str; 2]) -> command::Command {
    let (question, options) = (english(question), options.map(english).to_vec());
    command::Command::Polls(polls::Command::OpenPoll {
        question,
        options,
        choices_max: 1,
        entitled: Entitled::Everyone,
        named: false,
        live: false,
        limit_ms: None,
    })
}

fn adds_item(title: &str) -> command::Command {
    add_item(Item { title: english(title), ..run_sheet()[2].clone() }, None, 0)
}

fn ready() -> Story {
    given(["clara", "sam", "alice", "olga"].map(arrived)).happens([
        list_opened("main"),
        opened(),
        questions_opened(),
        requested("a", "alice"),
    ])
}

/// What a command of somebody leads to in a meeting in which nothing of it has happened.
fn refused(actor: &str, command: Command) -> Refusal {
    // A delegation has one request at a time.
    let asks = matches!(
        command,
        Command::Meeting(command::Command::Speakers(speakers::Command::RequestFloor { .. }))
    );
    let story = ready().happens(asks.then(|| declined("a", "late")));
    let story = story.when(actor, command.clone());
    story.outcome().clone().expect_err(&format!("{command:?}"))
}

#[test]
fn nothing_that_shows_is_empty_in_every_field() {
    for nothing in NOTHING {
        for (actor, field, command) in SEVERAL_LINES.iter().chain(&ONE_LINE) {
            // On behalf of nobody, and an item without a title of its own, are what they are without a text.
            let optional =
                matches!(field, Field::OnBehalfOf) || (*field == Field::Title && is_item(&command("x")));
            if !optional {
                let refusal = refused(actor, command(nothing));
                assert_eq!(refusal, Refusal::Empty { field: *field }, "{}", nothing.escape_unicode());
            }
        }
    }
    let story = ready().happens([declined("a", "late")]);
    let story =
        story.when("alice", request_floor_in("main", "en", "\u{200B}")).then_tags(&["floor_requested"]);
    assert!(story.meeting.speakers.requests.values().all(|entry| entry.request.on_behalf_of.is_empty()));
}

fn is_item(command: &Command) -> bool {
    matches!(command, Command::Meeting(command::Command::RunSheet(_)))
}

#[test]
fn a_line_of_a_plate_or_a_list_is_one_line_and_turns_nothing() {
    for (actor, field, command) in ONE_LINE {
        for broken in ["The Group\nof Arab States", "The Group\u{2028}of Arab States"] {
            assert_eq!(refused(actor, command(broken)), Refusal::NotOneLine { field }, "{field:?}");
        }
        for turned in ["Egypt \u{202E}gro.nu", "\u{2067}Egypt", "Egypt\u{2069}"] {
            assert_eq!(refused(actor, command(turned)), Refusal::TurnsText { field }, "{field:?}");
        }
    }
}

#[test]
fn a_message_keeps_its_lines_and_loses_what_turns_the_next() {
    let story = ready().when("olga", send_message("first\u{202E}\r\nسطر\u{200F}\n\u{2067}third\u{2069}"));
    let (_, state) = story.meeting.chat.rooms.iter().next().expect("a room");
    assert_eq!(state.posted[0].message.text, "first\nسطر\u{200F}\n\u{2067}third\u{2069}");
}

#[test]
fn options_that_look_alike_are_the_same() {
    let story = ready().when("sam", asks_poll("Shall we?", ["Yes", "Ye\u{200B}s"]));
    story.then(Refusal::OptionTwice {});
}
