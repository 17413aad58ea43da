//! Every turn, statement, message and person is in the record: counted in each format and language, and held against the core's own
//! account of the log.

use plenary::meeting::proceedings::Fact;
use plenary::meeting::statements::texts;
use plenary::record::{Document, Format, Kind};
use plenary::terms::ids::SessionId;
use plenary::terms::people::Role;
use plenary::words::Locale;
use serde_json::Value;

use crate::docx::part;
use crate::held::{held, text};
use crate::rows::Rows;
use crate::xml::Element;

/// Numbered paragraphs, as each format has them.
fn numbered(document: &Document) -> Vec<(Format, usize)> {
    let docx = part(&document.write(Format::Docx).unwrap(), "word/document.xml");
    let html = text(document, Format::Html);
    let json: Value = serde_json::from_str(&text(document, Format::Json)).unwrap();
    let json = json["text"].as_array().unwrap().iter().filter(|block| block.get("number").is_some());
    let mut counts = vec![
        (Format::Docx, docx.all("w:numPr").len()),
        (Format::Html, html.matches("<span class=\"number\">").count()),
        (Format::Json, json.count()),
    ];
    if Format::Akn.writes(document.kind) {
        let root = Element::read(&text(document, Format::Akn));
        let count = if document.kind == Kind::Log {
            root.all("narrative").len() + root.all("speech").len()
        } else {
            root.all("paragraph").len()
        };
        counts.push((Format::Akn, count));
    }
    if Format::Csv.writes(document.kind) && document.tables().next().is_none() {
        let rows = Rows::read(&text(document, Format::Csv));
        counts
            .push((Format::Csv, rows.column("paragraph").iter().filter(|number| !number.is_empty()).count()));
    }
    counts
}

/// Rows of tables, as each format has them.
fn rows(document: &Document) -> Vec<(Format, usize)> {
    let docx = part(&document.write(Format::Docx).unwrap(), "word/document.xml");
    let html = text(document, Format::Html);
    let json: Value = serde_json::from_str(&text(document, Format::Json)).unwrap();
    let tables = json["text"].as_array().unwrap().iter().filter_map(|block| block.get("rows"));
    let body = html.split("<tbody>").skip(1).map(|rest| rest.split_once("</tbody>").unwrap().0);
    let mut counts = vec![
        (Format::Docx, docx.all("w:tr").len() - docx.all("w:tblHeader").len()),
        (Format::Html, body.map(|body| body.matches("<tr>").count()).sum()),
        (Format::Json, tables.map(|rows| rows.as_array().unwrap().len()).sum()),
    ];
    if document.tables().next().is_some() {
        counts.push((Format::Csv, Rows::read(&text(document, Format::Csv)).rows.len()));
    }
    counts
}

/// Holds a count of each session against what each format and language has of it; tells how many there are in all.
fn holds(
    kind: Kind,
    count: fn(&Document) -> Vec<(Format, usize)>,
    truth: &dyn Fn(&SessionId) -> usize,
) -> usize {
    let mut all = 0;
    for locale in Locale::ALL {
        for (session, _, _) in &held().meetings {
            let document = held().document(kind, Some(session), locale);
            for (format, counted) in count(&document) {
                assert_eq!(counted, truth(session), "{kind:?} of {session}, {format:?}, {locale:?}");
            }
            all += truth(session);
        }
    }
    all / Locale::ALL.len()
}

fn on_stage(session: &SessionId) -> usize {
    let meeting = &held().meetings.iter().find(|(id, _, _)| id == session).unwrap().1;
    let told = (1..=meeting.proceedings.len()).filter_map(|number| meeting.proceedings.numbered(number));
    told.filter(|paragraph| matches!(paragraph.fact, Fact::OnStage { .. })).count()
}

#[test]
fn the_logs_of_the_meetings_have_every_paragraph_of_the_proceedings() {
    let all = holds(Kind::Log, numbered, &|session| held().paragraphs(session));
    assert!(all > 300, "{all} paragraphs");
}

#[test]
fn the_lists_of_speakers_have_every_turn() {
    let all = holds(Kind::Speakers, rows, &|session| held().turns(session) + on_stage(session));
    assert!(all > 60, "{all} turns");
}

#[test]
fn attendance_has_everybody_who_came() {
    let all = holds(Kind::Attendance, rows, &|session| held().attended(session));
    assert!(all > 400, "{all} people");
}

#[test]
fn the_chat_has_every_message_that_all_read() {
    let all = holds(Kind::Chat, rows, &|session| held().messages(session));
    assert!(all > 100, "{all} messages");
}

