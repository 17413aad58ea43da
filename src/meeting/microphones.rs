//! Microphones of the floor: who agreed that theirs may open, whose is open on the podium, whose is closed in a turn.

use serde::{Deserialize, Serialize};

use super::charter::Charter;
use super::command::Actor;
use super::ids::{Moment, PersonId};
use super::interpretation::{self, OffAir};
use super::people::{Person, Roster};
use super::programme::Phase;
use super::refusal::{Field, Refusal};
use super::{Meeting, access, event, plan};

/// What a participant may ask of the microphones of the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "MicrophonesCommand"), schemars(rename = "MicrophonesCommand"))]
pub enum Command {
    /// Agree that one's microphone opens when one's delegation is given the floor, or agree no longer.
    AgreeToMicrophone {
        /// Whether one agrees.
        agrees: bool,
    },
    /// Open one's own microphone on the podium, or again in one's turn; the desk opens again that of the turn.
    OpenMicrophone {
        /// Whose; one's own if none.
        person: Option<PersonId>,
    },
    /// Close one's own microphone; the desk closes anybody's.
    CloseMicrophone {
        /// Whose; one's own if none.
        person: Option<PersonId>,
    },
}

/// What the server reports of a person's microphone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// Whose.
    pub person: PersonId,
    /// Whether sound comes from it, if only silence, or none has come for a while.
    pub connected: bool,
}

/// What happened to the microphones of the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A person agreed that their microphone opens with their turn, or agrees no longer.
    MicrophoneAgreed {
        /// Who.
        person: PersonId,
        /// Whether they agree.
        agrees: bool,
    },
    /// A microphone was opened on the podium, or that of the turn again.
    MicrophoneOpened {
        /// Whose.
        person: PersonId,
    },
    /// A microphone was closed.
    MicrophoneClosed {
        /// Whose.
        person: PersonId,
    },
    /// A person's microphone reached the server.
    MicrophoneConnected {
        /// Whose.
        person: PersonId,
    },
    /// Nothing comes from a person's microphone any more.
    MicrophoneLost {
        /// Whose.
        person: PersonId,
    },
}

/// What kind of microphone is live on the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// That of the turn.
    Turn,
    /// That of the delegation that is heard on a point of order.
    PointOfOrder,
    /// One on the podium.
    Podium,
}

/// Where the microphones of the floor stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Who agreed, and since when.
    pub agreed: imbl::OrdMap<PersonId, Moment>,
    /// Whose microphone is connected, and since when.
    pub connected: imbl::OrdMap<PersonId, Moment>,
    /// Whose is open on the podium, and since when.
    pub podium: imbl::OrdMap<PersonId, Moment>,
    /// Who closed the microphone of the turn in progress.
    pub closed_in_turn: Option<Actor>,
    /// Since when the turn's microphone is whose it is, and not closed.
    pub turn_since_ms: Moment,
}

impl Event {
    /// Whose microphone it is about.
    pub fn person(&self) -> &PersonId {
        match self {
            Self::MicrophoneAgreed { person, .. }
            | Self::MicrophoneOpened { person }
            | Self::MicrophoneClosed { person }
            | Self::MicrophoneConnected { person }
            | Self::MicrophoneLost { person } => person,
        }
    }
}

impl State {
    /// Follows the charter: whoever may no longer be live is forgotten.
    pub(super) fn plan(&mut self, charter: &Charter, roster: &Roster) {
        let desk = |person: &Person| charter.booths.iter().any(|booth| person.works_in(&booth.id));
        let policy = charter.session.microphones();
        let known = |may: &dyn Fn(&Person) -> bool, id: &PersonId| roster.person(id).is_some_and(may);
        keep(&mut self.agreed, |id| known(&access::may_be_live_on_floor, id));
        keep(&mut self.connected, |id| known(&|it| access::may_be_live_on_floor(it) || desk(it), id));
        keep(&mut self.podium, |id| known(&|it| access::may_open(it, policy), id));
    }

