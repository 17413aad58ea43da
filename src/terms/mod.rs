//! The words of the house, which every part of it speaks: ids, wording, people and their roles, limits. No rules.

pub mod clip;
pub mod ended;
pub mod family;
pub mod file;
pub mod folding;
pub mod host_clock;
pub mod ids;
pub mod last_of;
pub mod limits;
pub mod network;
pub mod nodes;
pub mod people;
pub mod personal;
pub(crate) mod shared;
pub mod text;
