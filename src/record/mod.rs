//! The record: what is made of the logs of a conference for readers and for programs. Documents are made once, of facts and
//! words (`model`), and written in each format from that.
//!
//! Pure but for the bytes it writes: logs are read by whoever has them, and taken in event by event ([`Sitting`]).

mod akn;
mod attendance;
mod captions;
mod chat;
mod csv;
mod docx;
mod facts;
mod front;
mod html;
mod index;
mod json;
mod meeting_log;
mod messages;
mod model;
mod notes;
mod participants;
mod reader;
mod report;
mod runs;
mod sitting;
mod speakers;
mod xml;

pub use self::captions::{CaptionLine, Recorded, VTT_MEDIA_TYPE, vtt, vtt_language, vtt_name};
pub use self::csv::{guarded, unguarded};
pub use index::{Shelved, index};
pub use model::{Block, Cell, Column, Document, Heading, Kind, Paragraph, Set, Speech, Table, Voices};
pub use notes::{KeyMessage, Listed, Notes, OutcomePart};
pub use runs::{Run, plain};
pub use sitting::{Attendee, Sitting};

use reader::Reader;

use crate::conference::ConferencePlan;
use crate::terms::ids::SessionId;
use crate::words::Locale;

/// What documents are made of.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The conference, as it took place.
    pub plan: &'a ConferencePlan,
    /// Its sittings, in any order; a document of one session needs that one alone.
    pub sittings: &'a [Sitting],
    /// What people wrote for the record.
    pub notes: &'a Notes,
}

/// A format of files.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Format {
    /// WordprocessingML, for word processors.
    Docx,
    /// A page that prints well and stands alone.
    Html,
    /// Rows for spreadsheets.
    Csv,
    /// The model itself, for programs.
    Json,
    /// Akoma Ntoso, for archives of parliaments and of the United Nations.
    Akn,
}

impl Format {
    /// Its name, as commands and addresses have it.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What its files are named by.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Akn => "akn.xml",
            Self::Docx | Self::Html | Self::Csv | Self::Json => self.name(),
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Html => "text/html; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Json => "application/json",
            Self::Akn => "application/akn+xml",
        }
    }

    /// Whether a kind of document is written in it. What is a list is no text for an archive of debates, and what is a text is
    /// no table.
    pub fn writes(self, kind: Kind) -> bool {
        match (self, kind) {
            (Self::Docx | Self::Html | Self::Json, _) => true,
            (Self::Csv, Kind::Report | Kind::Outcome) => false,
            (Self::Csv, Kind::Log | Kind::Speakers | Kind::Attendance | Kind::Chat) => true,
            (Self::Csv, Kind::Participants | Kind::KeyMessages) => true,
            (Self::Akn, Kind::Log | Kind::Report | Kind::Outcome) => true,
            (Self::Akn, Kind::Speakers | Kind::Attendance | Kind::Chat) => false,
            (Self::Akn, Kind::Participants | Kind::KeyMessages) => false,
        }
    }
}

/// What a document cannot be written for.
#[derive(Debug, thiserror::Error)]
pub enum RecordFault {
    /// Its XML could not be written.
    #[error("the XML of the document cannot be written: {0}")]
    Xml(#[from] std::io::Error),
    /// Its package could not be put together.
    #[error("the package of the document cannot be written: {0}")]
    Package(#[from] zip::result::ZipError),
    /// Its rows could not be written.
    #[error("the rows of the document cannot be written: {0}")]
    Rows(#[from] ::csv::Error),
    /// Its JSON could not be written.
    #[error("the JSON of the document cannot be written: {0}")]
    Json(#[from] serde_json::Error),
}

impl<'a> Source<'a> {
    /// The sitting of a session, if it is among them.
    pub fn sitting(&self, session: &SessionId) -> Option<&'a Sitting> {
        self.sittings.iter().find(|sitting| sitting.session() == Some(session))
    }

    fn was_held(&self, session: &SessionId) -> bool {
        self.sitting(session).is_some_and(Sitting::was_held)
    }

    /// The languages that the record is written in: those of the conference that it can be written in, or English.
    pub fn languages(&self) -> Vec<Locale> {
        let languages: Vec<Locale> =
            self.plan.languages.iter().filter_map(|language| Locale::of(language.as_str())).collect();
        if languages.is_empty() { vec![Locale::En] } else { languages }
    }

    /// Makes a document; none where there is nothing that it could be made of: no such session, or nothing written.
    pub fn document(&self, kind: Kind, session: Option<&SessionId>, locale: Locale) -> Option<Document> {
        let host = front::host(self.plan);
        let reader = Reader { locale, host: &host };
        let sitting = session.and_then(|session| self.sitting(session));
        match kind {
            Kind::Log => meeting_log::make(reader, sitting?),
            Kind::Speakers => speakers::make(reader, sitting?),
            Kind::Attendance => attendance::make(reader, sitting?),
            Kind::Chat => chat::make(reader, sitting?),
            Kind::Report => Some(report::make(reader, self)),
            Kind::Participants => Some(participants::make(reader, self.plan)),
            Kind::KeyMessages => messages::key_messages(reader, self.plan, self.notes),
            Kind::Outcome => messages::outcome(reader, self.plan, self.notes),
        }
    }
}

impl Document {
    /// Writes it in a format.
    ///
    /// # Errors
    /// A [`RecordFault`]: what is written goes to memory, so none is expected.
    pub fn write(&self, format: Format) -> Result<Vec<u8>, RecordFault> {
        match format {
            Format::Docx => docx::write(self),
            Format::Html => Ok(html::write(self).into_bytes()),
            Format::Csv => self::csv::write(self),
            Format::Json => json::write(self),
            Format::Akn => akn::write(self),
        }
    }

    /// The name of its file: what it is, its language, its format.
    pub fn file_name(&self, format: Format) -> String {
        format!("{}.{}.{}", self.kind.name(), self.locale.tag(), format.extension())
    }
}
