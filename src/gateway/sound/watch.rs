//! Those who look after the sound, and what they are told of it: how each microphone comes in, which booth is silent while
//! the floor speaks, which nodes live.

use std::collections::{BTreeMap, HashMap};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::time::{MissedTickBehavior, interval};

use crate::alarm::Failures;
use crate::gateway::Gateway;
use crate::gateway::client::ClientId;
use crate::gateway::frame;
use crate::gateway::outlet::Outlet;
use crate::media::{Reading, SPEECH_FROM_DBOV, Way};
use crate::meeting::sound::plan;
use crate::meeting::{Meeting, access};
use crate::terms::ids::{Millis, Moment, NodeId, PersonId, SessionId};
use crate::terms::text;
use crate::transcription::Answered;
use crate::wire::server::ServerMessage;
use crate::wire::signals::{
    BoothSignal, CaptionSignal, CaptionState, MicrophoneSignal, NodeSignal, SoundWay,
};

/// How often they are told.
const TOLD_EVERY: Duration = Duration::from_millis(500);
/// A booth that is silent for so long while the floor speaks is told of; an interpreter waits for the sense of a sentence.
const SILENT_FROM: Duration = Duration::from_secs(3);
/// The floor speaks while somebody on it was as loud as speech within this time: speech has pauses.
const SPOKE_WITHIN: Duration = Duration::from_secs(2);
/// Most clients that are told of one session. Of more, the last to ask are not.
const WATCHERS_MAX: usize = 200;
/// Longest name of a device that is kept, in characters; what is longer is cut.
const DEVICE_CHARS_MAX: usize = 100;

/// Who looks after the sound of a session, and what pages told of their microphones.
#[derive(Default)]
pub struct Watch {
    watchers: Mutex<HashMap<ClientId, (PersonId, Arc<Outlet>)>>,
    devices: Mutex<BTreeMap<ClientId, (PersonId, Device)>>,
}

/// What a page told of the microphone that it sends.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Device {
    name: Option<String>,
    coughs: bool,
}

impl Watch {
    /// A client is to be told from now on.
    pub fn begin(&self, client: ClientId, person: &PersonId, outlet: &Arc<Outlet>) {
        let mut watchers = lock(&self.watchers);
        if watchers.len() < WATCHERS_MAX {
            watchers.insert(client, (person.clone(), outlet.clone()));
        }
    }

    /// A client is to be told no more.
    pub fn end(&self, client: ClientId) {
        lock(&self.watchers).remove(&client);
    }

    /// A page tells of the microphone that it sends.
    pub fn tell(&self, client: ClientId, person: &PersonId, name: &str, coughs: bool) {
        let name: String = name.chars().take(DEVICE_CHARS_MAX).collect();
        // A name that cannot stand in a line is as good as none.
        let name = text::read(text::Kind::Line, &name, DEVICE_CHARS_MAX).ok().filter(|name| !name.is_empty());
        lock(&self.devices).insert(client, (person.clone(), Device { name, coughs }));
    }

    /// A page is gone.
    pub fn leave(&self, client: ClientId) {
        self.end(client);
        lock(&self.devices).remove(&client);
    }

    /// Whether nobody is told.
    pub fn is_idle(&self) -> bool {
        lock(&self.watchers).is_empty()
    }

    /// Those who are told, as far as they still look after the sound.
    fn watchers(&self, meeting: &Meeting) -> Vec<Arc<Outlet>> {
        let mut watchers = lock(&self.watchers);
        watchers.retain(|_, (person, _)| meeting.roster.person(person).is_some_and(access::tends));
        watchers.values().map(|(_, outlet)| outlet.clone()).collect()
    }

    /// What a person's newest page told.
    fn device(&self, person: &PersonId) -> Option<Device> {
        let devices = lock(&self.devices);
        devices.values().rev().find(|(of, _)| of == person).map(|(_, device)| device.clone())
    }
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Tells all who look after the sound, as long as the server runs. What meets a bug is not told, the next is.
pub async fn tell_watchers(gateway: Arc<Gateway>) {
    let mut failures = Failures::of("the task that tells how the sound comes in", "all");
    let mut beat = interval(TOLD_EVERY);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beat.tick().await;
        if AssertUnwindSafe(tell_all(&gateway)).catch_unwind().await.is_err() {
            failures.met();
        }
    }
}

