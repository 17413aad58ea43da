//! The facts that paragraphs tell. Names are as they were known then, so that who left is still named.

use serde::{Deserialize, Serialize};

use crate::meeting::procedure::floor::{Ending, Halt};
use crate::meeting::procedure::motions::{self, Tally};
use crate::meeting::procedure::points_of_order::Ruling;
use crate::meeting::procedure::speakers::ListKind;
use crate::terms::ids::{
    AnnouncementId, DelegationId, Language, Millis, Moment, PersonId, QuestionId, TurnId, Wording,
};
use crate::terms::people::{Category, Delegation, Person};

/// A person as known when the fact came to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Named {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: Wording,
    /// Their function; may be empty.
    pub function: Wording,
}

impl Named {
    pub(in crate::meeting) fn of(person: &Person) -> Self {
        let (person, name, function) = (person.id.clone(), person.name.clone(), person.function.clone());
        Self { person, name, function }
    }
}

/// A motion, as it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Moved {
    /// What was moved.
    pub kind: motions::Kind,
    /// By whom; none where the chair proposed.
    pub seat: Option<Seat>,
    /// The list whose debate it was about; none where it was about the meeting.
    pub list: Option<Wording>,
}

/// How a motion ended on which nothing was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Dropped {
    /// Withdrawn.
    Withdrawn,
    /// Out of order.
    RuledOut,
    /// The meeting rose before.
    Lapsed,
}

/// A delegation as known when the fact came to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Seat {
    /// Which.
    pub delegation: DelegationId,
    /// Its name in running text.
    pub name: Wording,
}

impl Seat {
    pub(in crate::meeting) fn of(delegation: &Delegation) -> Self {
        Self { delegation: delegation.id.clone(), name: delegation.short.clone() }
    }
}

/// A statement that was made, or is being made: one turn on the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Statement {
    /// The turn.
    pub turn: TurnId,
    /// What the list was for: a statement, a reply or a question.
    pub kind: ListKind,
    /// Whose statement.
    pub seat: Seat,
    /// Who began it, where known.
    pub speaker: Option<Named>,
    /// Who was to make it at first, where another did.
    pub instead_of: Option<Named>,
    /// On whose behalf also, in the delegation's own words; may be empty.
    pub on_behalf_of: String,
    /// Whose statement it replied to.
    pub reply_to: Option<Seat>,
    /// Language spoken.
    pub language: Language,
    /// Speaking time at the beginning.
    pub limit_ms: Millis,
    /// Time given besides.
    pub extended_ms: Millis,
    /// What it was interrupted for.
    pub interrupted: Vec<Halt>,
    /// Whether it was recorded ahead and played.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub prerecorded: bool,
    /// How it ended; none while it lasts.
    pub ending: Option<Ending>,
    /// How long it lasted, without interruptions; 0 while it lasts.
    pub spoken_ms: Millis,
}

