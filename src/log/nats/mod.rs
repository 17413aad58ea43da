//! The engine on NATS JetStream: several nodes keep one log, each message of which is on one server or on three.
//!
//! **Streams.** A stream of the log is a JetStream stream with one subject; an append is one message in it, so it is there
//! whole or not at all. It is fenced by the number of the stream's last message and says in its headers how many entries
//! come before it, how many it has, who wrote it and after whom. An append that is not acknowledged is settled by reading
//! what follows the end that it was made for ([`append`]). The fence counts and does not know: a log that was put back
//! satisfies it again, so what is read is compared with what was seen, and a log that is shorter stops with
//! [`LogFault::Shortened`](super::LogFault::Shortened), until what was seen stands there again: nodes keep the newest appends
//! ([`kept`]) and put them back when somebody says so ([`repair`]).
//!
//! **What can be erased** may not stand in a message that stays. What a subject has in an append is stored before it, in
//! a second JetStream stream, under a subject made of the stream, of whose it is and of the append; whoever reads the append
//! looks there, and what is missing was erased. So to erase is to remove what stands below a subject, whichever appends it
//! belongs to, also of those that were never stored. The server writes over what it removes. An append whose parts are
//! there and that is itself stored only after the erasure loses them too: it was under way when they were erased. In a
//! cluster the servers keep what they handed on to one another in a journal until they cut it by themselves, and no client
//! can ask for that: what was erased stood there for up to three minutes more (2.15.3), also when nothing else happened.
//!
//! **What is too large** for a message ([`MESSAGE_BYTES_MAX`]) is kept beside the parts, in pieces: an append of large
//! entries, which is then a message that says so. So this engine keeps the bounds that all have.
//!
//! **Blobs** stand in a third JetStream stream, one message of each subject.
//!
//! **Following** is as in every engine: read, then wait to be told ([`listen`]).

mod api;
mod append;
mod beats;
mod config;
mod content;
mod core;
mod held;
mod kept;
mod listen;
mod named;
mod names;
mod packed;
mod pieces;
mod pulled;
mod read;
mod repair;
mod settings;

use std::sync::Arc;
use std::time::Instant;

use async_nats::{ConnectOptions, Event};
use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use percent_encoding::percent_decode_str;
use tokio::sync::Notify;
use tokio::task::AbortHandle;

pub use self::beats::NatsBeats;
pub use self::repair::Lost;
pub use self::settings::{NatsOpenFault, Settings as NatsSettings};

use self::api::Api;
use self::content::Content;
use self::core::Core;
use self::names::Names;
use self::read::Reader;
use super::limits::{check_blob, check_entries};
use super::name::check_blob_name;
use super::tail::Tails;
use super::{AppendError, Blobs, Entry, Log, LogFault, NewEntry, Stream, Tail, count_append};
use crate::meters::meters;
use crate::terms::ids::ConferenceId;

/// Most bytes of what is kept in one message.
const MESSAGE_BYTES_MAX: usize = 512 << 10;
/// What headers and the subject of a message may take beside, in bytes.
const HEADERS_BYTES_MAX: usize = 4 << 10;

/// A log on NATS servers. Clones share it; when the last one is dropped, whoever follows comes to the end.
#[derive(Clone)]
pub struct Nats(Arc<Shared>);

