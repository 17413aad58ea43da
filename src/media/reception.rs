//! What listeners report of their reception (RFC 3550 section 6.4): how much of what was sent to them a network has lost.

use std::ops::AddAssign;

/// More packets than in ten minutes of sound are not believed of one report: they come every few seconds.
const EXPECTED_MAX: u32 = 30_000;
/// Lost packets are counted in 24 bits, with a sign.
const LOST_BITS: u32 = 24;

/// Packets that listeners should have got and did not get, as they report it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reported {
    /// Packets that should have come.
    pub expected: u64,
    /// Packets of these that did not.
    pub lost: u64,
}

impl AddAssign for Reported {
    fn add_assign(&mut self, other: Self) {
        self.expected += other.expected;
        self.lost += other.lost;
    }
}

/// What was reported last of one stream.
#[derive(Debug, Default)]
pub struct Reception(Option<(u32, i32)>);

impl Reception {
    /// What a report tells beyond the one before: the first tells nothing, nor does one that goes back or too far.
    pub fn take(&mut self, highest: u32, lost: u32) -> Reported {
        // A listener that got packets twice tells that fewer than none are missing.
        let lost = (lost << (32 - LOST_BITS)).cast_signed() >> (32 - LOST_BITS);
        let Some((highest_before, lost_before)) = self.0.replace((highest, lost)) else {
            return Reported::default();
        };
        let expected = highest.wrapping_sub(highest_before);
        if expected > EXPECTED_MAX {
            return Reported::default();
        }
        let lost = u32::try_from(lost.saturating_sub(lost_before)).unwrap_or(0).min(expected);
        Reported { expected: expected.into(), lost: lost.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_report_tells_what_has_come_and_gone_since_the_one_before() {
        let mut reception = Reception::default();
        assert_eq!(reception.take(1_000, 7), Reported::default(), "the first is where it begins");
        assert_eq!(reception.take(1_250, 9), Reported { expected: 250, lost: 2 });
        assert_eq!(reception.take(1_500, 9), Reported { expected: 250, lost: 0 });
        assert_eq!(reception.take(1_600, 8), Reported { expected: 100, lost: 0 }, "one came after all");
    }

    #[test]
    fn what_cannot_be_is_not_believed() {
        let mut reception = Reception::default();
        reception.take(1_000, 0);
        assert_eq!(reception.take(900, 0), Reported::default(), "it goes back");
        assert_eq!(reception.take(1_000_000, 5), Reported::default(), "it leaps");
        assert_eq!(
            reception.take(1_000_010, 500),
            Reported { expected: 10, lost: 10 },
            "more than there were"
        );
        // Below none: 24 bits with a sign.
        assert_eq!(reception.take(1_000_020, 0xff_fffe), Reported { expected: 10, lost: 0 });
        assert_eq!(reception.take(1_000_030, 1), Reported { expected: 10, lost: 3 });
    }
}
