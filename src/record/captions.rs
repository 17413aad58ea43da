//! Captions beside the sound of a recording, as WebVTT (W3C, WebVTT: The Web Video Text Tracks Format): times from the beginning of
//! the recording, no settings of cues, and before each cue of a language that runs from right to left a mark that says so, for else
//! its first letter would decide.

use std::fmt::Write as _;

use crate::terms::ids::{CaptionId, Language, Millis, Moment};
use crate::words::Locale;

/// A line of captions as it stands at the end of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaptionLine {
    /// Which.
    pub id: CaptionId,
    /// When what it says was begun to be said, where that is known; else when it was written.
    pub from_ms: Moment,
    /// What is said.
    pub text: String,
}

/// A stretch of a sitting that was recorded: one folder of sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// When it began; the folder is named by it.
    pub began_ms: Moment,
    /// When it ended; none while it goes on.
    pub ended_ms: Option<Moment>,
}

/// What players call such a file.
pub const VTT_MEDIA_TYPE: &str = "text/vtt; charset=utf-8";

/// Languages that run from right to left.
const RIGHT_TO_LEFT: [&str; 4] = ["ar", "fa", "he", "ur"];
/// U+200F: what follows runs from right to left.
const RIGHT_TO_LEFT_MARK: char = '\u{200F}';
/// Shortest and longest time that a cue stands.
const CUE_MS_MIN: Millis = 1_000;
const CUE_MS_MAX: Millis = 7_000;
/// How long one reads a character.
const READ_MS: Millis = 70;

/// The name of the file of a language.
pub fn vtt_name(language: &Language) -> String {
    format!("captions.{language}.vtt")
}

/// The language of a file of that name.
pub fn vtt_language(name: &str) -> Option<Language> {
    name.strip_prefix("captions.")?.strip_suffix(".vtt")?.parse().ok()
}

/// Writes the lines of a language that were written while a stretch was recorded, in the order in which they were written. A file
/// without a cue is one all the same.
pub fn vtt<'a>(lines: impl Iterator<Item = &'a CaptionLine>, language: &Language, of: Recorded) -> String {
    let locale = Locale::of(language.as_str()).unwrap_or(Locale::En);
    let mut file = format!("WEBVTT\n\nNOTE\n{}\n", escaped(&locale.t("captions-no-record")));
    let within = |line: &&CaptionLine| {
        line.from_ms >= of.began_ms && of.ended_ms.is_none_or(|ended_ms| line.from_ms < ended_ms)
    };
    let mut lines = lines.filter(within).peekable();
    let mut free_ms = 0;
    while let Some(line) = lines.next() {
        let from_ms = (line.from_ms - of.began_ms).max(free_ms);
        let reading_ms =
            Millis::try_from(line.text.chars().count()).unwrap_or(CUE_MS_MAX).saturating_mul(READ_MS);
        let to_ms = from_ms + reading_ms.clamp(2 * CUE_MS_MIN, CUE_MS_MAX);
        let next_ms = lines.peek().map_or(to_ms, |next| next.from_ms - of.began_ms);
        // The next takes its place, but not before this could be seen.
        let to_ms = to_ms.min(next_ms).max(from_ms + CUE_MS_MIN);
        free_ms = to_ms;
        let mark =
            if runs_right_to_left(language) { String::from(RIGHT_TO_LEFT_MARK) } else { String::new() };
        // Memory takes every letter: there is nothing to fail.
        let _always =
            write!(file, "\n{} --> {}\n{mark}{}\n", time(from_ms), time(to_ms), escaped(&line.text));
    }
    file
}

fn runs_right_to_left(language: &Language) -> bool {
    RIGHT_TO_LEFT.contains(&language.as_str())
}

/// Hours, minutes, seconds and milliseconds.
fn time(ms: Millis) -> String {
    let (seconds, ms) = (ms.div_euclid(1_000), ms.rem_euclid(1_000));
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    format!("{:02}:{:02}:{seconds:02}.{ms:03}", minutes / 60, minutes % 60)
}

/// Text in which nothing begins a tag, a character by its name, or the line of a cue's times.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(from_ms: Moment, text: &str) -> CaptionLine {
        CaptionLine { id: "caption1".parse().unwrap(), from_ms, text: text.to_owned() }
    }

    #[test]
    fn cues_are_timed_from_the_beginning_and_the_next_takes_the_place_of_each() {
        let lines = [
            line(9_999, "before"),
            line(11_000, "a"),
            line(12_500, "b"),
            line(12_500, "c"),
            line(3_672_000, "<d> & e-->"),
        ];
        let of = Recorded { began_ms: 10_000, ended_ms: Some(4_000_000) };
        let written = vtt(lines.iter().chain([&line(4_000_000, "after")]), &"en".parse().unwrap(), of);
        assert_eq!(
            written,
            "WEBVTT\n\nNOTE\nCaptions are an aid, and no record.\n\n00:00:01.000 --> 00:00:02.500\na\n\n00:00:02.500 --> \
             00:00:03.500\nb\n\n00:00:03.500 --> 00:00:05.500\nc\n\n01:01:02.000 --> 01:01:04.000\n&lt;d&gt; &amp; e--&gt;\n"
        );
    }

    #[test]
    fn a_language_from_right_to_left_says_so_in_each_cue() {
        let of = Recorded { began_ms: 0, ended_ms: None };
        let written = vtt([line(0, "IOM تشكركم"), line(9_000, "نعم")].iter(), &"ar".parse().unwrap(), of);
        let cues: Vec<&str> = written.lines().filter(|line| line.starts_with('\u{200F}')).collect();
        assert_eq!(cues, ["\u{200F}IOM تشكركم", "\u{200F}نعم"]);
        assert!(vtt([line(0, "Yes")].iter(), &"fr".parse().unwrap(), of).ends_with("\nYes\n"));
    }

    #[test]
    fn a_file_is_named_by_its_language() {
        let arabic: Language = "ar".parse().unwrap();
        assert_eq!(vtt_name(&arabic), "captions.ar.vtt");
        assert_eq!(vtt_language("captions.ar.vtt"), Some(arabic));
        for other in ["captions..vtt", "captions.ar", "captions.../x.vtt", "captions.ARA.vtt", "floor.ogg"] {
            assert_eq!(vtt_language(other), None, "{other}");
        }
    }
}
