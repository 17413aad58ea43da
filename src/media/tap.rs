//! A tap: one Opus stream of a channel, for the recorder and for live Ogg.

use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

use super::frame::Frame;

/// The sound of one channel as it goes out: the interpretation, or the floor's leading lane. Frames of one source come
/// in the order of their sequence but for what the network turned around.
#[derive(Debug)]
pub struct Tap {
    frames: broadcast::Receiver<Frame>,
}

impl Tap {
    /// A tap fed from here.
    pub(super) fn new(frames: broadcast::Receiver<Frame>) -> Self {
        Self { frames }
    }

    /// The next frame, or nothing once the media plane has stopped. A reader who is more than five seconds late loses
    /// the oldest frames.
    pub async fn next(&mut self) -> Option<Frame> {
        loop {
            match self.frames.recv().await {
                Ok(frame) => return Some(frame),
                Err(RecvError::Lagged(lost)) => tracing::debug!(lost, "a tap was read too slowly"),
                Err(RecvError::Closed) => return None,
            }
        }
    }
}
