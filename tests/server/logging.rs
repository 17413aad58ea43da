//! What the server logs: lines that tell which connection and which call they are of, and nothing of what people say, who they
//! are, or what lets them in.

use serde_json::{Value, json};

use crate::http::{get, post};
use crate::process::{Hall, Server};

/// Serves with these arguments while people come, write, are refused, and come by a wrong way; gives all that was logged, and
/// what must not be in it.
async fn logged(args: &[&str]) -> (Vec<String>, Vec<String>) {
    let hall = Hall::new();
    let mut serve = hall.serve();
    serve.args(args);
    let server = Server::started(serve);
    let pass = hall.pass(&server, "cedar-1").await;
    let mut cedar = hall.join(&server, "cedar-1").await;
    cedar.say("between ourselves").await;
    cedar.refused(&json!({"type": "open_list", "list": "statements"})).await;
    cedar.send(&json!({"type": "nonsense", "text": "not for the log"})).await;
    cedar.until(&["refused"]).await;
    let wrong = json!({"secret": "a-secret-that-is-wrong"}).to_string();
    assert_eq!(post(server.address, "/api/enter", &[], &wrong).await.status, 403);
    // A page of another server: an operator is told.
    let elsewhere = [("origin", "https://elsewhere.example")];
    let right = json!({"secret": hall.secret("cedar-1")}).to_string();
    assert_eq!(post(server.address, "/api/enter", &elsewhere, &right).await.status, 403);
    assert_eq!(
        get(server.address, &format!("{}api/lobby", pass.home), &[("cookie", &pass.cookie)]).await.status,
        200
    );
    drop(cedar);
    let link = pass.home.split('/').nth(2).unwrap().to_owned();
    let cookie = pass.cookie.split_once('=').unwrap().1.to_owned();
    let mut secret: Vec<String> =
        ["between ourselves", "not for the log", "a-secret-that-is-wrong", "cedar", "Alice"]
            .map(str::to_owned)
            .into();
    secret.extend([link, cookie]);
    secret.extend(hall.secrets().cloned());
    (server.stop(), secret)
}

#[tokio::test]
async fn at_the_usual_level_nothing_personal_is_logged() {
    for args in [&[][..], &["--log-format", "json"]] {
        let (lines, secrets) = logged(args).await;
        assert!(lines.len() >= 4, "{lines:#?}");
        for line in &lines {
            let told = secrets.iter().find(|secret| line.contains(*secret));
            assert_eq!(told, None, "{line}");
        }
    }
}

#[tokio::test]
async fn a_line_tells_which_connection_and_which_call_it_is_of() {
    let (lines, _) = logged(&[]).await;
    let refused = lines.iter().find(|line| line.contains("elsewhere.example")).expect("the operator is told");
    assert!(refused.contains("connection{connection=") && refused.contains(":request{request="), "{refused}");

    let (lines, _) = logged(&["--log-format", "json"]).await;
    let lines: Vec<Value> =
        lines.iter().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    let refused = lines
        .iter()
        .find(|line| line["origin"] == "https://elsewhere.example")
        .expect("the operator is told");
    assert_eq!((&refused["level"], refused["message"].is_string()), (&json!("WARN"), true), "{refused}");
    let ids = |name: &str| {
        let spans = refused["spans"].as_array().into_iter().flatten();
        spans.filter_map(|span| span[name].as_u64()).collect::<Vec<_>>()
    };
    assert_eq!((ids("connection").len(), ids("request").len()), (1, 1), "{refused}");
}
