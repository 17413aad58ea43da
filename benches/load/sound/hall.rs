//! Everybody of the session in one thread: their sessions, one microphone, and thousands of listeners.

use std::collections::VecDeque;
use std::ops::Range;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use serde_json::Value;
use str0m::media::Direction;

use super::super::process::Usage;
use super::ear::{Ear, Path, SoundSocket};
use super::job::{By, Job, OTHERS, Window};
use super::lateness::Spread;
use super::mouth::Mouth;
use super::peer::{Intake, Maker};
use super::poll::{Poll, Token};
use super::session::{Purpose, Session};
use super::tally::Tally;

/// The chair.
pub const CHAIR: u32 = 0;
/// The one who speaks.
pub const SPEAKER: u32 = 1;
/// Sections of a listener's offer: interpretation and three lanes of the floor, as a page offers them.
const SECTIONS: usize = 4;
/// Listeners that decrypt what they hear, at most. All others count packets, so that it is the server that is measured.
const WHOLE_MAX: u32 = 200;
/// Offers made between two looks at the sockets, so that the microphone is not late meanwhile.
const OFFERS_AT_ONCE: usize = 2;
/// How often it is looked whose time has come.
const LOOK_EVERY: Duration = Duration::from_millis(5);
/// Bytes read at once.
const READ_BYTES: usize = 256 * 1024;
/// When nothing has come for so long, nothing is on its way.
const QUIET: Duration = Duration::from_millis(200);
/// What has not come so long after the last packet was sent is lost.
const LOST_AFTER: Duration = Duration::from_millis(500);
/// How long a step between people may take, beside the speech in it.
const WITHIN: Duration = Duration::from_secs(30);
/// How often it is looked whether the server has come to rest, and what it may use in between.
const REST: (Duration, f64) = (Duration::from_millis(300), 15_000.0);

/// All of them.
pub struct Hall {
    job: Job,
    poll: Poll,
    maker: Maker,
    people: Vec<Person>,
    mouth: Option<Mouth>,
    joining: VecDeque<u32>,
    tally: Tally,
    intake: Intake,
    buffer: Vec<u8>,
    looked: Instant,
    /// From coming until the first sound, of those who came by themselves, in milliseconds.
    first_ms: Vec<f64>,
}

struct Person {
    session: Session,
    ear: Option<Ear>,
    /// When they came, of whoever takes up the sound by themselves.
    came: Option<Came>,
}

/// Somebody who has come by themselves.
struct Came {
    at: Instant,
    listens: bool,
}

impl Hall {
    /// Everybody has joined the session; nobody speaks or hears.
    ///
    /// # Errors
    /// If one could not.
    pub fn enter(job: Job) -> anyhow::Result<Self> {
        let all = job.accounts.len();
        Self::enter_first(job, all)
    }

    /// As [`Hall::enter`], of the first so many.
    ///
    /// # Errors
    /// If one could not.
    pub fn enter_first(job: Job, first: usize) -> anyhow::Result<Self> {
        let poll = Poll::new()?;
        let people = Vec::with_capacity(job.accounts.len());
        let (maker, tally, intake, buffer) =
            (Maker::new()?, Tally::new(), Intake::new(), vec![0; READ_BYTES]);
        let (mouth, joining, looked, first_ms) = (None, VecDeque::new(), Instant::now(), Vec::new());
        let mut hall =
            Self { job, poll, maker, people, mouth, joining, tally, intake, buffer, looked, first_ms };
        for (number, account) in (0..).zip(hall.job.accounts.clone().iter().take(first)) {
            let session = Session::begin(hall.job.address, account, number == CHAIR)?;
            hall.poll.add(&session, Token::Session(number))?;
            hall.people.push(Person { session, ear: None, came: None });
            // Where connecting takes long, the server does not wait for those who came first until all have.
            hall.go_on()?;
        }
        let all_in = |hall: &Self| hall.people.iter().all(|person| person.session.is_in());
        hall.until("everybody has joined the session", WITHIN, all_in)?;
        Ok(hall)
    }

