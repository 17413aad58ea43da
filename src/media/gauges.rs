//! How the sound of each microphone comes in: how loud, what is missing, how evenly and by which way. For those who look
//! after it; nothing here changes what is heard.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use super::frame::{CLOCK_HZ, Frame};
use super::limits::MICROPHONE_SILENT_MAX;
use super::quickest::Quickest;
use crate::terms::ids::{NodeId, PersonId, SessionId};

/// From this level on, in dBov, a microphone is taken to carry speech: quiet speech has some -40, a quiet room -70.
pub const SPEECH_FROM_DBOV: i8 = -50;
/// How long a level is the loudest of.
const STEP: Duration = Duration::from_millis(500);
/// Steps over which frames are counted: the last five seconds.
const STEPS: usize = 10;
/// More than so many frames missing at once, a minute of them, is another beginning and no loss.
const GAP_MAX: u64 = 3_000;
/// A microphone that is silent so long is forgotten.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(10);
/// Of the jitter as it was, so many parts stay with each frame (RFC 3550 section 6.4.1).
const JITTER_PARTS: i128 = 16;

/// How a microphone's frames come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// WebRTC over UDP.
    Udp,
    /// WebRTC over TCP.
    Tcp,
    /// A WebSocket.
    WebSocket,
    /// From this server itself: a statement recorded ahead, a simulated person.
    Server,
    /// From another node, where the microphone is.
    Node,
}

/// How the sound of one microphone came in of late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Whose.
    pub person: PersonId,
    /// By which way.
    pub way: Way,
    /// The node at which it is, where that is another.
    pub node: Option<NodeId>,
    /// The loudest of the last half second, in dBov from -127 to 0; none where the sender does not tell.
    pub level_dbov: Option<i8>,
    /// Since when nothing was as loud as speech; none where the sender tells no level.
    pub quiet: Option<Duration>,
    /// Frames that came in the last five seconds.
    pub frames: u32,
    /// Frames that were missing among them.
    pub lost: u32,
    /// How unevenly they come (RFC 3550 section 6.4.1).
    pub jitter: Duration,
    /// By how much the last one of the slowest came later than the quickest.
    pub late: Duration,
}

/// All microphones that are heard here.
#[derive(Debug)]
pub struct Gauges {
    began: Instant,
    of: HashMap<SessionId, HashMap<PersonId, Gauge>>,
    lost: u64,
}

/// That of one microphone.
#[derive(Debug)]
struct Gauge {
    way: Way,
    node: Option<NodeId>,
    source: u32,
    sequence: u64,
    took_us: i128,
    quickest: Quickest,
    jitter_us: i128,
    heard: Instant,
    /// When it was last as loud as speech, or began.
    spoke: Instant,
    step_began: Instant,
    step: Step,
    steps: VecDeque<Step>,
}

/// What came within half a second.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    frames: u32,
    lost: u32,
    level_dbov: Option<i8>,
    late: Duration,
}

impl Gauges {
    /// Nothing was heard yet.
    pub fn new() -> Self {
        Self { began: Instant::now(), of: HashMap::new(), lost: 0 }
    }

    /// Takes note of a frame that is somebody's microphone.
    pub fn hear(
        &mut self,
        session: &SessionId,
        person: &PersonId,
        (way, node): (Way, Option<&NodeId>),
        frame: &Frame,
    ) {
        let here_us = micros(frame.at.saturating_duration_since(self.began));
        let said_us = i128::from(frame.timestamp) * 1_000_000 / i128::from(CLOCK_HZ);
        let took_us = here_us - said_us;
        if !self.of.contains_key(session) {
            self.of.insert(session.clone(), HashMap::new());
        }
        let Some(of_session) = self.of.get_mut(session) else { return };
        match of_session.get_mut(person) {
            Some(gauge) if gauge.is_of(way, node, frame) => self.lost += gauge.hear(took_us, frame),
            other => {
                let gauge = Gauge::new((way, node.cloned()), took_us, frame);
                match other {
                    Some(old) => *old = gauge,
                    None => drop(of_session.insert(person.clone(), gauge)),
                }
            }
        }
    }

    /// How each microphone of a session comes in that sends.
    pub fn read(&mut self, session: &SessionId, now: Instant) -> Vec<Reading> {
        let of_session = self.of.get_mut(session).into_iter().flatten();
        let sends = of_session.filter(|(_, gauge)| gauge.is_heard(now, MICROPHONE_SILENT_MAX));
        sends.map(|(person, gauge)| gauge.read(person, now)).collect()
    }

