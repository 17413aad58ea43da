//! The meeting: commands become events, events become state. Pure: no clock, no chance, no input or output.

pub mod charter;
pub mod ids;
pub mod interpretation;
pub mod people;
pub mod programme;
pub mod speakers;
