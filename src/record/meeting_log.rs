//! The log of a meeting in the manner of a summary record: a numbered paragraph for each fact, under the day it happened on; and
//! below a statement its text, where its delegation handed one in and it was delivered.

use super::facts::told;
use super::front;
use super::model::{Document, Kind, Paragraph, Set, Speech};
use super::reader::Reader;
use super::sitting::{self, Sitting};
use crate::meeting::procedure::speakers::RequestState;
use crate::meeting::proceedings::{self, Fact, Named};
use crate::meeting::statements::texts::{self, Mark, Text};
use crate::terms::ids::RequestId;

/// Makes the document; none before the session was convened.
pub(super) fn make(reader: Reader<'_>, sitting: &Sitting) -> Option<Document> {
    let mut document = front::of_session(reader, sitting, Kind::Log)?;
    let mut day_of = None;
    for (number, paragraph) in sitting.paragraphs() {
        if day_of.is_none_or(|before_ms| !reader.host.one_day(before_ms, paragraph.at_ms)) {
            document.heading(1, reader.own(reader.host.day(reader.locale, paragraph.at_ms)));
        }
        day_of = Some(paragraph.at_ms);
        tell(reader, sitting, number, paragraph, &mut document);
    }
    if day_of.is_none() {
        document.line(Set::Note, reader.line("record-log-none"));
    }
    written(reader, sitting, &mut document);
    Some(document)
}

fn tell(
    reader: Reader<'_>,
    sitting: &Sitting,
    number: u32,
    paragraph: &proceedings::Paragraph,
    document: &mut Document,
) {
    let made = sitting.speech(number, paragraph);
    let speech =
        made.map(|made| spoken(reader, &made, document)).or_else(|| on_stage(reader, paragraph, document));
    document.push(Paragraph {
        number: Some(number),
        at: Some(reader.at(paragraph.at_ms)),
        runs: told(reader, paragraph),
        set: Set::Text,
        speech,
    });
    if let Some(request) = made.and_then(|made| made.request) {
        text(reader, sitting, request, document);
    }
}

/// Who made a statement, for programs; names go among the document's voices.
fn spoken(reader: Reader<'_>, made: &sitting::Speech<'_>, document: &mut Document) -> Speech {
    let statement = made.statement;
    let seat = &statement.seat;
    document.voices.delegation(&seat.delegation, &reader.words(&seat.name));
    if let Some(speaker) = &statement.speaker {
        voice(reader, speaker, document);
    }
    Speech {
        person: statement.speaker.as_ref().map(|speaker| speaker.person.clone()),
        delegation: Some(seat.delegation.clone()),
        ended: made.ended_ms.map(|ended_ms| reader.host.in_data(ended_ms)),
        language: Some(statement.language.to_string()),
    }
}

fn on_stage(
    reader: Reader<'_>,
    paragraph: &proceedings::Paragraph,
    document: &mut Document,
) -> Option<Speech> {
    let Fact::OnStage { speaker, spoken_ms, .. } = &paragraph.fact else { return None };
    voice(reader, speaker, document);
    let ended = spoken_ms.map(|spoken_ms| reader.host.in_data(paragraph.at_ms + spoken_ms));
    Some(Speech { person: Some(speaker.person.clone()), delegation: None, ended, language: None })
}

fn voice(reader: Reader<'_>, speaker: &Named, document: &mut Document) {
    document.voices.person(&speaker.person, &reader.words(&speaker.name));
}

/// The text of a statement that is confidential no longer: in the document's language, else the official one, else the first.
fn text(reader: Reader<'_>, sitting: &Sitting, request: &RequestId, document: &mut Document) {
    let delivered = sitting.meeting.speakers.request(request).is_some_and(texts::is_delivered);
    let held = sitting.meeting.texts.of(request).iter().map(|(_, text)| text);
    let rank = |text: &&Text| (text.language.as_str() != reader.locale.tag(), !text.official);
    let Some(text) = held.min_by_key(rank).filter(|_| delivered) else { return };
    let mark = match text.mark {
        Mark::CheckAgainstDelivery => "record-text-check",
        Mark::ReadOutVerbatim => "record-text-verbatim",
    };
    document.line(Set::Note, reader.line(mark));
    for line in text.text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        document.line(Set::Statement, reader.written(line, Some(text.language.as_str())));
    }
}

/// Statements that were filed in writing, with their texts.
fn written(reader: Reader<'_>, sitting: &Sitting, document: &mut Document) {
    let requests = &sitting.meeting.speakers.requests;
    let filed = requests.iter().filter(|(_, entry)| entry.state == RequestState::ToWritten);
    let mut filed: Vec<_> = filed.filter(|(id, _)| !sitting.meeting.texts.of(id).is_empty()).collect();
    filed.sort_by_key(|(_, entry)| (entry.since_ms, entry.number));
    if filed.is_empty() {
        return;
    }
    document.heading(1, reader.line("record-written"));
    for (id, entry) in filed {
        let seat = sitting.meeting.roster.delegation(&entry.request.delegation);
        let name = seat.map(|seat| reader.run(&seat.formal));
        document.heading(2, name.unwrap_or_else(|| reader.own(entry.request.delegation.as_str())));
        text(reader, sitting, id, document);
    }
}
