//! The scanner for viruses: a stand-in for clamd over real sockets, which looks at what it is shown and for its own word in it.

use std::sync::{Arc, Mutex};

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::client::Client;
use crate::clips::files;
use crate::entering::Pass;
use crate::http::{Answer, call};
use crate::process::{Hall, Server};

/// What the stand-in takes for a virus.
const FOUND: &[u8] = b"a word that only the stand-in minds";

/// Speaks as clamd does when it is asked by INSTREAM: parts with their lengths, then a part of none; tells what it was shown.
async fn looks(mut asker: TcpStream, shown: Arc<Mutex<Vec<Vec<u8>>>>) {
    let mut asked = [0; 10];
    asker.read_exact(&mut asked).await.unwrap();
    assert_eq!(&asked, b"zINSTREAM\0");
    let mut whole = Vec::new();
    loop {
        let length = asker.read_u32().await.unwrap();
        if length == 0 {
            break;
        }
        let mut part = vec![0; length as usize];
        asker.read_exact(&mut part).await.unwrap();
        whole.extend(part);
    }
    let found = whole.windows(FOUND.len()).any(|window| window == FOUND);
    let answer: &[u8] = if found { b"stream: Stand-In.Word FOUND\0" } else { b"stream: OK\0" };
    shown.lock().unwrap().push(whole);
    asker.write_all(answer).await.unwrap();
}

async fn give(server: &Server, pass: &Pass, bytes: &[u8]) -> Answer {
    let path = format!("{}api/documents/agenda/en?name=agenda.txt", pass.home);
    call(server.address, "PUT", &path, &[("cookie", &pass.cookie)], bytes).await
}

#[tokio::test]
async fn each_file_is_shown_to_the_scanner_and_none_is_kept_that_it_minds_or_has_not_seen() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let shown = Arc::new(Mutex::new(Vec::new()));
    let scanning = tokio::spawn({
        let shown = shown.clone();
        async move {
            while let Ok((asker, _)) = listener.accept().await {
                tokio::spawn(looks(asker, shown.clone()));
            }
        }
    });
    let hall = Hall::new();
    let mut command = hall.serve();
    command.arg("--scan-with").arg(address.to_string());
    let server = Server::expecting_errors(command);
    let pass = hall.pass(&server, "secretariat").await;
    let mut desk = Client::joined_in(server.address, &pass, "opening").await;
    desk.done(&json!({"type": "add_document", "document": "agenda", "of": {"of": "conference"},
                      "title": {"en": "Agenda"}, "symbol": ""}))
        .await;

    let minded = [b"Item 1: ", FOUND].concat();
    let refused = give(&server, &pass, &minded).await;
    assert_eq!((refused.status, refused.code().as_str()), (422, "not_clean"));
    assert!(refused.body.contains("Stand-In.Word"), "{}", refused.body);
    assert!(files(&hall).is_empty(), "nothing of it is kept: {:?}", files(&hall));
    // Larger than one part of what the scanner is sent.
    let clean = "Adoption of the agenda. ".repeat(10_000);
    assert_eq!(give(&server, &pass, clean.as_bytes()).await.status, 200);
    assert_eq!(*shown.lock().unwrap(), [minded, clean.into_bytes()]);
    assert_eq!(files(&hall).len(), 1);

    // Nobody looks: nothing is taken.
    scanning.abort();
    assert!(scanning.await.unwrap_err().is_cancelled());
    let refused = give(&server, &pass, b"Item 2").await;
    assert_eq!((refused.status, refused.code().as_str()), (503, "unavailable"));
    assert_eq!(files(&hall).len(), 1);
}
