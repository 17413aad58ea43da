//! The media plane: sound from microphones to listeners, by the plan that the meeting derives.
//!
//! It knows no rules. [`Media::plan`] says whose microphone goes where, [`Media::hearing`] what a person hears, and
//! nothing else moves sound: a frame of somebody who is not in the plan goes nowhere. Frames are passed on as they
//! come; nothing is decoded or encoded.
//!
//! Threads of its own, for sound must not wait for anything else: one (`sound`) reads the UDP socket, tells datagrams
//! apart, runs the microphones and decides where each frame goes; the others (`listeners`) each serve a share of the
//! listeners. Between them are queues that never block.

mod agreed;
mod audience;
mod fault;
mod frame;
mod gauges;
mod handle;
mod keys;
mod lanes;
pub mod limits;
pub mod line;
mod listeners;
mod mapping;
mod message;
mod microphones;
mod net;
mod offer;
pub mod ogg;
mod ogg_live;
pub mod opus;
mod peer;
mod permits;
mod quickest;
mod reception;
pub mod recorder;
mod report;
mod routes;
mod settings;
mod slots;
mod sound;
mod srtp;
mod table;
mod tally;
mod tap;
pub mod trunk;

pub use fault::{MediaFault, OfferFault};
pub use frame::{AGE_MAX, CLOCK_HZ, Frame, PAYLOAD_BYTES_MAX};
pub use gauges::{Reading, SPEECH_FROM_DBOV, Way};
pub use handle::{Media, SoundOutlet, start};
pub use message::{HEAD_BYTES, Slot, frame_of_message};
pub use offer::{Offer, Purpose};
pub use ogg_live::{FrameSource, Live, OggStream};
pub use report::Report;
pub use settings::Settings;
pub use tally::Tally;
pub use tap::Tap;
