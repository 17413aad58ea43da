//! The task of a room.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::sync::{mpsc, oneshot, watch};
use tracing::{Instrument as _, Span};
use uuid::Uuid;

use super::aggregate::{Aggregate, Here as _};
use super::keys::Keys;
use super::log_time::LogTime;
use super::pacing::Pacing;
use super::replay::replay;
use super::setbacks::{Setbacks, Word};
use super::{
    Answer, Ask, PUBLICATIONS_MAX, Publication, Room, RoomFault, Settings, Step, WAITING_MAX, stored,
};
use crate::alarm::{BEAT, Failures, Pulse};
use crate::log::{AppendError, Log, NewEntry, Stream, Tail};
use crate::meeting::command::{Actor, Context};
use crate::meeting::event::Recorded;
use crate::meeting::refusal::Refusal;
use crate::terms::ids::{Millis, Moment, Seq};
use crate::terms::personal::Subject;
use crate::traces::TRACED;

/// Most intents that share one append.
const BATCH_MAX: usize = 1_024;
/// Entries read at once while catching up.
const READ_MAX: usize = 4_096;
/// How long a room waits before it shows that it lives while nothing is asked or due.
const IDLE: Duration = BEAT;
/// How long what is due here waits where it could not be decided, in milliseconds.
const AGAIN_AFTER_MS: Millis = 30_000;
/// How long the log may take to say where the stream ends, after a fault.
const ANSWER_MAX: Duration = Duration::from_secs(1);
/// How long a room leaves its log alone after a fault before it tries again by itself, in milliseconds.
const RETRY_AFTER_MS: Millis = 1_000;

/// Opens a room: replays its log.
///
/// # Errors
/// If the log cannot be read, or holds what this program does not understand.
pub(super) async fn open<A: Aggregate>(
    log: Arc<dyn Log>,
    id: A::Id,
    settings: Settings,
) -> Result<Room<A>, RoomFault> {
    let stream = Stream::new(&A::stream(&id))?;
    let (glance_now, glance) = watch::channel(A::Glance::default());
    let tail = log.tail(&stream)?;
    let mut task: Task<A> = Task {
        log,
        stream,
        tail,
        here: A::Here::new(&settings),
        settings,
        state: A::default(),
        keys: Keys::default(),
        time: LogTime::default(),
        pacing: Pacing::default(),
        publications: None,
        glance: glance_now,
        retry_at_ms: None,
        setbacks: Setbacks::default(),
        rules: A::decide,
        pulse: Pulse::default(),
    };
    let (keys, time) = (&mut task.keys, &mut task.time);
    let taken = |recorded: &Recorded<A::Event>| {
        keys.take(recorded);
        time.take(recorded.at_ms);
    };
    task.state = replay(&task.log, &task.stream, taken).await?;
    task.catch_up().await?;
    task.tell_glance();
    task.here.begin(&task.state, task.settings.clock.now_ms());
    let (asks, asked) = mpsc::channel(WAITING_MAX);
    let pulse = task.pulse.clone();
    tokio::spawn(task.run(asked));
    Ok(Room { id, asks, glance, pulse })
}

/// What stands in the log, without a room.
///
/// # Errors
/// If it cannot be read, or holds what this program does not understand.
pub(super) async fn replayed<A: Aggregate>(log: &Arc<dyn Log>, id: &A::Id) -> Result<A, RoomFault> {
    replay(log, &Stream::new(&A::stream(id))?, |_| ()).await
}

/// How an aggregate decides.
type Rules<A> = fn(&A, &Context, &<A as Aggregate>::Intent) -> Result<Vec<<A as Aggregate>::Event>, Refusal>;

