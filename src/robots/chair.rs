//! The chair: opens the session and the list, gives the floor to the next, hears points of order, thanks.

use std::time::Duration;

use tokio::time::Instant;

use super::scene::{Scene, Step, Utterance, passed};
use super::script::{Said, Script};
use crate::meeting::command::Command;
use crate::meeting::procedure::floor::{self, Current, Halt};
use crate::meeting::procedure::points_of_order::Ruling;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::{points_of_order, programme, speakers};
use crate::meeting::sound::microphones;
use crate::terms::ids::{DelegationId, ListId, PersonId, RequestId};

/// Time between two acts.
const PAUSE: Duration = Duration::from_secs(2);
/// Time from an open microphone to the first word, and from the last to closing it.
const BREATH: Duration = Duration::from_millis(500);
/// How long to wait for one's own microphone.
const MICROPHONE_MAX: Duration = Duration::from_secs(5);
/// How long a line may take with all interruptions.
const LINE_MAX: Duration = Duration::from_secs(60);
/// How long the interpreters are waited for after a statement.
const INTERPRETERS_MAX: Duration = Duration::from_secs(12);
/// How long a turn may go on beyond its limit, or without anybody of its delegation.
const OVERTIME_MAX: Duration = Duration::from_secs(30);
/// How long a point of order is heard.
const POINT_MAX: Duration = Duration::from_secs(20);
/// How long a suspended meeting stays so when nobody real conducts it.
const SUSPENDED_MAX: Duration = Duration::from_secs(30);

/// The chair.
pub(super) struct Chair {
    person: PersonId,
    list: ListId,
    doing: Doing,
    /// A line that is due as soon as the floor is free.
    due: Option<Said>,
    /// Whether there was a turn that nobody was thanked for yet.
    thanks_due: bool,
    /// Since when there has been what must not last: a suspension, a turn beyond its limit.
    lasts_since: Option<Instant>,
    floor_free_since: Instant,
}

enum Doing {
    Waiting {
        until: Instant,
    },
    /// The microphone is to open.
    Rising {
        line: Said,
        then: Option<RequestId>,
        since: Instant,
        live_since: Option<Instant>,
    },
    Speaking {
        then: Option<RequestId>,
        since: Instant,
    },
    /// The microphone is to close, and then the floor is given.
    Closing {
        then: Option<RequestId>,
        since: Instant,
    },
}

impl Chair {
    pub(super) fn new(script: &Script, now: Instant) -> Self {
        Self {
            person: script.chair.clone(),
            list: script.list.clone(),
            doing: Doing::Waiting { until: now },
            due: None,
            thanks_due: false,
            lasts_since: None,
            floor_free_since: now,
        }
    }

    pub(super) fn person(&self) -> &PersonId {
        &self.person
    }

    /// The next step, if there is one to take now.
    pub(super) fn step(
        &mut self,
        scene: &Scene<'_>,
        script: &Script,
        utterance: &mut Utterance,
    ) -> Option<Step> {
        if scene.meeting.floor.current.is_some() {
            self.floor_free_since = scene.now;
        }
        if !scene.is_played(&self.person) {
            // Whoever comes back begins with a fresh look.
            self.doing = Doing::Waiting { until: scene.now + PAUSE };
            (self.due, self.thanks_due, self.lasts_since) = (None, false, None);
            return None;
        }
        let command = match &mut self.doing {
            Doing::Waiting { until } if scene.now < *until => None,
            Doing::Waiting { .. } => self.conduct(scene, script),
            Doing::Rising { .. } => self.rise(scene, utterance),
            Doing::Speaking { then, since } => {
                let over = passed(scene, *since, LINE_MAX);
                if over || !scene.sound.is_speaking(&self.person) {
                    scene.sound.hush(&self.person);
                    self.doing = Doing::Closing { then: then.take(), since: scene.now };
                }
                None
            }
            Doing::Closing { since, .. } if !passed(scene, *since, BREATH) => None,
            Doing::Closing { then, .. } => {
                if scene.meeting.microphones.podium.contains_key(&self.person) {
                    Some(Command::Microphones(microphones::Command::CloseMicrophone { person: None }))
                } else {
                    let given = then.take().filter(|_| scene.meeting.floor.current.is_none());
                    self.wait(scene);
                    given.map(|request| Command::Floor(floor::Command::GiveFloor { request, ending: None }))
                }
            }
        };
        command.map(|command| (self.person.clone(), command))
    }

    fn wait(&mut self, scene: &Scene<'_>) {
        self.doing = Doing::Waiting { until: scene.now + PAUSE };
    }

    fn say(&mut self, scene: &Scene<'_>, line: Said, then: Option<RequestId>) {
        self.doing = Doing::Rising { line, then, since: scene.now, live_since: None };
    }

    /// Waits for the open microphone, and begins.
    fn rise(&mut self, scene: &Scene<'_>, utterance: &mut Utterance) -> Option<Command> {
        let Doing::Rising { line, then, since, live_since } = &mut self.doing else { return None };
        // Nobody is interrupted.
        if scene.is_real_on_floor() {
            (*since, *live_since) = (scene.now, None);
            return None;
        }
        if passed(scene, *since, MICROPHONE_MAX) {
            self.doing = Doing::Closing { then: then.take(), since: scene.now };
            return None;
        }
        if !scene.is_on_floor(&self.person) {
            *live_since = None;
            let open = scene.meeting.microphones.podium.contains_key(&self.person);
            let command = microphones::Command::OpenMicrophone { person: None };
            return (!open).then_some(Command::Microphones(command));
        }
        if passed(scene, *live_since.get_or_insert(scene.now), BREATH) {
            let language = scene.meeting.roster.person(&self.person).map(|person| person.language.clone());
            if let Some(language) = language {
                utterance.begin(scene, &self.person, line, &language);
            }
            self.doing = Doing::Speaking { then: then.take(), since: scene.now };
        }
        None
    }

