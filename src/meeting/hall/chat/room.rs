//! The rooms of the chat, and who reads and writes in each: one table.

use std::iter::once;

use crate::meeting::view::Scope;
use crate::meeting::{Meeting, access};
use crate::terms::ids::{BoothId, DelegationId, PersonId, RoomId};
use crate::terms::people::{Person, Role};

/// Id of the session's main room, which everybody in the session reads.
pub const MAIN_ROOM: &str = "main";
/// Id of the room of all interpreters.
pub const INTERPRETERS_ROOM: &str = "interpreters";
/// Id of the room of the technicians, those who work in booths or write captions, and the desk.
pub const TECHNICIANS_ROOM: &str = "technicians";
/// Id of the room of the desk.
pub const DESK_ROOM: &str = "desk";
/// What the ids of the booths' rooms begin with; the booth's own follows.
pub const BOOTH_ROOM_PREFIX: &str = "booth-";
/// What the ids of the chair's lines to single booths begin with; the booth's own follows.
pub const BOOTH_LINE_PREFIX: &str = "line-booth-";
/// Id of the chair's line to all booths.
pub const BOOTHS_LINE: &str = "line-booths";
/// Id of the chair's line to the technicians.
pub const TECHNICIANS_LINE: &str = "line-technicians";
/// What the ids of the delegations' own rooms begin with; the delegation's follows.
pub const DELEGATION_ROOM_PREFIX: &str = "delegation-";
/// What the ids of the lines to the secretariat begin with; the delegation's follows.
pub const SECRETARIAT_ROOM_PREFIX: &str = "secretariat-";
/// What the ids of rooms of two people begin with; theirs follow in alphabetical order, parted by
/// [`DIRECT_SEPARATOR`].
pub const DIRECT_ROOM_PREFIX: &str = "direct-";
/// What parts the two people in the id of their room. No id of a person holds it.
pub const DIRECT_SEPARATOR: char = '.';

/// A chat room. Whom it does not admit has no part in it: neither reads nor writes there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// The session's.
    Main,
    /// A delegation's own.
    Delegation(DelegationId),
    /// The line of a delegation to the secretariat: the desk answers, no other delegation sees it.
    Secretariat(DelegationId),
    /// Of one booth and the technicians.
    Booth(BoothId),
    /// Of all interpreters.
    Interpreters,
    /// Of the technicians, the interpreters, the captioners and the desk.
    Technicians,
    /// Of the desk: chair, moderator and secretariat.
    Desk,
    /// A private line of the desk to those whom it addresses, who answer there; nobody else reads it.
    Line(Addressee),
    /// Of two people, where the conference allows it; in alphabetical order of their ids.
    Direct(PersonId, PersonId),
}

/// Whom the desk reaches on a private line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Addressee {
    /// The interpreters of one booth.
    Booth(BoothId),
    /// The interpreters of all booths.
    Booths,
    /// The technicians.
    Technicians,
}

impl Addressee {
    fn is(&self, person: &Person) -> bool {
        match self {
            Self::Booth(booth) => person.works_in(booth),
            Self::Booths => person.interprets_in().is_some(),
            Self::Technicians => person.roles.contains(&Role::Technician),
        }
    }
}

/// What part a person has in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    None,
    Reads,
    Writes,
}

impl Room {
    /// Who has which part in a room. The table.
    fn part(&self, person: &Person) -> Part {
        let is = |roles: &[Role]| person.roles.iter().any(|role| roles.contains(role));
        let desk = access::presides(person);
        let seat = |id: &DelegationId| person.delegation.as_ref() == Some(id);
        let writes = match self {
            // A screen in the room reads the session's, and nothing else.
            Self::Main if person.is_display() => return Part::Reads,
            Self::Main => true,
            Self::Delegation(id) => seat(id),
            Self::Secretariat(id) => seat(id) || desk,
            Self::Booth(booth) => is(&[Role::Technician]) || person.works_in(booth),
            Self::Interpreters => is(&[Role::Interpreter]),
            Self::Technicians => desk || is(&[Role::Technician, Role::Interpreter, Role::Captioner]),
            Self::Desk => desk,
            Self::Line(to) => desk || to.is(person),
            Self::Direct(one, other) => person.id == *one || person.id == *other,
        };
        if writes && !person.is_display() { Part::Writes } else { Part::None }
    }

