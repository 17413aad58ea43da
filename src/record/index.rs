//! The first page of a folder of the record: what is in it, by session and language.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::html::STYLE;
use super::model::Document;
use super::runs::plain;
use super::{Format, Source};
use crate::terms::ids::SessionId;
use crate::words::Locale;

/// A document in the folder.
#[derive(Debug, Clone)]
pub struct Shelved {
    session: Option<SessionId>,
    locale: Locale,
    title: String,
    /// Where it lies, below the folder, without its ending.
    stem: String,
    formats: Vec<Format>,
}

impl Shelved {
    /// A document of a session, or of the conference, in these formats.
    pub fn of(document: &Document, session: Option<&SessionId>, formats: Vec<Format>) -> Self {
        let folder = session.map(|session| format!("sessions/{session}/")).unwrap_or_default();
        Self {
            session: session.cloned(),
            locale: document.locale,
            title: plain(&document.title),
            stem: format!("{folder}{}.{}", document.kind.name(), document.locale.tag()),
            formats,
        }
    }

    /// The formats that it is there in.
    pub fn formats(&self) -> &[Format] {
        &self.formats
    }

    /// Where it lies in a format, below the folder.
    pub fn path(&self, format: Format) -> String {
        format!("{}.{}", self.stem, format.extension())
    }
}

/// Writes the page, in the first language of the record. `recordings` are the paths of files of sound, and of the captions beside them.
pub fn index(source: &Source<'_>, shelved: &[Shelved], recordings: &[String]) -> String {
    let locale = source.languages().first().copied().unwrap_or(Locale::En);
    let (language, name) = locale.worded(&source.plan.name);
    let sessions = || {
        source
            .plan
            .programme()
            .filter(|session| shelved.iter().any(|one| one.session.as_ref() == Some(&session.id)))
    };
    let page = html! {
        (DOCTYPE)
        html lang=(locale.tag()) dir=(locale.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (name) }
                style { (PreEscaped(&*STYLE)) }
            }
            body {
                header { h1 lang=(language) { (name) } }
                main {
                    (of_session(shelved, None))
                    @for session in sessions() {
                        @let (language, title) = locale.worded(&session.title);
                        h2 lang=(language) { (title) }
                        (of_session(shelved, Some(&session.id)))
                    }
                    @if !recordings.is_empty() {
                        h2 { (locale.t("record-recordings")) }
                        @if recordings.iter().any(|path| path.ends_with(".vtt")) {
                            p { (locale.t("captions-no-record")) }
                        }
                        ul { @for path in recordings { li dir="ltr" { a href=(path) { (path) } } } }
                    }
                }
            }
        }
    };
    page.into_string()
}

fn of_session(shelved: &[Shelved], session: Option<&SessionId>) -> Markup {
    let of_it = || shelved.iter().filter(|one| one.session.as_ref() == session);
    html! {
        ul {
            @for one in of_it() {
                li lang=(one.locale.tag()) dir=(one.locale.direction()) {
                    (one.title)
                    @for format in &one.formats {
                        " " a href=(one.path(*format)) { (format.name()) }
                    }
                }
            }
        }
    }
}
