//! `plenary export`, as it is run: a folder or one file, whole or not at all, and nothing written over.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use plenary::conference::ConferencePlan;
use plenary::conference::command::Taken;
use plenary::log::{Log, Sqlite};
use plenary::room::{Clock, Registry, Settings};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/small.toml");

fn plan() -> ConferencePlan {
    ConferencePlan::read(Path::new(FILE)).unwrap()
}

/// A data folder in which a conference was convened, with a recording.
fn data() -> TempDir {
    let data = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let log: Arc<dyn Log> = Arc::new(Sqlite::open(data.path()).unwrap());
        let settings = Settings { clock: Clock::manual(1_614_153_600_000), ..Settings::default() };
        let rooms = Registry::open(&log, |_| Some(Taken::as_filed(&plan())), &settings).await.unwrap();
        rooms.stop().await;
        log.close().await;
    });
    let recording = data.path().join("recordings").join(session()).join("2021-02-24T08-00-00.000Z");
    std::fs::create_dir_all(&recording).unwrap();
    std::fs::write(recording.join("floor.ogg"), b"OggS, more or less").unwrap();
    data
}

fn session() -> String {
    plan().programme().next().unwrap().id.to_string()
}

fn export(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_plenary"))
        .arg("export")
        .arg("--data")
        .arg(data)
        .arg("--conference")
        .arg(FILE)
        .args(arguments)
        .output()
        .unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn files(folder: &Path, below: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, below, found);
        } else {
            found.insert(path.strip_prefix(below).unwrap().to_owned());
        }
    }
}

#[test]
fn a_folder_holds_everything_with_its_checksums() {
    let data = data();
    let out = data.path().join("record");
    let output = export(data.path(), &["--out", out.to_str().unwrap(), "--chat"]);
    assert!(output.status.success(), "{}", told(&output));
    let mut found = BTreeSet::new();
    files(&out, &out, &mut found);
    let manifest = std::fs::read_to_string(out.join("manifest.sha256")).unwrap();
    let mut listed = BTreeSet::from([PathBuf::from("manifest.sha256")]);
    for line in manifest.lines() {
        let (sum, path) = line.split_once("  ").unwrap();
        let bytes = std::fs::read(out.join(path)).unwrap();
        let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, sum, "{path}");
        listed.insert(path.into());
    }
    assert_eq!(listed, found);
    let session = session();
    for path in [
        "index.html".to_owned(),
        "report.en.docx".to_owned(),
        format!("sessions/{session}/log.en.akn.xml"),
        format!("sessions/{session}/chat.en.csv"),
        format!("recordings/{session}/2021-02-24T08-00-00.000Z/floor.ogg"),
    ] {
        assert!(found.contains(Path::new(&path)), "{path} is not there");
    }
    let index = std::fs::read_to_string(out.join("index.html")).unwrap();
    for path in
        found.iter().filter(|path| !["index.html", "manifest.sha256"].contains(&path.to_str().unwrap()))
    {
        assert!(
            index.contains(&format!("href=\"{}\"", path.display())),
            "{} is not in the index",
            path.display()
        );
    }
}

#[test]
fn one_file_holds_what_is_asked_for_and_no_more() {
    let data = data();
    let out = data.path().join("record.tar");
    let session = session();
    let arguments = [
        "--out",
        out.to_str().unwrap(),
        "--session",
        &session,
        "--format",
        "csv,json",
        "--language",
        "en",
        "--no-recordings",
    ];
    let output = export(data.path(), &arguments);
    assert!(output.status.success(), "{}", told(&output));
    let mut archive = tar::Archive::new(std::fs::File::open(&out).unwrap());
    let paths: BTreeSet<String> = archive
        .entries()
        .unwrap()
        .map(|entry| entry.unwrap().path().unwrap().to_string_lossy().into_owned())
        .collect();
    let of_session = |name: &str| format!("sessions/{session}/{name}");
    let expected = [
        "index.html".to_owned(),
        "manifest.sha256".to_owned(),
        of_session("attendance.en.csv"),
        of_session("attendance.en.json"),
        of_session("log.en.csv"),
        of_session("log.en.json"),
        of_session("speakers.en.csv"),
        of_session("speakers.en.json"),
    ];
    assert_eq!(paths, expected.into());
}

#[test]
fn what_is_there_is_left_as_it_is_and_what_is_wrong_is_told() {
    let data = data();
    let out = data.path().join("mine");
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("letter.txt"), "mine").unwrap();
    for arguments in [
        vec!["--out", out.to_str().unwrap()],
        vec!["--out", "/nowhere/at/all"],
        vec!["--out", "x.tar", "--format", "pdf"],
        vec!["--out", "x.tar", "--language", "de"],
        vec!["--out", "x.tar", "--session", "nobody-held-it"],
    ] {
        let output = export(data.path(), &arguments);
        assert!(!output.status.success(), "{arguments:?}");
        assert!(told(&output).contains("--"), "it names the option: {}", told(&output));
    }
    assert_eq!(std::fs::read_to_string(out.join("letter.txt")).unwrap(), "mine");
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 1);
    assert!(!Path::new("x.tar").exists());
    let hidden = std::fs::read_dir(data.path())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with(".plenary-export"));
    assert_eq!(hidden.count(), 0, "nothing is left half done");
}
