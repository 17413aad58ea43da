//! Who attended a session, from when to when, by category and delegation: everybody who was connected, but for screens in the
//! room.

use super::front;
use super::model::{Cell, Column, Document, Kind, Set, Table};
use super::participants::{Placed, Standing, section};
use super::reader::{Reader, tag};
use super::sitting::{Attendee, Sitting};
use super::speakers::{moment, time};
use crate::terms::people::Person;

/// Makes the document; none before the session was convened.
pub(super) fn make(reader: Reader<'_>, sitting: &Sitting) -> Option<Document> {
    let mut document = front::of_session(reader, sitting, Kind::Attendance)?;
    let roster = &sitting.meeting.roster;
    let mut attendees: Vec<(Standing, Attendee)> = sitting
        .attendees()
        .map(|attendee| {
            let seat = attendee.person.delegation.as_ref().and_then(|seat| roster.delegation(seat));
            let Person { position, rank, name, .. } = &attendee.person;
            let placed = Placed { seat, position: *position, rank: *rank, name: reader.words(name) };
            (Standing::of(reader, placed), attendee)
        })
        .collect();
    attendees.sort_by(|(one, _), (other, _)| one.order(other));
    let count = attendees.len();
    document.line(Set::Text, reader.own(reader.counted("record-attended", count)));
    let mut sections = attendees.iter().map(|(standing, _)| standing.category).collect::<Vec<_>>();
    sections.dedup();
    for category in sections {
        let name = section(reader, category);
        let of_it = attendees.iter().filter(|(standing, _)| standing.category == category);
        let rows = of_it.map(|(standing, attendee)| row(reader, sitting, standing, attendee)).collect();
        document.heading(1, name.clone());
        document.table(Table { caption: name, columns: columns(reader), rows });
    }
    Some(document)
}

fn columns(reader: Reader<'_>) -> Vec<Column> {
    let column = |key, message, width| Column::new(reader.locale, key, message, width);
    vec![
        column("delegation_id", "record-column-delegation", 0),
        column("delegation", "record-column-delegation", 22),
        column("person_id", "record-column-name", 0),
        column("name", "record-column-name", 24),
        column("role", "record-column-role", 16),
        column("arrived", "record-column-arrived", 12),
        column("left", "record-column-left", 12),
        column("attended_s", "record-column-attended", 14),
        column("times", "record-column-times", 0),
    ]
}

fn row(reader: Reader<'_>, sitting: &Sitting, standing: &Standing, attendee: &Attendee) -> Vec<Cell> {
    let person = &attendee.person;
    let role = person.roles.first().map(tag).unwrap_or_default();
    let told = reader.with("role-name", [("role", role.clone())]);
    let first = attendee.stays.first().map(|(from_ms, _)| *from_ms);
    let last = attendee.stays.last().and_then(|(_, to_ms)| *to_ms);
    vec![
        Cell::data(person.delegation.as_ref().map(ToString::to_string).unwrap_or_default()),
        Cell::of(standing.delegation.clone()),
        Cell::data(person.id.as_str()),
        Cell::of(reader.run(&person.name)),
        Cell::with(reader.own(told), role),
        moment(reader, first),
        moment(reader, last),
        time(reader, attendee.attended_ms(sitting.last_ms())),
        Cell::data(attendee.stays.len().to_string()),
    ]
}
