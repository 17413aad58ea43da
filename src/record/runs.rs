//! Runs of text: stretches of one language, direction and weight; and how a message with names in it falls into them.
//!
//! Messages isolate what is put into them by marks of Unicode. No mark comes out of here: word processors draw some of them
//! as boxes, and programs that read the record trip over them. What was isolated is a run of its own, with its direction.

use serde::Serialize;

use crate::terms::ids::Wording;
use crate::words::Locale;

/// Stand around a name while it is put into a message; private, so that no text holds them.
const STRONG: [char; 2] = ['\u{e000}', '\u{e001}'];
const ISOLATE: char = '\u{2068}';
const END: char = '\u{2069}';
/// What isolates, embeds, overrides or marks a direction.
const MARKS: [char; 12] = [
    '\u{200e}', '\u{200f}', '\u{061c}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
    '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
];

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The text, without marks.
    pub text: String,
    /// Whether it stands out, as a name does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
    /// Whether it runs from right to left.
    pub rtl: bool,
    /// Its language, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

impl Run {
    /// Words of the document's own language.
    pub fn own(locale: Locale, text: impl Into<String>) -> Self {
        let language = Some(locale.tag().to_owned());
        Self { text: bare(&text.into()), strong: false, rtl: is_rtl(locale), language }
    }

    /// What somebody wrote, in a language that is known or not.
    pub fn written(locale: Locale, text: &str, language: Option<&str>) -> Self {
        // A language that is named is believed where the text has any letter of its script.
        let named = language.and_then(Locale::of).map(is_rtl);
        let is_its_own = |rtl: &bool| text.chars().any(|c| c.is_alphabetic() && is_rtl_letter(c) == *rtl);
        let rtl = named.filter(is_its_own).unwrap_or_else(|| leans_right(locale, text));
        Self { text: bare(text), strong: false, rtl, language: language.map(str::to_owned) }
    }

    /// A wording, in the document's language or the one that it has.
    pub fn worded(locale: Locale, wording: &Wording) -> Self {
        let (language, words) = locale.worded(wording);
        Self::written(locale, words, Some(language))
    }

    /// The same, standing out.
    pub fn strong(self) -> Self {
        Self { strong: true, ..self }
    }
}

/// Whether a language of ours is written from right to left.
pub fn is_rtl(locale: Locale) -> bool {
    locale.direction() == "rtl"
}

/// Whether a letter is of a script that runs from right to left (Hebrew, Arabic, Syriac, Thaana, N'Ko and their forms).
pub fn is_rtl_letter(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{05ff}' | '\u{0620}'..='\u{065f}' | '\u{066e}'..='\u{06ef}' | '\u{06fa}'..='\u{08ff}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Whether a text runs from right to left: by its first letter, and as its surroundings where it has none.
fn leans_right(locale: Locale, text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.map_or_else(|| is_rtl(locale), is_rtl_letter)
}

/// A text without marks of direction.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !MARKS.contains(c) && !STRONG.contains(c)).collect()
}

/// A name that stands out, to be put into a message.
pub fn strong(name: &str) -> String {
    let [begin, end] = STRONG;
    format!("{begin}{}{end}", isolated(name))
}

/// What somebody wrote, to be put into a message or to stand alone.
pub fn isolated(text: &str) -> String {
    format!("{ISOLATE}{}{END}", bare(text))
}

/// A message as runs. What was put into it has its own direction, unless that is put together itself.
pub fn runs(locale: Locale, message: &str) -> Vec<Run> {
    let mut reading =
        Reading { locale, runs: Vec::new(), open: Vec::new(), text: String::new(), strong: false };
    for c in message.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => {
                reading.flush();
                if let Some(around) = reading.open.last_mut() {
                    *around = false;
                }
                reading.open.push(true);
            }
            END => {
                reading.flush();
                reading.open.pop();
            }
            c if STRONG.contains(&c) => {
                reading.flush();
                reading.strong = STRONG.first() == Some(&c);
            }
            c if MARKS.contains(&c) => {}
            c => reading.text.push(c),
        }
    }
    reading.flush();
    joined(reading.runs)
}

/// A message that is being read.
struct Reading {
    locale: Locale,
    runs: Vec<Run>,
    /// The isolates that are open, and whether each holds nothing but text so far.
    open: Vec<bool>,
    text: String,
    strong: bool,
}

