//! What a run is asked to measure, with bounds that keep it from harming the machine.

use clap::value_parser;

/// How many clients, how many changes, for how long.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Args {
    /// Clients in the session.
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = value_parser!(u32).range(10..=9_000))]
    pub clients: u32,
    /// Changes per second, one by one and again in bursts.
    #[arg(long, value_name = "CHANGES", default_value_t = 10, value_parser = value_parser!(u32).range(1..=200))]
    pub rate: u32,
    /// How long changes are sent in each of the two ways, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = value_parser!(u32).range(1..=120))]
    pub seconds: u32,
    /// Changes of one burst.
    #[arg(long, value_name = "CHANGES", default_value_t = 10, value_parser = value_parser!(u32).range(2..=100))]
    pub burst: u32,
}