    /// Whether a person reads the room.
    pub fn admits(&self, person: &Person) -> bool {
        self.part(person) != Part::None
    }

    /// Whether a person writes in the room.
    pub fn lets_write(&self, person: &Person) -> bool {
        self.part(person) == Part::Writes
    }

    /// Whether all of the desk read the room, and so keep order in it.
    pub fn is_kept_by_desk(&self) -> bool {
        match self {
            Self::Main | Self::Secretariat(_) | Self::Technicians | Self::Desk | Self::Line(_) => true,
            Self::Delegation(_) | Self::Booth(_) | Self::Interpreters | Self::Direct(..) => false,
        }
    }

    /// Whether somebody who is muted may write there: among their own, and to the secretariat.
    pub fn is_open_to_muted(&self) -> bool {
        match self {
            Self::Delegation(_) | Self::Secretariat(_) | Self::Booth(_) | Self::Line(_) => true,
            Self::Main | Self::Interpreters | Self::Technicians | Self::Desk | Self::Direct(..) => false,
        }
    }

    /// The room that an id names, whether or not the session has it.
    pub fn named(id: &RoomId) -> Option<Self> {
        let id = id.as_str();
        match id {
            MAIN_ROOM => return Some(Self::Main),
            INTERPRETERS_ROOM => return Some(Self::Interpreters),
            TECHNICIANS_ROOM => return Some(Self::Technicians),
            DESK_ROOM => return Some(Self::Desk),
            BOOTHS_LINE => return Some(Self::Line(Addressee::Booths)),
            TECHNICIANS_LINE => return Some(Self::Line(Addressee::Technicians)),
            _other => {}
        }
        if let Some(of) = id.strip_prefix(BOOTH_ROOM_PREFIX) {
            return of.parse().ok().map(Self::Booth);
        }
        if let Some(of) = id.strip_prefix(BOOTH_LINE_PREFIX) {
            return of.parse().ok().map(Addressee::Booth).map(Self::Line);
        }
        if let Some(of) = id.strip_prefix(DELEGATION_ROOM_PREFIX) {
            return of.parse().ok().map(Self::Delegation);
        }
        if let Some(of) = id.strip_prefix(SECRETARIAT_ROOM_PREFIX) {
            return of.parse().ok().map(Self::Secretariat);
        }
        let (one, other) = id.strip_prefix(DIRECT_ROOM_PREFIX)?.split_once(DIRECT_SEPARATOR)?;
        (one < other).then_some(())?;
        Some(Self::Direct(one.parse().ok()?, other.parse().ok()?))
    }

    /// Its id on the wire.
    pub fn id(&self) -> RoomId {
        match self {
            Self::Main => RoomId::belonging(MAIN_ROOM, ""),
            Self::Delegation(of) => RoomId::belonging(DELEGATION_ROOM_PREFIX, of.as_str()),
            Self::Secretariat(of) => RoomId::belonging(SECRETARIAT_ROOM_PREFIX, of.as_str()),
            Self::Booth(booth) => RoomId::belonging(BOOTH_ROOM_PREFIX, booth.as_str()),
            Self::Interpreters => RoomId::belonging(INTERPRETERS_ROOM, ""),
            Self::Technicians => RoomId::belonging(TECHNICIANS_ROOM, ""),
            Self::Desk => RoomId::belonging(DESK_ROOM, ""),
            Self::Line(Addressee::Booth(booth)) => RoomId::belonging(BOOTH_LINE_PREFIX, booth.as_str()),
            Self::Line(Addressee::Booths) => RoomId::belonging(BOOTHS_LINE, ""),
            Self::Line(Addressee::Technicians) => RoomId::belonging(TECHNICIANS_LINE, ""),
            Self::Direct(one, other) => {
                RoomId::belonging(DIRECT_ROOM_PREFIX, &format!("{one}{DIRECT_SEPARATOR}{other}"))
            }
        }
    }

