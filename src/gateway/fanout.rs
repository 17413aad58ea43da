//! The one task that carries a session's changes to its clients; another of its kind carries the conference's to the lobbies.
//!
//! It follows the room's publications, gathers the changes of a tick, encodes them once per scope and writes the
//! same bytes to every client of the scope. It never waits for a client. A change of the floor or of the session
//! goes at once; anything else may wait for a tick.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use bytes::BytesMut;
use futures_util::FutureExt as _;
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::audience::{Audience, snapshot};
use super::client::{Carries, Client, ClientId, WayOut};
use super::frame::{self, Encoded};
use super::moving::{Move, Movers};
use super::noticeboard::Noticeboard;
use super::outlet::Outlet;
use super::shown::Shown;
use super::stood::Stood;
use super::urgency::TICK;
use crate::alarm::{BEAT, Failures, Pulse};
use crate::identity::Identity;
use crate::meeting::Meeting;
use crate::meeting::view::Parcel;
use crate::room::{Aggregate, Clock, Publication, Step};
use crate::terms::host_clock::HostClock;
use crate::terms::ids::{Millis, Moment, PersonId, Seq};
use crate::wire::client::Resume;
use crate::wire::server::{Farewell, ServerMessage};

/// How often connections are looked after; the task shows that it lives as often.
const ROUND: Duration = BEAT;
/// Silence after which a client is asked for a sign of life, in milliseconds.
const ASK_AFTER_MS: Millis = 25_000;
/// Silence after which a client is given up, in milliseconds.
const GIVE_UP_AFTER_MS: Millis = 50_000;
/// How often a client should send `ping`, in milliseconds.
pub const PING_EVERY_MS: Millis = 20_000;
/// When clients come back after the server stopped, in milliseconds. They spread their return over this time, so that
/// a restart is not met by all at once.
pub const RETURN_WITHIN_MS: Millis = 1_000;
/// Connections of one person to one session, or to the lobby. One more ends the oldest.
pub const PER_PERSON_MAX: usize = 8;
/// Clients written to before other tasks get a turn.
const WRITES_IN_A_ROW: usize = 256;
/// Changes with the meaning of what entities say. Whoever resumes with another resynchronises.
pub const VIEW: &str = concat!("1/", env!("CARGO_PKG_VERSION"));

/// What the task is asked.
pub enum Ask<O = Outlet> {
    /// A client has joined.
    Attach(Client<O>, Option<Resume>),
    /// A client is here for sound alone: it takes a place among its person's connections.
    Admit(Client<O>),
    /// A client that lags has taken what was in hand.
    Resynchronise(ClientId),
    /// A client is gone.
    Detach(ClientId),
    /// A link was revoked: whoever came by one that is not in force must go.
    Revoked(Arc<Identity>),
    /// The server goes away while others stay.
    Move(Move),
    /// The server stops.
    Stop,
}

/// What the media plane and the recorder are told of a session.
pub trait Sound<A: Aggregate = Meeting> {
    /// Takes a publication in, before any client is told of it.
    fn follow(&mut self, publication: &Publication<A>);
    /// Ends the paths of a connection at once.
    fn cut(&self, connection: ClientId);
    /// Ends because the server stops.
    fn stop(self) -> impl Future<Output = ()> + Send;
}

/// Where nothing is heard, there is nothing to be told.
impl<A: Aggregate> Sound<A> for () {
    fn follow(&mut self, _publication: &Publication<A>) {}

    fn cut(&self, _connection: ClientId) {}

    async fn stop(self) {}
}

/// The task's state.
pub struct Fanout<A: Shown, O, S> {
    clock: Clock,
    /// What it carries, as clients have it.
    shown: A,
    /// The same as published.
    latest: A,
    /// What may differ between the two.
    touched: BTreeSet<A::Key>,
    shared: BTreeMap<A::Scope, Audience<A, O>>,
    private: HashMap<A::Scope, BTreeMap<ClientId, Arc<O>>>,
    stood: Stood,
    clients: BTreeMap<ClientId, Client<O>>,
    /// Connections of each person, whatever they carry.
    places: HashMap<PersonId, BTreeSet<ClientId>>,
    sound: S,
    noticeboard: Arc<Noticeboard>,
    pulse: Pulse,
}

