//! Each entity made from the state.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::queue::{Queue, Wait};
use super::render_chat as chat;
use super::render_lists as lists;
use super::render_sound as sound;
use super::*;
use crate::meeting::access;
use crate::meeting::chat::rooms;
use crate::meeting::command::Actor;
use crate::meeting::ids::Wording;
use crate::meeting::programme::Phase;
use crate::meeting::speakers::{Entry, List, ListKind, Moved, RequestState};
use crate::meeting::{limits, votes};

/// A meeting as it is seen at one moment. Made once for all entities rendered of that moment, it works out each
/// queue once; rendering one entity does not depend on which others were rendered before.
#[derive(Debug)]
pub struct View<'a> {
    pub(super) meeting: &'a Meeting,
    queues: BTreeMap<&'a ListId, OnceCell<Queue<'a>>>,
}

impl<'a> View<'a> {
    /// The view of a meeting as it stands.
    pub fn of(meeting: &'a Meeting) -> Self {
        let queues = meeting.speakers.lists.keys().map(|id| (id, OnceCell::new())).collect();
        Self { meeting, queues }
    }

    /// The entity a key names, or none where there is none to see.
    pub fn render(&self, key: &Key) -> Option<Entity> {
        past::is_shown(self.meeting, key).then(|| self.render_past(key)).flatten()
    }

    /// As [`Self::render`], also of what is over for so long that a view holds it no more.
    pub(super) fn render_past(&self, key: &Key) -> Option<Entity> {
        let meeting = self.meeting;
        match key {
            Key::Session => session(meeting).map(Entity::Session),
            Key::Floor => Some(Entity::Floor(floor(meeting))),
            Key::List(id) => list(meeting, id).map(Entity::List),
            Key::InHand => Some(Entity::InHand(lists::in_hand(meeting))),
            Key::Request(id) => request(self, id).map(Entity::Request),
            Key::Move(list, number) => moved(meeting, list, *number).map(Entity::Move),
            Key::Delegation(id) => delegation(meeting, id).map(Entity::Delegation),
            Key::Official(id) => official(meeting, id).map(Entity::Official),
            Key::Occupant(id) => occupant::occupant(meeting, id).map(Entity::Occupant),
            Key::Attendance => Some(Entity::Attendance(attendance(meeting))),
            Key::Channel(id) => channel(self, id).map(Entity::Channel),
            Key::Microphone(id) => sound::microphone(meeting, id).map(Entity::Microphone),
            Key::Booth(id) => sound::booth(self, id).map(Entity::Booth),
            Key::Listeners(id) => sound::listeners(meeting, id).map(Entity::Listeners),
            Key::Readiness => Some(Entity::Readiness(sound::readiness(meeting))),
            Key::Pace => Some(Entity::Pace(sound::pace(meeting))),
            Key::Point(id) => points_of_order::point(meeting, id).map(Entity::Point),
            Key::Motion(id) => motions::motion(meeting, id).map(Entity::Motion),
            Key::Motions => Some(Entity::Motions(motions::motions(meeting))),
            Key::Paragraph(seq) => proceedings::paragraph(meeting, *seq).map(Entity::Paragraph),
            Key::Placard(delegation) => points_of_order::placard(meeting, delegation).map(Entity::Placard),
            Key::Undo => Some(Entity::Undo(undo::undo(meeting))),
            Key::Stage => panel::stage(meeting).map(Entity::Stage),
            Key::SpeakingTimes => panel::speaking_times(meeting).map(Entity::SpeakingTimes),
            Key::Questions => Some(Entity::Questions(questions::questions(meeting))),
            Key::Question(id) => questions::question(meeting, id).map(Entity::Question),
            Key::Moderation(id) => questions::moderation(meeting, id).map(Entity::Moderation),
            Key::OwnQuestion(person, id) => {
                questions::own_question(meeting, person, id).map(Entity::OwnQuestion)
            }
            Key::Votes(person) => questions::votes(meeting, person).map(Entity::Votes),
            Key::Poll(id) => polls::poll(meeting, id).map(Entity::Poll),
            Key::Tally(id) => polls::tally(meeting, id).map(Entity::Tally),
            Key::Unpublished(id) => polls::unpublished(meeting, id).map(Entity::Unpublished),
            Key::Ballot(id, voter) => polls::ballot(meeting, id, voter).map(Entity::Ballot),
            Key::OwnBallot(id, voter) => polls::own_ballot(meeting, id, voter).map(Entity::OwnBallot),
            Key::Recording => sound::recording(meeting).map(Entity::Recording),
            Key::RunSheet => run_sheet::run_sheet(meeting).map(Entity::RunSheet),
            Key::Cue(person) => run_sheet::cue(meeting, person).map(Entity::Cue),
            Key::Message(room, id) => chat::message(meeting, room, id).map(Entity::Message),
            Key::DirectMessage(person, room, id) => {
                chat::direct(meeting, person, room, id).map(Entity::Message)
            }
            Key::HeldMessage(room, id) => chat::held(meeting, None, room, id).map(Entity::HeldMessage),
            Key::OwnHeldMessage(person, room, id) => {
                chat::held(meeting, Some(person), room, id).map(Entity::HeldMessage)
            }
            Key::Room(id) => chat::room(meeting, id).map(Entity::Room),
            Key::Muted(id) => chat::muted(meeting, id).map(Entity::Muted),
            Key::Announcement(id) => chat::announcement(meeting, id).map(Entity::Announcement),
            Key::Standing(delegation, list) => standing(self, delegation, list).map(Entity::Standing),
            Key::Proposal(list) => lists::proposal(meeting, list).map(Entity::Proposal),
            Key::Address => Some(Entity::Address(address::address(meeting))),
            Key::Team(id) => lists::team(meeting, id).map(Entity::Team),
            Key::Text(request, language) => lists::text(meeting, request, language).map(Entity::Text),
            Key::Prerecorded(id) => prerecorded::prerecorded(meeting, id).map(Entity::Prerecorded),
            Key::Preparation(id) => lists::preparation(meeting, id).map(Entity::Preparation),
            Key::Forecast(id) => lists::outlook(meeting, id).map(Entity::Forecast),
            Key::Equity => Some(Entity::Equity(lists::equity(meeting))),
            Key::You(id) => you(meeting, id).map(Entity::You),
        }
    }

