//! A session as the media plane is to know it: the plan, and what each person hears.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Semaphore, watch};

use super::playback::Player;
use super::watch::Watch;
use crate::gateway::client::{Client, ClientId};
use crate::gateway::fanout::Sound;
use crate::gateway::outlet::Outlet;
use crate::media::recorder::{Keeper, Pace};
use crate::media::{Media, Offer, Purpose, Tap};
use crate::meeting::event::Recorded;
use crate::meeting::feature::Hearers;
use crate::meeting::refusal::Refusal;
use crate::meeting::sound::plan::{self, Hearing, Plan};
use crate::meeting::statements::prerecorded;
use crate::meeting::{Meeting, access};
use crate::room::{Clips, Publication};
use crate::terms::ids::{ChannelId, Moment, PersonId, SessionId};
use crate::terms::nodes::At;
use crate::terms::people::Person;
use crate::transcription::Permitted;

/// The sound of one session.
pub struct SessionSound {
    session: SessionId,
    media: Media,
    answering: Arc<Semaphore>,
    /// The meeting as published.
    meeting: Mutex<Meeting>,
    watch: Watch,
}

impl SessionSound {
    /// Begins with the meeting as it stands. No more offers are answered at once than `answering` permits: each costs
    /// about a millisecond of computing, and when thousands come back, commands must get their turn between them.
    pub fn new(session: SessionId, media: Media, meeting: Meeting, answering: Arc<Semaphore>) -> Self {
        Self { session, media, answering, meeting: Mutex::new(meeting), watch: Watch::default() }
    }

    /// Whether a person's microphone can be live in the session.
    pub fn may_publish(&self, person: &PersonId) -> bool {
        let meeting = self.lock();
        meeting.roster.person(person).is_some_and(|person| plan::may_publish(&meeting, person))
    }

    /// Takes up a path over WebRTC; gives the answer's session description.
    ///
    /// # Errors
    /// What is wrong with the offer, or what to do.
    pub async fn offer(
        &self,
        connection: ClientId,
        person: &PersonId,
        purpose: Purpose,
        sdp: String,
    ) -> Result<String, String> {
        let _permit =
            self.answering.acquire().await.map_err(|_| "the server stops; offer again when it is back")?;
        let hearing = self.hearing(person).ok_or("you hear no channel of this session")?;
        if purpose == Purpose::Publish && !self.may_publish(person) {
            return Err("you have no microphone in this session; ask the secretariat".to_owned());
        }
        let (session, given) = (self.session.clone(), hearing.clone());
        let offer = Offer { connection, session, person: person.clone(), purpose, sdp, hearing };
        let answer = self.media.offer(offer).await.map_err(|fault| fault.to_string())?;
        self.catch_up(person, given);
        Ok(answer)
    }

    /// Lets a WebSocket listen. False if the server has no room for it, or there is nothing to hear.
    pub fn listen(&self, connection: ClientId, person: &PersonId, outlet: Arc<Outlet>) -> bool {
        let Some(hearing) = self.hearing(person) else { return false };
        let listens = self.media.listen(connection, &self.session, person, hearing.clone(), outlet);
        self.catch_up(person, hearing);
        listens
    }

    /// Sends a frame of a person's microphone on.
    pub fn publish(&self, connection: ClientId, person: &PersonId, frame: crate::media::Frame) {
        self.media.publish(connection, &self.session, person, frame);
    }

    /// Whether a connection wants the floor beside an interpretation.
    pub fn original(&self, connection: ClientId, wanted: bool) {
        self.media.original(connection, wanted);
    }

    /// Ends a path of a connection; none: all, for it is gone.
    pub fn end(&self, connection: ClientId, purpose: Option<Purpose>) {
        self.media.end(connection, purpose);
    }

    /// Begins or ends to tell a client how the sound comes in.
    ///
    /// # Errors
    /// `not_allowed` for whoever does not look after the sound.
    pub fn watch(&self, client: &Client, wanted: bool) -> Result<(), Refusal> {
        if !wanted {
            self.watch.end(client.id);
            return Ok(());
        }
        let tends = self.lock().roster.person(&client.person).is_some_and(access::tends);
        if !tends {
            return Err(Refusal::NotAllowed {});
        }
        self.watch.begin(client.id, &client.person, &client.outlet);
        Ok(())
    }

    /// A page tells what its microphone is called, and whether the key for coughing is held.
    ///
    /// # Errors
    /// `not_allowed` for whoever has no microphone in the session.
    pub fn tell(&self, client: &Client, device: &str, coughs: bool) -> Result<(), Refusal> {
        if !self.may_publish(&client.person) {
            return Err(Refusal::NotAllowed {});
        }
        self.watch.tell(client.id, &client.person, device, coughs);
        Ok(())
    }

