//! What of each event is told. Every event has a line here, and where nothing is told, the reason.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Dropped, Fact, Moved, Named, Seat, State, Statement};
use crate::meeting::event::{Event, Recorded};
use crate::meeting::floor::{self, Halt};
use crate::meeting::ids::{
    AnnouncementId, DelegationId, ListId, Moment, PersonId, PointId, QuestionId, RequestId, Wording,
};
use crate::meeting::people::Role;
use crate::meeting::undo::Restore;
use crate::meeting::{
    Meeting, chat, motions, panel, people, points_of_order, prerecorded, programme, questions, recording,
    schedule, seats, speakers, undo,
};

impl State {
    /// Follows an event; `before` is the meeting that it happens to.
    pub(in crate::meeting) fn follow(&mut self, before: &Meeting, recorded: &Recorded) {
        let fact = match &recorded.event {
            Event::Programme(event) => self.of_programme(before, event, recorded),
            // Who is there is told by the list of participants.
            Event::People(people::Event::PersonArrived { .. } | people::Event::PersonLeft { .. }) => None,
            Event::Schedule(event) => of_schedule(before, event),
            Event::Seats(event) => {
                self.of_seats(event);
                None
            }
            Event::Speakers(event) => of_speakers(before, event),
            // Confidential until heard; then it stands beside the statement.
            Event::Texts(_) => None,
            Event::Prerecorded(event) => {
                self.of_prerecorded(event);
                None
            }
            Event::Floor(event) => self.of_floor(before, event, recorded.at_ms),
            Event::PointsOfOrder(event) => self.of_points(before, event),
            Event::Motions(event) => self.of_motions(before, event),
            Event::Undo(event) => self.of_undo(before, event),
            // What follows from having the floor, and what is the booths' own.
            Event::Microphones(_) | Event::Interpretation(_) => None,
            Event::Recording(event) => match event {
                recording::Event::RecordingStarted {} => Some(Fact::RecordingStarted {}),
                recording::Event::RecordingStopped {} => Some(Fact::RecordingStopped {}),
                // Between an interpreter and the recording; and what those see to who watch it.
                recording::Event::RecordingConsent { .. } | recording::Event::RecordingSilent { .. } => None,
            },
            Event::Chat(event) => self.of_chat(event, recorded.at_ms),
            Event::Questions(event) => self.of_questions(before, event),
            Event::Panel(event) => self.of_panel(before, event, recorded.at_ms),
            // An indication of the mood, and no decision of the meeting; how its desk runs it.
            Event::Polls(_) | Event::RunSheet(_) => None,
        };
        if let Some(fact) = fact {
            self.tell(recorded.seq, recorded.at_ms, fact);
        }
    }

    fn of_programme(
        &mut self,
        before: &Meeting,
        event: &programme::Event,
        recorded: &Recorded,
    ) -> Option<Fact> {
        match event {
            // The conference file is not a happening of the meeting.
            programme::Event::SessionConvened { .. } => None,
            programme::Event::CharterRevised { charter } => {
                let stays = |timer: &panel::Timer| {
                    charter.people.iter().any(|one| one.id == timer.person && panel::is_on_stage(one))
                };
                if !before.panel.timer.as_ref().is_none_or(stays) {
                    self.leave_stage(before, recorded.at_ms);
                }
                None
            }
            programme::Event::SessionOpened {} => Some(opened(before)),
            programme::Event::SessionSuspended { reason, until_ms } => {
                Some(Fact::MeetingSuspended { reason: reason.clone(), until_ms: *until_ms })
            }
            programme::Event::SessionResumed {} => Some(Fact::MeetingResumed {}),
            programme::Event::SessionAdjourned {} => {
                self.leave_stage(before, recorded.at_ms);
                Some(Fact::MeetingAdjourned {})
            }
            programme::Event::SessionReopened { reason } => {
                Some(Fact::MeetingReopened { reason: reason.clone() })
            }
            programme::Event::SessionClosed { .. } => {
                self.leave_stage(before, recorded.at_ms);
                self.forget_lists_that_close_with(recorded);
                Some(Fact::MeetingClosed {})
            }
        }
    }

    /// Who sits where is told by the list of participants. A name that was wrong was wrong in what was told, too.
    fn of_seats(&mut self, event: &seats::Event) {
        match event {
            seats::Event::NameCorrected { person, language, name, .. } => {
                self.correct(person, language, name)
            }
            seats::Event::PersonSeated { .. }
            | seats::Event::SeatChanged { .. }
            | seats::Event::PersonWithdrawn { .. } => {}
        }
    }

