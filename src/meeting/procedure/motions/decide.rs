//! What is decided of motions.

use super::{Command, Entry, Event, Kind, MOTIONS_LIST, Motion, Side, Standing, Tally, is_motions_list};
use crate::meeting::command::Context;
use crate::meeting::procedure::programme::{self, Phase};
use crate::meeting::procedure::speakers::decide::own;
use crate::meeting::procedure::speakers::{self, ListKind, Request};
use crate::meeting::procedure::votes;
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Meeting, access, event};
use crate::terms::ids::{DelegationId, Language, ListId, MotionId, RequestId};
use crate::terms::people::Person;
use crate::terms::{limits, text};

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    match command {
        Command::MoveMotion { kind, list } => propose(meeting, context, actor, *kind, list.as_ref()),
        Command::WithdrawMotion { motion } => {
            match &waiting(meeting, motion)?.motion.delegation {
                Some(delegation) => own(meeting, &actor.id, delegation)?,
                None if access::presides(actor) => {}
                None => return Err(Refusal::NotYourSeat {}),
            }
            Ok(ended(meeting, Event::MotionWithdrawn { motion: motion.clone() }))
        }
        Command::TakeUpMotion { motion } => {
            let entry = waiting(meeting, motion)?;
            if entry.standing == Standing::TakenUp {
                return Err(Refusal::Unchanged {});
            }
            goes_before_others(meeting, motion)?;
            between_statements(meeting)?;
            Ok(vec![event::Event::Motions(Event::MotionTakenUp { motion: motion.clone() })])
        }
        Command::RuleOutMotion { motion, reason } => {
            waiting(meeting, motion)?;
            let reason = refusal::text(text::Kind::Lines, Field::Reason, reason, limits::REASON_CHARS_MAX)?;
            Ok(ended(meeting, Event::MotionRuledOut { motion: motion.clone(), reason }))
        }
        Command::SpeakOnMotion { motion, side, delegation } => {
            speak(meeting, context, actor, motion, *side, delegation.as_ref())
        }
        Command::DecideMotion { motion, in_favour, against, abstaining } => {
            before_the_meeting(meeting, motion)?;
            if !meeting.rules().profile.votes() {
                return Err(Refusal::NoVotes {});
            }
            let (in_favour, against, abstaining) = (*in_favour, *against, *abstaining);
            votes::require_possible(meeting, [in_favour, against, abstaining])?;
            conclude(meeting, context, motion, Some(Tally { in_favour, against, abstaining }))
        }
        Command::CarryByConsent { motion } => {
            before_the_meeting(meeting, motion)?;
            conclude(meeting, context, motion, None)
        }
    }
}

/// Refused while a motion is before the meeting, but for those who speak on it; and where the debate is over.
pub(in crate::meeting) fn require_in_order(meeting: &Meeting, request: &Request) -> Result<(), Refusal> {
    let in_hand = meeting.motions.in_hand();
    let on_it = in_hand.is_some_and(|entry| entry.is_spoken_on_by(&request.id));
    match in_hand {
        Some(_) if on_it => return Ok(()),
        Some(entry) => return Err(Refusal::MotionOpen { motion: entry.motion.id.clone() }),
        None if is_motions_list(&request.list) => return Err(Refusal::MotionNotTakenUp {}),
        None => {}
    }
    match meeting.speakers.list(&request.list).and_then(|list| list.debate_ended) {
        Some(_) => Err(Refusal::DebateOver { list: request.list.clone() }),
        None => Ok(()),
    }
}

/// Refused where a list is that of the speakers on motions, who are put down for a motion and a side.
pub(in crate::meeting) fn require_other_list(list: &ListId) -> Result<(), Refusal> {
    if is_motions_list(list) { Err(Refusal::MotionsList {}) } else { Ok(()) }
}

/// Those that lapse with the session.
pub(in crate::meeting) fn lapsed(meeting: &Meeting) -> impl Iterator<Item = event::Event> {
    let waiting = meeting.motions.waiting().into_iter().map(|entry| entry.motion.id.clone());
    waiting.map(|motion| event::Event::Motions(Event::MotionLapsed { motion }))
}

/// The debates that can be adjourned or closed.
pub(in crate::meeting) fn debates(meeting: &Meeting) -> impl Iterator<Item = &ListId> {
    let debated = |id: &&ListId| {
        let list = meeting.speakers.list(id);
        list.is_some_and(|list| list.plan.kind == ListKind::Statements && list.debate_ended.is_none())
    };
    meeting.speakers.order.iter().filter(debated)
}

