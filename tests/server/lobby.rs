//! The lobby over real sockets: a view of the conference that nobody asks for twice.

use futures_util::StreamExt as _;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::{Client, Heard, chat};
use crate::entering::Pass;
use crate::http::{PATIENCE, get};
use crate::keeping_up::{Widen, narrow};
use crate::process::{Hall, Server, conference, with_guests};
use crate::raw::{handshake, shake};
use crate::store::Store;

/// 24 February 2021, 10:00 by the host's clock: the opening's beginning.
const OPENING_MS: i64 = 1_614_153_600_000;
const MINUTE_MS: i64 = 60_000;

/// What a page draws before its socket is open.
pub async fn read(server: &Server, pass: &Pass) -> Store {
    let answer = get(server.address, &format!("{}api/lobby", pass.home), &[("cookie", &pass.cookie)]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let mut store = Store::default();
    answer.json()["messages"].as_array().unwrap().iter().for_each(|message| store.take(message));
    store
}

/// The sessions of the programme in order of time.
pub fn programme(store: &Store) -> Vec<Value> {
    let all = store.held["conference"].values();
    let mut sessions: Vec<Value> =
        all.filter(|entity| entity["type"] == "programme_session").cloned().collect();
    let place = |session: &Value| (session["starts_at_ms"].as_i64(), session["id"].to_string());
    sessions.sort_by_key(place);
    sessions
}

/// One's own card.
pub fn card(store: &Store) -> &Value {
    let mut cards = store.held.iter().filter(|(scope, _)| scope.starts_with("person/"));
    let (_, held) = cards.next().expect("the card is held");
    held.values().next().expect("the card is held")
}

/// The session of the programme with an id, if there is one.
fn session(store: &Store, id: &str) -> Option<Value> {
    programme(store).into_iter().find(|session| session["id"] == id)
}

async fn in_lobby(hall: &Hall, server: &Server, person: &str) -> Client {
    Client::joined_in_lobby(server.address, &hall.pass(server, person).await, None).await
}

/// Reads on to the next change of the scope of all, and gives it as it came.
async fn next_of_all(client: &mut Client) -> String {
    loop {
        let next = tokio::time::timeout(PATIENCE, client.socket.next()).await.expect("a change in time");
        let Some(Ok(Message::Text(text))) = next else { continue };
        let message: Value = serde_json::from_str(&text).unwrap();
        client.store.take(&message);
        if message["type"] == "changes" && message["scope"] == "conference" {
            return text.as_str().to_owned();
        }
    }
}

fn correct_title(title: &str) -> Value {
    json!({"type": "correct_title", "session": "closing", "language": "en", "title": title, "version": null})
}

#[tokio::test]
async fn the_lobby_begins_with_a_snapshot_and_a_page_that_has_drawn_it_goes_on_from_there() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "observer-2").await;
    let tcp = TcpStream::connect(server.address).await.unwrap();
    let mut client = Client::over_to(tcp, server.address, &pass, "ws").await.unwrap();
    client.send(&json!({"type": "join", "resume": null})).await;
    let welcome = client.message().await;
    assert_eq!((&welcome["type"], &welcome["resumed"]), (&json!("welcome"), &json!(false)));
    let scopes = [client.message().await, client.message().await].map(|message| message["scope"].clone());
    assert_eq!(scopes, ["person/observer-2", "conference"]);

    let all = &client.store.held["conference"]["conference/conference"];
    assert_eq!((&all["name"]["en"], &all["languages"]), (&json!("A small conference"), &json!(["en", "ar"])));
    let ids: Vec<Value> = programme(&client.store).iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids, ["opening", "closing"]);
    // Only where one has a role one may enter.
    let own = card(&client.store);
    assert_eq!(own["sessions"], json!([{"session": "opening", "roles": ["observer"]}]));

    let drawn = read(&server, &pass).await;
    assert_eq!(drawn.held, client.store.held);
    let tcp = TcpStream::connect(server.address).await.unwrap();
    let mut again = Client::over_to(tcp, server.address, &pass, "ws").await.unwrap();
    again.send(&json!({"type": "join", "resume": drawn.resume()})).await;
    assert_eq!(again.message().await["resumed"], true);
}

