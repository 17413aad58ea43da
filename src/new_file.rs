//! `plenary new`: a small conference file to begin from.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use plenary::terms::ids::Moment;

/// The file, with a day that is put in.
const FILE: &str = include_str!("../conferences/new.toml");
/// What stands in it for the day.
const DAY: &str = "2021-02-24";

/// Writes the file, its session tomorrow, and tells what to do with it.
///
/// # Errors
/// One sentence: where a file of that name is there already, or none can be written.
pub fn write(file: &Path, now_ms: Moment) -> anyhow::Result<()> {
    let name = file.display();
    let mut made = match OpenOptions::new().write(true).create_new(true).open(file) {
        Ok(made) => made,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!(
                "{name} is there already and is left as it is: name another file, as in `plenary new other.toml`"
            )
        }
        Err(error) => {
            bail!("{name} cannot be written ({error}): name a file in a folder that this user may write to")
        }
    };
    made.write_all(text(now_ms).as_bytes())
        .with_context(|| format!("{name} cannot be written to its end"))?;
    println!("Wrote {name}. Edit it, then:");
    println!("  plenary check                     what is wrong with it, and what is odd");
    println!("  plenary links issue > links.csv   a personal link for everybody, for a spreadsheet");
    println!("  plenary serve                     serves it");
    Ok(())
}

fn text(now_ms: Moment) -> String {
    let now = Timestamp::from_millisecond(now_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    let today = TimeZone::UTC.to_datetime(now).date();
    let tomorrow = today.checked_add(1.day()).unwrap_or(today);
    FILE.replace(DAY, &tomorrow.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use plenary::conference::ConferencePlan;

    #[test]
    fn what_is_written_is_sound_and_nothing_in_it_is_odd() {
        let written = text(1_800_000_000_000);
        assert!(written.contains("2027-01-16") && !written.contains(DAY), "{written}");
        let conference =
            ConferencePlan::from_text("new.toml", &written).unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(conference.oddities(), Vec::<String>::new());
    }
}
