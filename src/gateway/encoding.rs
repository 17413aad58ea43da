//! How a browser takes what it is sent: what `Accept-Encoding` asks for (RFC 9110 section 12.5.3).

use std::io::Read as _;

use axum::http::{HeaderMap, header};
use bytes::Bytes;
use flate2::Compression;
use flate2::read::GzEncoder;

/// A way in which a file is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Brotli, the smallest. Browsers take it by HTTPS only.
    Brotli,
    /// What every browser takes.
    Gzip,
    /// As it is.
    Identity,
}

impl Encoding {
    /// The smallest first.
    const ALL: [Self; 3] = [Self::Brotli, Self::Gzip, Self::Identity];

    /// The name in `Content-Encoding`; none for what is sent as it is.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    /// What suits best of those that there are: what is wished most, and of what is wished alike the smallest. A file as it
    /// is comes last unless it is asked for, and comes in any case where nothing else is taken.
    pub fn best(headers: &HeaderMap, is_kept: impl Fn(Self) -> bool) -> Self {
        let wishes = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
        let wishes: Vec<_> = wishes.flat_map(|value| value.split(',')).filter_map(wish).collect();
        let weight = |encoding: Self| {
            let of = |name: &str| wishes.iter().find(|(given, _)| given == name).map(|(_, weight)| *weight);
            let named = encoding.name().map_or_else(|| of("identity"), of);
            named.or_else(|| encoding.name().and_then(|_| of("*"))).unwrap_or(0.0)
        };
        let kept = Self::ALL.into_iter().filter(|encoding| is_kept(*encoding));
        let taken = kept.filter(|encoding| weight(*encoding) > 0.0);
        taken.rev().max_by(|a, b| weight(*a).total_cmp(&weight(*b))).unwrap_or(Self::Identity)
    }
}

/// Bytes as gzip has them; none where that gains nothing.
pub fn gzipped(plain: &[u8]) -> Option<Bytes> {
    let mut smaller = Vec::with_capacity(plain.len() / 3);
    // What is in memory can be read.
    GzEncoder::new(plain, Compression::default()).read_to_end(&mut smaller).ok()?;
    (smaller.len() < plain.len()).then(|| smaller.into())
}

/// An encoding and how much it is wished, 0 to 1; nothing of what is not in form.
fn wish(text: &str) -> Option<(String, f32)> {
    let mut parts = text.split(';').map(str::trim);
    let name = parts.next().filter(|name| !name.is_empty())?.to_ascii_lowercase();
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    let weight = weight.map_or(Some(1.0), |weight| weight.trim().parse::<f32>().ok())?;
    (0.0..=1.0).contains(&weight).then_some((name, weight))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn best_of(accept: &str) -> Encoding {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_str(accept).unwrap());
        Encoding::best(&headers, |_| true)
    }

    #[test]
    fn the_smallest_is_sent_of_what_a_browser_takes() {
        assert_eq!(best_of("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(best_of("gzip, deflate"), Encoding::Gzip);
        assert_eq!(best_of("GZIP;q=1.0"), Encoding::Gzip);
        assert_eq!(best_of("*"), Encoding::Brotli);
        assert_eq!(best_of("zstd, deflate"), Encoding::Identity);
        assert_eq!(best_of(""), Encoding::Identity);
        assert_eq!(Encoding::best(&HeaderMap::new(), |_| true), Encoding::Identity);
    }

    #[test]
    fn what_is_wished_more_is_sent_and_what_is_refused_is_not() {
        assert_eq!(best_of("br;q=0.5, gzip;q=0.8"), Encoding::Gzip);
        assert_eq!(best_of("br;q=0, gzip;q=0.1"), Encoding::Gzip);
        assert_eq!(best_of("gzip;q=0, *"), Encoding::Brotli);
        assert_eq!(best_of("br ; q=0 , gzip ; q=0"), Encoding::Identity);
        assert_eq!(best_of("identity, gzip;q=0.5"), Encoding::Identity);
        assert_eq!(best_of("identity;q=0, br;q=0"), Encoding::Identity, "nothing else is kept that it takes");
        assert_eq!(best_of("brotli, brr, gzip"), Encoding::Gzip, "a name is a whole name");
        assert_eq!(best_of("br;q=nan, gzip;q=2"), Encoding::Identity, "a weight is one");
    }

    #[test]
    fn what_is_not_kept_is_not_sent() {
        let mut headers = HeaderMap::new();
        headers.append(header::ACCEPT_ENCODING, HeaderValue::from_static("br"));
        headers.append(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip;q=0.5"));
        assert_eq!(Encoding::best(&headers, |_| true), Encoding::Brotli);
        assert_eq!(Encoding::best(&headers, |one| one != Encoding::Brotli), Encoding::Gzip);
        assert_eq!(Encoding::best(&headers, |one| one == Encoding::Identity), Encoding::Identity);
    }
}
