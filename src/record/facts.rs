//! The words of a paragraph of the proceedings: the same as the client's (`web/src/proceedings/wording.ts`), from the same
//! messages; `tests/fixtures/facts.json` keeps the two alike.

mod meeting;
mod order;
mod speeches;

use super::reader::Reader;
use super::runs::{Run, isolated, runs, strong};
use crate::meeting::proceedings::{Fact, Named, Paragraph, Seat};
use crate::terms::ids::Moment;

/// The words of a paragraph.
pub fn told(reader: Reader<'_>, paragraph: &Paragraph) -> Vec<Run> {
    // "a.m." and the like end a sentence with their own full stop.
    let text =
        sentences(reader, &paragraph.fact, paragraph.at_ms).join(" ").replace(".\u{2069}.", ".\u{2069}");
    runs(reader.locale, &text)
}

fn sentences(reader: Reader<'_>, fact: &Fact, at_ms: Moment) -> Vec<String> {
    match fact {
        Fact::MeetingOpened { .. }
        | Fact::MeetingRescheduled { .. }
        | Fact::MeetingDelayed { .. }
        | Fact::MeetingCancelled { .. }
        | Fact::MeetingSuspended { .. }
        | Fact::MeetingResumed {}
        | Fact::MeetingClosed {}
        | Fact::MeetingAdjourned {}
        | Fact::MeetingReopened { .. }
        | Fact::Announced { .. }
        | Fact::RecordingStarted {}
        | Fact::RecordingStopped {} => meeting::sentences(reader, fact, at_ms),
        Fact::ListOpened { .. }
        | Fact::ListClosed { .. }
        | Fact::SpeakingTimeSet { .. }
        | Fact::Statement(_)
        | Fact::SpeakerChanged { .. }
        | Fact::TechnicalStop { .. }
        | Fact::StatementResumed { .. }
        | Fact::PassedOver { .. }
        | Fact::FiledInWriting { .. }
        | Fact::QuestionsOpened {}
        | Fact::QuestionsClosed {}
        | Fact::QuestionPromoted { .. }
        | Fact::QuestionAnswered { .. }
        | Fact::OnStage { .. } => speeches::sentences(reader, fact),
        Fact::PointRaised { .. }
        | Fact::PointHeard { .. }
        | Fact::PointRuled { .. }
        | Fact::PointWithdrawn { .. }
        | Fact::PointLapsed { .. }
        | Fact::RulingAppealed { .. }
        | Fact::AppealDecided { .. }
        | Fact::MotionMoved { .. }
        | Fact::MotionDecided { .. }
        | Fact::MotionDropped { .. } => order::sentences(reader, fact),
    }
}

impl Reader<'_> {
    fn name(self, one: &Named) -> String {
        strong(&self.words(&one.name))
    }

    fn seat(self, seat: &Seat) -> String {
        self.words(&seat.name)
    }

    fn strong_seat(self, seat: &Seat) -> String {
        strong(&self.seat(seat))
    }

    /// "Mr. X (Country)"; the delegation alone where it is not known who spoke for it.
    fn voice(self, speaker: Option<&Named>, seat: &Seat) -> String {
        let Some(speaker) = speaker else { return self.strong_seat(seat) };
        self.with("fact-speaker", [("name", self.name(speaker)), ("seat", self.seat(seat))])
    }

    fn reason(self, given: &str) -> Option<String> {
        (!given.is_empty()).then(|| self.with("fact-reason", [("reason", isolated(given))]))
    }
}

#[cfg(test)]
mod tests;
