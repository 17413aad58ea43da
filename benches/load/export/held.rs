//! A conference that was held: in each session of the sample one delegation after the other is heard, with a text each, and the
//! rest of its paragraphs are changes of the speaking time. A real log keeps what the rules decided.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, anyhow, bail};
use plenary::conference::ConferencePlan;
use plenary::conference::command::Taken;
use plenary::config::report;
use plenary::log::{Log, Sqlite, Stream};
use plenary::meeting::Meeting;
use plenary::meeting::command::{Command, Context, Housekeeping, Intent};
use plenary::meeting::event::Recorded;
use plenary::meeting::procedure::presence::Presence;
use plenary::room::{self, Clock, Registry, Settings, stored};
use plenary::terms::ids::{Moment, PersonId, SessionId};
use plenary::terms::people::Role;
use serde_json::{Value, json};
use uuid::Uuid;

/// The sample conference: eight sessions, three languages.
pub const CONFERENCE: &str = include_str!("../../../conferences/gcm-arab-2021/conference.toml");
/// Requests of a delegation on a list, so that a few can fill it.
const REQUESTS_MAX: u16 = 10_000;
/// How long each speaks, in milliseconds.
const SPOKEN_MS: Moment = 20_000;

/// What was held.
pub struct Held {
    /// Sessions.
    pub sessions: usize,
    /// Turns of all of them.
    pub turns: usize,
    /// Paragraphs of all of them.
    pub paragraphs: usize,
}

/// Holds a conference of so many turns and paragraphs in a data folder.
///
/// # Errors
/// If the conference cannot be read or the data folder written.
pub async fn write(file: &Path, data: &Path, turns: u32, paragraphs: u32) -> anyhow::Result<Held> {
    let mut plan = ConferencePlan::read(file).map_err(|faults| anyhow!("{}", report(&faults)))?;
    for list in &mut plan.lists {
        list.requests_per_delegation_max = REQUESTS_MAX;
    }
    let log: Arc<dyn Log> = Arc::new(Sqlite::open(data)?);
    let begins_ms = plan.programme().map(|session| session.starts_at_ms).min().context("no session")?;
    let settings = Settings { clock: Clock::manual(begins_ms - 600_000), ..Settings::default() };
    let rooms = Registry::open(&log, |_| Some(Taken::as_filed(&plan)), &settings).await?;
    rooms.stop().await;
    let sessions: Vec<(SessionId, Moment)> =
        plan.programme().map(|session| (session.id.clone(), session.starts_at_ms)).collect();
    let mut held = Held { sessions: sessions.len(), turns: 0, paragraphs: 0 };
    for (at, (id, starts_at_ms)) in sessions.iter().enumerate() {
        // What is left, in equal shares.
        let share = |all: u32, done: usize| (all as usize).saturating_sub(done).div_ceil(sessions.len() - at);
        let (turns, paragraphs) = (share(turns, held.turns), share(paragraphs, held.paragraphs));
        let mut session =
            Session { meeting: Meeting::default(), now_ms: *starts_at_ms, happened: Vec::new() };
        room::read_session(&log, id, |recorded| session.meeting.evolve(recorded)).await?;
        let stored_seq = session.meeting.seq;
        session.hold(turns, paragraphs)?;
        let mut entries = Vec::with_capacity(session.happened.len());
        for one in &session.happened {
            entries.push(stored::encode(&log, one, one.event.tag()).await?);
        }
        log.append(&Stream::new(&format!("session/{id}"))?, stored_seq, entries).await?;
        held.turns += session.meeting.floor.turns as usize;
        held.paragraphs += session.meeting.proceedings.len() as usize;
    }
    log.close().await;
    Ok(held)
}

struct Session {
    meeting: Meeting,
    now_ms: Moment,
    happened: Vec<Recorded>,
}

impl Session {
    fn hold(&mut self, turns: usize, paragraphs: usize) -> anyhow::Result<()> {
        let charter = self.meeting.charter.clone().context("the session was not convened")?;
        let with = |role: Role| charter.people.iter().filter(move |person| person.roles.contains(&role));
        let chair = with(Role::Chair).next().context("nobody presides")?.id.clone();
        let delegates: Vec<PersonId> = with(Role::Delegate).map(|person| person.id.clone()).collect();
        for person in charter.people.iter().map(|person| person.id.clone()) {
            self.ask(&Intent::Server(Housekeeping::Presence(Presence::Arrive(person, None))), None)?;
        }
        let list = charter.lists.first().context("there is no list")?.id.clone();
        self.command(&chair, json!({"type": "open_session"}))?;
        self.command(&chair, json!({"type": "open_list", "list": list}))?;
        let languages = ["ar", "en", "fr"];
        for (turn, delegate) in (0..turns).zip(delegates.iter().cycle()) {
            let language = languages.get(turn % languages.len()).copied().unwrap_or("en");
            let request =
                json!({"type": "request_floor", "list": list, "language": language, "on_behalf_of": ""});
            self.command(delegate, request)?;
            let request = self.meeting.speakers.next().context("nobody waits")?.clone();
            let text = json!({"type": "give_text", "request": request, "language": language, "text": text(language),
                              "mark": "check_against_delivery", "official": true});
            self.command(delegate, text)?;
            self.command(&chair, json!({"type": "give_floor", "request": request, "ending": null}))?;
            self.now_ms += SPOKEN_MS;
            let turn = self.meeting.floor.turn().context("nobody speaks")?;
            self.command(&chair, json!({"type": "stop_turn", "turn": turn}))?;
        }
        for number in 0.. {
            if self.meeting.proceedings.len() as usize + 1 >= paragraphs {
                break;
            }
            self.now_ms += 1_000;
            let turn_ms = if number % 2 == 0 { 120_000 } else { 150_000 };
            let set = json!({"type": "set_speaking_time", "list": list, "turn_ms": turn_ms});
            self.command(&chair, set)?;
        }
        self.command(&chair, json!({"type": "close_session"}))
    }

    fn command(&mut self, person: &PersonId, command: Value) -> anyhow::Result<()> {
        let told = command.to_string();
        let command: Command = serde_json::from_value(command).context("a wish is no command")?;
        let key = Uuid::from_u64_pair(self.meeting.seq, self.now_ms.unsigned_abs());
        self.ask(&Intent::Participant(person.clone(), command), Some(key)).context(told)
    }

    fn ask(&mut self, intent: &Intent, key: Option<Uuid>) -> anyhow::Result<()> {
        let context = Context { now_ms: self.now_ms, next_seq: self.meeting.seq + 1, lot: 0 };
        let events = match self.meeting.decide(&context, intent) {
            Ok(events) => events,
            Err(refusal) => bail!("it was refused: {refusal}"),
        };
        for event in events {
            let (seq, at_ms, actor) = (self.meeting.seq + 1, self.now_ms, intent.actor());
            let one = Recorded { seq, at_ms, actor, conference_seq: intent.conference_seq(), key, event };
            self.meeting.evolve(&one);
            self.happened.push(one);
        }
        Ok(())
    }
}

/// Some three minutes of a statement, in four paragraphs.
fn text(language: &str) -> String {
    let sentence = match language {
        "ar" => {
            "السيدة الرئيسة، إن وفد بلادي يؤكد أهمية التعاون الدولي في مجال الهجرة الآمنة والمنظمة والنظامية. "
        }
        "fr" => {
            "Madame la Présidente, ma délégation souligne l’importance de la coopération en matière de migrations. "
        }
        _other => {
            "Madam Chair, my delegation stresses how important cooperation on safe and orderly migration is. "
        }
    };
    [sentence.repeat(5).trim_end(); 4].join("\n")
}