    /// A page is gone: nobody is told of it, nor is it told of others.
    pub fn forget(&self, client: ClientId) {
        self.watch.leave(client);
    }

    /// Who looks after the sound, and the meeting as it is now; none where nobody does.
    pub(super) fn watched(&self) -> Option<(&Watch, Meeting)> {
        (!self.watch.is_idle()).then(|| (&self.watch, self.lock().clone()))
    }

    fn hearing(&self, person: &PersonId) -> Option<Hearing> {
        let meeting = self.lock();
        plan::hearing(&meeting, meeting.roster.person(person)?)
    }

    /// What a person hears may have changed while a path was taken up, and the news may have come before the path.
    fn catch_up(&self, person: &PersonId, mut given: Hearing) {
        while let Some(now) = self.hearing(person).filter(|now| *now != given) {
            self.media.hearing(&self.session, person, now.clone());
            given = now;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Meeting> {
        self.meeting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Follows a session's publications and hands the media plane and the recorder what is new in them.
pub struct Follower {
    sound: Arc<SessionSound>,
    plan: Arc<Plan>,
    keeper: Keeper<Tap>,
    player: Player,
    clips: Clips,
    /// What may be sent to a service that makes captions of it.
    permitted: Option<Permitted>,
    /// What those were last said to hear who were said to hear something.
    given: BTreeMap<PersonId, Hearing>,
}

impl Follower {
    /// Begins with the sound as it stands; a session that `node` records is gone on with. `recordings` is the folder
    /// of all recordings. The player of the session's pre-recorded statements takes up one that is under way.
    pub fn new(
        sound: Arc<SessionSound>,
        (recordings, node): (PathBuf, At),
        player: Player,
        (clips, permitted): (Clips, Option<Permitted>),
        now_ms: Moment,
    ) -> Self {
        let meeting = sound.lock().clone();
        let plan = Arc::new(plan::plan(&meeting));
        let (media, session) = (sound.media.clone(), sound.session.clone());
        let tap = move |channel: &ChannelId| media.tap(&session, channel);
        let as_it_stands = (&meeting, &*plan, now_ms);
        let here = (sound.session.clone(), node);
        let keeper = Keeper::new(recordings, here, Pace::default(), tap, as_it_stands);
        sound.media.plan(&sound.session, plan.clone());
        player.follow(prerecorded::playing(&meeting));
        Self { sound, plan, keeper, player, clips, permitted, given: BTreeMap::new() }
    }

    /// Channels that are being recorded as silence although the room hears them, as that changes.
    pub fn silent(&self) -> watch::Receiver<BTreeSet<ChannelId>> {
        self.keeper.silent()
    }
}

impl Sound for Follower {
    fn follow(&mut self, publication: &Publication) {
        let after = &publication.after;
        *self.sound.lock() = after.clone();
        let plan = plan::plan(after);
        // Before any sound goes by the new plan: nothing is recorded without consent.
        let steps = publication.steps.iter().map(|step| (step.recorded.at_ms, &step.after));
        self.keeper.follow(steps, &plan);
        if let Some(permitted) = &self.permitted {
            permitted.follow(after);
        }
        if plan != *self.plan {
            self.plan = Arc::new(plan);
            self.sound.media.plan(&self.sound.session, self.plan.clone());
        }
        self.player.follow(prerecorded::playing(after));
        self.clips.follow(publication);
        for person in concerned(publication.events(), after) {
            let Some(hearing) = plan::hearing(after, person) else { continue };
            if self.given.get(&person.id) != Some(&hearing) {
                self.sound.media.hearing(&self.sound.session, &person.id, hearing.clone());
                self.given.insert(person.id.clone(), hearing);
            }
        }
    }

    fn cut(&self, connection: ClientId) {
        self.sound.end(connection, None);
    }

    /// Waits until all that was recorded is on the disk.
    async fn stop(self) {
        self.keeper.stop().await;
    }
}

/// Those whose hearing may have changed.
fn concerned<'a>(events: impl Iterator<Item = &'a Recorded>, after: &'a Meeting) -> Vec<&'a Person> {
    let (mut all, mut booths, mut chosen) = (false, false, BTreeSet::new());
    for recorded in events {
        match recorded.event.hearers() {
            Hearers::Nobody => {}
            Hearers::One(person) => drop(chosen.insert(person)),
            Hearers::Booths => booths = true,
            Hearers::Everybody => all = true,
        }
    }
    if all || booths {
        let people = after.roster.people();
        return people.filter(|one| all || one.booth.is_some() || chosen.contains(&one.id)).collect();
    }
    chosen.into_iter().filter_map(|id| after.roster.person(id)).collect()
}
