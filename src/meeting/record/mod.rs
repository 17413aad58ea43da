//! What those who keep the record make of a meeting.

pub mod notes;
