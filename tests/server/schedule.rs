//! Times and titles over real sockets: the lobby and the public's programme follow, and no two sessions come to lie over
//! one another.

use serde_json::{Value, json};

use crate::client::{Client, key};
use crate::lobby::{self, programme};
use crate::process::{Hall, Server};
use crate::public_page::until;
use crate::public_sound::public_hall;

/// 24 February 2021, 10:00 by the host's clock: the opening's beginning. The closing's is an hour later.
const OPENING_MS: i64 = 1_614_153_600_000;
const MINUTE_MS: i64 = 60_000;

fn reschedule(session: &str, from_minutes: i64, to_minutes: i64) -> Value {
    let at = |minutes: i64| OPENING_MS + minutes * MINUTE_MS;
    json!({"type": "reschedule_session", "session": session, "starts_at_ms": at(from_minutes), "ends_at_ms": at(to_minutes),
           "reason": "late", "version": null})
}

async fn lobby(hall: &Hall, server: &Server) -> Vec<Value> {
    programme(&lobby::read(server, &hall.pass(server, "observer-1").await).await)
}

async fn secretariat_in(hall: &Hall, server: &Server, session: &str) -> Client {
    Client::joined_in(server.address, &hall.pass(server, "secretariat").await, session).await
}

#[tokio::test]
async fn the_lobby_and_the_public_read_the_new_time_with_the_old_one_and_still_after_a_crash() {
    let (hall, server) = public_hall();
    let mut desk = secretariat_in(&hall, &server, "opening").await;
    desk.done(&reschedule("opening", 120, 165)).await;
    desk.done(&json!({"type": "correct_title", "session": "opening", "language": "en", "title": "Ouverture", "version": 1})).await;
    let check = async |server: &Server| {
        let sessions = lobby(&hall, server).await;
        // In order of time, as it is now.
        let order: Vec<&str> = sessions.iter().map(|session| session["id"].as_str().unwrap()).collect();
        assert_eq!(order, ["closing", "opening"]);
        assert_eq!(sessions[1]["starts_at_ms"], OPENING_MS + 120 * MINUTE_MS);
        assert_eq!(sessions[1]["title"]["en"], "Ouverture");
        assert_eq!(sessions[1]["rescheduled"]["was_starts_at_ms"], OPENING_MS);
        assert_eq!(sessions[1]["rescheduled"]["reason"], "late");
        assert_eq!(sessions[0]["rescheduled"], Value::Null);
    };
    check(&server).await;
    let right = |said: &Value| said["sessions"][1]["title"]["en"] == "Ouverture";
    let public = until(&server, "/api/public", right).await;
    assert_eq!(public["sessions"][1]["rescheduled"], lobby(&hall, &server).await[1]["rescheduled"]);
    // The file that is read now lets the public listen no more: it was revised, and nothing of the change is lost.
    server.kill();
    check(&hall.open()).await;
}

#[tokio::test]
async fn a_session_lies_over_no_other_unless_that_is_closed_or_its_time_is_to_be_announced() {
    let hall = Hall::new();
    let server = hall.open();
    let mut opening = secretariat_in(&hall, &server, "opening").await;
    let mut closing = secretariat_in(&hall, &server, "closing").await;
    let refused = opening.refused(&reschedule("opening", 30, 75)).await;
    assert_eq!((&refused["code"], &refused["session"]), (&json!("sessions_overlap"), &json!("closing")));
    assert_eq!(refused["starts_at_ms"], OPENING_MS + 60 * MINUTE_MS);
    // One may follow the other without a pause.
    opening.done(&reschedule("opening", 30, 60)).await;
    closing
        .done(&json!({"type": "delay_session", "session": "closing", "reason": "", "version": null}))
        .await;
    opening.done(&reschedule("opening", 30, 75)).await;
    // What is delayed gets a time that is free.
    assert_eq!(closing.refused(&reschedule("closing", 60, 105)).await["session"], "opening");
    closing.done(&reschedule("closing", 75, 120)).await;
    for act in ["open_session", "close_session"] {
        opening.done(&json!({"type": act})).await;
    }
    // The conference hears of it from the sitting, and the lobby from the conference.
    let observer = hall.pass(&server, "observer-1").await;
    let mut lobby = Client::joined_in_lobby(server.address, &observer, None).await;
    lobby
        .until_held(|store| {
            let opening = programme(store).into_iter().find(|session| session["id"] == "opening");
            opening.unwrap()["phase"] == "closed"
        })
        .await;
    closing.done(&reschedule("closing", 60, 105)).await;
}

#[tokio::test]
async fn of_two_sessions_that_are_moved_to_the_same_time_at_once_one_is_refused() {
    let hall = Hall::new();
    let server = hall.open();
    for _ in 0..10 {
        let mut opening = secretariat_in(&hall, &server, "opening").await;
        let mut closing = secretariat_in(&hall, &server, "closing").await;
        let wish = |session| reschedule(session, 200, 245);
        let (one, other) = (wish("opening"), wish("closing"));
        let (one, other) = tokio::join!(opening.command_as(key(), &one), closing.command_as(key(), &other));
        let mut answers = [one["type"].as_str().unwrap(), other["type"].as_str().unwrap()];
        answers.sort_unstable();
        assert_eq!(answers, ["ack", "refused"], "{one} {other}");
        // And back again.
        opening.done(&reschedule("opening", 0, 45)).await;
        closing.done(&reschedule("closing", 60, 105)).await;
    }
}

#[tokio::test]
async fn whoever_may_not_change_a_time_is_told_that_and_not_what_is_in_the_way() {
    let hall = Hall::new();
    let server = hall.open();
    for person in ["chair", "cedar-1", "observer-1"] {
        let mut someone = hall.join(&server, person).await;
        for wish in [reschedule("opening", 30, 75), reschedule("opening", 0, 50)] {
            assert_eq!(someone.refused(&wish).await["code"], "not_allowed", "{person}");
        }
    }
}

#[tokio::test]
async fn a_session_is_opened_on_another_day_than_planned_once_that_was_asked() {
    let hall = Hall::new();
    let server = hall.open();
    let asking = json!({"type": "open_session", "on_planned_day": true});
    // Whoever may not open it is told that, and not for when it is planned.
    let mut cedar = hall.join(&server, "cedar-1").await;
    assert_eq!(cedar.refused(&asking).await["code"], "not_allowed");
    let mut chair = hall.join(&server, "chair").await;
    let refused = chair.refused(&asking).await;
    assert_eq!((&refused["code"], &refused["starts_at_ms"]), (&json!("other_day"), &json!(OPENING_MS)));
    chair.done(&json!({"type": "open_session"})).await;
    // The day matters no more once it is open.
    assert_eq!(chair.refused(&asking).await["code"], "wrong_phase");
}