impl<A: Shown, O: WayOut, S: Sound<A>> Fanout<A, O, S> {
    /// Begins with what it carries as it stands.
    pub fn new(clock: Clock, carried: A, sound: S, noticeboard: Arc<Noticeboard>) -> Self {
        let seq = carried.seq();
        let shared = A::SHARED.iter().map(|scope| (scope.clone(), Audience::new(scope.clone(), seq)));
        Self {
            clock,
            shared: shared.collect(),
            shown: carried.clone(),
            latest: carried,
            touched: BTreeSet::new(),
            private: HashMap::new(),
            stood: Stood::only_at(seq),
            clients: BTreeMap::new(),
            places: HashMap::new(),
            sound,
            noticeboard,
            pulse: Pulse::default(),
        }
    }

    /// What it carries, as clients have it.
    pub(super) fn carried(&self) -> &A {
        &self.shown
    }

    /// All who are here.
    pub(super) fn clients(&self) -> impl Iterator<Item = &Client<O>> {
        self.clients.values()
    }

    /// One who is here.
    pub(super) fn client(&self, id: ClientId) -> Option<&Client<O>> {
        self.clients.get(&id)
    }

    /// Shows that the task lives.
    pub fn pulse(&self) -> Pulse {
        self.pulse.clone()
    }

    /// Runs until the server stops. After a bug everybody resynchronises with what was last published.
    pub async fn run(
        mut self,
        mut published: mpsc::Receiver<Publication<A>>,
        mut asked: mpsc::Receiver<Ask<O>>,
    ) {
        let mut failures = Failures::of("the task that carries a session's changes", &self.latest.title());
        let mut anew = false;
        while AssertUnwindSafe(self.carry(anew, &mut published, &mut asked)).catch_unwind().await.is_err() {
            failures.met();
            anew = true;
        }
        self.sound.stop().await;
    }

    async fn carry(
        &mut self,
        anew: bool,
        published: &mut mpsc::Receiver<Publication<A>>,
        asked: &mut mpsc::Receiver<Ask<O>>,
    ) {
        if anew {
            self.restart();
        }
        let mut flush_at: Option<Instant> = None;
        let mut movers: Option<Movers> = None;
        let mut round = tokio::time::interval(ROUND);
        loop {
            self.pulse.beat();
            tokio::select! {
                publication = published.recv() => {
                    let Some(publication) = publication else { return };
                    let wait = self.take(publication);
                    if wait.is_zero() {
                        flush_at = None;
                        self.flush().await;
                    } else if !self.touched.is_empty() {
                        let at = Instant::now() + wait;
                        flush_at = Some(flush_at.map_or(at, |earlier| earlier.min(at)));
                    }
                }
                () = until(flush_at) => {
                    flush_at = None;
                    self.flush().await;
                }
                ask = asked.recv() => {
                    match ask {
                        Some(Ask::Attach(client, resume)) => self.attach(client, resume),
                        Some(Ask::Admit(client)) => self.admit(client),
                        Some(Ask::Resynchronise(id)) => self.resynchronise(id),
                        Some(Ask::Detach(id)) => self.detach(id),
                        Some(Ask::Revoked(identity)) => self.revoked(&identity),
                        Some(Ask::Move(asked)) => movers = Some(self.movers(asked)),
                        Some(Ask::Stop) | None => {
                            self.flush().await;
                            return self.farewell();
                        }
                    }
                }
                () = until(movers.as_ref().map(Movers::next_at)) => {
                    movers = movers.take().and_then(|movers| self.move_on(movers));
                }
                _ = round.tick() => self.look_after(),
            }
        }
    }

    /// Takes a publication in. Tells how long it may wait.
    fn take(&mut self, publication: Publication<A>) -> Duration {
        // First of all: from here everybody resynchronises after a bug.
        self.latest = publication.after.clone();
        // Who has the floor is heard at once, not when it has been written to everybody.
        self.sound.follow(&publication);
        let (mut before, mut revised, mut wait) = (&publication.before, false, None::<Duration>);
        for Step { recorded, after } in publication.steps.iter() {
            revised |= A::revises(&recorded.event);
            if let Some(person) = A::sends_away(&recorded.event, after) {
                self.send_away(person);
            }
            let may_wait = A::may_wait(&recorded.event);
            wait = Some(wait.map_or(may_wait, |wait| wait.min(may_wait)));
            self.touched.extend(A::touched(&recorded.event, before, after));
            before = after;
        }
        if revised {
            self.restart();
        }
        wait.unwrap_or(TICK)
    }

    /// Sends what has changed since the last time.
    async fn flush(&mut self) {
        let touched = std::mem::take(&mut self.touched);
        let is_followed =
            |scope: &A::Scope| self.shared.contains_key(scope) || self.private.contains_key(scope);
        let parcels = A::parcels(&self.shown, &touched, &self.latest, is_followed);
        self.shown = self.latest.clone();
        let seq = self.shown.seq();
        self.stood.come_to(seq);
        for parcel in parcels {
            self.send(seq, parcel).await;
        }
        // The public asks every few seconds; those in the meeting are told first.
        self.shown.post(&self.noticeboard);
    }

