//! A conference as planned, written as a file: it reads back as the same, whatever was changed on screen.

use proptest::prelude::*;

use super::changes::{any_changes, changed, language, person, sample, seated, small};
use crate::conference::ConferencePlan;
use crate::conference::plan::Roles;

fn written(plan: &ConferencePlan) -> String {
    plan.to_file("Written by a test.").unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn read(text: &str) -> ConferencePlan {
    ConferencePlan::from_text("written.toml", text).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn every_file_that_comes_with_the_product_reads_back_as_the_same() {
    let new = include_str!("../../../conferences/new.toml");
    for plan in [sample(), small(), read(new)] {
        assert_eq!(read(&written(&plan)), plan);
        assert_eq!(plan.settled(), plan, "a file has no loose ends");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_the_secretariat_changed_reads_back_as_the_same(changes in any_changes()) {
        for plan in [sample(), small()] {
            let plan = changed(&plan, &changes, "screen");
            let settled = plan.settled();
            prop_assert_eq!(read(&written(&plan)), settled.clone());
            prop_assert_eq!(settled.settled(), settled);
        }
    }
}

#[test]
fn the_file_begins_with_its_heading_and_has_its_sections_in_the_order_of_the_sample() {
    let text = written(&sample());
    assert!(text.starts_with("# Written by a test.\n\nid = \"gcm-arab-2021\"\n"), "{text}");
    assert_eq!(text.matches('#').count(), 1, "no other comment");
    let mut headers: Vec<&str> = text.lines().filter(|line| line.starts_with('[')).collect();
    headers.dedup();
    let sections = [
        "lists",
        "sessions",
        "channels",
        "booths",
        "stakeholders",
        "objectives",
        "regions",
        "delegations",
        "people",
    ];
    let expected: Vec<String> = sections.iter().map(|section| format!("[[{section}]]")).collect();
    assert_eq!(headers[..1], ["[demo]"]);
    assert_eq!(headers[1..], expected);
}

#[test]
fn an_entry_is_written_as_a_person_would_write_it() {
    let text = written(&small());
    let opening = "
[[sessions]]
id = \"opening\"
title = { ar = \"افتتاح\", en = \"Opening\" }
kind = \"plenary\"
starts = 2021-02-24T10:00:00
ends = 2021-02-24T10:45:00
agenda = [
    { ar = \"بند\", en = \"Opening statements\" },
]
lists = [\"statements\"]
";
    assert!(text.contains(opening), "{text}");
    assert!(text.contains("\nroles = { \"*\" = [\"interpreter\"], table = [] }\n"), "{text}");
    assert!(text.contains("\nturn_by_category = { un_entity = \"1 min 30 s\" }\n"), "{text}");
}

#[test]
fn a_heading_of_several_lines_is_one_comment() {
    let text = small().to_file("One\nid = \"two\"").expect("no fault");
    assert!(text.starts_with("# One id = \"two\"\n"), "{text}");
}

#[test]
fn a_session_moved_to_another_day_makes_it_a_day_of_the_conference() {
    let mut plan = small();
    let last = plan.sessions.last_mut().expect("a session");
    last.plan.starts_at_ms += 86_400_000;
    last.plan.ends_at_ms += 86_400_000;
    let days: Vec<String> = read(&written(&plan)).days.iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2021-02-24", "2021-02-25", "2021-03-28"]);
}

#[test]
fn an_hour_that_comes_twice_is_written_with_its_offset() {
    let mut plan = small();
    let session = &mut plan.sessions.last_mut().expect("a session").plan;
    // In Beirut the clocks went back from midnight to 23:00 on 30 October 2021, at 21:00 UTC.
    let back_ms = 1_635_627_600_000;
    (session.starts_at_ms, session.ends_at_ms) = (back_ms - 1_800_000, back_ms + 600_000);
    let text = written(&plan);
    assert!(
        text.contains("\nstarts = 2021-10-30T23:30:00+03:00\nends = 2021-10-30T23:10:00+02:00\n"),
        "{text}"
    );
    assert_eq!(read(&text), plan.settled());
    let other = text.replace("23:10:00+02:00", "23:10:00+01:00");
    let faults = ConferencePlan::from_text("other.toml", &other).expect_err("another offset");
    assert!(faults[0].remedy.contains("write +03:00 behind it for the first"), "{faults:#?}");
    let none = text.replace("23:10:00+02:00", "23:10:00");
    let faults = ConferencePlan::from_text("none.toml", &none).expect_err("no offset");
    assert!(faults[0].wrong.contains("comes twice"), "{faults:#?}");
}

#[test]
fn what_points_to_somebody_withdrawn_is_left_out() {
    let mut plan = sample();
    let gone = plan.demo_links[0].clone();
    let panel = plan.sessions.iter().flat_map(|session| &session.plan.run_sheet);
    let speaker = panel.filter_map(|item| item.person.clone()).next().expect("a speaker");
    plan.people.retain(|person| person.id != gone && person.id != speaker);
    let read = read(&written(&plan));
    assert!(!read.demo_links.contains(&gone));
    assert_eq!(read.demo_links.len(), plan.demo_links.len() - 1);
    let items = |plan: &ConferencePlan| -> usize {
        plan.sessions.iter().map(|session| session.plan.run_sheet.len()).sum()
    };
    assert_eq!(items(&read), items(&plan), "the item itself stays");
}

#[test]
fn a_name_in_some_of_the_languages_is_kept_as_it_is_and_noted_as_odd() {
    let mut plan = small();
    let person = seated(&plan, "screen-1");
    plan.people.push(person);
    let read = read(&written(&plan));
    assert_eq!(read, plan);
    let notes = read.oddities();
    assert!(
        notes.iter().any(|note| note.starts_with("the person `screen-1` has no name in ar")),
        "{notes:#?}"
    );
    plan.people.last_mut().expect("a person").name.0.clear();
    assert!(plan.check().is_err(), "a name in no language is none");
}

#[test]
fn whoever_is_in_no_session_any_more_stays_in_the_file_and_is_noted_as_odd() {
    let mut plan = small();
    plan.sessions.retain(|session| session.plan.id.as_str() != "table");
    let text = written(&plan);
    assert!(text.contains("\nroles = { \"*\" = [] }\n"), "{text}");
    let read = read(&text);
    assert_eq!(person(&mut plan.settled(), "delegate").roles, Roles::default());
    let notes = read.oddities();
    assert!(notes.iter().any(|note| note.starts_with("the person `delegate` has no role")), "{notes:#?}");
}

#[test]
fn texts_with_quotes_and_several_lines_are_kept() {
    let mut plan = small();
    for tag in ["ar", "en"] {
        plan.notice.0.insert(language(tag), "The \"hours\" are\nillustrative \\ 'really'".to_owned());
    }
    assert_eq!(read(&written(&plan)), plan);
}

#[test]
fn what_no_file_can_say_is_told_with_the_id_of_its_entry() {
    let mut plan = small();
    plan.sessions[1].plan.starts_at_ms = plan.sessions[0].plan.starts_at_ms + 60_000;
    let faults = plan.check().expect_err("two sessions at once");
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert_eq!((fault.place, fault.field.as_str()), (None, "sessions[id=table].starts"));
    assert!(fault.wrong.contains("before the session `opening` ends"), "{fault}");

    let mut plan = small();
    plan.booths[0].until = Some(jiff::civil::time(17, 45, 30, 0));
    let faults = plan.check().expect_err("a file has no seconds there");
    assert!(faults[0].wrong.contains("booths[id=arabic-booth].until"), "{faults:#?}");
}
