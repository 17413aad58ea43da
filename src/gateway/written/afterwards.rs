//! The page of a session that is over: what was said in it, with the texts that all may read and the sound of each speech where the
//! conference publishes it; the key messages; the documents. The client takes it not over: there is nothing to follow.

use maud::{Markup, html};

use super::followed::{day_of, phase_tag, phase_words};
use super::languages;
use super::page::{Document, Script, bar, given};
use crate::conference::key_messages::{IssuedAs, Voice};
use crate::conference::public::PublicDocument;
use crate::conference::view::IssuedMessageView;
use crate::gateway::noticeboard::Afterwards;
use crate::meeting::procedure::speakers::ListKind;
use crate::meeting::statements::texts::{Mark, Text};
use crate::meeting::view::{DeliveredView, Manner, PublicNow};
use crate::terms::file::FileKind;
use crate::terms::ids::{Language, Moment};
use crate::wire::http::{RecordedChannel, RecordedSession};
use crate::words::{Host, Locale};

/// The page.
pub fn session(
    locale: Locale,
    now: &PublicNow,
    sessions: &[PublicNow],
    afterwards: &Afterwards,
    now_ms: Moment,
) -> String {
    let host = Host::of(&now.time_zone);
    let title = locale.worded(&now.session.title).1;
    let same_day = |other: &&PublicNow| host.one_day(other.session.starts_at_ms, now.session.starts_at_ms);
    let day: Vec<&PublicNow> = sessions.iter().filter(same_day).collect();
    let head = html! {
        h1 { (given(locale, &now.session.title)) }
        p { (given(locale, &now.conference_name)) }
    };
    let messages = messages(locale, &afterwards.conference.messages);
    let of_session: Vec<&PublicDocument> = afterwards.conference.documents_of(&now.session.id).collect();
    let documents = documents(locale, &of_session);
    let body = html! {
        (bar(locale, &languages(sessions), true, &head))
        main class="public after" {
            div class="status" {
                b class=(phase_tag(now)) { (phase_words(locale, now, &host, now_ms)) }
                span class="note" { (locale.with("public-zone", &[("zone", host.city().into())])) }
            }
            (contents(locale, messages.is_some(), afterwards.conference.outcome.is_some(), documents.is_some()))
            section id="statements" aria-labelledby="statements-title" {
                h2 id="statements-title" { (locale.t("written-statements")) }
                @if afterwards.statements.is_empty() { p class="note" { (locale.t("written-statements-none")) } }
                @for one in &afterwards.statements {
                    (statement(locale, &host, now, one, &afterwards.recorded))
                }
            }
            @if let Some(messages) = messages { (messages) }
            @if let Some(standing) = afterwards.conference.outcome { (outcome(locale, standing)) }
            @if let Some(documents) = documents { (documents) }
            (day_of(locale, &host, &day, Some(now), now_ms))
            p class="note" { (given(locale, &now.notice)) }
        }
    };
    Document { locale, title, class: "", script: Script::None, body }.write()
}

/// Ways to the parts of the page, where it has more than one.
fn contents(locale: Locale, messages: bool, outcome: bool, documents: bool) -> Markup {
    let parts = [
        (true, "#statements", "written-statements"),
        (messages, "#messages", "written-messages"),
        (outcome, "#outcome", "record-outcome"),
        (documents, "#documents", "written-documents"),
    ];
    let there = || parts.into_iter().filter(|(is_there, ..)| *is_there);
    html! {
        @if there().count() > 1 {
            ul class="contents" aria-label=(locale.t("written-contents")) {
                @for (_, to, words) in there() { li { a href=(to) { (locale.t(words)) } } }
            }
        }
    }
}

