//! A server within the test: its log can be made to hang, its rooms told what no client could tell them as fast.

use std::net::SocketAddr;
use std::sync::Arc;

use plenary::attended::Attended;
use plenary::conference::ConferencePlan;
use plenary::conference::command::Taken;
use plenary::gateway::{self, Parts};
use plenary::identity::Identity;
use plenary::log::faulty::{Faulty, Odds};
use plenary::log::{Log, Memory};
use plenary::media;
use plenary::room::{self, Clips, Clock, Registry, Room};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::client::Client;
use crate::entering::enter;
use crate::process::conference;

/// A server within the test, over a log that can be made to hang.
pub struct Within {
    pub address: SocketAddr,
    pub log: Arc<Faulty>,
    rooms: Registry,
    identity: Arc<Identity>,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
    _recordings: tempfile::TempDir,
}

impl Within {
    /// Opens it on the small conference.
    pub async fn open() -> Self {
        let log = Arc::new(Faulty::new(Arc::new(Memory::new()), 1, Odds::default()));
        let as_log: Arc<dyn Log> = log.clone();
        let conference = ConferencePlan::read(&conference()).unwrap();
        let taken = Taken::as_filed(&conference);
        let settings = room::Settings::default();
        let rooms = Registry::open(&as_log, |_| Some(taken), &settings).await.unwrap();
        let listener = gateway::bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = gateway::address(&listener).unwrap();
        let sound = "127.0.0.1:0".parse().unwrap();
        let (media, reports) =
            media::start(media::Settings { listen: sound, advertised: Vec::new(), listener_threads: 1 })
                .unwrap();
        let recordings = tempfile::tempdir().unwrap();
        let identity = Arc::new(Identity::open(as_log.clone()).await.unwrap());
        let parts = Parts {
            rooms: rooms.clone(),
            identity: identity.clone(),
            clock: Clock::system(),
            secure: false,
            public: None,
            tls: None,
            media,
            reports,
            attended: Attended::default(),
            recordings: recordings.path().to_owned(),
            clips: Clips::of(as_log, rooms.clone()),
        };
        let (stop, stopped) = oneshot::channel();
        let served = tokio::spawn(gateway::serve(listener, parts, async { drop(stopped.await) }));
        Self { address, log, rooms, identity, stop, served, _recordings: recordings }
    }

    /// The room of the session `opening`, to be told what no client could tell it as fast.
    pub fn room(&self) -> Room {
        self.rooms.room(&"opening".parse().unwrap()).unwrap().clone()
    }

    /// Stops it, and waits until it has stopped.
    pub async fn stop(self) {
        self.stop.send(()).unwrap();
        self.served.await.unwrap();
    }

    /// Somebody who has joined by a link of their own.
    pub async fn join(&self, person: &str) -> Client {
        let link = self.identity.issue(&[person.parse().unwrap()], 0).await.unwrap().remove(0);
        Client::joined(self.address, &enter(self.address, link.secret.reveal()).await, None).await
    }
}
