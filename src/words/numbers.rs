//! Numbers, their plurals and lengths of time in words: one table for the languages, as CLDR 47 has it.

use super::Locale;
use crate::terms::ids::Millis;

/// The form that a noun takes after a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// None of it.
    Zero,
    /// One.
    One,
    /// Two.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// Any other number.
    Other,
}

impl Plural {
    /// The form that a whole number asks for (CLDR, plural rules, cardinal).
    pub fn of(locale: Locale, number: u64) -> Self {
        match locale {
            Locale::En if number == 1 => Self::One,
            Locale::Fr if number <= 1 => Self::One,
            Locale::En | Locale::Fr => Self::Other,
            Locale::Ar => match (number, number % 100) {
                (0, _) => Self::Zero,
                (1, _) => Self::One,
                (2, _) => Self::Two,
                (_, 3..=10) => Self::Few,
                (_, 11..) => Self::Many,
                (_, 0..=2) => Self::Other,
            },
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy)]
enum Unit {
    Minute,
    Second,
}

/// A number of a unit. Arabic counts one and two by the noun alone.
fn counted(locale: Locale, number: u64, unit: Unit) -> String {
    let noun = match (locale, Plural::of(locale, number), unit) {
        (Locale::En, Plural::One, Unit::Minute) => "minute",
        (Locale::En, _, Unit::Minute) => "minutes",
        (Locale::En, Plural::One, Unit::Second) => "second",
        (Locale::En, _, Unit::Second) => "seconds",
        (Locale::Fr, Plural::One, Unit::Minute) => "minute",
        (Locale::Fr, _, Unit::Minute) => "minutes",
        (Locale::Fr, Plural::One, Unit::Second) => "seconde",
        (Locale::Fr, _, Unit::Second) => "secondes",
        (Locale::Ar, Plural::One, Unit::Minute) => return "دقيقة".to_owned(),
        (Locale::Ar, Plural::Two, Unit::Minute) => return "دقيقتان".to_owned(),
        (Locale::Ar, Plural::Few, Unit::Minute) => "دقائق",
        (Locale::Ar, Plural::Zero | Plural::Many | Plural::Other, Unit::Minute) => "دقيقة",
        (Locale::Ar, Plural::One, Unit::Second) => return "ثانية".to_owned(),
        (Locale::Ar, Plural::Two, Unit::Second) => return "ثانيتان".to_owned(),
        (Locale::Ar, Plural::Few, Unit::Second) => "ثوان",
        (Locale::Ar, Plural::Zero | Plural::Many | Plural::Other, Unit::Second) => "ثانية",
    };
    format!("{} {noun}", grouped(locale, number))
}

/// A whole number with its thousands apart, in European digits: "1,234"; in French "1 234", with a narrow space.
pub fn grouped(locale: Locale, number: u64) -> String {
    let separator = match locale {
        Locale::En | Locale::Ar => ',',
        Locale::Fr => '\u{202f}',
    };
    let digits = number.to_string();
    let mut told = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            told.push(separator);
        }
        told.push(digit);
    }
    told
}

/// A length of time in words, to the second: "3 minutes 12 seconds".
pub fn length(locale: Locale, length_ms: Millis) -> String {
    let seconds = length_ms.unsigned_abs().saturating_add(500) / 1_000;
    let (minutes, rest) = (seconds / 60, seconds % 60);
    if minutes == 0 {
        return counted(locale, rest, Unit::Second);
    }
    let minutes = counted(locale, minutes, Unit::Minute);
    if rest == 0 {
        return minutes;
    }
    let rest = counted(locale, rest, Unit::Second);
    match locale {
        Locale::En => format!("{minutes} {rest}"),
        Locale::Fr => format!("{minutes} et {rest}"),
        Locale::Ar => format!("{minutes} و{rest}"),
    }
}

/// Names one after the other: "A, B, C"; "A, B et C"; "A، وB، وC".
pub fn listed(locale: Locale, names: &[String]) -> String {
    let [rest @ .., last] = names else { return String::new() };
    if rest.is_empty() {
        return last.clone();
    }
    match locale {
        Locale::En => names.join(", "),
        Locale::Fr => format!("{} et {last}", rest.join(", ")),
        Locale::Ar if rest.len() == 1 => names.join(" و"),
        Locale::Ar => names.join("، و"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `Intl` writes them in the browser, Node 20.
    #[test]
    fn lengths_have_the_plurals_of_their_language() {
        let told = |locale, seconds: i64| length(locale, seconds * 1_000);
        let minutes: Vec<String> =
            [0, 1, 2, 3, 10, 11, 59, 100, 103].map(|minutes| told(Locale::Ar, minutes * 60)).into();
        let expected = "0 ثانية|دقيقة|دقيقتان|3 دقائق|10 دقائق|11 دقيقة|59 دقيقة|100 دقيقة|103 دقائق";
        assert_eq!(minutes.join("|"), expected);
        assert_eq!(told(Locale::Ar, 192), "3 دقائق و12 ثانية");
        assert_eq!(told(Locale::Ar, 122), "دقيقتان وثانيتان");
        assert_eq!(told(Locale::En, 61), "1 minute 1 second");
        assert_eq!(told(Locale::En, 0), "0 seconds");
        assert_eq!(told(Locale::Fr, 0), "0 seconde");
        assert_eq!(told(Locale::Fr, 192), "3 minutes et 12 secondes");
        assert_eq!(length(Locale::En, 1_499), "1 second");
        assert_eq!(length(Locale::En, 1_500), "2 seconds");
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(Locale::En, 999), "999");
        assert_eq!(grouped(Locale::En, 1_234_567), "1,234,567");
        assert_eq!(grouped(Locale::Fr, 1_000), "1\u{202f}000");
        assert_eq!(grouped(Locale::Ar, 12_345), "12,345");
    }

    #[test]
    fn names_are_listed_as_the_language_does() {
        let names = |count: usize| {
            ["A", "B", "C", "D"].map(str::to_owned).into_iter().take(count).collect::<Vec<_>>()
        };
        assert_eq!(listed(Locale::En, &names(0)), "");
        assert_eq!(listed(Locale::Fr, &names(1)), "A");
        assert_eq!(listed(Locale::Fr, &names(2)), "A et B");
        assert_eq!(listed(Locale::Ar, &names(2)), "A وB");
        assert_eq!(listed(Locale::En, &names(4)), "A, B, C, D");
        assert_eq!(listed(Locale::Fr, &names(4)), "A, B, C et D");
        assert_eq!(listed(Locale::Ar, &names(4)), "A، وB، وC، وD");
    }
}