    fn queue(&self, list: &ListId) -> Option<&Queue<'a>> {
        let queue = self.queues.get(list)?;
        let list = self.meeting.speakers.list(list)?;
        Some(queue.get_or_init(|| Queue::of(self.meeting, list)))
    }

    fn wait(&self, entry: &Entry) -> Option<&Wait> {
        self.queue(&entry.request.list)?.wait(&entry.request.id)
    }
}

/// The entity a key names, or none where there is none to see. For more than one, use a [`View`].
pub fn render(meeting: &Meeting, key: &Key) -> Option<Entity> {
    View::of(meeting).render(key)
}

fn session(meeting: &Meeting) -> Option<SessionView> {
    let charter = meeting.charter.as_ref()?;
    let (plan, planned) = (&charter.session, meeting.planned.as_ref()?);
    Some(SessionView {
        id: "session".to_owned(),
        session: plan.id.clone(),
        conference: charter.conference.clone(),
        conference_name: charter.conference_name.clone(),
        notice: charter.notice.clone(),
        title: planned.title.clone(),
        kind: plan.kind,
        phase: meeting.programme.phase,
        since_ms: meeting.programme.since_ms,
        reason: meeting.programme.reason.clone(),
        until_ms: meeting.programme.until_ms,
        opened_at_ms: meeting.programme.opened_at_ms,
        adjourned: meeting.programme.adjourned,
        starts_at_ms: planned.times.starts_at_ms,
        ends_at_ms: planned.times.ends_at_ms,
        rescheduled: planned.rescheduled.clone(),
        schedule_version: meeting.schedule.version,
        time_zone: charter.time_zone.clone(),
        agenda: plan.agenda.clone(),
        objectives: plan.objectives.clone(),
        languages: charter.languages.clone(),
        recording_since_ms: meeting.recording.since_ms,
        microphones: plan.microphones(),
        rules: meeting.rules(),
        direct_messages: charter.direct_messages,
        polls: plan.polls,
    })
}

