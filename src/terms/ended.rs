//! What is over, in the order in which it came to that: the newest stand in every view, earlier ones are read page by page.

use super::last_of::last_of;

/// Ids of things that are over, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended<T: Clone>(imbl::Vector<T>);

impl<T: Clone> Default for Ended<T> {
    fn default() -> Self {
        Self(imbl::Vector::new())
    }
}

impl<T: Clone + PartialEq> Ended<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is over yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, the oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.0.iter()
    }

    /// The last.
    pub fn last(&self) -> Option<&T> {
        self.0.last()
    }

    /// The newest, at most so many, the oldest first.
    pub fn newest(&self, most: usize) -> impl Iterator<Item = &T> {
        last_of(&self.0, most)
    }

    /// Whether one is among the newest.
    pub fn is_among_newest(&self, one: &T, most: usize) -> bool {
        self.newest(most).any(|newest| newest == one)
    }

    /// Those that are among the newest of one state and not of the other.
    pub fn differing<'a>(&'a self, other: &'a Self, most: usize) -> Vec<&'a T> {
        if self.len() == other.len() && self.last() == other.last() {
            return Vec::new();
        }
        let left = self.newest(most).filter(|one| !other.is_among_newest(one, most));
        let came = other.newest(most).filter(|one| !self.is_among_newest(one, most));
        left.chain(came).collect()
    }

    /// One is over.
    pub(crate) fn push(&mut self, one: T) {
        self.0.push_back(one);
    }

    /// One is over no longer.
    pub(crate) fn take_back(&mut self, one: &T) {
        if let Some(at) = self.0.iter().rposition(|ended| ended == one) {
            self.0.remove(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended(numbers: impl IntoIterator<Item = u32>) -> Ended<u32> {
        let mut ended = Ended::default();
        numbers.into_iter().for_each(|number| ended.push(number));
        ended
    }

    #[test]
    fn one_more_lets_the_oldest_shown_go_and_one_less_brings_it_back() {
        let (five, six) = (ended(0..5), ended(0..6));
        assert!(five.is_among_newest(&2, 3) && !five.is_among_newest(&1, 3));
        assert_eq!(five.differing(&six, 3), [&2, &5]);
        let mut again = six.clone();
        again.take_back(&5);
        assert_eq!(again, five);
        assert_eq!(six.differing(&again, 3), [&5, &2]);
        assert!(five.differing(&again, 3).is_empty());
    }
}
