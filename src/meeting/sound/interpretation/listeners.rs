//! How many listen to each channel, kept as people come, go and choose: each costs the same however many there are.

use std::collections::BTreeMap;

use super::heard;
use crate::meeting::Meeting;
use crate::terms::ids::{ChannelId, PersonId};
use crate::terms::people::Person;

/// The channel on which a person counts as a listener. Interpreters at work and screens are no audience.
pub(in crate::meeting) fn listens<'a>(meeting: &'a Meeting, person: &Person) -> Option<&'a ChannelId> {
    if person.is_display() || person.interprets_in().is_some() {
        return None;
    }
    heard(meeting, person).map(|channel| &channel.id)
}

/// Counts one person more or fewer on the channel that they hear.
pub(in crate::meeting) fn count(meeting: &mut Meeting, person: &PersonId, change: i32) {
    let channel = meeting.roster.person(person).and_then(|person| listens(meeting, person)).cloned();
    if let Some(channel) = channel {
        step(&mut meeting.interpretation.listeners, channel, change);
    }
}

/// Counts all who are present anew.
pub(in crate::meeting) fn counted(meeting: &Meeting) -> BTreeMap<ChannelId, u32> {
    let present = meeting.presence.present.keys().filter_map(|id| meeting.roster.person(id));
    let mut counts = BTreeMap::new();
    for channel in present.filter_map(|person| listens(meeting, person)) {
        step(&mut counts, channel.clone(), 1);
    }
    counts
}

fn step(counts: &mut BTreeMap<ChannelId, u32>, channel: ChannelId, change: i32) {
    let count = counts.get(&channel).copied().unwrap_or(0).saturating_add_signed(change);
    if count == 0 {
        counts.remove(&channel);
    } else {
        counts.insert(channel, count);
    }
}
