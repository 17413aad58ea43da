//! Keeps the table of why each command can be refused, from both sides.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::sync::Mutex;

use plenary::meeting::refusal::{Code, OF_ANY, Refusal};
use plenary::wire::command::Command;
use serde_json::Value;

/// Where a run of the stories is to write which refusals it meets: a tag and a code in each line.
const MET: &str = "PLENARY_TEST_REFUSALS_MET";
/// What is written in the place of a code where a command was done and changed nothing.
const NOTHING: &str = "nothing";

/// What this run has written down.
static FIRST_TIME: Mutex<BTreeSet<(&str, Option<Code>)>> = Mutex::new(BTreeSet::new());

/// What no story here meets, and where it is met instead.
const MET_ELSEWHERE: &[(&str, Code)] = &[
    // Its plan is on the day of the stories: tests/server/schedule.rs.
    ("open_session", Code::OtherDay),
];

/// What is in the table and no story need meet yet: bounds of very many acts, and some that come of two things at once. By
/// reading, each can be met. Whoever tells one takes its line away.
const NOT_YET_TOLD: &[(&str, &str)] = &[
    ("accept_handover", "absent"),
    ("add_item", "full"),
    ("add_request", "not_repliable"),
    ("add_request", "share_full"),
    ("ask_for_hands", "full"),
    ("carry_by_consent", "floor_taken"),
    ("move_motion", "full"),
    ("name_turn_speaker", "already_live"),
    ("open_poll", "full"),
    ("play_prerecorded", "motion_not_taken_up"),
    ("promote_question", "full"),
    ("promote_question", "share_full"),
    ("raise_point_of_order", "full"),
    ("speak_on_motion", "full"),
    ("speak_on_motion", "share_full"),
];

/// Looks at what became of a command, and whether anything happened: it is refused for a reason that its row names, and does
/// nothing only where the table says so. Tells what is to be added to the table where it does not.
pub fn fault(command: &Command, happened: &Result<bool, Refusal>) -> Option<String> {
    let tag = command.tag();
    let (met, told) = match happened {
        Err(refusal) => {
            let code = Code::from(refusal);
            (Some(code), OF_ANY.contains(&code) || command.refusals().contains(&code))
        }
        Ok(false) => (None, command.is_done_when_all_is_so()),
        Ok(true) => return None,
    };
    if let Some(file) = std::env::var_os(MET)
        && FIRST_TIME.lock().unwrap().insert((tag, met))
    {
        let met = met.map_or_else(|| NOTHING.to_owned(), |code| code.to_string());
        // One short line at a time, so that those of several stories do not mix.
        let mut file = OpenOptions::new().append(true).create(true).open(file).unwrap();
        file.write_all(format!("{tag} {met}\n").as_bytes()).unwrap();
    }
    if told {
        return None;
    }
    let untold = met.map_or_else(
        || format!("{tag} changed nothing: name it in is_done_when_all_is_so of its commands.rs"),
        |code| {
            format!("{tag} was refused with {code}: add C::{code:?} to its row in its commands.rs or in src/conference/refusals.rs")
        },
    );
    Some(untold + ", then run `UPDATE_PROTO=1 cargo test contract`")
}

/// The examples of commands in the protocol: of every tag at least one.
pub fn examples() -> Vec<Value> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("proto/examples");
    let files = std::fs::read_dir(examples).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("command.")).collect();
    files.sort();
    files.iter().map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
}

#[test]
fn each_refusal_that_the_table_names_is_met_by_a_story() {
    let folder = tempfile::tempdir().unwrap();
    let met = folder.path().join("met");
    // The stories are run once more, by a process that writes down what they meet.
    let stories = Process::new(std::env::current_exe().unwrap())
        .args([
            "--skip",
            "refusals::",
            "--skip",
            "properties::",
            "--skip",
            "lists_model::",
            "--skip",
            "fixture::",
        ])
        .env(MET, &met)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    stories.unwrap();
    let met = std::fs::read_to_string(met).unwrap();
    let met: BTreeSet<&str> = met.lines().collect();
    let read = |example: Value| serde_json::from_value::<Command>(example).unwrap();
    // Those of the conference are told in tests/conference.
    let commands = examples().into_iter().map(read).filter(|command| matches!(command, Command::Meeting(_)));
    let commands: Vec<Command> = commands.collect();
    let named = commands.iter().flat_map(|command| {
        let codes = command.refusals().iter();
        let codes = codes.filter(|code| !MET_ELSEWHERE.contains(&(command.tag(), **code)));
        let nothing = command.is_done_when_all_is_so().then(|| NOTHING.to_owned());
        let met = codes.map(Code::to_string).chain(nothing);
        let told = met.filter(|met| !NOT_YET_TOLD.contains(&(command.tag(), met.as_str())));
        told.map(|met| format!("{} {met}", command.tag()))
    });
    let named: BTreeSet<String> = named.collect();
    let unmet: Vec<&String> = named.iter().filter(|named| !met.contains(named.as_str())).collect();
    let told = NOT_YET_TOLD.iter().map(|(tag, code)| format!("{tag} {code}"));
    let told: Vec<String> = told.filter(|told| met.contains(told.as_str())).collect();
    assert!(told.is_empty(), "a story meets these: take their lines away from NOT_YET_TOLD. {told:#?}");
    assert!(
        unmet.is_empty(),
        "a commands.rs names what no story meets: tell one in tests/meeting, or take it from its \
         row. {unmet:#?}"
    );
}
