//! What the chair and the secretariat do.

use plenary::meeting::procedure::floor::Halt;
use plenary::meeting::procedure::programme::Phase;
use plenary::terms::ids::{ListId, PersonId, RequestId};
use serde_json::json;

use super::hall::Hall;

const POLICIES: [&str; 5] =
    ["first_come", "rank", "category_then_order", "alternate_categories", "alphabetical"];

pub async fn step(hall: &mut Hall) {
    if !hall.here.contains(&hall.cast.presides) {
        return;
    }
    keep_order(hall).await;
    match hall.meeting.programme.phase {
        Phase::Scheduled => {
            if is_late(hall) {
                delay(hall).await;
            } else if hall.percent() >= 0 {
                open(hall).await;
            }
        }
        Phase::Suspended => {
            if hall.waited("break", 180_000) {
                by_chair(hall, json!({"type": "resume_session"})).await;
            }
        }
        Phase::Open => preside(hall).await,
        Phase::Closed => {}
    }
}

async fn by_chair(hall: &mut Hall, wish: serde_json::Value) -> bool {
    let chair = hall.cast.presides.clone();
    hall.ask(&chair, wish).await.is_some()
}

/// Whether it is the session that begins late, and its new time is not set yet.
fn is_late(hall: &Hall) -> bool {
    let session = &hall.meeting.charter.as_ref().unwrap().session;
    session.id.as_str() == "round-table-1" && hall.meeting.schedule.version < 2
}

/// The secretariat tells that the session is delayed, and once it knows for how long, that it begins so much later.
async fn delay(hall: &mut Hall) {
    let secretariat = hall.cast.secretariat.clone();
    let (version, session) = (hall.meeting.schedule.version, hall.room.session().clone());
    let times = hall.meeting.planned.as_ref().unwrap().times;
    let wish = if version == 0 {
        json!({"type": "delay_session", "session": session, "reason": "the ministers are late", "version": version})
    } else if hall.waited("delay", 60_000) {
        json!({"type": "reschedule_session", "session": session, "starts_at_ms": times.starts_at_ms + 900_000,
               "ends_at_ms": times.ends_at_ms + 900_000, "reason": "they have arrived", "version": version})
    } else {
        return;
    };
    hall.ask(&secretariat, wish).await;
}

async fn open(hall: &mut Hall) {
    if hall.now_ms() < hall.meeting.planned.as_ref().unwrap().times.starts_at_ms {
        return;
    }
    by_chair(hall, json!({"type": "open_session"})).await;
    for list in lists(hall) {
        by_chair(hall, json!({"type": "open_list", "list": list})).await;
    }
    let secretariat = hall.cast.secretariat.clone();
    hall.ask(&secretariat, json!({"type": "start_recording"})).await;
    hall.ask(&secretariat, json!({"type": "announce", "text": {"en": "The list of speakers is open."}}))
        .await;
}

fn lists(hall: &Hall) -> Vec<ListId> {
    hall.meeting.speakers.lists.keys().cloned().collect()
}

async fn preside(hall: &mut Hall) {
    if deal_with_points(hall).await {
        return;
    }
    if hall.percent() >= 100 {
        return close(hall).await;
    }
    // A break in the middle, once.
    if hall.percent() >= 50 && !hall.rested {
        hall.rested = true;
        by_chair(hall, json!({"type": "suspend_session", "reason": "coffee"})).await;
        return;
    }
    if deal_with_motions(hall).await {
        return;
    }
    change_times(hall).await;
    order(hall).await;
    match hall.on_floor() {
        Some(_) => attend_to_turn(hall).await,
        None => give_to_next(hall).await,
    }
}

/// Whether a point of order was dealt with, or is heard still.
async fn deal_with_points(hall: &mut Hall) -> bool {
    if let Some(heard) = hall.meeting.points.heard.clone() {
        if hall.waited("point", 25_000) {
            let ruling = ["upheld", "rejected", "noted"][hall.chance.below(3)];
            let rule = json!({"type": "rule_on_point_of_order", "point": heard.point, "ruling": ruling, "reason": ""});
            by_chair(hall, rule).await;
        }
        return true;
    }
    let Some(point) = hall.meeting.points.waiting().next() else { return false };
    by_chair(hall, json!({"type": "recognise_point_of_order", "point": point})).await
}

