//! A conference as planned: the programme, the seats, the people and the interpretation. The conference file is read into
//! one, and what is in force is one.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::meeting::charter::{Charter, Region, SessionPlan};
use crate::meeting::procedure::speakers::ListPlan;
use crate::meeting::sound::interpretation::{BoothPlan, ChannelPlan};
use crate::terms::ids::{
    AgendaItemId, BoothId, ConferenceId, DelegationId, Language, ListId, PersonId, SessionId, Wording,
};
use crate::terms::people::{Delegation, Gender, Person, Position, Rank, Role};
use crate::terms::personal::{Personal, Place, Subject, details};

/// A conference: what is the same in all its sessions, and its sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConferencePlan {
    /// Which conference.
    pub id: ConferenceId,
    /// Its name in each language.
    pub name: Wording,
    /// What is to be said of it on screen; may be empty.
    pub notice: Wording,
    /// IANA name of the host's time zone.
    pub time_zone: String,
    /// Working languages, the host's first choice first.
    pub languages: Vec<Language>,
    /// Its days in the host's time zone, in order.
    pub days: Vec<Date>,
    /// Its sessions by their beginning. No two overlap.
    pub sessions: Vec<SessionEntry>,
    /// Channels by number; the first is the floor.
    pub channels: Vec<ChannelPlan>,
    /// Booths in the file's order.
    pub booths: Vec<BoothEntry>,
    /// Lists of speakers in the file's order; a session says which it has.
    pub lists: Vec<ListPlan>,
    /// Agenda items that go on over several sittings, in the file's order. Their lists are one for all sessions that have
    /// them; any other list is each session's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda_items: Vec<AgendaItem>,
    /// Types of stakeholder.
    pub stakeholders: Vec<StakeholderType>,
    /// Seats in the file's order.
    pub delegations: Vec<Delegation>,
    /// The seats of those who convene the conference.
    pub organisers: Vec<DelegationId>,
    /// People in the file's order.
    pub people: Vec<Participant>,
    /// Objectives of the Compact by number.
    pub objectives: Vec<Objective>,
    /// People whose personal links a demonstration prints.
    pub demo_links: Vec<PersonId>,
    /// Whether the channels may be listened to without a personal link.
    pub public_listening: bool,
    /// Whether what was recorded of a session may be heard without a personal link, once it is over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public_recordings: bool,
    /// Regions that delegations belong to.
    pub regions: Vec<Region>,
    /// Whether two people may write to each other in the chat.
    pub direct_messages: bool,
}

/// A booth and when its time ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoothEntry {
    /// The booth as planned, without the end of its time.
    pub plan: BoothPlan,
    /// When its time ends each day, by the host's clock, if it does.
    pub until: Option<Time>,
}

impl BoothEntry {
    /// The booth as planned on a day. An end in an hour that the clocks skip is as much later.
    fn on(&self, day: Date, zone: &TimeZone) -> BoothPlan {
        let until = self.until.and_then(|until| zone.to_timestamp(day.to_datetime(until)).ok());
        let until_ms = until.map(|until| until.as_millisecond());
        BoothPlan { until_ms, ..self.plan.clone() }
    }
}

/// A session of the programme and the lists it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionEntry {
    /// The session as planned.
    pub plan: SessionPlan,
    /// Its lists of speakers, the main one first.
    pub lists: Vec<ListId>,
}

/// An item of the conference's agenda that goes on over several sittings: the sessions that have its lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Which item.
    pub id: AgendaItemId,
    /// Its title in each language.
    pub title: Wording,
    /// Its lists of speakers. A list is of one item at most.
    pub lists: Vec<ListId>,
}

/// A type of stakeholder, which is not the same as the accreditation category of a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StakeholderType {
    /// Identifier that delegations refer to.
    pub id: String,
    /// Its name in each language.
    pub name: Wording,
}

/// An objective of the Global Compact for Migration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// Its number, 1 to 23.
    pub number: u8,
    /// Short title in each language.
    pub title: Wording,
}

/// A person of the conference, with what they are in each session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Which person.
    pub id: PersonId,
    /// Name in each language, with courtesy title.
    pub name: Wording,
    /// Function; may be empty.
    pub function: Wording,
    /// The seat they speak for, if any.
    pub delegation: Option<DelegationId>,
    /// The booth they work in, if any.
    pub booth: Option<BoothId>,
    /// The language in which they write captions, if they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captions: Option<Language>,
    /// Language of the interface and of listening until the person chooses another.
    pub language: Language,
    /// Level, if given.
    pub rank: Option<Rank>,
    /// Gender, if given.
    pub gender: Option<Gender>,
    /// Position in the delegation, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// What they are in each session.
    pub roles: Roles,
}

/// Roles of a person by session.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Roles {
    /// Roles in every session that has none of its own below.
    pub in_all_sessions: Vec<Role>,
    /// Roles in one session, in place of those everywhere; none keeps the person out of it.
    pub by_session: BTreeMap<SessionId, Vec<Role>>,
}

