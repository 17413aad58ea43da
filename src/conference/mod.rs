//! The conference: what outlives a sitting.

pub mod plan;

pub use plan::ConferencePlan;