    /// The rooms of a session but those of two people, which begin with their first message.
    pub fn all(meeting: &Meeting) -> impl Iterator<Item = Self> {
        let booths = meeting.charter.iter().flat_map(|charter| &charter.booths);
        let addressed = booths.clone().map(|booth| Self::Line(Addressee::Booth(booth.id.clone())));
        let booths = booths.map(|booth| Self::Booth(booth.id.clone()));
        let own = meeting.roster.delegations().map(|seat| Self::Delegation(seat.id.clone()));
        let lines = meeting.roster.delegations().map(|seat| Self::Secretariat(seat.id.clone()));
        once(Self::Main)
            .chain(own)
            .chain([Self::Desk])
            .chain(booths)
            .chain([Self::Interpreters, Self::Technicians])
            .chain([Self::Line(Addressee::Booths), Self::Line(Addressee::Technicians)])
            .chain(addressed)
            .chain(lines)
    }

    /// Whether the session has the room.
    pub fn is_of(&self, meeting: &Meeting) -> bool {
        match self {
            Self::Main | Self::Interpreters | Self::Technicians | Self::Desk => true,
            Self::Line(Addressee::Booths | Addressee::Technicians) => true,
            Self::Delegation(of) | Self::Secretariat(of) => meeting.roster.delegation(of).is_some(),
            Self::Booth(of) | Self::Line(Addressee::Booth(of)) => {
                meeting.charter.iter().flat_map(|charter| &charter.booths).any(|booth| booth.id == *of)
            }
            Self::Direct(one, other) => {
                let person = |id| meeting.roster.person(id).is_some_and(|person| !person.is_display());
                allows_direct(meeting) && person(one) && person(other)
            }
        }
    }

    /// The two people of a room of two.
    pub fn pair(&self) -> Option<[&PersonId; 2]> {
        match self {
            Self::Direct(one, other) => Some([one, other]),
            Self::Main
            | Self::Delegation(_)
            | Self::Secretariat(_)
            | Self::Booth(_)
            | Self::Interpreters
            | Self::Technicians
            | Self::Desk
            | Self::Line(_) => None,
        }
    }

    /// The scope that sees the room. Messages of two people stand in the scope of each of them instead.
    pub fn scope(&self) -> Scope {
        match self {
            Self::Main => Scope::Everyone,
            Self::Delegation(of) => Scope::Delegation(of.clone()),
            Self::Secretariat(of) => Scope::Secretariat(of.clone()),
            Self::Booth(booth) => Scope::Booth(booth.clone()),
            Self::Interpreters => Scope::Interpreters,
            Self::Technicians => Scope::Technicians,
            Self::Desk => Scope::Desk,
            Self::Line(to) => Scope::Line(to.clone()),
            Self::Direct(one, _) => Scope::Person(one.clone()),
        }
    }
}

/// Whether two people may write to each other in this conference.
pub fn allows_direct(meeting: &Meeting) -> bool {
    meeting.charter.as_ref().is_some_and(|charter| charter.direct_messages)
}

/// The rooms that a person may read and write in: those of the table, and those of two in which something was written.
pub fn rooms<'a>(meeting: &'a Meeting, person: &'a Person) -> impl Iterator<Item = Room> + 'a {
    let begun = meeting.chat.direct_rooms(&person.id).filter(|room| room.is_of(meeting)).cloned();
    Room::all(meeting).filter(|room| room.lets_write(person)).chain(begun)
}

/// The room that an id names, if the session has it and the person reads it.
pub fn readable(meeting: &Meeting, person: &Person, id: &RoomId) -> Option<Room> {
    Room::named(id).filter(|room| room.is_of(meeting) && room.admits(person))
}
