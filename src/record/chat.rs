//! What was written in the room of a session that all of it read. Whoever wrote there wrote to all; what was written in any other
//! room is in no document. A message that was deleted is told without what it said, as the log itself has it no more.

use super::front;
use super::model::{Cell, Column, Document, Kind, Set, Table};
use super::reader::{Reader, tag};
use super::sitting::Sitting;
use super::speakers::moment;
use crate::meeting::hall::chat::{Posted, Room};

/// Makes the document; none before the session was convened.
pub(super) fn make(reader: Reader<'_>, sitting: &Sitting) -> Option<Document> {
    let mut document = front::of_session(reader, sitting, Kind::Chat)?;
    let room = sitting.meeting.chat.room(&Room::Main);
    let posted = room.into_iter().flat_map(|room| &room.posted);
    let rows: Vec<_> = posted.map(|posted| row(reader, sitting, posted)).collect();
    document.line(Set::Note, reader.line("record-chat-note"));
    document.line(Set::Text, reader.own(reader.counted("record-messages", rows.len())));
    let caption = reader.line("record-chat");
    document.table(Table { caption, columns: columns(reader), rows });
    Some(document)
}

fn columns(reader: Reader<'_>) -> Vec<Column> {
    let column = |key, message, width| Column::new(reader.locale, key, message, width);
    vec![
        column("number", "record-column-number", 9),
        column("message_id", "record-column-number", 0),
        column("at", "record-column-at", 13),
        column("person_id", "record-column-name", 0),
        column("name", "record-column-name", 20),
        column("delegation_id", "record-column-delegation", 0),
        column("delegation", "record-column-delegation", 16),
        column("text", "record-column-text", 42),
        column("language", "record-column-language", 0),
        column("reply_to", "record-column-reply", 0),
        column("edited", "record-column-edited", 0),
        column("deleted", "record-column-deleted", 0),
    ]
}

fn row(reader: Reader<'_>, sitting: &Sitting, posted: &Posted) -> Vec<Cell> {
    let message = &posted.message;
    let author = &message.author;
    let seat = author.delegation.as_ref().and_then(|seat| sitting.meeting.roster.delegation(seat));
    let language = message.language.as_ref().map(|language| language.as_str());
    let text = match &posted.deleted {
        Some(deleted) => {
            let by = if deleted.by_desk { "record-deleted-by-desk" } else { "record-deleted" };
            Cell::with(reader.line(by), "")
        }
        None => Cell::of(reader.written(&message.text, language)),
    };
    let edited = posted.edited_at_ms.map(|at_ms| reader.host.in_data(at_ms)).unwrap_or_default();
    let deleted = posted.deleted.as_ref().map(|deleted| reader.host.in_data(deleted.at_ms));
    vec![
        Cell::of(reader.own(posted.number.to_string())),
        Cell::data(message.id.as_str()),
        moment(reader, Some(posted.at_ms)),
        Cell::data(author.person.as_str()),
        Cell::of(reader.run(&author.name)),
        Cell::data(author.delegation.as_ref().map(ToString::to_string).unwrap_or_default()),
        Cell::of(match seat {
            Some(seat) => reader.run(&seat.short),
            None => reader.own(reader.with("role-name", [("role", tag(&author.role))])),
        }),
        text,
        Cell::data(language.unwrap_or_default()),
        Cell::data(message.reply_to.as_ref().map(ToString::to_string).unwrap_or_default()),
        Cell::data(edited),
        Cell::data(deleted.unwrap_or_default()),
    ]
}
