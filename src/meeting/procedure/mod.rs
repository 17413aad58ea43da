//! The procedure of a meeting: its session, its lists of speakers, the floor, points of order and motions.

pub mod floor;
pub mod motions;
pub mod points_of_order;
pub mod presence;
pub mod programme;
pub mod rules;
pub mod schedule;
pub mod seats;
pub mod speakers;
pub mod votes;
