//! Puts the parts together: the log, the rooms, the links, the gateway.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, anyhow, bail};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use plenary::attended::Attended;
use plenary::conference::command::Taken;
use plenary::conference::compare::{self, Merged, Prefer};
use plenary::conference::{Conference, ConferencePlan};
use plenary::config::{Settings, report};
use plenary::gateway::{self, Parts, Tls};
use plenary::identity::{Identity, Issued};
use plenary::log::beats::Beats;
use plenary::log::{Log, LogFault, Nats, NatsSettings, Sqlite, connect_for_signals};
use plenary::media::recorder::RECORDINGS;
use plenary::media::trunk::{End, NatsTrunk, Trunk};
use plenary::media::{self, Media, MediaFault, Report};
use plenary::robots::{self, Script, desk};
use plenary::room::{self, Clips, Clock, Node, Registry};
use plenary::terms::ids::{ConferenceId, PersonId};
use plenary::transcription::{Key, Service, Target, Transcription};
use plenary::transfer;

/// How often a port is tried that is to be free for TCP and UDP.
const FREE_PORT_TRIES: u32 = 16;

/// A conference that is ready to be served.
pub struct Started {
    /// The conference file as read.
    pub conference: ConferencePlan,
    /// Links and cookies.
    pub identity: Arc<Identity>,
    log: Arc<dyn Log>,
    parts: Parts,
    listener: TcpListener,
}

/// Reads the conference file.
///
/// # Errors
/// All its faults at once.
pub fn conference(file: &Path) -> anyhow::Result<ConferencePlan> {
    ConferencePlan::read(file).map_err(|faults| anyhow!("{}", report(&faults).trim_end()))
}

/// Opens the log: on the servers of NATS, if any are named, else in the data folder.
///
/// # Errors
/// One sentence that says what is wrong with them and what to do.
pub async fn open_log(settings: &Settings) -> anyhow::Result<Arc<dyn Log>> {
    let log: Arc<dyn Log> = if settings.nats.is_empty() {
        Arc::new(Sqlite::open(&settings.data)?)
    } else {
        let id = conference(&settings.conference)?.id;
        Arc::new(Nats::open(on_nats(settings, id)).await?)
    };
    transfer::require_whole(&*log).await?;
    Ok(log)
}

/// How the log of a conference is kept on the servers of NATS that are named.
pub fn on_nats(settings: &Settings, conference: ConferenceId) -> NatsSettings {
    let on = NatsSettings::of(settings.nats.clone(), conference);
    let replicas = settings.nats_replicas.unwrap_or(on.replicas);
    NatsSettings { replicas, root_certificates: settings.nats_ca.clone(), ..on }
}

/// How long it may take to send people to other nodes: where there can be none, they wait for this one.
fn move_within(settings: &Settings) -> Duration {
    let seconds = if settings.nats.is_empty() { 0 } else { settings.move_within };
    Duration::from_secs(seconds)
}

/// What nodes share.
struct Shared {
    log: Arc<dyn Log>,
    /// Where they tell one another that they live, and what carries sound between them; none where there can be one alone.
    between: Option<(Arc<dyn Beats>, Arc<dyn Trunk>)>,
}

/// Opens what a node shares with others.
async fn share(settings: &Settings, conference: &ConferencePlan) -> anyhow::Result<Shared> {
    if settings.nats.is_empty() {
        // The folder's lock keeps other servers out.
        return Ok(Shared { log: open_log(settings).await?, between: None });
    }
    let on = on_nats(settings, conference.id.clone());
    let log = Nats::open(on.clone()).await?;
    transfer::require_whole(&log).await?;
    let beats = log.beats().await?;
    log.serve_repairs().await?;
    let trunk = NatsTrunk::open(connect_for_signals(&on).await?, &on.conference).await?;
    Ok(Shared { log: Arc::new(log), between: Some((Arc::new(beats), Arc::new(trunk))) })
}

