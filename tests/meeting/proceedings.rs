//! The proceedings: what happened, told to all as it happened, and nothing that not all may see.

use plenary::meeting::charter::SessionKind;
use plenary::meeting::procedure::floor::{Ending, Halt};
use plenary::meeting::procedure::points_of_order::Ruling;
use plenary::meeting::view::{self, Entity, Scope};
use plenary::terms::limits;
use serde_json::{Value, json};

use crate::harness::{Story, given};
use crate::sample::{MINUTE_MS, START_MS, charter, id, wording};
use crate::words::*;

/// The facts so far, the oldest first.
fn told(story: &Story) -> Vec<Value> {
    let (paragraphs, more) = view::proceedings(&story.meeting, None, limits::PAGE_PARAGRAPHS_MAX);
    assert!(!more);
    assert!(paragraphs.iter().zip(1..).all(|(paragraph, number)| paragraph.number == number));
    paragraphs.iter().map(|paragraph| serde_json::to_value(&paragraph.fact).unwrap()).collect()
}

fn kinds(story: &Story) -> Vec<String> {
    told(story).iter().map(|fact| fact["what"].as_str().unwrap().to_owned()).collect()
}

fn last(story: &Story) -> Value {
    told(story).pop().unwrap()
}

/// Egypt has the floor, Lebanon waits; the chair, Alice, Adam and Bob are there.
fn egypt_speaks() -> Story {
    given(["clara", "alice", "adam", "bob"].map(arrived)).happens([
        agreed("alice"),
        list_opened("main"),
        opened(),
        requested("a", "alice"),
        requested("b", "bob"),
        given_floor("t", "a", "alice"),
    ])
}

#[test]
fn a_meeting_is_called_to_order_suspended_resumed_and_rises() {
    let story = given([arrived("clara")])
        .when("clara", open_session())
        .when("clara", suspend_session("lunch"))
        .when("clara", resume_session())
        .when("clara", close_session());
    assert_eq!(kinds(&story), ["meeting_opened", "meeting_suspended", "meeting_resumed", "meeting_closed"]);
    assert_eq!(told(&story)[0]["chair"]["name"], json!(wording("name of clara")));
    assert_eq!(told(&story)[1]["reason"], "lunch");
}

#[test]
fn a_chair_who_is_not_there_does_not_preside() {
    assert_eq!(last(&given([]).when("sam", open_session()))["chair"], Value::Null);
}

#[test]
fn a_list_is_opened_closed_and_opened_again() {
    let story = given([opened()])
        .when("clara", open_list("main"))
        .when("clara", close_list("main"))
        .when("clara", open_list("main"));
    assert_eq!(kinds(&story)[1..], ["list_opened", "list_closed", "list_opened"]);
    assert_eq!((&told(&story)[1]["again"], &told(&story)[3]["again"]), (&json!(false), &json!(true)));
}

#[test]
fn an_inscription_window_that_changes_nothing_is_not_told() {
    let story = given([list_opened("main"), inscription_opened("main", 1)]);
    assert_eq!(kinds(&story), ["list_opened"]);
    let story = story.happens([inscription_closed("main", 2), list_closed("main")]);
    assert_eq!(kinds(&story), ["list_opened", "list_closed"]);
}

#[test]
fn lists_that_close_because_the_meeting_rises_were_not_declared_closed() {
    let story = given([opened(), list_opened("main"), list_opened("reply"), recording_started()]);
    let declared = story.when("clara", close_list("reply")).after(1).when("clara", close_session());
    assert_eq!(
        kinds(&declared)[3..],
        ["recording_started", "list_closed", "recording_stopped", "meeting_closed"]
    );
}

#[test]
fn a_statement_is_one_paragraph_from_its_beginning_to_its_end() {
    let story = egypt_speaks();
    let statement = last(&story);
    assert_eq!(
        (&statement["what"], &statement["kind"], &statement["seat"]["name"], &statement["ending"]),
        (&json!("statement"), &json!("statements"), &json!(wording("egypt")), &Value::Null)
    );
    assert_eq!(statement["speaker"]["name"], json!(wording("name of alice")));
    let story = story.when("clara", extend_turn("t", MINUTE_MS)).after(200_000);
    let ended = last(&story.when("alice", finish_turn("t")));
    assert_eq!(
        (&ended["ending"], &ended["spoken_ms"], &ended["extended_ms"]),
        (&json!("finished"), &json!(200_000), &json!(60_000))
    );
}