struct Shared {
    core: Arc<Core>,
    content: Content,
    tails: Arc<Tails>,
    listening: AbortHandle,
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Nats {
    /// Connects to the servers, looks whether they are fit for it, and makes what the log needs there.
    ///
    /// # Errors
    /// A [`NatsOpenFault`] that says what is wrong with the servers and what to do.
    pub async fn open(settings: NatsSettings) -> Result<Self, NatsOpenFault> {
        let servers = shown(&settings.servers);
        let NatsSettings { conference, replicas, give_up, any_version, .. } = settings.clone();
        let connected = Arc::new(Notify::new());
        let client = connect(ConnectOptions::new(), "log", &settings, Arc::clone(&connected)).await?;
        let server = client.server_info();
        if !any_version && !settings::is_new_enough(&server.version) {
            return Err(NatsOpenFault::TooOld { servers, found: server.version });
        }
        let needed = MESSAGE_BYTES_MAX + HEADERS_BYTES_MAX;
        if server.max_payload < needed {
            return Err(NatsOpenFault::PayloadTooSmall { servers, found: server.max_payload, needed });
        }
        let unfit = |fault| NatsOpenFault::Log { servers: servers.clone(), fault };
        let core = Core::new(Api { client: client.clone(), give_up }, Names::of(conference), replicas);
        let core = Arc::new(core.map_err(unfit)?);
        core.prepare().await.map_err(unfit)?;
        let told = client.subscribe(core.names.ends()).await;
        let told = told.map_err(|fault| unfit(LogFault::Storage { reason: fault.to_string() }))?;
        let tails = Arc::new(Tails::default());
        let listening = listen::listen(Arc::clone(&core), Arc::clone(&tails), told, connected);
        let listening = tokio::spawn(listening).abort_handle();
        let content = Content::of(Arc::clone(&core));
        Ok(Self(Arc::new(Shared { core, content, tails, listening })))
    }

    /// Whose log it is.
    pub fn conference(&self) -> &ConferenceId {
        self.0.core.names.conference()
    }

    /// Beats of the nodes that keep this log, on the same connection: they are heard from now on.
    ///
    /// # Errors
    /// If the connection has ended.
    pub async fn beats(&self) -> Result<NatsBeats, LogFault> {
        NatsBeats::open(self.0.core.api.client.clone(), self.0.core.names.beats()).await
    }
}

/// Another connection to the servers, for what must not wait for the log, such as sound: it keeps nothing and is told
/// nothing of what it sent itself.
///
/// # Errors
/// If no server can be reached.
pub async fn connect_for_signals(settings: &NatsSettings) -> Result<async_nats::Client, NatsOpenFault> {
    connect(ConnectOptions::new().no_echo(), "sound", settings, Arc::default()).await
}

/// The servers without passwords, for people.
fn shown(servers: &[String]) -> String {
    let plain = |server: &String| match server.rsplit_once('@') {
        Some((_secret, host)) => host.to_owned(),
        None => server.split_once("://").map_or(server.as_str(), |(_, host)| host).to_owned(),
    };
    servers.iter().map(plain).collect::<Vec<_>>().join(", ")
}

/// `carries`: what the connection is for, as it is counted.
async fn connect(
    options: ConnectOptions,
    carries: &'static str,
    settings: &NatsSettings,
    connected: Arc<Notify>,
) -> Result<async_nats::Client, NatsOpenFault> {
    let unreachable =
        |reason: String| NatsOpenFault::Unreachable { servers: shown(&settings.servers), reason };
    let told = move |event: Event| {
        let connected = Arc::clone(&connected);
        async move {
            match event {
                Event::Connected => {
                    tracing::info!("connected to a NATS server");
                    meters().nats(carries, true);
                    connected.notify_one();
                }
                Event::Disconnected | Event::Closed => {
                    meters().nats(carries, false);
                    tracing::warn!("NATS: {event}");
                }
                Event::LameDuckMode | Event::Draining => {
                    tracing::warn!("NATS: {event}");
                }
                Event::SlowConsumer(_) | Event::ServerError(_) | Event::ClientError(_) => {
                    tracing::warn!("NATS: {event}");
                }
            }
        }
    };
    let options = options
        .name(format!("plenary {}", settings.conference))
        .ping_interval(settings.ping_interval)
        .connection_timeout(settings.connection_timeout)
        .max_reconnects(None)
        .event_callback(told);
    let addresses = settings.servers.iter().map(|server| server.parse::<async_nats::ServerAddr>());
    let addresses =
        addresses.collect::<Result<Vec<_>, _>>().map_err(|fault| unreachable(fault.to_string()))?;
    // The client reads them from an address and does not send them (async-nats 0.51.0,
    // `findings/nats-password-of-the-address-is-not-sent.sh`).
    let named = addresses.iter().find_map(|address| Some((address.username()?, address.password())));
    let plain = |part: &str| percent_decode_str(part).decode_utf8_lossy().into_owned();
    let options = match named {
        Some((user, password)) => options.user_and_password(plain(user), plain(password.unwrap_or_default())),
        None => options,
    };
    let options = match &settings.root_certificates {
        Some(file) => options.add_root_certificates(file.clone()),
        None => options,
    };
    options.connect(addresses).await.map_err(|fault| unreachable(fault.to_string()))
}

#[async_trait]
impl Log for Nats {
    async fn append(
        &self,
        stream: &Stream,
        expected: u64,
        entries: Vec<NewEntry>,
    ) -> Result<u64, AppendError> {
        check_entries(&entries)?;
        let core = &self.0.core;
        let (stored, began) = (!entries.is_empty(), Instant::now());
        let appended = append::append(Arc::clone(core), stream.clone(), expected, entries).await;
        count_append(&appended, began);
        let last = appended?;
        if stored {
            self.0.tails.announce(stream, last);
        }
        Ok(last)
    }

