//! The texts of the conference's documents, read from their files as these come, so that they can be found.

use std::io::{self, Seek as _, Write as _};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::Gateway;
use super::rate::{Callers, SEARCHING};
use super::search::take;
use crate::conference::Conference;
use crate::conference::passages::{Library, Texts, lines};
use crate::papers::{self, NotPaper};
use crate::search::Index;
use crate::terms::ids::ClipId;

/// How long a file that could not be fetched is left alone before it is tried again.
const AGAIN_AFTER: Duration = Duration::from_secs(10);

/// What the conference has to be found beside its sessions.
pub(super) struct Shelf {
    /// How fast each person may search, here and in sessions.
    pub(super) searchers: Callers,
    pub(super) index: Arc<Index<Library>>,
    texts: Mutex<Texts>,
}

impl Shelf {
    /// Nothing is read yet.
    pub(super) fn new() -> Self {
        Self { searchers: Callers::new(SEARCHING), index: Arc::default(), texts: Mutex::default() }
    }

    /// The conference as it may be told, with what is read of its documents.
    pub(super) fn library(&self, conference: Conference) -> Library {
        Library { conference, texts: self.change(|texts| texts.clone()) }
    }

    fn change<T>(&self, change: impl FnOnce(&mut Texts) -> T) -> T {
        change(&mut self.texts.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What a file of a document says, line by line; empty where it has no text, none where it could not be fetched.
pub(super) async fn said_in(gateway: &Gateway, content: &ClipId) -> Option<String> {
    match gateway.shelf.change(|texts| texts.whole(content)) {
        Some(text) => Some(text),
        // It has just come, or has no place among those that are found.
        None => text_of(gateway, content).await.map(|text| lines(&text)),
    }
}

/// Reads the newest file of each document, as they come, until the server stops.
pub(super) async fn keep_library(gateway: Arc<Gateway>) {
    let mut told = gateway.conference.watch();
    loop {
        let conference = told.borrow_and_update().conference().clone();
        let all_read = read_all(&gateway, &conference).await;
        take(&gateway.shelf.index, gateway.shelf.library(conference), "the conference").await;
        if all_read {
            // The sender lives as long as the server.
            if told.changed().await.is_err() {
                return;
            }
        } else {
            tokio::time::sleep(AGAIN_AFTER).await;
        }
    }
}

/// Reads what is not read yet. False where something could not be fetched.
async fn read_all(gateway: &Gateway, conference: &Conference) -> bool {
    let wanted = Library::wanted(conference);
    gateway.shelf.change(|texts| texts.keep(&wanted));
    let mut all = true;
    for content in wanted.into_iter().filter(|content| !gateway.shelf.change(|texts| texts.has(content))) {
        match text_of(gateway, &content).await {
            Some(text) => {
                if !gateway.shelf.change(|texts| texts.add(content.clone(), &text)) {
                    tracing::warn!(%content, "a document is found by its title alone: there are too many long ones");
                }
            }
            None => all = false,
        }
    }
    all
}

/// The text of a file, empty where none can be read of it; none where the file could not be fetched.
async fn text_of(gateway: &Gateway, content: &ClipId) -> Option<String> {
    let whole = match gateway.clips.whole(content).await {
        Ok(whole) => whole?,
        Err(fault) => {
            tracing::error!(%content, %fault, "a document cannot be made ready for searching yet");
            return None;
        }
    };
    let laid_aside = tokio::task::spawn_blocking(move || {
        let mut file = tempfile::tempfile()?;
        file.write_all(&whole)?;
        file.rewind()?;
        Ok(file)
    });
    let file = match laid_aside.await.unwrap_or_else(|bug| Err(io::Error::other(bug))) {
        Ok(file) => file,
        Err(fault) => {
            tracing::error!(%fault, "a document cannot be laid aside to be read");
            return None;
        }
    };
    match papers::read(file).await {
        Ok((paper, _file)) => Some(paper.text.unwrap_or_default()),
        Err(NotPaper::Unread(fault)) => {
            tracing::error!(%content, %fault, "a document cannot be read yet");
            None
        }
        Err(fault) => {
            tracing::warn!(%content, %fault, "a document is found by its title alone");
            Some(String::new())
        }
    }
}
