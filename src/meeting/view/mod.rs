//! Who may see what: one place.
//!
//! All in a session see what happens in the room: who speaks, who waits, what is before the meeting. The desk, those who
//! preside, sees besides what it needs to conduct it; interpreters and technicians what they prepare for and work with; a
//! delegation and a person what is their own. What is not heard yet is confidential, what was deleted nobody reads, and what
//! was written to somebody those two read alone.
//!
//! | scope | followed by |
//! |---|---|
//! | `everyone` | all in the session |
//! | `desk` | chair, moderator, secretariat |
//! | `booths` | interpreters and technicians, and the desk |
//! | `booth` | the interpreters of one booth, and technicians |
//! | `interpreters` | all interpreters |
//! | `technicians` | technicians, interpreters and the desk |
//! | `line` | those whom the desk reaches on a private line, and the desk |
//! | `secretariat` | the people of one delegation, and the desk |
//! | `delegation` | the people of one delegation |
//! | `person` | one person |
//!
//! Which entity stands in which scope, the head of the file says that makes it, in a line that begins with "Seen:"; a test
//! compares these lines with what is shown.
//!
//! The public, who have no link, see what is heard in public and whose it is, and only where the conference lets them
//! listen (`public`): the session and its phase, the plate of the turn with who speaks and in which language, and the
//! channels with what each carries. No list, no request, no attendance, no chat, no reason, no proceedings, and nobody who
//! has not the floor.
//!
//! Each entity belongs to exactly one scope, and a connection follows the scopes of its person, so a change is
//! encoded once per scope and the same bytes serve every connection that follows it. What goes over to another scope is
//! set there, and that it is gone from the first concerns only those who do not follow the other.

mod address;
mod change;
mod chat_change;
mod chat_entity;
mod entity;
mod history;
mod lists;
mod motions;
mod occupant;
mod panel;
mod parcel;
mod past;
mod points_of_order;
mod polls;
mod prerecorded;
mod proceedings;
mod public;
mod questions;
mod queue;
mod render;
mod render_chat;
mod render_lists;
mod render_sound;
mod run_sheet;
mod sound;
mod standing;
mod undo;

use std::collections::BTreeSet;

pub use address::*;
pub use change::{Change, changes, touched};
pub use chat_entity::*;
pub use entity::*;
pub use history::{page, search};
pub use lists::*;
pub use motions::*;
pub use occupant::OccupantView;
pub use panel::*;
pub use parcel::{Parcel, parcels};
pub use past::{PastKind, PastPage, past};
pub use points_of_order::*;
pub use polls::*;
pub use prerecorded::{PrerecordedView, preview};
pub use proceedings::{ParagraphView, proceedings};
pub use public::*;
pub use questions::*;
pub use render::{View, render};
pub use run_sheet::*;
pub use sound::*;
pub use standing::*;
pub use undo::*;

use super::ids::{
    AnnouncementId, BoothId, ChannelId, DelegationId, Language, ListId, MessageId, MotionId, PersonId,
    PointId, PollId, QuestionId, RequestId, Seq,
};
use super::panel::has_stage;
use super::people::{Person, Role};
use super::polls::Voter;
use super::{Meeting, access, chat, interpretation, limits, plan, texts};

/// A part of the view that one audience shares.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All who are in the session.
    Everyone,
    /// Chair, moderator and secretariat.
    Desk,
    /// Interpreters and technicians, and the desk.
    Booths,
    /// The interpreters of one booth, and technicians.
    Booth(BoothId),
    /// All interpreters.
    Interpreters,
    /// Technicians, interpreters and the desk.
    Technicians,
    /// Those whom the desk reaches on a private line, and the desk.
    Line(chat::Addressee),
    /// The people of one delegation, and the desk.
    Secretariat(DelegationId),
    /// The people of one delegation.
    Delegation(DelegationId),
    /// One person.
    Person(PersonId),
}

impl std::fmt::Display for Scope {
    /// The name of the scope on the wire.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Everyone => f.write_str("everyone"),
            Self::Desk => f.write_str("desk"),
            Self::Booths => f.write_str("booths"),
            Self::Booth(id) => write!(f, "booth/{id}"),
            Self::Interpreters => f.write_str("interpreters"),
            Self::Technicians => f.write_str("technicians"),
            Self::Line(to) => write!(f, "{}", chat::Room::Line(to.clone()).id()),
            Self::Secretariat(id) => write!(f, "secretariat/{id}"),
            Self::Delegation(id) => write!(f, "delegation/{id}"),
            Self::Person(id) => write!(f, "person/{id}"),
        }
    }
}

