//! A revoked link ends what was entered by it. The gateway runs inside the test, which can revoke.

use plenary::identity::LinkId;
use serde_json::{Value, json};
use str0m::media::Direction;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::client::Client;
use crate::entering::{Pass, enter, try_enter};
use crate::http::{PATIENCE, get};
use crate::path::Over;
use crate::sound_client::Ears;
use crate::sound_offers::Offered;
use crate::within::Within;

impl Within {
    /// Issues a link and enters by it.
    async fn pass(&self, person: &str) -> (Pass, LinkId, String) {
        let issued = self.issue(person).await;
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
}

fn is_sent_away(end: &(Value, Option<CloseCode>)) {
    assert_eq!(end.0, json!({"type": "goodbye", "why": "link_revoked", "retry_after_ms": null}));
    assert_eq!(end.1, Some(CloseCode::Policy));
}

#[tokio::test]
async fn a_revoked_link_ends_its_connections_and_nobody_elses() {
    let house = Within::open().await;
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
    house.stop().await;
}

#[tokio::test]
async fn who_connected_before_and_joins_after_is_sent_away() {
    let house = Within::open().await;
    let (pass, link, _) = house.pass("cedar-1").await;
    let mut client = Client::connected(house.address, &pass).await.unwrap();
    house.revoke(&link).await;
    client.send(&json!({"type": "join"})).await;
    is_sent_away(&client.end().await);
    drop(client);
    house.stop().await;
}

#[tokio::test]
async fn with_the_link_goes_the_sound_at_once() {
    let house = Within::open().await;
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
    house.stop().await;
}
