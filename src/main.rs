//! The command line of Plenary.

fn main() {}
