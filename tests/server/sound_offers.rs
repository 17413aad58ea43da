//! Paths over WebRTC, offered over the session's socket: what is answered, what is refused, and sound by the one port.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use str0m::change::{SdpAnswer, SdpOffer, SdpPendingOffer};
use str0m::media::{Direction, MediaKind, Mid};
use str0m::net::Receive;
use str0m::rtp::RtpWrite;
use str0m::{Event, Input, Output, Rtc};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::client::Client;
use crate::http::PATIENCE;
use crate::path::{Over, Path};
use crate::process::Hall;
use crate::sound::Scene;
use crate::tls::Sealed;

/// A browser's end of a path, before it is answered.
pub struct Offered {
    rtc: Rtc,
    mid: Mid,
    path: Path,
    pending: SdpPendingOffer,
    sdp: SdpOffer,
}

impl Offered {
    pub async fn new(over: Over, server: SocketAddr, direction: Direction) -> Self {
        let path = Path::open(over, server).await;
        let mut rtc =
            Rtc::builder().set_rtp_mode(true).clear_codecs().enable_opus(true, false).build(Instant::now());
        rtc.add_local_candidate(path.candidate());
        let mut api = rtc.sdp_api();
        let mid = api.add_media(MediaKind::Audio, direction, None, None, None);
        let (sdp, pending) = api.apply().unwrap();
        Self { rtc, mid, path, pending, sdp }
    }

    /// What a page says to offer it.
    pub fn message(&self, purpose: &str) -> Value {
        json!({"type": "offer_sound", "purpose": purpose, "sdp": self.sdp.to_sdp_string()})
    }
}

/// A microphone that says a word fifty times a second over WebRTC.
struct Publisher(JoinHandle<()>);

