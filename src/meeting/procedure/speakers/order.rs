//! A suggested order of a list: worked out from the list as it stands, shown with the reason of every place, and
//! applied or not by the desk.

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};

use super::{Entry, List};
use crate::meeting::Meeting;
use crate::terms::folding::fold;
use crate::terms::ids::{DelegationId, Moment, RequestId};
use crate::terms::people::{Category, Rank};

/// By what a list is to be ordered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum Policy {
    /// The time of asking.
    FirstCome {},
    /// The level of who speaks, then geographical balance, then the time of asking.
    Rank {},
    /// Statements on behalf of others first, then by accreditation category; within each as the list stands.
    CategoryThenOrder {},
    /// One of each accreditation category in turn; within each as the list stands.
    AlternateCategories {},
    /// The names of the delegations in the host's first language, beginning with one that is drawn.
    Alphabetical {
        /// The delegation to begin with; without one a lot is drawn among those who wait.
        from: Option<DelegationId>,
    },
}

/// A lot that was drawn: of those who wait, in alphabetical order, the one at the place `seed` modulo their number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Lot {
    /// The number that chance gave.
    pub seed: u32,
    /// The delegation that it fell on.
    pub delegation: DelegationId,
}

/// Why a request stands where it is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// When it was made.
    Time {
        /// When.
        at_ms: Moment,
    },
    /// The level of who is to speak; none where it is not known, which comes last.
    Rank {
        /// The level.
        rank: Option<Rank>,
    },
    /// It speaks on behalf of others also.
    Group {},
    /// Its accreditation category.
    Category {
        /// The category.
        category: Category,
    },
    /// It is the turn of its accreditation category.
    Turn {
        /// The category.
        category: Category,
        /// In which round, from 1.
        round: u16,
    },
    /// It was drawn, or begins the alphabet.
    First {},
    /// The alphabet.
    Alphabet {},
}

/// A request in a proposed order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// Which request.
    pub request: RequestId,
    /// Why it stands there.
    pub why: Why,
}

/// An order that was proposed for a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// By what.
    pub policy: Policy,
    /// The lot that was drawn for it, if one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<Lot>,
    /// The requests in that order.
    pub places: Vec<Placed>,
    /// Version of the list that it was worked out for.
    pub list_version: u32,
}

/// A waiting request with what orders look at.
#[derive(Debug, Clone, Copy)]
struct Waiting<'a> {
    entry: &'a Entry,
    category: Category,
    region: Option<&'a str>,
    rank: Option<Rank>,
}

/// Works out an order of a list.
pub(super) fn propose(meeting: &Meeting, list: &List, policy: &Policy, seed: u32) -> Proposal {
    let waiting: Vec<Waiting<'_>> =
        list.queue.iter().filter_map(|id| Waiting::of(meeting, meeting.speakers.request(id)?)).collect();
    let mut lot = None;
    let places = match policy {
        Policy::FirstCome {} => by_time(waiting).map(|at| at.placed(at.time())).collect(),
        Policy::Rank {} => by_rank(waiting),
        Policy::CategoryThenOrder {} => by_category(waiting),
        Policy::AlternateCategories {} => alternating(waiting),
        Policy::Alphabetical { from } => {
            lot = if from.is_none() { draw(meeting, &waiting, seed) } else { None };
            let first = from.as_ref().or(lot.as_ref().map(|lot| &lot.delegation));
            by_name(meeting, waiting, first)
        }
    };
    Proposal { policy: policy.clone(), lot, places, list_version: list.version }
}

impl<'a> Waiting<'a> {
    fn of(meeting: &'a Meeting, entry: &'a Entry) -> Option<Self> {
        let seat = meeting.roster.delegation(&entry.request.delegation);
        Some(Self {
            entry,
            // A delegation that a later conference file no longer has stands with the last.
            category: seat.map_or(Category::Ngo, |seat| seat.category),
            region: seat.and_then(|seat| seat.region.as_deref()),
            rank: entry.rank(meeting),
        })
    }

    fn placed(&self, why: Why) -> Placed {
        Placed { request: self.entry.request.id.clone(), why }
    }

    fn time(&self) -> Why {
        Why::Time { at_ms: self.entry.made_at_ms }
    }
}

