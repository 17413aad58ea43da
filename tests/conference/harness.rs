//! Tells a story to a conference and to the sittings that follow it.

use std::collections::BTreeMap;
use std::path::Path;
use std::str::FromStr;

use plenary::conference::command::{Command, Housekeeping, Intent, Report, Taken};
use plenary::conference::event::Event;
use plenary::conference::refusals::{OF_ANY, is_done_when_all_is_so, refusals};
use plenary::conference::{Conference, ConferencePlan, follow, lists};
use plenary::meeting::command::{self, Actor, Context};
use plenary::meeting::event::Recorded;
use plenary::meeting::follow::Following;
use plenary::meeting::hall::chat::{Announcement, Announcements};
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::procedure::speakers::LaidDown;
use plenary::meeting::refusal::{Code, Refusal};
use plenary::meeting::statements::texts::Carried;
use plenary::meeting::{self, Meeting};
use plenary::terms::ids::{Moment, SessionId};
use serde_json::Value;

use crate::view::assert_adds_up;

/// 24 February 2021, 10:00 in Beirut: the opening's beginning. The closing's is an hour later.
pub const OPENING_MS: Moment = 1_614_153_600_000;
pub const MINUTE_MS: Moment = 60_000;

pub fn id<T: FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// The text of the small conference.
pub fn small() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small.toml")).unwrap()
}

/// The small conference, with a secretariat and an observer that the closing session has alone, and with Alice of Cedar
/// in the chair of the opening and a delegate of the closing.
pub fn two_desks() -> String {
    let alice = "delegation = \"cedar\"\nlanguage = \"en\"\nroles = { \"*\" = [\"delegate\"] }";
    let both = alice.replace("\"*\" = [\"delegate\"]", "opening = [\"chair\"], closing = [\"delegate\"]");
    let side = "\n[[people]]\nid = \"side-desk\"\nname = { en = \"Side desk\", ar = \"أمانة\" }\nlanguage = \"en\"\n\
                roles = { closing = [\"secretariat\"] }\n";
    let changed = small().replacen(alice, &both, 1) + side;
    assert_ne!(changed, small() + side, "the person is in the file");
    changed
}

pub fn plan(text: &str) -> ConferencePlan {
    ConferencePlan::from_text("small.toml", text).unwrap()
}

/// A conference as far as the story has gone, with its sittings.
#[derive(Clone, Default)]
pub struct Story {
    pub conference: Conference,
    pub sittings: BTreeMap<SessionId, Meeting>,
    /// Sittings as they were before the story, where they had a past.
    pub pasts: BTreeMap<SessionId, Meeting>,
    /// What has happened in each sitting since.
    pub logs: BTreeMap<SessionId, Vec<Recorded<meeting::event::Event>>>,
    pub log: Vec<Recorded<Event>>,
    /// Time that has passed in the sittings beside a millisecond for each event.
    passed_ms: i64,
    outcome: Option<Result<Vec<Event>, Refusal>>,
    refused: Option<Refusal>,
}

/// The conference of a file, convened.
pub fn convened(text: &str) -> Story {
    let story = Story::default();
    story.server(Housekeeping::Convene(Box::new(Taken::as_filed(&plan(text)))))
}

impl Story {
    pub fn when(self, actor: &str, command: Value) -> Self {
        let command: Command = serde_json::from_value(command).unwrap();
        self.intend(&Intent::Participant(id(actor), command))
    }

    pub fn server(self, asked: Housekeeping) -> Self {
        self.intend(&Intent::Server(asked))
    }

    /// A sitting reports how far it has come.
    pub fn phase(self, session: &str, phase: Phase) -> Self {
        self.server(Housekeeping::Report(Report { session: id(session), phase }))
    }

    pub fn intend(mut self, intent: &Intent) -> Self {
        let outcome = self.conference.decide(intent);
        if let Intent::Participant(_, command) = intent {
            assert_answered_as_told(command, &outcome);
        }
        for event in outcome.iter().flatten() {
            self.happens(event.clone(), intent.actor());
        }
        self.outcome = Some(outcome);
        self
    }