impl Drop for Publisher {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Offers a microphone over the session's socket, and speaks once it is connected.
async fn publisher(client: &mut Client, over: Over, server: SocketAddr, word: &'static str) -> Publisher {
    let offered = Offered::new(over, server, Direction::SendOnly).await;
    client.send(&offered.message("publish")).await;
    let answer = client.until(&["sound_answer", "refused"]).await;
    assert_eq!(
        (&answer["type"], &answer["purpose"]),
        (&json!("sound_answer"), &json!("publish")),
        "{answer}"
    );
    let sdp = answer["sdp"].as_str().unwrap();
    assert!(sdp.contains(&server.port().to_string()), "the port of the pages: {sdp}");
    let Offered { mut rtc, mid, mut path, pending, .. } = offered;
    rtc.sdp_api().accept_answer(pending, SdpAnswer::from_sdp_string(sdp).unwrap()).unwrap();
    let (ready, mut is_ready) = watch::channel(false);
    let task = tokio::spawn(async move {
        let mut frames = tokio::time::interval(Duration::from_millis(20));
        let (mut sequence, mut connected) = (1_u64, false);
        loop {
            let due = loop {
                match rtc.poll_output().unwrap() {
                    Output::Timeout(at) => break at,
                    Output::Transmit(sent) => path.send(sent.destination, &sent.contents).await,
                    Output::Event(event) => connected |= matches!(event, Event::Connected),
                }
            };
            ready.send_replace(connected);
            tokio::select! {
                datagram = path.receive() => {
                    let Some(datagram) = datagram else { return };
                    if let Ok(received) = Receive::new(path.protocol(), server, path.local(), &datagram) {
                        rtc.handle_input(Input::Receive(Instant::now(), received)).unwrap();
                    }
                }
                _tick = frames.tick() => {
                    if connected {
                        sequence += 1;
                        let payload_type = rtc.codec_config().params()[0].pt();
                        let timestamp = u32::try_from(sequence * 960).unwrap();
                        let payload = [b"\xf8", word.as_bytes()].concat();
                        let packet =
                            RtpWrite::new(payload_type, sequence.into(), timestamp, Instant::now(), payload);
                        rtc.direct_api().stream_tx_by_mid(mid, None).unwrap().write_rtp(packet);
                    }
                    rtc.handle_input(Input::Timeout(Instant::now())).unwrap();
                }
                () = tokio::time::sleep_until(due.into()) => {
                    rtc.handle_input(Input::Timeout(Instant::now())).unwrap();
                }
            }
        }
    });
    is_ready.wait_for(|ready| *ready).await.expect("a path");
    Publisher(task)
}

async fn refused(client: &mut Client, offer: &Value) -> String {
    client.send(offer).await;
    let refused = client.until(&["refused", "sound_answer"]).await;
    assert_eq!(refused["reason"]["code"], "sound_refused", "{refused}");
    assert_eq!((&refused["key"], &refused["reason"]["purpose"]), (&Value::Null, &offer["purpose"]));
    refused["reason"]["detail"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_microphone_over_udp_is_heard_and_so_is_one_over_the_port_of_the_pages() {
    let mut scene = Scene::set().await;
    let mut bob = scene.listening("olive-1").await;
    let at = scene.at();
    scene.give_floor().await;
    let udp = publisher(&mut scene.alice, Over::Udp, at, "over udp").await;
    bob.until(1, "over udp").await;
    // The newest path that sends is the one heard, an older one when it does no more.
    let mut elsewhere = scene.hall.join(&scene.server, "cedar-1").await;
    let tcp = publisher(&mut elsewhere, Over::Tcp, at, "over tcp").await;
    bob.until(1, "over tcp").await;
    // With the page goes its path.
    drop(elsewhere);
    bob.until(1, "over udp").await;
    drop((udp, tcp));
    let silent = |you: &Value| you["microphone"]["connected"] == false;
    scene.alice.until_held(|store| silent(&store.held["person/cedar-1"]["you/cedar-1"])).await;
}

#[tokio::test]
async fn sound_passes_beside_tls_on_the_same_port() {
    let sealed = Sealed::open();
    let (pass, _) = sealed.enter("cedar-1").await;
    let mut alice = sealed.joined(&pass).await;
    let _tcp = publisher(&mut alice, Over::Tcp, sealed.address(), "anything").await;
    alice
        .until_held(|store| store.held["person/cedar-1"]["you/cedar-1"]["microphone"]["connected"] == true)
        .await;
}

#[tokio::test]
async fn offers_are_answered_in_their_order() {
    let hall = Hall::new();
    let server = hall.open();
    let mut alice = hall.join(&server, "cedar-1").await;
    let publish = Offered::new(Over::Udp, server.address, Direction::SendOnly).await.message("publish");
    let listen = Offered::new(Over::Udp, server.address, Direction::RecvOnly).await.message("listen");
    let wrong = json!({"type": "offer_sound", "purpose": "listen", "sdp": "v=0"});
    for offer in [&publish, &wrong, &listen, &publish] {
        alice.send(offer).await;
    }
    let mut answers = Vec::new();
    while answers.len() < 4 {
        let answer = alice.until(&["sound_answer", "refused"]).await;
        let purpose = answer.get("purpose").or(answer["reason"].get("purpose")).unwrap();
        answers.push(format!("{} {}", answer["type"].as_str().unwrap(), purpose.as_str().unwrap()));
    }
    assert_eq!(
        answers,
        ["sound_answer publish", "refused listen", "sound_answer listen", "sound_answer publish"]
    );
    for message in [
        json!({"type": "hear_original", "wanted": true}),
        json!({"type": "end_sound", "purpose": "listen"}),
        json!({"type": "end_sound", "purpose": "listen"}),
    ] {
        alice.send(&message).await;
    }
    alice.say("and the connection stands").await;
}

#[tokio::test]
async fn an_offer_that_cannot_be_taken_is_refused_with_what_is_wrong() {
    let hall = Hall::new();
    let server = hall.open();
    let mut alice = hall.join(&server, "cedar-1").await;
    let listen = Offered::new(Over::Udp, server.address, Direction::RecvOnly).await;
    let offer = |purpose: &str, sdp: String| json!({"type": "offer_sound", "purpose": purpose, "sdp": sdp});
    let long = format!("{}{}", listen.sdp.to_sdp_string(), "a=x\r\n".repeat(4_000));
    assert!(long.len() > 16 * 1_024 && long.len() < 26 * 1_024, "within a message, beyond an offer");
    assert!(refused(&mut alice, &offer("listen", long)).await.contains("at most 16384 bytes and 2000 lines"));
    let lines = "a\n".repeat(2_001);
    assert!(
        refused(&mut alice, &offer("listen", lines)).await.contains("at most 16384 bytes and 2000 lines")
    );
    for sdp in [String::new(), "hello".to_owned(), "\u{0}\r\n".repeat(100)] {
        assert!(refused(&mut alice, &offer("publish", sdp)).await.starts_with("sdp: "));
    }
    let wrong_way = refused(&mut alice, &listen.message("publish")).await;
    assert!(wrong_way.contains("sendonly"), "{wrong_way}");

    let mut observer = hall.join(&server, "observer-1").await;
    let publish = Offered::new(Over::Udp, server.address, Direction::SendOnly).await;
    assert!(refused(&mut observer, &publish.message("publish")).await.contains("no microphone"));
    // Of eight at once, six were refused already.
    for number in 0..3 {
        alice.send(&listen.message("listen")).await;
        let answer = alice.until(&["sound_answer", "refused"]).await;
        assert_eq!(answer["type"] == "refused", number == 2, "{number}: {answer}");
        if number == 2 {
            assert!(answer["reason"]["detail"].as_str().unwrap().starts_with("too many offers; wait "));
        }
    }
    alice.say("and the connection stands").await;
}

#[tokio::test]
async fn sound_is_offered_by_those_who_have_joined() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    let mut alice = Client::connected(server.address, &pass).await.unwrap();
    let offer = Offered::new(Over::Udp, server.address, Direction::RecvOnly).await.message("listen");
    for message in [
        &offer,
        &json!({"type": "end_sound", "purpose": "listen"}),
        &json!({"type": "hear_original", "wanted": true}),
    ] {
        alice.send(message).await;
        assert_eq!(alice.until(&["refused"]).await["reason"]["code"], "not_joined", "{message}");
    }
    for malformed in [
        json!({"type": "offer_sound", "purpose": "sing", "sdp": ""}),
        json!({"type": "offer_sound", "purpose": "listen"}),
        json!({"type": "offer_sound", "purpose": "listen", "sdp": 1}),
        json!({"type": "hear_original", "wanted": "yes"}),
        json!({"type": "end_sound"}),
    ] {
        alice.send(&malformed).await;
        assert_eq!(alice.until(&["refused"]).await["reason"]["code"], "malformed", "{malformed}");
    }
}

#[tokio::test]
async fn a_path_that_never_comes_about_is_told_to_be_lost() {
    let hall = Hall::new();
    let server = hall.open();
    let mut alice = hall.join(&server, "cedar-1").await;
    let mut bob = hall.join(&server, "olive-1").await;
    let offer = Offered::new(Over::Udp, server.address, Direction::RecvOnly).await;
    alice.send(&offer.message("listen")).await;
    assert_eq!(alice.until(&["sound_answer"]).await["purpose"], "listen");
    // The server waits for it almost as long as the tests are patient: Bob shows that it lives.
    let lost = async {
        let mut beats = tokio::time::interval(PATIENCE / 4);
        loop {
            tokio::select! {
                lost = alice.until(&["sound_lost"]) => return lost,
                _beat = beats.tick() => drop(bob.say("the meeting goes on").await),
            }
        }
    };
    let lost = tokio::time::timeout(PATIENCE * 2, lost).await.expect("in time");
    assert_eq!(lost["purpose"], "listen");
}
