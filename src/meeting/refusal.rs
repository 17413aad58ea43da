//! Why the meeting refuses a command: a stable code, what it concerns, and a sentence with the remedy.

use serde::{Deserialize, Serialize};

use crate::meeting::hall::polls;
use crate::meeting::hall::questions::QuestionState;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::speakers::RequestState;
use crate::meeting::undo::UndoBar;
use crate::terms::ids::{
    ChannelId, DocumentId, HandoverId, ItemId, KeyMessageId, Language, ListId, Millis, Moment, MotionId,
    PersonId, PointId, PollId, RequestId, SessionId, TurnId, Wording,
};
use crate::terms::limits;
use crate::terms::text::{self, Flaw, Kind};

/// A condition under which a command is refused. The state is unchanged. `code` never changes its meaning. As text it is
/// one English sentence with the remedy, for people who read the wire; screens word it from the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error, strum::EnumDiscriminants)]
#[strum_discriminants(
    name(Code),
    doc = "A [`Refusal`] without what it concerns.",
    derive(PartialOrd, Ord, strum::Display, strum::IntoStaticStr),
    strum(serialize_all = "snake_case"),
    allow(missing_docs)
)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema, strum::VariantNames))]
#[cfg_attr(test, strum(serialize_all = "snake_case"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// The access table gives this act to none of the person's roles.
    #[error("your role may not do this; ask the secretariat")]
    NotAllowed {},
    /// The person has no role in this session.
    #[error("you have no role in this session; ask the secretariat")]
    NotInSession {},
    /// The person has no seat to ask for the floor from.
    #[error("you have no seat to ask for the floor from")]
    NoSeat {},
    /// The request or turn belongs to another delegation.
    #[error("this belongs to another delegation")]
    NotYourSeat {},
    /// The session is not in a phase in which this can be done.
    #[error("this cannot be done while the session is {phase}")]
    WrongPhase {
        /// The phase it is in.
        phase: Phase,
    },
    /// The list takes no requests from delegations.
    #[error("the list is closed; the chair or the secretariat can add you")]
    ListClosed {},
    /// The list of an agenda item is with another sitting of the item, or with the conference.
    #[error(
        "the list is not in this sitting; ask in the sitting that has it, or have the secretariat hand it on"
    )]
    ListElsewhere {
        /// The session that has it; none while no sitting does.
        session: Option<SessionId>,
    },
    /// The agenda item of the list is closed.
    #[error("the agenda item is closed, and its list with it")]
    AgendaItemClosed {},
    /// The list is already as asked.
    #[error("the list is {} already", if *open { "open" } else { "closed" })]
    ListUnchanged {
        /// Whether it is open.
        open: bool,
    },
    /// The delegation already waits on this list.
    #[error("your delegation is on this list already, with request {request}; withdraw it first")]
    AlreadyOnList {
        /// Its request.
        request: RequestId,
    },
    /// The request is in a state in which this cannot be done.
    #[error("this cannot be done with a request that is {state}")]
    WrongRequestState {
        /// The state it is in.
        state: RequestState,
    },
    /// The list has changed since the mover saw it.
    #[error("the list has changed and is now version {version}; look at it and move again")]
    StaleList {
        /// Version it has now.
        version: u32,
        /// Waiting requests in order.
        queue: Vec<RequestId>,
    },
    /// The person's seat has changed since the sender saw it.
    #[error("the seat of {person} has changed and is now version {version}; look at it and change it again")]
    StaleSeat {
        /// Whose.
        person: PersonId,
        /// Version it has now.
        version: u32,
    },
    /// There is or was a document with this id.
    #[error("there is a document {document} already; make a new id")]
    DocumentKnown {
        /// The id.
        document: DocumentId,
    },
    /// The document has no file yet.
    #[error("the document has no file yet; give it one first")]
    NoFile {},
    /// The summary of a statement was written anew since the sender saw it.
    #[error(
        "the summary of {turn} in {language} was written anew and is now version {version}; look at it and write again"
    )]
    StaleSummary {
        /// Of which turn.
        turn: TurnId,
        /// In which language.
        language: Language,
        /// Version it has now.
        version: u32,
    },
    /// The key message has changed since the sender saw it.
    #[error(
        "the key message {message} has changed and is now version {version}; look at it and change it again"
    )]
    StaleKeyMessage {
        /// Which.
        message: KeyMessageId,
        /// Version it has now.
        version: u32,
    },
    /// The key messages are before the public.
    #[error("the key messages are issued; have the secretariat take them back first")]
    KeyMessagesIssued {},
    /// What was sent as an update of the draft is none.
    #[error("this is no update of Yjs in its first encoding")]
    NoUpdate {},
    /// An update of the draft does not follow on what is stored.
    #[error(
        "the update leaves out what its author wrote before; send all that is not acknowledged, in its order"
    )]
    DraftGap {},
    /// The draft takes no more updates.
    #[error("the draft has grown to its limit; keep a version of it and tell those who run the server")]
    DraftFull {},
    /// The outcome document is before the public.
    #[error("the outcome document is issued; have the secretariat take it back first")]
    OutcomeIssued {},
    /// No version is open for corrections.
    #[error("no corrections are taken now; ask the secretariat")]
    NoCorrections {},
    /// The correction was answered already.
    #[error("the correction was answered already")]
    CorrectionAnswered {},
    /// The record of that session, or of all sessions, is kept by others.
    #[error("the record of that session is kept by others; ask its rapporteur, or the secretariat")]
    OtherRecord {},
    /// The session's time or title has changed since the sender saw it.
    #[error(
        "the session's time or title has changed and is now version {version}; look at it and change it again"
    )]
    StaleSchedule {
        /// Version it has now.
        version: u32,
    },
    /// The session would be too short or too long, or end before it begins.
    #[error("a session ends {} minutes to {} hours after it begins", min_ms / 60_000, max_ms / 3_600_000)]
    SessionLength {
        /// Shortest.
        min_ms: Millis,
        /// Longest.
        max_ms: Millis,
    },
    /// The beginning is too far from where the conference file has it.
    #[error(
        "a session begins from {earliest_ms} to {latest_ms}; for another date, change the conference file"
    )]
    SessionTooFar {
        /// Earliest beginning.
        earliest_ms: Moment,
        /// Latest beginning.
        latest_ms: Moment,
    },
    /// The session was reopened and closed again since the sender saw it closed.
    #[error(
        "the session was reopened meanwhile and closed again; look at it, and reopen it if that is meant"
    )]
    StaleSession {
        /// Since when it is closed.
        since_ms: Moment,
    },
    /// The session is planned for another day of the host's, and the sender wished to be told.
    #[error("the session is planned for another day; open it without `on_planned_day` if that is meant")]
    OtherDay {
        /// When it is planned to begin.
        starts_at_ms: Moment,
    },
    /// Another session of the conference is planned for that time.
    #[error("the session {session} is planned for that time; change its time or announce its delay first")]
    SessionsOverlap {
        /// Which.
        session: SessionId,
        /// Its title.
        title: Wording,
        /// When it begins.
        starts_at_ms: Moment,
        /// When it ends.
        ends_at_ms: Moment,
    },
    /// There is or was a session with this id.
    #[error("there is a session {session} already; make a new id")]
    SessionKnown {
        /// The id.
        session: SessionId,
    },
    /// The session does not take place.
    #[error("the session was cancelled; have the secretariat give it a time first")]
    SessionCancelled {},
    /// The person takes part in a session that the sender does not serve.
    #[error("{person} takes part in a session that another secretariat serves; have it changed there")]
    OtherSecretariat {
        /// Who.
        person: PersonId,
    },
    /// It is of the whole conference, and the sender does not serve all of its sessions.
    #[error("this is of the whole conference; only the secretariat of all its sessions changes it")]
    OfConference {},
    /// There is or was a person with this id.
    #[error("there is a person {person} already; make a new id")]
    PersonKnown {
        /// The id.
        person: PersonId,
    },
    /// Another turn is in progress than the giver saw.
    #[error("the floor has changed hands; look at it and try again")]
    FloorChanged {
        /// The turn in progress, if any.
        turn: Option<TurnId>,
    },
    /// The turn is over, or was never given.
    #[error("this turn is over")]
    TurnOver {},
    /// The limit that the timer was set for is not the turn's any more.
    #[error("the turn has time left")]
    LimitNotReached {},
    /// The turn is halted for that reason already.
    #[error("this turn is halted already; give the floor back first")]
    TurnHalted {},
    /// No pre-recorded statement was handed in for the request, or none is played in the turn.
    #[error("there is no pre-recorded statement")]
    NotPrerecorded {},
    /// A pre-recorded statement is played in the turn.
    #[error("a pre-recorded statement is played; the chair or the secretariat can stop it first")]
    PrerecordedPlays {},
    /// The turn is not halted.
    #[error("this turn is not halted")]
    TurnRuns {},
    /// The delegation has a point of order that the chair has not ruled on.
    #[error("your point of order {point} waits for the chair; withdraw it to raise another")]
    PointRaised {
        /// Which.
        point: PointId,
    },
    /// A point of order is heard, which no other business waits for.
    #[error("the point of order {point} is heard; rule on it first")]
    PointHeard {
        /// Which.
        point: PointId,
    },
    /// The point of order has been ruled on, withdrawn, or lapsed.
    #[error("this point of order is over")]
    PointOver {},
    /// There is no ruling that can be appealed against.
    #[error("there is no ruling to appeal against: one appeals before the floor goes on")]
    NoRuling {},
    /// An appeal has been made, which is decided before other business.
    #[error("there is an appeal against the ruling on {point}; put it to the vote first")]
    AppealOpen {
        /// On which point of order.
        point: PointId,
    },
    /// There is no appeal to decide on.
    #[error("there is no appeal to decide on")]
    NoAppeal {},
    /// The session's rules know no votes.
    #[error("this session's rules know no votes; the chair decides")]
    NoVotes {},
    /// The rules let Member States alone move, speak on motions and appeal.
    #[error("Member States alone move, speak on motions and appeal under these rules; ask for the floor")]
    MembersOnly {},
    /// More votes were counted than delegations may vote.
    #[error("no more than {max} may vote: each Member State of this session has one vote; count again")]
    TooManyVotes {
        /// Most votes in all: for, against and abstaining.
        max: u16,
    },
    /// The same has been moved already and has not been decided on.
    #[error("this has been moved already, as {motion}; it waits for the chair")]
    MotionWaits {
        /// Which.
        motion: MotionId,
    },
    /// Another motion goes before this one.
    #[error("the motion {motion} goes before this one; decide on it first")]
    MotionPrecedes {
        /// Which.
        motion: MotionId,
    },
    /// A motion is before the meeting, which no other business waits for.
    #[error("the motion {motion} is before the meeting; decide on it first")]
    MotionOpen {
        /// Which.
        motion: MotionId,
    },
    /// The motion has not been put before the meeting.
    #[error("this motion is not before the meeting; take it up first")]
    MotionNotTakenUp {},
    /// The motion has been decided on, withdrawn or ruled out, or has lapsed.
    #[error("this motion is over")]
    MotionOver {},
    /// A motion interrupts nobody.
    #[error("a motion interrupts nobody: it waits until the turn {turn} is over")]
    FloorTaken {
        /// The turn in progress.
        turn: TurnId,
    },
    /// Nobody speaks on that side of the motion.
    #[error("nobody speaks on that side of this motion: it is put to the vote at once")]
    NotDebated {},
    /// As many speak on that side as may.
    #[error("{max} speak on that side already, and no more may")]
    SideFull {
        /// Most who may.
        max: u16,
    },
    /// The list is that of the speakers on motions, which has an order of its own.
    #[error("on this list stand those who speak on a motion; put them down for the motion and a side")]
    MotionsList {},
    /// The debate was adjourned or closed by a motion.
    #[error("the debate on the list {list} is adjourned or closed; reopen the list to take it up again")]
    DebateOver {
        /// Which list.
        list: ListId,
    },
    /// The act is not the desk's last, is too long ago, or something has happened since to what it changed.
    #[error("this can no longer be undone; put it right by hand")]
    NothingToUndo {},
    /// Undoing the act would break a rule or a limit of the meeting as it stands.
    #[error("this cannot be undone: {bar}; put it right by hand")]
    UndoBarred {
        /// Which.
        bar: UndoBar,
    },
    /// Microphones of panellists open with their turns in this session.
    #[error("your microphone opens with your turn; ask for the floor")]
    MicrophonesByTurn {},
    /// The desk has closed the microphone; only the desk opens it again.
    #[error("the chair has closed your microphone and alone can open it again")]
    ClosedByDesk {},
    /// Nobody opens the microphone of another, but the desk that of the turn which it closed.
    #[error("only its owner opens this microphone; the desk opens again that of the turn")]
    NotYourMicrophone {},
    /// Whoever speaks has not agreed that their microphone opens.
    #[error("whoever speaks has not agreed that their microphone opens; they agree on their own page")]
    NotAgreed {},
    /// The person is live already, on the floor or on a channel; nobody is live twice.
    #[error("this person is live already; close that microphone first")]
    AlreadyLive {},
    /// The person works in no booth of this session.
    #[error("you work in no booth of this session; ask the secretariat")]
    NoBooth {},
    /// An interpreter hears the source of their booth and chooses no channel.
    #[error("an interpreter hears the source of the booth; choose that instead")]
    HearsSource {},
    /// Somebody else of the booth is on air.
    #[error("{person} is on air in your booth; ask for a handover")]
    BoothOnAir {
        /// Who.
        person: PersonId,
    },
    /// Somebody of another booth is on air for the channel.
    #[error("{person} of another booth is on air for the channel {channel}; use another output")]
    ChannelTaken {
        /// Which channel.
        channel: ChannelId,
        /// Who.
        person: PersonId,
    },
    /// This can be done only on air.
    #[error("this can be done only on air")]
    NotOnAir {},
    /// A booth takes no relay from the channel that it feeds.
    #[error("your booth feeds the channel {channel} itself; take relay from another")]
    OwnOutput {
        /// Which channel.
        channel: ChannelId,
    },
    /// The channel comes, by relay, from the booth itself.
    #[error("the channel {channel} comes by relay from your booth; take relay from another, or the floor")]
    RelayCycle {
        /// Which channel.
        channel: ChannelId,
    },
    /// No channel is preselected for relay.
    #[error("no channel is preselected for relay; preselect one first")]
    NoRelay {},
    /// The person writes captions in no language of this session.
    #[error("you write captions in no language of this session; ask the secretariat")]
    NoCaptions {},
    /// Somebody else writes the captions of the language.
    #[error("{person} writes the captions of your language; take them over first, if that is meant")]
    CaptionsTaken {
        /// Who.
        person: PersonId,
    },
    /// A handover is under way in the booth.
    #[error("the handover {handover} is under way in your booth; cancel it first")]
    HandoverPending {
        /// Which handover.
        handover: HandoverId,
    },
    /// The handover is over, or was never asked for.
    #[error("this handover is over")]
    HandoverOver {},
    /// The handover is another's to answer.
    #[error("this handover is not yours to answer")]
    NotYourHandover {},
    /// The time of the handover that the timer was set for has not come.
    #[error("the handover has time left")]
    HandoverNotDue {},
    /// The person is not in the session at present.
    #[error("{person} is not in the session at present")]
    Absent {
        /// Who.
        person: PersonId,
    },
    /// No microphone of the floor is live.
    #[error("nobody's microphone is live on the floor")]
    FloorSilent {},
    /// The booth has asked a moment ago.
    #[error("your booth has asked a moment ago and may ask again at {retry_at_ms}")]
    TooSoon {
        /// When it may ask again.
        retry_at_ms: Moment,
    },
    /// The list's inscription window brings nothing yet.
    #[error("the list's inscription window brings nothing yet")]
    InscriptionNotDue {},
    /// The person does not speak for the delegation.
    #[error("{person} does not speak for this delegation; name one of its own people")]
    OtherSeat {
        /// Who.
        person: PersonId,
    },
    /// No order of the list is proposed.
    #[error("no order is proposed for this list; propose one first")]
    NoProposal {},
    /// The delegation has had all its replies.
    #[error("a delegation may reply {max} times; the chair may let it state its position in writing")]
    ReplyLimit {
        /// Most replies of one delegation.
        max: u16,
    },
    /// What is replied to is no statement of another delegation that was heard, or the list is not one of replies.
    #[error("a right of reply names another delegation's statement that was heard; choose one, or none")]
    NotRepliable {},
    /// Only the desk writes in the chat room at present.
    #[error("the room is closed; the desk can reopen it")]
    RoomClosed {},
    /// The person is muted in the chat.
    #[error("you are muted in this room; write to the secretariat")]
    Muted {},
    /// The room asks for a wait between messages of one person.
    #[error("the room is in slow mode; write again at {retry_at_ms}")]
    SlowDown {
        /// When the person may write there again.
        retry_at_ms: Moment,
    },
    /// The message is another's.
    #[error("this message is not yours")]
    NotYourMessage {},
    /// The time for editing a message is over.
    #[error("a message can be edited for ten minutes; write a new one")]
    TooLateToEdit {},
    /// The message was deleted, or another of the desk has decided on it.
    #[error("this message is gone, or was decided on already")]
    MessageGone {},
    /// In this room the desk approves messages before they are shown.
    #[error("messages in this room are approved before they are shown; write a new one")]
    EditNeedsApproval {},
    /// It is as asked already.
    #[error("it is so already")]
    Unchanged {},
    /// Nobody of the desk is muted.
    #[error("nobody of the chair's desk can be muted")]
    DeskNotMuted {},
    /// No questions are taken from the audience at present.
    #[error("no questions are taken at present; the chair or the moderator opens them")]
    QuestionsClosed {},
    /// The question is in a state in which this cannot be done.
    #[error("this cannot be done with a question that is {state}")]
    WrongQuestionState {
        /// The state it is in.
        state: QuestionState,
    },
    /// The person has as many questions waiting or visible as they may.
    #[error("you have {max} questions that are not answered yet; wait, or withdraw one")]
    TooManyQuestions {
        /// Most that they may have.
        max: u32,
    },
    /// The question is somebody else's.
    #[error("this question is somebody else's; only its author withdraws it")]
    NotYourQuestion {},
    /// Nobody votes for their own question.
    #[error("this question is yours; others vote for it")]
    OwnQuestion {},
    /// The author of the question is not to be named, which the floor would do.
    #[error("whoever asked is not to be named, and the list would name them; read the question out instead")]
    AuthorUnnamed {},
    /// The author of the question has no seat to be given the floor for.
    #[error("whoever asked has no seat to be given the floor for; read the question out instead")]
    AuthorWithoutSeat {},
    /// The session has no list of questions.
    #[error("this session has no list of questions; the conference file gives it one")]
    NoQuestionsList {},
    /// The session has no shows of hands and polls.
    #[error("this session has no shows of hands and polls; the conference file switches them on")]
    PollsOff {},
    /// Another show of hands or poll is open.
    #[error("{poll} is open; close it first")]
    PollOpen {
        /// Which.
        poll: PollId,
    },
    /// The poll has closed.
    #[error("this poll has closed; nobody answers any more")]
    PollOver {},
    /// The poll is in a state in which this cannot be done.
    #[error("this cannot be done with a poll that is {standing}")]
    WrongPollState {
        /// The state it is in.
        standing: polls::Standing,
    },
    /// The poll is answered by others.
    #[error("this is answered by those who may speak for a delegation; you have no ballot in it")]
    NotEntitled {},
    /// There is a ballot already, which the command does not mean to change.
    #[error("{by} has cast this ballot already; change it, or leave it")]
    BallotThere {
        /// Who cast it.
        by: PersonId,
    },
    /// Two options of a poll say the same.
    #[error("two options say the same; word them apart")]
    OptionTwice {},
    /// The run sheet has changed since the asker saw it.
    #[error("the run sheet has changed and is now version {version}; look at it and try again")]
    StaleSheet {
        /// Version it has now.
        version: u32,
        /// Its items in order.
        items: Vec<ItemId>,
        /// The one under way.
        current: Option<ItemId>,
    },
    /// The item of the run sheet is under way.
    #[error("this item is under way; finish it, or begin another")]
    ItemUnderWay {},
    /// The item of the run sheet is not under way.
    #[error("this item is not under way")]
    ItemNotUnderWay {},
    /// A field names something that is not there.
    #[error("{field}: there is none with this id in this session")]
    Unknown {
        /// Which field.
        field: Field,
    },
    /// A field may not be empty.
    #[error("{field}: may not be empty; write something that can be seen")]
    Empty {
        /// Which field.
        field: Field,
    },
    /// A field breaks the line and may not.
    #[error("{field}: one line only; take the line breaks out")]
    NotOneLine {
        /// Which field.
        field: Field,
    },
    /// A field holds characters that turn the direction of what stands beside it.
    #[error(
        "{field}: holds characters that turn the direction of the text around it; type it anew without them"
    )]
    TurnsText {
        /// Which field.
        field: Field,
    },
    /// A field is longer than it may be.
    #[error("{field}: at most {max} characters")]
    TooLong {
        /// Which field.
        field: Field,
        /// Most characters it may have.
        max: u32,
    },
    /// A number is outside its range.
    #[error("{field}: from {min} to {max}")]
    OutOfRange {
        /// Which field.
        field: Field,
        /// Least.
        min: i64,
        /// Most.
        max: i64,
    },
    /// The list, or the session, holds as many as it may.
    #[error("at most {max}; nothing more can be added")]
    Full {
        /// Most it may hold.
        max: u32,
    },
    /// One delegation or person has had as many in this session as one may.
    #[error("one delegation, or person, may have {max} in a session and has had them; ask the secretariat")]
    ShareFull {
        /// Most that one may have.
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
    Point,
    Motion,
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
    ReplyTo,
    TurnMs,
    ExtraMs,
    Message,
    WaitMs,
    Announcement,
    Question,
    To,
    LimitMs,
    Poll,
    Options,
    Choices,
    ChoicesMax,
    Item,
    Title,
    Note,
    PlannedMs,
    Name,
    LengthMs,
    UntilMs,
    Session,
    Document,
    Symbol,
    Mark,
    Caption,
    Objectives,
    Origin,
    Passage,
    Update,
    Version,
    Comment,
    Correction,
    Remark,
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::List => "list",
            Self::Request => "request",
            Self::Delegation => "delegation",
            Self::Turn => "turn",
            Self::Point => "point",
            Self::Motion => "motion",
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
            Self::ReplyTo => "reply_to",
            Self::TurnMs => "turn_ms",
            Self::ExtraMs => "extra_ms",
            Self::Message => "message",
            Self::WaitMs => "wait_ms",
            Self::Announcement => "announcement",
            Self::Question => "question",
            Self::To => "to",
            Self::LimitMs => "limit_ms",
            Self::Poll => "poll",
            Self::Options => "options",
            Self::Choices => "choices",
            Self::ChoicesMax => "choices_max",
            Self::Item => "item",
            Self::Title => "title",
            Self::Note => "note",
            Self::PlannedMs => "planned_ms",
            Self::Name => "name",
            Self::LengthMs => "length_ms",
            Self::UntilMs => "until_ms",
            Self::Session => "session",
            Self::Document => "document",
            Self::Symbol => "symbol",
            Self::Mark => "mark",
            Self::Caption => "caption",
            Self::Objectives => "objectives",
            Self::Origin => "origin",
            Self::Passage => "passage",
            Self::Update => "update",
            Self::Version => "version",
            Self::Comment => "comment",
            Self::Correction => "correction",
            Self::Remark => "remark",
        })
    }
}

