//! Personal links on the command line: issued, listed, revoked.

use std::io::Write as _;

use anyhow::Context as _;
use clap::{Subcommand, ValueEnum};
use csv::{Terminator, Writer, WriterBuilder};
use plenary::conference::ConferencePlan;
use plenary::config::Settings;
use plenary::identity::{Identity, Issued, LinkId};
use plenary::room::{self, Clock};
use plenary::terms::ids::{PersonId, Wording};

use crate::start;

/// What is done to links.
#[derive(Debug, Subcommand)]
pub enum Act {
    /// Issues a new link to each of these people, or to everybody, as CSV for a spreadsheet: person, name, roles, delegation,
    /// language, the name and the delegation in that language, link.
    Issue {
        /// Ids of people in the conference file; nobody named means everybody.
        people: Vec<PersonId>,
        /// What stands between the columns: what the office's spreadsheet expects where it was set up.
        #[arg(long, value_enum, default_value_t = Separator::Comma)]
        separator: Separator,
    },
    /// Lists the links in force as CSV: link id, person. Secrets are not kept and cannot be shown again.
    List,
    /// Revokes a link and everything entered by it.
    Revoke {
        /// The link's id, as in the address of the person's pages.
        link: String,
    },
}

/// What stands between the columns of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Separator {
    /// As most programs, and spreadsheets set up in English, expect.
    Comma,
    /// As spreadsheets expect that write decimals with a comma: French, most of Europe, much of the Arab region.
    Semicolon,
    /// Understood everywhere, where the file is imported rather than opened.
    Tab,
}

/// By this spreadsheets know that a file is UTF-8; without it they show Arabic and accents as other letters.
const MARK_OF_UTF_8: &[u8] = "\u{feff}".as_bytes();

/// Does what is asked, and prints what came of it.
///
/// # Errors
/// One sentence that says what is wrong and what to do.
pub fn run(act: &Act, settings: &Settings) -> anyhow::Result<()> {
    let conference = start::conference(&settings.conference)?;
    crate::runtime()?.block_on(async {
        let log = start::open_log(settings).await?;
        // Those who were added on screen stand in no file.
        let stored = room::stored_conference(&log).await?;
        let conference = &start::in_force(&stored, &conference, settings)?;
        let identity = Identity::open(log.clone()).await?;
        let now_ms = Clock::system().now_ms();
        // Whoever reads this may stop reading, as `head` does: an error then, and no panic.
        let mut out = std::io::stdout().lock();
        match act {
            Act::Issue { people, separator } => {
                let unknown = people.iter().find(|id| conference.participant(id).is_none());
                if let Some(id) = unknown {
                    anyhow::bail!("nobody has the id {id} in the conference");
                }
                let all = || conference.people.iter().map(|person| person.id.clone()).collect();
                let people = if people.is_empty() { all() } else { people.clone() };
                let issued = identity.issue(&people, now_ms).await?;
                out.write_all(&sheet(conference, &issued, &settings.public_base(), *separator)?)?;
            }
            Act::List => {
                writeln!(out, "link,person")?;
                for (link, person) in identity.links() {
                    writeln!(out, "{link},{person}")?;
                }
            }
            Act::Revoke { link } => {
                let id = LinkId::given(link).context("this is no link id")?;
                if !identity.revoke(&id, now_ms).await? {
                    anyhow::bail!("no link in force has the id {id}");
                }
                writeln!(out, "revoked {id}")?;
            }
        }
        log.close().await;
        Ok(())
    })
}

/// A personal link as it is opened.
pub fn address(base: &str, issued: &Issued) -> String {
    format!("{base}/join#{}", issued.secret.reveal())
}

/// The list of links as a spreadsheet opens it: each thing in a column of its own, to sort by and to merge letters from.
fn sheet(
    conference: &ConferencePlan,
    issued: &[Issued],
    base: &str,
    separator: Separator,
) -> anyhow::Result<Vec<u8>> {
    let delimiter = match separator {
        Separator::Comma => b',',
        Separator::Semicolon => b';',
        Separator::Tab => b'\t',
    };
    let begun = MARK_OF_UTF_8.to_vec();
    let mut rows: Writer<Vec<u8>> =
        WriterBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).from_writer(begun);
    rows.write_record([
        "person",
        "name",
        "roles",
        "delegation",
        "language",
        "name_in_language",
        "delegation_in_language",
        "link",
    ])?;
    for one in issued {
        let Some(person) = conference.participant(&one.person) else { continue };
        let seat = conference.seat_of(person);
        let own = |wording: &Wording| {
            wording.0.get(&person.language).cloned().unwrap_or_else(|| conference.worded(wording).to_owned())
        };
        let cells = [
            one.person.to_string(),
            conference.worded(&person.name).to_owned(),
            person.roles.words(),
            seat.map(|seat| conference.worded(&seat.short).to_owned()).unwrap_or_default(),
            person.language.to_string(),
            own(&person.name),
            seat.map(|seat| own(&seat.short)).unwrap_or_default(),
            address(base, one),
        ];
        rows.write_record(cells.map(no_formula))?;
    }
    Ok(rows.into_inner().map_err(|error| error.into_error())?)
}

/// A cell that no spreadsheet takes for a formula, which could send what stands beside it to anybody.
fn no_formula(cell: String) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_compute_is_text() {
        for formula in ["=HYPERLINK(\"https://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"] {
            assert_eq!(no_formula(formula.to_owned()), format!("'{formula}"));
        }
        for name in ["H.E. Ms. Nermine Shatbawy", "سعادة السيدة", "https://x/join#a=b", ""] {
            assert_eq!(no_formula(name.to_owned()), name);
        }
    }
}