impl Roles {
    /// Roles in a session; empty for somebody who is not in it.
    pub fn in_session(&self, session: &SessionId) -> &[Role] {
        self.by_session.get(session).unwrap_or(&self.in_all_sessions)
    }

    /// All roles, whatever the session, in words: "delegate, panellist".
    pub fn words(&self) -> String {
        let all = self.by_session.values().flatten().chain(&self.in_all_sessions);
        let mut roles: Vec<String> = all.map(|role| role.to_string().replace('_', " ")).collect();
        roles.sort();
        roles.dedup();
        roles.join(", ")
    }
}

impl Personal for Participant {
    fn personal(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        details(&self.id, &mut self.name, &mut self.function, show);
    }
}

impl Participant {
    /// A person as a session knows them, with these roles in the conference.
    pub fn of(person: &Person, roles: Roles) -> Self {
        Self {
            id: person.id.clone(),
            name: person.name.clone(),
            function: person.function.clone(),
            delegation: person.delegation.clone(),
            booth: person.booth.clone(),
            captions: person.captions.clone(),
            language: person.language.clone(),
            rank: person.rank,
            gender: person.gender,
            position: person.position,
            roles,
        }
    }

    /// The person as one session knows them; none if they have no role in it.
    pub fn in_session(&self, session: &SessionId) -> Option<Person> {
        let roles = self.roles.in_session(session);
        (!roles.is_empty()).then(|| Person {
            id: self.id.clone(),
            name: self.name.clone(),
            function: self.function.clone(),
            delegation: self.delegation.clone(),
            booth: self.booth.clone(),
            captions: self.captions.clone(),
            roles: roles.to_vec(),
            language: self.language.clone(),
            rank: self.rank,
            gender: self.gender,
            position: self.position,
        })
    }
}

impl ConferencePlan {
    /// The sessions as planned, by their beginning.
    pub fn programme(&self) -> impl Iterator<Item = &SessionPlan> {
        self.sessions.iter().map(|entry| &entry.plan)
    }

    /// What a session is convened with; none if there is no such session.
    pub fn charter(&self, session: &SessionId) -> Option<Charter> {
        let entry = self.sessions.iter().find(|entry| entry.plan.id == *session)?;
        // The zone was read from the same name; without one, times are those of UTC.
        let zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        let starts = Timestamp::from_millisecond(entry.plan.starts_at_ms).ok()?;
        let day = zone.to_datetime(starts).date();
        let list = |id: &ListId| self.lists.iter().find(|list| list.id == *id).cloned();
        Some(Charter {
            conference: self.id.clone(),
            conference_name: self.name.clone(),
            notice: self.notice.clone(),
            time_zone: self.time_zone.clone(),
            languages: self.languages.clone(),
            session: entry.plan.clone(),
            channels: self.channels.clone(),
            booths: self.booths.iter().map(|booth| booth.on(day, &zone)).collect(),
            lists: entry.lists.iter().filter_map(list).collect(),
            delegations: self.delegations.clone(),
            people: self.people.iter().filter_map(|person| person.in_session(session)).collect(),
            public_listening: self.public_listening,
            public_recordings: self.public_recordings,
            regions: self.regions.clone(),
            direct_messages: self.direct_messages,
            was: None,
            seat_versions: BTreeMap::new(),
            schedule_version: 0,
            item_lists: BTreeMap::new(),
        })
    }

    /// A person by id.
    pub fn participant(&self, id: &PersonId) -> Option<&Participant> {
        self.people.iter().find(|person| person.id == *id)
    }

    /// Name of the conference in English, or in its first language.
    pub fn title(&self) -> &str {
        self.worded(&self.name)
    }

    /// Who a person is, in English or the conference's first language: roles, name, delegation.
    pub fn describe(&self, id: &PersonId) -> String {
        let Some(person) = self.participant(id) else { return id.to_string() };
        let seat = self.seat_of(person).map(|seat| format!(", {}", self.worded(&seat.short)));
        format!("{}: {}{}", person.roles.words(), self.worded(&person.name), seat.unwrap_or_default())
    }

    /// The seat that a person speaks for, if any.
    pub fn seat_of(&self, person: &Participant) -> Option<&Delegation> {
        let id = person.delegation.as_ref()?;
        self.delegations.iter().find(|seat| seat.id == *id)
    }

    /// A wording in English, or in the conference's first language that it has.
    pub fn worded<'a>(&self, wording: &'a Wording) -> &'a str {
        let english = wording.0.iter().find(|(language, _)| language.as_str() == "en");
        english.or_else(|| wording.0.iter().next()).map_or("", |(_, words)| words)
    }

    /// One line that says how much the file holds.
    pub fn summary(&self) -> String {
        let counted =
            |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
        let languages: Vec<&str> = self.languages.iter().map(Language::as_str).collect();
        format!(
            "{}: {} on {}, {}, {}, languages {}",
            self.id,
            counted(self.sessions.len(), "session", "sessions"),
            counted(self.days.len(), "day", "days"),
            counted(self.delegations.len(), "delegation", "delegations"),
            counted(self.people.len(), "person", "people"),
            languages.join(", "),
        )
    }
}
