//! Each kind of fault of people and their roles, and how references behave when what they name is itself at fault.

use super::{Case, check, faults_of, small_with};

const PEOPLE_AND_ROLES: &[Case] = &[
    Case {
        old: "delegation = \"lebanon\"\n",
        new: "delegation = \"lebanon\"\nrank = \"minster\"\n",
        at: "\"minster\"",
        field: "people[1].rank",
        wrong: "`minster` is not known here",
        remedy: "did you mean `minister`?",
    },
    Case {
        old: "roles = { \"*\" = [\"observer\"], opening",
        new: "rank = \"minister\"\nroles = { \"*\" = [\"observer\"], opening",
        at: "\"minister\"",
        field: "people[0].rank",
        wrong: "speaks for a seat",
        remedy: "delegation",
    },
    Case {
        old: "delegation = \"lebanon\"\n",
        new: "delegation = \"lebanon\"\ngender = \"f\"\n",
        at: "\"f\"",
        field: "people[1].gender",
        wrong: "`f` is not known here",
        remedy: "female",
    },
    Case {
        old: "delegation = \"lebanon\"\n",
        new: "delegation = \"lebanon\"\nposition = \"advisor\"\n",
        at: "\"advisor\"",
        field: "people[1].position",
        wrong: "`advisor` is not known here",
        remedy: "did you mean `adviser`?",
    },
    Case {
        old: "roles = { \"*\" = [\"observer\"], opening",
        new: "position = \"head\"\nroles = { \"*\" = [\"observer\"], opening",
        at: "\"head\"",
        field: "people[0].position",
        wrong: "position in a delegation",
        remedy: "delegation",
    },
    Case {
        old: "name = { ar = \"المندوب\", en = \"The Delegate\" }",
        new: "name = {}",
        at: "{}",
        field: "people[1].name",
        wrong: "no wording in ar, en",
        remedy: "add it",
    },
    Case {
        old: "id = \"lebanon\"\n",
        new: "id = \"lebanon\"\nregion = \"levant\"\n",
        at: "\"levant\"",
        field: "delegations[0].region",
        wrong: "no entry of [[regions]]",
        remedy: "regions",
    },
    Case {
        old: "opening = [\"chair\", \"rapporteur\"]",
        new: "openning = [\"chair\"]",
        at: "[\"chair\"]",
        field: "people[0].roles.openning",
        wrong: "no session has this id",
        remedy: "did you mean `opening`?",
    },
    Case {
        old: "opening = [\"chair\", \"rapporteur\"]",
        new: "opening = [\"chiar\"]",
        at: "\"chiar\"",
        field: "people[0].roles.opening[0]",
        wrong: "not known",
        remedy: "did you mean `chair`?",
    },
    Case {
        old: "\"*\" = [\"observer\"], opening",
        new: "\"*\" = \"observer\", opening",
        at: "\"observer\"",
        field: "people[0].roles.\"*\"",
        wrong: "a list is wanted",
        remedy: "[",
    },
    Case {
        old: "[\"chair\", \"rapporteur\"]",
        new: "[\"chair\", \"chair\"]",
        at: "\"chair\"]",
        field: "people[0].roles.opening[1]",
        wrong: "already",
        remedy: "delete",
    },
    Case {
        old: "roles = { table = [\"delegate\"] }",
        new: "roles = [\"delegate\"]",
        at: "[\"delegate\"]",
        field: "people[1].roles",
        wrong: "a table is wanted, not a list",
        remedy: "\"*\" = [\"delegate\"]",
    },
    Case {
        old: "roles = { table = [\"delegate\"] }",
        new: "roles = {}",
        at: "{}",
        field: "people[1].roles",
        wrong: "no role in any session",
        remedy: "observer",
    },
    Case {
        old: "delegation = \"lebanon\"",
        new: "delegation = \"lebenon\"",
        at: "\"lebenon\"",
        field: "people[1].delegation",
        wrong: "[[delegations]]",
        remedy: "`lebanon`",
    },
    Case {
        old: "delegation = \"lebanon\"\n",
        new: "",
        at: "[[people]]\nid = \"delegate\"",
        field: "people[1].delegation",
        wrong: "speaks for a seat",
        remedy: "add",
    },
    Case {
        old: "booth = \"arabic-booth\"\n",
        new: "",
        at: "[[people]]\nid = \"interpreter\"",
        field: "people[2].booth",
        wrong: "works in a booth",
        remedy: "add",
    },
    Case {
        old: "booth = \"arabic-booth\"",
        new: "booth = \"arabic\"",
        at: "\"arabic\"\nlanguage = \"ar\"\nroles",
        field: "people[2].booth",
        wrong: "[[booths]]",
        remedy: "arabic-booth",
    },
    Case {
        old: "\"*\" = [\"interpreter\"]",
        new: "\"*\" = [\"observer\"]",
        at: "\"arabic-booth\"\nlanguage = \"ar\"\nroles",
        field: "people[2].booth",
        wrong: "only an interpreter",
        remedy: "delete",
    },
    Case {
        old: "[\"chair\", \"rapporteur\"]",
        new: "[\"captioner\"]",
        at: "[[people]]\nid = \"president\"",
        field: "people[0].captions",
        wrong: "writes in one language",
        remedy: "add",
    },
    Case {
        old: "language = \"en\"\nroles",
        new: "captions = \"en\"\nlanguage = \"en\"\nroles",
        at: "\"en\"\nlanguage = \"en\"\nroles",
        field: "people[0].captions",
        wrong: "only a captioner",
        remedy: "delete",
    },
    Case {
        old: "language = \"en\"\nroles = { \"*\" = [\"observer\"], opening = [\"chair\", \"rapporteur\"] }",
        new: "captions = \"fr\"\nlanguage = \"en\"\nroles = { \"*\" = [\"captioner\"] }",
        at: "\"fr\"",
        field: "people[0].captions",
        wrong: "not a language",
        remedy: "languages: ar, en",
    },
    Case {
        old: "[\"chair\", \"rapporteur\"]",
        new: "[\"display\"]",
        at: "{ \"*\" = [\"observer\"]",
        field: "people[0].roles",
        wrong: "a screen",
        remedy: "no other role",
    },
    Case {
        old: "language = \"en\"\nroles",
        new: "language = \"eng\"\nroles",
        at: "\"eng\"",
        field: "people[0].language",
        wrong: "not a language",
        remedy: "`en`",
    },
    Case {
        old: "id = \"delegate\"",
        new: "id = \"president\"",
        at: "\"president\"\nname = { ar = \"المندوب\"",
        field: "people[1].id",
        wrong: "`president` is there already, on line",
        remedy: "its own",
    },
];

#[test]
fn of_people_and_roles() {
    check(PEOPLE_AND_ROLES);
}

#[test]
fn a_fault_of_an_entry_is_not_repeated_at_each_reference_to_it() {
    let text = small_with("en = \"the Lebanese Republic\"", "en = 7");
    let fields: Vec<String> = faults_of(&text).into_iter().map(|fault| fault.field).collect();
    assert_eq!(fields, ["delegations[0].formal.en"]);
}

#[test]
fn every_fault_is_told_at_once_in_the_order_of_the_file() {
    let text = small_with("turn = \"3 min\"", "turn = 3")
        .replace("kind = \"plenary\"", "kind = \"plenry\"")
        .replace("delegation = \"lebanon\"", "delegation = \"lebenon\"")
        .replace("Asia/Beirut", "Asia/Bierut");
    let fields: Vec<String> = faults_of(&text).into_iter().map(|fault| fault.field).collect();
    assert_eq!(fields, ["time_zone", "lists[0].turn", "sessions[0].kind", "people[1].delegation"]);
}
