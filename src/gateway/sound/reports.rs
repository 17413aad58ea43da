//! What the media plane and the recorder report: microphones, and channels recorded as silence, to their rooms; lost paths
//! to the pages that had them.

use std::collections::{BTreeSet, HashMap};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

use super::offers::wire;
use crate::alarm::Failures;
use crate::gateway::client::{ClientId, WayOut as _};
use crate::gateway::frame;
use crate::gateway::outlet::Outlet;
use crate::media::Report;
use crate::meeting::sound::recording::Silent;
use crate::room::{Answer, Registry, Room};
use crate::terms::ids::ChannelId;
use crate::terms::nodes::At;
use crate::wire::server::ServerMessage;

/// How long a room that could not store what was reported is left alone.
const RETRY_AFTER: Duration = Duration::from_secs(5);

/// The pages that have offered a path, to be told when the server gives it up.
#[derive(Default)]
pub struct Pages(Mutex<HashMap<ClientId, Arc<Outlet>>>);

impl Pages {
    /// A page has offered a path.
    pub fn enter(&self, id: ClientId, outlet: &Arc<Outlet>) {
        self.lock().insert(id, outlet.clone());
    }

    /// A page is gone.
    pub fn leave(&self, id: ClientId) {
        self.lock().remove(&id);
    }

