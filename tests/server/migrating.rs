//! A conference moved from a data folder to servers of NATS and back by the built program, and served again; what is refused;
//! and a log that lost entries, put right while its servers run.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::json;
use tempfile::TempDir;

use crate::backup::without_presence;
use crate::client::{Client, fresh_view};
use crate::entering::enter;
use crate::nats;
use crate::process::{Hall, Server, ended_well, plenary};
use crate::store::Held;

/// An act of the program with a server of NATS named.
fn on(nats: &nats::Server, verb: &str, data: &Path) -> Command {
    let mut command = plenary(verb, data);
    command.args(["--nats", &nats.url()]);
    command
}

fn migrate(nats: &nats::Server, data: &Path, way: &str) -> Output {
    on(nats, "migrate", data).arg(way).output().unwrap()
}

/// One sentence of a refusal, with these words in it.
fn refused(output: &Output, words: &[&str]) {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let said: Vec<&str> = said.lines().filter(|line| line.starts_with("plenary: ")).collect();
    assert!(!output.status.success() && said.len() == 1, "{said:?}");
    assert!(words.iter().all(|word| said[0].contains(word)), "{words:?}: {said:?}");
}

async fn view(server: &Server, hall: &Hall) -> Held {
    without_presence(fresh_view(server.address, &hall.pass(server, "chair").await).await)
}

/// A conference in which something was said, asked for and deleted; and what the chair sees of it.
async fn held() -> (Hall, Held) {
    let hall = Hall::new();
    let server = hall.open();
    hall.join(&server, "chair").await.done(&json!({"type": "open_list", "list": "statements"})).await;
    let mut cedar = hall.join(&server, "cedar-1").await;
    cedar.say("said in error").await;
    cedar.until_said("said in error").await;
    let message = |client: &Client| {
        let all = client.store.held["everyone"].values();
        all.filter(|one| one["type"] == "message").map(|one| one["id"].clone()).next().unwrap()
    };
    let id = message(&cedar);
    cedar.done(&json!({"type": "delete_message", "message": id, "reason": ""})).await;
    cedar.say("kept").await;
    let asks = json!({"type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": ""});
    cedar.done(&asks).await;
    // All of it is published, so that a fresh view has it.
    cedar.until_held(|store| store.get("list/statements")["queue"][0].is_string()).await;
    let before = view(&server, &hall).await;
    server.stop();
    (hall, before)
}

/// Whoever came by a link before comes by it again, sees the same, and goes on.
async fn assert_served(server: &Server, hall: &Hall, before: &Held) {
    assert_eq!(&view(server, hall).await, before);
    let pass = enter(server.address, hall.secret("cedar-1")).await;
    let mut cedar = Client::joined(server.address, &pass, None).await;
    cedar.done(&json!({"type": "agree_to_microphone", "agrees": true})).await;
}

#[tokio::test]
async fn a_conference_goes_to_nats_and_back_and_is_the_same_to_the_same_links() {
    let (hall, before) = held().await;
    let nats = nats::Server::start();
    let told = ended_well(migrate(&nats, hall.data(), "to-nats"));
    assert!(told.contains("session/opening: ") && told.contains("both logs are the same"), "{told}");
    let sums = |side: &str| -> Vec<String> {
        let of_side = |line: &str| {
            line.trim().strip_prefix(&format!("sha256 {side}")).map(str::trim).map(str::to_owned)
        };
        told.lines().filter_map(of_side).collect()
    };
    assert!(sums("here").len() > 2 && sums("here") == sums("there"), "{told}");

    let nodes = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let server = Server::started(on(&nats, "serve", nodes[0].path()));
    assert_served(&server, &hall, &before).await;
    // Neither way while it runs, and the folder is not what it was any more.
    for way in ["to-folder", "to-nats"] {
        let data = if way == "to-nats" { hall.data() } else { nodes[1].path() };
        refused(
            &migrate(&nats, data, way),
            &["a server of", "runs on these servers of NATS", "stop every server"],
        );
    }
    server.stop();
    let again = migrate(&nats, hall.data(), "to-nats");
    refused(&again, &["nothing is moved from its place", "in the target is another than in what is copied"]);

    let back: TempDir = tempfile::tempdir().unwrap();
    ended_well(migrate(&nats, back.path(), "to-folder"));
    let secrets = ["chair", "cedar-1"].map(|person| (person.to_owned(), hall.secret(person).to_owned()));
    let again = Hall::kept(back, &crate::process::conference(), secrets.into());
    let server = again.open();
    assert_served(&server, &again, &before).await;
    // A folder that a server holds is not moved.
    refused(&migrate(&nats, again.data(), "to-nats"), &["is in use by process", "stop that server"]);
    server.stop();
}

