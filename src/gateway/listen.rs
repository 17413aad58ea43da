//! Listening and accepting.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use socket2::{Domain, Protocol, Socket, Type};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tracing::Instrument as _;

use super::door::Door;
use super::operator::Operator;
use super::places::Places;

/// Connections the system holds until they are accepted. With the usual 128, a thousand joins at once took ten
/// times as long, for retried connections.
const BACKLOG: i32 = 4_096;
/// How long connections may take to end when the server stops.
const WIND_DOWN: Duration = Duration::from_secs(5);

/// Why the server cannot listen.
#[derive(Debug, thiserror::Error)]
pub enum ListenFault {
    /// Another program has the port.
    #[error("{address} is in use by another program: stop it, or name another address with --listen.")]
    InUse {
        /// The address.
        address: SocketAddr,
    },
    /// This user may not.
    #[error("{address} may not be listened on by this user: name a port above 1023 with --listen.")]
    NotAllowed {
        /// The address.
        address: SocketAddr,
    },
    /// Anything else.
    #[error("{address} cannot be listened on ({reason}): name another address with --listen.")]
    Other {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        reason: io::Error,
    },
}

/// Listens on an address.
///
/// # Errors
/// The [`ListenFault`] that says what to do.
pub fn bind(address: SocketAddr) -> Result<TcpListener, ListenFault> {
    listen(address).map_err(|reason| {
        let kind = reason.kind();
        if kind == io::ErrorKind::AddrInUse {
            ListenFault::InUse { address }
        } else if kind == io::ErrorKind::PermissionDenied {
            ListenFault::NotAllowed { address }
        } else {
            ListenFault::Other { address, reason }
        }
    })
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    socket.set_reuse_address(true)?;
    socket.set_nonblocking(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    TcpListener::from_std(socket.into())
}

/// Accepts connections for as long as it is polled. Each holds a clone of `stopping` until it ends.
pub(super) async fn accept(
    listener: TcpListener,
    door: Door,
    places: &Arc<Places>,
    operator: &Operator,
    stopping: watch::Receiver<bool>,
) {
    loop {
        match listener.accept().await {
            Ok((tcp, peer)) => {
                let place = places.take(peer.ip());
                let span = tracing::info_span!("connection", connection = place.number());
                let let_in = door.clone().let_in(tcp, place.clone(), stopping.clone());
                let connection = tokio::spawn(let_in.instrument(span));
                place.ends_by(connection.abort_handle());
            }
            Err(error) => {
                // Too many open files, most likely: connections end, so waiting helps where spinning would not.
                operator.no_more_files(&error);
                places.make_room();
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

/// Ready once the server stops.
pub(super) async fn stopped(stopping: &mut watch::Receiver<bool>) {
    // Without a sender nothing is served any more either.
    drop(stopping.wait_for(|stopping| *stopping).await);
}

/// Waits until all connections have ended, but not for ever.
pub(super) async fn wind_down(stops: watch::Sender<bool>) {
    if tokio::time::timeout(WIND_DOWN, stops.closed()).await.is_err() {
        tracing::info!("some connections did not end in time");
    }
}
