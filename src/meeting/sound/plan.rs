//! The media plan: who is heard where. Derived from the meeting, never stored; the media plane does what it says and
//! nothing else. A microphone that is not in the plan is heard by nobody; one that is muted is left out of it, whichever of
//! its owner's devices sends.

use std::collections::{BTreeMap, BTreeSet};

use super::interpretation;
use super::interpretation::{ChannelPlan, Unstaffed, relay};
use super::microphones::Kind;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::statements::prerecorded;
use crate::meeting::{Meeting, access};
use crate::terms::ids::{ChannelId, Language, Moment, NodeId, PersonId};
use crate::terms::people::Person;

/// What a session's channels carry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The person who has the floor, in a turn or on a point of order, and whose microphone is live for it, if any; or
    /// the voice of the pre-recorded statement that is played.
    pub turn: Option<PersonId>,
    /// Live microphones of the floor that are not muted, that of the turn first, and what sounds like one.
    pub floor: Vec<PersonId>,
    /// What each channel carries; the floor's own carries the floor.
    pub channels: BTreeMap<ChannelId, Carries>,
    /// Channels whose sound may be recorded now.
    pub recorded: BTreeSet<ChannelId>,
    /// At which node the microphones of those are who are heard; of whoever is missing, none has been heard of yet, or what
    /// sounds is no microphone.
    pub nodes: BTreeMap<PersonId, NodeId>,
}

impl Plan {
    /// Whose microphones are heard somewhere: on the floor, or interpreting.
    pub fn heard(&self) -> impl Iterator<Item = &PersonId> {
        let interpreting = self.channels.values().filter_map(|carries| match carries {
            Carries::Interpretation(person) => Some(person),
            Carries::Floor | Carries::Silence => None,
        });
        self.floor.iter().chain(interpreting)
    }
}

/// What a channel carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carries {
    /// The floor: its own channel, a channel whose language is spoken, or one without an interpreter that is set so.
    Floor,
    /// The one interpreter who is on air for it.
    Interpretation(PersonId),
    /// Nothing.
    Silence,
}

/// What one person hears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hearing {
    /// The channel: chosen, or for an interpreter the source of the booth.
    pub channel: ChannelId,
    /// For an interpreter: the booth mate who is on air, heard beside the source.
    pub monitor: Option<PersonId>,
}

/// A microphone that is live on the floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live<'a> {
    /// Whose.
    pub person: &'a Person,
    /// That of the turn, or one on the podium.
    pub kind: Kind,
    /// Since when.
    pub since_ms: Moment,
}

/// Live microphones of the floor: that of whoever has it first, then those on the podium as they were opened.
pub fn floor(meeting: &Meeting) -> Vec<Live<'_>> {
    let turn = turn(meeting);
    let of_turn = |person: &PersonId| turn.as_ref().is_some_and(|live| live.person.id == *person);
    let podium = meeting.microphones.podium.iter().filter(|(id, _)| !of_turn(id));
    let podium = podium.filter_map(|(id, since_ms)| {
        let person = meeting.roster.person(id)?;
        Some(Live { person, kind: Kind::Podium, since_ms: *since_ms })
    });
    let mut podium: Vec<Live<'_>> = podium.collect();
    podium.sort_by_key(|live| live.since_ms);
    turn.into_iter().chain(podium).collect()
}

/// The live microphone of whoever has the floor: the clock runs, whoever speaks is present, has agreed and is not on air in a booth,
/// and nobody has closed it.
fn turn(meeting: &Meeting) -> Option<Live<'_>> {
    // What is played speaks for the delegation.
    let has = meeting.has_floor().filter(|_| prerecorded::playing(meeting).is_none())?;
    let running_since_ms = has.clock.running_since_ms?;
    let person = meeting.roster.person(has.person?)?;
    let present_since_ms = *meeting.presence.present.get(&person.id)?;
    let agreed_at_ms = *meeting.microphones.agreed.get(&person.id)?;
    let open = meeting.microphones.closed_in_turn.is_none() && meeting.on_air(&person.id).is_none();
    let since_ms = [running_since_ms, present_since_ms, agreed_at_ms, meeting.microphones.turn_since_ms];
    let since_ms = since_ms.into_iter().max().filter(|_| open)?;
    Some(Live { person, kind: has.kind, since_ms })
}

/// Whether a person's microphone is live on the floor.
pub fn is_live_on_floor(meeting: &Meeting, person: &PersonId) -> bool {
    floor(meeting).iter().any(|live| live.person.id == *person)
}

/// The language spoken on the floor: that of the turn if its microphone is live, else of the first to open theirs on
/// the podium, else of the turn all the same.
pub fn spoken(meeting: &Meeting) -> Option<&Language> {
    let has = meeting.has_floor().filter(|has| has.clock.running_since_ms.is_some());
    let of_turn = has.and_then(|has| has.language);
    if prerecorded::playing(meeting).is_some() {
        return of_turn;
    }
    match floor(meeting).first() {
        Some(Live { kind: Kind::Podium, person, .. }) => Some(&person.language),
        Some(Live { kind: Kind::Turn | Kind::PointOfOrder, .. }) | None => of_turn,
    }
}

