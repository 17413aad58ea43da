//! The list of an agenda item goes on from sitting to sitting, and is in one place at a time.

use std::collections::BTreeSet;

use plenary::conference::view::{Entity, Scope, snapshot};
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::procedure::speakers::{Entry, RequestState, Whereabouts};
use plenary::meeting::refusal::{Code, Refusal};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::harness::{MINUTE_MS, OPENING_MS, Story, convened, id, plan, small, two_desks};

/// The small conference, whose statements are one list over both sessions.
fn debated() -> String {
    small() + ITEM
}

const ITEM: &str = "\n[[agenda_items]]\nid = \"debate\"\ntitle = { en = \"General debate\", ar = \"المناقشة العامة\" }\n\
                    lists = [\"statements\"]\n";

fn ask(on_behalf_of: &str) -> Value {
    json!({"type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": on_behalf_of})
}

fn hand_on(session: &str) -> Value {
    json!({"type": "hand_on_list", "list": "statements", "session": session})
}

fn close_item() -> Value {
    json!({"type": "close_agenda_item", "item": "debate"})
}

fn open() -> Value {
    json!({"type": "open_session"})
}

fn close() -> Value {
    json!({"type": "close_session"})
}

/// The opening under way, its list open, and Olive, then Cedar waiting there.
fn under_way() -> Story {
    let story = convened(&debated()).when_in("opening", "chair", open()).settled();
    let story = story.when_in("opening", "chair", json!({"type": "open_list", "list": "statements"}));
    let story = story.when_in("opening", "olive-1", ask("the group of trees"));
    story.when_in("opening", "cedar-1", ask("")).settled()
}

fn whereabouts(story: &Story, session: &str) -> Option<Whereabouts> {
    story.sitting(session).speakers.list(&id("statements")).unwrap().whereabouts.clone()
}

fn queue(story: &Story, session: &str) -> Vec<Entry> {
    let speakers = &story.sitting(session).speakers;
    let list = speakers.list(&id("statements")).unwrap();
    list.queue.iter().map(|request| speakers.request(request).unwrap().clone()).collect()
}

fn waiting(story: &Story, session: &str) -> Vec<String> {
    queue(story, session).iter().map(|entry| entry.request.delegation.to_string()).collect()
}

fn at(session: &str) -> Option<Whereabouts> {
    Some(Whereabouts::Sitting { session: id(session) })
}

#[test]
fn a_list_is_in_the_first_sitting_and_refused_in_the_others() {
    let story = under_way();
    assert_eq!(whereabouts(&story, "opening"), Some(Whereabouts::Here));
    assert_eq!(whereabouts(&story, "closing"), at("opening"));
    let elsewhere = Refusal::ListElsewhere { session: Some(id("opening")) };
    for (actor, command) in [
        ("cedar-1", ask("")),
        ("chair", json!({"type": "open_list", "list": "statements"})),
        ("chair", json!({"type": "take_up_list", "list": "statements"})),
        ("chair", json!({"type": "propose_order", "list": "statements", "policy": {"by": "first_come"}})),
        ("chair", json!({"type": "set_speaking_time", "list": "statements", "turn_ms": 60_000})),
    ] {
        let story = story.clone().when_in("closing", actor, command);
        assert_eq!(story.refused(), Some(&elsewhere));
    }
    // Where no item has it, each session has a list of its own.
    let own = convened(&small());
    assert_eq!((whereabouts(&own, "opening"), whereabouts(&own, "closing")), (None, None));
    story.assert_in_step();
}

