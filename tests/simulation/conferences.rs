//! Whole conferences, by seed: what happens in two days at the least, and that a seed is one course of events.

use crate::two_days::{Watch, hold};

/// So many conferences are held, unless a night asks for more.
const SEEDS: u64 = 2;

/// What happens in two days at the least, over all seeds.
const HAPPENS: [&str; 25] = [
    "announced",
    "act_undone",
    "floor_given",
    "handover_completed",
    "list_closed",
    "ballot_cast",
    "debate_closed",
    "item_started",
    "message_deleted",
    "motion_decided",
    "order_applied",
    "point_ruled",
    "person_seated",
    "question_promoted",
    "request_lapsed",
    "request_moved",
    "request_passed_over",
    "request_sent_to_written",
    "session_delayed",
    "session_rescheduled",
    "session_suspended",
    "text_given",
    "timer_started",
    "turn_extended",
    "turn_suspended",
];

#[tokio::test]
async fn two_days() {
    let mut reports = Vec::new();
    let of_the_night = crate::seeds_asked_for(SEEDS);
    for seed in of_the_night.clone().unwrap_or_else(|| (1..=SEEDS).collect()) {
        println!("two days of seed {seed}");
        let report = hold(seed, Watch::Views).await;
        println!("{report}");
        report.assert_whole();
        reports.push(report);
    }
    // Of the seeds that are kept it is known what happens; of those of a night only that all is well.
    for event in HAPPENS.iter().filter(|_| of_the_night.is_none()) {
        assert!(reports.iter().any(|report| report.has(event)), "no {event} in two days");
    }
}

#[tokio::test]
async fn a_seed_is_one_course_of_events() {
    let course = async || hold(7, Watch::Meetings).await.to_string();
    assert_eq!(course().await, course().await);
}
