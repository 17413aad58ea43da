//! Every entity of the view: what it is called, whose it is, who makes it, and which there
//! are. A new one has its lines here, and nowhere else
//! outside its feature.

use serde::{Deserialize, Serialize};

use super::past::{has_motion, has_move, has_point, has_question, has_text};
pub use crate::meeting::hall::captions::view::{CaptionView, CaptionerView, CaptionsView};
pub use crate::meeting::hall::chat::view::*;
pub use crate::meeting::hall::panel::view::*;
pub use crate::meeting::hall::polls::view::*;
pub use crate::meeting::hall::questions::view::*;
pub use crate::meeting::hall::run_sheet::view::*;
use crate::meeting::hall::{captions, panel, run_sheet};
pub use crate::meeting::procedure::floor::view::*;
pub use crate::meeting::procedure::motions::view::*;
use crate::meeting::procedure::points_of_order;
pub use crate::meeting::procedure::points_of_order::view::*;
pub use crate::meeting::procedure::programme::view::*;
use crate::meeting::procedure::speakers::view::render as lists;
pub use crate::meeting::procedure::speakers::view::*;
pub use crate::meeting::proceedings::view::{ParagraphView, proceedings};
use crate::meeting::record::notes;
pub use crate::meeting::record::notes::view::{MarkView, SummaryView, UnheardView};
use crate::meeting::sound::help;
pub use crate::meeting::sound::help::view::HelpCallView;
use crate::meeting::sound::view::render as sound;
use crate::meeting::sound::view::render::channel;
pub use crate::meeting::sound::view::*;
use crate::meeting::statements::prerecorded;
pub use crate::meeting::statements::prerecorded::view::{PrerecordedView, preview};
pub use crate::meeting::statements::texts::view::{
    ReceiptView, TextFileView, TextView, readable as readable_text,
};
use crate::meeting::undo;
pub use crate::meeting::undo::view::*;

use super::*;

/// One thing of a session that a page can show. `type` and `id` together name it; a later one with the same name
/// replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema, strum::VariantNames))]
#[cfg_attr(test, strum(serialize_all = "snake_case"))]
#[cfg_attr(test, ts(rename = "MeetingEntity"), schemars(rename = "MeetingEntity"))]
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
    /// A call for a technician.
    HelpCall(HelpCallView),
    /// A moment that was marked, for those who keep the record.
    Mark(MarkView),
    /// What was said in a statement, for those who keep the record.
    Summary(SummaryView),
    /// Delegations that have made no statement, for those who keep the record.
    Unheard(UnheardView),
    /// The run sheet.
    RunSheet(RunSheetView),
    /// That one is next on the run sheet.
    Cue(CueView),
    /// That there are captions in a language.
    Captions(CaptionsView),
    /// A line of captions.
    Caption(CaptionView),
    /// Who writes the captions of a language.
    Captioner(CaptionerView),
    /// A chat message.
    Message(MessageView),
    /// A chat message that waits to be approved, or was declined.
    HeldMessage(HeldMessageView),
    /// How a chat room is kept, where other than at first.
    Room(RoomView),
    /// That somebody is muted in the chat.
    Muted(MutedView),
    /// An announcement of the desk or of the conference.
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