/// Starts the rooms of a conference and listens; nothing is served yet.
///
/// # Errors
/// One sentence that says what is wrong and what to do.
pub async fn start(settings: &Settings, conference: ConferencePlan) -> anyhow::Result<Started> {
    let tls = Tls::read(settings.tls_cert.as_deref(), settings.tls_key.as_deref())?;
    let transcription = transcription(settings, &conference)?;
    let (listener, media, reports) = listen(settings)?;
    // The remedy is the same, but for the name of the option.
    let metrics = settings.metrics.map(gateway::bind).transpose();
    let metrics =
        metrics.map_err(|fault| anyhow!("{}", fault.to_string().replace("--listen", "--metrics")))?;
    let Shared { log, between } = share(settings, &conference).await?;
    let clock = Clock::system();
    let node = match between {
        Some((beats, trunk)) => {
            let node = Node::starting(beats, clock.clone());
            media.join(End { node: node.id().clone(), trunk });
            node
        }
        None => Node::default(),
    };
    let room_settings = room::Settings { clock: clock.clone(), node, ..room::Settings::default() };
    let stored = room::stored_conference(&log).await?;
    let taken = taken(&stored, &conference, settings)?;
    let rooms = Registry::open(&log, |_| taken, &room_settings).await.with_context(|| {
        if settings.nats.is_empty() {
            format!("the data folder {} does not fit this conference", settings.data.display())
        } else {
            "the log on NATS does not fit this conference".to_owned()
        }
    })?;
    let identity = Identity::open(log.clone()).await?;
    let secure = tls.is_some() || settings.public_base().starts_with("https://");
    let parts = Parts {
        rooms: rooms.clone(),
        identity: identity.clone(),
        clock,
        secure,
        public: settings.public_url.clone(),
        tls,
        media,
        reports,
        attended: Attended::default(),
        recordings: settings.recordings.clone().unwrap_or_else(|| settings.data.join(RECORDINGS)),
        clips: Clips::of(log.clone(), rooms),
        transcription,
        scanner: settings.scan_with.clone(),
        metrics,
        move_within: move_within(settings),
        trusted_proxies: settings.trusted_proxy.clone(),
    };
    Ok(Started { conference, identity, log, parts, listener })
}

/// The service that makes captions of the sound, if one is named.
///
/// # Errors
/// One sentence that says what is wrong with it and what to do.
fn transcription(
    settings: &Settings,
    conference: &ConferencePlan,
) -> anyhow::Result<Option<Arc<Transcription>>> {
    let Some(url) = settings.captions_from.clone() else { return Ok(None) };
    for channel in &settings.captions_channels {
        let known =
            || conference.channels.iter().map(|channel| channel.id.as_str()).collect::<Vec<_>>().join(", ");
        if conference.channels.iter().all(|known| known.id != *channel) {
            bail!("there is no channel {channel} (--captions-channels): the channels are {}", known());
        }
    }
    let key = settings.captions_key.as_deref().map(Key::read).transpose()?;
    let service = Service::at(Target { url, key, model: settings.captions_model.clone() })?;
    Ok(Some(Arc::new(Transcription::of(service, settings.captions_channels.clone()))))
}

/// What is in force once a conference file is taken in.
///
/// # Errors
/// One sentence that says where the file and what was changed on screen do not fit together.
pub fn in_force(
    stored: &Conference,
    file: &ConferencePlan,
    settings: &Settings,
) -> anyhow::Result<ConferencePlan> {
    let taken = taken(stored, file, settings)?.map(|taken| taken.plan);
    Ok(taken.or_else(|| stored.live.as_deref().cloned()).unwrap_or_else(|| file.clone()))
}

/// What is taken in of a conference file, and why not all of it, if not; nothing where it is as it was.
fn taken(stored: &Conference, file: &ConferencePlan, settings: &Settings) -> anyhow::Result<Option<Taken>> {
    let (Some(base), Some(live)) = (stored.file.as_deref(), stored.live.as_deref()) else {
        return Ok(Some(Taken::as_filed(file)));
    };
    let prefer = if settings.take_file { Prefer::File } else { Prefer::Live };
    if base == file && prefer == Prefer::Live {
        return Ok(None);
    }
    let Merged { plan, file, conflicts, changed } = compare::merged(base, file, live, prefer)?;
    for conflict in conflicts {
        tracing::warn!("{conflict}");
    }
    for change in changed {
        tracing::info!(%change, "taken from the conference file");
    }
    plan.check().map_err(|faults| {
        let name = settings.conference.display();
        anyhow!("{name} and what was changed on screen do not fit together:\n{}", report(&faults).trim_end())
    })?;
    Ok(Some(Taken { file, plan, inherited: Vec::new() }))
}

