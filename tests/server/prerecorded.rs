//! Pre-recorded statements over real sockets: handed in, listened to ahead, played to whoever listens.

use std::time::Duration;

use plenary::media::line::Laid;
use plenary::media::ogg::Pages;
use serde_json::{Value, json};

use crate::client::Client;
use crate::entering::Pass;
use crate::http::{Answer, call, get};
use crate::process::{Hall, Server};
use crate::public_sound::{Player, public_hall, public_server};
use crate::store::Store;

/// A statement of so many frames with so many bytes more in each.
pub fn statement_of(frames: usize, bytes: usize) -> Vec<u8> {
    let mut pages = Pages::begin(7, "a statement", 50);
    for number in 0..frames {
        let packet = [frame(number), vec![0; bytes]].concat();
        pages.add(Laid { packet: &packet, end: (number as u64 + 1) * 960 });
    }
    pages.end();
    pages.take()
}

/// A frame of 20 ms that tells its number, as no decoder need ever see it.
fn frame(number: usize) -> Vec<u8> {
    [&[31 << 3][..], format!("frame {number:05} ").as_bytes()].concat()
}

/// A statement of so many frames: Opus in Ogg.
fn statement(frames: usize) -> Vec<u8> {
    statement_of(frames, 0)
}

pub fn path(pass: &Pass, request: &str) -> String {
    format!("{}api/prerecorded/opening/{request}", pass.home)
}

async fn hand_in(server: &Server, pass: &Pass, request: &str, ogg: &[u8]) -> Answer {
    let headers = [("cookie", pass.cookie.as_str()), ("content-type", "audio/ogg")];
    call(server.address, "PUT", &path(pass, request), &headers, ogg).await
}

async fn listen_ahead(server: &Server, pass: &Pass, request: &str) -> Answer {
    get(server.address, &path(pass, request), &[("cookie", &pass.cookie)]).await
}

/// The opening session is open, and the delegation of `cedar-1` waits. Gives its request.
pub async fn waits(hall: &Hall, server: &Server) -> (Client, String) {
    waits_in(hall, server, "opening").await
}

/// As [`waits`], in a session.
pub async fn waits_in(hall: &Hall, server: &Server, session: &str) -> (Client, String) {
    let pass = hall.pass(server, "chair").await;
    let mut chair = Client::joined_in(server.address, &pass, session).await;
    chair.done(&json!({"type": "open_session"})).await;
    chair.done(&json!({"type": "open_list", "list": "statements"})).await;
    let add = json!({"type": "add_request", "list": "statements", "delegation": "cedar", "language": "en",
                     "on_behalf_of": "", "reply_to": null});
    chair.done(&add).await;
    let of_list = |store: &Store| store.get("list/statements")["queue"][0].as_str().map(str::to_owned);
    chair.until_held(|store| of_list(store).is_some()).await;
    let request = of_list(&chair.store).unwrap();
    (chair, request)
}

#[tokio::test]
async fn a_statement_is_handed_in_by_its_own_delegation_and_heard_ahead_by_those_who_prepare() {
    let hall = Hall::new();
    let server = hall.open();
    let (mut chair, request) = waits(&hall, &server).await;
    let passes = async |who: &str| hall.pass(&server, who).await;
    let (cedar, olive, observer) =
        (passes("cedar-1").await, passes("olive-1").await, passes("observer-1").await);
    let ogg = statement(100);
    let taken = hand_in(&server, &cedar, &request, &ogg).await;
    assert_eq!(
        (taken.status, taken.json()),
        (200, json!({"length_ms": 2_020})),
        "with the frame that ends it"
    );
    let named = format!("prerecorded/{request}");
    let told = |store: &Store| Some(store.held.get("booths")?.get(&named)?["length_ms"] == 2_020);
    chair.until_held(|store| told(store) == Some(true)).await;
    for (pass, status) in [(&cedar, 200), (&olive, 404), (&observer, 404)] {
        assert_eq!(listen_ahead(&server, pass, &request).await.status, status);
    }
    for who in ["chair", "secretariat", "interpreter-1"] {
        let heard = listen_ahead(&server, &passes(who).await, &request).await;
        assert_eq!((heard.status, heard.header("cache-control")), (200, "no-store"), "{who}");
        assert_eq!(heard.header("content-type"), "audio/ogg; codecs=opus");
        assert_eq!(heard.body, String::from_utf8_lossy(&ogg));
    }
    for pass in [&olive, &observer] {
        let refused = hand_in(&server, pass, &request, &ogg).await;
        assert_eq!((refused.status, refused.code().as_str()), (409, "not_taken"));
    }
    // Whoever has no role in a session learns nothing of its requests.
    let elsewhere = passes("observer-2").await;
    let closing = path(&elsewhere, &request).replace("opening", "closing");
    let headers = [("cookie", elsewhere.cookie.as_str()), ("content-type", "audio/ogg")];
    let refused = call(server.address, "PUT", &closing, &headers, &ogg).await;
    assert_eq!((refused.status, refused.code().as_str()), (403, "session_unknown"));
    let none = Pass { home: cedar.home.clone(), cookie: olive.cookie.clone() };
    assert_eq!(hand_in(&server, &none, &request, &ogg).await.code(), "not_entered");
    assert_eq!(hand_in(&server, &cedar, "r999", &ogg).await.code(), "not_taken");
    assert_eq!(hand_in(&server, &cedar, "NO", &ogg).await.code(), "nothing_recorded");
}