    async fn send(&mut self, seq: Seq, Parcel { scope, set, removed }: Parcel<A::Scope, A::Entity>) {
        let set = set.into_iter().map(Into::into).collect();
        let (frame, clients) = if let Some(audience) = self.shared.get_mut(&scope) {
            (audience.change(seq, set, removed), &audience.clients)
        } else {
            let Some(clients) = self.private.get(&scope) else { return };
            let scope = scope.to_string();
            (Encoded::of(&ServerMessage::Changes { scope, seq, set, removed }), clients)
        };
        for (written, outlet) in clients.values().enumerate() {
            outlet.send(frame.by(&**outlet));
            if written % WRITES_IN_A_ROW == WRITES_IN_A_ROW - 1 {
                tokio::task::yield_now().await;
            }
        }
    }

    /// A client is given the state that all others have been sent, so that the next changes fit it too. Nothing is
    /// sent to the others for it: a storm of joins costs no more than its own snapshots.
    fn attach(&mut self, client: Client<O>, resume: Option<Resume>) {
        // They were withdrawn while they came.
        let Some(scopes) = self.shown.scopes(&client.person) else {
            return client.dismiss(Farewell::LinkRevoked, None);
        };
        self.take_place(&client);
        self.clients.insert(client.id, client.clone());
        let since = resume.filter(|resume| resume.view == VIEW).map(|resume| resume.seq);
        self.greet(&client, &scopes, since);
        for scope in scopes {
            let outlet = client.outlet.clone();
            match self.shared.get_mut(&scope) {
                Some(audience) => audience.clients.insert(client.id, outlet),
                None => self.private.entry(scope).or_default().insert(client.id, outlet),
            };
        }
    }

    fn admit(&mut self, client: Client<O>) {
        self.take_place(&client);
        self.clients.insert(client.id, client);
    }

    /// Takes a place among the person's connections; the oldest makes room.
    fn take_place(&mut self, client: &Client<O>) {
        let places = self.places.entry(client.person.clone()).or_default();
        let oldest = places.first().copied().filter(|_| places.len() >= PER_PERSON_MAX);
        places.insert(client.id);
        if let Some(oldest) = oldest.and_then(|id| self.clients.get(&id)).cloned() {
            oldest.dismiss(Farewell::Replaced, None);
            // At once, not when it has parted: the next to join ends the next oldest.
            self.detach(oldest.id);
        }
    }

    /// Sends a client all it needs to stand where the others do: what it missed, if that is kept, else snapshots.
    fn greet(&mut self, client: &Client<O>, scopes: &[A::Scope], since: Option<Seq>) {
        let since = since.filter(|since| self.stood.at(*since));
        let kept = |scope: &A::Scope| match (self.shared.get(scope), since) {
            (None, _) => true,
            (Some(audience), Some(since)) => audience.since(since).is_some(),
            (Some(_), None) => false,
        };
        let since = since.filter(|_| scopes.iter().all(kept));
        let host_clock = self.noticeboard.host_clock();
        let welcome = welcome(&client.person, self.clock.now_ms(), since.is_some(), host_clock);
        let welcome = frame::text(&welcome);
        let mut own = BytesMut::from(&welcome[..]);
        if let Some(since) = since {
            let missed = self.missed(scopes, since);
            if !missed.is_empty() {
                client.outlet.greet(&std::mem::take(&mut own).freeze());
                missed.iter().for_each(|frame| client.outlet.greet(frame.by(&*client.outlet)));
            }
        }
        // What is this client's alone goes out in one write. It stands for now, so it comes after what was missed.
        let private = scopes.iter().filter(|scope| !self.shared.contains_key(*scope));
        private.for_each(|scope| {
            let snapshot = Encoded::of(&snapshot(&self.shown, scope));
            own.extend_from_slice(snapshot.by(&*client.outlet));
        });
        client.outlet.greet(&own.freeze());
        if since.is_some() {
            return;
        }
        for scope in A::SHARED.iter().filter(|scope| scopes.contains(scope)) {
            let Some(audience) = self.shared.get_mut(scope) else { continue };
            client.outlet.greet(audience.snapshot(&self.shown).by(&*client.outlet));
        }
    }