/// The scopes a person follows. The table of who may see what.
pub fn scopes(meeting: &Meeting, person: &Person) -> Vec<Scope> {
    let is = |roles: &[Role]| person.roles.iter().any(|role| roles.contains(role));
    let desk = is(&[Role::Chair, Role::Moderator, Role::Secretariat]);
    let shared = [(Scope::Everyone, true), (Scope::Desk, desk), (Scope::Booths, follows_booths(person))];
    let shared = shared.into_iter().filter(|(_, follows)| *follows).map(|(scope, _)| scope);
    let rooms = chat::Room::all(meeting).filter(|room| room.admits(person)).map(|room| room.scope());
    // These three have more than a room, and are there already.
    let rooms = rooms.filter(|scope| !matches!(scope, Scope::Everyone | Scope::Desk | Scope::Delegation(_)));
    let delegation = person.delegation.clone().filter(|_| !person.is_display()).map(Scope::Delegation);
    shared.chain(rooms).chain(delegation).chain([Scope::Person(person.id.clone())]).collect()
}

/// Whether a person sees what the booths see: who prepares for statements there or watches the sound, and the desk.
fn follows_booths(person: &Person) -> bool {
    let of_sound = |role: &Role| matches!(role, Role::Interpreter | Role::Technician);
    access::presides(person) || person.roles.iter().any(of_sound)
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
    /// The run sheet.
    RunSheet,
    /// That a person is next on the run sheet.
    Cue(PersonId),
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
            | Self::Announcement(_) => Scope::Everyone,
            Self::Unpublished(_) | Self::RunSheet => Scope::Desk,
            Self::Ballot(poll, _) => polls::ballot_scope(meeting, poll),
            Self::OwnBallot(_, voter) => polls::own_scope(voter),
            Self::Message(room, _) | Self::Room(room) => room.scope(),
            Self::DirectMessage(person, ..) | Self::OwnHeldMessage(person, ..) => {
                Scope::Person(person.clone())
            }
            Self::HeldMessage(..) | Self::Muted(_) | Self::Occupant(_) => Scope::Desk,
            Self::Booth(_) | Self::Listeners(_) | Self::Recording => Scope::Booths,
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
            Self::Ballot(id, voter) => ("ballot", polls::ballot_id(id, voter)),
            Self::OwnBallot(id, _) => ("own_ballot", id.to_string()),
            Self::Recording => ("recording", "recording".to_owned()),
            Self::RunSheet => ("run_sheet", "run_sheet".to_owned()),
            Self::Cue(_) => ("cue", "cue".to_owned()),
            Self::Message(_, id) | Self::DirectMessage(_, _, id) => ("message", id.to_string()),
            Self::HeldMessage(_, id) | Self::OwnHeldMessage(_, _, id) => ("held_message", id.to_string()),
            Self::Room(room) => ("room", room.id().to_string()),
            Self::Muted(person) => ("muted", person.to_string()),
            Self::Announcement(id) => ("announcement", id.to_string()),
            Self::Standing(_, list) => ("standing", list.to_string()),
            Self::Proposal(list) => ("proposal", list.to_string()),
            Self::Address => ("address", "address".to_owned()),
            Self::Team(id) => ("team", id.to_string()),
            Self::Text(request, language) => ("text", render_lists::text_id(request, language)),
            Self::Prerecorded(request) => ("prerecorded", request.to_string()),
            Self::Preparation(request) => ("preparation", request.to_string()),
            Self::Forecast(list) => ("forecast", list.to_string()),
            Self::Equity => ("equity", "equity".to_owned()),
            Self::You(id) => ("you", id.to_string()),
        };
        EntityRef { kind: kind.to_owned(), id }
    }
}

/// Id of a move on the wire.
fn move_id(list: &ListId, number: usize) -> String {
    format!("{list}-{number}")
}

/// Roles with which a person is named to all: they conduct the meeting or sit on stage.
const OFFICIALS: &[Role] =
    &[Role::Chair, Role::Moderator, Role::Secretariat, Role::Rapporteur, Role::Panellist];
/// Roles with which a person is named to the booths and the desk.
const UNSEEN: &[Role] = &[Role::Interpreter, Role::Technician];

fn is_official(person: &Person) -> bool {
    person.roles.iter().any(|role| OFFICIALS.contains(role) || UNSEEN.contains(role))
}

fn is_named_to_all(person: &Person) -> bool {
    person.roles.iter().any(|role| OFFICIALS.contains(role))
}

