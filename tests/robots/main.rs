//! The simulated people of a demonstration, on the sample conference: a session that goes on by itself, and what happens
//! when real people take seats in it. Time is paused, so minutes pass in moments.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod alone;
mod desk;
mod script;
mod visitors;
mod world;