#[tokio::test]
async fn what_changes_in_the_programme_is_told_to_all_lobbies_in_the_same_bytes() {
    let hall = Hall::new();
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    let (mut cedar, mut olive) =
        (in_lobby(&hall, &server, "cedar-1").await, in_lobby(&hall, &server, "olive-1").await);
    let mut told = async |id: &str| {
        let (one, other) = (next_of_all(&mut cedar).await, next_of_all(&mut olive).await);
        assert_eq!(one, other, "the same bytes");
        let changes: Value = serde_json::from_str(&one).unwrap();
        // Nothing else comes along.
        assert_eq!(changes["set"].as_array().unwrap().len(), 1, "{changes}");
        let of = session(&cedar.store, id).unwrap();
        assert_eq!(changes["set"][0], of);
        let own = card(&cedar.store)["sessions"].as_array().unwrap().iter().any(|one| one["session"] == id);
        assert!(own, "a delegate of all sessions may enter it");
        of
    };

    let at = |minutes: i64| OPENING_MS + minutes * MINUTE_MS;
    desk.done(
        &json!({"type": "add_session", "session": "third", "like": "opening", "title": {"en": "Third"},
                      "starts_at_ms": at(120), "ends_at_ms": at(165)}),
    )
    .await;
    assert_eq!(told("third").await["title"]["en"], "Third");

    desk.done(&json!({"type": "reschedule_session", "session": "third", "starts_at_ms": at(-60),
                      "ends_at_ms": at(-15), "reason": "", "version": null}))
        .await;
    assert_eq!(told("third").await["starts_at_ms"], at(-60));

    desk.done(&json!({"type": "delay_session", "session": "closing", "reason": "late", "version": null}))
        .await;
    assert_eq!(told("closing").await["rescheduled"]["delayed"], true);

    let cancel =
        json!({"type": "cancel_session", "session": "closing", "reason": "no quorum", "version": null});
    desk.done(&cancel).await;
    assert_eq!(told("closing").await["rescheduled"]["reason"], "no quorum");

    // What happens in a session stands in its own log, and is told all the same.
    let mut chair = hall.join(&server, "chair").await;
    for (act, phase) in [
        (json!({"type": "open_session"}), "open"),
        (json!({"type": "suspend_session", "reason": "", "until_ms": null}), "suspended"),
        (json!({"type": "resume_session"}), "open"),
        (json!({"type": "close_session"}), "closed"),
    ] {
        chair.done(&act).await;
        assert_eq!(told("opening").await["phase"], phase);
    }
    server.stop();
}

#[tokio::test]
async fn a_session_that_the_lobby_tells_of_can_be_entered_at_once() {
    let hall = Hall::new();
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    let pass = hall.pass(&server, "cedar-1").await;
    let mut lobby = Client::joined_in_lobby(server.address, &pass, None).await;
    for number in 1..6 {
        let (id, at_ms) = (format!("more-{number}"), OPENING_MS + number * 120 * MINUTE_MS);
        let add = json!({"type": "add_session", "session": id, "like": "opening", "title": {"en": "More"},
                         "starts_at_ms": at_ms, "ends_at_ms": at_ms + 30 * MINUTE_MS});
        let key = crate::client::key();
        desk.send(&json!({"type": "command", "key": key, "command": add})).await;
        lobby.until_held(|store| session(store, &id).is_some()).await;
        Client::joined_in(server.address, &pass, &id).await;
        desk.until(&["ack"]).await;
    }
}

