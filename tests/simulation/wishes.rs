//! What people ask for: mostly what makes sense as things stand, and often enough what does not any more.

use plenary::meeting::Meeting;
use plenary::meeting::command::Command;
use serde_json::{Value, json};

use crate::chance::Chance;

pub const PEOPLE: [&str; 10] = [
    "chair",
    "secretariat",
    "cedar-1",
    "olive-1",
    "palm-1",
    "observer-1",
    "interpreter-1",
    "interpreter-2",
    "interpreter-3",
    "screen",
];
/// Those whose microphones may be heard.
pub const MICROPHONES: [&str; 7] =
    ["chair", "cedar-1", "olive-1", "palm-1", "interpreter-1", "interpreter-2", "interpreter-3"];
const DELEGATIONS: [&str; 3] = ["cedar", "olive", "palm"];

/// What a person asks for next.
pub fn wish(chance: &mut Chance, meeting: &Meeting, person: &str) -> Command {
    let wish = match person {
        "chair" | "secretariat" => of_the_desk(chance, meeting),
        "cedar-1" | "olive-1" | "palm-1" => of_a_delegate(chance, meeting),
        "interpreter-1" | "interpreter-2" | "interpreter-3" => of_an_interpreter(chance, meeting, person),
        _others => of_anybody(chance),
    };
    serde_json::from_value(wish).unwrap()
}

/// A request, waiting or not.
fn request(chance: &mut Chance, meeting: &Meeting) -> String {
    let waiting: Vec<_> =
        meeting.speakers.lists.values().flat_map(|list| list.queue.iter().cloned()).collect();
    let all: Vec<_> = meeting.speakers.requests.keys().cloned().collect();
    let from = if chance.below(4) == 0 { &all } else { &waiting };
    chance.one(from).map_or("r1".to_owned(), ToString::to_string)
}

fn turn(meeting: &Meeting) -> Option<String> {
    meeting.floor.turn().map(|turn| turn.to_string())
}

fn of_the_desk(chance: &mut Chance, meeting: &Meeting) -> Value {
    let list = meeting.speakers.lists.values().next().unwrap();
    let list_version = list.version;
    let to_place = 1 + chance.below(3);
    let request = request(chance, meeting);
    let turn = turn(meeting);
    let seen = turn.clone().unwrap_or("t1".to_owned());
    match chance.below(29) {
        28 => json!({"type": "take_up_list", "list": "statements"}),
        0 => json!({"type": "open_session"}),
        1 => json!({"type": "suspend_session", "reason": "weather"}),
        2 | 3 => json!({"type": "resume_session"}),
        4 => json!({"type": "open_list", "list": "statements"}),
        5 => json!({"type": "close_list", "list": "statements"}),
        6 | 7 => json!({"type": "add_request", "list": "statements", "language": "en", "on_behalf_of": "",
                        "delegation": DELEGATIONS[chance.below(3)]}),
        8..=11 => json!({"type": "give_floor", "request": request, "ending": turn}),
        12 => json!({"type": "call_request", "request": request}),
        13 => json!({"type": "pass_over", "request": request}),
        14 => json!({"type": "decline_request", "request": request, "reason": "time"}),
        15 => json!({"type": "send_to_written", "request": request}),
        16 => json!({"type": "stop_turn", "turn": seen}),
        17 => json!({"type": "extend_turn", "turn": seen, "by_ms": 60_000}),
        18 => json!({"type": "move_request", "request": request, "to_place": to_place, "reason": "order",
                     "list_version": list_version}),
        19 => json!({"type": "open_microphone", "person": null}),
        20 => {
            json!({"type": "close_microphone", "person": (["cedar-1", "olive-1", "chair"][chance.below(3)])})
        }
        21 => json!({"type": "open_microphone", "person": (["cedar-1", "olive-1"][chance.below(2)])}),
        22 => json!({"type": (["start_recording", "stop_recording"][chance.below(2)])}),
        23..=25 => {
            let act = meeting.undo.last.as_ref().map_or(1, |act| act.seq);
            json!({"type": "undo_act", "act": act})
        }
        _rest => of_anybody(chance),
    }
}

fn of_a_delegate(chance: &mut Chance, meeting: &Meeting) -> Value {
    let request = request(chance, meeting);
    match chance.below(14) {
        12..=13 => {
            json!({"type": "give_text", "request": request, "language": (["ar", "en"][chance.below(2)]),
                          "text": "Madam Chair", "mark": "check_against_delivery", "official": true})
        }
        8 | 9 => json!({"type": "agree_to_microphone", "agrees": chance.below(4) > 0}),
        10 => json!({"type": (["close_microphone", "open_microphone"][chance.below(2)]), "person": null}),
        11 => of_a_microphone(chance),
        0..=2 => json!({"type": "request_floor", "list": "statements", "language": "ar", "on_behalf_of": ""}),
        3 => json!({"type": "withdraw_request", "request": request}),
        4 => json!({"type": "finish_turn", "turn": turn(meeting).unwrap_or("t1".to_owned())}),
        _rest => of_anybody(chance),
    }
}

fn of_an_interpreter(chance: &mut Chance, meeting: &Meeting, person: &str) -> Value {
    let mate = if person == "interpreter-1" { "interpreter-2" } else { "interpreter-1" };
    let mut booths = meeting.interpretation.booths.values();
    let handover =
        booths.find_map(|booth| booth.handover.as_ref()).map(|pending| pending.handover.id.to_string());
    let handover = handover.unwrap_or("h1".to_owned());
    match chance.below(17) {
        0..=3 => json!({"type": "go_on_air", "output": (["a", "a", "b"][chance.below(3)])}),
        4 => json!({"type": "go_off_air"}),
        5 => json!({"type": "choose_output", "output": (["a", "b"][chance.below(2)])}),
        6 => json!({"type": "preselect_relay", "channel": (["en", "ar"][chance.below(2)])}),
        7 => json!({"type": "choose_source", "source": (["floor", "relay"][chance.below(2)])}),
        8 | 9 => json!({"type": "request_handover", "with": mate, "in_ms": ([0, 5_000][chance.below(2)])}),
        10 | 11 => json!({"type": "accept_handover", "handover": handover}),
        12 => json!({"type": "cancel_handover", "handover": handover}),
        13 => json!({"type": "ask_to_slow_down"}),
        14 => json!({"type": "consent_to_recording", "consents": chance.below(3) > 0}),
        15 => of_a_microphone(chance),
        _rest => of_anybody(chance),
    }
}

/// What a page tells of its own microphone.
fn of_a_microphone(chance: &mut Chance) -> Value {
    match chance.below(4) {
        0 => json!({"type": "mute_microphone"}),
        1 => json!({"type": "unmute_microphone"}),
        number => json!({"type": "report_microphone", "sounds": number == 2}),
    }
}

fn of_anybody(chance: &mut Chance) -> Value {
    match chance.below(4) {
        0 => {
            let channel = ["floor", "en", "ar", "none"][chance.below(4)];
            json!({"type": "choose_channel", "channel": channel})
        }
        number => json!({"type": "send_message", "room": "main", "language": null,
                         "text": format!("word {number}")}),
    }
}
