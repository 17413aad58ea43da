//! An engine that works in real time, in a simulation of which the time is virtual: time stands still while it is asked.

use std::sync::{Arc, mpsc};

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use plenary::log::{AppendError, Blobs, Entry, Log, LogFault, NewEntry, Stream, Tail};

/// A log on which virtual time waits.
pub struct Held(pub Arc<dyn Log>);

/// Virtual time does not go on by itself while blocking work is done: here, waiting for this to be dropped.
fn time() -> mpsc::Sender<()> {
    let (goes_on, stands) = mpsc::channel();
    tokio::task::spawn_blocking(move || stands.recv().is_ok());
    goes_on
}

#[async_trait]
impl Log for Held {
    async fn append(
        &self,
        stream: &Stream,
        expected: u64,
        entries: Vec<NewEntry>,
    ) -> Result<u64, AppendError> {
        let _stands = time();
        self.0.append(stream, expected, entries).await
    }

    async fn read(&self, stream: &Stream, after: u64, limit: usize) -> Result<Vec<Entry>, LogFault> {
        let _stands = time();
        self.0.read(stream, after, limit).await
    }

    async fn follow(
        &self,
        stream: &Stream,
        after: u64,
    ) -> Result<BoxStream<'static, Result<Entry, LogFault>>, LogFault> {
        self.0.follow(stream, after).await
    }

    async fn erase(&self, stream: &Stream, subjects: Vec<String>) -> Result<u64, LogFault> {
        let _stands = time();
        self.0.erase(stream, subjects).await
    }

    fn tail(&self, stream: &Stream) -> Result<Tail, LogFault> {
        self.0.tail(stream)
    }

    async fn last(&self, stream: &Stream) -> Result<u64, LogFault> {
        let _stands = time();
        self.0.last(stream).await
    }

    async fn streams(&self) -> Result<Vec<Stream>, LogFault> {
        let _stands = time();
        self.0.streams().await
    }

    async fn put_blob(&self, name: &str, bytes: Bytes) -> Result<(), LogFault> {
        let _stands = time();
        self.0.put_blob(name, bytes).await
    }

    async fn put_blob_if_absent(&self, name: &str, bytes: Bytes) -> Result<Bytes, LogFault> {
        let _stands = time();
        self.0.put_blob_if_absent(name, bytes).await
    }

    async fn blob(&self, name: &str) -> Result<Option<Bytes>, LogFault> {
        let _stands = time();
        self.0.blob(name).await
    }

    async fn blob_names(&self, prefix: &str) -> Result<Vec<String>, LogFault> {
        let _stands = time();
        self.0.blob_names(prefix).await
    }

    async fn remove_blob(&self, name: &str) -> Result<(), LogFault> {
        let _stands = time();
        self.0.remove_blob(name).await
    }

    async fn check(&self) -> Result<(), LogFault> {
        let _stands = time();
        self.0.check().await
    }

    fn blobs(&self) -> Arc<dyn Blobs> {
        self.0.blobs()
    }

    async fn close(&self) {
        let _stands = time();
        self.0.close().await;
    }
}
