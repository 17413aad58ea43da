//! The list of speakers of a session with their times: a table for each list of the session, and one for the stage of a panel.

use super::front;
use super::model::{Cell, Column, Document, Kind, Set, Table};
use super::reader::{Reader, tag};
use super::sitting::{Sitting, Speech};
use crate::meeting::proceedings::Fact;
use crate::terms::ids::{ListId, Millis, Moment};

/// Makes the document; none before the session was convened.
pub(super) fn make(reader: Reader<'_>, sitting: &Sitting) -> Option<Document> {
    let mut document = front::of_session(reader, sitting, Kind::Speakers)?;
    let speeches: Vec<Speech<'_>> = sitting.speeches().collect();
    let mut lists: Vec<Option<&ListId>> = Vec::new();
    for speech in &speeches {
        if !lists.contains(&speech.list) {
            lists.push(speech.list);
        }
    }
    for list in lists {
        let plan = list.and_then(|list| sitting.meeting.speakers.list(list)).map(|list| &list.plan);
        // The list of those who speak on motions is in no file and has no name.
        let name = plan.map(|plan| reader.run(&plan.name)).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| reader.line("record-list-other"));
        let rows = speeches.iter().filter(|speech| speech.list == list);
        document.heading(1, name.clone());
        let rows = rows.map(|speech| row(reader, sitting, speech)).collect();
        document.table(Table { caption: name, columns: columns(reader), rows });
    }
    stage(reader, sitting, &mut document);
    if document.blocks.is_empty() {
        document.line(Set::Note, reader.line("record-speakers-none"));
    }
    Some(document)
}

fn columns(reader: Reader<'_>) -> Vec<Column> {
    let column = |key, message, width| Column::new(reader.locale, key, message, width);
    vec![
        column("paragraph", "record-column-paragraph", 9),
        column("began", "record-column-began", 12),
        column("ended", "record-column-ended", 12),
        column("delegation_id", "record-column-delegation", 0),
        column("delegation", "record-column-delegation", 18),
        column("person_id", "record-column-speaker", 0),
        column("speaker", "record-column-speaker", 22),
        column("function", "record-column-function", 0),
        column("language", "record-column-language", 12),
        column("limit_s", "record-column-limit", 0),
        column("extended_s", "record-column-extended", 0),
        column("spoken_s", "record-column-spoken", 15),
        column("ending", "record-column-ending", 0),
        column("on_behalf_of", "record-column-behalf", 0),
        column("reply_to", "record-column-reply", 0),
        column("prerecorded", "record-column-prerecorded", 0),
    ]
}

fn row(reader: Reader<'_>, sitting: &Sitting, speech: &Speech<'_>) -> Vec<Cell> {
    let statement = speech.statement;
    let speaker = statement.speaker.as_ref();
    let function = speaker.map(|speaker| reader.run(&speaker.function)).unwrap_or_default();
    let language = statement.language.as_str();
    let told = reader.with("record-language", [("language", language.to_owned())]);
    let seat = sitting.meeting.roster.delegation(&statement.seat.delegation);
    let name = seat.map(|seat| &seat.short).unwrap_or(&statement.seat.name);
    let spoken = statement.ending.map(|_| time(reader, statement.spoken_ms)).unwrap_or_default();
    let id = |id: Option<&str>| Cell::data(id.unwrap_or_default());
    vec![
        Cell::of(reader.own(speech.number.to_string())),
        moment(reader, Some(speech.began_ms)),
        moment(reader, speech.ended_ms),
        id(Some(statement.seat.delegation.as_str())),
        Cell::of(reader.run(name)),
        id(speaker.map(|speaker| speaker.person.as_str())),
        Cell::of(speaker.map(|speaker| reader.run(&speaker.name)).unwrap_or_default()),
        Cell::of(function),
        Cell::with(reader.own(told), language),
        time(reader, statement.limit_ms),
        time(reader, statement.extended_ms),
        spoken,
        Cell::data(statement.ending.map(|ending| tag(&ending)).unwrap_or_default()),
        Cell::of(reader.written(&statement.on_behalf_of, None)),
        Cell::of(statement.reply_to.as_ref().map(|seat| reader.run(&seat.name)).unwrap_or_default()),
        Cell::data(statement.prerecorded.to_string()),
    ]
}

/// Who spoke on the stage of a panel by a timer.
fn stage(reader: Reader<'_>, sitting: &Sitting, document: &mut Document) {
    let mut rows = Vec::new();
    for (number, paragraph) in sitting.paragraphs() {
        let Fact::OnStage { speaker, limit_ms, spoken_ms } = &paragraph.fact else { continue };
        let seat = sitting.meeting.roster.seat(&speaker.person);
        let seat = seat.and_then(|seat| sitting.meeting.roster.delegation(seat));
        let ended_ms = spoken_ms.map(|spoken_ms| paragraph.at_ms + spoken_ms);
        let empty = Cell::default;
        rows.push(vec![
            Cell::of(reader.own(number.to_string())),
            moment(reader, Some(paragraph.at_ms)),
            moment(reader, ended_ms),
            Cell::data(seat.map(|seat| seat.id.to_string()).unwrap_or_default()),
            Cell::of(seat.map(|seat| reader.run(&seat.short)).unwrap_or_default()),
            Cell::data(speaker.person.as_str()),
            Cell::of(reader.run(&speaker.name)),
            Cell::of(reader.run(&speaker.function)),
            empty(),
            time(reader, *limit_ms),
            empty(),
            spoken_ms.map(|spoken_ms| time(reader, spoken_ms)).unwrap_or_default(),
            empty(),
            empty(),
            empty(),
            empty(),
        ]);
    }
    if !rows.is_empty() {
        let name = reader.line("record-stage");
        document.heading(1, name.clone());
        document.table(Table { caption: name, columns: columns(reader), rows });
    }
}

/// A moment: the hour for readers; for programs the whole, with the host's distance from UTC.
pub(super) fn moment(reader: Reader<'_>, at_ms: Option<Moment>) -> Cell {
    let cell = |at_ms| Cell::with(reader.own(reader.time(at_ms)), reader.host.in_data(at_ms));
    at_ms.map(cell).unwrap_or_default()
}

/// A length of time: in words for readers; for programs in seconds.
pub(super) fn time(reader: Reader<'_>, length_ms: Millis) -> Cell {
    Cell::with(reader.own(reader.length(length_ms)), ((length_ms + 500) / 1_000).to_string())
}
