//! What people see of the conference before they enter a session: the programme as it stands, and each their own card. The
//! lobby is drawn from it.
//!
//! | scope | followed by |
//! |---|---|
//! | `conference` | all who have a role in any session |
//! | `record` | rapporteurs and secretariat of any session |
//! | `staff` | chairs, moderators, secretariat, rapporteurs and interpreters of any session |
//! | `person` | one person |
//!
//! What is the same for all stands in the one scope and is encoded once; what each is in the sessions is their own.
//!
//! What is said of documents, key messages and the outcome document stands in their own views.
//!
//! Seen: `conference`, `programme_session`, `agenda_item` and `conference_announcement` by `conference`; `participant` by that
//! `person` alone.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::event::Event;
use super::plan::{AgendaItem, ConferencePlan, Participant};
use super::{Conference, access, announcements, documents, key_messages, outcome, programme, register};
use crate::meeting::charter::{SessionKind, SessionPlan};
use crate::meeting::hall::chat::{Announcement, Author};
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::schedule::Rescheduled;
use crate::meeting::view::{EntityRef, Parcel};
use crate::terms::ids::{
    AgendaItemId, AnnouncementId, ConferenceId, Language, ListId, Moment, PersonId, SessionId, Wording,
};
use crate::terms::people::{Delegation, Role};

pub use super::documents::view::{DocumentView, FileView, HeldDocumentView};
pub use super::key_messages::view::{CoverageView, IssuedMessageView, KeyMessageView, KeyMessagesView};
pub use super::outcome::view::{
    OutcomeCommentView, OutcomeCorrectionView, OutcomeVersionView, OutcomeView, OutcomeWriterView,
    ShownOutcomeView,
};

/// A part of the view that one audience shares. That of all comes last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// One person.
    Person(PersonId),
    /// Those who keep the record of any session.
    Record,
    /// Those who prepare for any session: the desk, the booths and those who keep the record.
    Staff,
    /// All who have a role in any session.
    Conference,
}

impl std::fmt::Display for Scope {
    /// The name of the scope on the wire.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Person(id) => write!(f, "person/{id}"),
            Self::Record => f.write_str("record"),
            Self::Staff => f.write_str("staff"),
            Self::Conference => f.write_str("conference"),
        }
    }
}

/// What an event may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// What all see.
    Programme,
    /// The cards of people.
    People,
    /// What those see who keep the record.
    Record,
    /// What those see who prepare.
    Staff,
    /// What delegations have asked for.
    Corrections,
}

/// One thing of the conference that a page can show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema, strum::VariantNames))]
#[cfg_attr(test, strum(serialize_all = "snake_case"))]
#[cfg_attr(test, ts(rename = "ConferenceEntity"), schemars(rename = "ConferenceEntity"))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Entity {
    /// The conference.
    Conference(ConferenceView),
    /// A session of the programme.
    ProgrammeSession(ProgrammeSessionView),
    /// An agenda item that goes on over several sittings.
    AgendaItem(AgendaItemView),
    /// What is announced to all.
    ConferenceAnnouncement(ConferenceAnnouncementView),
    /// Who one is.
    Participant(ParticipantView),
    /// A document that all read.
    Document(DocumentView),
    /// A document that all do not read yet.
    HeldDocument(HeldDocumentView),
    /// A key message, for those who keep the record.
    KeyMessage(KeyMessageView),
    /// How the gathering of key messages stands.
    KeyMessages(KeyMessagesView),
    /// A key message that was issued.
    IssuedMessage(IssuedMessageView),
    /// How the outcome document stands.
    Outcome(OutcomeView),
    /// A version of the outcome document.
    OutcomeVersion(OutcomeVersionView),
    /// A comment at a paragraph of the outcome document.
    OutcomeComment(OutcomeCommentView),
    /// A correction that a delegation has asked for.
    OutcomeCorrection(OutcomeCorrectionView),
    /// The version of the outcome document that all may read.
    ShownOutcome(ShownOutcomeView),
}

