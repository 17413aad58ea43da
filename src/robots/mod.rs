//! The simulated people of a demonstration: a chair, delegations, interpreters, and their voices; and somebody of the
//! secretariat who enters documents and keeps the record ([`desk`]).
//!
//! They live in one session, act through the room's commands like everybody else, and speak into the media plane. They
//! see no more than the meeting and are given nothing by the rules: what a robot may not do is refused, and it tries
//! something else.
//!
//! **Real people come first.** Whoever enters by the link of a seat that is played has the seat: the robot falls silent
//! with the next frame, takes back what it had switched on (never a request or a turn: these are the delegation's), and
//! leaves before the person's first command is let through; see [`crate::attended::Attended`]. Some time after the person
//! has gone it comes back. A robot holds its breath while the microphone of a real person is live on the floor, leaves
//! a delegation to its real people, and hands over in the booth when asked.
//!
//! One task looks at the meeting ten times a second and has everybody take at most one step; another sends the frames.
//! All chance comes from one seed.

mod booth;
mod cast;
mod chair;
mod chance;
mod delegate;
pub mod desk;
mod route;
mod scene;
mod script;
mod sound;

use std::sync::Arc;

pub use script::{Message, Said, Script, ScriptFault, Statement};
pub use sound::Sink;

use crate::attended::Attended;
use crate::room::{Clock, Room};

/// What the simulated people work with.
pub struct Parts {
    /// What they say.
    pub script: Script,
    /// The room of the script's session.
    pub room: Room,
    /// Where their voices go.
    pub sink: Arc<dyn Sink>,
    /// Who is really there.
    pub attended: Attended,
    /// Tells the time; only keys of commands are made from it, so that no two runs use the same.
    pub clock: Clock,
    /// What all chance comes from.
    pub seed: u64,
}

/// Plays until the room ends.
pub async fn play(parts: Parts) {
    cast::Cast::new(parts).run().await;
}