    /// A meeting that rises closes its lists; nobody declares that.
    fn forget_lists_that_close_with(&mut self, closed: &Recorded) {
        let mut seq = closed.seq;
        let with_it: BTreeSet<_> = self
            .kept
            .iter()
            .rev()
            .take_while(|paragraph| {
                seq = seq.saturating_sub(1);
                paragraph.seq == seq
                    && paragraph.at_ms == closed.at_ms
                    && matches!(paragraph.fact, Fact::ListClosed { .. } | Fact::RecordingStopped {})
            })
            .filter(|paragraph| matches!(paragraph.fact, Fact::ListClosed { .. }))
            .map(|paragraph| paragraph.seq)
            .collect();
        self.kept.retain(|paragraph| !with_it.contains(&paragraph.seq));
    }

    /// Confidential until it is played. One that is stopped was no delivery: the delegation speaks itself.
    fn of_prerecorded(&mut self, event: &prerecorded::Event) {
        match event {
            prerecorded::Event::PrerecordedStopped { turn } => {
                if let Some(statement) = self.statement(turn) {
                    statement.prerecorded = false;
                }
            }
            prerecorded::Event::PrerecordedReceived { .. }
            | prerecorded::Event::PrerecordedTakenBack { .. } => {}
        }
    }

    fn of_floor(&mut self, before: &Meeting, event: &floor::Event, at_ms: Moment) -> Option<Fact> {
        let current = before.floor.current.as_ref();
        match event {
            floor::Event::FloorGiven { turn } => given(before, turn),
            floor::Event::TurnEnded { turn, ending } => {
                let spoken_ms = current.map_or(0, |current| current.clock.spoken_ms(at_ms));
                let statement = self.statement(turn)?;
                (statement.ending, statement.spoken_ms) = (Some(*ending), spoken_ms);
                None
            }
            floor::Event::TurnExtended { turn, by_ms } => {
                self.statement(turn)?.extended_ms += by_ms;
                None
            }
            floor::Event::TurnSuspended { turn, cause, reason } => {
                let statement = self.statement(turn)?;
                if !statement.interrupted.contains(cause) {
                    statement.interrupted.push(*cause);
                }
                let seat = statement.seat.clone();
                match cause {
                    Halt::Technical => Some(Fact::TechnicalStop { seat, reason: reason.clone() }),
                    // Told by the suspension and the point of order themselves.
                    Halt::Meeting | Halt::PointOfOrder => None,
                }
            }
            floor::Event::TurnResumed { cause, .. } => {
                let current = current.filter(|current| current.halts.iter().eq([cause]))?;
                // That the meeting resumes says it.
                if *cause == Halt::Meeting {
                    return None;
                }
                let seat = seat(before, &current.turn.delegation)?;
                Some(Fact::StatementResumed { seat, speaker: named(before, current.turn.speaker.as_ref()) })
            }
            // It changes nothing; how long a statement lasted is told at its end.
            floor::Event::TurnLimitReached { .. } => None,
            floor::Event::TurnSpeakerChanged { speaker, .. } => {
                let current = current?;
                let seat = seat(before, &current.turn.delegation)?;
                let speaker = named(before, Some(speaker))?;
                let instead_of = named(before, current.turn.speaker.as_ref());
                self.change_speaker(Fact::SpeakerChanged { seat, speaker, instead_of })
            }
        }
    }

    /// Of speakers who change while nothing else happens, the first and the last are told.
    fn change_speaker(&mut self, change: Fact) -> Option<Fact> {
        let Fact::SpeakerChanged { seat, speaker, .. } = &change else { return Some(change) };
        let newest = self.kept.back_mut().map(|paragraph| &mut Arc::make_mut(paragraph).fact);
        match newest {
            Some(Fact::SpeakerChanged { seat: of, speaker: to, instead_of }) if of == seat => {
                to.clone_from(speaker);
                let as_before = instead_of.as_ref() == Some(speaker);
                if as_before {
                    drop(self.kept.pop_back());
                }
                None
            }
            _ => Some(change),
        }
    }

