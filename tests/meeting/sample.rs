//! A sample session: four delegations, everybody else that a session knows, three languages and two lists.

use std::collections::BTreeMap;
use std::str::FromStr;

use plenary::conference::ConferencePlan;
use plenary::conference::plan::{Participant, Roles, SessionEntry};
use plenary::meeting::charter::{Charter, SessionKind, SessionPlan};
use plenary::meeting::hall::run_sheet::{Item, ItemKind};
use plenary::meeting::procedure::speakers::{ListKind, ListPlan};
use plenary::meeting::sound::interpretation::{BoothPlan, ChannelPlan, Unstaffed};
use plenary::terms::ids::{Language, Millis, Moment, Wording};
use plenary::terms::people::{Category, Delegation, Person, Role};

/// When the story begins: 24 February 2021, 10:00 in Beirut.
pub const START_MS: Moment = 1_614_153_600_000;
pub const MINUTE_MS: Millis = 60_000;
/// Speaking time of a State on the main list.
pub const STATE_TURN_MS: Millis = 3 * MINUTE_MS;

/// Everybody: name, roles, seat, language.
pub const PEOPLE: &[(&str, &[Role], Option<&str>, &str)] = &[
    ("clara", &[Role::Chair], None, "en"),
    ("maya", &[Role::Moderator], None, "fr"),
    ("sam", &[Role::Secretariat], None, "en"),
    ("rita", &[Role::Rapporteur], None, "en"),
    ("alice", &[Role::Delegate], Some("egypt"), "ar"),
    ("adam", &[Role::Delegate], Some("egypt"), "en"),
    ("bob", &[Role::Delegate], Some("lebanon"), "fr"),
    ("badr", &[Role::Delegate], Some("lebanon"), "ar"),
    ("carol", &[Role::Delegate], Some("tunisia"), "fr"),
    ("dina", &[Role::Delegate], Some("red-cross"), "en"),
    ("paul", &[Role::Panellist], None, "en"),
    ("olga", &[Role::Observer], None, "en"),
    ("ivan", &[Role::Interpreter], None, "ar"),
    ("iris", &[Role::Interpreter], None, "ar"),
    ("eva", &[Role::Interpreter], None, "en"),
    ("ed", &[Role::Interpreter], None, "en"),
    ("fay", &[Role::Interpreter], None, "fr"),
    ("tom", &[Role::Technician], None, "en"),
    ("cara", &[Role::Captioner], None, "ar"),
    ("carl", &[Role::Captioner], None, "ar"),
    ("screen", &[Role::Display], None, "en"),
];

pub fn id<T: FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

pub fn wording(text: &str) -> Wording {
    Wording(["ar", "en", "fr"].map(|language| (id(language), format!("{text} ({language})"))).into())
}

pub fn charter() -> Charter {
    Charter {
        conference: id("gcm-arab-2021"),
        conference_name: wording("Regional Review Conference"),
        notice: wording("The programme is illustrative"),
        time_zone: "Asia/Beirut".to_owned(),
        languages: languages(),
        session: SessionPlan {
            id: id("opening"),
            title: wording("Opening"),
            kind: SessionKind::Plenary,
            starts_at_ms: START_MS,
            ends_at_ms: START_MS + 45 * MINUTE_MS,
            agenda: vec![wording("Statements")],
            objectives: vec![2, 5],
            microphones: None,
            polls: true,
            run_sheet: run_sheet(),
            rules: None,
        },
        channels: channels(),
        // The Arabic booth works both ways: when Arabic is spoken it feeds the English channel, which is the pivot.
        booths: vec![
            booth("arabic", "ar", &["ar", "en"], &["en", "fr"]),
            booth("english", "en", &["en"], &["fr"]),
            booth("french", "fr", &["fr"], &["en"]),
        ],
        lists: vec![
            list("main", ListKind::Statements, STATE_TURN_MS, 1),
            list("reply", ListKind::RightOfReply, MINUTE_MS, 2),
        ],
        delegations: vec![
            delegation("egypt", Category::MemberState),
            delegation("lebanon", Category::MemberState),
            delegation("tunisia", Category::MemberState),
            delegation("red-cross", Category::Ngo),
        ],
        people: PEOPLE
            .iter()
            .map(|(name, roles, seat, language)| person(name, roles, *seat, language))
            .collect(),
        public_listening: false,
        public_recordings: false,
        regions: Vec::new(),
        direct_messages: true,
        was: None,
        seat_versions: BTreeMap::new(),
        schedule_version: 0,
        item_lists: BTreeMap::new(),
    }
}

