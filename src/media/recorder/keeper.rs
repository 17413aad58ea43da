//! Keeps the recordings of a session at one node: begins and ends them as the meeting says that this node records, and tells
//! each recorder what it may record and whose turn it is.

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
use crate::meeting::procedure::floor::Turn;
use crate::meeting::sound::plan::Plan;
use crate::terms::ids::{ChannelId, Moment, SessionId};
use crate::terms::nodes::At;

/// The recordings of one session. `S` is where the sound of a channel comes from: [`crate::media::Tap`].
pub struct Keeper<S> {
    recordings: PathBuf,
    session: SessionId,
    node: At,
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
    /// Begins with a meeting as it stands: one that `node` records is gone on with. `recordings` is the folder of all
    /// recordings, `tap` gives the sound of a channel. Must be called within a runtime.
    pub fn new(
        recordings: PathBuf,
        (session, node): (SessionId, At),
        pace: Pace,
        tap: impl Fn(&ChannelId) -> S + Send + Sync + 'static,
        (meeting, plan, now_ms): (&Meeting, &Plan, Moment),
    ) -> Self {
        let (tap, silent) = (Box::new(tap), watch::Sender::default());
        let mut keeper = Self { recordings, session, node, pace, tap, running: None, silent };
        if let Some(began_ms) = keeper.part(meeting) {
            keeper.begin(meeting, began_ms, now_ms);
            keeper.allow(plan);
            keeper.mark_turn(meeting, now_ms);
        }
        keeper
    }

    /// Takes in what has happened: the meeting after each event, and when that was. `plan` is the plan of the meeting after
    /// all of them; to be called before the media plane sends anything by that plan, so that nothing is recorded without
    /// consent.
    pub fn follow<'a>(&mut self, steps: impl IntoIterator<Item = (Moment, &'a Meeting)>, plan: &Plan) {
        self.allow(plan);
        for (at_ms, meeting) in steps {
            let began_ms = self.part(meeting);
            if self.running.as_ref().map(|running| running.began_ms) != began_ms {
                self.end();
                if let Some(began_ms) = began_ms {
                    self.begin(meeting, began_ms, at_ms);
                    self.allow(plan);
                }
            }
            self.mark_turn(meeting, at_ms);
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

    /// When the part began that this node is to write; none while it records nothing.
    fn part(&self, meeting: &Meeting) -> Option<Moment> {
        meeting.recording.part_ms.filter(|_| meeting.recording.at == self.node)
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

    /// Tells of the turn in progress where that is another than was told, or somebody else speaks in it. The one that was
    /// told of may be over, and so may one that ended before it be put back.
    fn mark_turn(&mut self, meeting: &Meeting, at_ms: Moment) {
        let Some(running) = &mut self.running else { return };
        let current = meeting.floor.current.as_ref();
        let told = running.turn.as_ref();
        if told.map(|mark| &mark.turn) != current.map(|current| &current.turn.id) {
            running.end_turn(at_ms);
            if let Some(current) = current {
                running.begin_turn(&current.turn, current.began_at_ms);
            }
        } else if let Some(current) = current
            && told.is_some_and(|mark| mark.speaker != current.turn.speaker)
        {
            running.change_turn(|mark| mark.speaker.clone_from(&current.turn.speaker));
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
