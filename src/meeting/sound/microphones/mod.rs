//! Microphones: who agreed that theirs may open, whose is open on the podium, whose is closed in a turn, who is muted.

mod commands;
mod events;
use serde::{Deserialize, Serialize};

use super::interpretation::OffAir;
use super::plan;
use crate::meeting::charter::Charter;
use crate::meeting::command::Actor;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::refusal::{Field, Refusal};
use crate::meeting::sound::interpretation;
use crate::meeting::{Meeting, access, event};
use crate::terms::ids::{Moment, PersonId};
use crate::terms::nodes::{At, Nodes};
use crate::terms::people::{Person, Roster};

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
    /// Open one's own microphone on the podium, or again in one's turn; the desk opens again that of the turn, and on an
    /// open stage that of a panellist who agrees.
    OpenMicrophone {
        /// Whose; one's own if none.
        person: Option<PersonId>,
    },
    /// Close one's own microphone; the desk closes anybody's.
    CloseMicrophone {
        /// Whose; one's own if none.
        person: Option<PersonId>,
    },
    /// Mute one's own microphone: no device of one's own is heard anywhere until one unmutes it oneself.
    MuteMicrophone {},
    /// Unmute one's own microphone: it is heard again wherever it is live.
    UnmuteMicrophone {},
    /// Tell whether the device gives sound: not where the system holds it down, or nothing but zeros comes from it.
    ReportMicrophone {
        /// Whether it does.
        sounds: bool,
    },
}

/// What the server reports of a person's microphone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// Whose.
    pub person: PersonId,
    /// Whether sound comes from it, if only silence, or none has come for a while.
    pub connected: bool,
    /// At which node.
    pub node: At,
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
    /// A person's microphone reached the server, or another node of it than before.
    MicrophoneConnected {
        /// Whose.
        person: PersonId,
        /// Which node.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        node: At,
    },
    /// Nothing comes from a person's microphone any more.
    MicrophoneLost {
        /// Whose.
        person: PersonId,
        /// At which node, where it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        node: At,
    },
    /// A person muted their own microphone, or unmuted it.
    MicrophoneMuted {
        /// Who.
        person: PersonId,
        /// Whether it is muted.
        muted: bool,
    },
    /// A person's device was told to give no sound, or to give it again.
    MicrophoneReported {
        /// Whose.
        person: PersonId,
        /// Whether it gives sound.
        sounds: bool,
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
    /// At which node each of them is connected: at one, the newest.
    pub at: Nodes,
    /// Whose is open on the podium, and since when.
    pub podium: imbl::OrdMap<PersonId, Moment>,
    /// Who has muted their own, and since when. It outlives turns, pages and presence: only its owner ends it.
    pub muted: imbl::OrdMap<PersonId, Moment>,
    /// Whose connected device gives no sound, and since when.
    pub silent: imbl::OrdMap<PersonId, Moment>,
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
            | Self::MicrophoneConnected { person, .. }
            | Self::MicrophoneLost { person, .. }
            | Self::MicrophoneMuted { person, .. }
            | Self::MicrophoneReported { person, .. } => person,
        }
    }
}

impl State {
    /// Follows the charter: whoever may no longer be live is forgotten.
    pub(in crate::meeting) fn plan(&mut self, charter: &Charter, roster: &Roster) {
        let desk = |person: &Person| charter.booths.iter().any(|booth| person.works_in(&booth.id));
        let policy = charter.session.microphones();
        let known = |may: &dyn Fn(&Person) -> bool, id: &PersonId| roster.person(id).is_some_and(may);
        keep(&mut self.agreed, |id| known(&access::may_be_live_on_floor, id));
        let publishes = |it: &Person| access::may_be_live_on_floor(it) || desk(it);
        for of in [&mut self.connected, &mut self.muted, &mut self.silent] {
            keep(of, |id| known(&publishes, id));
        }
        self.at.keep(|id| known(&publishes, id));
        keep(&mut self.podium, |id| known(&|it| access::may_open(it, policy), id));
    }

