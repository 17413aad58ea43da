//! The entities of the view, as the wire carries them.
//!
//! Seen: `session`, `floor`, `list`, `request`, `delegation`, `attendance` and `channel` by `everyone`; `official` by
//! `everyone` who is in the session if they conduct it, report or sit on stage, by `booths` if they interpret or watch
//! the sound; `move` by `desk`, for why a list was changed by hand is its own; `you` by that `person` alone: their
//! roles, rights, microphone and choice of channel.

use serde::{Deserialize, Serialize};

use super::address::AddressView;
use super::chat_entity::{AnnouncementView, HeldMessageView, MessageView, MutedView, RoomView};
use super::lists::{
    CategoryTime, EquityView, ForecastView, InHandView, PreparationView, ProposalView, TeamView, TextView,
};
use super::motions::{MotionView, MotionsView};
use super::occupant::OccupantView;
use super::panel::{SpeakingTimesView, StageView};
use super::points_of_order::{HearingView, PlacardView, PointView};
use super::polls::{BallotView, OwnBallotView, PollView, TallyView, UnpublishedView};
use super::prerecorded::PrerecordedView;
use super::proceedings::ParagraphView;
use super::questions::{ModerationView, OwnQuestionView, QuestionView, QuestionsView, VotesView};
use super::run_sheet::{CueView, RunSheetView};
use super::sound::{
    BoothView, CarriesView, ListenersView, MicrophoneView, PaceView, Quality, ReadinessView, RecordingView,
    YourMicrophone,
};
use super::standing::StandingView;
use super::undo::UndoView;

use crate::meeting::access::Right;
use crate::meeting::chat::Muting;
use crate::meeting::floor::Halt;
use crate::meeting::ids::{
    BoothId, ChannelId, ConferenceId, DelegationId, Language, ListId, Millis, Moment, PersonId, RequestId,
    RoomId, SessionId, TurnId, Wording,
};
use crate::meeting::people::{Category, Rank, Role};
use crate::meeting::programme::{MicrophonePolicy, Phase, SessionKind};
use crate::meeting::rules::Rules;
use crate::meeting::schedule::Rescheduled;
use crate::meeting::speakers::{DebateEnd, ListKind, Lot, Policy, RequestState, Retimed};
use crate::meeting::votes::Quorum;

/// One thing that a page can show. `type` and `id` together name it; a later one with the same name replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema, strum::VariantNames))]
#[cfg_attr(test, strum(serialize_all = "snake_case"))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Entity {
    /// The session.
    Session(SessionView),
    /// The floor.
    Floor(FloorView),
    /// A list of speakers.
    List(ListView),
    /// The list that the meeting works through, and who comes next.
    InHand(InHandView),
    /// A request for the floor.
    Request(RequestView),
    /// A move by hand in a list.
    Move(MoveView),
    /// A delegation and whether it is present.
    Delegation(DelegationView),
    /// Somebody who conducts the meeting, sits on stage, interprets or watches the sound.
    Official(OfficialView),
    /// Somebody who sits in a delegation, as the desk sees it.
    Occupant(OccupantView),
    /// How many attend.
    Attendance(AttendanceView),
    /// A channel to listen to.
    Channel(ChannelView),
    /// A microphone that is live on the floor.
    Microphone(MicrophoneView),
    /// A booth and its desks.
    Booth(BoothView),
    /// How many people listen to a channel.
    Listeners(ListenersView),
    /// What stands in the way of giving the floor.
    Readiness(ReadinessView),
    /// That a slower pace was asked for.
    Pace(PaceView),
    /// A point of order.
    Point(PointView),
    /// A motion on the course of the meeting.
    Motion(MotionView),
    /// What can be moved, and what is before the meeting.
    Motions(MotionsView),
    /// A paragraph of the proceedings.
    Paragraph(ParagraphView),
    /// What one's own delegation may do with its placard.
    Placard(PlacardView),
    /// The desk's last act, if it can be undone.
    Undo(UndoView),
    /// The stage of a panel.
    Stage(StageView),
    /// How long each on stage has spoken.
    SpeakingTimes(SpeakingTimesView),
    /// Whether questions are taken from the audience.
    Questions(QuestionsView),
    /// A question from the audience that all see.
    Question(QuestionView),
    /// A question as the desk sees it.
    Moderation(ModerationView),
    /// One's own question.
    OwnQuestion(OwnQuestionView),
    /// What one has voted for oneself.
    Votes(VotesView),
    /// A show of hands or a poll.
    Poll(PollView),
    /// How many have answered a poll, and what.
    Tally(TallyView),
    /// The result of a poll that has closed and is not published.
    Unpublished(UnpublishedView),
    /// A ballot by name.
    Ballot(BallotView),
    /// One's own ballot.
    OwnBallot(OwnBallotView),
    /// That channels are being recorded as silence.
    Recording(RecordingView),
    /// The run sheet.
    RunSheet(RunSheetView),
    /// That one is next on the run sheet.
    Cue(CueView),
    /// A chat message.
    Message(MessageView),
    /// A chat message that waits to be approved, or was declined.
    HeldMessage(HeldMessageView),
    /// How a chat room is kept, where other than at first.
    Room(RoomView),
    /// That somebody is muted in the chat.
    Muted(MutedView),
    /// An announcement of the desk.
    Announcement(AnnouncementView),
    /// How one's own delegation stands on a list.
    Standing(StandingView),
    /// An order that is proposed for a list.
    Proposal(ProposalView),
    /// How the desk addresses people.
    Address(AddressView),
    /// Who may speak for one's own delegation.
    Team(TeamView),
    /// Text of a statement.
    Text(TextView),
    /// That a statement was recorded ahead.
    Prerecorded(PrerecordedView),
    /// How ready a waiting request is.
    Preparation(PreparationView),
    /// Whether a list will be over in time.
    Forecast(ForecastView),
    /// Who spoke how long.
    Equity(EquityView),
    /// One's own card.
    You(YouView),
}

