//! The conference: what outlives a sitting.

pub mod compare;
pub mod hours;
pub mod plan;
mod settled;

pub use plan::ConferencePlan;
