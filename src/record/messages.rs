//! The key messages and the outcome document, as they were written.

use super::front;
use super::model::{Document, Kind, Set};
use super::notes::{KeyMessage, Notes, OutcomePart};
use super::reader::Reader;
use super::runs::Run;
use crate::conference::ConferencePlan;
use crate::draft::rows::letter;
use crate::words::Locale;

/// Makes the document of key messages; none where there are none.
pub(super) fn key_messages(reader: Reader<'_>, plan: &ConferencePlan, notes: &Notes) -> Option<Document> {
    if notes.messages.is_empty() {
        return None;
    }
    let mut document = front::of_conference(reader, plan, Kind::KeyMessages);
    add(reader, plan, notes, 1, &mut document);
    Some(document)
}

/// Adds the key messages to a document, those of Member States apart from those of stakeholders.
pub(super) fn add(
    reader: Reader<'_>,
    plan: &ConferencePlan,
    notes: &Notes,
    level: u8,
    document: &mut Document,
) {
    for (of_member_states, name) in
        [(true, "record-messages-states"), (false, "record-messages-stakeholders")]
    {
        let mut messages =
            notes.messages.iter().filter(|one| one.of_member_states == of_member_states).peekable();
        if messages.peek().is_some() {
            document.heading(level, reader.line(name));
        }
        for message in messages {
            document.say(told(reader, plan, message));
        }
    }
}

/// A message, and in brackets who voiced it and what it bears on.
fn told(reader: Reader<'_>, plan: &ConferencePlan, message: &KeyMessage) -> Vec<Run> {
    let mut runs = reader.run(&message.text);
    let seats =
        message.delegations.iter().filter_map(|id| plan.delegations.iter().find(|seat| seat.id == *id));
    let seats: Vec<String> = seats.map(|seat| reader.words(&seat.short)).collect();
    let objectives: Vec<String> = message.objectives.iter().map(ToString::to_string).collect();
    let mut beside = Vec::new();
    if !seats.is_empty() {
        beside.push(seats.join(reader.comma()));
    }
    if !objectives.is_empty() {
        beside.push(reader.with("record-objectives", [("numbers", objectives.join(reader.comma()))]));
    }
    if !beside.is_empty() {
        runs.extend(reader.own(format!(" ({})", beside.join(reader.semicolon()))));
    }
    runs
}

/// Makes the outcome document; none where there is none.
pub(super) fn outcome(reader: Reader<'_>, plan: &ConferencePlan, notes: &Notes) -> Option<Document> {
    if notes.outcome.is_empty() {
        return None;
    }
    let mut document = front::of_conference(reader, plan, Kind::Outcome);
    for part in &notes.outcome {
        match part {
            OutcomePart::Title(words) => document.title = reader.run(words),
            OutcomePart::Heading(words) => document.heading(1, reader.run(words)),
            OutcomePart::Line(words) => document.line(Set::Text, reader.run(words)),
            OutcomePart::Paragraph(words) => document.say(reader.run(words)),
            OutcomePart::Subparagraph(number, words) => {
                let mut runs = reader.own(format!("({}) ", letter(reader.locale == Locale::Ar, *number)));
                runs.extend(reader.run(words));
                document.line(Set::Subparagraph, runs);
            }
        }
    }
    if document.paragraphs().next().is_none() {
        document.line(Set::Note, reader.line("record-outcome-none"));
    }
    Some(document)
}
