//! Lanes stay where they are while people speak, and go to who speaks.

use proptest::prelude::*;

use super::*;

fn person(name: &str) -> PersonId {
    name.parse().unwrap()
}

fn plan(turn: Option<&str>, floor: &[&str]) -> Plan {
    let floor = floor.iter().map(|name| person(name)).collect();
    Plan { turn: turn.map(person), floor, ..Plan::default() }
}

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// Everybody sends one frame of their level every 20 ms; the lanes afterwards.
fn speak(
    lanes: &mut Lanes,
    now: &mut Instant,
    frames: u32,
    levels: &[(&str, i8)],
) -> Vec<(String, Option<usize>)> {
    let mut last = Vec::new();
    for _ in 0..frames {
        *now += ms(20);
        last = levels
            .iter()
            .map(|(name, level)| ((*name).to_owned(), lanes.hear(&person(name), Some(*level), *now)))
            .collect();
    }
    last
}

fn lane_of(lanes: &[(String, Option<usize>)], name: &str) -> Option<usize> {
    lanes.iter().find(|(one, _)| one == name).unwrap().1
}

#[test]
fn the_turn_has_the_first_lane_and_nobody_else_ever() {
    let (mut lanes, mut now) = (Lanes::default(), Instant::now());
    lanes.follow(&plan(Some("iraq"), &["iraq", "chair"]), now);
    let got = speak(&mut lanes, &mut now, 5, &[("chair", -10), ("iraq", -60)]);
    assert_eq!((lane_of(&got, "iraq"), lane_of(&got, "chair")), (Some(0), Some(1)));
    lanes.follow(&plan(None, &["chair", "iraq"]), now);
    let got = speak(&mut lanes, &mut now, 5, &[("chair", -10), ("iraq", -60)]);
    assert_eq!((lane_of(&got, "iraq"), lane_of(&got, "chair")), (Some(2), Some(1)));
}

#[test]
fn who_is_not_on_the_floor_has_no_lane() {
    let (mut lanes, now) = (Lanes::default(), Instant::now());
    lanes.follow(&plan(Some("iraq"), &["iraq"]), now);
    assert_eq!(lanes.hear(&person("egypt"), Some(-5), now), None);
}

#[test]
fn the_loudest_take_over_after_the_hold_and_not_before() {
    let (mut lanes, mut now) = (Lanes::default(), Instant::now());
    lanes.follow(&plan(None, &["a", "b", "c"]), now);
    let got = speak(&mut lanes, &mut now, 50, &[("a", -20), ("b", -25), ("c", -80)]);
    assert_eq!((lane_of(&got, "a"), lane_of(&got, "b"), lane_of(&got, "c")), (Some(1), Some(2), None));
    // b falls silent and c speaks: b's loudness must fall first, then the hold begins.
    let mut waited = 0;
    loop {
        let got = speak(&mut lanes, &mut now, 1, &[("a", -20), ("b", -90), ("c", -22)]);
        waited += 20;
        assert!(lane_of(&got, "a") == Some(1), "a goes on speaking and keeps the lane");
        if lane_of(&got, "c") == Some(2) {
            assert_eq!(lane_of(&speak(&mut lanes, &mut now, 1, &[("b", -90)]), "b"), None);
            break;
        }
        assert!(waited < 1_000, "c never got a lane");
    }
    assert!(waited >= 500, "the hold is half a second, it was {waited} ms");
}

#[test]
fn a_word_louder_than_the_others_takes_no_lane() {
    let (mut lanes, mut now) = (Lanes::default(), Instant::now());
    lanes.follow(&plan(None, &["a", "b", "c"]), now);
    speak(&mut lanes, &mut now, 50, &[("a", -20), ("b", -25), ("c", -80)]);
    let got = speak(&mut lanes, &mut now, 5, &[("a", -20), ("b", -25), ("c", -10)]);
    assert_eq!(lane_of(&got, "c"), None);
    let got = speak(&mut lanes, &mut now, 100, &[("a", -20), ("b", -25), ("c", -80)]);
    assert_eq!((lane_of(&got, "a"), lane_of(&got, "b"), lane_of(&got, "c")), (Some(1), Some(2), None));
}

