//! The meeting: commands become events, events become state. Pure: no clock, no chance, no input or output.

pub mod access;
pub mod charter;
pub mod clock;
mod closing;
pub mod command;
pub mod event;
pub mod feature;
pub mod follow;
pub mod hall;
mod invariant;
pub mod lapsed;
pub mod procedure;
pub mod proceedings;
pub mod record;
pub mod refusal;
pub mod sound;
pub mod statements;
pub mod undo;
pub mod view;

use std::sync::Arc;

use charter::{Charter, SessionKind};
use command::{Actor, Context, Housekeeping, Intent};
use event::{Event, Recorded};
use hall::{captions, chat, panel, polls, questions, run_sheet};
use procedure::{floor, motions, points_of_order, presence, programme, schedule, seats, speakers};
use record::notes;
use refusal::Refusal;
use sound::{help, interpretation, microphones, recording};
use statements::{prerecorded, texts};

use crate::terms::ids::{
    DelegationId, HandoverId, Language, MessageId, Moment, MotionId, PersonId, PointId, QuestionId,
    RequestId, Seq, TurnId,
};
use crate::terms::people::Roster;

/// A session's meeting as it stands. Cloning is cheap: what is large is shared until it changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meeting {
    /// Place in the log of the last event taken in.
    pub seq: Seq,
    /// Place in the conference's log of the last change that was taken in; 0 before the first.
    pub followed: Seq,
    /// What the session was convened with; none before that.
    pub charter: Option<Arc<Charter>>,
    /// People and delegations of the charter, by id.
    pub roster: Arc<Roster>,
    /// Where the session stands.
    pub programme: programme::State,
    /// Who is present.
    pub presence: presence::State,
    /// What was changed of the session's time and title since the charter.
    pub schedule: schedule::State,
    /// The session's time and title as they are now; none before it was convened.
    pub planned: Option<Arc<schedule::Planned>>,
    /// What was changed of seats since the charter.
    pub seats: seats::State,
    /// Lists of speakers.
    pub speakers: Arc<speakers::State>,
    /// What lapsed when the session was closed.
    pub lapsed: lapsed::State,
    /// Texts of statements.
    pub texts: texts::State,
    /// Pre-recorded statements.
    pub prerecorded: prerecorded::State,
    /// The floor.
    pub floor: floor::State,
    /// Points of order.
    pub points: points_of_order::State,
    /// Motions on the course of the meeting.
    pub motions: motions::State,
    /// What the desk can undo.
    pub undo: undo::State,
    /// Microphones of the floor.
    pub microphones: microphones::State,
    /// What each person hears, and the booths.
    pub interpretation: interpretation::State,
    /// Whether sound is recorded.
    pub recording: recording::State,
    /// Calls for a technician.
    pub help: help::State,
    /// The chat.
    pub chat: chat::State,
    /// Questions from the audience.
    pub questions: questions::State,
    /// The stage of a panel.
    pub panel: panel::State,
    /// Shows of hands and polls.
    pub polls: polls::State,
    /// The run sheet.
    pub run_sheet: run_sheet::State,
    /// Captions.
    pub captions: captions::State,
    /// What those who keep the record noted.
    pub notes: notes::State,
    /// What happened, as it is told to all.
    pub proceedings: proceedings::State,
}

/// Who has the floor at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasFloor<'a> {
    /// The delegation.
    pub delegation: &'a DelegationId,
    /// Who speaks for it, where known.
    pub person: Option<&'a PersonId>,
    /// The clock.
    pub clock: &'a clock::Clock,
    /// Language spoken, where known.
    pub language: Option<&'a Language>,
    /// Whether in a turn or on a point of order.
    pub kind: microphones::Kind,
}

impl Meeting {
    /// Decides what an intent makes happen, or why it is refused. Changes nothing.
    ///
    /// # Errors
    /// The [`Refusal`] that names the condition.
    pub fn decide(&self, context: &Context, intent: &Intent) -> Result<Vec<Event>, Refusal> {
        match intent {
            Intent::Server(Housekeeping::Follow(following)) => Ok(follow::decide(self, following)),
            Intent::Server(Housekeeping::Presence(presence)) => presence::decide(self, presence),
            Intent::Server(Housekeeping::ReachLimit(turn)) => floor::reach_limit(self, context, turn),
            Intent::Server(Housekeeping::ReachPointLimit(point)) => {
                points_of_order::decide::reach_limit(self, context, point)
            }
            Intent::Server(Housekeeping::ClosePoll(poll)) => polls::decide::reach_limit(self, context, poll),
            Intent::Server(Housekeeping::Prerecorded(given)) => prerecorded::receive(self, given),
            Intent::Server(Housekeeping::Text(given)) => texts::receive(self, given),
            Intent::Server(Housekeeping::CarryTexts(carried)) => Ok(texts::carried_over(self, carried)),
            Intent::Server(Housekeeping::EndPrerecorded(turn)) => prerecorded::end(self, context, turn),
            Intent::Server(Housekeeping::CutTurn(turn)) => floor::cut(self, context, turn),
            Intent::Server(Housekeeping::Inscription(list)) => speakers::window::decide(self, context, list),
            Intent::Server(Housekeeping::Microphone(reported)) => microphones::report(self, reported),
            Intent::Server(Housekeeping::TakeRecording(taking)) => Ok(recording::take(self, context, taking)),
            Intent::Server(Housekeeping::RecordingSilent(silent)) => Ok(recording::report(self, silent)),
            Intent::Server(Housekeeping::ExpireHandover(id)) => {
                interpretation::expire_handover(self, context, id)
            }
            Intent::Server(Housekeeping::CompleteHandover(id)) => {
                interpretation::complete_handover(self, context, id)
            }
            Intent::Server(Housekeeping::Caption(heard)) => Ok(captions::transcribed(self, context, heard)),
            Intent::Participant(actor, command) => {
                let person = self.roster.person(actor).ok_or(Refusal::NotInSession {})?;
                if !access::may(person, command) {
                    return Err(Refusal::NotAllowed {});
                }
                command.member().decide(self, context, person)
            }
        }
    }

