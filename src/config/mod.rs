//! The conference file and the server's settings: read, checked, and every fault told at once.

mod faults;
mod known;
mod limits;
mod moved;
mod oddities;
mod read_conference;
mod read_interpretation;
mod read_people;
mod read_programme;
mod read_rules;
mod read_run_sheet;
mod read_seats;
mod reader;
mod settings;
mod suggestion;
mod times;
mod values;
mod write_conference;
mod write_people;
mod writer;

pub use faults::{Fault, Place, report};
pub use limits::*;
pub use moved::Moved;
pub use settings::{LogFormat, Settings};

#[cfg(test)]
mod tests;