    /// Decides what the meeting needs now.
    fn conduct(&mut self, scene: &Scene<'_>, script: &Script) -> Option<Command> {
        match scene.meeting.programme.phase {
            Phase::Scheduled => {
                self.due = Some(script.opening.clone());
                self.wait(scene);
                Some(Command::Programme(programme::Command::OpenSession { on_planned_day: false }))
            }
            Phase::Suspended => {
                if !self.lasts(scene, true, SUSPENDED_MAX) {
                    return None;
                }
                self.due = Some(script.resuming.clone());
                self.wait(scene);
                Some(Command::Programme(programme::Command::ResumeSession {}))
            }
            Phase::Open => self.conduct_open(scene, script),
            Phase::Closed => None,
        }
    }

    fn conduct_open(&mut self, scene: &Scene<'_>, script: &Script) -> Option<Command> {
        let list = scene.meeting.speakers.list(&self.list)?;
        if !list.open {
            self.wait(scene);
            return Some(Command::Speakers(speakers::Command::OpenList { list: self.list.clone() }));
        }
        if let Some(command) = self.deal_with_point(scene) {
            self.wait(scene);
            return Some(command);
        }
        if scene.meeting.points.heard.is_some() {
            return None;
        }
        if let Some(current) = &scene.meeting.floor.current {
            self.thanks_due = true;
            return self.watch(scene, current);
        }
        self.lasts_since = None;
        if let Some(line) = self.due.take() {
            self.say(scene, line, None);
        } else if self.thanks_due {
            let interpreted = !interpreters_speak(scene);
            if passed(scene, self.floor_free_since, PAUSE)
                && (interpreted || passed(scene, self.floor_free_since, INTERPRETERS_MAX))
            {
                self.thanks_due = false;
                self.say(scene, script.thanking.clone(), None);
            }
        } else if let Some((request, seat)) = self.next(scene) {
            let statement = script
                .statements
                .iter()
                .find(|statement| scene.meeting.roster.seat(&statement.person) == Some(&seat));
            let line = statement.map_or(&script.giving, |statement| &statement.giving);
            self.say(scene, line.clone(), Some(request));
        }
        None
    }

    /// Recognises a point of order, hears it out, and notes it.
    fn deal_with_point(&mut self, scene: &Scene<'_>) -> Option<Command> {
        let points = &scene.meeting.points;
        let Some(heard) = &points.heard else {
            let point = points.waiting().next()?;
            return Some(Command::PointsOfOrder(points_of_order::Command::RecognisePointOfOrder { point }));
        };
        let away = !scene.meeting.presence.present.contains_key(&heard.speaker);
        if !self.lasts(scene, true, POINT_MAX) && !heard.clock.limit_reached && !away {
            return None;
        }
        self.lasts_since = None;
        let (point, ruling) = (heard.point.clone(), Ruling::Noted);
        let rule = points_of_order::Command::RuleOnPointOfOrder { point, ruling, reason: String::new() };
        Some(Command::PointsOfOrder(rule))
    }

    /// The first on the list whose delegation is present.
    fn next(&self, scene: &Scene<'_>) -> Option<(RequestId, DelegationId)> {
        let queue = &scene.meeting.speakers.list(&self.list)?.queue;
        let waiting = queue.iter().filter_map(|request| scene.meeting.speakers.request(request));
        let mut present = waiting.filter(|at| scene.meeting.presence.is_seated(&at.request.delegation));
        present.next().map(|at| (at.request.id.clone(), at.request.delegation.clone()))
    }

    /// Takes the floor back where a turn goes on for ever, and gives it back where one was halted.
    fn watch(&mut self, scene: &Scene<'_>, current: &Current) -> Option<Command> {
        let turn = current.turn.id.clone();
        if !current.halts.is_empty() {
            // Somebody real at the desk may be at work on a technical stop.
            let halted_max = if current.halts.contains(&Halt::Technical) { SUSPENDED_MAX } else { PAUSE };
            let over = self.lasts(scene, true, halted_max);
            return over.then_some(Command::Floor(floor::Command::ResumeTurn { turn }));
        }
        let away = !scene.meeting.presence.is_seated(&current.turn.delegation);
        if !self.lasts(scene, current.clock.limit_reached || away, OVERTIME_MAX) {
            return None;
        }
        self.wait(scene);
        Some(Command::Floor(floor::Command::StopTurn { turn }))
    }

    /// Whether something has lasted for too long.
    fn lasts(&mut self, scene: &Scene<'_>, does: bool, most: Duration) -> bool {
        self.lasts_since = does.then(|| self.lasts_since.unwrap_or(scene.now));
        let too_long = self.lasts_since.is_some_and(|since| passed(scene, since, most));
        self.lasts_since.take_if(|_| too_long);
        too_long
    }
}

/// Whether somebody who is played still interprets.
fn interpreters_speak(scene: &Scene<'_>) -> bool {
    let booths = scene.meeting.interpretation.booths.values();
    booths.filter_map(|booth| booth.on_air.as_ref()).any(|on_air| scene.sound.is_speaking(&on_air.person))
}
