//! The words of points of order and motions.

use crate::meeting::procedure::motions::Tally;
use crate::meeting::proceedings::{Fact, Moved};
use crate::record::reader::{Reader, tag};
use crate::record::runs::isolated;
use crate::words::grouped;

/// The sentences of a fact about order in the meeting; none of any other.
pub(super) fn sentences(reader: Reader<'_>, fact: &Fact) -> Vec<String> {
    match fact {
        Fact::PointRaised { seat, by } => {
            vec![reader.with("fact-point-raised", [("speaker", reader.voice(by.as_ref(), seat))])]
        }
        Fact::PointHeard { seat, speaker } => {
            vec![reader.with("fact-point-heard", [("speaker", reader.voice(speaker.as_ref(), seat))])]
        }
        Fact::PointRuled { seat, ruling, reason } => {
            let told = [("ruling", tag(ruling)), ("seat", reader.seat(seat))];
            let reason = (!reason.is_empty()).then(|| isolated(reason));
            [reader.with("fact-point-ruled", told)].into_iter().chain(reason).collect()
        }
        Fact::PointWithdrawn { seat } => {
            vec![reader.with("fact-point-withdrawn", [("seat", reader.strong_seat(seat))])]
        }
        Fact::PointLapsed { seat } => vec![reader.with("fact-point-lapsed", [("seat", reader.seat(seat))])],
        Fact::RulingAppealed { seat, of } => {
            let told = [("seat", reader.strong_seat(seat)), ("of", reader.seat(of))];
            vec![reader.with("fact-ruling-appealed", told)]
        }
        Fact::AppealDecided { stands, in_favour, against, abstaining, .. } => {
            let [in_favour, against, abstaining] = votes(reader, [*in_favour, *against, *abstaining]);
            let told = [("stands", stands.to_string()), in_favour, against, abstaining];
            vec![reader.with("fact-appeal-decided", told)]
        }
        Fact::MotionMoved { motion, by } => {
            let [kind, list] = moved(reader, motion);
            vec![match &motion.seat {
                None => reader.with("fact-motion-proposed", [kind, list]),
                Some(seat) => {
                    let speaker = ("speaker", reader.voice(by.as_ref(), seat));
                    reader.with("fact-motion-moved", [kind, list, speaker])
                }
            }]
        }
        Fact::MotionDecided { motion, carried, vote } => {
            vec![decided(reader, motion, *carried, vote.as_ref())]
        }
        Fact::MotionDropped { motion, how, reason } => {
            let [kind, list] = moved(reader, motion);
            let told = reader.with("fact-motion-dropped", [kind, list, ("how", tag(how))]);
            [told].into_iter().chain(reader.reason(reason)).collect()
        }
        _other @ (Fact::MeetingOpened { .. }
        | Fact::MeetingRescheduled { .. }
        | Fact::MeetingDelayed { .. }
        | Fact::MeetingCancelled { .. }
        | Fact::MeetingSuspended { .. }
        | Fact::MeetingResumed {}
        | Fact::MeetingClosed {}
        | Fact::MeetingAdjourned {}
        | Fact::MeetingReopened { .. }
        | Fact::ListOpened { .. }
        | Fact::ListClosed { .. }
        | Fact::SpeakingTimeSet { .. }
        | Fact::Statement(_)
        | Fact::SpeakerChanged { .. }
        | Fact::TechnicalStop { .. }
        | Fact::StatementResumed { .. }
        | Fact::PassedOver { .. }
        | Fact::FiledInWriting { .. }
        | Fact::Announced { .. }
        | Fact::QuestionsOpened {}
        | Fact::QuestionsClosed {}
        | Fact::QuestionPromoted { .. }
        | Fact::QuestionAnswered { .. }
        | Fact::OnStage { .. }
        | Fact::RecordingStarted {}
        | Fact::RecordingStopped {}) => Vec::new(),
    }
}

fn moved(reader: Reader<'_>, motion: &Moved) -> [(&'static str, String); 2] {
    let list = motion.list.as_ref().map(|list| reader.words(list)).unwrap_or_default();
    [("kind", tag(&motion.kind)), ("list", list)]
}

fn votes(reader: Reader<'_>, counts: [u16; 3]) -> [(&'static str, String); 3] {
    let [in_favour, against, abstaining] = counts.map(|count| grouped(reader.locale, u64::from(count)));
    [("in_favour", in_favour), ("against", against), ("abstaining", abstaining)]
}

fn decided(reader: Reader<'_>, motion: &Moved, carried: bool, vote: Option<&Tally>) -> String {
    let [kind, list] = moved(reader, motion);
    let Some(vote) = vote else { return reader.with("fact-motion-consent", [kind, list]) };
    let [in_favour, against, abstaining] = votes(reader, [vote.in_favour, vote.against, vote.abstaining]);
    let told = [kind, list, in_favour, against, abstaining, ("carried", carried.to_string())];
    reader.with("fact-motion-voted", told)
}
