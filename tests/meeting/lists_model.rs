//! The lists against a model of them: the rules written again, as simply as can be. Whatever is asked, both answer
//! alike, and those who wait stand in the same order for the same time.

use std::collections::BTreeMap;

use plenary::meeting::command::Command;
use plenary::meeting::procedure::speakers::Policy;
use plenary::meeting::refusal::Refusal;
use plenary::terms::ids::Millis;
use proptest::prelude::*;

use crate::courses::courses;
use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, STATE_TURN_MS, id};
use crate::words::*;

/// Seats of the sample, each with somebody of it; the last is a non-governmental organization.
const SEATS: [(&str, &str); 4] =
    [("egypt", "alice"), ("lebanon", "bob"), ("tunisia", "carol"), ("red-cross", "dina")];
/// The main list, and the one of replies: its time, and that a seat may wait there twice and reply twice.
const LISTS: [(&str, Millis); 2] = [("main", STATE_TURN_MS), ("reply", MINUTE_MS)];

#[derive(Debug, Clone)]
enum Ask {
    Open(usize),
    Close(usize),
    Request(usize, usize),
    Add(usize, usize),
    Withdraw(usize, usize),
    Decline(usize),
    PassOver(usize),
    ToWritten(usize),
    Move(usize, u16, bool),
    Propose(usize, bool),
    Apply(usize),
    Cut(usize, Millis),
    Extra(usize, Millis),
    Give(usize),
    Stop,
}

#[derive(Debug, Clone, PartialEq)]
struct Waits {
    request: String,
    seat: usize,
    made: usize,
    turn_ms: Millis,
    extra_ms: Millis,
}

#[derive(Debug, Default)]
struct ModelList {
    open: bool,
    queue: Vec<Waits>,
    version: u32,
    /// Seats that have used up a reply: those who wait are counted besides.
    replied: Vec<usize>,
    cut_ms: Option<Millis>,
    proposed: Option<(u32, Vec<String>)>,
}

#[derive(Debug, Default)]
struct Model {
    lists: [ModelList; 2],
    /// Requests that wait no longer, with the word for how they ended.
    past: Vec<(String, &'static str)>,
    /// What each seat took back last on each list: nothing before it is remembered.
    taken_back: BTreeMap<(usize, usize), String>,
    made: usize,
    /// Whether somebody has the floor.
    turn: bool,
}

impl Model {
    /// Where a request waits: its list and its place from 0.
    fn place(&self, request: &str) -> Result<(usize, usize), String> {
        for (at, list) in self.lists.iter().enumerate() {
            if let Some(place) = list.queue.iter().position(|waits| waits.request == request) {
                return Ok((at, place));
            }
        }
        let past = self.past.iter().find(|(past, _)| past == request);
        Err(past.map_or("unknown".to_owned(), |_| "wrong_request_state".to_owned()))
    }

    fn leave(&mut self, request: &str, end: &'static str) -> Result<Waits, String> {
        let (at, place) = self.place(request)?;
        let list = &mut self.lists[at];
        list.version += 1;
        let waits = list.queue.remove(place);
        let seat = waits.seat;
        if end == "heard" || end == "written" {
            list.replied.push(waits.seat);
        }
        if end == "withdrawn"
            && let Some(earlier) = self.taken_back.insert((at, seat), request.to_owned())
        {
            self.past.retain(|(past, _)| *past != earlier);
        }
        self.past.push((request.to_owned(), end));
        Ok(waits)
    }

    fn ask_for(&mut self, at: usize, seat: usize, request: String) -> Result<(), String> {
        let list = &mut self.lists[at];
        let waiting = list.queue.iter().filter(|waits| waits.seat == seat).count();
        if waiting > at {
            return Err("already_on_list".to_owned());
        }
        let replies = waiting + list.replied.iter().filter(|replied| **replied == seat).count();
        if at == 1 && replies >= 2 {
            return Err("reply_limit".to_owned());
        }
        let turn_ms = planned_ms(at, seat).min(list.cut_ms.unwrap_or(Millis::MAX));
        list.queue.push(Waits { request, seat, made: self.made, turn_ms, extra_ms: 0 });
        list.version += 1;
        self.made += 1;
        Ok(())
    }

