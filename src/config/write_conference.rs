//! Writes a conference as planned as the text of a conference file, which reads back as the same.

use jiff::tz::TimeZone;

use super::faults::Fault;
use super::write_people::person;
use super::writer::{self, Table, list, moment, text, texts, word, wording};
use super::{read_interpretation, read_programme, read_rules, read_run_sheet, read_seats};
use crate::conference::plan::{AgendaItem, BoothEntry, SessionEntry};
use crate::conference::{ConferencePlan, compare, hours};
use crate::meeting::hall::run_sheet::Item;
use crate::meeting::procedure::rules::Rules;
use crate::meeting::procedure::speakers::ListPlan;
use crate::meeting::sound::interpretation::{ChannelPlan, Unstaffed};
use crate::terms::ids::{Language, Millis};
use crate::terms::people::Delegation;

/// What is said of a plan that a file cannot say.
const REMEDY: &str = "correct it in the conference file, or on screen, and try again";

impl ConferencePlan {
    /// The plan as the text of a conference file, which reads back as [`settled`](Self::settled). `heading` is what its
    /// first line says of it, as a comment.
    ///
    /// # Errors
    /// Each rule of the conference file that the plan does not keep, in the file's words.
    pub fn to_file(&self, heading: &str) -> Result<String, Vec<Fault>> {
        let plan = self.settled();
        let heading = heading.lines().collect::<Vec<_>>().join(" ");
        let written = format!("# {heading}\n\n{}", file(&plan));
        let read = Self::from_text(NAME, &written).map_err(|faults| {
            faults.into_iter().map(|fault| plan.without_lines(fault)).collect::<Vec<_>>()
        })?;
        if read == plan {
            return Ok(written);
        }
        // What no file can say, and no rule of it tells.
        let lost = compare::differences(&plan, &read).unwrap_or_default();
        let lost = lost.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        Err(vec![Fault::of_file(NAME, format!("a file cannot say it as it is: {lost}"), REMEDY)])
    }

    /// Whether the plan keeps the rules of a conference file, as one that was merged may not.
    ///
    /// # Errors
    /// As [`to_file`](Self::to_file).
    pub fn check(&self) -> Result<(), Vec<Fault>> {
        self.to_file("").map(drop)
    }

    /// A fault of the written plan, which nobody has before them: with the id of the entry in place of lines and counts.
    fn without_lines(&self, fault: Fault) -> Fault {
        let field = self.by_id(&fault.field).unwrap_or(fault.field);
        Fault { place: None, field, ..fault }
    }

    /// The path of a field, its entry named by its id; none if it is in no entry that has one.
    fn by_id(&self, field: &str) -> Option<String> {
        let (section, rest) = field.split_once('[')?;
        let (index, rest) = rest.split_once(']')?;
        let index: usize = index.parse().ok()?;
        let id = match section {
            "sessions" => self.sessions.get(index)?.plan.id.to_string(),
            "lists" => self.lists.get(index)?.id.to_string(),
            "agenda_items" => self.agenda_items.get(index)?.id.to_string(),
            "channels" => self.channels.get(index)?.id.to_string(),
            "booths" => self.booths.get(index)?.plan.id.to_string(),
            "delegations" => self.delegations.get(index)?.id.to_string(),
            "people" => self.people.get(index)?.id.to_string(),
            "stakeholders" => self.stakeholders.get(index)?.id.clone(),
            "regions" => self.regions.get(index)?.id.clone(),
            _ => return None,
        };
        Some(format!("{section}[id={id}]{rest}"))
    }
}

/// What a plan is called in what is said of it.
const NAME: &str = "the conference";

