//! Plays pre-recorded statements to the floor: a task for each session, frame by frame, by the clock of the turn.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use axum::BoxError;
use futures_util::{FutureExt as _, StreamExt as _};
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep_until};

use crate::alarm::Failures;
use crate::gateway::client::ClientId;
use crate::media::ogg::{NotClip, Taken};
use crate::media::opus::{FRAME_MS, FRAME_SAMPLES};
use crate::media::{Frame, Media, Purpose};
use crate::meeting::statements::prerecorded::Playing;
use crate::room::{Clips, Clock, Pieces};
use crate::terms::ids::{ClipId, SessionId};

/// Connections from here on are what is played: those of clients count from 0, those of robots from twice as far.
const CONNECTIONS_FROM: ClientId = 1 << 62;
/// So many connections each session has to itself.
const CONNECTIONS_EACH: ClientId = 1 << 32;

/// Packets that are read before they are played: ten seconds, so that a slow disk is not heard.
const AHEAD_PACKETS: usize = 500;

/// Tells a session's player what is to be played. With it, the player ends.
#[derive(Debug)]
pub struct Player(watch::Sender<Option<Playing>>);

/// What a player works with.
pub struct Parts {
    /// Whose floor it plays to.
    pub session: SessionId,
    /// Where the sound goes.
    pub media: Media,
    /// Where statements are kept.
    pub clips: Clips,
    /// Tells how far a statement is.
    pub clock: Clock,
    /// The session's number among those that are served.
    pub number: u32,
}

impl Player {
    /// Starts a session's player.
    pub fn start(parts: Parts) -> Self {
        let (player, playing) = watch::channel(None);
        tokio::spawn(parts.go_on(playing));
        Self(player)
    }

    /// Plays this from now on, or nothing.
    pub fn follow(&self, playing: Option<Playing>) {
        self.0.send_if_modified(|now| {
            let changed = *now != playing;
            *now = playing;
            changed
        });
    }
}

impl Parts {
    /// Plays until nobody says any more what. After a bug it goes on where the clock of the turn is.
    async fn go_on(self, mut playing: watch::Receiver<Option<Playing>>) {
        let mut failures = Failures::of("the task that plays statements", self.session.as_str());
        let mut connection = CONNECTIONS_FROM + ClientId::from(self.number) * CONNECTIONS_EACH;
        while AssertUnwindSafe(self.run(&mut connection, &mut playing)).catch_unwind().await.is_err() {
            failures.met();
            self.media.end(connection, Some(Purpose::Publish));
            playing.mark_changed();
        }
    }

    async fn run(&self, connection: &mut ClientId, playing: &mut watch::Receiver<Option<Playing>>) {
        while playing.changed().await.is_ok() {
            let Some(now) = playing.borrow_and_update().clone() else { continue };
            let Some(mut packets) = self.read_ahead(&now.clip).await else { continue };
            *connection += 1;
            tokio::select! {
                () = self.play(*connection, &now, &mut packets) => {}
                // Whatever comes next is taken up above; a sender that is gone ends the loop there.
                () = until_other(playing) => {}
            }
            self.media.end(*connection, Some(Purpose::Publish));
        }
    }

    /// The packets of a clip, read somewhat ahead of what is played, if it is there; without it the floor is silent, which
    /// the desk hears and stops.
    async fn read_ahead(&self, clip: &ClipId) -> Option<mpsc::Receiver<Arc<[u8]>>> {
        let (session, clip) = (self.session.clone(), clip.clone());
        let pieces = match self.clips.read(&clip, 0..u64::MAX).await {
            Ok(Some(pieces)) => pieces,
            Ok(None) => {
                tracing::error!(%session, %clip, "a statement that is to be played is gone");
                return None;
            }
            Err(fault) => {
                tracing::error!(%session, %clip, %fault, "a statement cannot be read");
                return None;
            }
        };
        let (packets, read) = mpsc::channel(AHEAD_PACKETS);
        // It ends with the clip, or when nobody plays it any more.
        tokio::spawn(async move {
            if let Err(fault) = hand_on(pieces, packets).await {
                tracing::error!(%session, %clip, %fault, "a statement cannot be played to its end");
            }
        });
        Some(read)
    }

    /// Sends what is left of a clip, each frame at its moment. What should have sounded before is left out, so that a
    /// server that starts again goes on where the clock is.
    async fn play(&self, connection: ClientId, playing: &Playing, packets: &mut mpsc::Receiver<Arc<[u8]>>) {
        // The clock goes on while it is read up to the place.
        let mut place = 0;
        while place + FRAME_MS <= playing.played_ms + (self.clock.now_ms() - playing.since_ms).max(0) {
            if packets.recv().await.is_none() {
                return;
            }
            place += FRAME_MS;
        }
        let (began, mut sequence) = (Instant::now(), 0);
        while let Some(payload) = packets.recv().await {
            let at = began + Duration::from_millis(sequence * FRAME_MS.unsigned_abs());
            sleep_until(at).await;
            let frame = Frame {
                source: 1,
                sequence,
                timestamp: sequence * FRAME_SAMPLES,
                at: Instant::now().into_std(),
                level_dbov: None,
                payload,
            };
            self.media.say(connection, &self.session, &playing.voice, frame);
            sequence += 1;
        }
    }
}

/// Hands the packets of a clip on as they are wanted. What was taken in before is played as far as it is whole.
async fn hand_on(mut pieces: Pieces, packets: mpsc::Sender<Arc<[u8]>>) -> Result<(), BoxError> {
    let (mut taken, mut found) = (Taken::default(), Vec::new());
    while let Some(piece) = pieces.next().await {
        let whole = taken.take(&piece?, |packet| found.push(packet));
        for packet in found.drain(..) {
            if packets.send(packet.into()).await.is_err() {
                return Ok(());
            }
        }
        match whole {
            Ok(()) => {}
            Err(NotClip::Damaged(_)) => return Ok(()),
            Err(fault) => return Err(fault.into()),
        }
    }
    Ok(())
}

/// Until something else is to be played, or nobody says any more what is.
async fn until_other(playing: &mut watch::Receiver<Option<Playing>>) {
    if playing.changed().await.is_ok() {
        playing.mark_changed();
    }
}