#[test]
fn one_stream_follows_the_turn_but_lets_the_chair_in() {
    let (mut lanes, mut now) = (Lanes::default(), Instant::now());
    lanes.follow(&plan(Some("iraq"), &["iraq", "chair"]), now);
    speak(&mut lanes, &mut now, 50, &[("iraq", -30), ("chair", -20)]);
    assert!(lanes.is_leading(&person("iraq")) && !lanes.is_leading(&person("chair")));
    speak(&mut lanes, &mut now, 100, &[("iraq", -90), ("chair", -20)]);
    assert!(lanes.is_leading(&person("chair")));
    speak(&mut lanes, &mut now, 100, &[("iraq", -30), ("chair", -90)]);
    assert!(lanes.is_leading(&person("iraq")));
    lanes.follow(&plan(None, &["chair"]), now);
    assert!(!lanes.is_leading(&person("iraq")));
    speak(&mut lanes, &mut now, 1, &[("chair", -20)]);
    assert!(lanes.is_leading(&person("chair")));
}

#[test]
fn the_turn_leads_with_its_first_word() {
    let (mut lanes, mut now) = (Lanes::default(), Instant::now());
    lanes.follow(&plan(None, &["chair"]), now);
    speak(&mut lanes, &mut now, 50, &[("chair", -20)]);
    lanes.follow(&plan(Some("iraq"), &["iraq", "chair"]), now);
    speak(&mut lanes, &mut now, 1, &[("chair", -20), ("iraq", -30)]);
    assert!(lanes.is_leading(&person("iraq")));
    // Into its pauses nobody breaks at once.
    speak(&mut lanes, &mut now, 10, &[("chair", -20), ("iraq", -90)]);
    assert!(lanes.is_leading(&person("iraq")));
}

proptest! {
    /// Whoever speaks how loud and whatever the plan becomes: lanes are never shared, belong to the floor, the first
    /// is the turn's, and a podium lane that changes hands was kept for at least half a second.
    #[test]
    fn lanes_are_one_persons_and_steady(
        steps in prop::collection::vec((0_u8..12, 0_u8..6, -127_i8..=0, 1_u64..60), 1..400)
    ) {
        let names = ["a", "b", "c", "d", "e", "f"];
        let (mut lanes, mut now) = (Lanes::default(), Instant::now());
        let mut current = plan(None, &names[..4]);
        lanes.follow(&current, now);
        let mut holders: [Option<(PersonId, Instant)>; LANES] = Default::default();
        for (act, who, level, wait) in steps {
            now += ms(wait);
            if act == 0 {
                let first = usize::from(who);
                let floor: Vec<&str> = names.iter().cycle().skip(first).take(first).copied().collect();
                let turn = (who % 2 == 0).then(|| floor.first().copied()).flatten();
                current = plan(turn, &floor);
                lanes.follow(&current, now);
            } else {
                lanes.hear(&person(names[usize::from(who)]), Some(level), now);
            }
            for (lane, holder) in holders.iter_mut().enumerate() {
                let having: Vec<_> = lanes.microphones.iter().filter(|one| one.lane == Some(lane)).collect();
                prop_assert!(having.len() <= 1, "lane {} has {:?}", lane, having);
                let Some(one) = having.first() else {
                    *holder = None;
                    continue;
                };
                prop_assert!(current.floor.contains(&one.person));
                prop_assert_eq!(lane == 0, current.turn.as_ref() == Some(&one.person));
                match &*holder {
                    Some((person, _)) if *person == one.person => {}
                    // A plan may move people; speaking may not, so soon.
                    Some((_, since)) => {
                        let kept = act == 0 || now - *since >= HOLD;
                        prop_assert!(kept, "lane {} changed hands too early", lane);
                        *holder = Some((one.person.clone(), now));
                    }
                    None => *holder = Some((one.person.clone(), now)),
                }
            }
        }
    }
}
