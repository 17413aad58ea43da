//! Reads the programme: sessions with their agenda and lists, lists of speakers, objectives.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::known::Known;
use super::limits::{
    AGENDA_ITEMS_MAX, ITEMS_MAX, LISTS_MAX, NAME_CHARS_MAX, OBJECTIVE_MAX, REQUESTS_PER_DELEGATION_MAX,
    SESSIONS_MAX, TITLE_CHARS_MAX, TURN_MS_MAX, TURN_MS_MIN, TURNS_BY_REPLY_MAX,
};
use super::read_rules::rules;
use super::read_run_sheet::run_sheet;
use super::read_seats::CATEGORIES;
use super::reader::{Field, Keys, Section};
use super::suggestion;
use crate::conference::plan::{AgendaItem, Objective, SessionEntry};
use crate::meeting::charter::{MicrophonePolicy, SessionKind, SessionPlan};
use crate::meeting::procedure::motions::MOTIONS_LIST;
use crate::meeting::procedure::speakers::{ListKind, ListPlan};
use crate::terms::ids::{AgendaItemId, ListId, Millis, Moment, SessionId};
use crate::terms::people::Category;

pub(super) const SESSION_KEYS: Keys = &[
    ("id", "\"opening\""),
    ("title", "{ en = \"Opening\" }"),
    ("kind", "\"plenary\""),
    ("starts", "2021-02-24T10:00:00"),
    ("ends", "2021-02-24T10:45:00"),
    ("agenda", "[{ en = \"Opening statements\" }]"),
    ("objectives", "[2, 5]"),
    ("lists", "[\"statements\", \"right-of-reply\"]"),
    ("microphones", "\"open_stage\""),
    ("polls", "true"),
    ("run_sheet", "[{ kind = \"introduction\", time = \"5 min\" }]"),
    ("rules", "{ profile = \"informal\" }"),
];
pub(super) const MICROPHONES: &[(&str, MicrophonePolicy)] =
    &[("by_turn", MicrophonePolicy::ByTurn), ("open_stage", MicrophonePolicy::OpenStage)];
pub(super) const KINDS: &[(&str, SessionKind)] = &[
    ("plenary", SessionKind::Plenary),
    ("round_table", SessionKind::RoundTable),
    ("panel", SessionKind::Panel),
];
pub(super) const AGENDA_ITEM_KEYS: Keys =
    &[("id", "\"general-debate\""), ("title", "{ en = \"General debate\" }"), ("lists", "[\"statements\"]")];
pub(super) const LIST_KEYS: Keys = &[
    ("id", "\"statements\""),
    ("name", "{ en = \"Statements\" }"),
    ("kind", "\"statements\""),
    ("turn", "\"3 min\""),
    ("turn_by_category", "{ member_state = \"3 min\", igo = \"2 min\" }"),
    ("turn_on_behalf", "\"4 min\""),
    ("requests_per_delegation_max", "1"),
    ("replies_per_delegation_max", "2"),
    ("turn_by_reply", "[\"10 min\", \"5 min\"]"),
    ("opens", "2021-02-24T08:00:00"),
    ("closes", "2021-02-24T18:00:00"),
];
/// Speaking times of a delegation's first and second reply where the file gives none (domain, 2).
const TURN_MS_BY_REPLY: [Millis; 2] = [10 * 60_000, 5 * 60_000];
pub(super) const LIST_KINDS: &[(&str, ListKind)] = &[
    ("statements", ListKind::Statements),
    ("right_of_reply", ListKind::RightOfReply),
    ("questions", ListKind::Questions),
];
pub(super) const OBJECTIVE_KEYS: Keys = &[("number", "1"), ("title", "{ en = \"Data\" }")];

/// What sessions are checked against.
#[derive(Debug)]
pub(super) struct Calendar {
    pub(super) zone: TimeZone,
    pub(super) days: Vec<Date>,
    pub(super) objectives: Vec<Objective>,
}

