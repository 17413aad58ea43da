//! Bodies of calls: each comes within its time and its size, whole into one buffer or in pieces of one size, or is refused.
//!
//! The library hands on a body as it arrives, each piece with the buffer that it was read into. Kept so, 40 kB sent byte
//! by byte held 290 MB.

use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes, HttpBody as _};
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use bytes::BytesMut;
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

/// Least size of a piece but the last: as large as what is written to a file at once.
const PIECE_BYTES: usize = 64 << 10;

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

impl NotWhole {
    /// What whoever hands in a file or a statement is told; `too_large` for one that is larger than allowed.
    pub fn told(self, too_large: (ProblemCode, &str)) -> Refused {
        let (status, (code, remedy)) = match self {
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, too_large),
            Self::TooSlow => {
                let remedy = "send it at 128 kbit/s or faster; try again on a better line";
                (StatusCode::REQUEST_TIMEOUT, (ProblemCode::Malformed, remedy))
            }
            Self::BrokenOff => {
                (StatusCode::BAD_REQUEST, (ProblemCode::Malformed, "send all of it; it broke off"))
            }
        };
        problem(status, code, remedy)
    }
}

/// All of a body.
///
/// # Errors
/// What kept it from coming.
pub async fn whole(body: Body, bounds: Bounds) -> Result<Bytes, NotWhole> {
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    let mut whole = Vec::with_capacity(announced.min(bounds.bytes_max));
    let mut coming = Coming::of(body, bounds);
    while let Some(piece) = coming.next().await? {
        whole.extend_from_slice(&piece);
    }
    Ok(whole.into())
}

/// A body that comes, of which a piece is held at a time.
pub struct Coming {
    pieces: BodyDataStream,
    bounds: Bounds,
    began: Instant,
    came: usize,
}

impl Coming {
    /// A body within bounds.
    pub fn of(body: Body, bounds: Bounds) -> Self {
        Self { pieces: body.into_data_stream(), bounds, began: Instant::now(), came: 0 }
    }

    /// The next [`PIECE_BYTES`] or more; fewer at the end, then none.
    ///
    /// # Errors
    /// What kept it from coming.
    pub async fn piece(&mut self) -> Result<Option<Bytes>, NotWhole> {
        let mut whole = BytesMut::new();
        while whole.len() < PIECE_BYTES {
            let Some(piece) = self.next().await? else { break };
            whole.extend_from_slice(&piece);
        }
        Ok((!whole.is_empty()).then(|| whole.freeze()))
    }

    /// What comes next, as it was read.
    async fn next(&mut self) -> Result<Option<Bytes>, NotWhole> {
        let bytes_max = self.bounds.bytes_max;
        // Whoever sends somewhat too much hears why: hung up on while they send, they would not. It is read and not kept.
        while self.came <= 2 * bytes_max {
            let piece = match timeout_at(self.due(), self.pieces.next()).await {
                Err(_late) => return Err(NotWhole::TooSlow),
                Ok(None) if self.came <= bytes_max => return Ok(None),
                Ok(None) => break,
                Ok(Some(piece)) => piece.map_err(|_| NotWhole::BrokenOff)?,
            };
            self.came += piece.len();
            if self.came <= bytes_max {
                return Ok(Some(piece));
            }
        }
        Err(NotWhole::TooLarge)
    }

    /// By when more must have come.
    fn due(&self) -> Instant {
        let Bounds { within, bytes_a_second, .. } = self.bounds;
        let earned = u32::try_from(self.came).unwrap_or(u32::MAX);
        self.began + within + Duration::from_secs(1) * earned / bytes_a_second.max(1)
    }
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

    #[tokio::test]
    async fn what_comes_in_small_pieces_is_handed_on_in_large_ones() {
        let bounds = Bounds { bytes_max: 200_000, ..BOUNDS };
        let small = stream::iter((0..150).map(|_| Ok::<_, Infallible>(Bytes::from_static(&[7; 1_000]))));
        let mut coming = Coming::of(Body::from_stream(small), bounds);
        let mut lengths = Vec::new();
        while let Some(piece) = coming.piece().await.expect("it comes") {
            lengths.push(piece.len());
        }
        assert_eq!(lengths, [66_000, 66_000, 18_000]);
    }
}
