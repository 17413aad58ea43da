//! Hearing of what others append: each node tells all when it has stored something, and the stream's leader is asked what
//! is true. Nothing relies on being told: a stream that somebody here waits for is looked at now and then, and when the
//! connection is back.

use std::sync::Arc;
use std::time::Duration;

use async_nats::Subscriber;
use futures_util::StreamExt as _;
use tokio::sync::Notify;
use tokio::time::MissedTickBehavior;

use super::super::tail::Tails;
use super::super::{LogFault, Stream};
use super::core::Core;

/// How often streams are looked at that somebody waits for: as late as this is seen what was stored by a node that died
/// before it could tell.
const LOOKED_EVERY: Duration = Duration::from_secs(2);

/// Announces to those who wait here what is stored, by whomever, until it is dropped or the connection ends.
pub(super) async fn listen(core: Arc<Core>, tails: Arc<Tails>, mut told: Subscriber, connected: Arc<Notify>) {
    let mut look = tokio::time::interval(LOOKED_EVERY);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let streams = tokio::select! {
            message = told.next() => {
                let Some(message) = message else { return };
                let last = std::str::from_utf8(&message.payload).ok().and_then(|last| last.parse().ok());
                let stream = core.names.ended(&message.subject);
                stream.filter(|stream| tails.awaits(stream, last.unwrap_or(u64::MAX))).into_iter().collect()
            }
            _time = look.tick() => tails.followed(),
            () = connected.notified() => tails.followed(),
        };
        for stream in streams {
            see(&core, &tails, &stream).await;
        }
    }
}

/// Announces where a stream ends.
async fn see(core: &Core, tails: &Tails, stream: &Stream) {
    match core.end(&core.held(stream)).await {
        Ok((end, _)) => tails.announce(stream, end.entry),
        // Whoever waits is to read, and so to learn what is wrong with the stream.
        Err(LogFault::Shortened { .. } | LogFault::Newer { .. }) => tails.unreadable(stream),
        // It is asked again.
        Err(fault) => tracing::warn!(%fault, %stream, "it is not known where a stream ends"),
    }
}
