//! The data folder of the build before this one opens, and shows what it showed: a folder in use outlives an update.
//!
//! The folder is kept in `tests/fixtures/before` as that build left it. [`make`] is how it came to be: by the build that
//! `PLENARY_BEFORE` names, which then replaces the fixture (`tests/fixtures/before/make.sh`), else by this one, for trial.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::client::Client;
use crate::entering::{Pass, enter, try_enter};
use crate::http::{Answer, call, get, post};
use crate::prerecorded;
use crate::process::{Hall, PROGRAM, Server};
use crate::store::{Held, Store};

const SESSIONS: [&str; 3] = ["opening", "closing", "evening"];
/// 24 February 2021, 11:00 by the host's clock: when the closing was to begin.
const CLOSING_MS: i64 = 1_614_157_200_000;
const MINUTE_MS: i64 = 60_000;
/// Frames of the statement that was handed in, 20 ms each.
const FRAMES: usize = 100;

/// What is known of a folder from outside.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// Secrets of links that let their holders in, by person.
    secrets: BTreeMap<String, String>,
    /// Secrets of links that were revoked.
    revoked: Vec<String>,
    /// The request that a pre-recorded statement was handed in for.
    request: String,
    /// What each session shows its secretariat.
    shown: BTreeMap<String, Held>,
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/before").join(name)
}

async fn joined(hall: &Hall, server: &Server, person: &str, session: &str) -> Client {
    let pass = hall.pass(server, person).await;
    Client::joined_in(server.address, &pass, session).await
}

/// Has the secretariat do something with a person's links.
async fn links(server: &Server, desk: &Pass, act: &str, person: &str) -> Value {
    let path = format!("{}api/links/opening{act}", desk.home);
    let body = json!({"person": person}).to_string();
    let answer = post(server.address, &path, &[("cookie", &desk.cookie)], &body).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}

/// What each session shows its secretariat, once nobody else is there.
async fn shown(hall: &Hall, server: &Server) -> BTreeMap<String, Held> {
    let mut shown = BTreeMap::new();
    for session in SESSIONS {
        let mut desk = joined(hall, server, "secretariat", session).await;
        // Each official is told apart, and the attendance counts the rest.
        let alone = |store: &Store| {
            let attendance = store.get("attendance/attendance");
            attendance["people"] == 1 && store.held["everyone"].values().all(is_away)
        };
        desk.until_held(alone).await;
        shown.insert(session.to_owned(), desk.store.held);
    }
    shown
}

/// Whether an entity does not tell that somebody other than the secretariat is there.
fn is_away(entity: &Value) -> bool {
    entity["type"] != "official" || entity["id"] == "secretariat" || entity["present"] == false
}

/// Holds a meeting in a new folder, of which every part of the program keeps something there.
async fn make(program: &Path) -> (Hall, Kept) {
    let hall = Hall::by(program, &fixture("conference.toml"));
    let server = hall.open();
    let request = hold(&hall, &server).await;
    let mut secrets: BTreeMap<String, String> =
        ["chair", "secretariat", "olive-1", "palm-1", "observer-1", "interpreter-1"]
            .map(|person| (person.to_owned(), hall.secret(person).to_owned()))
            .into();
    let revoked = change_people(&hall, &server, &mut secrets).await;
    change_times(&hall, &server).await;
    let _all_have_left = shown(&hall, &server).await;
    server.stop();
    // What it shows after it is opened again: what is in memory alone is not kept.
    let server = hall.open();
    let shown = shown(&hall, &server).await;
    server.stop();
    (hall, Kept { secrets, revoked, request, shown })
}

