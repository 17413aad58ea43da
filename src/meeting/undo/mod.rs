//! Undoing the last act of the desk, for some seconds: the slip of a finger at the chair's console.
//!
//! An act is undone by putting back what it changed and nothing else: a request made meanwhile is not lost. Whether that
//! may be is found out by trying. What it changed must be as the act left it, or an act of others would be taken back
//! with it; the floor goes back only where it could be given; and the meeting that comes of it must be sound and within
//! its limits.

mod commands;
mod events;
pub(in crate::meeting) mod view;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::meeting::clock::Clock;
use crate::meeting::command::{Actor, Context};
use crate::meeting::event::{self, Recorded, Stamp};
use crate::meeting::feature::Happened;
use crate::meeting::hall::panel;
use crate::meeting::procedure::floor::{self, Current, Halt};
use crate::meeting::procedure::points_of_order::{self, Heard};
use crate::meeting::procedure::speakers::{self, DebateEnd, Entry, Openness, RequestBefore, Times};
use crate::meeting::procedure::{motions, programme};
use crate::meeting::refusal::Refusal;
use crate::meeting::sound::microphones;
use crate::meeting::statements::texts::Text;
use crate::meeting::{Meeting, access};
use crate::terms::clip::Prerecorded;
use crate::terms::ids::{
    DelegationId, ItemId, ListId, Millis, Moment, PersonId, PointId, RequestId, Seq, TurnId,
};
use crate::terms::limits;

/// What a participant may ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "UndoCommand"), schemars(rename = "UndoCommand"))]
pub enum Command {
    /// Undo the desk's last act, within ten seconds of it.
    UndoAct {
        /// Which act, as the view names it.
        #[cfg_attr(test, ts(type = "number"))]
        act: Seq,
    },
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The desk's last act was undone.
    ActUndone {
        /// Which act.
        act: Seq,
    },
}

/// What the desk did last, as far as it can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// The act, until it is undone or another follows.
    pub last: Option<Arc<Act>>,
}

impl State {
    /// The texts that come back when the act is undone.
    pub(in crate::meeting) fn texts(&self) -> impl Iterator<Item = &Text> {
        let texts = self.last.iter().filter_map(|act| match &act.restore {
            Restore::Request { texts, .. } => Some(texts),
            Restore::List(_)
            | Restore::InHand(_)
            | Restore::Order { .. }
            | Restore::Floor { .. }
            | Restore::Extension { .. }
            | Restore::Stage(_)
            | Restore::Halted(_)
            | Restore::Point(_)
            | Restore::Session(_) => None,
        });
        texts.flatten().map(|(_, text)| text)
    }

    /// The statement that comes back when the act is undone.
    pub(in crate::meeting) fn statement(&self) -> Option<&Prerecorded> {
        match &self.last.as_ref()?.restore {
            Restore::Request { prerecorded, .. } => prerecorded.as_ref().map(|(_, statement)| statement),
            Restore::Floor { ended, .. } => ended.as_ref()?.0.turn.prerecorded.as_ref(),
            Restore::List(_)
            | Restore::InHand(_)
            | Restore::Order { .. }
            | Restore::Extension { .. }
            | Restore::Stage(_)
            | Restore::Halted(_)
            | Restore::Point(_)
            | Restore::Session(_) => None,
        }
    }
}

/// Why undoing an act would not do, though nobody has acted on what it changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UndoBar {
    /// The delegation has asked again, and would wait more often than it may.
    Requests,
    /// The delegation would have more replies than it may.
    Replies,
    /// The motion was decided on, or others speak on it instead.
    Motion,
    /// The floor cannot be given back: other business goes first, the debate is over, or the speaker is withdrawn.
    Floor,
    /// The meeting would contradict its rules otherwise.
    Rules,
}

impl std::fmt::Display for UndoBar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Requests => "the delegation has asked again and may not wait more often",
            Self::Replies => "the delegation would have more replies than it may",
            Self::Motion => "the motion is decided on, or others speak on it",
            Self::Floor => "other business goes first, the debate is over, or the speaker is withdrawn",
            Self::Rules => "the meeting has gone on since",
        })
    }
}

/// An act that can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Place in the log of its first event: its name.
    pub seq: Seq,
    /// Place of its last.
    pub last_seq: Seq,
    /// Tag of the event that tells best what was done.
    pub what: &'static str,
    /// Who did it.
    pub by: PersonId,
    /// When.
    pub at_ms: Moment,
    /// How it is undone.
    pub restore: Restore,
    /// What it changed, as it left it.
    pub left: Left,
}