/// Names an entity of the view.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The session.
    Session,
    /// The floor.
    Floor,
    /// A list of speakers.
    List(ListId),
    /// A request that all may see.
    Request(RequestId),
    /// A move by hand: the list and its number, from 0.
    Move(ListId, usize),
    /// A delegation.
    Delegation(DelegationId),
    /// An official, an interpreter or a technician.
    Official(PersonId),
    /// Somebody who sits in a delegation.
    Occupant(PersonId),
    /// How many attend.
    Attendance,
    /// A channel.
    Channel(ChannelId),
    /// A microphone of the floor.
    Microphone(PersonId),
    /// A booth.
    Booth(BoothId),
    /// Who listens to a channel.
    Listeners(ChannelId),
    /// What stands in the way of giving the floor.
    Readiness,
    /// That a slower pace was asked for.
    Pace,
    /// A point of order.
    Point(PointId),
    /// A motion.
    Motion(MotionId),
    /// What can be moved.
    Motions,
    /// A paragraph of the proceedings, by the event that it tells of.
    Paragraph(Seq),
    /// What a delegation may do with its placard.
    Placard(DelegationId),
    /// The list that the meeting works through.
    InHand,
    /// The desk's last act.
    Undo,
    /// The stage of a panel.
    Stage,
    /// How long each on stage has spoken.
    SpeakingTimes,
    /// Whether questions are taken from the audience, and the one that is pinned.
    Questions,
    /// A question that all see.
    Question(QuestionId),
    /// A question as the desk sees it.
    Moderation(QuestionId),
    /// A person's own question.
    OwnQuestion(PersonId, QuestionId),
    /// What a person has voted for.
    Votes(PersonId),
    /// A show of hands or a poll.
    Poll(PollId),
    /// How many have answered a poll, and what.
    Tally(PollId),
    /// The result of a poll that is not published.
    Unpublished(PollId),
    /// A ballot by name.
    Ballot(PollId, Voter),
    /// A ballot, as those whose it is have it.
    OwnBallot(PollId, Voter),
    /// Channels that are being recorded as silence.
    Recording,
    /// A call for a technician, by who calls.
    HelpCall(PersonId),
    /// A moment that was marked.
    Mark(MarkId),
    /// What was said in a statement, in a language.
    Summary(TurnId, Language),
    /// Who has made no statement.
    Unheard,
    /// The run sheet.
    RunSheet,
    /// That a person is next on the run sheet.
    Cue(PersonId),
    /// That there are captions in a language.
    Captions(Language),
    /// A line of captions.
    Caption(CaptionId),
    /// Who writes the captions of a language.
    Captioner(Language),
    /// A chat message, by its room, which is not one of two people.
    Message(chat::Room, MessageId),
    /// A message between two people, as one of them has it.
    DirectMessage(PersonId, chat::Room, MessageId),
    /// A message that waits to be approved, as the desk has it.
    HeldMessage(chat::Room, MessageId),
    /// A message that waits to be approved or was declined, as its author has it.
    OwnHeldMessage(PersonId, chat::Room, MessageId),
    /// How a chat room is kept.
    Room(chat::Room),
    /// That a person is muted.
    Muted(PersonId),
    /// An announcement.
    Announcement(AnnouncementId),
    /// How a delegation stands on a list.
    Standing(DelegationId, ListId),
    /// An order that is proposed for a list.
    Proposal(ListId),
    /// How the desk addresses people.
    Address,
    /// Who may speak for a delegation.
    Team(DelegationId),
    /// Text of a statement, by its request and language.
    Text(RequestId, Language),
    /// That the statement of a request was recorded ahead.
    Prerecorded(RequestId),
    /// How ready a waiting request is.
    Preparation(RequestId),
    /// Whether a list will be over in time.
    Forecast(ListId),
    /// Who spoke how long.
    Equity,
    /// A person's own card.
    You(PersonId),
}

