//! Channels for the public: an endless Ogg stream each, for any audio player, without a link.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::{StreamExt as _, stream};

use crate::gateway::Gateway;
use crate::gateway::listen::stopped;
use crate::gateway::places::Place;
use crate::gateway::problem::{Refused, problem};
use crate::gateway::visits::{Full, Visit, Visits};
use crate::media::{Live, Media};
use crate::meeting::charter::Charter;
use crate::room::Room;
use crate::terms::ids::{ChannelId, Language, SessionId, Wording};
use crate::wire::http::ProblemCode;

/// Most who listen at once.
const LISTENERS_MAX: usize = 2_000;
/// Most of them from one address: a hall in which everybody listens on a phone of their own.
const LISTENERS_OF_ADDRESS_MAX: usize = 500;
/// When whoever found no seat may look again, in seconds.
const AGAIN_AFTER_S: &str = "15";

/// The channels that anybody may listen to.
pub struct Public {
    streams: RwLock<BTreeMap<(SessionId, ChannelId), Arc<Stream>>>,
    seats: Arc<Visits>,
    serial: AtomicU32,
}

struct Stream {
    /// The host's first language.
    language: Option<Language>,
    /// The channel's name in it.
    name: String,
    live: Live,
}

impl Stream {
    /// What a player's window says: the session's title as it is now, and the channel.
    fn title(&self, room: Option<&Room>) -> String {
        let planned = room.and_then(Room::planned);
        let title = planned.as_ref().map_or("", |planned| in_first(self.language.as_ref(), &planned.title));
        [title, &self.name].join(" – ")
    }
}

impl Public {
    /// Opens the channels of a session, if it lets the public listen. From now on each is followed, so that whoever comes
    /// is given what was heard last.
    pub fn open(&self, charter: &Charter, media: &Media) {
        if !charter.public_listening {
            return;
        }
        let mut streams = self.streams.write().unwrap_or_else(PoisonError::into_inner);
        for channel in &charter.channels {
            let session = charter.session.id.clone();
            let live = Live::default();
            let (tap, followed) = (media.tap(&session, &channel.id), live.clone());
            tokio::spawn(async move { followed.follow(tap).await });
            let language = charter.languages.first().cloned();
            let name = in_first(language.as_ref(), &channel.name).to_owned();
            streams.insert((session, channel.id.clone()), Arc::new(Stream { language, name, live }));
        }
    }

    /// How many listen.
    pub fn count(&self) -> usize {
        self.seats.count()
    }

    fn find(&self, session: &str, file: &str) -> Option<Arc<Stream>> {
        let channel = file.strip_suffix(".ogg")?.parse().ok()?;
        let streams = self.streams.read().unwrap_or_else(PoisonError::into_inner);
        streams.get(&(session.parse().ok()?, channel)).cloned()
    }
}

impl Default for Public {
    fn default() -> Self {
        let seats = Visits::new(LISTENERS_MAX, LISTENERS_OF_ADDRESS_MAX);
        Self { streams: RwLock::default(), seats, serial: AtomicU32::new(1) }
    }
}

/// A wording in the host's first language, for the player's window.
fn in_first<'a>(language: Option<&Language>, wording: &'a Wording) -> &'a str {
    let first = language.and_then(|language| wording.0.get(language));
    first.or_else(|| wording.0.values().next()).map_or("", String::as_str)
}

/// A seat for one who listens without a link: no address takes what belongs to all.
fn seat(gateway: &Gateway, call: &Request) -> Result<Option<Visit>, Refused> {
    // Each call comes on a connection, which has a place.
    let Some(place) = call.extensions().get::<Arc<Place>>() else { return Ok(None) };
    let caller = gateway.proxies.caller(place.address(), call.headers());
    let refused = |full| {
        let refused = match full {
            Full::InAll => {
                gateway.operator.many_listen(LISTENERS_MAX);
                let remedy = "as many listen already as this server serves; try again later";
                problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
            }
            Full::OfAddress => {
                gateway.operator.crowded_audience(caller, LISTENERS_OF_ADDRESS_MAX);
                let remedy =
                    "as many listen from your network as may without a personal link; try again later";
                problem(StatusCode::TOO_MANY_REQUESTS, ProblemCode::TooFast, remedy)
            }
        };
        refused.with(header::RETRY_AFTER, HeaderValue::from_static(AGAIN_AFTER_S))
    };
    gateway.listening.seats.take(caller).map(Some).map_err(refused)
}

/// Answers `GET /listen/<session>/<channel>.ogg`.
pub async fn listen(
    State(gateway): State<Arc<Gateway>>,
    Path((session, file)): Path<(String, String)>,
    call: Request,
) -> Result<Response, Refused> {
    let stream = gateway.listening.find(&session, &file).ok_or_else(|| {
        let remedy = "there is no such channel to listen to in public; ask the secretariat for its address";
        problem(StatusCode::NOT_FOUND, ProblemCode::ChannelUnknown, remedy)
    })?;
    let seat = seat(&gateway, &call)?;
    // A stream ends with its connection, which has a place here: it takes none of those who only come.
    if let Some(place) = call.extensions().get::<Arc<Place>>().filter(|_| call.method() == Method::GET) {
        place.give_back();
    }
    let serial = gateway.listening.serial.fetch_add(1, Ordering::Relaxed);
    let room = session.parse().ok().and_then(|id| gateway.rooms.room(&id));
    let ogg = stream.live.listen(serial, &stream.title(room.as_ref()));
    let mut stopping = gateway.stopping.clone();
    let pages = stream::unfold((ogg, seat), |(mut ogg, seat)| async move {
        let pages = ogg.next().await?;
        Some((Ok::<_, Infallible>(pages), (ogg, seat)))
    });
    let pages = pages.take_until(async move { stopped(&mut stopping).await });
    // A call for a range gets the stream too, with 200. The sound has no length and no beginning to go back to, so no part
    // of it can be asked for twice (RFC 9110 section 14.2 lets a server take no notice). Safari tries `bytes=0-1` first; told
    // 200 it asks again without a range and plays, as it does Icecast's streams (icecast-kh issues 400 and 441). It then
    // holds two streams. 206 with a length that is made up, icecast-kh's later answer, has it ask for bytes that never
    // come, and other players have lost the stream over it (icecast-kh 172, iOS 11).
    let head = [
        (header::ACCEPT_RANGES, HeaderValue::from_static("none")),
        (header::CONTENT_TYPE, HeaderValue::from_static("audio/ogg; codecs=opus")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((head, Body::from_stream(pages)).into_response())
}
