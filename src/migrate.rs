//! `plenary migrate`: the log of a conference, moved from a data folder to servers of NATS, or back.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use clap::Subcommand;
use futures_util::StreamExt as _;
use plenary::config::Settings;
use plenary::log::beats::Beats as _;
use plenary::log::{DATABASE, Log, Nats, OpenFault, Sqlite};
use plenary::room::{self, BEAT_EVERY};
use plenary::transfer::{self, Copied};

use crate::start;

/// How long is listened for nodes before anything is written: two beats of one that lives, and a little.
const LISTENED: Duration = Duration::from_millis(2 * BEAT_EVERY.as_millis() as u64 + 1_000);

/// Which way it goes, between the data folder (--data) and the servers of NATS (--nats).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum Act {
    /// From the data folder to the servers of NATS.
    ToNats,
    /// From the servers of NATS to the data folder.
    ToFolder,
}

/// Moves the log, and tells what it moved.
///
/// # Errors
/// One sentence that says what is wrong and what to do.
pub fn run(act: Act, settings: &Settings) -> anyhow::Result<()> {
    if settings.nats.is_empty() {
        bail!("the servers of NATS are not named: name them with --nats, and the data folder with --data");
    }
    if act == Act::ToNats && !settings.data.join(DATABASE).is_file() {
        return Err(OpenFault::NothingThere { path: settings.data.clone() }.into());
    }
    let conference = start::conference(&settings.conference)?.id;
    crate::runtime()?.block_on(async {
        // The folder's lock keeps servers out of it for as long as this runs.
        let folder: Arc<dyn Log> = Arc::new(Sqlite::open(&settings.data)?);
        let nats = Nats::open(start::on_nats(settings, conference.clone())).await?;
        let beats = nats.beats().await?;
        let nats: Arc<dyn Log> = Arc::new(nats);
        let (from, to) = match act {
            Act::ToNats => (&folder, &nats),
            Act::ToFolder => (&nats, &folder),
        };
        let mut heard = beats.heard();
        let alone = async {
            match heard.next().await {
                Some(node) => node,
                // Where nothing can be heard any more nothing can be copied either, which says so.
                None => std::future::pending().await,
            }
        };
        let copied = tokio::select! {
            node = alone => Err(anyhow::anyhow!(
                "a server of {conference} runs on these servers of NATS (node {node}): stop every server of the conference, \
                 then run it again"
            )),
            copied = copy(from, to, conference.as_str()) => copied,
        };
        folder.close().await;
        nats.close().await;
        tell(act, settings, &copied?);
        Ok(())
    })
}

async fn copy(from: &Arc<dyn Log>, to: &Arc<dyn Log>, conference: &str) -> anyhow::Result<Copied> {
    let stored = room::stored_conference(from).await?;
    if let Some(held) = stored.live.filter(|held| held.id.as_str() != conference) {
        bail!(
            "the conference file is of {conference}, and what is to be moved of {}: name its own file with --conference",
            held.id
        );
    }
    tokio::time::sleep(LISTENED).await;
    transfer::copy(&**from, &**to).await.context("nothing is moved from its place")
}

fn tell(act: Act, settings: &Settings, copied: &Copied) {
    let Copied { streams, named, blobs, damaged } = copied;
    for stream in streams {
        println!("{}: {} entries, {} of them new there", stream.stream, stream.entries, stream.added);
        println!("  sha256 here  {}", stream.from);
        println!("  sha256 there {}", stream.to);
    }
    println!("{named} blobs by name and {blobs} statements' sound; both logs are the same.");
    for blob in damaged {
        eprintln!("note: {blob} is damaged, and was not copied");
    }
    match act {
        Act::ToNats => println!(
            "Start the servers with --nats, and none on the folder {} alone any more. The recordings stay in it.",
            settings.data.display()
        ),
        Act::ToFolder => println!(
            "Start one server with --data {} and without --nats, and none with --nats any more. Copy the recordings of the other \
             servers into its folder yourself.",
            settings.data.display()
        ),
    }
}
