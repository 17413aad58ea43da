//! A booth: its simulated interpreters go on air, choose output and source, interpret, and hand over.

use std::time::Duration;

use tokio::time::Instant;

use super::chance::Chance;
use super::route::Wish;
use super::scene::{Scene, Step, Utterance, passed};
use super::script::Said;
use crate::meeting::command::Command;
use crate::meeting::sound::interpretation::relay::{self, At};
use crate::meeting::sound::interpretation::{Command as Ask, Output, Pending, Source};
use crate::meeting::sound::plan;
use crate::terms::ids::{BoothId, HandoverId, PersonId};

/// How far an interpreter stays behind the floor, and behind a relay.
const BEHIND_FLOOR: Duration = Duration::from_millis(2_000);
const BEHIND_RELAY: Duration = Duration::from_millis(3_500);
/// Something said longer ago is not begun with any more.
const TOO_LATE: Duration = Duration::from_secs(15);
/// Time from one act to the next.
const PAUSE: Duration = Duration::from_millis(300);
/// Time until a handover is accepted.
const CONSIDERS: Duration = Duration::from_millis(1_500);
/// Countdown of a handover among simulated interpreters, in milliseconds.
const COUNTDOWN_MS: i64 = 3_000;
/// While somebody real speaks: how often an interpreter says that they cannot follow.
const SAYS_EVERY: Duration = Duration::from_secs(20);
/// How long one interpreter works before they hand over.
const SHIFT: (Duration, Duration) = (Duration::from_secs(90), Duration::from_secs(240));
/// How long a real interpreter in the booth has to go on air before a simulated mate does.
const COURTESY: Duration = Duration::from_secs(15);

/// The simulated interpreters of one booth.
pub(super) struct Booth {
    id: BoothId,
    mates: Vec<PersonId>,
    acts_at: Instant,
    /// Number of what was interpreted last.
    interpreted: u64,
    /// When the interpreter speaks next, while somebody real does on the floor.
    says_at: Option<Instant>,
    /// Who interprets it.
    voice: Option<PersonId>,
    /// Who is on air, and when they hand over.
    shift: Option<(PersonId, Instant)>,
    off_air_since: Option<Instant>,
    asked: Option<(HandoverId, Instant)>,
}

impl Booth {
    pub(super) fn new(id: BoothId, mates: Vec<PersonId>, now: Instant) -> Self {
        Self {
            id,
            mates,
            acts_at: now,
            interpreted: 0,
            says_at: None,
            voice: None,
            shift: None,
            off_air_since: None,
            asked: None,
        }
    }

    pub(super) fn id(&self) -> &BoothId {
        &self.id
    }

    /// Whether a person works in it.
    pub(super) fn has(&self, person: &PersonId) -> bool {
        self.mates.contains(person)
    }

    /// Leaves everything alone for a while, as after a refusal.
    pub(super) fn hold(&mut self, until: Instant) {
        self.acts_at = until;
    }

    /// The next step, if there is one to take now.
    pub(super) fn step(
        &mut self,
        scene: &Scene<'_>,
        chance: &mut Chance,
        wish: Option<&Wish>,
        utterance: &Utterance,
        interpreting: &Said,
    ) -> Option<Step> {
        let at = relay::booth(scene.meeting, &self.id)?;
        let on_air = at.booth.on_air.as_ref().map(|on_air| &on_air.person);
        self.keep_silent(scene, on_air);
        if let (Some(person), Some(wish)) = (on_air, wish) {
            self.interpret(scene, person, at, wish, utterance);
            self.speak_over(scene, person, at, wish, interpreting);
        }
        if scene.now < self.acts_at {
            return None;
        }
        let step = match (&at.booth.handover, on_air) {
            (Some(pending), _) => self.answer(scene, pending),
            (None, Some(person)) => self.on_air(scene, chance, at, person, wish),
            (None, None) => self.off_air(scene, at, wish),
        };
        if step.is_some() {
            self.acts_at = scene.now + PAUSE;
        }
        step.map(|(person, ask)| (person, Command::Interpretation(ask)))
    }

    /// Breaks off where whoever interpreted is on air no longer.
    fn keep_silent(&mut self, scene: &Scene<'_>, on_air: Option<&PersonId>) {
        if let Some(person) = self.voice.take_if(|person| Some(&*person) != on_air) {
            scene.sound.hush(&person);
        }
        self.off_air_since = match on_air {
            Some(_) => None,
            None => Some(self.off_air_since.unwrap_or(scene.now)),
        };
    }

    /// Interprets what is being said, once it has been said for a moment.
    fn interpret(
        &mut self,
        scene: &Scene<'_>,
        person: &PersonId,
        at: At<'_>,
        wish: &Wish,
        utterance: &Utterance,
    ) {
        let Some(spoken) = utterance.last.as_ref().filter(|spoken| spoken.number > self.interpreted) else {
            return;
        };
        let behind = if wish.relay.is_some() { BEHIND_RELAY } else { BEHIND_FLOOR };
        let settled = at.booth.output == wish.output && spoken.language != wish.into;
        let ready = passed(scene, spoken.began, behind) && !passed(scene, spoken.began, TOO_LATE);
        if !scene.is_played(person) || !settled || !ready || scene.sound.is_speaking(person) {
            return;
        }
        self.interpreted = spoken.number;
        if let Some(clip) = spoken.said.0.get(&wish.into) {
            self.voice = Some(person.clone());
            scene.sound.say(person, clip.clone());
        }
    }

