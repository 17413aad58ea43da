//! The rules of the meeting, feature by feature: given what happened, when somebody acts, then what follows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod access;
mod attempts;
mod booths;
mod chat;
mod chat_messages;
mod chat_order;
mod fixture;
mod floor;
mod handover;
mod harness;
mod interpretation;
mod list_attempts;
mod lists_model;
mod microphones;
mod orders;
mod outlook;
mod panel;
mod panel_attempts;
mod people;
mod points_of_order;
mod programme;
mod properties;
mod public;
mod questions;
mod recording;
mod relay;
mod sample;
mod sound_attempts;
mod speakers;
mod speakers_order;
mod texts;
mod times;
mod undo;
mod view;
mod words;
