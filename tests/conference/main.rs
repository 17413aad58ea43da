//! The rules of the conference: given what happened, when somebody acts, then what follows, there and in the sittings.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod announcements;
mod documents;
mod draft;
mod file;
mod harness;
mod inherited;
mod key_messages;
mod lists;
mod outcome;
mod programme;
mod properties;
mod register;
mod view;
