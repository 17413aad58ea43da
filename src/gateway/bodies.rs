//! Bodies of calls: each comes whole, within its time and its size, into one buffer, or is refused.
//!
//! The library hands on a body as it arrives, each piece with the buffer that it was read into. Kept so, 40 kB sent byte
//! by byte held 290 MB.

use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use futures_util::StreamExt as _;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::time::{Instant, timeout_at};

use super::admission::text;
use super::problem::{Refused, problem};
use crate::wire::http::ProblemCode;
use crate::wire::strict;

/// What is allowed to a body.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Its size, in bytes.
    pub bytes_max: usize,
    /// How long it may take, however little it is.
    pub within: Duration,
    /// With each so many bytes that have come, it may take a second longer.
    pub bytes_a_second: u32,
}

/// A call's words: a secret, an id.
pub const WORDS: Bounds = Bounds { bytes_max: 4_096, within: Duration::from_secs(10), bytes_a_second: 4_096 };

/// Why a body is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotWhole {
    /// It is larger than allowed.
    TooLarge,
    /// It takes longer than allowed.
    TooSlow,
    /// It broke off.
    BrokenOff,
}

/// All of a body.
///
/// # Errors
/// What kept it from coming.
pub async fn whole(body: Body, bounds: Bounds) -> Result<Bytes, NotWhole> {
    let Bounds { bytes_max, within, bytes_a_second } = bounds;
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    let (mut whole, mut came) = (Vec::with_capacity(announced.min(bytes_max)), 0);
    let (began, mut pieces) = (Instant::now(), body.into_data_stream());
    // Whoever sends somewhat too much hears why: hung up on while they send, they would not. It is read and not kept.
    while came <= 2 * bytes_max {
        let earned = u32::try_from(came).unwrap_or(u32::MAX);
        let by = began + within + Duration::from_secs(1) * earned / bytes_a_second.max(1);
        let piece = match timeout_at(by, pieces.next()).await {
            Err(_late) => return Err(NotWhole::TooSlow),
            Ok(None) if came <= bytes_max => return Ok(whole.into()),
            Ok(None) => break,
            Ok(Some(piece)) => piece.map_err(|_| NotWhole::BrokenOff)?,
        };
        came += piece.len();
        if came <= bytes_max {
            whole.extend_from_slice(&piece);
        }
    }
    Err(NotWhole::TooLarge)
}

/// What a call says in JSON; else the remedy, which shows how it is to be said.
///
/// # Errors
/// `malformed`.
pub async fn said<T: DeserializeOwned + Serialize>(call: Request, remedy: &str) -> Result<T, Refused> {
    let refused = |status, remedy| problem(status, ProblemCode::Malformed, remedy);
    if !is_json(call.headers()) {
        return Err(refused(StatusCode::BAD_REQUEST, remedy));
    }
    let json = whole(call.into_body(), WORDS).await.map_err(|why| match why {
        NotWhole::TooLarge => refused(StatusCode::PAYLOAD_TOO_LARGE, "send at most 4,096 bytes"),
        NotWhole::TooSlow => refused(StatusCode::REQUEST_TIMEOUT, "send all of it within ten seconds"),
        NotWhole::BrokenOff => refused(StatusCode::BAD_REQUEST, "send all of it; it broke off"),
    })?;
    strict::read(&json).map_err(|_| refused(StatusCode::BAD_REQUEST, remedy))
}

/// Pages of other sites cannot send this without asking first.
fn is_json(headers: &HeaderMap) -> bool {
    let kind = text(headers, &header::CONTENT_TYPE).split(';').next().unwrap_or_default();
    kind.trim().eq_ignore_ascii_case("application/json")
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use futures_util::stream;

    use super::*;

    const BOUNDS: Bounds = Bounds { bytes_max: 64, within: Duration::from_secs(10), bytes_a_second: 4 };

    /// A body of so many bytes, one each so many milliseconds.
    fn trickle(bytes: usize, every_ms: u64) -> Body {
        Body::from_stream(stream::iter(0..bytes).then(move |_| async move {
            tokio::time::sleep(Duration::from_millis(every_ms)).await;
            Ok::<_, Infallible>(Bytes::from_static(b"a"))
        }))
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_keeps_its_pace_comes_whole_and_a_slower_one_is_given_up() {
        assert_eq!(whole(trickle(64, 200), BOUNDS).await.map(|all| all.len()), Ok(64), "five a second");
        // Three a second are one too few: 10 s and a quarter of a second for each byte are over at the 40th.
        let began = Instant::now();
        assert_eq!(whole(trickle(64, 500), BOUNDS).await, Err(NotWhole::TooSlow));
        assert_eq!(began.elapsed().as_secs(), 19);
        assert_eq!(
            whole(Body::from_stream(stream::pending::<Result<Bytes, Infallible>>()), BOUNDS).await,
            Err(NotWhole::TooSlow)
        );
    }

    #[tokio::test]
    async fn a_body_has_its_size_whether_it_is_announced_or_not() {
        assert_eq!(whole(Body::from(vec![0; 64]), BOUNDS).await.map(|all| all.len()), Ok(64));
        assert_eq!(whole(Body::from(vec![0; 65]), BOUNDS).await, Err(NotWhole::TooLarge));
        assert_eq!(whole(trickle(65, 0), BOUNDS).await, Err(NotWhole::TooLarge));
        let endless = stream::repeat_with(|| Ok::<_, Infallible>(Bytes::from_static(&[0; 16])));
        assert_eq!(whole(Body::from_stream(endless), BOUNDS).await, Err(NotWhole::TooLarge));
        assert_eq!(whole(Body::empty(), BOUNDS).await.map(|all| all.len()), Ok(0));
    }
}