    /// The changes of the scopes since a place in the log, in the order in which they were sent to all others: what went
    /// over from one scope to another and back ends where it is.
    fn missed(&self, scopes: &[A::Scope], since: Seq) -> Vec<Encoded> {
        let mut missed: Vec<(Seq, &Encoded)> = Vec::new();
        for scope in A::SHARED.iter().filter(|scope| scopes.contains(scope)) {
            missed.extend(
                self.shared.get(scope).and_then(|audience| audience.since(since)).into_iter().flatten(),
            );
        }
        // Of one place in the log they stay in the order of the scopes.
        missed.sort_by_key(|(seq, _)| *seq);
        missed.into_iter().map(|(_, frame)| frame.clone()).collect()
    }

    fn resynchronise(&mut self, id: ClientId) {
        let Some(client) = self.clients.get(&id).cloned() else { return };
        let Some(scopes) = self.shown.scopes(&client.person) else { return };
        tracing::debug!(person = %client.person, "a client lags and resynchronises");
        client.outlet.resynchronise();
        self.greet(&client, &scopes, None);
    }

    /// Roles may have changed with the charter: everybody resynchronises with the scopes they have now.
    fn restart(&mut self) {
        self.touched.clear();
        self.shown = self.latest.clone();
        self.shown.post(&self.noticeboard);
        let seq = self.shown.seq();
        self.stood = Stood::only_at(seq);
        self.shared.values_mut().for_each(|audience| {
            audience.forget(seq);
            audience.clients.clear();
        });
        self.private.clear();
        self.places.clear();
        for client in self.clients.values().cloned().collect::<Vec<_>>() {
            if self.shown.scopes(&client.person).is_none() {
                self.sound.cut(client.id);
                client.dismiss(Farewell::LinkRevoked, None);
                self.clients.remove(&client.id);
                continue;
            }
            match client.carries {
                Carries::View => {
                    client.outlet.resynchronise();
                    self.attach(client, None);
                }
                Carries::Sound => self.admit(client),
            }
        }
    }

    fn detach(&mut self, id: ClientId) {
        let Some(client) = self.clients.remove(&id) else { return };
        if let Some(places) = self.places.get_mut(&client.person) {
            places.remove(&id);
            if places.is_empty() {
                self.places.remove(&client.person);
            }
        }
        for scope in self.shown.scopes(&client.person).unwrap_or_default() {
            if let Some(audience) = self.shared.get_mut(&scope) {
                audience.clients.remove(&id);
            } else if let Some(clients) = self.private.get_mut(&scope) {
                clients.remove(&id);
                if clients.is_empty() {
                    self.private.remove(&scope);
                }
            }
        }
    }

    /// Whoever was withdrawn leaves before the view is that of a meeting that does not know them.
    fn send_away(&mut self, person: &PersonId) {
        for id in self.places.get(person).cloned().unwrap_or_default() {
            let Some(client) = self.clients.get(&id).cloned() else { continue };
            self.sound.cut(id);
            client.dismiss(Farewell::LinkRevoked, None);
            self.detach(id);
        }
    }

    fn revoked(&self, identity: &Identity) {
        let gone = self.clients.values().filter(|client| identity.person(&client.link).is_none());
        for client in gone {
            // Sound ends now, not when the client has heard out the last words.
            self.sound.cut(client.id);
            client.dismiss(Farewell::LinkRevoked, None);
        }
    }

    /// Asks the silent for a sign of life, and gives up those who have been silent for too long.
    fn look_after(&self) {
        let (now_ms, ping) = (self.clock.now_ms(), frame::ping());
        for client in self.clients.values() {
            let silent_ms = now_ms - client.outlet.heard_ms();
            if silent_ms > GIVE_UP_AFTER_MS {
                client.dismiss(Farewell::NotHeard, Some(0));
            } else if silent_ms > ASK_AFTER_MS {
                client.outlet.send(&ping);
            }
        }
    }

    fn farewell(&self) {
        let stops = Farewell::ServerStops;
        self.clients.values().for_each(|client| client.dismiss(stops, Some(RETURN_WITHIN_MS)));
    }
}

/// What a view begins with, or goes on with.
pub fn welcome(person: &PersonId, server_ms: Moment, resumed: bool, host_clock: &HostClock) -> ServerMessage {
    ServerMessage::Welcome {
        person: person.clone(),
        server_ms,
        view: VIEW.to_owned(),
        resumed,
        ping_every_ms: PING_EVERY_MS,
        host_clock: host_clock.clone(),
    }
}

/// Waits for a moment; for ever where there is none.
async fn until(at: Option<Instant>) {
    match at {
        Some(at) => tokio::time::sleep_until(at).await,
        None => std::future::pending().await,
    }
}
