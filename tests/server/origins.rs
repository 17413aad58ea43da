//! Pages of the server's own address, and others: as proxies write `Host`, and as browsers write `Origin`.

use serde_json::json;
use tokio::net::TcpStream;

use crate::entering::Pass;
use crate::http::{Answer, call_over};
use crate::process::{Hall, Server, plenary};
use crate::raw::{handshake, shake};

/// Origin, host, public address (empty for none given), and whether the page is let in.
const PAGES: [(&str, &str, &str, bool); 13] = [
    ("https://conf.example", "conf.example", "", true),
    ("https://conf.example", "conf.example:443", "", true),
    ("http://conf.example", "conf.example:80", "", true),
    ("https://conf.example:443", "conf.example", "", true),
    ("https://CONF.EXAMPLE", "conf.example", "", true),
    ("https://conf.example", "CONF.EXAMPLE", "", true),
    ("https://conf.example", "127.0.0.1:8400", "https://conf.example", true),
    ("https://conf.example:8443", "conf.example", "https://conf.example:8443", true),
    ("https://elsewhere.example", "conf.example", "https://conf.example", false),
    ("null", "conf.example", "https://conf.example", false),
    ("https://conf.example.elsewhere.example", "conf.example", "https://conf.example", false),
    ("https://conf.example:8443", "conf.example:9443", "", false),
    ("https://conf.example:8443", "conf.example:9443", "https://conf.example", false),
];

fn open(hall: &Hall, public: &str) -> Server {
    let mut command = plenary("serve", hall.data());
    if !public.is_empty() {
        command.args(["--public-url", public]);
    }
    Server::started(command)
}

/// A call of a page, by the name that the proxy gives.
async fn of_page(server: &Server, method: &str, path: &str, page: (&str, &str, &str), body: &str) -> Answer {
    let (origin, host, cookie) = page;
    let tcp = TcpStream::connect(server.address).await.unwrap();
    let headers = [("origin", origin), ("cookie", cookie), ("content-type", "application/json")];
    call_over(tcp, host, method, path, &headers, body).await
}

/// What each door answers to a page: entering, the three sockets, making a link, handing in.
async fn doors(server: &Server, hall: &Hall, pass: &Pass, origin: &str, host: &str) -> Vec<(u16, String)> {
    let (page, home) = ((origin, host, pass.cookie.as_str()), &pass.home);
    let mut answers = Vec::new();
    let secret = json!({"secret": hall.secret("secretariat")}).to_string();
    answers.push(of_page(server, "POST", "/api/enter", page, &secret).await);
    for (path, subprotocol) in
        [("ws/opening", "plenary.v1"), ("ws", "plenary.v1"), ("sound/opening", "plenary.sound.v1")]
    {
        let mut headers = handshake(host, &pass.cookie);
        headers.retain(|(name, _)| *name != "sec-websocket-protocol");
        headers.extend([("sec-websocket-protocol", subprotocol), ("origin", origin)]);
        answers.push(shake(server.address, &format!("{home}{path}"), &headers).await.0);
    }
    let person = json!({"person": "nobody"}).to_string();
    answers.push(of_page(server, "POST", &format!("{home}api/links/opening"), page, &person).await);
    answers.push(of_page(server, "PUT", &format!("{home}api/prerecorded/opening/r1"), page, "").await);
    let code = |answer: &Answer| {
        let is_problem = answer.status >= 400;
        (answer.status, if is_problem { answer.code() } else { String::new() })
    };
    answers.iter().map(code).collect()
}

#[tokio::test]
async fn every_door_lets_in_pages_of_its_own_address_and_no_others() {
    for public in ["", "https://conf.example", "https://conf.example:8443"] {
        let hall = Hall::new();
        let server = open(&hall, public);
        let pass = hall.pass(&server, "secretariat").await;
        for (origin, host, _, own) in PAGES.into_iter().filter(|(.., of, _)| *of == public) {
            let met = doors(&server, &hall, &pass, origin, host).await;
            if own {
                let through: Vec<_> = met.iter().map(|(status, _)| *status).collect();
                assert_eq!(through, [200, 101, 101, 101, 404, 409], "{origin} calls {host}: {met:?}");
            } else {
                let refused = (403, "wrong_origin".to_owned());
                assert!(met.iter().all(|met| *met == refused), "{origin} calls {host}: {met:?}");
            }
        }
    }
}

#[tokio::test]
async fn whoever_runs_the_server_is_told_once_of_a_page_that_is_refused_and_why() {
    let hall = Hall::new();
    let server = open(&hall, "");
    let pass = hall.pass(&server, "secretariat").await;
    for _ in 0..3 {
        doors(&server, &hall, &pass, "https://conf.example", "127.0.0.1:8400").await;
    }
    let told: Vec<_> = server.stop().into_iter().filter(|line| line.contains("WARN")).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    for word in ["https://conf.example", "127.0.0.1:8400", "--public-url", "Host"] {
        assert!(told[0].contains(word), "{word}: {told:?}");
    }
}

#[tokio::test]
async fn whoever_runs_the_server_is_told_that_no_cookie_will_be_kept() {
    let hall = Hall::new();
    let server = open(&hall, "https://conf.example");
    let secret = json!({"secret": hall.secret("chair")}).to_string();
    let at = server.address.to_string();
    let local = format!("http://{at}");
    for (origin, host) in [("https://conf.example", "conf.example"), (local.as_str(), at.as_str())] {
        let page = (origin, host, "");
        assert_eq!(of_page(&server, "POST", "/api/enter", page, &secret).await.status, 200);
    }
    let by_http = ("http://192.0.2.7:8400", "192.0.2.7:8400", "");
    assert_eq!(of_page(&server, "POST", "/api/enter", by_http, &secret).await.status, 200);
    let told: Vec<_> = server.stop().into_iter().filter(|line| line.contains("WARN")).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("http://192.0.2.7:8400") && told[0].contains("--public-url"), "{told:?}");
}