#[test]
fn who_speaks_in_the_place_of_another_and_on_whose_behalf_stands_with_the_statement() {
    let story = given(["clara", "alice", "adam"].map(arrived))
        .happens([list_opened("main"), opened()])
        .when("alice", request_floor_in("main", "ar", "the Group"));
    let request = story.queue("main")[0].clone();
    let story = story.when("sam", name_speaker(&request, "adam")).when("clara", give_floor(&request, None));
    let statement = last(&story);
    assert_eq!(statement["speaker"]["person"], "adam");
    assert_eq!(
        (&statement["instead_of"]["person"], &statement["on_behalf_of"]),
        (&json!("alice"), &json!("the Group"))
    );
}

#[test]
fn whoever_goes_on_with_a_statement_is_named() {
    let story = egypt_speaks().when("adam", speak_for_turn("t"));
    let changed = last(&story);
    assert_eq!(
        (&changed["what"], &changed["speaker"]["person"], &changed["instead_of"]["person"]),
        (&json!("speaker_changed"), &json!("adam"), &json!("alice"))
    );
}

#[test]
fn a_right_of_reply_names_whose_statement_it_replies_to() {
    let story = egypt_speaks()
        .happens([turn_ended("t", Ending::Finished), list_opened("reply")])
        .when("bob", reply_to("reply", "a"));
    let reply = story.queue("reply")[0].clone();
    let statement = last(&story.when("clara", give_floor(&reply, None)));
    assert_eq!(
        (&statement["kind"], &statement["seat"]["delegation"], &statement["reply_to"]["delegation"]),
        (&json!("right_of_reply"), &json!("lebanon"), &json!("egypt"))
    );
}

#[test]
fn a_point_of_order_is_told_from_its_raising_to_the_vote() {
    let mut charter = charter();
    charter.session.rules = Some(serde_json::from_value(json!({"profile": "general_assembly"})).unwrap());
    let story = Story::unconvened()
        .housekeeping(convene(charter))
        .happens(["clara", "alice", "bob", "carol"].map(arrived))
        .happens([opened(), list_opened("main"), requested("a", "alice"), given_floor("t", "a", "alice")])
        .happens([
            point_raised("p", "carol", Some("t")),
            suspended_for("t", Halt::PointOfOrder, ""),
            point_recognised("p", "carol", MINUTE_MS),
            point_ruled("p", Ruling::Rejected, "It is a substance."),
            ruling_appealed("p", "lebanon"),
            appeal_decided("p", true, [1, 5, 2]),
            resumed_from("t", Halt::PointOfOrder),
        ]);
    let kinds = kinds(&story);
    assert_eq!(
        kinds[3..],
        [
            "point_raised",
            "point_heard",
            "point_ruled",
            "ruling_appealed",
            "appeal_decided",
            "statement_resumed"
        ]
    );
    let facts = told(&story);
    assert_eq!(facts[2]["interrupted"], json!(["point_of_order"]));
    assert_eq!(
        (&facts[5]["ruling"], &facts[5]["reason"]),
        (&json!("rejected"), &json!("It is a substance."))
    );
    assert_eq!(
        (&facts[6]["seat"]["delegation"], &facts[6]["of"]["delegation"]),
        (&json!("lebanon"), &json!("tunisia"))
    );
    assert_eq!((&facts[7]["stands"], &facts[7]["against"]), (&json!(true), &json!(5)));
}

#[test]
fn a_technical_stop_is_told_with_its_reason_and_its_end() {
    let story = egypt_speaks().when("clara", halt_turn("t", "No sound")).when("clara", resume_turn("t"));
    let facts = told(&story);
    assert_eq!(
        facts[3..].iter().map(|fact| &fact["what"]).collect::<Vec<_>>(),
        ["technical_stop", "statement_resumed"]
    );
    assert_eq!(facts[3]["reason"], "No sound");
}

