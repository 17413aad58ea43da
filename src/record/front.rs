//! How every document begins: its title, what it is of, and what it is not.

use super::model::{Document, Kind, Voices};
use super::reader::Reader;
use super::sitting::Sitting;
use crate::conference::ConferencePlan;
use crate::words::Host;

/// The message of a document's title.
fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Log => "record-log",
        Kind::Speakers => "record-speakers",
        Kind::Attendance => "record-attendance",
        Kind::Chat => "record-chat",
        Kind::Report => "record-report",
        Kind::Participants => "record-participants",
        Kind::KeyMessages => "record-key-messages",
        Kind::Outcome => "record-outcome",
    }
}

/// A document of the conference as a whole, without its text.
pub(super) fn of_conference(reader: Reader<'_>, plan: &ConferencePlan, kind: Kind) -> Document {
    let begins_ms = plan.programme().map(|session| session.starts_at_ms).min().unwrap_or(0);
    let ends_ms = plan.programme().map(|session| session.ends_at_ms).max().unwrap_or(begins_ms);
    let (first, last) =
        (reader.host.date(reader.locale, begins_ms), reader.host.date(reader.locale, ends_ms));
    let dates = if first == last {
        reader.own(first)
    } else {
        reader.say("record-days", [("first", first), ("last", last)])
    };
    let mut head = vec![reader.run(&plan.name), dates, reader.run(&plan.notice)];
    head.push(reader.line(if kind == Kind::Outcome { "record-note-outcome" } else { "record-note" }));
    document(reader, kind, plan.id.to_string(), reader.host.date_in_data(begins_ms), head)
}

/// A document of one session, without its text; none before the session was convened.
pub(super) fn of_session(reader: Reader<'_>, sitting: &Sitting, kind: Kind) -> Option<Document> {
    let charter = sitting.charter()?;
    let planned = sitting.meeting.planned.as_ref()?;
    let (starts_ms, ends_ms) = (planned.times.starts_at_ms, planned.times.ends_at_ms);
    let when = [
        ("day", reader.host.day(reader.locale, starts_ms)),
        ("from", reader.host.time(starts_ms)),
        ("to", reader.host.time(ends_ms)),
        ("city", reader.host.city()),
    ];
    let head = vec![
        reader.run(&charter.conference_name),
        reader.run(&planned.title),
        reader.say("record-when", when),
        reader.run(&charter.notice),
        reader.line("record-note"),
    ];
    let of = format!("{}/{}", charter.conference, charter.session.id);
    Some(document(reader, kind, of, reader.host.date_in_data(starts_ms), head))
}

fn document(
    reader: Reader<'_>,
    kind: Kind,
    of: String,
    date: String,
    head: Vec<Vec<super::runs::Run>>,
) -> Document {
    Document {
        kind,
        locale: reader.locale,
        of,
        title: reader.line(title(kind)),
        head: head.into_iter().filter(|line| !line.is_empty()).collect(),
        date,
        blocks: Vec::new(),
        voices: Voices::default(),
    }
}

/// The host's clock of a conference.
pub(super) fn host(plan: &ConferencePlan) -> Host {
    Host::of(&plan.time_zone)
}