    /// A point of order that was not heard before it was withdrawn was no business of the meeting.
    fn of_points(&mut self, before: &Meeting, event: &points_of_order::Event) -> Option<Fact> {
        let points_of_order::Event::PointWithdrawn { point } = event else { return of_points(before, event) };
        let entry = before.points.entry(point)?;
        if entry.standing != points_of_order::Standing::Raised {
            return of_points(before, event);
        }
        let delegation = &entry.point.delegation;
        self.untell(|paragraph| {
            matches!(&paragraph.fact, Fact::PointRaised { seat, .. } if seat.delegation == *delegation)
        });
        None
    }

    /// Nor was a motion that was not taken up before it was withdrawn.
    fn of_motions(&mut self, before: &Meeting, event: &motions::Event) -> Option<Fact> {
        let motions::Event::MotionWithdrawn { motion } = event else { return of_motions(before, event) };
        let entry = before.motions.entry(motion)?;
        if entry.standing != motions::Standing::Moved {
            return of_motions(before, event);
        }
        // Nothing is moved twice at a time.
        let of_it = moved(before, &entry.motion);
        let is_of_it = |told: &Moved| (told.kind, &told.list) == (of_it.kind, &of_it.list);
        self.untell(
            |paragraph| matches!(&paragraph.fact, Fact::MotionMoved { motion, .. } if is_of_it(motion)),
        );
        None
    }

    /// An act that was undone leaves no trace: what it told is told no more, what it changed is as it was.
    fn of_undo(&mut self, before: &Meeting, event: &undo::Event) -> Option<Fact> {
        let undo::Event::ActUndone { act } = event;
        let undone = before.undo.last.as_ref().filter(|last| last.seq == *act)?;
        if let Some(halted) = undone.restore.halted().filter(|halted| !halted.told)
            && let Some(statement) = self.statement(&halted.turn)
        {
            statement.interrupted.retain(|cause| *cause != halted.cause);
        }
        match &undone.restore {
            Restore::Halted(_) => {}
            Restore::Point(_) | Restore::Session(_) => {
                let of_act = undone.seq..=undone.last_seq;
                self.untell(|paragraph| of_act.contains(&paragraph.seq));
            }
            Restore::List(_) | Restore::InHand(_) | Restore::Order { .. } | Restore::Request { .. } => {
                self.untell(|paragraph| paragraph.seq == *act);
            }
            Restore::Floor { given, ended } => {
                let given = given.as_ref().and(before.floor.turn());
                self.untell(|paragraph| {
                    matches!(&paragraph.fact, Fact::Statement(of) if Some(&of.turn) == given.as_ref())
                });
                let ended = ended.as_ref().map(|ended| &ended.0.turn.id);
                if let Some(statement) = ended.and_then(|turn| self.statement(turn)) {
                    (statement.ending, statement.spoken_ms) = (None, 0);
                }
            }
            Restore::Extension { turn, by_ms } => self.statement(turn)?.extended_ms -= by_ms,
            Restore::Stage(was) => {
                let of_act = undone.seq..=undone.last_seq;
                self.untell(|paragraph| of_act.contains(&paragraph.seq));
                let before_act = was.staged.timer.as_ref();
                if let Some(timer) = before_act.filter(|timer| before.panel.timer.as_ref() != Some(*timer)) {
                    let spoke = |fact: &Fact| matches!(fact, Fact::OnStage { speaker, .. } if speaker.person == timer.person);
                    if let Some(Fact::OnStage { spoken_ms, .. }) = self.latest(spoke) {
                        *spoken_ms = None;
                    }
                }
            }
        }
        None
    }

    fn of_questions(&mut self, before: &Meeting, event: &questions::Event) -> Option<Fact> {
        use questions::Event as E;
        match event {
            E::QuestionsOpened {} => Some(Fact::QuestionsOpened {}),
            E::QuestionsClosed {} => Some(Fact::QuestionsClosed {}),
            E::QuestionAnswered { question } => answered(before, question),
            E::QuestionPromoted { question, .. } => promoted(before, question),
            E::QuestionArchived { question } => {
                self.put_away(question);
                None
            }
            // Between its author and the desk, or on the stage for a while; a vote is the voter's own.
            E::QuestionAsked { .. }
            | E::QuestionWithdrawn { .. }
            | E::QuestionShown { .. }
            | E::QuestionDeclined { .. }
            | E::QuestionPinned { .. }
            | E::QuestionUnpinned { .. }
            | E::QuestionVoted { .. }
            | E::QuestionVoteTakenBack { .. } => None,
        }
    }

