//! Handover between booth mates: asked for by either, accepted by the other, and then both swap in one event.

use super::booth::desk;
use super::relay::{self, At};
use super::{Event, Handover, HandoverEnd, Pending};
use crate::meeting::Meeting;
use crate::meeting::command::{Context, Housekeeping};
use crate::meeting::refusal::{Field, Refusal};
use crate::meeting::sound::plan;
use crate::terms::ids::{HandoverId, Millis, Moment, PersonId};
use crate::terms::limits;
use crate::terms::people::Person;

pub(super) fn request(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    with: &PersonId,
    in_ms: Millis,
) -> Result<Vec<Event>, Refusal> {
    let at = desk(meeting, actor)?;
    let mate = meeting.roster.person(with).filter(|mate| mate.works_in(&at.plan.id) && mate.id != actor.id);
    let mate = mate.ok_or(Refusal::Unknown { field: Field::With })?;
    if !(0..=limits::HANDOVER_IN_MS_MAX).contains(&in_ms) {
        return Err(Refusal::OutOfRange { field: Field::InMs, min: 0, max: limits::HANDOVER_IN_MS_MAX });
    }
    if let Some(pending) = &at.booth.handover {
        return Err(Refusal::HandoverPending { handover: pending.handover.id.clone() });
    }
    let on_air = at.booth.on_air.as_ref().map(|on_air| &on_air.person);
    let (from, to) = match on_air {
        Some(on_air) if *on_air == actor.id => (actor, mate),
        Some(on_air) if *on_air == mate.id => (mate, actor),
        Some(_) | None => return Err(Refusal::NotOnAir {}),
    };
    may_take_over(meeting, &to.id)?;
    let handover = Handover {
        id: meeting.handover_id(context),
        booth: at.plan.id.clone(),
        from: from.id.clone(),
        to: to.id.clone(),
        asked_by: actor.id.clone(),
        in_ms,
    };
    Ok(vec![Event::HandoverRequested { handover }])
}

/// The other accepts. Accepting twice changes nothing.
pub(super) fn accept(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    id: &HandoverId,
) -> Result<Vec<Event>, Refusal> {
    let pending = under_way(meeting, id)?;
    if !is_party(pending, &actor.id) || pending.handover.asked_by == actor.id {
        return Err(Refusal::NotYourHandover {});
    }
    if pending.accepted_at_ms.is_some() {
        return Ok(Vec::new());
    }
    if context.now_ms >= pending.expires_at_ms {
        return Err(Refusal::HandoverOver {});
    }
    may_take_over(meeting, &pending.handover.to)?;
    let in_ms = pending.handover.in_ms;
    let accepted = Event::HandoverAccepted { handover: id.clone(), at_ms: context.now_ms + in_ms };
    let completed = (in_ms == 0).then(|| Event::HandoverCompleted { handover: id.clone() });
    Ok([accepted].into_iter().chain(completed).collect())
}

/// Either of the two cancels: the one who was asked declines, until they have accepted.
pub(super) fn cancel(meeting: &Meeting, actor: &Person, id: &HandoverId) -> Result<Vec<Event>, Refusal> {
    let pending = under_way(meeting, id)?;
    if !is_party(pending, &actor.id) {
        return Err(Refusal::NotYourHandover {});
    }
    let declines = pending.handover.asked_by != actor.id && pending.accepted_at_ms.is_none();
    let why = if declines { HandoverEnd::Declined } else { HandoverEnd::Withdrawn };
    Ok(vec![cancelled(pending, why)])
}

/// The timer of an unanswered handover.
pub(in crate::meeting) fn expire(
    meeting: &Meeting,
    context: &Context,
    id: &HandoverId,
) -> Result<Vec<Event>, Refusal> {
    let pending = under_way(meeting, id)?;
    if pending.accepted_at_ms.is_some() || context.now_ms < pending.expires_at_ms {
        return Err(Refusal::HandoverNotDue {});
    }
    Ok(vec![cancelled(pending, HandoverEnd::Expired)])
}

/// The timer of an accepted handover. Whoever cannot take over by now, because they are live on the floor, does not.
pub(in crate::meeting) fn complete(
    meeting: &Meeting,
    context: &Context,
    id: &HandoverId,
) -> Result<Vec<Event>, Refusal> {
    let pending = under_way(meeting, id)?;
    if pending.completes_at_ms.is_none_or(|completes_at_ms| context.now_ms < completes_at_ms) {
        return Err(Refusal::HandoverNotDue {});
    }
    let event = match may_take_over(meeting, &pending.handover.to) {
        Ok(()) => Event::HandoverCompleted { handover: id.clone() },
        Err(_) => cancelled(pending, HandoverEnd::PartnerGone),
    };
    Ok(vec![event])
}

/// The handovers that time alone brings to their end, and when.
pub(in crate::meeting) fn timers(meeting: &Meeting) -> impl Iterator<Item = (Moment, Housekeeping)> {
    let pending = relay::booths(meeting).filter_map(|at| at.booth.handover.as_ref());
    pending.map(|pending| match pending.completes_at_ms {
        Some(at_ms) => (at_ms, Housekeeping::CompleteHandover(pending.handover.id.clone())),
        None => (pending.expires_at_ms, Housekeeping::ExpireHandover(pending.handover.id.clone())),
    })
}

/// The end of the handover of a booth whose interpreter goes off air.
pub(super) fn cancelled_by_off_air(at: At<'_>) -> Option<Event> {
    at.booth.handover.as_ref().map(|pending| cancelled(pending, HandoverEnd::OffAir))
}

/// The end of the handover that a person has part in, who is gone.
pub(super) fn cancelled_by_absence(at: At<'_>, person: &PersonId) -> Option<Event> {
    let pending = at.booth.handover.as_ref().filter(|pending| is_party(pending, person));
    pending.map(|pending| cancelled(pending, HandoverEnd::PartnerGone))
}

fn cancelled(pending: &Pending, why: HandoverEnd) -> Event {
    Event::HandoverCancelled { handover: pending.handover.id.clone(), why }
}

fn under_way<'a>(meeting: &'a Meeting, id: &HandoverId) -> Result<&'a Pending, Refusal> {
    meeting.interpretation.handover(id).ok_or(Refusal::HandoverOver {})
}

fn is_party(pending: &Pending, person: &PersonId) -> bool {
    [&pending.handover.from, &pending.handover.to].contains(&person)
}

/// Refused unless a person is present and not live elsewhere.
fn may_take_over(meeting: &Meeting, to: &PersonId) -> Result<(), Refusal> {
    if !meeting.presence.present.contains_key(to) {
        return Err(Refusal::Absent { person: to.clone() });
    }
    if plan::is_live_on_floor(meeting, to) { Err(Refusal::AlreadyLive {}) } else { Ok(()) }
}