struct Task<A: Aggregate> {
    log: Arc<dyn Log>,
    stream: Stream,
    /// Tells where the stream ends, whoever appends.
    tail: Tail,
    settings: Settings,
    state: A,
    keys: Keys,
    /// When the last event happened.
    time: LogTime,
    /// What was met of other writers.
    pacing: Pacing,
    here: A::Here,
    /// None while nobody follows.
    publications: Option<mpsc::Sender<Publication<A>>>,
    /// Told without asking.
    glance: watch::Sender<A::Glance>,
    /// After a fault of the log: when to try again what was not asked by somebody who will ask again.
    retry_at_ms: Option<Moment>,
    setbacks: Setbacks<A::Intent>,
    /// How it decides; in a test another way.
    rules: Rules<A>,
    pulse: Pulse,
}

/// An intent that waits for its answer.
struct Waiting<A: Aggregate> {
    intent: A::Intent,
    key: Option<Uuid>,
    answer: Option<oneshot::Sender<Answer>>,
    /// What is traced of whoever asked.
    asked_in: Span,
}

impl<A: Aggregate> Waiting<A> {
    fn of(intent: A::Intent) -> Self {
        Self { intent, key: None, answer: None, asked_in: Span::none() }
    }
}

/// What one pass over the waiting intents comes to.
struct Draft<A: Aggregate> {
    before: A,
    steps: Vec<Step<A>>,
    answers: Vec<Answer>,
}

impl<A: Aggregate> Draft<A> {
    /// How it would stand.
    fn after(&self) -> &A {
        self.steps.last().map_or(&self.before, |step| &step.after)
    }
}

impl<A: Aggregate> Task<A> {
    /// Runs until it is stopped, or nobody has a handle on the room. After a bug outside the rules it goes on from what
    /// is stored; whoever waited for an answer is told that it is not known.
    async fn run(mut self, mut asked: mpsc::Receiver<Ask<A>>) {
        // What a server before this one could not erase.
        self.erase(self.state.erased()).await;
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
    async fn turn(&mut self, asks: &mut Vec<Ask<A>>, asked: &mut mpsc::Receiver<Ask<A>>) -> ControlFlow<()> {
        self.pulse.beat();
        self.pacing.rest().await;
        let wait = self.until_next();
        tokio::select! {
            taken = asked.recv_many(asks, BATCH_MAX) => {
                if taken == 0 {
                    return ControlFlow::Break(());
                }
            }
            () = self.tail.beyond(self.state.seq()), if self.retry_at_ms.is_none() => {
                self.catch_up_or_retry().await;
            }
            () = tokio::time::sleep(wait) => {}
        }
        let Some(done) = self.attend(asks).await else { return ControlFlow::Continue(()) };
        // Whoever stopped the room may have gone.
        let _: Result<(), ()> = done.send(());
        ControlFlow::Break(())
    }

    /// Attends to what was asked and to what is due. Tells whom to answer if the room is to stop.
    async fn attend(&mut self, asks: &mut Vec<Ask<A>>) -> Option<oneshot::Sender<()>> {
        self.retry().await;
        let timers = self.due_timers();
        let (mut asked, mut looks) = (Vec::new(), Vec::new());
        let (mut follows, mut stop) = (None, None);
        for ask in asks.drain(..) {
            match ask {
                Ask::Decide { intent, key, answer, asked_in } => {
                    asked.push(Waiting { intent: *intent, key, answer: Some(answer), asked_in });
                }
                Ask::Report(report) => {
                    let now_ms = self.settings.clock.now_ms();
                    asked.extend(self.here.take(report, now_ms).map(Waiting::of));
                }
                Ask::Look(answer) => looks.push(answer),
                Ask::Follow(answer) => follows = Some(answer),
                Ask::Stop(done) => stop = Some(done),
            }
        }
        // Time comes first, but not for whoever came back while the log was waited for.
        let mut waiting = self.due(&timers);
        waiting.extend(asked);
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
            drop(look.send(self.state.clone()));
        }
        if let Some(follows) = follows {
            let (publications, published) = mpsc::channel(PUBLICATIONS_MAX);
            self.publications = Some(publications);
            drop(follows.send((self.state.clone(), published)));
        }
        if stop.is_some()
            && let Some(last) = self.here.ends(&self.state)
        {
            // What is not stored the others find out later.
            self.decide(&[Waiting::of(last)]).await;
        }
        stop
    }