#[tokio::test]
async fn what_cannot_be_moved_says_why_and_changes_nothing() {
    let nats = nats::Server::start();
    let empty = tempfile::tempdir().unwrap();
    refused(&migrate(&nats, empty.path(), "to-nats"), &["There is no database in"]);
    refused(&migrate(&nats, empty.path(), "to-folder"), &["there is nothing to copy"]);
    let unnamed = plenary("migrate", empty.path()).arg("to-nats").output().unwrap();
    refused(&unnamed, &["name them with --nats"]);
    // The folder holds another conference than the file says.
    let (hall, _) = held().await;
    let text = std::fs::read_to_string(crate::process::conference()).unwrap();
    let id = text.lines().find(|line| line.starts_with("id = ")).unwrap().to_owned();
    let other = empty.path().join("other.toml");
    std::fs::write(&other, text.replacen(&id, "id = \"another\"", 1)).unwrap();
    let moved =
        on(&nats, "migrate", hall.data()).arg("to-nats").arg("--conference").arg(&other).output().unwrap();
    refused(&moved, &["the conference file is of another", "name its own file with --conference"]);
    hall.open().stop();
}

#[tokio::test]
async fn a_log_that_lost_entries_is_put_right_while_its_servers_run_and_commands_are_stored_again() {
    let mut nats = nats::Server::start();
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let issued = ended_well(on(&nats, "links", folders[0].path()).arg("issue").output().unwrap());
    let secret = |person: &str| {
        let line = issued.lines().find(|line| line.starts_with(&format!("{person},"))).unwrap();
        line.split_once('#').unwrap().1.to_owned()
    };
    // What happens to the log is an error in what the servers say, as it is meant to be.
    let [here, there] = [0, 1].map(|n| Server::expecting_errors(on(&nats, "serve", folders[n].path())));
    let pass = enter(here.address, &secret("cedar-1")).await;
    let mut cedar = Client::joined(here.address, &pass, None).await;
    let other = enter(there.address, &secret("palm-1")).await;
    let mut palm = Client::joined(there.address, &other, None).await;
    cedar.say("before").await;
    let copy = nats.folder.path().join("copy");
    let cp = |from: &Path, to: &Path| {
        assert!(Command::new("cp").arg("-a").args([from, to]).status().unwrap().success());
    };
    nats.signal("TERM");
    nats.kill();
    cp(&nats.store(), &copy);
    nats.start_again();
    cedar.say("lost and given back").await;
    palm.until_said("lost and given back").await;
    nats.kill();
    std::fs::remove_dir_all(nats.store()).unwrap();
    cp(&copy, &nats.store());
    nats.start_again();

    let answer = cedar.command_as(crate::client::key(), &crate::client::chat("not stored")).await;
    assert_ne!(answer["type"], "ack", "{answer}");
    let repair = |more: &[&str]| {
        let mut command = on(&nats, "log", folders[0].path());
        ended_well(command.arg("repair").args(more).output().unwrap())
    };
    let told = repair(&[]);
    assert!(
        told.contains("session/opening: ends at entry") && told.contains("Nothing was changed"),
        "{told}"
    );
    let told = repair(&["--put-back"]);
    // What was said last, and who is there where that was stored no earlier.
    let put_back =
        |line: &str| line.starts_with("session/opening: ") && line.contains(" entries are put back");
    assert!(told.lines().any(put_back), "{told}");
    assert!(repair(&[]).contains("No running server misses anything"));
    cedar.say("and on it goes").await;
    palm.until_said("and on it goes").await;
    drop((here, there));
}
