//! The end of a long sequence.

/// The last of a sequence, at most so many, the oldest first. Skipping to them one by one would look at all before.
pub(crate) fn last_of<T: Clone>(of: &imbl::Vector<T>, most: usize) -> impl Iterator<Item = &T> {
    (of.len().saturating_sub(most)..of.len()).filter_map(|at| of.get(at))
}
