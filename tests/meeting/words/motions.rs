//! Words of the stories about motions: commands and events in short.

use plenary::meeting::command::Command;
use plenary::meeting::event::Event;
use plenary::meeting::procedure::motions;

use crate::sample::id;

pub fn move_motion(kind: motions::Kind, list: Option<&str>) -> Command {
    Command::Motions(motions::Command::MoveMotion { kind, list: list.map(id) })
}
pub fn withdraw_motion(motion: &str) -> Command {
    Command::Motions(motions::Command::WithdrawMotion { motion: id(motion) })
}
pub fn take_up(motion: &str) -> Command {
    Command::Motions(motions::Command::TakeUpMotion { motion: id(motion) })
}
pub fn rule_out(motion: &str, reason: &str) -> Command {
    Command::Motions(motions::Command::RuleOutMotion { motion: id(motion), reason: reason.to_owned() })
}
pub fn speak_on(motion: &str, side: motions::Side, delegation: Option<&str>) -> Command {
    let (motion, delegation) = (id(motion), delegation.map(id));
    Command::Motions(motions::Command::SpeakOnMotion { motion, side, delegation })
}
pub fn decide_motion(motion: &str, [in_favour, against, abstaining]: [u16; 3]) -> Command {
    let motion = id(motion);
    Command::Motions(motions::Command::DecideMotion { motion, in_favour, against, abstaining })
}
pub fn carry_by_consent(motion: &str) -> Command {
    Command::Motions(motions::Command::CarryByConsent { motion: id(motion) })
}
pub fn motion_taken_up(motion: &str) -> Event {
    Event::Motions(motions::Event::MotionTakenUp { motion: id(motion) })
}
/// The chair proposes.
pub fn motion_proposed(motion: &str, kind: motions::Kind, list: Option<&str>) -> Event {
    let (id, list, person) = (id(motion), list.map(id), id("clara"));
    let motion = motions::Motion { id, kind, list, delegation: None, person, request: None };
    Event::Motions(motions::Event::MotionMoved { motion })
}
pub fn motion_lapsed(motion: &str) -> Event {
    Event::Motions(motions::Event::MotionLapsed { motion: id(motion) })
}
pub fn motion_withdrawn(motion: &str) -> Event {
    Event::Motions(motions::Event::MotionWithdrawn { motion: id(motion) })
}
pub fn motion_decided(motion: &str, carried: bool, vote: Option<motions::Tally>) -> Event {
    Event::Motions(motions::Event::MotionDecided { motion: id(motion), carried, vote })
}
