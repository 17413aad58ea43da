//! The sound of pre-recorded statements: blobs beside the log, each named by what it holds.

use std::sync::Arc;

use bytes::Bytes;
use sha2::{Digest as _, Sha256};

use super::fault::RoomFault;
use crate::log::Log;
use crate::meeting::ids::ClipId;
use crate::meeting::prerecorded::named_by;

/// Where the sound is kept. Clones are the same.
#[derive(Clone)]
pub struct Clips(Arc<dyn Log>);

impl Clips {
    /// Those of a log.
    pub fn of(log: Arc<dyn Log>) -> Self {
        Self(log)
    }

    /// Keeps a clip, Opus in Ogg, and names it. The same sound is kept once.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    pub async fn keep(&self, ogg: Bytes) -> Result<ClipId, RoomFault> {
        let clip = named_by(&Sha256::digest(&ogg).into());
        self.0.put_blob_if_absent(&blob(&clip), ogg).await?;
        Ok(clip)
    }

    /// A clip that was kept.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    pub async fn find(&self, clip: &ClipId) -> Result<Option<Bytes>, RoomFault> {
        Ok(self.0.blob(&blob(clip)).await?)
    }
}

fn blob(clip: &ClipId) -> String {
    format!("clip/{clip}")
}
