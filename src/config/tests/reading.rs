//! What is read of a file without a fault.

use super::{Conference, SMALL, small_with};
use crate::meeting::ids::SessionId;
use crate::meeting::people::{Category, Role};
use crate::meeting::speakers::ListKind;

fn small() -> Conference {
    Conference::from_text("small.toml", SMALL).expect("no fault")
}

fn session(id: &str) -> SessionId {
    id.parse().expect("an identifier")
}

#[test]
fn local_times_become_moments_of_the_hosts_zone() {
    let conference = small();
    let opening = conference.programme().next().expect("a session");
    // 10:00 in Beirut in winter is 08:00 UTC.
    assert_eq!(opening.starts_at_ms, 1_614_153_600_000);
    assert_eq!(opening.ends_at_ms - opening.starts_at_ms, 45 * 60_000);
}

#[test]
fn the_programme_is_ordered_by_time_whatever_the_order_in_the_file() {
    let later = "2021-02-24T13:00:00\nends = 2021-02-24T13:45:00";
    let text = small_with("2021-02-24T10:00:00\nends = 2021-02-24T10:45:00", later);
    let conference = Conference::from_text("small.toml", &text).expect("no fault");
    let ids: Vec<&str> = conference.programme().map(|plan| plan.id.as_str()).collect();
    assert_eq!(ids, ["table", "opening"]);
}

#[test]
fn the_summer_time_of_the_zone_is_kept() {
    let times = "2021-03-28T10:00:00\nends = 2021-03-28T10:45:00";
    let text = small_with("2021-02-24T10:00:00\nends = 2021-02-24T10:45:00", times);
    let conference = Conference::from_text("small.toml", &text).expect("no fault");
    // 10:00 in Beirut in summer is 07:00 UTC.
    assert_eq!(conference.programme().last().map(|plan| plan.starts_at_ms), Some(1_616_914_800_000));
}

#[test]
fn a_charter_holds_the_lists_of_its_session_and_the_people_with_a_role_in_it() {
    let conference = small();
    let people = |id| -> Vec<(String, Vec<Role>)> {
        let charter = conference.charter(&session(id)).expect("a session");
        charter.people.into_iter().map(|person| (person.id.into(), person.roles)).collect()
    };
    assert_eq!(
        people("opening"),
        [
            ("president".to_owned(), vec![Role::Chair, Role::Rapporteur]),
            ("interpreter".to_owned(), vec![Role::Interpreter]),
        ]
    );
    assert_eq!(
        people("table"),
        [("president".to_owned(), vec![Role::Observer]), ("delegate".to_owned(), vec![Role::Delegate]),]
    );
    let kinds = |id| -> Vec<ListKind> {
        conference.charter(&session(id)).expect("a session").lists.iter().map(|list| list.kind).collect()
    };
    assert_eq!(kinds("opening"), [ListKind::Statements]);
    assert_eq!(kinds("table"), [ListKind::Statements, ListKind::Questions]);
}

#[test]
fn a_charter_of_no_session_is_none() {
    assert_eq!(small().charter(&session("closing")), None);
}

#[test]
fn channels_are_ordered_by_number_with_the_floor_first() {
    let numbers: Vec<u8> = small().channels.iter().map(|channel| channel.number).collect();
    assert_eq!(numbers, [0, 1, 2]);
    assert_eq!(small().channels.first().and_then(|floor| floor.language.clone()), None);
}

#[test]
fn what_is_left_out_has_its_default() {
    let conference = small();
    assert!(conference.notice.0.is_empty());
    let list = conference.lists.first().expect("a list");
    assert_eq!((list.requests_per_delegation_max, list.turn_ms), (1, 180_000));
    assert_eq!(list.turn_ms_by_category, [(Category::UnEntity, 90_000)]);
    assert_eq!(conference.lists.last().map(|list| list.requests_per_delegation_max), Some(2));
}

#[test]
fn objectives_are_ordered_by_number() {
    let numbers: Vec<u8> = small().objectives.iter().map(|objective| objective.number).collect();
    assert_eq!(numbers, [2, 5]);
}

#[test]
fn lengths_of_time_are_read_in_hours_minutes_and_seconds() {
    for (written, millis) in
        [("90 s", 90_000), ("3min", 180_000), ("1 h 30 min", 5_400_000), ("1 min 15 s", 75_000)]
    {
        let text = small_with("turn = \"3 min\"", &format!("turn = \"{written}\""));
        let conference = Conference::from_text("small.toml", &text).expect("no fault");
        assert_eq!(conference.lists.first().map(|list| list.turn_ms), Some(millis), "{written}");
    }
}

#[test]
fn the_summary_counts_what_the_file_holds() {
    let summary = "small: 2 sessions on 2 days, 3 delegations, 3 people, languages ar, en";
    assert_eq!(small().summary(), summary);
}
