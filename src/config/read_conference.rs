//! Reads a conference file as a whole: opens it, parses it, reads each section.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use toml::de::{DeTable, DeValue};

use super::faults::{Fault, Faults};
use super::known::Known;
use super::limits::{
    DAYS_MAX, DEMO_LINKS_MAX, FILE_BYTES_MAX, LANGUAGES_MAX, NAME_CHARS_MAX, NOTICE_CHARS_MAX,
};
use super::reader::{Field, Keys};
use super::{read_interpretation, read_people, read_programme, read_seats};
use crate::conference::ConferencePlan;
use crate::terms::ids::{Language, PersonId, Wording};
use crate::terms::text::Kind;

pub(super) const KEYS: Keys = &[
    ("id", "\"gcm-arab-2021\""),
    ("time_zone", "\"Asia/Beirut\""),
    ("languages", "[\"ar\", \"en\", \"fr\"]"),
    ("days", "[2021-02-24, 2021-02-25]"),
    ("organisers", "[\"iom\"]"),
    ("name", "{ en = \"Regional Review Conference\" }"),
    ("notice", "{ en = \"The programme is illustrative.\" }"),
    ("sessions", "[{ id = \"opening\", … }]"),
    ("lists", "[{ id = \"statements\", … }]"),
    ("agenda_items", "[{ id = \"general-debate\", … }]"),
    ("channels", "[{ id = \"floor\", number = 0, … }]"),
    ("booths", "[{ id = \"english-booth\", … }]"),
    ("stakeholders", "[{ id = \"academia\", … }]"),
    ("regions", "[{ id = \"maghreb\", … }]"),
    ("objectives", "[{ number = 1, … }]"),
    ("delegations", "[{ id = \"lebanon\", … }]"),
    ("people", "[{ id = \"chair-1\", … }]"),
    ("demo", "{ links = [\"chair-1\"] }"),
    ("public_listening", "true"),
    ("public_recordings", "true"),
    ("direct_messages", "true"),
];
pub(super) const DEMO_KEYS: Keys = &[("links", "[\"chair-1\"]")];

impl ConferencePlan {
    /// Reads and checks a conference file.
    ///
    /// # Errors
    /// Every fault found, in the order of their places; a file that cannot be read is one fault.
    pub fn read(path: &Path) -> Result<Self, Vec<Fault>> {
        from_file(path)
    }

    /// Reads and checks the text of a conference file, called `name` in what is said of it.
    ///
    /// # Errors
    /// Every fault found, in the order of their places; a syntax error is one fault.
    pub fn from_text(name: &str, text: &str) -> Result<Self, Vec<Fault>> {
        from_text(name, text)
    }
}

fn from_file(path: &Path) -> Result<ConferencePlan, Vec<Fault>> {
    let name = path.display().to_string();
    let unreadable = |error: std::io::Error| {
        let remedy = if error.kind() == std::io::ErrorKind::NotFound {
            "write one with `plenary new`, or give the path of another: --conference FILE"
        } else {
            "give the path of a conference file that this user may read: --conference FILE"
        };
        vec![Fault::of_file(&name, format!("cannot be read: {error}"), remedy)]
    };
    let mut bytes = Vec::new();
    // One byte more than the limit is enough to know that the file is too large.
    let opened = File::open(path).map_err(unreadable)?;
    opened.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    match String::from_utf8(bytes) {
        Ok(text) => from_text(&name, &text),
        Err(error) => {
            let sound = error.utf8_error().valid_up_to();
            let head = error.as_bytes().get(..sound).and_then(|head| std::str::from_utf8(head).ok());
            let faults = Faults::new(&name, head.unwrap_or_default());
            faults.add(&(sound..sound), "", "is not UTF-8 text here".into(), "save the file as UTF-8".into());
            Err(faults.into_ordered())
        }
    }
}

fn from_text(name: &str, text: &str) -> Result<ConferencePlan, Vec<Fault>> {
    if text.len() as u64 > FILE_BYTES_MAX {
        let remedy = "a conference file has at most 4 MiB: take out what does not belong to it";
        return Err(vec![Fault::of_file(name, "is too large", remedy)]);
    }
    let faults = Faults::new(name, text);
    let document = match DeTable::parse(text) {
        Ok(document) => DeValue::Table(document.into_inner()),
        Err(error) => {
            let remedy = "mend the TOML here (https://toml.io); the rest is checked after that";
            faults.add(&error.span().unwrap_or(0..0), "", one_line(error.message()), remedy.into());
            return Err(faults.into_ordered());
        }
    };
    let conference = whole(&Field::root(&document, &faults));
    let found = faults.into_ordered();
    match conference {
        Some(conference) if found.is_empty() => Ok(conference),
        Some(_) | None => Err(found),
    }
}