impl Key {
    /// The scope the entity belongs to. The other half of the rule above.
    pub fn scope(&self, meeting: &Meeting) -> Scope {
        match self {
            Self::Session
            | Self::Floor
            | Self::List(_)
            | Self::InHand
            | Self::Request(_)
            | Self::Delegation(_)
            | Self::Attendance
            | Self::Channel(_)
            | Self::Microphone(_)
            | Self::Point(_)
            | Self::Motion(_)
            | Self::Motions
            | Self::Paragraph(_)
            | Self::Stage
            | Self::Questions
            | Self::Question(_)
            | Self::Poll(_)
            | Self::Tally(_)
            | Self::Captions(_)
            | Self::Caption(_)
            | Self::Announcement(_) => Scope::Everyone,
            Self::Unpublished(_) | Self::RunSheet => Scope::Desk,
            Self::Ballot(poll, _) => polls::view::ballot_scope(meeting, poll),
            Self::OwnBallot(_, voter) => polls::view::own_scope(voter),
            Self::Message(room, _) | Self::Room(room) => room.scope(),
            Self::DirectMessage(person, ..) | Self::OwnHeldMessage(person, ..) => {
                Scope::Person(person.clone())
            }
            Self::HeldMessage(..) | Self::Muted(_) | Self::Occupant(_) => Scope::Desk,
            Self::Booth(_) | Self::Listeners(_) | Self::Recording | Self::Captioner(_) => Scope::Booths,
            Self::HelpCall(_) => Scope::Technicians,
            Self::Mark(_) | Self::Summary(..) | Self::Unheard => Scope::Record,
            Self::Readiness
            | Self::Pace
            | Self::Address
            | Self::Undo
            | Self::SpeakingTimes
            | Self::Moderation(_) => Scope::Desk,
            Self::Official(id) if meeting.roster.person(id).is_some_and(is_named_to_all) => Scope::Everyone,
            Self::Official(_) => Scope::Booths,
            Self::Move(..) | Self::Proposal(_) | Self::Preparation(_) | Self::Forecast(_) | Self::Equity => {
                Scope::Desk
            }
            // Confidential until it was heard.
            Self::Text(request, _) if meeting.speakers.request(request).is_some_and(texts::is_delivered) => {
                Scope::Everyone
            }
            Self::Text(..) | Self::Prerecorded(_) => Scope::Booths,
            Self::Standing(delegation, _) | Self::Team(delegation) | Self::Placard(delegation) => {
                Scope::Delegation(delegation.clone())
            }
            Self::You(person) | Self::OwnQuestion(person, _) | Self::Votes(person) | Self::Cue(person) => {
                Scope::Person(person.clone())
            }
        }
    }

    /// The name of the entity on the wire.
    pub fn entity_ref(&self) -> EntityRef {
        let (kind, id) = match self {
            Self::Session => ("session", "session".to_owned()),
            Self::Floor => ("floor", "floor".to_owned()),
            Self::List(id) => ("list", id.to_string()),
            Self::Request(id) => ("request", id.to_string()),
            Self::Move(list, number) => ("move", move_id(list, *number)),
            Self::Delegation(id) => ("delegation", id.to_string()),
            Self::Official(id) => ("official", id.to_string()),
            Self::Occupant(id) => ("occupant", id.to_string()),
            Self::Attendance => ("attendance", "attendance".to_owned()),
            Self::Channel(id) => ("channel", id.to_string()),
            Self::Microphone(id) => ("microphone", id.to_string()),
            Self::Booth(id) => ("booth", id.to_string()),
            Self::Listeners(id) => ("listeners", id.to_string()),
            Self::Readiness => ("readiness", "readiness".to_owned()),
            Self::Pace => ("pace", "pace".to_owned()),
            Self::Point(id) => ("point", id.to_string()),
            Self::Motion(id) => ("motion", id.to_string()),
            Self::Motions => ("motions", "motions".to_owned()),
            Self::Paragraph(seq) => ("paragraph", seq.to_string()),
            Self::Placard(_) => ("placard", "placard".to_owned()),
            Self::InHand => ("in_hand", "in_hand".to_owned()),
            Self::Undo => ("undo", "undo".to_owned()),
            Self::Stage => ("stage", "stage".to_owned()),
            Self::SpeakingTimes => ("speaking_times", "speaking_times".to_owned()),
            Self::Questions => ("questions", "questions".to_owned()),
            Self::Question(id) => ("question", id.to_string()),
            Self::Moderation(id) => ("moderation", id.to_string()),
            Self::OwnQuestion(_, id) => ("own_question", id.to_string()),
            Self::Votes(_) => ("votes", "votes".to_owned()),
            Self::Poll(id) => ("poll", id.to_string()),
            Self::Tally(id) => ("tally", id.to_string()),
            Self::Unpublished(id) => ("unpublished", id.to_string()),
            Self::Ballot(id, voter) => ("ballot", polls::view::ballot_id(id, voter)),
            Self::OwnBallot(id, _) => ("own_ballot", id.to_string()),
            Self::Recording => ("recording", "recording".to_owned()),
            Self::HelpCall(person) => ("help_call", person.to_string()),
            Self::Mark(id) => ("mark", id.to_string()),
            Self::Summary(turn, language) => ("summary", notes::view::summary_id(turn, language)),
            Self::Unheard => ("unheard", "unheard".to_owned()),
            Self::RunSheet => ("run_sheet", "run_sheet".to_owned()),
            Self::Cue(_) => ("cue", "cue".to_owned()),
            Self::Captions(language) => ("captions", language.to_string()),
            Self::Caption(id) => ("caption", id.to_string()),
            Self::Captioner(language) => ("captioner", language.to_string()),
            Self::Message(_, id) | Self::DirectMessage(_, _, id) => ("message", id.to_string()),
            Self::HeldMessage(_, id) | Self::OwnHeldMessage(_, _, id) => ("held_message", id.to_string()),
            Self::Room(room) => ("room", room.id().to_string()),
            Self::Muted(person) => ("muted", person.to_string()),
            Self::Announcement(id) => ("announcement", id.to_string()),
            Self::Standing(_, list) => ("standing", list.to_string()),
            Self::Proposal(list) => ("proposal", list.to_string()),
            Self::Address => ("address", "address".to_owned()),
            Self::Team(id) => ("team", id.to_string()),
            Self::Text(request, language) => ("text", texts::view::text_id(request, language)),
            Self::Prerecorded(request) => ("prerecorded", request.to_string()),
            Self::Preparation(request) => ("preparation", request.to_string()),
            Self::Forecast(list) => ("forecast", list.to_string()),
            Self::Equity => ("equity", "equity".to_owned()),
            Self::You(id) => ("you", id.to_string()),
        };
        EntityRef { kind: kind.to_owned(), id }
    }
}