#[test]
fn a_sitting_that_closes_lays_its_list_down_and_the_next_takes_it_up_with_who_waits_and_what_was_delivered() {
    let story = under_way();
    let give =
        json!({"type": "give_floor", "request": queue(&story, "opening")[0].request.id, "ending": null});
    let text = json!({"type": "give_text", "request": queue(&story, "opening")[1].request.id, "language": "en",
                      "text": "Mr. President, …", "mark": "check_against_delivery", "official": true});
    let story = story.when_in("opening", "cedar-1", text).when_in("opening", "chair", give);
    assert_eq!(story.refused(), None);
    let story = story.when_in("opening", "chair", close());
    // It is on its way: nobody waits anywhere, and nothing has lapsed.
    assert_eq!(whereabouts(&story, "opening"), Some(Whereabouts::OnItsWay));
    let story = story.settled();
    assert_eq!(
        (whereabouts(&story, "opening"), whereabouts(&story, "closing")),
        (at("closing"), Some(Whereabouts::Here))
    );
    let speakers = &story.sitting("closing").speakers;
    let list = speakers.list(&id("statements")).unwrap();
    assert!(list.open, "it takes requests as it did");
    let [cedar] = &queue(&story, "closing")[..] else { panic!("one waits") };
    assert_eq!((cedar.request.delegation.as_str(), cedar.state), ("cedar", RequestState::Inscribed));
    let texts = story.sitting("closing").texts.of(&cedar.request.id);
    assert_eq!(texts[0].1.text, "Mr. President, …");
    let delivered = speakers.request(list.heard.last().unwrap()).unwrap();
    assert_eq!((delivered.request.delegation.as_str(), delivered.state), ("olive", RequestState::Finished));
    assert_eq!(delivered.sitting, Some(id("opening")));
    assert_eq!(delivered.request.on_behalf_of, "the group of trees");
    // There it is as if it had been asked for: the session opens, and the delegation is called.
    let story = story.when_in("closing", "chair", open()).settled();
    let request = queue(&story, "closing")[0].request.id.clone();
    let story =
        story.when_in("closing", "chair", json!({"type": "give_floor", "request": request, "ending": null}));
    assert_eq!(story.refused(), None);
    story.assert_in_step();
}

#[test]
fn the_conference_keeps_a_list_until_a_sitting_can_have_it() {
    let story = under_way().when_in("opening", "chair", close()).settled();
    let story = story.when_in("closing", "chair", open()).when_in("closing", "chair", close()).settled();
    for session in ["opening", "closing"] {
        assert_eq!(whereabouts(&story, session), Some(Whereabouts::Conference));
    }
    let items: Vec<Entity> = snapshot(&story.conference, &Scope::Conference)
        .into_iter()
        .filter(|entity| matches!(entity, Entity::AgendaItem(_)))
        .collect();
    let [Entity::AgendaItem(item)] = &items[..] else { panic!("there is one item") };
    assert_eq!((item.lists[0].at.clone(), item.lists[0].kept, item.closed), (None, Some(2), false));
    let in_third = at("third");
    let at = |minutes: i64| OPENING_MS + minutes * MINUTE_MS;
    let add = json!({"type": "add_session", "session": "third", "like": "closing", "title": {"en": "Third"},
                     "starts_at_ms": at(120), "ends_at_ms": at(165)});
    let story = story.when("secretariat", add).then_tags(&["session_added", "list_handed_on"]).settled();
    assert_eq!(waiting(&story, "third"), ["olive", "cedar"]);
    // A sitting that is reopened has it no more: it went on.
    let closed_at_ms = story.sitting("closing").programme.since_ms;
    let reopen = json!({"type": "reopen_session", "closed_at_ms": closed_at_ms, "reason": "not over"});
    let story = story.when_in("closing", "chair", reopen).settled();
    assert_eq!(story.refused(), None);
    assert_eq!((whereabouts(&story, "closing"), waiting(&story, "third").len()), (in_third, 2));
    story.assert_in_step();
}

#[test]
fn a_list_that_is_kept_comes_back_to_a_sitting_that_is_reopened() {
    let story = under_way().when_in("opening", "chair", close()).settled();
    let story = story.when_in("closing", "chair", open()).when_in("closing", "chair", close()).settled();
    let closed_at_ms = story.sitting("opening").programme.since_ms;
    let reopen = json!({"type": "reopen_session", "closed_at_ms": closed_at_ms, "reason": "not over"});
    let story = story.when_in("opening", "chair", reopen).settled();
    assert_eq!(waiting(&story, "opening"), ["olive", "cedar"]);
    assert!(queue(&story, "opening").iter().all(|entry| entry.state == RequestState::Queued));
    story.assert_in_step();
}

