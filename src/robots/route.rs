//! Which booth feeds which channel while a language is spoken.
//!
//! When the language of a booth that works both ways is spoken, it feeds the channel of its other output, and the other
//! booths take relay from there where they do not work from that language. A channel of the language itself needs no
//! booth: it carries the floor.

use std::collections::BTreeMap;

use crate::meeting::charter::Charter;
use crate::meeting::sound::interpretation::{BoothPlan, ChannelPlan, Output};
use crate::terms::ids::{BoothId, ChannelId, Language};

/// What a booth is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) output: Output,
    /// The channel it feeds.
    pub(super) channel: ChannelId,
    /// The language into which.
    pub(super) into: Language,
    /// The channel that it takes relay from; none for the floor.
    pub(super) relay: Option<ChannelId>,
}

/// What each booth is to do while a language is spoken; no entry for one that rests.
pub(super) fn wishes(charter: &Charter, spoken: &Language) -> BTreeMap<BoothId, Wish> {
    let others = charter.channels.iter().filter_map(|channel| Some((channel, channel.language.as_ref()?)));
    let others = others.filter(|(_, language)| *language != spoken);
    let mut wishes = BTreeMap::new();
    for (channel, into) in others {
        let free = |booth: &&BoothPlan| !wishes.contains_key(&booth.id);
        let feeds = |booth: &&BoothPlan| booth.outputs.contains(&channel.id);
        let candidates = || charter.booths.iter().filter(free).filter(feeds);
        let both_ways = candidates().find(|booth| booth.language == *spoken);
        let Some(booth) = both_ways.or_else(|| candidates().find(|booth| booth.language == *into)) else {
            continue;
        };
        let relay = if booth.works_from(spoken) { None } else { pivot(charter, booth, spoken) };
        let first = booth.outputs.first() == Some(&channel.id);
        let output = if first { Output::A } else { Output::B };
        let wish = Wish { output, channel: channel.id.clone(), into: into.clone(), relay };
        wishes.insert(booth.id.clone(), wish);
    }
    wishes
}

/// A channel in a language that the booth works from and does not feed.
fn pivot(charter: &Charter, booth: &BoothPlan, spoken: &Language) -> Option<ChannelId> {
    let of_use = |channel: &&ChannelPlan| {
        let language = channel.language.as_ref().filter(|language| *language != spoken);
        language.is_some_and(|language| *language != booth.language && booth.works_from(language))
    };
    let foreign = |channel: &&ChannelPlan| !booth.outputs.contains(&channel.id);
    charter.channels.iter().filter(of_use).find(foreign).map(|channel| channel.id.clone())
}