/// Names an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct EntityRef {
    /// Its type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its id among those of its type.
    pub id: String,
}

/// The session: its plan and where it stands. There is one, with the id `session`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SessionView {
    /// Always `session`.
    pub id: String,
    /// Which session of the programme.
    pub session: SessionId,
    /// Which conference.
    pub conference: ConferenceId,
    /// Name of the conference.
    pub conference_name: Wording,
    /// What is to be said of it on screen; may be empty.
    pub notice: Wording,
    /// Title of the session.
    pub title: Wording,
    /// Kind of meeting.
    pub kind: SessionKind,
    /// Phase it is in.
    pub phase: Phase,
    /// Since when.
    pub since_ms: Moment,
    /// Why it is suspended; empty otherwise.
    pub reason: String,
    /// Until when it is suspended, as the chair announced it; none where that is not known, and otherwise.
    #[serde(default)]
    pub until_ms: Option<Moment>,
    /// When the meeting was opened: what is in session is so since then, whatever suspensions there were. None before.
    #[serde(default)]
    pub opened_at_ms: Option<Moment>,
    /// Whether it is closed until the next sitting only: those who wait keep their places.
    #[serde(default)]
    pub adjourned: bool,
    /// Planned beginning.
    pub starts_at_ms: Moment,
    /// Planned end.
    pub ends_at_ms: Moment,
    /// What of that is not as in the conference file; none if all is.
    #[serde(default)]
    pub rescheduled: Option<Rescheduled>,
    /// Version of time and title, for changing them.
    #[serde(default)]
    pub schedule_version: u32,
    /// IANA name of the host's time zone.
    pub time_zone: String,
    /// Agenda items in order.
    pub agenda: Vec<Wording>,
    /// Numbers of the objectives under discussion.
    pub objectives: Vec<u8>,
    /// Working languages.
    pub languages: Vec<Language>,
    /// Since when sound is recorded; none while it is not.
    pub recording_since_ms: Option<Moment>,
    /// Who may open a microphone on the podium beside the chair and the moderator.
    pub microphones: MicrophonePolicy,
    /// The rules that it follows.
    pub rules: Rules,
    /// Whether two people may write to each other in the chat.
    #[serde(default)]
    pub direct_messages: bool,
    /// Whether there are shows of hands and polls.
    #[serde(default)]
    pub polls: bool,
}

/// The floor. There is one, with the id `floor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct FloorView {
    /// Always `floor`.
    pub id: String,
    /// The turn in progress, if any.
    pub turn: Option<TurnView>,
    /// The point of order that is heard, if any: it has the floor, and the turn is halted.
    pub point: Option<HearingView>,
    /// Turns given so far.
    pub turns: u32,
}