#[test]
fn the_secretariat_hands_a_list_on_and_the_sitting_that_has_it_lays_it_down() {
    let story = under_way();
    story.clone().when("cedar-1", hand_on("closing")).then_code(Code::NotAllowed);
    story.clone().when("secretariat", hand_on("nowhere")).then_code(Code::Unknown);
    story.clone().when("secretariat", hand_on("opening")).then_tags(&[]);
    let unknown = json!({"type": "hand_on_list", "list": "questions", "session": "closing"});
    story.clone().when("secretariat", unknown).then_code(Code::Unknown);
    let story = story.when("secretariat", hand_on("closing")).then_tags(&["list_called_for"]);
    assert_eq!(whereabouts(&story, "opening"), Some(Whereabouts::OnItsWay));
    let story = story.settled();
    assert_eq!(
        (waiting(&story, "opening"), waiting(&story, "closing")),
        (vec![], vec!["olive".into(), "cedar".into()])
    );
    // Back, with the ids that they have had since they first went.
    let ids = |story: &Story, session: &str| -> Vec<String> {
        queue(story, session).iter().map(|entry| entry.request.id.to_string()).collect()
    };
    let there = ids(&story, "closing");
    let story = story.when("secretariat", hand_on("opening")).settled();
    assert_eq!(ids(&story, "opening"), there);
    // Whoever went on from a sitting comes back to it.
    let to_and_fro = story.clone().when("secretariat", hand_on("closing")).settled();
    assert_eq!(ids(&to_and_fro, "closing"), there);
    to_and_fro.assert_in_step();
    let over = story.clone().phase("closing", Phase::Closed);
    over.when("secretariat", hand_on("closing")).then_refused(&Refusal::WrongPhase { phase: Phase::Closed });
    let cancel = json!({"type": "cancel_session", "session": "closing", "reason": "", "version": null});
    let cancelled = story.clone().when("secretariat", cancel);
    cancelled.when("secretariat", hand_on("closing")).then_code(Code::SessionCancelled);
    story.assert_in_step();
}

#[test]
fn whoever_speaks_while_the_list_goes_on_has_spoken_elsewhere_and_goes_on_speaking_here() {
    let story = under_way();
    let give =
        json!({"type": "give_floor", "request": queue(&story, "opening")[0].request.id, "ending": null});
    let story = story.when_in("opening", "chair", give).after(MINUTE_MS);
    let story = story.when("secretariat", hand_on("closing")).settled();
    let turn = story.sitting("opening").floor.turn().expect("Olive still has the floor");
    let there = |story: &Story| {
        let speakers = &story.sitting("closing").speakers;
        let heard = &speakers.list(&id("statements")).unwrap().heard;
        heard.iter().map(|request| speakers.request(request).unwrap().clone()).collect::<Vec<Entry>>()
    };
    let [olive] = &there(&story)[..] else { panic!("one has spoken") };
    assert_eq!((olive.request.delegation.as_str(), olive.state), ("olive", RequestState::Finished));
    assert_eq!((olive.spoken_ms / MINUTE_MS, olive.sitting.clone()), (1, Some(id("opening"))));

    // The list comes back while Olive speaks, and goes again when Olive has finished: one statement all the time.
    let story = story.when("secretariat", hand_on("opening")).settled().after(MINUTE_MS);
    let story = story.when_in("opening", "chair", json!({"type": "stop_turn", "turn": turn}));
    assert_eq!(story.refused(), None);
    let story = story.when("secretariat", hand_on("closing")).settled();
    assert_eq!(there(&story).len(), 1);
    let own = &story.sitting("opening").speakers.list(&id("statements")).unwrap().heard;
    let request = story.sitting("opening").speakers.request(own.last().unwrap()).unwrap();
    assert_eq!((own.iter().count(), request.spoken_ms / MINUTE_MS), (1, 2));
    story.assert_in_step();
}