/// The conference. There is one, with the id `conference`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ConferenceView {
    /// Always `conference`.
    pub id: String,
    /// Which conference.
    pub conference: ConferenceId,
    /// Its name.
    pub name: Wording,
    /// What is to be said of it on screen; may be empty.
    pub notice: Wording,
    /// IANA name of the host's time zone.
    pub time_zone: String,
    /// Working languages.
    pub languages: Vec<Language>,
}

/// A session as the programme has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ProgrammeSessionView {
    /// Which session.
    pub id: SessionId,
    /// Title.
    pub title: Wording,
    /// Kind.
    pub kind: SessionKind,
    /// Planned beginning.
    pub starts_at_ms: Moment,
    /// Planned end.
    pub ends_at_ms: Moment,
    /// What of that is not as in the conference file; none if all is.
    pub rescheduled: Option<Rescheduled>,
    /// Numbers of the objectives under discussion.
    pub objectives: Vec<u8>,
    /// Phase it is in.
    pub phase: Phase,
}

/// An agenda item that goes on over several sittings, and where its lists of speakers are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct AgendaItemView {
    /// Which item.
    pub id: AgendaItemId,
    /// Title.
    pub title: Wording,
    /// Whether it is closed.
    pub closed: bool,
    /// Its lists, in the order of the conference file.
    pub lists: Vec<ItemListView>,
}

/// A list of speakers of an agenda item, and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ItemListView {
    /// Which list.
    pub id: ListId,
    /// Its name.
    pub name: Wording,
    /// The sittings that have it, by their beginning.
    pub sittings: Vec<SessionId>,
    /// The session that has it at present; none while the conference keeps it, or the item is closed.
    pub at: Option<SessionId>,
    /// The session that it is on its way to, if it is.
    pub called_for: Option<SessionId>,
    /// How many wait on it while the conference keeps it; none while a session has it.
    pub kept: Option<u32>,
}

/// What is announced to the whole conference, while it stands; there is at most one. In a session it is an `announcement`
/// with the same id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ConferenceAnnouncementView {
    /// Which.
    pub id: AnnouncementId,
    /// The text in each language in which it was given.
    pub text: Wording,
    /// By whom, as they were known then.
    pub by: Author,
    /// Since when it is shown.
    pub at_ms: Moment,
}

/// Who one is: what the name plate shows, and one's roles in each session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ParticipantView {
    /// Which person.
    pub id: PersonId,
    /// Name.
    pub name: Wording,
    /// Function; may be empty.
    pub function: Wording,
    /// Seat, if any.
    pub delegation: Option<Delegation>,
    /// Language of the interface until the person chooses another.
    pub language: Language,
    /// Roles in each session that the person may enter, in order of the sessions' ids; there is at least one.
    pub sessions: Vec<RolesView>,
}

/// What somebody is in a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RolesView {
    /// Which session.
    pub session: SessionId,
    /// Roles; at least one.
    pub roles: Vec<Role>,
}

/// The scopes that a person follows; none for somebody who has no role in any session.
pub fn scopes(conference: &Conference, person: &PersonId) -> Option<Vec<Scope>> {
    let record = access::keeps_any_record(conference, person).then_some(Scope::Record);
    let staff = access::prepares(conference, person).then_some(Scope::Staff);
    let own = [Scope::Person(person.clone())];
    let follows = || own.into_iter().chain(record).chain(staff).chain([Scope::Conference]);
    conference.knows(person).then(|| follows().collect())
}