    fn happens(&mut self, event: Event, actor: Actor) {
        let seq = self.conference.seq + 1;
        let recorded = Recorded { seq, at_ms: OPENING_MS, actor, conference_seq: None, key: None, event };
        let before = self.conference.clone();
        self.conference.evolve(&recorded);
        assert_adds_up(&before, &recorded.event, &self.conference);
        assert_eq!(self.conference.broken_invariant(), None);
        let sessions: Vec<SessionId> = self.conference.sessions().cloned().collect();
        for session in sessions {
            let change = follow::change(&recorded.event, &self.conference, &session);
            let sitting = self.sittings.entry(session.clone()).or_default();
            if let Some(change) = change {
                let actor = recorded.actor.clone();
                let at_ms = OPENING_MS + self.passed_ms + i64::try_from(sitting.seq).unwrap();
                let happened = take_in_at(sitting, Following { conference_seq: seq, actor, change }, at_ms);
                self.logs.entry(session).or_default().extend(happened);
            }
        }
        self.log.push(recorded);
    }

    #[track_caller]
    pub fn then_tags(self, expected: &[&str]) -> Self {
        let events = self.outcome.as_ref().expect("somebody acts before").as_ref().expect("not refused");
        assert_eq!(events.iter().map(Event::tag).collect::<Vec<_>>(), expected);
        self
    }

    #[track_caller]
    pub fn then_refused(self, expected: &Refusal) -> Self {
        assert_eq!(self.outcome.as_ref().expect("somebody acts before").as_ref(), Err(expected));
        self
    }

    #[track_caller]
    pub fn then_code(self, expected: Code) -> Self {
        let refusal = self.outcome.as_ref().expect("somebody acts before").as_ref().expect_err("refused");
        assert_eq!(Code::from(refusal), expected);
        self
    }

    pub fn sitting(&self, session: &str) -> &Meeting {
        &self.sittings[&id::<SessionId>(session)]
    }

    /// Whether somebody takes part in a session, as its sitting has it.
    pub fn takes_part(&self, person: &str, session: &str) -> bool {
        self.sitting(session).roster.person(&id(person)).is_some()
    }

    /// The conference takes in a file that has changed.
    pub fn take_file(self, file: &ConferencePlan) -> Self {
        self.server(Housekeeping::Convene(Box::new(Taken::as_filed(file))))
    }

    /// Somebody gives a command in a sitting.
    pub fn when_in(mut self, session: &str, actor: &str, command: Value) -> Self {
        let command: command::Command = serde_json::from_value(command).unwrap();
        let intent = command::Intent::Participant(id(actor), command);
        self.refused = self.act(&id(session), &intent).err();
        self
    }

    /// A sitting decides and takes in what comes of it.
    fn act(&mut self, session: &SessionId, intent: &command::Intent) -> Result<(), Refusal> {
        let sitting = self.sittings.get_mut(session).unwrap();
        let at_ms = OPENING_MS + self.passed_ms + i64::try_from(sitting.seq).unwrap();
        let context = Context { now_ms: at_ms, next_seq: sitting.seq + 1, lot: 7 };
        for event in sitting.decide(&context, intent)? {
            let (seq, actor) = (sitting.seq + 1, intent.actor());
            let recorded = Recorded { seq, at_ms, actor, conference_seq: None, key: None, event };
            sitting.evolve(&recorded);
            self.logs.entry(session.clone()).or_default().push(recorded);
        }
        assert_eq!(sitting.broken_invariant(), None);
        Ok(())
    }

    /// Time passes in the sittings, in which nothing is done.
    pub fn after(mut self, ms: i64) -> Self {
        self.passed_ms += ms;
        self
    }

    /// The reason for which the last command in a sitting was refused, if it was.
    pub fn refused(&self) -> Option<&Refusal> {
        self.refused.as_ref()
    }

    /// Each sitting reports how far it has come, hands in what it has laid down and reads the texts that it awaits, as it
    /// does that follows, until nothing is left to do.
    pub fn settled(mut self) -> Self {
        while let Some(next) = self.next_to_settle() {
            self = match next {
                ToSettle::Conference(asked) => self.server(asked),
                ToSettle::Sitting(session, carried) => {
                    let intent = command::Intent::Server(command::Housekeeping::CarryTexts(carried));
                    self.act(&session, &intent).unwrap();
                    self
                }
            };
        }
        self
    }