/// Whether a motion is before the meeting. It is taken up once the statement in progress is over, and nobody objects.
async fn deal_with_motions(hall: &mut Hall) -> bool {
    let wish = if let Some(entry) = hall.meeting.motions.in_hand() {
        json!({"type": "carry_by_consent", "motion": entry.motion.id})
    } else if let Some(entry) = hall.meeting.motions.waiting().first()
        && hall.meeting.floor.current.is_none()
    {
        json!({"type": "take_up_motion", "motion": entry.motion.id})
    } else {
        return false;
    };
    by_chair(hall, wish).await
}

async fn attend_to_turn(hall: &mut Hall) {
    let Some(current) = hall.meeting.floor.current.clone() else { return };
    let turn = current.turn.id.clone();
    if current.halts.contains(&Halt::Technical) || current.halts.contains(&Halt::PointOfOrder) {
        if hall.waited("halt", 30_000) {
            by_chair(hall, json!({"type": "resume_turn", "turn": turn})).await;
        }
    } else if hall.once_in(400) {
        by_chair(hall, json!({"type": "halt_turn", "turn": turn, "reason": "no sound"})).await;
    } else if current.clock.limit_reached && hall.waited("over time", 15_000) {
        let wish = if hall.once_in(3) {
            json!({"type": "extend_turn", "turn": turn, "by_ms": 60_000})
        } else {
            json!({"type": "stop_turn", "turn": turn})
        };
        by_chair(hall, wish).await;
    }
}

/// Statements first; replies once nobody waits for those.
fn next(hall: &Hall) -> Option<RequestId> {
    ["statements", "questions", "right-of-reply"].iter().find_map(|list| {
        let list: ListId = list.parse().unwrap();
        hall.meeting.speakers.lists.get(&list)?.queue.first().cloned()
    })
}

async fn give_to_next(hall: &mut Hall) {
    let Some(request) = next(hall) else { return };
    let entry = hall.meeting.speakers.request(&request).unwrap().clone();
    if !hall.meeting.presence.is_seated(&entry.request.delegation) {
        if hall.waited("absent", 20_000) {
            let wish = ["pass_over", "send_to_written"][hall.chance.below(2)];
            by_chair(hall, Hall::of_request(wish, &request)).await;
        }
        return;
    }
    if hall.once_in(4) {
        by_chair(hall, Hall::of_request("call_request", &request)).await;
    }
    let give = json!({"type": "give_floor", "request": request, "ending": null});
    // A motion that waits would have both refused.
    let motions = &hall.meeting.motions;
    let nothing_moved = motions.in_hand().is_none() && motions.waiting().is_empty();
    if hall.once_in(4) && nothing_moved {
        hall.ask_at_once(give).await;
    } else if by_chair(hall, give).await && hall.once_in(12) {
        // The wrong one: undone at once.
        if let Some(act) = hall.meeting.undo.last.clone() {
            by_chair(hall, json!({"type": "undo_act", "act": act.seq})).await;
        }
    }
    if let Some((turn, _)) = hall.on_floor() {
        let limit_ms = hall.meeting.floor.current.as_ref().unwrap().clock.limit_ms;
        let means_ms = limit_ms * (40 + i64::try_from(hall.chance.below(90)).unwrap()) / 100;
        hall.means_ms.entry(turn).or_insert(means_ms);
    }
}

/// The secretariat proposes an order; the chair applies it, unless the list has changed by then.
async fn order(hall: &mut Hall) {
    let list: ListId = "statements".parse().unwrap();
    let Some(standing) = hall.meeting.speakers.lists.get(&list).cloned() else { return };
    if standing.queue.len() > 2 && standing.proposal.is_none() && hall.once_in(60) {
        let policy = POLICIES[hall.chance.below(POLICIES.len())];
        let mut policy = json!({"by": policy});
        if policy["by"] == "alphabetical" {
            // Without one the room would draw a lot, and the seed would not be all the chance there is.
            let first = hall.meeting.speakers.request(&standing.queue[0]).unwrap();
            policy["from"] = json!(first.request.delegation);
        }
        let secretariat = hall.cast.secretariat.clone();
        hall.ask(&secretariat, json!({"type": "propose_order", "list": list, "policy": policy})).await;
    } else if standing.proposal.is_some() && hall.once_in(4) {
        let version = standing.version;
        let applied =
            by_chair(hall, json!({"type": "apply_order", "list": list, "list_version": version})).await;
        if !applied {
            by_chair(hall, json!({"type": "dismiss_order", "list": list})).await;
        }
    }
    if standing.queue.len() > 2 && hall.once_in(80) {
        let (request, version) = (standing.queue.last().unwrap().clone(), standing.version);
        let wish = json!({"type": "move_request", "request": request, "to_place": 1, "reason": "a minister must leave",
                          "list_version": version});
        let (chair, secretariat) = (hall.cast.presides.clone(), hall.cast.secretariat.clone());
        // The secretariat's move makes the chair's stale: it is refused with the list as it stands.
        let first = hall.ask(&secretariat, wish.clone()).await;
        let second = hall.ask(&chair, wish).await;
        assert!(first.is_none() || second.is_none(), "a stale move is refused");
    }
}

