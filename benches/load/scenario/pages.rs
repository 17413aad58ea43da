//! The page as a browser fetches it: the way in, the client's files, the lobby; each file once, by one connection.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use anyhow::{Context as _, bail};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::super::entering::{self, Account};

/// Largest answer, in bytes.
const ANSWER_BYTES_MAX: usize = 4 << 20;
/// Most files that a page has.
const FILES_MAX: usize = 200;

/// The files that the page needs before the lobby is drawn: those that it names, and what these import.
///
/// # Errors
/// If the server does not have them.
pub async fn files(address: SocketAddr) -> anyhow::Result<Vec<String>> {
    let mut tcp = TcpStream::connect(address).await.context("the server cannot be reached")?;
    let page = get(&mut tcp, address, "/join", None, false).await?;
    let mut waiting: Vec<String> = named(&String::from_utf8_lossy(&page), "/assets/");
    let mut found: BTreeSet<String> = waiting.iter().cloned().collect();
    while let Some(file) = waiting.pop() {
        if !file.ends_with(".js") || found.len() > FILES_MAX {
            continue;
        }
        let script = get(&mut tcp, address, &file, None, false).await?;
        for import in imported(&String::from_utf8_lossy(&script)) {
            let import = format!("/assets/{import}");
            if found.insert(import.clone()) {
                waiting.push(import);
            }
        }
    }
    Ok(found.into_iter().collect())
}

/// A text at an address.
///
/// # Errors
/// If it is not there.
pub async fn read(address: SocketAddr, path: &str) -> anyhow::Result<String> {
    let mut tcp = TcpStream::connect(address).await.context("the server cannot be reached")?;
    let text = get(&mut tcp, address, path, None, false).await?;
    String::from_utf8(text).context("it is no text")
}

/// Somebody opens their link for the first time. Tells what they join with, and the bytes that came.
///
/// # Errors
/// If the server does not answer as it should.
pub async fn visit(address: SocketAddr, files: &[String], secret: &str) -> anyhow::Result<(Account, usize)> {
    let mut tcp = TcpStream::connect(address).await.context("the server cannot be reached")?;
    tcp.set_nodelay(true).context("the server cannot be reached")?;
    let mut bytes = get(&mut tcp, address, "/join", None, true).await?.len();
    for file in files {
        bytes += get(&mut tcp, address, file, None, true).await?.len();
    }
    let account = entering::enter_one(&mut tcp, address, secret).await?;
    let lobby = format!("{}api/lobby", account.home);
    bytes += get(&mut tcp, address, &lobby, Some(&account.cookie), true).await?.len();
    Ok((account, bytes))
}

async fn get(
    tcp: &mut TcpStream,
    address: SocketAddr,
    path: &str,
    cookie: Option<&str>,
    compressed: bool,
) -> anyhow::Result<Vec<u8>> {
    let cookie = cookie.map_or_else(String::new, |cookie| format!("cookie: {cookie}\r\n"));
    let encoding = if compressed { "accept-encoding: gzip\r\n" } else { "" };
    let call = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\n{cookie}{encoding}\r\n");
    tcp.write_all(call.as_bytes()).await.with_context(|| format!("the server hung up before {path}"))?;
    let mut answer = Vec::new();
    loop {
        if let Some(body) = body(&answer).with_context(|| format!("{path} was not answered as it should"))? {
            return Ok(body);
        }
        let read =
            tcp.read_buf(&mut answer).await.with_context(|| format!("the server hung up in {path}"))?;
        if read == 0 || answer.len() > ANSWER_BYTES_MAX {
            bail!("the answer to {path} has no end");
        }
    }
}

/// The body of an answer, if it has come whole.
fn body(answer: &[u8]) -> anyhow::Result<Option<Vec<u8>>> {
    const END: &[u8] = b"\r\n\r\n";
    let Some(end) = answer.windows(END.len()).position(|four| four == END) else { return Ok(None) };
    let (head, rest) = answer.split_at(end + END.len());
    let head = String::from_utf8_lossy(head).to_lowercase();
    if !head.starts_with("http/1.1 200") {
        bail!("{}", head.lines().next().unwrap_or_default());
    }
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    if let Some(length) = length {
        let length: usize = length.trim().parse().context("a length is a number")?;
        return Ok(rest.get(..length).map(<[u8]>::to_vec));
    }
    Ok(chunks(rest))
}

/// What is written in chunks (RFC 9112 section 7.1), if it has come whole.
fn chunks(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n")?;
        let (size, behind) = rest.split_at(line);
        let size = usize::from_str_radix(std::str::from_utf8(size).ok()?.trim(), 16).ok()?;
        whole.extend_from_slice(behind.get(2..2 + size)?);
        rest = behind.get(2 + size + 2..)?;
        if size == 0 {
            return Some(whole);
        }
    }
}

/// Addresses in quotes that begin so.
fn named(page: &str, beginning: &str) -> Vec<String> {
    page.split('"').filter(|text| text.starts_with(beginning)).map(str::to_owned).collect()
}

/// Files beside it that a script cannot do without.
fn imported(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    for opening in ["from\"./", "import\"./"] {
        for (at, _) in script.match_indices(opening) {
            let behind = script.get(at + opening.len()..).unwrap_or_default();
            found.extend(behind.split('"').next().map(str::to_owned));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_whole_when_its_length_or_its_last_chunk_has_come() {
        let whole = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
        assert_eq!(body(whole).unwrap(), Some(b"hi".to_vec()));
        assert_eq!(body(&whole[..whole.len() - 1]).unwrap(), None);
        let chunked = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n";
        assert_eq!(body(chunked).unwrap(), Some(b"abcd".to_vec()));
        assert_eq!(body(&chunked[..chunked.len() - 4]).unwrap(), None);
        assert!(body(b"HTTP/1.1 404 Not Found\r\n\r\n").is_err());
    }

    #[test]
    fn a_page_names_its_files_and_a_script_what_it_imports() {
        let page = "<link href=\"/assets/core-x.css\"><script src=\"/assets/core-y.js\"></script><a href=\"/public/\">";
        assert_eq!(named(page, "/assets/"), ["/assets/core-x.css", "/assets/core-y.js"]);
        assert_eq!(
            imported("import{a}from\"./svelte-1.js\";import\"./x.js\";import(\"./later.js\")"),
            ["svelte-1.js", "x.js"]
        );
    }
}
