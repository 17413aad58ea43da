//! Shows of hands and polls, as the wire carries them, and how they are made from the state.
//!
//! A ballot changes the small entity of the count, one of its own where it is by name, and what its voter sees: nothing
//! else, however many answer. What a tick brings of counts is one entity.
//!
//! Seen: `poll` and `tally` by `everyone`; `ballot` by `everyone` once its result is told, by `desk` from the end of
//! the poll until then; `unpublished` by `desk`; `own_ballot` by the `person` or the `delegation` whose it is.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::meeting::access::Right;
use crate::meeting::hall::polls;
use crate::meeting::hall::polls::{ClosedBy, Entitled, Entry, Event, Form, Standing, Voter};
use crate::meeting::view::{Key, Scope};
use crate::meeting::{Meeting, access};
use crate::terms::ids::{Millis, Moment, PollId, Wording};
use crate::terms::people::{Delegation, Person};

/// A show of hands or a poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PollView {
    /// Which.
    pub id: PollId,
    /// Its number, from 1, in the order in which they were opened.
    pub number: u32,
    /// The question, in the languages that it was given in.
    pub question: Wording,
    /// What is answered, and how.
    pub form: Form,
    /// Who may answer.
    pub entitled: Entitled,
    /// The right with which one may answer.
    pub right: Right,
    /// How many ballots there can be now: delegations with somebody who may speak, or people.
    pub ballots_max: u32,
    /// Whether all see who answered what; else all see the count alone.
    pub named: bool,
    /// Whether all see the result as it comes; else once it was published.
    pub live: bool,
    /// How far it has come.
    pub standing: Standing,
    /// When it was opened.
    pub opened_at_ms: Moment,
    /// How long it is open, if it closes by itself.
    pub limit_ms: Option<Millis>,
    /// Time that passed of that before the clock last started.
    pub spent_ms: Millis,
    /// Since when its clock runs; none while the meeting is suspended, when it has closed, and where it has no limit.
    pub running_since_ms: Option<Moment>,
    /// When it closed; none while it is open.
    pub closed_at_ms: Option<Moment>,
    /// Why it closed; none while it is open.
    pub closed_by: Option<ClosedBy>,
}

/// How many have answered a poll, and what, where all see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct TallyView {
    /// Which poll.
    pub id: PollId,
    /// How many ballots there are.
    pub ballots: u32,
    /// How many of those who may answer are there, or have answered; of a poll that has closed, how many were and had.
    pub present: u32,
    /// Ballots for each choice; none while the result is not shown.
    pub counts: Option<Vec<u32>>,
}

/// The result of a poll that has closed and is not published, for the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct UnpublishedView {
    /// Which poll.
    pub id: PollId,
    /// Ballots for each choice.
    pub counts: Vec<u32>,
}

/// A ballot by name: who answered what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct BallotView {
    /// The poll and whose it is.
    pub id: String,
    /// In which poll.
    pub poll: PollId,
    /// Whose.
    pub voter: Voter,
    /// The name of that delegation or person.
    pub name: Wording,
    /// The choices, by their numbers from 0.
    pub choices: Vec<u8>,
}

/// One's own ballot, or that of one's delegation, once it is cast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OwnBallotView {
    /// In which poll.
    pub id: PollId,
    /// The choices, by their numbers from 0.
    pub choices: Vec<u8>,
    /// Who cast it.
    pub by: Wording,
}

pub(in crate::meeting) fn poll(meeting: &Meeting, id: &PollId) -> Option<PollView> {
    let entry = meeting.polls.entry(id)?;
    let poll = &entry.poll;
    Some(PollView {
        id: id.clone(),
        number: entry.number,
        question: poll.question.clone(),
        form: poll.form.clone(),
        entitled: poll.entitled,
        right: match poll.entitled {
            Entitled::Delegations => Right::Speak,
            Entitled::Everyone => Right::TakePart,
        },
        ballots_max: ballots_max(meeting, poll.entitled),
        named: poll.named,
        live: poll.live,
        standing: entry.standing,
        opened_at_ms: entry.opened_at_ms,
        limit_ms: poll.limit_ms,
        spent_ms: entry.clock.as_ref().map_or(0, |clock| clock.spent_ms),
        running_since_ms: entry.clock.as_ref().and_then(|clock| clock.running_since_ms),
        closed_at_ms: entry.closed_at_ms,
        closed_by: entry.closed_by,
    })
}

