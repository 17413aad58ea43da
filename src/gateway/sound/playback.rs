//! Plays pre-recorded statements to the floor: a task for each session, frame by frame, by the clock of the turn.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use crate::alarm::Failures;
use crate::gateway::client::ClientId;
use crate::media::ogg::Clip;
use crate::media::opus::{FRAME_MS, FRAME_SAMPLES};
use crate::media::{Frame, Media, Purpose};
use crate::meeting::ids::{ClipId, SessionId};
use crate::meeting::prerecorded::Playing;
use crate::room::{Clips, Clock};

/// Connections from here on are what is played: those of clients count from 0, those of robots from twice as far.
const CONNECTIONS_FROM: ClientId = 1 << 62;
/// So many connections each session has to itself.
const CONNECTIONS_EACH: ClientId = 1 << 32;

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
        let mut loaded: Option<(ClipId, Clip)> = None;
        while playing.changed().await.is_ok() {
            let Some(now) = playing.borrow_and_update().clone() else { continue };
            if loaded.as_ref().is_none_or(|(clip, _)| *clip != now.clip) {
                loaded = self.load(&now.clip).await.map(|clip| (now.clip.clone(), clip));
            }
            let Some((_, clip)) = &loaded else { continue };
            *connection += 1;
            tokio::select! {
                () = self.play(*connection, &now, clip) => {}
                // Whatever comes next is taken up above; a sender that is gone ends the loop there.
                () = until_other(playing) => {}
            }
            self.media.end(*connection, Some(Purpose::Publish));
        }
    }

    /// A clip, if it is there; without it the floor is silent, which the desk hears and stops.
    async fn load(&self, clip: &ClipId) -> Option<Clip> {
        let session = &self.session;
        match self.clips.find(clip).await {
            Ok(Some(ogg)) => match Clip::of_kept(&ogg[..]) {
                Ok(clip) => return Some(clip),
                Err(fault) => tracing::error!(%session, %clip, %fault, "a statement cannot be played"),
            },
            Ok(None) => tracing::error!(%session, %clip, "a statement that is to be played is gone"),
            Err(fault) => tracing::error!(%session, %clip, %fault, "a statement cannot be read"),
        }
        None
    }

    /// Sends what is left of a clip, each frame at its moment. What should have sounded before is left out, so that a
    /// server that starts again goes on where the clock is.
    async fn play(&self, connection: ClientId, playing: &Playing, clip: &Clip) {
        let played_ms = playing.played_ms + (self.clock.now_ms() - playing.since_ms).max(0);
        let began = Instant::now();
        let first = usize::try_from(played_ms / FRAME_MS).unwrap_or(usize::MAX);
        let mut sequence = 0;
        while let Some(packet) =
            clip.packet(first.saturating_add(usize::try_from(sequence).unwrap_or(usize::MAX)))
        {
            let at = began + Duration::from_millis(sequence * FRAME_MS.unsigned_abs());
            sleep_until(at).await;
            let frame = Frame {
                source: 1,
                sequence,
                timestamp: sequence * FRAME_SAMPLES,
                at: Instant::now().into_std(),
                level_dbov: None,
                payload: Arc::clone(packet),
            };
            self.media.publish(connection, &self.session, &playing.voice, frame);
            sequence += 1;
        }
    }
}

/// Until something else is to be played, or nobody says any more what is.
async fn until_other(playing: &mut watch::Receiver<Option<Playing>>) {
    if playing.changed().await.is_ok() {
        playing.mark_changed();
    }
}