/// Refused where as many are there as may be.
pub(crate) fn room_for_one(there: usize, max: u32) -> Result<(), Refusal> {
    if there < max as usize { Ok(()) } else { Err(Refusal::Full { max }) }
}

/// Refused where one delegation or person has had as many as one may.
pub(super) fn within_share(had: usize, max: u32) -> Result<(), Refusal> {
    if had < max as usize { Ok(()) } else { Err(Refusal::ShareFull { max }) }
}

/// A text of a command, as [`text::read`] reads it; it may be empty.
pub(crate) fn text(kind: Kind, field: Field, words: &str, max: u32) -> Result<String, Refusal> {
    text::read(kind, words, max as usize).map_err(|flaw| match flaw {
        Flaw::TooLong(_) => Refusal::TooLong { field, max },
        Flaw::BreaksLine => Refusal::NotOneLine { field },
        Flaw::Turns(_) => Refusal::TurnsText { field },
    })
}

/// A text that may not be empty.
pub(crate) fn worded(kind: Kind, field: Field, words: &str, max: u32) -> Result<String, Refusal> {
    let words = text(kind, field, words, max)?;
    if words.is_empty() { Err(Refusal::Empty { field }) } else { Ok(words) }
}

/// What was given in one working language or several; what is empty counts as not given.
pub(crate) fn worded_in(
    languages: &[Language],
    kind: Kind,
    field: Field,
    words: &Wording,
    max: u32,
) -> Result<Wording, Refusal> {
    let mut worded = Wording::default();
    for (language, words) in &words.0 {
        if !languages.contains(language) {
            return Err(Refusal::Unknown { field: Field::Language });
        }
        let words = text(kind, field, words, max)?;
        if !words.is_empty() {
            worded.0.insert(language.clone(), words);
        }
    }
    if worded.0.is_empty() { Err(Refusal::Empty { field }) } else { Ok(worded) }
}

/// A reason for the log: not empty and of a line's length.
pub(super) fn reason(words: &str) -> Result<String, Refusal> {
    worded(Kind::Lines, Field::Reason, words, limits::REASON_CHARS_MAX)
}

/// Any command can be refused with these: who gives it may not, or is not of the session.
pub const OF_ANY: &[Code] = &[Code::NotAllowed, Code::NotInSession];
