//! A sitting as its log tells it: the meeting that it led to, and of what is over what the meeting keeps no longer: when turns
//! ended, who was there from when to when, all captions, and what was recorded when.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::captions::{CaptionLine, Recorded as Part};
use crate::meeting::Meeting;
use crate::meeting::charter::Charter;
use crate::meeting::event::{Event, Recorded};
use crate::meeting::hall::captions;
use crate::meeting::procedure::floor;
use crate::meeting::proceedings::{Fact, Paragraph, Statement};
use crate::terms::ids::{Language, ListId, Millis, Moment, PersonId, RequestId, SessionId, TurnId};
use crate::terms::people::Person;

/// A sitting, read from its log.
#[derive(Debug, Clone, Default)]
pub struct Sitting {
    /// The meeting as it stands at the end of the log.
    pub meeting: Meeting,
    /// Turns by id, also those that were undone.
    turns: BTreeMap<TurnId, Given>,
    /// Who was there.
    attendees: BTreeMap<PersonId, Attendee>,
    /// All captions as they stand, by language, in the order in which they were written.
    captions: BTreeMap<Language, Vec<CaptionLine>>,
    /// The stretches that were recorded, in order of time.
    parts: Vec<Part>,
    /// When anything happened last.
    last_ms: Moment,
}

/// A turn, beside what the proceedings tell of it.
#[derive(Debug, Clone)]
struct Given {
    list: ListId,
    request: RequestId,
    ended_ms: Option<Moment>,
}

/// Somebody who was there.
#[derive(Debug, Clone)]
pub struct Attendee {
    /// Who, as they are known now; as they were then, where they are in the session no more.
    pub person: Person,
    /// From when to when, in order; the last has no end while they are there.
    pub stays: Vec<(Moment, Option<Moment>)>,
}

/// A statement that was made, or is being made.
#[derive(Debug, Clone, Copy)]
pub struct Speech<'a> {
    /// The number of its paragraph.
    pub number: u32,
    /// When it began.
    pub began_ms: Moment,
    /// When it ended; none while it lasts.
    pub ended_ms: Option<Moment>,
    /// What the proceedings tell of it.
    pub statement: &'a Statement,
    /// On which list it was; none where the log does not tell.
    pub list: Option<&'a ListId>,
    /// The request that it answered.
    pub request: Option<&'a RequestId>,
}

impl Attendee {
    /// How long they were there, for one who is there still until `now_ms`.
    pub fn attended_ms(&self, now_ms: Moment) -> Millis {
        self.stays.iter().map(|(from_ms, to_ms)| (to_ms.unwrap_or(now_ms) - from_ms).max(0)).sum()
    }
}

impl Sitting {
    /// Takes in what happened next.
    pub fn take(&mut self, recorded: &Recorded) {
        let present = self.meeting.presence.present.clone();
        self.meeting.evolve(recorded);
        self.last_ms = self.last_ms.max(recorded.at_ms);
        self.note_part(recorded.at_ms);
        match &recorded.event {
            Event::Floor(floor::Event::FloorGiven { turn }) => {
                let (list, request) = (turn.list.clone(), turn.request.clone());
                self.turns.insert(turn.id.clone(), Given { list, request, ended_ms: None });
            }
            Event::Floor(floor::Event::TurnEnded { turn, .. }) => {
                if let Some(given) = self.turns.get_mut(turn) {
                    given.ended_ms = Some(recorded.at_ms);
                }
            }
            Event::Presence(presence) => {
                let person = presence.person().clone();
                self.note(&person, present.contains_key(&person), recorded.at_ms);
            }
            // What else happens may send people away: a seat that is taken back, a charter without them.
            Event::Seats(_) | Event::Programme(_) => {
                for person in present.keys() {
                    self.note(person, true, recorded.at_ms);
                }
            }
            Event::Captions(event) => self.caption(event, recorded.at_ms),
            Event::Floor(_)
            | Event::Schedule(_)
            | Event::Speakers(_)
            | Event::Texts(_)
            | Event::Prerecorded(_)
            | Event::PointsOfOrder(_)
            | Event::Motions(_)
            | Event::Undo(_)
            | Event::Microphones(_)
            | Event::Interpretation(_)
            | Event::Recording(_)
            | Event::Help(_)
            | Event::Chat(_)
            | Event::Questions(_)
            | Event::Panel(_)
            | Event::Polls(_)
            | Event::RunSheet(_)
            | Event::Notes(_) => {}
        }
    }

