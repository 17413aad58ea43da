//! A changed file meets what the secretariat has changed meanwhile.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::changes::{any_changes, changed, language, person, sample, seated, small};
use crate::conference::ConferencePlan;
use crate::conference::compare::{Changed, Merged, Prefer, differences, merged};
use crate::terms::people::Rank;

fn met(base: &ConferencePlan, file: &ConferencePlan, live: &ConferencePlan) -> Merged {
    merged(base, file, live, Prefer::Live).expect("a plan")
}

fn told<T: ToString>(items: &[T]) -> Vec<String> {
    items.iter().map(ToString::to_string).collect()
}

fn changes(before: &ConferencePlan, after: &ConferencePlan) -> Vec<Changed> {
    differences(before, after).expect("plans")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_only_one_side_changed_is_taken_and_what_both_did_alike_is_nothing_new(made in any_changes()) {
        let base = sample();
        let other = changed(&base, &made, "other");
        let by_file = met(&base, &other, &base);
        prop_assert_eq!((&by_file.plan, &by_file.file, by_file.conflicts.len()), (&other, &other, 0));
        prop_assert_eq!(by_file.changed.is_empty(), base == other);
        let nothing = |plan, file| Merged { plan, file, conflicts: Vec::new(), changed: Vec::new() };
        prop_assert_eq!(met(&base, &base, &other), nothing(other.clone(), base.clone()));
        prop_assert_eq!(met(&base, &other, &other), nothing(other.clone(), other.clone()));
    }

    #[test]
    fn a_conflict_is_where_both_changed_otherwise_and_nowhere_else(
        by_file in any_changes(),
        by_live in any_changes(),
    ) {
        let base = sample();
        let (file, live) = (changed(&base, &by_file, "file"), changed(&base, &by_live, "screen"));
        let (of_file, of_live) = (changes(&base, &file), changes(&base, &live));
        // An entry that one side took out, and a field of it that the other changed, are both about the entry.
        let within = |inner: &Changed, outer: &Changed| {
            outer.after.is_none() && inner.place.starts_with(&format!("{}.", outer.place))
        };
        let mut expected = BTreeSet::new();
        for (one, other) in of_file.iter().flat_map(|one| of_live.iter().map(move |other| (one, other))) {
            let same_field = one.place == other.place && one.after != other.after;
            if same_field || within(one, other) {
                expected.insert(other.place.clone());
            } else if within(other, one) {
                expected.insert(one.place.clone());
            }
        }
        for prefer in [Prefer::Live, Prefer::File] {
            let merged = merged(&base, &file, &live, prefer).expect("a plan");
            let places: BTreeSet<String> = merged.conflicts.iter().map(|of| of.place.clone()).collect();
            prop_assert_eq!(&places, &expected);
            // What differs from one side is what the other changed, or a conflict that went its way.
            let taken = if prefer == Prefer::Live { &live } else { &file };
            let differing: BTreeSet<String> =
                changes(taken, &merged.plan).into_iter().map(|of| of.place).collect();
            prop_assert!(differing.is_disjoint(&expected), "{:?} {:?}", differing, expected);
            prop_assert_eq!(
                changes(&live, &merged.plan).len(),
                merged.changed.len(),
                "all is told that changes what is in force"
            );
            // The next start tells what was not taken, and nothing else.
            let next = met(&merged.file, &file, &merged.plan);
            let told: BTreeSet<String> = next.conflicts.into_iter().map(|of| of.place).collect();
            let left = if prefer == Prefer::Live { expected.clone() } else { BTreeSet::new() };
            prop_assert_eq!((told, next.changed.len()), (left, 0));
        }
    }
}

#[test]
fn a_name_corrected_in_the_file_and_a_rank_changed_on_screen_both_hold() {
    let base = small();
    let (mut file, mut live) = (base.clone(), base.clone());
    person(&mut file, "delegate").name.0.insert(language("en"), "Ms. New".to_owned());
    person(&mut live, "delegate").rank = Some(Rank::Minister);
    person(&mut live, "delegate").name.0.insert(language("ar"), "جديدة".to_owned());
    let mut merged = met(&base, &file, &live);
    assert!(merged.conflicts.is_empty());
    assert_eq!(told(&merged.changed), ["people[id=delegate].name.en: The Delegate → Ms. New"]);
    let person = person(&mut merged.plan, "delegate");
    assert_eq!(person.rank, Some(Rank::Minister));
    assert_eq!(person.name.0.values().collect::<Vec<_>>(), ["جديدة", "Ms. New"]);
}

#[test]
fn a_field_changed_on_both_sides_stays_the_secretariats_unless_the_file_is_to_be_taken() {
    let base = small();
    let (mut file, mut live) = (base.clone(), base.clone());
    person(&mut file, "delegate").rank = Some(Rank::HeadOfState);
    person(&mut live, "delegate").rank = Some(Rank::Minister);
    let mut kept = met(&base, &file, &live);
    assert_eq!(
        told(&kept.conflicts),
        [
            "people[id=delegate].rank: the file now says “head_of_state” and the secretariat has set “minister”: \
             what the secretariat did stays; to take the file's, start with --take-file"
        ]
    );
    assert!(kept.changed.is_empty());
    assert_eq!(person(&mut kept.plan, "delegate").rank, Some(Rank::Minister));

    let mut taken = merged(&base, &file, &live, Prefer::File).expect("a plan");
    assert_eq!(
        told(&taken.conflicts),
        [
            "people[id=delegate].rank: the file now says “head_of_state” and the secretariat has set “minister”: \
             the file's is taken, as --take-file asks"
        ]
    );
    assert_eq!(told(&taken.changed), ["people[id=delegate].rank: minister → head_of_state"]);
    assert_eq!(person(&mut taken.plan, "delegate").rank, Some(Rank::HeadOfState));
}

