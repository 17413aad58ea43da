//! A server within the test: its log can be made to hang, its rooms told what no client could tell them as fast; and several
//! of them may serve one log.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use plenary::attended::Attended;
use plenary::conference::command::Taken;
use plenary::conference::{Conference, ConferencePlan};
use plenary::gateway::{self, Parts};
use plenary::identity::{Identity, Issued};
use plenary::log::faulty::{Faulty, Odds};
use plenary::log::{Log, Memory};
use plenary::media::trunk::{End, Trunk};
use plenary::media::{self, Media};
use plenary::room::{self, Clips, Clock, Registry, Room};
use plenary::terms::ids::NodeId;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::client::Client;
use crate::entering::enter;
use crate::process::conference;

/// A server within the test, over a log that can be made to hang.
pub struct Within {
    pub address: SocketAddr,
    pub log: Arc<Faulty>,
    pub identity: Arc<Identity>,
    pub clock: Clock,
    pub media: Media,
    rooms: Registry,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
    recordings: tempfile::TempDir,
}

impl Within {
    /// Opens it on the small conference, with a log of its own.
    pub async fn open() -> Self {
        Self::on(Arc::new(Memory::new()), room::Settings::default(), None).await
    }

    /// Opens it on the small conference and a log that others may write as well, with what carries sound between them.
    pub async fn on(log: Arc<dyn Log>, settings: room::Settings, trunk: Option<Arc<dyn Trunk>>) -> Self {
        Self::moving(log, settings, trunk, Duration::ZERO).await
    }

    /// The same, where people take so long to move to other nodes when it stops.
    pub async fn moving(
        log: Arc<dyn Log>,
        settings: room::Settings,
        trunk: Option<Arc<dyn Trunk>>,
        move_within: Duration,
    ) -> Self {
        let log = Arc::new(Faulty::new(log, 1, Odds::default()));
        let as_log: Arc<dyn Log> = log.clone();
        let conference = ConferencePlan::read(&conference()).unwrap();
        let taken = |stored: &Conference| stored.file.is_none().then(|| Taken::as_filed(&conference));
        let rooms = Registry::open(&as_log, taken, &settings).await.unwrap();
        let listener = gateway::bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = gateway::address(&listener).unwrap();
        let sound = media::Settings { listen: address, advertised: Vec::new(), listener_threads: 1 };
        let (media, reports) = media::start(sound).unwrap();
        if let Some(trunk) = trunk {
            media.join(End { node: settings.node.id().clone(), trunk });
        }
        let recordings = tempfile::tempdir().unwrap();
        let identity = Identity::open(as_log.clone()).await.unwrap();
        let parts = Parts {
            rooms: rooms.clone(),
            identity: identity.clone(),
            clock: settings.clock.clone(),
            secure: false,
            public: None,
            tls: None,
            media: media.clone(),
            reports,
            attended: Attended::default(),
            recordings: recordings.path().to_owned(),
            clips: Clips::of(as_log, rooms.clone()),
            transcription: None,
            scanner: None,
            metrics: None,
            move_within,
            trusted_proxies: Vec::new(),
        };
        let (stop, stopped) = oneshot::channel();
        let served = tokio::spawn(gateway::serve(listener, parts, async { drop(stopped.await) }));
        Self { address, log, identity, clock: settings.clock, media, rooms, stop, served, recordings }
    }

    /// The room of the session `opening`, to be told what no client could tell it as fast.
    pub fn room(&self) -> Room {
        self.rooms.room(&"opening".parse().unwrap()).unwrap().clone()
    }

    /// Which node it is.
    pub fn node(&self) -> &NodeId {
        self.rooms.node().id()
    }

    /// Where it keeps its recordings.
    pub fn recordings(&self) -> &Path {
        self.recordings.path()
    }

    /// Stops it, and waits until it has stopped.
    pub async fn stop(self) {
        self.stop.send(()).unwrap();
        self.served.await.unwrap();
    }

    /// Somebody who has joined by a link of their own.
    pub async fn join(&self, person: &str) -> Client {
        let link = self.issue(person).await;
        Client::joined(self.address, &enter(self.address, link.secret.reveal()).await, None).await
    }

    /// Issues a link.
    pub async fn issue(&self, person: &str) -> Issued {
        self.identity.issue(&[person.parse().unwrap()], self.clock.now_ms()).await.unwrap().remove(0)
    }
}