#[tokio::test]
async fn what_is_ones_own_is_told_to_oneself_alone() {
    let hall = Hall::new();
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    let mut cedar = in_lobby(&hall, &server, "cedar-1").await;
    let mut olive = in_lobby(&hall, &server, "olive-1").await;
    let name = json!({"type": "correct_name", "person": "cedar-1", "language": "en", "name": "Ms. Alice Cedar",
                      "version": null});
    desk.done(&name).await;
    desk.done(&correct_title("The end")).await;
    cedar.until_held(|store| card(store)["name"]["en"] == "Ms. Alice Cedar").await;
    // To the other it did not come before what came after it.
    let next = loop {
        match olive.message().await {
            message if message["type"] == "changes" => break message,
            _other => {}
        }
    };
    assert_eq!((&next["scope"], &next["set"][0]["title"]["en"]), (&json!("conference"), &json!("The end")));
}

#[tokio::test]
async fn who_is_not_of_the_conference_has_no_lobby() {
    // A link was made for somebody whom the conference, when it was convened, did not have.
    let hall = Hall::of(&with_guests(1));
    hall.revise(&std::fs::read_to_string(conference()).unwrap());
    let server = hall.open();
    let guest = hall.pass(&server, "guest-0").await;
    let host = server.address.to_string();
    let (answer, _) =
        shake(server.address, &format!("{}ws", guest.home), &handshake(&host, &guest.cookie)).await;
    assert_eq!((answer.status, answer.code().as_str()), (403, "link_unknown"));
    let call = get(server.address, &format!("{}api/lobby", guest.home), &[("cookie", &guest.cookie)]).await;
    assert_eq!((call.status, call.code().as_str()), (403, "link_unknown"));

    let known = hall.pass(&server, "cedar-1").await;
    for cookie in ["", &guest.cookie, "plenary=x"] {
        let (answer, _) =
            shake(server.address, &format!("{}ws", known.home), &handshake(&host, cookie)).await;
        assert_eq!((answer.status, answer.code().as_str()), (401, "not_entered"), "{cookie:?}");
    }
}

#[tokio::test]
async fn who_is_withdrawn_is_told_in_the_lobby_and_comes_back_by_no_link() {
    let hall = Hall::new();
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    let pass = hall.pass(&server, "cedar-1").await;
    let mut cedar = Client::joined_in_lobby(server.address, &pass, None).await;
    let mut olive = in_lobby(&hall, &server, "olive-1").await;
    desk.done(&json!({"type": "withdraw_person", "person": "cedar-1"})).await;
    let goodbye = json!({"type": "goodbye", "why": "link_revoked", "retry_after_ms": null});
    assert_eq!(cedar.end().await, (goodbye, Some(CloseCode::Policy)));
    let host = server.address.to_string();
    let (answer, _) =
        shake(server.address, &format!("{}ws", pass.home), &handshake(&host, &pass.cookie)).await;
    assert_eq!((answer.status, answer.code().as_str()), (401, "not_entered"));
    desk.done(&correct_title("Nobody else went")).await;
    olive.until_held(|store| session(store, "closing").unwrap()["title"]["en"] == "Nobody else went").await;
}

