//! Statements that are prepared: their texts, and those that were recorded ahead.

mod kept;
pub mod prerecorded;
pub mod texts;

pub use kept::{brings_in, let_go, received};

use crate::meeting::access;
use crate::meeting::procedure::speakers::Entry;
use crate::meeting::view::follows_booths;
use crate::terms::people::Person;

/// Whether a person prepares for a statement before it is heard: who may speak for the delegation, the booths and the desk.
pub(in crate::meeting) fn prepares(entry: &Entry, person: &Person) -> bool {
    let own = access::may_speak(person) && person.delegation.as_ref() == Some(&entry.request.delegation);
    own || follows_booths(person)
}
