//! Which numbers of a key's streams are used up.

/// A number is of 48 bits: 16 that are sent, and 32 of rollovers (RFC 3711 section 3.3.1). A key has no more.
const NUMBERS: u64 = 1 << 48;
/// How far behind the highest number one may be that was left out for now: as far as the mapping fills gaps.
const BEHIND_MAX: u64 = 64;

/// Why a number cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UsedTwice {
    /// It was used, or is so far behind that nobody knows.
    #[error("number {number} of stream {ssrc} was used before")]
    Before {
        /// The stream.
        ssrc: u32,
        /// The number.
        number: u64,
    },
    /// All numbers of the key are used up.
    #[error("stream {ssrc} has used all numbers of its key")]
    All {
        /// The stream.
        ssrc: u32,
    },
    /// There is no such stream: all that there can be are others.
    #[error("stream {ssrc} is one too many")]
    Stream {
        /// The stream.
        ssrc: u32,
    },
}

/// The used numbers of at most `STREAMS` streams.
#[derive(Debug)]
pub struct Used<const STREAMS: usize>([Option<Numbers>; STREAMS]);

/// Those of one stream.
#[derive(Debug, Clone, Copy)]
struct Numbers {
    ssrc: u32,
    highest: u64,
    /// Bit n: the number n before the highest is used.
    behind: u64,
}

impl<const STREAMS: usize> Default for Used<STREAMS> {
    fn default() -> Self {
        Self([None; STREAMS])
    }
}

impl<const STREAMS: usize> Used<STREAMS> {
    /// Uses a number up.
    ///
    /// # Errors
    /// If it cannot be used.
    pub fn mark(&mut self, ssrc: u32, number: u64) -> Result<(), UsedTwice> {
        // Of few: the streams stand in the order in which they began.
        for place in &mut self.0 {
            match place {
                Some(numbers) if numbers.ssrc == ssrc => return numbers.mark(number),
                Some(_other) => {}
                None if number < NUMBERS => {
                    *place = Some(Numbers { ssrc, highest: number, behind: 1 });
                    return Ok(());
                }
                None => return Err(UsedTwice::All { ssrc }),
            }
        }
        Err(UsedTwice::Stream { ssrc })
    }
}

impl Numbers {
    fn mark(&mut self, number: u64) -> Result<(), UsedTwice> {
        let ssrc = self.ssrc;
        if number > self.highest {
            if number >= NUMBERS {
                return Err(UsedTwice::All { ssrc });
            }
            let step = number - self.highest;
            self.behind = if step < BEHIND_MAX { self.behind << step | 1 } else { 1 };
            self.highest = number;
            return Ok(());
        }
        let back = self.highest - number;
        if back >= BEHIND_MAX || self.behind >> back & 1 == 1 {
            return Err(UsedTwice::Before { ssrc, number });
        }
        self.behind |= 1 << back;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_used_once() {
        let mut used = Used::<2>::default();
        for (number, is_free) in
            [(5, true), (5, false), (7, true), (6, true), (6, false), (5, false), (100, true)]
        {
            assert_eq!(used.mark(1, number).is_ok(), is_free, "{number}");
        }
        assert!(used.mark(1, 36).is_err(), "too far behind to know");
        assert!(used.mark(1, 37).is_ok());
        assert!(used.mark(2, 100).is_ok(), "another stream has its own");
        assert_eq!(used.mark(3, 1), Err(UsedTwice::Stream { ssrc: 3 }));
    }

    #[test]
    fn no_number_wraps() {
        let mut used = Used::<2>::default();
        assert!(used.mark(1, NUMBERS - 1).is_ok());
        assert_eq!(used.mark(1, NUMBERS), Err(UsedTwice::All { ssrc: 1 }));
        assert_eq!(used.mark(2, NUMBERS), Err(UsedTwice::All { ssrc: 2 }));
        assert_eq!(used.mark(1, u64::MAX), Err(UsedTwice::All { ssrc: 1 }));
        assert!(used.mark(1, NUMBERS - 1).is_err());
    }

    proptest! {
        /// Whatever is asked, nothing is let through twice; and what follows the highest always is.
        #[test]
        fn nothing_is_used_twice(numbers in prop::collection::vec((0_u32..3, 0_u64..200), 1..400)) {
            let (mut used, mut seen) = (Used::<3>::default(), HashSet::new());
            for (ssrc, number) in numbers {
                let highest = seen.iter().filter(|(of, _)| *of == ssrc).map(|(_, number)| *number).max();
                let free = used.mark(ssrc, number).is_ok();
                prop_assert!(!free || seen.insert((ssrc, number)), "{number} of {ssrc} twice");
                prop_assert!(free || highest.is_some_and(|highest| number <= highest));
            }
        }
    }
}