    /// Takes an event in. `of_turn`: whether it is about whoever speaks in the turn in progress.
    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment, actor: &Actor, of_turn: bool) {
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
            Event::MicrophoneConnected { person, node } => {
                self.at.move_to(person, node);
                if !self.connected.contains_key(person) {
                    self.connected.insert(person.clone(), at_ms);
                }
            }
            // Where it no longer is, it cannot be lost.
            Event::MicrophoneLost { person, node } if !self.at.is_at(person, node) => {}
            Event::MicrophoneLost { person, node } => {
                self.at.leave(person, node);
                self.connected.remove(person);
                self.silent.remove(person);
                self.podium.remove(person);
            }
            Event::MicrophoneMuted { person, muted: true } => {
                self.muted.insert(person.clone(), at_ms);
            }
            Event::MicrophoneMuted { person, muted: false } => {
                self.muted.remove(person);
            }
            Event::MicrophoneReported { person, sounds: false } => {
                self.silent.insert(person.clone(), at_ms);
            }
            Event::MicrophoneReported { person, sounds: true } => {
                self.silent.remove(person);
            }
        }
    }

    /// Follows the floor: a turn begins or goes on with an open microphone.
    pub(in crate::meeting) fn begin_turn(&mut self, at_ms: Moment) {
        (self.closed_in_turn, self.turn_since_ms) = (None, at_ms);
    }

    /// Follows the floor: another speaks. What the desk has closed stays closed.
    pub(in crate::meeting) fn change_speaker(&mut self, before: Option<&PersonId>, at_ms: Moment) {
        self.turn_since_ms = at_ms;
        let own = |actor: &Actor| matches!(actor, Actor::Person(person) if before == Some(person));
        self.closed_in_turn.take_if(|actor| own(actor));
    }

    /// Follows the session: when it halts or ends, nothing stays open on the podium.
    pub(in crate::meeting) fn close_podium(&mut self) {
        self.podium.clear();
    }

    /// Follows presence: whoever leaves closes theirs on the podium.
    pub(in crate::meeting) fn leave(&mut self, person: &PersonId) {
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

pub(in crate::meeting) fn decide(
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
            None if !meeting.presence.present.contains_key(&actor.id) => {
                return Err(Refusal::Absent { person: actor.id.clone() });
            }
            None => open_own(meeting, actor)?,
            Some(other) if speaks(meeting, &other.id) => open_again(meeting, other)?,
            Some(other) => open_on_stage(meeting, other)?,
        },
        Command::CloseMicrophone { person } => {
            let whose = another(meeting, actor, person.as_ref())?.unwrap_or(actor);
            close(meeting, actor, whose)
        }
        Command::MuteMicrophone {} => mute(meeting, actor, true)?,
        Command::UnmuteMicrophone {} => mute(meeting, actor, false)?,
        Command::ReportMicrophone { sounds } => told(meeting, actor, *sounds)?,
    };
    Ok(event.into_iter().map(event::Event::Microphones).collect())
}

/// Refused where a person's microphone can never be heard in the session.
fn require_own(meeting: &Meeting, person: &Person) -> Result<(), Refusal> {
    if plan::may_publish(meeting, person) { Ok(()) } else { Err(Refusal::NoSeat {}) }
}

/// One's own alone is muted and unmuted: a gate that a person has shut opens by their own hand.
fn mute(meeting: &Meeting, person: &Person, muted: bool) -> Result<Option<Event>, Refusal> {
    require_own(meeting, person)?;
    let so_already = meeting.microphones.muted.contains_key(&person.id) == muted;
    Ok((!so_already).then(|| Event::MicrophoneMuted { person: person.id.clone(), muted }))
}

/// Silence is told of a device that is there: one that is not connected is known to be unheard.
fn told(meeting: &Meeting, person: &Person, sounds: bool) -> Result<Option<Event>, Refusal> {
    require_own(meeting, person)?;
    let State { silent, connected, .. } = &meeting.microphones;
    let news = sounds == silent.contains_key(&person.id) && (sounds || connected.contains_key(&person.id));
    Ok(news.then(|| Event::MicrophoneReported { person: person.id.clone(), sounds }))
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
    if meeting.on_air(&person.id).is_some() {
        return Err(Refusal::AlreadyLive {});
    }
    if closed_by_desk(meeting, &person.id) && !access::presides(person) {
        return Err(Refusal::ClosedByDesk {});
    }
    let podium = may_open_on_podium(meeting, person);
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
    if !meeting.microphones.agreed.contains_key(&other.id) {
        return Err(Refusal::NotAgreed {});
    }
    let closed = meeting.microphones.closed_in_turn.is_some();
    Ok(closed.then(|| Event::MicrophoneOpened { person: other.id.clone() }))
}