/// All entities of a scope.
pub fn snapshot(conference: &Conference, scope: &Scope) -> Vec<Entity> {
    let Some(plan) = conference.live.as_deref() else { return Vec::new() };
    match scope {
        Scope::Person(id) => {
            let card = plan.participant(id).map(|person| Entity::Participant(card(plan, person)));
            card.into_iter().chain(outcome::view::of_person(conference, id)).collect()
        }
        Scope::Record => {
            let messages = key_messages::view::of_record(conference).into_iter();
            messages.chain(outcome::view::of_record(conference)).collect()
        }
        Scope::Staff => documents::view::of_staff(conference),
        Scope::Conference => {
            let all = Entity::Conference(ConferenceView {
                id: "conference".to_owned(),
                conference: plan.id.clone(),
                name: plan.name.clone(),
                notice: plan.notice.clone(),
                time_zone: plan.time_zone.clone(),
                languages: plan.languages.clone(),
            });
            let sessions = plan.programme().map(|session| Entity::ProgrammeSession(row(conference, session)));
            let items =
                plan.agenda_items.iter().map(|item| Entity::AgendaItem(agenda_item(conference, plan, item)));
            let announced = conference.announced().map(announced);
            let read = documents::view::of_all(conference).into_iter();
            let read = read.chain(key_messages::view::of_all(conference));
            let read = read.chain(outcome::view::of_all(conference));
            std::iter::once(all).chain(sessions).chain(items).chain(announced).chain(read).collect()
        }
    }
}

fn row(conference: &Conference, plan: &SessionPlan) -> ProgrammeSessionView {
    ProgrammeSessionView {
        id: plan.id.clone(),
        title: plan.title.clone(),
        kind: plan.kind,
        starts_at_ms: plan.starts_at_ms,
        ends_at_ms: plan.ends_at_ms,
        rescheduled: conference.rescheduled(plan),
        objectives: plan.objectives.clone(),
        phase: conference.programme.session(&plan.id).phase,
    }
}

fn agenda_item(conference: &Conference, plan: &ConferencePlan, item: &AgendaItem) -> AgendaItemView {
    let list = |id: &ListId| {
        let standing = conference.lists.list(id).cloned().unwrap_or_default();
        let kept = standing.folder.as_ref().filter(|_| standing.at.is_none());
        Some(ItemListView {
            id: id.clone(),
            name: plan.lists.iter().find(|list| list.id == *id)?.name.clone(),
            sittings: plan.sittings_of(id).map(|entry| entry.plan.id.clone()).collect(),
            kept: kept.map(|folder| u32::try_from(folder.waiting.len()).unwrap_or(u32::MAX)),
            at: standing.at,
            called_for: standing.called_for,
        })
    };
    AgendaItemView {
        id: item.id.clone(),
        title: item.title.clone(),
        closed: conference.lists.is_closed(&item.id),
        lists: item.lists.iter().filter_map(list).collect(),
    }
}

fn announced(stands: &Announcement) -> Entity {
    let Announcement { id, text, by, at_ms, .. } = stands.clone();
    Entity::ConferenceAnnouncement(ConferenceAnnouncementView { id, text, by, at_ms })
}

fn card(plan: &ConferencePlan, person: &Participant) -> ParticipantView {
    let roles = |session: &SessionPlan| RolesView {
        session: session.id.clone(),
        roles: person.roles.in_session(&session.id).to_vec(),
    };
    let mut sessions: Vec<RolesView> =
        plan.programme().map(roles).filter(|one| !one.roles.is_empty()).collect();
    // Not in the order of the programme: a session that is moved is nothing new on the cards of all.
    sessions.sort_by(|one, other| one.session.cmp(&other.session));
    ParticipantView {
        id: person.id.clone(),
        name: person.name.clone(),
        function: person.function.clone(),
        delegation: plan.seat_of(person).cloned(),
        language: person.language.clone(),
        sessions,
    }
}