    /// After a fault, reads what was stored all the same, and sees what happened here meanwhile.
    async fn retry(&mut self) {
        let now_ms = self.settings.clock.now_ms();
        if self.retry_at_ms.take_if(|at_ms| *at_ms <= now_ms).is_none() {
            return;
        }
        if self.catch_up_or_retry().await {
            let missed = self.here.compare(&self.state, now_ms);
            let missed: Vec<Waiting<A>> = missed.into_iter().map(Waiting::of).collect();
            if !missed.is_empty() {
                self.decide(&missed).await;
            }
        }
    }

    /// The timers that are due, in the order of their moments.
    fn due_timers(&self) -> Vec<A::Intent> {
        if self.retry_at_ms.is_some() {
            return Vec::new();
        }
        let now_ms = self.settings.clock.now_ms();
        let due = self.state.timers().filter(|(at_ms, timer)| self.timer_at_ms(*at_ms, timer) <= now_ms);
        let mut due: Vec<(Moment, A::Intent)> = due.collect();
        due.sort_by_key(|(at_ms, _)| *at_ms);
        due.into_iter().map(|(_, timer)| timer).collect()
    }

    /// When a timer is seen to here: later than at the node that has written last, and later where it was tried in vain.
    fn timer_at_ms(&self, at_ms: Moment, timer: &A::Intent) -> Moment {
        let yields_ms = self.pacing.yields_ms(self.settings.node.id(), self.state.seq());
        self.setbacks.at_ms(at_ms, timer).saturating_add(yields_ms)
    }

    /// What time alone brings now: timers that are due, and what is due here.
    fn due(&mut self, timers: &[A::Intent]) -> Vec<Waiting<A>> {
        if self.retry_at_ms.is_some() {
            return Vec::new();
        }
        let now_ms = self.settings.clock.now_ms();
        timers.iter().cloned().chain(self.here.due(&self.state, now_ms, BATCH_MAX)).map(Waiting::of).collect()
    }

    /// What was not stored though the log is well met a bug, which is told there: whoever has left leaves a little later.
    fn try_later(&mut self, intent: &A::Intent, answer: &Answer) {
        if self.retry_at_ms.is_none() && *answer == Answer::NotStored {
            self.here.again(intent, self.settings.clock.now_ms() + AGAIN_AFTER_MS);
        }
    }

    /// A timer that was decided and is due all the same waits, longer each time, and is told of once, then rarely.
    fn look_after(&mut self, tried: &[A::Intent]) {
        // After a fault of the log all is tried again, and told there.
        if self.retry_at_ms.is_some() || (tried.is_empty() && self.setbacks.is_empty()) {
            return;
        }
        let now_ms = self.settings.clock.now_ms();
        let set: Vec<(Moment, A::Intent)> = self.state.timers().collect();
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
        let timers = self.state.timers().map(|(at_ms, timer)| self.timer_at_ms(at_ms, &timer)).min();
        let now_ms = self.settings.clock.now_ms();
        let due: Option<Moment> = [timers, self.here.next_ms(now_ms)].into_iter().flatten().min();
        let next_ms = self.retry_at_ms.or(due);
        let until = next_ms.map(|at_ms| at_ms.saturating_sub(now_ms).max(0));
        until.map_or(IDLE, |ms| Duration::from_millis(ms.unsigned_abs()).min(IDLE))
    }