/// The opening session: lists, turns, texts, the chat, a poll, sound. It is suspended in a turn. Gives the request whose
/// statement was recorded ahead.
async fn hold(hall: &Hall, server: &Server) -> String {
    let (mut chair, palms) = prerecorded::waits(hall, server).await;
    let cedar = hall.pass(server, "cedar-1").await;
    let ogg = prerecorded::statement_of(FRAMES, 0);
    let headers = [("cookie", cedar.cookie.as_str()), ("content-type", "audio/ogg")];
    let path = prerecorded::path(&cedar, &palms);
    assert_eq!(call(server.address, "PUT", &path, &headers, &ogg).await.status, 200);

    for (person, language) in [("olive-1", "ar"), ("palm-1", "en")] {
        let mut delegate = joined(hall, server, person, "opening").await;
        delegate.done(&json!({"type": "agree_to_microphone", "agrees": true})).await;
        delegate
            .done(&json!({"type": "request_floor", "list": "statements", "language": language, "on_behalf_of": ""}))
            .await;
        delegate.say(&format!("{person} is here")).await;
    }
    let mut interpreter = joined(hall, server, "interpreter-1", "opening").await;
    interpreter.done(&json!({"type": "go_on_air", "output": "a"})).await;
    let mut observer = joined(hall, server, "observer-1", "opening").await;
    observer.done(&json!({"type": "choose_channel", "channel": "ar"})).await;
    observer.say("Good morning from the gallery").await;

    let waiting =
        |store: &Store| store.get("list/statements")["queue"].as_array().cloned().unwrap_or_default();
    chair.until_held(|store| waiting(store).len() == 3).await;
    let queue = waiting(&chair.store);
    let (olives, second) = (queue[1].clone(), queue[2].clone());
    let mut olive = joined(hall, server, "olive-1", "opening").await;
    olive
        .done(&json!({"type": "give_text", "request": olives, "language": "ar", "text": "السيدة الرئيسة",
                      "mark": "check_against_delivery", "official": true}))
        .await;
    chair.done(&json!({"type": "give_floor", "request": olives, "ending": null})).await;
    chair.until_held(|store| !store.get("floor/floor")["turn"].is_null()).await;
    let turn = chair.store.get("floor/floor")["turn"]["id"].clone();
    chair.done(&json!({"type": "extend_turn", "turn": turn, "by_ms": MINUTE_MS})).await;
    chair.done(&json!({"type": "give_floor", "request": second, "ending": turn})).await;
    let both = |text: &str| json!({"en": text, "ar": text});
    chair
        .done(&json!({"type": "open_poll", "question": both("Which first?"),
            "options": [both("Data"), both("Pathways")], "choices_max": 1, "entitled": "everyone", "named": false,
            "live": true, "limit_ms": null}))
        .await;
    chair.done(&json!({"type": "suspend_session", "reason": "for consultations"})).await;
    palms
}

/// Somebody is seated, enters and is given another level; a name is put right; somebody is withdrawn, and somebody's link
/// is revoked for another. Adds to the secrets that let in, and gives those that do not any more.
async fn change_people(hall: &Hall, server: &Server, secrets: &mut BTreeMap<String, String>) -> Vec<String> {
    let pass = hall.pass(server, "secretariat").await;
    let mut desk = Client::joined_in(server.address, &pass, "opening").await;
    let mut revoked = Vec::new();
    for (person, delegation, name) in [("nora", "cedar", "Ms. Nora"), ("omar", "olive", "Mr. Omar")] {
        desk.done(
            &json!({"type": "seat_person", "person": person, "delegation": delegation, "name": {"en": name},
                          "position": "representative", "rank": null, "language": "en"}),
        )
        .await;
        let link = links(server, &pass, "", person).await;
        let secret = link["secret"].as_str().unwrap().to_owned();
        let entered = enter(server.address, &secret).await;
        Client::joined_in(server.address, &entered, "opening").await.say("Thank you for the seat").await;
        secrets.insert(person.to_owned(), secret);
    }
    desk.done(&json!({"type": "change_seat", "person": "nora", "position": "head", "rank": "minister",
                      "version": null}))
        .await;
    desk.done(
        &json!({"type": "correct_name", "person": "olive-1", "language": "en", "name": "Robert of Olive",
                      "version": null}),
    )
    .await;
    desk.done(&json!({"type": "withdraw_person", "person": "omar"})).await;
    revoked.extend(secrets.remove("omar"));
    assert_eq!(links(server, &pass, "/revoke", "cedar-1").await, json!({"revoked": 1}));
    revoked.push(hall.secret("cedar-1").to_owned());
    let link = links(server, &pass, "", "cedar-1").await;
    secrets.insert("cedar-1".to_owned(), link["secret"].as_str().unwrap().to_owned());
    revoked
}

/// The closing begins an hour later and has another title; when the evening begins is to be announced.
async fn change_times(hall: &Hall, server: &Server) {
    // The build before changed the session of the connection, and knew no other.
    let names_session = std::env::var_os("PLENARY_BEFORE").is_none();
    let of = |session: &str, mut command: Value| {
        if names_session {
            command["session"] = json!(session);
        }
        command
    };
    let mut evening = joined(hall, server, "secretariat", "evening").await;
    let delay = json!({"type": "delay_session", "reason": "The hall is not ready", "version": null});
    evening.done(&of("evening", delay)).await;
    let mut closing = joined(hall, server, "secretariat", "closing").await;
    let (from, to) = (CLOSING_MS + 60 * MINUTE_MS, CLOSING_MS + 105 * MINUTE_MS);
    let later = json!({"type": "reschedule_session", "starts_at_ms": from, "ends_at_ms": to, "reason": "late",
                       "version": null});
    closing.done(&of("closing", later)).await;
    let title =
        json!({"type": "correct_title", "language": "en", "title": "Closing ceremony", "version": null});
    closing.done(&of("closing", title)).await;
}

/// Lists that may have more in them: what one may do.
const MAY_GROW: &str = "rights";

