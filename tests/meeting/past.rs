//! What is over comes by page: the view does not grow with it, and every page together is the whole of it.

use std::collections::BTreeMap;

use plenary::meeting::event::Event;
use plenary::meeting::hall::polls::ClosedBy;
use plenary::meeting::procedure::floor::Ending;
use plenary::meeting::procedure::points_of_order::Ruling;
use plenary::meeting::view::{self, Entity, EntityRef, PastKind, PastPage, Scope};
use plenary::terms::ids::ListId;
use plenary::terms::limits;

use crate::harness::{Story, given, name_of};
use crate::sample::id;
use crate::words::*;

const SCOPES: [&str; 5] = ["everyone", "desk", "booths", "delegation", "person"];

fn scope(name: &str) -> Scope {
    match name {
        "everyone" => Scope::Everyone,
        "desk" => Scope::Desk,
        "booths" => Scope::Booths,
        "delegation" => Scope::Delegation(id("egypt")),
        _person => Scope::Person(id("rita")),
    }
}

fn begun() -> Story {
    let there = ["clara", "sam", "alice", "bob", "olga", "maya"].map(arrived);
    given(there).happens([list_opened("main"), opened(), questions_opened()])
}

/// One of everything that comes to an end, with the longest texts.
fn one_of_each(n: usize) -> Vec<Event> {
    let (r, w, t, p) = (format!("r{n}"), format!("w{n}"), format!("t{n}"), format!("p{n}"));
    let (m, a, d, v) = (format!("mo{n}"), format!("a{n}"), format!("d{n}"), format!("v{n}"));
    let text = "x".repeat(limits::TEXT_CHARS_MAX as usize);
    let mut happens = vec![
        requested(&r, "alice"),
        text_given(&r, "en", &text, true),
        requested(&w, "bob"),
        moved(&w, 2, 1, &"x".repeat(limits::REASON_CHARS_MAX as usize)),
        given_floor(&t, &r, "alice"),
        turn_ended(&t, Ending::Finished),
        sent_to_written(&w),
        point_raised(&p, "bob", None),
        point_ruled(&p, Ruling::Noted, &"x".repeat(limits::REASON_CHARS_MAX as usize)),
        motion_proposed(&m, plenary::meeting::procedure::motions::Kind::SuspendMeeting, None),
        motion_taken_up(&m),
        motion_withdrawn(&m),
        asked(&a, "olga"),
        question_shown(&a),
        question_answered(&a),
        asked(&d, "alice"),
        question_declined(&d, &"x".repeat(limits::REASON_CHARS_MAX as usize)),
    ];
    // A session has fewer polls than the rest.
    if n < limits::POLLS_MAX as usize {
        happens.extend([
            poll_opened_by_name(&v),
            ballot_cast(&v, of_seat("egypt"), "alice", &[0]),
            poll_closed(&v, ClosedBy::Desk),
            poll_published(&v),
        ]);
    }
    happens
}

fn after(rounds: std::ops::Range<usize>, story: Story) -> Story {
    story.happens(rounds.flat_map(one_of_each))
}

#[test]
fn no_view_grows_with_what_is_over() {
    let some = after(0..130, begun());
    let sizes = |story: &Story| SCOPES.map(|name| story.shown_to(&scope(name)).len());
    let before = sizes(&some);
    let more = after(130..260, some);
    for ((name, before), now) in SCOPES.iter().zip(before).zip(sizes(&more)) {
        // Numbers and ids have a digit more, and there are counts.
        assert!(now.saturating_sub(before) < 4_096, "{name}: {before} bytes became {now}");
        // All that is over, with the longest texts, in English: five statements' texts, and the rest.
        assert!(now < 600_000, "{name}: {now} bytes");
    }
}

