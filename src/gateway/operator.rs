//! What only whoever runs the server can mend: told in the log, in words that name the remedy. Those whom it happens to
//! can do nothing about it, and it may happen thousands of times a minute, so each matter is told once in a while.

use std::io;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long nothing more is said of a matter that was told.
const AGAIN_AFTER: Duration = Duration::from_secs(60);
/// Most that is repeated of what a caller wrote, in characters.
const REPEATED_CHARS_MAX: usize = 100;

/// Whoever runs the server, and what they were told.
#[derive(Debug, Default)]
pub struct Operator {
    wrong_origin: Matter,
    cookie_by_http: Matter,
    no_upgrade: Matter,
    many_listen: Matter,
    crowded_audience: Matter,
    crowded_address: Matter,
    many_strangers: Matter,
    no_more_files: Matter,
}

impl Operator {
    /// A page of another address than it calls was refused.
    pub fn wrong_origin(&self, origin: &str, host: &str) {
        if self.wrong_origin.is_due(Instant::now()) {
            let (origin, host) = (repeated(origin), repeated(host));
            tracing::warn!(
                origin,
                host,
                "a page was refused, for its address (Origin) is not the one it called (Host): if the page is this \
                 server's, give that address with --public-url, or have the proxy pass Host on as it came"
            );
        }
    }

    /// A page that came by plain HTTP was given a cookie that browsers keep for HTTPS only.
    pub fn cookie_by_http(&self, origin: &str) {
        if self.cookie_by_http.is_due(Instant::now()) {
            let origin = repeated(origin);
            tracing::warn!(
                origin,
                "somebody enters over plain HTTP and will be asked for their link again and again, for the public \
                 address is https:// and browsers then keep the cookie for HTTPS only: have the proxy send http:// to \
                 https://, or give the http:// address with --public-url"
            );
        }
    }

    /// A browser asked for a WebSocket, and the words that make the call one did not arrive.
    pub fn no_upgrade(&self) {
        if self.no_upgrade.is_due(Instant::now()) {
            tracing::warn!(
                "a WebSocket was asked for and cannot be opened, for Connection and Upgrade did not arrive: have the \
                 proxy pass WebSockets on (in nginx proxy_http_version 1.1, and both headers set anew)"
            );
        }
    }

    /// One address holds as many connections without a link as one may.
    pub fn crowded_address(&self, address: IpAddr, most: usize) {
        if self.crowded_address.is_due(Instant::now()) {
            tracing::warn!(
                %address,
                most,
                "an address holds as many connections as one may that have shown no link: its oldest are ended, and \
                 nobody who has entered is touched. If it is not a hall or a proxy of yours, keep it out"
            );
        }
    }

    /// All connections without a link are taken.
    pub fn many_strangers(&self, most: usize) {
        if self.many_strangers.is_due(Instant::now()) {
            tracing::warn!(
                most,
                "as many connections as may be have shown no link: the oldest are ended, and nobody who has entered is \
                 touched. With more open files (ulimit -n) there are more"
            );
        }
    }

    /// The system gives no file for another connection.
    pub fn no_more_files(&self, error: &io::Error) {
        if self.no_more_files.is_due(Instant::now()) {
            tracing::error!(
                %error,
                "a connection could not be accepted: if too many files are open, allow more (ulimit -n)"
            );
        }
    }

    /// As many listen in public from one address as may.
    pub fn crowded_audience(&self, address: IpAddr, most: usize) {
        if self.crowded_audience.is_due(Instant::now()) {
            tracing::warn!(
                %address,
                most,
                "as many of the public listen from one address as may: more of it are sent away. If it is a proxy of yours, \
                 name it with --trusted-proxy, so that each listener counts for the address it comes from"
            );
        }
    }

    /// As many listen in public as there are places.
    pub fn many_listen(&self, most: usize) {
        if self.many_listen.is_due(Instant::now()) {
            tracing::warn!(most, "as many of the public listen as this server serves: others are sent away");
        }
    }
}

/// Something that is told now and then.
#[derive(Debug, Default)]
struct Matter(Mutex<Option<Instant>>);

impl Matter {
    /// Whether it is to be told now, for it was not told for a while.
    fn is_due(&self, now: Instant) -> bool {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let due = told.is_none_or(|told| now.saturating_duration_since(told) >= AGAIN_AFTER);
        if due {
            *told = Some(now);
        }
        due
    }
}

/// What a caller wrote, so that it is one line, and short.
fn repeated(text: &str) -> String {
    text.escape_debug().take(REPEATED_CHARS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matter_is_told_at_once_and_then_once_in_a_while() {
        let (matter, began) = (Matter::default(), Instant::now());
        assert!(matter.is_due(began));
        assert!(!matter.is_due(began + AGAIN_AFTER - Duration::from_millis(1)));
        assert!(matter.is_due(began + AGAIN_AFTER));
        assert!(!matter.is_due(began + AGAIN_AFTER));
    }

    #[test]
    fn what_a_caller_wrote_is_repeated_in_one_short_line() {
        assert_eq!(repeated("https://a\nERROR b"), "https://a\\nERROR b");
        assert_eq!(repeated(&"a".repeat(1_000)).len(), REPEATED_CHARS_MAX);
    }
}
