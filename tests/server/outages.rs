//! Two servers, as they are started, on servers of NATS that end and come back; and over TLS.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tempfile::TempDir;

use crate::client::{Client, chat, key};
use crate::entering::enter;
use crate::nats;
use crate::process::{Server, ended_well, plenary};

/// Three servers of NATS, two nodes on them, and the links of all.
struct Scene {
    nats: Vec<nats::Server>,
    nodes: [Server; 2],
    issued: String,
    _folders: [TempDir; 2],
}

impl Scene {
    fn start() -> Self {
        let nats = nats::cluster(true);
        let urls: Vec<String> = nats.iter().map(nats::Server::url).collect();
        let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let on = |verb: &str, data: &Path| {
            let mut command = plenary(verb, data);
            command.args(["--nats", &urls.join(",")]);
            command
        };
        let issued = ended_well(on("links", folders[0].path()).arg("issue").output().unwrap());
        // That nothing is stored, they tell as an error.
        let nodes = [0, 1].map(|n| Server::expecting_errors(on("serve", folders[n].path())));
        Self { nats, nodes, issued, _folders: folders }
    }

    async fn join(&self, node: usize, person: &str) -> Client {
        let line = self.issued.lines().find(|line| line.starts_with(&format!("{person},"))).unwrap();
        let address = self.nodes[node].address;
        let pass = enter(address, line.split_once('#').unwrap().1).await;
        Client::joined(address, &pass, None).await
    }

    fn kill(&mut self, servers: &[usize]) {
        servers.iter().for_each(|server| self.nats[*server].kill());
    }

    fn slow_disks(&self, longer: Duration) -> Vec<nats::SlowDisk> {
        self.nats.iter().map(|server| server.slow_disk(longer)).collect()
    }

    /// All of them at once, for each waits for the others.
    fn start_again(&mut self, servers: &[usize]) {
        servers.iter().for_each(|server| self.nats[*server].spawn());
        servers.iter().for_each(|server| self.nats[*server].await_ready());
    }
}

/// Says something until it is acknowledged, under one key as a client does: it is done once.
async fn say(client: &mut Client, text: &str) {
    let key = key();
    while client.command_as(key, &chat(text)).await["type"] != "ack" {}
}

/// How often a text is held.
fn times(client: &Client, text: &str) -> usize {
    client.store.texts().iter().filter(|at| **at == text).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_two_of_three_nothing_is_accepted_and_with_all_back_everything_goes_on() {
    let mut scene = Scene::start();
    let (mut cedar, mut palm) = (scene.join(0, "cedar-1").await, scene.join(1, "palm-1").await);
    say(&mut cedar, "before").await;
    palm.until_said("before").await;

    scene.kill(&[0, 1]);
    let refused = cedar.command_as(key(), &chat("meanwhile, and not asked again")).await;
    assert_eq!(refused["reason"]["code"], "not_stored", "{refused}");
    scene.start_again(&[0, 1]);
    say(&mut cedar, "with two back").await;
    say(&mut palm, "from the other node too").await;
    for client in [&mut cedar, &mut palm] {
        client.until_said("from the other node too").await;
        client.until_said("with two back").await;
    }

    // All at once, as a power cut does that takes no disk.
    scene.kill(&[0, 1, 2]);
    let refused = palm.command_as(key(), &chat("while there is none")).await;
    assert_eq!(refused["reason"]["code"], "not_stored", "{refused}");
    scene.start_again(&[0, 1, 2]);
    say(&mut palm, "with all back").await;
    // An answer may come before what it answers is told.
    for client in [&mut cedar, &mut palm] {
        client.until_said("with all back").await;
    }
    for text in ["before", "with two back", "from the other node too", "with all back"] {
        assert_eq!((times(&cedar, text), times(&palm, text)), (1, 1), "{text}");
    }
    // Whoever comes now sees the same, from the log.
    let olive = scene.join(1, "olive-1").await;
    assert_eq!(olive.store.texts(), cedar.store.texts());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_slow_disks_commands_wait_and_with_disks_that_stand_still_none_is_accepted() {
    let scene = Scene::start();
    let (mut cedar, mut palm) = (scene.join(0, "cedar-1").await, scene.join(1, "palm-1").await);
    say(&mut cedar, "before").await;
    palm.until_said("before").await;

    let slow = scene.slow_disks(Duration::from_millis(200));
    let taken = cedar.command_as(key(), &chat("slowly")).await;
    assert_eq!(taken["type"], "ack", "{taken}");
    palm.until_said("slowly").await;
    assert!(
        slow.iter().map(nats::SlowDisk::delayed).sum::<usize>() >= 2,
        "two of three had it on their disks"
    );
    drop(slow);

    let standing = scene.slow_disks(Duration::from_secs(600));
    let refused = palm.command_as(key(), &chat("while none writes")).await;
    assert_eq!(refused["reason"]["code"], "not_stored", "{refused}");
    drop(standing);
    say(&mut palm, "after").await;
    for client in [&mut cedar, &mut palm] {
        client.until_said("after").await;
        for text in ["before", "slowly", "after"] {
            assert_eq!(times(client, text), 1, "{text}");
        }
        // It was not asked for again, and whether the servers had it they could not tell.
        assert!(times(client, "while none writes") <= 1);
    }
    let olive = scene.join(1, "olive-1").await;
    assert_eq!(olive.store.texts(), cedar.store.texts());
}

/// A certificate for this machine by a CA of the test's own: file names of the CA, the certificate and its key.
fn certified(folder: &Path) -> [String; 3] {
    let mut authority = CertificateParams::new(Vec::new()).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
    let certificate = CertificateParams::new(names).unwrap().signed_by(&key, &authority).unwrap();
    let texts = [authority.pem(), certificate.pem(), key.serialize_pem()];
    let names = ["ca.pem", "cert.pem", "key.pem"].map(|name| folder.join(name).display().to_string());
    for (name, text) in names.iter().zip(texts) {
        std::fs::write(name, text).unwrap();
    }
    names
}

#[tokio::test]
async fn over_tls_the_servers_of_nats_are_those_that_the_named_authority_vouches_for() {
    let folder = tempfile::tempdir().unwrap();
    let [ca, certificate, key] = certified(folder.path());
    let more = format!("tls {{ cert_file: {certificate:?}, key_file: {key:?} }}");
    let nats = nats::Server::start_with(&more);
    let on = |verb: &str, ca: Option<&str>| {
        let mut command: Command = plenary(verb, folder.path());
        command.args(["--nats", &format!("tls://localhost:{}", nats.port)]);
        if let Some(ca) = ca {
            command.args(["--nats-ca", ca]);
        }
        command
    };
    let stranger = tempfile::tempdir().unwrap();
    let [another, _, _] = certified(stranger.path());
    for wrong in [None, Some(another.as_str())] {
        let refused = on("links", wrong).arg("issue").output().unwrap();
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(
            !refused.status.success() && said.contains("No NATS server can be reached"),
            "{wrong:?}: {said}"
        );
    }
    let issued = ended_well(on("links", Some(&ca)).arg("issue").output().unwrap());
    let server = Server::started(on("serve", Some(&ca)));
    let line = issued.lines().find(|line| line.starts_with("cedar-1,")).unwrap();
    let pass = enter(server.address, line.split_once('#').unwrap().1).await;
    let mut cedar = Client::joined(server.address, &pass, None).await;
    say(&mut cedar, "in confidence").await;
    cedar.until_said("in confidence").await;
    server.stop();
}
