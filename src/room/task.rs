//! The task of a room.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::sync::{mpsc, oneshot, watch};
use uuid::Uuid;

use super::keys::Keys;
use super::microphones::Microphones;
use super::presence::Presence;
use super::replay::replay;
use super::setbacks::{Setbacks, Word};
use super::{
    Answer, Ask, Glance, PUBLICATIONS_MAX, Publication, Room, RoomFault, Settings, WAITING_MAX, stored,
};
use crate::alarm::{BEAT, Failures, Pulse};
use crate::log::{AppendError, Log, NewEntry, Stream};
use crate::meeting::Meeting;
use crate::meeting::charter::Charter;
use crate::meeting::command::{Actor, Context, Housekeeping, Intent};
use crate::meeting::event::{Event, Recorded};
use crate::meeting::ids::{Millis, Moment};
use crate::meeting::microphones;
use crate::meeting::people::Presence as Reported;
use crate::meeting::refusal::Refusal;

/// Most intents that share one append.
const BATCH_MAX: usize = 1_024;
/// Entries read at once while catching up.
const READ_MAX: usize = 4_096;
/// How long a room waits before it shows that it lives while nothing is asked or due.
const IDLE: Duration = BEAT;
/// How long somebody who has left stays where that could not be decided, in milliseconds.
const LEAVES_AGAIN_AFTER_MS: Millis = 30_000;
/// How long a room leaves its log alone after a fault before it tries again by itself, in milliseconds.
const RETRY_AFTER_MS: Millis = 1_000;

/// Opens the room of a session: replays its log and convenes it, or revises its charter where that has changed.
///
/// # Errors
/// If the log cannot be read or written, or holds what this program does not understand.
pub(super) async fn open(
    log: Arc<dyn Log>,
    charter: Charter,
    settings: Settings,
) -> Result<(Room, mpsc::Receiver<Publication>), RoomFault> {
    let session = charter.session.id.clone();
    let stream = Stream::new(&format!("session/{session}"))?;
    let (publications, published) = mpsc::channel(PUBLICATIONS_MAX);
    let (glance_now, glance) = watch::channel(Glance::default());
    let mut task = Task {
        log,
        stream,
        settings,
        meeting: Meeting::default(),
        keys: Keys::default(),
        presence: Presence::default(),
        microphones: Microphones::default(),
        publications: None,
        glance: glance_now,
        retry_at_ms: None,
        setbacks: Setbacks::default(),
        rules: Meeting::decide,
        pulse: Pulse::default(),
    };
    let replayed = replay(&task.log, &task.stream, &mut task.keys).await?;
    task.take(Vec::new(), replayed).await;
    task.catch_up().await?;
    let convened = task.decide(&[Waiting::of_server(Housekeeping::Convene(Box::new(charter)))]).await;
    if convened.iter().any(|answer| !matches!(answer, Answer::Done(_))) {
        return Err(RoomFault::NotConvened { session: session.to_string() });
    }
    let returns_by_ms = task.settings.clock.now_ms() + task.settings.grace_ms;
    task.meeting.people.present.keys().for_each(|person| task.presence.await_return(person, returns_by_ms));
    let microphones = task.meeting.microphones.connected.keys();
    microphones.for_each(|person| task.microphones.await_return(person, returns_by_ms));
    task.publications = Some(publications);
    let (asks, asked) = mpsc::channel(WAITING_MAX);
    let pulse = task.pulse.clone();
    tokio::spawn(task.run(asked));
    Ok((Room { session, asks, glance, pulse }, published))
}

struct Task {
    log: Arc<dyn Log>,
    stream: Stream,
    settings: Settings,
    meeting: Meeting,
    keys: Keys,
    presence: Presence,
    microphones: Microphones,
    /// None while the log is replayed: nobody follows yet.
    publications: Option<mpsc::Sender<Publication>>,
    /// Told to the lobby.
    glance: watch::Sender<Glance>,
    /// After a fault of the log: when to try again what was not asked by somebody who will ask again.
    retry_at_ms: Option<Moment>,
    setbacks: Setbacks,
    /// How a meeting decides; in a test another way.
    rules: fn(&Meeting, &Context, &Intent) -> Result<Vec<Event>, Refusal>,
    pulse: Pulse,
}