fn floor(meeting: &Meeting) -> FloorView {
    let turn = meeting.floor.current.as_ref().map(|current| TurnView {
        id: current.turn.id.clone(),
        request: current.turn.request.clone(),
        list: current.turn.list.clone(),
        delegation: current.turn.delegation.clone(),
        speaker: speaker(meeting, current.turn.speaker.as_ref()),
        language: current.turn.language.clone(),
        limit_ms: current.clock.limit_ms,
        spent_ms: current.clock.spent_ms,
        running_since_ms: current.clock.running_since_ms,
        limit_reached: current.clock.limit_reached,
        amber_ms: meeting.rules().amber_ms,
        halts: current.halts.iter().copied().collect(),
        halt_reason: current.halt_reason.clone(),
        prerecorded_ms: current.turn.prerecorded.as_ref().map(|statement| statement.length_ms),
    });
    let point = points_of_order::hearing(meeting);
    FloorView { id: "floor".to_owned(), turn, point, turns: meeting.floor.turns }
}

pub(super) fn speaker(meeting: &Meeting, id: Option<&PersonId>) -> Option<SpeakerView> {
    let person = meeting.roster.person(id?)?;
    let (person, name, function) = (person.id.clone(), person.name.clone(), person.function.clone());
    Some(SpeakerView { person, name, function })
}

fn list(meeting: &Meeting, id: &ListId) -> Option<ListView> {
    let list = meeting.speakers.list(id)?;
    let order = meeting.speakers.order.iter().position(|at| at == id)?;
    Some(ListView {
        id: id.clone(),
        name: list.plan.name.clone(),
        kind: list.plan.kind,
        open: list.open,
        version: list.version,
        queue: list.queue.clone(),
        heard: list.heard.newest(limits::HEARD_SHOWN).cloned().collect(),
        earlier_heard: earlier(list.heard.len()),
        earlier_written: earlier(list.written.len()),
        order: u16::try_from(order).unwrap_or(u16::MAX),
        turn_ms_max: list.times.at_most_ms,
        retimed: list.times.retimed.clone(),
        turn_ms_by_category: lists::times(list),
        times_set_at_ms: list.times.since_ms,
        opens_at_ms: list.plan.opens_at_ms.filter(|at_ms| list.window.opened != Some(*at_ms)),
        closes_at_ms: list.plan.closes_at_ms.filter(|at_ms| list.window.closed != Some(*at_ms)),
        closed_at_ms: list.closed_at_ms,
        reopened_at_ms: list.reopened_at_ms,
        debate_ended: list.debate_ended,
    })
}

/// How many came before those that a view holds; none where none did.
fn earlier(count: usize) -> Option<u32> {
    let before = count.checked_sub(limits::HEARD_SHOWN).filter(|before| *before > 0)?;
    Some(u32::try_from(before).unwrap_or(u32::MAX))
}