/// The file without its first line, in the order of the sample conference.
fn file(plan: &ConferencePlan) -> String {
    let languages = plan.languages.as_slice();
    let zone = TimeZone::get(&plan.time_zone).unwrap_or(TimeZone::UTC);
    let names = |id: &str, name| Table::default().with("id", text(id)).with("name", wording(name, languages));
    let demo = Table::default().with("links", texts(&plan.demo_links));
    let objective = |number: u8, title| {
        Table::default().with("number", number.to_string()).with("title", wording(title, languages))
    };
    let mut written = root(plan).lines("");
    if !plan.demo_links.is_empty() {
        written += &demo.lines("[demo]");
    }
    let mut section = |header: &str, tables: Vec<Table>| {
        written.extend(tables.iter().map(|table| table.lines(header)));
    };
    section("[[lists]]", plan.lists.iter().map(|entry| speakers(entry, languages, &zone)).collect());
    section("[[agenda_items]]", plan.agenda_items.iter().map(|item| agenda_item(item, languages)).collect());
    section("[[sessions]]", plan.sessions.iter().map(|entry| session(entry, languages, &zone)).collect());
    section("[[channels]]", plan.channels.iter().map(|entry| channel(entry, languages)).collect());
    section("[[booths]]", plan.booths.iter().map(|entry| booth(entry, languages)).collect());
    section("[[stakeholders]]", plan.stakeholders.iter().map(|of| names(&of.id, &of.name)).collect());
    section("[[objectives]]", plan.objectives.iter().map(|of| objective(of.number, &of.title)).collect());
    section("[[regions]]", plan.regions.iter().map(|region| names(&region.id, &region.name)).collect());
    section("[[delegations]]", plan.delegations.iter().map(|entry| seat(entry, languages)).collect());
    section("[[people]]", plan.people.iter().map(|entry| person(entry, languages)).collect());
    written
}

fn root(plan: &ConferencePlan) -> Table {
    let table = Table::default()
        .with("id", text(plan.id.as_str()))
        .with("time_zone", text(&plan.time_zone))
        .with("languages", texts(&plan.languages))
        .with("days", list(plan.days.iter().map(ToString::to_string)))
        .with("organisers", texts(&plan.organisers))
        .unless(false, "public_listening", plan.public_listening)
        .unless(false, "public_recordings", plan.public_recordings)
        .unless(false, "direct_messages", plan.direct_messages)
        .with("name", wording(&plan.name, &plan.languages))
        .with("notice", wording(&plan.notice, &plan.languages));
    // Sections that a file has even where nothing is in them.
    let none = |missing: bool| missing.then(|| "[]".to_owned());
    table
        .with("lists", none(plan.lists.is_empty()))
        .with("delegations", none(plan.delegations.is_empty()))
        .with("people", none(plan.people.is_empty()))
}

fn length(millis: Millis) -> String {
    text(&hours::length(millis))
}

fn speakers(plan: &ListPlan, languages: &[Language], zone: &TimeZone) -> Table {
    let by_category = plan.turn_ms_by_category.iter().fold(Table::default(), |table, (category, turn_ms)| {
        let known = read_seats::CATEGORIES.iter().find(|(_, known)| known == category);
        known.map(|(key, _)| key).into_iter().fold(table, |table, key| table.with(key, length(*turn_ms)))
    });
    Table::default()
        .with("id", text(plan.id.as_str()))
        .with("name", wording(&plan.name, languages))
        .with("kind", word(read_programme::LIST_KINDS, &plan.kind))
        .with("turn", length(plan.turn_ms))
        .with("turn_by_category", by_category.inline())
        .with("turn_on_behalf", plan.turn_ms_on_behalf.map(length))
        .unless(1, "requests_per_delegation_max", plan.requests_per_delegation_max)
        .with("replies_per_delegation_max", plan.replies_per_delegation_max.map(|count| count.to_string()))
        .with("turn_by_reply", list(plan.turn_ms_by_reply.iter().copied().map(length)))
        .with("opens", plan.opens_at_ms.and_then(|at_ms| moment(at_ms, zone)))
        .with("closes", plan.closes_at_ms.and_then(|at_ms| moment(at_ms, zone)))
}

