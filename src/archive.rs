//! `plenary export`: the record of the conference as files: documents in every language and format, the recordings, a page that
//! lists them, and their checksums.

mod shelf;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::Args;

use plenary::conference::{Conference, ConferencePlan};
use plenary::config::Settings;
use plenary::draft::rows::kept_rows;
use plenary::log::Log;
use plenary::media::recorder::{RECORDINGS, began_ms};
use plenary::record::{Format, Kind, Notes, Shelved, Sitting, Source, index, vtt, vtt_name};
use plenary::room;
use plenary::terms::ids::SessionId;
use plenary::words::Locale;
use shelf::Shelf;
use strum::VariantArray as _;

use crate::start;

/// What is exported, and where to.
#[derive(Debug, Args)]
pub struct Export {
    /// The folder or, where its name ends in .tar, the file to write; there may be none of that name yet.
    #[arg(long, value_name = "FOLDER|FILE.tar")]
    out: PathBuf,
    /// The documents of this session alone [default: those of all sessions, and of the conference].
    #[arg(long, value_name = "ID")]
    session: Option<SessionId>,
    /// Formats, separated by commas: docx, html, csv, json, akn [default: all].
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = format)]
    format: Vec<Format>,
    /// Languages, separated by commas: ar, en, fr [default: those of the conference].
    #[arg(long, value_name = "LANGUAGE", value_delimiter = ',', value_parser = language)]
    language: Vec<Locale>,
    /// With the chat that all in a session read. It is no part of the official record, and is kept no longer than the conference's
    /// rules for it allow.
    #[arg(long)]
    chat: bool,
    /// Without the recordings.
    #[arg(long)]
    no_recordings: bool,
}

fn format(text: &str) -> Result<Format, String> {
    text.parse().map_err(|_unknown| "formats are docx, html, csv, json and akn".to_owned())
}

fn language(text: &str) -> Result<Locale, String> {
    Locale::of(text).ok_or_else(|| "languages are ar, en and fr".to_owned())
}

/// Writes the record, and tells what of.
///
/// # Errors
/// One sentence that says what is wrong and what to do.
pub fn run(export: &Export, settings: &Settings) -> anyhow::Result<()> {
    // Looked at first, so that nobody waits for what is refused.
    let mut shelf = Shelf::begin(&export.out)?;
    let (plan, notes, sittings) = crate::runtime()?.block_on(read(settings, export.session.as_ref()))?;
    let source = Source { plan: &plan, sittings: &sittings, notes: &notes };
    let shelved = documents(export, &source, &mut shelf)?;
    let recordings = if export.no_recordings {
        Vec::new()
    } else {
        let folder = settings.recordings.clone().unwrap_or_else(|| settings.data.join(RECORDINGS));
        recordings(&folder, export.session.as_ref(), &sittings, &mut shelf)?
    };
    shelf.add("index.html", index(&source, &shelved, &recordings).as_bytes())?;
    let files = shelf.finish()?;
    println!("{} holds the record: {files} files, and their checksums.", export.out.display());
    Ok(())
}

/// Reads the logs of the conference and of its sessions, or of the one that is asked for.
async fn read(
    settings: &Settings,
    session: Option<&SessionId>,
) -> anyhow::Result<(ConferencePlan, Notes, Vec<Sitting>)> {
    let log = start::open_log(settings).await?;
    let read = async {
        let conference = room::stored_conference(&log).await?;
        let plan = conference.taking_place().with_context(|| {
            format!("no conference was held yet with the data folder {} (--data)", settings.data.display())
        })?;
        if let Some(session) = session.filter(|session| plan.programme().all(|plan| plan.id != **session)) {
            let known: Vec<&str> = plan.programme().map(|session| session.id.as_str()).collect();
            bail!("there is no session {session} (--session): the sessions are {}", known.join(", "));
        }
        let mut sittings = Vec::new();
        for plan in plan.programme().filter(|plan| session.is_none_or(|session| plan.id == *session)) {
            let mut sitting = Sitting::default();
            room::read_session(&log, &plan.id, |recorded| sitting.take(recorded)).await?;
            sittings.push(sitting);
        }
        Ok((plan, notes(&log, &conference).await?, sittings))
    };
    let read = read.await;
    log.close().await;
    read
}

