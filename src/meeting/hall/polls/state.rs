//! Where every poll stands, and whose ballots there are.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ClosedBy, Entitled, Event, Poll, Voter};
use crate::meeting::clock::Clock;
use crate::meeting::command::Housekeeping;
use crate::meeting::procedure::programme::{self, Phase};
use crate::meeting::{Meeting, access};
use crate::terms::ids::{Moment, PersonId, PollId};
use crate::terms::limits;
use crate::terms::people::Person;

/// How far a poll has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::Display)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Standing {
    /// It is answered.
    Open,
    /// It has closed; the desk alone sees the result.
    Closed,
    /// It has closed, and all see the result.
    Published,
}

/// A ballot as cast last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// Who cast it.
    pub by: PersonId,
    /// When.
    pub at_ms: Moment,
    /// The choices, in rising order.
    pub choices: Vec<u8>,
}

/// A poll as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As opened.
    pub poll: Arc<Poll>,
    /// Its number among all of the session, from 1, in the order in which they were opened.
    pub number: u32,
    /// When it was opened.
    pub opened_at_ms: Moment,
    /// How far it has come.
    pub standing: Standing,
    /// When it closed; none while it is open.
    pub closed_at_ms: Option<Moment>,
    /// Why it closed; none while it is open.
    pub closed_by: Option<ClosedBy>,
    /// The clock of one that closes by itself, which stands still while the meeting is suspended.
    pub clock: Option<Clock>,
    /// The ballots. A ballot stays whoever leaves, and when its delegation or person is no longer of the session.
    pub ballots: imbl::OrdMap<Voter, Ballot>,
    /// Ballots for each choice.
    pub counts: Vec<u32>,
    /// How many of those who may answer were there when it closed, or had answered; none while it is open.
    pub present_at_close: Option<u32>,
}

impl Entry {
    /// Whether all see the result now.
    pub fn is_shown(&self) -> bool {
        match self.standing {
            Standing::Open => self.poll.live,
            Standing::Closed => false,
            Standing::Published => true,
        }
    }

    /// Whose ballot a person's would be; none if they may not answer.
    pub fn voter(&self, person: &Person) -> Option<Voter> {
        match self.poll.entitled {
            Entitled::Delegations if access::may_speak(person) => {
                person.delegation.clone().map(Voter::Delegation)
            }
            Entitled::Delegations => None,
            Entitled::Everyone if person.is_display() => None,
            Entitled::Everyone => Some(Voter::Person(person.id.clone())),
        }
    }

    fn count(&mut self, choices: &[u8], up: bool) {
        for choice in choices {
            if let Some(count) = self.counts.get_mut(usize::from(*choice)) {
                *count = if up { count.saturating_add(1) } else { count.saturating_sub(1) };
            }
        }
    }

    fn drop_ballot(&mut self, voter: &Voter) {
        if let Some(ballot) = self.ballots.remove(voter) {
            self.count(&ballot.choices, false);
        }
    }
}

/// All polls of the session but those that were withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// By their ids.
    pub entries: imbl::OrdMap<PollId, Entry>,
    /// The one that is open.
    pub open: Option<PollId>,
    /// How many were ever opened.
    pub asked: u32,
}

impl State {
    /// The poll, if there is one.
    pub fn entry(&self, id: &PollId) -> Option<&Entry> {
        self.entries.get(id)
    }

    /// Whether a poll is among the newest, which a view holds.
    pub fn is_among_newest(&self, entry: &Entry) -> bool {
        entry.number.saturating_add(limits::POLLS_SHOWN) > self.asked
    }

    /// The poll that is open.
    pub fn open(&self) -> Option<&Entry> {
        self.entry(self.open.as_ref()?)
    }

    pub(in crate::meeting) fn evolve(&mut self, event: &Event, at_ms: Moment) {
        match event {
            Event::PollOpened { poll } => self.begin(poll, at_ms),
            Event::BallotCast { poll, voter, by, choices } => self.change(poll, |entry| {
                entry.drop_ballot(voter);
                entry.count(choices, true);
                let ballot = Ballot { by: by.clone(), at_ms, choices: choices.clone() };
                entry.ballots.insert(voter.clone(), ballot);
            }),
            Event::BallotTakenBack { poll, voter } => self.change(poll, |entry| entry.drop_ballot(voter)),
            Event::PollClosed { poll, closed_by } => {
                self.open.take_if(|open| open == poll);
                self.change(poll, |entry| {
                    // What all have seen as it came is not hidden again.
                    let standing = if entry.poll.live { Standing::Published } else { Standing::Closed };
                    (entry.standing, entry.clock) = (standing, None);
                    (entry.closed_at_ms, entry.closed_by) = (Some(at_ms), Some(*closed_by));
                });
            }
            Event::PollPublished { poll } => self.change(poll, |entry| entry.standing = Standing::Published),
            Event::PollWithdrawn { poll } => {
                self.open.take_if(|open| open == poll);
                self.entries.remove(poll);
            }
        }
    }

