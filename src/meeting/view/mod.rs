//! Who may see what: one place.
//!
//! All in a session see what happens in the room: who speaks, who waits, what is before the meeting. The desk, those who
//! preside, sees besides what it needs to conduct it; interpreters, captioners and technicians what they prepare for and work with; a
//! delegation and a person what is their own. What is not heard yet is confidential, what was deleted nobody reads, and what
//! was written to somebody those two read alone.
//!
//! | scope | followed by |
//! |---|---|
//! | `everyone` | all in the session |
//! | `desk` | chair, moderator, secretariat |
//! | `booths` | interpreters, captioners and technicians, and the desk |
//! | `booth` | the interpreters of one booth, and technicians |
//! | `interpreters` | all interpreters |
//! | `technicians` | technicians, interpreters, captioners and the desk |
//! | `line` | those whom the desk reaches on a private line, and the desk |
//! | `secretariat` | the people of one delegation, and the desk |
//! | `delegation` | the people of one delegation |
//! | `record` | rapporteurs and secretariat |
//! | `person` | one person |
//!
//! Which entity stands in which scope, the head of the file says that makes it, in a line that begins with "Seen:"; a test
//! compares these lines with what is shown.
//!
//! The public, who have no link, see what is heard in public and whose it is, and only where the conference lets them
//! listen (`public`): the session and its phase, the plate of the turn with who speaks and in which language, and the
//! channels with what each carries; the captions; and once it is over what was said in it, with the texts that all may read
//! (`delivered`). No list, no request, no attendance, no chat, no reason, none of the proceedings beside, and nobody who had not the floor.
//!
//! Each entity belongs to exactly one scope, and a connection follows the scopes of its person, so a change is
//! encoded once per scope and the same bytes serve every connection that follows it. What goes over to another scope is
//! set there, and that it is gone from the first concerns only those who do not follow the other.

mod address;
pub(in crate::meeting) mod change;
mod delivered;
pub(in crate::meeting) mod entities;
mod occupant;
pub(in crate::meeting) mod parcel;
pub(in crate::meeting) mod passages;
pub(in crate::meeting) mod past;
mod people;
mod public;
pub(in crate::meeting) mod render;

use std::collections::BTreeSet;

use crate::meeting::procedure::motions;
use crate::meeting::proceedings;
use crate::meeting::view::change::texts_of;

pub use address::*;
pub use change::{Change, changes, touched};
pub use delivered::{DeliveredView, Manner, delivered, is_delivered_alike};
pub use entities::*;

pub use occupant::OccupantView;
pub use parcel::{Parcel, parcels};
pub use passages::{Among, Passage, PassageKind, Place, passage, reworded};
pub use past::{PastKind, PastPage, past};
pub use people::*;
pub use public::*;
pub use render::{View, render};

// What a request is seen with is made in rooms after that of the lists.

// What a request is seen with is made in rooms after that of the lists.
pub(in crate::meeting) use super::statements::prerecorded::view::prerecorded as prerecorded_of;
pub(in crate::meeting) use super::statements::texts::view::receipts;

use super::hall::polls::{self, Voter};
use super::hall::{chat, questions};
use super::sound::{interpretation, plan};
use super::statements::texts;
use super::{Meeting, access};
use crate::terms::ids::{
    AnnouncementId, BoothId, CaptionId, ChannelId, DelegationId, Language, ListId, MarkId, MessageId,
    MotionId, PersonId, PointId, PollId, QuestionId, RequestId, Seq, TurnId,
};
use crate::terms::limits;
use crate::terms::people::{Person, Role};

/// A part of the view that one audience shares.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All who are in the session.
    Everyone,
    /// Chair, moderator and secretariat.
    Desk,
    /// Interpreters, captioners and technicians, and the desk.
    Booths,
    /// The interpreters of one booth, and technicians.
    Booth(BoothId),
    /// All interpreters.
    Interpreters,
    /// Technicians, interpreters, captioners and the desk.
    Technicians,
    /// Rapporteurs and secretariat.
    Record,
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
            Self::Record => f.write_str("record"),
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
    let shared = [
        (Scope::Everyone, true),
        (Scope::Desk, desk),
        (Scope::Booths, follows_booths(person)),
        (Scope::Record, access::keeps_record(person)),
    ];
    let shared = shared.into_iter().filter(|(_, follows)| *follows).map(|(scope, _)| scope);
    let rooms = chat::Room::all(meeting).filter(|room| room.admits(person)).map(|room| room.scope());
    // These three have more than a room, and are there already.
    let rooms = rooms.filter(|scope| !matches!(scope, Scope::Everyone | Scope::Desk | Scope::Delegation(_)));
    let delegation = person.delegation.clone().filter(|_| !person.is_display()).map(Scope::Delegation);
    shared.chain(rooms).chain(delegation).chain([Scope::Person(person.id.clone())]).collect()
}

/// Whether a person sees what the booths see: who prepares for statements there, writes captions of them or watches the sound, and the desk.
pub(in crate::meeting) fn follows_booths(person: &Person) -> bool {
    access::presides(person) || person.roles.iter().any(|role| UNSEEN.contains(role))
}

/// Roles with which a person is named to all: they conduct the meeting or sit on stage.
const OFFICIALS: &[Role] =
    &[Role::Chair, Role::Moderator, Role::Secretariat, Role::Rapporteur, Role::Panellist];
/// Roles with which a person is named to the booths and the desk.
const UNSEEN: &[Role] = &[Role::Interpreter, Role::Technician, Role::Captioner];

pub(in crate::meeting) fn is_official(person: &Person) -> bool {
    person.roles.iter().any(|role| OFFICIALS.contains(role) || UNSEEN.contains(role))
}

pub(in crate::meeting) fn is_named_to_all(person: &Person) -> bool {
    person.roles.iter().any(|role| OFFICIALS.contains(role))
}

/// Entities of a scope, rendered.
pub fn snapshot(meeting: &Meeting, scope: &Scope) -> Vec<Entity> {
    let view = View::of(meeting);
    keys(meeting, scope).iter().filter_map(|key| view.render(key)).collect()
}
