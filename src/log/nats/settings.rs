//! How the engine on NATS JetStream is set up, and why it may not open.

use std::path::PathBuf;
use std::time::Duration;

use super::super::LogFault;
use crate::terms::ids::ConferenceId;

/// The oldest server that is used: to 2.10.22 a killed server could lose streams.
pub(super) const VERSION_MIN: [u64; 3] = [2, 10, 23];

/// How the engine is set up.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Addresses of the servers, such as `nats://10.0.0.1:4222` or `tls://user:password@nats.example.org:4222`: all of one
    /// cluster, so that another is found when one is away. User and password are those of the first that names any, for all;
    /// what is special in an address stands there as %2F.
    pub servers: Vec<String>,
    /// Whose log it is: it begins every name on the servers, so that several conferences share them.
    pub conference: ConferenceId,
    /// How many servers keep each message: 1, or 3 in a cluster of three or more.
    pub replicas: usize,
    /// File with the root certificates that vouch for the servers, in PEM; none for those of the system.
    pub root_certificates: Option<PathBuf>,
    /// How often the connection is tried: a server that stands still is left after two or three of these.
    pub ping_interval: Duration,
    /// How long a connection may take to come to be.
    pub connection_timeout: Duration,
    /// How long a call goes on trying before it fails. An election of the servers takes 4 to 9 seconds.
    pub give_up: Duration,
    /// Whether a server is used that is too old to be relied on: for tests of the engine on one.
    pub any_version: bool,
}

impl Settings {
    /// The settings for a conference on these servers: three replicas where several are named, else one.
    pub fn of(servers: Vec<String>, conference: ConferenceId) -> Self {
        let replicas = if servers.len() > 1 { 3 } else { 1 };
        Self {
            servers,
            conference,
            replicas,
            root_certificates: None,
            ping_interval: Duration::from_millis(400),
            connection_timeout: Duration::from_millis(800),
            give_up: Duration::from_secs(12),
            any_version: false,
        }
    }
}

/// Why a log on NATS cannot be used. Each is one sentence for whoever starts the server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NatsOpenFault {
    /// No server answers, or none lets us in.
    #[error("No NATS server can be reached at {servers} ({reason}): start it, or name another.")]
    Unreachable {
        /// The servers that were tried.
        servers: String,
        /// What the client said.
        reason: String,
    },
    /// The server is too old.
    #[error(
        "The NATS server at {servers} is of version {found}, and versions before 2.10.23 can lose what they have \
         acknowledged: install the newest one."
    )]
    TooOld {
        /// The servers that were named.
        servers: String,
        /// What it said.
        found: String,
    },
    /// The server takes smaller messages than the log stores.
    #[error(
        "The NATS server at {servers} takes messages of {found} bytes at most, where the log needs {needed}: set \
         max_payload to 1MB in its configuration."
    )]
    PayloadTooSmall {
        /// The servers that were named.
        servers: String,
        /// Most that the server takes, in bytes.
        found: usize,
        /// Least that is needed, in bytes.
        needed: usize,
    },
    /// JetStream is not to be had, or a stream of the log is not as it is to be.
    #[error("The log on the NATS server at {servers} cannot be used: {fault}.")]
    Log {
        /// The servers that were named.
        servers: String,
        /// What is wrong.
        fault: LogFault,
    },
}

/// Whether a version such as `2.12.1-beta` is new enough.
pub(super) fn is_new_enough(version: &str) -> bool {
    let mut numbers = version.split(['.', '-', '+']).map(|number| number.parse::<u64>().unwrap_or(0));
    let found = [(); 3].map(|()| numbers.next().unwrap_or(0));
    found >= VERSION_MIN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        for (version, new_enough) in [
            ("2.9.10", false),
            ("2.10.22", false),
            ("2.10.23", true),
            ("2.10.100", true),
            ("2.12.1-beta", true),
            ("10.0.0", true),
            ("", false),
        ] {
            assert_eq!(is_new_enough(version), new_enough, "{version:?}");
        }
    }
}
