//! Words of the stories about microphones and the recording: commands and events in short.

use plenary::meeting::command::{Command, Housekeeping};
use plenary::meeting::event::Event;
use plenary::meeting::sound::microphones::Reported;
use plenary::meeting::sound::{microphones, recording};

use crate::sample::id;

pub fn agree(agrees: bool) -> Command {
    Command::Microphones(microphones::Command::AgreeToMicrophone { agrees })
}
pub fn open_microphone(person: Option<&str>) -> Command {
    Command::Microphones(microphones::Command::OpenMicrophone { person: person.map(id) })
}
pub fn close_microphone(person: Option<&str>) -> Command {
    Command::Microphones(microphones::Command::CloseMicrophone { person: person.map(id) })
}
pub fn mute() -> Command {
    Command::Microphones(microphones::Command::MuteMicrophone {})
}
pub fn unmute() -> Command {
    Command::Microphones(microphones::Command::UnmuteMicrophone {})
}
pub fn report_microphone(sounds: bool) -> Command {
    Command::Microphones(microphones::Command::ReportMicrophone { sounds })
}
pub fn start_recording() -> Command {
    Command::Recording(recording::Command::StartRecording {})
}
pub fn stop_recording() -> Command {
    Command::Recording(recording::Command::StopRecording {})
}
pub fn consent_to_recording(consents: bool) -> Command {
    Command::Recording(recording::Command::ConsentToRecording { consents })
}
/// Sound comes from a person's microphone.
pub fn heard(person: &str) -> Housekeeping {
    Housekeeping::Microphone(Reported { person: id(person), connected: true, node: None })
}
/// None comes any more.
pub fn unheard(person: &str) -> Housekeeping {
    Housekeeping::Microphone(Reported { person: id(person), connected: false, node: None })
}
pub fn agreed(person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneAgreed { person: id(person), agrees: true })
}
pub fn agreed_no_longer(person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneAgreed { person: id(person), agrees: false })
}
pub fn microphone_opened(person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneOpened { person: id(person) })
}
pub fn microphone_closed(person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneClosed { person: id(person) })
}
pub fn microphone_connected(person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneConnected { person: id(person), node: None })
}
pub fn microphone_lost(person: &str) -> Event {
    Event::Microphones(microphones::Event::MicrophoneLost { person: id(person), node: None })
}
pub fn microphone_muted(person: &str, muted: bool) -> Event {
    Event::Microphones(microphones::Event::MicrophoneMuted { person: id(person), muted })
}
pub fn microphone_reported(person: &str, sounds: bool) -> Event {
    Event::Microphones(microphones::Event::MicrophoneReported { person: id(person), sounds })
}
pub fn recording_started() -> Event {
    Event::Recording(recording::Event::RecordingStarted {})
}
pub fn recording_stopped() -> Event {
    Event::Recording(recording::Event::RecordingStopped {})
}
pub fn recording_moved(node: Option<&str>, part_ms: i64) -> Event {
    Event::Recording(recording::Event::RecordingMoved { node: node.map(id), part_ms })
}

pub fn records(from: Option<&str>, to: Option<&str>, goes_on: bool) -> Housekeeping {
    Housekeeping::TakeRecording(recording::Taking { from: from.map(id), to: to.map(id), goes_on })
}

pub fn recording_silent(channels: &[&str]) -> Event {
    Event::Recording(recording::Event::RecordingSilent {
        channels: channels.iter().map(|one| id(one)).collect(),
    })
}
/// The recorder reports which channels are recorded as silence.
pub fn records_silence(channels: &[&str]) -> Housekeeping {
    let channels = channels.iter().map(|one| id(one)).collect();
    Housekeeping::RecordingSilent(recording::Silent { node: None, channels })
}
pub fn recording_consent(person: &str, consents: bool) -> Event {
    Event::Recording(recording::Event::RecordingConsent { person: id(person), consents })
}
