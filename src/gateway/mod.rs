//! The gateway: HTTP and WebSocket. It lets people in, reads what their pages send, and carries the changes of
//! each session to them.

mod admission;
mod assets;
mod audience;
mod connection;
mod door;
mod fanout;
mod first;
mod frame;
mod listen;
mod lobby;
mod outlet;
mod problem;
mod rate;
mod routes;
mod seal;
mod tls;

use std::collections::BTreeMap;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;

pub use fanout::{PING_EVERY_MS, VIEW};
pub use listen::{ListenFault, bind};
pub use lobby::Programme;
pub use rate::{BURST, PER_SECOND};
pub use tls::{Tls, TlsFault};

use crate::identity::Identity;
use crate::meeting::ids::SessionId;
use crate::room::{Clock, Publication, Registry, Room};
use door::Door;
use fanout::{Ask, Fanout};

/// What may wait for the task that carries a session's changes.
const ASKS_MAX: usize = 4_096;

/// What a gateway works with.
pub struct Parts {
    /// The conference as the lobby tells of it.
    pub programme: Programme,
    /// The rooms of its sessions.
    pub rooms: Registry,
    /// What each room publishes.
    pub opened: Vec<(Room, mpsc::Receiver<Publication>)>,
    /// Links and cookies.
    pub identity: Arc<Identity>,
    /// Tells the time.
    pub clock: Clock,
    /// Whether pages come by HTTPS, as the public address says: cookies are then sent by HTTPS only.
    pub secure: bool,
    /// Certificate and key, if the server itself is to speak TLS.
    pub tls: Option<Tls>,
}

/// The gateway's state, shared by all calls.
struct Gateway {
    programme: Programme,
    rooms: Registry,
    fanouts: BTreeMap<SessionId, mpsc::Sender<Ask>>,
    identity: Arc<Identity>,
    clock: Clock,
    secure: bool,
    connections: AtomicU64,
    /// True once the server stops. Each connection holds a clone until it ends.
    stopping: watch::Receiver<bool>,
}

impl Gateway {
    fn session(&self, session: &SessionId) -> Option<(Room, mpsc::Sender<Ask>)> {
        Some((self.rooms.room(session)?.clone(), self.fanouts.get(session)?.clone()))
    }

    fn is_stopping(&self) -> bool {
        *self.stopping.borrow()
    }
}

/// Serves until `stop` is ready; then says goodbye to all, and waits until their connections have ended.
pub async fn serve(listener: TcpListener, parts: Parts, stop: impl Future<Output = ()>) {
    let Parts { programme, rooms, opened, identity, clock, secure, tls } = parts;
    let mut carriers = JoinSet::new();
    let mut fanouts = BTreeMap::new();
    for (room, published) in opened {
        let Some(meeting) = room.look().await else { continue };
        let (asks, asked) = mpsc::channel(ASKS_MAX);
        fanouts.insert(room.session().clone(), asks);
        carriers.spawn(Fanout::new(clock.clone(), meeting).run(published, asked));
    }
    let connections = AtomicU64::new(0);
    let (stops, stopping) = watch::channel(false);
    let gateway = Gateway {
        programme,
        rooms,
        fanouts,
        identity,
        clock,
        secure,
        connections,
        stopping: stopping.clone(),
    };
    let gateway = Arc::new(gateway);
    let watching = tokio::spawn(watch_revocations(gateway.clone()));
    let door = Door::new(routes::router(gateway.clone()), tls.as_ref());
    let accepting = listen::accept(listener, door, stopping);
    tokio::select! {
        () = accepting => {}
        () = stop => {}
    }
    watching.abort();
    for asks in gateway.fanouts.values() {
        // A carrier that has ended has no clients left.
        drop(asks.send(Ask::Stop).await);
    }
    while carriers.join_next().await.is_some() {}
    // Those who had not joined yet, and calls that are being answered.
    stops.send_replace(true);
    drop(gateway);
    listen::wind_down(stops).await;
}

/// Sends away whoever came by a link that is revoked.
async fn watch_revocations(gateway: Arc<Gateway>) {
    let mut revocations = gateway.identity.revocations();
    while revocations.changed().await.is_ok() {
        for asks in gateway.fanouts.values() {
            drop(asks.send(Ask::Revoked(gateway.identity.clone())).await);
        }
    }
}

/// Where a listener listens.
///
/// # Errors
/// If the system does not say.
pub fn address(listener: &TcpListener) -> std::io::Result<SocketAddr> {
    listener.local_addr()
}