/// The sessions by their beginning.
pub(super) fn sessions(field: &Field<'_>, known: &Known<'_>, calendar: &Calendar) -> Vec<SessionEntry> {
    let mut seen = BTreeMap::new();
    let fields = field.items(SESSIONS_MAX);
    if field.is_empty_list() {
        field.fault("has no session", "add one: [[sessions]]");
    }
    let mut timed: Vec<(Section<'_>, SessionEntry)> = fields
        .iter()
        .filter_map(|field| {
            let section = field.section(SESSION_KEYS)?;
            let entry = session(&section, known, calendar, &mut seen)?;
            Some((section, entry))
        })
        .collect();
    timed.sort_by_key(|(_, entry)| entry.plan.starts_at_ms);
    // The end that reaches furthest, not only the neighbour's: a long session may overlap several.
    let mut latest: Option<&SessionPlan> = None;
    for (section, SessionEntry { plan, .. }) in &timed {
        if let Some(earlier) = latest.filter(|earlier| earlier.ends_at_ms > plan.starts_at_ms) {
            let wrong = format!("begins before the session `{}` ends", earlier.id);
            section.fault("starts", wrong, "sessions follow one another: move one of the two");
        }
        latest = latest.filter(|earlier| earlier.ends_at_ms >= plan.ends_at_ms).or(Some(plan));
    }
    timed.into_iter().map(|(_, entry)| entry).collect()
}

fn session(
    section: &Section<'_>,
    known: &Known<'_>,
    calendar: &Calendar,
    seen: &mut BTreeMap<SessionId, usize>,
) -> Option<SessionEntry> {
    let id = section.required("id").and_then(|field| field.new_id(seen));
    let title = section.required("title").and_then(|field| field.wording(known, TITLE_CHARS_MAX));
    let kind = section.required("kind").and_then(|field| field.choice(KINDS));
    let starts = section.required("starts").and_then(|field| moment(&field, calendar));
    let ends = section.required("ends").and_then(|field| moment(&field, calendar));
    if let (Some(starts), Some(ends)) = (starts, ends)
        && ends <= starts
    {
        section.fault("ends", "is not after the session starts", "give an end later than `starts`");
    }
    let agenda = section.optional("agenda").map(|field| {
        let items = field.items(AGENDA_ITEMS_MAX);
        items.iter().filter_map(|item| item.wording(known, TITLE_CHARS_MAX)).collect()
    });
    let objectives = section.optional("objectives").map(|field| discussed(&field, calendar));
    let lists = section.required("lists");
    if lists.as_ref().is_some_and(Field::is_empty_list) {
        section.fault("lists", "names no list", "name at least one, the main one first");
    }
    let lists = lists.map(|field| field.references("lists", known, LISTS_MAX));
    let microphones = section.optional("microphones").map(|field| field.choice(MICROPHONES));
    let polls = section.optional("polls").map(|field| field.truth());
    let run_sheet = section.optional("run_sheet").map(|field| run_sheet(&field, known));
    let rules = section.optional("rules").map(|field| rules(&field));
    let plan = SessionPlan {
        id: id?,
        title: title?,
        kind: kind?,
        starts_at_ms: starts?,
        ends_at_ms: ends?,
        agenda: agenda.unwrap_or_default(),
        objectives: objectives.unwrap_or_default(),
        microphones: match microphones {
            Some(read) => Some(read?),
            None => None,
        },
        polls: polls.unwrap_or(Some(false))?,
        run_sheet: run_sheet.unwrap_or_default(),
        rules: match rules {
            Some(read) => Some(read?),
            None => None,
        },
    };
    Some(SessionEntry { plan, lists: lists? })
}

fn moment(field: &Field<'_>, calendar: &Calendar) -> Option<Moment> {
    let (moment, day) = field.local_moment(&calendar.zone)?;
    if !calendar.days.is_empty() && !calendar.days.contains(&day) {
        let days: Vec<String> = calendar.days.iter().map(Date::to_string).collect();
        field.fault(
            format!("{day} is no day of the conference"),
            format!("choose one of {}, or add it to `days`", days.join(", ")),
        );
    }
    Some(moment)
}

fn discussed(field: &Field<'_>, calendar: &Calendar) -> Vec<u8> {
    let mut seen = BTreeMap::new();
    let numbers = field.items(usize::from(OBJECTIVE_MAX));
    let number = |field: &Field<'_>| {
        let number = field.only_once(field.whole(1..=OBJECTIVE_MAX)?, &mut seen)?;
        if calendar.objectives.iter().all(|objective| objective.number != number) {
            let remedy = format!("add [[objectives]] with `number = {number}` and its title");
            field.fault(format!("objective {number} has no title in this file"), remedy);
        }
        Some(number)
    };
    numbers.iter().filter_map(number).collect()
}