fn agenda_item(item: &AgendaItem, languages: &[Language]) -> Table {
    Table::default()
        .with("id", text(item.id.as_str()))
        .with("title", wording(&item.title, languages))
        .with("lists", texts(&item.lists))
}

fn session(SessionEntry { plan, lists }: &SessionEntry, languages: &[Language], zone: &TimeZone) -> Table {
    let agenda = plan.agenda.iter().filter_map(|item| wording(item, languages));
    let run_sheet = plan.run_sheet.iter().filter_map(|item| run_sheet_item(item, languages));
    let microphones = plan.microphones.as_ref();
    Table::default()
        .with("id", text(plan.id.as_str()))
        .with("title", wording(&plan.title, languages))
        .with("kind", word(read_programme::KINDS, &plan.kind))
        .with("starts", moment(plan.starts_at_ms, zone))
        .with("ends", moment(plan.ends_at_ms, zone))
        .with("agenda", writer::lines(agenda))
        .with("objectives", list(plan.objectives.iter().map(u8::to_string)))
        .with("lists", texts(lists))
        .with("microphones", microphones.and_then(|policy| word(read_programme::MICROPHONES, policy)))
        .unless(false, "polls", plan.polls)
        .with("run_sheet", writer::lines(run_sheet))
        .with("rules", plan.rules.as_ref().and_then(rules))
}

fn run_sheet_item(item: &Item, languages: &[Language]) -> Option<String> {
    Table::default()
        .with("kind", word(read_run_sheet::KINDS, &item.kind))
        .with("time", length(item.planned_ms))
        .with("title", wording(&item.title, languages))
        .with("person", item.person.as_ref().map(|person| text(person.as_str())))
        .with("note", (!item.note.is_empty()).then(|| text(&item.note)))
        .unless(false, "tells", item.tells)
        .inline()
}

fn rules(rules: &Rules) -> Option<String> {
    Table::default()
        .with("profile", word(read_rules::PROFILES, &rules.profile))
        .with("point_of_order", length(rules.point_of_order_ms))
        .with("time_mode", word(read_rules::TIME_MODES, &rules.time_mode))
        .with("amber", length(rules.amber_ms))
        .with("grace", length(rules.grace_ms))
        .inline()
}

fn channel(plan: &ChannelPlan, languages: &[Language]) -> Table {
    let unstaffed = word(read_interpretation::UNSTAFFED, &plan.unstaffed);
    Table::default()
        .with("id", text(plan.id.as_str()))
        .with("number", plan.number.to_string())
        .with("language", plan.language.as_ref().map(|language| text(language.as_str())))
        .with("name", wording(&plan.name, languages))
        .with("unstaffed", unstaffed.filter(|_| plan.unstaffed != Unstaffed::default()))
}

fn booth(BoothEntry { plan, until }: &BoothEntry, languages: &[Language]) -> Table {
    Table::default()
        .with("id", text(plan.id.as_str()))
        .with("name", wording(&plan.name, languages))
        .with("language", text(plan.language.as_str()))
        .with("outputs", texts(&plan.outputs))
        .with("from", texts(&plan.from))
        .with("until", until.map(|until| text(&format!("{:02}:{:02}", until.hour(), until.minute()))))
}

fn seat(plan: &Delegation, languages: &[Language]) -> Table {
    Table::default()
        .with("id", text(plan.id.as_str()))
        .with("category", word(read_seats::CATEGORIES, &plan.category))
        .with("stakeholder", plan.stakeholder.as_deref().map(text))
        .with("formal", wording(&plan.formal, languages))
        .with("short", wording(&plan.short, languages))
        .with("plate", wording(&plan.plate, languages))
        .with("sort_key", wording(&plan.sort_key, languages))
        .with("region", plan.region.as_deref().map(text))
        .unless(false, "procedural_motions", plan.procedural_motions)
}