/// The changes between two states, without what is as it was, for the scopes that somebody follows; that of all last.
pub fn parcels(
    before: &Conference,
    touched: &BTreeSet<Key>,
    after: &Conference,
    is_followed: impl Fn(&Scope) -> bool,
) -> Vec<Parcel<Scope, Entity>> {
    let mut parcels = Vec::new();
    if touched.contains(&Key::People) {
        parcels.extend(of_people(before, after, &is_followed));
    }
    if touched.contains(&Key::Corrections) {
        parcels.extend(of_delegations(before, after, &is_followed));
    }
    let shared =
        [(Key::Record, Scope::Record), (Key::Staff, Scope::Staff), (Key::Programme, Scope::Conference)];
    for (_, scope) in shared.into_iter().filter(|(key, scope)| touched.contains(key) && is_followed(scope)) {
        parcels.extend(of_all_in(scope, before, after));
    }
    parcels
}

/// The cards that are others than before. Whoever is withdrawn follows nothing any more, so nothing is taken from them.
fn of_people(
    before: &Conference,
    after: &Conference,
    is_followed: &impl Fn(&Scope) -> bool,
) -> Vec<Parcel<Scope, Entity>> {
    let Some(now) = after.live.as_deref() else { return Vec::new() };
    let was = before.live.as_deref();
    let known: BTreeMap<&PersonId, &Participant> =
        was.into_iter().flat_map(|plan| &plan.people).map(|person| (&person.id, person)).collect();
    let changed = now.people.iter().filter_map(|person| {
        let scope = Scope::Person(person.id.clone());
        let card_now = is_followed(&scope).then(|| card(now, person))?;
        let card_was = was.zip(known.get(&person.id)).map(|(plan, person)| card(plan, person));
        // With a seat, what else one sees as of that delegation.
        (card_was.as_ref() != Some(&card_now)).then(|| of_all_in(scope, before, after)).flatten()
    });
    changed.collect()
}

/// What people see whose delegation's corrections are others than before.
fn of_delegations(
    before: &Conference,
    after: &Conference,
    is_followed: &impl Fn(&Scope) -> bool,
) -> Vec<Parcel<Scope, Entity>> {
    let people = after.live.iter().flat_map(|plan| &plan.people).filter(|person| person.delegation.is_some());
    let scopes = people.map(|person| Scope::Person(person.id.clone())).filter(|scope| is_followed(scope));
    scopes.filter_map(|scope| of_all_in(scope, before, after)).collect()
}

fn of_all_in(scope: Scope, before: &Conference, after: &Conference) -> Option<Parcel<Scope, Entity>> {
    let (was, now) = (snapshot(before, &scope), snapshot(after, &scope));
    let stays: BTreeSet<EntityName> = now.iter().map(name).collect();
    let gone = was.iter().map(name).filter(|name| !stays.contains(name));
    let removed = gone.map(|(kind, id)| EntityRef { kind: kind.to_owned(), id }).collect::<Vec<_>>();
    let set: Vec<Entity> = now.into_iter().filter(|entity| !was.contains(entity)).collect();
    (!set.is_empty() || !removed.is_empty()).then_some(Parcel { scope, set, removed })
}

