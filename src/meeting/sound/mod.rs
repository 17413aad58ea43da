//! The sound of a meeting: microphones, booths, recording, and the plan of who is heard where.

mod follows;
pub mod help;
pub mod interpretation;
pub mod microphones;
pub mod plan;
pub mod recording;
pub(in crate::meeting) mod view;
