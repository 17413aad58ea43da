//! Questions from the audience to the panel.
//!
//! waiting → visible → answered, or archived; declined or withdrawn before. A question waits until the desk has read it;
//! only its author and the desk see it until then. What is visible is voted for, one vote a person, and may be pinned to
//! the stage or promoted to the floor. Its wording is its author's: nobody edits it.

mod commands;
pub(in crate::meeting) mod decide;
mod events;
pub(in crate::meeting) mod state;
pub(in crate::meeting) mod view;

use serde::{Deserialize, Serialize};

use crate::terms::ids::{DelegationId, Language, PersonId, QuestionId, RequestId, Wording};
use crate::terms::people::{Person, Role};

pub use state::{Entry, State};

/// How far a question has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::Display)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum QuestionState {
    /// Asked; the desk has not dealt with it.
    Waiting,
    /// All see it and vote for it.
    Visible,
    /// Answered; all see it.
    Answered,
    /// Put away; only the desk and its author see it.
    Archived,
    /// Declined by the desk, with a reason that its author reads.
    Declined,
    /// Taken back by its author.
    Withdrawn,
}

impl QuestionState {
    /// Whether it counts among those that its author has open.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Visible)
    }

    /// Whether all see it.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Visible | Self::Answered)
    }
}

/// Who asks, as known when they asked, so that a later change of the roster does not rewrite it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Asker {
    /// Who.
    pub person: PersonId,
    /// Their name in each language.
    pub name: Wording,
    /// Their delegation, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub delegation: Option<DelegationId>,
    /// Their first role.
    pub role: Role,
}

impl Asker {
    fn of(person: &Person) -> Self {
        Self {
            person: person.id.clone(),
            name: person.name.clone(),
            delegation: person.delegation.clone(),
            role: person.roles.first().copied().unwrap_or(Role::Observer),
        }
    }
}

/// A question as asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Which.
    pub id: QuestionId,
    /// The text.
    pub text: String,
    /// Language it is written in.
    pub language: Language,
    /// The panellist it is addressed to; none for the whole panel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PersonId>,
    /// Who asks.
    pub asker: Asker,
    /// Whether only the desk is to know who asks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anonymous: bool,
}

/// What a participant may ask about questions from the audience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "QuestionsCommand"), schemars(rename = "QuestionsCommand"))]
pub enum Command {
    /// Take questions from the audience.
    OpenQuestions {},
    /// Take no more. Those that were asked keep their place.
    CloseQuestions {},
    /// Ask the panel.
    AskQuestion {
        /// The text, 1 to 500 characters.
        text: String,
        /// Language it is written in: a working language of the session.
        language: Language,
        /// A panellist or the moderator, if it is addressed to one.
        to: Option<PersonId>,
        /// Whether only the desk is to know who asks.
        anonymous: bool,
    },
    /// Take one's own question back.
    WithdrawQuestion {
        /// Which.
        question: QuestionId,
    },
    /// Make a question visible to all.
    ShowQuestion {
        /// Which.
        question: QuestionId,
    },
    /// Decline a question that waits.
    DeclineQuestion {
        /// Which.
        question: QuestionId,
        /// Why, for its author: 1 to 300 characters.
        reason: String,
    },
    /// Mark a visible question as answered.
    AnswerQuestion {
        /// Which.
        question: QuestionId,
    },
    /// Put a question away that all see.
    ArchiveQuestion {
        /// Which.
        question: QuestionId,
    },
    /// Pin a visible question to the stage, in the place of the one that is pinned.
    PinQuestion {
        /// Which.
        question: QuestionId,
    },
    /// Take the pinned question off the stage.
    UnpinQuestion {
        /// Which.
        question: QuestionId,
    },
    /// Make a visible question of somebody with a seat a request for the floor, on the session's list of questions.
    PromoteQuestion {
        /// Which.
        question: QuestionId,
    },
    /// Vote for a visible question of somebody else.
    VoteForQuestion {
        /// Which.
        question: QuestionId,
    },
    /// Take one's own vote back.
    TakeVoteBack {
        /// From which question.
        question: QuestionId,
    },
}

/// What happened to questions from the audience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The desk takes questions.
    QuestionsOpened {},
    /// It takes no more.
    QuestionsClosed {},
    /// Somebody asked.
    QuestionAsked {
        /// The question.
        question: Question,
    },
    /// Its author took it back.
    QuestionWithdrawn {
        /// Which.
        question: QuestionId,
    },
    /// It became visible to all.
    QuestionShown {
        /// Which.
        question: QuestionId,
    },
    /// The desk declined it.
    QuestionDeclined {
        /// Which.
        question: QuestionId,
        /// Why.
        reason: String,
    },
    /// It was answered.
    QuestionAnswered {
        /// Which.
        question: QuestionId,
    },
    /// It was put away.
    QuestionArchived {
        /// Which.
        question: QuestionId,
    },
    /// It was pinned to the stage.
    QuestionPinned {
        /// Which.
        question: QuestionId,
    },
    /// It was taken off the stage.
    QuestionUnpinned {
        /// Which.
        question: QuestionId,
    },
    /// It became a request for the floor.
    QuestionPromoted {
        /// Which.
        question: QuestionId,
        /// The request.
        request: RequestId,
    },
    /// Somebody voted for it.
    QuestionVoted {
        /// For which.
        question: QuestionId,
        /// Who.
        person: PersonId,
    },
    /// Somebody took their vote back.
    QuestionVoteTakenBack {
        /// From which.
        question: QuestionId,
        /// Who.
        person: PersonId,
    },
}

impl Event {
    /// Which question it is about, where it is about one.
    pub fn question(&self) -> Option<&QuestionId> {
        match self {
            Self::QuestionsOpened {} | Self::QuestionsClosed {} => None,
            Self::QuestionAsked { question } => Some(&question.id),
            Self::QuestionWithdrawn { question }
            | Self::QuestionShown { question }
            | Self::QuestionDeclined { question, .. }
            | Self::QuestionAnswered { question }
            | Self::QuestionArchived { question }
            | Self::QuestionPinned { question }
            | Self::QuestionUnpinned { question }
            | Self::QuestionPromoted { question, .. }
            | Self::QuestionVoted { question, .. }
            | Self::QuestionVoteTakenBack { question, .. } => Some(question),
        }
    }
}
