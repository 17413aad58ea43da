//! Who is to speak, by which rank, and the orders that the desk has worked out for it.

use plenary::meeting::charter::{Charter, Region};
use plenary::meeting::procedure::speakers::{Policy, RequestState};
use plenary::meeting::refusal::{Field, Refusal};
use plenary::meeting::view::{Key, Scope};
use plenary::terms::people::{Category, Rank};
use serde_json::{Value, json};

use crate::harness::{LOT, Story, given};
use crate::sample::{MINUTE_MS, charter, delegation, id, person, wording};
use crate::words::*;

/// The sample with ranks, and three more seats: an observer State, an international organization, a UN entity.
fn ranked() -> Charter {
    let mut charter = charter();
    for (name, rank) in [
        ("alice", Rank::HeadOfDelegation),
        ("adam", Rank::Minister),
        ("bob", Rank::HeadOfState),
        ("badr", Rank::ViceMinister),
        ("carol", Rank::Minister),
    ] {
        charter.people.iter_mut().find(|person| person.id.as_str() == name).unwrap().rank = Some(rank);
    }
    let more =
        [("league", Category::Igo), ("unicef", Category::UnEntity), ("holy-see", Category::ObserverState)];
    for (name, category) in more {
        charter.delegations.push(delegation(name, category));
    }
    charter.people.push(person("lena", &[plenary::terms::people::Role::Delegate], Some("league"), "en"));
    charter
}

fn in_session() -> Story {
    given([]).housekeeping(convene(ranked())).happens([list_opened("main"), opened()])
}

fn proposal(story: &Story) -> Value {
    story.seen(&Key::Proposal(id("main")))
}

