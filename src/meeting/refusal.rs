//! Why the meeting refuses a command: a stable code, what it concerns, and a sentence with the remedy.

use serde::{Deserialize, Serialize};

use super::ids::{RequestId, TurnId};
use super::limits;
use super::programme::Phase;
use super::speakers::RequestState;

/// A condition under which a command is refused. The state is unchanged. `code` never changes its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// The access table gives this act to none of the person's roles.
    NotAllowed {},
    /// The person has no role in this session.
    NotInSession {},
    /// The person has no seat to ask for the floor from.
    NoSeat {},
    /// The request or turn belongs to another delegation.
    NotYourSeat {},
    /// The session is not in a phase in which this can be done.
    WrongPhase {
        /// The phase it is in.
        phase: Phase,
    },
    /// The list takes no requests from delegations.
    ListClosed {},
    /// The list is already as asked.
    ListUnchanged {
        /// Whether it is open.
        open: bool,
    },
    /// The delegation already waits on this list.
    AlreadyOnList {
        /// Its request.
        request: RequestId,
    },
    /// The request is in a state in which this cannot be done.
    WrongRequestState {
        /// The state it is in.
        state: RequestState,
    },
    /// The list has changed since the mover saw it.
    StaleList {
        /// Version it has now.
        version: u32,
        /// Waiting requests in order.
        queue: Vec<RequestId>,
    },
    /// Another turn is in progress than the giver saw.
    FloorChanged {
        /// The turn in progress, if any.
        turn: Option<TurnId>,
    },
    /// The turn is over, or was never given.
    TurnOver {},
    /// The limit that the timer was set for is not the turn's any more.
    LimitNotReached {},
    /// A field names something that is not there.
    Unknown {
        /// Which field.
        field: Field,
    },
    /// A field may not be empty.
    Empty {
        /// Which field.
        field: Field,
    },
    /// A field is longer than it may be.
    TooLong {
        /// Which field.
        field: Field,
        /// Most characters it may have.
        max: u32,
    },
    /// A number is outside its range.
    OutOfRange {
        /// Which field.
        field: Field,
        /// Least.
        min: i64,
        /// Most.
        max: i64,
    },
    /// The list, or the session, holds as many as it may.
    Full {
        /// Most it may hold.
        max: u32,
    },
}

/// A field of a command, as the wire names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names are the fields' own
pub enum Field {
    List,
    Request,
    Delegation,
    Turn,
    Channel,
    Room,
    Language,
    Reason,
    Text,
    OnBehalfOf,
    ToPlace,
    ByMs,
    Person,
}

impl std::fmt::Display for Refusal {
    /// One English sentence with the remedy, for people who read the wire. Screens word it from the code.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAllowed {} => f.write_str("your role may not do this; ask the secretariat"),
            Self::NotInSession {} => f.write_str("you have no role in this session; ask the secretariat"),
            Self::NoSeat {} => f.write_str("you have no seat to ask for the floor from"),
            Self::NotYourSeat {} => f.write_str("this belongs to another delegation"),
            Self::WrongPhase { phase } => write!(f, "this cannot be done while the session is {phase}"),
            Self::ListClosed {} => {
                f.write_str("the list is closed; the chair or the secretariat can add you")
            }
            Self::ListUnchanged { open: true } => f.write_str("the list is open already"),
            Self::ListUnchanged { open: false } => f.write_str("the list is closed already"),
            Self::AlreadyOnList { request } => {
                write!(
                    f,
                    "your delegation is on this list already, with request {request}; withdraw it first"
                )
            }
            Self::WrongRequestState { state } => {
                write!(f, "this cannot be done with a request that is {state}")
            }
            Self::StaleList { version, .. } => {
                write!(f, "the list has changed and is now version {version}; look at it and move again")
            }
            Self::FloorChanged { .. } => f.write_str("the floor has changed hands; look at it and try again"),
            Self::TurnOver {} => f.write_str("this turn is over"),
            Self::LimitNotReached {} => f.write_str("the turn has time left"),
            Self::Unknown { field } => write!(f, "{field}: there is none with this id in this session"),
            Self::Empty { field } => write!(f, "{field}: may not be empty"),
            Self::TooLong { field, max } => write!(f, "{field}: at most {max} characters"),
            Self::OutOfRange { field, min, max } => write!(f, "{field}: from {min} to {max}"),
            Self::Full { max } => write!(f, "at most {max}; nothing more can be added"),
        }
    }
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::List => "list",
            Self::Request => "request",
            Self::Delegation => "delegation",
            Self::Turn => "turn",
            Self::Channel => "channel",
            Self::Room => "room",
            Self::Language => "language",
            Self::Reason => "reason",
            Self::Text => "text",
            Self::OnBehalfOf => "on_behalf_of",
            Self::ToPlace => "to_place",
            Self::ByMs => "by_ms",
            Self::Person => "person",
        })
    }
}

/// A text of a command within its length: trimmed, without control characters but line breaks; a tab is a space.
pub(super) fn text(field: Field, text: &str, max: u32) -> Result<String, Refusal> {
    if text.chars().count() > max as usize {
        return Err(Refusal::TooLong { field, max });
    }
    let spaced = |c: char| if c == '\t' { ' ' } else { c };
    let kept = |c: &char| !c.is_control() || *c == '\n';
    Ok(text.chars().map(spaced).filter(kept).collect::<String>().trim().to_owned())
}

/// A text that may not be empty.
pub(super) fn worded(field: Field, words: &str, max: u32) -> Result<String, Refusal> {
    let words = text(field, words, max)?;
    if words.is_empty() { Err(Refusal::Empty { field }) } else { Ok(words) }
}

/// A reason for the log: not empty and of a line's length.
pub(super) fn reason(words: &str) -> Result<String, Refusal> {
    worded(Field::Reason, words, limits::REASON_CHARS_MAX)
}