fn one_line(message: &str) -> String {
    message.lines().collect::<Vec<_>>().join(", ")
}

/// The conference; none if something without which there is none is missing. Faults are noted as they are met.
fn whole(root: &Field<'_>) -> Option<ConferencePlan> {
    let known = Known::gathered(root.value.as_table()?);
    let file = root.section(KEYS)?;
    let id = file.required("id").and_then(|field| field.id());
    let zone = file.required("time_zone").and_then(|field| field.time_zone());
    let languages = file.required("languages").map(|field| languages(&field));
    let days = file.required("days").map(|field| days(&field));
    let name = file.required("name").and_then(|field| field.wording(&known, NAME_CHARS_MAX));
    let notice = file.optional("notice").map(|field| field.wording_of(Kind::Lines, &known, NOTICE_CHARS_MAX));
    // Without a zone the times are still checked, as if the host kept UTC.
    let host = zone.clone().unwrap_or(TimeZone::UTC);
    let lists = file.required("lists").map(|field| read_programme::lists(&field, &known, &host));
    let agenda_items =
        file.optional("agenda_items").map(|field| read_programme::agenda_items(&field, &known));
    let objectives = file.optional("objectives").map(|field| read_programme::objectives(&field, &known));
    let calendar = read_programme::Calendar {
        zone: host,
        days: days.clone().unwrap_or_default(),
        objectives: objectives.clone().unwrap_or_default(),
    };
    let sessions = file.required("sessions").map(|field| read_programme::sessions(&field, &known, &calendar));
    let channels = file.required("channels").map(|field| read_interpretation::channels(&field, &known));
    let channels = channels.unwrap_or_default();
    let booths = file.optional("booths").map(|field| read_interpretation::booths(&field, &known, &channels));
    let stakeholders = file.optional("stakeholders").map(|field| read_seats::stakeholders(&field, &known));
    let regions = file.optional("regions").map(|field| read_seats::regions(&field, &known));
    let delegations = file.required("delegations").map(|field| read_seats::delegations(&field, &known));
    let organisers = file.optional("organisers").map(|field| read_seats::organisers(&field, &known));
    let people = file.required("people").map(|field| read_people::people(&field, &known));
    let demo_links = file.optional("demo").map(|field| demo_links(&field, &known));
    let public_listening = file.optional("public_listening").map(|field| field.truth());
    let public_recordings = file.optional("public_recordings").map(|field| {
        let published = field.truth();
        if published == Some(true) && public_listening != Some(Some(true)) {
            field.fault(
                "publishes the recordings of a conference that the public may not listen to",
                "write public_listening = true too, or leave this out",
            );
        }
        published
    });
    let direct_messages = file.optional("direct_messages").map(|field| field.truth());
    Some(ConferencePlan {
        id: id?,
        name: name?,
        notice: notice.unwrap_or_else(|| Some(Wording::default()))?,
        time_zone: zone?.iana_name()?.to_owned(),
        languages: languages?,
        days: days?,
        sessions: sessions?,
        channels,
        booths: booths.unwrap_or_default(),
        lists: lists?,
        agenda_items: agenda_items.unwrap_or_default(),
        stakeholders: stakeholders.unwrap_or_default(),
        delegations: delegations?,
        organisers: organisers.unwrap_or_default(),
        people: people?,
        objectives: objectives.unwrap_or_default(),
        demo_links: demo_links.unwrap_or_default(),
        public_listening: public_listening.unwrap_or(Some(false))?,
        public_recordings: public_recordings.unwrap_or(Some(false))?,
        regions: regions.unwrap_or_default(),
        direct_messages: direct_messages.unwrap_or(Some(false))?,
    })
}

fn languages(field: &Field<'_>) -> Vec<Language> {
    let mut seen = BTreeMap::new();
    let tags = field.items(LANGUAGES_MAX);
    if field.is_empty_list() {
        field.fault("names no language", "name at least one: [\"ar\", \"en\", \"fr\"]");
    }
    tags.iter().filter_map(|tag| tag.only_once(tag.language()?, &mut seen)).collect()
}

fn days(field: &Field<'_>) -> Vec<Date> {
    let mut seen = BTreeMap::new();
    let mut days: Vec<Date> =
        field.items(DAYS_MAX).iter().filter_map(|day| day.only_once(day.day()?, &mut seen)).collect();
    days.sort();
    days
}

fn demo_links(field: &Field<'_>, known: &Known<'_>) -> Vec<PersonId> {
    let links = field.section(DEMO_KEYS).and_then(|demo| demo.required("links"));
    links.map(|links| links.references("people", known, DEMO_LINKS_MAX)).unwrap_or_default()
}