/// The agenda items that go on over several sittings, in the file's order.
pub(super) fn agenda_items(field: &Field<'_>, known: &Known<'_>) -> Vec<AgendaItem> {
    let (mut seen, mut listed) = (BTreeMap::new(), BTreeMap::new());
    let mut item = |field: &Field<'_>| {
        let section = field.section(AGENDA_ITEM_KEYS)?;
        let id = section.required("id").and_then(|field| field.new_id(&mut seen));
        let title = section.required("title").and_then(|field| field.wording(known, TITLE_CHARS_MAX));
        let lists = section.required("lists");
        if lists.as_ref().is_some_and(Field::is_empty_list) {
            section.fault("lists", "names no list", "name at least one, or delete the item");
        }
        let lists: Vec<ListId> = lists.map(|field| field.references("lists", known, LISTS_MAX))?;
        for list in &lists {
            if let Some(other) = listed.insert(list.clone(), id.clone()).filter(|other| *other != id) {
                let other = other.map_or_else(String::new, |other: AgendaItemId| format!(" `{other}`"));
                let wrong = format!("names the list `{list}`, which is of the item{other} already");
                section.fault("lists", wrong, "a list is of one item: take it out of one of the two");
            }
        }
        Some(AgendaItem { id: id?, title: title?, lists })
    };
    field.items(ITEMS_MAX).iter().filter_map(&mut item).collect()
}

/// The lists of speakers in the file's order.
pub(super) fn lists(field: &Field<'_>, known: &Known<'_>, zone: &TimeZone) -> Vec<ListPlan> {
    let mut seen = BTreeMap::new();
    field.items(LISTS_MAX).iter().filter_map(|field| list(field, known, zone, &mut seen)).collect()
}

fn list(
    field: &Field<'_>,
    known: &Known<'_>,
    zone: &TimeZone,
    seen: &mut BTreeMap<ListId, usize>,
) -> Option<ListPlan> {
    let section = field.section(LIST_KEYS)?;
    let id = section.required("id").and_then(|field| field.new_id(seen));
    let name = section.required("name").and_then(|field| field.wording(known, NAME_CHARS_MAX));
    let kind = section.required("kind").and_then(|field| field.choice(LIST_KINDS));
    let times = times(&section, kind);
    let by_category = section.optional("turn_by_category").map(|field| turns_by_category(&field));
    let on_behalf = section.optional("turn_on_behalf");
    let on_behalf = on_behalf.map(|field| field.duration(TURN_MS_MIN..=TURN_MS_MAX).ok_or(()));
    let replies_max = section.optional("replies_per_delegation_max");
    let replies_max = replies_max.map(|field| {
        if kind.is_some_and(|kind| kind != ListKind::RightOfReply) {
            field.fault("only rights of reply are counted so", "delete it, or correct `kind`");
        }
        field.whole(1..=REQUESTS_PER_DELEGATION_MAX)
    });
    let requests_max = section.optional("requests_per_delegation_max");
    let requests_max = requests_max.map(|field| field.whole(1..=REQUESTS_PER_DELEGATION_MAX));
    let edge =
        |key| section.optional(key).map(|field| field.local_moment(zone).map(|(at_ms, _)| at_ms).ok_or(()));
    let (opens, closes) = (edge("opens").transpose().ok()?, edge("closes").transpose().ok()?);
    if let (Some(opens), Some(closes)) = (opens, closes)
        && closes <= opens
    {
        section.fault("closes", "is not after inscription opens", "give a time later than `opens`");
    }
    let id = id?;
    if id.as_str() == MOTIONS_LIST {
        section.fault("id", "is that of the list of speakers on motions", "choose another");
        return None;
    }
    let (turn_ms, turn_ms_by_reply) = times?;
    Some(ListPlan {
        id,
        name: name?,
        kind: kind?,
        turn_ms,
        turn_ms_by_category: by_category.unwrap_or_default(),
        turn_ms_on_behalf: on_behalf.transpose().ok()?,
        requests_per_delegation_max: requests_max.unwrap_or(Some(1))?,
        replies_per_delegation_max: replies_max.map(|read| read.ok_or(())).transpose().ok()?,
        turn_ms_by_reply,
        opens_at_ms: opens,
        closes_at_ms: closes,
    })
}