    /// Says something while somebody real speaks: whoever listens on the channel hears a voice over the floor, as
    /// listeners do, and what it is.
    fn speak_over(&mut self, scene: &Scene<'_>, person: &PersonId, at: At<'_>, wish: &Wish, said: &Said) {
        let foreign = plan::spoken(scene.meeting).is_some_and(|spoken| *spoken != wish.into);
        if !scene.is_real_on_floor() || !foreign {
            self.says_at = None;
            return;
        }
        let says_at = *self.says_at.get_or_insert(scene.now + BEHIND_FLOOR);
        let settled = at.booth.output == wish.output;
        if scene.now < says_at || !settled || !scene.is_played(person) || scene.sound.is_speaking(person) {
            return;
        }
        if let Some(clip) = said.0.get(&wish.into) {
            self.says_at = Some(scene.now + SAYS_EVERY);
            self.voice = Some(person.clone());
            scene.sound.say(person, clip.clone());
        }
    }

    /// Accepts what a booth mate asks for.
    fn answer(&mut self, scene: &Scene<'_>, pending: &Pending) -> Option<(PersonId, Ask)> {
        let handover = &pending.handover;
        let asked =
            [&handover.from, &handover.to].into_iter().find(|person| **person != handover.asked_by)?;
        if pending.accepted_at_ms.is_some() || !scene.is_played(asked) {
            return None;
        }
        if self.asked.as_ref().is_none_or(|(id, _)| *id != handover.id) {
            self.asked = Some((handover.id.clone(), scene.now));
        }
        let (_, since) = self.asked.as_ref()?;
        let accepts = Ask::AcceptHandover { handover: handover.id.clone() };
        passed(scene, *since, CONSIDERS).then(|| (asked.clone(), accepts))
    }

    fn on_air(
        &mut self,
        scene: &Scene<'_>,
        chance: &mut Chance,
        at: At<'_>,
        person: &PersonId,
        wish: Option<&Wish>,
    ) -> Option<(PersonId, Ask)> {
        // A real interpreter does as they please.
        if !scene.is_played(person) || scene.sound.is_speaking(person) {
            return None;
        }
        let Some(wish) = wish else { return Some((person.clone(), Ask::GoOffAir {})) };
        if let Some(ask) = settle(scene, at, wish) {
            return Some((person.clone(), ask));
        }
        if at.booth.output != wish.output {
            let ask = Ask::ChooseOutput { output: wish.output };
            return is_free(scene, at, wish).then(|| (person.clone(), ask));
        }
        let (worker, ends_at) =
            self.shift.get_or_insert_with(|| (person.clone(), scene.now + chance.time(SHIFT)));
        if worker != person {
            self.shift = None;
            return None;
        }
        if scene.now < *ends_at {
            return None;
        }
        *ends_at = scene.now + chance.time(SHIFT);
        let mate = self.next_after(scene, person)?;
        Some((person.clone(), Ask::RequestHandover { with: mate, in_ms: COUNTDOWN_MS }))
    }

    fn off_air(&mut self, scene: &Scene<'_>, at: At<'_>, wish: Option<&Wish>) -> Option<(PersonId, Ask)> {
        let wish = wish?;
        let mut workers = scene.meeting.roster.people().filter(|person| person.works_in(&self.id));
        let real = workers.any(|person| scene.is_real(&person.id));
        let since = self.off_air_since?;
        if real && !passed(scene, since, COURTESY) {
            return None;
        }
        let last = self.shift.take().map(|(person, _)| person);
        // Whoever worked last goes on if they are there.
        let person = last.filter(|person| scene.is_played(person));
        let person = person.or_else(|| self.mates.iter().find(|mate| scene.is_played(mate)).cloned())?;
        if let Some(ask) = settle(scene, at, wish) {
            return Some((person, ask));
        }
        is_free(scene, at, wish).then_some((person, Ask::GoOnAir { output: wish.output }))
    }

    /// The mate who is there and whose turn is next.
    fn next_after(&self, scene: &Scene<'_>, person: &PersonId) -> Option<PersonId> {
        let place = self.mates.iter().position(|mate| mate == person)?;
        let others = self.mates.iter().cycle().skip(place + 1).take(self.mates.len());
        others.filter(|mate| *mate != person).find(|mate| scene.is_played(mate)).cloned()
    }
}

/// What is still to be chosen of the source.
fn settle(scene: &Scene<'_>, at: At<'_>, wish: &Wish) -> Option<Ask> {
    let Some(relay) = &wish.relay else {
        return (at.booth.source != Source::Floor).then_some(Ask::ChooseSource { source: Source::Floor });
    };
    // What it feeds now may stand in the way until the output is changed.
    let fed = at.channel(at.booth.output)?;
    if relay::bar(scene.meeting, &at.plan.id, fed, relay).is_some() {
        return None;
    }
    if at.booth.relay.as_ref() != Some(relay) {
        return Some(Ask::PreselectRelay { channel: relay.clone() });
    }
    (at.booth.source != Source::Relay).then_some(Ask::ChooseSource { source: Source::Relay })
}

/// Whether nobody of another booth is on air for the channel.
fn is_free(scene: &Scene<'_>, at: At<'_>, wish: &Wish) -> bool {
    let output: Output = wish.output;
    let fed = at.channel(output) == Some(&wish.channel);
    fed && relay::feeding(scene.meeting, &wish.channel).is_none_or(|(other, _)| other.plan.id == at.plan.id)
}