#[tokio::test]
async fn a_player_asks_for_the_part_that_it_plays() {
    let hall = Hall::new();
    let server = hall.open();
    let (_chair, request) = waits(&hall, &server).await;
    let cedar = hall.pass(&server, "cedar-1").await;
    let ogg = statement(7_500);
    assert_eq!(hand_in(&server, &cedar, &request, &ogg).await.status, 200);
    let ask = async |method: &str, headers: &[(&str, &str)]| {
        let mut all = vec![("cookie", cedar.cookie.as_str())];
        all.extend(headers);
        call(server.address, method, &path(&cedar, &request), &all, "").await
    };
    let text = |part: &[u8]| String::from_utf8_lossy(part).into_owned();
    let length = ogg.len();
    let whole = ask("GET", &[]).await;
    let tag = whole.header("etag").to_owned();
    assert_eq!((whole.status, whole.header("accept-ranges")), (200, "bytes"));
    assert_eq!(whole.header("content-length"), length.to_string());
    assert_eq!(ask("GET", &[]).await.header("etag"), tag, "the same sound has the same tag");

    // As Safari begins: two bytes.
    let two = ask("GET", &[("range", "bytes=0-1")]).await;
    assert_eq!((two.status, two.body.as_str()), (206, "Og"));
    assert_eq!(two.header("content-range"), format!("bytes 0-1/{length}"));
    assert_eq!((two.header("content-length"), two.header("content-type")), ("2", "audio/ogg; codecs=opus"));
    assert_eq!((two.header("etag"), two.header("cache-control")), (tag.as_str(), "no-store"));
    // From the middle on, and the end.
    let (middle, last) = (length / 2, length - 1);
    let rest = ask("GET", &[("range", &format!("bytes={middle}-")), ("if-range", &tag)]).await;
    assert_eq!(
        (rest.status, rest.header("content-range")),
        (206, format!("bytes {middle}-{last}/{length}").as_str())
    );
    assert_eq!(rest.body, text(&ogg[middle..]));
    let end = ask("GET", &[("range", "bytes=-100")]).await;
    assert_eq!((end.status, end.body), (206, text(&ogg[length - 100..])));
    // There is no such part.
    let beyond = ask("GET", &[("range", &format!("bytes={length}-"))]).await;
    assert_eq!((beyond.status, beyond.code().as_str()), (416, "malformed"));
    assert_eq!(beyond.header("content-range"), format!("bytes */{length}"));
    // The whole, for whoever holds another or asks for several parts.
    for headers in [
        vec![("range", "bytes=0-1"), ("if-range", "\"another\"")],
        vec![("range", "bytes=0-1,5-9")],
        vec![("range", "seconds=0-1")],
    ] {
        assert_eq!(ask("GET", &headers).await.status, 200, "{headers:?}");
    }
    let head = ask("HEAD", &[("range", "bytes=0-1")]).await;
    assert_eq!(
        (head.status, head.header("content-length"), head.body.as_str()),
        (200, length.to_string().as_str(), "")
    );
    assert_eq!(head.header("accept-ranges"), "bytes");
    // Another statement in its place has another tag.
    assert_eq!(hand_in(&server, &cedar, &request, &statement(100)).await.status, 200);
    let other = ask("GET", &[("range", "bytes=0-1"), ("if-range", &tag)]).await;
    assert_eq!(other.status, 200);
    assert_ne!(other.header("etag"), tag);
}

