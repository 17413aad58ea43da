//! Keeps the recordings of a session: begins and ends them with the meeting, and tells each recorder what it may record
//! and whose turn it is.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::MissedTickBehavior;

use super::{Begin, Ending, Pace, Recorder, State, TurnMark};
use crate::media::ogg_live::FrameSource;
use crate::meeting::Meeting;
use crate::meeting::event::{Event, Recorded};
use crate::meeting::floor::{self, Turn};
use crate::meeting::ids::{ChannelId, Moment, SessionId};
use crate::meeting::plan::Plan;
use crate::meeting::recording;

/// The recordings of one session. `S` is where the sound of a channel comes from: [`crate::media::Tap`].
pub struct Keeper<S> {
    recordings: PathBuf,
    session: SessionId,
    pace: Pace,
    tap: Box<dyn Fn(&ChannelId) -> S + Send + Sync>,
    running: Option<Running>,
    /// Channels that are being recorded as silence although the room hears them.
    silent: watch::Sender<BTreeSet<ChannelId>>,
}

struct Running {
    recorder: Arc<Recorder>,
    began_ms: Moment,
    /// They carry the sound of the channels to the recorder, and look whether it is written.
    carriers: JoinSet<()>,
    /// The turn in progress, as last told.
    turn: Option<TurnMark>,
}

impl<S: FrameSource + 'static> Keeper<S> {
    /// Begins with a meeting as it stands: one that is being recorded is gone on with. `recordings` is the folder of all
    /// recordings, `tap` gives the sound of a channel. Must be called within a runtime.
    pub fn new(
        recordings: PathBuf,
        session: SessionId,
        pace: Pace,
        tap: impl Fn(&ChannelId) -> S + Send + Sync + 'static,
        (meeting, plan, now_ms): (&Meeting, &Plan, Moment),
    ) -> Self {
        let (tap, silent) = (Box::new(tap), watch::Sender::default());
        let mut keeper = Self { recordings, session, pace, tap, running: None, silent };
        if let Some(began_ms) = meeting.recording.since_ms {
            keeper.begin(meeting, began_ms, now_ms);
            keeper.allow(plan);
            keeper.turn_in_progress(meeting);
        }
        keeper
    }

    /// Takes in what has happened. `plan` is the plan of the meeting after it; to be called before the media plane sends
    /// anything by that plan, so that nothing is recorded without consent.
    pub fn follow<'a>(
        &mut self,
        events: impl IntoIterator<Item = &'a Recorded>,
        after: &Meeting,
        plan: &Plan,
    ) {
        self.allow(plan);
        for Recorded { event, at_ms, .. } in events {
            match event {
                Event::Recording(recording::Event::RecordingStarted {}) => {
                    self.begin(after, *at_ms, *at_ms);
                    self.allow(plan);
                    self.turn_in_progress(after);
                }
                Event::Recording(recording::Event::RecordingStopped {}) => self.end(),
                Event::Floor(event) => self.note(event, *at_ms),
                Event::Undo(_) => self.turn_put_back(after, *at_ms),
                Event::Recording(
                    recording::Event::RecordingConsent { .. } | recording::Event::RecordingSilent { .. },
                )
                | Event::Programme(_)
                | Event::People(_)
                | Event::Schedule(_)
                | Event::Seats(_)
                | Event::Speakers(_)
                | Event::PointsOfOrder(_)
                | Event::Motions(_)
                | Event::Texts(_)
                | Event::Prerecorded(_)
                | Event::Questions(_)
                | Event::Panel(_)
                | Event::Polls(_)
                | Event::RunSheet(_)
                | Event::Microphones(_)
                | Event::Interpretation(_)
                | Event::Chat(_) => {}
            }
        }
    }

    /// How the recording in progress goes; none if there is none.
    pub fn state(&self) -> Option<watch::Receiver<State>> {
        self.running.as_ref().map(|running| running.recorder.state())
    }

    /// Channels that are being recorded as silence although the room hears them, as that changes.
    pub fn silent(&self) -> watch::Receiver<BTreeSet<ChannelId>> {
        self.silent.subscribe()
    }

    /// Has the recorder meet a bug.
    #[cfg(test)]
    pub(crate) fn fail(&self) {
        if let Some(running) = &self.running {
            running.recorder.fail();
        }
    }

    /// Ends because the server stops, and waits until all is on the disk. The next server goes on.
    pub async fn stop(mut self) {
        if let Some(running) = self.running.take() {
            running.recorder.stop(Ending::ServerStops).await;
        }
    }

    fn begin(&mut self, meeting: &Meeting, began_ms: Moment, now_ms: Moment) {
        let channels = meeting.charter.iter().flat_map(|charter| &charter.channels);
        let channels: Vec<ChannelId> = channels.map(|channel| channel.id.clone()).collect();
        let (recordings, session) = (self.recordings.clone(), self.session.clone());
        let begin = Begin { recordings, session, began_ms, now_ms, channels: channels.clone() };
        let recorder = Arc::new(Recorder::begin(begin, self.pace));
        let mut carriers = JoinSet::new();
        for channel in channels {
            let (source, recorder) = ((self.tap)(&channel), recorder.clone());
            carriers.spawn(async move { recorder.follow(&channel, source).await });
        }
        carriers.spawn(look(recorder.clone(), self.pace.look, self.silent.clone()));
        self.running = Some(Running { recorder, began_ms, carriers, turn: None });
    }

    fn end(&mut self) {
        if let Some(running) = self.running.take() {
            let Running { recorder, carriers, .. } = running;
            drop(carriers);
            self.silent.send_replace(BTreeSet::new());
            tokio::spawn(async move { recorder.stop(Ending::Over).await });
        }
    }

    fn allow(&self, plan: &Plan) {
        if let Some(running) = &self.running {
            running.recorder.allow(&plan.recorded);
        }
    }

    fn note(&mut self, event: &floor::Event, at_ms: Moment) {
        let Some(running) = &mut self.running else { return };
        match event {
            floor::Event::FloorGiven { turn } => running.begin_turn(turn, at_ms),
            floor::Event::TurnSpeakerChanged { speaker, .. } => {
                running.change_turn(|mark| mark.speaker = Some(speaker.clone()));
            }
            floor::Event::TurnEnded { .. } => running.end_turn(at_ms),
            floor::Event::TurnSuspended { .. }
            | floor::Event::TurnResumed { .. }
            | floor::Event::TurnExtended { .. }
            | floor::Event::TurnLimitReached { .. } => {}
        }
    }

    /// The desk has undone an act: another turn may be in progress now than was told of.
    fn turn_put_back(&mut self, meeting: &Meeting, at_ms: Moment) {
        let Some(running) = &mut self.running else { return };
        let current = meeting.floor.current.as_ref().map(|current| &current.turn.id);
        if running.turn.as_ref().map(|mark| &mark.turn) != current {
            running.end_turn(at_ms);
            if let Some(current) = &meeting.floor.current {
                running.begin_turn(&current.turn, current.began_at_ms);
            }
        }
    }

    /// Tells of a turn that had begun before the recorder.
    fn turn_in_progress(&mut self, meeting: &Meeting) {
        if let (Some(running), Some(current)) = (&mut self.running, &meeting.floor.current) {
            running.begin_turn(&current.turn, current.began_at_ms);
        }
    }
}

