//! The meeting: commands become events, events become state. Pure: no clock, no chance, no input or output.

pub mod access;
pub mod charter;
pub mod chat;
pub mod clock;
pub mod command;
pub mod ended;
pub mod event;
pub mod floor;
pub mod follow;
pub mod host_clock;
pub mod ids;
pub mod interpretation;
mod invariant;
mod last_of;
pub mod limits;
pub mod microphones;
pub mod motions;
pub mod panel;
pub mod people;
pub mod plan;
pub mod points_of_order;
pub mod polls;
pub mod prerecorded;
pub mod proceedings;
pub mod programme;
pub mod questions;
pub mod read_by_type;
pub mod recording;
pub mod refusal;
pub mod refusals;
pub mod rules;
pub mod run_sheet;
pub mod schedule;
pub mod seats;
mod shared;
pub mod sittings;
pub mod speakers;
pub mod text;
pub mod texts;
pub mod undo;
pub mod view;
pub mod votes;

use std::sync::Arc;

use charter::Charter;
use command::{Actor, Command, Context, Housekeeping, Intent};
use event::{Event, Recorded};
use ids::{
    DelegationId, HandoverId, Language, MessageId, Moment, MotionId, PersonId, PointId, QuestionId,
    RequestId, Seq, TurnId,
};
use people::Roster;
use refusal::Refusal;

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
    pub people: people::State,
    /// What was changed of the session's time and title since the charter.
    pub schedule: schedule::State,
    /// The session's time and title as they are now; none before it was convened.
    pub planned: Option<Arc<schedule::Planned>>,
    /// What was changed of seats since the charter.
    pub seats: seats::State,
    /// Lists of speakers.
    pub speakers: Arc<speakers::State>,
    /// What lapsed when the session was closed.
    pub sittings: sittings::State,
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
            Intent::Server(Housekeeping::Presence(presence)) => people::decide(self, presence),
            Intent::Server(Housekeeping::ReachLimit(turn)) => floor::reach_limit(self, context, turn),
            Intent::Server(Housekeeping::ReachPointLimit(point)) => {
                points_of_order::decide::reach_limit(self, context, point)
            }
            Intent::Server(Housekeeping::ClosePoll(poll)) => polls::decide::reach_limit(self, context, poll),
            Intent::Server(Housekeeping::Prerecorded(given)) => prerecorded::receive(self, given),
            Intent::Server(Housekeeping::EndPrerecorded(turn)) => prerecorded::end(self, context, turn),
            Intent::Server(Housekeeping::CutTurn(turn)) => floor::cut(self, context, turn),
            Intent::Server(Housekeeping::Inscription(list)) => speakers::window::decide(self, context, list),
            Intent::Server(Housekeeping::Microphone(reported)) => microphones::report(self, reported),
            Intent::Server(Housekeeping::RecordingSilent(silent)) => Ok(recording::report(self, silent)),
            Intent::Server(Housekeeping::ExpireHandover(id)) => {
                interpretation::expire_handover(self, context, id)
            }
            Intent::Server(Housekeeping::CompleteHandover(id)) => {
                interpretation::complete_handover(self, context, id)
            }
            Intent::Participant(actor, command) => {
                let person = self.roster.person(actor).ok_or(Refusal::NotInSession {})?;
                if !access::may(person, command) {
                    return Err(Refusal::NotAllowed {});
                }
                match command {
                    Command::Programme(command) => programme::decide(self, context, command),
                    Command::Speakers(command) => speakers::decide::decide(self, context, actor, command),
                    Command::Texts(command) => texts::decide(self, actor, command),
                    Command::Prerecorded(command) => prerecorded::decide(self, context, actor, command),
                    Command::Floor(command) => floor::decide(self, context, actor, command),
                    Command::PointsOfOrder(command) => {
                        points_of_order::decide::decide(self, context, actor, command)
                    }
                    Command::Motions(command) => motions::decide::decide(self, context, person, command),
                    Command::Undo(command) => undo::decide(self, context, command),
                    Command::Microphones(command) => microphones::decide(self, person, command),
                    Command::Interpretation(command) => {
                        interpretation::decide(self, context, person, command)
                    }
                    Command::Recording(command) => recording::decide(self, person, command),
                    Command::Chat(command) => chat::decide(self, context, person, command),
                    Command::Questions(command) => questions::decide::decide(self, context, person, command),
                    Command::Panel(command) => panel::decide(self, command),
                    Command::Polls(command) => polls::decide::decide(self, context, person, command),
                    Command::RunSheet(command) => run_sheet::decide::decide(self, context, command),
                }
            }
        }
    }

    /// Takes an event in. Infallible: what was decided has happened.
    pub fn evolve(&mut self, recorded: &Recorded) {
        let at_ms = recorded.at_ms;
        self.seq = recorded.seq;
        self.followed = recorded.conference_seq.unwrap_or(self.followed);
        let act = self.before_act(recorded);
        self.proceed(recorded);
        match &recorded.event {
            Event::Programme(event) => self.evolve_programme(event, at_ms, recorded.conference_seq.is_some()),
            Event::People(event) => {
                self.people.evolve(event, at_ms, &self.roster);
                self.sound_follows_presence(event);
            }
            Event::Schedule(event) => {
                self.schedule.evolve(event);
                self.take_plan();
            }
            Event::Seats(event) => {
                self.seats.evolve(event);
                self.take_roster(at_ms);
                self.sound_follows_charter(self.charter.clone().as_deref());
            }
            Event::Speakers(event) => {
                self.keep_lapsing(event);
                Arc::make_mut(&mut self.speakers).evolve(event, at_ms, &recorded.actor, &self.roster);
                self.motions.follow_lists(event);
                self.requests_follow_motions(event);
                self.texts_follow_lists(event);
            }
            Event::Texts(event) => self.texts.evolve(event, at_ms),
            Event::Prerecorded(event) => {
                self.prerecorded.evolve(event, at_ms);
                self.floor_follows_prerecorded(event, at_ms);
            }
            Event::Floor(event) => self.evolve_floor(event, at_ms),
            Event::PointsOfOrder(event) => {
                self.points.evolve(event, at_ms);
                self.sound_follows_points(event, at_ms);
            }
            Event::Motions(event) => self.motions.evolve(event, at_ms),
            Event::Undo(event) => self.evolve_undo(event, at_ms),
            Event::Microphones(event) => {
                let of_turn = self.has_floor().is_some_and(|has| has.person == Some(event.person()));
                self.microphones.evolve(event, at_ms, &recorded.actor, of_turn);
            }
            Event::Interpretation(event) => self.evolve_interpretation(event, at_ms),
            Event::Recording(event) => self.recording.evolve(event, at_ms),
            Event::Chat(event) => self.chat.evolve(event, at_ms),
            Event::Questions(event) => self.questions.evolve(event, at_ms),
            Event::Panel(event) => self.panel.evolve(event, at_ms),
            Event::Polls(event) => {
                self.polls.evolve(event, at_ms);
                self.poll_keeps_present(event);
            }
            Event::RunSheet(event) => self.run_sheet.evolve(event, at_ms),
        }
        match act {
            Some((by, restore)) => self.keep_act(by, recorded, restore),
            None => self.go_on_with_act(recorded),
        }
    }

    fn evolve_programme(&mut self, event: &programme::Event, at_ms: Moment, by_conference: bool) {
        self.programme.evolve(event, at_ms);
        self.schedule.follow_session(event);
        self.take_charter(event, at_ms, by_conference);
        self.take_plan();
        self.podium_follows_session(event);
        self.points.follow_session(event, at_ms);
        self.panel.follow_session(event, at_ms);
        self.polls.follow_session(event, at_ms);
        self.run_sheet.follow_session(event, at_ms);
        self.sittings_follow_session(event, at_ms);
    }

    fn evolve_floor(&mut self, event: &floor::Event, at_ms: Moment) {
        self.lists_follow_floor(event, at_ms);
        self.sound_follows_floor(event, at_ms);
        self.floor.evolve(event, at_ms);
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

    /// Working languages of the session.
    pub fn languages(&self) -> &[Language] {
        self.charter.as_ref().map_or(&[], |charter| &charter.languages)
    }

    fn take_charter(&mut self, event: &programme::Event, at_ms: Moment, by_conference: bool) {
        match event {
            programme::Event::SessionConvened { charter } | programme::Event::CharterRevised { charter } => {
                self.run_sheet.plan(charter);
                let before = self.charter.replace(Arc::new((**charter).clone()));
                if by_conference {
                    self.seats.settle(charter);
                    self.schedule.settle(charter);
                }
                self.take_roster(at_ms);
                Arc::make_mut(&mut self.speakers).plan(&motions::planned_lists(charter));
                self.sound_follows_charter(before.as_deref());
            }
            programme::Event::SessionOpened {}
            | programme::Event::SessionSuspended { .. }
            | programme::Event::SessionResumed {}
            | programme::Event::SessionClosed { .. }
            | programme::Event::SessionAdjourned {}
            | programme::Event::SessionReopened { .. } => {}
        }
    }

    /// People and delegations are those of the charter, with what was changed of their seats.
    fn take_roster(&mut self, at_ms: Moment) {
        let Some(charter) = &self.charter else { return };
        self.roster = Arc::new(self.seats.roster(charter));
        self.people.recount(&self.roster, at_ms);
        self.points.plan(&self.roster, at_ms);
        self.panel.plan(&self.roster, at_ms);
    }

    /// The text and the recording of a request that ended unheard go with it.
    fn texts_follow_lists(&mut self, event: &speakers::Event) {
        if let Some(request) = event.request()
            && self.speakers.request(request).is_some_and(|entry| !entry.counts())
        {
            self.texts.drop_of(request);
            self.prerecorded.drop_of(request);
        }
    }

    /// Who was to speak on a motion that was withdrawn before it was taken up has asked for nothing.
    fn requests_follow_motions(&mut self, event: &speakers::Event) {
        if let speakers::Event::RequestLapsed { request } = event
            && self
                .speakers
                .request(request)
                .is_some_and(|entry| motions::is_motions_list(&entry.request.list))
            && self.motions.is_of_withdrawn(request)
        {
            Arc::make_mut(&mut self.speakers).put_away(request);
        }
    }

    /// A turn in which a statement is stopped goes on as if another spoke now.
    fn floor_follows_prerecorded(&mut self, event: &prerecorded::Event, at_ms: Moment) {
        match event {
            prerecorded::Event::PrerecordedStopped { .. } => {
                self.floor.stop_prerecorded();
                self.microphones.begin_turn(at_ms);
            }
            prerecorded::Event::PrerecordedReceived { .. }
            | prerecorded::Event::PrerecordedTakenBack { .. } => {}
        }
    }

    /// The request follows its turn: on the floor, halted, heard.
    fn lists_follow_floor(&mut self, event: &floor::Event, at_ms: Moment) {
        let current = self.floor.current.as_ref();
        let of_turn = current.map(|current| current.turn.request.clone());
        let spoken_ms = current.map_or(0, |current| current.clock.spoken_ms(at_ms));
        let speaker = current.and_then(|current| current.turn.speaker.clone());
        let halts = current.map(|current| current.halts.clone()).unwrap_or_default();
        let speakers = Arc::make_mut(&mut self.speakers);
        match (event, of_turn) {
            (floor::Event::FloorGiven { turn }, _) => speakers.begin(&turn.request, at_ms),
            (floor::Event::TurnSuspended { .. }, Some(request)) if halts.is_empty() => {
                speakers.halt(&request, true, at_ms);
            }
            (floor::Event::TurnResumed { cause, .. }, Some(request)) if halts.iter().eq([cause]) => {
                speakers.halt(&request, false, at_ms);
            }
            (floor::Event::TurnEnded { .. }, Some(request)) => {
                speakers.finish(&request, spoken_ms, speaker, at_ms);
            }
            (
                floor::Event::TurnExtended { .. }
                | floor::Event::TurnLimitReached { .. }
                | floor::Event::TurnSuspended { .. }
                | floor::Event::TurnResumed { .. }
                | floor::Event::TurnEnded { .. }
                | floor::Event::TurnSpeakerChanged { .. },
                _,
            ) => {}
        }
    }

    /// Booths and microphones go on with a charter that has changed, as far as those who work there are still in it.
    fn sound_follows_charter(&mut self, before: Option<&Charter>) {
        let Some(charter) = self.charter.clone() else { return };
        let booths = before.map(|before| before.booths.as_slice()).unwrap_or_default();
        self.interpretation.plan(booths, &charter, &self.roster);
        self.microphones.plan(&charter, &self.roster);
        self.recording.plan(&charter, &self.roster);
        self.interpretation.listeners = interpretation::listeners::counted(self);
    }

    /// A microphone on the podium is open only while the session is.
    fn podium_follows_session(&mut self, event: &programme::Event) {
        match event {
            programme::Event::SessionSuspended { .. }
            | programme::Event::SessionClosed { .. }
            | programme::Event::SessionAdjourned {} => self.microphones.close_podium(),
            programme::Event::SessionConvened { .. }
            | programme::Event::CharterRevised { .. }
            | programme::Event::SessionOpened {}
            | programme::Event::SessionReopened { .. }
            | programme::Event::SessionResumed {} => {}
        }
    }

    /// Whoever comes listens to their channel; whoever leaves closes their microphone on the podium.
    fn sound_follows_presence(&mut self, event: &people::Event) {
        match event {
            people::Event::PersonArrived { person } => interpretation::listeners::count(self, person, 1),
            people::Event::PersonLeft { person } => {
                interpretation::listeners::count(self, person, -1);
                self.microphones.leave(person);
            }
        }
    }

    /// A turn begins with an open microphone; a change of pace is asked of one turn.
    fn sound_follows_floor(&mut self, event: &floor::Event, at_ms: Moment) {
        match event {
            floor::Event::FloorGiven { .. } | floor::Event::TurnEnded { .. } => {
                self.microphones.begin_turn(at_ms);
                self.interpretation.slow_down_at_ms = None;
                self.points.floor_goes_on();
            }
            floor::Event::TurnSpeakerChanged { .. } => {
                let before = self.floor.current.as_ref().and_then(|current| current.turn.speaker.clone());
                self.microphones.change_speaker(before.as_ref(), at_ms);
            }
            floor::Event::TurnResumed { .. } => self.points.floor_goes_on(),
            floor::Event::TurnSuspended { .. }
            | floor::Event::TurnExtended { .. }
            | floor::Event::TurnLimitReached { .. } => {}
        }
    }

    /// Whoever is heard on a point of order begins with an open microphone, and so does the turn that goes on after it.
    fn sound_follows_points(&mut self, event: &points_of_order::Event, at_ms: Moment) {
        use points_of_order::Event as E;
        match event {
            E::PointRecognised { .. } => {
                self.microphones.begin_turn(at_ms);
                self.interpretation.slow_down_at_ms = None;
            }
            E::PointWithdrawn { .. } | E::PointRuled { .. } | E::PointLapsed { .. } => {
                if self.points.heard.is_none() {
                    self.microphones.begin_turn(at_ms);
                }
            }
            E::PointRaised { .. }
            | E::PointLimitReached { .. }
            | E::RulingAppealed { .. }
            | E::AppealDecided { .. } => {}
        }
    }

    /// Whoever chooses a channel listens there, and no longer where they did.
    fn evolve_interpretation(&mut self, event: &interpretation::Event, at_ms: Moment) {
        match event {
            interpretation::Event::ChannelChosen { person, .. } => {
                let present = self.people.present.contains_key(person);
                if present {
                    interpretation::listeners::count(self, person, -1);
                }
                self.interpretation.evolve(event, at_ms);
                if present {
                    interpretation::listeners::count(self, person, 1);
                }
            }
            interpretation::Event::InterpreterOnAir { .. }
            | interpretation::Event::InterpreterOffAir { .. }
            | interpretation::Event::OutputChosen { .. }
            | interpretation::Event::SourceChosen { .. }
            | interpretation::Event::RelayPreselected { .. }
            | interpretation::Event::HandoverRequested { .. }
            | interpretation::Event::HandoverAccepted { .. }
            | interpretation::Event::HandoverCompleted { .. }
            | interpretation::Event::HandoverCancelled { .. }
            | interpretation::Event::SlowDownAsked { .. }
            | interpretation::Event::FloorSoundReported { .. } => self.interpretation.evolve(event, at_ms),
        }
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