    /// What is to be measured.
    pub fn job(&self) -> &Job {
        &self.job
    }

    /// Has a person do something, and waits until it is done.
    ///
    /// # Errors
    /// If the server refuses it.
    pub fn command(&mut self, person: u32, command: &Value) -> anyhow::Result<()> {
        self.person(person)?.session.command(command)?;
        let done = |hall: &Self| hall.people.iter().all(|person| person.session.is_done());
        self.until("the server does what is asked", WITHIN, done).with_context(|| command.to_string())
    }

    /// The request for the floor that the chair has seen.
    ///
    /// # Errors
    /// If none comes.
    pub fn request(&mut self) -> anyhow::Result<String> {
        let seen = |hall: &Self| hall.people.iter().any(|person| person.session.request().is_some());
        self.until("the chair sees the request", WITHIN, seen)?;
        let request = self.people.iter().find_map(|person| person.session.request());
        Ok(request.context("the chair sees no request")?.to_owned())
    }

    /// The speaker's microphone gets its way to the server.
    ///
    /// # Errors
    /// If it does not.
    pub fn plug_in(&mut self) -> anyhow::Result<()> {
        let (peer, offer) = self.maker.make(Direction::SendOnly, 1)?;
        self.poll.add(&peer, Token::Mouth)?;
        self.person(SPEAKER)?.session.offer(Purpose::Publish, &offer)?;
        self.mouth = Some(Mouth::new(peer));
        let connected = |hall: &Self| hall.mouth.as_ref().is_some_and(|mouth| mouth.peer.is_connected());
        self.until("the microphone is connected", WITHIN, connected)
    }

    /// Has the speaker say so many packets; they go out while this waits for something.
    ///
    /// # Errors
    /// If there is no microphone.
    pub fn speak(&mut self, packets: u64) -> anyhow::Result<()> {
        self.mouth.as_mut().context("there is no microphone")?.begin(packets);
        Ok(())
    }

    /// Ends the speech, waits until nothing is on its way, and tells how many packets were said.
    ///
    /// # Errors
    /// If it does not become quiet.
    pub fn hush(&mut self) -> anyhow::Result<u64> {
        let said = self.mouth.as_mut().map_or(0, Mouth::end);
        self.until("it is quiet", WITHIN, |hall| hall.tally.is_quiet(QUIET))?;
        Ok(said)
    }

    /// Has listeners join at once, by their numbers, and tells how long it took until the last of them heard.
    ///
    /// # Errors
    /// If one does not hear.
    pub fn join(&mut self, listeners: Range<u32>, within: Duration) -> anyhow::Result<Duration> {
        let all = self.tally.hearing() + u32::try_from(listeners.len()).unwrap_or(u32::MAX);
        self.joining.extend(listeners.map(|listener| listener + OTHERS));
        let began = Instant::now();
        self.until("all listeners hear", within, |hall| hall.tally.hearing() >= all)
            .with_context(|| format!("{} of {all} hear", self.tally.hearing()))?;
        Ok(began.elapsed())
    }

    /// The next listener comes: joins the session, and takes up the sound once in it.
    ///
    /// # Errors
    /// If nobody is left to come, or the server cannot be reached.
    pub fn come(&mut self) -> anyhow::Result<()> {
        let number = u32::try_from(self.people.len()).context("too many people")?;
        let account = self.job.accounts.get(self.people.len()).context("nobody is left to come")?;
        let at = Instant::now();
        let session = Session::begin(self.job.address, account, false)?;
        self.poll.add(&session, Token::Session(number))?;
        self.people.push(Person { session, ear: None, came: Some(Came { at, listens: false }) });
        Ok(())
    }

    /// From coming until the first sound, of those who came by themselves and heard, in milliseconds.
    pub fn first_ms(&self) -> &[f64] {
        &self.first_ms
    }