impl View<'_> {
    /// As [`Self::render`], also of what is over for so long that a view holds it no more.
    pub(in crate::meeting) fn render_past(&self, key: &Key) -> Option<Entity> {
        let meeting = self.meeting;
        match key {
            Key::Session => session(meeting).map(Entity::Session),
            Key::Floor => Some(Entity::Floor(floor(meeting))),
            Key::List(id) => list(meeting, id).map(Entity::List),
            Key::InHand => Some(Entity::InHand(lists::in_hand(meeting))),
            Key::Request(id) => request(self, id).map(Entity::Request),
            Key::Move(list, number) => moved(meeting, list, *number).map(Entity::Move),
            Key::Delegation(id) => delegation(meeting, id).map(Entity::Delegation),
            Key::Official(id) => official(meeting, id).map(Entity::Official),
            Key::Occupant(id) => occupant::occupant(meeting, id).map(Entity::Occupant),
            Key::Attendance => Some(Entity::Attendance(attendance(meeting))),
            Key::Channel(id) => channel(self, id).map(Entity::Channel),
            Key::Microphone(id) => sound::microphone(meeting, id).map(Entity::Microphone),
            Key::Booth(id) => sound::booth(self, id).map(Entity::Booth),
            Key::Listeners(id) => sound::listeners(meeting, id).map(Entity::Listeners),
            Key::Readiness => Some(Entity::Readiness(sound::readiness(meeting))),
            Key::Pace => Some(Entity::Pace(sound::pace(meeting))),
            Key::Point(id) => points_of_order::view::point(meeting, id).map(Entity::Point),
            Key::Motion(id) => motions::view::motion(meeting, id).map(Entity::Motion),
            Key::Motions => Some(Entity::Motions(motions::view::motions(meeting))),
            Key::Paragraph(seq) => proceedings::view::paragraph(meeting, *seq).map(Entity::Paragraph),
            Key::Placard(of) => points_of_order::view::placard(meeting, of).map(Entity::Placard),
            Key::Undo => Some(Entity::Undo(undo::view::undo(meeting))),
            Key::Stage => panel::view::stage(meeting).map(Entity::Stage),
            Key::SpeakingTimes => panel::view::speaking_times(meeting).map(Entity::SpeakingTimes),
            Key::Questions => Some(Entity::Questions(questions::view::questions(meeting))),
            Key::Question(id) => questions::view::question(meeting, id).map(Entity::Question),
            Key::Moderation(id) => questions::view::moderation(meeting, id).map(Entity::Moderation),
            Key::OwnQuestion(person, id) => {
                questions::view::own_question(meeting, person, id).map(Entity::OwnQuestion)
            }
            Key::Votes(person) => questions::view::votes(meeting, person).map(Entity::Votes),
            Key::Poll(id) => polls::view::poll(meeting, id).map(Entity::Poll),
            Key::Tally(id) => polls::view::tally(meeting, id).map(Entity::Tally),
            Key::Unpublished(id) => polls::view::unpublished(meeting, id).map(Entity::Unpublished),
            Key::Ballot(id, voter) => polls::view::ballot(meeting, id, voter).map(Entity::Ballot),
            Key::OwnBallot(id, voter) => polls::view::own_ballot(meeting, id, voter).map(Entity::OwnBallot),
            Key::Recording => sound::recording(meeting).map(Entity::Recording),
            Key::HelpCall(person) => help::view::help_call(meeting, person).map(Entity::HelpCall),
            Key::Mark(id) => notes::view::mark(meeting, id).map(Entity::Mark),
            Key::Summary(turn, of) => notes::view::summary(meeting, turn, of).map(Entity::Summary),
            Key::Unheard => Some(Entity::Unheard(notes::view::unheard(meeting))),
            Key::RunSheet => run_sheet::view::run_sheet(meeting).map(Entity::RunSheet),
            Key::Cue(person) => run_sheet::view::cue(meeting, person).map(Entity::Cue),
            Key::Captions(language) => captions::view::captions(meeting, language).map(Entity::Captions),
            Key::Caption(id) => captions::view::caption(meeting, id).map(Entity::Caption),
            Key::Captioner(language) => captions::view::captioner(meeting, language).map(Entity::Captioner),
            Key::Message(room, id) => chat::view::message(meeting, room, id).map(Entity::Message),
            Key::DirectMessage(of, room, id) => {
                chat::view::direct(meeting, of, room, id).map(Entity::Message)
            }
            Key::HeldMessage(room, id) => chat::view::held(meeting, None, room, id).map(Entity::HeldMessage),
            Key::OwnHeldMessage(person, room, id) => {
                chat::view::held(meeting, Some(person), room, id).map(Entity::HeldMessage)
            }
            Key::Room(id) => chat::view::room(meeting, id).map(Entity::Room),
            Key::Muted(id) => chat::view::muted(meeting, id).map(Entity::Muted),
            Key::Announcement(id) => chat::view::announcement(meeting, id).map(Entity::Announcement),
            Key::Standing(delegation, list) => standing(self, delegation, list).map(Entity::Standing),
            Key::Proposal(list) => lists::proposal(meeting, list).map(Entity::Proposal),
            Key::Address => Some(Entity::Address(address::address(meeting))),
            Key::Team(id) => lists::team(meeting, id).map(Entity::Team),
            Key::Text(request, language) => texts::view::text(meeting, request, language).map(Entity::Text),
            Key::Prerecorded(id) => prerecorded::view::prerecorded(meeting, id).map(Entity::Prerecorded),
            Key::Preparation(id) => lists::preparation(meeting, id).map(Entity::Preparation),
            Key::Forecast(id) => lists::outlook(meeting, id).map(Entity::Forecast),
            Key::Equity => Some(Entity::Equity(lists::equity(meeting))),
            Key::You(id) => you(meeting, id).map(Entity::You),
        }
    }
}