#[test]
fn who_was_passed_over_or_filed_in_writing_is_told_with_whether_they_were_there() {
    let story =
        egypt_speaks().when("clara", pass_over("b")).happens([left("bob")]).when("clara", pass_over("b"));
    let facts = told(&story);
    assert_eq!((&facts[3]["absent"], &facts[4]["absent"]), (&json!(false), &json!(true)));
    assert_eq!(last(&story.when("clara", to_written("b")))["what"], "filed_in_writing");
}

#[test]
fn announcements_a_speaking_time_and_the_recording_are_told() {
    let story = given([opened()])
        .when("sam", announce(&[("en", "Lunch is served")]))
        .when("sam", set_speaking_time("main", None, 2 * MINUTE_MS))
        .when("sam", start_recording());
    assert_eq!(kinds(&story)[1..], ["announced", "speaking_time_set", "recording_started"]);
    assert_eq!(told(&story)[1]["text"]["en"], "Lunch is served");
}

#[test]
fn what_is_announced_to_the_conference_is_told_as_what_the_desk_announces() {
    let story = given([opened()]).when("sam", announce_to_all(&[("en", "Lunch is served")]));
    assert_eq!(kinds(&story)[1..], ["announced"]);
    let story = story.after(MINUTE_MS).housekeeping(follow(stands_in_conference(None)));
    assert_eq!(told(&story)[1]["withdrawn_at_ms"], START_MS + MINUTE_MS);
}

#[test]
fn an_announcement_that_is_taken_down_is_told_as_withdrawn_and_when() {
    let story = given([opened()]).when("sam", announce(&[("en", "Lunch is at 1 p.m.")]));
    let told_of = |story: &Story, at: usize| told(story)[at]["withdrawn_at_ms"].clone();
    assert_eq!(told_of(&story, 1), Value::Null);
    // Another takes its place on the screens; what was announced holds all the same.
    let story = story.after(MINUTE_MS).when("sam", announce(&[("en", "The bus leaves at 6 p.m.")]));
    assert_eq!(told_of(&story, 1), Value::Null);
    let shown = story.meeting.chat.announcements.last().unwrap().id.to_string();
    let story = story.after(MINUTE_MS).when("sam", take_down(&shown)).then_tags(&["announcement_taken_down"]);
    assert_eq!(kinds(&story)[1..], ["announced", "announced"]);
    assert_eq!(told_of(&story, 1), Value::Null);
    assert_eq!(told_of(&story, 2), json!(story.now_ms));
    // It stays told: what was said to the meeting was said.
    assert_eq!(told(&story)[2]["text"]["en"], "The bus leaves at 6 p.m.");
}

fn panel() -> Story {
    let mut charter = charter();
    charter.session.kind = SessionKind::Panel;
    Story::unconvened().housekeeping(convene(charter)).happens([arrived("maya"), arrived("paul"), opened()])
}

#[test]
fn a_panel_is_introduced_and_whoever_speaks_by_the_timer_is_told() {
    let story = panel();
    let opened = last(&story);
    assert_eq!(
        (&opened["moderator"]["person"], &opened["panellists"][0]["person"]),
        (&json!("maya"), &json!("paul"))
    );
    let story = story.when("maya", start_timer("paul", 10 * MINUTE_MS)).after(3 * MINUTE_MS);
    assert_eq!(last(&story)["spoken_ms"], Value::Null);
    // Also where the meeting rises before the timer was stopped.
    let story = story.when("maya", close_session());
    assert_eq!(told(&story)[1]["spoken_ms"], json!(3 * MINUTE_MS));
}

#[test]
fn a_question_is_told_once_answered_without_a_name_that_is_not_to_be_told() {
    let story = panel().happens([
        questions_opened(),
        asked_unnamed("q", "olga"),
        question_shown("q"),
        question_answered("q"),
        asked("w", "dina"),
        question_shown("w"),
        question_answered("w"),
    ]);
    let facts = told(&story);
    assert_eq!(facts.len(), 4);
    assert_eq!((&facts[2]["asker"], &facts[2]["seat"]), (&Value::Null, &Value::Null));
    assert_eq!(facts[3]["asker"], json!(wording("name of dina")));
    let text = facts[3]["text"].clone();
    assert!(text.is_string());
    // What the desk puts away is told no longer, but for that it was.
    let story = story.happens([question_archived("w"), question_archived("q")]);
    assert_eq!((&told(&story)[3]["text"], told(&story).len()), (&Value::Null, 4));
    assert!(!story.shown_to(&Scope::Everyone).contains(text.as_str().unwrap()));
}

