//! The record of a conference of two days that is held in virtual time: whatever the logs hold is in it, in every language and
//! format, and every format keeps its rules.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod akn;
#[path = "../simulation/chance.rs"]
#[allow(dead_code, reason = "the simulation has it whole")]
mod chance;
mod command;
mod docx;
#[path = "../simulation/follower.rs"]
#[allow(dead_code, reason = "the simulation has it whole")]
mod follower;
mod held;
#[path = "../simulation/oracle.rs"]
#[allow(dead_code, reason = "the simulation has it whole")]
mod oracle;
mod page;
mod rows;
#[path = "../store/mod.rs"]
mod store;
mod tools;
mod totals;
#[path = "../simulation/two_days/mod.rs"]
#[allow(dead_code, reason = "the simulation has it whole")]
mod two_days;
mod xml;
