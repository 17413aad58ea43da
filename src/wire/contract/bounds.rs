//! Keeps true what `proto/README.md` says of bounds in its rows of commands and in its sentences.

use super::proto;
use crate::terms::ids::{ID_BYTES_MAX, ROOM_ID_BYTES_MAX};
use crate::terms::limits as l;
use crate::wire::CLIENT_MESSAGE_BYTES_MAX;

/// A number as the prose writes it: `20,000`.
pub(crate) fn grouped(number: impl TryInto<u64>) -> String {
    let digits = number.try_into().ok().expect("a bound is no negative number").to_string();
    let first = digits.len() % 3;
    let (head, rest) = digits.split_at(first);
    let rest = rest.as_bytes().chunks(3).map(|chunk| String::from_utf8_lossy(chunk).into_owned());
    let groups = Some(head.to_owned()).filter(|head| !head.is_empty()).into_iter().chain(rest);
    groups.collect::<Vec<_>>().join(",")
}

/// What the row of a command says of its fields.
fn of_commands() -> Vec<(&'static str, String)> {
    let to = |max: u32| format!("to {}", grouped(max));
    let filled = |max: u32| format!("1 to {}", grouped(max));
    let between = |min: i64, max: i64| format!("{} to {}", grouped(min), grouped(max));
    let seconds = |ms: i64| ms / 1_000;
    let short = |min: i64, max: i64| format!("{} s to {} min", seconds(min), seconds(max) / 60);
    vec![
        ("suspend_session", to(l::REASON_CHARS_MAX)),
        ("request_floor", to(l::ON_BEHALF_CHARS_MAX)),
        ("decline_request", filled(l::REASON_CHARS_MAX)),
        ("move_request", filled(l::REASON_CHARS_MAX)),
        ("set_speaking_time", between(l::TURN_MS_MIN, l::TURN_MS_MAX)),
        ("grant_extra_time", between(l::EXTRA_MS_MIN, l::EXTRA_MS_MAX)),
        ("give_text", filled(l::TEXT_CHARS_MAX)),
        ("extend_turn", between(1_000, l::EXTENSION_MS_MAX)),
        ("halt_turn", to(l::REASON_CHARS_MAX)),
        ("rule_on_point_of_order", to(l::REASON_CHARS_MAX)),
        ("rule_out_motion", to(l::REASON_CHARS_MAX)),
        ("request_handover", format!("0 to {}", grouped(l::HANDOVER_IN_MS_MAX))),
        ("request_handover", format!("after {} seconds", seconds(l::HANDOVER_WAITS_MS))),
        ("ask_to_slow_down", format!("once in {} seconds", seconds(l::SLOW_DOWN_EVERY_MS))),
        ("send_message", filled(l::MESSAGE_CHARS_MAX)),
        ("edit_message", "within ten minutes".to_owned()),
        ("delete_message", filled(l::REASON_CHARS_MAX)),
        ("pin_message", format!("at most {}", l::PINS_MAX)),
        ("set_slow_mode", between(l::SLOW_MODE_MS_MIN, l::SLOW_MODE_MS_MAX)),
        ("decline_message", filled(l::REASON_CHARS_MAX)),
        ("mute_person", filled(l::REASON_CHARS_MAX)),
        ("announce", to(l::ANNOUNCEMENT_CHARS_MAX)),
        ("announce_to_conference", to(l::ANNOUNCEMENT_CHARS_MAX)),
        ("ask_question", filled(l::QUESTION_CHARS_MAX)),
        ("decline_question", filled(l::REASON_CHARS_MAX)),
        ("start_timer", short(l::TIMER_MS_MIN, l::TIMER_MS_MAX)),
        ("give_floor_on_stage", short(l::TIMER_MS_MIN, l::TIMER_MS_MAX)),
        ("ask_for_hands", filled(l::POLL_CHARS_MAX)),
        ("ask_for_hands", short(l::POLL_MS_MIN, l::POLL_MS_MAX)),
        ("open_poll", format!("{} to {}", l::OPTIONS_MIN, l::OPTIONS_MAX)),
        ("open_poll", filled(l::OPTION_CHARS_MAX)),
        ("add_item", format!("{} s to {} h", seconds(l::ITEM_MS_MIN), seconds(l::ITEM_MS_MAX) / 3_600)),
        ("add_item", to(l::ITEM_NOTE_CHARS_MAX)),
        ("reschedule_session", to(l::REASON_CHARS_MAX)),
        ("correct_title", filled(l::SESSION_TITLE_CHARS_MAX)),
        ("correct_name", filled(l::NAME_CHARS_MAX)),
        ("add_document", filled(l::DOCUMENT_TITLE_CHARS_MAX)),
        ("add_document", format!("`symbol` ({})", to(l::SYMBOL_CHARS_MAX))),
        ("mark_moment", to(l::MARK_CHARS_MAX)),
        ("write_summary", to(l::SUMMARY_CHARS_MAX)),
        ("gather_key_message", filled(l::KEY_MESSAGE_CHARS_MAX)),
        ("gather_key_message", format!("`passage` ({})", to(l::PASSAGE_CHARS_MAX))),
        ("gather_key_message", format!("`origin` ({})", to(l::ORIGIN_CHARS_MAX))),
        ("undo_act", "within ten seconds".to_owned()),
    ]
}

