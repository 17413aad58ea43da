//! Bodies of the HTTP calls: entering by a personal link, the lobby, the past of the chat, earlier proceedings, and what
//! the public reads.

use serde::{Deserialize, Serialize};

use crate::conference::passages::Place as ConferencePlace;
use crate::draft::differences::Part;
use crate::draft::reading::Kind as ParagraphKind;
use crate::draft::rows::Standing;
use crate::meeting::view::{Entity, MessageView, ParagraphView, Place, PublicSession};
use crate::search::MarkedWord;
use crate::terms::file::FileKind;
use crate::terms::host_clock::HostClock;
use crate::terms::ids::{ChannelId, Language, Millis, Moment, PersonId, SessionId, Wording};
use crate::wire::server::ServerMessage;

/// Body of `POST /api/enter`: exchanges the secret of a personal link for a cookie.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Enter {
    /// What stands behind `#` in the link.
    pub secret: String,
}

/// Answer of `POST /api/enter`. The cookie it sets is valid below `home` only, so one browser can hold several
/// people's places in several tabs.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Entered {
    /// Where the person's pages are: `/as/<link id>/`.
    pub home: String,
}

/// Answer of `GET /as/<link id>/api/lobby`: what the lobby's WebSocket says to a `join` that resumes nothing. Whoever has taken
/// it in can resume from it there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Lobby {
    /// `welcome`, then the snapshots of one's scopes, that of `conference` last.
    pub messages: Vec<ServerMessage>,
}

/// Answer of `GET /api/public`. That of `GET /api/public/<session>` is the meeting's own `PublicNow`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PublicProgramme {
    /// Name of the conference.
    pub conference_name: Wording,
    /// What is to be said of it on screen; may be empty.
    pub notice: Wording,
    /// IANA name of the host's time zone.
    pub time_zone: String,
    /// What the host's clocks show.
    pub host_clock: HostClock,
    /// Working languages.
    pub languages: Vec<Language>,
    /// Sessions that the public may follow, in order of time.
    pub sessions: Vec<PublicSession>,
}

/// Answer of `GET /as/<link id>/api/chat/<session>/<room>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ChatPage {
    /// Messages, the oldest first.
    pub messages: Vec<MessageView>,
    /// Whether there are older ones.
    pub more: bool,
}

/// Answer of `GET /as/<link id>/api/proceedings/<session>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ProceedingsPage {
    /// Paragraphs, the oldest first.
    pub paragraphs: Vec<ParagraphView>,
    /// Whether there are earlier ones.
    pub more: bool,
}

/// Answer of `GET /as/<link id>/api/past/<session>/<kind>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PastPage {
    /// Entities of what is over, the oldest first; of one thing there may be several.
    pub entities: Vec<Entity>,
    /// Whether there are earlier things.
    pub more: bool,
}

/// Answer of `GET /as/<link id>/api/search/<session>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SearchPage {
    /// What fits best first.
    pub found: Vec<Finding>,
    /// Whether there is more than this.
    pub more: bool,
}

/// A passage that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Finding {
    /// Where it stands, and whose it is.
    pub place: Place,
    /// The part of it that holds the words, as it was written; `…` stands where the text goes on.
    pub excerpt: String,
    /// Where the words stand in it.
    pub marks: Vec<MarkedWord>,
}

/// Answer of `GET /as/<link id>/api/search`: what is found in all of the conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ConferenceSearchPage {
    /// Documents and key messages, what fits best first; of a document the best place alone.
    pub found: Vec<ConferenceFinding>,
    /// Whether there is more than this.
    pub more: bool,
    /// What is found in sessions, in the order of the programme; those in which nothing is are left out.
    pub sessions: Vec<SessionFindings>,
}

/// A passage beside the sessions that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ConferenceFinding {
    /// Where it stands.
    pub place: ConferencePlace,
    /// The part of it that holds the words, as it was written; `…` stands where the text goes on.
    pub excerpt: String,
    /// Where the words stand in it.
    pub marks: Vec<MarkedWord>,
}

