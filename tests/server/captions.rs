//! Captions over real sockets: from a captioner to the room and the public, and beside a recording; and those of a service that
//! turns speech into text, for which a stand-in answers here.

use std::sync::atomic::Ordering;

use serde_json::{Value, json};

use crate::client::Client;
use crate::floor;
use crate::http::{Answer, get};
use crate::process::{Hall, Server, conference};
use crate::public_page::until;
use crate::sound_client::Voice;
use crate::stand_in::{StandIn, find};

/// A hall with a captioner in Arabic, which the public may follow.
fn hall() -> Hall {
    let text = std::fs::read_to_string(conference()).unwrap();
    let text = text.replacen("id = \"small\"", "id = \"small\"\npublic_listening = true", 1);
    Hall::of(&format!(
        "{text}\n[[people]]\nid = \"captioner\"\nname = {{ en = \"The captioner\", ar = \"الكاتبة\" }}\nlanguage = \"en\"\n\
         captions = \"ar\"\nroles = {{ \"*\" = [\"captioner\"] }}\n\
         \n[[people]]\nid = \"tom\"\nname = {{ en = \"Tom\" }}\nlanguage = \"en\"\nroles = {{ \"*\" = [\"technician\"] }}\n"
    ))
}

fn caption(text: &str) -> Value {
    json!({"type": "caption", "text": text})
}

/// The lines that somebody sees, in their order.
fn lines(client: &Client) -> Vec<String> {
    let held = client.store.held.get("everyone").unwrap();
    let mut lines: Vec<&Value> =
        held.iter().filter(|(name, _)| name.starts_with("caption/")).map(|(_, line)| line).collect();
    lines.sort_by_key(|line| {
        line["id"].as_str().unwrap().trim_start_matches("caption").parse::<u64>().unwrap()
    });
    lines.iter().map(|line| line["text"].as_str().unwrap().to_owned()).collect()
}

async fn desk(hall: &Hall, server: &Server, path: &str) -> Answer {
    let pass = hall.pass(server, "secretariat").await;
    get(server.address, &format!("{}api/recordings/{path}", pass.home), &[("cookie", &pass.cookie)]).await
}