/// What an act changed, as it stood after it. While it stands so, undoing takes back nothing that others did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Left {
    openness: Option<Openness>,
    /// The list that was taken up, where the act was that.
    taken_up: Option<Option<ListId>>,
    /// Requests, with the speaking times of their lists and how the debate there was ended: what the desk or the meeting
    /// has decided for all who wait holds for who comes back, too.
    requests: Vec<(Entry, Times, Option<DebateEnd>)>,
    /// The turn in progress or none, where the act was about the floor.
    turn: Option<Option<Current>>,
    /// The item under way, the clocks of what the act began and ended, and the timer, where it was about the stage.
    stage: Option<Staged>,
    /// The point of order that it was about, the one that is heard, and the one ruled on last.
    point: Option<(points_of_order::Entry, Option<Heard>, Option<PointId>)>,
    /// Where the session stands, where the act was about that or about a point of order.
    session: Option<programme::State>,
}

impl Left {
    fn of(meeting: &Meeting, restore: &Restore) -> Self {
        let openness =
            if let Restore::List(was) = restore { meeting.speakers.openness(&was.list) } else { None };
        let of_hand = matches!(restore, Restore::InHand(_));
        let request = |kept: &RequestBefore| {
            let entry = meeting.speakers.request(&kept.entry.request.id)?;
            let list = meeting.speakers.list(&entry.request.list)?;
            Some((entry.clone(), list.times.clone(), list.debate_ended))
        };
        let of_session = matches!(restore, Restore::Point(_) | Restore::Session(_));
        let of_floor = of_session || matches!(restore, Restore::Floor { .. });
        let point =
            if let Restore::Point(was) = restore { point_of(meeting, &was.entry.point.id) } else { None };
        let stage = if let Restore::Stage(was) = restore { Some(was.staged.again(meeting)) } else { None };
        Self {
            openness,
            taken_up: of_hand.then(|| meeting.speakers.taken_up.clone()),
            requests: restore.kept().filter_map(request).collect(),
            turn: of_floor.then(|| meeting.floor.current.clone()),
            stage,
            point,
            session: of_session.then(|| meeting.programme.clone()),
        }
    }

    fn is_so(&self, meeting: &Meeting) -> bool {
        let Self { openness, taken_up, requests, turn, stage, point, session } = self;
        let stands = |(entry, times, debate_ended): &(Entry, Times, Option<DebateEnd>)| {
            let list = meeting.speakers.list(&entry.request.list);
            meeting.speakers.request(&entry.request.id) == Some(entry)
                && list.is_some_and(|list| list.times == *times && list.debate_ended == *debate_ended)
        };
        openness.as_ref().is_none_or(|was| meeting.speakers.openness(&was.list).as_ref() == Some(was))
            && taken_up.as_ref().is_none_or(|was| meeting.speakers.taken_up == *was)
            && requests.iter().all(stands)
            && turn.as_ref().is_none_or(|turn| is_same_turn(turn.as_ref(), meeting.floor.current.as_ref()))
            && stage.as_ref().is_none_or(|stage| stage.again(meeting) == *stage)
            && point.as_ref().is_none_or(|was| point_of(meeting, &was.0.point.id).as_ref() == Some(was))
            && session.as_ref().is_none_or(|session| meeting.programme == *session)
    }
}

/// A point of order, the one that is heard, and the one ruled on last. That its time has passed is nobody's act.
fn point_of(
    meeting: &Meeting,
    id: &PointId,
) -> Option<(points_of_order::Entry, Option<Heard>, Option<PointId>)> {
    let points_of_order::State { heard, ruled, .. } = &meeting.points;
    let told = |heard: &Heard| Heard { clock: told(&heard.clock), ..heard.clone() };
    Some((meeting.points.counted(id)?.clone(), heard.as_ref().map(told), ruled.clone()))
}

/// A clock, whether its limit has passed or not.
fn told(clock: &Clock) -> Clock {
    Clock { limit_reached: false, ..clock.clone() }
}

/// Whether a turn is as it was. That its time has passed is nobody's act.
fn is_same_turn(was: Option<&Current>, now: Option<&Current>) -> bool {
    let (Some(was), Some(now)) = (was, now) else { return was.is_none() && now.is_none() };
    was.turn == now.turn && was.halts == now.halts && told(&was.clock) == told(&now.clock)
}