    /// What all see no longer is told no longer; that it was asked in person or answered is.
    fn put_away(&mut self, id: &QuestionId) {
        let of_it = |fact: &Fact| {
            matches!(
                fact,
                Fact::QuestionAnswered { question, text: Some(_), .. }
                | Fact::QuestionPromoted { question, text: Some(_), .. } if question == id
            )
        };
        while let Some(Fact::QuestionAnswered { text, .. } | Fact::QuestionPromoted { text, .. }) =
            self.latest(of_it)
        {
            *text = None;
        }
    }

    /// Of the chat nothing is told; an announcement is made to the meeting, whatever shows it.
    fn of_chat(&mut self, event: &chat::Event, at_ms: Moment) -> Option<Fact> {
        use chat::Event as E;
        match event {
            E::Announced { announcement, by, text } => Some(Fact::Announced {
                announcement: announcement.clone(),
                by: by.name.clone(),
                text: text.clone(),
                withdrawn_at_ms: None,
            }),
            E::AnnouncementTakenDown { announcement } => {
                self.withdraw(announcement, at_ms);
                None
            }
            E::MessageSent { .. }
            | E::MessageHeld { .. }
            | E::MessageApproved { .. }
            | E::MessageDeclined { .. }
            | E::MessageEdited { .. }
            | E::MessageDeleted { .. }
            | E::MessagePinned { .. }
            | E::MessageUnpinned { .. }
            | E::SlowModeSet { .. }
            | E::PreModerationSet { .. }
            | E::RoomClosed { .. }
            | E::RoomReopened { .. }
            | E::PersonMuted { .. }
            | E::PersonUnmuted { .. } => None,
        }
    }

    /// An announcement was made all the same; that it no longer holds stands with it, so that nobody reads one without
    /// the other.
    fn withdraw(&mut self, id: &AnnouncementId, at_ms: Moment) {
        let of_it = |fact: &Fact| matches!(fact, Fact::Announced { announcement, .. } if announcement == id);
        if let Some(Fact::Announced { withdrawn_at_ms, .. }) = self.latest(of_it) {
            *withdrawn_at_ms = Some(at_ms);
        }
    }

    fn of_panel(&mut self, before: &Meeting, event: &panel::Event, at_ms: Moment) -> Option<Fact> {
        self.leave_stage(before, at_ms);
        match event {
            panel::Event::TimerStarted { person, limit_ms } => {
                let speaker = named(before, Some(person))?;
                Some(Fact::OnStage { speaker, limit_ms: *limit_ms, spoken_ms: None })
            }
            panel::Event::TimerStopped {} => None,
        }
    }

    /// Whoever spoke on stage by a timer has spoken.
    fn leave_stage(&mut self, before: &Meeting, at_ms: Moment) {
        let Some(timer) = &before.panel.timer else { return };
        let speaks = |fact: &Fact| matches!(fact, Fact::OnStage { speaker, spoken_ms: None, .. } if speaker.person == timer.person);
        if let Some(Fact::OnStage { spoken_ms, .. }) = self.latest(speaks) {
            *spoken_ms = Some(timer.clock.spoken_ms(at_ms));
        }
    }
}

fn of_schedule(before: &Meeting, event: &schedule::Event) -> Option<Fact> {
    let planned = before.planned.as_ref()?;
    let was = planned.times;
    match event {
        schedule::Event::SessionRescheduled { starts_at_ms, ends_at_ms, reason, .. } => {
            let moved = (*starts_at_ms, *ends_at_ms) != (was.starts_at_ms, was.ends_at_ms);
            // Else the reason alone was worded anew.
            (moved || planned.is_delayed() || planned.is_cancelled()).then(|| Fact::MeetingRescheduled {
                starts_at_ms: *starts_at_ms,
                ends_at_ms: *ends_at_ms,
                was_starts_at_ms: was.starts_at_ms,
                was_ends_at_ms: was.ends_at_ms,
                reason: reason.clone(),
            })
        }
        schedule::Event::SessionDelayed { reason, .. } => {
            Some(Fact::MeetingDelayed { was_starts_at_ms: was.starts_at_ms, reason: reason.clone() })
        }
        schedule::Event::SessionCancelled { reason, .. } => {
            Some(Fact::MeetingCancelled { was_starts_at_ms: was.starts_at_ms, reason: reason.clone() })
        }
        // The proceedings bear the title that is right.
        schedule::Event::TitleCorrected { .. } => None,
    }
}

