//! A revoked link ends what was entered by it. The gateway runs inside the test, which can revoke.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use plenary::attended::Attended;
use plenary::conference::ConferencePlan;
use plenary::conference::command::Taken;
use plenary::gateway::{self, Parts};
use plenary::identity::{Identity, LinkId};
use plenary::log::{Log, Memory};
use plenary::media::{self, Media};
use plenary::room::{self, Clips, Clock, Registry};
use serde_json::{Value, json};
use str0m::media::Direction;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::Client;
use crate::entering::{Pass, enter, try_enter};
use crate::http::{PATIENCE, get};
use crate::path::Over;
use crate::process::conference;
use crate::sound_client::Ears;
use crate::sound_offers::Offered;

struct House {
    address: SocketAddr,
    identity: Arc<Identity>,
    clock: Clock,
    media: Media,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

impl House {
    async fn open() -> Self {
        let conference = ConferencePlan::read(&conference()).unwrap();
        let taken = Taken::as_filed(&conference);
        let log: Arc<dyn Log> = Arc::new(Memory::new());
        let rooms = Registry::open(&log, |_| Some(taken), &room::Settings::default()).await.unwrap();
        let identity = Arc::new(Identity::open(log.clone()).await.unwrap());
        let listener = gateway::bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = gateway::address(&listener).unwrap();
        let settings = media::Settings { listen: address, advertised: Vec::new(), listener_threads: 1 };
        let (media, reports) = media::start(settings).unwrap();
        let clock = Clock::system();
        let parts = Parts {
            rooms: rooms.clone(),
            identity: identity.clone(),
            clock: clock.clone(),
            secure: false,
            public: None,
            tls: None,
            media: media.clone(),
            reports,
            attended: Attended::default(),
            // Nothing is recorded here.
            recordings: PathBuf::from("/nonexistent"),
            clips: Clips::of(log, rooms),
        };
        let (stop, stopped) = oneshot::channel::<()>();
        let served = tokio::spawn(gateway::serve(listener, parts, async {
            drop(stopped.await);
        }));
        Self { address, identity, clock, media, stop, served }
    }

    /// Issues a link and enters by it.
    async fn pass(&self, person: &str) -> (Pass, LinkId, String) {
        let issued =
            self.identity.issue(&[person.parse().unwrap()], self.clock.now_ms()).await.unwrap().remove(0);
        let pass = enter(self.address, issued.secret.reveal()).await;
        (pass, issued.link, issued.secret.reveal().to_owned())
    }

    async fn revoke(&self, link: &LinkId) {
        assert!(self.identity.revoke(link, self.clock.now_ms()).await.unwrap());
    }

    /// Waits until the media plane has so many listeners.
    async fn until_listeners(&self, wanted: usize) {
        let counted = async {
            while self.media.tally().await.unwrap().listeners != wanted {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, counted).await.expect("in time");
    }

    async fn close(self) {
        self.stop.send(()).unwrap();
        self.served.await.unwrap();
    }
}

fn is_sent_away(end: &(Value, Option<CloseCode>)) {
    assert_eq!(end.0, json!({"type": "goodbye", "why": "link_revoked", "retry_after_ms": null}));
    assert_eq!(end.1, Some(CloseCode::Policy));
}

#[tokio::test]
async fn a_revoked_link_ends_its_connections_and_nobody_elses() {
    let house = House::open().await;
    let (pass, link, secret) = house.pass("cedar-1").await;
    let (other_pass, _, _) = house.pass("cedar-1").await;
    let mut revoked = [
        Client::joined(house.address, &pass, None).await,
        Client::joined(house.address, &pass, None).await,
        Client::joined_in_lobby(house.address, &pass, None).await,
    ];
    // The same person by another link stays.
    let mut other = Client::joined(house.address, &other_pass, None).await;
    house.revoke(&link).await;
    for client in &mut revoked {
        is_sent_away(&client.end().await);
    }
    other.say("still here").await;

    assert!(Client::connected(house.address, &pass).await.is_none(), "no new socket");
    let lobby = get(house.address, &format!("{}api/lobby", pass.home), &[("cookie", &pass.cookie)]).await;
    assert_eq!((lobby.status, lobby.code().as_str()), (401, "not_entered"));
    assert_eq!(try_enter(house.address, &secret).await.code(), "link_unknown");
    drop((other, revoked));
    house.close().await;
}

#[tokio::test]
async fn who_connected_before_and_joins_after_is_sent_away() {
    let house = House::open().await;
    let (pass, link, _) = house.pass("cedar-1").await;
    let mut client = Client::connected(house.address, &pass).await.unwrap();
    house.revoke(&link).await;
    client.send(&json!({"type": "join"})).await;
    is_sent_away(&client.end().await);
    drop(client);
    house.close().await;
}

#[tokio::test]
async fn with_the_link_goes_the_sound_at_once() {
    let house = House::open().await;
    let (pass, link, _) = house.pass("cedar-1").await;
    let (other_pass, _, _) = house.pass("olive-1").await;
    let mut ears = Ears::listening(house.address, &pass).await;
    let others = Ears::listening(house.address, &other_pass).await;
    let mut client = Client::joined(house.address, &pass, None).await;
    let offer = Offered::new(Over::Udp, house.address, Direction::RecvOnly).await.message("listen");
    client.send(&offer).await;
    client.until(&["sound_answer"]).await;
    house.until_listeners(3).await;
    house.revoke(&link).await;
    house.until_listeners(1).await;
    assert_eq!(ears.end().await, Some(CloseCode::Policy));
    is_sent_away(&client.end().await);
    assert!(Ears::open(house.address, &pass).await.is_none(), "no new socket");
    drop((ears, client, others));
    house.close().await;
}
