//! How a sitting follows the conference: what changes there comes in here as events of its own, each with the conference's
//! place in its log, so a session's log replays alone.

use super::Meeting;
use super::charter::Charter;
use super::command::Actor;
use super::event::Event;
use crate::meeting::hall::chat::{Announcement, announcement};
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::speakers::folder;
use crate::meeting::procedure::{programme, schedule, seats};
use crate::terms::ids::Seq;

/// A change of the conference that a sitting is to take in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// Place of the change in the conference's log.
    pub conference_seq: Seq,
    /// Who made it.
    pub actor: Actor,
    /// What it is for this session.
    pub change: Change,
}

/// What a change of the conference is for one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// What it is convened with is another, or it is convened.
    Charter(Box<Charter>),
    /// Somebody's seat.
    Seat(seats::Event),
    /// Its time or title.
    Schedule(schedule::Event),
    /// The list of an agenda item that it shares with other sittings.
    List(folder::Change),
    /// What is announced to the whole conference from now on; none where nothing is.
    Announcement(Option<Box<Announcement>>),
    /// Several that come of one.
    All(Vec<Change>),
}

/// Takes a change in, once: what is so already happens no second time.
pub(super) fn decide(meeting: &Meeting, following: &Following) -> Vec<Event> {
    if following.conference_seq <= meeting.followed {
        return Vec::new();
    }
    of_change(meeting, &following.change)
}

fn of_change(meeting: &Meeting, change: &Change) -> Vec<Event> {
    match change {
        Change::Charter(charter) => programme::convene(meeting, charter),
        Change::Seat(event) if seats::is_so(meeting, event) => Vec::new(),
        Change::Seat(event) => vec![Event::Seats(event.clone())],
        // What has begun meanwhile has begun.
        Change::Schedule(
            schedule::Event::SessionDelayed { .. } | schedule::Event::SessionCancelled { .. },
        ) if meeting.programme.phase != Phase::Scheduled => Vec::new(),
        Change::List(change) => folder::follow(meeting, change),
        Change::Schedule(event) => vec![Event::Schedule(event.clone())],
        Change::Announcement(stands) => {
            announcement::follow(meeting, stands.as_deref()).map(Event::Chat).into_iter().collect()
        }
        Change::All(changes) => changes.iter().flat_map(|change| of_change(meeting, change)).collect(),
    }
}
