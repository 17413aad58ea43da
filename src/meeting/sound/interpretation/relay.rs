//! Who feeds which channel, and what comes back to a booth by relay.

use super::{Booth, BoothPlan, ChannelPlan, OnAir, Output};
use crate::meeting::Meeting;
use crate::meeting::view::{Gap, GapView, RelayBar};
use crate::terms::ids::{BoothId, ChannelId, Language};

/// A booth as planned and as it stands.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// As planned.
    pub plan: &'a BoothPlan,
    /// As it stands.
    pub booth: &'a Booth,
}

impl<'a> At<'a> {
    /// The channel of an output, if the booth has that output.
    pub fn channel(&self, output: Output) -> Option<&'a ChannelId> {
        match output {
            Output::A => self.plan.outputs.first(),
            Output::B => self.plan.outputs.get(1),
        }
    }

    /// Who is on air, and for which channel.
    pub fn on_air(&self) -> Option<(&'a OnAir, &'a ChannelId)> {
        Some((self.booth.on_air.as_ref()?, self.channel(self.booth.output)?))
    }
}

/// The booths in the charter's order.
pub fn booths(meeting: &Meeting) -> impl Iterator<Item = At<'_>> {
    let plans = meeting.charter.iter().flat_map(|charter| &charter.booths);
    plans.filter_map(|plan| Some(At { plan, booth: meeting.interpretation.booths.get(&plan.id)? }))
}

/// The booth, if the session has it.
pub fn booth<'a>(meeting: &'a Meeting, id: &BoothId) -> Option<At<'a>> {
    booths(meeting).find(|at| at.plan.id == *id)
}

/// The booth of which somebody is on air for a channel.
pub fn feeding<'a>(meeting: &'a Meeting, channel: &ChannelId) -> Option<(At<'a>, &'a OnAir)> {
    booths(meeting).find_map(|at| {
        let (on_air, fed) = at.on_air()?;
        (fed == channel).then_some((at, on_air))
    })
}

/// Why a booth that feeds one channel may not take relay from another, if it may not. A booth that is off air is
/// looked at as if it were on air, so that what it chooses it may also use.
pub fn bar(meeting: &Meeting, booth: &BoothId, fed: &ChannelId, relay: &ChannelId) -> Option<RelayBar> {
    if fed == relay {
        return Some(RelayBar::OwnOutput);
    }
    let others: Vec<(&ChannelId, &ChannelId)> = booths(meeting)
        .filter(|at| at.plan.id != *booth)
        .filter_map(|at| Some((at.on_air()?.1, at.booth.relayed()?)))
        .collect();
    let mut channel = relay;
    // Each step goes to another booth, or round a circle that the booth has no part in.
    for _ in 0..others.len() {
        let (_, from) = others.iter().find(|(feeds, _)| *feeds == channel)?;
        channel = from;
        if channel == fed {
            return Some(RelayBar::Cycle);
        }
    }
    None
}

/// Channels that would lack interpretation while a language is spoken, in the order of their numbers.
pub fn gaps<'a>(meeting: &'a Meeting, spoken: &'a Language) -> impl Iterator<Item = GapView> + use<'a> {
    let channels = meeting.charter.iter().flat_map(|charter| &charter.channels);
    let others =
        channels.filter(move |channel| channel.language.as_ref().is_some_and(|language| language != spoken));
    others.filter_map(move |channel| {
        let feeding = feeding(meeting, &channel.id);
        let (booth, gap) = match feeding {
            Some((at, _)) if hears(meeting, at, spoken) => return None,
            Some((at, _)) => (Some(at), Gap::NoSource),
            None => (candidate(meeting, channel), Gap::NoInterpreter),
        };
        Some(GapView { channel: channel.id.clone(), booth: booth.map(|at| at.plan.id.clone()), gap })
    })
}

/// The booth that could feed a channel: rather one of its language than one that works both ways.
fn candidate<'a>(meeting: &'a Meeting, channel: &ChannelPlan) -> Option<At<'a>> {
    let feeds = || booths(meeting).filter(|at| at.plan.outputs.contains(&channel.id));
    feeds().find(|at| channel.language.as_ref() == Some(&at.plan.language)).or_else(|| feeds().next())
}

/// Whether what a booth hears is of use while a language is spoken: it works from that, or takes relay from a channel
/// that would carry something.
fn hears(meeting: &Meeting, at: At<'_>, spoken: &Language) -> bool {
    let Some(relay) = at.booth.relayed() else { return at.plan.works_from(spoken) };
    let channels = meeting.charter.iter().flat_map(|charter| &charter.channels);
    let passes =
        channels.filter(|channel| channel.id == *relay).any(|it| it.language.as_ref() == Some(spoken));
    (passes && at.plan.works_from(spoken)) || (!passes && feeding(meeting, relay).is_some())
}
