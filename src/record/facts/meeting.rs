//! The words of what happens to the meeting as a whole.

use crate::meeting::proceedings::{Fact, Named};
use crate::record::reader::Reader;
use crate::record::runs::strong;
use crate::terms::ids::{Moment, Wording};
use crate::words::listed;

/// The sentences of a fact about the meeting; none of any other.
pub(super) fn sentences(reader: Reader<'_>, fact: &Fact, at_ms: Moment) -> Vec<String> {
    let time = || [("time", reader.time(at_ms))];
    let was = |at_ms: &Moment| [("was", reader.time(*at_ms))];
    let (first, reason) = match fact {
        Fact::MeetingOpened { chair, moderator, panellists } => {
            return opened(reader, at_ms, chair.as_ref(), moderator.as_ref(), panellists);
        }
        Fact::MeetingRescheduled { starts_at_ms, ends_at_ms, was_starts_at_ms, was_ends_at_ms, reason } => {
            let begins = (*starts_at_ms, *was_starts_at_ms);
            let mut told = rescheduled(reader, begins, (*ends_at_ms, *was_ends_at_ms));
            told.extend(reader.reason(reason));
            return told;
        }
        Fact::MeetingDelayed { was_starts_at_ms, reason } => {
            (reader.with("fact-meeting-delayed", was(was_starts_at_ms)), reason.as_str())
        }
        Fact::MeetingCancelled { was_starts_at_ms, reason } => {
            (reader.with("fact-meeting-cancelled", was(was_starts_at_ms)), reason.as_str())
        }
        Fact::MeetingSuspended { reason, until_ms } => (suspended(reader, at_ms, *until_ms), reason.as_str()),
        Fact::MeetingResumed {} => (reader.with("fact-meeting-resumed", time()), ""),
        Fact::MeetingClosed {} => (reader.with("fact-meeting-closed", time()), ""),
        Fact::MeetingAdjourned {} => (reader.with("fact-meeting-adjourned", time()), ""),
        Fact::MeetingReopened { reason } => (reader.with("fact-meeting-reopened", time()), reason.as_str()),
        Fact::Announced { by, text, withdrawn_at_ms, .. } => {
            return announced(reader, by, text, *withdrawn_at_ms);
        }
        Fact::RecordingStarted {} => (reader.t("fact-recording-started"), ""),
        Fact::RecordingStopped {} => (reader.t("fact-recording-stopped"), ""),
        _other @ (Fact::ListOpened { .. }
        | Fact::ListClosed { .. }
        | Fact::SpeakingTimeSet { .. }
        | Fact::Statement(_)
        | Fact::SpeakerChanged { .. }
        | Fact::TechnicalStop { .. }
        | Fact::StatementResumed { .. }
        | Fact::PassedOver { .. }
        | Fact::FiledInWriting { .. }
        | Fact::PointRaised { .. }
        | Fact::PointHeard { .. }
        | Fact::PointRuled { .. }
        | Fact::PointWithdrawn { .. }
        | Fact::PointLapsed { .. }
        | Fact::RulingAppealed { .. }
        | Fact::AppealDecided { .. }
        | Fact::MotionMoved { .. }
        | Fact::MotionDecided { .. }
        | Fact::MotionDropped { .. }
        | Fact::QuestionsOpened {}
        | Fact::QuestionsClosed {}
        | Fact::QuestionPromoted { .. }
        | Fact::QuestionAnswered { .. }
        | Fact::OnStage { .. }) => return Vec::new(),
    };
    [first].into_iter().chain(reader.reason(reason)).collect()
}

fn opened(
    reader: Reader<'_>,
    at_ms: Moment,
    chair: Option<&Named>,
    moderator: Option<&Named>,
    panellists: &[Named],
) -> Vec<String> {
    let mut told = vec![reader.with("fact-meeting-opened", [("time", reader.time(at_ms))])];
    told.extend(chair.map(|one| reader.with("fact-chair", [("name", reader.name(one))])));
    told.extend(moderator.map(|one| reader.with("fact-moderator", [("name", reader.name(one))])));
    if !panellists.is_empty() {
        let names: Vec<String> = panellists.iter().map(|one| reader.name(one)).collect();
        told.push(reader.with("fact-panellists", [("names", listed(reader.locale, &names))]));
    }
    told
}

fn suspended(reader: Reader<'_>, at_ms: Moment, until_ms: Option<Moment>) -> String {
    let time = reader.time(at_ms);
    match until_ms {
        None => reader.with("fact-meeting-suspended", [("time", time)]),
        Some(until_ms) => {
            let until = reader.host.until(reader.locale, until_ms, at_ms);
            reader.with("fact-meeting-suspended-until", [("time", time), ("until", until)])
        }
    }
}

/// When it is to begin and to end, each with when it was to before; of another day, the day as well.
fn rescheduled(reader: Reader<'_>, begins: (Moment, Moment), ends: (Moment, Moment)) -> Vec<String> {
    let at = |at_ms: Moment, than_ms: Moment| {
        let time = reader.time(at_ms);
        if reader.host.one_day(at_ms, than_ms) {
            return time;
        }
        reader.with("fact-day-time", [("time", time), ("day", reader.host.day(reader.locale, at_ms))])
    };
    let moved = |(now_ms, was_ms): (Moment, Moment), key: &str| {
        let both = [("time", at(now_ms, was_ms)), ("was", at(was_ms, now_ms))];
        (now_ms != was_ms).then(|| reader.with(key, both))
    };
    let told = [moved(begins, "fact-meeting-rescheduled"), moved(ends, "fact-meeting-end")];
    let told: Vec<String> = told.into_iter().flatten().collect();
    if told.is_empty() {
        return vec![reader.with("fact-meeting-as-planned", [("time", reader.time(begins.0))])];
    }
    told
}

fn announced(
    reader: Reader<'_>,
    by: &Wording,
    text: &Wording,
    withdrawn_at_ms: Option<Moment>,
) -> Vec<String> {
    let told = [("name", strong(&reader.words(by))), ("text", reader.words(text))];
    let withdrawn =
        withdrawn_at_ms.map(|at_ms| reader.with("fact-announced-withdrawn", [("time", reader.time(at_ms))]));
    [reader.with("fact-announced", told)].into_iter().chain(withdrawn).collect()
}