    /// Listeners leave the sound, by their numbers, and stay in the session.
    ///
    /// # Errors
    /// If a connection has ended.
    pub fn leave(&mut self, listeners: Range<u32>) -> anyhow::Result<()> {
        for listener in listeners {
            let person = self.person(listener + OTHERS)?;
            let heard = person.ear.take().is_some_and(|ear| ear.hears());
            person.session.end(Purpose::Listen)?;
            if heard {
                self.tally.leaves();
            }
        }
        Ok(())
    }

    /// Goes on for so long.
    ///
    /// # Errors
    /// If a connection has ended.
    pub fn stay(&mut self, long: Duration) -> anyhow::Result<()> {
        let began = Instant::now();
        self.until("time has passed", long + WITHIN, |_hall| began.elapsed() >= long)
    }

    /// From here on packets are counted with those who hear already.
    pub fn measure(&mut self) {
        self.people.iter_mut().filter_map(|person| person.ear.as_mut()).for_each(Ear::measure);
    }

    /// Waits until all was said and everybody who counts has heard it, or what is missing is lost.
    ///
    /// # Errors
    /// If that takes too long.
    pub fn heard(&mut self, packets: u64) -> anyhow::Result<()> {
        let speech = Duration::from_millis(packets.saturating_mul(20));
        self.until("all is heard", speech + WITHIN, |hall| {
            let done = hall.mouth.as_ref().is_some_and(Mouth::is_done);
            let counts = || hall.counts().all(|heard| heard >= packets);
            done && (hall.tally.is_quiet(LOST_AFTER) || counts())
        })
    }

    /// What came since [`Hall::measure`] to those who heard already, where so many packets were said.
    pub fn window(&self, said: u64, cpu_us: f64, length: Duration) -> Window {
        let (mut listeners, mut packets, mut lost) = (0, 0, 0);
        for heard in self.counts() {
            listeners += 1;
            packets += heard;
            lost += said.saturating_sub(heard);
        }
        Window { listeners, packets, lost, cpu_us, seconds: length.as_secs_f64() }
    }

    /// How late they were since this was last asked.
    pub fn lateness(&mut self) -> Spread {
        self.tally.lateness()
    }

    /// What the server has used until now.
    ///
    /// # Errors
    /// If it has ended.
    pub fn usage(&self) -> anyhow::Result<Usage> {
        Usage::of(self.job.server)
    }

    /// Waits until the server has done what there was to do, and tells what it has used until then.
    ///
    /// # Errors
    /// If it does not come to rest.
    pub fn rest(&mut self) -> anyhow::Result<Usage> {
        let (look_every, at_rest_us) = REST;
        let began = Instant::now();
        let mut before = self.usage()?;
        while began.elapsed() < WITHIN {
            self.stay(look_every)?;
            let now = self.usage()?;
            if now.cpu_us - before.cpu_us < at_rest_us {
                return Ok(now);
            }
            before = now;
        }
        bail!("the server did not come to rest within {} s", WITHIN.as_secs())
    }

    fn counts(&self) -> impl Iterator<Item = u64> {
        self.people.iter().filter_map(|person| person.ear.as_ref()?.packets())
    }

    fn person(&mut self, number: u32) -> anyhow::Result<&mut Person> {
        self.people.get_mut(number as usize).with_context(|| format!("there is no person {number}"))
    }

    /// Goes on until something is so.
    fn until(&mut self, what: &str, within: Duration, so: impl Fn(&Self) -> bool) -> anyhow::Result<()> {
        let began = Instant::now();
        while !so(self) {
            if began.elapsed() > within {
                bail!("it did not come to pass within {} s that {what}", within.as_secs());
            }
            self.go_on()?;
        }
        Ok(())
    }

