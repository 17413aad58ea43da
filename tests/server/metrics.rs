//! What whoever watches the server reads: at an address of its own, in the format of Prometheus, and nothing of anybody.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;

use serde_json::json;

use crate::http::{Answer, get};
use crate::process::{Hall, Server};

/// A sample's name with its labels, and its value.
type Samples = BTreeMap<String, f64>;

fn is_name(name: &str) -> bool {
    let first = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    first && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Takes the labels of a sample apart, by the grammar: `{name="value",…}`, where `\`, `"` and a new line are escaped.
fn labels(mut text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    while !text.is_empty() {
        let (name, rest) = text.split_once("=\"").unwrap_or_else(|| panic!("a label: {text}"));
        assert!(is_name(name), "{name}");
        let (mut value, mut rest) = (String::new(), rest.chars());
        loop {
            match rest.next().expect("a value ends") {
                '"' => break,
                '\\' => value.push(match rest.next() {
                    Some('n') => '\n',
                    Some(c @ ('\\' | '"')) => c,
                    other => panic!("\\{other:?} is no escape"),
                }),
                c => value.push(c),
            }
        }
        found.push((name.to_owned(), value));
        let rest = rest.as_str();
        assert!(rest.is_empty() || rest.starts_with(','), "{rest}");
        text = rest.strip_prefix(',').unwrap_or(rest);
    }
    found
}

/// Reads what was scraped, line by line, by the grammar of the text format; and holds histograms to what they are.
fn parsed(text: &str) -> Samples {
    let (mut kinds, mut helped, mut samples) = (BTreeMap::new(), BTreeSet::new(), Samples::new());
    assert!(text.ends_with('\n'), "the last line ends");
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("# ") {
            let mut words = rest.splitn(3, ' ');
            let [what, name, rest] = [(); 3].map(|()| words.next().unwrap_or_else(|| panic!("{line}")));
            assert!(is_name(name), "{line}");
            match what {
                "HELP" => assert!(helped.insert(name.to_owned()), "{line}"),
                "TYPE" => {
                    assert!(["counter", "gauge", "histogram"].contains(&rest), "{line}");
                    assert!(kinds.insert(name.to_owned(), rest.to_owned()).is_none(), "{line}");
                }
                _other => panic!("{line}"),
            }
            continue;
        }
        let (sample, value) = line.rsplit_once(' ').unwrap_or_else(|| panic!("{line}"));
        let value: f64 = value.parse().unwrap_or_else(|_| panic!("{line}"));
        let (name, of) = sample.split_once('{').unwrap_or((sample, "}"));
        assert!(is_name(name), "{line}");
        labels(of.strip_suffix('}').unwrap_or_else(|| panic!("{line}")));
        let family = ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end));
        let histogram =
            family.is_some_and(|family| kinds.get(family).is_some_and(|kind| kind == "histogram"));
        assert!(histogram || kinds.contains_key(name), "{line} is of a kind that was told before");
        assert!(samples.insert(sample.to_owned(), value).is_none(), "{line} stands there once");
    }
    for (name, _) in kinds.iter().filter(|(_, kind)| *kind == "histogram") {
        let buckets = samples.iter().filter(|(sample, _)| sample.starts_with(&format!("{name}_bucket")));
        let all =
            buckets.clone().filter(|(sample, _)| sample.contains("le=\"+Inf\"")).map(|(_, count)| count);
        let counts = samples.iter().filter(|(sample, _)| sample.starts_with(&format!("{name}_count")));
        assert_eq!(all.sum::<f64>(), counts.map(|(_, count)| count).sum::<f64>(), "{name}");
    }
    samples
}

async fn scraped(metrics: SocketAddr) -> (Samples, String) {
    let Answer { status, body, .. } = get(metrics, "/metrics", &[]).await;
    assert_eq!(status, 200, "{body}");
    (parsed(&body), body)
}

fn open(hall: &Hall) -> (Server, SocketAddr) {
    let mut serve = hall.serve();
    serve.args(["--metrics", "127.0.0.1:0"]);
    let server = Server::started(serve);
    let metrics = server.metrics.expect("an address of its own");
    (server, metrics)
}

