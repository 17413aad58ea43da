//! Entering by a personal link: what is let in, what is refused, and that secrets stand in no log.

use std::net::SocketAddr;

use serde_json::json;

use crate::client::{Client, chat};
use crate::http::{Answer, get, post};
use crate::lobby;
use crate::process::{Hall, Server, plenary};

/// A person's home and the cookie for it.
#[derive(Debug, Clone)]
pub struct Pass {
    /// `/as/<link id>/`.
    pub home: String,
    /// `name=value`, as a browser sends it.
    pub cookie: String,
}

/// Exchanges the secret of a link.
pub async fn enter(address: SocketAddr, secret: &str) -> Pass {
    let answer = try_enter(address, secret).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
    Pass { home: answer.json()["home"].as_str().unwrap().to_owned(), cookie }
}

pub async fn try_enter(address: SocketAddr, secret: &str) -> Answer {
    post(address, "/api/enter", &[], &json!({"secret": secret}).to_string()).await
}

async fn called(server: &Server, pass: &Pass, cookie: &str) -> Answer {
    get(server.address, &format!("{}api/lobby", pass.home), &[("cookie", cookie)]).await
}

#[tokio::test]
async fn a_link_is_exchanged_for_a_cookie_of_its_own_home() {
    let hall = Hall::new();
    let server = hall.open();
    let answer = try_enter(server.address, hall.secret("chair")).await;
    let home = answer.json()["home"].as_str().unwrap().to_owned();
    let set = answer.header("set-cookie");
    let attributes: Vec<&str> = set.split("; ").skip(1).collect();
    assert_eq!(attributes, [&format!("Path={home}"), "Max-Age=1209600", "HttpOnly", "SameSite=Strict"]);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(!home.contains(hall.secret("chair")));

    let pass = Pass { home, cookie: set.split(';').next().unwrap().to_owned() };
    let lobby = lobby::read(&server, &pass).await;
    assert_eq!(lobby::card(&lobby)["id"], "chair");
    let programme = lobby::programme(&lobby);
    let sessions: Vec<_> = programme.iter().map(|at| &at["id"]).collect();
    assert_eq!(sessions, ["opening", "closing"]);
}

#[tokio::test]
async fn a_public_address_by_https_makes_the_cookie_secure() {
    let hall = Hall::new();
    let mut command = plenary("serve", hall.data());
    let server = Server::started({
        command.args(["--public-url", "https://conference.example.org"]);
        command
    });
    let answer = try_enter(server.address, hall.secret("chair")).await;
    assert!(answer.header("set-cookie").ends_with("; Secure"), "{answer:?}");
}

#[tokio::test]
async fn who_has_no_link_is_refused() {
    let hall = Hall::new();
    let server = hall.open();
    let secret = hall.secret("chair");
    let (most, last) = secret.split_at(secret.len() - 1);
    let almost = format!("{most}{}", if last == "A" { "E" } else { "A" });
    for wrong in ["", "x", "é", &almost, &secret.to_lowercase(), &"A".repeat(3_000)] {
        let answer = try_enter(server.address, wrong).await;
        assert_eq!((answer.status, answer.code().as_str()), (403, "link_unknown"), "{wrong:?}");
        assert_eq!(answer.header("set-cookie"), "");
    }
}