/// Sides on which a delegation may ask to speak on a motion.
pub(in crate::meeting) fn open_sides(
    meeting: &Meeting,
    entry: &Entry,
    delegation: &DelegationId,
) -> Vec<Side> {
    let may = |side: &Side| room_for(meeting, entry, *side, delegation).is_ok();
    let voted = meeting.rules().profile.votes() && entry.standing.waits();
    [Side::InFavour, Side::Against].into_iter().filter(|side| voted && may(side)).collect()
}

fn waiting<'a>(meeting: &'a Meeting, id: &MotionId) -> Result<&'a Entry, Refusal> {
    let entry = meeting.motions.entry(id).ok_or(Refusal::Unknown { field: Field::Motion })?;
    if entry.standing.waits() { Ok(entry) } else { Err(Refusal::MotionOver {}) }
}

/// Refused while a motion waits that goes before (rule 77).
fn goes_before_others(meeting: &Meeting, id: &MotionId) -> Result<(), Refusal> {
    match meeting.motions.waiting().first() {
        Some(first) if first.motion.id != *id => {
            Err(Refusal::MotionPrecedes { motion: first.motion.id.clone() })
        }
        _ => Ok(()),
    }
}

/// Refused while somebody has the floor, for a motion interrupts nobody; and while a point of order is heard, which goes
/// before every motion.
fn between_statements(meeting: &Meeting) -> Result<(), Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    meeting.points.require_settled()?;
    match meeting.floor.turn() {
        Some(turn) => Err(Refusal::FloorTaken { turn }),
        None => Ok(()),
    }
}

/// Refused unless the motion can be decided on now.
fn before_the_meeting<'a>(meeting: &'a Meeting, id: &MotionId) -> Result<&'a Entry, Refusal> {
    let entry = waiting(meeting, id)?;
    goes_before_others(meeting, id)?;
    if entry.standing != Standing::TakenUp {
        return Err(Refusal::MotionNotTakenUp {});
    }
    between_statements(meeting)?;
    Ok(entry)
}

fn propose(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    kind: Kind,
    list: Option<&ListId>,
) -> Result<Vec<event::Event>, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    let chair = access::presides(actor);
    if !chair && !meeting.rules().profile.votes() {
        return Err(Refusal::NoVotes {});
    }
    let mover = actor.delegation.as_ref().filter(|_| !chair);
    if !chair && mover.is_none() {
        return Err(Refusal::NoSeat {});
    }
    mover.map_or(Ok(()), |seat| meeting.require_conduct(seat))?;
    let list = list.filter(|_| kind.is_on_debate());
    if kind.is_on_debate() && !debates(meeting).any(|debate| Some(debate) == list) {
        return Err(Refusal::Unknown { field: Field::List });
    }
    let same = |entry: &&&Entry| entry.motion.kind == kind && entry.motion.list.as_ref() == list;
    if let Some(entry) = meeting.motions.waiting().iter().find(same) {
        return Err(Refusal::MotionWaits { motion: entry.motion.id.clone() });
    }
    if mover.is_some() {
        refusal::within_share(meeting.motions.count_of(mover), limits::MOTIONS_OF_DELEGATION_MAX)?;
    }
    refusal::room_for_one(meeting.motions.entries.len(), limits::MOTIONS_MAX)?;
    let request = mover.map(|seat| request(meeting, context, actor, seat)).transpose()?;
    let id = meeting.motion_id(context);
    let motion = Motion {
        id: id.clone(),
        kind,
        list: list.cloned(),
        delegation: mover.cloned(),
        person: actor.id.clone(),
        request: request.as_ref().map(|request| request.id.clone()),
    };
    let moved = event::Event::Motions(Event::MotionMoved { motion });
    // What the chair proposes between two statements is before the meeting at once.
    let precedes = meeting.motions.waiting().first().is_none_or(|first| kind < first.motion.kind);
    let at_once = chair && precedes && between_statements(meeting).is_ok();
    let taken_up = at_once.then_some(event::Event::Motions(Event::MotionTakenUp { motion: id }));
    Ok([moved].into_iter().chain(request.map(requested)).chain(taken_up).collect())
}

fn requested(request: Request) -> event::Event {
    event::Event::Speakers(speakers::Event::FloorRequested { request })
}

/// The request of a delegation to speak on a motion.
fn request(
    meeting: &Meeting,
    context: &Context,
    speaker: &Person,
    delegation: &DelegationId,
) -> Result<Request, Refusal> {
    let list = ListId::belonging(MOTIONS_LIST, "");
    let of_motions = meeting.speakers.list(&list).ok_or(Refusal::NoVotes {})?;
    let seat = meeting.roster.delegation(delegation).ok_or(Refusal::Unknown { field: Field::Delegation })?;
    speakers::decide::require_room(meeting, of_motions, delegation)?;
    let of_seat = speaker.delegation.as_ref() == Some(delegation);
    Ok(Request {
        id: meeting.request_id(context),
        turn_ms: of_motions.turn_ms_for(seat.category, 0, false),
        list,
        delegation: delegation.clone(),
        speaker: of_seat.then(|| speaker.id.clone()),
        language: language(meeting, speaker),
        on_behalf_of: String::new(),
        inscribed: false,
        reply_to: None,
    })
}