    fn find(&self, id: ClientId) -> Option<Arc<Outlet>> {
        self.lock().get(&id).cloned()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ClientId, Arc<Outlet>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Hears the media plane out until it ends. A report that meets a bug is lost, the others are not.
pub async fn hear(mut reports: mpsc::Receiver<Report>, rooms: Registry, pages: Arc<Pages>) {
    let mut failures = Failures::of("the task that hears the media plane", "all");
    while AssertUnwindSafe(take(&mut reports, &rooms, &pages)).catch_unwind().await.is_err() {
        failures.met();
    }
}

async fn take(reports: &mut mpsc::Receiver<Report>, rooms: &Registry, pages: &Pages) {
    while let Some(report) = reports.recv().await {
        match report {
            Report::MicrophoneConnected { session, person } => {
                if let Some(room) = rooms.room(&session) {
                    room.microphone(person, true).await;
                }
            }
            Report::MicrophoneLost { session, person } => {
                if let Some(room) = rooms.room(&session) {
                    room.microphone(person, false).await;
                }
            }
            Report::PathLost { connection, purpose } => {
                if let Some(outlet) = pages.find(connection) {
                    outlet.send(&frame::text(&ServerMessage::SoundLost { purpose: wire(purpose) }));
                }
            }
        }
    }
}

/// Tells a room which of its channels this node records as silence, until its recorder ends. After a bug it goes on with
/// what is silent then.
pub async fn hear_recorder(mut silent: watch::Receiver<BTreeSet<ChannelId>>, node: At, room: Room) {
    let mut failures = Failures::of("the task that hears a recorder", room.session().as_str());
    while AssertUnwindSafe(tell(&mut silent, &node, &room)).catch_unwind().await.is_err() {
        failures.met();
    }
}

async fn tell(silent: &mut watch::Receiver<BTreeSet<ChannelId>>, node: &At, room: &Room) {
    loop {
        let now = Silent { node: node.clone(), channels: silent.borrow_and_update().clone() };
        // What cannot be stored now is told again later: the disk may be full, which is why it is silent.
        let stored = match room.recording_silent(now).await {
            Answer::Done(_) | Answer::Refused(_) => true,
            Answer::NotStored | Answer::Busy => false,
        };
        let changed = if stored {
            silent.changed().await
        } else {
            timeout(RETRY_AFTER, silent.changed()).await.unwrap_or(Ok(()))
        };
        if changed.is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use tokio::sync::mpsc::UnboundedReceiver;
    use tokio::time::interval;
    use uuid::Uuid;

    use super::*;
    use crate::log::{Log, Memory};
    use crate::media::recorder::{Keeper, Pace, State};
    use crate::media::{Frame, FrameSource};
    use crate::meeting::charter::Charter;
    use crate::meeting::sound::plan;
    use crate::room::{Clock, Publication, Settings, open_alone};
    use crate::terms::people::Role;

    /// A meeting that began once.
    const LOG: &str = include_str!("../../../tests/fixtures/log-v1.jsonl");
    const TIME: Duration = Duration::from_millis(20);
    const QUICK: Pace = Pace { write: TIME, sync: TIME, retry: TIME, look: Duration::from_millis(600) };

    /// What comes from a channel.
    struct Line(UnboundedReceiver<Frame>);

    impl FrameSource for Line {
        async fn next(&mut self) -> Option<Frame> {
            self.0.recv().await
        }
    }

    /// A frame each 20 ms, for as long as somebody takes them.
    async fn speak(line: mpsc::UnboundedSender<Frame>) {
        let mut beat = interval(TIME);
        for sequence in 0.. {
            beat.tick().await;
            let payload: Vec<u8> = vec![0xf8; 60];
            let (timestamp, at) = (sequence * 960, Instant::now());
            let frame =
                Frame { source: 1, sequence, timestamp, at, level_dbov: None, payload: payload.into() };
            if line.send(frame).is_err() {
                return;
            }
        }
    }

    async fn until(published: &mut mpsc::Receiver<Publication>, silent: bool) {
        let told =
            async { while published.recv().await.unwrap().after.recording.silent.is_empty() == silent {} };
        timeout(Duration::from_secs(30), told).await.expect("the room is told");
    }

    #[tokio::test]
    async fn a_recorder_that_meets_a_bug_goes_on_and_the_room_learns_how_it_fares() {
        let convened = LOG.lines().next().unwrap();
        let mut convened: serde_json::Value = serde_json::from_str(convened).unwrap();
        let charter: Charter = serde_json::from_value(convened["body"]["event"]["charter"].take()).unwrap();
        let log: Arc<dyn Log> = Arc::new(Memory::new());
        let settings = Settings { clock: Clock::manual(1_000_000), ..Settings::default() };
        let room = open_alone(&log, charter, &settings).await.unwrap();
        let (_, mut published) = room.follow().await.unwrap();
        let session = room.session().clone();
        let presides =
            room.roster().people().find(|person| person.roles.contains(&Role::Chair)).unwrap().id.clone();
        for kind in ["open_session", "start_recording"] {
            let command = serde_json::from_value(serde_json::json!({ "type": kind })).unwrap();
            let done = room.command(presides.clone(), Uuid::from_u128(kind.len() as u128), command).await;
            assert!(matches!(done, Answer::Done(_)), "{kind}: {done:?}");
        }
        let meeting = room.look().await.unwrap();

        let data = tempfile::tempdir().unwrap();
        let recordings = data.path().join("recordings");
        std::fs::write(&recordings, "a file in the way").unwrap();
        let (line, heard) = mpsc::unbounded_channel();
        let of_floor = Mutex::new(Some(heard));
        let tap = move |channel: &ChannelId| {
            let floor = of_floor.lock().unwrap().take_if(|_| channel.as_str() == "floor");
            Line(floor.unwrap_or_else(|| mpsc::unbounded_channel().1))
        };
        let as_it_stands = (&meeting, &plan::plan(&meeting), 1_000_000);
        let node = Some(settings.node.id().clone());
        let here = (room.session().clone(), node.clone());
        let keeper = Keeper::new(recordings.clone(), here, QUICK, tap, as_it_stands);
        let hearing = tokio::spawn(hear_recorder(keeper.silent(), node, room.clone()));
        let speaking = tokio::spawn(speak(line));
        until(&mut published, true).await;

        keeper.fail();
        std::fs::remove_file(&recordings).unwrap();
        until(&mut published, false).await;
        keeper.fail();
        let mut state = keeper.state().unwrap();
        let goes_on = state.wait_for(|state| *state == State::Recording);
        timeout(Duration::from_secs(30), goes_on).await.unwrap().unwrap();
        keeper.stop().await;
        speaking.abort();
        timeout(Duration::from_secs(30), hearing).await.expect("it ends with its recorder").unwrap();
        let folder =
            std::fs::read_dir(recordings.join(session.as_str())).unwrap().next().unwrap().unwrap().path();
        assert!(std::fs::metadata(folder.join("floor.ogg")).unwrap().len() > 1_000, "sound was written");
    }
}
