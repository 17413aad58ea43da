//! The few requests of JetStream that the log needs, as its servers define them: JSON on subjects below `$JS.API`.
//!
//! Each is asked once more where no answer came, until the time is up. So each must do no harm when it is done twice.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use async_nats::{Client, HeaderMap, Request};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::super::LogFault;
use super::config::Config;
use super::held::Connection;

/// How long an answer may take before it is asked for again.
const ANSWER_MAX: Duration = Duration::from_secs(1);
/// How long is waited before it is asked for again.
pub(super) const PAUSE: Duration = Duration::from_millis(100);

const NO_STREAM: u64 = 10_059;
const NO_MESSAGE: u64 = 10_037;
const OTHER_CONFIG: u64 = 10_058;
const WRONG_LAST: u64 = 10_071;
const WRONG_LAST_UNKNOWN: u64 = 10_164;
const NO_PEERS: u64 = 10_005;

/// The connection, and what is asked of it.
#[derive(Clone)]
pub(super) struct Api {
    pub(super) client: Client,
    pub(super) give_up: Duration,
}

/// Why a request did not do what was asked.
#[derive(Debug, Clone, thiserror::Error)]
pub(super) enum ApiFault {
    /// The server said no.
    #[error("{description}")]
    Refused { status: u64, code: u64, description: String },
    /// No answer: whether it is done is open.
    #[error("no answer from the NATS server: {0}")]
    Unanswered(String),
}

impl ApiFault {
    /// Whether it may go better in a moment, without anybody doing anything.
    fn may_pass(&self) -> bool {
        match self {
            Self::Refused { status, code, .. } => *status == 503 || *code == NO_PEERS,
            Self::Unanswered(_) => true,
        }
    }

    /// Whether what was expected to be the last message is not.
    pub(super) fn is_wrong_last(&self) -> bool {
        matches!(self, Self::Refused { code: WRONG_LAST | WRONG_LAST_UNKNOWN, .. })
    }

    pub(super) fn is_other_config(&self) -> bool {
        matches!(self, Self::Refused { code: OTHER_CONFIG, .. })
    }

    fn is_none(&self) -> bool {
        matches!(self, Self::Refused { code: NO_STREAM | NO_MESSAGE, .. })
    }
}

impl From<ApiFault> for LogFault {
    fn from(fault: ApiFault) -> Self {
        Self::Storage { reason: fault.to_string() }
    }
}

#[derive(Deserialize)]
struct Answer {
    error: Option<Refusal>,
}

#[derive(Deserialize)]
struct Refusal {
    #[serde(default)]
    code: u64,
    #[serde(default)]
    err_code: u64,
    #[serde(default)]
    description: String,
}

/// A message as it is stored.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    /// Its number in its JetStream stream.
    pub(super) message: u64,
    pub(super) headers: Headers,
    pub(super) body: Bytes,
    /// When the server stored it, as it wrote it.
    pub(super) time: String,
}

/// Headers of a message, by their names.
#[derive(Debug, Clone, Default)]
pub(super) struct Headers(BTreeMap<String, String>);

impl Headers {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// A header that is a number; 0 where there is none.
    pub(super) fn number(&self, name: &str) -> u64 {
        self.get(name).and_then(|number| number.parse().ok()).unwrap_or(0)
    }

    /// As the server keeps them: a line that names the protocol, then one each.
    fn parsed(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let lines = text.split("\r\n").skip(1).filter_map(|line| line.split_once(':'));
        Self(lines.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect())
    }
}

impl From<&HeaderMap> for Headers {
    fn from(headers: &HeaderMap) -> Self {
        let first = |(name, values): (&async_nats::HeaderName, &Vec<async_nats::HeaderValue>)| {
            Some((name.to_string(), values.first()?.as_str().to_owned()))
        };
        Self(headers.iter().filter_map(first).collect())
    }
}

#[derive(Deserialize)]
struct Got {
    message: RawStored,
}

#[derive(Deserialize)]
struct RawStored {
    seq: u64,
    #[serde(default)]
    hdrs: String,
    #[serde(default)]
    data: String,
    #[serde(default)]
    time: String,
}

impl TryFrom<RawStored> for Stored {
    type Error = LogFault;

