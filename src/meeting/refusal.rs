//! Why the meeting refuses a command: a stable code, what it concerns, and a sentence with the remedy.

use serde::{Deserialize, Serialize};

use super::ids::{ChannelId, HandoverId, Moment, PersonId, RequestId, TurnId};
use super::limits;
use super::programme::Phase;
use super::speakers::RequestState;

/// A condition under which a command is refused. The state is unchanged. `code` never changes its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema, strum::VariantNames))]
#[cfg_attr(test, strum(serialize_all = "snake_case"))]
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
    /// Microphones of panellists open with their turns in this session.
    MicrophonesByTurn {},
    /// The desk has closed the microphone; only the desk opens it again.
    ClosedByDesk {},
    /// Nobody opens the microphone of another, but the desk that of the turn which it closed.
    NotYourMicrophone {},
    /// Whoever speaks has not agreed that their microphone opens.
    NotAgreed {},
    /// The person is live already, on the floor or on a channel; nobody is live twice.
    AlreadyLive {},
    /// The person works in no booth of this session.
    NoBooth {},
    /// An interpreter hears the source of their booth and chooses no channel.
    HearsSource {},
    /// Somebody else of the booth is on air.
    BoothOnAir {
        /// Who.
        person: PersonId,
    },
    /// Somebody of another booth is on air for the channel.
    ChannelTaken {
        /// Which channel.
        channel: ChannelId,
        /// Who.
        person: PersonId,
    },
    /// This can be done only on air.
    NotOnAir {},
    /// A booth takes no relay from the channel that it feeds.
    OwnOutput {
        /// Which channel.
        channel: ChannelId,
    },
    /// The channel comes, by relay, from the booth itself.
    RelayCycle {
        /// Which channel.
        channel: ChannelId,
    },
    /// No channel is preselected for relay.
    NoRelay {},
    /// A handover is under way in the booth.
    HandoverPending {
        /// Which handover.
        handover: HandoverId,
    },
    /// The handover is over, or was never asked for.
    HandoverOver {},
    /// The handover is another's to answer.
    NotYourHandover {},
    /// The time of the handover that the timer was set for has not come.
    HandoverNotDue {},
    /// The person is not in the session at present.
    Absent {
        /// Who.
        person: PersonId,
    },
    /// No microphone of the floor is live.
    FloorSilent {},
    /// The booth has asked a moment ago.
    TooSoon {
        /// When it may ask again.
        retry_at_ms: Moment,
    },
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
    Output,
    With,
    InMs,
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
            Self::MicrophonesByTurn {} => {
                f.write_str("your microphone opens with your turn; ask for the floor")
            }
            Self::ClosedByDesk {} => {
                f.write_str("the chair has closed your microphone and alone can open it again")
            }
            Self::NotYourMicrophone {} => {
                f.write_str("only its owner opens this microphone; the desk opens again that of the turn")
            }
            Self::NotAgreed {} => f.write_str(
                "whoever speaks has not agreed that their microphone opens; they agree on their own page",
            ),
            Self::AlreadyLive {} => f.write_str("this person is live already; close that microphone first"),
            Self::NoBooth {} => f.write_str("you work in no booth of this session; ask the secretariat"),
            Self::HearsSource {} => {
                f.write_str("an interpreter hears the source of the booth; choose that instead")
            }
            Self::BoothOnAir { person } => {
                write!(f, "{person} is on air in your booth; ask for a handover")
            }
            Self::ChannelTaken { channel, person } => {
                write!(f, "{person} of another booth is on air for the channel {channel}; use another output")
            }
            Self::NotOnAir {} => f.write_str("this can be done only on air"),
            Self::OwnOutput { channel } => {
                write!(f, "your booth feeds the channel {channel} itself; take relay from another")
            }
            Self::RelayCycle { channel } => {
                write!(
                    f,
                    "the channel {channel} comes by relay from your booth; take relay from another, or the floor"
                )
            }
            Self::NoRelay {} => f.write_str("no channel is preselected for relay; preselect one first"),
            Self::HandoverPending { handover } => {
                write!(f, "the handover {handover} is under way in your booth; cancel it first")
            }
            Self::HandoverOver {} => f.write_str("this handover is over"),
            Self::NotYourHandover {} => f.write_str("this handover is not yours to answer"),
            Self::HandoverNotDue {} => f.write_str("the handover has time left"),
            Self::Absent { person } => write!(f, "{person} is not in the session at present"),
            Self::FloorSilent {} => f.write_str("nobody's microphone is live on the floor"),
            Self::TooSoon { retry_at_ms } => {
                write!(f, "your booth has asked a moment ago and may ask again at {retry_at_ms}")
            }
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
            Self::Output => "output",
            Self::With => "with",
            Self::InMs => "in_ms",
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
