//! What a run is asked to measure, with bounds that keep it from harming the machine.

use std::path::PathBuf;

use clap::value_parser;

/// How many clients, how many changes, how many listeners, for how long.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Args {
    /// Clients in the session.
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = value_parser!(u32).range(1..=9_000))]
    pub clients: u32,
    /// Changes per second, one by one and again in bursts.
    #[arg(long, value_name = "CHANGES", default_value_t = 10, value_parser = value_parser!(u32).range(1..=200))]
    pub rate: u32,
    /// How long changes are sent in each of the two ways, and each measured stretch of sound, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = value_parser!(u32).range(1..=120))]
    pub seconds: u32,
    /// Changes of one burst.
    #[arg(long, value_name = "CHANGES", default_value_t = 10, value_parser = value_parser!(u32).range(2..=100))]
    pub burst: u32,
    /// Listeners that hear one speaker, over WebRTC and again over WebSockets.
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = value_parser!(u32).range(10..=4_000))]
    pub sound: u32,
    /// Listeners over WebRTC where the server has but one processor, and some join while the others listen.
    #[arg(long, value_name = "N", default_value_t = 2_000, value_parser = value_parser!(u32).range(10..=4_000))]
    pub sound_on_one_core: u32,
    /// Measures no sound.
    #[arg(long)]
    pub no_sound: bool,
    /// The server's program, such as that of an earlier build to compare with [default: the `plenary` beside this program].
    #[arg(long, value_name = "FILE")]
    pub server: Option<PathBuf>,
}

impl Args {
    /// For changes that are sent one by one, without sound.
    pub fn one_by_one(clients: u32, rate: u32, seconds: u32) -> Self {
        Self {
            clients,
            rate,
            seconds,
            burst: 1,
            sound: 0,
            sound_on_one_core: 0,
            no_sound: true,
            server: None,
        }
    }
}