/// A turn and its clock. Time spoken is `spent_ms`, and the time since `running_since_ms` where the clock runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct TurnView {
    /// Which turn.
    pub id: TurnId,
    /// The request it answers.
    pub request: RequestId,
    /// The list it came from.
    pub list: ListId,
    /// The delegation that has the floor.
    pub delegation: DelegationId,
    /// Who speaks for it, where known.
    pub speaker: Option<SpeakerView>,
    /// Language spoken.
    pub language: Language,
    /// Speaking time with all extensions.
    pub limit_ms: Millis,
    /// Time spoken before the clock last started.
    pub spent_ms: Millis,
    /// Since when the clock runs, by the server's clock; none while the turn is halted.
    pub running_since_ms: Option<Moment>,
    /// Whether the limit has passed.
    pub limit_reached: bool,
    /// How long before the limit time is nearly over.
    pub amber_ms: Millis,
    /// Why it is halted; empty while it runs.
    pub halts: Vec<Halt>,
    /// Why in words; may be empty.
    pub halt_reason: String,
    /// Where a pre-recorded statement is played: how long it is. It is as far as the clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub prerecorded_ms: Option<Millis>,
}

/// The person who speaks for a delegation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SpeakerView {
    /// Who.
    pub person: PersonId,
    /// Name in each language.
    pub name: Wording,
    /// Function in each language; may be empty.
    pub function: Wording,
}

/// A list of speakers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ListView {
    /// Which list.
    pub id: ListId,
    /// Its name.
    pub name: Wording,
    /// Its kind.
    pub kind: ListKind,
    /// Whether it takes requests from delegations.
    pub open: bool,
    /// Grows with every change of the queue; to be named in a move.
    pub version: u32,
    /// Waiting requests in the order in which they will be heard.
    pub queue: Vec<RequestId>,
    /// Requests heard, in the order in which they began: the newest.
    #[cfg_attr(test, ts(as = "Vec<RequestId>"), schemars(with = "Vec<RequestId>"))]
    pub heard: imbl::Vector<RequestId>,
    /// How many were heard before those; absent where none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub earlier_heard: Option<u32>,
    /// How many were filed in writing before those that are shown; absent where none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub earlier_written: Option<u32>,
    /// Place on the selector of lists, from 0.
    pub order: u16,
    /// Most speaking time that anybody has since the desk set it; absent while times are as planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub turn_ms_max: Option<Millis>,
    /// What most of it anybody had before that was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub retimed: Option<Retimed>,
    /// Speaking times of categories that the desk has set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub turn_ms_by_category: Option<Vec<CategoryTime>>,
    /// When speaking times were set last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub times_set_at_ms: Option<Moment>,
    /// When it opens by itself, while that is to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub opens_at_ms: Option<Moment>,
    /// When it closes by itself, while that is to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub closes_at_ms: Option<Moment>,
    /// When it was declared closed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub closed_at_ms: Option<Moment>,
    /// When it was opened again after that; absent while it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub reopened_at_ms: Option<Moment>,
    /// How its debate was ended by a motion; reopening the list takes it up again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub debate_ended: Option<DebateEnd>,
}

/// A request for the floor, while it waits, is heard, or once it was heard or filed in writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RequestView {
    /// Which request.
    pub id: RequestId,
    /// On which list.
    pub list: ListId,
    /// Which delegation.
    pub delegation: DelegationId,
    /// Who is to speak for it, where known.
    pub speaker: Option<SpeakerView>,
    /// Language of the statement.
    pub language: Language,
    /// On whose behalf also; may be empty.
    pub on_behalf_of: String,
    /// Speaking time.
    pub turn_ms: Millis,
    /// What it was before the desk changed it last; absent while it is as it was when the request was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub retimed: Option<Retimed>,
    /// How far it has come.
    pub state: RequestState,
    /// Since when.
    pub since_ms: Moment,
    /// When it may expect the floor, where that can be said.
    pub expected: Option<ExpectationView>,
    /// Time it spoke; 0 until it has.
    pub spoken_ms: Millis,
    /// Level of who is to speak, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub rank: Option<Rank>,
    /// Who was to speak at first, where another is to now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub instead_of: Option<SpeakerView>,
    /// Time in `turn_ms` that others do not have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub extra_ms: Option<Millis>,
    /// The statement of another delegation that it replies to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub reply_to: Option<RequestId>,
}