impl Act {
    /// Until when it can be undone.
    pub fn until_ms(&self) -> Moment {
        self.at_ms + limits::UNDO_WITHIN_MS
    }

    /// The requests that undoing it puts back.
    pub fn requests(&self) -> impl Iterator<Item = &RequestId> {
        self.restore.kept().map(|kept| &kept.entry.request.id)
    }

    /// The delegation that it was about, if any.
    pub fn delegation(&self, meeting: &Meeting) -> Option<DelegationId> {
        if let Restore::Point(was) = &self.restore {
            return Some(was.entry.point.delegation.clone());
        }
        let request = self.request().and_then(|request| meeting.speakers.request(request));
        request.map(|entry| entry.request.delegation.clone())
    }

    /// The request that it was about, if any.
    pub fn request(&self) -> Option<&RequestId> {
        self.requests().next()
    }

    /// Whether what it changed is as it left it.
    fn stands(&self, meeting: &Meeting) -> bool {
        let of_turn = if let Restore::Extension { turn, .. } = &self.restore {
            floor::in_progress(meeting, turn).is_ok()
        } else {
            // What halts a turn is the beginning of another act.
            !matches!(self.restore, Restore::Halted(_))
        };
        of_turn && self.left.is_so(meeting)
    }

    /// What bars the floor from going back: whatever bars it from being given.
    fn barred_floor(&self, meeting: &Meeting) -> Option<UndoBar> {
        let Restore::Floor { ended: Some(ended), .. } = &self.restore else { return None };
        let (Current { turn, .. }, kept) = ended.as_ref();
        let seated = |speaker: &PersonId| meeting.roster.seat(speaker) == Some(&turn.delegation);
        let free = meeting.points.require_settled().is_ok()
            && motions::decide::require_in_order(meeting, &kept.entry.request).is_ok();
        (!free || !turn.speaker.as_ref().is_none_or(seated)).then_some(UndoBar::Floor)
    }

    /// What is wrong with the meeting that came of undoing it, if anything is. A delegation that had more than a later
    /// charter allows is not denied what it had.
    fn barred_after(&self, before: &Meeting, after: &Meeting) -> Option<UndoBar> {
        for Entry { request, .. } in self.restore.kept().map(|kept| &kept.entry) {
            let Some(list) = after.speakers.list(&request.list) else { return Some(UndoBar::Rules) };
            let (waited, replied) = before
                .speakers
                .list(&request.list)
                .map_or((0, 0), |list| before.speakers.had_by(list, &request.delegation));
            let (waits, replies) = after.speakers.had_by(list, &request.delegation);
            if waits > waited.max(list.plan.requests_per_delegation_max.into()) {
                return Some(UndoBar::Requests);
            }
            if list.plan.replies_max().is_some_and(|max| replies > replied.max(max.into())) {
                return Some(UndoBar::Replies);
            }
        }
        // What an older log has brought in broken is not of this act.
        let newly = |part: fn(&Meeting) -> Option<String>| {
            part(after).is_some_and(|broken| part(before) != Some(broken))
        };
        if newly(motions::state::broken_invariant) {
            return Some(UndoBar::Motion);
        }
        newly(Meeting::broken_invariant).then_some(UndoBar::Rules)
    }
}

impl Restore {
    /// The requests that are put back.
    fn kept(&self) -> impl Iterator<Item = &RequestBefore> {
        let (first, second) = match self {
            Self::List(_)
            | Self::InHand(_)
            | Self::Order { .. }
            | Self::Extension { .. }
            | Self::Stage(_)
            | Self::Halted(_)
            | Self::Point(_)
            | Self::Session(_) => (None, None),
            Self::Request { kept, .. } => (Some(kept.as_ref()), None),
            Self::Floor { given, ended } => (given.as_deref(), ended.as_deref().map(|(_, kept)| kept)),
        };
        first.into_iter().chain(second)
    }
}

