//! The sound of pre-recorded statements: blobs beside the log, each named by what it holds.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use bytes::Bytes;
use sha2::{Digest as _, Sha256};

use super::fault::RoomFault;
use crate::log::Log;
use crate::meeting::ids::ClipId;
use crate::meeting::prerecorded::named_by;

/// Where the sound is kept. Clones are the same.
#[derive(Clone)]
pub struct Clips {
    log: Arc<dyn Log>,
    /// What somebody holds at this moment: all who hold a clip hold the same bytes, however many and however slow.
    held: Arc<Mutex<HashMap<ClipId, Weak<Bytes>>>>,
}

/// The bytes of a clip for one of those who hold them.
struct Held(Arc<Bytes>);

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Clips {
    /// Those of a log.
    pub fn of(log: Arc<dyn Log>) -> Self {
        Self { log, held: Arc::default() }
    }

    /// Keeps a clip, Opus in Ogg, and names it. The same sound is kept once.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    pub async fn keep(&self, ogg: Bytes) -> Result<ClipId, RoomFault> {
        let clip = named_by(&Sha256::digest(&ogg).into());
        self.log.put_blob_if_absent(&blob(&clip), ogg).await?;
        Ok(clip)
    }

    /// A clip that was kept.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    pub async fn find(&self, clip: &ClipId) -> Result<Option<Bytes>, RoomFault> {
        if let Some(held) = self.held(clip, None) {
            return Ok(Some(held));
        }
        let found = self.log.blob(&blob(clip)).await?;
        Ok(found.and_then(|found| self.held(clip, Some(found))))
    }

    /// The bytes that others hold of a clip; else those found now, for others to hold.
    fn held(&self, clip: &ClipId, found: Option<Bytes>) -> Option<Bytes> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = held.get(clip).and_then(Weak::upgrade).or_else(|| {
            let bytes = Arc::new(found?);
            held.retain(|_, bytes| bytes.strong_count() > 0);
            held.insert(clip.clone(), Arc::downgrade(&bytes));
            Some(bytes)
        })?;
        Some(Bytes::from_owner(Held(bytes)))
    }
}

fn blob(clip: &ClipId) -> String {
    format!("clip/{clip}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::Memory;

    #[tokio::test]
    async fn all_who_hold_a_clip_hold_the_same_bytes_and_nothing_is_left_when_they_are_done() {
        let clips = Clips::of(Arc::new(Memory::new()));
        let clip = clips.keep(Bytes::from_static(b"a clip")).await.expect("kept");
        let find = async || clips.find(&clip).await.expect("looked for").expect("found");
        let holders = || {
            let held = clips.held.lock().expect("no panic");
            held.values().map(Weak::strong_count).collect::<Vec<_>>()
        };
        let (one, other) = (find().await, find().await);
        assert_eq!((&one[..], &other[..], holders()), (&b"a clip"[..], &b"a clip"[..], vec![2]));
        let part = one.slice(2..);
        drop((one, other));
        assert_eq!((holders(), find().await.slice(2..)), (vec![1], part.clone()), "a part holds it too");
        drop(part);
        assert_eq!(holders(), [0]);
        let unknown = named_by(&[0; 32]);
        assert_eq!(clips.find(&unknown).await.expect("looked for"), None);
    }
}
