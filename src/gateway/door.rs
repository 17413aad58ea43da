//! The one door: whatever comes by the server's port is told by its first bytes and led to who answers it.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::map_response;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use socket2::SockRef;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;

use super::answers::by_https;
use super::explains::Explains;
use super::first::{First, first};
use super::listen::stopped;
use super::places::Place;
use super::tls::{self, Tls};
use crate::media::Media;

/// How long the first bytes may take to arrive. Browsers connect before they need to, so it is not short.
const FIRST_WITHIN: Duration = Duration::from_secs(10);
/// How long what is sent may wait until the other end takes it. Else one who stopped reading, but not listening, could
/// hold a connection for ever.
const TAKEN_WITHIN: Duration = Duration::from_secs(60);
/// How long the handshake of TLS may take.
const HANDSHAKE_WITHIN: Duration = Duration::from_secs(10);
/// How long the head of a call may take to arrive.
pub const HEAD_WITHIN: Duration = Duration::from_secs(10);
/// Largest head of a call, in bytes.
pub const HEAD_BYTES_MAX: usize = 16 * 1024;
/// How long a call may still take when the server stops. Browsers hold connections without one, so it is short.
const ANSWER_WITHIN: Duration = Duration::from_secs(1);

/// Who answers what comes.
#[derive(Clone)]
pub struct Door {
    router: Router,
    tls: Option<TlsAcceptor>,
    /// Answers calls by TLS.
    sealed: Router,
    /// Answers calls without TLS where there is TLS.
    redirects: Router,
    media: Media,
}

impl Door {
    /// Leads calls to the routes, by TLS where there is a certificate, else by plain HTTP; and sound to its plane.
    /// `by_https_alone`: whoever came by TLS once is to come by nothing else.
    pub fn new(router: Router, tls: Option<&Tls>, by_https_alone: bool, media: Media) -> Self {
        let sealed =
            if by_https_alone { router.clone().layer(map_response(by_https)) } else { router.clone() };
        Self { router, tls: tls.map(Tls::acceptor), sealed, redirects: tls::redirects(), media }
    }

    /// Answers a connection until it ends or the server stops.
    pub async fn let_in(self, mut tcp: TcpStream, place: Arc<Place>, mut stopping: watch::Receiver<bool>) {
        let begun = tokio::select! {
            begun = within(FIRST_WITHIN, begin(&mut tcp)) => begun,
            () = stopped(&mut stopping) => return,
        };
        let answered = match begun {
            Ok(First::Http) => match &self.tls {
                None => answer(tcp, self.router, place, stopping).await,
                Some(_) => answer(tcp, self.redirects, place, stopping).await,
            },
            Ok(First::Tls) => self.sealed(tcp, place, stopping).await,
            Ok(First::Sound(read)) => {
                self.media.accept_tcp(tcp, read);
                Ok(())
            }
            Err(error) => Err(error),
        };
        if let Err(error) = answered {
            tracing::debug!(%error, "a connection ended with an error");
        }
    }

    async fn sealed(
        self,
        tcp: TcpStream,
        place: Arc<Place>,
        mut stopping: watch::Receiver<bool>,
    ) -> io::Result<()> {
        let tls = self.tls.ok_or(io::ErrorKind::Unsupported)?;
        let stream = tokio::select! {
            stream = within(HANDSHAKE_WITHIN, tls.accept(tcp)) => stream?,
            () = stopped(&mut stopping) => return Ok(()),
        };
        answer(stream, self.sealed, place, stopping).await
    }
}

/// What is sent goes at once, and whoever takes nothing in is given up; then who speaks.
async fn begin(tcp: &mut TcpStream) -> io::Result<First> {
    tcp.set_nodelay(true)?;
    SockRef::from(&*tcp).set_tcp_user_timeout(Some(TAKEN_WITHIN))?;
    first(tcp).await
}

async fn answer<S>(
    stream: S,
    router: Router,
    place: Arc<Place>,
    mut stopping: watch::Receiver<bool>,
) -> io::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let router = TowerToHyperService::new(router);
    // Each call knows on which connection it comes.
    let router = service_fn(move |mut call: Request<Incoming>| {
        call.extensions_mut().insert(place.clone());
        router.call(call)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WITHIN)
        .max_buf_size(HEAD_BYTES_MAX)
        .serve_connection(TokioIo::new(Explains::new(stream)), router)
        .with_upgrades();
    let mut connection = std::pin::pin!(connection);
    let answered = tokio::select! {
        answered = connection.as_mut() => answered,
        () = stopped(&mut stopping) => {
            connection.as_mut().graceful_shutdown();
            tokio::time::timeout(ANSWER_WITHIN, connection).await.unwrap_or(Ok(()))
        }
    };
    answered.map_err(io::Error::other)
}

async fn within<T>(time: Duration, done: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    tokio::time::timeout(time, done).await.unwrap_or(Err(io::ErrorKind::TimedOut.into()))
}
