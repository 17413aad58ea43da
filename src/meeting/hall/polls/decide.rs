//! What is decided of shows of hands and polls.

use std::collections::BTreeSet;

use super::{ClosedBy, Command, Entitled, Entry, Event, Form, Poll, Standing, Voter};
use crate::meeting::command::Context;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::{Meeting, clock, event};
use crate::terms::ids::{Millis, PollId, Wording};
use crate::terms::people::Person;
use crate::terms::{limits, text};

/// Whether the conference file has switched them on for the session.
pub fn are_on(meeting: &Meeting) -> bool {
    meeting.charter.as_ref().is_some_and(|charter| charter.session.polls)
}

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    if !are_on(meeting) {
        return Err(Refusal::PollsOff {});
    }
    let happens = match command {
        Command::AskForHands { question, for_against, entitled, limit_ms } => {
            let form = if *for_against { Form::HandsForAgainst {} } else { Form::Hands {} };
            let asked = Asked { form, entitled: *entitled, named: true, live: true, limit_ms: *limit_ms };
            open(meeting, context, question, asked)?
        }
        Command::OpenPoll { question, options, choices_max, entitled, named, live, limit_ms } => {
            let form = form(meeting, question, options, *choices_max)?;
            let (entitled, named, live, limit_ms) = (*entitled, *named, *live, *limit_ms);
            open(meeting, context, question, Asked { form, entitled, named, live, limit_ms })?
        }
        Command::CastBallot { poll, choices, change } => cast(meeting, actor, poll, choices, *change)?,
        Command::TakeBallotBack { poll } => {
            let (entry, voter) = answering(meeting, actor, poll)?;
            if !entry.ballots.contains_key(&voter) {
                return Err(Refusal::Unchanged {});
            }
            Event::BallotTakenBack { poll: poll.clone(), voter }
        }
        Command::ClosePoll { poll } => {
            require(known(meeting, poll)?, Standing::Open)?;
            Event::PollClosed { poll: poll.clone(), closed_by: ClosedBy::Desk }
        }
        Command::PublishPoll { poll } => {
            require(known(meeting, poll)?, Standing::Closed)?;
            Event::PollPublished { poll: poll.clone() }
        }
        Command::WithdrawPoll { poll } => {
            known(meeting, poll)?;
            Event::PollWithdrawn { poll: poll.clone() }
        }
    };
    Ok(vec![event::Event::Polls(happens)])
}

/// The time of a poll is over. Keyed by poll, so a stale timer is refused.
pub(in crate::meeting) fn reach_limit(
    meeting: &Meeting,
    context: &Context,
    id: &PollId,
) -> Result<Vec<event::Event>, Refusal> {
    let entry = meeting.polls.open().filter(|entry| entry.poll.id == *id).ok_or(Refusal::PollOver {})?;
    clock::require_come(entry.clock.as_ref().and_then(clock::Clock::limit_at_ms), context)?;
    let closed = Event::PollClosed { poll: id.clone(), closed_by: ClosedBy::Time };
    Ok(vec![event::Event::Polls(closed)])
}

/// What closes with the session.
pub(in crate::meeting) fn close_with_session(meeting: &Meeting) -> Option<event::Event> {
    let poll = meeting.polls.open.clone()?;
    Some(event::Event::Polls(Event::PollClosed { poll, closed_by: ClosedBy::Session }))
}

/// A question before it is put, but for its words.
struct Asked {
    form: Form,
    entitled: Entitled,
    named: bool,
    live: bool,
    limit_ms: Option<Millis>,
}

fn open(meeting: &Meeting, context: &Context, question: &Wording, asked: Asked) -> Result<Event, Refusal> {
    meeting.programme.require(&[Phase::Open])?;
    if let Some(poll) = meeting.polls.open.clone() {
        return Err(Refusal::PollOpen { poll });
    }
    if meeting.polls.asked >= limits::POLLS_MAX {
        return Err(Refusal::Full { max: limits::POLLS_MAX });
    }
    let question = refusal::worded_in(
        meeting.languages(),
        text::Kind::Line,
        Field::Question,
        question,
        limits::POLL_CHARS_MAX,
    )?;
    let Asked { form, entitled, named, live, limit_ms } = asked;
    let (min, max) = (limits::POLL_MS_MIN, limits::POLL_MS_MAX);
    if limit_ms.is_some_and(|limit_ms| !(min..=max).contains(&limit_ms)) {
        return Err(Refusal::OutOfRange { field: Field::LimitMs, min, max });
    }
    let id = PollId::numbered("v", context.next_seq);
    Ok(Event::PollOpened { poll: Poll { id, question, form, entitled, named, live, limit_ms } })
}

