//! What may be tried of lists beyond asking and moving: orders, times, speakers, replies, texts and recordings.

use plenary::meeting::Meeting;
use plenary::meeting::command::Command;
use plenary::meeting::procedure::speakers::Policy;
use plenary::terms::ids::{Millis, TurnId};
use plenary::terms::people::Category;
use proptest::prelude::*;

use crate::sample::id;
use crate::words::*;

#[derive(Debug, Clone)]
pub enum ListAct {
    Name(usize, usize),
    Propose(usize, usize),
    Apply(usize, bool),
    Dismiss(usize),
    TakeUp(usize),
    Cut(usize, usize, Millis),
    Extra(usize, Millis),
    ReplyTo(usize),
    GiveText(usize, usize),
    TakeBack(usize, usize),
    TakeBackPrerecorded(usize),
    Play(usize, bool),
    StopPlaying(bool),
}

pub fn attempts_at_lists() -> impl Strategy<Value = ListAct> {
    use ListAct as A;
    let n = || 0..12_usize;
    let fresh = || prop::bool::weighted(0.85);
    prop_oneof![
        3 => (n(), n()).prop_map(|(which, who)| A::Name(which, who)),
        4 => (n(), n()).prop_map(|(list, policy)| A::Propose(list, policy)),
        4 => (n(), fresh()).prop_map(|(list, fresh)| A::Apply(list, fresh)),
        1 => n().prop_map(A::Dismiss),
        2 => n().prop_map(A::TakeUp),
        2 => (n(), n(), 5_000..400_000_i64).prop_map(|(list, of, time)| A::Cut(list, of, time)),
        2 => (n(), 5_000..700_000_i64).prop_map(|(which, time)| A::Extra(which, time)),
        2 => n().prop_map(A::ReplyTo),
        5 => (n(), n()).prop_map(|(which, language)| A::GiveText(which, language)),
        1 => (n(), n()).prop_map(|(which, language)| A::TakeBack(which, language)),
        1 => n().prop_map(A::TakeBackPrerecorded),
        4 => (n(), fresh()).prop_map(|(which, fresh)| A::Play(which, fresh)),
        1 => fresh().prop_map(A::StopPlaying),
    ]
}

/// The command of an attempt. `request` and `list` name what a number stands for.
pub fn command(
    meeting: &Meeting,
    attempt: &ListAct,
    request: &dyn Fn(&usize) -> String,
    list: &dyn Fn(&usize) -> &'static str,
) -> Command {
    match attempt {
        ListAct::Name(n, who) => {
            let people = ["alice", "adam", "bob", "badr", "carol", "dina", "clara", "nobody"];
            name_speaker(&request(n), people[who % people.len()])
        }
        ListAct::Propose(n, policy) => propose_order(
            list(n),
            match policy % 6 {
                0 => Policy::FirstCome {},
                1 => Policy::Rank {},
                2 => Policy::CategoryThenOrder {},
                3 => Policy::AlternateCategories {},
                4 => Policy::Alphabetical { from: None },
                _ => Policy::Alphabetical { from: Some(id(["lebanon", "nobody"][policy % 2])) },
            },
        ),
        ListAct::Apply(n, fresh) => {
            let version = meeting.speakers.list(&id(list(n))).map_or(0, |list| list.version);
            apply_order(list(n), version + u32::from(!fresh))
        }
        ListAct::Dismiss(n) => dismiss_order(list(n)),
        ListAct::TakeUp(n) => take_up_list(list(n)),
        ListAct::Cut(n, of, time) => {
            let of = [None, Some(Category::MemberState), Some(Category::Ngo), None][of % 4];
            set_speaking_time(list(n), of, *time)
        }
        ListAct::Extra(n, time) => grant_extra_time(&request(n), *time),
        ListAct::ReplyTo(n) => {
            let heard = meeting.speakers.requests.keys().nth(*n).map(ToString::to_string);
            reply_to("reply", heard.as_deref().unwrap_or("r999999"))
        }
        ListAct::GiveText(n, language) => {
            let language = ["ar", "en", "fr", "zz"][language % 4];
            let text = format!("confidential: {}", request(n));
            give_text(&request(n), language, &text, language == "en")
        }
        ListAct::TakeBackPrerecorded(n) => take_back_prerecorded(&request(n)),
        ListAct::Play(n, fresh) => {
            let turn = meeting.floor.turn().filter(|_| *fresh);
            // Mostly one that was handed in.
            let recorded = meeting
                .prerecorded
                .requests()
                .find(|id| meeting.speakers.request(id).is_some_and(|entry| entry.state.is_waiting()));
            let which = recorded.filter(|_| *n > 2).map_or_else(|| request(n), ToString::to_string);
            play_prerecorded(&which, turn.as_ref().map(TurnId::as_str))
        }
        ListAct::StopPlaying(fresh) => {
            let turn = meeting.floor.turn().filter(|_| *fresh);
            stop_prerecorded(turn.as_ref().map_or("t999999", TurnId::as_str))
        }
        ListAct::TakeBack(n, language) => take_back_text(&request(n), ["ar", "en", "fr"][language % 3]),
    }
}
