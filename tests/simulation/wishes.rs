//! What people ask for: mostly what makes sense as things stand, and often enough what does not any more.

use plenary::meeting::Meeting;
use plenary::meeting::command::Command;
use serde_json::{Value, json};

use crate::chance::Chance;

pub const PEOPLE: [&str; 8] =
    ["chair", "secretariat", "cedar-1", "olive-1", "palm-1", "observer-1", "interpreter-1", "screen"];
const DELEGATIONS: [&str; 3] = ["cedar", "olive", "palm"];

/// What a person asks for next.
pub fn wish(chance: &mut Chance, meeting: &Meeting, person: &str) -> Command {
    let wish = match person {
        "chair" | "secretariat" => of_the_desk(chance, meeting),
        "cedar-1" | "olive-1" | "palm-1" => of_a_delegate(chance, meeting),
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
    match chance.below(20) {
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
        _rest => of_anybody(chance),
    }
}

fn of_a_delegate(chance: &mut Chance, meeting: &Meeting) -> Value {
    let request = request(chance, meeting);
    match chance.below(8) {
        0..=2 => json!({"type": "request_floor", "list": "statements", "language": "ar", "on_behalf_of": ""}),
        3 => json!({"type": "withdraw_request", "request": request}),
        4 => json!({"type": "finish_turn", "turn": turn(meeting).unwrap_or("t1".to_owned())}),
        _rest => of_anybody(chance),
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