/// That of a panellist on an open stage, who has agreed to it.
fn open_on_stage(meeting: &Meeting, other: &Person) -> Result<Option<Event>, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    if !other.is_on_stage() || !may_open_on_podium(meeting, other) {
        return Err(Refusal::NotYourMicrophone {});
    }
    if plan::is_live_on_floor(meeting, &other.id) {
        return Ok(None);
    }
    if !meeting.presence.present.contains_key(&other.id) {
        return Err(Refusal::Absent { person: other.id.clone() });
    }
    if !meeting.microphones.agreed.contains_key(&other.id) {
        return Err(Refusal::NotAgreed {});
    }
    if meeting.on_air(&other.id).is_some() {
        return Err(Refusal::AlreadyLive {});
    }
    Ok(Some(Event::MicrophoneOpened { person: other.id.clone() }))
}

fn may_open_on_podium(meeting: &Meeting, person: &Person) -> bool {
    let policy = meeting.charter.as_ref().map(|charter| charter.session.microphones());
    policy.is_some_and(|policy| access::may_open(person, policy))
}

/// Whether somebody's microphone opens on stage when they are called: it may be open there, they are present and agree,
/// and it reaches the server and is not muted.
pub fn is_ready_on_stage(meeting: &Meeting, person: &Person) -> bool {
    let State { agreed, connected, muted, .. } = &meeting.microphones;
    may_open_on_podium(meeting, person)
        && meeting.presence.present.contains_key(&person.id)
        && agreed.contains_key(&person.id)
        && connected.contains_key(&person.id)
        && !muted.contains_key(&person.id)
        && meeting.on_air(&person.id).is_none()
}

/// That somebody's microphone opens, where it is ready and not live already.
pub(in crate::meeting) fn open_if_ready(meeting: &Meeting, person: &Person) -> Option<Event> {
    let opens = is_ready_on_stage(meeting, person) && !plan::is_live_on_floor(meeting, &person.id);
    opens.then(|| Event::MicrophoneOpened { person: person.id.clone() })
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
pub(in crate::meeting) fn report(
    meeting: &Meeting,
    reported: &Reported,
) -> Result<Vec<event::Event>, Refusal> {
    let known = meeting.roster.person(&reported.person).ok_or(Refusal::NotInSession {})?;
    if !plan::may_publish(meeting, known) {
        return Err(Refusal::NotAllowed {});
    }
    let (person, node) = (known.id.clone(), reported.node.clone());
    Ok(match (reported.connected, meeting.microphones.at.is_at(&person, &node)) {
        (true, true) | (false, false) => Vec::new(),
        (true, false) => vec![event::Event::Microphones(Event::MicrophoneConnected { person, node })],
        (false, true) => {
            let lost = event::Event::Microphones(Event::MicrophoneLost { person, node });
            std::iter::once(lost).chain(interpretation::gone(meeting, known, OffAir::Lost)).collect()
        }
    })
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let State { agreed, connected, at, podium, muted, silent, closed_in_turn, .. } = &meeting.microphones;
    let mut reached: Vec<&PersonId> = at.people().collect();
    reached.sort_unstable();
    let all = |people: &imbl::OrdMap<PersonId, Moment>, may: &dyn Fn(&Person) -> bool| {
        people.keys().all(|id| meeting.roster.person(id).is_some_and(may))
    };
    let policy = meeting.charter.as_ref().map(|charter| charter.session.microphones());
    let may_open = |person: &Person| policy.is_some_and(|policy| access::may_open(person, policy));
    let off_air = |id: &PersonId| meeting.on_air(id).is_none();
    Meeting::first_broken(&[
        (all(agreed, &access::may_be_live_on_floor), "somebody agreed whose microphone is never live"),
        (
            all(connected, &|person| plan::may_publish(meeting, person)),
            "a microphone is connected for nothing",
        ),
        (
            all(muted, &|person| plan::may_publish(meeting, person)),
            "a microphone is muted that is never live",
        ),
        (connected.keys().eq(reached), "a microphone is connected at no node, or at two"),
        (silent.keys().all(|id| connected.contains_key(id)), "a device is silent that is not connected"),
        (all(podium, &may_open), "a microphone is open on the podium that may not be"),
        (podium.keys().all(off_air), "somebody on the podium is on air"),
        (
            podium.is_empty() || meeting.programme.phase == Phase::Open,
            "a microphone is open without a session",
        ),
        (closed_in_turn.is_none() || meeting.has_floor().is_some(), "a microphone is closed for no turn"),
    ])
}
