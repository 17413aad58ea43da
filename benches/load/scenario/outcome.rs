//! What a scenario has found, held against its goals.

use super::latencies::{Series, Spread};

/// Where goals come from.
pub mod source {
    /// `product`: what the product promises people.
    pub const PRODUCT: &str = "product";
    /// `aims`: the aims of `benches/README.md`.
    pub const AIMS: &str = "benches/README.md, aims";
    /// `correct`: no figure, but what must hold.
    pub const CORRECT: &str = "nothing is lost";
    /// `ours`: set here, for want of another.
    pub const SET: &str = "set here";
}

/// A figure that may be so much at most.
#[derive(Debug, Clone)]
pub struct Goal {
    /// What is measured.
    pub what: String,
    /// Its unit; empty for what is counted.
    pub unit: &'static str,
    /// What was measured.
    pub value: f64,
    /// What it may be at most.
    pub most: f64,
    /// Where that comes from.
    pub source: &'static str,
}

impl Goal {
    /// Whether it was met. What is no number was not.
    pub fn is_met(&self) -> bool {
        self.value <= self.most
    }
}

/// A curve of a plot.
#[derive(Debug, Clone)]
pub struct Curve {
    /// What it shows.
    pub name: String,
    /// Times second by second.
    pub series: Series,
    /// The goal for its 99th percentile, in milliseconds, if it has one.
    pub goal_ms: Option<f64>,
}

/// A moment that a plot marks.
#[derive(Debug, Clone)]
pub struct Mark {
    /// When, in seconds from the beginning.
    pub at_s: f64,
    /// What happened.
    pub what: &'static str,
}

/// What a scenario has found.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// Its name on the command line.
    pub name: &'static str,
    /// What was done, in a sentence with its numbers.
    pub what: String,
    /// Figures with goals.
    pub goals: Vec<Goal>,
    /// Figures without.
    pub figures: Vec<(String, String)>,
    /// What is drawn.
    pub curves: Vec<Curve>,
    /// What is marked in the drawing.
    pub marks: Vec<Mark>,
    /// Why it, or a part of it, was not measured. That is no goal met.
    pub not_measured: Vec<String>,
    /// How many processes wanted a processor while it ran, on average over the last minute.
    pub load: f64,
}

impl Outcome {
    /// Nothing is found yet.
    pub fn new(name: &'static str, what: String) -> Self {
        Self { name, what, ..Self::default() }
    }

    /// Holds a figure against a goal.
    pub fn goal(
        &mut self,
        what: impl Into<String>,
        value: f64,
        most: f64,
        unit: &'static str,
        source: &'static str,
    ) {
        self.goals.push(Goal { what: what.into(), unit, value, most, source });
    }

    /// Tells a figure.
    pub fn figure(&mut self, what: impl Into<String>, value: impl Into<String>) {
        self.figures.push((what.into(), value.into()));
    }

    /// Tells percentiles of times, in milliseconds.
    pub fn spread(&mut self, what: impl Into<String>, spread: &Spread) {
        let [p50, p95, p99, max] = spread.quantiles();
        self.figure(
            what,
            format!("p50 {p50:.1}, p95 {p95:.1}, p99 {p99:.1}, max {max:.1} ms of {}", spread.count()),
        );
    }

    /// Whether all goals were met, and there were some.
    pub fn is_met(&self) -> bool {
        !self.goals.is_empty() && self.goals.iter().all(Goal::is_met)
    }
}

/// The machine's load over the last minute; no number where it does not say.
pub fn load() -> f64 {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().and_then(|first| first.parse().ok()).unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_that_was_not_measured_is_not_met() {
        let mut outcome = Outcome::new("plenary", String::new());
        assert!(!outcome.is_met(), "there is no goal");
        outcome.goal("lost", 0.0, 0.0, "", source::CORRECT);
        assert!(outcome.is_met());
        outcome.goal("late", f64::NAN, 100.0, "ms", source::AIMS);
        assert!(!outcome.is_met());
    }
}
