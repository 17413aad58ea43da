//! Backups: one file that holds what a data folder holds, made beside a running server or a stopped one, and put back into a
//! new folder.
//!
//! The file is a plain tar: `plenary.db`, `blobs/`, `recordings/`, and last `plenary-backup-1.sha256`, which has the SHA-256
//! of every other file in the form of `sha256sum`. Without that last one a backup is not whole.
//!
//! **What is consistent with what.** Blobs go first, then the database as it stands at one moment, then the blobs that have
//! come meanwhile, then the recordings. A blob never changes, and what refers to one is stored after it: so all that the
//! copied database refers to is there, but for a blob that came during the copying and was removed at once again, which is
//! told.

mod fault;
mod places;
mod read;
mod sums;
mod write;

pub use fault::BackupFault;
pub use read::{Restored, restore};
pub use sums::{Summed, Sums};
pub use write::{Written, write};
