//! The run sheet of a session: what is to come in which order, for how long, and where one is. Those who run the session
//! see it and change it; of it, a panellist is told that they are next, where an item says so.
//!
//! planned → current → done. On a stage, beginning an item is one act: all see it with its clock, the timer of its person
//! starts, and their microphone opens if it is ready. Where there is no stage, nothing follows from the sheet.

mod commands;
pub(in crate::meeting) mod decide;
mod events;
pub(in crate::meeting) mod state;
pub(in crate::meeting) mod view;

use serde::{Deserialize, Serialize};

use crate::terms::ids::{ItemId, Millis, PersonId, Wording};

pub use state::{Entry, State};

/// What an item of the sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// The introduction.
    Introduction,
    /// Somebody speaks: a panellist, most often.
    Speaker,
    /// Questions and discussion.
    Questions,
    /// Anything else, such as a film.
    Other,
    /// The closing.
    Closing,
}

/// An item of the sheet, as planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its title in one working language or several; empty where the kind, or the name of the person, says enough.
    #[serde(default)]
    pub title: Wording,
    /// Who speaks, if it is somebody of the session.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// How long it is to take, in milliseconds: 30 s to 3 h.
    pub planned_ms: Millis,
    /// A note for those who run the session; at most 500 characters, may be empty.
    #[serde(default)]
    pub note: String,
    /// Whether the person is told when they are next.
    #[serde(default)]
    pub tells: bool,
}

/// How far an item has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// To come.
    Planned,
    /// Under way.
    Current,
    /// Over.
    Done,
}

/// What those who run the session may ask of the sheet. Each names the version of the sheet that they see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "RunSheetCommand"), schemars(rename = "RunSheetCommand"))]
pub enum Command {
    /// Put an item on the sheet.
    AddItem {
        /// The item.
        item: Item,
        /// Its place, from 1; none for the last.
        to_place: Option<u16>,
        /// Version of the sheet that one sees.
        version: u32,
    },
    /// Change what an item says.
    ChangeItem {
        /// Which.
        item: ItemId,
        /// As it is to be.
        to: Item,
        /// Version of the sheet that one sees.
        version: u32,
    },
    /// Give an item another place.
    MoveItem {
        /// Which.
        item: ItemId,
        /// The place, from 1.
        to_place: u16,
        /// Version of the sheet that one sees.
        version: u32,
    },
    /// Take an item off the sheet that is not under way.
    RemoveItem {
        /// Which.
        item: ItemId,
        /// Version of the sheet that one sees.
        version: u32,
    },
    /// Begin an item, or go on with one that is done. The one under way is done with it. On a stage all see it, the timer
    /// of its person starts for the time planned, in the place of another, and their microphone opens if it is ready.
    StartItem {
        /// Which.
        item: ItemId,
        /// Version of the sheet that one sees.
        version: u32,
    },
    /// End the item under way without beginning another. On a stage the timer of its person stops.
    FinishItem {
        /// Which.
        item: ItemId,
        /// Version of the sheet that one sees.
        version: u32,
    },
}

/// What happened to the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// An item was put on it.
    ItemAdded {
        /// Its id.
        item: ItemId,
        /// What it says.
        plan: Item,
        /// Its place, from 1.
        place: u16,
    },
    /// What an item says was changed.
    ItemChanged {
        /// Which.
        item: ItemId,
        /// As it is now.
        plan: Item,
    },
    /// An item was given another place.
    ItemMoved {
        /// Which.
        item: ItemId,
        /// Its place now, from 1.
        place: u16,
    },
    /// An item was taken off.
    ItemRemoved {
        /// Which.
        item: ItemId,
    },
    /// An item began, or went on.
    ItemStarted {
        /// Which.
        item: ItemId,
    },
    /// An item ended.
    ItemFinished {
        /// Which.
        item: ItemId,
    },
}