/// An intent that waits for its answer.
struct Waiting {
    intent: Intent,
    key: Option<Uuid>,
    answer: Option<oneshot::Sender<Answer>>,
}

impl Waiting {
    fn of_server(asked: Housekeeping) -> Self {
        Self { intent: Intent::Server(asked), key: None, answer: None }
    }

    fn of_presence(reported: Reported) -> Self {
        Self::of_server(Housekeeping::Presence(reported))
    }

    fn of_microphone(reported: microphones::Reported) -> Self {
        Self::of_server(Housekeeping::Microphone(reported))
    }
}

/// What one pass over the waiting intents comes to.
struct Draft {
    meeting: Meeting,
    recorded: Vec<Recorded>,
    answers: Vec<Answer>,
}

impl Task {
    /// Runs until it is stopped, or nobody has a handle on the room. After a bug outside the rules it goes on from what
    /// is stored; whoever waited for an answer is told that it is not known.
    async fn run(mut self, mut asked: mpsc::Receiver<Ask>) {
        let mut failures = Failures::of("a room", &self.stream.to_string());
        let mut asks = Vec::with_capacity(BATCH_MAX);
        loop {
            match AssertUnwindSafe(self.turn(&mut asks, &mut asked)).catch_unwind().await {
                Ok(ControlFlow::Continue(())) => {}
                Ok(ControlFlow::Break(())) => return,
                Err(_bug) => {
                    failures.met();
                    self.retry_at_ms = Some(self.settings.clock.now_ms());
                }
            }
        }
    }

    /// Waits for what comes next, and attends to it.
    async fn turn(&mut self, asks: &mut Vec<Ask>, asked: &mut mpsc::Receiver<Ask>) -> ControlFlow<()> {
        self.pulse.beat();
        let wait = self.until_next();
        tokio::select! {
            taken = asked.recv_many(asks, BATCH_MAX) => {
                if taken == 0 {
                    return ControlFlow::Break(());
                }
            }
            () = tokio::time::sleep(wait) => {}
        }
        let Some(done) = self.attend(asks).await else { return ControlFlow::Continue(()) };
        // Whoever stopped the room may have gone.
        let _: Result<(), ()> = done.send(());
        ControlFlow::Break(())
    }

    /// Attends to what was asked and to what is due. Tells whom to answer if the room is to stop.
    async fn attend(&mut self, asks: &mut Vec<Ask>) -> Option<oneshot::Sender<()>> {
        self.retry().await;
        let timers = self.due_timers();
        let (mut waiting, mut looks, mut stop) = (self.due(&timers), Vec::new(), None);
        for ask in asks.drain(..) {
            match ask {
                Ask::Decide { intent, key, answer } => {
                    waiting.push(Waiting { intent: *intent, key, answer: Some(answer) });
                }
                Ask::Connected(person) => {
                    self.presence.connected(&person);
                    waiting.push(Waiting::of_presence(Reported::Arrive(person)));
                }
                Ask::Disconnected(person) => {
                    let now_ms = self.settings.clock.now_ms();
                    self.presence.disconnected(&person, now_ms, self.settings.grace_ms);
                }
                Ask::Microphone(reported) => {
                    self.microphones.report(&reported);
                    waiting.push(Waiting::of_microphone(reported));
                }
                Ask::Look(answer) => looks.push(answer),
                Ask::Stop(done) => stop = Some(done),
            }
        }
        let answers = if waiting.is_empty() { Vec::new() } else { self.decide(&waiting).await };
        for (one, answer) in waiting.into_iter().zip(answers) {
            match one.answer {
                // The asker may have gone; the log has it all the same.
                Some(asker) => drop(asker.send(answer)),
                None => self.try_later(&one.intent, &answer),
            }
        }
        self.look_after(&timers);
        for look in looks {
            drop(look.send(self.meeting.clone()));
        }
        stop
    }