fn ballots_max(meeting: &Meeting, entitled: Entitled) -> u32 {
    let speaks = |seat: &&Delegation| meeting.roster.members(&seat.id).any(access::may_speak);
    let count = match entitled {
        Entitled::Delegations => meeting.roster.delegations().filter(speaks).count(),
        Entitled::Everyone => meeting.roster.people().filter(|person| !person.is_display()).count(),
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(in crate::meeting) fn tally(meeting: &Meeting, id: &PollId) -> Option<TallyView> {
    let entry = meeting.polls.entry(id)?;
    Some(TallyView {
        id: id.clone(),
        ballots: u32::try_from(entry.ballots.len()).unwrap_or(u32::MAX),
        present: polls::state::present(meeting, entry),
        counts: entry.is_shown().then(|| entry.counts.clone()),
    })
}

pub(in crate::meeting) fn unpublished(meeting: &Meeting, id: &PollId) -> Option<UnpublishedView> {
    let entry = meeting.polls.entry(id).filter(|entry| entry.standing == Standing::Closed)?;
    Some(UnpublishedView { id: id.clone(), counts: entry.counts.clone() })
}

pub(in crate::meeting) fn ballot(meeting: &Meeting, id: &PollId, voter: &Voter) -> Option<BallotView> {
    let entry = meeting.polls.entry(id).filter(|entry| entry.poll.named)?;
    // The desk sees them when the poll has closed, as it sees the result.
    if entry.standing == Standing::Open && !entry.is_shown() {
        return None;
    }
    let ballot = entry.ballots.get(voter)?;
    let name = match voter {
        Voter::Delegation(seat) => meeting.roster.delegation(seat).map(|seat| seat.short.clone()),
        Voter::Person(person) => meeting.roster.person(person).map(|person| person.name.clone()),
    };
    Some(BallotView {
        id: ballot_id(id, voter),
        poll: id.clone(),
        voter: voter.clone(),
        name: name.unwrap_or_default(),
        choices: ballot.choices.clone(),
    })
}

pub(in crate::meeting) fn own_ballot(meeting: &Meeting, id: &PollId, voter: &Voter) -> Option<OwnBallotView> {
    let ballot = meeting.polls.entry(id)?.ballots.get(voter)?;
    let by = meeting.roster.person(&ballot.by).map(|person| person.name.clone());
    Some(OwnBallotView { id: id.clone(), choices: ballot.choices.clone(), by: by.unwrap_or_default() })
}

/// Id of a ballot on the wire.
pub(in crate::meeting) fn ballot_id(poll: &PollId, voter: &Voter) -> String {
    match voter {
        Voter::Delegation(seat) => format!("{poll}-delegation-{seat}"),
        Voter::Person(person) => format!("{poll}-person-{person}"),
    }
}

/// Whose view has a ballot by name: everybody's, once the result is shown.
pub(in crate::meeting) fn ballot_scope(meeting: &Meeting, id: &PollId) -> Scope {
    match meeting.polls.entry(id) {
        Some(entry) if !entry.is_shown() => Scope::Desk,
        Some(_) | None => Scope::Everyone,
    }
}

/// Whose view has somebody's own ballot.
pub(in crate::meeting) fn own_scope(voter: &Voter) -> Scope {
    match voter {
        Voter::Delegation(seat) => Scope::Delegation(seat.clone()),
        Voter::Person(person) => Scope::Person(person.clone()),
    }
}

/// What all see of polls, and what the desk sees.
pub(in crate::meeting) fn shared(meeting: &Meeting) -> impl Iterator<Item = Key> {
    let shown = meeting.polls.entries.iter().filter(|(_, entry)| meeting.polls.is_among_newest(entry));
    shown.flat_map(|(id, entry)| of_one(id, entry))
}

fn by_name<'a>(id: &'a PollId, entry: &'a Entry) -> impl Iterator<Item = Key> + use<'a> {
    let named = entry.poll.named.then_some(&entry.ballots);
    named.into_iter().flatten().map(|(voter, _)| Key::Ballot(id.clone(), voter.clone()))
}

/// The ballots of a delegation, or of a person, which they alone see as theirs.
pub(in crate::meeting) fn own_ballots(meeting: &Meeting, voter: Voter) -> impl Iterator<Item = Key> {
    let polls = meeting.polls.entries.iter().filter(|(_, entry)| meeting.polls.is_among_newest(entry));
    let cast: Vec<PollId> =
        polls.filter(|(_, entry)| entry.ballots.contains_key(&voter)).map(|(id, _)| id.clone()).collect();
    cast.into_iter().map(move |id| Key::OwnBallot(id, voter.clone()))
}

/// Polls that have closed, by their number, each with all that tells of it, and the ballots that a person has in it.
pub(in crate::meeting) fn all(meeting: &Meeting, person: &Person) -> Vec<(String, Vec<Key>)> {
    let mut closed: Vec<(&PollId, &Entry)> =
        meeting.polls.entries.iter().filter(|(_, entry)| entry.standing != Standing::Open).collect();
    closed.sort_by_key(|(_, entry)| entry.number);
    let own = [Some(Voter::Person(person.id.clone())), person.delegation.clone().map(Voter::Delegation)];
    let own: Vec<Voter> = own.into_iter().flatten().collect();
    let told = closed.into_iter().map(|(id, entry)| {
        let own = own.iter().map(|voter| Key::OwnBallot(id.clone(), voter.clone()));
        (id.to_string(), of_one(id, entry).chain(own).collect())
    });
    told.collect()
}

fn of_one<'a>(id: &'a PollId, entry: &'a Entry) -> impl Iterator<Item = Key> + use<'a> {
    let one = [Key::Poll(id.clone()), Key::Tally(id.clone()), Key::Unpublished(id.clone())];
    one.into_iter().chain(by_name(id, entry))
}

/// Polls that a view holds no longer for a newer one.
pub(in crate::meeting) fn left(before: &Meeting, after: &Meeting) -> impl Iterator<Item = Key> {
    let shown = |entry: &Entry| before.polls.is_among_newest(entry) && !after.polls.is_among_newest(entry);
    let left = before.polls.entries.iter().filter(move |(_, entry)| shown(entry));
    left.flat_map(|(id, entry)| {
        let own = entry.ballots.keys().map(|voter| Key::OwnBallot(id.clone(), voter.clone()));
        of_one(id, entry).chain(own)
    })
}

/// A ballot changes the count and itself; the end of a poll, what is shown of all its ballots.
pub(in crate::meeting) fn touched(event: &Event, before: &Meeting, after: &Meeting) -> BTreeSet<Key> {
    let id = event.poll();
    if let Event::BallotCast { voter, .. } | Event::BallotTakenBack { voter, .. } = event {
        let named = after.polls.entry(id).is_some_and(|entry| entry.poll.named && entry.is_shown());
        let ballot = named.then(|| Key::Ballot(id.clone(), voter.clone()));
        let own = Key::OwnBallot(id.clone(), voter.clone());
        return [Key::Tally(id.clone()), own].into_iter().chain(ballot).collect();
    }
    let entries = [before, after].into_iter().filter_map(|meeting| meeting.polls.entry(id));
    let ballots = entries.flat_map(|entry| by_name(id, entry));
    // Withdrawn, it is gone for those too who have answered.
    let gone = before.polls.entry(id).filter(|_| matches!(event, Event::PollWithdrawn { .. }));
    let own = gone.into_iter().flat_map(|entry| entry.ballots.keys());
    let own = own.map(|voter| Key::OwnBallot(id.clone(), voter.clone()));
    let one = [Key::Poll(id.clone()), Key::Tally(id.clone()), Key::Unpublished(id.clone())];
    one.into_iter().chain(ballots).chain(own).collect()
}

/// Who comes and goes is counted for the open poll.
pub(in crate::meeting) fn counted(meeting: &Meeting) -> Option<Key> {
    meeting.polls.open.clone().map(Key::Tally)
}

/// The clock of the open poll goes with the session.
pub(in crate::meeting) fn clocked(meeting: &Meeting) -> Option<Key> {
    meeting.polls.open.clone().map(Key::Poll)
}
