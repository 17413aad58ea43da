//! `plenary log repair`: entries that servers of NATS have lost, given back by the nodes that hold them.

use std::collections::BTreeMap;

use anyhow::bail;
use clap::Subcommand;
use plenary::config::Settings;
use plenary::log::{Log as _, Lost, Nats};

use crate::start;

/// What is done with the log.
#[derive(Debug, Subcommand)]
pub enum Act {
    /// Asks the running servers of the conference which entries the log has lost that they have seen, and changes nothing
    /// unless it is told to.
    Repair {
        /// Has them put back: for whoever has read, without this, what it is about.
        #[arg(long)]
        put_back: bool,
    },
}

/// Does what is asked.
///
/// # Errors
/// One sentence that says what is wrong and what to do.
pub fn run(act: &Act, settings: &Settings) -> anyhow::Result<()> {
    let Act::Repair { put_back } = act;
    if settings.nats.is_empty() {
        bail!(
            "the servers of NATS are not named: name them with --nats. A log in a data folder is put right by its last backup \
             (plenary restore)"
        );
    }
    let conference = start::conference(&settings.conference)?.id;
    crate::runtime()?.block_on(async {
        let log = Nats::open(start::on_nats(settings, conference)).await?;
        let done = repair(&log, *put_back).await;
        log.close().await;
        done
    })
}

async fn repair(log: &Nats, put_back: bool) -> anyhow::Result<()> {
    let lost = log.lost().await?;
    for Lost { node, stream, ends_at, seen_to, why_not } in &lost {
        println!("{stream}: ends at entry {ends_at}; node {node} has seen entry {seen_to}");
        if let Some(why) = why_not {
            println!("  it cannot put back what is missing: {why}");
        }
    }
    let furthest = furthest(lost);
    if furthest.is_empty() {
        println!("No running server misses anything that it has seen.");
        return Ok(());
    }
    if !put_back {
        println!("Nothing was changed. To have it put back: plenary log repair --put-back");
        return Ok(());
    }
    let mut left = 0;
    for lost in furthest.values() {
        match log.put_back(lost).await {
            Ok(entries) => {
                println!(
                    "{}: {entries} entries are put back; it ends at {} again",
                    lost.stream, lost.seen_to
                );
            }
            Err(why) => {
                eprintln!("note: {} is left as it is: {why}", lost.stream);
                left += 1;
            }
        }
    }
    if left > 0 {
        bail!("{left} streams are not put right: what is to be done stands with each");
    }
    Ok(())
}

/// Of each stream, the node that has seen most: what another would put back might not be all, and then nobody could go on
/// from what this one has seen.
fn furthest(lost: Vec<Lost>) -> BTreeMap<String, Lost> {
    let mut furthest = BTreeMap::<String, Lost>::new();
    for one in lost {
        let further =
            |known: &Lost| (one.seen_to, one.why_not.is_none()) > (known.seen_to, known.why_not.is_none());
        if furthest.get(&one.stream).is_none_or(further) {
            furthest.insert(one.stream.clone(), one);
        }
    }
    furthest
}
