//! `plenary conference`: what is in force, written as a conference file; and what is kept of people, erased.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use clap::Subcommand;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use plenary::conference::{ConferencePlan, hours};
use plenary::config::{Settings, report};
use plenary::room::{self, Clock};
use plenary::terms::ids::{Moment, PersonId};

use crate::start;

/// What is done with what is in force.
#[derive(Debug, Subcommand)]
pub enum Act {
    /// Writes it as a conference file: the file that was taken in, with what was changed on screen since.
    Export {
        /// The file to write; there may be none of that name yet [default: the standard output].
        #[arg(long, value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Erases name and function of somebody who was withdrawn, wherever they stand. What they said and did stays in the
    /// record, which tells that the name was erased.
    Erase {
        /// The id of the person.
        person: PersonId,
    },
}

/// Does what is asked.
///
/// # Errors
/// One sentence that says what is wrong and what to do.
pub fn run(act: &Act, settings: &Settings) -> anyhow::Result<()> {
    match act {
        Act::Export { file } => export(settings, file.as_deref()),
        Act::Erase { person } => erase(settings, person),
    }
}

fn erase(settings: &Settings, person: &PersonId) -> anyhow::Result<()> {
    crate::runtime()?.block_on(async {
        let log = start::open_log(settings).await?;
        let erased = room::erase(&log, person, Clock::system().now_ms()).await;
        log.close().await;
        let (entries, streams) = erased.with_context(|| format!("{person} is not erased"))?;
        println!("{person} is erased: {entries} entries in {streams} logs told the name, and do no more.");
        println!(
            "Copies of the data folder that were made before, and the conference file, may have it still."
        );
        Ok(())
    })
}

fn export(settings: &Settings, file: Option<&Path>) -> anyhow::Result<()> {
    crate::runtime()?.block_on(async {
        let log = start::open_log(settings).await?;
        let conference = room::stored_conference(&log).await;
        log.close().await;
        let plan = conference?.taking_place().with_context(|| {
            format!("no conference was held yet with the data folder {}", settings.data.display())
        })?;
        write(&plan, Clock::system().now_ms(), file)
    })
}

/// Writes a plan as a conference file that `plenary check` passes: into a new file, or to the standard output where none is
/// named.
///
/// # Errors
/// One sentence: where a file of that name is there already, where none can be written, or what in the plan no file can say.
fn write(plan: &ConferencePlan, now_ms: Moment, file: Option<&Path>) -> anyhow::Result<()> {
    let text = text(plan, now_ms)?;
    let Some(file) = file else {
        // Whoever reads this may stop reading, as `head` does: an error then, and no panic.
        return Ok(std::io::stdout().lock().write_all(text.as_bytes())?);
    };
    let name = file.display();
    match OpenOptions::new().write(true).create_new(true).open(file) {
        Ok(mut made) => {
            made.write_all(text.as_bytes()).with_context(|| format!("{name} cannot be written to its end"))
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!("{name} is there already and is left as it is: name another file")
        }
        Err(error) => {
            bail!("{name} cannot be written ({error}): name a file in a folder that this user may write to")
        }
    }
}

/// The file, which says first when it was written and from what.
fn text(plan: &ConferencePlan, now_ms: Moment) -> anyhow::Result<String> {
    let zone = TimeZone::get(&plan.time_zone).unwrap_or(TimeZone::UTC);
    let whole_seconds = Timestamp::from_millisecond(now_ms - now_ms.rem_euclid(1_000));
    let now = whole_seconds.ok().and_then(|now| hours::local(now.as_millisecond(), &zone));
    let at = now.map(|now| format!(" on {now} by the clock in {}", plan.time_zone)).unwrap_or_default();
    let heading = format!("Written by `plenary conference export`{at}, from what was in force then.");
    plan.to_file(&heading).map_err(|faults| anyhow!("{}", report(&faults).trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = include_str!("../conferences/gcm-arab-2021/conference.toml");

    fn sample() -> ConferencePlan {
        ConferencePlan::from_text("sample.toml", SAMPLE).unwrap_or_else(|faults| panic!("{faults:#?}"))
    }

    #[test]
    fn what_is_written_says_when_and_reads_back_as_the_same() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("today.toml");
        write(&sample(), 1_614_153_600_123, Some(&file)).unwrap();
        let written = std::fs::read_to_string(&file).unwrap();
        let first = "# Written by `plenary conference export` on 2021-02-24T10:00:00 by the clock in Asia/Beirut, from what was in force then.\n";
        assert!(written.starts_with(first), "{written}");
        assert_eq!(ConferencePlan::read(&file), Ok(sample()));
    }

    #[test]
    fn a_file_that_is_there_is_left_as_it_is() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("today.toml");
        std::fs::write(&file, "mine").unwrap();
        let refused = write(&sample(), 0, Some(&file)).unwrap_err();
        assert!(refused.to_string().contains("there already"), "{refused}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
    }
}
