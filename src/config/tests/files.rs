//! Faults of the file as a whole: syntax, size, encoding, and how all faults are printed.

use std::fs;

use super::{SMALL, faults_of, small_with};
use crate::conference::ConferencePlan;
use crate::config::{FAULTS_MAX, FILE_BYTES_MAX, PEOPLE_MAX, Place, report};

#[test]
fn a_syntax_error_is_one_fault_with_its_place() {
    let faults = faults_of(&small_with("kind = \"plenary\"", "kind = \"plenary"));
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert_eq!(fault.place.map(|place| place.line), Some(28));
    assert!(fault.remedy.contains("mend the TOML"), "{fault}");
}

#[test]
fn a_key_written_twice_is_a_syntax_error_at_the_second() {
    let faults = faults_of(&small_with("kind = \"plenary\"", "kind = \"plenary\"\nkind = \"panel\""));
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert_eq!(fault.place, Some(Place { line: 29, column: 1 }));
}

#[test]
fn a_file_that_is_not_there_is_a_fault_without_a_place() {
    let directory = tempfile::tempdir().expect("a directory");
    let faults = ConferencePlan::read(&directory.path().join("none.toml")).expect_err("no such file");
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert!(fault.place.is_none() && fault.wrong.contains("cannot be read"), "{fault}");
    assert!(fault.remedy.contains("path"), "{fault}");
}

#[test]
fn a_file_is_read_from_disk_as_its_text_is() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("small.toml");
    fs::write(&path, SMALL).expect("written");
    assert_eq!(ConferencePlan::read(&path), ConferencePlan::from_text("small.toml", SMALL));
}

#[test]
fn bytes_that_are_not_utf_8_are_a_fault_with_their_place() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("small.toml");
    fs::write(&path, b"id = \"small\"\nname = \"Conf\xE9rence\"\n").expect("written");
    let faults = ConferencePlan::read(&path).expect_err("not UTF-8");
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert_eq!(fault.place, Some(Place { line: 2, column: 13 }));
    assert!(fault.remedy.contains("UTF-8"), "{fault}");
}

#[test]
fn a_file_over_the_limit_is_refused_as_a_whole() {
    let padding = usize::try_from(FILE_BYTES_MAX).expect("a size");
    let text = format!("{SMALL}\n#{}", "x".repeat(padding));
    let faults = faults_of(&text);
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert!(fault.wrong.contains("too large") && fault.remedy.contains("4 MiB"), "{fault}");
}

#[test]
fn more_people_than_the_limit_are_one_fault() {
    let text = format!("{SMALL}{}", "[[people]]\n".repeat(PEOPLE_MAX));
    let faults = faults_of(&text);
    let people: Vec<_> = faults.iter().filter(|fault| fault.field == "people").collect();
    let [fault] = people.as_slice() else { panic!("{} faults", faults.len()) };
    assert!(fault.remedy.contains("10000"), "{fault}");
}

#[test]
fn faults_past_the_limit_are_counted() {
    let text = format!("{SMALL}{}", "[[people]]\n".repeat(FAULTS_MAX));
    let faults = faults_of(&text);
    assert_eq!(faults.len(), FAULTS_MAX);
    let last = faults.last().expect("a fault");
    // Each empty entry lacks an id, a name, a language and roles.
    assert_eq!(last.wrong, format!("{} more faults are not told", 4 * FAULTS_MAX - (FAULTS_MAX - 1)));
}

#[test]
fn a_report_tells_place_field_remedy_and_counts() {
    let text = small_with("turn = \"3 min\"", "turn = 3").replace("Asia/Beirut", "Asia/Bierut");
    let mut faults = faults_of(&text);
    faults.reverse();
    let report = report(&faults);
    let lines: Vec<&str> = report.lines().collect();
    assert!(lines[0].starts_with("small.toml:2:13: time_zone: `Asia/Bierut` is no time zone"), "{report}");
    assert!(lines[1].trim().starts_with("remedy: did you mean `Asia/Beirut`?"), "{report}");
    assert!(lines[2].starts_with("small.toml:15:8: lists[0].turn: "), "{report}");
    assert_eq!(lines.last(), Some(&"2 faults in small.toml"));
}