/// All see requests that wait, are heard, were heard or were filed in writing. One that was taken back, declined
/// or lapsed is gone from the list; only its own delegation sees how it ended.
fn request(view: &View<'_>, id: &RequestId) -> Option<RequestView> {
    let meeting = view.meeting;
    let entry = meeting.speakers.request(id)?;
    match entry.state {
        RequestState::Withdrawn | RequestState::Declined | RequestState::Lapsed => return None,
        RequestState::Inscribed
        | RequestState::Queued
        | RequestState::Called
        | RequestState::OnFloor
        | RequestState::Suspended
        | RequestState::Finished
        | RequestState::ToWritten => {}
    }
    Some(RequestView {
        id: id.clone(),
        list: entry.request.list.clone(),
        delegation: entry.request.delegation.clone(),
        speaker: speaker(meeting, entry.request.speaker.as_ref()),
        language: entry.request.language.clone(),
        on_behalf_of: entry.request.on_behalf_of.clone(),
        turn_ms: entry.request.turn_ms,
        retimed: entry.retimed.clone(),
        state: entry.state,
        since_ms: entry.since_ms,
        expected: view.wait(entry).and_then(Wait::expectation),
        spoken_ms: entry.spoken_ms,
        rank: entry.rank(meeting),
        instead_of: speaker(meeting, entry.instead_of.as_ref()),
        extra_ms: (entry.extra_ms > 0).then_some(entry.extra_ms),
        reply_to: entry.request.reply_to.clone(),
    })
}

fn moved(meeting: &Meeting, list: &ListId, number: usize) -> Option<MoveView> {
    let moved = meeting.speakers.list(list)?.moves.get(number)?;
    let by = match &moved.by {
        Actor::Person(id) => meeting.roster.person(id).map(|person| person.name.clone()),
        Actor::Server => None,
    };
    let (request, delegation, from_place, to_place, policy, lot) = match &moved.moved {
        Moved::One { request, delegation, from_place, to_place } => {
            (Some(request), delegation.clone(), *from_place, *to_place, None, None)
        }
        Moved::All { policy, lot } => (None, None, 0, 0, Some(policy.clone()), lot.clone()),
    };
    Some(MoveView {
        id: move_id(list, number),
        list: list.clone(),
        request: request.cloned(),
        delegation,
        from_place,
        to_place,
        policy,
        lot,
        reason: moved.reason.clone(),
        by: by.unwrap_or_else(Wording::default),
        at_ms: moved.at_ms,
    })
}

fn delegation(meeting: &Meeting, id: &DelegationId) -> Option<DelegationView> {
    let seat = meeting.roster.delegation(id)?;
    Some(DelegationView {
        id: id.clone(),
        formal: seat.formal.clone(),
        short: seat.short.clone(),
        plate: seat.plate.clone(),
        sort_key: seat.sort_key.clone(),
        category: seat.category,
        present: meeting.people.seated.get(id).copied().unwrap_or(0),
        absent_since_ms: meeting.people.absent_since.get(id).copied(),
        moves: meeting.rules().profile.votes() && meeting.require_conduct(id).is_ok(),
    })
}

fn official(meeting: &Meeting, id: &PersonId) -> Option<OfficialView> {
    let person = meeting.roster.person(id).filter(|person| is_official(person))?;
    Some(OfficialView {
        id: id.clone(),
        name: person.name.clone(),
        function: person.function.clone(),
        delegation: person.delegation.clone(),
        booth: person.booth.clone(),
        roles: person.roles.clone(),
        present: meeting.people.present.contains_key(id),
    })
}

fn attendance(meeting: &Meeting) -> AttendanceView {
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let by_role =
        meeting.people.attending.iter().map(|(role, people)| RoleCount { role: *role, people: *people });
    AttendanceView {
        id: "attendance".to_owned(),
        people: count(meeting.people.present.len()),
        delegations: count(meeting.people.seated.len()),
        seats: count(meeting.roster.delegations().count()),
        by_role: by_role.collect(),
        quorum: votes::quorum(meeting),
    }
}

fn channel(view: &View<'_>, id: &ChannelId) -> Option<ChannelView> {
    let channel = view.meeting.charter.as_ref()?.channels.iter().find(|channel| channel.id == *id)?;
    let (carries, quality, recorded) = sound::channel_sound(view, channel);
    Some(ChannelView {
        id: id.clone(),
        number: channel.number,
        language: channel.language.clone(),
        name: channel.name.clone(),
        carries,
        quality,
        recorded,
    })
}