/// What undoing an act puts back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Restore {
    /// A list that was open or closed.
    List(speakers::Openness),
    /// The list that was taken up before; none where none was.
    InHand(Option<ListId>),
    /// The order of a list.
    Order {
        /// Which list.
        list: ListId,
        /// Who waited, in order.
        queue: Vec<RequestId>,
    },
    /// A request as it stood.
    Request {
        /// The request.
        kept: Box<RequestBefore>,
        /// The texts that it had.
        texts: Vec<(Moment, Text)>,
        /// The statement that was recorded ahead.
        prerecorded: Option<(Moment, Prerecorded)>,
    },
    /// The floor: the request that was given it waits again, the turn that ended for it goes on.
    Floor {
        /// The request that was given the floor.
        given: Option<Box<RequestBefore>>,
        /// The turn that ended, and its request.
        ended: Option<Box<(Current, RequestBefore)>>,
    },
    /// A turn without the time that it was given.
    Extension {
        /// Which turn.
        turn: TurnId,
        /// How much.
        by_ms: Millis,
    },
    /// The stage: the item that was under way goes on, and the timer that ran.
    Stage(Box<StageWas>),
    /// The turn that halts for what follows in the same act.
    Halted(Halted),
    /// A point of order that was heard, or ruled on.
    Point(Box<PointWas>),
    /// The session, which was suspended. Microphones on the podium closed then and stay closed: whoever thought to be
    /// unheard is not heard by another's act.
    Session(Box<SessionWas>),
}

/// A turn that an act has halted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halted {
    /// Which.
    pub turn: TurnId,
    /// For what.
    pub cause: Halt,
    /// Whether the proceedings told already that it was interrupted for that.
    pub told: bool,
}

/// Points of order before an act, as far as the act changed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointWas {
    /// The point.
    pub entry: points_of_order::Entry,
    /// The one that was heard.
    pub heard: Option<Heard>,
    /// The one ruled on last.
    pub ruled: Option<PointId>,
    /// The turn that the act halted.
    pub halted: Option<Halted>,
}

/// The session before it was suspended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionWas {
    /// Where it stood.
    pub programme: programme::State,
    /// The ruling that could be appealed against.
    pub ruled: Option<PointId>,
    /// The turn that the act halted.
    pub halted: Option<Halted>,
}

impl Restore {
    /// The turn that the act halted, if it did.
    pub fn halted(&self) -> Option<&Halted> {
        match self {
            Self::Halted(halted) => Some(halted),
            Self::Point(was) => was.halted.as_ref(),
            Self::Session(was) => was.halted.as_ref(),
            Self::List(_)
            | Self::InHand(_)
            | Self::Order { .. }
            | Self::Request { .. }
            | Self::Floor { .. }
            | Self::Extension { .. }
            | Self::Stage(_) => None,
        }
    }

    /// With the turn that halted for it.
    fn after(self, halted: Halted) -> Self {
        match self {
            Self::Point(was) => Self::Point(Box::new(PointWas { halted: Some(halted), ..*was })),
            Self::Session(was) => Self::Session(Box::new(SessionWas { halted: Some(halted), ..*was })),
            Self::List(_)
            | Self::InHand(_)
            | Self::Order { .. }
            | Self::Request { .. }
            | Self::Floor { .. }
            | Self::Extension { .. }
            | Self::Stage(_)
            | Self::Halted(_) => self,
        }
    }
}

/// The stage before an act, as far as the act changed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageWas {
    /// Items and timer.
    pub staged: Staged,
    /// Since when no item was under way, if one ever was.
    pub free_since_ms: Option<Moment>,
    /// What whoever's timer ran had spoken by timers before.
    pub spoken: Option<(PersonId, Option<panel::Spoken>)>,
    /// Whose microphone the act opened.
    pub opened: Option<PersonId>,
}

/// Items of the run sheet and the timer, as they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Staged {
    /// The item under way.
    pub current: Option<ItemId>,
    /// The clocks of the items that are looked at; none of one that is not on the sheet, or has not begun.
    pub clocks: Vec<(ItemId, Option<Clock>)>,
    /// The timer.
    pub timer: Option<panel::Timer>,
}

impl Staged {
    fn of(meeting: &Meeting, items: impl Iterator<Item = ItemId>) -> Self {
        let clock = |id: &ItemId| meeting.run_sheet.find(id).and_then(|(_, entry)| entry.clock.clone());
        Self {
            current: meeting.run_sheet.current.clone(),
            clocks: items.map(|id| (id.clone(), clock(&id))).collect(),
            timer: meeting.panel.timer.clone(),
        }
    }

    /// The same items in a meeting as it stands.
    fn again(&self, meeting: &Meeting) -> Self {
        Self::of(meeting, self.clocks.iter().map(|(id, _)| id.clone()))
    }
}

