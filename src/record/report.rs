//! The report of the conference in the structure of ESCWA's reports: introduction; I recommendations and key messages; II opening;
//! III presentations and discussion by session; IV organization of work; annexes. What the logs tell is drawn up; what people
//! are to write stands where they wrote it.

mod discussion;

use super::front;
use super::model::{Cell, Column, Document, Kind, Set, Table};
use super::participants;
use super::reader::{Reader, tag};
use super::speakers::{moment, time};
use super::{Source, messages};
use crate::meeting::charter::SessionPlan;
use crate::meeting::procedure::speakers::ListKind;
use crate::terms::ids::Millis;

/// Makes the document.
pub(super) fn make(reader: Reader<'_>, source: &Source<'_>) -> Document {
    let plan = source.plan;
    let mut document = front::of_conference(reader, plan, Kind::Report);
    introduction(reader, source, &mut document);
    document.heading(1, reader.line("record-part-messages"));
    recommendations(reader, source, &mut document);
    let mut programme = plan.programme();
    document.heading(1, reader.line("record-part-opening"));
    if let Some(first) = programme.next() {
        discussion::add(reader, source, first, &mut document);
    }
    document.heading(1, reader.line("record-part-discussion"));
    for session in programme {
        document.heading(2, title(reader, source, session));
        discussion::add(reader, source, session, &mut document);
    }
    organization(reader, source, &mut document);
    document.annex(reader.line("record-annex-participants"));
    participants::add(reader, plan, 2, &mut document);
    document.annex(reader.line("record-annex-documents"));
    documents(reader, source, &mut document);
    document
}

/// The title of a session as it is now.
fn title(reader: Reader<'_>, source: &Source<'_>, session: &SessionPlan) -> Vec<super::runs::Run> {
    let planned = source.sitting(&session.id).and_then(|sitting| sitting.meeting.planned.as_ref());
    reader.run(planned.map_or(&session.title, |planned| &planned.title))
}

fn introduction(reader: Reader<'_>, source: &Source<'_>, document: &mut Document) {
    document.heading(1, reader.line("record-part-introduction"));
    let plan = source.plan;
    let name = [("name", reader.words(&plan.name))];
    document.say(reader.say("record-introduction", name));
    let seats = plan.organisers.iter().filter_map(|id| plan.delegations.iter().find(|seat| seat.id == *id));
    let names: Vec<String> = seats.map(|seat| super::runs::isolated(&reader.words(&seat.formal))).collect();
    if !names.is_empty() {
        let names = crate::words::listed(reader.locale, &names);
        document.say(reader.say("record-organisers", [("names", names)]));
    }
}

fn recommendations(reader: Reader<'_>, source: &Source<'_>, document: &mut Document) {
    for recommendation in &source.notes.recommendations {
        document.say(reader.run(recommendation));
    }
    messages::add(reader, source.plan, source.notes, 2, document);
    if source.notes.recommendations.is_empty() && source.notes.messages.is_empty() {
        document.line(Set::Note, reader.line("record-messages-none"));
    }
}

fn organization(reader: Reader<'_>, source: &Source<'_>, document: &mut Document) {
    document.heading(1, reader.line("record-part-organization"));
    document.heading(2, reader.line("record-part-venue"));
    let held = source.plan.programme().filter(|session| source.was_held(&session.id)).count();
    document.say(reader.own(reader.counted("record-venue", held)));
    document.table(sessions(reader, source));
    document.heading(2, reader.line("record-part-participants"));
    let people: usize = participants::counts(reader, source.plan).iter().map(|(_, _, people)| people).sum();
    document.say(reader.own(reader.counted("record-participated", people)));
    document.table(attendance(reader, source));
}

/// What was said in a session, counted.
#[derive(Default)]
struct Counted {
    statements: usize,
    replies: usize,
    questions: usize,
    on_motions: usize,
    spoken_ms: Millis,
}