/// A range of time in which a request may expect the floor: an honest range, not a promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ExpectationView {
    /// If all before are brief.
    pub earliest_ms: Moment,
    /// If all before take their whole time.
    pub latest_ms: Moment,
}

/// A move by hand, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MoveView {
    /// The list and the number of the move.
    pub id: String,
    /// On which list.
    pub list: ListId,
    /// Which request; none where the whole list was put into an order.
    pub request: Option<RequestId>,
    /// Whose request; none likewise.
    pub delegation: Option<DelegationId>,
    /// Place it had; 0 for a whole list.
    pub from_place: u16,
    /// Place it was given; 0 for a whole list.
    pub to_place: u16,
    /// By what the whole list was put into an order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub policy: Option<Policy>,
    /// The lot that was drawn for that order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub lot: Option<Lot>,
    /// Why; empty for a whole list.
    pub reason: String,
    /// Who moved it.
    pub by: Wording,
    /// When.
    pub at_ms: Moment,
}

/// A delegation: its names and whether it is present.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct DelegationView {
    /// Which delegation.
    pub id: DelegationId,
    /// Full official name.
    pub formal: Wording,
    /// Name in running text and lists.
    pub short: Wording,
    /// Name on the plate.
    pub plate: Wording,
    /// What lists are sorted by.
    pub sort_key: Wording,
    /// Accreditation category.
    pub category: Category,
    /// How many of its people are present.
    pub present: u32,
    /// Since when nobody of it is present, if somebody was.
    pub absent_since_ms: Option<Moment>,
    /// Whether the rules of the session let it move, speak on motions and appeal.
    pub moves: bool,
}

/// An official of the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OfficialView {
    /// Which person.
    pub id: PersonId,
    /// Name.
    pub name: Wording,
    /// Function; may be empty.
    pub function: Wording,
    /// Delegation, if any.
    pub delegation: Option<DelegationId>,
    /// Booth, if any.
    pub booth: Option<BoothId>,
    /// Roles in this session.
    pub roles: Vec<Role>,
    /// Whether they are present.
    pub present: bool,
}

/// How many attend. There is one, with the id `attendance`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct AttendanceView {
    /// Always `attendance`.
    pub id: String,
    /// People present.
    pub people: u32,
    /// Delegations present.
    pub delegations: u32,
    /// Delegations that have a seat.
    pub seats: u32,
    /// People present without a delegation, by role.
    pub by_role: Vec<RoleCount>,
    /// How many members must be present, where the rules of the session ask for a quorum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub quorum: Option<Quorum>,
}

/// A role and how many present have it first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RoleCount {
    /// The role.
    pub role: Role,
    /// How many.
    pub people: u32,
}

/// A channel to listen to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ChannelView {
    /// Which channel.
    pub id: ChannelId,
    /// Number on the selector; 0 is the floor.
    pub number: u8,
    /// Its language; none for the floor.
    pub language: Option<Language>,
    /// Its name.
    pub name: Wording,
    /// What it carries at present.
    pub carries: CarriesView,
    /// What it is worth as a source at present.
    pub quality: Quality,
    /// Whether it is recorded at present.
    pub recorded: bool,
}

/// One's own card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct YouView {
    /// Which person.
    pub id: PersonId,
    /// Name.
    pub name: Wording,
    /// Function; may be empty.
    pub function: Wording,
    /// Seat, if any.
    pub delegation: Option<DelegationId>,
    /// Booth, if any.
    pub booth: Option<BoothId>,
    /// Roles in this session.
    pub roles: Vec<Role>,
    /// What the person may do.
    pub rights: Vec<Right>,
    /// The channel the person hears; for an interpreter the source of the booth.
    pub channel: Option<ChannelId>,
    /// The person's own microphone.
    pub microphone: YourMicrophone,
    /// When a slower pace was last asked for while the person is live on the floor; none otherwise.
    pub slow_down_at_ms: Option<Moment>,
    /// When an interpreter's booth may ask for a slower pace again; none if it has not asked yet.
    pub slow_down_from_ms: Option<Moment>,
    /// Chat rooms that the person may read and write in.
    pub rooms: Vec<RoomId>,
    /// Since when and why the person is muted in the chat, if they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub muted: Option<Muting>,
}
