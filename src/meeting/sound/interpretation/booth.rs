//! What is decided at a desk: who is on air and for which channel, what the booth hears, and its signals to the floor.

use super::relay::{self, At};
use super::{Event, OffAir, Output, Source, handover};
use crate::meeting::Meeting;
use crate::meeting::command::Context;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::refusal::{Field, Refusal};
use crate::meeting::sound::plan;
use crate::meeting::view::RelayBar;
use crate::terms::ids::ChannelId;
use crate::terms::limits;
use crate::terms::people::Person;

/// The booth in which a person interprets.
pub(super) fn desk<'a>(meeting: &'a Meeting, actor: &Person) -> Result<At<'a>, Refusal> {
    actor.interprets_in().and_then(|booth| relay::booth(meeting, booth)).ok_or(Refusal::NoBooth {})
}

/// Goes on air; on air already, moves to the output.
pub(super) fn go_on_air(meeting: &Meeting, actor: &Person, output: Output) -> Result<Vec<Event>, Refusal> {
    meeting.programme.require(&[Phase::Scheduled, Phase::Open, Phase::Suspended])?;
    let at = desk(meeting, actor)?;
    match &at.booth.on_air {
        Some(on_air) if on_air.person == actor.id => return choose_output(meeting, actor, output),
        Some(on_air) => return Err(Refusal::BoothOnAir { person: on_air.person.clone() }),
        None => {}
    }
    if !meeting.presence.present.contains_key(&actor.id) {
        return Err(Refusal::Absent { person: actor.id.clone() });
    }
    if plan::is_live_on_floor(meeting, &actor.id) {
        return Err(Refusal::AlreadyLive {});
    }
    let channel = fed(at, output)?;
    free(meeting, at, channel)?;
    relayable(meeting, at, channel, at.booth.relayed())?;
    Ok(vec![Event::InterpreterOnAir { booth: at.plan.id.clone(), person: actor.id.clone(), output }])
}

/// Goes off air; whoever is not on air has nothing to do for it.
pub(super) fn go_off_air(meeting: &Meeting, actor: &Person) -> Result<Vec<Event>, Refusal> {
    let at = desk(meeting, actor)?;
    let on_air = at.booth.on_air.as_ref().filter(|on_air| on_air.person == actor.id);
    let off = on_air.map(|_| Event::InterpreterOffAir {
        booth: at.plan.id.clone(),
        person: actor.id.clone(),
        why: OffAir::Own,
    });
    let cancelled = off.as_ref().and_then(|_| handover::cancelled_by_off_air(at));
    Ok(cancelled.into_iter().chain(off).collect())
}

pub(super) fn choose_output(
    meeting: &Meeting,
    actor: &Person,
    output: Output,
) -> Result<Vec<Event>, Refusal> {
    let at = desk(meeting, actor)?;
    let channel = fed(at, output)?;
    if at.booth.output == output {
        return Ok(Vec::new());
    }
    match &at.booth.on_air {
        Some(on_air) if on_air.person != actor.id => {
            return Err(Refusal::BoothOnAir { person: on_air.person.clone() });
        }
        Some(_) => free(meeting, at, channel)?,
        None => {}
    }
    relayable(meeting, at, channel, at.booth.relayed())?;
    Ok(vec![Event::OutputChosen { booth: at.plan.id.clone(), output }])
}

pub(super) fn choose_source(
    meeting: &Meeting,
    actor: &Person,
    source: Source,
) -> Result<Vec<Event>, Refusal> {
    let at = desk(meeting, actor)?;
    if at.booth.source == source {
        return Ok(Vec::new());
    }
    if source == Source::Relay {
        let relay = at.booth.relay.as_ref().ok_or(Refusal::NoRelay {})?;
        relayable(meeting, at, fed(at, at.booth.output)?, Some(relay))?;
    }
    Ok(vec![Event::SourceChosen { booth: at.plan.id.clone(), source }])
}