#[test]
fn a_list_leaves_a_sitting_that_does_not_take_place() {
    let story = convened(&debated());
    let open_list = json!({"type": "open_list", "list": "statements"});
    let story = story.when_in("opening", "chair", open_list).when_in("opening", "palm-1", ask(""));
    let cancel =
        json!({"type": "cancel_session", "session": "opening", "reason": "no quorum", "version": null});
    let story =
        story.when("secretariat", cancel).then_tags(&["session_cancelled", "list_called_for"]).settled();
    assert_eq!(
        (waiting(&story, "closing"), whereabouts(&story, "opening")),
        (vec!["palm".into()], at("closing"))
    );
    story.assert_in_step();
}

#[test]
fn to_close_an_item_ends_its_lists_wherever_they_are() {
    let story = under_way();
    story.clone().when("chair", close_item()).then_code(Code::NotAllowed);
    let unknown = json!({"type": "close_agenda_item", "item": "nothing"});
    story.clone().when("secretariat", unknown).then_code(Code::Unknown);
    let waited: Vec<Entry> = queue(&story, "opening");
    let story = story.when("secretariat", close_item()).then_tags(&["agenda_item_closed"]).settled();
    for session in ["opening", "closing"] {
        assert_eq!(whereabouts(&story, session), Some(Whereabouts::ItemClosed));
        let story = story.clone().when_in(session, "palm-1", ask(""));
        assert_eq!(story.refused(), Some(&Refusal::AgendaItemClosed {}));
    }
    let state = |entry: &Entry| story.sitting("opening").speakers.request(&entry.request.id).unwrap().state;
    assert!(waited.iter().all(|entry| state(entry) == RequestState::Lapsed));
    story.clone().when("secretariat", close_item()).then_tags(&[]);
    story.clone().when("secretariat", hand_on("closing")).then_code(Code::AgendaItemClosed);
    story.assert_in_step();
}

#[test]
fn an_item_of_several_sittings_is_decided_on_by_whoever_serves_all_of_them() {
    let story = convened(&(two_desks() + ITEM));
    story.clone().when("side-desk", close_item()).then_code(Code::NotAllowed);
    story.clone().when("side-desk", hand_on("closing")).then_code(Code::NotAllowed);
    story.when("secretariat", hand_on("closing")).then_tags(&["list_called_for"]);
}

#[test]
fn a_list_that_comes_to_be_an_items_loses_nobody_who_waits_in_any_sitting() {
    let story = convened(&small());
    let open_list = || json!({"type": "open_list", "list": "statements"});
    let story = story.when_in("opening", "chair", open_list()).when_in("opening", "olive-1", ask(""));
    let story = story.when_in("closing", "chair", open_list()).when_in("closing", "palm-1", ask(""));
    let story = story.settled().take_file(&plan(&debated())).settled();
    assert_eq!(
        (waiting(&story, "opening"), waiting(&story, "closing")),
        (vec!["olive".into(), "palm".into()], vec![])
    );
    story.assert_in_step();
}

#[derive(Debug, Clone)]
enum Step {
    In(usize, &'static str, Value),
    Desk(Value),
    /// Whoever waits first is given the floor.
    Give(usize),
    /// The desk undoes its last act.
    Undo(usize),
    Settle,
}

const SESSIONS: [&str; 2] = ["opening", "closing"];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let session = || 0..SESSIONS.len();
    let delegate = prop::sample::select(&["cedar-1", "olive-1", "palm-1"][..]);
    let chair = prop_oneof![
        3 => Just(open()),
        2 => Just(close()),
        3 => Just(json!({"type": "open_list", "list": "statements"})),
        1 => Just(json!({"type": "close_list", "list": "statements"})),
    ];
    let desk = prop_oneof![
        3 => prop::sample::select(&SESSIONS[..]).prop_map(hand_on),
        1 => prop::sample::select(&SESSIONS[..]).prop_map(|session| json!({
            "type": "cancel_session", "session": session, "reason": "", "version": null})),
    ];
    let step = prop_oneof![
        6 => (session(), delegate).prop_map(|(session, actor)| Step::In(session, actor, ask(""))),
        5 => (session(), chair).prop_map(|(session, command)| Step::In(session, "chair", command)),
        2 => desk.prop_map(Step::Desk),
        2 => session().prop_map(Step::Give),
        2 => session().prop_map(Step::Undo),
        4 => Just(Step::Settle),
    ];
    prop::collection::vec(step, 1..60)
}

