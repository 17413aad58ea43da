//! Builds the browser client into the binary.

fn main() {}