fn standing(view: &View<'_>, delegation: &DelegationId, id: &ListId) -> Option<StandingView> {
    let meeting = view.meeting;
    let list = meeting.speakers.list(id)?;
    meeting.roster.delegation(delegation)?;
    let own = |entry: &&Entry| entry.request.delegation == *delegation && entry.request.list == *id;
    let waiting = view.queue(id).and_then(|queue| queue.first_of(delegation));
    let heard = meeting.floor.current.as_ref().and_then(|at| meeting.speakers.request(&at.turn.request));
    let heard = heard.filter(own);
    let live = heard.or(waiting);
    let wait = live.and_then(|entry| view.wait(entry));
    let place = wait.map(|wait| wait.place);
    let last = list.ended.get(delegation).and_then(|id| meeting.speakers.request(id));
    Some(StandingView {
        id: id.clone(),
        state: standing_state(meeting, list, live, place),
        request: live.map(|entry| entry.request.id.clone()),
        place,
        expected: wait.and_then(Wait::expectation),
        turn: heard.and_then(|_| meeting.floor.turn()),
        last: last.map(past),
        texts: live.and_then(|entry| lists::receipts(meeting, &entry.request.id)),
        prerecorded: live.and_then(|entry| prerecorded::prerecorded(meeting, &entry.request.id)),
    })
}

fn past(entry: &Entry) -> PastRequest {
    PastRequest {
        request: entry.request.id.clone(),
        state: entry.state,
        since_ms: entry.since_ms,
        reason: entry.reason.clone(),
    }
}

fn standing_state(meeting: &Meeting, list: &List, live: Option<&Entry>, place: Option<u16>) -> StandingState {
    let open = list.open;
    // The head of a list that the meeting does not work through is not the next to speak.
    let leads = list.plan.kind == ListKind::Motions || meeting.speakers.is_in_hand(&list.plan.id);
    let carried_over = meeting.programme.adjourned;
    match live.map(|entry| entry.state) {
        Some(RequestState::Queued | RequestState::Called) if carried_over => StandingState::CarriedOver,
        Some(RequestState::OnFloor) => StandingState::OnFloor,
        Some(RequestState::Suspended) => StandingState::Suspended,
        Some(RequestState::Called) => StandingState::StandBy,
        Some(RequestState::Queued) if place == Some(1) && leads => StandingState::StandBy,
        Some(RequestState::Queued) => StandingState::OnList,
        Some(RequestState::Inscribed) => StandingState::Inscribed,
        Some(
            RequestState::Finished
            | RequestState::Withdrawn
            | RequestState::Declined
            | RequestState::Lapsed
            | RequestState::ToWritten,
        )
        | None => match (meeting.programme.phase, open) {
            (Phase::Closed, true) if carried_over => StandingState::MayAsk,
            (Phase::Closed, _) => StandingState::SessionClosed,
            (Phase::Scheduled | Phase::Open | Phase::Suspended, true) => StandingState::MayAsk,
            (Phase::Scheduled | Phase::Open | Phase::Suspended, false) => StandingState::ListClosed,
        },
    }
}

fn you(meeting: &Meeting, id: &PersonId) -> Option<YouView> {
    let person = meeting.roster.person(id)?;
    Some(YouView {
        id: id.clone(),
        name: person.name.clone(),
        function: person.function.clone(),
        delegation: person.delegation.clone(),
        booth: person.booth.clone(),
        roles: person.roles.clone(),
        rights: access::rights(person),
        channel: interpretation::heard(meeting, person).map(|channel| channel.id.clone()),
        microphone: sound::your_microphone(meeting, person),
        slow_down_at_ms: sound::slow_down_at_ms(meeting, person),
        slow_down_from_ms: sound::slow_down_from_ms(meeting, person),
        rooms: rooms(meeting, person).map(|room| room.id()).collect(),
        muted: meeting.chat.muted.get(id).cloned(),
    })
}