    fn next_to_settle(&self) -> Option<ToSettle> {
        let known: Vec<&SessionId> = self.conference.sessions().collect();
        let sittings = || self.sittings.iter().filter(|(session, _)| known.contains(session));
        for (session, sitting) in sittings() {
            let phase = sitting.programme.phase;
            if phase != self.conference.programme.session(session).phase {
                let session = session.clone();
                return Some(ToSettle::Conference(Housekeeping::Report(Report { session, phase })));
            }
        }
        for (session, sitting) in sittings() {
            for LaidDown { number, list, folder } in sitting.speakers.laid_down.clone() {
                let laid_down = lists::LaidDown { session: session.clone(), number, list, folder };
                if self.conference.awaits(&laid_down) {
                    return Some(ToSettle::Conference(Housekeeping::Take(laid_down)));
                }
            }
            if let Some((request, from)) = sitting.speakers.texts_awaited.iter().next() {
                let texts = self.sittings[from].texts.carried_over(request).to_vec();
                let carried = Carried { request: request.clone(), texts };
                return Some(ToSettle::Sitting(session.clone(), carried));
            }
        }
        None
    }

    /// The sittings are what the conference has for them, and the conference replays to what it is.
    pub fn assert_in_step(&self) {
        let mut replayed = Conference::default();
        self.log.iter().for_each(|recorded| replayed.evolve(recorded));
        assert_eq!(replayed, self.conference);
        for (session, log) in &self.logs {
            let mut replayed = self.pasts.get(session).cloned().unwrap_or_default();
            log.iter().for_each(|recorded| replayed.evolve(recorded));
            assert!(replayed == self.sittings[session], "{session} does not replay alone to what it is");
        }
        for session in self.conference.sessions() {
            let charter = self.conference.charter(session).unwrap();
            let mut afresh = Meeting::default();
            let change = plenary::meeting::follow::Change::Charter(Box::new(charter));
            take_in(&mut afresh, Following { conference_seq: 1, actor: Actor::Server, change });
            let sitting = &self.sittings[session];
            assert_eq!(sitting.roster, afresh.roster, "{session}");
            let times = |meeting: &Meeting| {
                let planned = meeting.planned.as_ref().unwrap();
                (planned.title.clone(), planned.times)
            };
            assert_eq!(times(sitting), times(&afresh), "{session}");
            assert_eq!(sitting.schedule.version, afresh.schedule.version, "{session}");
            let stands = |stands: Option<&Announcement>| stands.map(|one| one.id.clone());
            let shown = stands(standing(&sitting.chat.of_conference));
            let now = stands(self.conference.announced_in(session));
            // Where nothing new is told, what was told before may stand.
            assert!(
                shown == now || now.is_none() && shown == stands(self.conference.announced()),
                "{session}"
            );
            for person in sitting.roster.people() {
                let version = self.conference.register.version(&person.id);
                assert_eq!(sitting.seats.version(&person.id), version, "{session}: {}", person.id);
            }
        }
    }
}

enum ToSettle {
    Conference(Housekeeping),
    Sitting(SessionId, Carried),
}

/// The announcement that is shown, if one is.
pub fn standing(announcements: &Announcements) -> Option<&Announcement> {
    announcements.iter().find(|one| one.ended_at_ms.is_none())
}

/// A sitting takes a change in, as its room has it do. Tells what happened there.
pub fn take_in(sitting: &mut Meeting, following: Following) -> Vec<Recorded<meeting::event::Event>> {
    take_in_at(sitting, following, OPENING_MS)
}

fn take_in_at(
    sitting: &mut Meeting,
    following: Following,
    at_ms: i64,
) -> Vec<Recorded<meeting::event::Event>> {
    let conference_seq = Some(following.conference_seq);
    let actor = following.actor.clone();
    let context = Context { now_ms: at_ms, next_seq: sitting.seq + 1, lot: 7 };
    let intent = command::Intent::Server(command::Housekeeping::Follow(Box::new(following)));
    let mut happened = Vec::new();
    for event in sitting.decide(&context, &intent).expect("a sitting follows") {
        let (seq, actor) = (sitting.seq + 1, actor.clone());
        let recorded = Recorded { seq, at_ms, actor, conference_seq, key: None, event };
        sitting.evolve(&recorded);
        happened.push(recorded);
    }
    assert_eq!(sitting.broken_invariant(), None);
    happened
}

/// A command is refused for a reason that its row names, and does nothing only where the table says so.
fn assert_answered_as_told(command: &Command, outcome: &Result<Vec<Event>, Refusal>) {
    match outcome {
        Err(refusal) => {
            let code = Code::from(refusal);
            let told = OF_ANY.contains(&code) || refusals(command).contains(&code);
            assert!(told, "{} was refused with {code}: add it to src/conference/refusals.rs", command.tag());
        }
        Ok(events) if events.is_empty() => assert!(is_done_when_all_is_so(command), "{}", command.tag()),
        Ok(_) => {}
    }
}
