//! What the scenarios have found, drawn: times second by second with their goals, and beside them each goal with what was
//! measured. One SVG file without script or fonts of its own, so that any report can take it in.

use std::fmt::Write as _;

use super::latencies::Spread;
use super::outcome::{Curve, Goal, Outcome};
use super::report::number;

const WIDTH: f64 = 1_180.0;
const HEAD: f64 = 84.0;
/// Height of a scenario's head, of a row of its goals, and the least of its chart.
const BLOCK_HEAD: f64 = 66.0;
const ROW: f64 = 34.0;
const CHART_LEAST: f64 = 250.0;
/// Left, right, and room below for the axis.
const CHART: (f64, f64, f64) = (76.0, 600.0, 46.0);
/// Left and right of the goals.
const GOALS: (f64, f64) = (650.0, 1_140.0);
/// Of the width of a bar so much is the goal.
const GOAL_AT: f64 = 0.62;
/// Colours that stay apart in grey and for those who see few colours.
const COLOURS: [&str; 4] = ["#1f5fa8", "#c2571a", "#5b3f8f", "#2f7d6b"];
const PASS: &str = "#1b7f4d";
const FAIL: &str = "#b3261e";
const INK: &str = "#1d2733";
const PALE: &str = "#5d6b7a";
const GRID: &str = "#dfe4ea";
/// Characters of a label, at most.
const LABEL_CHARS: usize = 64;

/// The drawing.
pub fn svg(outcomes: &[Outcome]) -> String {
    let height = HEAD + outcomes.iter().map(block_height).sum::<f64>() + 24.0;
    let mut drawing = Drawing(String::new());
    drawing.put(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
         height=\"{height}\" font-family=\"system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif\" \
         fill=\"{INK}\">\n<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>"
    ));
    drawing.text(40.0, 42.0, 24.0, INK, "start", "600", "Plenary under load");
    let met = outcomes.iter().filter(|outcome| outcome.is_met()).count();
    let measured = outcomes.iter().filter(|outcome| !outcome.goals.is_empty()).count();
    let told = format!(
        "version {}: in {met} of {measured} scenarios all goals were met. Lines are the median and the 99th percentile of \
         each second; time is on a logarithmic scale. At the right each figure beside its goal, the tick.",
        env!("CARGO_PKG_VERSION")
    );
    drawing.text(40.0, 66.0, 13.0, PALE, "start", "400", &told);
    let mut top = HEAD;
    for outcome in outcomes {
        drawing.block(outcome, top);
        top += block_height(outcome);
    }
    drawing.put(format_args!("</svg>"));
    drawing.0
}

fn block_height(outcome: &Outcome) -> f64 {
    let rows = (outcome.goals.len() + outcome.not_measured.len()) as f64 * ROW;
    let chart = if outcome.curves.is_empty() { 0.0 } else { CHART_LEAST };
    BLOCK_HEAD + rows.max(chart) + CHART.2
}

struct Drawing(String);

impl Drawing {
    fn put(&mut self, args: std::fmt::Arguments) {
        // Writing to a string does not fail.
        let _: Result<(), std::fmt::Error> = writeln!(self.0, "{args}");
    }

