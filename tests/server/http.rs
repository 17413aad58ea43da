//! HTTP as bytes: one call on a connection of its own.

use std::net::SocketAddr;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::client::Stream;

/// Longest that anything here is waited for.
pub const PATIENCE: Duration = Duration::from_secs(40);

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
    /// The body as bytes: for what is no text.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The value of a header; empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(at, _)| at.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The stable code of a refused call.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap().to_owned()
    }
}

/// Gets a path.
pub async fn get(address: SocketAddr, path: &str, headers: &[(&str, &str)]) -> Answer {
    call(address, "GET", path, headers, "").await
}

/// Posts JSON to a path.
pub async fn post(address: SocketAddr, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let mut all = vec![("content-type", "application/json")];
    all.extend(headers);
    call(address, "POST", path, &all, body).await
}

/// Makes a call and reads the answer to its end.
pub async fn call(
    address: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: impl AsRef<[u8]>,
) -> Answer {
    let tcp = TcpStream::connect(address).await.unwrap();
    call_over(tcp, &address.to_string(), method, path, headers, body).await
}

/// As [`call`], over a stream made by the test.
pub async fn call_over(
    mut stream: impl Stream,
    host: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: impl AsRef<[u8]>,
) -> Answer {
    let body = body.as_ref();
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n");
    headers.iter().for_each(|(name, value)| head += &format!("{name}: {value}\r\n"));
    let head = format!("{head}content-length: {}\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).await.unwrap();
    // A server that will not read it all may hang up before.
    drop(stream.write_all(body).await);
    let mut read = Vec::new();
    let all = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut read)).await.expect("an answer in time");
    all.unwrap();
    parsed(&read)
}

/// Head and body of an answer.
pub fn parsed(read: &[u8]) -> Answer {
    let end = read.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.unwrap_or_else(|| panic!("no whole head: {:?}", String::from_utf8_lossy(read)));
    let (head, body) = (std::str::from_utf8(&read[..end]).unwrap(), &read[end + 4..]);
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap().parse().unwrap();
    let headers = lines.map(|line| {
        let (name, value) = line.split_once(':').unwrap();
        (name.to_owned(), value.trim().to_owned())
    });
    let mut answer = Answer { status, headers: headers.collect(), body: String::new(), bytes: body.to_vec() };
    if answer.header("transfer-encoding") == "chunked" {
        answer.bytes = joined(body);
    }
    answer.body = String::from_utf8_lossy(&answer.bytes).into_owned();
    answer
}

/// A body that came in chunks (RFC 9112 section 7.1), as far as it came.
fn joined(mut chunks: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(line) = chunks.windows(2).position(|two| two == b"\r\n") {
        let size = std::str::from_utf8(&chunks[..line]).unwrap();
        let size = usize::from_str_radix(size.split(';').next().unwrap().trim(), 16).unwrap();
        let rest = &chunks[line + 2..];
        body.extend(&rest[..size.min(rest.len())]);
        let Some(next) = rest.get(size + 2..).filter(|_| size > 0) else { break };
        chunks = next;
    }
    body
}
