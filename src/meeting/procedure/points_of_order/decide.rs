//! What is decided of points of order.

use super::{Command, Entry, Event, Point, Standing};
use crate::meeting::command::{Context, Housekeeping};
use crate::meeting::procedure::floor::{self, Halt};
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::speakers::decide::own;
use crate::meeting::procedure::votes;
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Meeting, clock, event};
use crate::terms::ids::{Moment, PersonId, PointId};
use crate::terms::{limits, text};

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let event = match command {
        Command::RaisePointOfOrder {} => raise(meeting, context, actor)?,
        Command::WithdrawPointOfOrder { point } => {
            own(meeting, actor, &waiting(meeting, point)?.point.delegation)?;
            Event::PointWithdrawn { point: point.clone() }
        }
        Command::RecognisePointOfOrder { point } => return recognise(meeting, point),
        Command::RuleOnPointOfOrder { point, ruling, reason } => {
            waiting(meeting, point)?;
            // What another is heard on is ruled on first: that is what "at once" means.
            if meeting.points.heard.as_ref().is_none_or(|heard| heard.point != *point) {
                meeting.points.require_settled()?;
            }
            let reason = refusal::text(text::Kind::Lines, Field::Reason, reason, limits::REASON_CHARS_MAX)?;
            Event::PointRuled { point: point.clone(), ruling: *ruling, reason }
        }
        Command::AppealRuling { point } => appeal(meeting, actor, point)?,
        Command::DecideAppeal { point, in_favour, against, abstaining } => {
            if meeting.points.appealed() != Some(point) {
                return Err(Refusal::NoAppeal {});
            }
            let (in_favour, against, abstaining) = (*in_favour, *against, *abstaining);
            votes::require_possible(meeting, [in_favour, against, abstaining])?;
            let stands = in_favour <= against;
            Event::AppealDecided { point: point.clone(), stands, in_favour, against, abstaining }
        }
    };
    Ok(vec![event::Event::PointsOfOrder(event)])
}

/// When the limit of the point that is heard passes.
pub(in crate::meeting) fn next_timer(meeting: &Meeting) -> Option<(Moment, Housekeeping)> {
    let heard = meeting.points.heard.as_ref()?;
    Some((heard.clock.limit_at_ms()?, Housekeeping::ReachPointLimit(heard.point.clone())))
}

/// The timer of a point that is heard: refused if that is another by now.
pub(in crate::meeting) fn reach_limit(
    meeting: &Meeting,
    context: &Context,
    point: &PointId,
) -> Result<Vec<event::Event>, Refusal> {
    let heard = meeting.points.heard.as_ref().filter(|heard| heard.point == *point);
    clock::require_come(heard.ok_or(Refusal::PointOver {})?.clock.limit_at_ms(), context)?;
    Ok(vec![event::Event::PointsOfOrder(Event::PointLimitReached { point: point.clone() })])
}

fn waiting<'a>(meeting: &'a Meeting, id: &PointId) -> Result<&'a Entry, Refusal> {
    let entry = meeting.points.entry(id).ok_or(Refusal::Unknown { field: Field::Point })?;
    if entry.standing.waits() { Ok(entry) } else { Err(Refusal::PointOver {}) }
}

fn raise(meeting: &Meeting, context: &Context, actor: &PersonId) -> Result<Event, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    let delegation = meeting.roster.seat(actor).ok_or(Refusal::NoSeat {})?;
    if let Some(entry) = meeting.points.of(delegation) {
        return Err(Refusal::PointRaised { point: entry.point.id.clone() });
    }
    refusal::within_share(meeting.points.count_of(delegation), limits::POINTS_OF_DELEGATION_MAX)?;
    refusal::room_for_one(meeting.points.entries.len(), limits::POINTS_MAX)?;
    let (delegation, person) = (delegation.clone(), actor.clone());
    let id = meeting.point_id(context);
    Ok(Event::PointRaised { point: Point { id, delegation, person, turn: meeting.floor.turn() } })
}

/// The turn in progress halts, and the point is heard.
fn recognise(meeting: &Meeting, id: &PointId) -> Result<Vec<event::Event>, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    let entry = waiting(meeting, id)?;
    meeting.points.require_settled()?;
    let current = meeting.floor.current.as_ref();
    let running = current.filter(|current| !current.halts.contains(&Halt::PointOfOrder));
    let halted = running.map(|current| floor::Event::TurnSuspended {
        turn: current.turn.id.clone(),
        cause: Halt::PointOfOrder,
        reason: String::new(),
    });
    let Point { delegation, person, .. } = &entry.point;
    let speaker = floor::speaker(meeting, delegation, Some(person)).unwrap_or_else(|| person.clone());
    let recognised =
        Event::PointRecognised { point: id.clone(), speaker, limit_ms: meeting.rules().point_of_order_ms };
    let halted = halted.map(event::Event::Floor).into_iter();
    Ok(halted.chain([event::Event::PointsOfOrder(recognised)]).collect())
}

fn appeal(meeting: &Meeting, actor: &PersonId, id: &PointId) -> Result<Event, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    if !meeting.rules().profile.votes() {
        return Err(Refusal::NoVotes {});
    }
    let delegation = meeting.roster.seat(actor).ok_or(Refusal::NoSeat {})?;
    meeting.require_conduct(delegation)?;
    let entry = meeting.points.entry(id).ok_or(Refusal::Unknown { field: Field::Point })?;
    if meeting.points.ruled.as_ref() != Some(id) || !matches!(entry.standing, Standing::Ruled(_)) {
        return Err(Refusal::NoRuling {});
    }
    if entry.appeal.is_some() {
        return Err(Refusal::AppealOpen { point: id.clone() });
    }
    Ok(Event::RulingAppealed { point: id.clone(), delegation: delegation.clone() })
}