fn named(meeting: &Meeting, person: Option<&PersonId>) -> Option<Named> {
    meeting.roster.person(person?).map(Named::of)
}

fn seat(meeting: &Meeting, delegation: &DelegationId) -> Option<Seat> {
    meeting.roster.delegation(delegation).map(Seat::of)
}

fn seat_of_request(meeting: &Meeting, request: &RequestId) -> Option<Seat> {
    seat(meeting, &meeting.speakers.request(request)?.request.delegation)
}

fn seat_of_point(meeting: &Meeting, point: &PointId) -> Option<Seat> {
    seat(meeting, &meeting.points.entry(point)?.point.delegation)
}

fn list_name(meeting: &Meeting, list: &ListId) -> Option<Wording> {
    Some(meeting.speakers.list(list)?.plan.name.clone())
}

fn opened(meeting: &Meeting) -> Fact {
    let there = |role: Role| {
        let with_role = meeting.roster.people().filter(move |person| person.roles.contains(&role));
        with_role.filter(|person| meeting.people.present.contains_key(&person.id)).map(Named::of)
    };
    let staged = panel::has_stage(meeting);
    Fact::MeetingOpened {
        chair: there(Role::Chair).next(),
        moderator: there(Role::Moderator).next().filter(|_| staged),
        panellists: there(Role::Panellist).filter(|_| staged).collect(),
    }
}

fn of_speakers(before: &Meeting, event: &speakers::Event) -> Option<Fact> {
    use speakers::Event as E;
    match event {
        E::ListOpened { list } | E::InscriptionOpened { list, .. } => {
            let opens = before.speakers.list(list).filter(|list| !list.open)?;
            let again = opens.closed_at_ms.is_some();
            Some(Fact::ListOpened { list: opens.plan.name.clone(), again })
        }
        E::ListClosed { list } | E::InscriptionClosed { list, .. } => {
            let closes = before.speakers.list(list).filter(|list| list.open)?;
            Some(Fact::ListClosed { list: closes.plan.name.clone() })
        }
        E::SpeakingTimeSet { list, category, turn_ms } => Some(Fact::SpeakingTimeSet {
            list: list_name(before, list)?,
            category: *category,
            turn_ms: *turn_ms,
        }),
        E::RequestPassedOver { request } => {
            let seat = seat_of_request(before, request)?;
            let absent = !before.people.is_seated(&seat.delegation);
            Some(Fact::PassedOver { seat, absent })
        }
        E::RequestSentToWritten { request } => {
            Some(Fact::FiledInWriting { seat: seat_of_request(before, request)? })
        }
        // Only statements that were made are told; how the list came to its order is the desk's. Time given besides
        // may tell of a disability.
        E::FloorRequested { .. }
        | E::ListTakenUp { .. }
        | E::RequestQueued { .. }
        | E::RequestWithdrawn { .. }
        | E::RequestDeclined { .. }
        | E::RequestLapsed { .. }
        | E::RequestCalled { .. }
        | E::RequestMoved { .. }
        | E::OrderProposed { .. }
        | E::OrderApplied { .. }
        | E::OrderDismissed { .. }
        | E::ExtraTimeGranted { .. } => None,
        // Told with the statement.
        E::SpeakerNamed { .. } => None,
        // Told by the decision that brought it.
        E::DebateAdjourned { .. } | E::DebateClosed { .. } => None,
    }
}

fn given(before: &Meeting, turn: &floor::Turn) -> Option<Fact> {
    let entry = before.speakers.request(&turn.request)?;
    let list = before.speakers.list(&turn.list)?;
    let instead_of = entry.instead_of.as_ref().filter(|first| turn.speaker.as_ref() != Some(first));
    let reply_to = entry.request.reply_to.as_ref();
    Some(Fact::Statement(Box::new(Statement {
        turn: turn.id.clone(),
        kind: list.plan.kind,
        seat: seat(before, &turn.delegation)?,
        speaker: named(before, turn.speaker.as_ref()),
        instead_of: named(before, instead_of),
        on_behalf_of: entry.request.on_behalf_of.clone(),
        reply_to: reply_to.and_then(|request| seat_of_request(before, request)),
        language: turn.language.clone(),
        limit_ms: turn.limit_ms,
        extended_ms: 0,
        interrupted: Vec::new(),
        prerecorded: turn.prerecorded.is_some(),
        ending: None,
        spoken_ms: 0,
    })))
}