/// Type and id.
type EntityName = (&'static str, String);

fn name(entity: &Entity) -> EntityName {
    match entity {
        Entity::Conference(view) => ("conference", view.id.clone()),
        Entity::ProgrammeSession(view) => ("programme_session", view.id.to_string()),
        Entity::AgendaItem(view) => ("agenda_item", view.id.to_string()),
        Entity::ConferenceAnnouncement(view) => ("conference_announcement", view.id.to_string()),
        Entity::Participant(view) => ("participant", view.id.to_string()),
        Entity::Document(view) => ("document", view.id.to_string()),
        Entity::HeldDocument(view) => ("held_document", view.id.to_string()),
        Entity::KeyMessage(view) => ("key_message", view.id.to_string()),
        Entity::KeyMessages(view) => ("key_messages", view.id.clone()),
        Entity::IssuedMessage(view) => ("issued_message", view.id.to_string()),
        Entity::Outcome(view) => ("outcome", view.id.clone()),
        Entity::OutcomeVersion(view) => ("outcome_version", view.id.clone()),
        Entity::OutcomeComment(view) => ("outcome_comment", view.id.to_string()),
        Entity::OutcomeCorrection(view) => ("outcome_correction", view.id.to_string()),
        Entity::ShownOutcome(view) => ("shown_outcome", view.id.clone()),
    }
}

impl Event {
    /// What it may have changed of the view. More than changed is harmless, fewer is a bug.
    pub fn touched(&self) -> BTreeSet<Key> {
        match self {
            // They are of the conference no longer.
            Self::Register(register::Event::DetailsErased { .. }) => BTreeSet::new(),
            Self::Register(
                register::Event::PersonSeated { .. }
                | register::Event::SeatChanged { .. }
                | register::Event::NameCorrected { .. }
                | register::Event::PersonWithdrawnFrom { .. }
                | register::Event::PersonWithdrawn { .. },
            ) => BTreeSet::from([Key::People, Key::Record]),
            Self::Programme(
                // Whoever has a role in all sessions has one in it too.
                programme::Event::SessionAdded { .. }
                | programme::Event::ConferenceConvened { .. }
                | programme::Event::FileTaken { .. },
            ) => BTreeSet::from([Key::Programme, Key::People, Key::Record]),
            Self::Programme(
                programme::Event::SessionRescheduled { .. }
                | programme::Event::SessionDelayed { .. }
                | programme::Event::TitleCorrected { .. }
                | programme::Event::SessionCancelled { .. }
                | programme::Event::SittingProceeded { .. },
            )
            | Self::Lists(_)
            | Self::Announcements(
                announcements::Event::ConferenceAnnounced { .. }
                | announcements::Event::ConferenceAnnouncementTakenDown { .. },
            ) => BTreeSet::from([Key::Programme]),
            Self::Documents(_) => BTreeSet::from([Key::Staff, Key::Programme]),
            Self::KeyMessages(
                key_messages::Event::KeyMessageGathered { .. }
                | key_messages::Event::KeyMessageChanged { .. }
                | key_messages::Event::KeyMessageMoved { .. }
                | key_messages::Event::KeyMessageRemoved { .. },
            ) => BTreeSet::from([Key::Record]),
            Self::KeyMessages(
                key_messages::Event::KeyMessagesIssued { .. } | key_messages::Event::KeyMessagesTakenBack {},
            ) => BTreeSet::from([Key::Record, Key::Programme]),
            Self::Outcome(
                outcome::Event::CorrectionAsked { .. }
                | outcome::Event::CorrectionWithdrawn { .. }
                | outcome::Event::CorrectionAnswered { .. },
            ) => BTreeSet::from([Key::Record, Key::Corrections]),
            Self::Outcome(
                outcome::Event::OriginalSet { .. }
                | outcome::Event::VersionKept { .. }
                | outcome::Event::ParagraphCommented { .. }
                | outcome::Event::CommentSettled { .. },
            ) => BTreeSet::from([Key::Record]),
            Self::Outcome(
                outcome::Event::CorrectionsOpened { .. }
                | outcome::Event::CorrectionsClosed {}
                | outcome::Event::OutcomeIssued { .. }
                | outcome::Event::OutcomeTakenBack {},
            ) => BTreeSet::from([Key::Record, Key::Programme]),
        }
    }

    /// Whether it puts another plan in force as a whole: all begin again.
    pub fn revises(&self) -> bool {
        matches!(
            self,
            Self::Programme(programme::Event::ConferenceConvened { .. } | programme::Event::FileTaken { .. })
        )
    }

    /// Who has no role in any session any more because of it. `after` is the conference as it stands after the event.
    pub fn sends_away(&self, after: &Conference) -> Option<&PersonId> {
        let Self::Register(
            register::Event::PersonWithdrawn { person } | register::Event::PersonWithdrawnFrom { person, .. },
        ) = self
        else {
            return None;
        };
        (!after.knows(person)).then_some(person)
    }
}
