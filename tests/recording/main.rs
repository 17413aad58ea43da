//! Sound laid on a line of time: Ogg pages, streams over HTTP, recordings.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod damage;
mod faults;
mod files;
mod keeping;
mod kill;
mod line;
mod live;
mod microphone;
mod pages;
mod recordings;
mod stall;
mod voices;
