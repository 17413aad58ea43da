//! Questions from the audience, and the timers of a panel.

use plenary::meeting::hall::questions::QuestionState;
use plenary::meeting::procedure::programme::Phase;
use plenary::terms::ids::QuestionId;
use serde_json::json;

use super::hall::Hall;

pub async fn step(hall: &mut Hall) {
    if hall.cast.on_stage.is_empty() || hall.meeting.programme.phase != Phase::Open {
        return;
    }
    if hall.meeting.questions.opened.is_none() {
        let desk = hall.cast.secretariat.clone();
        hall.ask(&desk, json!({"type": "open_questions"})).await;
    }
    audience(hall).await;
    moderate(hall).await;
    time(hall).await;
    if hall.meeting.charter.as_ref().is_some_and(|charter| charter.session.polls) {
        poll(hall).await;
    }
    follow_sheet(hall).await;
}

/// The desk asks the room; whoever is entitled answers, and some change their minds.
async fn poll(hall: &mut Hall) {
    let desk = hall.cast.secretariat.clone();
    let Some(poll) = hall.meeting.polls.open.clone() else {
        if hall.once_in(25) {
            let hands = json!({"type": "ask_for_hands", "question": {"en": "Shall we go on?"}, "for_against": true,
                               "entitled": "delegations", "limit_ms": 60_000});
            let poll = json!({"type": "open_poll", "question": {"en": "Which objective first?"}, "choices_max": 1,
                              "options": [{"en": "Data"}, {"en": "Pathways"}, {"en": "Skills"}],
                              "entitled": "everyone", "named": false, "live": false, "limit_ms": null});
            let wish = if hall.once_in(2) { hands } else { poll };
            hall.ask(&desk, wish).await;
        }
        return;
    };
    for _ in 0..6 {
        let delegates = hall.cast.delegates.iter().map(|delegate| &delegate.id);
        let all: Vec<_> = hall.cast.observers.iter().chain(delegates).cloned().collect();
        let Some(person) = hall.chance.one(&all).cloned() else { return };
        if hall.here.contains(&person) {
            let (choice, change) = (hall.chance.below(3), hall.once_in(4));
            let ballot = json!({"type": "cast_ballot", "poll": poll, "choices": [choice], "change": change});
            hall.ask(&person, ballot).await;
        }
    }
    if hall.once_in(12) {
        hall.ask(&desk, json!({"type": "close_poll", "poll": poll})).await;
        hall.ask(&desk, json!({"type": "publish_poll", "poll": poll})).await;
    }
}

/// Whoever runs the panel goes through its sheet.
async fn follow_sheet(hall: &mut Hall) {
    let sheet = &hall.meeting.run_sheet;
    let next = sheet.items.iter().find(|entry| entry.clock.is_none()).map(|entry| entry.id.clone());
    let version = sheet.version;
    if let Some(item) = next
        && hall.once_in(40)
    {
        let desk = hall.cast.secretariat.clone();
        hall.ask(&desk, json!({"type": "start_item", "item": item, "version": version})).await;
    }
}

async fn audience(hall: &mut Hall) {
    let delegates = hall.cast.delegates.iter().map(|delegate| &delegate.id);
    let all = hall.cast.observers.iter().chain(delegates);
    let here: Vec<_> = all.filter(|one| hall.here.contains(*one)).cloned().collect();
    let Some(person) = hall.chance.one(&here).cloned() else { return };
    if hall.once_in(6) {
        let number = hall.chance.below(1_000);
        let wish = json!({"type": "ask_question", "text": format!("Which of the 23 objectives, {number}?"),
                          "language": "en", "to": null, "anonymous": hall.once_in(5)});
        hall.ask(&person, wish).await;
    } else if hall.once_in(2) {
        let visible = questions(hall, QuestionState::Visible);
        let Some(question) = hall.chance.one(&visible).cloned() else { return };
        hall.ask(&person, json!({"type": "vote_for_question", "question": question})).await;
    }
}

fn questions(hall: &Hall, state: QuestionState) -> Vec<QuestionId> {
    let entries = hall.meeting.questions.entries.iter();
    entries.filter(|(_, entry)| entry.state == state).map(|(id, _)| id.clone()).collect()
}

async fn moderate(hall: &mut Hall) {
    let desk = hall.cast.secretariat.clone();
    let waiting = questions(hall, QuestionState::Waiting);
    if let Some(question) = waiting.first() {
        let wish = if hall.once_in(5) {
            json!({"type": "decline_question", "question": question, "reason": "asked already"})
        } else {
            json!({"type": "show_question", "question": question})
        };
        hall.ask(&desk, wish).await;
    }
    let visible = questions(hall, QuestionState::Visible);
    if visible.len() > 2 && hall.once_in(8) {
        let question = hall.chance.one(&visible).cloned().unwrap();
        let what =
            ["pin_question", "answer_question", "answer_question", "promote_question"][hall.chance.below(4)];
        hall.ask(&desk, json!({"type": what, "question": question})).await;
    }
}

async fn time(hall: &mut Hall) {
    let desk = hall.cast.secretariat.clone();
    if hall.meeting.panel.timer.is_some() {
        if hall.once_in(30) {
            hall.ask(&desk, json!({"type": "stop_timer"})).await;
        }
    } else if hall.once_in(10) {
        let stage = hall.cast.on_stage.clone();
        let person = hall.chance.one(&stage).cloned().unwrap();
        hall.ask(&desk, json!({"type": "start_timer", "person": person, "limit_ms": 180_000})).await;
    }
}