#[tokio::test]
async fn whoever_comes_back_goes_on_from_where_they_were() {
    let hall = Hall::new();
    let server = hall.open();
    let mut desk = hall.join(&server, "secretariat").await;
    let pass = hall.pass(&server, "cedar-1").await;
    let away = Client::joined_in_lobby(server.address, &pass, None).await;
    let mut stays = in_lobby(&hall, &server, "olive-1").await;
    let held = away.store.clone();
    drop(away);
    for title in ["One", "Two"] {
        desk.done(&correct_title(title)).await;
        next_of_all(&mut stays).await;
    }
    let tcp = TcpStream::connect(server.address).await.unwrap();
    let mut back = Client::over_to(tcp, server.address, &pass, "ws").await.unwrap();
    back.store = held.clone();
    back.send(&json!({"type": "join", "resume": held.resume()})).await;
    assert_eq!(back.message().await["resumed"], true);
    // What was missed, in its order, and one's own anew.
    for title in ["One", "Two"] {
        let missed = back.message().await;
        assert_eq!((&missed["type"], &missed["scope"]), (&json!("changes"), &json!("conference")));
        assert_eq!(missed["set"][0]["title"]["en"], title);
    }
    let own = back.message().await;
    assert_eq!((&own["type"], &own["scope"]), (&json!("snapshot"), &json!("person/cedar-1")));
    assert_eq!(back.store.held["conference"], stays.store.held["conference"]);
    assert_eq!(back.store.seq, stays.store.seq);

    // Of a number that no log has come to, nothing can be continued; nor after a restart.
    let ahead = json!({"seq": 1_000_000, "view": held.view});
    let tcp = TcpStream::connect(server.address).await.unwrap();
    let mut liar = Client::over_to(tcp, server.address, &pass, "ws").await.unwrap();
    liar.send(&json!({"type": "join", "resume": ahead})).await;
    assert_eq!(liar.message().await["resumed"], false);
    let held = back.store.clone();
    server.stop();
    let server = hall.open();
    let back =
        Client::joined_in_lobby(server.address, &hall.pass(&server, "cedar-1").await, Some(held)).await;
    assert_eq!(session(&back.store, "closing").unwrap()["title"]["en"], "Two");
}

#[tokio::test]
async fn the_lobby_takes_commands_of_the_conference_alone_and_bounds_what_it_takes() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "secretariat").await;
    let mut client = Client::joined_in_lobby(server.address, &pass, None).await;
    client.send(&json!({"type": "ping", "sent_ms": 7})).await;
    assert_eq!(client.until(&["pong"]).await["sent_ms"], 7);
    client.done(&correct_title("From the lobby")).await;
    // It may have come before the answer.
    while session(&client.store, "closing").is_none_or(|one| one["title"]["en"] != "From the lobby") {
        client.message().await;
    }
    let reason = client.refused(&chat("Not here")).await;
    assert_eq!(reason["code"], "malformed");
    assert!(reason["detail"].as_str().unwrap().contains("commands of the conference"), "{reason}");
    for (message, code) in [
        (json!({"type": "offer_sound", "purpose": "listen", "sdp": ""}), "malformed"),
        (json!({"type": "hear_original", "wanted": true}), "malformed"),
        (json!({"type": "nothing"}), "malformed"),
        (json!({"type": "join", "resume": null}), "already_joined"),
    ] {
        client.send(&message).await;
        assert_eq!(client.until(&["refused"]).await["reason"]["code"], code, "{message}");
    }
    // As fast as anybody may, and no faster.
    for number in 0..60 {
        client.send(&json!({"type": "ping", "sent_ms": number})).await;
    }
    assert_eq!(client.until(&["rate_warning"]).await["per_second"], plenary::gateway::PER_SECOND);
    assert_eq!(client.until(&["refused"]).await["reason"]["code"], "too_fast");

    // Whoever does not say `join` first is told.
    let tcp = TcpStream::connect(server.address).await.unwrap();
    let other = hall.pass(&server, "olive-1").await;
    let mut early = Client::over_to(tcp, server.address, &other, "ws").await.unwrap();
    assert_eq!(early.refused(&correct_title("Too early")).await["code"], "not_joined");

    // The rates of the lobby are its own: the session hears the same person.
    let mut desk = Client::joined(server.address, &pass, None).await;
    desk.done(&correct_title("Here")).await;
}

#[tokio::test]
async fn a_ninth_lobby_of_a_person_ends_the_oldest_and_no_session() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let mut session = Client::joined(server.address, &pass, None).await;
    let mut lobbies = Vec::new();
    for _ in 0..9 {
        lobbies.push(Client::joined_in_lobby(server.address, &pass, None).await);
    }
    let (goodbye, _) = lobbies[0].end().await;
    assert_eq!(goodbye, json!({"type": "goodbye", "why": "replaced", "retry_after_ms": null}));
    for lobby in &mut lobbies[1..] {
        lobby.send(&json!({"type": "ping", "sent_ms": 1})).await;
        lobby.until(&["pong"]).await;
    }
    session.say("still here").await;
}