    /// What becomes of a command: nothing, or the code of its refusal. `seq` is the place of its first event.
    fn ask(&mut self, ask: &Ask, seq: u64, request: &str) -> Result<(), String> {
        match ask {
            Ask::Open(at) => self.set_open(*at, true),
            Ask::Close(at) => self.set_open(*at, false),
            Ask::Request(at, _) if !self.lists[*at].open => Err("list_closed".to_owned()),
            Ask::Request(at, seat) | Ask::Add(at, seat) => self.ask_for(*at, *seat, format!("r{seq}")),
            Ask::Withdraw(_, seat) => self.take_back(request, *seat),
            Ask::Decline(_) => self.leave(request, "declined").map(drop),
            Ask::ToWritten(_) => self.leave(request, "written").map(drop),
            Ask::PassOver(_) => self.pass_over(request),
            Ask::Move(_, to, fresh) => self.place_at(request, usize::from(*to), *fresh),
            Ask::Propose(at, by_time) => {
                let list = &mut self.lists[*at];
                let mut order = list.queue.clone();
                // By the time of asking, or members before others.
                order.sort_by_key(|waits| if *by_time { waits.made } else { usize::from(waits.seat == 3) });
                let order = order.into_iter().map(|waits| waits.request).collect();
                list.proposed = Some((list.version, order));
                Ok(())
            }
            Ask::Apply(at) => self.apply(*at),
            Ask::Cut(at, turn_ms) => self.cut(*at, *turn_ms),
            Ask::Extra(_, extra_ms) => self.give_more(request, *extra_ms),
            Ask::Give(_) => {
                self.leave(request, "heard")?;
                self.turn = true;
                Ok(())
            }
            Ask::Stop if !self.turn => Err("turn_over".to_owned()),
            Ask::Stop => {
                self.turn = false;
                Ok(())
            }
        }
    }

    fn take_back(&mut self, request: &str, seat: usize) -> Result<(), String> {
        let (list, place) = self.place(request)?;
        if self.lists[list].queue[place].seat != seat {
            return Err("not_your_seat".to_owned());
        }
        self.leave(request, "withdrawn").map(drop)
    }

    fn pass_over(&mut self, request: &str) -> Result<(), String> {
        let (list, place) = self.place(request)?;
        let list = &mut self.lists[list];
        let waits = list.queue.remove(place);
        list.queue.push(waits);
        list.version += 1;
        Ok(())
    }

    fn place_at(&mut self, request: &str, to: usize, fresh: bool) -> Result<(), String> {
        let (list, place) = self.place(request)?;
        let list = &mut self.lists[list];
        if !fresh {
            return Err("stale_list".to_owned());
        }
        if to < 1 || to > list.queue.len() {
            return Err("out_of_range".to_owned());
        }
        let waits = list.queue.remove(place);
        list.queue.insert(to - 1, waits);
        list.version += 1;
        Ok(())
    }

    fn apply(&mut self, at: usize) -> Result<(), String> {
        let list = &mut self.lists[at];
        let Some((version, order)) = list.proposed.clone() else {
            return Err("no_proposal".to_owned());
        };
        if version != list.version {
            return Err("stale_list".to_owned());
        }
        let place = |waits: &Waits| order.iter().position(|request| *request == waits.request);
        list.queue.sort_by_key(place);
        list.proposed = None;
        list.version += 1;
        Ok(())
    }

    fn cut(&mut self, at: usize, turn_ms: Millis) -> Result<(), String> {
        if !(10_000..=7_200_000).contains(&turn_ms) {
            return Err("out_of_range".to_owned());
        }
        let list = &mut self.lists[at];
        list.cut_ms = Some(turn_ms);
        for waits in &mut list.queue {
            waits.turn_ms = planned_ms(at, waits.seat).min(turn_ms) + waits.extra_ms;
        }
        Ok(())
    }

    fn give_more(&mut self, request: &str, extra_ms: Millis) -> Result<(), String> {
        let (list, place) = self.place(request)?;
        if !(10_000..=600_000).contains(&extra_ms) {
            return Err("out_of_range".to_owned());
        }
        let waits = &mut self.lists[list].queue[place];
        waits.turn_ms += extra_ms - waits.extra_ms;
        waits.extra_ms = extra_ms;
        Ok(())
    }

    fn set_open(&mut self, at: usize, open: bool) -> Result<(), String> {
        if self.lists[at].open == open {
            return Err("list_unchanged".to_owned());
        }
        self.lists[at].open = open;
        Ok(())
    }