#[tokio::test]
async fn a_call_that_is_not_understood_is_refused() {
    let hall = Hall::new();
    let server = hall.open();
    let huge = json!({"secret": "A".repeat(5_000)}).to_string();
    let answer = post(server.address, "/api/enter", &[], &huge).await;
    assert_eq!((answer.status, answer.code().as_str()), (413, "malformed"));
    let secret = hall.secret("chair");
    let (list, twice) =
        (json!([secret]).to_string(), format!(r#"{{"secret": "{secret}", "secret": "{secret}"}}"#));
    let bodies = ["", "{", "[]", "{}", r#"{"secret": 1}"#, r#"{"secret": "a", "more": 1}"#, r#""secret""#];
    for body in bodies.into_iter().chain([list.as_str(), &twice]) {
        let answer = post(server.address, "/api/enter", &[], body).await;
        assert_eq!((answer.status, answer.code().as_str()), (400, "malformed"), "{body:.40}");
    }
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let answer = crate::http::call(server.address, "POST", "/api/enter", &form, "secret=a").await;
    assert_eq!((answer.status, answer.code().as_str()), (400, "malformed"));
    assert_eq!(get(server.address, "/api/enter", &[]).await.status, 405);
}

#[tokio::test]
async fn another_sites_page_cannot_enter() {
    let hall = Hall::new();
    let server = hall.open();
    let body = json!({"secret": hall.secret("chair")}).to_string();
    let own = format!("http://{}", server.address);
    assert_eq!(post(server.address, "/api/enter", &[("origin", &own)], &body).await.status, 200);
    let longer = format!("{own}.example.org");
    for foreign in ["https://example.org", "null", "", "127.0.0.1", &longer] {
        let answer = post(server.address, "/api/enter", &[("origin", foreign)], &body).await;
        assert_eq!((answer.status, answer.code().as_str()), (403, "wrong_origin"), "{foreign:?}");
        assert_eq!(answer.header("set-cookie"), "");
    }
}

#[tokio::test]
async fn the_lobby_asks_for_the_cookie_of_its_link() {
    let hall = Hall::new();
    let server = hall.open();
    let alice = hall.pass(&server, "cedar-1").await;
    let bob = hall.pass(&server, "olive-1").await;
    assert_eq!(called(&server, &alice, &alice.cookie).await.status, 200);
    let both = format!("other=1; {}; {}", bob.cookie, alice.cookie);
    assert_eq!(called(&server, &alice, &both).await.status, 200, "one among others is found");

    for wrong in ["", "plenary=", "plenary=1.x", &bob.cookie, &tampered(&alice.cookie)] {
        let answer = called(&server, &alice, wrong).await;
        assert_eq!((answer.status, answer.code().as_str()), (401, "not_entered"), "{wrong:?}");
    }
    for home in ["/as/nobody/", "/as/%2e%2e/", "/as/a%0Ab/"] {
        let nobody = Pass { home: home.to_owned(), ..alice.clone() };
        assert_eq!(called(&server, &nobody, &alice.cookie).await.status, 401, "{home}");
    }
}

/// The cookie with its end put off by one millisecond.
pub fn tampered(cookie: &str) -> String {
    let (end, signed) = cookie.strip_prefix("plenary=").unwrap().split_once('.').unwrap();
    format!("plenary={}.{signed}", end.parse::<i64>().unwrap() + 1)
}

#[tokio::test]
async fn cookies_outlive_a_restart() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "cedar-1").await;
    server.stop();
    let server = hall.open();
    assert_eq!(called(&server, &pass, &pass.cookie).await.status, 200);
}

#[tokio::test]
async fn no_secret_and_no_cookie_stands_in_the_log() {
    let hall = Hall::new();
    let mut command = plenary("serve", hall.data());
    command.args(["--log", "trace"]);
    let server = Server::started(command);
    let mut cookies = Vec::new();
    for person in ["chair", "cedar-1", "observer-1"] {
        let pass = hall.pass(&server, person).await;
        assert_eq!(called(&server, &pass, &pass.cookie).await.status, 200);
        let mut client = Client::joined(server.address, &pass, None).await;
        client.done(&chat("hello")).await;
        cookies.push(pass.cookie.strip_prefix("plenary=").unwrap().to_owned());
    }
    let refused = try_enter(server.address, "a-secret-that-was-mistyped").await;
    assert_eq!(refused.status, 403);
    let said = server.stop().join("\n");
    assert!(said.contains("TRACE"), "everything is logged");
    for secret in hall.secrets().chain(&cookies).map(String::as_str).chain(["a-secret-that-was-mistyped"]) {
        assert!(!said.contains(secret), "{secret} was logged");
    }
}