#[tokio::test]
async fn nobody_is_present_by_looking_at_the_programme() {
    let hall = Hall::new();
    let server = hall.open();
    let mut chair = hall.join(&server, "chair").await;
    // The chair's own coming is told a moment later.
    let people = |store: &Store| store.get("attendance/attendance")["people"].clone();
    chair.until_held(|store| people(store) == 1).await;
    let mut lobby = in_lobby(&hall, &server, "cedar-1").await;
    chair.done(&json!({"type": "open_session"})).await;
    lobby.until_held(|store| session(store, "opening").unwrap()["phase"] == "open").await;
    // What was said after it comes after it.
    chair.say("the meeting is called to order").await;
    chair.until_said("the meeting is called to order").await;
    assert_eq!(people(&chair.store), 1);
}

#[tokio::test]
async fn the_lobby_is_told_goodbye_when_the_server_stops() {
    let hall = Hall::new();
    let server = hall.open();
    let mut lobby = in_lobby(&hall, &server, "cedar-1").await;
    let stopped = tokio::task::spawn_blocking(move || server.stop());
    let (goodbye, code) = lobby.end().await;
    assert_eq!((&goodbye["why"], code), (&json!("server_stops"), Some(CloseCode::Restart)));
    stopped.await.unwrap();
}

/// Desks that change the programme as fast as each may.
const DESKS: usize = 8;
/// How often each does: less than one may at once.
const CHANGES: usize = 38;

#[tokio::test]
async fn a_lobby_that_does_not_read_delays_nobody_and_holds_the_same_in_the_end() {
    let desk = "\n[[people]]\nid = \"desk-N\"\nname = { en = \"Desk\", ar = \"أمانة\" }\nlanguage = \"en\"\n\
                roles = { \"*\" = [\"secretariat\"] }\n";
    let desks: String = (0..DESKS).map(|number| desk.replace('N', &number.to_string())).collect();
    let hall = Hall::of(&(std::fs::read_to_string(conference()).unwrap() + &desks));
    let server = hall.open();
    let pass = hall.pass(&server, "observer-1").await;
    let tcp = narrow(server.address).await;
    let widen = Widen::of(&tcp);
    let mut slow = Client::over_to(tcp, server.address, &pass, "ws").await.unwrap();
    slow.send(&json!({"type": "join"})).await;
    assert_eq!(slow.message().await["resumed"], false);

    // As much as a row of the programme may hold.
    let mut desk = hall.join(&server, "secretariat").await;
    let long = |length| "🌍".repeat(length);
    desk.done(&json!({"type": "correct_title", "session": "closing", "language": "ar", "title": long(400), "version": null}))
        .await;
    desk.done(&json!({"type": "delay_session", "session": "closing", "reason": long(300), "version": null}))
        .await;

    // Nobody reads `slow` meanwhile, and another lobby is told of each change before the next is made.
    let mut quick = in_lobby(&hall, &server, "cedar-1").await;
    let mut bytes = 0;
    for number in 0..DESKS {
        let mut desk = hall.join(&server, &format!("desk-{number}")).await;
        for change in 0..CHANGES {
            let title = format!("{number} {change} {}", long(380));
            desk.done(&correct_title(&title)).await;
            // What was changed just before it came may be told to it still.
            while session(&quick.store, "closing").unwrap()["title"]["en"] != title {
                bytes += next_of_all(&mut quick).await.len();
            }
        }
    }
    widen.open();
    let mut heard = 0;
    while slow.store.held.get("conference") != quick.store.held.get("conference") {
        match slow.hear().await {
            Heard::Message(message) => heard += message.to_string().len(),
            ended @ (Heard::Closed(_) | Heard::Gone) => panic!("{ended:?}"),
        }
    }
    println!("{heard} of {bytes} bytes came to the one who did not read");
}
