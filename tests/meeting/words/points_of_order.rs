//! Words of the stories about points of order: commands and events in short.

use plenary::meeting::command::Command;
use plenary::meeting::event::Event;
use plenary::meeting::procedure::points_of_order::{self, Point, Ruling};
use plenary::terms::ids::Millis;

use crate::sample::id;

use super::people::seat_of;

pub fn raise_point() -> Command {
    Command::PointsOfOrder(points_of_order::Command::RaisePointOfOrder {})
}
pub fn withdraw_point(point: &str) -> Command {
    Command::PointsOfOrder(points_of_order::Command::WithdrawPointOfOrder { point: id(point) })
}
pub fn recognise(point: &str) -> Command {
    Command::PointsOfOrder(points_of_order::Command::RecognisePointOfOrder { point: id(point) })
}
pub fn rule_on(point: &str, ruling: Ruling, reason: &str) -> Command {
    let (point, reason) = (id(point), reason.to_owned());
    Command::PointsOfOrder(points_of_order::Command::RuleOnPointOfOrder { point, ruling, reason })
}
pub fn appeal_ruling(point: &str) -> Command {
    Command::PointsOfOrder(points_of_order::Command::AppealRuling { point: id(point) })
}
pub fn decide_appeal(point: &str, [in_favour, against, abstaining]: [u16; 3]) -> Command {
    let point = id(point);
    Command::PointsOfOrder(points_of_order::Command::DecideAppeal { point, in_favour, against, abstaining })
}
/// A person raises a point of order for their delegation.
pub fn point_raised(point: &str, person: &str, turn: Option<&str>) -> Event {
    let delegation = id(seat_of(person));
    let point = Point { id: id(point), delegation, person: id(person), turn: turn.map(id) };
    Event::PointsOfOrder(points_of_order::Event::PointRaised { point })
}
pub fn point_withdrawn(point: &str) -> Event {
    Event::PointsOfOrder(points_of_order::Event::PointWithdrawn { point: id(point) })
}
pub fn point_recognised(point: &str, speaker: &str, limit_ms: Millis) -> Event {
    let (point, speaker) = (id(point), id(speaker));
    Event::PointsOfOrder(points_of_order::Event::PointRecognised { point, speaker, limit_ms })
}
pub fn point_limit_reached(point: &str) -> Event {
    Event::PointsOfOrder(points_of_order::Event::PointLimitReached { point: id(point) })
}
pub fn point_ruled(point: &str, ruling: Ruling, reason: &str) -> Event {
    let (point, reason) = (id(point), reason.to_owned());
    Event::PointsOfOrder(points_of_order::Event::PointRuled { point, ruling, reason })
}
pub fn ruling_appealed(point: &str, delegation: &str) -> Event {
    let (point, delegation) = (id(point), id(delegation));
    Event::PointsOfOrder(points_of_order::Event::RulingAppealed { point, delegation })
}
pub fn appeal_decided(point: &str, stands: bool, [in_favour, against, abstaining]: [u16; 3]) -> Event {
    let point = id(point);
    Event::PointsOfOrder(points_of_order::Event::AppealDecided {
        point,
        stands,
        in_favour,
        against,
        abstaining,
    })
}
pub fn point_lapsed(point: &str) -> Event {
    Event::PointsOfOrder(points_of_order::Event::PointLapsed { point: id(point) })
}