/// Whether a view holds what a key names: of what is over, the newest alone.
pub(in crate::meeting) fn is_shown(meeting: &Meeting, key: &Key) -> bool {
    match key {
        Key::Request(id) => {
            meeting.speakers.request(id).is_some_and(|entry| meeting.speakers.is_shown(entry))
        }
        Key::Text(id, _) => has_text(meeting, id),
        Key::Move(list, number) => has_move(meeting, list, *number),
        Key::Point(id) => has_point(meeting, id),
        Key::Motion(id) => has_motion(meeting, id),
        Key::Question(id) => has_question(meeting, id, &meeting.questions.answered),
        Key::Moderation(id) => has_question(meeting, id, &meeting.questions.dealt_with),
        Key::Poll(id)
        | Key::Tally(id)
        | Key::Unpublished(id)
        | Key::Ballot(id, _)
        | Key::OwnBallot(id, _) => {
            meeting.polls.entry(id).is_some_and(|entry| meeting.polls.is_among_newest(entry))
        }
        Key::Session
        | Key::Floor
        | Key::List(_)
        | Key::InHand
        | Key::Delegation(_)
        | Key::Official(_)
        | Key::Occupant(_)
        | Key::Attendance
        | Key::Channel(_)
        | Key::Microphone(_)
        | Key::Booth(_)
        | Key::Listeners(_)
        | Key::Readiness
        | Key::Pace
        | Key::Motions
        | Key::Paragraph(_)
        | Key::Placard(_)
        | Key::Undo
        | Key::Stage
        | Key::SpeakingTimes
        | Key::Questions
        | Key::OwnQuestion(..)
        | Key::Votes(_)
        | Key::HelpCall(_)
        | Key::Mark(_)
        | Key::Summary(..)
        | Key::Unheard
        | Key::RunSheet
        | Key::Cue(_)
        | Key::Captions(_)
        | Key::Caption(_)
        | Key::Captioner(_)
        | Key::Message(..)
        | Key::DirectMessage(..)
        | Key::HeldMessage(..)
        | Key::OwnHeldMessage(..)
        | Key::Room(_)
        | Key::Muted(_)
        | Key::Announcement(_)
        | Key::Standing(..)
        | Key::Proposal(_)
        | Key::Address
        | Key::Team(_)
        | Key::Prerecorded(_)
        | Key::Preparation(_)
        | Key::Forecast(_)
        | Key::Equity
        | Key::Recording
        | Key::You(_) => true,
    }
}

