//! Words of the stories about booths, channels and handovers: commands and events in short.

use plenary::meeting::command::{Command, Housekeeping};
use plenary::meeting::event::Event;
use plenary::meeting::sound::interpretation::{self, Handover, HandoverEnd, OffAir, Output, Source};
use plenary::terms::ids::{Millis, Moment};

use crate::sample::id;

pub fn choose_channel(channel: &str) -> Command {
    Command::Interpretation(interpretation::Command::ChooseChannel { channel: id(channel) })
}
pub fn go_on_air(output: Output) -> Command {
    Command::Interpretation(interpretation::Command::GoOnAir { output })
}
pub fn go_off_air() -> Command {
    Command::Interpretation(interpretation::Command::GoOffAir {})
}
pub fn choose_output(output: Output) -> Command {
    Command::Interpretation(interpretation::Command::ChooseOutput { output })
}
pub fn choose_source(source: Source) -> Command {
    Command::Interpretation(interpretation::Command::ChooseSource { source })
}
pub fn preselect_relay(channel: &str) -> Command {
    Command::Interpretation(interpretation::Command::PreselectRelay { channel: id(channel) })
}
pub fn request_handover(with: &str, in_ms: Millis) -> Command {
    Command::Interpretation(interpretation::Command::RequestHandover { with: id(with), in_ms })
}
pub fn accept_handover(handover: &str) -> Command {
    Command::Interpretation(interpretation::Command::AcceptHandover { handover: id(handover) })
}
pub fn cancel_handover(handover: &str) -> Command {
    Command::Interpretation(interpretation::Command::CancelHandover { handover: id(handover) })
}
pub fn ask_to_slow_down() -> Command {
    Command::Interpretation(interpretation::Command::AskToSlowDown {})
}
pub fn report_floor_sound(heard: bool) -> Command {
    Command::Interpretation(interpretation::Command::ReportFloorSound { heard })
}
pub fn expire_handover(handover: &str) -> Housekeeping {
    Housekeeping::ExpireHandover(id(handover))
}
pub fn complete_handover(handover: &str) -> Housekeeping {
    Housekeeping::CompleteHandover(id(handover))
}
pub fn channel_chosen(person: &str, channel: &str) -> Event {
    let (person, channel) = (id(person), id(channel));
    Event::Interpretation(interpretation::Event::ChannelChosen { person, channel })
}
pub fn on_air(booth: &str, person: &str, output: Output) -> Event {
    let (booth, person) = (id(booth), id(person));
    Event::Interpretation(interpretation::Event::InterpreterOnAir { booth, person, output })
}
pub fn off_air(booth: &str, person: &str, why: OffAir) -> Event {
    let (booth, person) = (id(booth), id(person));
    Event::Interpretation(interpretation::Event::InterpreterOffAir { booth, person, why })
}
pub fn output_chosen(booth: &str, output: Output) -> Event {
    Event::Interpretation(interpretation::Event::OutputChosen { booth: id(booth), output })
}
pub fn source_chosen(booth: &str, source: Source) -> Event {
    Event::Interpretation(interpretation::Event::SourceChosen { booth: id(booth), source })
}
pub fn relay_preselected(booth: &str, channel: &str) -> Event {
    let (booth, channel) = (id(booth), id(channel));
    Event::Interpretation(interpretation::Event::RelayPreselected { booth, channel })
}
/// One who is on air in the Arabic booth asks a mate to take over.
pub fn handover_requested(handover: &str, from: &str, to: &str, asked_by: &str, in_ms: Millis) -> Event {
    let (booth, from, to, asked_by) = (id("arabic"), id(from), id(to), id(asked_by));
    let handover = Handover { id: id(handover), booth, from, to, asked_by, in_ms };
    Event::Interpretation(interpretation::Event::HandoverRequested { handover })
}
pub fn handover_accepted(handover: &str, at_ms: Moment) -> Event {
    Event::Interpretation(interpretation::Event::HandoverAccepted { handover: id(handover), at_ms })
}
pub fn handover_completed(handover: &str) -> Event {
    Event::Interpretation(interpretation::Event::HandoverCompleted { handover: id(handover) })
}
pub fn handover_cancelled(handover: &str, why: HandoverEnd) -> Event {
    Event::Interpretation(interpretation::Event::HandoverCancelled { handover: id(handover), why })
}
pub fn slow_down_asked(booth: &str, person: &str) -> Event {
    Event::Interpretation(interpretation::Event::SlowDownAsked { booth: id(booth), person: id(person) })
}
pub fn floor_sound_reported(booth: &str, heard: bool) -> Event {
    Event::Interpretation(interpretation::Event::FloorSoundReported { booth: id(booth), heard })
}
