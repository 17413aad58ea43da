//! Parts of a sound of known length (RFC 9110 section 14): a player asks for the part that it plays, so that it knows the
//! length at once and goes to any place of it. Safari asks for two bytes first, and plays nothing that is sent whole then.

use std::ops::RangeInclusive;

use axum::BoxError;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use futures_util::Stream;
use http_range_header::{RangeUnsatisfiableError, parse_range_header};

use super::admission::only;
use super::problem::{Refused, problem};
use crate::wire::http::ProblemCode;

/// What of a sound is asked for.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    /// All of it.
    All,
    /// One part.
    Part(RangeInclusive<u64>),
    /// What it does not have.
    Nothing,
}

/// A call for a sound as far as its answer depends on it.
pub struct Asking<'a> {
    /// The method; a part is given to `GET` alone.
    pub method: &'a Method,
    /// The headers.
    pub headers: &'a HeaderMap,
}

/// What is sent of a sound.
#[derive(Debug)]
pub struct Sent {
    /// That it is all of it, or a part.
    pub status: StatusCode,
    /// What is told of it.
    pub head: HeaderMap,
    /// Its first byte.
    pub from: u64,
    /// How many bytes.
    pub bytes: u64,
}

impl Asking<'_> {
    /// The answer: what is sent, in pieces as they are read; what is told of it alone, where only that is asked for.
    pub fn answer<E: Into<BoxError>>(
        &self,
        sent: Sent,
        pieces: impl Stream<Item = Result<Bytes, E>> + Send + 'static,
    ) -> Response {
        let length = [(header::CONTENT_LENGTH, sent.bytes.to_string())];
        let body = if self.method == Method::HEAD { Body::empty() } else { Body::from_stream(pieces) };
        (sent.status, sent.head, length, body).into_response()
    }

    /// What is to be sent of a sound that has so many bytes. `tag` is another for every other sound.
    ///
    /// # Errors
    /// 416 for a part that it does not have.
    pub fn sent(&self, mime: &'static str, tag: &str, length: u64) -> Result<Sent, Refused> {
        let tag = format!("\"{tag}\"");
        let mut head = HeaderMap::new();
        head.insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
        head.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        head.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        let mut tell =
            |name, value: String| HeaderValue::try_from(value).map(|value| head.insert(name, value));
        drop(tell(header::ETAG, tag.clone()));
        let (status, from, bytes) = match self.asked(&tag, length) {
            Asked::All => (StatusCode::OK, 0, length),
            Asked::Part(part) => {
                let (from, to) = (*part.start(), *part.end());
                drop(tell(header::CONTENT_RANGE, format!("bytes {from}-{to}/{length}")));
                (StatusCode::PARTIAL_CONTENT, from, to + 1 - from)
            }
            Asked::Nothing => {
                let remedy = format!("it has {length} bytes; ask for some of them");
                let refused = problem(StatusCode::RANGE_NOT_SATISFIABLE, ProblemCode::Malformed, &remedy);
                let length = HeaderValue::try_from(format!("bytes */{length}"));
                return Err(match length {
                    Ok(length) => refused.with(header::CONTENT_RANGE, length),
                    Err(_never) => refused,
                });
            }
        };
        Ok(Sent { status, head, from, bytes })
    }

    /// Several parts in one answer are asked for by no player, and may be answered with the whole; so may what is no
    /// range, or of another unit than bytes.
    fn asked(&self, tag: &str, length: u64) -> Asked {
        let is_current = match self.headers.get(header::IF_RANGE) {
            None => true,
            // A moment, or a tag that stands for what is nearly the same, will not do for a part.
            Some(of) => of.as_bytes() == tag.as_bytes(),
        };
        let Some(range) =
            only(self.headers, &header::RANGE).filter(|_| is_current && self.method == Method::GET)
        else {
            return Asked::All;
        };
        match parse_range_header(range).and_then(|ranges| ranges.validate(length)) {
            Ok(parts) => match <[_; 1]>::try_from(parts) {
                Ok([part]) => Asked::Part(part),
                Err(_none_or_several) => Asked::All,
            },
            Err(RangeUnsatisfiableError::Unsatisfiable) => Asked::Nothing,
            Err(_not_understood) => Asked::All,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(method: &Method, range: &[&str], if_range: Option<&str>) -> Asked {
        let mut headers = HeaderMap::new();
        for range in range {
            headers.append(header::RANGE, range.parse().expect("a value"));
        }
        if let Some(of) = if_range {
            headers.insert(header::IF_RANGE, of.parse().expect("a value"));
        }
        Asking { method, headers: &headers }.asked("\"a\"", 1_000)
    }

    #[test]
    fn one_part_is_given_and_what_is_no_range_is_as_if_it_were_not_there() {
        let get = |range: &str| asked(&Method::GET, &[range], None);
        for (range, from, to) in [
            ("bytes=0-1", 0, 1),
            ("Bytes=10-19", 10, 19),
            ("bytes=990-", 990, 999),
            ("bytes=990-5000", 990, 999),
            ("bytes=-10", 990, 999),
            ("bytes=-5000", 0, 999),
            ("bytes=999-999", 999, 999),
        ] {
            assert_eq!(get(range), Asked::Part(from..=to), "{range}");
        }
        for nothing in ["bytes=1000-", "bytes=1000-1001", "bytes=-0"] {
            assert_eq!(get(nothing), Asked::Nothing, "{nothing}");
        }
        for all in ["bytes=0-1,5-6", "bytes=9-1", "bytes=a-b", "bytes", "items=0-1", ""] {
            assert_eq!(get(all), Asked::All, "{all}");
        }
        assert_eq!(asked(&Method::GET, &[], None), Asked::All);
        assert_eq!(asked(&Method::GET, &["bytes=0-1", "bytes=2-3"], None), Asked::All);
        assert_eq!(asked(&Method::HEAD, &["bytes=0-1"], None), Asked::All);
    }

    #[test]
    fn a_part_of_another_sound_than_the_caller_holds_is_not_given() {
        let of = |tag: &str| asked(&Method::GET, &["bytes=0-1"], Some(tag));
        assert_eq!(of("\"a\""), Asked::Part(0..=1));
        for other in ["\"b\"", "W/\"a\"", "a", "Wed, 24 Feb 2021 10:00:00 GMT"] {
            assert_eq!(of(other), Asked::All, "{other}");
        }
    }
}