    /// After a fault, reads what was stored all the same, and sees who came and left meanwhile, and whose microphones.
    async fn retry(&mut self) {
        let now_ms = self.settings.clock.now_ms();
        if self.retry_at_ms.take_if(|at_ms| *at_ms <= now_ms).is_none() {
            return;
        }
        if self.catch_up_or_retry().await {
            let present = &self.meeting.people.present;
            present.keys().for_each(|person| self.presence.await_return(person, now_ms));
            let here = self.presence.here().filter(|person| !present.contains_key(*person));
            let arrived = here.cloned().map(Reported::Arrive).map(Waiting::of_presence);
            let known = &self.meeting.microphones.connected;
            known.keys().for_each(|person| self.microphones.await_return(person, now_ms));
            let heard = self.microphones.connected().filter(|person| !known.contains_key(*person));
            let heard = heard.cloned().map(|person| microphones::Reported { person, connected: true });
            let came: Vec<Waiting> = arrived.chain(heard.map(Waiting::of_microphone)).collect();
            if !came.is_empty() {
                self.decide(&came).await;
            }
        }
    }

    /// The timers that are due, in the order of their moments.
    fn due_timers(&self) -> Vec<Housekeeping> {
        if self.retry_at_ms.is_some() {
            return Vec::new();
        }
        let now_ms = self.settings.clock.now_ms();
        let due = self.meeting.timers().filter(|(at_ms, timer)| self.setbacks.at_ms(*at_ms, timer) <= now_ms);
        let mut due: Vec<(Moment, Housekeeping)> = due.collect();
        due.sort_by_key(|(at_ms, _)| *at_ms);
        due.into_iter().map(|(_, timer)| timer).collect()
    }

    /// What time alone brings now: timers that are due, people who have left, microphones that have not come back.
    fn due(&mut self, timers: &[Housekeeping]) -> Vec<Waiting> {
        if self.retry_at_ms.is_some() {
            return Vec::new();
        }
        let now_ms = self.settings.clock.now_ms();
        let timers = timers.iter().cloned().map(Waiting::of_server);
        let left = self.presence.left(now_ms, BATCH_MAX);
        let left = left.into_iter().map(|person| Waiting::of_presence(Reported::Leave(person)));
        let lost = self.microphones.lost(now_ms, BATCH_MAX).into_iter().map(Waiting::of_microphone);
        timers.chain(left).chain(lost).collect()
    }

    /// What was not stored though the log is well met a bug, which is told there: whoever has left leaves a little later.
    fn try_later(&mut self, intent: &Intent, answer: &Answer) {
        if self.retry_at_ms.is_some() || *answer != Answer::NotStored {
            return;
        }
        let later_ms = self.settings.clock.now_ms() + LEAVES_AGAIN_AFTER_MS;
        match intent {
            Intent::Server(Housekeeping::Presence(Reported::Leave(person))) => {
                self.presence.await_return(person, later_ms);
            }
            Intent::Server(Housekeeping::Microphone(lost)) if !lost.connected => {
                self.microphones.await_return(&lost.person, later_ms);
            }
            Intent::Server(_) | Intent::Participant(..) => {}
        }
    }

    /// A timer that was decided and is due all the same waits, longer each time, and is told of once, then rarely.
    fn look_after(&mut self, tried: &[Housekeeping]) {
        // After a fault of the log all is tried again, and told there.
        if self.retry_at_ms.is_some() || (tried.is_empty() && self.setbacks.is_empty()) {
            return;
        }
        let now_ms = self.settings.clock.now_ms();
        let set: Vec<(Moment, Housekeeping)> = self.meeting.timers().collect();
        for (timer, tries) in self.setbacks.settle(|timer| set.iter().any(|(_, set)| set == timer)) {
            tracing::info!(stream = %self.stream, ?timer, tries, "a timer that could not be decided is done with");
        }
        let in_vain = set.iter().filter(|(at_ms, timer)| *at_ms <= now_ms && tried.contains(timer));
        for (_, timer) in in_vain {
            match self.setbacks.met(timer, now_ms) {
                Some(Word::First) => {
                    tracing::error!(stream = %self.stream, ?timer, "a timer could not be decided; it is tried more and more rarely");
                }
                Some(Word::Still(tries)) => {
                    tracing::error!(stream = %self.stream, ?timer, tries, "a timer could still not be decided");
                }
                None => {}
            }
        }
    }