/// Preselects a channel for relay. While the booth hears the floor, one that would come back to it may be preselected
/// all the same: it is refused when it is to be heard.
pub(super) fn preselect_relay(
    meeting: &Meeting,
    actor: &Person,
    channel: &ChannelId,
) -> Result<Vec<Event>, Refusal> {
    let at = desk(meeting, actor)?;
    let channels = meeting.charter.iter().flat_map(|charter| &charter.channels);
    let mut languages = channels.filter(|channel| channel.language.is_some());
    if !languages.any(|known| known.id == *channel) {
        return Err(Refusal::Unknown { field: Field::Channel });
    }
    if at.booth.relay.as_ref() == Some(channel) {
        return Ok(Vec::new());
    }
    match (at.booth.source, fed(at, at.booth.output)?) {
        (Source::Floor, fed) if fed == channel => {
            return Err(Refusal::OwnOutput { channel: channel.clone() });
        }
        (Source::Floor, _) => {}
        (Source::Relay, fed) => relayable(meeting, at, fed, Some(channel))?,
    }
    Ok(vec![Event::RelayPreselected { booth: at.plan.id.clone(), channel: channel.clone() }])
}

pub(super) fn ask_to_slow_down(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
) -> Result<Vec<Event>, Refusal> {
    let at = desk(meeting, actor)?;
    if plan::floor(meeting).is_empty() {
        return Err(Refusal::FloorSilent {});
    }
    let retry_at_ms = at.booth.slow_down_at_ms.map(|asked_at_ms| asked_at_ms + limits::SLOW_DOWN_EVERY_MS);
    if let Some(retry_at_ms) = retry_at_ms.filter(|retry_at_ms| context.now_ms < *retry_at_ms) {
        return Err(Refusal::TooSoon { retry_at_ms });
    }
    Ok(vec![Event::SlowDownAsked { booth: at.plan.id.clone(), person: actor.id.clone() }])
}

pub(super) fn report_floor_sound(
    meeting: &Meeting,
    actor: &Person,
    heard: bool,
) -> Result<Vec<Event>, Refusal> {
    let at = desk(meeting, actor)?;
    let so_already = at.booth.floor_unheard_since_ms.is_none() == heard;
    let reported = Event::FloorSoundReported { booth: at.plan.id.clone(), heard };
    Ok((!so_already).then_some(reported).into_iter().collect())
}

/// What follows when a person has left or their microphone is lost: they are off air, and their handover is over.
pub(in crate::meeting) fn gone(meeting: &Meeting, person: &Person, why: OffAir) -> Vec<Event> {
    let Ok(at) = desk(meeting, person) else { return Vec::new() };
    let on_air = at.booth.on_air.as_ref().filter(|on_air| on_air.person == person.id);
    let off = on_air.map(|_| Event::InterpreterOffAir {
        booth: at.plan.id.clone(),
        person: person.id.clone(),
        why,
    });
    handover::cancelled_by_absence(at, &person.id).into_iter().chain(off).collect()
}

/// The channel of an output, which the booth must have.
fn fed(at: At<'_>, output: Output) -> Result<&ChannelId, Refusal> {
    at.channel(output).ok_or(Refusal::Unknown { field: Field::Output })
}

/// Refused while another booth is on air for the channel.
fn free(meeting: &Meeting, at: At<'_>, channel: &ChannelId) -> Result<(), Refusal> {
    match relay::feeding(meeting, channel) {
        Some((other, on_air)) if other.plan.id != at.plan.id => {
            Err(Refusal::ChannelTaken { channel: channel.clone(), person: on_air.person.clone() })
        }
        Some(_) | None => Ok(()),
    }
}

/// Refused if the booth, feeding one channel, would hear itself by relay from another.
fn relayable(
    meeting: &Meeting,
    at: At<'_>,
    fed: &ChannelId,
    relay: Option<&ChannelId>,
) -> Result<(), Refusal> {
    let Some(relay) = relay else { return Ok(()) };
    let channel = relay.clone();
    match relay::bar(meeting, &at.plan.id, fed, relay) {
        None => Ok(()),
        Some(RelayBar::OwnOutput) => Err(Refusal::OwnOutput { channel }),
        Some(RelayBar::Cycle) => Err(Refusal::RelayCycle { channel }),
    }
}
