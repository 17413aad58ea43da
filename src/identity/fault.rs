//! What can go wrong with links and cookies.

use crate::log::{InvalidName, LogFault};

/// A fault of identity.
#[derive(Debug, thiserror::Error)]
pub enum IdentityFault {
    /// The log failed.
    #[error(transparent)]
    Log(#[from] LogFault),
    /// A name is out of bounds.
    #[error(transparent)]
    Name(#[from] InvalidName),
    /// A stored link is not understood, or one cannot be written.
    #[error("a stored link cannot be read or written: {reason}")]
    Json {
        /// Why.
        reason: serde_json::Error,
    },
    /// The system gives no random bytes.
    #[error("the system gives no random bytes: {reason}")]
    Random {
        /// Why.
        reason: getrandom::Error,
    },
}