    fn try_from(raw: RawStored) -> Result<Self, LogFault> {
        let bytes = |text: &str| {
            STANDARD.decode(text).map_err(|fault| LogFault::Storage {
                reason: format!("the NATS server's answer is not to be read: {fault}"),
            })
        };
        Ok(Self {
            message: raw.seq,
            headers: Headers::parsed(&bytes(&raw.hdrs)?),
            body: bytes(&raw.data)?.into(),
            time: raw.time,
        })
    }
}

#[derive(Deserialize)]
struct Acknowledged {
    seq: u64,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

/// What is known of a JetStream stream.
#[derive(Deserialize)]
pub(super) struct Info {
    pub(super) config: Value,
    pub(super) state: StreamState,
    /// What time it is at the server, as it wrote it.
    #[serde(default)]
    pub(super) ts: String,
    #[serde(default)]
    total: u64,
}

impl Info {
    /// What the stream is called.
    pub(super) fn name(&self) -> &str {
        self.config.get("name").and_then(Value::as_str).unwrap_or_default()
    }
}

#[derive(Deserialize)]
pub(super) struct StreamState {
    pub(super) messages: u64,
    #[serde(default)]
    subjects: BTreeMap<String, u64>,
}

#[derive(Deserialize)]
struct Listed {
    #[serde(default)]
    total: usize,
    streams: Option<Vec<Info>>,
    missing: Option<Vec<String>>,
}

impl Api {
    /// Asks once.
    async fn ask(&self, subject: &str, payload: Bytes) -> Result<Bytes, ApiFault> {
        self.request(subject, Request::new().payload(payload)).await
    }

    async fn request(&self, subject: &str, request: Request) -> Result<Bytes, ApiFault> {
        // The client waits without end where its own queue is full.
        let answer = tokio::time::timeout(ANSWER_MAX, self.client.send_request(subject.to_owned(), request));
        let answer = answer.await.map_err(|_elapsed| ApiFault::Unanswered("it took too long".to_owned()))?;
        let answer = answer.map_err(|fault| ApiFault::Unanswered(fault.to_string()))?.payload;
        let refused = serde_json::from_slice::<Answer>(&answer);
        match refused.map_err(|fault| ApiFault::Unanswered(fault.to_string()))?.error {
            Some(Refusal { code, err_code, description }) => {
                Err(ApiFault::Refused { status: code, code: err_code, description })
            }
            None => Ok(answer),
        }
    }

    /// Asks until there is an answer, or the time is up.
    async fn call<T: DeserializeOwned>(&self, subject: &str, payload: &Value) -> Result<T, ApiFault> {
        let payload = Bytes::from(payload.to_string());
        let began = Instant::now();
        loop {
            match self.ask(subject, payload.clone()).await {
                Ok(answer) => return read(&answer),
                Err(fault) if fault.may_pass() && began.elapsed() < self.give_up => {
                    tokio::time::sleep(PAUSE).await;
                }
                Err(fault) => return Err(fault),
            }
        }
    }

    /// Which connection the client has, or had last.
    pub(super) fn connection(&self) -> Connection {
        let server = self.client.server_info();
        (server.server_id, server.client_id)
    }

    /// Publishes once, and tells the message's number.
    pub(super) async fn publish(
        &self,
        subject: &str,
        headers: HeaderMap,
        body: Bytes,
    ) -> Result<u64, ApiFault> {
        let answer = self.request(subject, Request::new().headers(headers).payload(body)).await?;
        read::<Acknowledged>(&answer).map(|stored| stored.seq)
    }

    /// A message by a number, or the last of a subject, from the stream's leader: what is true now.
    pub(super) async fn get(&self, stream: &str, which: &Value) -> Result<Option<Stored>, LogFault> {
        present(self.call(&format!("$JS.API.STREAM.MSG.GET.{stream}"), which).await)
    }

    /// As [`Api::get`], asked once.
    pub(super) async fn get_once(&self, stream: &str, which: &Value) -> Result<Option<Stored>, LogFault> {
        let subject = format!("$JS.API.STREAM.MSG.GET.{stream}");
        let answer = self.ask(&subject, Bytes::from(which.to_string())).await;
        present(answer.and_then(|answer| read(&answer)))
    }

