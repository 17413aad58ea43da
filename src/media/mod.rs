//! The media plane: sound from microphones to listeners, by the plan that the meeting derives.

mod frame;

pub use frame::{AGE_MAX, CLOCK_HZ, Frame, PAYLOAD_BYTES_MAX};
