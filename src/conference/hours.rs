//! Moments and lengths of time as a person writes them: the host's hours, "1 h 30 min".

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::terms::ids::{Millis, Moment};

/// What the host's clock shows at a moment; none for a moment that no calendar has.
pub fn local(at_ms: Moment, zone: &TimeZone) -> Option<DateTime> {
    Timestamp::from_millisecond(at_ms).ok().map(|at| zone.to_datetime(at))
}

/// A length of time in whole numbers, each with its unit, as the conference file has it.
pub fn length(millis: Millis) -> String {
    let parts = [
        (millis / 3_600_000, "h"),
        (millis / 60_000 % 60, "min"),
        (millis / 1_000 % 60, "s"),
        (millis % 1_000, "ms"),
    ];
    let told: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count != 0)
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    if told.is_empty() { "0 s".to_owned() } else { told.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_told_in_the_units_that_it_has() {
        let told = [(0, "0 s"), (90_000, "1 min 30 s"), (5_400_000, "1 h 30 min"), (7_200_500, "2 h 500 ms")];
        for (millis, words) in told {
            assert_eq!(length(millis), words);
        }
    }
}
