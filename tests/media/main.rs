//! The media plane over real sockets: headless publishers and listeners speak WebRTC with it over UDP and TCP.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod booths;
mod client;
mod floor;
mod hall;
mod hostile;
mod microphones;
mod path;
mod sockets;
mod switching;
