//! What the scenarios have found, as a table for people and as a line for comparison over time.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::outcome::{Goal, Outcome};

/// The table: a block for each scenario.
pub fn table(outcomes: &[Outcome]) -> String {
    let mut text = String::new();
    for outcome in outcomes {
        let verdict = if outcome.is_met() {
            "all goals met"
        } else if outcome.goals.is_empty() {
            "not measured"
        } else {
            "GOALS MISSED"
        };
        // Writing to a string does not fail.
        let mut line = |args: std::fmt::Arguments| {
            let _: Result<(), std::fmt::Error> = writeln!(text, "{args}");
        };
        line(format_args!("{}: {verdict} (load average {:.1})", outcome.name, outcome.load));
        line(format_args!("  {}", outcome.what));
        let goals = outcome.goals.iter().map(|goal| goal.what.as_str());
        let figures = outcome.figures.iter().map(|(what, _)| what.as_str());
        let width = goals.chain(figures).map(|what| what.chars().count()).max().unwrap_or(0);
        for goal in &outcome.goals {
            let Goal { what, value, most, unit, source } = goal;
            let met = if goal.is_met() { "pass" } else { "FAIL" };
            let (value, most) = (number(*value), number(*most));
            line(format_args!("  {met}  {what:width$}  {value:>9} {unit} (at most {most}; {source})"));
        }
        for (what, value) in &outcome.figures {
            line(format_args!("        {what:width$}  {value}"));
        }
        for why in &outcome.not_measured {
            line(format_args!("  not measured: {why}"));
        }
        text.push('\n');
    }
    text
}

/// The line: one JSON object.
pub fn json(outcomes: &[Outcome]) -> String {
    let goal = |goal: &Goal| {
        json!({
            "what": goal.what, "value": goal.value, "most": goal.most, "unit": goal.unit, "source": goal.source,
            "met": goal.is_met(),
        })
    };
    let outcome = |outcome: &Outcome| {
        let figures: serde_json::Map<String, Value> =
            outcome.figures.iter().map(|(what, value)| (what.clone(), json!(value))).collect();
        json!({
            "name": outcome.name, "what": outcome.what, "met": outcome.is_met(), "load": outcome.load,
            "goals": outcome.goals.iter().map(goal).collect::<Vec<_>>(), "figures": figures,
            "not_measured": outcome.not_measured,
        })
    };
    let scenarios: Vec<Value> = outcomes.iter().map(outcome).collect();
    json!({ "version": env!("CARGO_PKG_VERSION"), "scenarios": scenarios }).to_string()
}

/// A figure with as many places as it bears.
pub fn number(value: f64) -> String {
    if value.fract() == 0.0 || value.abs() >= 1_000.0 {
        format!("{value:.0}")
    } else if value.abs() >= 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::outcome::source;
    use super::*;

    #[test]
    fn a_goal_that_was_missed_is_seen_and_what_was_not_measured_is_no_pass() {
        let mut missed = Outcome::new("storm", "5,000 clients".to_owned());
        missed.goal("settled", 3.4, 3.0, "s", source::AIMS);
        let mut unmeasured = Outcome::new("networks", String::new());
        unmeasured.not_measured.push("tc has no netem".to_owned());
        let outcomes = [missed, unmeasured];
        let text = table(&outcomes);
        assert!(text.contains("storm: GOALS MISSED") && text.contains("FAIL  settled"), "{text}");
        assert!(
            text.contains("networks: not measured") && text.contains("not measured: tc has no netem"),
            "{text}"
        );
        let line: Value = serde_json::from_str(&json(&outcomes)).unwrap();
        assert_eq!(line["scenarios"][1]["met"], false);
        assert_eq!(line["scenarios"][0]["goals"][0]["met"], false);
    }

    #[test]
    fn numbers_have_the_places_that_they_bear() {
        assert_eq!([0.0, 0.123, 12.34, 5_000.4].map(number), ["0", "0.12", "12.3", "5000"]);
    }
}
