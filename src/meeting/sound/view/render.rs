//! The entities of the sound made from the state.

use crate::meeting::Meeting;
use crate::meeting::procedure::speakers::Entry;
use crate::meeting::sound::interpretation::{ChannelPlan, Output, Pending, relay, staff};
use crate::meeting::sound::microphones;
use crate::meeting::sound::plan::{self, Carries};
use crate::meeting::sound::view::render as sound;
use crate::meeting::view::render::View;
use crate::meeting::view::*;
use crate::terms::ids::{BoothId, ChannelId, Moment, PersonId};
use crate::terms::limits;
use crate::terms::people::Person;

/// What a channel carries, how good it is as a source, and whether it is recorded.
pub(in crate::meeting) fn channel_sound(
    view: &View<'_>,
    channel: &ChannelPlan,
) -> (CarriesView, Quality, bool) {
    let meeting = view.meeting;
    let carries = plan::carries(meeting, channel, plan::spoken(meeting));
    let recorded = plan::may_record(meeting, &carries);
    match carries {
        Carries::Floor => (CarriesView::Floor, Quality::Floor, recorded),
        Carries::Silence => (CarriesView::Silence, Quality::Silence, recorded),
        Carries::Interpretation(_) => {
            let relayed = relay::feeding(meeting, &channel.id).and_then(|(at, _)| at.booth.relayed());
            let quality = if relayed.is_some() { Quality::Relay } else { Quality::Direct };
            (CarriesView::Interpretation, quality, recorded)
        }
    }
}

pub(in crate::meeting) fn microphone(meeting: &Meeting, id: &PersonId) -> Option<MicrophoneView> {
    let live = plan::floor(meeting).into_iter().find(|live| live.person.id == *id)?;
    Some(MicrophoneView {
        id: id.clone(),
        name: live.person.name.clone(),
        delegation: live.person.delegation.clone(),
        kind: live.kind,
        since_ms: live.since_ms,
        connected: meeting.microphones.connected.contains_key(id),
        muted: meeting.microphones.muted.contains_key(id),
        silent: meeting.microphones.silent.contains_key(id),
    })
}

pub(in crate::meeting) fn your_microphone(meeting: &Meeting, person: &Person) -> YourMicrophone {
    let id = &person.id;
    let on_floor = plan::floor(meeting).iter().any(|live| live.person.id == *id);
    let channel = meeting.on_air(id);
    let live = match channel {
        Some(_) => Live::Channel,
        None if on_floor => Live::Floor,
        None => Live::Off,
    };
    YourMicrophone {
        may_publish: plan::may_publish(meeting, person),
        may_open: microphones::may_open(meeting, person),
        agrees: meeting.microphones.agreed.contains_key(id),
        connected: meeting.microphones.connected.contains_key(id),
        muted: meeting.microphones.muted.contains_key(id),
        silent: meeting.microphones.silent.contains_key(id),
        live,
        channel: channel.cloned(),
        closed_by_chair: microphones::closed_by_desk(meeting, id),
    }
}

/// When a slower pace was last asked for of somebody who is live on the floor, since they are.
pub(in crate::meeting) fn slow_down_at_ms(meeting: &Meeting, person: &Person) -> Option<Moment> {
    let live = plan::floor(meeting).into_iter().find(|live| live.person.id == person.id)?;
    meeting.interpretation.slow_down_at_ms.filter(|at_ms| *at_ms >= live.since_ms)
}

/// When the booth of an interpreter may ask for a slower pace again.
pub(in crate::meeting) fn slow_down_from_ms(meeting: &Meeting, person: &Person) -> Option<Moment> {
    let at_ms = relay::booth(meeting, person.interprets_in()?)?.booth.slow_down_at_ms?;
    Some(at_ms + limits::SLOW_DOWN_EVERY_MS)
}

pub(in crate::meeting) fn booth(view: &View<'_>, id: &BoothId) -> Option<BoothView> {
    let meeting = view.meeting;
    let at = relay::booth(meeting, id)?;
    let on_air = at.on_air().map(|(on_air, channel)| OnAirView {
        person: on_air.person.clone(),
        output: at.booth.output,
        channel: channel.clone(),
        since_ms: on_air.since_ms,
    });
    Some(BoothView {
        id: id.clone(),
        name: at.plan.name.clone(),
        language: at.plan.language.clone(),
        outputs: outputs(meeting, at),
        output: at.booth.output,
        interpreters: interpreters(meeting, id),
        on_air,
        source: at.booth.source,
        relay: at.booth.relay.clone(),
        relays: relays(view, at),
        handover: at.booth.handover.as_ref().map(handover),
        floor_unheard_since_ms: at.booth.floor_unheard_since_ms,
        until_ms: at.plan.until_ms,
    })
}

