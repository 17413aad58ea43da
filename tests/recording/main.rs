//! Sound laid on a line of time: Ogg pages, streams over HTTP, recordings.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod faults;
mod files;
mod kill;
mod line;
mod live;
mod microphone;
mod pages;
mod recordings;
mod voices;
