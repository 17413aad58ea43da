//! A delegation's representative: asks for the floor, hands in the text, speaks, finishes, and asks again after a while.

use std::time::Duration;

use tokio::time::Instant;

use super::chance::Chance;
use super::scene::{Scene, Step, Utterance, passed};
use super::script::Statement;
use crate::meeting::command::Command;
use crate::meeting::procedure::floor::{self, Current};
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::speakers;
use crate::meeting::sound::microphones;
use crate::meeting::statements::texts::{self, Mark};
use crate::terms::ids::{DelegationId, ListId, RequestId, TurnId};

/// Time between a statement and the next request.
const ASKS_AGAIN: (Duration, Duration) = (Duration::from_secs(45), Duration::from_secs(150));
/// Time from an open microphone to the first word: the booths are given time to choose their outputs.
const DRAWS_BREATH: Duration = Duration::from_millis(1_500);
/// Time from the last word to the end of the turn.
const RESTS: Duration = Duration::from_secs(1);
/// How long to wait for a microphone that is not live, or for a real person to finish, before the turn is given back.
const PATIENCE: Duration = Duration::from_secs(20);

/// A representative.
pub(super) struct Delegate {
    statement: Statement,
    list: ListId,
    asks_at: Instant,
    turn: Option<Speaking>,
}

/// A turn of one's own.
struct Speaking {
    turn: TurnId,
    /// Since when the microphone has been live without a break, or not live.
    live_since: Option<Instant>,
    silent_since: Instant,
    begun: bool,
    done_since: Option<Instant>,
}

impl Delegate {
    pub(super) fn new(statement: Statement, list: ListId, asks_at: Instant) -> Self {
        Self { statement, list, asks_at, turn: None }
    }

    pub(super) fn statement(&self) -> &Statement {
        &self.statement
    }

    /// The next step, if there is one to take now.
    pub(super) fn step(
        &mut self,
        scene: &Scene<'_>,
        chance: &mut Chance,
        utterance: &mut Utterance,
    ) -> Option<Step> {
        let person = scene.meeting.roster.person(&self.statement.person)?;
        let seat = person.delegation.clone()?;
        let colleague = scene.meeting.roster.people().any(|other| {
            other.delegation.as_ref() == Some(&seat) && other.id != person.id && scene.is_real(&other.id)
        });
        if !scene.is_played(&person.id) || colleague {
            self.turn = None;
            return None;
        }
        let current = scene.meeting.floor.current.as_ref().filter(|current| current.turn.delegation == seat);
        match current {
            Some(current) => self.speak(scene, utterance, current),
            None => {
                if self.turn.take().is_some() {
                    scene.sound.hush(&self.statement.person);
                    self.asks_at = scene.now + chance.time(ASKS_AGAIN);
                }
                self.ask(scene, chance, &seat)
            }
        }
        .map(|command| (self.statement.person.clone(), command))
    }

    fn ask(&mut self, scene: &Scene<'_>, chance: &mut Chance, seat: &DelegationId) -> Option<Command> {
        let microphone = &self.statement.person;
        if !scene.meeting.microphones.agreed.contains_key(microphone) {
            return Some(Command::Microphones(microphones::Command::AgreeToMicrophone { agrees: true }));
        }
        let open = scene.meeting.programme.phase == Phase::Open;
        let list = scene.meeting.speakers.list(&self.list).filter(|list| list.open && open)?;
        let waiting = list.queue.iter().find(|request| {
            let entry = scene.meeting.speakers.request(request);
            entry.is_some_and(|entry| entry.request.delegation == *seat)
        });
        if let Some(request) = waiting {
            return self.hand_in(scene, request);
        }
        if scene.now < self.asks_at {
            return None;
        }
        // Should it be refused, it is not asked again at once.
        self.asks_at = scene.now + chance.time(ASKS_AGAIN);
        Some(Command::Speakers(speakers::Command::RequestFloor {
            list: self.list.clone(),
            language: self.statement.language.clone(),
            on_behalf_of: String::new(),
            reply_to: None,
        }))
    }

    /// Gives the text of the statement in the next of the session's languages in which it was not given yet.
    fn hand_in(&self, scene: &Scene<'_>, request: &RequestId) -> Option<Command> {
        let Statement { language: own, texts, .. } = &self.statement;
        let mut known = texts.iter().filter(|(language, _)| scene.meeting.languages().contains(language));
        let (language, text) =
            known.find(|(language, _)| scene.meeting.texts.text(request, language).is_none())?;
        Some(Command::Texts(texts::Command::GiveText {
            request: request.clone(),
            language: language.clone(),
            text: text.clone(),
            mark: Mark::CheckAgainstDelivery,
            official: language == own,
        }))
    }

    fn speak(&mut self, scene: &Scene<'_>, utterance: &mut Utterance, current: &Current) -> Option<Command> {
        let Statement { person, said, .. } = &self.statement;
        let language = &current.turn.language;
        // A colleague speaks, or the meeting is suspended.
        if current.turn.speaker.as_ref() != Some(person) || current.clock.running_since_ms.is_none() {
            scene.sound.hush(person);
            self.turn = None;
            return None;
        }
        let turn = current.turn.id.clone();
        let speaking = match &mut self.turn {
            Some(speaking) if speaking.turn == turn => speaking,
            other => other.insert(Speaking {
                turn: turn.clone(),
                live_since: None,
                silent_since: scene.now,
                begun: false,
                done_since: None,
            }),
        };
        if scene.is_on_floor(person) && !scene.is_real_on_floor() {
            speaking.live_since.get_or_insert(scene.now);
            speaking.silent_since = scene.now;
        } else {
            speaking.live_since = None;
        }
        let ready = speaking.live_since.is_some_and(|since| passed(scene, since, DRAWS_BREATH));
        if !speaking.begun && ready {
            speaking.begun = true;
            if !utterance.begin(scene, person, said, language) {
                speaking.done_since = Some(scene.now);
            }
        } else if speaking.begun && !scene.sound.is_speaking(person) {
            speaking.done_since.get_or_insert(scene.now);
        }
        let done = speaking.done_since.is_some_and(|since| passed(scene, since, RESTS));
        if done || passed(scene, speaking.silent_since, PATIENCE) {
            scene.sound.hush(person);
            return Some(Command::Floor(floor::Command::FinishTurn { turn }));
        }
        None
    }
}
