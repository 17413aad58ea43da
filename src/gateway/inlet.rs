//! The socket of a client as the WebSocket protocol code reads it. What that writes (pong, close) goes through the outlet,
//! so that frames never mix; what comes compressed is handed on as it was before.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::{Buf as _, Bytes};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::client::WayOut as _;
use super::deflate::Inflater;
use super::outlet::Outlet;

/// Bytes of frames read at once where messages come compressed.
const READ_BYTES: usize = 1_024;

/// The way in from one client.
#[derive(Debug)]
pub struct Inlet {
    outlet: Arc<Outlet>,
    inflater: Option<Box<Inflater>>,
}

impl Inlet {
    /// For messages up to so many bytes; `read` was read already. With it comes what is to be taken for read of the inlet.
    pub fn new(outlet: Arc<Outlet>, read: Vec<u8>, bytes_max: usize) -> (Self, Vec<u8>) {
        if outlet.deflates() {
            let inflater = Some(Box::new(Inflater::new(bytes_max, &read)));
            (Self { outlet, inflater }, Vec::new())
        } else {
            (Self { outlet, inflater: None }, read)
        }
    }
}

impl AsyncRead for Inlet {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let Self { outlet, inflater } = self.get_mut();
        let Some(inflater) = inflater else {
            let read = ready!(outlet.poll_read(cx, buf.initialize_unfilled()))?;
            buf.advance(read);
            return Poll::Ready(Ok(()));
        };
        while inflater.ready().is_empty() {
            let mut frames = [0; READ_BYTES];
            let read = ready!(outlet.poll_read(cx, &mut frames))?;
            if read == 0 {
                return Poll::Ready(Ok(()));
            }
            inflater.take(frames.get(..read).unwrap_or_default());
        }
        let ready = inflater.ready();
        let handed_on = ready.len().min(buf.remaining());
        buf.put_slice(ready.get(..handed_on).unwrap_or_default());
        ready.advance(handed_on);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Inlet {
    fn poll_write(self: Pin<&mut Self>, _cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.outlet.send(&Bytes::copy_from_slice(buf));
        Poll::Ready(Ok(buf.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