#[tokio::test]
async fn what_is_no_such_sound_is_refused_and_changes_nothing() {
    let hall = Hall::new();
    let server = hall.open();
    let (_chair, request) = waits(&hall, &server).await;
    let cedar = hall.pass(&server, "cedar-1").await;
    let whole = statement(100);
    let mut other = Pages::begin(7, "", 5);
    other.add(Laid { packet: &[16 << 3, 1], end: 120 });
    other.end();
    let headings = Pages::begin(7, "", 5).take();
    for wrong in [b"".as_slice(), b"RIFF", &whole[..40], &headings, &other.take(), &statement(20)] {
        let refused = hand_in(&server, &cedar, &request, wrong).await;
        let code = refused.code();
        assert!(["not_sound", "not_taken"].contains(&code.as_str()), "{refused:?}");
        assert_eq!(listen_ahead(&server, &cedar, &request).await.status, 404, "{code}");
    }
    // No more may be handed in for now.
    let refused = hand_in(&server, &cedar, &request, &whole).await;
    assert_eq!((refused.status, refused.code().as_str()), (429, "too_fast"));
}

#[tokio::test]
async fn a_statement_that_was_cut_or_damaged_on_its_way_is_refused_with_the_place() {
    let hall = Hall::new();
    let server = hall.open();
    let (_chair, request) = waits(&hall, &server).await;
    let cedar = hall.pass(&server, "cedar-1").await;
    let whole = statement(200);
    let mut damaged = whole.clone();
    damaged[whole.len() / 2] ^= 1;
    for (wrong, after) in [(&whole[..whole.len() - 100], "after 3 s"), (&damaged, "after 1 s")] {
        let refused = hand_in(&server, &cedar, &request, wrong).await;
        assert_eq!((refused.status, refused.code().as_str()), (422, "not_sound"));
        let said = refused.json()["message"].as_str().unwrap().to_owned();
        assert!(said.contains("at byte ") && said.contains(after), "{said}");
    }
    assert_eq!(hand_in(&server, &cedar, &request, &whole).await.status, 200);
}

#[tokio::test]
async fn what_is_too_large_is_not_read_to_its_end() {
    let hall = Hall::new();
    let server = hall.open();
    let (_chair, request) = waits(&hall, &server).await;
    let cedar = hall.pass(&server, "cedar-1").await;
    let large = vec![0; (8 << 20) + 1];
    assert_eq!(hand_in(&server, &cedar, &request, &large).await.status, 413);
    assert_eq!(hand_in(&server, &cedar, &request, &statement(100)).await.status, 200);
}

#[tokio::test]
async fn what_is_played_comes_out_as_it_was_handed_in_and_goes_on_after_a_kill() {
    let (hall, server) = public_hall();
    let (mut chair, request) = waits(&hall, &server).await;
    let cedar = hall.pass(&server, "cedar-1").await;
    assert_eq!(hand_in(&server, &cedar, &request, &statement(3_000)).await.status, 200);
    let mut player = Player::open(&server, "/listen/opening/floor.ogg").await;
    assert!(player.until(b"OpusTags").await);
    chair.done(&json!({"type": "play_prerecorded", "request": request, "ending": null})).await;
    // Frames in order and without a gap.
    for number in [10, 11, 12, 13, 14, 50, 51, 52] {
        assert!(player.until(&frame(number)[1..]).await, "frame {number}");
    }
    chair.until_held(|store| !store.get("floor/floor")["turn"].is_null()).await;
    let turn = chair.store.get("floor/floor")["turn"].clone();
    assert_eq!(turn["prerecorded_ms"], 60_020);
    // Halted it stands still; gone on with, it goes on from there.
    chair.done(&json!({"type": "halt_turn", "turn": turn["id"], "reason": ""})).await;
    chair.until_held(|store| store.get("floor/floor")["turn"]["running_since_ms"].is_null()).await;
    let halted = chair.store.get("floor/floor")["turn"]["spent_ms"].as_i64().unwrap();
    chair.done(&json!({"type": "resume_turn", "turn": turn["id"]})).await;
    let first = usize::try_from(halted / 20).unwrap() + 1;
    assert!(player.until(&frame(first + 5)[1..]).await, "it goes on from frame {first}");

    server.kill();
    let server = public_server(&hall);
    let mut player = Player::open(&server, "/listen/opening/floor.ogg").await;
    assert!(player.until(b"frame ").await, "it is heard again");
    let mut chair = hall.join(&server, "chair").await;
    let after: Value = chair.store.get("floor/floor")["turn"]["prerecorded_ms"].clone();
    assert_eq!(after, 60_020);
    chair.done(&json!({"type": "stop_prerecorded", "turn": turn["id"]})).await;
    let stopped = |store: &Store| store.get("floor/floor")["turn"].get("prerecorded_ms").is_none();
    tokio::time::timeout(Duration::from_secs(20), chair.until_held(stopped)).await.unwrap();
}
