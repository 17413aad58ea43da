//! The conference of the scenarios: three languages with their booths, a desk, delegations of up to four, and observers.

use std::fmt::Write as _;

use super::super::conference;

/// Seats of delegations.
pub const DELEGATIONS: u32 = 60;
/// Most people of one delegation.
const OF_DELEGATION_MAX: u32 = 4;
/// Languages of the conference, each with a channel and a booth of two.
pub const LANGUAGES: [&str; 3] = ["ar", "en", "fr"];
/// Interpreters of a booth.
const OF_BOOTH: u32 = 2;
/// The session in which people speak in writing: the plenary that [`super::super::conference::SESSION`] names.
const HEAD: &str = r#"id = "load"
time_zone = "UTC"
languages = ["en", "ar", "fr"]
days = [2026-01-15]
organisers = ["seat-1"]
name.en = "Conference under load"
notice.en = "Nobody here is real."

[[sessions]]
id = "plenary"
title.en = "Plenary"
kind = "plenary"
polls = true
starts = 2026-01-15T10:00:00
ends = 2026-01-15T12:00:00
agenda = [{ en = "General debate", ar = "General debate", fr = "General debate" }]
lists = ["statements"]

[[sessions]]
id = "committee"
title.en = "Committee"
kind = "plenary"
polls = true
starts = 2026-01-15T13:00:00
ends = 2026-01-15T15:00:00
agenda = [{ en = "Drafting", ar = "Drafting", fr = "Drafting" }]
lists = ["statements"]

[[lists]]
id = "statements"
name.en = "List of speakers"
kind = "statements"
turn = "3 min"
requests_per_delegation_max = 1

[[channels]]
id = "floor"
number = 0
name.en = "Floor"
"#;

/// What somebody is at the conference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::Display)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// Presides.
    Chair,
    /// Serves the desk.
    Secretariat,
    /// Sits in a booth.
    Interpreter,
    /// Speaks for a delegation.
    Delegate,
    /// Looks on.
    Observer,
}

/// What the person of a number is: one chair, one of the secretariat, the booths, then delegates, one of each delegation
/// before the second of any, and observers.
pub fn role(number: u32) -> Role {
    match number {
        0 => Role::Chair,
        1 => Role::Secretariat,
        _ if number < FIRST_DELEGATE => Role::Interpreter,
        _ if number < FIRST_DELEGATE + DELEGATIONS * OF_DELEGATION_MAX => Role::Delegate,
        _ => Role::Observer,
    }
}

/// The first who sits in a delegation.
pub const FIRST_DELEGATE: u32 = 2 + LANGUAGES.len() as u32 * OF_BOOTH;

/// The delegation of a delegate, from 1.
pub fn seat(number: u32) -> u32 {
    (number - FIRST_DELEGATE) % DELEGATIONS + 1
}

/// The conference file with so many people.
pub fn text(people: u32) -> String {
    let mut text = HEAD.to_owned();
    // Writing to a string does not fail.
    let mut put = |args: std::fmt::Arguments| {
        let _: Result<(), std::fmt::Error> = text.write_fmt(args);
    };
    for (number, language) in (1..).zip(LANGUAGES) {
        put(format_args!(
            "\n[[channels]]\nid = \"{language}\"\nnumber = {number}\nlanguage = \"{language}\"\nname.en = \
             \"{language}\"\n\n[[booths]]\nid = \"booth-{language}\"\nname.en = \"Booth {language}\"\nlanguage = \
             \"{language}\"\noutputs = [\"{language}\"]\n"
        ));
    }
    for number in 1..=DELEGATIONS {
        put(format_args!("{}", conference::delegation(number)));
    }
    for number in 0..people {
        let language = language(number);
        let role = role(number);
        let place = match role {
            Role::Interpreter => format!("booth = \"booth-{language}\"\n"),
            Role::Delegate => format!("delegation = \"seat-{}\"\n", seat(number)),
            Role::Chair | Role::Secretariat | Role::Observer => String::new(),
        };
        put(format_args!(
            "\n[[people]]\nid = \"person-{number}\"\nname.en = \"Person {number}\"\nlanguage = \
             \"{language}\"\n{place}roles = {{ \"*\" = [\"{role}\"] }}\n"
        ));
    }
    text.lines().map(|line| in_all_languages(line) + "\n").collect()
}

/// A wording in one language, said in all of them.
fn in_all_languages(line: &str) -> String {
    match line.split_once(".en = ") {
        Some((key, text)) => format!("{key} = {{ en = {text}, ar = {text}, fr = {text} }}"),
        None => line.to_owned(),
    }
}

/// The language of the person of a number.
fn language(number: u32) -> &'static str {
    let place = number as usize % LANGUAGES.len();
    LANGUAGES.get(place).copied().unwrap_or("en")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conference_has_people_of_each_role() {
        let roles: Vec<Role> = (0..400).map(role).collect();
        let count = |wanted| roles.iter().filter(|role| **role == wanted).count();
        assert_eq!((count(Role::Chair), count(Role::Secretariat), count(Role::Interpreter)), (1, 1, 6));
        assert_eq!((count(Role::Delegate), count(Role::Observer)), (240, 152));
        assert_eq!([8, 67, 68].map(seat), [1, 60, 1]);
    }
}