/// What is found in one session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SessionFindings {
    /// Which.
    pub session: SessionId,
    /// Its title.
    pub title: Wording,
    /// What fits best first; at most ten.
    pub found: Vec<Finding>,
    /// Whether there is more than this: asked for in the session alone.
    pub more: bool,
}

/// Body of `POST /as/<link id>/api/outcome/versions`: keeps the outcome document's draft as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeepVersion {
    /// What the version is to be called; one line of 1 to 100 characters.
    pub name: String,
}

/// Its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct KeptVersion {
    /// The version's number.
    pub number: u32,
}

/// Answer of `GET /as/<link id>/api/outcome/versions/<version>`; with `?against=<version>` it tells what differs from that one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OutcomeText {
    /// The version's number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// When it was kept.
    pub at_ms: Moment,
    /// The language in which it was written first.
    pub original: Language,
    /// Its paragraphs in their order.
    pub rows: Vec<OutcomeRow>,
}

/// A paragraph of the outcome document in all languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OutcomeRow {
    /// What ties them; may be empty.
    pub paragraph: String,
    /// What it is.
    pub kind: ParagraphKind,
    /// Its number from 1, of a subparagraph that of its letter; null where it has none.
    pub number: Option<u32>,
    /// In each language, in the order of the conference's.
    pub cells: Vec<OutcomeCell>,
}

/// A paragraph of the outcome document in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OutcomeCell {
    /// Which language.
    pub language: Language,
    /// How it stands to the original.
    pub standing: Standing,
    /// Who has asked for the brackets in it, in their order.
    pub brackets: Vec<String>,
    /// Its text, brackets included.
    pub parts: Vec<Part>,
}

/// Body of `POST /as/<link id>/api/links/<session>` and of the same with `/revoke`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkOf {
    /// Whose link: somebody who has a seat in the session.
    pub person: PersonId,
}

/// Answer of `GET /as/<link id>/api/links/<session>`: how the links stand of those who have a seat in the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Links {
    /// One of each person, in order of their ids; nobody's who has no link in force.
    pub links: Vec<LinkStanding>,
}

/// Answer of `GET /as/<link id>/api/export/<session>`: which documents of the record there are for whoever asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Exports {
    /// Languages that they are written in.
    pub languages: Vec<Language>,
    /// The documents, those of the session first.
    pub documents: Vec<ExportOffer>,
}

/// A document of the record, and whether one can have it, at
/// `/as/<link id>/api/export/<session>/<what>.<language>.<format>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ExportOffer {
    /// What it is, as addresses name it: `log`, `speakers`, `attendance`, `chat`, `report`, `participants`, `key-messages`,
    /// `outcome`.
    pub what: String,
    /// Whether it is of this session, rather than of the conference.
    pub of_session: bool,
    /// Formats that it is written in, as addresses name them.
    pub formats: Vec<String>,
    /// Why one cannot have it; none where one can.
    pub refused: Option<ExportRefused>,
}

/// Why a document of the record cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExportRefused {
    /// It is for the chair, the secretariat and the rapporteur of the session.
    NotAllowed,
    /// Nothing of it has been written yet.
    NothingYet,
}

/// Answer of `GET /as/<link id>/api/recordings/<session>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Recordings {
    /// The recordings of the session, in order of time. Each was begun and stopped by the desk, or ended with the session.
    pub recordings: Vec<RecordedSession>,
}

/// One recording of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RecordedSession {
    /// Its name in addresses.
    pub name: String,
    /// When it began.
    pub began_ms: Moment,
    /// What was recorded, by number of the channel.
    pub channels: Vec<RecordedChannel>,
    /// Languages in which captions were written in the session; those of this recording are beside it, at
    /// `…/captions.<language>.vtt`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<Language>>"))]
    pub captions: Vec<Language>,
}

/// The sound of a channel in a recording, at `/as/<link id>/api/recordings/<session>/<name of the recording>/<id>.ogg`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RecordedChannel {
    /// Which channel.
    pub id: ChannelId,
    /// Its name.
    pub name: Wording,
    /// How large the file is.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    /// How long the sound is.
    pub length_ms: Millis,
}

