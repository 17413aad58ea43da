//! Plenary runs a multilateral conference in the browser. Modules in reading order:

pub mod identity;
pub mod log;
pub mod meeting;
pub mod room;
pub mod wire;
