//! What a simulated person sees when they decide on their next step.

use std::time::Duration;

use tokio::time::Instant;

use super::script::Said;
use super::sound::Sound;
use crate::attended::Attended;
use crate::meeting::Meeting;
use crate::meeting::command::Command;
use crate::meeting::sound::plan::Plan;
use crate::terms::ids::{Language, PersonId, SessionId};

/// A step: who commands what.
pub(super) type Step = (PersonId, Command);

/// The meeting at one moment, and who of those in it is real.
pub(super) struct Scene<'a> {
    pub(super) meeting: &'a Meeting,
    pub(super) plan: &'a Plan,
    pub(super) now: Instant,
    pub(super) session: &'a SessionId,
    pub(super) attended: &'a Attended,
    pub(super) sound: &'a Sound,
    /// Everybody who is played now.
    pub(super) here: &'a dyn Fn(&PersonId) -> bool,
}

impl Scene<'_> {
    /// Whether a real person is in the seat.
    pub(super) fn is_real(&self, person: &PersonId) -> bool {
        self.attended.has(self.session, person)
    }

    /// Whether the seat is played.
    pub(super) fn is_played(&self, person: &PersonId) -> bool {
        (self.here)(person) && !self.is_real(person)
    }

    /// Whether a person's microphone is live on the floor.
    pub(super) fn is_on_floor(&self, person: &PersonId) -> bool {
        self.plan.floor.contains(person)
    }

    /// Whether the microphone of a real person is live on the floor.
    pub(super) fn is_real_on_floor(&self) -> bool {
        self.plan.floor.iter().any(|person| self.is_real(person))
    }
}

/// Something that is being said on the floor, for the interpreters.
#[derive(Debug, Clone)]
pub(super) struct Spoken {
    /// Grows with each.
    pub(super) number: u64,
    pub(super) said: Said,
    pub(super) language: Language,
    pub(super) began: Instant,
}

/// What was said last on the floor by somebody who is played.
#[derive(Debug, Default)]
pub(super) struct Utterance {
    pub(super) last: Option<Spoken>,
    count: u64,
}

impl Utterance {
    /// Begins to say something on the floor. False if there is no clip of it in the language.
    pub(super) fn begin(
        &mut self,
        scene: &Scene<'_>,
        person: &PersonId,
        said: &Said,
        language: &Language,
    ) -> bool {
        let Some(clip) = said.0.get(language) else { return false };
        scene.sound.say(person, clip.clone());
        self.count += 1;
        let (number, said, language) = (self.count, said.clone(), language.clone());
        self.last = Some(Spoken { number, said, language, began: scene.now });
        true
    }
}

/// Whether so much time has passed since a moment.
pub(super) fn passed(scene: &Scene<'_>, since: Instant, long: Duration) -> bool {
    scene.now.saturating_duration_since(since) >= long
}
