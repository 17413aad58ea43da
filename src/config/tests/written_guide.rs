//! The guide to writing a conference file says every key and the limits as they are.

use crate::config::{
    FILE_BYTES_MAX, NAME_CHARS_MAX, NOTICE_CHARS_MAX, PEOPLE_MAX, PLATE_CHARS_MAX, TITLE_CHARS_MAX,
};
use crate::config::{
    read_conference, read_interpretation, read_people, read_programme, read_rules, read_run_sheet, read_seats,
};

const GUIDE: &str = include_str!("../../../conferences/README.md");

/// The part of the guide under a heading, up to the next one.
fn part(heading: &str) -> &'static str {
    let (_, after) = GUIDE.split_once(&format!("\n## {heading}\n")).expect("a heading");
    after.split("\n## ").next().unwrap_or_default()
}

#[test]
fn every_key_has_its_row_in_its_section() {
    for (heading, keys) in [
        ("The conference", read_conference::KEYS),
        ("`[demo]`", read_conference::DEMO_KEYS),
        ("`[[lists]]`", read_programme::LIST_KEYS),
        ("`[[agenda_items]]`", read_programme::AGENDA_ITEM_KEYS),
        ("`[[sessions]]`", read_programme::SESSION_KEYS),
        ("`rules` of a session", read_rules::RULES_KEYS),
        ("`run_sheet` of a session", read_run_sheet::ITEM_KEYS),
        ("`[[objectives]]`", read_programme::OBJECTIVE_KEYS),
        ("`[[channels]]`", read_interpretation::CHANNEL_KEYS),
        ("`[[booths]]`", read_interpretation::BOOTH_KEYS),
        ("`[[stakeholders]]`", read_seats::STAKEHOLDER_KEYS),
        ("`[[regions]]`", read_seats::REGION_KEYS),
        ("`[[delegations]]`", read_seats::DELEGATION_KEYS),
        ("`[[people]]`", read_people::KEYS),
    ] {
        for (key, _) in keys {
            assert!(part(heading).contains(&format!("\n| `{key}` |")), "{heading} does not tell of `{key}`");
        }
    }
}

#[test]
fn the_limits_are_as_the_reader_has_them() {
    assert!(GUIDE.contains(&format!("at most {} MiB", FILE_BYTES_MAX / 1024 / 1024)));
    assert!(part("`[[people]]`").contains(&format!("at most {PEOPLE_MAX}")));
    assert!(part("`[[delegations]]`").contains(&format!("at most {PLATE_CHARS_MAX} characters")));
    for chars in [NAME_CHARS_MAX, NOTICE_CHARS_MAX, TITLE_CHARS_MAX] {
        assert!(
            part("The conference").contains(&format!("{chars}"))
                || part("Values").contains(&format!("{chars}"))
        );
    }
}