fn by_time(mut waiting: Vec<Waiting<'_>>) -> impl Iterator<Item = Waiting<'_>> {
    waiting.sort_by_key(|at| at.entry.number);
    waiting.into_iter()
}

/// Level first; within a level one region after the other, that of the earliest request first.
fn by_rank(waiting: Vec<Waiting<'_>>) -> Vec<Placed> {
    let mut levels: BTreeMap<(bool, Option<Rank>), Vec<Waiting<'_>>> = BTreeMap::new();
    for at in by_time(waiting) {
        levels.entry((at.rank.is_none(), at.rank)).or_default().push(at);
    }
    let balanced = levels.into_values().flat_map(|level| in_turn(level, |at| at.region));
    balanced.map(|(at, _)| at.placed(Why::Rank { rank: at.rank })).collect()
}

fn by_category(mut waiting: Vec<Waiting<'_>>) -> Vec<Placed> {
    let speaks_for_others = |at: &Waiting<'_>| !at.entry.request.on_behalf_of.is_empty();
    waiting.sort_by_key(|at| (!speaks_for_others(at), at.category));
    // Among those who speak for others the category decides nothing.
    let (groups, nationals): (Vec<_>, Vec<_>) = waiting.into_iter().partition(speaks_for_others);
    let nationals = nationals.iter().map(|at| at.placed(Why::Category { category: at.category }));
    groups.iter().map(|at| at.placed(Why::Group {})).chain(nationals).collect()
}

fn alternating(mut waiting: Vec<Waiting<'_>>) -> Vec<Placed> {
    waiting.sort_by_key(|at| at.category);
    let placed = in_turn(waiting, |at| at.category).into_iter();
    placed.map(|(at, round)| at.placed(Why::Turn { category: at.category, round })).collect()
}

/// One of each kind in turn, each with its round from 1. Kinds come in the order in which they are met first.
fn in_turn<'a, K: PartialEq>(
    waiting: Vec<Waiting<'a>>,
    kind: impl Fn(&Waiting<'a>) -> K,
) -> Vec<(Waiting<'a>, u16)> {
    let mut kinds: Vec<(K, VecDeque<Waiting<'a>>)> = Vec::new();
    for at in waiting {
        let own = kind(&at);
        match kinds.iter_mut().find(|(known, _)| *known == own) {
            Some((_, of_kind)) => of_kind.push_back(at),
            None => kinds.push((own, VecDeque::from([at]))),
        }
    }
    let mut placed = Vec::new();
    for round in 1.. {
        let before = placed.len();
        placed.extend(kinds.iter_mut().filter_map(|(_, of_kind)| Some((of_kind.pop_front()?, round))));
        if placed.len() == before {
            break;
        }
    }
    placed
}

/// By the alphabet from a delegation on, and round to it again.
fn by_name(meeting: &Meeting, waiting: Vec<Waiting<'_>>, first: Option<&DelegationId>) -> Vec<Placed> {
    let begins = first.map(|id| sort_key(meeting, id));
    let key = |at: &Waiting<'_>| sort_key(meeting, &at.entry.request.delegation);
    let mut keyed: Vec<((String, DelegationId), Waiting<'_>)> =
        by_time(waiting).map(|at| ((key(&at), at.entry.request.delegation.clone()), at)).collect();
    keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
    let from = begins.map_or(0, |begins| keyed.partition_point(|((key, _), _)| *key < begins));
    // A place in the list, so not past its end.
    keyed.rotate_left(from);
    let why = |place: usize| if place == 0 { Why::First {} } else { Why::Alphabet {} };
    keyed.iter().enumerate().map(|(place, (_, at))| at.placed(why(place))).collect()
}

fn draw(meeting: &Meeting, waiting: &[Waiting<'_>], seed: u32) -> Option<Lot> {
    let mut seats: Vec<&DelegationId> = waiting.iter().map(|at| &at.entry.request.delegation).collect();
    seats.sort_by_cached_key(|id| (sort_key(meeting, id), (*id).clone()));
    seats.dedup();
    let place = usize::try_from(seed).unwrap_or(usize::MAX).checked_rem(seats.len())?;
    let delegation = (*seats.get(place)?).clone();
    Some(Lot { seed, delegation })
}

/// What a delegation is sorted by in the host's first language.
fn sort_key(meeting: &Meeting, id: &DelegationId) -> String {
    let language = meeting.languages().first();
    let seat = meeting.roster.delegation(id);
    let key = seat.and_then(|seat| seat.sort_key.0.get(language?));
    key.map_or_else(|| id.to_string(), |key| folded(key))
}

/// A name as alphabets compare it: an apostrophe and a hyphen sort as if they were not there.
fn folded(name: &str) -> String {
    let counts = |letter: &char| !matches!(letter, '\'' | '’' | '-');
    fold(name).chars().filter(counts).collect()
}
