//! The words of lists, statements, questions and the stage.

use crate::meeting::procedure::floor::Ending;
use crate::meeting::proceedings::{Fact, Named, Seat, Statement};
use crate::record::reader::{Reader, tag};
use crate::record::runs::{isolated, strong};
use crate::terms::ids::{Millis, Wording};
use crate::terms::people::Category;

/// The sentences of a fact about who spoke or is to speak; none of any other.
pub(super) fn sentences(reader: Reader<'_>, fact: &Fact) -> Vec<String> {
    match fact {
        Fact::ListOpened { list, again } => {
            let told = [("list", reader.words(list)), ("again", again.to_string())];
            vec![reader.with("fact-list-opened", told)]
        }
        Fact::ListClosed { list } => vec![reader.with("fact-list-closed", [("list", reader.words(list))])],
        Fact::SpeakingTimeSet { list, category, turn_ms } => {
            vec![speaking_time(reader, list, *category, *turn_ms)]
        }
        Fact::Statement(fact) => statement(reader, fact),
        Fact::SpeakerChanged { seat, speaker, instead_of } => {
            vec![changed(reader, seat, speaker, instead_of.as_ref())]
        }
        Fact::TechnicalStop { seat, reason } => {
            let told = reader.with("fact-technical-stop", [("seat", reader.seat(seat))]);
            [told].into_iter().chain(reader.reason(reason)).collect()
        }
        Fact::StatementResumed { seat, speaker } => {
            vec![reader.with("fact-statement-resumed", [("speaker", reader.voice(speaker.as_ref(), seat))])]
        }
        Fact::PassedOver { seat, absent } => {
            let told = [("seat", reader.strong_seat(seat)), ("absent", absent.to_string())];
            vec![reader.with("fact-passed-over", told)]
        }
        Fact::FiledInWriting { seat } => {
            vec![reader.with("fact-filed-in-writing", [("seat", reader.strong_seat(seat))])]
        }
        Fact::QuestionsOpened {} => vec![reader.t("fact-questions-opened")],
        Fact::QuestionsClosed {} => vec![reader.t("fact-questions-closed")],
        Fact::QuestionPromoted { text, asker, seat, .. } => {
            let told = [("speaker", asked_by(reader, asker, seat.as_ref()))];
            let told = reader.with("fact-question-promoted", told);
            [told].into_iter().chain(question(reader, text.as_deref())).collect()
        }
        Fact::QuestionAnswered { text, asker, seat, to, .. } => {
            let of = asker.as_ref().map(|asker| [("speaker", asked_by(reader, asker, seat.as_ref()))]);
            let answered = of.map(|of| reader.with("fact-question-answered-of", of));
            let answered = answered.unwrap_or_else(|| reader.t("fact-question-answered"));
            let to = to.as_ref().map(|to| reader.with("fact-question-to", [("name", reader.words(to))]));
            [answered].into_iter().chain(to).chain(question(reader, text.as_deref())).collect()
        }
        Fact::OnStage { speaker, limit_ms, spoken_ms } => {
            vec![on_stage(reader, speaker, *limit_ms, *spoken_ms)]
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
        | Fact::Announced { .. }
        | Fact::RecordingStarted {}
        | Fact::RecordingStopped {}) => Vec::new(),
    }
}

fn speaking_time(reader: Reader<'_>, list: &Wording, category: Option<Category>, turn_ms: Millis) -> String {
    let (list, length) = (("list", reader.words(list)), ("length", reader.length(turn_ms)));
    match category {
        None => reader.with("fact-speaking-time", [list, length]),
        Some(category) => {
            let category = reader.with("category-name", [("category", tag(&category))]);
            reader.with("fact-speaking-time-of", [list, length, ("category", category)])
        }
    }
}

fn statement(reader: Reader<'_>, fact: &Statement) -> Vec<String> {
    let speaker = reader.voice(fact.speaker.as_ref(), &fact.seat);
    let language = fact.language.as_str().to_owned();
    let made = [("kind", tag(&fact.kind)), ("speaker", speaker), ("language", language)];
    let key = if fact.ending.is_none() { "fact-statement-begun" } else { "fact-statement" };
    let mut told = vec![reader.with(key, made)];
    told.extend(fact.reply_to.as_ref().map(|to| reader.with("fact-reply-to", [("seat", reader.seat(to))])));
    if !fact.on_behalf_of.is_empty() {
        told.push(reader.with("fact-on-behalf", [("group", isolated(&fact.on_behalf_of))]));
    }
    let first = fact.instead_of.as_ref();
    told.extend(first.map(|first| reader.with("fact-instead-of", [("name", reader.words(&first.name))])));
    if fact.prerecorded {
        told.push(reader.t("fact-prerecorded"));
    }
    told.extend(
        fact.interrupted.iter().map(|cause| reader.with("fact-interrupted", [("cause", tag(cause))])),
    );
    if fact.extended_ms > 0 {
        told.push(reader.with("fact-extended", [("length", reader.length(fact.extended_ms))]));
    }
    let Some(ending) = fact.ending else { return told };
    let (length, limit) = (reader.length(fact.spoken_ms), reader.length(fact.limit_ms));
    told.push(reader.with("fact-length", [("length", length), ("limit", limit)]));
    match ending {
        Ending::Stopped | Ending::Cut | Ending::SessionClosed => {
            told.push(reader.with("fact-ended", [("ending", tag(&ending))]));
        }
        Ending::Finished | Ending::NextGiven => {}
    }
    told
}

fn changed(reader: Reader<'_>, seat: &Seat, speaker: &Named, instead_of: Option<&Named>) -> String {
    let speaker = ("speaker", reader.voice(Some(speaker), seat));
    match instead_of {
        None => reader.with("fact-speaker-changed", [speaker]),
        Some(first) => {
            reader.with("fact-speaker-changed-from", [speaker, ("name", reader.words(&first.name))])
        }
    }
}

fn asked_by(reader: Reader<'_>, name: &Wording, seat: Option<&Seat>) -> String {
    let name = strong(&reader.words(name));
    match seat {
        None => name,
        Some(seat) => reader.with("fact-speaker", [("name", name), ("seat", reader.seat(seat))]),
    }
}

fn question(reader: Reader<'_>, text: Option<&str>) -> Option<String> {
    text.map(|text| reader.with("fact-question", [("text", isolated(text))]))
}

fn on_stage(reader: Reader<'_>, speaker: &Named, limit_ms: Millis, spoken_ms: Option<Millis>) -> String {
    let (name, limit) = (("name", reader.name(speaker)), ("limit", reader.length(limit_ms)));
    match spoken_ms {
        None => reader.with("fact-on-stage-begun", [name, limit]),
        Some(spoken_ms) => reader.with("fact-on-stage", [name, limit, ("length", reader.length(spoken_ms))]),
    }
}