#[tokio::test]
async fn whoever_watches_reads_numbers_that_move() {
    let hall = Hall::new();
    let (server, metrics) = open(&hall);
    let (before, _) = scraped(metrics).await;
    let mut chair = hall.join(&server, "chair").await;
    let mut cedar = hall.join(&server, "cedar-1").await;
    for word in ["one", "two", "three"] {
        cedar.say(word).await;
    }
    let open_list = json!({"type": "open_list", "list": "statements"});
    let code = cedar.refused(&open_list).await["code"].as_str().unwrap().to_owned();
    chair.done(&open_list).await;
    cedar.send(&json!({"type": "nonsense"})).await;
    cedar.until(&["refused"]).await;

    let (after, text) = scraped(metrics).await;
    let grown =
        |name: &str| after.get(name).copied().unwrap_or(0.0) - before.get(name).copied().unwrap_or(0.0);
    let command = |kind: &str, answer: &str| {
        grown(&format!("plenary_commands_total{{type=\"{kind}\",answer=\"{answer}\"}}"))
    };
    assert_eq!(command("send_message", "done"), 3.0, "{text}");
    assert_eq!((command("open_list", &code), command("open_list", "done")), (1.0, 1.0), "{text}");
    assert_eq!(grown("plenary_command_seconds_count"), 5.0, "{text}");
    assert_eq!(grown("plenary_messages_refused_total{code=\"malformed\"}"), 1.0, "{text}");
    // Each that was done is stored, several perhaps in one append; and people have come.
    assert!(grown("plenary_log_append_seconds_count{outcome=\"stored\"}") >= 4.0, "{text}");
    assert_eq!(grown("plenary_sockets{for=\"session\"}"), 2.0, "{text}");
    assert_eq!(after["plenary_people{role=\"chair\"}"], 1.0, "{text}");
    assert_eq!(after["plenary_people{role=\"delegate\"}"], 1.0, "{text}");
    assert!(after["plenary_sessions{phase=\"scheduled\"}"] >= 1.0, "{text}");
    assert!(after["plenary_channel_listeners{kind=\"floor\"}"] >= 0.0, "{text}");
    assert!(after["plenary_tasks"] > 5.0 && after["plenary_nodes_others"] == 0.0, "{text}");
    assert!(after["process_open_fds"] > 5.0 && after["process_resident_memory_bytes"] > 1e6, "{text}");
    assert!(after["plenary_uptime_seconds"] > before["plenary_uptime_seconds"], "{text}");
    assert!(text.contains(concat!("{version=\"", env!("CARGO_PKG_VERSION"), "\"} 1\n")), "{text}");
    for name in [
        "frames_in_total",
        "frames_lost_total",
        "reported_total",
        "reported_lost_total",
        "frames_out_total",
        "dropped_total",
        "listeners{transport=\"webrtc\"}",
    ] {
        assert!(after.contains_key(&format!("plenary_sound_{name}")), "{name}: {text}");
    }

    drop((chair, cedar));
    // Told when they have parted, not at once.
    while scraped(metrics).await.0["plenary_sockets{for=\"session\"}"] > 0.0 {}
    server.stop();
}

#[tokio::test]
async fn what_the_dashboard_and_the_warnings_ask_for_is_told() {
    let hall = Hall::new();
    let (server, metrics) = open(&hall);
    hall.join(&server, "cedar-1").await.say("a command of its own type").await;
    let (_, text) = scraped(metrics).await;
    let mut asked = BTreeSet::new();
    for file in ["grafana/dashboards/plenary.json", "prometheus/alerts.yml"] {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy").join(file);
        let file = std::fs::read_to_string(file).unwrap();
        let words = file.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        let names = words.filter(|word| word.starts_with("plenary_") || word.starts_with("process_"));
        asked
            .extend(names.map(|name| name.trim_end_matches("_bucket").trim_end_matches("_count").to_owned()));
    }
    assert!(asked.len() > 15, "{asked:?}");
    for name in asked {
        assert!(text.contains(&format!("# TYPE {name} ")), "{name}: {text}");
    }
    server.stop();
}

#[tokio::test]
async fn what_is_read_there_is_nobodys_and_the_public_reads_nothing() {
    let hall = Hall::new();
    let (server, metrics) = open(&hall);
    let mut cedar = hall.join(&server, "cedar-1").await;
    cedar.say("between ourselves").await;
    let pass = hall.pass(&server, "cedar-1").await;
    let (_, text) = scraped(metrics).await;
    let conference = std::fs::read_to_string(crate::process::conference()).unwrap();
    let names =
        conference.lines().filter_map(|line| line.strip_prefix("id = \"")).map(|id| id.trim_end_matches('"'));
    let link = pass.home.split('/').nth(2).unwrap().to_owned();
    for personal in names.chain(["between", "ourselves", "127.0.0.1", &link, hall.secret("cedar-1")]) {
        let labelled = format!("\"{personal}\"");
        // Roles and kinds of channels are words of the house, and some of the small conference are named after theirs.
        let is_role = ["role", "kind"].iter().any(|label| text.contains(&format!("{label}={labelled}")));
        assert!(is_role || !text.contains(&labelled), "{personal}: {text}");
    }
    assert!(![&*link, hall.secret("cedar-1"), "ourselves"].iter().any(|word| text.contains(word)), "{text}");

    for (address, path) in
        [(server.address, "/metrics"), (metrics, "/"), (metrics, "/health"), (metrics, "/api/public")]
    {
        assert_eq!(get(address, path, &[]).await.status, 404, "{address} {path}");
    }
    server.stop();
    assert!(hall.open().metrics.is_none(), "there is none unless one is asked for");
}
