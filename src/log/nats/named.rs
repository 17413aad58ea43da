//! Blobs by name: a message each, which says where the pieces are if it is large.

use async_nats::HeaderMap;
use bytes::Bytes;
use serde_json::json;

use super::super::LogFault;
use super::MESSAGE_BYTES_MAX;
use super::api::{PAUSE, Stored};
use super::core::Core;
use super::packed::pieces;

/// The upload whose pieces are the blob.
pub(super) const UPLOAD: &str = "Plenary-Upload";
/// How many pieces there are.
pub(super) const PIECES: &str = "Plenary-Pieces";

impl Core {
    /// Stores a blob in place of any of the same name.
    pub(super) async fn put_blob(&self, name: &str, bytes: &Bytes) -> Result<(), LogFault> {
        let subject = self.names.blob(name);
        let before = self.message(&subject).await?;
        let (headers, body) = self.uploaded(bytes).await?;
        let began = std::time::Instant::now();
        // Twice is as good as once.
        while let Err(fault) = self.api.publish(&subject, headers.clone(), body.clone()).await {
            if began.elapsed() > self.api.give_up {
                return Err(fault.into());
            }
            tokio::time::sleep(PAUSE).await;
        }
        self.let_go_of(before.as_ref()).await
    }

    /// Stores a blob where there is none of its name, and returns what is stored.
    pub(super) async fn put_blob_if_absent(&self, name: &str, bytes: Bytes) -> Result<Bytes, LogFault> {
        let subject = self.names.blob(name);
        loop {
            if let Some(there) = self.blob(name).await? {
                return Ok(there);
            }
            let (headers, body) = self.uploaded(&bytes).await?;
            let upload = headers.get(UPLOAD).map(|upload| upload.to_string());
            if self.api.store_once(&self.names.blobs(), &subject, headers, body).await? {
                return Ok(bytes);
            }
            // Where an answer was lost it may be this one that is there.
            let there = self.message(&subject).await?;
            let there = there.and_then(|there| there.headers.get(UPLOAD).map(str::to_owned));
            if let Some(upload) = upload.filter(|upload| there.as_ref() != Some(upload)) {
                self.purge_upload(&upload).await?;
            }
        }
    }

    /// A blob by its name.
    pub(super) async fn blob(&self, name: &str) -> Result<Option<Bytes>, LogFault> {
        let Some(found) = self.message(&self.names.blob(name)).await? else { return Ok(None) };
        let Some(upload) = found.headers.get(UPLOAD) else { return Ok(Some(found.body)) };
        let count = u32::try_from(found.headers.number(PIECES)).unwrap_or(u32::MAX);
        // It may just have been replaced or removed.
        self.api.pieces(&self.names.blobs(), &self.names.upload(upload), count).await
    }

    /// The names of all blobs that begin so.
    pub(super) async fn blob_names(&self, prefix: &str) -> Result<Vec<String>, LogFault> {
        let (subjects, _) = self.api.subjects(&self.names.blobs(), &self.names.named_blobs()).await?;
        let names = subjects.iter().filter_map(|subject| self.names.blob_name(subject));
        let mut names: Vec<String> = names.filter(|name| name.starts_with(prefix)).collect();
        names.sort();
        Ok(names)
    }

    /// Removes a blob by its name, for good.
    pub(super) async fn remove_blob(&self, name: &str) -> Result<(), LogFault> {
        let Some(found) = self.message(&self.names.blob(name)).await? else { return Ok(()) };
        self.api.erase(&self.names.blobs(), found.message).await?;
        self.let_go_of(Some(&found)).await
    }

    /// The message of a blob: it is the only one of its subject.
    pub(super) async fn message(&self, subject: &str) -> Result<Option<Stored>, LogFault> {
        self.api.get(&self.names.blobs(), &json!({ "last_by_subj": subject })).await
    }

    /// What stands in a blob's message; its pieces are stored before it, where it is large.
    async fn uploaded(&self, bytes: &Bytes) -> Result<(HeaderMap, Bytes), LogFault> {
        let mut headers = HeaderMap::new();
        if bytes.len() <= MESSAGE_BYTES_MAX {
            // An empty message without headers would be none to some clients.
            headers.insert(PIECES, "0");
            return Ok((headers, bytes.clone()));
        }
        let upload = self.fresh_id();
        self.api.store_pieces(&self.names.blobs(), &self.names.upload(&upload), bytes, 0).await?;
        headers.insert(UPLOAD, upload);
        headers.insert(PIECES, pieces(bytes.len()).to_string());
        Ok((headers, Bytes::new()))
    }

    async fn let_go_of(&self, blob: Option<&Stored>) -> Result<(), LogFault> {
        match blob.and_then(|blob| blob.headers.get(UPLOAD)) {
            Some(upload) => self.purge_upload(upload).await,
            None => Ok(()),
        }
    }

    /// Takes the pieces of an upload away.
    pub(super) async fn purge_upload(&self, upload: &str) -> Result<(), LogFault> {
        self.api.purge(&self.names.blobs(), &format!("{}.*", self.names.upload(upload))).await
    }
}