fn outputs(meeting: &Meeting, at: relay::At<'_>) -> Vec<OutputView> {
    let of = |output: Output| {
        let channel = at.channel(output)?.clone();
        let taken_by = relay::feeding(meeting, &channel).map(|(_, on_air)| on_air.person.clone());
        Some(OutputView { output, channel, taken_by })
    };
    [Output::A, Output::B].into_iter().filter_map(of).collect()
}

fn interpreters(meeting: &Meeting, booth: &BoothId) -> Vec<InterpreterView> {
    let mates = meeting.roster.interpreters(booth).map(|person| InterpreterView {
        person: person.id.clone(),
        name: person.name.clone(),
        present: meeting.presence.present.contains_key(&person.id),
        connected: meeting.microphones.connected.contains_key(&person.id),
        muted: meeting.microphones.muted.contains_key(&person.id),
        silent: meeting.microphones.silent.contains_key(&person.id),
        consents: meeting.recording.consents.contains(&person.id),
    });
    mates.collect()
}

fn relays(view: &View<'_>, at: relay::At<'_>) -> Vec<RelayView> {
    let meeting = view.meeting;
    let Some(fed) = at.channel(at.booth.output) else { return Vec::new() };
    let channels = meeting.charter.iter().flat_map(|charter| &charter.channels);
    let languages = channels.filter(|channel| channel.language.is_some());
    let relays = languages.map(|channel| RelayView {
        channel: channel.id.clone(),
        quality: channel_sound(view, channel).1,
        refused: relay::bar(meeting, &at.plan.id, fed, &channel.id),
    });
    relays.collect()
}

fn handover(pending: &Pending) -> HandoverView {
    let handover = &pending.handover;
    HandoverView {
        id: handover.id.clone(),
        from: handover.from.clone(),
        to: handover.to.clone(),
        asked_by: handover.asked_by.clone(),
        in_ms: handover.in_ms,
        expires_at_ms: pending.expires_at_ms,
        accepted_at_ms: pending.accepted_at_ms,
        completes_at_ms: pending.completes_at_ms,
    }
}

pub(in crate::meeting) fn listeners(meeting: &Meeting, id: &ChannelId) -> Option<ListenersView> {
    meeting.charter.as_ref()?.channels.iter().find(|channel| channel.id == *id)?;
    let people = meeting.interpretation.listeners.get(id).copied().unwrap_or(0);
    Some(ListenersView { id: id.clone(), people })
}

pub(in crate::meeting) fn pace(meeting: &Meeting) -> PaceView {
    PaceView { id: "pace".to_owned(), asked_at_ms: meeting.interpretation.slow_down_at_ms }
}

pub(in crate::meeting) fn recording(meeting: &Meeting) -> Option<RecordingView> {
    let silent: Vec<ChannelId> = meeting.recording.silent.iter().cloned().collect();
    (!silent.is_empty()).then(|| RecordingView { id: "recording".to_owned(), silent })
}

pub(in crate::meeting) fn readiness(meeting: &Meeting) -> ReadinessView {
    let next = next(meeting);
    let language = next.map(|entry| entry.request.language.clone());
    let unheard = relay::booths(meeting).filter(|at| at.booth.floor_unheard_since_ms.is_some());
    ReadinessView {
        id: "readiness".to_owned(),
        request: next.map(|entry| entry.request.id.clone()),
        staff: staff::staff(meeting, language.as_ref()),
        gaps: language.iter().flat_map(|language| relay::gaps(meeting, language)).collect(),
        language,
        floor_unheard: unheard.map(|at| at.plan.id.clone()).collect(),
        booths_until_ms: relay::booths(meeting).filter_map(|at| at.plan.until_ms).min(),
    }
}

/// Who comes next on the list in hand, else the request whose turn is in progress.
fn next(meeting: &Meeting) -> Option<&Entry> {
    let current = || meeting.speakers.request(&meeting.floor.current.as_ref()?.turn.request);
    head(meeting).or_else(current)
}

/// Who comes next on the list in hand.
pub(in crate::meeting) fn head(meeting: &Meeting) -> Option<&Entry> {
    meeting.speakers.request(meeting.speakers.next()?)
}

pub(in crate::meeting) fn channel(view: &View<'_>, id: &ChannelId) -> Option<ChannelView> {
    let channel = view.meeting.charter.as_ref()?.channels.iter().find(|channel| channel.id == *id)?;
    let (carries, quality, recorded) = sound::channel_sound(view, channel);
    Some(ChannelView {
        id: id.clone(),
        number: channel.number,
        language: channel.language.clone(),
        name: channel.name.clone(),
        carries,
        quality,
        recorded,
    })
}