/// Looks now and then which channels are being recorded as silence, and tells when they are others than before.
async fn look(recorder: Arc<Recorder>, every: Duration, silent: watch::Sender<BTreeSet<ChannelId>>) {
    let mut looks = tokio::time::interval(every);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        looks.tick().await;
        let now = recorder.silent();
        silent.send_if_modified(|told| {
            let news = *told != now;
            if news {
                tracing::warn!(channels = ?now, "channels that the room hears are recorded as silence; none: all is well again");
                *told = now;
            }
            news
        });
    }
}

impl Running {
    fn end_turn(&mut self, at_ms: Moment) {
        let end_ms = TurnMark::since(self.began_ms, at_ms);
        self.change_turn(|mark| mark.end_ms = Some(end_ms));
        self.turn = None;
    }

    fn begin_turn(&mut self, turn: &Turn, at_ms: Moment) {
        // One that came with the very events that began the recording has been told of.
        if self.turn.as_ref().is_some_and(|mark| mark.turn == turn.id) {
            return;
        }
        let mark = TurnMark {
            turn: turn.id.clone(),
            delegation: turn.delegation.clone(),
            speaker: turn.speaker.clone(),
            language: turn.language.clone(),
            start_ms: TurnMark::since(self.began_ms, at_ms),
            end_ms: None,
        };
        self.recorder.turn(mark.clone());
        self.turn = Some(mark);
    }

    fn change_turn(&mut self, change: impl FnOnce(&mut TurnMark)) {
        if let Some(mark) = &mut self.turn {
            change(mark);
            self.recorder.turn(mark.clone());
        }
    }
}
