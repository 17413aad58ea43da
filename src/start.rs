//! Puts the parts together: the log, the rooms, the links, the gateway.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, anyhow};

use plenary::config::{Conference, Settings, report};
use plenary::gateway::{self, Parts, Programme, Tls};
use plenary::identity::{Identity, Issued};
use plenary::log::{Log, Sqlite};
use plenary::meeting::charter::Charter;
use plenary::meeting::ids::PersonId;
use plenary::room::{self, Clock, Registry};

/// A conference that is ready to be served.
pub struct Started {
    /// The conference file as read.
    pub conference: Conference,
    /// Links and cookies.
    pub identity: Arc<Identity>,
    log: Arc<dyn Log>,
    parts: Parts,
    listener: tokio::net::TcpListener,
}

/// Reads the conference file.
///
/// # Errors
/// All its faults at once.
pub fn conference(file: &Path) -> anyhow::Result<Conference> {
    Conference::read(file).map_err(|faults| anyhow!("{}", report(&faults).trim_end()))
}

/// Opens the log in the data folder.
///
/// # Errors
/// One sentence that says what is wrong with the folder and what to do.
pub async fn open_log(data: &Path) -> anyhow::Result<Arc<dyn Log>> {
    let log = Sqlite::open(data)?;
    Ok(Arc::new(log))
}

/// Starts the rooms and listens; nothing is served yet.
///
/// # Errors
/// One sentence that says what is wrong and what to do.
pub async fn start(settings: &Settings) -> anyhow::Result<Started> {
    let conference = conference(&settings.conference)?;
    let tls = Tls::read(settings.tls_cert.as_deref(), settings.tls_key.as_deref())?;
    let listener = gateway::bind(settings.listen)?;
    let log = open_log(&settings.data).await?;
    let clock = Clock::system();
    let charters: Vec<Charter> =
        conference.programme().filter_map(|plan| conference.charter(&plan.id)).collect();
    let room_settings = room::Settings { clock: clock.clone(), ..room::Settings::default() };
    let (rooms, opened) =
        Registry::open(&log, charters.clone(), &room_settings).await.with_context(|| {
            format!("the data folder {} does not fit this conference", settings.data.display())
        })?;
    let identity = Arc::new(Identity::open(log.clone()).await?);
    let secure = tls.is_some() || settings.public_base().starts_with("https://");
    let programme = Programme::new(charters);
    let parts = Parts { programme, rooms, opened, identity: identity.clone(), clock, secure, tls };
    Ok(Started { conference, identity, log, parts, listener })
}

impl Started {
    /// Address that is listened on.
    ///
    /// # Errors
    /// If the system does not say.
    pub fn address(&self) -> anyhow::Result<std::net::SocketAddr> {
        Ok(gateway::address(&self.listener)?)
    }

    /// Issues a new link to each person.
    ///
    /// # Errors
    /// If the log cannot store them.
    pub async fn issue(&self, people: &[PersonId]) -> anyhow::Result<Vec<Issued>> {
        Ok(self.identity.issue(people, self.parts.clock.now_ms()).await?)
    }

    /// Serves until `stop` is ready, then ends in order: clients, rooms, log.
    pub async fn serve(self, stop: impl Future<Output = ()>) {
        let rooms = self.parts.rooms.clone();
        gateway::serve(self.listener, self.parts, stop).await;
        rooms.stop().await;
        self.log.close().await;
    }
}