    #[allow(clippy::too_many_arguments, reason = "place, size, colour, and the text")]
    fn text(&mut self, x: f64, y: f64, size: f64, colour: &str, anchor: &str, weight: &str, text: &str) {
        let text = escaped(text);
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{colour}\" text-anchor=\"{anchor}\" \
             font-weight=\"{weight}\">{text}</text>"
        ));
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: &str, width: f64, dashes: &str) {
        self.put(format_args!(
            "<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" stroke=\"{colour}\" stroke-width=\"{width}\" \
             stroke-dasharray=\"{dashes}\"/>",
            from.0, from.1, to.0, to.1
        ));
    }

    fn block(&mut self, outcome: &Outcome, top: f64) {
        self.line((40.0, top), (WIDTH - 40.0, top), GRID, 1.0, "");
        let (verdict, colour) = match (outcome.goals.is_empty(), outcome.is_met()) {
            (true, _) => ("not measured", PALE),
            (false, true) => ("all goals met", PASS),
            (false, false) => ("goals missed", FAIL),
        };
        self.text(40.0, top + 28.0, 17.0, INK, "start", "600", &titled(outcome.name));
        self.text(WIDTH - 40.0, top + 28.0, 14.0, colour, "end", "600", verdict);
        let busy = format!("load average of the machine: {:.1}", outcome.load);
        self.text(WIDTH - 40.0, top + 48.0, 12.0, PALE, "end", "400", &busy);
        self.text(40.0, top + 48.0, 12.0, PALE, "start", "400", &shortened(&outcome.what, 156));
        let height = block_height(outcome) - BLOCK_HEAD - CHART.2;
        if !outcome.curves.is_empty() {
            self.chart(outcome, top + BLOCK_HEAD, height);
        }
        let mut row = top + BLOCK_HEAD;
        for goal in &outcome.goals {
            self.goal(goal, row);
            row += ROW;
        }
        for why in &outcome.not_measured {
            let why = shortened(&format!("not measured: {why}"), LABEL_CHARS + 16);
            self.text(GOALS.0, row + 12.0, 12.0, PALE, "start", "400", &why);
            row += ROW;
        }
    }

    fn goal(&mut self, goal: &Goal, top: f64) {
        let Goal { what, value, most, unit, .. } = goal;
        let (left, right) = GOALS;
        let (word, colour) = if goal.is_met() { ("met", PASS) } else { ("missed", FAIL) };
        self.text(left, top + 10.0, 12.0, INK, "start", "400", &shortened(what, LABEL_CHARS));
        let told = if *most > 0.0 {
            format!("{} {unit} of {} · {word}", number(*value), number(*most))
        } else {
            format!("{} {unit} · {word}", number(*value))
        };
        self.text(right, top + 10.0, 12.0, colour, "end", "600", told.trim_start());
        let width = right - left;
        let share = if *most > 0.0 {
            (value / most * GOAL_AT).clamp(0.0, 1.0)
        } else if goal.is_met() {
            0.0
        } else {
            1.0
        };
        let y = top + 16.0;
        self.put(format_args!(
            "<rect x=\"{left}\" y=\"{y:.1}\" width=\"{width}\" height=\"7\" rx=\"3.5\" fill=\"#eef1f5\"/>"
        ));
        self.put(format_args!(
            "<rect x=\"{left}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"7\" rx=\"3.5\" fill=\"{colour}\"/>",
            (share * width).max(3.0)
        ));
        if *most > 0.0 {
            let at = left + GOAL_AT * width;
            self.line((at, y - 3.0), (at, y + 10.0), INK, 1.5, "");
        }
    }

    fn chart(&mut self, outcome: &Outcome, top: f64, height: f64) {
        let legend = outcome.curves.len() as f64 * 17.0 + 6.0;
        let scale = Scale::of(outcome, top + legend, height - legend);
        for (place, curve) in outcome.curves.iter().enumerate() {
            let y = top + 8.0 + place as f64 * 17.0;
            let colour = colour(place);
            self.put(format_args!(
                "<rect x=\"{}\" y=\"{:.1}\" width=\"18\" height=\"9\" rx=\"2\" fill=\"{colour}\"/>",
                CHART.0,
                y - 8.0
            ));
            let name = shortened(&curve.name, LABEL_CHARS);
            self.text(CHART.0 + 25.0, y, 12.0, INK, "start", "400", &name);
        }
        self.axes(&scale);
        for (place, curve) in outcome.curves.iter().enumerate() {
            self.curve(curve, &scale, colour(place));
        }
        let mut goals: Vec<f64> = outcome.curves.iter().filter_map(|curve| curve.goal_ms).collect();
        goals.dedup();
        for goal_ms in goals {
            let y = scale.y(goal_ms);
            self.line((scale.left, y), (scale.right, y), FAIL, 1.4, "7 4");
            let told = format!("goal: 99 of 100 within {}", time(goal_ms));
            self.text(scale.right - 4.0, y - 5.0, 11.0, FAIL, "end", "600", &told);
        }
        for (place, mark) in outcome.marks.iter().enumerate() {
            let x = scale.x(mark.at_s);
            self.line((x, scale.top), (x, scale.bottom), PALE, 1.0, "3 3");
            let y = scale.top + 12.0 + (place % 3) as f64 * 13.0;
            self.text(x + 4.0, y, 11.0, PALE, "start", "600", mark.what);
        }
    }

    fn axes(&mut self, scale: &Scale) {
        for decade in scale.low..=scale.high {
            let ms = 10_f64.powi(decade);
            let y = scale.y(ms);
            self.line((scale.left, y), (scale.right, y), GRID, 1.0, "");
            self.text(scale.left - 8.0, y + 4.0, 11.0, PALE, "end", "400", &time(ms));
        }
        let step = [1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0];
        let step = step.into_iter().find(|step| scale.seconds / step <= 8.0).unwrap_or(1_200.0);
        let mut at = 0.0;
        while at <= scale.seconds {
            let x = scale.x(at);
            self.line((x, scale.bottom), (x, scale.bottom + 5.0), PALE, 1.0, "");
            self.text(x, scale.bottom + 18.0, 11.0, PALE, "middle", "400", &format!("{at:.0} s"));
            at += step;
        }
    }

    fn curve(&mut self, curve: &Curve, scale: &Scale, colour: &str) {
        // A second in which nothing was measured parts the curve.
        let seconds = curve.series.seconds();
        let mut pieces: Vec<Vec<(f64, &Spread)>> = vec![Vec::new()];
        for (second, spread) in seconds.iter().enumerate() {
            match pieces.last_mut() {
                Some(piece) if spread.count() > 0 => piece.push((second as f64 + 0.5, spread)),
                _ => pieces.push(Vec::new()),
            }
        }
        for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
            let along = |share: f64| -> Vec<String> {
                let at = |(second, spread): &(f64, &Spread)| {
                    format!("{:.1},{:.1}", scale.x(*second), scale.y(spread.ms(share)))
                };
                piece.iter().map(at).collect()
            };
            let (median, late) = (along(0.5), along(0.99));
            if let ([one], [other]) = (&median[..], &late[..]) {
                self.put(format_args!(
                    "<polyline points=\"{one} {other}\" stroke=\"{colour}\" stroke-width=\"3\" \
                     stroke-linecap=\"round\"/>"
                ));
                continue;
            }
            let back: Vec<&str> = median.iter().rev().map(String::as_str).collect();
            self.put(format_args!(
                "<polygon points=\"{} {}\" fill=\"{colour}\" fill-opacity=\"0.14\"/>",
                late.join(" "),
                back.join(" ")
            ));
            for (points, width) in [(&median, 2.2), (&late, 1.1)] {
                self.put(format_args!(
                    "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\" \
                     stroke-linejoin=\"round\"/>",
                    points.join(" ")
                ));
            }
        }
    }
}

