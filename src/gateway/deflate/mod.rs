//! Messages of the WebSocket, compressed (permessage-deflate, RFC 7692), for clients that ask for it.
//!
//! No context is taken over from one message to the next, on either side: a message is compressed once for all who take
//! it so, and nothing is kept for a connection. What somebody writes stands in no message beside a secret, so its length
//! tells nothing.

mod inflate;

use std::cell::RefCell;

use axum::http::{HeaderMap, header};
use flate2::{Compress, Compression, FlushCompress};

pub use inflate::Inflater;

/// What answers an offer that is taken. The client too is to begin each message anew, whether it offered that or not
/// (RFC 7692 section 7.1.1.2).
pub const TAKEN: &str = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
/// Shorter messages are sent as they are: they would gain less than a packet's head.
const WORTH_BYTES_MIN: usize = 200;
/// What each compressed message ends with, and is sent without (RFC 7692 section 7.2.1).
const TAIL: [u8; 4] = [0, 0, 0xff, 0xff];
/// Room for what does not get shorter: five bytes for each block that is stored as it is, and the tail.
const GROWTH_BYTES_MAX: usize = 64;

/// Whether one of a client's offers can be taken.
pub fn is_offered(headers: &HeaderMap) -> bool {
    let values =
        headers.get_all(header::SEC_WEBSOCKET_EXTENSIONS).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(can_be_taken)
}

/// Whether an offer asks for nothing that is not kept here: compression without a context, with a window of 32 KiB.
fn can_be_taken(offer: &str) -> bool {
    let mut parts = offer.split(';').map(str::trim);
    if parts.next() != Some("permessage-deflate") {
        return false;
    }
    let mut seen = Vec::new();
    parts.all(|parameter| {
        let (name, value) =
            parameter.split_once('=').map_or((parameter, None), |(n, v)| (n.trim(), Some(v.trim())));
        let is_new = !seen.contains(&name);
        seen.push(name);
        let value = value.map(|value| value.trim_matches('"'));
        is_new
            && match name {
                "server_no_context_takeover" | "client_no_context_takeover" => value.is_none(),
                // Whatever window the client keeps to is within ours.
                "client_max_window_bits" => value.is_none_or(|bits| window_bits(bits).is_some()),
                "server_max_window_bits" => value.and_then(window_bits) == Some(15),
                _ => false,
            }
    })
}

fn window_bits(value: &str) -> Option<u8> {
    let bits = value.parse().ok().filter(|bits| (8..=15).contains(bits))?;
    (!value.starts_with(['0', '+'])).then_some(bits)
}

thread_local! {
    /// One for each thread that publishes: it is large, and begins anew with each message.
    static COMPRESS: RefCell<Compress> = RefCell::new(Compress::new(Compression::default(), false));
}

/// A message compressed as RFC 7692 section 7.2.1 has it; none where that gains nothing.
pub fn deflated(message: &[u8]) -> Option<Vec<u8>> {
    if message.len() < WORTH_BYTES_MIN {
        return None;
    }
    COMPRESS.with_borrow_mut(|compress| {
        compress.reset();
        let mut made = Vec::with_capacity(message.len() + GROWTH_BYTES_MAX);
        // With that much room all is taken at once, or it has grown.
        compress.compress_vec(message, &mut made, FlushCompress::Sync).ok()?;
        let is_whole = compress.total_in() == message.len() as u64 && made.ends_with(&TAIL);
        made.truncate(made.len().saturating_sub(TAIL.len()));
        (is_whole && made.len() < message.len()).then_some(made)
    })
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn offered(values: &[&str]) -> bool {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(header::SEC_WEBSOCKET_EXTENSIONS, HeaderValue::from_str(value).unwrap());
        }
        is_offered(&headers)
    }

    #[test]
    fn what_browsers_offer_is_taken() {
        // Chromium and WebKit; Firefox; a client that offers two ways.
        assert!(offered(&["permessage-deflate; client_max_window_bits"]));
        assert!(offered(&["permessage-deflate"]));
        assert!(offered(&["permessage-deflate; server_max_window_bits=10, permessage-deflate"]));
        assert!(offered(&[
            "x-other",
            "permessage-deflate;server_no_context_takeover;client_max_window_bits=\"12\""
        ]));
    }

    #[test]
    fn what_cannot_be_kept_is_not_taken() {
        assert!(!offered(&[]));
        for offer in [
            "x-webkit-deflate-frame",
            "permessage-deflate; server_max_window_bits=10",
            "permessage-deflate; server_max_window_bits",
            "permessage-deflate; client_max_window_bits=16",
            "permessage-deflate; client_max_window_bits=08",
            "permessage-deflate; server_no_context_takeover=1",
            "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
            "permessage-deflate; mystery",
        ] {
            assert!(!offered(&[offer]), "{offer}");
        }
    }

    #[test]
    fn what_gains_nothing_is_not_compressed() {
        assert_eq!(deflated(&[b' '; WORTH_BYTES_MIN - 1]), None);
        // Bytes of a generator by Lehmer, which no compressor shortens.
        let noise: Vec<u8> = std::iter::successors(Some(1_u64), |at| Some(at * 48_271 % 0x7fff_ffff))
            .map(|at| at.to_le_bytes()[1])
            .take(4_000)
            .collect();
        assert_eq!(deflated(&noise), None);
        assert!(deflated(&[b' '; 4_000]).unwrap().len() < 40);
    }
}
