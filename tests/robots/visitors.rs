//! Real people take seats that are played: the robot leaves at once, and comes back when they have gone.

use std::time::Duration;

use plenary::meeting::procedure::programme::Phase;
use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::world::{Notes, World, person};

const SECOND: Duration = Duration::from_secs(1);

fn has_spoken(notes: &Notes, id: &str) -> bool {
    notes.heard_on("floor").filter(|heard| heard.person.as_str() == id).count() > 100
}

#[tokio::test(start_paused = true)]
async fn a_delegate_who_comes_has_the_seat_and_the_turn_and_the_robot_is_silent_at_once() {
    let world = World::new(3).await;
    world.until("Jordan speaks", |notes| notes.speaks("jordan") && has_spoken(notes, "jordan-head")).await;
    let turn = world.notes().meeting.floor.turn();
    let entered = Instant::now();
    let delegate = world.enter("jordan-head").await;
    assert!(entered.elapsed() < SECOND / 4, "{:?}", entered.elapsed());
    sleep(3 * SECOND).await;
    {
        let notes = world.notes();
        assert_eq!(notes.sent_since(&delegate, entered), 0, "not a frame more");
        assert_eq!(notes.meeting.floor.turn(), turn, "the turn is the delegation's");
        assert!(!notes.meeting.microphones.agreed.contains_key(&delegate), "a person agrees for themselves");
        assert!(notes.plan.floor.is_empty(), "and until then nothing is live");
        assert!(notes.meeting.presence.present.contains_key(&delegate));
        assert_eq!(notes.tags("request_withdrawn"), 0);
    }
    world.done(&delegate, json!({ "type": "agree_to_microphone", "agrees": true })).await;
    sleep(20 * SECOND).await;
    assert_eq!(world.notes().meeting.floor.turn(), turn, "the robot does not finish it");
    let turn = turn.unwrap().to_string();
    world.done(&delegate, json!({ "type": "finish_turn", "turn": turn })).await;

    world.leave(&delegate).await;
    let left = Instant::now();
    sleep(25 * SECOND).await;
    assert_eq!(world.notes().sent_since(&delegate, left), 0);
    world.until("the robot is back and speaks", |notes| notes.sent_since(&delegate, left) > 100).await;
    world.notes().assert_one_voice_to_a_channel();
}

#[tokio::test(start_paused = true)]
async fn who_speaks_really_is_spoken_over_on_the_channels_of_the_other_languages() {
    let world = World::new(3).await;
    world.until("Jordan speaks", |notes| notes.speaks("jordan") && has_spoken(notes, "jordan-head")).await;
    let delegate = world.enter("jordan-head").await;
    world.done(&delegate, json!({ "type": "agree_to_microphone", "agrees": true })).await;
    let began = Instant::now();
    let heard = |notes: &Notes, channel: &str| {
        let since = notes.heard_on(channel).filter(|heard| heard.at >= began + 5 * SECOND);
        since.count()
    };
    let both = |notes: &Notes| heard(notes, "ar") > 100 && heard(notes, "fr") > 100;
    world.until("the simulated interpreters speak", both).await;
    let notes = world.notes();
    assert!(notes.plan.floor.contains(&delegate), "while the delegate has the floor");
    assert_eq!(heard(&notes, "en"), 0, "and whoever listens in the delegate's language hears the delegate");
    notes.assert_one_voice_to_a_channel();
}

#[tokio::test(start_paused = true)]
async fn a_request_that_waits_stays_the_delegations() {
    let world = World::new(4).await;
    let waits = |notes: &Notes| notes.queue().iter().any(|(_, seat)| seat.as_str() == "lebanon");
    world.until("Lebanon waits", waits).await;
    let delegate = world.enter("lebanon-head").await;
    sleep(2 * SECOND).await;
    assert!(waits(&world.notes()));
    world.until("and is given the floor", |notes| notes.speaks("lebanon")).await;
    world.until("which is taken back in the end, for nobody speaks", |notes| !notes.speaks("lebanon")).await;
    assert!(!has_spoken(&world.notes(), "lebanon-head"));
    drop(delegate);
}

#[tokio::test(start_paused = true)]
async fn a_point_of_order_is_heard_and_the_speaker_goes_on() {
    let world = World::new(6).await;
    world.until("Jordan speaks", |notes| notes.speaks("jordan") && has_spoken(notes, "jordan-head")).await;
    let delegate = world.enter("iraq-head").await;
    let turn = world.notes().meeting.floor.turn();
    world.done(&delegate, json!({ "type": "raise_point_of_order" })).await;
    world.until("it is recognised", |notes| notes.tags("point_recognised") == 1).await;
    assert_eq!(world.notes().meeting.floor.turn(), turn, "the speaker keeps the floor");
    world.until("there is a ruling", |notes| notes.tags("point_ruled") == 1).await;
    world.until("the speaker goes on", |notes| notes.tags("turn_resumed") == 1).await;
    assert_eq!(world.notes().meeting.floor.turn(), turn);
    world.notes().assert_one_voice_to_a_channel();
}