/// Delegations in the order that is proposed.
fn proposed(story: &Story) -> Vec<String> {
    let seen = proposal(story);
    let places = seen["places"].as_array().unwrap().iter();
    places.map(|place| place["delegation"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_request_shows_the_rank_of_who_is_to_speak() {
    let story = in_session().happens([requested("a", "alice"), requested("d", "dina")]);
    assert_eq!(story.seen(&Key::Request(id("a")))["rank"], "head_of_delegation");
    assert_eq!(story.seen(&Key::Request(id("d")))["rank"], Value::Null);
}

#[test]
fn the_person_who_speaks_may_change_at_the_last_minute_and_the_substitution_shows() {
    // Domain, section 2: the floor is given to a delegation; its person may change, and the substitution shows.
    let story = in_session().happens([requested("a", "alice"), called("a")]);
    let story = story.when("alice", name_speaker("a", "adam")).then([speaker_named("a", "adam")]);
    let seen = story.seen(&Key::Request(id("a")));
    assert_eq!((&seen["speaker"]["person"], &seen["rank"]), (&json!("adam"), &json!("minister")));
    assert_eq!(seen["instead_of"]["person"], "alice");
    // Whoever is named is who has the floor.
    let given =
        story.clone().happens([arrived("adam"), arrived("alice")]).when("clara", give_floor("a", None));
    assert_eq!(given.seen(&Key::Floor)["turn"]["speaker"]["person"], "adam");
    let back = story.when("adam", name_speaker("a", "alice")).then([speaker_named("a", "alice")]);
    assert_eq!(back.seen(&Key::Request(id("a")))["instead_of"], Value::Null);
}

#[test]
fn only_the_delegation_and_the_desk_name_its_speaker_and_only_one_of_its_own() {
    let story = in_session().happens([requested("a", "alice")]);
    story.clone().when("sam", name_speaker("a", "adam")).then([speaker_named("a", "adam")]);
    story.clone().when("bob", name_speaker("a", "adam")).then(Refusal::NotYourSeat {});
    let other = |person| Refusal::OtherSeat { person: id(person) };
    story.clone().when("alice", name_speaker("a", "bob")).then(other("bob"));
    story.clone().when("sam", name_speaker("a", "clara")).then(other("clara"));
    story.clone().when("alice", name_speaker("a", "nobody")).then(unknown(Field::Person));
    story.clone().when("alice", name_speaker("a", "alice")).then([]);
    let state = RequestState::OnFloor;
    story
        .happens([given_floor("t", "a", "alice")])
        .when("alice", name_speaker("a", "adam"))
        .then(Refusal::WrongRequestState { state });
}

#[test]
fn a_delegation_alone_sees_who_may_speak_for_it_the_highest_level_first() {
    let story = in_session();
    let team = story.seen(&Key::Team(id("egypt")));
    let people: Vec<&str> =
        team["people"].as_array().unwrap().iter().map(|at| at["person"].as_str().unwrap()).collect();
    assert_eq!(people, ["adam", "alice"]);
    assert!(story.shown_to(&Scope::Delegation(id("egypt"))).contains("name of adam"));
    for scope in [Scope::Everyone, Scope::Booths, Scope::Delegation(id("lebanon"))] {
        assert!(!story.shown_to(&scope).contains("name of adam"), "{scope}");
    }
}

#[test]
fn a_general_debate_goes_by_level_then_by_the_time_of_request() {
    // Domain, section 2: Heads of State, … Ministers, Vice-Ministers, chairs of delegation, then the time of request.
    let story = in_session().happens([
        requested("d", "dina"),
        requested("a", "alice"),
        requested("c", "carol"),
        requested("b", "bob"),
    ]);
    let story = story.when("sam", propose_order("main", Policy::Rank {}));
    assert_eq!(proposed(&story), ["lebanon", "tunisia", "egypt", "red-cross"]);
    let places = &proposal(&story)["places"];
    assert_eq!(places[0]["why"], json!({"why": "rank", "rank": "head_of_state"}));
    assert_eq!((&places[0]["place_now"], &places[3]["why"]["rank"]), (&json!(4), &Value::Null));
}

#[test]
fn within_a_level_regions_take_turns() {
    // Domain, section 2: by level, then geographical balance and time of request.
    let mut charter = ranked();
    charter.regions = ["nile", "levant"].map(|at| Region { id: at.to_owned(), name: wording(at) }).into();
    for (seat, region) in [("egypt", "nile"), ("lebanon", "levant"), ("tunisia", "nile")] {
        let seat = charter.delegations.iter_mut().find(|at| at.id.as_str() == seat).unwrap();
        seat.region = Some(region.to_owned());
    }
    charter.people.iter_mut().for_each(|person| person.rank = None);
    let story = given([]).housekeeping(convene(charter));
    let story = story.happens([list_opened("main"), opened()]);
    let story = story.happens([requested("a", "alice"), requested("c", "carol"), requested("b", "bob")]);
    let story = story.when("sam", propose_order("main", Policy::Rank {}));
    assert_eq!(proposed(&story), ["egypt", "lebanon", "tunisia"]);
}

#[test]
fn groups_speak_before_nationals_then_by_accreditation_category() {
    // Domain, section 2: groups before nationals, then members, observer States, other observers, IGOs, UN entities,
    // NHRIs, NGOs.
    let story = in_session()
        .when("sam", add_request("main", "red-cross"))
        .when("sam", add_request("main", "unicef"))
        .when("sam", add_request("main", "league"))
        .when("sam", add_request("main", "holy-see"))
        .when("alice", request_floor("main"))
        .when("bob", request_floor_in("main", "en", "the Arab Group"))
        .when("sam", propose_order("main", Policy::CategoryThenOrder {}));
    assert_eq!(proposed(&story), ["lebanon", "egypt", "holy-see", "league", "unicef", "red-cross"]);
    let places = &proposal(&story)["places"];
    assert_eq!(places[0]["why"], json!({"why": "group"}));
    assert_eq!(places[5]["why"], json!({"why": "category", "category": "ngo"}));
}

#[test]
fn categories_can_take_turns() {
    let story =
        in_session().happens([requested("a", "alice"), requested("b", "bob"), requested("d", "dina")]);
    let story = story.when("sam", propose_order("main", Policy::AlternateCategories {}));
    assert_eq!(proposed(&story), ["egypt", "red-cross", "lebanon"]);
    let why = &proposal(&story)["places"][2]["why"];
    assert_eq!(*why, json!({"why": "turn", "category": "member_state", "round": 2}));
}

#[test]
fn an_alphabetical_order_begins_with_the_delegation_on_which_the_lot_falls() {
    // The lot is shown: seven modulo four falls on the fourth of egypt, lebanon, red-cross, tunisia.
    let story = in_session().happens([
        requested("d", "dina"),
        requested("a", "alice"),
        requested("b", "bob"),
        requested("c", "carol"),
    ]);
    let story = story.when("sam", propose_order("main", Policy::Alphabetical { from: None }));
    assert_eq!(proposed(&story), ["tunisia", "egypt", "lebanon", "red-cross"]);
    assert_eq!(proposal(&story)["lot"], json!({"seed": LOT, "delegation": "tunisia"}));
    // One that was drawn elsewhere is named, and need not wait itself.
    let from = Some(id("holy-see"));
    let story = story.when("sam", propose_order("main", Policy::Alphabetical { from }));
    assert_eq!(proposed(&story), ["lebanon", "red-cross", "tunisia", "egypt"]);
    assert_eq!(proposal(&story)["lot"], Value::Null);
    let from = Some(id("nobody"));
    story.when("sam", propose_order("main", Policy::Alphabetical { from })).then(unknown(Field::Delegation));
}

#[test]
fn names_sort_by_the_hosts_first_language_and_the_forms_of_alif_are_one() {
    // Domain, section 2: lists re-sort in each language; Arabic leaves the article out, so keys are stored.
    let mut charter = ranked();
    for (seat, key) in [("egypt", "مصر"), ("lebanon", "لبنان"), ("tunisia", "إمارات"), ("red-cross", "اردن")]
    {
        let seat = charter.delegations.iter_mut().find(|at| at.id.as_str() == seat).unwrap();
        seat.sort_key.0.insert(id("ar"), key.to_owned());
    }
    let story = given([]).housekeeping(convene(charter));
    let asked =
        [requested("a", "alice"), requested("b", "bob"), requested("c", "carol"), requested("d", "dina")];
    let story = story.happens([list_opened("main"), opened()]).happens(asked);
    let from = Some(id("red-cross"));
    let story = story.when("sam", propose_order("main", Policy::Alphabetical { from }));
    assert_eq!(proposed(&story), ["red-cross", "tunisia", "lebanon", "egypt"]);
}

#[test]
fn an_order_is_a_suggestion_until_it_is_applied_and_the_log_of_moves_tells_of_it() {
    // Domain, section 2: the software computes a suggested order; the secretariat decides, and it is logged.
    let story =
        in_session().happens([requested("a", "alice"), requested("b", "bob"), requested("c", "carol")]);
    let story = story.when("sam", propose_order("main", Policy::Rank {})).then_tags(&["order_proposed"]);
    assert_eq!(story.queue("main"), ["a", "b", "c"]);
    let story = story.when("clara", apply_order("main", 3)).then_tags(&["order_applied"]);
    assert_eq!(story.queue("main"), ["b", "c", "a"]);
    let logged = story.seen(&Key::Move(id("main"), 0));
    assert_eq!((&logged["policy"], &logged["request"]), (&json!({"by": "rank"}), &Value::Null));
    assert_eq!(logged["by"]["en"], "name of clara (en)");
    assert_eq!(proposal(&story), Value::Null);
    story.when("clara", apply_order("main", 4)).then(Refusal::NoProposal {});
}

#[test]
fn an_order_of_a_list_that_has_changed_since_is_refused_with_the_list_and_proposed_again() {
    let story = in_session().happens([requested("a", "alice"), requested("b", "bob")]);
    let story = story.when("sam", propose_order("main", Policy::Rank {})).happens([requested("c", "carol")]);
    assert_eq!(proposal(&story)["stale"], true);
    let stale = Refusal::StaleList { version: 3, queue: vec![id("a"), id("b"), id("c")] };
    let story = story.when("sam", apply_order("main", 2)).then(stale.clone());
    let story = story.when("sam", apply_order("main", 3)).then(stale);
    let story = story.when("sam", propose_order("main", Policy::Rank {})).when("sam", apply_order("main", 3));
    assert_eq!(story.queue("main"), ["b", "c", "a"]);
}

#[test]
fn an_order_that_was_let_go_changes_nothing() {
    let story = in_session().happens([requested("a", "alice"), requested("b", "bob")]);
    story.clone().when("sam", dismiss_order("main")).then(Refusal::NoProposal {});
    let story = story.when("sam", propose_order("main", Policy::Rank {})).when("sam", dismiss_order("main"));
    let story = story.then([order_dismissed("main")]);
    assert_eq!((proposal(&story), story.queue("main")), (Value::Null, vec!["a".to_owned(), "b".to_owned()]));
}

#[test]
fn only_the_desk_sees_what_is_proposed() {
    let story = in_session().happens([requested("a", "alice"), requested("b", "bob")]).after(MINUTE_MS);
    let story = story.when("sam", propose_order("main", Policy::Rank {}));
    assert!(story.shown_to(&Scope::Desk).contains("\"proposal\""));
    for scope in [Scope::Everyone, Scope::Booths, Scope::Delegation(id("egypt"))] {
        assert!(!story.shown_to(&scope).contains("\"proposal\""), "{scope}");
    }
}