#[test]
fn an_act_that_was_undone_leaves_no_trace() {
    let story = egypt_speaks().happens([point_raised("p", "bob", Some("t"))]);
    let acts = [
        recognise("p"),
        rule_on("p", Ruling::Noted, ""),
        suspend_session("lunch"),
        give_floor("b", Some("t")),
        stop_turn("t"),
        extend_turn("t", MINUTE_MS),
        pass_over("b"),
        to_written("b"),
        close_list("main"),
    ];
    for act in acts {
        let done = story.clone().after(1_000).when("clara", act);
        assert_ne!(told(&done), told(&story));
        // What happens meanwhile stays.
        let done = done.when("sam", announce(&[("en", "Lunch is served")]));
        let seq = done.meeting.undo.last.as_ref().unwrap().seq;
        let undone = done.after(1_000).when("clara", undo_act(seq));
        let mut facts = told(&undone);
        assert_eq!(facts.pop().unwrap()["what"], "announced");
        assert_eq!(facts, told(&story));
    }
}

#[test]
fn what_is_private_is_never_told() {
    let story = egypt_speaks()
        .happens([arrived("carol"), arrived("ivan")])
        .when("carol", request_floor("main"))
        .when("olga", send_message("PRIVATE chat"))
        .when("sam", set_pre_moderation("main", true))
        .when("olga", send_message("PRIVATE held"))
        .when("sam", mute_person("bob", "PRIVATE muting"))
        .when("sam", move_to("b", 2, 4, "PRIVATE reason of a move"))
        .when("bob", give_text("b", "en", "PRIVATE text", true))
        .when("sam", grant_extra_time("b", MINUTE_MS))
        .when("sam", decline("b", "PRIVATE reason of a refusal"))
        .when("sam", call("a"));
    let speaks_slowly = story.when("ivan", ask_to_slow_down()).happens([
        asked("q", "dina"),
        question_declined("q", "PRIVATE reason for the author"),
        microphone_lost("alice"),
    ]);
    assert_eq!(told(&speaks_slowly), told(&egypt_speaks()));
}

#[test]
fn paragraphs_stand_in_everybodys_scope_and_in_no_other_and_the_public_reads_none() {
    let mut charter = charter();
    charter.public_listening = true;
    let story = Story::unconvened()
        .housekeeping(convene(charter))
        .happens([opened()])
        .when("sam", announce(&[("en", "Lunch is served")]));
    let has = |scope: &Scope| {
        view::snapshot(&story.meeting, scope).iter().any(|entity| matches!(entity, Entity::Paragraph(_)))
    };
    assert!(has(&Scope::Everyone));
    let people = story.meeting.roster.people().map(|person| Scope::Person(person.id.clone()));
    for scope in [Scope::Desk, Scope::Booths, Scope::Delegation(id("egypt"))].into_iter().chain(people) {
        assert!(!has(&scope), "{scope}");
    }
    let public = serde_json::to_string(&view::public(&story.meeting)).unwrap();
    assert!(!public.contains("Lunch"));
}

#[test]
fn a_page_holds_the_newest_and_the_earlier_ones_are_read_page_by_page() {
    let mut story = given([opened()]);
    for n in 0..limits::PARAGRAPHS_SHOWN {
        story.record_unchecked(if n % 2 == 0 { list_opened("main") } else { list_closed("main") });
    }
    let live = view::snapshot(&story.meeting, &Scope::Everyone);
    let numbers: Vec<u32> = live
        .iter()
        .filter_map(
            |entity| if let Entity::Paragraph(paragraph) = entity { Some(paragraph.number) } else { None },
        )
        .collect();
    assert_eq!(numbers, (2..=51).collect::<Vec<u32>>());
    let (page, more) = view::proceedings(&story.meeting, Some(2), 10);
    assert_eq!((page.len(), page[0].number, more), (1, 1, false));
    let (page, more) = view::proceedings(&story.meeting, Some(20), 5);
    assert_eq!((page[0].number, page.last().unwrap().number, more), (15, 19, true));
    assert_eq!(view::proceedings(&story.meeting, Some(0), 5).0, []);
}
