//! The proceedings: what happened in the meeting, in the manner of a summary record, as facts in numbered paragraphs.
//!
//! An output, derived from the events and nothing else (each feature says what is told of its events). It stands
//! in the meeting because pages follow it live: so it changes with the event, is undone with the act, and the same log
//! makes the same paragraphs. Facts have no words; a reader's page puts them into the reader's language. What is told is
//! told to all, so nothing is taken in here that not all may see: no chat, no reason for an order or a refusal, nothing
//! of the booths, nobody's readiness, no request that was not heard, and no point of order or motion that was withdrawn before the
//! chair took it up.

mod fact;
pub(in crate::meeting) mod fold;
pub(in crate::meeting) mod view;
pub(in crate::meeting) mod words;

use std::sync::Arc;

pub use fact::{Dropped, Fact, Moved, Named, Seat, Statement};

use crate::meeting::procedure::floor::Halt;
use crate::terms::ids::{Language, Moment, PersonId, Seq, TurnId};
use crate::terms::last_of::last_of;
use crate::terms::limits;

/// A paragraph: one fact and when it came to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Place in the log of the event that it tells of: its name.
    pub seq: Seq,
    /// When.
    pub at_ms: Moment,
    /// What happened.
    pub fact: Fact,
}

/// The paragraphs so far; at most [`limits::PARAGRAPHS_KEPT`], older ones can be made from the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    kept: imbl::Vector<Arc<Paragraph>>,
    /// How many were there before the first that is kept.
    dropped: u32,
}

impl State {
    /// How many paragraphs there are, with those that are not kept any more.
    pub fn len(&self) -> u32 {
        self.dropped.saturating_add(count(self.kept.len()))
    }

    /// Whether nothing has happened yet that is told.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of the first that is kept.
    pub fn first(&self) -> u32 {
        self.dropped + 1
    }

    /// The paragraph of a number, from 1 without a gap.
    pub fn numbered(&self, number: u32) -> Option<&Arc<Paragraph>> {
        self.kept.get(usize::try_from(number.checked_sub(self.first())?).ok()?)
    }

    /// The paragraph that tells of an event, with its number.
    pub fn of(&self, seq: Seq) -> Option<(u32, &Arc<Paragraph>)> {
        let at = self.kept.binary_search_by_key(&seq, |paragraph| paragraph.seq).ok()?;
        Some((self.first() + count(at), self.kept.get(at)?))
    }

    /// All that are kept, the oldest first.
    pub(in crate::meeting) fn all(&self) -> impl Iterator<Item = &Arc<Paragraph>> {
        self.kept.iter()
    }

    /// The newest, which pages are kept up to date with, and their numbers.
    pub fn shown(&self) -> impl Iterator<Item = (u32, &Arc<Paragraph>)> {
        let begin = self.kept.len().saturating_sub(limits::PARAGRAPHS_SHOWN);
        (self.first() + count(begin)..).zip(last_of(&self.kept, limits::PARAGRAPHS_SHOWN))
    }

    /// Whether these are the very paragraphs of another state: most events tell nothing. If not, they may be equal still.
    pub fn is_as_in(&self, other: &Self) -> bool {
        self.dropped == other.dropped && self.kept.ptr_eq(&other.kept)
    }

    /// Whether a paragraph is among the newest.
    pub fn is_shown(&self, number: u32) -> bool {
        usize::try_from(self.len().saturating_sub(number))
            .is_ok_and(|behind| behind < limits::PARAGRAPHS_SHOWN)
    }

    fn tell(&mut self, seq: Seq, at_ms: Moment, fact: Fact) {
        self.kept.push_back(Arc::new(Paragraph { seq, at_ms, fact }));
        if self.kept.len() > limits::PARAGRAPHS_KEPT {
            self.kept.pop_front();
            self.dropped = self.dropped.saturating_add(1);
        }
    }

    /// What was told by mistake was never told.
    pub(in crate::meeting) fn untell(&mut self, told: impl Fn(&Paragraph) -> bool) {
        if let Some(at) = self.kept.iter().rposition(|paragraph| told(paragraph)) {
            self.kept.remove(at);
        }
    }

    /// What the statement of a turn has been interrupted for, as far as it is told.
    pub(in crate::meeting) fn interrupted(&self, turn: &TurnId) -> &[Halt] {
        let mut statements = self.kept.iter().rev().filter_map(|paragraph| {
            let Fact::Statement(statement) = &paragraph.fact else { return None };
            (statement.turn == *turn).then_some(statement)
        });
        statements.next().map(|statement| statement.interrupted.as_slice()).unwrap_or_default()
    }

    /// The facts of the paragraphs that are kept, in their order.
    pub fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.kept.iter().map(|paragraph| &paragraph.fact)
    }

    /// The statement that was made in a turn, as far as it is told.
    pub fn made_in(&self, turn: &TurnId) -> Option<&Statement> {
        self.kept.iter().rev().find_map(|paragraph| {
            let Fact::Statement(statement) = &paragraph.fact else { return None };
            (statement.turn == *turn).then_some(statement.as_ref())
        })
    }

    /// The latest fact that fits, to be changed.
    pub(in crate::meeting) fn latest(&mut self, fits: impl Fn(&Fact) -> bool) -> Option<&mut Fact> {
        let at = self.kept.iter().rposition(|paragraph| fits(&paragraph.fact))?;
        self.kept.get_mut(at).map(|paragraph| &mut Arc::make_mut(paragraph).fact)
    }

    /// Puts a name right wherever it is told.
    pub(in crate::meeting) fn correct(&mut self, person: &PersonId, language: &Language, name: &str) {
        let corrected = |paragraph: &Paragraph| {
            let mut paragraph = paragraph.clone();
            for named in paragraph.fact.named_mut().filter(|named| named.person == *person) {
                named.name.0.insert(language.clone(), name.to_owned());
            }
            paragraph
        };
        let told: Vec<(usize, Paragraph)> = self
            .kept
            .iter()
            .enumerate()
            .map(|(at, paragraph)| (at, corrected(paragraph)))
            .filter(|(at, corrected)| self.kept.get(*at).is_some_and(|told| **told != *corrected))
            .collect();
        for (at, corrected) in told {
            self.kept.set(at, Arc::new(corrected));
        }
    }

    pub(in crate::meeting) fn statement(&mut self, turn: &TurnId) -> Option<&mut Statement> {
        let of_turn = |fact: &Fact| matches!(fact, Fact::Statement(statement) if statement.turn == *turn);
        let Fact::Statement(statement) = self.latest(of_turn)? else { return None };
        Some(statement)
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
