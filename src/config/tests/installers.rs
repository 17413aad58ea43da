//! What helps whoever installs: notes on what is lawful but odd, and a programme that is moved to another day.

use jiff::civil::date;

use super::{SAMPLE, small_with};
use crate::conference::ConferencePlan;

fn read(text: &str) -> ConferencePlan {
    ConferencePlan::from_text("it.toml", text).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// A moment of UTC.
fn moment(at: jiff::civil::DateTime) -> i64 {
    jiff::tz::TimeZone::UTC.to_timestamp(at).unwrap().as_millisecond()
}

#[test]
fn nothing_in_the_sample_is_odd() {
    assert_eq!(read(SAMPLE).oddities(), Vec::<String>::new());
}

#[test]
fn what_is_lawful_but_odd_is_noted_with_a_remedy() {
    let bare = small_with("\"the Lebanese Republic\"", "\"Lebanese Republic\"");
    let notes = read(&bare).oddities();
    for (about, remedy) in [
        ("the booth `arabic-booth` has one interpreter", "relieve each other"),
        ("the delegation `lebanon` has a formal name without an article in `en`", "begin it with “the”"),
    ] {
        let about = notes.iter().find(|note| note.contains(about));
        assert!(about.is_some_and(|note| note.contains(remedy)), "{notes:#?}");
    }
    let unled = read(&small_with("\"chair\"", "\"secretariat\"")).oddities();
    assert!(unled.iter().any(|note| note.contains("`opening` has no chair")), "{unled:#?}");
}

#[test]
fn a_programme_moves_as_a_whole_and_each_session_keeps_its_hour() {
    // 23:30 of 9 March 2027 in Beirut.
    let late_evening = moment(date(2027, 3, 9).at(21, 30, 0, 0));
    let mut moved = read(SAMPLE);
    let by = moved.begin_on_day_of(late_evening).expect("moved");
    assert_eq!((by.from, by.to), (date(2021, 2, 24), date(2027, 3, 9)));
    assert_eq!(moved.days, [date(2027, 3, 9), date(2027, 3, 10)]);
    let before = read(SAMPLE);
    for (old, new) in before.programme().zip(moved.programme()) {
        // Beirut has the same offset on all of these days.
        let days = (new.starts_at_ms - old.starts_at_ms, new.ends_at_ms - old.ends_at_ms);
        assert_eq!(days, (2_204 * 86_400_000, 2_204 * 86_400_000), "{}", new.id);
    }
    assert_eq!(moved.begin_on_day_of(late_evening), None, "it is there already");
}

#[test]
fn an_hour_is_kept_over_a_change_of_the_clocks() {
    let mut moved = read(SAMPLE);
    moved.begin_on_day_of(moment(date(2021, 7, 1).at(12, 0, 0, 0))).expect("moved");
    let zone = jiff::tz::TimeZone::get("Asia/Beirut").unwrap();
    let starts = moved.sessions[0].plan.starts_at_ms;
    let starts = zone.to_datetime(jiff::Timestamp::from_millisecond(starts).unwrap());
    assert_eq!(starts, date(2021, 7, 1).at(10, 0, 0, 0));
}