/// From times to places.
struct Scale {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    seconds: f64,
    /// Powers of ten of a millisecond.
    low: i32,
    high: i32,
}

impl Scale {
    fn of(outcome: &Outcome, top: f64, height: f64) -> Self {
        let all = || outcome.curves.iter().flat_map(|curve| curve.series.seconds());
        let filled = || all().filter(|second| second.count() > 0);
        let least = filled().map(|second| second.ms(0.5)).fold(f64::INFINITY, f64::min);
        let most = filled().map(|second| second.ms(0.99)).fold(0.0, f64::max);
        let goals = outcome.curves.iter().filter_map(|curve| curve.goal_ms);
        let most = goals.fold(most, f64::max);
        let decade = |ms: f64| ms.max(0.01).log10();
        let low = if least.is_finite() { decade(least).floor() as i32 } else { 0 };
        let high = (decade(most).ceil() as i32).max(low + 1);
        let longest = outcome.curves.iter().map(|curve| curve.series.seconds().len()).max().unwrap_or(1);
        let seconds = (longest as f64).max(1.0);
        Self { left: CHART.0, right: CHART.1, top, bottom: top + height, seconds, low, high }
    }

    fn x(&self, second: f64) -> f64 {
        self.left + (self.right - self.left) * (second / self.seconds).clamp(0.0, 1.0)
    }

    fn y(&self, ms: f64) -> f64 {
        let share = (ms.max(1e-3).log10() - f64::from(self.low)) / f64::from(self.high - self.low);
        self.bottom - (self.bottom - self.top) * share.clamp(0.0, 1.0)
    }
}

fn colour(place: usize) -> &'static str {
    COLOURS.get(place % COLOURS.len()).copied().unwrap_or(INK)
}

/// A time with the unit that it is read in.
fn time(ms: f64) -> String {
    if ms >= 1_000.0 { format!("{} s", number(ms / 1_000.0)) } else { format!("{} ms", number(ms)) }
}

fn titled(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::latencies::Series;
    use super::super::outcome::{Mark, source};
    use super::*;

    fn outcome() -> Outcome {
        let mut series = Series::default();
        (0..40).filter(|second| *second != 7).for_each(|second| series.add(second, 1_000 + second * 500));
        let mut outcome = Outcome::new("storm", "5,000 clients & <one> kill".to_owned());
        outcome.curves.push(Curve { name: "a message".to_owned(), series, goal_ms: Some(100.0) });
        outcome.marks.push(Mark { at_s: 6.0, what: "killed" });
        outcome.goal("all are back", 1.2, 3.0, "s", source::AIMS);
        outcome.goal("views that differ", 1.0, 0.0, "", source::CORRECT);
        outcome
    }

    #[test]
    fn goals_and_what_was_measured_are_drawn_and_texts_cannot_break_it() {
        let drawn = svg(&[outcome()]);
        assert!(drawn.contains("1.20 s of 3 · met") && drawn.contains("1  · missed"), "{drawn}");
        assert!(
            drawn.contains("5,000 clients &amp; &lt;one&gt; kill")
                && drawn.contains("goal: 99 of 100 within 100 ms")
        );
        assert_eq!(drawn.matches("<polygon").count(), 2, "a second without figures parts the curve");
        assert_eq!(drawn.matches("<svg").count(), drawn.matches("</svg>").count());
        assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
    }

    #[test]
    fn what_was_not_measured_is_no_goal_met() {
        let mut unmeasured = Outcome::new("networks", String::new());
        unmeasured.not_measured.push("there is no netem".to_owned());
        let drawn = svg(&[unmeasured]);
        assert!(drawn.contains("not measured: there is no netem") && !drawn.contains(PASS));
    }
}