/// What its sentences and other tables say.
fn of_sentences() -> Vec<String> {
    let minutes = |ms: i64| ms / 60_000;
    vec![
        format!("1 to {ID_BYTES_MAX} of `a-z`"),
        format!("That of a chat room has up to {ROOM_ID_BYTES_MAX}"),
        format!("a message has at most {} bytes", grouped(CLIENT_MESSAGE_BYTES_MAX)),
        format!("one of the newest {} messages of a chat room", l::MESSAGES_SHOWN),
        format!("one of the newest {} announcements of the desk", l::ANNOUNCEMENTS_KEPT),
        format!("the oldest first; at most {}", l::PAGE_MESSAGES_MAX),
        format!("what fits best first; at most {}", l::FOUND_MAX),
        format!("The newest {} messages of a session can be read", grouped(l::MESSAGES_KEPT)),
        format!("The newest {} stand in the store", l::PARAGRAPHS_SHOWN),
        format!("the oldest first; at most {}", l::PAGE_PARAGRAPHS_MAX),
        format!("The newest {} of a session can be read", grouped(l::PARAGRAPHS_KEPT)),
        format!(
            "A session lasts from {} minutes to {} hours",
            minutes(l::SESSION_MS_MIN),
            minutes(l::SESSION_MS_MAX) / 60
        ),
    ]
}

#[test]
fn contract_prose_tells_the_bounds_of_the_code() {
    let prose = std::fs::read_to_string(proto("README.md")).expect("proto/README.md is there");
    // The prose spells these out.
    assert_eq!((l::EDIT_WITHIN_MS, l::UNDO_WITHIN_MS), (10 * 60_000, 10_000));
    let rows = of_commands().into_iter().filter(|(tag, bound)| {
        let mut rows = prose.lines().filter(|line| line.starts_with(&format!("| `{tag}`")));
        !rows.any(|row| row.contains(bound.as_str()))
    });
    let rows: Vec<_> = rows.collect();
    assert!(rows.is_empty(), "rows of commands in proto/README.md say otherwise than the code: {rows:?}");
    let running = prose.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentences: Vec<_> =
        of_sentences().into_iter().filter(|sentence| !running.contains(sentence.as_str())).collect();
    assert!(sentences.is_empty(), "proto/README.md says otherwise than the code: {sentences:?}");
}

#[test]
fn contract_numbers_are_written_in_groups() {
    let written = [0, 7, 300, 2_000, 16_384, 1_048_576].map(|number: u64| grouped(number));
    assert_eq!(written, ["0", "7", "300", "2,000", "16,384", "1,048,576"]);
}
