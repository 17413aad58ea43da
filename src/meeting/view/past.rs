//! What is over: which of it a view holds, and earlier things page by page, for those who see them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Entity, Key, View, scopes};
use crate::meeting::Meeting;
use crate::meeting::hall::polls;
use crate::meeting::procedure::speakers::List;
use crate::meeting::view::change::texts_of;
use crate::terms::ended::Ended;
use crate::terms::ids::{ListId, MotionId, PointId, QuestionId, RequestId};
use crate::terms::last_of::last_of;
use crate::terms::limits;
use crate::terms::people::Person;

/// Kinds of things that come to an end, and are then read page by page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema, strum::VariantNames))]
#[cfg_attr(test, ts(rename_all = "snake_case"), schemars(rename_all = "snake_case"))]
#[strum(serialize_all = "snake_case")]
pub enum PastKind {
    /// Requests of a list that were heard.
    Heard,
    /// Requests of a list that were filed in writing.
    Written,
    /// Texts of the requests of a list that were heard, then of those that were filed in writing.
    Texts,
    /// Moves by hand on a list.
    Moves,
    /// Points of order.
    Points,
    /// Motions.
    Motions,
    /// Questions that were answered.
    Answered,
    /// Questions that the desk has dealt with, as it sees them.
    Questions,
    /// Shows of hands and polls, with their ballots.
    Polls,
}

/// A page that somebody asks for.
#[derive(Debug, Clone)]
pub struct PastPage<'a> {
    /// Of what.
    pub kind: PastKind,
    /// Of which list, where it is a list's.
    pub list: Option<&'a ListId>,
    /// The id of what comes after the page; none for the newest.
    pub before: Option<&'a str>,
    /// Things on it; at most [`limits::PAGE_ENDED_MAX`], of polls and texts fewer.
    pub limit: usize,
}

/// Things with large entities, or many, that a page holds.
const PAGE_LARGE_MAX: usize = 10;

/// A thing that is over: its id, and the entities that tell of it.
type Over = (String, Vec<Key>);

/// Entities of a page that the person sees, the oldest first; and whether there are earlier things still. None for a list
/// that is not there, or where nothing of the kind has the id in `before`.
pub fn past(meeting: &Meeting, person: &Person, page: &PastPage<'_>) -> Option<(Vec<Entity>, bool)> {
    let of_list = || meeting.speakers.list(page.list?);
    let (most, all): (usize, Vec<Over>) = match page.kind {
        PastKind::Heard => (limits::PAGE_ENDED_MAX, of_list()?.heard.iter().map(request).collect()),
        PastKind::Written => (limits::PAGE_ENDED_MAX, of_list()?.written.iter().map(request).collect()),
        PastKind::Texts => {
            let list = of_list()?;
            let over = list.heard.iter().chain(list.written.iter());
            let texts = over.map(|id| (id.to_string(), texts_of(meeting, id).collect()));
            (PAGE_LARGE_MAX, texts.collect())
        }
        PastKind::Moves => (limits::PAGE_ENDED_MAX, moves(of_list()?).collect()),
        PastKind::Points => (limits::PAGE_ENDED_MAX, points(meeting).collect()),
        PastKind::Motions => (limits::PAGE_ENDED_MAX, motions(meeting).collect()),
        PastKind::Answered => {
            let answered = meeting.questions.answered.iter();
            (
                limits::PAGE_ENDED_MAX,
                answered.map(|id| (id.to_string(), vec![Key::Question(id.clone())])).collect(),
            )
        }
        PastKind::Questions => {
            let dealt_with = meeting.questions.dealt_with.iter();
            let keys = dealt_with
                .map(|id| (id.to_string(), vec![Key::Question(id.clone()), Key::Moderation(id.clone())]));
            (limits::PAGE_ENDED_MAX, keys.collect())
        }
        PastKind::Polls => (PAGE_LARGE_MAX, polls::view::all(meeting, person)),
    };
    let end = match page.before {
        None => all.len(),
        Some(before) => all.iter().position(|(id, _)| id == before)?,
    };
    let begin = end.saturating_sub(page.limit.min(most));
    let follows: BTreeSet<_> = scopes(meeting, person).into_iter().collect();
    let view = View::of(meeting);
    let keys = all.get(begin..end).unwrap_or_default().iter().flat_map(|(_, keys)| keys);
    let seen = keys.filter(|key| follows.contains(&key.scope(meeting)));
    Some((seen.filter_map(|key| view.render_past(key)).collect(), begin > 0))
}

fn request(id: &RequestId) -> Over {
    (id.to_string(), vec![Key::Request(id.clone())])
}

