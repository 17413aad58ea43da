//! Logs once written are read for ever: whole sessions of earlier versions, event by event.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use plenary::log::{Entry, Log, Memory};
use plenary::meeting::event::Recorded;
use plenary::meeting::hall::{captions, chat, panel, polls, questions, run_sheet};
use plenary::meeting::procedure::{
    floor, motions, points_of_order, presence, programme, schedule, seats, speakers,
};
use plenary::meeting::record::notes;
use plenary::meeting::sound::{help, interpretation, microphones, recording};
use plenary::meeting::statements::{prerecorded, texts};
use plenary::meeting::view::{self, Entity, Scope};
use plenary::meeting::{Meeting, undo};
use plenary::room::stored;
use plenary::terms::ids::{Moment, Seq};
use serde::Deserialize;
use serde_json::Value;
use strum::VariantNames;

/// A line of the log as it is stored.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    seq: Seq,
    at_ms: Moment,
    kind: String,
    body: Value,
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// Logs in the order in which they were written: the first version, the first with sound, the first with points of
/// order, the first with lists in full, that with all of the chat, the first with questions from the audience and a
/// stage, the first with motions, the first with polls and a run sheet, the first with seats that were changed, the first
/// with pre-recorded statements, the first with a session that was delayed, the first with a recording that was silent
/// for a while, the first with several sittings, the first with microphones that were muted, the first with a list that was
/// taken up, the first that follows a conference, the first with the list of an agenda item that comes and goes, the first with calls
/// for a technician, the first with several nodes, of which one records, the first with notes of those who keep the record, and
/// the first with
/// captions.
pub const LOGS: [&str; 21] = [
    "log-v1",
    "log-v1-sound",
    "log-v1-order",
    "log-v1-lists",
    "log-v1-chat",
    "log-v1-panel",
    "log-v1-motions",
    "log-v1-polls",
    "log-v1-seats",
    "log-v1-prerecorded",
    "log-v1-schedule",
    "log-v1-recording",
    "log-v1-sittings",
    "log-v1-muted",
    "log-v1-in-hand",
    "log-v1-followed",
    "log-v1-items",
    "log-v1-help",
    "log-v1-nodes",
    "log-v1-notes",
    "log-v1-captions",
];

/// A log, read as a room reads it. Events of this version are written again just as they were,
/// but for what is personal in them, which is read again with them.
pub fn log(name: &str) -> Vec<Recorded> {
    let text = std::fs::read_to_string(fixture(&format!("{name}.jsonl"))).unwrap();
    let blobs: Arc<dyn Log> = Arc::new(Memory::new());
    let read = async |line: &str| {
        let Stored { seq, at_ms, kind, body } = serde_json::from_str(line).unwrap();
        let entry = Entry {
            seq,
            at_ms,
            kind: kind.clone(),
            body: serde_json::to_vec(&body).unwrap().into(),
            parts: Vec::new(),
        };
        let recorded: Recorded = stored::decode(&blobs, &entry).await.unwrap();
        let again = stored::encode(&blobs, &recorded, recorded.event.tag()).await.unwrap();
        let written: Value = serde_json::from_slice(&again.body).unwrap();
        assert_eq!(again.kind, kind, "event {seq}");
        if again.parts.is_empty() {
            assert_eq!(written, body, "event {seq}");
        }
        let again = Entry { seq, at_ms, kind, body: again.body, parts: again.parts };
        assert_eq!(stored::decode(&blobs, &again).await.unwrap(), recorded, "event {seq}");
        recorded
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let mut recorded = Vec::new();
        for line in text.lines() {
            recorded.push(read(line).await);
        }
        recorded
    })
}

fn replayed(name: &str) -> Meeting {
    let mut meeting = Meeting::default();
    log(name).iter().for_each(|recorded| meeting.evolve(recorded));
    meeting
}

fn view_of(meeting: &Meeting) -> BTreeMap<String, Vec<Entity>> {
    let seats = meeting.roster.delegations().map(|seat| Scope::Delegation(seat.id.clone()));
    let people = meeting.roster.people().map(|person| Scope::Person(person.id.clone()));
    let booths = meeting.charter.iter().flat_map(|charter| &charter.booths);
    let booths = booths.map(|booth| Scope::Booth(booth.id.clone()));
    let record = (!meeting.notes.marks.is_empty()).then_some(Scope::Record);
    let shared = [Scope::Everyone, Scope::Desk, Scope::Booths, Scope::Interpreters, Scope::Technicians];
    let shared = shared.into_iter().chain(record);
    let lines = meeting.roster.delegations().map(|seat| Scope::Secretariat(seat.id.clone()));
    let lines = lines.filter(|line| !view::snapshot(meeting, line).is_empty());
    let scopes = shared.chain(booths).chain(seats).chain(lines).chain(people);
    scopes.map(|scope| (scope.to_string(), view::snapshot(meeting, &scope))).collect()
}

#[test]
fn the_logs_have_every_event_without_a_gap() {
    let logs = LOGS.map(log);
    for log in &logs {
        assert!(log.iter().map(|recorded| recorded.seq).eq(1..=log.len() as Seq));
    }
    let families = [
        programme::Event::VARIANTS,
        presence::Event::VARIANTS,
        schedule::Event::VARIANTS,
        seats::Event::VARIANTS,
        speakers::Event::VARIANTS,
        texts::Event::VARIANTS,
        prerecorded::Event::VARIANTS,
        floor::Event::VARIANTS,
        points_of_order::Event::VARIANTS,
        motions::Event::VARIANTS,
        undo::Event::VARIANTS,
        microphones::Event::VARIANTS,
        interpretation::Event::VARIANTS,
        recording::Event::VARIANTS,
        help::Event::VARIANTS,
        chat::Event::VARIANTS,
        questions::Event::VARIANTS,
        panel::Event::VARIANTS,
        polls::Event::VARIANTS,
        run_sheet::Event::VARIANTS,
        notes::Event::VARIANTS,
        captions::Event::VARIANTS,
    ];
    let expected: BTreeSet<&str> = families.into_iter().flatten().copied().collect();
    let told: BTreeSet<&str> = logs.iter().flatten().map(|recorded| recorded.event.tag()).collect();
    assert_eq!(told, expected, "a new event is told in a log of its own version");
}

#[test]
fn the_logs_replay_to_sound_meetings() {
    for name in LOGS {
        let meeting = replayed(name);
        assert_eq!(meeting.broken_invariant(), None, "{name}");
        assert_eq!(meeting.programme.phase, programme::Phase::Closed, "{name}");
    }
}

/// The view may gain what later versions show; then `UPDATE_FIXTURES=1` writes the expectation anew, and the
/// difference is to be read. The logs themselves are never written again.
#[test]
fn the_logs_show_what_they_showed() {
    for name in LOGS {
        let path = fixture(&format!("{name}.view.json"));
        let shown = view_of(&replayed(name));
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            std::fs::write(&path, serde_json::to_string_pretty(&shown).unwrap() + "\n").unwrap();
        }
        let expected: BTreeMap<String, Vec<Entity>> =
            serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(
            shown, expected,
            "run UPDATE_FIXTURES=1 cargo test fixture and read the difference of {name}"
        );
    }
}