    /// Notes where the recording of a stretch began or ended.
    fn note_part(&mut self, at_ms: Moment) {
        let now_ms = self.meeting.recording.part_ms;
        let open = self.parts.last_mut().filter(|part| part.ended_ms.is_none());
        if open.as_ref().map(|part| part.began_ms) == now_ms {
            return;
        }
        if let Some(part) = open {
            part.ended_ms = Some(at_ms);
        }
        self.parts.extend(now_ms.map(|began_ms| Part { began_ms, ended_ms: None }));
    }

    /// Notes a line of captions, or what it says now.
    fn caption(&mut self, event: &captions::Event, at_ms: Moment) {
        let lines = self.captions.entry(event.language().clone()).or_default();
        match event {
            captions::Event::Captioned { caption, spoken_ms, text, .. } => {
                let (id, text) = (caption.clone(), text.clone());
                lines.push(CaptionLine { id, from_ms: spoken_ms.unwrap_or(at_ms), text });
            }
            captions::Event::CaptionCorrected { caption, text, .. } if text.is_empty() => {
                lines.retain(|line| line.id != *caption);
            }
            captions::Event::CaptionCorrected { caption, text, .. } => {
                // It is among the newest.
                if let Some(line) = lines.iter_mut().rev().find(|line| line.id == *caption) {
                    line.text.clone_from(text);
                }
            }
            captions::Event::CaptionsTaken { .. } | captions::Event::CaptionsEnded { .. } => {}
        }
    }

    /// Notes who has come or left.
    fn note(&mut self, id: &PersonId, was_there: bool, at_ms: Moment) {
        let is_there = self.meeting.presence.present.contains_key(id);
        if is_there == was_there {
            return;
        }
        if !is_there {
            let stay = self.attendees.get_mut(id).and_then(|attendee| attendee.stays.last_mut());
            if let Some((_, to_ms)) = stay {
                to_ms.get_or_insert(at_ms);
            }
            return;
        }
        let Some(person) = self.meeting.roster.person(id).filter(|person| !person.is_display()) else {
            return;
        };
        let unknown = || Attendee { person: person.clone(), stays: Vec::new() };
        self.attendees.entry(id.clone()).or_insert_with(unknown).stays.push((at_ms, None));
    }

    /// The session; none before the first event that convenes it.
    pub fn session(&self) -> Option<&SessionId> {
        self.charter().map(|charter| &charter.session.id)
    }

    /// What the session was convened with.
    pub fn charter(&self) -> Option<&Charter> {
        self.meeting.charter.as_deref()
    }

    /// When anything happened last.
    pub fn last_ms(&self) -> Moment {
        self.last_ms
    }

    /// Languages in which captions were written.
    pub fn captioned(&self) -> impl Iterator<Item = &Language> {
        self.captions.iter().filter(|(_, lines)| !lines.is_empty()).map(|(language, _)| language)
    }

    /// All captions of a language as they stand, in the order in which they were written.
    pub fn captions(&self, language: &Language) -> impl Iterator<Item = &CaptionLine> {
        self.captions.get(language).into_iter().flatten()
    }

    /// The stretch whose recording began at a moment.
    pub fn part(&self, began_ms: Moment) -> Option<Part> {
        self.parts.iter().find(|part| part.began_ms == began_ms).copied()
    }

    /// Whether the meeting was ever called to order.
    pub fn was_held(&self) -> bool {
        self.meeting.programme.opened_at_ms.is_some()
    }

    /// The paragraphs of the proceedings with their numbers.
    pub fn paragraphs(&self) -> impl Iterator<Item = (u32, &Arc<Paragraph>)> {
        let told = &self.meeting.proceedings;
        (told.first()..=told.len()).filter_map(|number| Some((number, told.numbered(number)?)))
    }

    /// The statements, in order.
    pub fn speeches(&self) -> impl Iterator<Item = Speech<'_>> {
        self.paragraphs().filter_map(|(number, paragraph)| self.speech(number, paragraph))
    }

    /// The statement that a paragraph tells of, if it tells of one.
    pub fn speech<'a>(&'a self, number: u32, paragraph: &'a Paragraph) -> Option<Speech<'a>> {
        let Fact::Statement(statement) = &paragraph.fact else { return None };
        let given = self.turns.get(&statement.turn);
        Some(Speech {
            number,
            began_ms: paragraph.at_ms,
            ended_ms: given.and_then(|given| given.ended_ms).filter(|_| statement.ending.is_some()),
            statement,
            list: given.map(|given| &given.list),
            request: given.map(|given| &given.request),
        })
    }

    /// Who was there, by id.
    pub fn attendees(&self) -> impl Iterator<Item = Attendee> {
        self.attendees.iter().map(|(id, attendee)| {
            let known = self.meeting.roster.person(id).unwrap_or(&attendee.person);
            Attendee { person: known.clone(), stays: attendee.stays.clone() }
        })
    }
}
