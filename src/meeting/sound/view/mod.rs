//! The entities of the sound: microphones, booths, who listens, and what the desk is to know before it gives the floor.
//!
//! Seen: `channel` and `microphone` by `everyone`; `booth`, `listeners` and `recording` by `booths`; `readiness` and `pace` by
//! `desk`: by which booth or person a slower pace was asked for, nobody sees but that booth.

pub(in crate::meeting) mod render;
use serde::{Deserialize, Serialize};

use crate::meeting::sound::interpretation::{Output, Source};
use crate::meeting::sound::microphones::Kind;
use crate::terms::ids::{
    BoothId, ChannelId, DelegationId, HandoverId, Language, Millis, Moment, PersonId, RequestId, Wording,
};

/// What a channel carries at present, which is what those hear who chose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CarriesView {
    /// The floor: it is the floor's own channel, its language is spoken there (though an interpreter be on air for it), or
    /// nobody is on air and the conference file has it so.
    Floor,
    /// The interpreter who is on air for it.
    Interpretation,
    /// Nothing: nobody is on air for it.
    Silence,
}

/// What a channel is worth as a source at present.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    /// It passes the floor.
    Floor,
    /// Interpreted from the floor: `+` on a relay selector.
    Direct,
    /// Interpreted from another channel: `−` on a relay selector.
    Relay,
    /// Nothing is on it.
    Silence,
}

/// A microphone that is live on the floor. The id is the person's; there is none for a microphone that is not live.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MicrophoneView {
    /// Whose.
    pub id: PersonId,
    /// Their name.
    pub name: Wording,
    /// Their delegation, if any.
    pub delegation: Option<DelegationId>,
    /// That of the turn, or one on the podium.
    pub kind: Kind,
    /// Since when it is live.
    pub since_ms: Moment,
    /// Whether anything comes from it, if only silence.
    pub connected: bool,
    /// Whether its owner has muted it: it is live, and heard by nobody.
    pub muted: bool,
    /// Whether its device gives no sound, as its owner's page tells.
    pub silent: bool,
}

/// Where a person's own microphone is live.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Live {
    /// Nowhere.
    Off,
    /// On the floor.
    Floor,
    /// On a channel, as whoever is on air for it: heard while the channel carries their interpretation (`carries`), and
    /// not while its own language is spoken on the floor.
    Channel,
}

/// One's own microphone, as the meeting knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct YourMicrophone {
    /// Whether it can ever be live in this session.
    pub may_publish: bool,
    /// Whether one may open it now by oneself.
    pub may_open: bool,
    /// Whether one agreed that it opens with one's turn.
    pub agrees: bool,
    /// Whether anything comes from it, if only silence.
    pub connected: bool,
    /// Whether one has muted it: on whichever device, it is heard by nobody until one unmutes it.
    pub muted: bool,
    /// Whether its device gives no sound, as a page of one's own told.
    pub silent: bool,
    /// Where it is live.
    pub live: Live,
    /// The channel that it is on air for; none unless `live` is `channel`.
    pub channel: Option<ChannelId>,
    /// Whether the desk has closed it during one's turn.
    pub closed_by_chair: bool,
}

/// A booth and its desks. The id is the booth's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct BoothView {
    /// Which booth.
    pub id: BoothId,
    /// Its name.
    pub name: Wording,
    /// Its own language.
    pub language: Language,
    /// Its outputs, A first.
    pub outputs: Vec<OutputView>,
    /// The output chosen.
    pub output: Output,
    /// Those who work in it.
    pub interpreters: Vec<InterpreterView>,
    /// Who of them is on air.
    pub on_air: Option<OnAirView>,
    /// What it hears.
    pub source: Source,
    /// The channel preselected for relay.
    pub relay: Option<ChannelId>,
    /// Channels that it could take relay from.
    pub relays: Vec<RelayView>,
    /// The handover under way.
    pub handover: Option<HandoverView>,
    /// Since when it has not heard the floor.
    pub floor_unheard_since_ms: Option<Moment>,
    /// When its time ends, if it does.
    pub until_ms: Option<Moment>,
}

/// An output of a booth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OutputView {
    /// Which output.
    pub output: Output,
    /// The channel that it feeds.
    pub channel: ChannelId,
    /// Who is on air for that channel, of whichever booth.
    pub taken_by: Option<PersonId>,
}

/// An interpreter of a booth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct InterpreterView {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: Wording,
    /// Whether they are present.
    pub present: bool,
    /// Whether anything comes from their microphone, if only silence.
    pub connected: bool,
    /// Whether they have muted it.
    pub muted: bool,
    /// Whether its device gives no sound, as their page tells.
    pub silent: bool,
    /// Whether they consent to being recorded.
    pub consents: bool,
}

