//! Shows of hands and polls. Off unless the conference file switches them on for a session.
//!
//! open → closed → published; withdrawn at any time. A show of hands is seen by all as the hands go up. A poll is shown as
//! it was announced when it was opened: by name or without names, live or only once it has closed and was published. All
//! of that is fixed when it opens, so whoever answers knows it. Neither is a vote in the sense of rules of procedure: both
//! tell how a room inclines and decide nothing.
//!
//! One delegation, or one person, has one ballot. The log keeps whose each is, also of a poll without names: a ballot can
//! be changed until the poll closes, and a session replays from its log.

mod commands;
pub(in crate::meeting) mod decide;
mod events;
pub(in crate::meeting) mod state;
pub(in crate::meeting) mod view;

use serde::{Deserialize, Serialize};

use crate::terms::ids::{DelegationId, Millis, PersonId, PollId, Wording};

pub use state::{Ballot, Entry, Standing, State};

/// Who may answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Entitled {
    /// Delegations: one ballot for each seat, by anybody who may speak for it.
    Delegations,
    /// Everybody in the session, one ballot each.
    Everyone,
}

/// What is answered, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Form {
    /// A show of hands: up or not. The one choice is "up".
    Hands {},
    /// A show of hands: for, against or abstaining. The choices are these three, in this order.
    HandsForAgainst {},
    /// A poll with options to choose from.
    Options {
        /// The options, 2 to 8, each in the languages of the question.
        options: Vec<Wording>,
        /// Most that one may choose.
        choices_max: u8,
    },
}

impl Form {
    /// How many choices there are.
    pub fn choices(&self) -> usize {
        match self {
            Self::Hands {} => 1,
            Self::HandsForAgainst {} => 3,
            Self::Options { options, .. } => options.len(),
        }
    }

    /// How many of them one ballot may have.
    pub fn choices_max(&self) -> u8 {
        match self {
            Self::Hands {} | Self::HandsForAgainst {} => 1,
            Self::Options { choices_max, .. } => *choices_max,
        }
    }

    /// Whether it is a show of hands.
    pub fn is_hands(&self) -> bool {
        match self {
            Self::Hands {} | Self::HandsForAgainst {} => true,
            Self::Options { .. } => false,
        }
    }
}

/// A question to the room as it was opened. Nothing of it changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// Which.
    pub id: PollId,
    /// The question, in one working language or several.
    pub question: Wording,
    /// What is answered, and how.
    pub form: Form,
    /// Who may answer.
    pub entitled: Entitled,
    /// Whether all see who answered what; else all see the count alone.
    pub named: bool,
    /// Whether all see the result as it comes; else once it was closed and published.
    pub live: bool,
    /// How long it is open, if it closes by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_ms: Option<Millis>,
}

/// Whose a ballot is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Voter {
    /// A delegation's.
    Delegation(DelegationId),
    /// A person's.
    Person(PersonId),
}

/// Why a poll closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClosedBy {
    /// The desk closed it.
    Desk,
    /// Its time was over.
    Time,
    /// The session closed.
    Session,
}

/// What a participant may ask about shows of hands and polls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "PollsCommand"), schemars(rename = "PollsCommand"))]
pub enum Command {
    /// Ask for a show of hands. All see whose hands are up, as they go up.
    AskForHands {
        /// The question, 1 to 300 characters in each language that it is given in.
        question: Wording,
        /// Whether one is for, against or abstains; else a hand is up or not.
        for_against: bool,
        /// Who may answer.
        entitled: Entitled,
        /// How long it is open, in milliseconds: 10 s to 60 min; none until the desk closes it.
        limit_ms: Option<Millis>,
    },
    /// Open a poll.
    OpenPoll {
        /// The question, 1 to 300 characters in each language that it is given in.
        question: Wording,
        /// The options, 2 to 8, each 1 to 120 characters in each language of the question.
        options: Vec<Wording>,
        /// Most options that one may choose: 1 to all of them.
        choices_max: u8,
        /// Who may answer.
        entitled: Entitled,
        /// Whether all are to see who answered what.
        named: bool,
        /// Whether all are to see the result as it comes.
        live: bool,
        /// How long it is open, in milliseconds: 10 s to 60 min; none until the desk closes it.
        limit_ms: Option<Millis>,
    },
    /// Answer.
    CastBallot {
        /// Which poll.
        poll: PollId,
        /// The choices, by their numbers from 0, each once.
        choices: Vec<u8>,
        /// Whether it is to take the place of the ballot that one has cast.
        change: bool,
    },
    /// Take one's ballot back, or one's hand down.
    TakeBallotBack {
        /// From which poll.
        poll: PollId,
    },
    /// Close a poll, so that nobody answers any more.
    ClosePoll {
        /// Which.
        poll: PollId,
    },
    /// Show all the result of a closed poll.
    PublishPoll {
        /// Which.
        poll: PollId,
    },
    /// Take a poll back with all its ballots.
    WithdrawPoll {
        /// Which.
        poll: PollId,
    },
}

/// What happened to shows of hands and polls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A question was put to the room.
    PollOpened {
        /// The question.
        poll: Poll,
    },
    /// Somebody answered, or answered anew.
    BallotCast {
        /// Which poll.
        poll: PollId,
        /// Whose ballot.
        voter: Voter,
        /// Who cast it.
        by: PersonId,
        /// The choices, in rising order.
        choices: Vec<u8>,
    },
    /// A ballot was taken back.
    BallotTakenBack {
        /// From which poll.
        poll: PollId,
        /// Whose ballot.
        voter: Voter,
    },
    /// It closed.
    PollClosed {
        /// Which.
        poll: PollId,
        /// Why.
        closed_by: ClosedBy,
    },
    /// Its result was shown to all.
    PollPublished {
        /// Which.
        poll: PollId,
    },
    /// It was taken back.
    PollWithdrawn {
        /// Which.
        poll: PollId,
    },
}

impl Event {
    /// Which poll it is about.
    pub fn poll(&self) -> &PollId {
        match self {
            Self::PollOpened { poll } => &poll.id,
            Self::BallotCast { poll, .. }
            | Self::BallotTakenBack { poll, .. }
            | Self::PollClosed { poll, .. }
            | Self::PollPublished { poll }
            | Self::PollWithdrawn { poll } => poll,
        }
    }
}
