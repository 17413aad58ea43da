//! The page of the outcome document that was issued, or taken note of: in the reader's language first, and in the others below.

use maud::{Markup, html};

use super::languages;
use super::page::{Document, Script, bar, given};
use crate::conference::key_messages::IssuedAs;
use crate::draft::reading::{Kind, text};
use crate::draft::rows::{Row, sign};
use crate::meeting::view::PublicNow;
use crate::terms::ids::Language;
use crate::words::Locale;

/// The outcome document as everybody may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicOutcome {
    /// Which version.
    pub version: u32,
    /// In which way it stands.
    pub standing: IssuedAs,
    /// Its text in all languages.
    pub rows: Vec<Row>,
}

/// In which way it stands, in words.
pub(super) fn standing(locale: Locale, standing: IssuedAs) -> String {
    let standing = match standing {
        IssuedAs::Issued => "issued",
        IssuedAs::TakenNoteOf => "taken_note_of",
    };
    locale.with("written-outcome-standing", &[("standing", standing.into())])
}

/// The page.
pub fn outcome(locale: Locale, sessions: &[PublicNow], outcome: &PublicOutcome) -> String {
    let title = locale.t("record-outcome");
    let conference = sessions.first().map(|now| &now.conference_name);
    let head = html! {
        h1 { (title) }
        @if let Some(name) = conference { p { (given(locale, name)) } }
    };
    let cells = outcome.rows.iter().flat_map(|row| &row.cells);
    let mut there: Vec<&Language> = Vec::new();
    for cell in cells.filter(|cell| !cell.runs.is_empty()) {
        if !there.contains(&&cell.language) {
            there.push(&cell.language);
        }
    }
    // The reader's own comes first.
    there.sort_by_key(|language| language.as_str() != locale.tag());
    let body = html! {
        (bar(locale, &languages(sessions), true, &head))
        main class="public after" {
            p class="note" { (standing(locale, outcome.standing)) }
            @for (place, language) in there.into_iter().enumerate() {
                details open[place == 0] {
                    summary lang=(language.as_str()) { (name(language)) }
                    article class="outcome" lang=(language.as_str()) dir=(direction(language)) {
                        @for row in &outcome.rows { (paragraph(row, language)) }
                    }
                }
            }
        }
    };
    Document { locale, title: &title, class: "", script: Script::None, body }.write()
}

fn paragraph(row: &Row, language: &Language) -> Markup {
    let cell = row.cells.iter().find(|cell| cell.language == *language && !cell.runs.is_empty());
    let Some(cell) = cell.filter(|_| row.is_of_original()) else { return html! {} };
    let words = text(&cell.runs);
    match row.kind {
        Kind::Title => html! { h2 { (words) } },
        Kind::Heading => html! { h3 { (words) } },
        Kind::Plain => html! { p { (words) } },
        Kind::Numbered | Kind::Sub => html! {
            p class=[(row.kind == Kind::Sub).then_some("sub")] { b { (sign(language, row)) } " " (words) }
        },
    }
}

fn name(language: &Language) -> &str {
    match Locale::of(language.as_str()) {
        Some(known) => known.name(),
        None => language.as_str(),
    }
}

fn direction(language: &Language) -> &'static str {
    Locale::of(language.as_str()).map_or("auto", Locale::direction)
}
