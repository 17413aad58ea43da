//! Faults of the programme: times, lists, choices and numbers.

use super::{Case, check};

const TIMES: &[Case] = &[
    Case {
        old: "turn = \"3 min\"\n",
        new: "turn = \"3 min\"\n\n[[lists]]\nid = \"motions\"\nname = { en = \"M\", ar = \"م\" }\nkind = \"questions\"\nturn = \"1 min\"\n",
        at: "\"motions\"",
        field: "lists[1].id",
        wrong: "speakers on motions",
        remedy: "another",
    },
    Case {
        old: "turn = \"3 min\"\n",
        new: "turn = \"3 min\"\nturn_by_reply = [\"3 min\"]\n",
        at: "[\"3 min\"]",
        field: "lists[0].turn_by_reply",
        wrong: "only rights of reply",
        remedy: "delete",
    },
    Case {
        old: "turn = \"3 min\"\n",
        new: "turn = \"3 min\"\nreplies_per_delegation_max = 3\n",
        at: "3\nturn_by",
        field: "lists[0].replies_per_delegation_max",
        wrong: "only rights of reply",
        remedy: "delete",
    },
    Case {
        old: "turn = \"3 min\"\n",
        new: "turn = \"3 min\"\nopens = 2021-02-24T09:00:00\ncloses = 2021-02-24T08:00:00\n",
        at: "2021-02-24T08:00:00",
        field: "lists[0].closes",
        wrong: "not after",
        remedy: "later",
    },
    Case {
        old: "kind = \"questions\"\nturn = \"1 min\"\n",
        new: "kind = \"right_of_reply\"\nturn_by_reply = [\"3 min\", \"1 s\"]\n",
        at: "\"1 s\"",
        field: "lists[1].turn_by_reply[1]",
        wrong: "range",
        remedy: "10 s to 120 min",
    },
    Case {
        old: "kind = \"plenary\"\n",
        new: "kind = \"plenary\"\nmicrophones = \"open\"\n",
        at: "\"open\"",
        field: "sessions[0].microphones",
        wrong: "`open` is not known here",
        remedy: "open_stage",
    },
    Case {
        old: "Asia/Beirut",
        new: "Asia/Bierut",
        at: "\"Asia/Bierut\"",
        field: "time_zone",
        wrong: "no time zone",
        remedy: "did you mean `Asia/Beirut`?",
    },
    Case {
        old: "ends = 2021-02-24T10:45:00",
        new: "ends = 2021-02-24T09:45:00",
        at: "2021-02-24T09:45:00",
        field: "sessions[0].ends",
        wrong: "not after",
        remedy: "later",
    },
    Case {
        old: "ends = 2021-02-24T10:45:00",
        new: "ends = 2021-02-24T11:15:00",
        at: "2021-02-24T11:00:00",
        field: "sessions[1].starts",
        wrong: "before the session `opening` ends",
        remedy: "move",
    },
    Case {
        old: "ends = 2021-02-24T12:00:00",
        new: "ends = 2021-02-25T12:00:00",
        at: "2021-02-25T12",
        field: "sessions[1].ends",
        wrong: "2021-02-25 is no day",
        remedy: "2021-02-24, 2021-03-28",
    },
    Case {
        old: "ends = 2021-02-24T12:00:00",
        new: "ends = 2021-02-24T12:00:00Z",
        at: "2021-02-24T12:00:00Z",
        field: "sessions[1].ends",
        wrong: "offset",
        remedy: "without Z",
    },
    Case {
        old: "ends = 2021-02-24T12:00:00",
        new: "ends = 2021-02-24",
        at: "2021-02-24\nobjectives",
        field: "sessions[1].ends",
        wrong: "date and time",
        remedy: "T10:00:00",
    },
    Case {
        old: "ends = 2021-02-24T12:00:00",
        new: "ends = \"noon\"",
        at: "\"noon\"",
        field: "sessions[1].ends",
        wrong: "date and time",
        remedy: "without quotes",
    },
    Case {
        old: "ends = 2021-02-24T12:00:00",
        new: "ends = 2021-03-28T00:30:00",
        at: "2021-03-28T00",
        field: "sessions[1].ends",
        wrong: "does not exist",
        remedy: "outside that hour",
    },
    Case {
        old: "days = [2021-02-24, 2021-03-28]",
        new: "days = [2021-02-24, \"2021-03-28\"]",
        at: "\"2021-03-28\"",
        field: "days[1]",
        wrong: "a day",
        remedy: "without quotes",
    },
    Case {
        old: "turn = \"3 min\"",
        new: "turn = 3",
        at: "3\nturn_by",
        field: "lists[0].turn",
        wrong: "bare number",
        remedy: "\"3 min\"",
    },
    Case {
        old: "turn = \"3 min\"",
        new: "turn = \"3 minutes\"",
        at: "\"3 minutes\"",
        field: "lists[0].turn",
        wrong: "no length of time",
        remedy: "h, min and s",
    },
    Case {
        old: "turn = \"3 min\"",
        new: "turn = \"1 s\"",
        at: "\"1 s\"",
        field: "lists[0].turn",
        wrong: "range",
        remedy: "10 s to 120 min",
    },
];

#[test]
fn of_times() {
    check(TIMES);
}

const CHOICES_AND_NUMBERS: &[Case] = &[
    Case {
        old: "category = \"member_state\"",
        new: "category = \"member_sate\"",
        at: "\"member_sate\"",
        field: "delegations[0].category",
        wrong: "not known",
        remedy: "did you mean `member_state`?",
    },
    Case {
        old: "category = \"ngo\"",
        new: "category = \"member_state\"",
        at: "\"academia\"\nformal",
        field: "delegations[2].stakeholder",
        wrong: "a State is no stakeholder",
        remedy: "delete",
    },
    Case {
        old: "un_entity = \"90 s\"",
        new: "un_agency = \"90 s\"",
        at: "\"90 s\"",
        field: "lists[0].turn_by_category.un_agency",
        wrong: "no accreditation category",
        remedy: "un_entity",
    },
    Case {
        old: "kind = \"round_table\"",
        new: "kind = \"roundtable\"",
        at: "\"roundtable\"",
        field: "sessions[1].kind",
        wrong: "not known",
        remedy: "`round_table`",
    },
    Case {
        old: "objectives = [2, 5]",
        new: "objectives = [2, 24]",
        at: "24]",
        field: "sessions[1].objectives[1]",
        wrong: "24 is out of range",
        remedy: "1 to 23",
    },
    Case {
        old: "objectives = [2, 5]",
        new: "objectives = [2, 6]",
        at: "6]",
        field: "sessions[1].objectives[1]",
        wrong: "no title",
        remedy: "number = 6",
    },
    Case {
        old: "requests_per_delegation_max = 2",
        new: "requests_per_delegation_max = 0",
        at: "0\n\n[[sessions]]",
        field: "lists[1].requests_per_delegation_max",
        wrong: "out of range",
        remedy: "1 to 100",
    },
    Case {
        old: "lists = [\"statements\"]",
        new: "lists = []",
        at: "[]\n",
        field: "sessions[0].lists",
        wrong: "no list",
        remedy: "main one first",
    },
];

#[test]
fn of_choices_and_numbers() {
    check(CHOICES_AND_NUMBERS);
}