    /// Sends what is due, reads what has come.
    fn go_on(&mut self) -> anyhow::Result<()> {
        if let Some(mouth) = &mut self.mouth {
            mouth.speak()?;
        }
        for _ in 0..OFFERS_AT_ONCE {
            let Some(next) = self.joining.pop_front() else { break };
            self.offer(next)?;
        }
        for token in self.poll.wait(self.idle())? {
            match token {
                Token::Session(number) => self.read_session(number)?,
                Token::Ear(number) => {
                    let Some(person) = self.people.get_mut(number as usize) else { continue };
                    let Some(ear) = &mut person.ear else { continue };
                    let heard = ear.hears();
                    ear.read(&mut self.intake, &mut self.buffer, &mut self.tally)?;
                    if let Some(came) = person.came.as_ref().filter(|_| !heard && ear.hears()) {
                        self.first_ms.push(came.at.elapsed().as_secs_f64() * 1_000.0);
                    }
                }
                Token::Mouth => self.read_mouth()?,
            }
        }
        self.look()
    }

    /// How long there is nothing to do but to read.
    fn idle(&self) -> Duration {
        if !self.joining.is_empty() {
            return Duration::ZERO;
        }
        let looks = self.looked + LOOK_EVERY;
        let speaks = self.mouth.as_ref().and_then(Mouth::due);
        speaks.map_or(looks, |speaks| looks.min(speaks)).saturating_duration_since(Instant::now())
    }

    fn offer(&mut self, number: u32) -> anyhow::Result<()> {
        let every = self.job.listeners().div_ceil(WHOLE_MAX).max(1);
        let whole = self.job.by == By::WebSocket || (number - OTHERS).is_multiple_of(every);
        let ear = match self.job.by {
            By::WebRtc => {
                let (peer, offer) = self.maker.make(Direction::RecvOnly, SECTIONS)?;
                self.poll.add(&peer, Token::Ear(number))?;
                self.person(number)?.session.offer(Purpose::Listen, &offer)?;
                Ear::new(Path::WebRtc(Box::new(peer)), whole)
            }
            By::WebSocket => {
                let account = self.job.accounts.get(number as usize).context("a listener has no account")?;
                let sound = SoundSocket::begin(self.job.address, account)?;
                self.poll.add(&sound.socket, Token::Ear(number))?;
                Ear::new(Path::WebSocket(sound), whole)
            }
        };
        self.person(number)?.ear = Some(ear);
        Ok(())
    }

    fn read_session(&mut self, number: u32) -> anyhow::Result<()> {
        let Some(person) = self.people.get_mut(number as usize) else { return Ok(()) };
        person.session.read(&mut self.buffer)?;
        let is_in = person.session.is_in();
        if let Some(came) = person.came.as_mut().filter(|came| is_in && !came.listens) {
            came.listens = true;
            self.joining.push_back(number);
        }
        let Some(answer) = person.session.answer() else { return Ok(()) };
        let listening = person.ear.as_mut().and_then(Ear::peer);
        let speaking = self.mouth.as_mut().map(|mouth| &mut mouth.peer).filter(|_| number == SPEAKER);
        let peer = listening.or(speaking).context("an answer that nobody waits for")?;
        peer.answered(&answer)
    }

    fn read_mouth(&mut self) -> anyhow::Result<()> {
        let Some(mouth) = &mut self.mouth else { return Ok(()) };
        match mouth.peer.read(&mut self.intake)? {
            Some(datagram) => mouth.peer.take(&datagram, &mut |_packet| {}),
            None => Ok(()),
        }
    }

    /// Does what is due with those whose time has come.
    fn look(&mut self) -> anyhow::Result<()> {
        let now = Instant::now();
        if now < self.looked + LOOK_EVERY {
            return Ok(());
        }
        self.looked = now;
        let listening = self.people.iter_mut().filter_map(|person| person.ear.as_mut()?.peer());
        let speaking = self.mouth.iter_mut().map(|mouth| &mut mouth.peer);
        for peer in listening.chain(speaking).filter(|peer| peer.due() <= now) {
            peer.tick(now)?;
        }
        Ok(())
    }
}