fn moves(list: &List) -> impl Iterator<Item = Over> {
    let numbers = list.moves.first()..list.moves.len();
    let id = list.plan.id.clone();
    numbers.map(move |number| (super::move_id(&id, number), vec![Key::Move(id.clone(), number)]))
}

fn points(meeting: &Meeting) -> impl Iterator<Item = Over> {
    let over = meeting.points.entries.iter().filter(|entry| !entry.standing.waits());
    over.map(|entry| (entry.point.id.to_string(), vec![Key::Point(entry.point.id.clone())]))
}

fn motions(meeting: &Meeting) -> impl Iterator<Item = Over> {
    let over = meeting.motions.entries.iter().filter(|entry| !entry.standing.waits());
    over.map(|entry| (entry.motion.id.to_string(), vec![Key::Motion(entry.motion.id.clone())]))
}

pub(in crate::meeting) fn has_move(meeting: &Meeting, list: &ListId, number: usize) -> bool {
    meeting.speakers.list(list).is_some_and(|list| list.moves.shown().contains(&number))
}

pub(in crate::meeting) fn has_text(meeting: &Meeting, request: &RequestId) -> bool {
    meeting.speakers.request(request).is_some_and(|entry| meeting.speakers.has_text_shown(entry))
}

pub(in crate::meeting) fn has_point(meeting: &Meeting, id: &PointId) -> bool {
    let waits = meeting.points.counted(id).is_some_and(|entry| entry.standing.waits());
    waits || last_of(&meeting.points.entries, limits::ENDED_SHOWN).any(|entry| entry.point.id == *id)
}

pub(in crate::meeting) fn has_motion(meeting: &Meeting, id: &MotionId) -> bool {
    let waits = meeting.motions.counted(id).is_some_and(|entry| entry.standing.waits());
    waits || last_of(&meeting.motions.entries, limits::ENDED_SHOWN).any(|entry| entry.motion.id == *id)
}

/// A question that is open, or among the newest of those that are over.
pub(in crate::meeting) fn has_question(meeting: &Meeting, id: &QuestionId, over: &Ended<QuestionId>) -> bool {
    let open = meeting.questions.entry(id).is_some_and(|entry| entry.state.is_open());
    open || over.is_among_newest(id, limits::ENDED_SHOWN)
}

/// Requests of a list that a view may hold: those that wait, and the newest of those that were heard or filed in writing.
pub(in crate::meeting) fn requests(list: &List, most: usize) -> impl Iterator<Item = &RequestId> {
    list.queue.iter().chain(list.heard.newest(most)).chain(list.written.newest(most))
}

/// What comes to be shown, or is no longer, because something else came to an end or is over no more.
pub(in crate::meeting) fn touched(before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let mut keys = BTreeSet::new();
    if !Arc::ptr_eq(&before.speakers, &after.speakers) {
        for (id, list) in &after.speakers.lists {
            let Some(was) = before.speakers.list(id) else { continue };
            for (was, is) in [(&was.heard, &list.heard), (&was.written, &list.written)] {
                keys.extend(was.differing(is, limits::HEARD_SHOWN).into_iter().cloned().map(Key::Request));
                let texts = was.differing(is, limits::TEXTS_SHOWN).into_iter();
                keys.extend(texts.flat_map(|request| texts_of(after, request)));
            }
        }
    }
    let points = |meeting: &Meeting| -> BTreeSet<Key> {
        let newest = last_of(&meeting.points.entries, limits::ENDED_SHOWN);
        newest.map(|entry| Key::Point(entry.point.id.clone())).collect()
    };
    if before.points.entries.len() != after.points.entries.len() {
        keys.extend(points(before).symmetric_difference(&points(after)).cloned());
    }
    let motions = |meeting: &Meeting| -> BTreeSet<Key> {
        let newest = last_of(&meeting.motions.entries, limits::ENDED_SHOWN);
        newest.map(|entry| Key::Motion(entry.motion.id.clone())).collect()
    };
    if before.motions.entries.len() != after.motions.entries.len() {
        keys.extend(motions(before).symmetric_difference(&motions(after)).cloned());
    }
    let (was, is) = (&before.questions, &after.questions);
    keys.extend(
        was.answered.differing(&is.answered, limits::ENDED_SHOWN).into_iter().cloned().map(Key::Question),
    );
    let dealt_with = was.dealt_with.differing(&is.dealt_with, limits::ENDED_SHOWN);
    keys.extend(dealt_with.into_iter().cloned().map(Key::Moderation));
    if before.polls.asked != after.polls.asked {
        keys.extend(polls::view::left(before, after));
    }
    keys
}
