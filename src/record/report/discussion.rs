//! What the report says of one session: when it met, who presided, who spoke and what was decided, as the log tells.

use std::collections::BTreeMap;

use crate::meeting::charter::SessionPlan;
use crate::meeting::procedure::speakers::ListKind;
use crate::meeting::proceedings::{Fact, Named, Seat};
use crate::record::Source;
use crate::record::facts::told;
use crate::record::model::{Document, Set};
use crate::record::reader::{Reader, tag};
use crate::record::runs::isolated;
use crate::record::sitting::Sitting;
use crate::terms::ids::{TurnId, Wording};
use crate::terms::people::Category;
use crate::words::listed;

/// Adds the paragraphs of a session.
pub(super) fn add(reader: Reader<'_>, source: &Source<'_>, session: &SessionPlan, document: &mut Document) {
    let Some(sitting) = source.sitting(&session.id).filter(|sitting| sitting.was_held()) else {
        let cancelled = source.sitting(&session.id).and_then(|sitting| sitting.meeting.planned.as_ref());
        let cancelled = cancelled.is_some_and(|planned| planned.is_cancelled());
        let note = if cancelled { "record-session-cancelled" } else { "record-session-not-held" };
        return document.line(Set::Note, reader.line(note));
    };
    tell(reader, sitting, document, begins);
    if !session.objectives.is_empty() {
        let numbers: Vec<String> = session.objectives.iter().map(ToString::to_string).collect();
        let numbers = numbers.join(reader.comma());
        document.say(reader.say("record-objectives-discussed", [("numbers", numbers)]));
    }
    statements(reader, sitting, document);
    summaries(reader, sitting, document);
    spoken_as(reader, sitting, ListKind::Questions, "record-questions-of", document);
    spoken_as(reader, sitting, ListKind::RightOfReply, "record-replies-of", document);
    on_stage(reader, sitting, document);
    filed(reader, sitting, document);
    tell(reader, sitting, document, decides);
    tell(reader, sitting, document, ends);
}

/// Tells the facts of a kind in the words of the log.
fn tell(reader: Reader<'_>, sitting: &Sitting, document: &mut Document, fits: fn(&Fact) -> bool) {
    for (_, paragraph) in sitting.paragraphs().filter(|(_, paragraph)| fits(&paragraph.fact)) {
        document.say(told(reader, paragraph));
    }
}

fn begins(fact: &Fact) -> bool {
    matches!(fact, Fact::MeetingOpened { .. })
}

fn decides(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::PointRuled { .. }
            | Fact::AppealDecided { .. }
            | Fact::MotionDecided { .. }
            | Fact::MotionDropped { .. }
    )
}

fn ends(fact: &Fact) -> bool {
    matches!(fact, Fact::MeetingClosed {} | Fact::MeetingAdjourned {})
}

/// Names with how often each stands, in the order in which they came.
#[derive(Default)]
struct Tally(Vec<(String, usize)>);

impl Tally {
    fn add(&mut self, name: String) {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, times)) => *times += 1,
            None => self.0.push((name, 1)),
        }
    }

    fn listed(&self, reader: Reader<'_>) -> String {
        let name = |(name, times): &(String, usize)| match times {
            1 => isolated(name),
            times => format!("{} ({times})", isolated(name)),
        };
        listed(reader.locale, &self.0.iter().map(name).collect::<Vec<_>>())
    }
}

/// Who made statements, a paragraph for each category.
fn statements(reader: Reader<'_>, sitting: &Sitting, document: &mut Document) {
    let mut by_category: BTreeMap<Option<Category>, Tally> = BTreeMap::new();
    for speech in sitting.speeches().filter(|speech| speech.statement.kind == ListKind::Statements) {
        let Seat { delegation, name } = &speech.statement.seat;
        let category = sitting.meeting.roster.delegation(delegation).map(|seat| seat.category);
        by_category.entry(category).or_default().add(reader.words(name));
    }
    for (category, tally) in by_category {
        let names = ("names", tally.listed(reader));
        document.say(match category {
            Some(category) => {
                let name = reader.with("category-name", [("category", tag(&category))]);
                reader.say("record-statements-of-category", [("category", name), names])
            }
            None => reader.say("record-statements-of", [names]),
        });
    }
}

/// What was said, as those wrote it who keep the record: a paragraph for each statement of which they did.
fn summaries(reader: Reader<'_>, sitting: &Sitting, document: &mut Document) {
    let mut written: BTreeMap<&TurnId, Wording> = BTreeMap::new();
    for (turn, language, summary) in sitting.meeting.notes.summaries() {
        written.entry(turn).or_default().0.insert(language.clone(), summary.text.clone());
    }
    for speech in sitting.speeches() {
        if let Some(words) = written.get(&speech.statement.turn) {
            document.say(reader.run(words));
        }
    }
}

fn spoken_as(reader: Reader<'_>, sitting: &Sitting, kind: ListKind, message: &str, document: &mut Document) {
    let mut tally = Tally::default();
    for speech in sitting.speeches().filter(|speech| speech.statement.kind == kind) {
        tally.add(reader.words(&speech.statement.seat.name));
    }
    if !tally.0.is_empty() {
        document.say(reader.say(message, [("names", tally.listed(reader))]));
    }
}

fn on_stage(reader: Reader<'_>, sitting: &Sitting, document: &mut Document) {
    let mut tally = Tally::default();
    for (_, paragraph) in sitting.paragraphs() {
        if let Fact::OnStage { speaker: Named { name, .. }, .. } = &paragraph.fact {
            tally.add(reader.words(name));
        }
    }
    if !tally.0.is_empty() {
        document.say(reader.say("record-presentations-of", [("names", tally.listed(reader))]));
    }
}

fn filed(reader: Reader<'_>, sitting: &Sitting, document: &mut Document) {
    let mut tally = Tally::default();
    for (_, paragraph) in sitting.paragraphs() {
        if let Fact::FiledInWriting { seat } = &paragraph.fact {
            tally.add(reader.words(&seat.name));
        }
    }
    if !tally.0.is_empty() {
        document.say(reader.say("record-written-of", [("names", tally.listed(reader))]));
    }
}