/// Everything that a scope holds, in a fixed order: what a snapshot is made of.
pub fn keys(meeting: &Meeting, scope: &Scope) -> BTreeSet<Key> {
    match scope {
        Scope::Person(person) => of_person(meeting, person).collect(),
        Scope::Delegation(delegation) => {
            let own = [Key::Team(delegation.clone()), Key::Placard(delegation.clone())];
            let ballots = polls::view::own_ballots(meeting, Voter::Delegation(delegation.clone()));
            standings(meeting, delegation)
                .chain(own)
                .chain(ballots)
                .chain(chat::view::keys::chat_of(meeting, Some(scope)))
                .collect()
        }
        Scope::Technicians => {
            chat::view::keys::chat_of(meeting, Some(scope)).chain(help::view::keys(meeting)).collect()
        }
        Scope::Record => notes::view::keys(meeting).collect(),
        Scope::Booth(_) | Scope::Interpreters | Scope::Line(_) | Scope::Secretariat(_) => {
            chat::view::keys::chat_of(meeting, Some(scope)).collect()
        }
        Scope::Everyone | Scope::Desk | Scope::Booths => {
            shared(meeting).filter(|key| key.scope(meeting) == *scope).collect()
        }
    }
}

/// All that a person alone sees.
pub(in crate::meeting) fn of_person<'a>(
    meeting: &'a Meeting,
    person: &'a PersonId,
) -> impl Iterator<Item = Key> + 'a {
    let ballots = polls::view::own_ballots(meeting, Voter::Person(person.clone()));
    let cue = meeting.run_sheet.told().filter(|(told, _)| *told == person);
    let cue = cue.map(|_| Key::Cue(person.clone()));
    chat::view::keys::personal(meeting, person)
        .chain([Key::You(person.clone())])
        .chain(questions::view::own(meeting, person))
        .chain(ballots)
        .chain(cue)
}