    /// Takes an event in. Infallible: what was decided has happened.
    pub fn evolve(&mut self, recorded: &Recorded) {
        self.seq = recorded.seq;
        self.followed = recorded.conference_seq.unwrap_or(self.followed);
        let act = self.before_act(recorded);
        self.proceed(recorded);
        recorded.event.member().evolve(self, &recorded.stamp());
        match act {
            Some((by, restore)) => self.keep_act(by, recorded, restore),
            None => self.go_on_with_act(recorded),
        }
    }

    /// Takes an event in before it is stored, for what is decided upon it. The draft goes no further.
    fn draft(&mut self, event: &Event, context: &Context) {
        let (seq, at_ms) = (self.seq + 1, context.now_ms);
        self.evolve(&Recorded {
            seq,
            at_ms,
            actor: Actor::Server,
            conference_seq: None,
            key: None,
            event: event.clone(),
        });
    }

    /// The proceedings tell of an event by what it happens to.
    fn proceed(&mut self, recorded: &Recorded) {
        let mut proceedings = std::mem::take(&mut self.proceedings);
        proceedings.follow(self, recorded);
        self.proceedings = proceedings;
    }

    /// What time alone will bring, and when, in no order: all timers that are set.
    pub fn timers(&self) -> impl Iterator<Item = (Moment, Housekeeping)> {
        let single = [
            floor::next_timer(self),
            floor::next_cut(self),
            prerecorded::next_timer(self),
            points_of_order::decide::next_timer(self),
            polls::state::next_timer(self),
        ];
        let of_booths = interpretation::handover::timers(self);
        single.into_iter().flatten().chain(of_booths).chain(speakers::window::timers(self))
    }

    /// The first of the timers.
    pub fn next_timer(&self) -> Option<(Moment, Housekeeping)> {
        self.timers().min_by_key(|(at_ms, _)| *at_ms)
    }

    /// Who has the floor now: the delegation that is heard on a point of order, else that of the turn.
    pub fn has_floor(&self) -> Option<HasFloor<'_>> {
        if let Some(heard) = &self.points.heard {
            let language = self.roster.person(&heard.speaker).map(|person| &person.language);
            let delegation = &self.points.entry(&heard.point)?.point.delegation;
            let (person, clock) = (Some(&heard.speaker), &heard.clock);
            let kind = microphones::Kind::PointOfOrder;
            return Some(HasFloor { delegation, person, clock, language, kind });
        }
        let current = self.floor.current.as_ref()?;
        let (person, clock) = (current.turn.speaker.as_ref(), &current.clock);
        let (delegation, language) = (&current.turn.delegation, Some(&current.turn.language));
        Some(HasFloor { delegation, person, clock, language, kind: microphones::Kind::Turn })
    }

    /// Whether the session has a stage of panellists: all but plenaries.
    pub fn has_stage(&self) -> bool {
        self.charter.as_ref().is_some_and(|charter| match charter.session.kind {
            SessionKind::Plenary => false,
            SessionKind::RoundTable | SessionKind::Panel => true,
        })
    }

    /// Working languages of the session.
    pub fn languages(&self) -> &[Language] {
        self.charter.as_ref().map_or(&[], |charter| &charter.languages)
    }

    /// People and delegations are those of the charter, with what was changed of their seats.
    fn take_roster(&mut self, at_ms: Moment) {
        let Some(charter) = &self.charter else { return };
        self.roster = Arc::new(self.seats.roster(charter));
        self.presence.recount(&self.roster, at_ms);
        self.points.plan(&self.roster, at_ms);
        self.panel.plan(&self.roster, at_ms);
        self.captions.plan(&self.roster);
    }

    fn request_id(&self, context: &Context) -> RequestId {
        RequestId::numbered("r", context.next_seq)
    }

    fn turn_id(&self, context: &Context) -> TurnId {
        TurnId::numbered("t", context.next_seq)
    }

    fn point_id(&self, context: &Context) -> PointId {
        PointId::numbered("p", context.next_seq)
    }

    fn motion_id(&self, context: &Context) -> MotionId {
        MotionId::numbered("mo", context.next_seq)
    }

    fn handover_id(&self, context: &Context) -> HandoverId {
        HandoverId::numbered("h", context.next_seq)
    }

    fn question_id(&self, context: &Context) -> QuestionId {
        QuestionId::numbered("q", context.next_seq)
    }

    fn message_id(&self, context: &Context) -> MessageId {
        MessageId::numbered("m", context.next_seq)
    }
}
