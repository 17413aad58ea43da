//! Statements that are prepared: their texts, and those that were recorded ahead.

pub mod prerecorded;
pub mod texts;
