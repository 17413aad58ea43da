//! What those are told who look after the sound, over real sockets: how microphones come in, and nobody else hears of it.

use serde_json::{Value, json};

use crate::client::Client;
use crate::process::Hall;
use crate::sound_client::{Ears, frame};

/// The small conference with a technician.
fn hall() -> Hall {
    let text = std::fs::read_to_string(crate::process::conference()).unwrap();
    let technician = "\n[[people]]\nid = \"tech-1\"\nname = { en = \"Ms. Tech\", ar = \"تك\" }\nlanguage = \"en\"\n\
                      roles = { \"*\" = [\"technician\"] }\n";
    Hall::of(&(text + technician))
}

/// The first signals in which a microphone is as wanted.
async fn until_told(technician: &mut Client, wanted: impl Fn(&Value) -> bool) -> Value {
    loop {
        let told = technician.until(&["sound_signals"]).await;
        let found = told["microphones"].as_array().unwrap().iter().find(|one| wanted(one));
        if let Some(found) = found {
            return found.clone();
        }
    }
}

#[tokio::test]
async fn a_technician_is_told_how_each_microphone_comes_in_and_what_it_is_called() {
    let hall = hall();
    let server = hall.open();
    let mut technician = hall.join(&server, "tech-1").await;
    let mut alice = hall.join(&server, "cedar-1").await;
    technician.send(&json!({"type": "watch_sound", "wanted": true})).await;
    let told = technician.until(&["sound_signals"]).await;
    assert_eq!((&told["microphones"], &told["booths"]), (&json!([]), &json!([])));
    assert_eq!(
        told["nodes"].as_array().unwrap().iter().filter(|node| node["own"] == true).count(),
        1,
        "{told}"
    );

    let device = "Headset \u{7}(USB)".to_owned() + &"!".repeat(200);
    alice.send(&json!({"type": "tell_microphone", "device": device, "coughs": true})).await;
    let pass = hall.pass(&server, "cedar-1").await;
    let mut microphone = Ears::open(server.address, &pass).await.unwrap();
    // Four are missing.
    for sequence in (0..10).chain(14..20) {
        microphone.send(frame(sequence, "a word")).await;
    }
    let told = until_told(&mut technician, |one| one["frames"] == 16).await;
    assert_eq!((&told["person"], &told["delegation"]), (&json!("cedar-1"), &json!("cedar")));
    assert_eq!((&told["way"], &told["lost"], &told["node"]), (&json!("web_socket"), &json!(4), &Value::Null));
    assert_eq!((&told["level_dbov"], &told["coughs"]), (&Value::Null, &json!(true)));
    let device = told["device"].as_str().unwrap();
    assert!(device.starts_with("Headset (USB)!") && device.chars().count() <= 100, "{device}");

    // The page is gone, and with it what it told.
    drop(alice);
    let mut sequence = 20;
    loop {
        microphone.send(frame(sequence, "a word")).await;
        sequence += 1;
        let told = until_told(&mut technician, |one| one["person"] == "cedar-1").await;
        if told["device"].is_null() {
            assert_eq!(told["coughs"], false);
            break;
        }
    }
    server.stop();
}

#[tokio::test]
async fn nobody_else_is_told_and_who_has_no_microphone_tells_nothing() {
    let hall = hall();
    let server = hall.open();
    for (person, message) in [
        ("chair", json!({"type": "watch_sound", "wanted": true})),
        ("cedar-1", json!({"type": "watch_sound", "wanted": true})),
        ("tech-1", json!({"type": "tell_microphone", "device": "", "coughs": false})),
    ] {
        let mut client = hall.join(&server, person).await;
        client.send(&message).await;
        let refused = client.until(&["refused", "sound_signals"]).await;
        assert_eq!(refused["reason"]["code"], "not_allowed", "{person}: {refused}");
    }
    server.stop();
}
