//! What of the conference everybody may read, without a link, where the conference lets the public listen: key messages and the
//! outcome document once they are issued, and the documents that were released to the public.

use super::Conference;
use super::documents::Document;
use super::documents::view::newest;
use super::key_messages::IssuedAs;
use super::key_messages::view::issued;
use super::outcome::Version;
use super::view::{FileView, IssuedMessageView};
use crate::conference::documents::Of;
use crate::terms::ids::{AgendaItemId, DocumentId, Language, SessionId, Wording};

/// What everybody may read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublicConference {
    /// Key messages that were issued, in their order.
    pub messages: Vec<IssuedMessageView>,
    /// Documents that were released to the public, in the order in which they were entered.
    pub documents: Vec<PublicDocument>,
    /// In which way the outcome document is before them; none while it is not.
    pub outcome: Option<IssuedAs>,
    /// Whether what was recorded of sessions that are over may be heard.
    pub recordings: bool,
    /// Which agenda items each session has.
    items: Vec<(AgendaItemId, Vec<SessionId>)>,
}

/// A document that everybody may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicDocument {
    /// Which.
    pub id: DocumentId,
    /// What it belongs to.
    pub of: Of,
    /// Its title.
    pub title: Wording,
    /// Its symbol; may be empty.
    pub symbol: String,
    /// The official language.
    pub official: Option<Language>,
    /// Its newest file in each language, in the order of the conference's languages.
    pub files: Vec<(Language, FileView)>,
}

impl PublicConference {
    /// The documents of a session: its own, those of its agenda items, and the conference's.
    pub fn documents_of(&self, session: &SessionId) -> impl Iterator<Item = &PublicDocument> {
        let has_item = move |item: &AgendaItemId| {
            self.items.iter().any(|(known, sessions)| known == item && sessions.contains(session))
        };
        self.documents.iter().filter(move |document| match &document.of {
            Of::Conference {} => true,
            Of::Session { session: of } => of == session,
            Of::Item { item } => has_item(item),
        })
    }
}

/// The version of the outcome document that everybody may read, and in which way it is before them; none where the public may not
/// listen.
pub fn issued_outcome(conference: &Conference) -> Option<(&Version, IssuedAs)> {
    let (number, standing, _) = conference.outcome.issued?;
    let listens = conference.live.as_deref().is_some_and(|plan| plan.public_listening);
    let version = conference.outcome.version(number).filter(|_| listens)?;
    Some((version, standing))
}

/// What everybody may read of a conference; nothing where the public may not listen.
pub fn public(conference: &Conference) -> PublicConference {
    let Some(plan) = conference.live.as_deref().filter(|plan| plan.public_listening) else {
        return PublicConference::default();
    };
    let documents = conference.documents.all().filter(|document| document.is_public());
    let items = plan.agenda_items.iter().map(|item| {
        let has_one = |lists: &[_]| lists.iter().any(|list| item.lists.contains(list));
        let sessions = plan.sessions.iter().filter(|session| has_one(&session.lists));
        (item.id.clone(), sessions.map(|session| session.plan.id.clone()).collect())
    });
    PublicConference {
        messages: issued(conference),
        documents: documents.map(|document| shown(document, &plan.languages)).collect(),
        outcome: issued_outcome(conference).map(|(_, standing)| standing),
        recordings: plan.public_recordings,
        items: items.collect(),
    }
}

fn shown(document: &Document, languages: &[Language]) -> PublicDocument {
    let mut files = newest(document);
    let in_order = languages.iter().filter_map(|language| files.remove_entry(language));
    PublicDocument {
        id: document.id.clone(),
        of: document.of.clone(),
        title: document.title.clone(),
        symbol: document.symbol.clone(),
        official: document.official.clone(),
        files: in_order.collect(),
    }
}