/// Two to eight options, each in the languages of the question and none like another.
fn form(
    meeting: &Meeting,
    question: &Wording,
    options: &[Wording],
    choices_max: u8,
) -> Result<Form, Refusal> {
    let (min, max) = (limits::OPTIONS_MIN, limits::OPTIONS_MAX);
    let count = i64::try_from(options.len()).unwrap_or(i64::MAX);
    if !(min..=max).contains(&count) {
        return Err(Refusal::OutOfRange { field: Field::Options, min, max });
    }
    if !(1..=count).contains(&i64::from(choices_max)) {
        return Err(Refusal::OutOfRange { field: Field::ChoicesMax, min: 1, max: count });
    }
    let languages = meeting.languages();
    let question =
        refusal::worded_in(languages, text::Kind::Line, Field::Question, question, limits::POLL_CHARS_MAX)?;
    let worded = |option| {
        refusal::worded_in(languages, text::Kind::Line, Field::Options, option, limits::OPTION_CHARS_MAX)
    };
    let options = options.iter().map(worded).collect::<Result<Vec<_>, _>>()?;
    if options.iter().any(|option| !option.0.keys().eq(question.0.keys())) {
        return Err(Refusal::Empty { field: Field::Options });
    }
    let alike = |language| {
        let words = options.iter().filter_map(|option| option.0.get(language));
        let words: BTreeSet<String> = words.map(|words| text::shown(words)).collect();
        words.len() < options.len()
    };
    if question.0.keys().any(alike) {
        return Err(Refusal::OptionTwice {});
    }
    Ok(Form::Options { options, choices_max })
}

fn cast(
    meeting: &Meeting,
    actor: &Person,
    poll: &PollId,
    choices: &[u8],
    change: bool,
) -> Result<Event, Refusal> {
    let (entry, voter) = answering(meeting, actor, poll)?;
    let form = &entry.poll.form;
    let chosen: BTreeSet<u8> = choices.iter().copied().collect();
    if chosen.len() < choices.len() || chosen.iter().any(|choice| usize::from(*choice) >= form.choices()) {
        return Err(Refusal::Unknown { field: Field::Choices });
    }
    if chosen.is_empty() {
        return Err(Refusal::Empty { field: Field::Choices });
    }
    let most = form.choices_max();
    if chosen.len() > usize::from(most) {
        return Err(Refusal::OutOfRange { field: Field::Choices, min: 1, max: i64::from(most) });
    }
    let choices: Vec<u8> = chosen.into_iter().collect();
    match entry.ballots.get(&voter) {
        Some(ballot) if ballot.choices == choices => return Err(Refusal::Unchanged {}),
        Some(ballot) if !change => return Err(Refusal::BallotThere { by: ballot.by.clone() }),
        Some(_) | None => {}
    }
    Ok(Event::BallotCast { poll: poll.clone(), voter, by: actor.id.clone(), choices })
}

/// The poll that somebody answers, and whose ballot it is.
fn answering<'a>(meeting: &'a Meeting, actor: &Person, id: &PollId) -> Result<(&'a Entry, Voter), Refusal> {
    let entry = known(meeting, id)?;
    if entry.standing != Standing::Open {
        return Err(Refusal::PollOver {});
    }
    let voter = entry.voter(actor).ok_or(Refusal::NotEntitled {})?;
    // With the meeting, its clock halts too.
    meeting.programme.require(&[Phase::Open])?;
    Ok((entry, voter))
}

fn known<'a>(meeting: &'a Meeting, id: &PollId) -> Result<&'a Entry, Refusal> {
    meeting.polls.entry(id).ok_or(Refusal::Unknown { field: Field::Poll })
}

fn require(entry: &Entry, standing: Standing) -> Result<(), Refusal> {
    if entry.standing == standing {
        Ok(())
    } else {
        Err(Refusal::WrongPollState { standing: entry.standing })
    }
}