#[test]
fn what_leaves_the_view_for_something_newer_is_told_as_gone_and_comes_back_with_it() {
    let mut held: BTreeMap<(String, String, String), Entity> = BTreeMap::new();
    let story = after(0..limits::HEARD_SHOWN + 15, begun());
    // The desk undoes that a statement was filed: what was let go for it is shown again.
    let story = story.happens([requested("last", "alice")]).when("clara", to_written("last"));
    let act = story.meeting.undo.last.as_ref().expect("it can be undone").seq;
    let story = story.when("clara", undo_act(act));
    let mut meeting = plenary::meeting::Meeting::default();
    for recorded in &story.log {
        let before = meeting.clone();
        meeting.evolve(recorded);
        let touched = view::touched(&before, &recorded.event, &meeting);
        for change in view::changes(&before, &touched, &meeting) {
            let EntityRef { kind, id } = change.key.entity_ref();
            let name = (change.scope.to_string(), kind, id);
            match change.entity {
                Some(entity) => drop(held.insert(name, entity)),
                None => drop(held.remove(&name)),
            }
        }
    }
    for name in SCOPES {
        let scope = scope(name);
        let shown = view::snapshot(&meeting, &scope).into_iter().map(|entity| {
            let EntityRef { kind, id } = name_of(&entity);
            ((scope.to_string(), kind, id), entity)
        });
        let of_scope = held.iter().filter(|((of, ..), _)| *of == scope.to_string());
        let built: BTreeMap<_, _> = of_scope.map(|(name, entity)| (name.clone(), entity.clone())).collect();
        assert_eq!(shown.collect::<BTreeMap<_, _>>(), built, "{name}");
    }
}

/// All pages of a kind as somebody reads them: the names of the entities, the oldest first.
fn read(story: &Story, person: &str, kind: PastKind, limit: usize) -> Vec<EntityRef> {
    let list: ListId = id("main");
    let person = story.meeting.roster.person(&id(person)).unwrap();
    let (mut before, mut read): (Option<String>, Vec<EntityRef>) = (None, Vec::new());
    loop {
        let page = PastPage { kind, list: Some(&list), before: before.as_deref(), limit };
        let (entities, more) = view::past(&story.meeting, person, &page).expect("a page");
        let names: Vec<EntityRef> = entities.iter().map(name_of).collect();
        if let Some(first) = names.first() {
            before = Some(first.id.clone());
        }
        read.splice(0..0, names);
        if !more {
            return read;
        }
        assert!(!entities.is_empty(), "a page of nothing before more");
    }
}

#[test]
fn the_pages_together_are_all_that_is_over_in_its_order() {
    let story = after(0..120, begun());
    let ids = |prefix: &str| (0..120).map(|n| format!("{prefix}{n}")).collect::<Vec<_>>();
    let kinds = [
        (PastKind::Heard, "request", "r"),
        (PastKind::Written, "request", "w"),
        (PastKind::Points, "point", "p"),
        (PastKind::Motions, "motion", "mo"),
        (PastKind::Answered, "question", "a"),
        (PastKind::Moves, "move", "main-"),
    ];
    for (kind, name, prefix) in kinds {
        let read = read(&story, "clara", kind, 7);
        assert!(read.iter().all(|one| one.kind == name), "{kind:?}");
        assert_eq!(read.iter().map(|one| one.id.clone()).collect::<Vec<_>>(), ids(prefix), "{kind:?}");
    }
    let polls = read(&story, "clara", PastKind::Polls, 100);
    let polls: Vec<String> = polls.into_iter().filter(|one| one.kind == "poll").map(|one| one.id).collect();
    assert_eq!(polls, ids("v"));
}

#[test]
fn nobody_reads_in_a_page_what_their_view_would_not_hold() {
    let story = after(0..60, begun());
    for kind in [PastKind::Moves, PastKind::Questions] {
        let kinds: Vec<String> = read(&story, "olga", kind, 200).into_iter().map(|one| one.kind).collect();
        assert!(!kinds.iter().any(|kind| kind == "move" || kind == "moderation"), "{kind:?}");
    }
    assert!(!read(&story, "sam", PastKind::Moves, 200).is_empty());
    let unknown = PastPage { kind: PastKind::Points, list: None, before: Some("nothing"), limit: 10 };
    let olga = story.meeting.roster.person(&id("olga")).unwrap();
    assert_eq!(view::past(&story.meeting, olga, &unknown), None);
}

#[test]
fn a_delegation_has_its_share_of_texts_for_what_it_waits_with() {
    let mut charter = crate::sample::charter();
    charter.lists[0].requests_per_delegation_max = 100;
    let story = begun().housekeeping(convene(charter));
    let max = limits::TEXTS_OF_DELEGATION_MAX;
    let waits = (0..=max).map(|n| requested(&format!("q{n}"), "alice"));
    let texts = (0..max).map(|n| text_given(&format!("q{n}"), "en", "Thank you", false));
    let story = story.happens(waits.chain(texts));
    let full = plenary::meeting::refusal::Refusal::ShareFull { max };
    let story = story.when("alice", give_text(&format!("q{max}"), "en", "Thank you", false)).then(full);
    // What is there can be given anew.
    story.when("alice", give_text("q0", "en", "Thank you all", false)).then_tags(&["text_given"]);
}