    fn until_next(&self) -> Duration {
        let timers = self.meeting.timers().map(|(at_ms, timer)| self.setbacks.at_ms(at_ms, &timer)).min();
        let due: Option<Moment> =
            [timers, self.presence.next_ms(), self.microphones.next_ms()].into_iter().flatten().min();
        let next_ms = self.retry_at_ms.or(due);
        let until = next_ms.map(|at_ms| at_ms.saturating_sub(self.settings.clock.now_ms()).max(0));
        until.map_or(IDLE, |ms| Duration::from_millis(ms.unsigned_abs()).min(IDLE))
    }

    /// Decides all that wait, stores what comes of it, and only then takes it in and publishes it.
    async fn decide(&mut self, waiting: &[Waiting]) -> Vec<Answer> {
        loop {
            let draft = self.draft(waiting);
            if draft.recorded.is_empty() {
                return draft.answers;
            }
            match self.append(&draft.recorded).await {
                Ok(()) => {
                    self.take(draft.recorded, draft.meeting).await;
                    return draft.answers;
                }
                Err(AppendError::Raced { .. }) => {
                    tracing::info!(stream = %self.stream, "another writer was faster; catching up");
                }
                Err(AppendError::Fault(fault)) => {
                    tracing::error!(stream = %self.stream, %fault, "not stored");
                    self.catch_up_or_retry().await;
                    self.retry_at_ms = Some(self.settings.clock.now_ms() + RETRY_AFTER_MS);
                    return waiting.iter().map(|_| Answer::NotStored).collect();
                }
            }
            if !self.catch_up_or_retry().await {
                return waiting.iter().map(|_| Answer::NotStored).collect();
            }
        }
    }

    /// Decides each intent on what the ones before it came to. Nothing is stored yet.
    fn draft(&self, waiting: &[Waiting]) -> Draft {
        let mut draft = Draft {
            meeting: self.meeting.clone(),
            recorded: Vec::new(),
            answers: Vec::with_capacity(waiting.len()),
        };
        for one in waiting {
            // A bug in the core must not end the meeting: the intent that meets it is answered as not stored, the
            // draft stays as it was before it, and all others go on.
            let answer = match catch_unwind(AssertUnwindSafe(|| self.draft_one(&draft, one))) {
                Ok(Ok((meeting, recorded))) => {
                    draft.meeting = meeting;
                    draft.recorded.extend(recorded);
                    Answer::Done(draft.meeting.seq)
                }
                Ok(Err(answer)) => answer,
                Err(_bug) => {
                    tracing::error!(stream = %self.stream, intent = one.intent.tag(), "a bug in the meeting's rules");
                    Answer::NotStored
                }
            };
            draft.answers.push(answer);
        }
        draft
    }

    fn draft_one(&self, draft: &Draft, one: &Waiting) -> Result<(Meeting, Vec<Recorded>), Answer> {
        let actor = one.intent.actor();
        if let Some(seq) = self.done_before(draft, &actor, one.key) {
            return Err(Answer::Done(seq));
        }
        // Without chance nothing is decided: a lot that can be foreseen is none.
        let lot = getrandom::u32().map_err(|error| {
            tracing::error!(stream = %self.stream, %error, "the system gives no random number");
            Answer::NotStored
        })?;
        let now_ms = self.settings.clock.now_ms();
        let context = Context { now_ms, next_seq: draft.meeting.seq + 1, lot };
        let refused = |refusal: Refusal| Answer::Refused(refusal);
        let events = (self.rules)(&draft.meeting, &context, &one.intent).map_err(refused)?;
        let mut meeting = draft.meeting.clone();
        let mut recorded = Vec::with_capacity(events.len());
        for event in events {
            let actor = actor.clone();
            let next = Recorded { seq: meeting.seq + 1, at_ms: context.now_ms, actor, key: one.key, event };
            meeting.evolve(&next);
            recorded.push(next);
        }
        self.require_sound(&draft.meeting, &meeting, &recorded, &one.intent)?;
        Ok((meeting, recorded))
    }

