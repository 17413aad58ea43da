//! Where the booths stand, what each person chose to hear, and how many listen.

use std::collections::BTreeMap;

use super::{BoothPlan, Event, Handover, Output, Source};
use crate::meeting::charter::Charter;
use crate::terms::ids::{BoothId, ChannelId, HandoverId, Moment, PersonId};
use crate::terms::limits;
use crate::terms::people::Roster;

/// Somebody on air.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnAir {
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub since_ms: Moment,
}

/// A handover under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// As asked for.
    pub handover: Handover,
    /// When it expires unless it is accepted.
    pub expires_at_ms: Moment,
    /// When it was accepted.
    pub accepted_at_ms: Option<Moment>,
    /// When the two swap, once accepted.
    pub completes_at_ms: Option<Moment>,
}

/// A booth as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Booth {
    /// The output chosen: that of whoever is on air, or goes on air next without naming one.
    pub output: Output,
    /// Who is on air.
    pub on_air: Option<OnAir>,
    /// What it hears.
    pub source: Source,
    /// The channel preselected for relay.
    pub relay: Option<ChannelId>,
    /// The handover under way.
    pub handover: Option<Pending>,
    /// Since when it has not heard the floor.
    pub floor_unheard_since_ms: Option<Moment>,
    /// When it last asked for a slower pace.
    pub slow_down_at_ms: Option<Moment>,
}

impl Booth {
    /// The channel that it hears by relay now, if it does.
    pub fn relayed(&self) -> Option<&ChannelId> {
        match self.source {
            Source::Floor => None,
            Source::Relay => self.relay.as_ref(),
        }
    }
}

/// Where the interpretation stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Choices made; whoever made none hears the channel of their language.
    pub chosen: imbl::OrdMap<PersonId, ChannelId>,
    /// The booths of the charter.
    pub booths: imbl::OrdMap<BoothId, Booth>,
    /// How many listen to each channel; no entry for none.
    pub listeners: BTreeMap<ChannelId, u32>,
    /// When a slower pace was last asked for in this turn.
    pub slow_down_at_ms: Option<Moment>,
}

impl State {
    /// The handover under way that bears an id.
    pub fn handover(&self, id: &HandoverId) -> Option<&Pending> {
        self.booths.values().filter_map(|booth| booth.handover.as_ref()).find(|at| at.handover.id == *id)
    }

    /// Takes over the booths of a charter. One that works as before goes on; in one whose outputs are others, or whose
    /// interpreter is gone from it, nobody is on air any more.
    pub(in crate::meeting) fn plan(&mut self, before: &[BoothPlan], charter: &Charter, roster: &Roster) {
        let was = std::mem::take(&mut self.booths);
        for plan in &charter.booths {
            let same = before.iter().any(|old| old.id == plan.id && old.outputs == plan.outputs);
            let mut booth = was.get(&plan.id).filter(|_| same).cloned().unwrap_or_default();
            let works = |person: &PersonId| roster.person(person).is_some_and(|it| it.works_in(&plan.id));
            booth.on_air = booth.on_air.filter(|on_air| works(&on_air.person));
            let partners = |at: &Pending| works(&at.handover.from) && works(&at.handover.to);
            booth.handover = booth.handover.filter(partners);
            let known = |id: &ChannelId| charter.channels.iter().any(|channel| channel.id == *id);
            booth.relay = booth.relay.filter(known);
            if booth.relay.is_none() {
                booth.source = Source::Floor;
            }
            self.booths.insert(plan.id.clone(), booth);
        }
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::ChannelChosen { person, channel } => {
                self.chosen.insert(person.clone(), channel.clone());
            }
            Event::InterpreterOnAir { booth, person, output } => {
                let (person, output) = (person.clone(), *output);
                self.change(booth, |booth| {
                    (booth.output, booth.on_air) = (output, Some(OnAir { person, since_ms: at_ms }));
                });
            }
            Event::InterpreterOffAir { booth, .. } => self.change(booth, |booth| booth.on_air = None),
            Event::OutputChosen { booth, output } => self.change(booth, |booth| booth.output = *output),
            Event::SourceChosen { booth, source } => self.change(booth, |booth| booth.source = *source),
            Event::RelayPreselected { booth, channel } => {
                self.change(booth, |booth| booth.relay = Some(channel.clone()));
            }
            Event::SlowDownAsked { booth, .. } => {
                self.slow_down_at_ms = Some(at_ms);
                self.change(booth, |booth| booth.slow_down_at_ms = Some(at_ms));
            }
            Event::FloorSoundReported { booth, heard } => {
                self.change(booth, |booth| booth.floor_unheard_since_ms = (!heard).then_some(at_ms));
            }
            Event::HandoverRequested { .. }
            | Event::HandoverAccepted { .. }
            | Event::HandoverCompleted { .. }
            | Event::HandoverCancelled { .. } => self.evolve_handover(event, at_ms),
        }
    }

    fn evolve_handover(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::HandoverRequested { handover } => {
                let pending = Pending {
                    handover: handover.clone(),
                    expires_at_ms: at_ms + limits::HANDOVER_WAITS_MS,
                    accepted_at_ms: None,
                    completes_at_ms: None,
                };
                self.change(&handover.booth, |booth| booth.handover = Some(pending));
            }
            Event::HandoverAccepted { handover, at_ms: completes_at_ms } => {
                self.end(handover, |booth, mut at| {
                    (at.accepted_at_ms, at.completes_at_ms) = (Some(at_ms), Some(*completes_at_ms));
                    booth.handover = Some(at);
                })
            }
            Event::HandoverCompleted { handover } => self.end(handover, |booth, at| {
                booth.on_air = Some(OnAir { person: at.handover.to, since_ms: at_ms });
            }),
            Event::HandoverCancelled { handover, .. } => self.end(handover, |_, _| {}),
            Event::ChannelChosen { .. }
            | Event::InterpreterOnAir { .. }
            | Event::InterpreterOffAir { .. }
            | Event::OutputChosen { .. }
            | Event::SourceChosen { .. }
            | Event::RelayPreselected { .. }
            | Event::SlowDownAsked { .. }
            | Event::FloorSoundReported { .. } => {}
        }
    }

    /// Takes a handover out of its booth.
    fn end(&mut self, id: &HandoverId, then: impl FnOnce(&mut Booth, Pending)) {
        let Some(booth) = self.handover(id).map(|at| at.handover.booth.clone()) else { return };
        self.change(&booth, |booth| {
            if let Some(pending) = booth.handover.take() {
                then(booth, pending);
            }
        });
    }

    fn change(&mut self, booth: &BoothId, change: impl FnOnce(&mut Booth)) {
        if let Some(booth) = self.booths.get_mut(booth) {
            change(booth);
        }
    }
}