#[test]
fn every_text_that_was_delivered_is_in_the_log_of_its_meeting() {
    let mut texts_found = 0;
    for locale in Locale::ALL {
        for (session, meeting, _) in &held().meetings {
            let log = text(&held().document(Kind::Log, Some(session), locale), Format::Json);
            let log: Value = serde_json::from_str(&log).unwrap();
            let lines: Vec<&str> = log["text"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|block| block["set"] == "statement")
                .map(|block| block["text"].as_str().unwrap())
                .collect();
            let mut expected = 0;
            for (request, entry) in &meeting.speakers.requests {
                let held = meeting.texts.of(request);
                let is_in =
                    held.iter().any(|(_, text)| lines.contains(&text.text.lines().next().unwrap().trim()));
                if texts::is_delivered(entry) && !held.is_empty() {
                    assert!(is_in, "{session}: the text of {request} is not in the log");
                    expected += 1;
                }
            }
            texts_found += expected;
            assert!(lines.len() >= expected);
        }
    }
    assert!(texts_found > 10, "{texts_found}");
}

#[test]
fn the_report_counts_what_was_said_as_the_logs_do() {
    let turns: usize = held().meetings.iter().map(|(session, _, _)| held().turns(session)).sum();
    for locale in Locale::ALL {
        let report = held().document(Kind::Report, None, locale);
        let json: Value = serde_json::from_str(&text(&report, Format::Json)).unwrap();
        let of_sessions =
            json["text"].as_array().unwrap().iter().find(|block| block["rows"][0].get("session").is_some());
        let rows = of_sessions.unwrap()["rows"].as_array().unwrap();
        let all = rows.last().unwrap();
        let number = |key: &str| all[key].as_str().unwrap().parse::<usize>().unwrap();
        let counted: usize = ["statements", "replies", "questions", "on_motions"].map(number).iter().sum();
        assert_eq!(counted, turns, "{locale:?}");
        assert_eq!(rows.len(), held().meetings.len() + 1);
        // On paper the same figures stand in the last row of the first table.
        let figures = [all["statements"].as_str().unwrap(), all["replies"].as_str().unwrap()];
        let docx = part(&report.write(Format::Docx).unwrap(), "word/document.xml");
        let row = docx.all("w:tbl")[0]
            .all("w:tr")
            .last()
            .unwrap()
            .all("w:tc")
            .iter()
            .map(|cell| cell.text_of("w:t"))
            .collect();
        has_figures(row, figures);
        let akn = Element::read(&text(&report, Format::Akn));
        let row = akn.all("table")[0]
            .all("tr")
            .last()
            .unwrap()
            .all("p")
            .iter()
            .map(|cell| cell.own.clone())
            .collect();
        has_figures(row, figures);
        let html = text(&report, Format::Html);
        let table = html.split("</table>").next().unwrap();
        let row = table.rsplit("<tr>").next().unwrap().split("<td>").skip(1);
        has_figures(row.map(|cell| cell.split_once('<').unwrap().0.to_owned()).collect(), figures);
        for (format, counted) in numbered(&report) {
            assert_eq!(counted, report.numbered().count(), "{format:?}, {locale:?}");
        }
    }
}

fn has_figures(row: Vec<String>, figures: [&str; 2]) {
    assert_eq!(row[3..5], figures, "{row:?}");
}

#[test]
fn participants_are_all_who_take_part_with_heads_of_delegation_first() {
    let serves =
        |role: &Role| [Role::Interpreter, Role::Captioner, Role::Technician, Role::Display].contains(role);
    let takes_part = |person: &&plenary::conference::plan::Participant| {
        person
            .roles
            .by_session
            .values()
            .flatten()
            .chain(&person.roles.in_all_sessions)
            .any(|role| !serves(role))
    };
    let expected = held().plan.people.iter().filter(takes_part).count();
    for locale in Locale::ALL {
        let document = held().document(Kind::Participants, None, locale);
        for (format, counted) in rows(&document) {
            assert_eq!(counted, expected, "{format:?}, {locale:?}");
        }
        let list = Rows::read(&text(&document, Format::Csv));
        let seats = list.column("delegation_id");
        let positions = list.column("position");
        let mut heads = 0;
        for (at, position) in positions.iter().enumerate().filter(|(_, position)| **position == "head") {
            assert!(
                at == 0 || seats[at - 1] != seats[at] || positions[at - 1] == "head",
                "{position} is not first"
            );
            heads += 1;
        }
        let with_heads = held().plan.people.iter().filter(|person| {
            person.position == Some(plenary::terms::people::Position::Head) && takes_part(person)
        });
        assert_eq!(heads, with_heads.count());
    }
}