    /// Decides all that wait, stores what comes of it, and only then takes it in and publishes it.
    async fn decide(&mut self, waiting: &[Waiting<A>]) -> Vec<Answer> {
        loop {
            let draft = self.draft(waiting);
            if draft.steps.is_empty() {
                return draft.answers;
            }
            let traced = self.appending(waiting, draft.steps.len());
            match self.append(&draft.steps).instrument(traced).await {
                Ok(()) => {
                    self.pacing.stored();
                    self.take(draft.steps).await;
                    return draft.answers;
                }
                Err(AppendError::Raced { .. }) => {
                    tracing::info!(stream = %self.stream, "another writer was faster; catching up");
                }
                Err(AppendError::Fault(fault)) => {
                    tracing::error!(stream = %self.stream, %fault, "not stored");
                    // Whoever waits is told soon, though reading may take as long again: then it is read later.
                    if self.log_answers().await {
                        self.catch_up_or_retry().await;
                    }
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
    fn draft(&self, waiting: &[Waiting<A>]) -> Draft<A> {
        let mut draft = Draft {
            before: self.state.clone(),
            steps: Vec::new(),
            answers: Vec::with_capacity(waiting.len()),
        };
        let now_ms = self.settings.clock.now_ms();
        for one in waiting {
            // Where a race was lost, what was due then may be so no more.
            if one.answer.is_none() && self.here.has_lapsed(&one.intent, now_ms) {
                draft.answers.push(Answer::Done(draft.after().seq()));
                continue;
            }
            // A bug in the core must not end the room: the intent that meets it is answered as not stored, the
            // draft stays as it was before it, and all others go on.
            let answer = match catch_unwind(AssertUnwindSafe(|| self.draft_one(&draft, one))) {
                Ok(Ok(steps)) => {
                    draft.steps.extend(steps);
                    Answer::Done(draft.after().seq())
                }
                Ok(Err(answer)) => answer,
                Err(_bug) => {
                    tracing::error!(stream = %self.stream, intent = A::tag_of(&one.intent), "a bug in the rules");
                    Answer::NotStored
                }
            };
            draft.answers.push(answer);
        }
        draft
    }

    fn draft_one(&self, draft: &Draft<A>, one: &Waiting<A>) -> Result<Vec<Step<A>>, Answer> {
        let actor = A::actor(&one.intent);
        if let Some(seq) = self.done_before(draft, &actor, one.key) {
            return Err(Answer::Done(seq));
        }
        // Without chance nothing is decided: a lot that can be foreseen is none.
        let lot = getrandom::u32().map_err(|error| {
            tracing::error!(stream = %self.stream, %error, "the system gives no random number");
            Answer::NotStored
        })?;
        let (before, now_ms) = (draft.after(), self.time.now_ms(self.settings.clock.now_ms()));
        let context = Context { now_ms, next_seq: before.seq() + 1, lot };
        let refused = |refusal: Refusal| Answer::Refused(refusal);
        let events = (self.rules)(before, &context, &one.intent).map_err(refused)?;
        let conference_seq = A::conference_seq(&one.intent);
        let mut state = before.clone();
        let mut steps = Vec::with_capacity(events.len());
        for event in events {
            let (seq, actor) = (state.seq() + 1, actor.clone());
            let (at_ms, key) = (context.now_ms, one.key);
            let recorded = Recorded { seq, at_ms, actor, conference_seq, key, event };
            state.evolve(&recorded);
            steps.push(Step { recorded, after: state.clone() });
        }
        self.require_sound(before, &state, &steps, &one.intent)?;
        Ok(steps)
    }

    /// A decision that breaks what always holds is a bug, and is not stored. What an older log has brought in broken
    /// is told, and holds nobody up.
    fn require_sound(
        &self,
        before: &A,
        after: &A,
        steps: &[Step<A>],
        intent: &A::Intent,
    ) -> Result<(), Answer> {
        let events: Vec<_> = steps.iter().map(|step| &step.recorded.event).collect();
        let Some(invariant) = after.broken_after(&events) else { return Ok(()) };
        let inherited = before.broken_after(&events).as_ref() == Some(&invariant);
        tracing::error!(stream = %self.stream, %invariant, inherited, intent = A::tag_of(intent), "a broken invariant");
        if inherited { Ok(()) } else { Err(Answer::NotStored) }
    }

    /// Where the log stood after a command that bore this key, stored earlier or a moment ago in this draft.
    fn done_before(&self, draft: &Draft<A>, actor: &Actor, key: Option<Uuid>) -> Option<Seq> {
        let owned = (actor.clone(), key?);
        let earlier = || {
            let mut drafted = draft.steps.iter().rev().map(|step| &step.recorded);
            drafted.find(|at| at.key == key && at.actor == *actor).map(|at| at.seq)
        };
        self.keys.done(&owned).or_else(earlier)
    }

    /// What is traced of an append: a part of the first command that it stores, tied to the others.
    fn appending(&self, waiting: &[Waiting<A>], entries: usize) -> Span {
        let mut asked_in = waiting.iter().filter_map(|waiting| waiting.asked_in.id());
        let first = asked_in.next();
        let span =
            tracing::debug_span!(target: TRACED, parent: first, "append", stream = %self.stream, entries);
        if !span.is_disabled() {
            for other in asked_in {
                span.follows_from(other);
            }
        }
        span
    }

    async fn append(&self, steps: &[Step<A>]) -> Result<(), AppendError> {
        let mut entries: Vec<NewEntry> = Vec::with_capacity(steps.len());
        for Step { recorded, .. } in steps {
            let entry = stored::encode(&self.log, recorded, A::tag(&recorded.event)).await;
            entries.push(entry.map_err(RoomFault::into_log_fault)?);
        }
        self.log.append(&self.stream, self.state.seq(), entries).await.map(|_last| ())
    }

    /// Erases what stands in the log of these. What cannot be erased now is erased when the log is opened again.
    async fn erase(&self, subjects: Vec<Subject>) {
        if subjects.is_empty() {
            return;
        }
        let names = subjects.iter().map(|subject| subject.as_str().to_owned()).collect();
        if let Err(fault) = self.log.erase(&self.stream, names).await {
            tracing::error!(stream = %self.stream, %fault, "what was deleted is not erased yet");
        }
    }

    /// Whether the log says soon where the stream ends.
    async fn log_answers(&self) -> bool {
        let asked = tokio::time::timeout(ANSWER_MAX, self.log.last(&self.stream)).await;
        asked.is_ok_and(|last| last.is_ok())
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

    /// Reads what stands in the log beyond what was taken in, takes it in and publishes it.
    async fn catch_up(&mut self) -> Result<(), RoomFault> {
        loop {
            let entries = self.log.read(&self.stream, self.state.seq(), READ_MAX).await?;
            if entries.is_empty() {
                return Ok(());
            }
            self.pacing.met_another();
            let now_ms = self.settings.clock.now_ms();
            let mut state = self.state.clone();
            let mut steps = Vec::with_capacity(entries.len());
            for entry in &entries {
                let recorded = stored::decode(&self.log, entry).await?;
                let before = state.clone();
                state.evolve(&recorded);
                self.here.follow(&before, &state, now_ms);
                if let Some(behind_ms) = self.time.is_behind(recorded.at_ms, now_ms) {
                    tracing::warn!(stream = %self.stream, behind_ms, "the clock here is behind that of another node");
                }
                steps.push(Step { recorded, after: state.clone() });
            }
            self.take(steps).await;
        }
    }

    /// Takes stored events in: from here on they have happened.
    async fn take(&mut self, steps: Vec<Step<A>>) {
        let Some(after) = steps.last().map(|step| step.after.clone()) else { return };
        for Step { recorded, .. } in &steps {
            self.keys.take(recorded);
            self.time.take(recorded.at_ms);
        }
        let erased = steps.iter().filter_map(|step| A::erases(&step.recorded.event)).collect();
        let before = std::mem::replace(&mut self.state, after.clone());
        let yields_ms = self.pacing.yields_ms(self.settings.node.id(), self.state.seq());
        self.here.took(&self.state, self.settings.clock.now_ms() + yields_ms);
        self.tell_glance();
        if let Some(publications) = &self.publications {
            // Nobody may follow any more while the server stops.
            drop(publications.send(Publication { before, steps: steps.into(), after }).await);
        }
        // Whoever stored it: where its writer was not answered, nobody else knows that it happened.
        self.erase(erased).await;
    }

    fn tell_glance(&self) {
        let glance = self.state.glance(&self.glance.borrow());
        if let Some(glance) = glance {
            self.glance.send_replace(glance);
        }
    }
}

#[cfg(test)]
#[path = "bugs.rs"]
mod bugs;