#[tokio::test(start_paused = true)]
async fn a_real_chair_stops_the_robot_chair() {
    let world = World::new(5).await;
    world.until("the chair gives the floor", |notes| notes.tags("floor_given") >= 1).await;
    let chair = world.enter("chair").await;
    let entered = Instant::now();
    let given = world.notes().tags("floor_given");
    sleep(120 * SECOND).await;
    assert_eq!(world.notes().tags("floor_given"), given, "nobody else gives it");
    assert_eq!(world.notes().sent_since(&chair, entered), 0);

    // The real chair gives the floor, and a robot speaks.
    let next = world.notes().queue()[0].0.to_string();
    world.done(&chair, json!({ "type": "give_floor", "request": next, "ending": null })).await;
    world
        .until("the statement is heard", |notes| {
            notes.heard_on("floor").filter(|heard| heard.at > entered && heard.person != chair).count() > 500
        })
        .await;
    world.until("and finished", |notes| notes.meeting.floor.current.is_none()).await;

    // Suspended by a chair who leaves, the session goes on after a while.
    world.done(&chair, json!({ "type": "suspend_session", "reason": "technical stop" })).await;
    world.leave(&chair).await;
    world.until("it is resumed", |notes| notes.meeting.programme.phase == Phase::Open).await;
    world.until("and the floor given", |notes| notes.tags("floor_given") > given + 1).await;
    world.notes().assert_one_voice_to_a_channel();
}

#[tokio::test(start_paused = true)]
async fn a_robot_holds_its_breath_while_a_person_speaks_on_the_floor() {
    let world = World::new(6).await;
    let chair = world.enter("chair").await;
    world.done(&chair, json!({ "type": "open_session" })).await;
    world.done(&chair, json!({ "type": "open_list", "list": "statements" })).await;
    world.until("somebody waits", |notes| !notes.queue().is_empty()).await;
    let next = world.notes().queue()[0].0.to_string();
    world.done(&chair, json!({ "type": "give_floor", "request": next, "ending": null })).await;
    world.until("they speak", |notes| notes.heard_on("floor").count() > 100).await;
    world.room.microphone(chair.clone(), true).await;
    world.done(&chair, json!({ "type": "open_microphone", "person": null })).await;
    sleep(SECOND / 5).await;
    let quiet = Instant::now();
    sleep(5 * SECOND).await;
    let since = |notes: &Notes, at: Instant| notes.heard_on("floor").filter(|heard| heard.at > at).count();
    assert_eq!(since(&world.notes(), quiet), 0);
    world.done(&chair, json!({ "type": "close_microphone", "person": null })).await;
    world.until("they go on where they were", |notes| since(notes, quiet) > 100).await;
}

#[tokio::test(start_paused = true)]
async fn an_interpreter_who_comes_takes_over_by_handover_and_robots_follow_when_they_stop() {
    let world = World::new(7).await;
    let on_air = |notes: &Notes| notes.booth("fr-booth").on_air.map(|on_air| on_air.person);
    world.until("the French booth works", |notes| on_air(notes) == Some(person("interpreter-fr-1"))).await;
    let interpreter = world.enter("interpreter-fr-1").await;
    assert_ne!(on_air(&world.notes()), Some(interpreter.clone()), "coming never puts anybody on air");
    assert!(!world.notes().meeting.recording.consents.contains(&interpreter));

    // Nobody in the booth goes on air: the mate does, when the courtesy is over.
    let mate = person("interpreter-fr-2");
    world.until("the mate goes on air", |notes| on_air(notes) == Some(mate.clone())).await;
    world.room.microphone(interpreter.clone(), true).await;
    world
        .done(&interpreter, json!({ "type": "request_handover", "with": "interpreter-fr-2", "in_ms": 0 }))
        .await;
    world.until("it is accepted", |notes| on_air(notes) == Some(interpreter.clone())).await;
    let taken = Instant::now();
    sleep(120 * SECOND).await;
    assert_eq!(on_air(&world.notes()), Some(interpreter.clone()), "a robot takes nothing from a person");
    let voices = world.notes().heard_on("fr").filter(|heard| heard.at > taken).count();
    assert_eq!(voices, 0, "and does not speak over them");

    world.done(&interpreter, json!({ "type": "go_off_air" })).await;
    world.until("the mate goes on", |notes| on_air(notes) == Some(mate.clone())).await;
    world.leave(&interpreter).await;
    world.notes().assert_one_voice_to_a_channel();
}