/// What is known of somebody's personal links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct LinkStanding {
    /// Whose.
    pub person: PersonId,
    /// How many are in force, at least one.
    pub links: u32,
    /// When one of them was first opened; none while none was.
    pub opened_at_ms: Option<Moment>,
}

/// Answer of `POST /as/<link id>/api/links/<session>`: the one time that the secret is shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct IssuedLink {
    /// Whose.
    pub person: PersonId,
    /// What stands behind `#` in the link: `<server>/join#<secret>`.
    pub secret: String,
}

/// Body of `POST /as/<link id>/api/links/<session>/sheet`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LinksOf {
    /// Whose links, 1 to 200: people who have a seat in the session.
    pub people: Vec<PersonId>,
}

/// Answer of `POST /as/<link id>/api/links/<session>/sheet`: the one time that the secrets are shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct IssuedLinks {
    /// One for each.
    pub links: Vec<IssuedLink>,
    /// For whom none was made: they have no seat in the session, or a role where the caller is not of the secretariat.
    pub not_made: Vec<PersonId>,
}

/// Answer of `POST /as/<link id>/api/links/<session>/revoke`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RevokedLinks {
    /// How many were in force.
    pub revoked: u32,
}

/// Answer of `PUT /as/<link>/api/prerecorded/<session>/<request>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct HandedIn {
    /// How long the statement is.
    pub length_ms: Millis,
}

/// Answer of `PUT /as/<link>/api/documents/<document>/<language>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct GivenFile {
    /// What kind of file it is, as its bytes say.
    pub kind: FileKind,
    /// How many words it has, where that is known.
    pub words: Option<u32>,
}

/// Body of every answer that is not a success.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Problem {
    /// Stable code.
    pub code: ProblemCode,
    /// One English sentence with the remedy.
    pub message: String,
}

/// Codes of [`Problem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema, strum::VariantNames))]
#[cfg_attr(test, strum(serialize_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// The link is unknown, or was revoked.
    LinkUnknown,
    /// No valid cookie: the personal link must be opened again.
    NotEntered,
    /// The page this comes from is not ours.
    WrongOrigin,
    /// The person has no role in the session, or there is none.
    SessionUnknown,
    /// The person may not, as the table of rights says.
    NotAllowed,
    /// There is no such channel to listen to in public.
    ChannelUnknown,
    /// There is nothing that the public may follow there.
    NotPublic,
    /// Nobody of this name has a seat there.
    PersonUnknown,
    /// There is no such chat room, or the person does not read it.
    RoomUnknown,
    /// What was handed in is not sound as it is asked for, or larger.
    NotSound,
    /// What was given is no document that is taken, or larger.
    NotPaper,
    /// The scanner for viruses found something in it.
    NotClean,
    /// There is no such document, or not for this person.
    DocumentUnknown,
    /// There is no such text of a statement, or not for this person.
    TextUnknown,
    /// The meeting does not take what was handed in.
    NotTaken,
    /// There is no pre-recorded statement there, or not for this person.
    NothingRecorded,
    /// There is nothing at the address.
    NotFound,
    /// The call is not understood.
    Malformed,
    /// Too many calls.
    TooFast,
    /// The server could not.
    Unavailable,
}

impl ProblemCode {
    /// The statuses of HTTP with which it is told. The table of `proto/README.md` is made of them.
    pub fn statuses(self) -> &'static [u16] {
        match self {
            Self::NotEntered => &[401],
            Self::LinkUnknown | Self::WrongOrigin | Self::SessionUnknown | Self::NotAllowed => &[403],
            Self::ChannelUnknown
            | Self::NotPublic
            | Self::PersonUnknown
            | Self::RoomUnknown
            | Self::NothingRecorded
            | Self::DocumentUnknown
            | Self::TextUnknown
            | Self::NotFound => &[404],
            Self::NotTaken => &[409],
            Self::NotSound | Self::NotPaper => &[413, 422],
            Self::NotClean => &[422],
            Self::Malformed => &[400, 405, 408, 413, 414, 416, 426, 431],
            Self::TooFast => &[429],
            Self::Unavailable => &[503],
        }
    }
}
