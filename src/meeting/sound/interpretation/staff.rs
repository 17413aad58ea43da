//! Who would interpret on each channel: booths are ready when somebody with a microphone sits in them.

use std::collections::BTreeSet;

use super::ChannelPlan;
use super::relay::{self, At};
use crate::meeting::Meeting;
use crate::meeting::view::{Staff, StaffView};
use crate::terms::ids::{BoothId, Language, PersonId};

/// The channels that need interpretation while a language is spoken, in the order of their numbers; all that have a
/// language where none is named. Nobody is counted for two channels, for one microphone feeds one.
pub fn staff(meeting: &Meeting, spoken: Option<&Language>) -> Vec<StaffView> {
    let channels = meeting.charter.iter().flat_map(|charter| &charter.channels);
    let needed = channels.filter(|channel| channel.language.is_some() && channel.language.as_ref() != spoken);
    let needed: Vec<&ChannelPlan> = needed.collect();
    // Whoever is on air for one channel is nobody's else.
    let on_air = needed.iter().filter_map(|channel| relay::feeding(meeting, &channel.id));
    let mut taken: BTreeSet<PersonId> = on_air.map(|(_, on_air)| on_air.person.clone()).collect();
    needed.into_iter().map(|channel| of_channel(meeting, channel, &mut taken)).collect()
}

fn of_channel(meeting: &Meeting, channel: &ChannelPlan, taken: &mut BTreeSet<PersonId>) -> StaffView {
    let view = |booth: Option<&BoothId>, person: Option<PersonId>, staff| StaffView {
        channel: channel.id.clone(),
        booth: booth.cloned(),
        person,
        staff,
    };
    if let Some((at, on_air)) = relay::feeding(meeting, &channel.id) {
        // One who is muted on air pauses, and is there all the same.
        let staff = if has_microphone(meeting, &on_air.person) { Staff::OnAir } else { Staff::NoMicrophone };
        return view(Some(&at.plan.id), Some(on_air.person.clone()), staff);
    }
    let booths = candidates(meeting, channel);
    let present = booths.iter().flat_map(|at| {
        let mates = meeting.roster.interpreters(&at.plan.id).map(|person| &person.id);
        mates.filter(|id| meeting.presence.present.contains_key(*id)).map(|id| (&at.plan.id, id))
    });
    let free: Vec<(&BoothId, &PersonId)> = present.filter(|(_, id)| !taken.contains(*id)).collect();
    let muted = |id: &PersonId| meeting.microphones.muted.contains_key(id);
    let ready = free.iter().find(|(_, id)| has_microphone(meeting, id) && !muted(id));
    if let Some((booth, person)) = ready {
        taken.insert((*person).clone());
        return view(Some(booth), Some((*person).clone()), Staff::Ready);
    }
    match (free.first(), booths.first()) {
        (Some((booth, person)), _) => view(Some(booth), Some((*person).clone()), Staff::NoMicrophone),
        (None, Some(at)) => view(Some(&at.plan.id), None, Staff::Nobody),
        (None, None) => view(None, None, Staff::NoBooth),
    }
}

/// The booths that could feed a channel: those of its own language first.
fn candidates<'a>(meeting: &'a Meeting, channel: &ChannelPlan) -> Vec<At<'a>> {
    let mut booths: Vec<At<'a>> =
        relay::booths(meeting).filter(|at| at.plan.outputs.contains(&channel.id)).collect();
    booths.sort_by_key(|at| channel.language.as_ref() != Some(&at.plan.language));
    booths
}

/// Whether something comes from a person's microphone, and its device gives sound.
fn has_microphone(meeting: &Meeting, person: &PersonId) -> bool {
    let microphones = &meeting.microphones;
    microphones.connected.contains_key(person) && !microphones.silent.contains_key(person)
}