/// What a paragraph tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Fact {
    /// The meeting was called to order.
    MeetingOpened {
        /// Who presides, where known.
        chair: Option<Named>,
        /// Who leads the panel, if there is one.
        moderator: Option<Named>,
        /// Who sits on the stage of the panel.
        panellists: Vec<Named>,
    },
    /// Its time was changed.
    MeetingRescheduled {
        /// Planned beginning.
        starts_at_ms: Moment,
        /// Planned end.
        ends_at_ms: Moment,
        /// Beginning as it was planned before.
        was_starts_at_ms: Moment,
        /// End as it was planned before.
        was_ends_at_ms: Moment,
        /// Why; may be empty.
        reason: String,
    },
    /// It did not begin as planned, and the time was to be announced.
    MeetingDelayed {
        /// Beginning as it was planned.
        was_starts_at_ms: Moment,
        /// Why; may be empty.
        reason: String,
    },
    /// The meeting does not take place.
    MeetingCancelled {
        /// When it was to begin.
        was_starts_at_ms: Moment,
        /// Why; may be empty.
        reason: String,
    },
    /// The meeting was suspended.
    MeetingSuspended {
        /// Why; may be empty.
        reason: String,
        /// Until when, if that was announced.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional, type = "number"))]
        until_ms: Option<Moment>,
    },
    /// The meeting resumed.
    MeetingResumed {},
    /// The meeting rose.
    MeetingClosed {},
    /// The meeting was adjourned: those who waited keep their places for the next sitting.
    MeetingAdjourned {},
    /// A session that was closed or adjourned was taken up again.
    MeetingReopened {
        /// Why.
        reason: String,
    },
    /// A list of speakers was opened.
    ListOpened {
        /// Its name.
        list: Wording,
        /// Whether it had been declared closed before.
        again: bool,
    },
    /// A list of speakers was declared closed.
    ListClosed {
        /// Its name.
        list: Wording,
    },
    /// The speaking time of a list was changed.
    SpeakingTimeSet {
        /// Its name.
        list: Wording,
        /// Whose; none for everybody's.
        category: Option<Category>,
        /// The time.
        turn_ms: Millis,
    },
    /// A delegation took the floor.
    Statement(Box<Statement>),
    /// Another person went on with a statement.
    SpeakerChanged {
        /// Whose statement.
        seat: Seat,
        /// Who went on.
        speaker: Named,
        /// Who had spoken, where known.
        instead_of: Option<Named>,
    },
    /// A statement was interrupted for a technical reason.
    TechnicalStop {
        /// Whose statement.
        seat: Seat,
        /// Why; may be empty.
        reason: String,
    },
    /// A statement went on.
    StatementResumed {
        /// Whose.
        seat: Seat,
        /// Who speaks, where known.
        speaker: Option<Named>,
    },
    /// A delegation was passed over when its turn came.
    PassedOver {
        /// Which.
        seat: Seat,
        /// Whether nobody of it was there.
        absent: bool,
    },
    /// A statement was filed in writing.
    FiledInWriting {
        /// Whose.
        seat: Seat,
    },
    /// A delegation rose to a point of order.
    PointRaised {
        /// Which.
        seat: Seat,
        /// Who did for it, where known.
        by: Option<Named>,
    },
    /// It was heard.
    PointHeard {
        /// Which delegation.
        seat: Seat,
        /// Who spoke to it, where known.
        speaker: Option<Named>,
    },
    /// The chair ruled on it.
    PointRuled {
        /// On whose.
        seat: Seat,
        /// How.
        ruling: Ruling,
        /// In words; may be empty.
        reason: String,
    },
    /// It was withdrawn.
    PointWithdrawn {
        /// By which delegation.
        seat: Seat,
    },
    /// The meeting rose before it was dealt with.
    PointLapsed {
        /// Whose.
        seat: Seat,
    },
    /// A delegation appealed against the ruling.
    RulingAppealed {
        /// Which.
        seat: Seat,
        /// On whose point of order the ruling was.
        of: Seat,
    },
    /// The appeal was put to the vote.
    AppealDecided {
        /// Whose appeal, where known.
        seat: Option<Seat>,
        /// Whether the ruling stands.
        stands: bool,
        /// Votes for the appeal.
        in_favour: u16,
        /// Votes against it.
        against: u16,
        /// Abstentions.
        abstaining: u16,
    },
    /// A delegation moved, or the chair proposed.
    MotionMoved {
        /// What.
        motion: Moved,
        /// Who moved for the delegation, where known.
        by: Option<Named>,
    },
    /// A motion was decided on.
    MotionDecided {
        /// Which.
        motion: Moved,
        /// Whether it was carried.
        carried: bool,
        /// The vote; none where it was carried by consent.
        vote: Option<Tally>,
    },
    /// A motion was dealt with otherwise.
    MotionDropped {
        /// Which.
        motion: Moved,
        /// How.
        how: Dropped,
        /// Why the chair ruled it out; may be empty.
        reason: String,
    },
    /// The desk announced something.
    Announced {
        /// Which announcement.
        announcement: AnnouncementId,
        /// Who did.
        by: Wording,
        /// The text.
        text: Wording,
        /// When the desk took it down; none while it stands, and where only another took its place on the screens.
        withdrawn_at_ms: Option<Moment>,
    },
    /// Questions were taken from the audience.
    QuestionsOpened {},
    /// They were taken no more.
    QuestionsClosed {},
    /// A member of the audience was put on the list to ask in person.
    QuestionPromoted {
        /// Which question.
        question: QuestionId,
        /// Its text; none once the desk has put it away.
        text: Option<String>,
        /// Who asks.
        asker: Wording,
        /// Their delegation.
        seat: Option<Seat>,
    },
    /// A question from the audience was answered.
    QuestionAnswered {
        /// Which question.
        question: QuestionId,
        /// Its text; none once the desk has put it away.
        text: Option<String>,
        /// Who asked; none where they are not to be named.
        asker: Option<Wording>,
        /// Their delegation; none where they are not to be named.
        seat: Option<Seat>,
        /// The panellist it was addressed to; none for the whole panel.
        to: Option<Wording>,
    },
    /// Somebody on the stage of a panel spoke, by a timer.
    OnStage {
        /// Who.
        speaker: Named,
        /// How long they were to speak.
        limit_ms: Millis,
        /// How long they did; none while they do.
        spoken_ms: Option<Millis>,
    },
    /// Sound was recorded from then on.
    RecordingStarted {},
    /// Sound was recorded no longer.
    RecordingStopped {},
}