    /// Forgets those that were not heard for long.
    pub fn sweep(&mut self, now: Instant) {
        for of_session in self.of.values_mut() {
            of_session.retain(|_, gauge| gauge.is_heard(now, FORGOTTEN_AFTER));
        }
        self.of.retain(|_, of_session| !of_session.is_empty());
    }

    /// Frames of microphones of this node that never came, since the start. One that came behind others counts.
    pub fn lost(&self) -> u64 {
        self.lost
    }
}

impl Gauge {
    fn new((way, node): (Way, Option<NodeId>), took_us: i128, frame: &Frame) -> Self {
        let step = Step { frames: 1, level_dbov: frame.level_dbov, ..Step::default() };
        Self {
            way,
            node,
            source: frame.source,
            sequence: frame.sequence,
            took_us,
            quickest: Quickest::first(took_us, frame.at),
            jitter_us: 0,
            heard: frame.at,
            spoke: frame.at,
            step_began: frame.at,
            step,
            steps: VecDeque::with_capacity(STEPS),
        }
    }

    /// Whether a frame goes on with what came before, the same way.
    fn is_of(&self, way: Way, node: Option<&NodeId>, frame: &Frame) -> bool {
        self.source == frame.source && self.way == way && self.node.as_ref() == node
    }

    fn is_heard(&self, now: Instant, within: Duration) -> bool {
        now.saturating_duration_since(self.heard) < within
    }

    /// How many of this node's are missing before it.
    fn hear(&mut self, took_us: i128, frame: &Frame) -> u64 {
        self.go_on(frame.at);
        let behind = frame.sequence <= self.sequence;
        let missing = if behind { 0 } else { frame.sequence - self.sequence - 1 };
        let missing = if missing > GAP_MAX { 0 } else { missing };
        self.sequence = self.sequence.max(frame.sequence);
        let uneven_us = (took_us - self.took_us).abs();
        self.jitter_us += (uneven_us - self.jitter_us) / JITTER_PARTS;
        (self.took_us, self.heard) = (took_us, self.heard.max(frame.at));
        let late = self.quickest.late(took_us, frame.at);
        let Step { frames, lost, level_dbov, late: latest } = &mut self.step;
        *frames += 1;
        // What came behind others was not lost after all.
        *lost = lost.saturating_add(u32::try_from(missing).unwrap_or(0)).saturating_sub(u32::from(behind));
        *level_dbov = (*level_dbov).max(frame.level_dbov);
        *latest = late.max(*latest);
        if frame.level_dbov.is_some_and(|level| level >= SPEECH_FROM_DBOV) {
            self.spoke = frame.at;
        }
        if self.way == Way::Node { 0 } else { missing }
    }

    /// Closes the steps that are over.
    fn go_on(&mut self, now: Instant) {
        let mut over = now.saturating_duration_since(self.step_began).as_millis() / STEP.as_millis();
        if over > STEPS as u128 {
            self.steps.clear();
            (self.step, self.step_began) = (Step::default(), now);
            return;
        }
        while over > 0 {
            if self.steps.len() == STEPS {
                self.steps.pop_front();
            }
            self.steps.push_back(std::mem::take(&mut self.step));
            self.step_began += STEP;
            over -= 1;
        }
    }

    fn read(&mut self, person: &PersonId, now: Instant) -> Reading {
        self.go_on(now);
        let last = self.steps.back().copied().unwrap_or_default();
        let all = || self.steps.iter().chain([&self.step]);
        let level_dbov = last.level_dbov.max(self.step.level_dbov);
        Reading {
            person: person.clone(),
            way: self.way,
            node: self.node.clone(),
            level_dbov,
            quiet: level_dbov.map(|_| now.saturating_duration_since(self.spoke)),
            frames: all().map(|step| step.frames).sum(),
            lost: all().map(|step| step.lost).fold(0, u32::saturating_add),
            jitter: Duration::from_micros(u64::try_from(self.jitter_us).unwrap_or(0)),
            late: all().map(|step| step.late).max().unwrap_or_default(),
        }
    }
}

