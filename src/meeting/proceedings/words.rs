//! The words of a fact that are somebody's: names, functions, reasons, titles. By these a paragraph is found.

use super::{Fact, Moved, Named, Seat};
use crate::terms::ids::Wording;

/// The words of a fact, in every language in which they were given, parted by lines.
pub(in crate::meeting) fn words_of(fact: &Fact) -> String {
    let mut words = Vec::new();
    say(fact, &mut words);
    words.retain(|word| !word.is_empty());
    words.join("\n")
}

fn say<'a>(fact: &'a Fact, words: &mut Vec<&'a str>) {
    match fact {
        Fact::MeetingOpened { chair, moderator, panellists } => {
            named(chair.iter().chain(moderator).chain(panellists), words);
        }
        Fact::MeetingRescheduled { reason, .. }
        | Fact::MeetingDelayed { reason, .. }
        | Fact::MeetingCancelled { reason, .. }
        | Fact::MeetingSuspended { reason, .. }
        | Fact::MeetingReopened { reason } => words.push(reason),
        Fact::ListOpened { list, .. } | Fact::ListClosed { list } | Fact::SpeakingTimeSet { list, .. } => {
            wording(list, words);
        }
        Fact::Statement(statement) => {
            wording(&statement.seat.name, words);
            named(statement.speaker.iter().chain(&statement.instead_of), words);
            words.push(&statement.on_behalf_of);
            seats(&statement.reply_to, words);
        }
        Fact::SpeakerChanged { seat, speaker, instead_of } => {
            wording(&seat.name, words);
            named([speaker].into_iter().chain(instead_of), words);
        }
        Fact::TechnicalStop { seat, reason } | Fact::PointRuled { seat, reason, .. } => {
            wording(&seat.name, words);
            words.push(reason);
        }
        Fact::StatementResumed { seat, speaker }
        | Fact::PointHeard { seat, speaker }
        | Fact::PointRaised { seat, by: speaker } => {
            wording(&seat.name, words);
            named(speaker, words);
        }
        Fact::PassedOver { seat, .. }
        | Fact::FiledInWriting { seat }
        | Fact::PointWithdrawn { seat }
        | Fact::PointLapsed { seat } => wording(&seat.name, words),
        Fact::RulingAppealed { seat, of } => seats([seat, of], words),
        Fact::AppealDecided { seat, .. } => seats(seat, words),
        Fact::MotionMoved { motion, by } => {
            moved(motion, words);
            named(by, words);
        }
        Fact::MotionDecided { motion, .. } => moved(motion, words),
        Fact::MotionDropped { motion, reason, .. } => {
            moved(motion, words);
            words.push(reason);
        }
        Fact::Announced { by, text, .. } => {
            wording(by, words);
            wording(text, words);
        }
        Fact::QuestionPromoted { text, asker, seat, .. } => {
            words.extend(text.as_deref());
            wording(asker, words);
            seats(seat, words);
        }
        Fact::QuestionAnswered { text, asker, seat, to, .. } => {
            words.extend(text.as_deref());
            asker.iter().chain(to).for_each(|name| wording(name, words));
            seats(seat, words);
        }
        Fact::OnStage { speaker, .. } => named([speaker], words),
        Fact::MeetingResumed {}
        | Fact::MeetingClosed {}
        | Fact::MeetingAdjourned {}
        | Fact::QuestionsOpened {}
        | Fact::QuestionsClosed {}
        | Fact::RecordingStarted {}
        | Fact::RecordingStopped {} => {}
    }
}

fn wording<'a>(wording: &'a Wording, words: &mut Vec<&'a str>) {
    words.extend(wording.0.values().map(String::as_str));
}

fn named<'a>(people: impl IntoIterator<Item = &'a Named>, words: &mut Vec<&'a str>) {
    for person in people {
        wording(&person.name, words);
        wording(&person.function, words);
    }
}

fn seats<'a>(seats: impl IntoIterator<Item = &'a Seat>, words: &mut Vec<&'a str>) {
    seats.into_iter().for_each(|seat| wording(&seat.name, words));
}

fn moved<'a>(motion: &'a Moved, words: &mut Vec<&'a str>) {
    seats(&motion.seat, words);
    motion.list.iter().for_each(|list| wording(list, words));
}
