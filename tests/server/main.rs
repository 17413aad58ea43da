//! The server as its users meet it: the built program, started on a small conference, spoken to over real sockets.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod bad_input;
mod client;
mod entering;
mod faults;
mod handshake;
mod http;
mod keeping_up;
mod kill;
mod pages;
mod process;
mod raw;
mod revoking;
mod stopping;
mod store;
