//! A wire that asks the servers for another fence than the log does: for the proof that the races can be lost. The stream of a
//! log has one subject, so both fences have the same number.

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader, copy};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

const OF_THE_STREAM: &str = "Nats-Expected-Last-Sequence:";
const OF_THE_SUBJECT: &str = "Nats-Expected-Last-Subject-Sequence:";

/// The address of a wire to a server on which each append is fenced by its subject.
pub async fn of_the_subject(server: &str) -> String {
    let server = server.strip_prefix("nats://").unwrap().to_owned();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((log, _)) = listener.accept().await {
            let Ok(server) = TcpStream::connect(&server).await else { continue };
            let ((from_log, mut to_log), (mut from_server, to_server)) =
                (log.into_split(), server.into_split());
            tokio::spawn(async move { copy(&mut from_server, &mut to_log).await });
            tokio::spawn(rewritten(BufReader::new(from_log), to_server));
        }
    });
    format!("nats://{address}")
}

/// Passes on what the log says, with the other fence; until either ends.
async fn rewritten(mut from: BufReader<OwnedReadHalf>, mut to: OwnedWriteHalf) -> std::io::Result<()> {
    loop {
        let mut line = String::new();
        if from.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let length = match words[..] {
            ["PUB" | "HPUB", .., length] => length.parse::<usize>().unwrap() + 2,
            _ => 0,
        };
        let mut payload = vec![0; length];
        from.read_exact(&mut payload).await?;
        if words.first() == Some(&"HPUB") {
            let headers: usize = words[words.len() - 2].parse().unwrap();
            let text = std::str::from_utf8(&payload[..headers]).unwrap();
            let text = text.replace(OF_THE_STREAM, OF_THE_SUBJECT);
            let more = text.len() - headers;
            let subjects = words[..words.len() - 2].join(" ");
            line = format!("{subjects} {} {}\r\n", text.len(), length - 2 + more);
            payload = [text.as_bytes(), &payload[headers..]].concat();
        }
        to.write_all(line.as_bytes()).await?;
        to.write_all(&payload).await?;
    }
}