/// The conference of a charter: it has the one session.
pub fn conference_of(charter: &Charter) -> ConferencePlan {
    let people = charter.people.iter().map(|person| {
        let roles = Roles { in_all_sessions: person.roles.clone(), by_session: BTreeMap::new() };
        Participant::of(person, roles)
    });
    let lists = charter.lists.iter().map(|list| list.id.clone()).collect();
    ConferencePlan {
        id: charter.conference.clone(),
        name: charter.conference_name.clone(),
        notice: charter.notice.clone(),
        time_zone: charter.time_zone.clone(),
        languages: charter.languages.clone(),
        days: Vec::new(),
        sessions: vec![SessionEntry { plan: charter.session.clone(), lists }],
        channels: charter.channels.clone(),
        booths: Vec::new(),
        lists: charter.lists.clone(),
        agenda_items: Vec::new(),
        stakeholders: Vec::new(),
        delegations: charter.delegations.clone(),
        organisers: Vec::new(),
        people: people.collect(),
        objectives: Vec::new(),
        demo_links: Vec::new(),
        public_listening: charter.public_listening,
        public_recordings: charter.public_recordings,
        regions: charter.regions.clone(),
        direct_messages: charter.direct_messages,
    }
}

/// Maya introduces, Paul speaks and is told that he is next, the room asks, and that was it: 30 minutes in all.
pub fn run_sheet() -> Vec<Item> {
    let item = |kind, minutes: Millis| Item {
        kind,
        title: Wording::default(),
        person: None,
        planned_ms: minutes * MINUTE_MS,
        note: String::new(),
        tells: false,
    };
    vec![
        Item {
            person: Some(id("maya")),
            note: "thank the host".to_owned(),
            ..item(ItemKind::Introduction, 5)
        },
        Item { person: Some(id("paul")), tells: true, ..item(ItemKind::Speaker, 10) },
        item(ItemKind::Questions, 12),
        item(ItemKind::Closing, 3),
    ]
}

pub fn booth(name: &str, language: &str, outputs: &[&str], from: &[&str]) -> BoothPlan {
    BoothPlan {
        id: id(name),
        name: wording(&format!("{name} booth")),
        language: id(language),
        outputs: outputs.iter().copied().map(id).collect(),
        from: from.iter().copied().map(id).collect(),
        until_ms: None,
    }
}

pub fn languages() -> Vec<Language> {
    ["ar", "en", "fr"].map(id).into()
}

pub fn person(name: &str, roles: &[Role], seat: Option<&str>, language: &str) -> Person {
    Person {
        id: id(name),
        name: wording(&format!("name of {name}")),
        function: wording("function"),
        delegation: seat.map(id),
        booth: roles.contains(&Role::Interpreter).then(|| {
            id(match name {
                "eva" | "ed" => "english",
                "fay" => "french",
                _ => "arabic",
            })
        }),
        captions: roles.contains(&Role::Captioner).then(|| id(language)),
        roles: roles.to_vec(),
        language: id(language),
        rank: None,
        gender: None,
        position: None,
    }
}

/// A list on which non-governmental organizations have a third of the time of others.
pub fn list(name: &str, kind: ListKind, turn_ms: Millis, requests_per_delegation_max: u16) -> ListPlan {
    let turn_ms_by_category = vec![(Category::Ngo, turn_ms / 3)];
    ListPlan {
        id: id(name),
        name: wording(name),
        kind,
        turn_ms,
        turn_ms_by_category,
        turn_ms_on_behalf: None,
        requests_per_delegation_max,
        replies_per_delegation_max: None,
        turn_ms_by_reply: Vec::new(),
        opens_at_ms: None,
        closes_at_ms: None,
    }
}

pub fn delegation(name: &str, category: Category) -> Delegation {
    Delegation {
        id: id(name),
        formal: wording(name),
        short: wording(name),
        plate: wording(name),
        sort_key: wording(name),
        category,
        stakeholder: None,
        region: None,
        procedural_motions: false,
    }
}

fn channels() -> Vec<ChannelPlan> {
    let languages = (1..).zip(languages()).map(|(number, language)| ChannelPlan {
        id: id(language.as_str()),
        number,
        name: wording(language.as_str()),
        language: Some(language),
        unstaffed: Unstaffed::Floor,
    });
    let floor = ChannelPlan {
        id: id("floor"),
        number: 0,
        language: None,
        name: wording("Floor"),
        unstaffed: Unstaffed::Floor,
    };
    std::iter::once(floor).chain(languages).collect()
}
