//! What is read of a file without a fault.

use super::{SMALL, small_with};
use crate::conference::ConferencePlan;
use crate::meeting::charter::{MicrophonePolicy, SessionPlan};
use crate::meeting::procedure::speakers::ListKind;
use crate::meeting::sound::interpretation::Unstaffed;
use crate::terms::ids::SessionId;
use crate::terms::people::{Category, Position, Role};

fn small() -> ConferencePlan {
    ConferencePlan::from_text("small.toml", SMALL).expect("no fault")
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
    let conference = ConferencePlan::from_text("small.toml", &text).expect("no fault");
    let ids: Vec<&str> = conference.programme().map(|plan| plan.id.as_str()).collect();
    assert_eq!(ids, ["table", "opening"]);
}

#[test]
fn the_summer_time_of_the_zone_is_kept() {
    let times = "2021-03-28T10:00:00\nends = 2021-03-28T10:45:00";
    let text = small_with("2021-02-24T10:00:00\nends = 2021-02-24T10:45:00", times);
    let conference = ConferencePlan::from_text("small.toml", &text).expect("no fault");
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
        let conference = ConferencePlan::from_text("small.toml", &text).expect("no fault");
        assert_eq!(conference.lists.first().map(|list| list.turn_ms), Some(millis), "{written}");
    }
}

#[test]
fn the_summary_counts_what_the_file_holds() {
    let summary = "small: 2 sessions on 2 days, 3 delegations, 3 people, languages ar, en";
    assert_eq!(small().summary(), summary);
}

#[test]
fn a_booth_that_works_until_a_time_of_day_does_so_on_the_day_of_each_session() {
    let until = "[\"arabic\", \"english\"]\nuntil = \"17:45\"";
    let text = small_with("[\"arabic\", \"english\"]", until);
    let text = text
        .replace("2021-02-24T11:00:00\nends = 2021-02-24T12", "2021-03-28T11:00:00\nends = 2021-03-28T12");
    let conference = ConferencePlan::from_text("small.toml", &text).expect("no fault");
    let until = |id| {
        let charter = conference.charter(&session(id)).expect("a session");
        charter.booths.first().and_then(|booth| booth.until_ms)
    };
    // 17:45 in Beirut is 15:45 UTC in winter and 14:45 in summer.
    assert_eq!(until("opening"), Some(1_614_181_500_000));
    assert_eq!(until("table"), Some(1_616_942_700_000));
}

#[test]
fn what_is_said_of_the_sound_is_read_and_has_its_default() {
    let conference = small();
    let policies: Vec<MicrophonePolicy> = conference.programme().map(SessionPlan::microphones).collect();
    assert_eq!(policies, [MicrophonePolicy::ByTurn, MicrophonePolicy::OpenStage]);
    assert!(conference.channels.iter().all(|channel| channel.unstaffed == Unstaffed::Floor));
    assert!(conference.booths.iter().all(|booth| booth.plan.from.is_empty() && booth.until.is_none()));
    assert!(!conference.charter(&session("opening")).expect("a session").public_listening);

    let text = small_with("kind = \"plenary\"\n", "kind = \"plenary\"\nmicrophones = \"open_stage\"\n")
        .replace("kind = \"round_table\"\n", "kind = \"round_table\"\nmicrophones = \"by_turn\"\n")
        .replace("number = 2\nlanguage", "number = 2\nunstaffed = \"silence\"\nlanguage")
        .replace("outputs = [\"arabic\", \"english\"]", "outputs = [\"arabic\"]\nfrom = [\"en\"]")
        .replace("languages =", "public_listening = true\nlanguages =");
    let conference = ConferencePlan::from_text("small.toml", &text).expect("no fault");
    let policies: Vec<MicrophonePolicy> = conference.programme().map(SessionPlan::microphones).collect();
    assert_eq!(policies, [MicrophonePolicy::OpenStage, MicrophonePolicy::ByTurn]);
    let silent = conference.channels.iter().filter(|channel| channel.unstaffed == Unstaffed::Silence);
    assert_eq!(silent.map(|channel| channel.id.as_str()).collect::<Vec<_>>(), ["english"]);
    let from = conference.booths.iter().flat_map(|booth| &booth.plan.from);
    assert_eq!(from.map(|language| language.as_str()).collect::<Vec<_>>(), ["en"]);
    assert!(conference.charter(&session("opening")).expect("a session").public_listening);
}

#[test]
fn recordings_are_published_where_the_file_says_so_and_the_public_may_listen() {
    assert!(!small().public_recordings);
    let text = small_with("languages =", "public_listening = true\npublic_recordings = true\nlanguages =");
    let conference = ConferencePlan::from_text("small.toml", &text).expect("no fault");
    assert!(conference.public_recordings);
    let again = conference.to_file("").expect("a file");
    assert!(ConferencePlan::from_text("again.toml", &again).expect("no fault").public_recordings);
}

#[test]
fn two_people_write_to_each_other_only_where_the_file_says_so() {
    let opening = |conference: ConferencePlan| conference.charter(&session("opening")).expect("a session");
    assert!(!opening(small()).direct_messages);
    let text = small_with("languages =", "direct_messages = true\nlanguages =");
    assert!(opening(ConferencePlan::from_text("small.toml", &text).expect("no fault")).direct_messages);
}

#[test]
fn positions_in_a_delegation_are_read_and_none_is_none() {
    let position = |text: &str| {
        let conference = ConferencePlan::from_text("small.toml", text).expect("no fault");
        conference.people.iter().find(|person| person.id.as_str() == "delegate").expect("a person").position
    };
    assert_eq!(position(SMALL), None);
    for (word, known) in [
        ("head", Position::Head),
        ("representative", Position::Representative),
        ("alternate", Position::Alternate),
        ("adviser", Position::Adviser),
        ("expert", Position::Expert),
    ] {
        let text = small_with(
            "delegation = \"lebanon\"\n",
            &format!("delegation = \"lebanon\"\nposition = \"{word}\"\n"),
        );
        assert_eq!(position(&text), Some(known), "{word}");
    }
}