/// What was shown is shown as it was. Later builds may show more: further fields, and entities of further types.
fn assert_shown(before: &Held, now: &Held, session: &str) {
    let types: Vec<&str> =
        before.values().flatten().filter_map(|(name, _)| Some(name.split_once('/')?.0)).collect();
    for (scope, entities) in before {
        for (name, entity) in entities {
            let shown = now.get(scope).and_then(|held| held.get(name));
            let shown = shown.unwrap_or_else(|| panic!("{session}: {name} is not shown to {scope} any more"));
            assert!(is_as_before(entity, shown), "{session}: {name} was {entity:#} and is {shown:#}");
        }
    }
    for (scope, name) in now.iter().flat_map(|(scope, held)| held.keys().map(move |name| (scope, name))) {
        let known = before.get(scope).is_some_and(|held| held.contains_key(name));
        let of_known_type = types.iter().any(|kind| name.split_once('/').is_some_and(|(of, _)| of == *kind));
        assert!(known || !of_known_type, "{session}: {name} was not shown to {scope}");
    }
}

fn is_as_before(before: &Value, now: &Value) -> bool {
    match (before, now) {
        (Value::Object(before), Value::Object(now)) => {
            before.iter().all(|(field, value)| match (value, now.get(field)) {
                (Value::Array(had), Some(Value::Array(has))) if field == MAY_GROW => {
                    had.iter().all(|one| has.contains(one))
                }
                (value, at) => at.is_some_and(|at| is_as_before(value, at)),
            })
        }
        (Value::Array(before), Value::Array(now)) => {
            before.len() == now.len() && before.iter().zip(now).all(|(before, now)| is_as_before(before, now))
        }
        (before, now) => before == now,
    }
}

/// Opens a folder by this build: it shows what it showed, lets in and keeps out whom it did, and has the clip.
async fn check(hall: &Hall, kept: &Kept) {
    let server = hall.open();
    let now = shown(hall, &server).await;
    assert_eq!(kept.shown.keys().collect::<Vec<_>>(), now.keys().collect::<Vec<_>>());
    kept.shown.iter().for_each(|(session, before)| assert_shown(before, &now[session], session));

    for (person, secret) in &kept.secrets {
        let pass = enter(server.address, secret).await;
        let client = Client::joined_in(server.address, &pass, "opening").await;
        assert!(client.store.held.contains_key(&format!("person/{person}")), "{person} is who they were");
    }
    for secret in &kept.revoked {
        let refused: Answer = try_enter(server.address, secret).await;
        assert_eq!((refused.status, refused.code().as_str()), (403, "link_unknown"));
    }
    let cedar = hall.pass(&server, "cedar-1").await;
    let path = prerecorded::path(&cedar, &kept.request);
    let clip = get(server.address, &path, &[("cookie", &cedar.cookie)]).await;
    assert_eq!((clip.status, clip.bytes), (200, prerecorded::statement_of(FRAMES, 0)));
    // And it goes on.
    let mut chair = joined(hall, &server, "chair", "opening").await;
    chair.done(&json!({"type": "resume_session"})).await;
    chair.say("Let us go on").await;
    server.stop();
}

/// The database in one small file.
fn packed(folder: &Path) -> Vec<u8> {
    let file = folder.join("plenary.db");
    let database = rusqlite::Connection::open(&file).unwrap();
    database.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);").unwrap();
    database.close().unwrap();
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&std::fs::read(&file).unwrap()).unwrap();
    packed.finish().unwrap()
}

fn unpacked(packed: &[u8], kept: &Kept) -> Hall {
    let folder = tempfile::tempdir().unwrap();
    let mut database = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut database).unwrap();
    std::fs::write(folder.path().join("plenary.db"), database).unwrap();
    Hall::kept(folder, &fixture("conference.toml"), kept.secrets.clone())
}

#[tokio::test]
async fn the_data_folder_of_the_build_before_opens_and_shows_what_it_showed() {
    let kept: Kept = serde_json::from_slice(&std::fs::read(fixture("kept.json")).unwrap()).unwrap();
    let hall = unpacked(&std::fs::read(fixture("plenary.db.gz")).unwrap(), &kept);
    check(&hall, &kept).await;
}

#[tokio::test]
async fn such_a_folder_is_made_again_by_another_build() {
    let named = std::env::var_os("PLENARY_BEFORE").map(PathBuf::from);
    let (made, kept) = make(named.as_deref().unwrap_or(Path::new(PROGRAM))).await;
    if named.is_none() {
        let made = made.with_secrets(kept.secrets.clone());
        return check(&made, &kept).await;
    }
    let packed = packed(made.data());
    std::fs::write(fixture("plenary.db.gz"), &packed).unwrap();
    std::fs::write(fixture("kept.json"), serde_json::to_string_pretty(&kept).unwrap() + "\n").unwrap();
    check(&unpacked(&packed, &kept), &kept).await;
}
