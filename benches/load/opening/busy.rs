//! A busy session of many events: people ask, the rules decide, and a real log keeps what comes of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Context as _;
use plenary::log::{Log, Sqlite, Stream};
use plenary::meeting::Meeting;
use plenary::meeting::charter::Charter;
use plenary::meeting::command::{Actor, Command, Context, Housekeeping, Intent};
use plenary::meeting::event::Recorded;
use plenary::meeting::follow::{Change, Following};
use plenary::meeting::procedure::presence::Presence;
use plenary::meeting::sound::microphones::Reported;
use plenary::room::stored;
use plenary::terms::ids::{Moment, PersonId};
use plenary::terms::people::Role;
use serde_json::{Value, json};
use uuid::Uuid;

/// Events stored at once.
const APPENDED_MAX: usize = 1_024;
/// Time between two wishes, in milliseconds.
const BETWEEN_MS: Moment = 700;
/// When the session begins.
const BEGINS_MS: Moment = 1_768_471_200_000;
/// Most ballots of a poll before it is closed.
const BALLOTS_MAX: usize = 300;
const WORDS: [&str; 16] = [
    "the",
    "delegation",
    "thanks",
    "Madam",
    "Chair",
    "for",
    "paragraph",
    "amendment",
    "support",
    "regional",
    "migration",
    "we",
    "would",
    "like",
    "to",
    "add",
];

/// Writes so many events after the session was convened, and tells how many there are of each kind.
pub async fn write(
    log: &Sqlite,
    stream: &Stream,
    charter: Charter,
    events: usize,
) -> anyhow::Result<BTreeMap<&'static str, usize>> {
    let shared: Arc<dyn Log> = Arc::new(log.clone());
    let mut session = Session::convened(charter);
    let (mut kinds, mut stored_seq) = (BTreeMap::new(), 0);
    while stored_seq < events as u64 {
        while session.happened.len() < APPENDED_MAX.min(events - usize::try_from(stored_seq)?) {
            session.go_on()?;
        }
        let mut entries = Vec::with_capacity(session.happened.len());
        for one in session.happened.drain(..) {
            *kinds.entry(one.event.tag()).or_default() += 1;
            entries.push(stored::encode(&shared, &one, one.event.tag()).await?);
        }
        stored_seq = log.append(stream, stored_seq, entries).await?;
    }
    Ok(kinds)
}

struct Session {
    meeting: Meeting,
    now_ms: Moment,
    drawn: u64,
    people: Vec<PersonId>,
    delegates: Vec<PersonId>,
    chair: Option<PersonId>,
    /// Decided and not stored yet.
    happened: Vec<Recorded>,
}

impl Session {
    /// Everybody has come, the session and its list are open.
    fn convened(charter: Charter) -> Self {
        let of = |role: Role| charter.people.iter().filter(move |one| one.roles.contains(&role));
        let people: Vec<PersonId> = charter.people.iter().map(|one| one.id.clone()).collect();
        let mut session = Self {
            meeting: Meeting::default(),
            now_ms: BEGINS_MS,
            drawn: 7,
            delegates: of(Role::Delegate).map(|one| one.id.clone()).collect(),
            chair: of(Role::Chair).map(|one| one.id.clone()).next(),
            people: people.clone(),
            happened: Vec::new(),
        };
        let change = Change::Charter(Box::new(charter));
        let convene = Following { conference_seq: 1, actor: Actor::Server, change };
        session.ask(&Intent::Server(Housekeeping::Follow(Box::new(convene))), None);
        for person in people {
            session.ask(&Intent::Server(Housekeeping::Presence(Presence::Arrive(person, None))), None);
        }
        session
    }