    async fn read(&self, stream: &Stream, after: u64, limit: usize) -> Result<Vec<Entry>, LogFault> {
        let _open = self.0.core.open().await?;
        let entries = self.0.core.read(stream, after, limit).await?;
        // It may be for the first time since entries of it were missing.
        self.0.tails.readable(stream, entries.last().map_or(after, |last| last.seq));
        Ok(entries)
    }

    async fn follow(
        &self,
        stream: &Stream,
        after: u64,
    ) -> Result<BoxStream<'static, Result<Entry, LogFault>>, LogFault> {
        self.0.tails.follow(Reader(Arc::clone(&self.0.core)), stream, after).await
    }

    async fn erase(&self, stream: &Stream, mut subjects: Vec<String>) -> Result<u64, LogFault> {
        let core = &self.0.core;
        let _open = core.open().await?;
        subjects.sort();
        subjects.dedup();
        // What is kept here could be put back later.
        core.held(stream).erase_kept(&subjects);
        let mut erased = 0;
        for subject in subjects {
            let filter = core.names.parts_of(stream, &subject);
            erased += core.api.erase_all(&core.names.parts(), &filter).await?;
        }
        Ok(erased)
    }

    fn tail(&self, stream: &Stream) -> Result<Tail, LogFault> {
        self.0.tails.tail(stream)
    }

    async fn last(&self, stream: &Stream) -> Result<u64, LogFault> {
        let _open = self.0.core.open().await?;
        Ok(self.0.core.end(&self.0.core.held(stream)).await?.0.entry)
    }

    async fn streams(&self) -> Result<Vec<Stream>, LogFault> {
        let core = &self.0.core;
        let _open = core.open().await?;
        core.streams().await
    }

    async fn put_blob(&self, name: &str, bytes: Bytes) -> Result<(), LogFault> {
        check_blob(name, &bytes)?;
        let _open = self.0.core.open().await?;
        self.0.core.put_blob(name, &bytes).await
    }

    async fn put_blob_if_absent(&self, name: &str, bytes: Bytes) -> Result<Bytes, LogFault> {
        check_blob(name, &bytes)?;
        let _open = self.0.core.open().await?;
        self.0.core.put_blob_if_absent(name, bytes).await
    }

    async fn blob(&self, name: &str) -> Result<Option<Bytes>, LogFault> {
        check_blob_name(name)?;
        let _open = self.0.core.open().await?;
        self.0.core.blob(name).await
    }

    async fn blob_names(&self, prefix: &str) -> Result<Vec<String>, LogFault> {
        let _open = self.0.core.open().await?;
        self.0.core.blob_names(prefix).await
    }

    async fn remove_blob(&self, name: &str) -> Result<(), LogFault> {
        check_blob_name(name)?;
        let _open = self.0.core.open().await?;
        self.0.core.remove_blob(name).await
    }

    async fn check(&self) -> Result<(), LogFault> {
        let _open = self.0.core.open().await?;
        for stream in self.0.core.streams().await? {
            self.0.core.check(&stream).await?;
        }
        Ok(())
    }

    fn blobs(&self) -> Arc<dyn Blobs> {
        Arc::new(self.0.content.clone())
    }

    async fn close(&self) {
        self.0.core.close().await;
        self.0.tails.close();
        self.0.listening.abort();
        // It fails where the connection has ended already.
        drop(self.0.core.api.client.drain().await);
    }
}