/// Listens for pages by TCP and for sound by UDP, at the same address and port.
fn listen(settings: &Settings) -> anyhow::Result<(TcpListener, Media, mpsc::Receiver<Report>)> {
    // A port that the system chooses is free for TCP, but another program may have it for UDP.
    let mut tries = if settings.listen.port() == 0 { FREE_PORT_TRIES } else { 1 };
    loop {
        let listener = gateway::bind(settings.listen)?;
        let listener_threads = std::thread::available_parallelism().map_or(1, |cores| cores.get() - 1);
        let media = media::Settings {
            listen: gateway::address(&listener)?,
            advertised: settings.advertise.clone(),
            listener_threads,
        };
        tries -= 1;
        match media::start(media) {
            Ok((media, reports)) => return Ok((listener, media, reports)),
            Err(MediaFault::Socket { fault, .. }) if fault.kind() == ErrorKind::AddrInUse && tries > 0 => {}
            Err(fault) => return Err(fault.into()),
        }
    }
}

/// Tells those who run the server of damage that nobody has met yet.
async fn look_for_damage(log: &dyn Log) {
    match log.check().await {
        Ok(()) | Err(LogFault::Closed) => {}
        Err(fault) => tracing::error!(%fault, "the log was looked through after the start"),
    }
}

impl Started {
    /// Address that is listened on.
    ///
    /// # Errors
    /// If the system does not say.
    pub fn address(&self) -> anyhow::Result<std::net::SocketAddr> {
        Ok(gateway::address(&self.listener)?)
    }

    /// Address at which whoever watches the server reads how it goes, if there is one.
    pub fn metrics(&self) -> Option<std::net::SocketAddr> {
        self.parts.metrics.as_ref().and_then(|listener| gateway::address(listener).ok())
    }

    /// Issues a new link to each person.
    ///
    /// # Errors
    /// If the log cannot store them.
    pub async fn issue(&self, people: &[PersonId]) -> anyhow::Result<Vec<Issued>> {
        Ok(self.identity.issue(people, self.parts.clock.now_ms()).await?)
    }

    /// Has simulated people hold a session from now on, if the conference has a script for them: the folder `voices`
    /// beside its file; and somebody keep its record, by the script in the folder `desk`.
    ///
    /// # Errors
    /// One sentence that says what is wrong with the script.
    pub fn play(&self, settings: &Settings) -> anyhow::Result<()> {
        let folder = settings.conference.with_file_name("voices");
        let Some(script) = Script::read(&folder)? else {
            tracing::info!(folder = %folder.display(), "nobody is simulated: there is no script");
            return Ok(());
        };
        let room = self.parts.rooms.room(&script.session);
        let room =
            room.with_context(|| format!("{}: there is no session {}", folder.display(), script.session))?;
        tracing::info!(session = %script.session, "simulated people hold a session");
        let clock = self.parts.clock.clone();
        let seed = u64::try_from(clock.now_ms()).unwrap_or(0);
        let (sink, attended) = (Arc::new(self.parts.media.clone()), self.parts.attended.clone());
        let folder = settings.conference.with_file_name("desk");
        if let Some(script) = desk::Script::read(&folder)? {
            let (rooms, clips) = (self.parts.rooms.clone(), self.parts.clips.clone());
            let (attended, clock) = (attended.clone(), clock.clone());
            let parts = desk::Parts { script, room: room.clone(), rooms, clips, attended, clock };
            tokio::spawn(desk::keep(parts));
        }
        // They end with their room.
        tokio::spawn(robots::play(robots::Parts { script, room: room.clone(), sink, attended, clock, seed }));
        Ok(())
    }

    /// Serves until `stop` is ready, then ends in order: clients, rooms, log.
    pub async fn serve(self, stop: impl Future<Output = ()>) {
        let (rooms, identity) = (self.parts.rooms.clone(), self.parts.identity.clone());
        let clips = self.parts.clips.clone();
        let log = self.log.clone();
        let sweeping = tokio::spawn(async move {
            clips.sweep().await;
            look_for_damage(&*log).await;
        });
        gateway::serve(self.listener, self.parts, stop).await;
        // What is not swept yet is swept after the next start.
        sweeping.abort();
        rooms.stop().await;
        identity.settle().await;
        self.log.close().await;
    }
}