#[test]
fn the_same_change_on_both_sides_is_not_worth_a_word() {
    let base = small();
    let mut both = base.clone();
    both.sessions[0].plan.ends_at_ms += 300_000;
    let merged = met(&base, &both, &both);
    assert_eq!((merged.conflicts.len(), merged.changed.len(), merged.plan), (0, 0, both));
}

#[test]
fn whoever_was_withdrawn_stays_out_though_the_file_has_changed_them() {
    let base = small();
    let (mut file, mut live) = (base.clone(), base.clone());
    person(&mut file, "delegate").function.0.insert(language("en"), "Deputy".to_owned());
    live.people.retain(|person| person.id.as_str() != "delegate");
    let kept = met(&base, &file, &live);
    assert_eq!(kept.plan, live);
    assert_eq!(
        told(&kept.conflicts),
        ["people[id=delegate]: the file now says “The Delegate” and the secretariat has taken it out: \
             what the secretariat did stays; to take the file's, start with --take-file"]
    );
    let taken = merged(&base, &file, &live, Prefer::File).expect("a plan");
    assert_eq!(told(&taken.changed), ["people[id=delegate]: added: The Delegate"]);
    assert_eq!(changes(&file, &taken.plan), [], "all are there again");
}

#[test]
fn whom_the_file_no_longer_has_stays_where_the_secretariat_has_changed_them() {
    let base = small();
    let (mut file, mut live) = (base.clone(), base.clone());
    file.people.retain(|person| person.id.as_str() != "delegate");
    person(&mut live, "delegate").rank = Some(Rank::Minister);
    let kept = met(&base, &file, &live);
    let [conflict] = kept.conflicts.as_slice() else { panic!("{:#?}", kept.conflicts) };
    assert!(
        conflict
            .to_string()
            .starts_with("people[id=delegate]: the file no longer has it and the secretariat has set"),
        "{conflict}"
    );
    assert_eq!(changes(&live, &kept.plan), []);
    let taken = merged(&base, &file, &live, Prefer::File).expect("a plan");
    assert_eq!(told(&taken.changed), ["people[id=delegate]: taken out: The Delegate"]);
    assert_eq!(taken.plan, file);
}

#[test]
fn people_stand_as_in_the_file_and_those_seated_on_screen_behind() {
    let base = small();
    let (mut file, mut live) = (base.clone(), base.clone());
    let (from_file, from_screen) = (seated(&base, "from-file"), seated(&base, "from-screen"));
    file.people.insert(0, from_file);
    file.people.swap(1, 2);
    live.people.push(from_screen);
    let people: Vec<String> =
        met(&base, &file, &live).plan.people.into_iter().map(|person| person.id.into()).collect();
    assert_eq!(people, ["from-file", "delegate", "president", "interpreter", "from-screen"]);
}

#[test]
fn a_session_moved_on_screen_takes_its_new_title_from_the_file_and_times_are_told_in_the_hosts_hours() {
    let base = small();
    let (mut file, mut live) = (base.clone(), base.clone());
    file.sessions[1].plan.title.0.insert(language("en"), "Second table".to_owned());
    file.sessions[1].plan.starts_at_ms += 600_000;
    live.sessions[1].plan.starts_at_ms += 1_200_000;
    file.lists[0].turn_ms = 240_000;
    let merged = met(&base, &file, &live);
    assert_eq!(
        told(&merged.changed),
        [
            "lists[id=statements].turn: 3 min → 4 min",
            "sessions[id=table].title.en: Round table → Second table",
        ]
    );
    let [conflict] = merged.conflicts.as_slice() else { panic!("{:#?}", merged.conflicts) };
    assert!(
        conflict.to_string().starts_with(
            "sessions[id=table].starts: the file now says “2021-02-24T11:10:00” and the secretariat has set “2021-02-24T11:20:00”: "
        ),
        "{conflict}"
    );
}

#[test]
fn roles_are_merged_by_session() {
    let base = small();
    let (mut file, mut live) = (base.clone(), base.clone());
    let session = |id: &str| id.parse().expect("an identifier");
    person(&mut file, "president").roles.by_session.insert(session("table"), Vec::new());
    person(&mut live, "president").roles.in_all_sessions.clear();
    let merged = met(&base, &file, &live);
    assert_eq!(told(&merged.changed), ["people[id=president].roles.table: none → []"]);
    assert_eq!(told(&changes(&base, &live)), ["people[id=president].roles.\"*\": [observer] → []"]);
}

#[test]
fn what_does_not_fit_together_is_told_before_it_is_in_force() {
    let base = small();
    let (mut file, mut live) = (base.clone(), base.clone());
    // Each fits where it was made: the file has the first session end later, on screen the second begins earlier.
    file.sessions[0].plan.ends_at_ms += 900_000;
    live.sessions[1].plan.starts_at_ms -= 600_000;
    let merged = met(&base, &file, &live);
    assert!(merged.conflicts.is_empty() && file.check().is_ok() && live.check().is_ok());
    let faults = merged.plan.check().expect_err("two sessions at once");
    assert_eq!(faults[0].field, "sessions[id=table].starts");
}
