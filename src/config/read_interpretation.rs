//! Reads the interpretation: channels, the floor first, and the booths that feed them.

use std::collections::BTreeMap;

use super::known::Known;
use super::limits::{
    BOOTH_ID_BYTES_MAX, BOOTH_OUTPUTS_MAX, BOOTHS_MAX, CHANNELS_MAX, LANGUAGES_MAX, NAME_CHARS_MAX,
};
use super::reader::{Field, Keys};
use crate::conference::plan::BoothEntry;
use crate::meeting::sound::interpretation::{BoothPlan, ChannelPlan, Unstaffed};
use crate::terms::ids::{BoothId, ChannelId, Language};

pub(super) const CHANNEL_KEYS: Keys = &[
    ("id", "\"english\""),
    ("number", "1"),
    ("language", "\"en\""),
    ("name", "{ ar = \"English\", en = \"English\" }"),
    ("unstaffed", "\"floor\""),
];
pub(super) const UNSTAFFED: &[(&str, Unstaffed)] =
    &[("floor", Unstaffed::Floor), ("silence", Unstaffed::Silence)];
pub(super) const BOOTH_KEYS: Keys = &[
    ("id", "\"english-booth\""),
    ("name", "{ en = \"English booth\" }"),
    ("language", "\"en\""),
    ("outputs", "[\"english\"]"),
    ("from", "[\"ar\", \"fr\"]"),
    ("until", "\"17:45\""),
];

#[derive(Debug, Default)]
struct Seen {
    ids: BTreeMap<ChannelId, usize>,
    numbers: BTreeMap<u8, usize>,
    languages: BTreeMap<Language, usize>,
}

/// The channels by number.
pub(super) fn channels(field: &Field<'_>, known: &Known<'_>) -> Vec<ChannelPlan> {
    let mut seen = Seen::default();
    let read = |field: &Field<'_>| channel(field, known, &mut seen);
    let mut channels: Vec<ChannelPlan> = field.items(CHANNELS_MAX).iter().filter_map(read).collect();
    if field.value.is_array() && !seen.numbers.contains_key(&0) {
        field.fault("has no channel 0, the floor", "add [[channels]] with `number = 0` and no language");
    }
    channels.sort_by_key(|channel| channel.number);
    channels
}

fn channel(field: &Field<'_>, known: &Known<'_>, seen: &mut Seen) -> Option<ChannelPlan> {
    let section = field.section(CHANNEL_KEYS)?;
    let id = section.required("id").and_then(|field| field.new_id(&mut seen.ids));
    let number = section.required("number").and_then(|field| field.whole(0..=u8::MAX));
    if let (Some(number), Some(field)) = (number, section.optional("number")) {
        field.only_once(number, &mut seen.numbers);
    }
    let language = match number {
        Some(0) => {
            let why = "the floor has no language: it is whatever is spoken there";
            if section.optional("language").is_some() {
                section.fault("language", why, "delete it, or give the channel a number from 1");
            }
            None
        }
        Some(_) => section.required("language"),
        None => section.optional("language"),
    };
    let language = language.map(|field| field.only_once(field.working_language(known)?, &mut seen.languages));
    let name = section.required("name").and_then(|field| field.wording(known, NAME_CHARS_MAX));
    let unstaffed = section.optional("unstaffed").map(|field| field.choice(UNSTAFFED));
    if number == Some(0) && unstaffed.is_some() {
        let why = "the floor's channel always carries the floor";
        section.fault("unstaffed", why, "delete it, or give the channel a number from 1");
    }
    Some(ChannelPlan {
        id: id?,
        number: number?,
        language: language.unwrap_or_default(),
        name: name?,
        unstaffed: unstaffed.unwrap_or_else(|| Some(Unstaffed::default()))?,
    })
}

/// The booths in the file's order. `channels` are those that could be read.
pub(super) fn booths(field: &Field<'_>, known: &Known<'_>, channels: &[ChannelPlan]) -> Vec<BoothEntry> {
    let mut seen = BTreeMap::new();
    let read = |field: &Field<'_>| booth(field, known, channels, &mut seen);
    field.items(BOOTHS_MAX).iter().filter_map(read).collect()
}

fn booth(
    field: &Field<'_>,
    known: &Known<'_>,
    channels: &[ChannelPlan],
    seen: &mut BTreeMap<BoothId, usize>,
) -> Option<BoothEntry> {
    let section = field.section(BOOTH_KEYS)?;
    let id = section.required("id").and_then(|field| booth_id(&field, seen));
    let name = section.required("name").and_then(|field| field.wording(known, NAME_CHARS_MAX));
    let language = section.required("language").and_then(|field| field.working_language(known));
    let outputs = section.required("outputs");
    for output in outputs.iter().flat_map(Field::entries).take(BOOTH_OUTPUTS_MAX) {
        let is_floor = |channel: &&ChannelPlan| {
            channel.number == 0 && output.value.as_str() == Some(channel.id.as_str())
        };
        if channels.iter().any(|channel| is_floor(&channel)) {
            output.fault("a booth does not feed the floor", "name a channel with a number from 1");
        }
    }
    if outputs.as_ref().is_some_and(Field::is_empty_list) {
        section.fault("outputs", "names no channel", "name one for output A, and one for B if used");
    }
    let outputs = outputs.map(|field| field.references::<ChannelId>("channels", known, BOOTH_OUTPUTS_MAX));
    let from = section.optional("from").map(|field| working_from(&field, known, language.as_ref()));
    let until = section.optional("until").map(|field| field.time_of_day());
    let plan = BoothPlan {
        id: id?,
        name: name?,
        language: language?,
        outputs: outputs?,
        from: from.unwrap_or_default(),
        until_ms: None,
    };
    Some(BoothEntry { plan, until: until.unwrap_or_default() })
}

/// The id of a booth, which leaves room for the name of its chat room.
fn booth_id(field: &Field<'_>, seen: &mut BTreeMap<BoothId, usize>) -> Option<BoothId> {
    let id: BoothId = field.new_id(seen)?;
    if id.as_str().len() > BOOTH_ID_BYTES_MAX {
        let wrong = format!("has {} characters", id.as_str().len());
        field.fault(wrong, format!("shorten it to {BOOTH_ID_BYTES_MAX} at most"));
        return None;
    }
    Some(id)
}

/// Languages that a booth works from beside its own.
fn working_from(field: &Field<'_>, known: &Known<'_>, own: Option<&Language>) -> Vec<Language> {
    let mut seen = BTreeMap::new();
    if field.is_empty_list() {
        field.fault("names no language", "name those that the booth works from, or delete it for all");
    }
    let read = |field: &Field<'_>| {
        let language = field.only_once(field.working_language(known)?, &mut seen)?;
        if own == Some(&language) {
            field.fault("is the booth's own language", "delete it: its own a booth always understands");
        }
        Some(language)
    };
    field.items(LANGUAGES_MAX).iter().filter_map(read).collect()
}