/// The person's own language where it is one of the session's, else the first of those.
fn language(meeting: &Meeting, person: &Person) -> Language {
    let languages = meeting.languages();
    let own = languages.contains(&person.language).then_some(&person.language);
    own.or(languages.first()).unwrap_or(&person.language).clone()
}

fn speak(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    motion: &MotionId,
    side: Side,
    delegation: Option<&DelegationId>,
) -> Result<Vec<event::Event>, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    let entry = waiting(meeting, motion)?;
    let delegation = match delegation.filter(|_| access::presides(actor)) {
        Some(delegation) => delegation,
        None => {
            let seat = actor.delegation.as_ref().ok_or(Refusal::NoSeat {})?;
            if delegation.is_some_and(|delegation| delegation != seat) {
                return Err(Refusal::NotYourSeat {});
            }
            seat
        }
    };
    room_for(meeting, entry, side, delegation)?;
    let request = request(meeting, context, actor, delegation)?;
    let added = Event::MotionSpeakerAdded { motion: motion.clone(), request: request.id.clone(), side };
    Ok(vec![requested(request), event::Event::Motions(added)])
}

/// Refused where the motion is not debated on that side, as many speak there as may, or the delegation speaks already.
fn room_for(meeting: &Meeting, entry: &Entry, side: Side, delegation: &DelegationId) -> Result<(), Refusal> {
    let max = entry.motion.kind.speakers_max(side);
    if side == Side::Mover || max == 0 {
        return Err(Refusal::NotDebated {});
    }
    meeting.require_conduct(delegation)?;
    let counted = entry.speakers.iter().filter_map(|(id, side)| Some((meeting.speakers.request(id)?, *side)));
    let counted: Vec<_> = counted.filter(|(request, _)| request.counts()).collect();
    if let Some((speaks, _)) = counted.iter().find(|(request, _)| request.request.delegation == *delegation) {
        return Err(Refusal::AlreadyOnList { request: speaks.request.id.clone() });
    }
    if counted.iter().filter(|(_, of)| *of == side).count() >= usize::from(max) {
        return Err(Refusal::SideFull { max });
    }
    Ok(())
}

/// A motion that comes to an end, and those who waited to speak on it.
fn ended(meeting: &Meeting, event: Event) -> Vec<event::Event> {
    let unheard = unheard(meeting, event.motion());
    [event::Event::Motions(event)].into_iter().chain(unheard).collect()
}

/// Those who wait to speak on a motion lapse with it: from the last to the first, so that no place moves.
pub(in crate::meeting) fn unheard(meeting: &Meeting, id: &MotionId) -> Vec<event::Event> {
    let entry = meeting.motions.entry(id);
    let waits = |id: &&RequestId| meeting.speakers.request(id).is_some_and(|at| at.state.is_waiting());
    let speakers = entry.into_iter().flat_map(|entry| entry.speakers.iter().rev().map(|(id, _)| id));
    let lapsed = speakers.filter(waits).map(|id| speakers::Event::RequestLapsed { request: id.clone() });
    lapsed.map(event::Event::Speakers).collect()
}

/// The motion is decided on, and what was carried happens.
fn conclude(
    meeting: &Meeting,
    context: &Context,
    id: &MotionId,
    vote: Option<Tally>,
) -> Result<Vec<event::Event>, Refusal> {
    let Motion { kind, list, .. } = &waiting(meeting, id)?.motion;
    let carried = vote.is_none_or(Tally::carries);
    let events = ended(meeting, Event::MotionDecided { motion: id.clone(), carried, vote });
    if !carried {
        return Ok(events);
    }
    // What follows is decided on the meeting in which the motion waits no longer.
    let mut after = meeting.clone();
    for event in &events {
        after.draft(event, context);
    }
    let effect = match (kind, list) {
        (Kind::SuspendMeeting, _) => programme::suspend(&after, String::new(), None),
        (Kind::AdjournMeeting, _) => after.adjourn(),
        (Kind::AdjournDebate, Some(list)) => speakers::decide::adjourn_debate(&after, list),
        (Kind::CloseDebate, Some(list)) => speakers::decide::close_debate(&after, list),
        (Kind::AdjournDebate | Kind::CloseDebate, None) => Vec::new(),
    };
    Ok(events.into_iter().chain(effect).collect())
}
