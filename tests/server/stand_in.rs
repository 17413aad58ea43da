//! A service of others over HTTP, for which something answers here what a test says.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use crate::http::PATIENCE;

/// What a stand-in was asked.
pub struct Asked {
    /// The line and the headers.
    pub head: String,
    pub body: Vec<u8>,
}

impl Asked {
    /// The value of a field of the form.
    pub fn field(&self, name: &str) -> Option<Vec<u8>> {
        let boundary = self.head.split("boundary=").nth(1)?.split_whitespace().next()?;
        let parting = format!("--{boundary}");
        let mut from = 0;
        let mut parts = Vec::new();
        while let Some(at) = find(&self.body[from..], parting.as_bytes()) {
            parts.push(&self.body[from..from + at]);
            from += at + parting.len();
        }
        let part =
            parts.into_iter().find(|part| find(part, format!("name=\"{name}\"").as_bytes()).is_some())?;
        let value = find(part, b"\r\n\r\n")? + 4;
        Some(part[value..part.len() - 2].to_vec())
    }
}

/// Where bytes stand within others.
pub fn find(within: &[u8], wanted: &[u8]) -> Option<usize> {
    within.windows(wanted.len()).position(|at| at == wanted)
}

/// A service that answers each call with the next of its answers, and the last again and again.
pub struct StandIn {
    pub address: SocketAddr,
    asked: mpsc::UnboundedReceiver<Asked>,
    /// How many calls came.
    pub calls: Arc<AtomicUsize>,
}

impl StandIn {
    pub async fn answering(answers: &[(&'static str, &'static str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (told, asked) = mpsc::unbounded_channel();
        let calls = Arc::new(AtomicUsize::new(0));
        let (answers, counted) = (answers.to_vec(), calls.clone());
        tokio::spawn(async move {
            while let Ok((tcp, _)) = listener.accept().await {
                let number = counted.fetch_add(1, Ordering::SeqCst);
                let (status, body) = answers[number.min(answers.len() - 1)];
                if let Some(call) = answered(tcp, status, body).await {
                    drop(told.send(call));
                }
            }
        });
        Self { address, asked, calls }
    }

    /// All that was asked and is not told yet.
    pub fn all(&mut self) -> Vec<Asked> {
        std::iter::from_fn(|| self.asked.try_recv().ok()).collect()
    }

    /// The next that is asked.
    pub async fn next(&mut self) -> Asked {
        tokio::time::timeout(PATIENCE, self.asked.recv()).await.expect("it is asked in time").unwrap()
    }
}

async fn answered(mut tcp: TcpStream, status: &str, body: &str) -> Option<Asked> {
    let mut read = Vec::new();
    let head = loop {
        if tcp.read_buf(&mut read).await.ok()? == 0 {
            return None;
        }
        if let Some(at) = find(&read, b"\r\n\r\n") {
            break at + 4;
        }
    };
    let text = String::from_utf8(read[..head].to_vec()).unwrap();
    let length = text
        .to_lowercase()
        .lines()
        .find_map(|line| Some(line.strip_prefix("content-length:")?.trim().to_owned()));
    let length: usize = length.expect("its length is told").parse().unwrap();
    while read.len() < head + length {
        if tcp.read_buf(&mut read).await.ok()? == 0 {
            return None;
        }
    }
    let answer = format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    );
    tcp.write_all(answer.as_bytes()).await.ok()?;
    Some(Asked { head: text, body: read[head..].to_vec() })
}
