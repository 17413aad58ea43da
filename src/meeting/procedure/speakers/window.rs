//! Inscription windows: a list opens and closes by the server's clock, as the conference file has it.

use super::{Event, List};
use crate::meeting::command::{Context, Housekeeping};
use crate::meeting::refusal::{Field, Refusal};
use crate::meeting::{Meeting, event};
use crate::terms::ids::{ListId, Moment};

/// What the window of a list brings next, and when: whether it opens. None once both have come.
fn next(list: &List) -> Option<(Moment, bool)> {
    let opens = list.plan.opens_at_ms.filter(|at_ms| list.window.opened != Some(*at_ms));
    let closes = list.plan.closes_at_ms.filter(|at_ms| list.window.closed != Some(*at_ms));
    opens
        .map(|at_ms| (at_ms, true))
        .into_iter()
        .chain(closes.map(|at_ms| (at_ms, false)))
        .min_by_key(|at| at.0)
}

/// The next timer of each list.
pub(in crate::meeting) fn timers(meeting: &Meeting) -> impl Iterator<Item = (Moment, Housekeeping)> {
    let over = meeting.programme.is_over();
    let lists = meeting.speakers.lists.iter().filter(move |(_, list)| !over && list.is_here());
    lists.filter_map(|(id, list)| Some((next(list)?.0, Housekeeping::Inscription(id.clone()))))
}

/// The timer of a list: refused if its window brings nothing yet.
pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    id: &ListId,
) -> Result<Vec<event::Event>, Refusal> {
    meeting.programme.require_item()?;
    let list = meeting.speakers.list(id).ok_or(Refusal::Unknown { field: Field::List })?;
    let due = next(list).filter(|(at_ms, _)| *at_ms <= context.now_ms);
    let (planned_ms, opens) = due.ok_or(Refusal::InscriptionNotDue {})?;
    let list = id.clone();
    Ok(vec![event::Event::Speakers(if opens {
        Event::InscriptionOpened { list, planned_ms }
    } else {
        Event::InscriptionClosed { list, planned_ms }
    })])
}
