//! Faults of languages, channels and booths, which have rules of their own.

use super::{Case, check, faults_of, small_with};

const LANGUAGES_CHANNELS_AND_BOOTHS: &[Case] = &[
    Case {
        old: "languages = [\"ar\", \"en\"]",
        new: "languages = [\"ar\", \"en\", \"English\"]",
        at: "\"English\"]",
        field: "languages[2]",
        wrong: "7 characters",
        remedy: "3",
    },
    Case {
        old: "languages = [\"ar\", \"en\"]",
        new: "languages = [\"ar\", \"en\", \"EN\"]",
        at: "\"EN\"",
        field: "languages[2]",
        wrong: "no language tag",
        remedy: "small letters",
    },
    Case {
        old: "languages = [\"ar\", \"en\"]",
        new: "languages = [\"ar\", \"en\", \"ar\"]",
        at: "\"ar\"]",
        field: "languages[2]",
        wrong: "line 3",
        remedy: "delete",
    },
    Case {
        old: "number = 0\n",
        new: "number = 0\nlanguage = \"en\"\n",
        at: "\"en\"\nname",
        field: "channels[0].language",
        wrong: "the floor has no language",
        remedy: "delete",
    },
    Case {
        old: "number = 1\nlanguage",
        new: "number = 2\nlanguage",
        at: "2\nlanguage = \"ar\"",
        field: "channels[2].number",
        wrong: "`2` is there already, on line",
        remedy: "its own",
    },
    Case {
        old: "number = 2\nlanguage = \"en\"",
        new: "number = 2",
        at: "[[channels]]\nid = \"english\"",
        field: "channels[1].language",
        wrong: "missing",
        remedy: "language = ",
    },
    Case {
        old: "number = 2\nlanguage = \"en\"",
        new: "number = 2\nlanguage = \"de\"",
        at: "\"de\"",
        field: "channels[1].language",
        wrong: "not a language of the conference",
        remedy: "ar, en",
    },
    Case {
        old: "[\"arabic\", \"english\"]",
        new: "[\"arabic\", \"floor\"]",
        at: "\"floor\"]",
        field: "booths[0].outputs[1]",
        wrong: "does not feed the floor",
        remedy: "from 1",
    },
    Case {
        old: "[\"arabic\", \"english\"]",
        new: "[]",
        at: "[]",
        field: "booths[0].outputs",
        wrong: "names no channel",
        remedy: "output A",
    },
    Case {
        old: "[\"arabic\", \"english\"]",
        new: "[\"arabic\", \"english\", \"floor\"]",
        at: "[\"arabic\"",
        field: "booths[0].outputs",
        wrong: "3 entries",
        remedy: "at most 2",
    },
    Case {
        old: "number = 0\n",
        new: "number = 0\nunstaffed = \"silence\"\n",
        at: "\"silence\"",
        field: "channels[0].unstaffed",
        wrong: "always carries the floor",
        remedy: "delete",
    },
    Case {
        old: "number = 2\nlanguage",
        new: "number = 2\nunstaffed = \"quiet\"\nlanguage",
        at: "\"quiet\"",
        field: "channels[1].unstaffed",
        wrong: "`quiet` is not known here",
        remedy: "silence",
    },
    Case {
        old: "[\"arabic\", \"english\"]",
        new: "[\"arabic\", \"english\"]\nfrom = [\"en\", \"ar\"]",
        at: "\"ar\"]\n\n[[stake",
        field: "booths[0].from[1]",
        wrong: "own language",
        remedy: "delete",
    },
    Case {
        old: "[\"arabic\", \"english\"]",
        new: "[\"arabic\", \"english\"]\nfrom = []",
        at: "[]",
        field: "booths[0].from",
        wrong: "names no language",
        remedy: "for all",
    },
    Case {
        old: "[\"arabic\", \"english\"]",
        new: "[\"arabic\", \"english\"]\nfrom = [\"en\", \"en\"]",
        at: "\"en\"]\n\n[[stake",
        field: "booths[0].from[1]",
        wrong: "there already",
        remedy: "delete",
    },
    Case {
        old: "[\"arabic\", \"english\"]",
        new: "[\"arabic\", \"english\"]\nfrom = [\"fr\"]",
        at: "\"fr\"",
        field: "booths[0].from[0]",
        wrong: "not a language of the conference",
        remedy: "ar, en",
    },
    Case {
        old: "[\"arabic\", \"english\"]",
        new: "[\"arabic\", \"english\"]\nuntil = \"5:45 pm\"",
        at: "\"5:45 pm\"",
        field: "booths[0].until",
        wrong: "a time of day is wanted",
        remedy: "17:45",
    },
    Case {
        old: "[\"arabic\", \"english\"]",
        new: "[\"arabic\", \"english\"]\nuntil = \"24:00\"",
        at: "\"24:00\"",
        field: "booths[0].until",
        wrong: "a time of day is wanted",
        remedy: "17:45",
    },
];

#[test]
fn of_languages_channels_and_booths() {
    check(LANGUAGES_CHANNELS_AND_BOOTHS);
}

#[test]
fn a_conference_needs_a_floor() {
    let faults = faults_of(&small_with("number = 0\n", "number = 3\n"));
    let told =
        |field: &str| faults.iter().find(|fault| fault.field == field).map(|fault| fault.wrong.as_str());
    assert_eq!(told("channels"), Some("has no channel 0, the floor"));
    assert_eq!(told("channels[0].language"), Some("is missing"));
    assert_eq!(faults.len(), 2);
}

#[test]
fn each_language_has_one_channel() {
    let faults = faults_of(&small_with("number = 1\nlanguage = \"ar\"", "number = 1\nlanguage = \"en\""));
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert_eq!(fault.field, "channels[2].language");
    assert!(fault.wrong.contains("`en` is there already, on line"), "{fault}");
}

#[test]
fn the_id_of_a_booth_leaves_room_for_the_name_of_its_chat_room() {
    let text = |id: &str| super::SMALL.replace("arabic-booth", id);
    assert!(super::ConferencePlan::from_text("small.toml", &text(&"b".repeat(58))).is_ok());
    let faults = faults_of(&text(&"b".repeat(59)));
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert_eq!(fault.field, "booths[0].id");
    assert!(fault.wrong.contains("59 characters") && fault.remedy.contains("58 at most"), "{fault}");
}
