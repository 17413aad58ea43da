//! What may be tried with shows of hands, polls and the run sheet.

use plenary::meeting::Meeting;
use plenary::meeting::command::Command;
use plenary::meeting::hall::polls::Entitled;
use plenary::meeting::hall::run_sheet::Item;
use plenary::terms::ids::Millis;
use proptest::prelude::*;

use crate::sample::{MINUTE_MS, id};
use crate::words::*;

/// Something that may be tried. Numbers name a poll or an item by its place among those there are.
#[derive(Debug, Clone)]
pub enum Ask {
    Hands(bool, bool),
    Open {
        options: usize,
        most: u8,
        everyone: bool,
        named: bool,
        live: bool,
        limit_ms: Option<Millis>,
    },
    Cast(Vec<u8>, bool),
    TakeBack,
    /// Close, publish or withdraw.
    End(usize, usize),
    Sheet(usize, usize, bool),
}

pub fn attempts_to_ask() -> impl Strategy<Value = Ask> {
    use Ask as A;
    let n = || 0..12_usize;
    let open = (1..9_usize, 0..4_u8, any::<[bool; 3]>(), prop::option::of(20_000..300_000_i64));
    prop_oneof![
        1 => any::<[bool; 2]>().prop_map(|[against, everyone]| A::Hands(against, everyone)),
        3 => open.prop_map(|(options, most, [everyone, named, live], limit_ms)| A::Open {
            options, most, everyone, named, live, limit_ms
        }),
        14 => (prop::collection::vec(0..4_u8, 0..3), prop::bool::weighted(0.7)).prop_map(|(choices, change)| A::Cast(choices, change)),
        3 => Just(A::TakeBack),
        4 => (n(), n()).prop_map(|(which, how)| A::End(which, how)),
        8 => (n(), n(), prop::bool::weighted(0.9)).prop_map(|(which, how, fresh)| A::Sheet(which, how, fresh)),
    ]
}

fn entitled(everyone: bool) -> Entitled {
    if everyone { Entitled::Everyone } else { Entitled::Delegations }
}

pub fn command(meeting: &Meeting, attempt: &Ask) -> Command {
    let ids: Vec<_> = meeting.polls.entries.keys().map(ToString::to_string).collect();
    let open = meeting.polls.open.as_ref().map(ToString::to_string);
    let answered = open.or(ids.last().cloned()).unwrap_or_else(|| "v999999".to_owned());
    match attempt {
        Ask::Hands(true, _) => hands_for_against(),
        Ask::Hands(false, everyone) => hands(entitled(*everyone)),
        Ask::Open { options, most, everyone, named, live, limit_ms } => {
            poll_of(*options, *most, entitled(*everyone), *named, *live, *limit_ms)
        }
        Ask::Cast(choices, true) => cast_anew(&answered, choices),
        Ask::Cast(choices, false) => cast(&answered, choices),
        Ask::TakeBack => take_ballot_back(&answered),
        Ask::End(which, how) => {
            let some = which.checked_rem(ids.len()).map_or(answered.clone(), |place| ids[place].clone());
            match how % 4 {
                0 => close_poll(&answered),
                1 | 2 => publish_poll(&some),
                _ => withdraw_poll(&some),
            }
        }
        Ask::Sheet(which, how, fresh) => on_sheet(meeting, *which, *how, *fresh),
    }
}

fn on_sheet(meeting: &Meeting, which: usize, how: usize, fresh: bool) -> Command {
    let sheet = &meeting.run_sheet;
    let version = sheet.version + u32::from(!fresh);
    let item = which.checked_rem(sheet.items.len()).map(|place| sheet.items[place].id.to_string());
    let item = item.as_deref().unwrap_or("i999999");
    let told = Item { person: Some(id(["paul", "maya", "olga"][which % 3])), tells: true, ..film() };
    match how {
        0 => add_item(told, (which < 3).then_some(1), version),
        1 => change_item(
            item,
            Item { planned_ms: MINUTE_MS * i64::try_from(which + 1).unwrap(), ..told },
            version,
        ),
        2 => move_item(item, u16::try_from(which).unwrap(), version),
        3 => remove_item(item, version),
        4 | 5 => finish_item(item, version),
        _ => start_item(item, version),
    }
}