fn take(story: Story, step: &Step) -> Story {
    match step {
        Step::In(session, actor, command) => story.when_in(SESSIONS[*session], actor, command.clone()),
        // A session that has begun is not cancelled: the conference is to know how far each has come.
        Step::Desk(command) if command["type"] == "cancel_session" => {
            story.settled().when("secretariat", command.clone())
        }
        Step::Desk(command) => story.when("secretariat", command.clone()),
        Step::Give(session) => {
            let Some(first) = queue(&story, SESSIONS[*session]).into_iter().next() else { return story };
            let turn = story.sitting(SESSIONS[*session]).floor.turn();
            let give = json!({"type": "give_floor", "request": first.request.id, "ending": turn});
            story.when_in(SESSIONS[*session], "chair", give)
        }
        Step::Undo(session) => {
            let Some(act) = story.sitting(SESSIONS[*session]).undo.last.clone() else { return story };
            story.when_in(SESSIONS[*session], "chair", json!({"type": "undo_act", "act": act.seq}))
        }
        Step::Settle => story.settled(),
    }
}

/// The delegations that wait, wherever their request is: in a sitting, on its way, or with the conference.
fn all_waiting(story: &Story) -> Vec<String> {
    let mut all: Vec<String> = SESSIONS.iter().flat_map(|session| waiting(story, session)).collect();
    let of = |folder: &plenary::meeting::procedure::speakers::Folder| -> Vec<String> {
        folder.waiting.iter().map(|waiting| waiting.request.delegation.to_string()).collect()
    };
    for session in SESSIONS {
        all.extend(
            story.sitting(session).speakers.laid_down.iter().flat_map(|laid_down| of(&laid_down.folder)),
        );
    }
    let kept = story.conference.lists.list(&id("statements")).filter(|standing| standing.at.is_none());
    all.extend(kept.and_then(|standing| standing.folder.clone()).iter().flat_map(|folder| of(folder)));
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_asked_nobody_who_waits_is_lost_or_waits_twice(steps in steps()) {
        let mut story = convened(&debated());
        let mut expected: BTreeSet<String> = BTreeSet::new();
        for step in &steps {
            let before = story.clone();
            story = take(story, step);
            let seats: Vec<String> = all_waiting(&story);
            let now: BTreeSet<String> = seats.iter().cloned().collect();
            prop_assert_eq!(now.len(), seats.len(), "somebody waits twice after {:?}", step);
            match step {
                // Whoever asks and is not refused waits.
                Step::In(_, actor, command) if command["type"] == "request_floor" => {
                    if story.refused().is_none() {
                        expected.insert(actor.trim_end_matches("-1").to_owned());
                    }
                }
                // Only giving the floor, or taking that back, changes who waits.
                Step::Give(_) | Step::Undo(_) => expected = now.clone(),
                Step::In(..) | Step::Desk(_) | Step::Settle => {}
            }
            prop_assert_eq!(&now, &expected, "after {:?}, before it {:?}", step, all_waiting(&before));
        }
        story = story.settled();
        let places: Vec<&str> = SESSIONS
            .into_iter()
            .filter(|session| whereabouts(&story, session) == Some(Whereabouts::Here))
            .collect();
        prop_assert!(places.len() <= 1, "the list is in {:?}", places);
        story.assert_in_step();
    }
}
