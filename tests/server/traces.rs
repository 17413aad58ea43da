//! What a collector of traces is sent, and what the program says that cannot send any.

use crate::process::Hall;

#[cfg(not(feature = "opentelemetry"))]
#[test]
fn a_program_that_cannot_send_traces_says_so_where_a_collector_is_named() {
    let mut serve = Hall::new().serve();
    let refused = serve.env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318").output().unwrap();
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(!refused.status.success() && said.contains("--features opentelemetry"), "{said}");
}

#[cfg(feature = "opentelemetry")]
mod sent {
    use std::collections::BTreeSet;
    use std::process::Command;

    use serde_json::{Value, json};

    use super::Hall;
    use crate::client::{chat, key};
    use crate::http::get;
    use crate::process::Server;
    use crate::stand_in::{Asked, StandIn, find};

    /// The command that serves with a collector at an address.
    fn traced(hall: &Hall, collector: &str) -> Command {
        let mut serve = hall.serve();
        serve.env("OTEL_EXPORTER_OTLP_ENDPOINT", format!("http://{collector}"));
        for other in ["PROTOCOL", "TRACES_ENDPOINT", "TRACES_PROTOCOL", "HEADERS"] {
            serve.env_remove(format!("OTEL_EXPORTER_OTLP_{other}"));
        }
        serve
    }

    /// All spans that a collector was sent as JSON.
    fn spans(asked: &[Asked]) -> Vec<Value> {
        let of = |value: &Value, name: &str| value[name].as_array().cloned().unwrap_or_default();
        let resources = asked.iter().flat_map(|asked| {
            assert!(asked.head.starts_with("POST /v1/traces HTTP/1.1"), "{}", asked.head);
            of(&serde_json::from_slice(&asked.body).unwrap(), "resourceSpans")
        });
        let scopes = resources.flat_map(|resource| {
            let service = json!({"key": "service.name", "value": {"stringValue": "plenary"}});
            assert!(of(&resource["resource"], "attributes").contains(&service), "{resource}");
            of(&resource, "scopeSpans")
        });
        scopes.flat_map(|scope| of(&scope, "spans")).collect()
    }

    /// An attribute of a span, as text.
    fn attribute(span: &Value, name: &str) -> String {
        let mut all = span["attributes"].as_array().into_iter().flatten();
        let found = all.rfind(|attribute| attribute["key"] == name);
        let value = found.unwrap_or_else(|| panic!("{name}: {span}"))["value"].as_object().unwrap();
        value.values().next().unwrap().to_string().trim_matches('"').to_owned()
    }

    /// The id of a span; empty where there is none.
    fn id(value: &Value) -> &str {
        value.as_str().unwrap_or_default()
    }

    fn named<'a>(spans: &'a [Value], name: &str) -> Vec<&'a Value> {
        spans.iter().filter(|span| span["name"] == name).collect()
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn the_way_of_commands_and_calls_is_told_and_nobody_by_name() {
        let hall = Hall::new();
        let mut collector = StandIn::answering(&[("200 OK", "{}")]).await;
        let mut serve = traced(&hall, &collector.address.to_string());
        serve.env("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json");
        let server = Server::started(serve);
        let pass = hall.pass(&server, "cedar-1").await;
        let lobby = format!("{}api/lobby", pass.home);
        assert_eq!(get(server.address, &lobby, &[("cookie", &pass.cookie)]).await.status, 200);
        let mut cedar = hall.join(&server, "cedar-1").await;
        let mut olive = hall.join(&server, "olive-1").await;
        cedar.refused(&json!({"type": "open_list", "list": "statements"})).await;
        let texts = ["between ourselves", "and once more", "and at once"];
        for text in texts {
            // Some of them share an append.
            let (here, there) = (chat(text), chat(text));
            let both = tokio::join!(cedar.command_as(key(), &here), olive.command_as(key(), &there));
            assert!(both.0["type"] == "ack" && both.1["type"] == "ack", "{both:?}");
        }
        drop((cedar, olive));
        server.stop();

        let asked = collector.all();
        let spans = spans(&asked);
        let commands = named(&spans, "command");
        let done: BTreeSet<&str> = commands
            .iter()
            .filter(|span| attribute(span, "kind") == "send_message" && attribute(span, "answer") == "done")
            .map(|span| id(&span["spanId"]))
            .collect();
        assert_eq!(done.len(), 2 * texts.len(), "{commands:#?}");
        let appends = named(&spans, "append");
        let stored = appends.iter().flat_map(|append| {
            assert!(attribute(append, "entries").parse::<u32>().unwrap() > 0, "{append}");
            let tied = append["links"].as_array().into_iter().flatten().map(|link| id(&link["spanId"]));
            tied.chain(std::iter::once(id(&append["parentSpanId"])))
        });
        let stored: BTreeSet<&str> = stored.collect();
        assert!(done.is_subset(&stored), "each was stored by an append: {done:?} {stored:?}");
        assert!(appends.iter().any(|append| attribute(append, "stream") == "session/opening"));
        let refused: Vec<_> = commands.iter().filter(|span| attribute(span, "kind") == "open_list").collect();
        assert_eq!(refused.len(), 1);
        assert_eq!(attribute(refused[0], "answer"), "not_allowed");
        assert!(!stored.contains(id(&refused[0]["spanId"])));
        let calls = named(&spans, "call");
        let called = |route: &str, status: &str| {
            calls.iter().any(|call| {
                attribute(call, "http.route") == route
                    && attribute(call, "http.response.status_code") == status
            })
        };
        assert!(called("/as/{link}/api/lobby", "200"), "{calls:#?}");

        let link = pass.home.split('/').nth(2).unwrap().to_owned();
        let cookie = pass.cookie.split_once('=').unwrap().1.to_owned();
        let names = ["cedar-1", "olive-1", "Alice"].map(str::to_owned);
        let secret = texts.iter().map(|text| (*text).to_owned()).chain(names).chain([link, cookie]);
        for word in secret.chain(hall.secrets().cloned()) {
            assert!(asked.iter().all(|asked| find(&asked.body, word.as_bytes()).is_none()), "{word}");
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn traces_are_sent_in_the_form_that_all_collectors_take_unless_another_is_asked_for() {
        let hall = Hall::new();
        let mut collector = StandIn::answering(&[("200 OK", "")]).await;
        let server = Server::started(traced(&hall, &collector.address.to_string()));
        hall.join(&server, "cedar-1").await.say("hello").await;
        server.stop();
        let asked = collector.all();
        assert!(!asked.is_empty());
        for Asked { head, .. } in &asked {
            assert!(head.to_lowercase().contains("content-type: application/x-protobuf"), "{head}");
        }
        assert!(asked.iter().any(|asked| find(&asked.body, b"append").is_some()));
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn without_its_collector_the_server_serves_and_ends_as_ever() {
        let hall = Hall::new();
        let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let server = Server::expecting_errors(traced(&hall, &nobody.to_string()));
        let mut cedar = hall.join(&server, "cedar-1").await;
        cedar.say("hello").await;
        drop(cedar);
        server.terminate();
        let said = server.ended_telling("opentelemetry_sdk");
        assert!(said.iter().all(|line| !line.contains("hello")), "{said:?}");
    }
}