/// All entities that more than one delegation sees.
pub(in crate::meeting) fn shared(meeting: &Meeting) -> impl Iterator<Item = Key> {
    let lists = meeting.speakers.order.iter().cloned().map(Key::List);
    let known = meeting.speakers.lists.values();
    let proposed = known.clone().filter(|list| list.proposal.is_some());
    let proposed = proposed.map(|list| Key::Proposal(list.plan.id.clone()));
    let awaited = known.filter(|list| !list.queue.is_empty());
    let awaited = awaited.map(|list| Key::Forecast(list.plan.id.clone()));
    let lists = lists.chain(proposed).chain(awaited);
    let preparations = meeting.speakers.waiting().map(Key::Preparation);
    let lists_of = meeting.speakers.lists.values();
    let texts = lists_of.clone().flat_map(|list| past::requests(list, limits::TEXTS_SHOWN));
    let texts = texts.flat_map(move |request| texts_of(meeting, request));
    let prerecorded = meeting.prerecorded.requests().cloned().map(Key::Prerecorded);
    let requests = lists_of.clone().flat_map(|list| past::requests(list, limits::HEARD_SHOWN));
    let requests = requests.cloned().map(Key::Request);
    let moves =
        lists_of.flat_map(|list| list.moves.shown().map(|number| Key::Move(list.plan.id.clone(), number)));
    let delegations = meeting.roster.delegations().map(|seat| Key::Delegation(seat.id.clone()));
    let officials = meeting.roster.people().filter(|person| is_official(person));
    let officials = officials.map(|person| Key::Official(person.id.clone()));
    let channels = meeting.charter.iter().flat_map(|charter| &charter.channels);
    let channels =
        channels.flat_map(|channel| [Key::Channel(channel.id.clone()), Key::Listeners(channel.id.clone())]);
    let booths = meeting.charter.iter().flat_map(|charter| &charter.booths);
    let booths = booths.map(|booth| Key::Booth(booth.id.clone()));
    let microphones = plan::floor(meeting).into_iter().map(|live| Key::Microphone(live.person.id.clone()));
    let points = meeting.points.entries.iter().map(|entry| Key::Point(entry.point.id.clone()));
    let single = [
        Key::Session,
        Key::Floor,
        Key::InHand,
        Key::Attendance,
        Key::Readiness,
        Key::Pace,
        Key::Undo,
        Key::Equity,
        Key::Address,
        Key::RunSheet,
        Key::Recording,
    ];
    let single = single.into_iter();
    let stage = meeting.has_stage().then_some([Key::Stage, Key::SpeakingTimes]).into_iter().flatten();
    single
        .chain(lists)
        .chain(requests)
        .chain(preparations)
        .chain(texts)
        .chain(prerecorded)
        .chain(moves)
        .chain(delegations)
        .chain(officials)
        .chain(occupant::keys(meeting))
        .chain(channels)
        .chain(booths)
        .chain(microphones)
        .chain(help::view::keys(meeting))
        .chain(captions::view::keys(meeting))
        .chain(captions::view::captioners(meeting))
        .chain(notes::view::keys(meeting))
        .chain(points)
        .chain(motions::view::shared(meeting))
        .chain(proceedings::view::keys(meeting))
        .chain(questions::view::shared(meeting))
        .chain(polls::view::shared(meeting))
        .chain(stage)
        .chain(chat::view::keys::chat_of(meeting, None))
        .chain(chat::view::keys::of_order(meeting))
        .chain(meeting.chat.all_announcements().map(|one| Key::Announcement(one.id.clone())))
}

/// How a delegation stands: one entity per list.
pub(in crate::meeting) fn standings(
    meeting: &Meeting,
    delegation: &DelegationId,
) -> impl Iterator<Item = Key> {
    meeting.speakers.order.iter().map(|list| Key::Standing(delegation.clone(), list.clone()))
}

/// Id of a move on the wire.
pub(in crate::meeting) fn move_id(list: &ListId, number: usize) -> String {
    format!("{list}-{number}")
}
