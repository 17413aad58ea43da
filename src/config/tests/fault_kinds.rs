//! Faults of keys, types, identifiers, references and texts: their place, their field, their remedy.

use super::{Case, check};

const KEYS_AND_TYPES: &[Case] = &[
    Case {
        old: "organisers =",
        new: "organizers =",
        at: "organizers",
        field: "organizers",
        wrong: "no key",
        remedy: "did you mean `organisers`?",
    },
    Case {
        old: "function =",
        new: "fonction =",
        at: "fonction",
        field: "people[1].fonction",
        wrong: "no key",
        remedy: "did you mean `function`?",
    },
    Case {
        old: "id = \"small\"\n",
        new: "",
        at: "time_zone",
        field: "id",
        wrong: "missing",
        remedy: "`id = \"gcm-arab-2021\"`",
    },
    Case {
        old: "kind = \"round_table\"\n",
        new: "",
        at: "[[sessions]]\nid = \"table\"",
        field: "sessions[1].kind",
        wrong: "missing",
        remedy: "`kind = \"plenary\"`",
    },
    Case {
        old: "links = [\"president\"]",
        new: "",
        at: "[demo]",
        field: "demo.links",
        wrong: "missing",
        remedy: "links = ",
    },
    Case {
        old: "id = \"small\"",
        new: "id = 7",
        at: "7",
        field: "id",
        wrong: "not a whole number",
        remedy: "\"",
    },
    Case {
        old: "organisers = [\"escwa\"]",
        new: "organisers = \"escwa\"",
        at: "\"escwa\"",
        field: "organisers",
        wrong: "a list is wanted, not a text",
        remedy: "[",
    },
    Case {
        old: "name = { ar = \"مؤتمر\", en = \"Conference\" }",
        new: "name = \"Conference\"",
        at: "\"Conference\"",
        field: "name",
        wrong: "a table is wanted",
        remedy: "ar = ",
    },
    Case {
        old: "id = \"small\"",
        new: "id = \"small\"\npublic_listening = \"yes\"",
        at: "\"yes\"",
        field: "public_listening",
        wrong: "true or false is wanted, not a text",
        remedy: "without quotes",
    },
    Case {
        old: "id = \"small\"",
        new: "id = \"small\"\npublic_recordings = true",
        at: "true",
        field: "public_recordings",
        wrong: "the public may not listen to",
        remedy: "public_listening = true",
    },
    Case {
        old: "id = \"small\"",
        new: "id = \"small\"\ndirect_messages = 1",
        at: "1",
        field: "direct_messages",
        wrong: "true or false is wanted",
        remedy: "without quotes",
    },
    Case {
        old: "number = 2\nlanguage",
        new: "number = 2.5\nlanguage",
        at: "2.5",
        field: "channels[1].number",
        wrong: "with a fraction",
        remedy: "0",
    },
];

#[test]
fn of_keys_and_types() {
    check(KEYS_AND_TYPES);
}

const IDENTIFIERS_AND_REFERENCES: &[Case] = &[
    Case {
        old: "organisers = [\"escwa\"]",
        new: "organisers = [\"escva\"]",
        at: "\"escva\"",
        field: "organisers[0]",
        wrong: "no entry of [[delegations]]",
        remedy: "did you mean `escwa`?",
    },
    Case {
        old: "organisers = [\"escwa\"]",
        new: "organisers = [\"escwa\", \"escwa\"]",
        at: "\"escwa\"]",
        field: "organisers[1]",
        wrong: "already, on line 5",
        remedy: "delete",
    },
    Case {
        old: "links = [\"president\"]",
        new: "links = [\"presidents\"]",
        at: "\"presidents\"",
        field: "demo.links[0]",
        wrong: "[[people]]",
        remedy: "`president`",
    },
    Case {
        old: "[\"statements\", \"questions\"]",
        new: "[\"statements\", \"question\"]",
        at: "\"question\"",
        field: "sessions[1].lists[1]",
        wrong: "[[lists]]",
        remedy: "`questions`",
    },
    Case {
        old: "stakeholder = \"academia\"",
        new: "stakeholder = \"acadmia\"",
        at: "\"acadmia\"",
        field: "delegations[2].stakeholder",
        wrong: "[[stakeholders]]",
        remedy: "`academia`",
    },
    Case {
        old: "[\"arabic\", \"english\"]",
        new: "[\"arabic\", \"engilsh\"]",
        at: "\"engilsh\"",
        field: "booths[0].outputs[1]",
        wrong: "[[channels]]",
        remedy: "`english`",
    },
];

#[test]
fn of_identifiers_and_references() {
    check(IDENTIFIERS_AND_REFERENCES);
}

const TEXTS_AND_WORDINGS: &[Case] = &[
    Case {
        old: "short = { ar = \"لبنان\", en = \"Lebanon\" }",
        new: "short = { ar = \"لبنان\" }",
        at: "{ ar = \"لبنان\" }",
        field: "delegations[0].short",
        wrong: "no wording in en",
        remedy: "`en = ",
    },
    Case {
        old: "en = \"Conference\" }",
        new: "en = \"Conference\", fr = \"Conférence\" }",
        at: "\"Conférence\"",
        field: "name.fr",
        wrong: "`fr` is not a language",
        remedy: "ar, en",
    },
    Case {
        old: "en = \"LEBANON\"",
        new: "en = \"\"",
        at: "\"\"",
        field: "delegations[0].plate.en",
        wrong: "empty",
        remedy: "write the text",
    },
    Case {
        old: "en = \"LEBANON\"",
        new: "en = \" LEBANON\"",
        at: "\" LEBANON\"",
        field: "delegations[0].plate.en",
        wrong: "space",
        remedy: "delete",
    },
    Case {
        old: "en = \"LEBANON\"",
        new: "en = \"LEB\\u202EANON\"",
        at: "\"LEB",
        field: "delegations[0].plate.en",
        wrong: "U+202E",
        remedy: "delete it",
    },
    Case {
        old: "en = \"LEBANON\"",
        new: "en = \"\\u3164\\u200B\"",
        at: "\"\\u3164",
        field: "delegations[0].plate.en",
        wrong: "empty",
        remedy: "write the text",
    },
    Case {
        old: "en = \"LEBANON\"",
        new: "en = \"LEB\\nANON\"",
        at: "\"LEB",
        field: "delegations[0].plate.en",
        wrong: "breaks the line",
        remedy: "one line",
    },
    Case {
        old: "en = \"LEBANON\"",
        new: "en = \"LEB\\u2067ANON\"",
        at: "\"LEB",
        field: "delegations[0].plate.en",
        wrong: "U+2067",
        remedy: "delete it",
    },
    Case {
        old: "en = \"ESCWA PLATE\"",
        new: "en = \"LEBANON\"",
        at: "{ ar = \"الإسكوا\", en = \"LEBANON\" }",
        field: "delegations[1].plate",
        wrong: "delegation on line",
        remedy: "plate of its own",
    },
    Case {
        old: "en = \"LEBANON\"",
        new: "en = \"A PLATE THAT IS FAR TOO LONG FOR ANY DESK IN ANY CONFERENCE ROOM OF THE WORLD\"",
        at: "\"A PLATE",
        field: "delegations[0].plate.en",
        wrong: "characters",
        remedy: "60 at most",
    },
];

#[test]
fn of_texts_and_wordings() {
    check(TEXTS_AND_WORDINGS);
}