/// What a session's channels carry, and which may be recorded.
pub fn plan(meeting: &Meeting) -> Plan {
    let floor = floor(meeting);
    let voice = prerecorded::playing(meeting).map(|playing| playing.voice);
    let spoken = spoken(meeting);
    let channels = meeting.charter.iter().flat_map(|charter| &charter.channels);
    let muted = |id: &PersonId| meeting.microphones.muted.contains_key(id);
    let carried: Vec<(&ChannelPlan, Carries)> =
        channels.map(|channel| (channel, carries(meeting, channel, spoken))).collect();
    let recorded = carried.iter().filter(|(_, carries)| may_record(meeting, carries));
    let heard: Vec<&Live<'_>> = floor.iter().filter(|live| !muted(&live.person.id)).collect();
    let passes = |carries: &Carries| match carries {
        // A pause of the interpreter's own making: listeners hear nothing, and not of a sudden the floor.
        Carries::Interpretation(person) if muted(person) => Carries::Silence,
        Carries::Floor | Carries::Interpretation(_) | Carries::Silence => carries.clone(),
    };
    let channels: BTreeMap<ChannelId, Carries> =
        carried.iter().map(|(channel, carries)| (channel.id.clone(), passes(carries))).collect();
    let interpreters = channels.values().filter_map(|carries| match carries {
        Carries::Interpretation(person) => Some(person),
        Carries::Floor | Carries::Silence => None,
    });
    let at = |id: &PersonId| Some((id.clone(), meeting.microphones.at.of(id)?.clone()?));
    Plan {
        turn: voice.clone().or_else(|| {
            heard.iter().find(|live| live.kind != Kind::Podium).map(|live| live.person.id.clone())
        }),
        nodes: heard.iter().map(|live| &live.person.id).chain(interpreters).filter_map(at).collect(),
        floor: voice.into_iter().chain(heard.iter().map(|live| live.person.id.clone())).collect(),
        recorded: recorded.map(|(channel, _)| channel.id.clone()).collect(),
        channels,
    }
}

/// What a channel carries while a language is spoken, or none.
pub fn carries(meeting: &Meeting, channel: &ChannelPlan, spoken: Option<&Language>) -> Carries {
    match &channel.language {
        None => return Carries::Floor,
        Some(language) if spoken == Some(language) => return Carries::Floor,
        Some(_) => {}
    }
    match (relay::feeding(meeting, &channel.id), channel.unstaffed) {
        (Some((_, on_air)), _) => Carries::Interpretation(on_air.person.clone()),
        (None, Unstaffed::Floor) => Carries::Floor,
        (None, Unstaffed::Silence) => Carries::Silence,
    }
}

/// Whether what a channel carries may be recorded now.
pub fn may_record(meeting: &Meeting, carries: &Carries) -> bool {
    let may = match carries {
        Carries::Floor => true,
        Carries::Interpretation(person) => meeting.recording.consents.contains(person),
        Carries::Silence => false,
    };
    may && meeting.recording.since_ms.is_some()
}

/// What a person hears: an interpreter the source of the booth and the mate who is on air, everybody else a channel.
pub fn hearing(meeting: &Meeting, person: &Person) -> Option<Hearing> {
    let channel = interpretation::heard(meeting, person)?.id.clone();
    let booth = person.interprets_in().and_then(|booth| relay::booth(meeting, booth));
    let on_air = booth.and_then(|at| at.booth.on_air.as_ref()).filter(|on_air| on_air.person != person.id);
    Some(Hearing { channel, monitor: on_air.map(|on_air| on_air.person.clone()) })
}

/// Whether a person's microphone can ever be live in the session.
pub fn may_publish(meeting: &Meeting, person: &Person) -> bool {
    let booth = person.interprets_in().is_some_and(|booth| relay::booth(meeting, booth).is_some());
    booth || access::may_be_live_on_floor(person)
}

/// Nobody is live twice, and nobody who may not be.
pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let plan = plan(meeting);
    let on_channels = plan.channels.values().filter_map(|carries| match carries {
        Carries::Interpretation(person) => Some(person),
        Carries::Floor | Carries::Silence => None,
    });
    let live: Vec<&PersonId> = plan.floor.iter().chain(on_channels).collect();
    let distinct: BTreeSet<&PersonId> = live.iter().copied().collect();
    let voice = prerecorded::playing(meeting).map(|playing| playing.voice);
    let may = |id: &&PersonId| {
        if voice.as_ref() == Some(id) {
            return true;
        }
        let present = meeting.presence.present.contains_key(*id);
        present && meeting.roster.person(id).is_some_and(|person| may_publish(meeting, person))
    };
    let open = meeting.programme.phase == Phase::Open;
    Meeting::first_broken(&[
        (live.len() == distinct.len(), "somebody is live twice"),
        (live.iter().all(may), "somebody is live who may not be, or is absent"),
        (open || plan.floor.is_empty(), "a microphone of the floor is live though the session is not open"),
        (plan.turn.iter().eq(plan.floor.iter().take(plan.turn.iter().len())), "the turn does not come first"),
        (plan.recorded.is_empty() || meeting.recording.since_ms.is_some(), "sound is recorded unasked"),
    ])
}
