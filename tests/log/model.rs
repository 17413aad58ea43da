//! Random calls against the simplest log there could be: every engine answers as it does.

use std::collections::BTreeMap;

use bytes::Bytes;
use plenary::log::{AppendError, Log, Nats, NatsSettings, NewEntry};
use proptest::collection::vec;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::engine::{Engine, entry, open, stream};
use crate::nats::server;

#[derive(Debug, Clone)]
enum Call {
    /// How far the expectation is off: 0 is right.
    Append {
        stream: usize,
        off_by: u64,
        entries: usize,
    },
    Read {
        stream: usize,
        after: u64,
        limit: usize,
    },
    PutBlob {
        name: usize,
        byte: u8,
    },
    PutBlobIfAbsent {
        name: usize,
        byte: u8,
    },
    Reopen,
}

const STREAMS: [&str; 3] = ["session/a", "session/a/b", "links"];
const BLOBS: [&str; 2] = ["server/key", "server.key"];

fn calls() -> impl Strategy<Value = Vec<Call>> {
    let stream = 0..STREAMS.len();
    let name = 0..BLOBS.len();
    let call = prop_oneof![
        4 => (stream.clone(), prop_oneof![4 => Just(0), 1 => 1..3_u64], 0..4_usize)
            .prop_map(|(stream, off_by, entries)| Call::Append { stream, off_by, entries }),
        3 => (stream, 0..8_u64, 0..5_usize)
            .prop_map(|(stream, after, limit)| Call::Read { stream, after, limit }),
        1 => (name.clone(), any::<u8>()).prop_map(|(name, byte)| Call::PutBlob { name, byte }),
        1 => (name, any::<u8>()).prop_map(|(name, byte)| Call::PutBlobIfAbsent { name, byte }),
        1 => Just(Call::Reopen),
    ];
    vec(call, 1..40)
}

#[derive(Default)]
struct Model {
    streams: BTreeMap<&'static str, Vec<NewEntry>>,
    blobs: BTreeMap<&'static str, Bytes>,
    said: u64,
}

impl Model {
    /// Makes a call on both, and compares.
    async fn call(&mut self, log: &dyn Log, call: Call) {
        match call {
            Call::Append { stream, off_by, entries } => self.append(log, stream, off_by, entries).await,
            Call::Read { stream: index, after, limit } => {
                let name = STREAMS.get(index).unwrap();
                let read = log.read(&stream(name), after, limit).await.unwrap();
                let stored = self.streams.get(name).cloned().unwrap_or_default();
                let expected: Vec<_> = (1..).zip(stored).skip(after as usize).take(limit).collect();
                let read: Vec<_> = read
                    .into_iter()
                    .map(|e| (e.seq, NewEntry { at_ms: e.at_ms, kind: e.kind, body: e.body, parts: e.parts }))
                    .collect();
                assert_eq!(read, expected);
            }
            Call::PutBlob { name, byte } => {
                let name = BLOBS.get(name).unwrap();
                log.put_blob(name, vec![byte].into()).await.unwrap();
                self.blobs.insert(name, vec![byte].into());
            }
            Call::PutBlobIfAbsent { name, byte } => {
                let name = BLOBS.get(name).unwrap();
                let stored = log.put_blob_if_absent(name, vec![byte].into()).await.unwrap();
                assert_eq!(stored, *self.blobs.entry(name).or_insert(vec![byte].into()));
            }
            Call::Reopen => {}
        }
        for name in BLOBS {
            assert_eq!(log.blob(name).await.unwrap().as_ref(), self.blobs.get(name));
        }
        let names: Vec<String> = log.streams().await.unwrap().iter().map(ToString::to_string).collect();
        assert!(names.iter().eq(self.streams.keys()), "{names:?}");
    }

    async fn append(&mut self, log: &dyn Log, index: usize, off_by: u64, count: usize) {
        let name = STREAMS.get(index).unwrap();
        let last = self.streams.get(name).map_or(0, Vec::len) as u64;
        let entries: Vec<NewEntry> = (0..count)
            .map(|_| {
                self.said += 1;
                entry(&self.said.to_string())
            })
            .collect();
        let outcome = log.append(&stream(name), last + off_by, entries.clone()).await;
        if off_by > 0 {
            assert_eq!(outcome, Err(AppendError::Raced { last }));
        } else {
            assert_eq!(outcome, Ok(last + count as u64));
            if count > 0 {
                self.streams.entry(name).or_default().extend(entries);
            }
        }
        assert_eq!(log.last(&stream(name)).await.unwrap(), outcome.unwrap_or(last));
    }
}

fn run(story: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(story);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn memory_answers_as_the_model(calls in calls()) {
        run(async {
            let (mut model, engine) = (Model::default(), Engine::memory());
            for call in calls {
                model.call(&*engine.log, call).await;
            }
        });
    }

    #[test]
    fn sqlite_answers_as_the_model(calls in calls()) {
        run(async {
            let folder = TempDir::new().unwrap();
            let (mut model, mut log) = (Model::default(), open(folder.path()));
            for call in calls {
                if matches!(call, Call::Reopen) {
                    log.close().await;
                    log = open(folder.path());
                }
                model.call(&log, call).await;
            }
        });
    }

    #[test]
    fn jetstream_answers_as_the_model(calls in calls()) {
        run(async {
            let settings = NatsSettings::of(vec![server::shared().to_owned()], server::fresh_conference());
            let (mut model, mut log) = (Model::default(), Nats::open(settings.clone()).await.unwrap());
            for call in calls {
                if matches!(call, Call::Reopen) {
                    log.close().await;
                    log = Nats::open(settings.clone()).await.unwrap();
                }
                model.call(&log, call).await;
            }
        });
    }
}