fn statement(
    locale: Locale,
    host: &Host,
    now: &PublicNow,
    one: &DeliveredView,
    recorded: &[RecordedSession],
) -> Markup {
    let whose = one.seat.as_ref().unwrap_or(&one.name);
    let time = host.time(one.at_ms);
    html! {
        article id={ "p" (one.seq) } {
            h3 { (given(locale, whose)) " " span class="num note" { (time) } }
            p class="note" { (manner(locale, one)) }
            @if one.seat.is_some() && !one.name.0.is_empty() { p { (given(locale, &one.name)) } }
            @if !one.function.0.is_empty() { p class="note" { (given(locale, &one.function)) } }
            @if !one.on_behalf_of.is_empty() {
                p { (locale.with("written-behalf", &[("group", one.on_behalf_of.as_str().into())])) }
            }
            @if let Some(seat) = &one.reply_to {
                p { (locale.with("written-reply", &[("name", locale.worded(seat).1.into())])) }
            }
            @if one.manner != Manner::Writing { (heard(locale, now, one, &time, recorded)) }
            @if let Some(text) = &one.text { (read(locale, now, one, locale.worded(whose).1, text)) }
        }
    }
}

/// How a statement came before the meeting, and in which language.
fn manner(locale: Locale, one: &DeliveredView) -> String {
    let manner = match one.manner {
        Manner::Floor(ListKind::Statements) => "statement",
        Manner::Floor(ListKind::RightOfReply) => "reply",
        Manner::Floor(ListKind::Questions) => "question",
        Manner::Floor(ListKind::Motions) => "motion",
        Manner::Stage => "stage",
        Manner::Writing => "writing",
    };
    let words = locale.with("written-manner", &[("manner", manner.into())]);
    match &one.language {
        Some(language) => format!("{words} · {}", in_language(locale, language)),
        None => words,
    }
}

fn in_language(locale: Locale, language: &Language) -> String {
    locale.with("in-language", &[("language", language.as_str().into())])
}

/// The text, which is opened by whoever wants to read it, and the file that it came in.
fn read(locale: Locale, now: &PublicNow, one: &DeliveredView, whose: &str, text: &Text) -> Markup {
    let language = in_language(locale, &text.language);
    let name = locale.with(
        "written-text-name",
        &[("language", language.clone().into()), ("name", whose.to_owned().into())],
    );
    let direction = Locale::of(text.language.as_str()).map_or("auto", Locale::direction);
    html! {
        details {
            summary aria-label=(name) { (locale.with("written-text", &[("language", language.into())])) }
            @if text.mark == Mark::CheckAgainstDelivery { p class="note" { (locale.t("written-check")) } }
            @if !text.text.is_empty() {
                div class="lines" lang=(text.language.as_str()) dir=(direction) { (text.text) }
            }
            @if let Some(file) = &text.file {
                p {
                    a href={ "/public/" (now.session.id) "/texts/" (one.seq) } hreflang=(text.language) download=(file.name) {
                        bdi { (file.name) } " " small class="num" { (kind(file.kind)) " · " (size(locale, file.bytes)) }
                    }
                }
            }
        }
    }
}

/// What can be heard of a speech: each channel that was recorded while it began, from there on.
fn heard(
    locale: Locale,
    now: &PublicNow,
    one: &DeliveredView,
    time: &str,
    recorded: &[RecordedSession],
) -> Markup {
    let there: Vec<(&RecordedSession, &RecordedChannel)> =
        recorded.iter().flat_map(|part| playing(part, one.at_ms)).collect();
    let whose = locale.worded(one.seat.as_ref().unwrap_or(&one.name)).1;
    let told = [("name", whose.into()), ("time", time.into())];
    html! {
        @if !there.is_empty() {
            details {
                summary aria-label=(locale.with("written-hear-name", &told)) {
                    (locale.with("written-hear", &[("time", time.into())]))
                }
                @for (part, channel) in there {
                    @let from_s = (one.at_ms - part.began_ms) / 1_000;
                    @let path = format!("/public/{}/sound/{}/{}.ogg", now.session.id, part.name, channel.id);
                    div class="channel" {
                        p { b { (given(locale, &channel.name)) } }
                        audio controls preload="none" src={ (path) "#t=" (from_s) }
                            aria-label=(locale.worded(&channel.name).1) {}
                    }
                }
            }
        }
    }
}