    /// Takes an event in. `of_turn`: whether it is about whoever speaks in the turn in progress.
    pub(super) fn evolve(&mut self, event: &Event, at_ms: Moment, actor: &Actor, of_turn: bool) {
        match event {
            Event::MicrophoneAgreed { person, agrees: true } => {
                self.agreed.insert(person.clone(), at_ms);
            }
            Event::MicrophoneAgreed { person, agrees: false } => {
                self.agreed.remove(person);
            }
            Event::MicrophoneOpened { person }
                if of_turn && self.closed_in_turn.is_some() && self.agreed.contains_key(person) =>
            {
                (self.closed_in_turn, self.turn_since_ms) = (None, at_ms);
            }
            Event::MicrophoneOpened { person } => {
                self.podium.insert(person.clone(), at_ms);
            }
            Event::MicrophoneClosed { person } => {
                self.podium.remove(person);
                if of_turn {
                    self.closed_in_turn = Some(actor.clone());
                }
            }
            Event::MicrophoneConnected { person } => {
                self.connected.insert(person.clone(), at_ms);
            }
            Event::MicrophoneLost { person } => {
                self.connected.remove(person);
                self.podium.remove(person);
            }
        }
    }

    /// Follows the floor: a turn begins or goes on with an open microphone.
    pub(super) fn begin_turn(&mut self, at_ms: Moment) {
        (self.closed_in_turn, self.turn_since_ms) = (None, at_ms);
    }

    /// Follows the floor: another speaks. What the desk has closed stays closed.
    pub(super) fn change_speaker(&mut self, before: Option<&PersonId>, at_ms: Moment) {
        self.turn_since_ms = at_ms;
        let own = |actor: &Actor| matches!(actor, Actor::Person(person) if before == Some(person));
        self.closed_in_turn.take_if(|actor| own(actor));
    }

    /// Follows the session: when it halts or ends, nothing stays open on the podium.
    pub(super) fn close_podium(&mut self) {
        self.podium.clear();
    }

    /// Follows presence: whoever leaves closes theirs on the podium.
    pub(super) fn leave(&mut self, person: &PersonId) {
        self.podium.remove(person);
    }
}

fn keep(entries: &mut imbl::OrdMap<PersonId, Moment>, kept: impl Fn(&PersonId) -> bool) {
    let gone: Vec<PersonId> = entries.keys().filter(|id| !kept(id)).cloned().collect();
    for id in gone {
        entries.remove(&id);
    }
}

/// Whether a person may open their own microphone now.
pub fn may_open(meeting: &Meeting, person: &Person) -> bool {
    open_own(meeting, person).is_ok()
}

/// Whether the desk has closed a person's microphone during their turn.
pub fn closed_by_desk(meeting: &Meeting, person: &PersonId) -> bool {
    let closed_by = meeting.microphones.closed_in_turn.as_ref();
    speaks(meeting, person) && closed_by.is_some_and(|by| *by != Actor::Person(person.clone()))
}

/// Whether a person is whoever has the floor: in the turn in progress, or on a point of order.
fn speaks(meeting: &Meeting, person: &PersonId) -> bool {
    meeting.has_floor().is_some_and(|has| has.person == Some(person))
}

pub(super) fn decide(
    meeting: &Meeting,
    actor: &Person,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let event = match command {
        Command::AgreeToMicrophone { agrees } => {
            if !access::may_be_live_on_floor(actor) {
                return Err(Refusal::NoSeat {});
            }
            let so_already = meeting.microphones.agreed.contains_key(&actor.id) == *agrees;
            let agreed = Event::MicrophoneAgreed { person: actor.id.clone(), agrees: *agrees };
            (!so_already).then_some(agreed)
        }
        Command::OpenMicrophone { person } => match another(meeting, actor, person.as_ref())? {
            None if !meeting.people.present.contains_key(&actor.id) => {
                return Err(Refusal::Absent { person: actor.id.clone() });
            }
            None => open_own(meeting, actor)?,
            Some(other) => open_again(meeting, other)?,
        },
        Command::CloseMicrophone { person } => {
            let whose = another(meeting, actor, person.as_ref())?.unwrap_or(actor);
            close(meeting, actor, whose)
        }
    };
    Ok(event.into_iter().map(event::Event::Microphones).collect())
}

/// The other person whose microphone is meant, if it is not one's own. Only the desk has to do with another's.
fn another<'a>(
    meeting: &'a Meeting,
    actor: &Person,
    person: Option<&PersonId>,
) -> Result<Option<&'a Person>, Refusal> {
    let Some(person) = person.filter(|person| **person != actor.id) else { return Ok(None) };
    if !access::presides(actor) {
        return Err(Refusal::NotYourMicrophone {});
    }
    meeting.roster.person(person).ok_or(Refusal::Unknown { field: Field::Person }).map(Some)
}

