//! The log of a list's moves by hand.

use super::order::{Lot, Policy};
use crate::meeting::command::Actor;
use crate::terms::ids::{DelegationId, Moment, RequestId};
use crate::terms::limits;

/// The log of moves by hand: the newest, at most [`limits::MOVES_KEPT`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moves {
    kept: imbl::Vector<Move>,
    /// How many were there before the first that is kept.
    dropped: usize,
}

impl Moves {
    /// How many there were ever.
    pub fn len(&self) -> usize {
        self.dropped + self.kept.len()
    }

    /// Whether nothing was moved yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of the first that is kept, from 0.
    pub fn first(&self) -> usize {
        self.dropped
    }

    /// The move of a number, from 0 without a gap.
    pub fn get(&self, number: usize) -> Option<&Move> {
        self.kept.get(number.checked_sub(self.dropped)?)
    }

    /// Numbers of the newest, which a view holds.
    pub fn shown(&self) -> std::ops::Range<usize> {
        self.len().saturating_sub(limits::MOVES_SHOWN).max(self.dropped)..self.len()
    }

    pub(super) fn push(&mut self, moved: Move) {
        self.kept.push_back(moved);
        if self.kept.len() > limits::MOVES_KEPT {
            self.kept.pop_front();
            self.dropped += 1;
        }
    }
}

/// A move by hand, for the log of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// What was moved.
    pub moved: Moved,
    /// Why; empty where an order says it.
    pub reason: String,
    /// Who.
    pub by: Actor,
    /// When.
    pub at_ms: Moment,
}

/// What a move changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    /// One request.
    One {
        /// Which.
        request: RequestId,
        /// Whose, where known.
        delegation: Option<DelegationId>,
        /// Place it had, 1 for the head.
        from_place: u16,
        /// Place it was given.
        to_place: u16,
    },
    /// The whole list.
    All {
        /// By what it was ordered.
        policy: Policy,
        /// The lot that was drawn for it, if one was.
        lot: Option<Lot>,
    },
}