/// The interpreter on air in a booth. Whether they are heard, `carries` of the channel says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct OnAirView {
    /// Who.
    pub person: PersonId,
    /// Through which output.
    pub output: Output,
    /// For which channel.
    pub channel: ChannelId,
    /// Since when.
    pub since_ms: Moment,
}

/// A channel that a booth could take relay from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RelayView {
    /// Which channel.
    pub channel: ChannelId,
    /// What it is worth at present.
    pub quality: Quality,
    /// Why the booth may not take it, if it may not.
    pub refused: Option<RelayBar>,
}

/// Why a booth may not take relay from a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RelayBar {
    /// The booth feeds it itself.
    OwnOutput,
    /// It comes, by relay, from the booth.
    Cycle,
}

/// A handover under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct HandoverView {
    /// Which handover.
    pub id: HandoverId,
    /// Who is on air.
    pub from: PersonId,
    /// Who is to be.
    pub to: PersonId,
    /// Who of the two asked; the other answers.
    pub asked_by: PersonId,
    /// Time from the acceptance to the swap.
    pub in_ms: Millis,
    /// When it expires unless it is accepted.
    pub expires_at_ms: Moment,
    /// When it was accepted.
    pub accepted_at_ms: Option<Moment>,
    /// When the two swap, once accepted.
    pub completes_at_ms: Option<Moment>,
}

/// How many people listen to a channel. The id is the channel's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ListenersView {
    /// Which channel.
    pub id: ChannelId,
    /// People present who hear it; interpreters at work are not counted.
    pub people: u32,
}

/// What stands in the way of giving the floor to the head of the main list, or else of the turn in progress. There is
/// one, with the id `readiness`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ReadinessView {
    /// Always `readiness`.
    pub id: String,
    /// The request that it is about, if there is one.
    pub request: Option<RequestId>,
    /// Its language.
    pub language: Option<Language>,
    /// Who would interpret it, for each channel that needs interpretation; all channels with a language where it is not
    /// known.
    #[serde(default)]
    pub staff: Vec<StaffView>,
    /// Channels that would lack interpretation from that language.
    pub gaps: Vec<GapView>,
    /// Booths that cannot hear the floor.
    pub floor_unheard: Vec<BoothId>,
    /// When the time of the first booth ends, if any does.
    pub booths_until_ms: Option<Moment>,
}

/// Who interprets on a channel, or would. Booths are ready when each is `on_air` or `ready`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct StaffView {
    /// Which channel.
    pub channel: ChannelId,
    /// The booth: that which feeds it, or whose interpreter is `person`, or the first that could; none where none can.
    pub booth: Option<BoothId>,
    /// Who is on air for it or would be, if anybody is there.
    pub person: Option<PersonId>,
    /// How it is staffed.
    pub staff: Staff,
}

/// How a channel is staffed. Nobody is counted for two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Staff {
    /// Somebody is on air for it, and sound comes from their microphone.
    OnAir,
    /// Somebody is in the booth with a microphone that is connected, gives sound and is not muted.
    Ready,
    /// Somebody is in the booth, and their microphone is not connected, gives no sound, or is muted before they are on
    /// air.
    NoMicrophone,
    /// Nobody is in the booth.
    Nobody,
    /// No booth feeds it.
    NoBooth,
}

/// A channel that would lack interpretation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct GapView {
    /// Which channel.
    pub channel: ChannelId,
    /// The booth that feeds it or could, if there is one.
    pub booth: Option<BoothId>,
    /// What is missing.
    pub gap: Gap,
}

/// What a channel lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// Nobody is on air for it.
    NoInterpreter,
    /// Whoever is on air does not work from the language and takes no relay that would carry it.
    NoSource,
}

/// That channels which the room hears are being recorded as silence. There is one, with the id `recording`, while that is
/// so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RecordingView {
    /// Always `recording`.
    pub id: String,
    /// The channels, at least one.
    pub silent: Vec<ChannelId>,
}

/// That a slower pace was asked for, and never by whom. There is one, with the id `pace`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PaceView {
    /// Always `pace`.
    pub id: String,
    /// When it was last asked for in this turn.
    pub asked_at_ms: Option<Moment>,
}

/// A channel to listen to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ChannelView {
    /// Which channel.
    pub id: ChannelId,
    /// Number on the selector; 0 is the floor.
    pub number: u8,
    /// Its language; none for the floor.
    pub language: Option<Language>,
    /// Its name.
    pub name: Wording,
    /// What it carries at present.
    pub carries: CarriesView,
    /// What it is worth as a source at present.
    pub quality: Quality,
    /// Whether it is recorded at present.
    pub recorded: bool,
}
