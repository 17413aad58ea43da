//! A list that is not in this sitting: it is with another sitting of its agenda item, or the item is closed.

use plenary::meeting::procedure::speakers::{Policy, Whereabouts};
use plenary::meeting::refusal::Refusal;
use plenary::meeting::view::Key;
use serde_json::json;

use crate::harness::Story;
use crate::sample::{charter, id};
use crate::words::*;

/// The sample session, whose main list is elsewhere.
fn given_that_main_is(place: Whereabouts) -> Story {
    let mut charter = charter();
    charter.item_lists.insert(id("main"), place);
    Story::unconvened().housekeeping(convene(charter)).happens([opened()])
}

#[test]
fn nothing_is_done_with_a_list_that_is_elsewhere() {
    let elsewhere = |session: Option<&str>| Refusal::ListElsewhere { session: session.map(id) };
    for (place, refusal) in [
        (Whereabouts::Sitting { session: id("closing") }, elsewhere(Some("closing"))),
        (Whereabouts::Conference, elsewhere(None)),
        (Whereabouts::ItemClosed, Refusal::AgendaItemClosed {}),
    ] {
        let story = given_that_main_is(place);
        for (actor, command) in [
            ("clara", open_list("main")),
            ("clara", close_list("main")),
            ("clara", take_up_list("main")),
            ("alice", request_floor("main")),
            ("clara", add_request("main", "egypt")),
            ("clara", propose_order("main", Policy::FirstCome {})),
            ("clara", set_speaking_time("main", None, 60_000)),
        ] {
            story.clone().when(actor, command).then(refusal.clone());
        }
    }
}

#[test]
fn the_meeting_works_through_a_list_that_is_here_and_the_floor_button_says_where_the_other_is() {
    let story = given_that_main_is(Whereabouts::Sitting { session: id("closing") });
    assert_eq!(story.seen(&Key::InHand)["list"], json!("reply"));
    let standing = story.seen(&Key::Standing(id("egypt"), id("main")));
    assert_eq!(standing["state"], json!("elsewhere"));
    let list = story.seen(&Key::List(id("main")));
    assert_eq!(list["whereabouts"], json!({"at": "sitting", "session": "closing"}));
}