/// Times are cut as the end comes near, and the list is closed.
async fn change_times(hall: &mut Hall) {
    let list: ListId = "statements".parse().unwrap();
    let Some(standing) = hall.meeting.speakers.lists.get(&list).cloned() else { return };
    if hall.percent() >= 60 && standing.times.since_ms.is_none() {
        by_chair(hall, json!({"type": "set_speaking_time", "list": list, "turn_ms": 120_000})).await;
    }
    if hall.percent() >= 75 && standing.open && hall.meeting.motions.waiting().is_empty() {
        // What the chair proposes of itself, or puts to the meeting.
        let wish = [
            json!({"type": "close_list", "list": list}),
            json!({"type": "move_motion", "kind": "close_debate", "list": list}),
        ][hall.chance.below(2)]
        .clone();
        by_chair(hall, wish).await;
    }
}

/// Those who wait still are asked for their statements in writing, and the session is closed.
async fn close(hall: &mut Hall) {
    if let Some((turn, _)) = hall.on_floor() {
        by_chair(hall, json!({"type": "stop_turn", "turn": turn})).await;
    }
    let waiting: Vec<RequestId> =
        hall.meeting.speakers.lists.values().flat_map(|list| list.queue.clone()).collect();
    for request in waiting {
        if hall.once_in(2) {
            by_chair(hall, Hall::of_request("send_to_written", &request)).await;
        }
    }
    let secretariat = hall.cast.secretariat.clone();
    hall.ask(&secretariat, json!({"type": "stop_recording"})).await;
    by_chair(hall, json!({"type": "close_session"})).await;
}

/// The secretariat keeps order in the chat.
async fn keep_order(hall: &mut Hall) {
    let secretariat = hall.cast.secretariat.clone();
    if hall.once_in(240) {
        let text = json!({"en": "The meeting is recorded.", "fr": "La séance est enregistrée."});
        hall.ask(&secretariat, json!({"type": "announce", "text": text})).await;
    }
    if hall.once_in(100) {
        let chair = hall.cast.presides.clone();
        let line = ["line-booths", "line-technicians", "desk"][hall.chance.below(3)];
        let wish =
            json!({"type": "send_message", "room": line, "text": "Five more minutes?", "language": "en"});
        hall.ask(&chair, wish).await;
    }
    if hall.once_in(150) {
        change_seat(hall, &secretariat).await;
    }
    if hall.once_in(120) {
        let messages: Vec<_> = hall.done.messages.clone();
        if let Some(message) = hall.chance.one(&messages).cloned() {
            let wish = [
                json!({"type": "pin_message", "message": message}),
                json!({"type": "delete_message", "message": message, "reason": "off topic"}),
            ][hall.chance.below(2)]
            .clone();
            hall.ask(&secretariat, wish).await;
        }
    }
}

/// Somebody comes to a delegation at short notice, or rises in it.
async fn change_seat(hall: &mut Hall, secretariat: &PersonId) {
    let delegates = hall.cast.delegates.clone();
    let Some(delegate) = hall.chance.one(&delegates).cloned() else { return };
    let number = hall.chance.below(1_000_000);
    let wish = [
        json!({"type": "seat_person", "person": format!("s-{number}"), "delegation": delegate.delegation,
               "name": {"en": "Mr. Late Arrival"}, "position": "adviser", "rank": null, "language": "en"}),
        json!({"type": "change_seat", "person": delegate.id, "position": "head", "rank": "minister", "version": null}),
    ][hall.chance.below(2)]
    .clone();
    hall.ask(secretariat, wish).await;
}