impl StageWas {
    /// The stage before an act begins or ends an item, or the timer.
    pub(in crate::meeting) fn of(meeting: &Meeting, item: Option<&ItemId>) -> Box<Self> {
        let under_way = meeting.run_sheet.current.iter().chain(item).cloned();
        let spoke = meeting.panel.timer.as_ref().map(|timer| &timer.person);
        Box::new(Self {
            staged: Staged::of(meeting, under_way),
            free_since_ms: meeting.run_sheet.free_since_ms,
            spoken: spoke.map(|person| (person.clone(), meeting.panel.spoken.get(person).copied())),
            opened: None,
        })
    }
}

impl Meeting {
    /// The desk's last act, while what it changed is as it left it and the session is not over.
    pub fn undoable(&self) -> Option<&Act> {
        self.undo.last.as_deref().filter(|act| !self.programme.is_over() && act.stands(self))
    }

    /// What tells that act from another: its place in the log, and what was done. Giving the floor keeps the place of the
    /// turn that ended for it.
    pub(in crate::meeting) fn undo_subject(&self) -> Option<(Seq, &'static str)> {
        self.undoable().map(|act| (act.seq, act.what))
    }

    /// How things stand before an event, where it is an act of the desk that can be undone. To be called before the event
    /// is taken in.
    pub(in crate::meeting) fn before_act(&self, recorded: &Recorded) -> Option<(PersonId, Restore)> {
        let Actor::Person(by) = &recorded.actor else { return None };
        // Most events are no such act, whoever did them: what they are is seen sooner than who that was.
        let restore = recorded.event.member().restore(self, recorded.at_ms)?;
        let by = self.roster.person(by).filter(|person| access::presides(person))?;
        Some((by.id.clone(), restore))
    }

    /// Keeps an act, once its event is taken in. Giving the floor ends the turn before and begins another: two events,
    /// one act.
    pub(in crate::meeting) fn keep_act(&mut self, by: PersonId, recorded: &Recorded, restore: Restore) {
        let what = recorded.event.tag();
        let follows = |last: &Arc<Act>| {
            last.last_seq + 1 == recorded.seq && last.by == by && last.at_ms == recorded.at_ms
        };
        if let (Some(last), Restore::Stage(now)) = (&self.undo.last, &restore)
            && follows(last)
            && let Restore::Stage(was) = &last.restore
        {
            // What stood before the first of its events, with the clock of the item that this one begins.
            let mut was = was.as_ref().clone();
            for (item, clock) in &now.staged.clocks {
                if !was.staged.clocks.iter().any(|(known, _)| known == item) {
                    was.staged.clocks.push((item.clone(), clock.clone()));
                }
            }
            // What was done with an item tells more than what came of it for the timer.
            let of_timer = matches!(recorded.event, event::Event::Panel(_)) && last.what.starts_with("item_");
            let what = if of_timer { last.what } else { what };
            let (seq, restore) = (last.seq, Restore::Stage(Box::new(was)));
            let left = Left::of(self, &restore);
            let (last_seq, at_ms) = (recorded.seq, recorded.at_ms);
            self.undo.last = Some(Arc::new(Act { seq, last_seq, what, by, at_ms, restore, left }));
            return;
        }
        let earlier = self.undo.last.take_if(|last| {
            let gives = matches!(&last.restore, Restore::Floor { given: None, ended: Some(_) });
            let halts = matches!(&last.restore, Restore::Halted(_));
            let halted = matches!(&restore, Restore::Point(_) | Restore::Session(_));
            let begins = (gives && what == "floor_given") || (halts && halted);
            follows(last) && begins
        });
        let (seq, restore) = match (earlier.map(|act| (act.seq, act.restore.clone())), restore) {
            (Some((seq, Restore::Floor { ended, .. })), Restore::Floor { given, .. }) => {
                (seq, Restore::Floor { given, ended })
            }
            (Some((seq, Restore::Halted(halted))), restore) => (seq, restore.after(halted)),
            (_, restore) => (recorded.seq, restore),
        };
        let left = Left::of(self, &restore);
        let (last_seq, at_ms) = (recorded.seq, recorded.at_ms);
        self.undo.last = Some(Arc::new(Act { seq, last_seq, what, by, at_ms, restore, left }));
    }

