//! At which places in the log all clients stood: only from there can one of them be continued with changes.
//!
//! What is sent is the difference between two such places. Of what changed between them and changed back, nothing is sent.
//! Whoever was at another node may have stood where nobody stood here, has the one and would never get the other.

use std::collections::VecDeque;

use crate::terms::ids::Seq;

/// How many places are remembered. More changes than that are not kept either.
const PLACES_MAX: usize = 16_384;

/// The newest places, in their order.
#[derive(Debug)]
pub struct Stood(VecDeque<Seq>);

impl Stood {
    /// All stand here, and stood nowhere before.
    pub fn only_at(seq: Seq) -> Self {
        Self(VecDeque::from([seq]))
    }

    /// All stand here from now on.
    pub fn come_to(&mut self, seq: Seq) {
        if self.0.back() == Some(&seq) {
            return;
        }
        if self.0.len() >= PLACES_MAX {
            self.0.pop_front();
        }
        self.0.push_back(seq);
    }

    /// Whether all stood here once.
    pub fn at(&self, seq: Seq) -> bool {
        self.0.binary_search(&seq).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_remembered_but_those_between_and_the_oldest_are_not() {
        let mut stood = Stood::only_at(7);
        [7, 9, 9, 12].into_iter().for_each(|seq| stood.come_to(seq));
        let places: Vec<Seq> = (0..20).filter(|seq| stood.at(*seq)).collect();
        assert_eq!(places, [7, 9, 12]);
        (13..13 + PLACES_MAX as Seq).for_each(|seq| stood.come_to(seq));
        assert!(!stood.at(12) && stood.at(13));
        assert_eq!(stood.0.len(), PLACES_MAX);
    }
}
