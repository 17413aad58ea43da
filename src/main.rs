//! The command line of Plenary.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use plenary::config::{self, Conference};

/// Runs a multilateral conference in the browser.
#[derive(Debug, Parser)]
#[command(version)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Checks a conference file and tells everything that is wrong with it.
    Check {
        /// The conference file.
        file: PathBuf,
    },
}

fn main() -> ExitCode {
    match CommandLine::parse().command {
        Command::Check { file } => check(&file),
    }
}

fn check(file: &std::path::Path) -> ExitCode {
    match Conference::read(file) {
        Ok(conference) => {
            println!("{}", conference.summary());
            ExitCode::SUCCESS
        }
        Err(faults) => {
            eprint!("{}", config::report(&faults));
            ExitCode::FAILURE
        }
    }
}
