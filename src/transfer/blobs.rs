//! The blobs: those by name, and those of any size.

use futures_util::StreamExt as _;

use super::{TransferFault, UNDER_WAY, read, written};
use crate::log::{Blobs, Digest, Log};

/// What is to be copied of the blobs by name.
pub struct Names {
    /// How many the source has.
    pub all: usize,
    /// Those that the target has not.
    pub missing: Vec<String>,
}

/// Compares the blobs by name: what the target has must be what the source has. Others in the target stay; nothing refers
/// to them.
pub async fn compare_named(from: &dyn Log, to: &dyn Log) -> Result<Names, TransferFault> {
    let names = from.blob_names("").await.map_err(read)?;
    let mut missing = Vec::new();
    for name in names.iter().filter(|name| *name != UNDER_WAY) {
        match to.blob(name).await.map_err(written)? {
            None => missing.push(name.clone()),
            Some(there) if from.blob(name).await.map_err(read)?.as_ref() == Some(&there) => {}
            Some(_another) => return Err(TransferFault::OtherBlob { name: name.clone() }),
        }
    }
    Ok(Names { all: names.len(), missing })
}

/// Copies those that are missing.
pub async fn copy_named(from: &dyn Log, to: &dyn Log, missing: Vec<String>) -> Result<(), TransferFault> {
    for name in missing {
        if let Some(bytes) = from.blob(&name).await.map_err(read)? {
            to.put_blob(&name, bytes).await.map_err(written)?;
        }
    }
    Ok(())
}

/// Copies blobs of any size that the target does not have. Tells how many there are, and which are not what they were.
pub async fn copy_all(from: &dyn Blobs, to: &dyn Blobs) -> Result<(usize, Vec<Digest>), TransferFault> {
    let mut all = from.all().await.map_err(read)?;
    all.sort_unstable();
    let mut damaged = Vec::new();
    for blob in &all {
        let length = from.length(blob).await.map_err(read)?.unwrap_or_default();
        // One that is there is whole: it was given its name when it was.
        if to.length(blob).await.map_err(written)? == Some(length) {
            continue;
        }
        let Some(mut pieces) = from.read(blob, 0..length).await.map_err(read)? else { continue };
        let mut incoming = to.begin().await.map_err(written)?;
        while let Some(piece) = pieces.next().await {
            incoming.write(piece.map_err(read)?).await.map_err(written)?;
        }
        if incoming.digest() == *blob {
            incoming.keep().await.map_err(written)?;
        } else {
            damaged.push(*blob);
        }
    }
    Ok((all.len(), damaged))
}