    /// Follows the session: a suspended one halts the clock.
    pub(in crate::meeting) fn follow_session(&mut self, event: &programme::Event, at_ms: Moment) {
        let Some(open) = self.open.clone() else { return };
        let change: fn(&mut Clock, Moment) = match event {
            programme::Event::SessionSuspended { .. } => Clock::halt,
            programme::Event::SessionResumed {} => Clock::go_on,
            programme::Event::SessionConvened { .. }
            | programme::Event::CharterRevised { .. }
            | programme::Event::SessionOpened {}
            | programme::Event::SessionReopened { .. }
            | programme::Event::SessionAdjourned {}
            | programme::Event::SessionClosed { .. } => return,
        };
        self.change(&open, |entry| {
            if let Some(clock) = &mut entry.clock {
                change(clock, at_ms);
            }
        });
    }

    fn begin(&mut self, poll: &Poll, at_ms: Moment) {
        self.asked = self.asked.saturating_add(1);
        let entry = Entry {
            poll: Arc::new(poll.clone()),
            number: self.asked,
            opened_at_ms: at_ms,
            standing: Standing::Open,
            closed_at_ms: None,
            closed_by: None,
            clock: poll.limit_ms.map(|limit_ms| Clock::started(limit_ms, at_ms)),
            ballots: imbl::OrdMap::new(),
            counts: vec![0; poll.form.choices()],
            present_at_close: None,
        };
        self.entries.insert(poll.id.clone(), entry);
        self.open = Some(poll.id.clone());
    }

    fn change(&mut self, id: &PollId, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.get_mut(id) {
            change(entry);
        }
    }
}

/// How many of those who may answer a poll are there, or have answered. Of one that has closed: how many were and had.
pub fn present(meeting: &Meeting, entry: &Entry) -> u32 {
    if let Some(present) = entry.present_at_close {
        return present;
    }
    let here = meeting.presence.present.keys().filter_map(|id| meeting.roster.person(id));
    let voters: std::collections::BTreeSet<Voter> = here.filter_map(|person| entry.voter(person)).collect();
    let away = entry.ballots.keys().filter(|voter| !voters.contains(voter)).count();
    u32::try_from(voters.len() + away).unwrap_or(u32::MAX)
}

impl Meeting {
    /// Keeps with a poll that closes how many were there.
    pub(in crate::meeting) fn poll_keeps_present(&mut self, event: &Event) {
        let Event::PollClosed { poll, .. } = event else { return };
        let Some(present) = self.polls.entry(poll).map(|entry| present(self, entry)) else { return };
        self.polls.change(poll, |entry| entry.present_at_close = Some(present));
    }
}

/// When the open poll closes by itself.
pub(in crate::meeting) fn next_timer(meeting: &Meeting) -> Option<(Moment, Housekeeping)> {
    let entry = meeting.polls.open()?;
    let at_ms = entry.clock.as_ref()?.limit_at_ms()?;
    Some((at_ms, Housekeeping::ClosePoll(entry.poll.id.clone())))
}

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let State { entries, open, asked } = &meeting.polls;
    let live = matches!(meeting.programme.phase, Phase::Open | Phase::Suspended);
    let running = meeting.programme.phase == Phase::Open;
    let recount = |entry: &Entry, choice: usize| {
        let has = |ballot: &&Ballot| ballot.choices.iter().any(|one| usize::from(*one) == choice);
        entry.ballots.values().filter(has).count()
    };
    let counted = |entry: &Entry| {
        entry.counts.iter().enumerate().all(|(choice, count)| *count as usize == recount(entry, choice))
    };
    let fits = |entry: &Entry, ballot: &Ballot| {
        let choices = &ballot.choices;
        let known = choices.iter().all(|choice| usize::from(*choice) < entry.poll.form.choices());
        let most = usize::from(entry.poll.form.choices_max());
        known && (1..=most).contains(&choices.len()) && choices.is_sorted_by(|a, b| a < b)
    };
    let clocked = |entry: &Entry| match &entry.clock {
        Some(clock) => entry.standing == Standing::Open && clock.running_since_ms.is_some() == running,
        None => entry.standing != Standing::Open || entry.poll.limit_ms.is_none(),
    };
    Meeting::first_broken(&[
        (live || open.is_none(), "a poll is open in a session that is not under way"),
        (
            entries.iter().all(|(id, at)| (at.standing == Standing::Open) == (open.as_ref() == Some(id))),
            "another poll is open than is said, or more than one",
        ),
        (entries.values().all(counted), "the count of a poll differs from a recount"),
        (
            entries.values().all(|entry| entry.ballots.values().all(|ballot| fits(entry, ballot))),
            "a ballot has choices that it may not have",
        ),
        (entries.values().all(clocked), "the clock of a poll does not go with the session"),
        (*asked <= limits::POLLS_MAX, "there are more polls than may be"),
    ])
}