impl Reading {
    fn flush(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        let is_own = self.open.last() != Some(&true) || !text.chars().any(char::is_alphabetic);
        let mut run = if is_own {
            Run::own(self.locale, text)
        } else {
            let rtl = leans_right(self.locale, &text);
            let language = (rtl == is_rtl(self.locale)).then(|| self.locale.tag().to_owned());
            Run { text, strong: false, rtl, language }
        };
        run.strong = self.strong;
        self.runs.push(run);
    }
}

/// Neighbours that are alike, as one.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match joined.last_mut() {
            Some(last) if (last.strong, last.rtl, &last.language) == (run.strong, run.rtl, &run.language) => {
                last.text.push_str(&run.text);
            }
            _other => joined.push(run),
        }
    }
    joined
}

/// The text of runs.
pub fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// A run's text in stretches of one script, each with whether it runs from right to left. What has no letters goes with its
/// neighbours where these agree, else with the run.
pub fn stretches(run: &Run) -> Vec<(String, bool)> {
    let mut stretches: Vec<(String, bool)> = Vec::new();
    let mut neutral = String::new();
    for c in run.text.chars() {
        if !c.is_alphabetic() && !is_rtl_letter(c) {
            neutral.push(c);
            continue;
        }
        let rtl = is_rtl_letter(c);
        let before = stretches.last().map(|(_, before)| *before);
        // At the beginning of a run, and between scripts, what has no letters is the run's.
        let between = if before == Some(rtl) { rtl } else { run.rtl };
        for (text, rtl) in [(std::mem::take(&mut neutral), between), (c.to_string(), rtl)] {
            add(&mut stretches, &text, rtl);
        }
    }
    add(&mut stretches, &neutral, run.rtl);
    stretches
}

fn add(stretches: &mut Vec<(String, bool)>, text: &str, rtl: bool) {
    match stretches.last_mut() {
        Some((last, before)) if *before == rtl => last.push_str(text),
        _other if text.is_empty() => {}
        _other => stretches.push((text.to_owned(), rtl)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_isolated_is_a_run_of_its_own_and_no_mark_is_left() {
        let message = format!("Statement of {} at {}.", strong("وفد العراق"), isolated("10.05"));
        let told = runs(Locale::En, &message);
        let shape: Vec<_> = told.iter().map(|run| (run.text.as_str(), run.strong, run.rtl)).collect();
        assert_eq!(
            shape,
            [("Statement of ", false, false), ("وفد العراق", true, true), (" at 10.05.", false, false)]
        );
        assert!(!plain(&told).contains(MARKS));
    }

    #[test]
    fn what_is_put_together_goes_in_the_direction_of_the_language() {
        let voice = format!("\u{200f}{} ({})", strong("Ms. A"), isolated("لبنان"));
        let told = runs(Locale::Ar, &format!("بيان: {}.", format_args!("\u{2068}{voice}\u{2069}")));
        let shape: Vec<_> = told.iter().map(|run| (run.text.as_str(), run.rtl)).collect();
        assert_eq!(shape, [("بيان: ", true), ("Ms. A", false), (" (لبنان).", true)]);
    }

    #[test]
    fn nobody_breaks_out_of_a_run_by_marks_of_their_own() {
        let told = runs(Locale::En, &format!("Reason: {}!", isolated("x\u{2069}\u{202e}\u{e001}y")));
        assert_eq!(plain(&told), "Reason: xy!");
    }

    #[test]
    fn what_is_written_goes_as_its_language_does_unless_it_is_not_in_its_script() {
        let rtl = |text, language| Run::written(Locale::En, text, language).rtl;
        assert!(rtl("IOM: بيان", Some("ar")) && !rtl("بيان by IOM", Some("en")));
        assert!(!rtl("Mr. Chair", Some("ar")) && rtl("السيد الرئيس", Some("en")));
        assert!(rtl("السيد", None) && !rtl("12", None) && Run::written(Locale::Ar, "12", None).rtl);
    }

    #[test]
    fn a_stretch_is_of_one_script() {
        let run = Run::own(Locale::Ar, "القائمة General debate (2) مفتوحة");
        let told = stretches(&run);
        let told: Vec<_> = told.iter().map(|(text, rtl)| (text.as_str(), *rtl)).collect();
        assert_eq!(told, [("القائمة ", true), ("General debate", false), (" (2) مفتوحة", true)]);
        let year = Run::own(Locale::Ar, "24 شباط/فبراير 2021");
        assert_eq!(stretches(&year), [(year.text.clone(), true)]);
    }
}
