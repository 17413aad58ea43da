//! The media plane: sound from microphones to listeners, by the plan that the meeting derives.

mod frame;
pub mod line;
pub mod ogg;
mod ogg_live;
pub mod opus;
pub mod recorder;

pub use frame::{AGE_MAX, CLOCK_HZ, Frame, PAYLOAD_BYTES_MAX};
pub use ogg_live::{FrameSource, Live, OggStream};