    /// Takes a message away for good: the server writes over it.
    pub(super) async fn erase(&self, stream: &str, message: u64) -> Result<(), LogFault> {
        let which = json!({ "seq": message });
        let erased = self.call::<Value>(&format!("$JS.API.STREAM.MSG.DELETE.{stream}"), &which).await;
        match erased {
            Ok(_) => Ok(()),
            // It may be done already, where an answer was lost.
            Err(_) if self.get(stream, &which).await?.is_none() => Ok(()),
            Err(fault) => Err(fault.into()),
        }
    }

    /// Takes away every message below a subject. What they said may stand on the disk for a while.
    pub(super) async fn purge(&self, stream: &str, subjects: &str) -> Result<(), LogFault> {
        let which = json!({ "filter": subjects });
        self.call::<Value>(&format!("$JS.API.STREAM.PURGE.{stream}"), &which).await?;
        Ok(())
    }

    /// Makes a stream, unless it is there and as it is to be.
    pub(super) async fn create(&self, config: &Config) -> Result<(), LogFault> {
        let wanted = config.json();
        let created = self.call::<Value>(&format!("$JS.API.STREAM.CREATE.{}", config.name), &wanted).await;
        match created {
            Ok(_) => Ok(()),
            Err(fault) if fault.is_other_config() => {
                let found = self.info(&config.name, json!({})).await?;
                Err(config.difference(&found.config).unwrap_or_else(|| fault.into()))
            }
            Err(fault) => Err(fault.into()),
        }
    }

    pub(super) async fn info(&self, stream: &str, which: Value) -> Result<Info, ApiFault> {
        self.call(&format!("$JS.API.STREAM.INFO.{stream}"), &which).await
    }

    /// Which subjects below a filter a stream has, and what time it is there.
    pub(super) async fn subjects(
        &self,
        stream: &str,
        filter: &str,
    ) -> Result<(Vec<String>, String), LogFault> {
        let mut found = Vec::new();
        loop {
            let which = json!({ "subjects_filter": filter, "offset": found.len() });
            let info = self.info(stream, which).await?;
            let before = found.len();
            found.extend(info.state.subjects.into_keys());
            if found.len() == before || found.len() as u64 >= info.total {
                return Ok((found, info.ts));
            }
        }
    }

    /// All streams that have a subject below this one. In a cluster each is asked of its leader.
    pub(super) async fn streams(&self, subjects: &str) -> Result<Vec<Info>, LogFault> {
        let began = Instant::now();
        let mut found = Vec::new();
        loop {
            let which = json!({ "subject": subjects, "offset": found.len() });
            let listed: Listed = self.call("$JS.API.STREAM.LIST", &which).await?;
            if let Some(missing) = listed.missing.filter(|missing| !missing.is_empty()) {
                if began.elapsed() > self.give_up {
                    let reason = format!("nothing is heard of {}", missing.join(", "));
                    return Err(LogFault::Storage { reason });
                }
                found.clear();
                tokio::time::sleep(PAUSE).await;
                continue;
            }
            let before = found.len();
            found.extend(listed.streams.unwrap_or_default());
            if found.len() == before || found.len() >= listed.total {
                return Ok(found);
            }
        }
    }

    /// Makes a reader of a stream from a message on, and tells its name. It goes by itself, soon after it was last used.
    pub(super) async fn reader(&self, stream: &str, from: u64) -> Result<String, ApiFault> {
        let config = json!({
            "stream_name": stream,
            "config": {
                "deliver_policy": "by_start_sequence",
                "opt_start_seq": from,
                "ack_policy": "none",
                "replay_policy": "instant",
                "inactive_threshold": 5_000_000_000_u64,
                "num_replicas": 1,
                "mem_storage": true,
            },
        });
        let made = self.ask(&format!("$JS.API.CONSUMER.CREATE.{stream}"), config.to_string().into()).await?;
        read::<Named>(&made).map(|reader| reader.name)
    }
}

fn read<T: DeserializeOwned>(answer: &[u8]) -> Result<T, ApiFault> {
    serde_json::from_slice(answer)
        .map_err(|fault| ApiFault::Unanswered(format!("its answer is not to be read: {fault}")))
}

/// What was found; none where there is no such message or stream.
fn present(answer: Result<Got, ApiFault>) -> Result<Option<Stored>, LogFault> {
    match answer {
        Ok(got) => got.message.try_into().map(Some),
        Err(fault) if fault.is_none() => Ok(None),
        Err(fault) => Err(fault.into()),
    }
}