/// Speaking time of a list, and that of a delegation's replies by their count. A list of rights of reply may leave both
/// out: then the first has 10 minutes and the others 5.
fn times(section: &Section<'_>, kind: Option<ListKind>) -> Option<(Millis, Vec<Millis>)> {
    let duration = |field: &Field<'_>| field.duration(TURN_MS_MIN..=TURN_MS_MAX);
    let by_reply = section.optional("turn_by_reply");
    if kind != Some(ListKind::RightOfReply) {
        if let Some(field) = by_reply.filter(|_| kind.is_some()) {
            field.fault("only rights of reply have times by their count", "delete it, or correct `kind`");
        }
        return Some((duration(&section.required("turn")?)?, Vec::new()));
    }
    let turn_ms = section.optional("turn").map(|field| duration(&field));
    let by_reply: Option<Vec<Millis>> = by_reply
        .map(|field| field.items(TURNS_BY_REPLY_MAX).iter().map(duration).collect::<Option<Vec<Millis>>>())
        .unwrap_or_else(|| Some(if turn_ms.is_none() { TURN_MS_BY_REPLY.to_vec() } else { Vec::new() }));
    let by_reply = by_reply?;
    let turn_ms = turn_ms.unwrap_or_else(|| by_reply.first().copied())?;
    Some((turn_ms, by_reply))
}

fn turns_by_category(field: &Field<'_>) -> Vec<(Category, Millis)> {
    let mut turns = Vec::new();
    for (word, turn) in field.pairs("{ member_state = \"3 min\", igo = \"2 min\" }") {
        let turn_ms = turn.duration(TURN_MS_MIN..=TURN_MS_MAX);
        match CATEGORIES.iter().find(|(known, _)| *known == word) {
            Some((_, category)) => turns.extend(turn_ms.map(|turn_ms| (*category, turn_ms))),
            None => {
                let remedy =
                    suggestion::one_of(word, "categories", CATEGORIES.iter().map(|(known, _)| *known));
                turn.fault("is no accreditation category", remedy);
            }
        }
    }
    turns.sort();
    turns
}

/// The objectives by number.
pub(super) fn objectives(field: &Field<'_>, known: &Known<'_>) -> Vec<Objective> {
    let mut seen = BTreeMap::new();
    let read = |field: &Field<'_>| {
        let section = field.section(OBJECTIVE_KEYS)?;
        let number = section.required("number");
        let number = number.and_then(|field| field.only_once(field.whole(1..=OBJECTIVE_MAX)?, &mut seen));
        let title = section.required("title").and_then(|field| field.wording(known, TITLE_CHARS_MAX));
        Some(Objective { number: number?, title: title? })
    };
    // Above 23 some must be there twice, which is told one by one.
    let mut objectives: Vec<Objective> = field.items(usize::from(u8::MAX)).iter().filter_map(read).collect();
    objectives.sort_by_key(|objective| objective.number);
    objectives
}