    /// A request by number: mostly one that waits, else one of the past, else none.
    fn request(&self, number: usize) -> String {
        let waiting = self.lists.iter().flat_map(|list| list.queue.iter().map(|waits| waits.request.clone()));
        let past = self.past.iter().map(|(request, _)| request.clone());
        let known: Vec<String> = if number < 20 { waiting.collect() } else { past.chain(waiting).collect() };
        let place = number.checked_rem(known.len());
        place.map_or("r999999".to_owned(), |place| known[place].clone())
    }
}

fn planned_ms(at: usize, seat: usize) -> Millis {
    if seat == 3 { LISTS[at].1 / 3 } else { LISTS[at].1 }
}

fn asks() -> impl Strategy<Value = Ask> {
    let list = || prop::bool::weighted(0.3).prop_map(usize::from);
    let seat = || 0..SEATS.len();
    let n = || 0..24_usize;
    prop_oneof![
        2 => list().prop_map(Ask::Open),
        1 => list().prop_map(Ask::Close),
        9 => (list(), seat()).prop_map(|(at, seat)| Ask::Request(at, seat)),
        4 => (list(), seat()).prop_map(|(at, seat)| Ask::Add(at, seat)),
        2 => (n(), seat()).prop_map(|(which, seat)| Ask::Withdraw(which, seat)),
        1 => n().prop_map(Ask::Decline),
        2 => n().prop_map(Ask::PassOver),
        1 => n().prop_map(Ask::ToWritten),
        4 => (n(), 0..6_u16, prop::bool::weighted(0.8)).prop_map(|(which, to, fresh)| Ask::Move(which, to, fresh)),
        3 => (list(), any::<bool>()).prop_map(|(at, by)| Ask::Propose(at, by)),
        4 => list().prop_map(Ask::Apply),
        2 => (list(), 5_000..250_000_i64).prop_map(|(at, time)| Ask::Cut(at, time)),
        2 => (n(), 5_000..650_000_i64).prop_map(|(which, time)| Ask::Extra(which, time)),
        4 => n().prop_map(Ask::Give),
        2 => Just(Ask::Stop),
    ]
}

/// Who asks, and the command that says so.
fn said(ask: &Ask, request: &str, model: &Model, story: &Story) -> (&'static str, Command) {
    let version = |list: usize| model.lists[list].version;
    let of = |request: &str| model.place(request).map_or(0, |(list, _)| version(list));
    let turn = story.meeting.floor.turn().filter(|_| model.turn).map(|turn| turn.to_string());
    match ask {
        Ask::Open(at) => ("clara", open_list(LISTS[*at].0)),
        Ask::Close(at) => ("clara", close_list(LISTS[*at].0)),
        Ask::Request(at, seat) => (SEATS[*seat].1, request_floor(LISTS[*at].0)),
        Ask::Add(at, seat) => ("sam", add_request(LISTS[*at].0, SEATS[*seat].0)),
        Ask::Withdraw(_, seat) => (SEATS[*seat].1, withdraw(request)),
        Ask::Decline(_) => ("clara", decline(request, "late")),
        Ask::PassOver(_) => ("clara", pass_over(request)),
        Ask::ToWritten(_) => ("clara", to_written(request)),
        Ask::Move(_, to, fresh) => ("sam", move_to(request, *to, of(request) + u32::from(!fresh), "balance")),
        Ask::Propose(at, true) => ("sam", propose_order(LISTS[*at].0, Policy::FirstCome {})),
        Ask::Propose(at, false) => ("sam", propose_order(LISTS[*at].0, Policy::CategoryThenOrder {})),
        Ask::Apply(at) => ("sam", apply_order(LISTS[*at].0, version(*at))),
        Ask::Cut(at, turn_ms) => ("clara", set_speaking_time(LISTS[*at].0, None, *turn_ms)),
        Ask::Extra(_, extra_ms) => ("sam", grant_extra_time(request, *extra_ms)),
        Ask::Give(_) => ("clara", give_floor(request, turn.as_deref())),
        Ask::Stop => ("clara", stop_turn(turn.as_deref().unwrap_or("t999999"))),
    }
}

/// The code of a refusal.
fn code(refusal: &Refusal) -> String {
    serde_json::to_value(refusal).unwrap()["code"].as_str().unwrap().to_owned()
}

proptest! {
    #![proptest_config(courses(200))]

    #[test]
    fn lists_answer_and_stand_as_the_model_has_it(asked in prop::collection::vec(asks(), 1..80)) {
        let mut model = Model::default();
        let mut story = given([opened()]);
        for ask in &asked {
            let number = match ask {
                Ask::Withdraw(n, _) | Ask::Decline(n) | Ask::PassOver(n) | Ask::ToWritten(n)
                | Ask::Move(n, ..) | Ask::Extra(n, _) | Ask::Give(n) => *n,
                Ask::Open(_) | Ask::Close(_) | Ask::Request(..) | Ask::Add(..) | Ask::Propose(..)
                | Ask::Apply(_) | Ask::Cut(..) | Ask::Stop => 0,
            };
            let request = model.request(number);
            let (actor, command) = said(ask, &request, &model, &story);
            let seq = story.meeting.seq + 1;
            story = story.when(actor, command);
            let outcome = story.outcome().as_ref().map(drop).map_err(code);
            prop_assert_eq!(outcome, model.ask(ask, seq, &request), "{:?} of {}", ask, request);
            for (at, (name, _)) in LISTS.into_iter().enumerate() {
                let list = story.meeting.speakers.list(&id(name)).unwrap();
                let of = |request: &_| {
                    let entry = story.meeting.speakers.request(request).unwrap();
                    (request.to_string(), entry.request.turn_ms)
                };
                let stands: Vec<(String, Millis)> = list.queue.iter().map(of).collect();
                let expected = model.lists[at].queue.iter().map(|waits| (waits.request.clone(), waits.turn_ms));
                prop_assert_eq!(stands, expected.collect::<Vec<_>>(), "the order of {}", name);
                prop_assert_eq!(list.version, model.lists[at].version);
            }
        }
    }
}