/// One's own: on the podium at any time, in one's turn after one has closed it oneself.
fn open_own(meeting: &Meeting, person: &Person) -> Result<Option<Event>, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    if plan::is_live_on_floor(meeting, &person.id) {
        return Ok(None);
    }
    if plan::on_air(meeting, &person.id).is_some() {
        return Err(Refusal::AlreadyLive {});
    }
    if closed_by_desk(meeting, &person.id) && !access::presides(person) {
        return Err(Refusal::ClosedByDesk {});
    }
    let policy = meeting.charter.as_ref().map(|charter| charter.session.microphones());
    let podium = policy.is_some_and(|policy| access::may_open(person, policy));
    let speaks = speaks(meeting, &person.id);
    let agrees = meeting.microphones.agreed.contains_key(&person.id);
    let closed = meeting.microphones.closed_in_turn.is_some();
    match (podium, speaks, agrees) {
        (true, _, _) => {}
        (false, true, true) if closed => {}
        (false, true, false) => return Err(Refusal::NotAgreed {}),
        (false, true, true) | (false, false, _) => return Err(Refusal::MicrophonesByTurn {}),
    }
    Ok(Some(Event::MicrophoneOpened { person: person.id.clone() }))
}

/// Another's: the desk opens again that of the turn, if whoever speaks has agreed.
fn open_again(meeting: &Meeting, other: &Person) -> Result<Option<Event>, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    if !speaks(meeting, &other.id) {
        return Err(Refusal::NotYourMicrophone {});
    }
    if !meeting.microphones.agreed.contains_key(&other.id) {
        return Err(Refusal::NotAgreed {});
    }
    let closed = meeting.microphones.closed_in_turn.is_some();
    Ok(closed.then(|| Event::MicrophoneOpened { person: other.id.clone() }))
}

/// What is closed already stays so; but what whoever speaks has closed, the desk may close for good.
fn close(meeting: &Meeting, actor: &Person, whose: &Person) -> Option<Event> {
    let on_podium = meeting.microphones.podium.contains_key(&whose.id);
    let own = Actor::Person(whose.id.clone());
    let in_turn = speaks(meeting, &whose.id)
        && match &meeting.microphones.closed_in_turn {
            None => true,
            Some(by) => *by == own && actor.id != whose.id,
        };
    (on_podium || in_turn).then(|| Event::MicrophoneClosed { person: whose.id.clone() })
}

/// What the server reports of a microphone happens once. Whoever's is lost is off air.
pub(super) fn report(meeting: &Meeting, reported: &Reported) -> Result<Vec<event::Event>, Refusal> {
    let known = meeting.roster.person(&reported.person).ok_or(Refusal::NotInSession {})?;
    if !plan::may_publish(meeting, known) {
        return Err(Refusal::NotAllowed {});
    }
    let person = known.id.clone();
    let connected = meeting.microphones.connected.contains_key(&person);
    Ok(match (reported.connected, connected) {
        (true, true) | (false, false) => Vec::new(),
        (true, false) => vec![event::Event::Microphones(Event::MicrophoneConnected { person })],
        (false, true) => {
            let lost = event::Event::Microphones(Event::MicrophoneLost { person });
            std::iter::once(lost).chain(interpretation::gone(meeting, known, OffAir::Lost)).collect()
        }
    })
}

pub(super) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let State { agreed, connected, podium, closed_in_turn, .. } = &meeting.microphones;
    let all = |people: &imbl::OrdMap<PersonId, Moment>, may: &dyn Fn(&Person) -> bool| {
        people.keys().all(|id| meeting.roster.person(id).is_some_and(may))
    };
    let policy = meeting.charter.as_ref().map(|charter| charter.session.microphones());
    let may_open = |person: &Person| policy.is_some_and(|policy| access::may_open(person, policy));
    let off_air = |id: &PersonId| plan::on_air(meeting, id).is_none();
    Meeting::first_broken(&[
        (all(agreed, &access::may_be_live_on_floor), "somebody agreed whose microphone is never live"),
        (
            all(connected, &|person| plan::may_publish(meeting, person)),
            "a microphone is connected for nothing",
        ),
        (all(podium, &may_open), "a microphone is open on the podium that may not be"),
        (podium.keys().all(off_air), "somebody on the podium is on air"),
        (
            podium.is_empty() || meeting.programme.phase == Phase::Open,
            "a microphone is open without a session",
        ),
        (closed_in_turn.is_none() || meeting.has_floor().is_some(), "a microphone is closed for no turn"),
    ])
}