    /// A decision that breaks what always holds is a bug, and is not stored. What an older log has brought in broken
    /// is told, and holds nobody up.
    fn require_sound(
        &self,
        before: &Meeting,
        after: &Meeting,
        recorded: &[Recorded],
        intent: &Intent,
    ) -> Result<(), Answer> {
        let Some(invariant) = after.broken_after(recorded) else { return Ok(()) };
        let inherited = before.broken_after(recorded).as_ref() == Some(&invariant);
        tracing::error!(stream = %self.stream, %invariant, inherited, intent = intent.tag(), "a broken invariant");
        if inherited { Ok(()) } else { Err(Answer::NotStored) }
    }

    /// Where the log stood after a command that bore this key, stored earlier or a moment ago in this draft.
    fn done_before(&self, draft: &Draft, actor: &Actor, key: Option<Uuid>) -> Option<u64> {
        let owned = (actor.clone(), key?);
        let earlier =
            || draft.recorded.iter().rev().find(|at| at.key == key && at.actor == *actor).map(|at| at.seq);
        self.keys.done(&owned).or_else(earlier)
    }

    async fn append(&self, recorded: &[Recorded]) -> Result<(), AppendError> {
        let mut entries: Vec<NewEntry> = Vec::with_capacity(recorded.len());
        for one in recorded {
            let entry = stored::encode(&self.log, one).await;
            entries.push(entry.map_err(RoomFault::into_log_fault)?);
        }
        self.log.append(&self.stream, self.meeting.seq, entries).await.map(|_last| ())
    }

    /// Catches up, or sees to it that it is tried again. True if it has.
    async fn catch_up_or_retry(&mut self) -> bool {
        let caught_up = self.catch_up().await;
        if let Err(fault) = &caught_up {
            tracing::error!(stream = %self.stream, %fault, "the log cannot be read");
            self.retry_at_ms = Some(self.settings.clock.now_ms() + RETRY_AFTER_MS);
        }
        caught_up.is_ok()
    }

    /// Reads what stands in the log beyond the meeting, takes it in and publishes it.
    async fn catch_up(&mut self) -> Result<(), RoomFault> {
        loop {
            let entries = self.log.read(&self.stream, self.meeting.seq, READ_MAX).await?;
            if entries.is_empty() {
                return Ok(());
            }
            let mut meeting = self.meeting.clone();
            let mut recorded = Vec::with_capacity(entries.len());
            for entry in &entries {
                let one = stored::decode(&self.log, entry).await?;
                meeting.evolve(&one);
                recorded.push(one);
            }
            self.take(recorded, meeting).await;
        }
    }

    /// Takes stored events in: from here on they have happened.
    async fn take(&mut self, recorded: Vec<Recorded>, after: Meeting) {
        recorded.iter().for_each(|one| self.keys.take(one));
        self.glance.send_if_modified(|told| {
            let same = told.phase == after.programme.phase
                && Arc::ptr_eq(&told.roster, &after.roster)
                && told.planned == after.planned;
            let (roster, planned) = (after.roster.clone(), after.planned.clone());
            *told = Glance { phase: after.programme.phase, roster, planned };
            !same
        });
        let before = std::mem::replace(&mut self.meeting, after.clone());
        if let Some(publications) = &self.publications {
            // Nobody may follow any more while the server stops.
            drop(publications.send(Publication { before, events: recorded.into(), after }).await);
        }
    }
}

#[cfg(test)]
#[path = "bugs.rs"]
mod bugs;