impl Fact {
    /// The people that it names by their ids.
    pub(super) fn named_mut(&mut self) -> impl Iterator<Item = &mut Named> {
        let (one, other, many): (Option<&mut Named>, Option<&mut Named>, &mut [Named]) = match self {
            Self::MeetingOpened { chair, moderator, panellists } => {
                (chair.as_mut(), moderator.as_mut(), panellists)
            }
            Self::Statement(statement) => {
                (statement.speaker.as_mut(), statement.instead_of.as_mut(), &mut [])
            }
            Self::SpeakerChanged { speaker, instead_of, .. } => (Some(speaker), instead_of.as_mut(), &mut []),
            Self::StatementResumed { speaker, .. } | Self::PointHeard { speaker, .. } => {
                (speaker.as_mut(), None, &mut [])
            }
            Self::PointRaised { by, .. } | Self::MotionMoved { by, .. } => (by.as_mut(), None, &mut []),
            Self::OnStage { speaker, .. } => (Some(speaker), None, &mut []),
            Self::MeetingRescheduled { .. }
            | Self::MeetingDelayed { .. }
            | Self::MeetingCancelled { .. }
            | Self::MeetingSuspended { .. }
            | Self::MeetingResumed {}
            | Self::MeetingClosed {}
            | Self::MeetingAdjourned {}
            | Self::MeetingReopened { .. }
            | Self::ListOpened { .. }
            | Self::ListClosed { .. }
            | Self::SpeakingTimeSet { .. }
            | Self::TechnicalStop { .. }
            | Self::PassedOver { .. }
            | Self::FiledInWriting { .. }
            | Self::PointRuled { .. }
            | Self::PointWithdrawn { .. }
            | Self::PointLapsed { .. }
            | Self::RulingAppealed { .. }
            | Self::AppealDecided { .. }
            | Self::MotionDecided { .. }
            | Self::MotionDropped { .. }
            | Self::Announced { .. }
            | Self::QuestionsOpened {}
            | Self::QuestionsClosed {}
            | Self::QuestionPromoted { .. }
            | Self::QuestionAnswered { .. }
            | Self::RecordingStarted {}
            | Self::RecordingStopped {} => (None, None, &mut []),
        };
        one.into_iter().chain(other).chain(many)
    }
}