fn of_points(before: &Meeting, event: &points_of_order::Event) -> Option<Fact> {
    use points_of_order::Event as E;
    match event {
        E::PointRaised { point } => Some(Fact::PointRaised {
            seat: seat(before, &point.delegation)?,
            by: named(before, Some(&point.person)),
        }),
        E::PointRecognised { point, speaker, .. } => Some(Fact::PointHeard {
            seat: seat_of_point(before, point)?,
            speaker: named(before, Some(speaker)),
        }),
        E::PointRuled { point, ruling, reason } => Some(Fact::PointRuled {
            seat: seat_of_point(before, point)?,
            ruling: *ruling,
            reason: reason.clone(),
        }),
        E::PointWithdrawn { point } => Some(Fact::PointWithdrawn { seat: seat_of_point(before, point)? }),
        E::PointLapsed { point } => Some(Fact::PointLapsed { seat: seat_of_point(before, point)? }),
        E::RulingAppealed { point, delegation } => {
            Some(Fact::RulingAppealed { seat: seat(before, delegation)?, of: seat_of_point(before, point)? })
        }
        E::AppealDecided { point, stands, in_favour, against, abstaining } => {
            let appeal = before.points.entry(point)?.appeal.as_ref();
            Some(Fact::AppealDecided {
                seat: appeal.and_then(|appeal| seat(before, &appeal.delegation)),
                stands: *stands,
                in_favour: *in_favour,
                against: *against,
                abstaining: *abstaining,
            })
        }
        E::PointLimitReached { .. } => None,
    }
}

fn of_motions(before: &Meeting, event: &motions::Event) -> Option<Fact> {
    use motions::Event as E;
    let known = || before.motions.entry(event.motion()).map(|entry| moved(before, &entry.motion));
    let dropped =
        |how, reason: &str| Some(Fact::MotionDropped { motion: known()?, how, reason: reason.to_owned() });
    match event {
        E::MotionMoved { motion } => Some(Fact::MotionMoved {
            motion: moved(before, motion),
            by: motion.delegation.as_ref().and_then(|_| named(before, Some(&motion.person))),
        }),
        E::MotionDecided { carried, vote, .. } => {
            Some(Fact::MotionDecided { motion: known()?, carried: *carried, vote: *vote })
        }
        E::MotionRuledOut { reason, .. } => dropped(Dropped::RuledOut, reason),
        E::MotionWithdrawn { .. } => dropped(Dropped::Withdrawn, ""),
        E::MotionLapsed { .. } => dropped(Dropped::Lapsed, ""),
        // Told by its decision; who speaks on it, by their statements.
        E::MotionTakenUp { .. } | E::MotionSpeakerAdded { .. } => None,
    }
}

fn moved(meeting: &Meeting, motion: &motions::Motion) -> Moved {
    Moved {
        kind: motion.kind,
        seat: motion.delegation.as_ref().and_then(|delegation| seat(meeting, delegation)),
        list: motion.list.as_ref().and_then(|list| list_name(meeting, list)),
    }
}

fn answered(before: &Meeting, id: &QuestionId) -> Option<Fact> {
    let question = &before.questions.entry(id)?.question;
    let asker = Some(&question.asker).filter(|_| !question.anonymous);
    let to = question.to.as_ref().and_then(|to| before.roster.person(to));
    Some(Fact::QuestionAnswered {
        question: id.clone(),
        text: Some(question.text.clone()),
        asker: asker.map(|asker| asker.name.clone()),
        seat: asker.and_then(|asker| seat(before, asker.delegation.as_ref()?)),
        to: to.map(|person| person.name.clone()),
    })
}

fn promoted(before: &Meeting, id: &QuestionId) -> Option<Fact> {
    // Whoever is not to be named is not promoted.
    let question = before.questions.entry(id).map(|entry| &entry.question).filter(|one| !one.anonymous)?;
    Some(Fact::QuestionPromoted {
        question: id.clone(),
        text: Some(question.text.clone()),
        asker: question.asker.name.clone(),
        seat: question.asker.delegation.as_ref().and_then(|id| seat(before, id)),
    })
}