/// The channels of a part that were recorded at a moment.
fn playing(
    part: &RecordedSession,
    at_ms: Moment,
) -> impl Iterator<Item = (&RecordedSession, &RecordedChannel)> {
    let into_ms = at_ms - part.began_ms;
    let was_on = move |channel: &&RecordedChannel| into_ms >= 0 && into_ms < channel.length_ms;
    part.channels.iter().filter(was_on).map(move |channel| (part, channel))
}

/// The key messages, those of Member States apart from those of stakeholders; none while none are issued.
fn messages(locale: Locale, messages: &[IssuedMessageView]) -> Option<Markup> {
    let standing = match messages.first()?.standing {
        IssuedAs::Issued => "issued",
        IssuedAs::TakenNoteOf => "taken_note_of",
    };
    let of = |voice: Voice| messages.iter().filter(move |message| message.voice == voice);
    let voices = [
        (Voice::MemberStates, "record-messages-states"),
        (Voice::Stakeholders, "record-messages-stakeholders"),
    ];
    Some(html! {
        section id="messages" aria-labelledby="messages-title" {
            h2 id="messages-title" { (locale.t("written-messages")) }
            p class="note" { (locale.with("written-messages-standing", &[("standing", standing.into())])) }
            @for (voice, words) in voices.into_iter().filter(|(voice, _)| of(*voice).next().is_some()) {
                h3 { (locale.t(words)) }
                ol { @for message in of(voice) { (message_of(locale, message)) } }
            }
        }
    })
}

fn message_of(locale: Locale, message: &IssuedMessageView) -> Markup {
    let comma = if locale == Locale::Ar { "، " } else { ", " };
    let numbers: Vec<String> = message.objectives.iter().map(ToString::to_string).collect();
    let numbers = [("numbers", numbers.join(comma).into())];
    html! {
        li {
            span class="worded" { (given(locale, &message.text)) }
            @if !message.objectives.is_empty() { " " span class="note" { "(" (locale.with("record-objectives", &numbers)) ")" } }
        }
    }
}

/// The way to the outcome document.
fn outcome(locale: Locale, standing: IssuedAs) -> Markup {
    html! {
        section id="outcome" aria-labelledby="outcome-title" {
            h2 id="outcome-title" { (locale.t("record-outcome")) }
            p class="note" { (super::outcome::standing(locale, standing)) }
            p { a href={ "/outcome?lang=" (locale.tag()) } { (locale.t("written-outcome-read")) } }
        }
    }
}

/// The documents with their files; none where there are none.
fn documents(locale: Locale, documents: &[&PublicDocument]) -> Option<Markup> {
    documents.first()?;
    Some(html! {
        section id="documents" aria-labelledby="documents-title" {
            h2 id="documents-title" { (locale.t("written-documents")) }
            @for document in documents {
                article {
                    h3 { (given(locale, &document.title)) }
                    @if !document.symbol.is_empty() { p class="note" { bdi dir="ltr" { (document.symbol) } } }
                    ul class="files" {
                        @for (language, file) in &document.files {
                            @let name = match Locale::of(language.as_str()) {
                                Some(known) => known.name(),
                                None => language.as_str(),
                            };
                            li {
                                a href={ "/public/documents/" (document.id) "/" (language) } hreflang=(language) download=(file.name) {
                                    span lang=(language) { (name) }
                                    @if document.official.as_ref() == Some(language) { " " b { (locale.t("written-official")) } }
                                    " " small class="num" { (kind(file.kind)) " · " (size(locale, file.bytes)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    })
}

fn kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "PDF",
        FileKind::Docx => "DOCX",
        FileKind::Text => "TXT",
    }
}

/// How large a file is, to the kilobyte.
fn size(locale: Locale, bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1_000);
    locale.with("written-size", &[("size", kilobytes.to_string().into())])
}