impl Counted {
    fn of(source: &Source<'_>, session: &SessionPlan) -> Self {
        let mut counted = Self::default();
        for speech in source.sitting(&session.id).into_iter().flat_map(|sitting| sitting.speeches()) {
            match speech.statement.kind {
                ListKind::Statements => counted.statements += 1,
                ListKind::RightOfReply => counted.replies += 1,
                ListKind::Questions => counted.questions += 1,
                ListKind::Motions => counted.on_motions += 1,
            }
            counted.spoken_ms += speech.statement.spoken_ms;
        }
        counted
    }
}

/// The sessions with what was said in each, and all of it at the end.
fn sessions(reader: Reader<'_>, source: &Source<'_>) -> Table {
    let column = |key, message, width| Column::new(reader.locale, key, message, width);
    let columns = vec![
        column("session", "record-column-session", 0),
        column("title", "record-column-session", 27),
        column("date", "record-column-date", 18),
        column("began", "record-column-began", 12),
        column("statements", "record-column-statements", 12),
        column("replies", "record-column-replies", 12),
        column("questions", "record-column-questions", 0),
        column("on_motions", "record-column-on-motions", 0),
        column("spoken_s", "record-column-spoken", 19),
    ];
    let count = |count: usize| Cell::of(reader.own(count.to_string()));
    let mut all = Counted::default();
    let mut rows = Vec::new();
    for session in source.plan.programme() {
        let counted = Counted::of(source, session);
        let sitting = source.sitting(&session.id);
        let opened_ms = sitting.and_then(|sitting| sitting.meeting.programme.opened_at_ms);
        let starts_ms = opened_ms.unwrap_or(session.starts_at_ms);
        let date = reader.own(reader.host.date(reader.locale, starts_ms));
        rows.push(vec![
            Cell::data(session.id.as_str()),
            Cell::of(title(reader, source, session)),
            Cell::with(date, reader.host.date_in_data(starts_ms)),
            moment(reader, opened_ms),
            count(counted.statements),
            count(counted.replies),
            count(counted.questions),
            count(counted.on_motions),
            time(reader, counted.spoken_ms),
        ]);
        all.statements += counted.statements;
        all.replies += counted.replies;
        all.questions += counted.questions;
        all.on_motions += counted.on_motions;
        all.spoken_ms += counted.spoken_ms;
    }
    rows.push(vec![
        Cell::data("all"),
        Cell::of(reader.line("record-all-sessions")),
        Cell::default(),
        Cell::default(),
        count(all.statements),
        count(all.replies),
        count(all.questions),
        count(all.on_motions),
        time(reader, all.spoken_ms),
    ]);
    Table { caption: reader.line("record-sessions"), columns, rows }
}

/// How many of each category took part.
fn attendance(reader: Reader<'_>, source: &Source<'_>) -> Table {
    let column = |key, message, width| Column::new(reader.locale, key, message, width);
    let columns = vec![
        column("category", "record-column-category", 50),
        column("delegations", "record-column-delegations", 25),
        column("people", "record-column-people", 25),
    ];
    let row = |(category, delegations, people): (Option<crate::terms::people::Category>, usize, usize)| {
        let name = participants::section(reader, category);
        let count = |count: usize| Cell::of(reader.own(count.to_string()));
        let data = category.map(|category| tag(&category)).unwrap_or_default();
        vec![Cell::with(name, data), count(delegations), count(people)]
    };
    let rows = participants::counts(reader, source.plan).into_iter().map(row).collect();
    Table { caption: reader.line("record-part-participants"), columns, rows }
}

fn documents(reader: Reader<'_>, source: &Source<'_>, document: &mut Document) {
    let column = |key, message, width| Column::new(reader.locale, key, message, width);
    let columns =
        vec![column("symbol", "record-column-symbol", 30), column("title", "record-column-title", 70)];
    let row = |listed: &super::notes::Listed| {
        vec![Cell::of(reader.written(&listed.symbol, None)), Cell::of(reader.run(&listed.title))]
    };
    let rows: Vec<_> = source.notes.documents.iter().map(row).collect();
    if rows.is_empty() {
        document.line(Set::Note, reader.line("record-documents-none"));
    }
    document.table(Table { caption: reader.line("record-annex-documents"), columns, rows });
}
