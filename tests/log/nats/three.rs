//! Three servers, each of which has every message: one of them may go.

use std::time::Duration;

use futures_util::StreamExt as _;
use plenary::log::{Log, Nats, NatsSettings};
use serde_json::Value;

use super::failing::{Writers, assert_whole};
use super::server::{Server, cluster, fresh_conference};
use crate::engine::{entry, stream, within};

/// Which of the servers leads a JetStream stream now.
async fn leader(client: &async_nats::Client, name: &str) -> usize {
    loop {
        let info = client.request(format!("$JS.API.STREAM.INFO.{name}"), "".into()).await;
        let info = info.ok().and_then(|info| serde_json::from_slice::<Value>(&info.payload).ok());
        let leader = info.and_then(|info| info["cluster"]["leader"].as_str().map(str::to_owned));
        if let Some(leader) = leader.and_then(|leader| leader.strip_prefix('n')?.parse().ok()) {
            return leader;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_leader_is_killed_in_the_middle_and_nothing_is_lost() {
    let mut servers = cluster(false);
    let urls: Vec<String> = servers.iter().map(Server::url).collect();
    let settings = NatsSettings {
        give_up: Duration::from_secs(30),
        ..NatsSettings::of(urls.clone(), fresh_conference())
    };
    assert_eq!(settings.replicas, 3);
    let nodes =
        [within(Nats::open(settings.clone())).await.unwrap(), Nats::open(settings.clone()).await.unwrap()];
    within(nodes[0].append(&stream("b"), 0, vec![entry("b")])).await.unwrap();
    let follower = nodes[1].follow(&stream("a"), 0).await.unwrap();
    let mut writers = Writers::start(&nodes);
    let client = async_nats::connect(urls.clone()).await.unwrap();
    let name = format!("plenary-{}-LOG-a", settings.conference);
    for _kill in 0..2 {
        within(writers.go_on(100)).await;
        let killed = within(leader(&client, &name)).await;
        servers[killed].kill();
        within(writers.go_on(100)).await;
        assert_ne!(within(leader(&client, &name)).await, killed, "another leads");
        servers[killed].spawn();
        servers[killed].await_ready();
    }
    let acknowledged = within(writers.end()).await;
    assert!(acknowledged.len() >= 400, "{}", acknowledged.len());
    let fresh = within(Nats::open(settings)).await.unwrap();
    assert_whole(&fresh, &acknowledged).await;
    let all = fresh.last(&stream("a")).await.unwrap();
    let seen = within(follower.take(all as usize).map(|entry| entry.unwrap().seq).collect::<Vec<_>>()).await;
    assert!(seen.into_iter().eq(1..=all), "who followed all the while saw each once");
}
