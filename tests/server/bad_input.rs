//! What a client may send by mistake or malice: each is refused with a stable code and changes nothing.

use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

use crate::client::{Client, chat, fresh_view, key};
use crate::entering::Pass;
use crate::process::{Hall, Server};
use crate::raw::{BINARY, CLOSE, CONTINUATION, FIN, PING, PONG, Raw, TEXT, frame, head, unmasked};
use crate::store::Held;

/// Largest message a client may send, in bytes.
const MESSAGE_BYTES_MAX: usize = plenary::wire::CLIENT_MESSAGE_BYTES_MAX;

/// A session in which Alice of Cedar has the floor and Bob of Olive waits; and what the chair then sees.
struct Scene {
    server: Server,
    chair: Pass,
    before: Held,
    /// Ids of Alice's turn and Bob's request.
    turn: String,
    request: String,
    _hall: Hall,
    _present: Vec<Client>,
}

impl Scene {
    async fn set() -> Self {
        let hall = Hall::new();
        let server = hall.open();
        let mut chair = hall.join(&server, "chair").await;
        chair.done(&json!({"type": "open_session"})).await;
        let mut lists = chair.store.clone();
        if lists.get("list/statements")["open"] == false {
            chair.done(&json!({"type": "open_list", "list": "statements"})).await;
        }
        let mut present = Vec::new();
        for delegate in ["cedar-1", "olive-1", "palm-1"] {
            let mut client = hall.join(&server, delegate).await;
            client.done(&ask_for_floor()).await;
            present.push(client);
        }
        chair.say("all have asked").await;
        chair.until_said("all have asked").await;
        lists = chair.store.clone();
        let queue = lists.get("list/statements")["queue"].as_array().unwrap();
        let (alices, bobs) = (queue[0].clone(), queue[1].as_str().unwrap().to_owned());
        chair.done(&json!({"type": "give_floor", "request": alices, "ending": null})).await;
        chair.until_held(|store| !store.get("floor/floor")["turn"].is_null()).await;
        let turn = chair.store.get("floor/floor")["turn"]["id"].as_str().unwrap().to_owned();
        let mut observer = hall.join(&server, "observer-1").await;
        // Once this is stored, so is the arrival before it.
        observer.say("all are here").await;
        chair.until_said("all are here").await;
        present.push(observer);
        present.push(chair);
        let chair = hall.pass(&server, "chair").await;
        let before = fresh_view(server.address, &chair).await;
        Self { server, chair, before, turn, request: bobs, _hall: hall, _present: present }
    }

    async fn assert_unchanged(&self) {
        assert_eq!(fresh_view(self.server.address, &self.chair).await, self.before);
    }

    async fn pass(&self, person: &str) -> Pass {
        self._hall.pass(&self.server, person).await
    }

    async fn join(&self, person: &str) -> Client {
        self._hall.join(&self.server, person).await
    }
}

fn ask_for_floor() -> Value {
    json!({"type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": ""})
}

/// A command as a message, under a key.
fn command(key: &str, command: &Value) -> String {
    json!({"type": "command", "key": key, "command": command}).to_string()
}

const KEY: &str = "5f0c6f9a-6d6a-4a57-9c0e-0e7b1f6d2a11";