/// What was written for the record, with the outcome document as it was issued, or else kept last.
async fn notes(log: &Arc<dyn Log>, conference: &Conference) -> anyhow::Result<Notes> {
    let notes = Notes::of(conference);
    let Some(version) = conference.outcome.at_hand() else { return Ok(notes) };
    let kept = room::read_whole(log, &version.content).await?;
    let kept =
        kept.context("a version of the outcome document is not in the data folder: restore a backup")?;
    let rows =
        kept_rows(&kept, &version.original).context("a version of the outcome document cannot be read")?;
    Ok(notes.with_outcome(&rows))
}

/// Writes the documents, each made once and written in each format.
fn documents(export: &Export, source: &Source<'_>, shelf: &mut Shelf) -> anyhow::Result<Vec<Shelved>> {
    let formats = if export.format.is_empty() { Format::VARIANTS } else { &export.format };
    let languages = if export.language.is_empty() { source.languages() } else { export.language.clone() };
    let of_conference = export.session.is_none().then_some(None);
    let sessions = source.plan.programme().map(|session| &session.id);
    let sessions = sessions.filter(|id| export.session.as_ref().is_none_or(|session| session == *id));
    let mut shelved = Vec::new();
    for session in of_conference.into_iter().chain(sessions.map(Some)) {
        let kinds = Kind::VARIANTS.iter().filter(|kind| kind.is_of_session() == session.is_some());
        for kind in kinds.filter(|kind| **kind != Kind::Chat || export.chat) {
            for locale in &languages {
                let Some(document) = source.document(*kind, session, *locale) else { continue };
                let formats = formats.iter().copied().filter(|format| format.writes(*kind)).collect();
                let one = Shelved::of(&document, session, formats);
                for format in one.formats() {
                    shelf.add(&one.path(*format), &document.write(*format)?)?;
                }
                shelved.push(one);
            }
        }
    }
    Ok(shelved)
}

/// Writes the captions beside a recording, and tells their paths.
fn captions(sitting: &Sitting, beside: &str, shelf: &mut Shelf) -> anyhow::Result<Vec<String>> {
    let name = beside.rsplit('/').next().unwrap_or_default();
    let Some(part) = began_ms(name).and_then(|began_ms| sitting.part(began_ms)) else {
        return Ok(Vec::new());
    };
    let mut paths = Vec::new();
    for language in sitting.captioned() {
        let path = format!("{beside}/{}", vtt_name(language));
        shelf.add(&path, vtt(sitting.captions(language), language, part).as_bytes())?;
        paths.push(path);
    }
    Ok(paths)
}

/// Copies the recordings, and tells their paths. A server that runs would hold the log; none writes them meanwhile.
fn recordings(
    folder: &Path,
    session: Option<&SessionId>,
    sittings: &[Sitting],
    shelf: &mut Shelf,
) -> anyhow::Result<Vec<String>> {
    let mut paths = Vec::new();
    for of_session in shelf::entries(folder)? {
        let Some(name) = shelf::name_of(&of_session) else { continue };
        if session.is_some_and(|session| session.as_str() != name) {
            continue;
        }
        let sitting = sittings.iter().find(|sitting| sitting.session().is_some_and(|id| id.as_str() == name));
        for recording in shelf::entries(&of_session)? {
            let beside =
                shelf::name_of(&recording).map(|recording| format!("{RECORDINGS}/{name}/{recording}"));
            if let (Some(sitting), Some(beside)) = (sitting, beside) {
                paths.extend(captions(sitting, &beside, shelf)?);
            }
            for file in shelf::entries(&recording)?.into_iter().filter(|file| file.is_file()) {
                let (Some(recording), Some(file_name)) = (shelf::name_of(&recording), shelf::name_of(&file))
                else {
                    continue;
                };
                let path = format!("{RECORDINGS}/{name}/{recording}/{file_name}");
                shelf.copy(&path, &file)?;
                paths.push(path);
            }
        }
    }
    Ok(paths)
}