    /// Goes on with an act of the stage, which ends one item, begins another, times its person and opens their
    /// microphone: several events, one act. Each is taken in already.
    pub(in crate::meeting) fn go_on_with_act(&mut self, recorded: &Recorded) {
        let Some(last) = self.undo.last.clone() else { return };
        let Actor::Person(by) = &recorded.actor else { return };
        let Restore::Stage(was) = &last.restore else { return };
        let of_act = last.last_seq + 1 == recorded.seq && last.by == *by && last.at_ms == recorded.at_ms;
        let event::Event::Microphones(microphones::Event::MicrophoneOpened { person }) = &recorded.event
        else {
            return;
        };
        if of_act && self.panel.timer.as_ref().is_some_and(|timer| timer.person == *person) {
            let was = StageWas { opened: Some(person.clone()), ..was.as_ref().clone() };
            let restore = Restore::Stage(Box::new(was));
            self.undo.last = Some(Arc::new(Act { restore, last_seq: recorded.seq, ..last.as_ref().clone() }));
        }
    }

    /// Takes in what is so again as if it had happened now.
    fn goes_on(&mut self, event: &dyn Happened, at_ms: Moment) {
        event.evolve(self, &Stamp { seq: self.seq, at_ms, actor: &Actor::Server, by_conference: false });
    }

    /// The turn that an act halted goes on, as when it is resumed.
    fn go_on(&mut self, halted: Option<&Halted>, at_ms: Moment) {
        if let Some(Halted { turn, cause, .. }) = halted {
            let resumed = floor::Event::TurnResumed { turn: turn.clone(), cause: *cause };
            self.goes_on(&resumed, at_ms);
        }
    }

    pub(in crate::meeting) fn evolve_undo(&mut self, event: &Event, at_ms: Moment) {
        let Event::ActUndone { act } = event;
        let Some(undone) = self.undo.last.take_if(|last| last.seq == *act) else { return };
        let speakers = Arc::make_mut(&mut self.speakers);
        match undone.restore.clone() {
            Restore::Halted(_) => {}
            Restore::Point(was) => {
                let PointWas { entry, heard, ruled, halted } = *was;
                self.go_on(halted.as_ref(), at_ms);
                let others = self.points.heard.is_some() != heard.is_some();
                self.points.put_back(entry, heard, ruled);
                if others {
                    self.microphones.begin_turn(at_ms);
                }
            }
            Restore::Session(was) => {
                let SessionWas { programme, ruled, halted } = *was;
                self.goes_on(&programme::Event::SessionResumed {}, at_ms);
                self.go_on(halted.as_ref(), at_ms);
                (self.programme, self.points.ruled) = (programme, ruled);
            }
            Restore::List(openness) => speakers.put_back_openness(&openness),
            Restore::InHand(list) => speakers.taken_up = list,
            Restore::Order { list, queue } => speakers.put_back_order(&list, &queue),
            Restore::Request { kept, texts, prerecorded } => {
                let request = &kept.entry.request.id;
                let dropped = speakers.request(request).is_some_and(|entry| !entry.counts());
                if dropped {
                    self.texts.put_back(request, texts);
                    self.prerecorded.put_back(request, prerecorded);
                }
                speakers.put_back(&kept);
            }
            Restore::Floor { given, ended } => {
                if let Some(kept) = given {
                    speakers.put_back(&kept);
                    self.floor.take_back(at_ms);
                }
                if let Some((current, kept)) = ended.map(|ended| *ended) {
                    speakers.put_back(&kept);
                    self.floor.current = Some(current);
                }
                self.microphones.begin_turn(at_ms);
            }
            Restore::Extension { by_ms, .. } => {
                if let Some(current) = &mut self.floor.current {
                    current.clock.extend(-by_ms, at_ms);
                }
            }
            Restore::Stage(was) => {
                let StageWas { staged: Staged { current, clocks, timer }, free_since_ms, spoken, opened } =
                    *was;
                self.run_sheet.put_back(current, free_since_ms, &clocks);
                self.panel.put_back(timer, spoken);
                if let Some(person) = opened {
                    self.microphones.leave(&person);
                }
            }
        }
    }
}

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let Command::UndoAct { act } = command;
    let last = meeting.undoable().filter(|last| last.seq == *act && context.now_ms <= last.until_ms());
    let last = last.ok_or(Refusal::NothingToUndo {})?;
    let undone = event::Event::Undo(Event::ActUndone { act: *act });
    let mut after = meeting.clone();
    after.draft(&undone, context);
    match last.barred_floor(meeting).or_else(|| last.barred_after(meeting, &after)) {
        Some(bar) => Err(Refusal::UndoBarred { bar }),
        None => Ok(vec![undone]),
    }
}
