//! What may be tried on a panel: questions from the audience, and the timer on stage.

use plenary::meeting::Meeting;
use plenary::meeting::command::Command;
use plenary::meeting::hall::questions::{self, QuestionState};
use plenary::terms::ids::{Millis, PersonId};
use proptest::prelude::*;

use crate::words::*;

/// Something that may be tried. Numbers name a question, or what is done with it, by its place among those there are.
#[derive(Debug, Clone)]
pub enum OnPanel {
    TakeQuestions(bool),
    /// Named or not, of a panellist or of all, too long at times.
    Ask(usize, bool),
    WithdrawQuestion(usize),
    /// What the desk does with a question.
    Moderate(usize, usize),
    Vote(usize, bool),
    Timer(usize, Millis),
}

pub fn attempts_on_panel() -> impl Strategy<Value = OnPanel> {
    use OnPanel as A;
    let n = || 0..12_usize;
    let fresh = || prop::bool::weighted(0.85);
    prop_oneof![
        2 => fresh().prop_map(A::TakeQuestions),
        6 => (n(), any::<bool>()).prop_map(|(how, anonymous)| A::Ask(how, anonymous)),
        1 => n().prop_map(A::WithdrawQuestion),
        12 => (n(), n()).prop_map(|(which, what)| A::Moderate(which, what)),
        6 => (n(), prop::bool::weighted(0.7)).prop_map(|(which, gives)| A::Vote(which, gives)),
        3 => (n(), 5_000..90_000_i64).prop_map(|(who, limit_ms)| A::Timer(who, limit_ms)),
    ]
}

/// The author of the question that a command takes back: nobody else may.
pub fn asker(meeting: &Meeting, command: &Command) -> Option<PersonId> {
    let Command::Questions(questions::Command::WithdrawQuestion { question }) = command else { return None };
    meeting.questions.entry(question).map(|entry| entry.question.asker.person.clone())
}

pub fn command(meeting: &Meeting, attempt: &OnPanel) -> Command {
    match attempt {
        OnPanel::Timer(n, limit_ms) => match n % 4 {
            0 => stop_timer(),
            _ if *n > 7 => give_floor_on_stage(["paul", "maya", "olga"][n % 3], *limit_ms),
            n => start_timer(["paul", "maya", "olga"][n - 1], *limit_ms),
        },
        OnPanel::TakeQuestions(take) => {
            if *take {
                open_questions()
            } else {
                close_questions()
            }
        }
        OnPanel::Ask(n, anonymous) => {
            let to = [None, Some("paul"), None, Some("maya"), Some("olga")][n % 5];
            ask_of(&"Why? ".repeat(if *n == 11 { 101 } else { 1 }), to, *anonymous)
        }
        OnPanel::WithdrawQuestion(n) => withdraw_question(&question(meeting, *n, |_| true)),
        OnPanel::Moderate(n, what) => {
            let fitting = |state: QuestionState| what % 3 == 0 || state.is_open();
            let question = question(meeting, *n, fitting);
            match what % 8 {
                0..=2 => show_question(&question),
                3 => decline_question(&question, "question declined"),
                4 => answer_question(&question),
                5 => archive_question(&question),
                6 => {
                    if *n % 3 == 0 {
                        unpin_question(&question)
                    } else {
                        pin_question(&question)
                    }
                }
                _ => promote_question(&question),
            }
        }
        OnPanel::Vote(n, gives) => {
            let question = question(meeting, *n, |state| state == QuestionState::Visible);
            if *gives { vote_for(&question) } else { take_vote_back(&question) }
        }
    }
}

/// Mostly a question of a fitting state; sometimes another, or none that there is.
fn question(meeting: &Meeting, n: usize, fits: impl Fn(QuestionState) -> bool) -> String {
    let entries = meeting.questions.entries.iter().filter(|(_, entry)| n > 9 || fits(entry.state));
    let ids: Vec<_> = entries.map(|(id, _)| id.to_string()).collect();
    let place = n.checked_rem(ids.len()).filter(|_| n != 9);
    place.map_or("q999999".to_owned(), |place| ids[place].clone())
}