#[tokio::test]
async fn what_a_captioner_writes_is_read_in_the_room_and_in_public() {
    let hall = hall();
    let server = hall.open();
    let mut captioner = hall.join(&server, "captioner").await;
    let mut bob = hall.join(&server, "olive-1").await;
    let refused = bob.refused(&caption("not mine")).await;
    assert_eq!(refused["code"], "not_allowed", "{refused}");
    for text in ["شكرا سيدي الرئيس", "أود أن أشكر", "IOM على دعمها"] {
        captioner.done(&caption(text)).await;
    }
    bob.until_held(|store| store.find("captions/ar").is_some()).await;
    let third = |client: &Client| lines(client).len() == 3;
    while !third(&bob) {
        bob.message().await;
    }
    assert_eq!(lines(&bob), ["شكرا سيدي الرئيس", "أود أن أشكر", "IOM على دعمها"]);
    let said =
        until(&server, "/api/captions/opening", |said| said["captions"][0]["lines"][2].is_object()).await;
    assert_eq!(said["captions"][0]["language"], "ar");
    assert_eq!(said["captions"][0]["lines"][2]["text"], "IOM على دعمها");
    let now = until(&server, "/api/public/opening", |said| said["captions"].is_array()).await;
    assert_eq!(now["captions"], json!(["ar"]));
    // Nobody is named to the public.
    assert!(!said.to_string().contains("captioner") && !now.to_string().contains("The captioner"));

    let newest = said["captions"][0]["lines"][2]["id"].clone();
    captioner.done(&json!({"type": "correct_caption", "caption": newest, "text": "المنظمة على دعمها"})).await;
    let corrected = |said: &Value| said["captions"][0]["lines"][2]["corrected"] == true;
    let said = until(&server, "/api/captions/opening", corrected).await;
    assert_eq!(said["captions"][0]["lines"][2]["text"], "المنظمة على دعمها");
    captioner.done(&json!({"type": "leave_captions"})).await;
    until(&server, "/api/captions/opening", |said| said["captions"] == json!([])).await;
    bob.until_held(|store| store.find("captions/ar").is_none()).await;
    for path in ["/api/captions/nowhere", "/api/captions/", "/api/captions/opening/x"] {
        assert_eq!(get(server.address, path, &[]).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn captions_are_no_secret_only_where_the_public_may_follow() {
    let hall = Hall::new();
    let server = hall.open();
    assert_eq!(get(server.address, "/api/captions/opening", &[]).await.code(), "not_public");
}

/// A file of WebVTT read back: from and to in milliseconds, and the text.
fn cues(file: &str) -> Vec<(i64, i64, String)> {
    let mut blocks = file.split("\n\n");
    assert_eq!(blocks.next(), Some("WEBVTT"), "{file}");
    assert!(blocks.next().is_some_and(|note| note.starts_with("NOTE\n")), "{file}");
    let ms = |time: &str| -> i64 {
        let [hours, minutes, rest] = time.split(':').collect::<Vec<_>>()[..] else { panic!("{time}") };
        let (seconds, ms) = rest.split_once('.').unwrap();
        let number = |digits: &str| digits.parse::<i64>().unwrap();
        ((number(hours) * 60 + number(minutes)) * 60 + number(seconds)) * 1_000 + number(ms)
    };
    blocks
        .map(|block| {
            let (times, text) = block.trim_end().split_once('\n').unwrap();
            let (from, to) = times.split_once(" --> ").unwrap();
            // No settings.
            (ms(from), ms(to), text.to_owned())
        })
        .collect()
}

#[tokio::test]
async fn captions_stand_beside_each_recording_with_times_from_its_beginning() {
    let hall = hall();
    let server = hall.open();
    let mut captioner = hall.join(&server, "captioner").await;
    let mut chair = hall.join(&server, "chair").await;
    chair.done(&json!({"type": "open_session"})).await;
    captioner.done(&caption("قبل التسجيل")).await;
    for text in ["الأول", "الثاني"] {
        chair.done(&json!({"type": "start_recording"})).await;
        captioner.until_held(|store| !store.get("session/session")["recording_since_ms"].is_null()).await;
        captioner.done(&caption(text)).await;
        captioner.done(&caption("IOM <شكرا> & نعم")).await;
        let wrong = captioner.done(&caption("خطأ")).await;
        assert_eq!(wrong["type"], "ack");
        captioner.until_held(|store| store.held["everyone"].values().any(|one| one["text"] == "خطأ")).await;
        let held = &captioner.store.held["everyone"];
        let id = held.values().find(|one| one["text"] == "خطأ").unwrap()["id"].clone();
        captioner.done(&json!({"type": "correct_caption", "caption": id, "text": ""})).await;
        chair.done(&json!({"type": "stop_recording"})).await;
        captioner.until_held(|store| store.get("session/session")["recording_since_ms"].is_null()).await;
        captioner.done(&caption("بين التسجيلين")).await;
    }
    assert_eq!(desk(&hall, &server, "opening").await.status, 403, "nothing is to be taken before it is over");
    chair.done(&json!({"type": "close_session"})).await;
    let listed = desk(&hall, &server, "opening").await.json();
    let recordings = listed["recordings"].as_array().unwrap();
    assert_eq!(recordings.len(), 2, "{listed}");
    for (recording, first) in recordings.iter().zip(["الأول", "الثاني"]) {
        assert_eq!(recording["captions"], json!(["ar"]));
        let name = recording["name"].as_str().unwrap();
        let file = desk(&hall, &server, &format!("opening/{name}/captions.ar.vtt")).await;
        assert_eq!(file.status, 200, "{file:?}");
        assert_eq!(file.header("content-type"), "text/vtt; charset=utf-8");
        let cues = cues(&file.body);
        let texts: Vec<&str> = cues.iter().map(|(_, _, text)| text.as_str()).collect();
        assert_eq!(texts, [format!("\u{200F}{first}"), "\u{200F}IOM &lt;شكرا&gt; &amp; نعم".to_owned()]);
        let mut free = 0;
        for (from, to, _) in &cues {
            assert!(*from >= free && to > from && *from < 60_000, "{cues:?}");
            free = *to;
        }
        for other in ["captions.en.vtt", "captions.../x.vtt", "captions.vtt"] {
            let path = format!("opening/{name}/{other}");
            assert_eq!(desk(&hall, &server, &path).await.status, 404, "{other}");
        }
    }
    let unknown = desk(&hall, &server, "opening/2021-02-24T08-00-00.000Z/captions.ar.vtt").await;
    assert_eq!(unknown.code(), "nothing_recorded");
    // Whoever is not of the secretariat has neither sound nor captions.
    let pass = hall.pass(&server, "olive-1").await;
    let name = recordings[0]["name"].as_str().unwrap();
    let path = format!("{}api/recordings/opening/{name}/captions.ar.vtt", pass.home);
    assert_eq!(get(server.address, &path, &[("cookie", &pass.cookie)]).await.status, 403);

    // The same files are in the export, and its list names them.
    drop((captioner, chair));
    server.stop();
    let out = hall.data().join("record");
    let mut export = hall.export();
    let exported = export.arg("--out").arg(&out).output().unwrap();
    assert!(exported.status.success(), "{}", String::from_utf8_lossy(&exported.stderr));
    let index = std::fs::read_to_string(out.join("index.html")).unwrap();
    assert!(index.contains("Captions are an aid, and no record."));
    for (recording, first) in recordings.iter().zip(["الأول", "الثاني"]) {
        let path = format!("recordings/opening/{}/captions.ar.vtt", recording["name"].as_str().unwrap());
        let file = std::fs::read_to_string(out.join(&path)).unwrap();
        assert_eq!(cues(&file)[0].2, format!("\u{200F}{first}"));
        assert!(index.contains(&format!("href=\"{path}\"")), "{path}");
    }
}

const SECRET: &str = "sk-not-to-be-told";

/// A server that has captions made by a stand-in, with metrics.
fn served(hall: &Hall, stand_in: &StandIn) -> Server {
    let key = hall.data().join("captions.key");
    std::fs::write(&key, format!("{SECRET}\n")).unwrap();
    let mut command = hall.serve();
    command
        .arg("--captions-from")
        .arg(format!("http://{}/", stand_in.address))
        .arg("--captions-key")
        .arg(key);
    command.args(["--captions-channels", "ar", "--captions-model", "large", "--metrics", "127.0.0.1:0"]);
    Server::started(command)
}

async fn counted(server: &Server, outcome: &str) -> u32 {
    let metrics = get(server.metrics.unwrap(), "/metrics", &[]).await.body;
    let name = format!("plenary_captions_pieces_total{{outcome=\"{outcome}\"}} ");
    let line = metrics.lines().find_map(|line| line.strip_prefix(name.as_str())).expect("it is counted");
    line.parse::<f64>().unwrap() as u32
}

/// Alice of Cedar has the floor, to speak Arabic.
async fn speaking(hall: &Hall, server: &Server) -> (Client, Client) {
    let mut chair = hall.join(server, "chair").await;
    let mut alice = hall.join(server, "cedar-1").await;
    let request = floor::asked(&mut chair, &mut alice).await;
    floor::given(&mut chair, &request).await;
    (chair, alice)
}

#[tokio::test]
async fn a_service_is_given_what_is_said_on_the_floor_and_writes_captions_that_say_so() {
    let hall = hall();
    let mut stand_in = StandIn::answering(&[
        ("200 OK", "{\"text\":\" شكرا\\nسيدي الرئيس \",\"usage\":{}}"),
        ("200 OK", "{\"text\":\"\"}"),
    ])
    .await;
    let server = served(&hall, &stand_in);
    let (_chair, _alice) = speaking(&hall, &server).await;
    let mut bob = hall.join(&server, "olive-1").await;
    let voice = Voice::open(server.address, &hall.pass(&server, "cedar-1").await, "alice").await;
    voice.says(100).await;
    drop(voice);
    let asked = stand_in.next().await;
    let mut head = asked.head.lines();
    assert_eq!(head.next(), Some("POST /v1/audio/transcriptions HTTP/1.1"));
    let header = |name: &str| {
        let mut lines = asked.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
    };
    assert_eq!(header("authorization"), Some(format!("Bearer {SECRET}")));
    assert_eq!(header("host"), Some(stand_in.address.to_string()));
    let field = |name: &str| String::from_utf8(asked.field(name).unwrap()).unwrap();
    assert_eq!(
        (field("model"), field("language"), field("response_format")),
        ("large".into(), "ar".into(), "json".into())
    );
    let sound = asked.field("file").unwrap();
    assert!(sound.starts_with(b"OggS"), "the sound is a file of Ogg");
    assert!(find(&sound, b"OpusHead").is_some() && find(&sound, b"alice 5").is_some(), "as it came");
    assert!(plenary::media::ogg::end_of(&sound).unwrap() >= 50 * 960);

    bob.until_held(|store| store.find("captions/ar").is_some_and(|captions| captions["machine"] == true))
        .await;
    while lines(&bob).is_empty() {
        bob.message().await;
    }
    assert_eq!(lines(&bob), ["شكرا سيدي الرئيس"]);
    // A person goes before it: nothing is sent until they leave.
    let mut captioner = hall.join(&server, "captioner").await;
    captioner.done(&json!({"type": "take_captions", "from": null})).await;
    bob.until_held(|store| store.find("captions/ar").is_some_and(|captions| captions["machine"] == false))
        .await;
    let before = stand_in.calls.load(Ordering::SeqCst);
    let pass = hall.pass(&server, "cedar-1").await;
    let voice = Voice::open(server.address, &pass, "unheard").await;
    voice.says(80).await;
    drop(voice);
    captioner.done(&json!({"type": "leave_captions"})).await;
    let voice = Voice::open(server.address, &pass, "alice").await;
    voice.says(60).await;
    drop(voice);
    let sound = stand_in.next().await.field("file").unwrap();
    assert!(find(&sound, b"alice ").is_some() && find(&sound, b"unheard").is_none());
    assert_eq!(stand_in.calls.load(Ordering::SeqCst), before + 1);
    assert_eq!(counted(&server, "failed").await, 0);
    let said = server.stop();
    assert!(!said.iter().any(|line| line.contains(SECRET)), "{said:#?}");
}

/// Waits until a technician is told that the service answers so for Arabic, of which alone it is given the sound.
async fn told_of_captions(technician: &mut Client, state: &str) {
    loop {
        let told = technician.until(&["sound_signals"]).await;
        let captions = told["captions"].as_array().unwrap();
        assert_eq!((captions.len(), &captions[0]["channel"]), (1, &json!("ar")), "{told}");
        assert_eq!(captions[0]["badly_ms"].is_null(), captions[0]["state"] != "badly", "{told}");
        if captions[0]["state"] == state {
            return;
        }
    }
}

#[tokio::test]
async fn a_service_that_fails_is_told_once_and_asked_again_and_sound_goes_on() {
    let hall = hall();
    let mut stand_in = StandIn::answering(&[
        ("500 Internal Server Error", "{}"),
        ("200 OK", "not JSON"),
        ("200 OK", "{\"text\":\"عدنا\"}"),
    ])
    .await;
    let server = served(&hall, &stand_in);
    let (_chair, _alice) = speaking(&hall, &server).await;
    let mut bob = hall.join(&server, "olive-1").await;
    // Whoever looks after the sound sees it, from before anybody spoke until it goes well again.
    let mut tom = hall.join(&server, "tom").await;
    tom.send(&json!({"type": "watch_sound", "wanted": true})).await;
    told_of_captions(&mut tom, "not_asked").await;
    let pass = hall.pass(&server, "cedar-1").await;
    for state in ["badly", "badly", "well"] {
        let voice = Voice::open(server.address, &pass, "alice").await;
        voice.says(60).await;
        drop(voice);
        stand_in.next().await;
        told_of_captions(&mut tom, state).await;
    }
    while !lines(&bob).contains(&"عدنا".to_owned()) {
        bob.message().await;
    }
    assert_eq!((counted(&server, "failed").await, counted(&server, "written").await), (2, 1));
    let said = server.stop();
    let told = |words: &str| said.iter().filter(|line| line.contains(words)).count();
    assert_eq!((told("no captions are made"), told("captions are made again")), (1, 1), "{said:#?}");
    assert!(!said.iter().any(|line| line.contains(SECRET)), "{said:#?}");
}

#[test]
fn a_service_that_cannot_be_is_refused_at_the_start_with_the_remedy() {
    let hall = hall();
    let missing = hall.data().join("none").display().to_string();
    for (arguments, remedy) in [
        (&["--captions-from", "ftp://speech.example.org"][..], "http"),
        (&["--captions-from", "http://me:secret@speech.example.org"], "--captions-key"),
        (&["--captions-from", "http://127.0.0.1:9", "--captions-key", &missing], "--captions-key"),
        (&["--captions-from", "http://127.0.0.1:9", "--captions-channels", "fr"], "floor, en, ar"),
        (&["--captions-channels", "ar"], "--captions-from"),
    ] {
        let output = hall.serve().args(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(remedy), "{arguments:?}: {said}");
    }
}
