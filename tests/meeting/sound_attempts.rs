//! What may be tried of microphones, booths and recording, as chance has it.

use plenary::meeting::Meeting;
use plenary::meeting::command::Command;
use plenary::meeting::sound::help::Trouble;
use plenary::meeting::sound::interpretation::{self, Output, Pending, Source};
use plenary::terms::ids::Millis;
use plenary::terms::people::Person;
use proptest::prelude::*;

use crate::attempts::{turn, who};
use crate::sample::PEOPLE;
use crate::words::*;

/// Something that may be tried of the sound.
#[derive(Debug, Clone)]
pub enum Sound {
    SpeakForTurn(bool),
    Agree(bool),
    /// One's own, or that of somebody.
    OpenMicrophone(Option<usize>),
    CloseMicrophone(Option<usize>),
    Mute(bool),
    ReportMicrophone(bool),
    OnAir(Output),
    OffAir,
    Output(Output),
    Source(Source),
    Relay(usize),
    Handover(usize, Millis),
    Accept(bool),
    Cancel(bool),
    SlowDown,
    FloorHeard(bool),
    Record(bool),
    Consent(bool),
    Call(Trouble),
    WithdrawCall,
    /// That of somebody, or one that is not there.
    Answer(usize),
    Settle(usize),
}

/// What is tried of the sound.
pub fn attempts_at_sound() -> impl Strategy<Value = Sound> {
    use Sound as S;
    let n = || 0..12_usize;
    let someone = || prop::option::weighted(0.6, 0..PEOPLE.len());
    let fresh = || prop::bool::weighted(0.85);
    let yes = || prop::bool::weighted(0.7);
    let output = || prop_oneof![3 => Just(Output::A), 1 => Just(Output::B)];
    let in_ms = || prop_oneof![Just(0), Just(5_000), Just(60_000), Just(60_001), Just(-1)];
    prop_oneof![
        2 => fresh().prop_map(S::SpeakForTurn),
        5 => yes().prop_map(S::Agree),
        3 => someone().prop_map(S::OpenMicrophone),
        2 => someone().prop_map(S::CloseMicrophone),
        3 => any::<bool>().prop_map(S::Mute),
        3 => any::<bool>().prop_map(S::ReportMicrophone),
        8 => output().prop_map(S::OnAir),
        2 => Just(S::OffAir),
        2 => output().prop_map(S::Output),
        4 => prop_oneof![1 => Just(Source::Floor), 3 => Just(Source::Relay)].prop_map(S::Source),
        6 => n().prop_map(S::Relay),
        6 => (n(), in_ms()).prop_map(|(mate, in_ms)| S::Handover(mate, in_ms)),
        4 => fresh().prop_map(S::Accept),
        1 => fresh().prop_map(S::Cancel),
        2 => Just(S::SlowDown),
        1 => any::<bool>().prop_map(S::FloorHeard),
        1 => yes().prop_map(S::Record),
        2 => yes().prop_map(S::Consent),
        2 => prop_oneof![Just(Trouble::NoSound), Just(Trouble::Microphone)].prop_map(S::Call),
        1 => Just(S::WithdrawCall),
        2 => n().prop_map(S::Answer),
        1 => n().prop_map(S::Settle),
    ]
}

pub fn command(meeting: &Meeting, attempt: &Sound) -> Command {
    match attempt {
        Sound::SpeakForTurn(fresh) => speak_for_turn(&turn(meeting, *fresh)),
        Sound::Agree(agrees) => agree(*agrees),
        Sound::OpenMicrophone(person) => open_microphone(speaking(meeting, *person).as_deref()),
        Sound::CloseMicrophone(person) => close_microphone(speaking(meeting, *person).as_deref()),
        Sound::Mute(mutes) => {
            if *mutes {
                mute()
            } else {
                unmute()
            }
        }
        Sound::ReportMicrophone(sounds) => report_microphone(*sounds),
        Sound::OnAir(output) => go_on_air(*output),
        Sound::OffAir => go_off_air(),
        Sound::Output(output) => choose_output(*output),
        Sound::Source(source) => choose_source(*source),
        Sound::Relay(n) => preselect_relay(["ar", "en", "fr", "ar", "en", "fr", "floor", "none"][n % 8]),
        Sound::Handover(n, in_ms) => request_handover(&mate(meeting, *n), *in_ms),
        Sound::Accept(fresh) => accept_handover(&handover(meeting, *fresh)),
        Sound::Cancel(fresh) => cancel_handover(&handover(meeting, *fresh)),
        Sound::SlowDown => ask_to_slow_down(),
        Sound::FloorHeard(heard) => report_floor_sound(*heard),
        Sound::Record(starts) => {
            if *starts {
                start_recording()
            } else {
                stop_recording()
            }
        }
        Sound::Consent(consents) => consent_to_recording(*consents),
        Sound::Call(trouble) => call_for_help(*trouble),
        Sound::WithdrawCall => withdraw_call(),
        Sound::Answer(n) => answer_call(&calling(meeting, *n)),
        Sound::Settle(n) => settle_call(&calling(meeting, *n)),
    }
}

/// Somebody who calls for help, or somebody who does not.
fn calling(meeting: &Meeting, number: usize) -> String {
    let calls: Vec<String> = meeting.help.calls.keys().map(ToString::to_string).collect();
    number.checked_rem(calls.len()).map_or_else(|| "ivan".to_owned(), |place| calls[place].clone())
}

/// Whether a person has part in what a command on a handover is about.
pub fn is_concerned(meeting: &Meeting, person: &Person, command: &Command) -> bool {
    let Command::Interpretation(command) = command else { return true };
    if let interpretation::Command::RequestHandover { with, .. } = command {
        let mate = meeting.roster.person(with);
        return mate.is_some_and(|mate| mate.id != person.id && mate.booth == person.booth);
    }
    if let interpretation::Command::AcceptHandover { handover } = command {
        let pending = meeting.interpretation.handover(handover).map(|pending| &pending.handover);
        return pending.is_none_or(|it| it.asked_by != person.id && [&it.from, &it.to].contains(&&person.id));
    }
    true
}

/// A handover under way.
pub fn pending(meeting: &Meeting) -> Option<&Pending> {
    meeting.interpretation.booths.values().find_map(|booth| booth.handover.as_ref())
}

fn handover(meeting: &Meeting, fresh: bool) -> String {
    let pending = pending(meeting).filter(|_| fresh);
    pending.map_or("h999999".to_owned(), |pending| pending.handover.id.to_string())
}

/// One who is on air or works beside one who is, mostly.
fn mate(meeting: &Meeting, number: usize) -> String {
    let booths = meeting.interpretation.booths.iter().filter(|(_, booth)| booth.on_air.is_some());
    let mates: Vec<&Person> = booths.flat_map(|(id, _)| meeting.roster.interpreters(id)).collect();
    let mate = number.checked_rem(mates.len()).map(|place| mates[place].id.to_string());
    mate.unwrap_or_else(|| who(number).to_owned())
}

/// Somebody: half of the time whoever speaks in the turn.
fn speaking(meeting: &Meeting, number: Option<usize>) -> Option<String> {
    let number = number?;
    let speaker = meeting.floor.current.as_ref().and_then(|current| current.turn.speaker.as_ref());
    let speaker = speaker.filter(|_| number % 2 == 0).map(ToString::to_string);
    Some(speaker.unwrap_or_else(|| who(number).to_owned()))
}