fn micros(time: Duration) -> i128 {
    i128::try_from(time.as_micros()).unwrap_or(i128::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Line {
        gauges: Gauges,
        session: SessionId,
        iraq: PersonId,
    }

    impl Line {
        fn new() -> Self {
            let (session, iraq) = ("opening".parse().expect("an id"), "iraq".parse().expect("an id"));
            Self { gauges: Gauges::new(), session, iraq }
        }

        fn at(&self, ms: u64) -> Instant {
            self.gauges.began + Duration::from_millis(ms)
        }

        /// A frame that was said at its place, and comes so many milliseconds after.
        fn hear(&mut self, way: Way, sequence: u64, late_ms: u64, level_dbov: Option<i8>) {
            let at = self.at(sequence * 20 + late_ms);
            let (timestamp, payload) = (sequence * 960, vec![7].into());
            let frame = Frame { source: 1, sequence, timestamp, at, level_dbov, payload };
            let (session, iraq) = (self.session.clone(), self.iraq.clone());
            self.gauges.hear(&session, &iraq, (way, None), &frame);
        }

        fn read(&mut self, ms: u64) -> Option<Reading> {
            let (now, session) = (self.at(ms), self.session.clone());
            self.gauges.read(&session, now).pop()
        }
    }

    #[test]
    fn what_is_missing_is_counted_and_what_came_behind_is_not() {
        let mut line = Line::new();
        for sequence in (0..100).filter(|sequence| ![10, 11, 50].contains(sequence)) {
            line.hear(Way::Udp, sequence, 5, Some(-30));
        }
        let reading = line.read(2_000).expect("it sends");
        assert_eq!((reading.frames, reading.lost, line.gauges.lost()), (97, 3, 3));
        line.hear(Way::Udp, 101, 5, Some(-30));
        line.hear(Way::Udp, 100, 30, Some(-30));
        let reading = line.read(2_050).expect("it sends");
        assert_eq!((reading.frames, reading.lost), (99, 3), "100 was missing for a moment");
        let later = line.read(2_050 + 1_900).expect("it sends");
        assert_eq!(later.way, Way::Udp);
    }

    #[test]
    fn an_even_line_has_no_jitter_however_long_it_is_and_an_uneven_one_has() {
        let mut even = Line::new();
        (0..200).for_each(|sequence| even.hear(Way::Tcp, sequence, 300, None));
        let reading = even.read(4_300).expect("it sends");
        assert_eq!(
            (reading.jitter, reading.late, reading.level_dbov),
            (Duration::ZERO, Duration::ZERO, None)
        );
        assert_eq!(reading.quiet, None, "nobody tells how loud it is");
        let mut uneven = Line::new();
        (0..200).for_each(|sequence| uneven.hear(Way::Udp, sequence, 40 * (sequence % 2), None));
        let reading = uneven.read(4_040).expect("it sends");
        assert_eq!(reading.late, Duration::from_millis(40));
        assert!((30..=40).contains(&reading.jitter.as_millis()), "{reading:?}");
    }

    #[test]
    fn the_level_is_the_loudest_of_the_last_half_second_and_silence_is_told_by_its_length() {
        let mut line = Line::new();
        for sequence in 0..300 {
            line.hear(Way::WebSocket, sequence, 0, Some(if sequence < 100 { -20 } else { -80 }));
        }
        let reading = line.read(6_000).expect("it sends");
        assert_eq!(reading.level_dbov, Some(-80));
        assert_eq!(reading.quiet, Some(Duration::from_millis(6_000 - 99 * 20)));
        line.hear(Way::WebSocket, 300, 0, Some(-10));
        assert_eq!(line.read(6_010).expect("it sends").level_dbov, Some(-10));
        assert_eq!(line.read(6_000 + 2_100), None, "it sends no more");
    }

    #[test]
    fn another_stretch_begins_anew_and_what_is_silent_is_forgotten() {
        let mut line = Line::new();
        line.hear(Way::Udp, 0, 0, None);
        line.hear(Way::Tcp, 5, 0, None);
        let reading = line.read(110).expect("it sends");
        assert_eq!((reading.way, reading.frames, reading.lost), (Way::Tcp, 1, 0));
        line.hear(Way::Tcp, 10_000, 0, None);
        assert_eq!(line.read(200_010).map(|reading| reading.lost), Some(0), "a gap of minutes is none");
        let now = line.at(200_000) + FORGOTTEN_AFTER;
        line.gauges.sweep(now);
        assert!(line.gauges.of.is_empty());
    }
}
