//! Links for everybody, and the cookies they are exchanged for, as a browser would.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context as _, bail};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::server::Program;

/// Connections that enter at the same time.
const AT_ONCE: usize = 4;
/// Largest answer to entering, in bytes.
const ANSWER_BYTES_MAX: usize = 4_096;

/// What a client joins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Path of the person's home: `/as/<link id>/`.
    pub home: String,
    /// The cookie: name and value.
    pub cookie: String,
}

/// Has a link issued to everybody in the conference file, and tells their secrets. `more`: where the log is, if not in the
/// folder.
///
/// # Errors
/// If the file or the place of the log cannot be used.
pub fn issue(program: &Program, file: &Path, data: &Path, more: &[String]) -> anyhow::Result<Vec<String>> {
    let issued = program.command(&["links", "issue"], file, data).args(more).output();
    let issued = issued.context("links cannot be issued")?;
    if !issued.status.success() {
        bail!("links were not issued: {}", String::from_utf8_lossy(&issued.stderr).trim());
    }
    Ok(secrets(&String::from_utf8(issued.stdout)?))
}

/// The secrets of a list of links, each at the end of its line.
pub fn secrets(list: &str) -> Vec<String> {
    list.lines().filter_map(|line| Some(line.split_once("/join#")?.1.trim().to_owned())).collect()
}

/// Exchanges each secret for a cookie over HTTP; the accounts stand in the order of the secrets.
///
/// # Errors
/// If the server refuses one.
pub async fn enter(address: SocketAddr, secrets: Vec<String>) -> anyhow::Result<Vec<Account>> {
    let waiting: RefCell<VecDeque<_>> = RefCell::new((0_u32..).zip(secrets).collect());
    let one_connection = || async {
        let mut tcp = TcpStream::connect(address).await.context("the server cannot be reached")?;
        let mut accounts = Vec::new();
        loop {
            let Some((number, secret)) = waiting.borrow_mut().pop_front() else { break };
            accounts.push((number, enter_one(&mut tcp, address, &secret).await?));
        }
        Ok(accounts)
    };
    let entered: anyhow::Result<Vec<Vec<(u32, Account)>>> =
        futures_util::future::try_join_all((0..AT_ONCE).map(|_| one_connection())).await;
    let mut accounts: Vec<_> = entered?.into_iter().flatten().collect();
    accounts.sort_unstable_by_key(|(number, _)| *number);
    Ok(accounts.into_iter().map(|(_, account)| account).collect())
}

/// Exchanges a secret for a cookie, by a connection that is there.
///
/// # Errors
/// If the server refuses it.
pub async fn enter_one(tcp: &mut TcpStream, address: SocketAddr, secret: &str) -> anyhow::Result<Account> {
    let body = format!("{{\"secret\":\"{secret}\"}}");
    let call = format!(
        "POST /api/enter HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n\
         {body}",
        body.len()
    );
    tcp.write_all(call.as_bytes()).await.context("the server hung up while somebody entered")?;
    let mut answer = Vec::new();
    while answer.len() < ANSWER_BYTES_MAX {
        if tcp.read_buf(&mut answer).await.context("the server hung up while somebody entered")? == 0 {
            break;
        }
        let text = String::from_utf8_lossy(&answer);
        // The body is `{"home":"…"}` and ends the answer.
        if text.ends_with("\"}") {
            return account(&text).with_context(|| format!("entering was answered with: {text}"));
        }
    }
    bail!("the answer to entering was not understood: {}", String::from_utf8_lossy(&answer))
}

fn account(answer: &str) -> Option<Account> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: "))?.split(';').next()?;
    let home = body.strip_prefix("{\"home\":\"")?.strip_suffix("\"}")?;
    Some(Account { home: home.to_owned(), cookie: cookie.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_stand_at_the_end_of_the_lines_of_a_list() {
        let list = "person,name,link\r\nana,Ana,http://127.0.0.1:8080/join#abc\r\nben,\"B, Ben\",https://x/join#de_f\r\n";
        assert_eq!(secrets(list), ["abc", "de_f"]);
    }

    #[test]
    fn an_answer_to_entering_gives_home_and_cookie() {
        let answer =
            "HTTP/1.1 200 OK\r\nset-cookie: plenary=1.x; Path=/as/a/; HttpOnly\r\n\r\n{\"home\":\"/as/a/\"}";
        let expected = Account { home: "/as/a/".to_owned(), cookie: "plenary=1.x".to_owned() };
        assert_eq!(account(answer), Some(expected));
        assert_eq!(account("HTTP/1.1 403 Forbidden\r\n\r\n{\"code\":\"link_unknown\"}"), None);
    }
}
