//! The vocabulary of the stories: commands and events in short, feature by feature.

mod captions;
mod chat;
mod floor;
mod help;
mod interpretation;
mod lists;
mod microphones;
mod motions;
mod notes;
mod panel;
mod people;
mod points_of_order;
mod polls;
mod prerecorded;
mod programme;
mod schedule;
mod texts;

use plenary::meeting::refusal::{Field, Refusal};

pub use captions::*;
pub use chat::*;
pub use floor::*;
pub use help::*;
pub use interpretation::*;
pub use lists::*;
pub use microphones::*;
pub use motions::*;
pub use notes::*;
pub use panel::*;
pub use people::*;
pub use points_of_order::*;
pub use polls::*;
pub use prerecorded::*;
pub use programme::*;
pub use schedule::*;
pub use texts::*;

pub fn unknown(field: Field) -> Refusal {
    Refusal::Unknown { field }
}