/// Everything that a scope holds, in a fixed order: what a snapshot is made of.
pub fn keys(meeting: &Meeting, scope: &Scope) -> BTreeSet<Key> {
    match scope {
        Scope::Person(person) => of_person(meeting, person).collect(),
        Scope::Delegation(delegation) => {
            let own = [Key::Team(delegation.clone()), Key::Placard(delegation.clone())];
            let ballots = polls::own_ballots(meeting, Voter::Delegation(delegation.clone()));
            standings(meeting, delegation)
                .chain(own)
                .chain(ballots)
                .chain(chat_of(meeting, Some(scope)))
                .collect()
        }
        Scope::Booth(_)
        | Scope::Interpreters
        | Scope::Technicians
        | Scope::Line(_)
        | Scope::Secretariat(_) => chat_of(meeting, Some(scope)).collect(),
        Scope::Everyone | Scope::Desk | Scope::Booths => {
            shared(meeting).filter(|key| key.scope(meeting) == *scope).collect()
        }
    }
}

/// Entities of a scope, rendered.
pub fn snapshot(meeting: &Meeting, scope: &Scope) -> Vec<Entity> {
    let view = View::of(meeting);
    keys(meeting, scope).iter().filter_map(|key| view.render(key)).collect()
}

/// How a delegation stands: one entity per list.
fn standings(meeting: &Meeting, delegation: &DelegationId) -> impl Iterator<Item = Key> {
    meeting.speakers.order.iter().map(|list| Key::Standing(delegation.clone(), list.clone()))
}

/// The chat rooms of a scope, or all but those of two people: how they are kept, and what they show.
fn chat_of(meeting: &Meeting, scope: Option<&Scope>) -> impl Iterator<Item = Key> {
    let of_scope =
        move |room: &chat::Room| room.pair().is_none() && scope.is_none_or(|scope| room.scope() == *scope);
    let rooms = meeting.chat.rooms.iter().filter(move |(room, _)| of_scope(room));
    rooms.flat_map(|(room, state)| {
        let shown = state.shown().map(|id| Key::Message(room.clone(), id.clone()));
        shown.chain([Key::Room(room.clone())]).collect::<Vec<_>>()
    })
}

/// What is one person's alone: their card, their messages with another person, and those that wait to be approved.
fn personal<'a>(meeting: &'a Meeting, person: &'a PersonId) -> impl Iterator<Item = Key> + 'a {
    let keys = meeting.chat.rooms.iter().flat_map(move |(room, state)| {
        let with = room.pair().is_some_and(|pair| pair.contains(&person));
        let shown = with.then(|| state.shown()).into_iter().flatten();
        let shown = shown.map(|id| Key::DirectMessage(person.clone(), room.clone(), id.clone()));
        let held = state.held.values().filter(|held| held.message.author.person == *person);
        let held =
            held.map(|held| Key::OwnHeldMessage(person.clone(), room.clone(), held.message.id.clone()));
        shown.chain(held).collect::<Vec<_>>()
    });
    keys.chain([Key::You(person.clone())])
}

/// All that a person alone sees.
fn of_person<'a>(meeting: &'a Meeting, person: &'a PersonId) -> impl Iterator<Item = Key> + 'a {
    let ballots = polls::own_ballots(meeting, Voter::Person(person.clone()));
    let cue = meeting.run_sheet.told().filter(|(told, _)| *told == person);
    let cue = cue.map(|_| Key::Cue(person.clone()));
    personal(meeting, person).chain(questions::own(meeting, person)).chain(ballots).chain(cue)
}

/// What of the chat the desk alone sees: messages that wait, and who is muted.
fn of_order(meeting: &Meeting) -> impl Iterator<Item = Key> {
    let held = meeting
        .chat
        .rooms
        .iter()
        .flat_map(|(room, state)| state.held.keys().map(|id| Key::HeldMessage(room.clone(), id.clone())));
    held.chain(meeting.chat.muted.keys().cloned().map(Key::Muted))
}

/// All entities that more than one delegation sees.
fn shared(meeting: &Meeting) -> impl Iterator<Item = Key> {
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
    let texts = texts.flat_map(move |request| render_lists::texts_of(meeting, request));
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
    let stage = has_stage(meeting).then_some([Key::Stage, Key::SpeakingTimes]).into_iter().flatten();
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
        .chain(points)
        .chain(motions::shared(meeting))
        .chain(proceedings::keys(meeting))
        .chain(questions::shared(meeting))
        .chain(polls::shared(meeting))
        .chain(stage)
        .chain(chat_of(meeting, None))
        .chain(of_order(meeting))
        .chain(meeting.chat.announcements.iter().map(|one| Key::Announcement(one.id.clone())))
}
