//! Whether a document is entered, given a file, released or withdrawn.

use super::{Command, Document, Event, Given, Of, Release};
use crate::conference::{Conference, access, event};
use crate::meeting::refusal::{self, Field, Refusal};
use crate::terms::ids::{DocumentId, Moment, PersonId};
use crate::terms::limits;
use crate::terms::text::Kind;

/// Decides what a command makes happen.
///
/// # Errors
/// Why it is refused.
pub(in crate::conference) fn decide(
    conference: &Conference,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let happened = match command {
        Command::AddDocument { document, of, title, symbol } => {
            known_place(conference, of)?;
            may_change(conference, actor, of)?;
            if conference.documents.find(document).is_some() {
                return Err(Refusal::DocumentKnown { document: document.clone() });
            }
            refusal::room_for_one(conference.documents.all().count(), limits::DOCUMENTS_MAX)?;
            let (document, of) = (document.clone(), of.clone());
            Event::DocumentAdded { document, of, title: titled(conference, title)?, symbol: marked(symbol)? }
        }
        Command::ChangeDocument { document, title, symbol, official } => {
            let was = standing(conference, actor, document)?;
            if official.as_ref().is_some_and(|language| !conference.languages().contains(language)) {
                return Err(Refusal::Unknown { field: Field::Language });
            }
            let (title, symbol) = (titled(conference, title)?, marked(symbol)?);
            if (&title, &symbol, official) == (&was.title, &was.symbol, &was.official) {
                return Ok(Vec::new());
            }
            let (document, official) = (document.clone(), official.clone());
            Event::DocumentChanged { document, title, symbol, official }
        }
        Command::ReleaseDocument { document, release } => {
            let was = standing(conference, actor, document)?;
            if was.release == *release {
                return Ok(Vec::new());
            }
            if !matches!(release, Release::Held {}) && was.files.is_empty() {
                return Err(Refusal::NoFile {});
            }
            Event::DocumentReleased { document: document.clone(), release: *release }
        }
        Command::WithdrawDocument { document } => {
            standing(conference, actor, document)?;
            Event::DocumentWithdrawn { document: document.clone() }
        }
    };
    Ok(vec![event::Event::Documents(happened)])
}

/// Decides on a file that has come.
///
/// # Errors
/// Why it is refused.
pub(in crate::conference) fn give(
    conference: &Conference,
    given: &Given,
) -> Result<Vec<event::Event>, Refusal> {
    let Given { document, language, file } = given;
    may_give(conference, &file.by, document)?;
    if !conference.languages().contains(language) {
        return Err(Refusal::Unknown { field: Field::Language });
    }
    let was = conference.documents.find(document).and_then(|known| known.file(language));
    if was.is_some_and(|was| was.content == file.content && was.name == file.name) {
        return Ok(Vec::new());
    }
    let (document, language) = (document.clone(), language.clone());
    let given = Event::FileGiven { document, language, file: Box::new(file.clone()) };
    Ok(vec![event::Event::Documents(given)])
}

/// Whether somebody may give files of a document, and there is room for one more.
///
/// # Errors
/// Why not.
pub fn may_give(conference: &Conference, actor: &PersonId, document: &DocumentId) -> Result<(), Refusal> {
    let known = standing(conference, actor, document)?;
    refusal::room_for_one(known.files.values().map(Vec::len).sum(), limits::DOCUMENT_FILES_MAX)
}

/// The embargo of a document ends, if it is still that one.
pub(in crate::conference) fn end_embargo(
    conference: &Conference,
    document: &DocumentId,
    until_ms: Moment,
) -> Vec<event::Event> {
    let known = conference.documents.find(document);
    let ends = known.is_some_and(|known| known.release == Release::Embargo { until_ms } && !known.withdrawn);
    let released = || Event::DocumentReleased { document: document.clone(), release: Release::Released {} };
    ends.then(|| event::Event::Documents(released())).into_iter().collect()
}

/// A document that was not withdrawn, of which the actor decides.
fn standing<'a>(
    conference: &'a Conference,
    actor: &PersonId,
    document: &DocumentId,
) -> Result<&'a Document, Refusal> {
    let known = conference.documents.find(document).filter(|known| !known.withdrawn);
    let known = known.ok_or(Refusal::Unknown { field: Field::Document })?;
    may_change(conference, actor, &known.of)?;
    Ok(known)
}

/// Of a session its secretariat decides, of the rest whoever serves all sessions.
fn may_change(conference: &Conference, actor: &PersonId, of: &Of) -> Result<(), Refusal> {
    let may = match of {
        Of::Session { session } => access::serves(conference, actor, session),
        Of::Conference {} | Of::Item { .. } => access::serves_all(conference, actor),
    };
    if may { Ok(()) } else { Err(Refusal::OfConference {}) }
}

fn known_place(conference: &Conference, of: &Of) -> Result<(), Refusal> {
    let plan = conference.live.as_deref().ok_or(Refusal::NotInSession {})?;
    match of {
        Of::Conference {} => Ok(()),
        Of::Session { session } if plan.programme().any(|known| known.id == *session) => Ok(()),
        Of::Session { .. } => Err(Refusal::Unknown { field: Field::Session }),
        Of::Item { item } if plan.agenda_items.iter().any(|known| known.id == *item) => Ok(()),
        Of::Item { .. } => Err(Refusal::Unknown { field: Field::Item }),
    }
}

fn titled(
    conference: &Conference,
    title: &crate::terms::ids::Wording,
) -> Result<crate::terms::ids::Wording, Refusal> {
    let max = limits::DOCUMENT_TITLE_CHARS_MAX;
    refusal::worded_in(conference.languages(), Kind::Line, Field::Title, title, max)
}

fn marked(symbol: &str) -> Result<String, Refusal> {
    refusal::text(Kind::Line, Field::Symbol, symbol, limits::SYMBOL_CHARS_MAX)
}