/// Texts that are no message, with whether their key can be told.
fn malformed_texts() -> Vec<(String, bool)> {
    let with = |field: &str, value: Value| {
        let mut changed = chat("hello");
        changed[field] = value;
        (command(KEY, &changed), true)
    };
    let without = |field: &str| {
        let mut changed = chat("hello");
        changed.as_object_mut().unwrap().remove(field);
        (command(KEY, &changed), true)
    };
    let plain = |text: &str| (text.to_owned(), false);
    vec![
        plain(""),
        plain("{"),
        plain("[]"),
        plain("null"),
        plain("\"join\""),
        plain("{}"),
        plain(&"[".repeat(10_000)),
        plain(r#"{"type":"nonsense"}"#),
        plain(r#"{"type":7}"#),
        plain(r#"{"type":"ping","sent_ms":"1"}"#),
        plain(r#"{"type":"ping","sent_ms":1.5}"#),
        plain(r#"{"type":"ping","sent_ms":1e400}"#),
        plain(r#"{"type":"ping","sent_ms":1,"more":1}"#),
        plain(r#"{"type":"ping","sent_ms":1} {"type":"ping","sent_ms":1}"#),
        plain(r#"{"type":"join","resume":5}"#),
        plain(r#"{"type":"join","resume":{"seq":-1,"view":""}}"#),
        plain(&command("no key", &chat("hello"))),
        plain(r#"["ping",1]"#),
        plain(r#"["join",null]"#),
        plain(r#"{"type":"ping","type":"ping","sent_ms":1}"#),
        plain(r#"{"type":"ping","sent_ms":1,"sent_ms":2}"#),
        plain(r#"{"type":"join","resume":[1,"1/0.1.0"]}"#),
        (format!(r#"{{"type":"command","key":"{KEY}","command":["open_session"]}}"#), true),
        (
            format!(
                r#"{{"type":"command","key":"{KEY}","command":{{"type":"send_message","room":"main","room":"main","text":"a","language":null}}}}"#
            ),
            true,
        ),
        (
            format!(
                r#"{{"type":"command","key":"{KEY}","command":{{"type":"propose_order","list":"statements","policy":["first_come"]}}}}"#
            ),
            true,
        ),
        (json!({"key": KEY, "command": chat("hello")}).to_string(), true),
        (json!({"type": "command", "key": KEY}).to_string(), true),
        (json!({"type": "command", "key": KEY, "command": chat("hello"), "more": 1}).to_string(), true),
        (command(KEY, &json!("open_session")), true),
        (command(KEY, &json!({"type": "nonsense"})), true),
        (command(KEY, &json!({"type": "convene"})), true),
        with("type", json!("SEND_MESSAGE")),
        with("text", json!(5)),
        with("text", Value::Null),
        with("room", json!("NO ROOM!")),
        with("room", json!("")),
        with("language", json!(["en"])),
        with("person", json!("chair")),
        without("type"),
        without("text"),
        without("room"),
    ]
}

#[tokio::test]
async fn a_text_that_is_no_message_is_refused_and_the_connection_stands() {
    let scene = Scene::set().await;
    let texts = malformed_texts();
    let senders = ["cedar-1", "olive-1", "palm-1"];
    assert!(texts.len() <= 20 * senders.len(), "nobody sends faster than they may");
    for (chunk, sender) in texts.chunks(20).zip(senders) {
        let mut alice = scene.join(sender).await;
        for (text, keyed) in chunk {
            alice.socket_send(Message::text(text.clone())).await;
            let refused = alice.until(&["refused", "ack"]).await;
            assert_eq!(refused["reason"]["code"], "malformed", "{text:.200}: {refused}");
            assert_eq!(refused["key"], if *keyed { json!(KEY) } else { Value::Null }, "{text:.200}");
            assert!(refused["message"].as_str().unwrap().len() < 400, "{refused}");
        }
        alice.send(&json!({"type": "ping", "sent_ms": -3})).await;
        assert_eq!(alice.until(&["pong"]).await["sent_ms"], -3);
    }
    scene.assert_unchanged().await;
}

#[tokio::test]
async fn a_binary_frame_is_refused_and_the_connection_stands() {
    let scene = Scene::set().await;
    let mut raw = Raw::joined(scene.server.address, &scene.pass("cedar-1").await).await;
    raw.send(&frame(FIN | BINARY, command(KEY, &chat("hello")).as_bytes())).await;
    assert_eq!(raw.until("refused").await["reason"]["code"], "not_text");
    raw.send(&frame(FIN | TEXT, br#"{"type":"ping","sent_ms":1}"#)).await;
    raw.until("pong").await;
    scene.assert_unchanged().await;
}

#[tokio::test]
async fn frames_that_break_the_protocol_end_the_connection_with_a_reason() {
    let scene = Scene::set().await;
    let message = command(KEY, &chat("hello"));
    let large = command(KEY, &chat(&"a".repeat(MESSAGE_BYTES_MAX)));
    let halves =
        [frame(TEXT, &large.as_bytes()[..20_000]), frame(FIN | CONTINUATION, &large.as_bytes()[20_000..])];
    let broken: [(&str, Vec<u8>, &str); 13] = [
        ("a message too large", frame(FIN | TEXT, large.as_bytes()), "too_large"),
        ("a message far too large", frame(FIN | TEXT, "a".repeat(4 << 20).as_bytes()), "too_large"),
        ("fragments too large together", halves.concat(), "too_large"),
        (
            "a head that promises an exabyte",
            [head(FIN | TEXT, 0x80, 1 << 60), vec![0; 4]].concat(),
            "too_large",
        ),
        ("no UTF-8", frame(FIN | TEXT, b"\"\xff\xfe\""), "malformed"),
        ("half a character", frame(FIN | TEXT, "é".as_bytes().split_at(1).0), "malformed"),
        ("no mask", unmasked(FIN | TEXT, message.as_bytes()), "malformed"),
        ("an unknown opcode", frame(FIN | 0x3, message.as_bytes()), "malformed"),
        ("a reserved bit", frame(FIN | 0x40 | TEXT, message.as_bytes()), "malformed"),
        ("a continuation of nothing", frame(FIN | CONTINUATION, message.as_bytes()), "malformed"),
        ("a ping too long", frame(FIN | PING, &[b'a'; 126]), "malformed"),
        ("a ping in fragments", frame(PING, b"a"), "malformed"),
        (
            "a message within a message",
            [frame(TEXT, b"{"), frame(FIN | TEXT, message.as_bytes())].concat(),
            "malformed",
        ),
    ];
    let pass = scene.pass("cedar-1").await;
    for (what, bytes, code) in broken {
        let mut raw = Raw::joined(scene.server.address, &pass).await;
        raw.try_send(&bytes).await;
        assert_eq!(raw.until("refused").await["reason"]["code"], code, "{what}");
        let goodbye = raw.until("goodbye").await;
        assert_eq!(
            (&goodbye["why"], &goodbye["retry_after_ms"]),
            (&json!("protocol_error"), &Value::Null),
            "{what}"
        );
        assert_eq!(raw.end().await, 1002, "{what}");
    }
    scene.assert_unchanged().await;
}

#[tokio::test]
async fn fragments_pings_and_a_close_are_taken_as_the_standard_says() {
    let scene = Scene::set().await;
    let mut raw = Raw::joined(scene.server.address, &scene.pass("cedar-1").await).await;
    let (one, two) = br#"{"type":"ping","sent_ms":77}"#.split_at(11);
    // A ping may come between the fragments of a message.
    let parts = [
        frame(TEXT, one),
        frame(FIN | PING, b"here?"),
        frame(CONTINUATION, two),
        frame(FIN | CONTINUATION, b""),
    ];
    raw.send(&parts.concat()).await;
    let pong = raw.frame().await.unwrap();
    assert_eq!((pong.opcode, &pong.payload[..]), (PONG, &b"here?"[..]));
    assert_eq!(raw.until("pong").await["sent_ms"], 77);
    raw.send(&frame(FIN | CLOSE, &1000_u16.to_be_bytes())).await;
    assert_eq!(raw.end().await, 1000);
    scene.assert_unchanged().await;
}

#[tokio::test]
async fn a_close_is_answered_with_its_code_and_one_that_nobody_may_send_with_1002() {
    let scene = Scene::set().await;
    let pass = scene.pass("cedar-1").await;
    let close = |code: u16| frame(FIN | CLOSE, &[&code.to_be_bytes()[..], b"bye"].concat());
    let none = frame(FIN | CLOSE, b"");
    let mut closes = vec![(none, 1000), (close(1000), 1000), (close(1001), 1001), (close(4999), 4999)];
    for never in [0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535] {
        closes.push((close(never), 1002));
    }
    for (bytes, answered) in closes {
        let mut raw = Raw::joined(scene.server.address, &pass).await;
        raw.send(&bytes).await;
        assert_eq!(raw.end().await, answered, "{bytes:?}");
    }
    for broken in [frame(FIN | CLOSE, b"\x03"), frame(FIN | CLOSE, b"\x03\xe8\xff\xfe")] {
        let mut raw = Raw::joined(scene.server.address, &pass).await;
        raw.send(&broken).await;
        assert_eq!(raw.end().await, 1002, "{broken:?}");
    }
    scene.assert_unchanged().await;
}

#[tokio::test]
async fn a_connection_cut_in_the_middle_of_a_frame_harms_nobody() {
    let scene = Scene::set().await;
    let pass = scene.pass("cedar-1").await;
    let message = frame(FIN | TEXT, command(KEY, &chat("hello")).as_bytes());
    for length in [1, 2, 5, message.len() - 1] {
        let mut raw = Raw::joined(scene.server.address, &pass).await;
        raw.send(&message[..length]).await;
        raw.shut().await;
        while raw.frame().await.is_some() {}
    }
    scene.assert_unchanged().await;
}

#[tokio::test]
async fn join_comes_first_and_once() {
    let scene = Scene::set().await;
    let mut alice = Client::connected(scene.server.address, &scene.pass("cedar-1").await).await.unwrap();
    let refused = alice.command_as(KEY.parse().unwrap(), &chat("too early")).await;
    assert_eq!((&refused["reason"]["code"], &refused["key"]), (&json!("not_joined"), &json!(KEY)));
    alice.send(&json!({"type": "join"})).await;
    assert_eq!(alice.message().await["resumed"], false);
    alice.send(&json!({"type": "join"})).await;
    assert_eq!(alice.until(&["refused"]).await["reason"]["code"], "already_joined");
    scene.assert_unchanged().await;
}

#[tokio::test]
async fn what_cannot_be_resumed_begins_anew() {
    let scene = Scene::set().await;
    let mut alice = scene.join("cedar-1").await;
    let pass = scene.pass("cedar-1").await;
    let held = alice.store.clone();
    let resumed = Client::joined(scene.server.address, &pass, Some(held.clone())).await;
    assert_eq!(resumed.store.held["everyone"], held.held["everyone"]);
    for resume in [
        json!({"seq": held.seq + 1_000, "view": held.view}),
        json!({"seq": 0, "view": held.view}),
        json!({"seq": held.seq, "view": "another"}),
    ] {
        let mut client = Client::connected(scene.server.address, &pass).await.unwrap();
        client.send(&json!({"type": "join", "resume": resume})).await;
        assert_eq!(client.message().await["resumed"], false, "{resume}");
    }
    alice.say("done").await;
}

#[tokio::test]
async fn a_key_is_answered_as_it_was_spelt_and_is_the_same_however_spelt() {
    let hall = Hall::new();
    let server = hall.open();
    let mut alice = hall.join(&server, "cedar-1").await;
    let bare = KEY.replace('-', "");
    let spellings =
        [KEY.to_owned(), KEY.to_uppercase(), bare, format!("{{{KEY}}}"), format!("urn:uuid:{KEY}")];
    let mut places = Vec::new();
    for spelt in &spellings {
        alice.send(&json!({"type": "command", "key": spelt, "command": chat("once")})).await;
        let answer = alice.until(&["ack", "refused"]).await;
        assert_eq!((&answer["type"], &answer["key"]), (&json!("ack"), &json!(spelt)));
        places.push(answer["seq"].clone());
    }
    assert!(places.iter().all(|place| *place == places[0]), "{places:?}");
    alice.say("and then").await;
    alice.until_said("and then").await;
    assert_eq!(alice.store.texts(), ["once", "and then"]);
    let refused = spellings[1].clone();
    alice.send(&json!({"type": "command", "key": refused, "command": {"type": "nonsense"}})).await;
    assert_eq!(alice.until(&["refused"]).await["key"], json!(refused));
}

#[tokio::test]
async fn a_command_sent_again_is_done_once() {
    let hall = Hall::new();
    let server = hall.open();
    let mut alice = hall.join(&server, "cedar-1").await;
    let key = key();
    let first = alice.command_as(key, &chat("once")).await;
    let again = alice.command_as(key, &chat("once")).await;
    assert_eq!((&first["type"], &first), (&json!("ack"), &again));
    // On another connection, and after a restart.
    let mut other = hall.join(&server, "cedar-1").await;
    assert_eq!(other.command_as(key, &chat("once")).await, first);
    drop((alice, other));
    server.stop();
    let server = hall.open();
    let mut alice = hall.join(&server, "cedar-1").await;
    assert_eq!(alice.command_as(key, &chat("once")).await, first);
    // A key is its owner's.
    let mut bob = hall.join(&server, "olive-1").await;
    bob.command_as(key, &chat("another's")).await;
    alice.until_said("another's").await;
    assert_eq!(alice.store.texts(), ["once", "another's"]);
}

#[tokio::test]
async fn what_the_meeting_refuses_changes_nothing() {
    let scene = Scene::set().await;
    let mut version = 0;
    if let Some(list) = scene.before["everyone"].get("list/statements") {
        version = list["version"].as_u64().unwrap();
    }
    let (turn, request) = (&scene.turn, &scene.request);
    let to = |request: &str, place: u32, list_version: u64| {
        json!({"type": "move_request", "request": request, "to_place": place, "reason": "order",
               "list_version": list_version})
    };
    let give =
        |request: &str, ending: Value| json!({"type": "give_floor", "request": request, "ending": ending});
    let refused: Vec<(&str, Value, &str)> = vec![
        ("observer-1", ask_for_floor(), "not_allowed"),
        ("observer-1", json!({"type": "close_session"}), "not_allowed"),
        ("screen", chat("hello"), "not_allowed"),
        ("cedar-1", json!({"type": "stop_turn", "turn": turn}), "not_allowed"),
        ("cedar-1", json!({"type": "withdraw_request", "request": request}), "not_your_seat"),
        ("palm-1", json!({"type": "withdraw_request", "request": request}), "not_your_seat"),
        ("olive-1", json!({"type": "finish_turn", "turn": turn}), "not_your_seat"),
        ("olive-1", ask_for_floor(), "already_on_list"),
        ("cedar-1", json!({"type": "finish_turn", "turn": "t1"}), "turn_over"),
        ("chair", json!({"type": "stop_turn", "turn": "t1"}), "turn_over"),
        ("chair", json!({"type": "extend_turn", "turn": turn, "by_ms": -1}), "out_of_range"),
        ("chair", json!({"type": "extend_turn", "turn": turn, "by_ms": i64::MAX}), "out_of_range"),
        ("chair", give(request, Value::Null), "floor_changed"),
        ("chair", give(request, json!("t1")), "floor_changed"),
        ("chair", give("r999", json!(turn)), "unknown"),
        ("chair", to(request, 2, version - 1), "stale_list"),
        ("chair", to(request, 2, version + 1), "stale_list"),
        ("chair", to(request, 0, version), "out_of_range"),
        ("chair", to(request, 60_000, version), "out_of_range"),
        ("chair", json!({"type": "open_session"}), "wrong_phase"),
        ("chair", json!({"type": "resume_session"}), "wrong_phase"),
        ("cedar-1", chat(""), "empty"),
        ("cedar-1", chat(" \n\t\u{0} "), "empty"),
        ("cedar-1", chat(&"é".repeat(2_001)), "too_long"),
        ("cedar-1", json!({"type": "choose_channel", "channel": "none"}), "unknown"),
        (
            "cedar-1",
            json!({"type": "send_message", "room": "none", "text": "a", "language": null}),
            "unknown",
        ),
    ];
    for (person, command, code) in refused {
        let mut client = scene.join(person).await;
        let reason = client.refused(&command).await;
        assert_eq!(reason["code"], code, "{person}: {command}: {reason}");
    }
    scene.assert_unchanged().await;
}
