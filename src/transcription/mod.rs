//! Captions by a machine: the sound of channels goes in pieces of some seconds to a service that turns speech into text, and what
//! it answers goes to the room as lines of captions, in the order in which it was said.
//!
//! The service is asked as such services are asked alike: `POST …/v1/audio/transcriptions`, a form with the sound as a file, which
//! is Ogg Opus as it came; nothing is decoded or encoded. Sound never waits for it: what cannot be sent in time is left out, and
//! counted. What may be sent at all, the meeting says ([`captions::transcribable`]); silence is not sent.
//!
//! Of several servers of one conference one is given a service, for else each line comes twice.

mod answers;
mod pieces;
mod service;

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use tokio::sync::mpsc;
use tokio::time::{MissedTickBehavior, interval, timeout};

pub use answers::{Answered, Answers};
pub use pieces::{Cutter, PIECE_MAX, Piece};
pub use service::{Key, Service, ServiceFault, Target};

use crate::media::FrameSource;
use crate::meeting::Meeting;
use crate::meeting::hall::captions::{self, Transcribed};
use crate::meters::meters;
use crate::room::{Answer, Clock, Room};
use crate::terms::ids::{ChannelId, Language, Moment, SessionId};

/// Pieces of one channel that wait for the service: more than so many seconds late, captions help nobody.
const WAITING_MAX: usize = 2;
/// How long the service may take for a piece.
const ANSWERS_WITHIN: Duration = Duration::from_secs(20);
/// How often it is looked whether somebody has stopped speaking.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// A service, and the channels whose sound it is given.
#[derive(Debug)]
pub struct Transcription {
    service: Service,
    /// None named: all that have a language.
    channels: Vec<ChannelId>,
    answers: Answers,
}

/// What may be sent of a session now: by channel the language that is spoken there.
#[derive(Debug, Clone, Default)]
pub struct Permitted(Arc<RwLock<BTreeMap<ChannelId, Language>>>);

/// Of which session a channel is.
type About = (SessionId, ChannelId);

/// A piece on its way.
struct Due {
    language: Language,
    spoken_ms: Moment,
    sound: Vec<u8>,
}

impl Permitted {
    /// Follows the meeting. To be called before the media plane sends anything by its plan, so that nothing is sent that may
    /// not be.
    pub fn follow(&self, meeting: &Meeting) {
        let now = captions::transcribable(meeting);
        let mut permitted = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if *permitted != now {
            *permitted = now;
        }
    }

    fn language(&self, channel: &ChannelId) -> Option<Language> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(channel).cloned()
    }
}

impl Transcription {
    /// A service for these channels; for all that have a language where none is named.
    pub fn of(service: Service, channels: Vec<ChannelId>) -> Self {
        Self { service, channels, answers: Answers::default() }
    }

    /// How the service answers for the channels of a session.
    pub fn answers(&self, session: &SessionId, now_ms: Moment) -> Vec<(ChannelId, Answered)> {
        self.answers.of(session, now_ms)
    }

    /// Whether a channel's sound goes to the service.
    fn takes(&self, channel: &ChannelId) -> bool {
        self.channels.is_empty() || self.channels.contains(channel)
    }

    /// Follows the channels of a session from now on, until there is no more sound. Must be called within a runtime.
    pub fn follow<S: FrameSource + 'static>(
        self: &Arc<Self>,
        room: &Room,
        permitted: &Permitted,
        clock: &Clock,
        channels: impl IntoIterator<Item = (ChannelId, S)>,
    ) {
        for (channel, source) in channels.into_iter().filter(|(channel, _)| self.takes(channel)) {
            let (due, waiting) = mpsc::channel(WAITING_MAX);
            let about = (room.session().clone(), channel.clone());
            self.answers.wait(&about);
            let listener = Listener {
                about: about.clone(),
                answers: self.answers.clone(),
                permitted: permitted.clone(),
                clock: clock.clone(),
                due,
            };
            let listening = tokio::spawn(listener.listen(source));
            let at = clock.clone();
            let writing = tokio::spawn(self.clone().write(room.clone(), about.clone(), at, waiting));
            tokio::spawn(async move {
                let (session, channel) = about;
                let (listened, written) = tokio::join!(listening, writing);
                if let Some(bug) = listened.err().or(written.err()).filter(|ended| ended.is_panic()) {
                    tracing::error!(%session, %channel, %bug, "a bug: no more captions are made of the channel until the server is started again");
                }
            });
        }
    }

    /// Has one piece after another written down.
    async fn write(
        self: Arc<Self>,
        room: Room,
        about: About,
        clock: Clock,
        mut waiting: mpsc::Receiver<Due>,
    ) {
        let (_, channel) = &about;
        while let Some(Due { language, spoken_ms, sound }) = waiting.recv().await {
            let asked = timeout(ANSWERS_WITHIN, self.service.transcribe(&sound, &language)).await;
            match asked.unwrap_or(Err(ServiceFault::Late(ANSWERS_WITHIN))) {
                Ok(text) => {
                    meters().transcribed("written");
                    if self.answers.answer(&about, true, clock.now_ms()) {
                        tracing::info!(session = %room.session(), %channel, "captions are made again");
                    }
                    let heard = Transcribed { language, spoken_ms, text };
                    if let Answer::NotStored | Answer::Busy = room.transcribed(heard).await {
                        tracing::warn!(session = %room.session(), %channel, "captions of a machine were not stored");
                    }
                }
                Err(fault) => {
                    meters().transcribed("failed");
                    // Told once: it is tried again with each piece.
                    if self.answers.answer(&about, false, clock.now_ms()) {
                        tracing::warn!(session = %room.session(), %channel, %fault, "no captions are made");
                    }
                }
            }
        }
    }
}

/// Cuts what comes from one channel.
struct Listener {
    about: About,
    answers: Answers,
    permitted: Permitted,
    clock: Clock,
    due: mpsc::Sender<Due>,
}

impl Listener {
    async fn listen(self, mut source: impl FrameSource) {
        let mut look = interval(LOOK_EVERY);
        look.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let mut cutter = Cutter::default();
        let mut language = None;
        loop {
            tokio::select! {
                frame = source.next() => {
                    let Some(frame) = frame else { break };
                    let now = self.permitted.language(&self.about.1);
                    if now != language {
                        self.send(language.take(), cutter.cut());
                        language = now;
                    }
                    if language.is_some() {
                        self.send(language.clone(), cutter.take(&frame));
                    }
                }
                now = look.tick() => self.send(language.clone(), cutter.look(now.into_std())),
            }
        }
        self.send(language, cutter.cut());
    }

    fn send(&self, language: Option<Language>, piece: Option<Piece>) {
        let (Some(language), Some(Piece { sound, began })) = (language, piece) else { return };
        let ago_ms =
            Moment::try_from(Instant::now().saturating_duration_since(began).as_millis()).unwrap_or(0);
        let spoken_ms = self.clock.now_ms() - ago_ms;
        if self.due.try_send(Due { language, spoken_ms, sound }).is_err() {
            meters().transcribed("left_out");
            self.answers.leave_out(&self.about, self.clock.now_ms());
        }
    }
}