async fn tell_all(gateway: &Gateway) {
    for session in gateway.sessions.all() {
        let Some((watch, meeting)) = session.sound.watched() else { continue };
        let watchers = watch.watchers(&meeting);
        if watchers.is_empty() {
            continue;
        }
        let Some(readings) = gateway.media.readings(session.room.session()).await else { return };
        let now_ms = gateway.clock.now_ms();
        let node = gateway.rooms.node();
        let message = ServerMessage::SoundSignals {
            server_ms: now_ms,
            microphones: microphones(&readings, &meeting, watch),
            booths: silent_booths(&readings, &meeting, now_ms),
            captions: captions(gateway, session.room.session(), now_ms),
            nodes: nodes(node.id(), node.signs(now_ms), &meeting),
        };
        let frame = frame::text(&message);
        watchers.iter().for_each(|outlet| outlet.send_fresh(&frame));
    }
}

/// A voice that is nobody's, that of a statement recorded ahead, is none of theirs.
fn microphones(readings: &[Reading], meeting: &Meeting, watch: &Watch) -> Vec<MicrophoneSignal> {
    let known =
        readings.iter().filter_map(|reading| Some((reading, meeting.roster.person(&reading.person)?)));
    let mut microphones: Vec<MicrophoneSignal> = known
        .map(|(reading, person)| {
            let device = watch.device(&reading.person).unwrap_or(Device { name: None, coughs: false });
            MicrophoneSignal {
                person: reading.person.clone(),
                name: person.name.clone(),
                delegation: person.delegation.clone(),
                booth: person.interprets_in().cloned(),
                way: way(reading.way),
                node: reading.node.clone(),
                level_dbov: reading.level_dbov,
                frames: reading.frames,
                lost: reading.lost,
                jitter_ms: millis(reading.jitter),
                late_ms: millis(reading.late),
                device: device.name,
                coughs: device.coughs,
            }
        })
        .collect();
    microphones.sort_by(|one, other| one.person.cmp(&other.person));
    microphones
}

/// Booths in which whoever is on air says nothing while the floor speaks. Where no level is told, nothing is known of it.
fn silent_booths(readings: &[Reading], meeting: &Meeting, now_ms: Moment) -> Vec<BoothSignal> {
    let reading = |person: &PersonId| readings.iter().find(|reading| reading.person == *person);
    let speaks = |reading: &Reading| {
        reading.level_dbov.is_some_and(|level| level >= SPEECH_FROM_DBOV)
            || reading.quiet.is_some_and(|quiet| quiet < SPOKE_WITHIN)
    };
    let plan = plan::plan(meeting);
    if !plan.floor.iter().filter_map(reading).any(speaks) {
        return Vec::new();
    }
    let booths = meeting.charter.iter().flat_map(|charter| &charter.booths);
    let silent = booths.filter_map(|booth| {
        let on_air = meeting.interpretation.booths.get(&booth.id)?.on_air.as_ref()?;
        // Whose channel carries the floor, as its language is spoken there, has nothing to say.
        let carried = plan::Carries::Interpretation(on_air.person.clone());
        plan.channels.values().any(|carries| *carries == carried).then_some(())?;
        let on_air_ms = now_ms.saturating_sub(on_air.since_ms);
        let silent_ms = match reading(&on_air.person) {
            Some(reading) => millis(reading.quiet?).min(on_air_ms),
            None => on_air_ms,
        };
        (silent_ms >= millis(SILENT_FROM)).then(|| BoothSignal { booth: booth.id.clone(), silent_ms })
    });
    silent.collect()
}

fn captions(gateway: &Gateway, session: &SessionId, now_ms: Moment) -> Vec<CaptionSignal> {
    let Some(transcription) = &gateway.transcription else { return Vec::new() };
    let told = transcription.answers(session, now_ms).into_iter().map(|(channel, answered)| {
        let (state, badly_ms) = match answered {
            Answered::NotAsked => (CaptionState::NotAsked, None),
            Answered::Well => (CaptionState::Well, None),
            Answered::Slowly => (CaptionState::Slowly, None),
            Answered::Badly(since_ms) => (CaptionState::Badly, Some(now_ms.saturating_sub(since_ms))),
        };
        CaptionSignal { channel, state, badly_ms }
    });
    told.collect()
}

fn nodes(own: &NodeId, signs: BTreeMap<NodeId, Millis>, meeting: &Meeting) -> Vec<NodeSignal> {
    let told = signs.into_iter().map(|(node, heard_ago_ms)| {
        let people = meeting.presence.at.count(&Some(node.clone()));
        let people = u32::try_from(people).unwrap_or(u32::MAX);
        NodeSignal { own: node == *own, node, heard_ago_ms, people }
    });
    told.collect()
}

fn millis(time: Duration) -> Millis {
    Millis::try_from(time.as_millis()).unwrap_or(Millis::MAX)
}

fn way(way: Way) -> SoundWay {
    match way {
        Way::Udp => SoundWay::Udp,
        Way::Tcp => SoundWay::Tcp,
        Way::WebSocket => SoundWay::WebSocket,
        Way::Server => SoundWay::Server,
        Way::Node => SoundWay::Node,
    }
}
