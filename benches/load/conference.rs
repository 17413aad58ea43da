//! The conference that is measured: one session, a chair, delegations, and observers without number.

use std::fmt::Write as _;

/// Seats of the session.
const DELEGATIONS: u32 = 50;
/// The session's id.
pub const SESSION: &str = "plenary";

const HEAD: &str = r#"id = "load"
time_zone = "UTC"
languages = ["en"]
days = [2026-01-15]
organisers = ["seat-1"]
name.en = "Conference under load"
notice.en = "Nobody here is real."

[[sessions]]
id = "plenary"
title.en = "Plenary"
kind = "plenary"
starts = 2026-01-15T10:00:00
ends = 2026-01-15T12:00:00
agenda = [{ en = "General debate" }]
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

[[channels]]
id = "en"
number = 1
language = "en"
name.en = "English"
"#;

/// The conference file with so many people: a chair, one of each delegation, and observers.
pub fn text(people: u32) -> String {
    let mut text = HEAD.to_owned();
    text.extend((1..=DELEGATIONS).map(delegation));
    for number in 0..people {
        let (place, role) = if number == 0 {
            (String::new(), "chair")
        } else if number <= DELEGATIONS {
            (format!("delegation = \"seat-{number}\"\n"), "delegate")
        } else {
            (String::new(), "observer")
        };
        // Writing to a string does not fail.
        let _: Result<(), std::fmt::Error> = write!(
            text,
            "\n[[people]]\nid = \"person-{number}\"\nname.en = \"Person {number}\"\nlanguage = \"en\"\n{place}roles = \
             {{ \"*\" = [\"{role}\"] }}\n"
        );
    }
    text
}

/// The delegation of a number, in a conference file.
pub fn delegation(number: u32) -> String {
    format!(
        "\n[[delegations]]\nid = \"seat-{number}\"\ncategory = \"member_state\"\nformal.en = \"the State of \
         Number {number}\"\nshort.en = \"Number {number}\"\nplate.en = \"NUMBER {number}\"\nsort_key.en = \
         \"Number {number:02}\"\n"
    )
}
