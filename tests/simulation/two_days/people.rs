//! What delegations, interpreters and observers do.

use plenary::meeting::procedure::programme::Phase;
use plenary::terms::ids::RequestId;
use plenary::terms::people::Person;
use serde_json::json;

use super::hall::Hall;

pub async fn step(hall: &mut Hall) {
    speak(hall).await;
    for delegate in hall.cast.delegates.clone() {
        if hall.here.contains(&delegate.id) {
            delegation(hall, &delegate).await;
        }
    }
    for number in 0..hall.cast.interpreters.len() {
        let interpreter = hall.cast.interpreters[number].clone();
        if hall.here.contains(&interpreter.id) && hall.once_in(20) {
            interpret(hall, &interpreter).await;
        }
    }
    let observers = hall.cast.observers.clone();
    for _ in 0..2 {
        let Some(observer) = hall.chance.one(&observers).cloned() else { return };
        if hall.here.contains(&observer) && hall.once_in(6) {
            let channel = ["floor", "ar", "en", "fr"][hall.chance.below(4)];
            hall.ask(&observer, json!({"type": "choose_channel", "channel": channel})).await;
        }
    }
}

/// Whoever has the floor finishes in their own time.
async fn speak(hall: &mut Hall) {
    let Some(current) = hall.meeting.floor.current.clone() else { return };
    let spoken_ms = current.clock.spoken_ms(hall.now_ms());
    let means_ms = hall.means_ms.get(&current.turn.id).copied().unwrap_or(60_000);
    if spoken_ms >= means_ms
        && let Some(person) = current.turn.speaker
        && hall.here.contains(&person)
    {
        hall.ask(&person, json!({"type": "finish_turn", "turn": current.turn.id})).await;
    }
}

async fn delegation(hall: &mut Hall, delegate: &Person) {
    let Some(seat) = &delegate.delegation else { return };
    let open = hall.meeting.programme.phase == Phase::Open;
    let own: Vec<RequestId> = hall
        .meeting
        .speakers
        .requests
        .values()
        .filter(|entry| entry.request.delegation == *seat && entry.state.is_waiting())
        .map(|entry| entry.request.id.clone())
        .collect();
    match hall.chance.below(900) {
        0..=7 => {
            let list = ["statements", "statements", "statements", "questions"][hall.chance.below(4)];
            let on_behalf_of = ["", "", "", "the Group of Arab States"][hall.chance.below(4)];
            let language = ["ar", "en", "fr"][hall.chance.below(3)];
            let wish = json!({"type": "request_floor", "list": list, "language": language, "on_behalf_of": on_behalf_of});
            hall.ask(&delegate.id, wish).await;
        }
        8 | 9 => {
            let wish = json!({"type": "agree_to_microphone", "agrees": true});
            hall.ask(&delegate.id, wish).await;
        }
        10 if open && hall.once_in(12) => {
            hall.ask(&delegate.id, json!({"type": "raise_point_of_order"})).await;
        }
        11 => reply(hall, delegate).await,
        12 | 13 => {
            let Some(request) = hall.chance.one(&own).cloned() else { return };
            let wish = json!({"type": "give_text", "request": request, "language": delegate.language,
                              "text": "Mr. Chair, my delegation …", "mark": "check_against_delivery", "official": true});
            hall.ask(&delegate.id, wish).await;
        }
        14 if hall.once_in(3) => {
            let Some(request) = hall.chance.one(&own).cloned() else { return };
            hall.ask(&delegate.id, Hall::of_request("withdraw_request", &request)).await;
        }
        15..=17 => write(hall, delegate).await,
        _quiet => {}
    }
}

/// A right of reply to something that was said.
async fn reply(hall: &mut Hall, delegate: &Person) {
    let statements = "statements".parse().unwrap();
    let heard = hall.meeting.speakers.lists.get(&statements).and_then(|list| list.heard.last().cloned());
    let Some(reply_to) = heard else { return };
    let wish = json!({"type": "request_floor", "list": "right-of-reply", "language": "ar", "on_behalf_of": "",
                      "reply_to": reply_to});
    hall.ask(&delegate.id, wish).await;
}

async fn write(hall: &mut Hall, delegate: &Person) {
    let number = hall.chance.below(1_000);
    let rooms = ["main".to_owned(), format!("delegation-{}", delegate.delegation.as_ref().unwrap())];
    let room = rooms[hall.chance.below(2)].clone();
    let wish =
        json!({"type": "send_message", "room": room, "text": format!("نقطة {number}"), "language": "ar"});
    if let Some(seq) = hall.ask(&delegate.id, wish).await {
        hall.done.messages.push(format!("m{seq}"));
    }
}

/// Interpreters go on air, hand over, and ask for a slower pace.
async fn interpret(hall: &mut Hall, interpreter: &Person) {
    let Some(booth) = interpreter.interprets_in().cloned() else { return };
    let mates =
        hall.cast.interpreters.iter().filter(|mate| mate.works_in(&booth) && mate.id != interpreter.id);
    let mates: Vec<_> = mates.map(|mate| mate.id.clone()).collect();
    let pending = hall.meeting.interpretation.booths.get(&booth).and_then(|booth| booth.handover.clone());
    let wish = match (pending, hall.chance.below(8)) {
        (Some(pending), _) => json!({"type": "accept_handover", "handover": pending.handover.id}),
        (None, 0..=2) => json!({"type": "go_on_air", "output": "a"}),
        (None, 3..=5) => {
            let Some(mate) = hall.chance.one(&mates).cloned() else { return };
            json!({"type": "request_handover", "with": mate, "in_ms": ([0, 10_000][hall.chance.below(2)])})
        }
        (None, 6) => json!({"type": "ask_to_slow_down"}),
        (None, _) => json!({"type": "consent_to_recording", "consents": true}),
    };
    hall.ask(&interpreter.id, wish).await;
}
