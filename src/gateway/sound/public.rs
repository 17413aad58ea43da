//! Channels for the public: an endless Ogg stream each, for any audio player, without a link.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::{StreamExt as _, stream};
use tokio::sync::Semaphore;

use crate::gateway::Gateway;
use crate::gateway::listen::stopped;
use crate::gateway::problem::{Refused, problem};
use crate::media::{Live, Media};
use crate::meeting::charter::Charter;
use crate::meeting::ids::{ChannelId, SessionId, Wording};
use crate::wire::http::ProblemCode;

/// Most who listen at once.
const LISTENERS_MAX: usize = 2_000;

/// The channels that anybody may listen to.
pub struct Public {
    streams: BTreeMap<(SessionId, ChannelId), Stream>,
    seats: Arc<Semaphore>,
    serial: AtomicU32,
}

struct Stream {
    title: String,
    live: Live,
}

impl Public {
    /// All channels of the sessions that let the public listen. From now on each is followed, so that whoever comes is
    /// given what was heard last.
    pub fn new(charters: &[Charter], media: &Media) -> Self {
        let open = charters.iter().filter(|charter| charter.public_listening);
        let channels =
            open.flat_map(|charter| charter.channels.iter().map(move |channel| (charter, channel)));
        let streams = channels.map(|(charter, channel)| {
            let session = charter.session.id.clone();
            let live = Live::default();
            let (tap, followed) = (media.tap(&session, &channel.id), live.clone());
            tokio::spawn(async move { followed.follow(tap).await });
            let titles = [&charter.session.title, &channel.name].map(|title| in_first(charter, title));
            ((session, channel.id.clone()), Stream { title: titles.join(" – "), live })
        });
        let seats = Arc::new(Semaphore::new(LISTENERS_MAX));
        Self { streams: streams.collect(), seats, serial: AtomicU32::new(1) }
    }

    fn find(&self, session: &str, file: &str) -> Option<&Stream> {
        let channel = file.strip_suffix(".ogg")?.parse().ok()?;
        self.streams.get(&(session.parse().ok()?, channel))
    }
}

/// A wording in the host's first language, for the player's window.
fn in_first<'a>(charter: &Charter, wording: &'a Wording) -> &'a str {
    let first = charter.languages.first().and_then(|language| wording.0.get(language));
    first.or_else(|| wording.0.values().next()).map_or("", String::as_str)
}

/// Answers `GET /listen/<session>/<channel>.ogg`.
pub async fn listen(
    State(gateway): State<Arc<Gateway>>,
    Path((session, file)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let stream = gateway.public.find(&session, &file).ok_or_else(|| {
        let remedy = "there is no such channel to listen to in public; ask the secretariat for its address";
        problem(StatusCode::NOT_FOUND, ProblemCode::ChannelUnknown, remedy)
    })?;
    let seat = gateway.public.seats.clone().try_acquire_owned().map_err(|_full| {
        let remedy = "as many listen already as this server serves; try again later";
        problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
    })?;
    let serial = gateway.public.serial.fetch_add(1, Ordering::Relaxed);
    let ogg = stream.live.listen(serial, &stream.title);
    let mut stopping = gateway.stopping.clone();
    let pages = stream::unfold((ogg, seat), |(mut ogg, seat)| async move {
        let pages = ogg.next().await?;
        Some((Ok::<_, Infallible>(pages), (ogg, seat)))
    });
    let pages = pages.take_until(async move { stopped(&mut stopping).await });
    let head = [
        (header::CONTENT_TYPE, HeaderValue::from_static("audio/ogg; codecs=opus")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((head, Body::from_stream(pages)).into_response())
}
