//! What the HTTP library refuses by itself, before any route sees it, it answers with a bare status: a head that is no
//! HTTP, or too long. On its way out such an answer gets the body that every refusal has.

use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf as _, Bytes};
use memchr::memmem;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::wire::http::{Problem, ProblemCode};

/// What the library says of the body that it does not give.
const NO_BODY: &[u8] = b"content-length: 0\r\n";

/// A stream of HTTP that explains refusals.
pub struct Explains<S> {
    inner: S,
    /// What is to be written first.
    left: Bytes,
}

impl<S> Explains<S> {
    /// Over a stream.
    pub fn new(inner: S) -> Self {
        Self { inner, left: Bytes::new() }
    }

    /// The stream beneath.
    pub fn into_inner(self) -> S {
        self.inner
    }
}

impl<S: AsyncWrite + Unpin> Explains<S> {
    fn poll_left(&mut self, task: &mut Context<'_>) -> Poll<io::Result<()>> {
        while self.left.has_remaining() {
            let written = ready!(Pin::new(&mut self.inner).poll_write(task, &self.left))?;
            if written == 0 {
                return Poll::Ready(Err(ErrorKind::WriteZero.into()));
            }
            self.left.advance(written);
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Explains<S> {
    fn poll_write(mut self: Pin<&mut Self>, task: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        ready!(self.poll_left(task))?;
        if let Some(explained) = explained(bytes) {
            self.left = explained;
            return Poll::Ready(Ok(bytes.len()));
        }
        Pin::new(&mut self.inner).poll_write(task, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        task: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        ready!(self.poll_left(task))?;
        if let Some((head, explained)) = parts.first().and_then(|head| Some((head, explained(head)?))) {
            self.left = explained;
            return Poll::Ready(Ok(head.len()));
        }
        Pin::new(&mut self.inner).poll_write_vectored(task, parts)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_left(task))?;
        Pin::new(&mut self.inner).poll_flush(task)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_left(task))?;
        Pin::new(&mut self.inner).poll_shutdown(task)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Explains<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        task: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(task, into)
    }
}

/// The answer with a body, where this is one that the library gives by itself: of those with a body of ours, none is
/// empty.
fn explained(head: &[u8]) -> Option<Bytes> {
    let remedy = match head.strip_prefix(b"HTTP/1.")?.get(1..5)? {
        b" 400" => "this is no call by HTTP/1.1; look at how its first line and its headers are written",
        b" 414" => "the address is too long",
        b" 431" => "the head is too long; send at most 16 KiB of it",
        _other => return None,
    };
    let end = head.strip_suffix(b"\r\n\r\n").map(|_| head.len())?;
    let at = memmem::find(head, NO_BODY)?;
    let problem = Problem { code: ProblemCode::Malformed, message: remedy.to_owned() };
    let body = serde_json::to_vec(&problem).ok()?;
    let lines = format!(
        "content-type: application/json\r\ncache-control: no-store\r\ncontent-length: {}\r\n",
        body.len()
    );
    let (before, after) = (head.get(..at)?, head.get(at + NO_BODY.len()..end)?);
    Some([before, lines.as_bytes(), after, &body].concat().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_refusal_gets_a_body_and_nothing_else_is_touched() {
        let bare = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\ndate: x\r\n\r\n";
        let explained_ = explained(bare).expect("it is explained");
        let text = String::from_utf8(explained_.to_vec()).expect("text");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        assert!(head.contains(&format!("content-length: {}", body.len())), "{text}");
        assert!(head.ends_with("date: x") && head.contains("cache-control: no-store"), "{text}");
        assert!(body.starts_with(r#"{"code":"malformed","message":"the head is too long"#), "{text}");
        for other in [
            &b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"[..],
            b"HTTP/1.1 400 Bad Request\r\ncontent-length: 07\r\n\r\n{\"a\":1}",
            b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n",
            b"content-length: 0\r\n\r\n",
            b"",
        ] {
            assert_eq!(explained(other), None, "{}", String::from_utf8_lossy(other));
        }
    }
}