    /// A number below `end`, the same at every run (SplitMix64).
    fn below(&mut self, end: usize) -> usize {
        self.drawn = self.drawn.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.drawn;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % (end.max(1) as u64)).unwrap_or(0)
    }

    fn one_of(&mut self, of: fn(&Self) -> &[PersonId]) -> Option<PersonId> {
        let at = self.below(of(self).len());
        of(self).get(at).cloned()
    }

    /// Decides; what is refused has not happened.
    fn ask(&mut self, intent: &Intent, key: Option<Uuid>) {
        let lot = u32::try_from(self.below(1 << 31)).unwrap_or(0);
        let context = Context { now_ms: self.now_ms, next_seq: self.meeting.seq + 1, lot };
        let Ok(events) = self.meeting.decide(&context, intent) else { return };
        for event in events {
            let seq = self.meeting.seq + 1;
            let (at_ms, actor, conference_seq) = (self.now_ms, intent.actor(), intent.conference_seq());
            let one = Recorded { seq, at_ms, actor, conference_seq, key, event };
            self.meeting.evolve(&one);
            self.happened.push(one);
        }
    }

    fn command(&mut self, person: Option<PersonId>, command: Value) -> anyhow::Result<()> {
        let key = Uuid::from_u64_pair(self.below(1 << 62) as u64, self.below(1 << 62) as u64);
        let command: Command = serde_json::from_value(command).context("a wish is no command")?;
        self.ask(&Intent::Participant(person.context("nobody is there")?, command), Some(key));
        Ok(())
    }

    /// Time goes on, and somebody wishes something: of a hundred wishes half are messages.
    fn go_on(&mut self) -> anyhow::Result<()> {
        self.now_ms += BETWEEN_MS;
        while let Some((_, timer)) = self.meeting.next_timer().filter(|(at_ms, _)| *at_ms <= self.now_ms) {
            self.ask(&Intent::Server(timer), None);
        }
        let anybody = self.one_of(|session| &session.people);
        let delegate = self.one_of(|session| &session.delegates);
        match self.below(100) {
            0..50 => {
                let text = self.text();
                self.command(
                    anybody,
                    json!({"type": "send_message", "room": "main", "language": "en", "text": text}),
                )
            }
            50..62 => {
                let channel = if self.below(2) == 0 { "floor" } else { "en" };
                self.command(anybody, json!({"type": "choose_channel", "channel": channel}))
            }
            62..74 => {
                self.come_or_go(anybody);
                Ok(())
            }
            74..84 => self.microphone(delegate),
            84..89 => {
                let asked = json!({"type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": ""});
                self.command(delegate, asked)
            }
            89..95 => self.desk(),
            _rest => self.poll(anybody),
        }
    }

    fn text(&mut self) -> String {
        let words: Vec<&str> = (0..3 + self.below(22))
            .map(|_| self.below(WORDS.len()))
            .collect::<Vec<_>>()
            .into_iter()
            .filter_map(|at| WORDS.get(at).copied())
            .collect();
        words.join(" ")
    }

    fn come_or_go(&mut self, person: Option<PersonId>) {
        let Some(person) = person else { return };
        let present = self.meeting.presence.present.contains_key(&person);
        let reported = if present { Presence::Leave(person, None) } else { Presence::Arrive(person, None) };
        self.ask(&Intent::Server(Housekeeping::Presence(reported)), None);
    }

    fn microphone(&mut self, delegate: Option<PersonId>) -> anyhow::Result<()> {
        match self.below(4) {
            0 => {
                let agrees = self.below(4) > 0;
                self.command(delegate, json!({"type": "agree_to_microphone", "agrees": agrees}))
            }
            1 => {
                let act = if self.below(2) == 0 { "mute_microphone" } else { "unmute_microphone" };
                self.command(delegate, json!({"type": act}))
            }
            _rest => {
                let person = delegate.context("nobody is there")?;
                let connected = !self.meeting.microphones.connected.contains_key(&person);
                self.ask(
                    &Intent::Server(Housekeeping::Microphone(Reported { person, connected, node: None })),
                    None,
                );
                Ok(())
            }
        }
    }

    /// The chair opens what is to be open, and gives the floor from one to the next.
    fn desk(&mut self) -> anyhow::Result<()> {
        let chair = self.chair.clone();
        if self.meeting.seq < 2_000 {
            self.command(chair.clone(), json!({"type": "open_session"}))?;
            self.command(chair.clone(), json!({"type": "open_list", "list": "statements"}))?;
        }
        let turn = self.meeting.floor.turn().map(|turn| turn.to_string());
        let next = self.meeting.speakers.next().map(ToString::to_string);
        match (self.below(5), turn, next) {
            (0, Some(turn), _) => {
                self.command(chair, json!({"type": "extend_turn", "turn": turn, "by_ms": 30_000}))
            }
            (1, Some(turn), _) => self.command(chair, json!({"type": "stop_turn", "turn": turn})),
            (_, turn, Some(next)) => {
                self.command(chair, json!({"type": "give_floor", "request": next, "ending": turn}))
            }
            (_, _, None) => Ok(()),
        }
    }

    fn poll(&mut self, anybody: Option<PersonId>) -> anyhow::Result<()> {
        let chair = self.chair.clone();
        let open = self.meeting.polls.open().map(|entry| (entry.poll.id.to_string(), entry.ballots.len()));
        match open {
            None => self.command(
                chair,
                json!({"type": "open_poll", "question": {"en": "Which first?"}, "choices_max": 1, "named": false,
                       "options": [{"en": "Data"}, {"en": "Pathways"}], "entitled": "everyone", "live": true,
                       "limit_ms": null}),
            ),
            Some((poll, ballots)) if ballots >= BALLOTS_MAX => {
                self.command(chair, json!({"type": "close_poll", "poll": poll}))
            }
            Some((poll, _)) => {
                let choice = self.below(2);
                self.command(anybody, json!({"type": "cast_ballot", "poll": poll, "choices": [choice], "change": true}))
            }
        }
    }
}
