//! What a search costs: the index of the server, with nothing of the server beside it, over passages in Arabic, English and
//! French, so many of each.
//!
//! Words are made by chance from a seed, and come as words do: few everywhere, most seldom. Of the passages a reader may find
//! half. Searches ask for one word and for two, for frequent and seldom ones, in whole and by their beginning, each with
//! the state brought up to date by one new passage before, as in a session where people write.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context as _, anyhow, bail};
use clap::value_parser;
use plenary::search::{Index, PassageOf, Query, Searched};
use plenary::terms::ids::Moment;
use serde_json::json;

use super::process::Usage;

/// Different words of each language.
const WORDS: usize = 20_000;
/// Words of a passage, at least and at most.
const PASSAGE_WORDS: (usize, usize) = (8, 80);

/// What is measured, and with what.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct SearchArgs {
    /// Passages in the index.
    #[arg(long, value_name = "N", default_value_t = 100_000, value_parser = value_parser!(u32).range(3..=1_000_000))]
    pub passages: u32,
    /// Searches that are made.
    #[arg(long, value_name = "N", default_value_t = 2_000, value_parser = value_parser!(u32).range(100..=100_000))]
    pub searches: u32,
    /// What the 99th of 100 searches must not exceed, in milliseconds.
    #[arg(long, value_name = "MS", default_value_t = 20, value_parser = value_parser!(u32).range(1..=10_000))]
    pub within_ms: u32,
}

/// Numbers by chance, the same for one seed (Knuth's MMIX generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end.max(1)
    }

    /// A word's place in its list: the first come most.
    fn place(&mut self) -> usize {
        let even = self.below(1_000_000) + 1;
        // One in ten thousand of all words is below 1, as many are between 1 and 10, 10 and 100 and so on.
        let exponent = f64::from(u32::try_from(even).unwrap_or(1)) / 1_000_000.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
        let place = (20_000_f64.powf(exponent) - 1.0) as usize;
        place.min(WORDS - 1)
    }
}

/// The words of one language.
fn vocabulary(chance: &mut Chance, letters: &[char], signs: &[char]) -> Vec<String> {
    let word = |_: usize| {
        let length = 3 + chance.below(6);
        let mut word = String::new();
        for _ in 0..length {
            word.extend(letters.get(chance.below(letters.len())));
            if chance.below(4) == 0 {
                word.extend(signs.get(chance.below(signs.len())));
            }
        }
        word
    };
    (0..WORDS).map(word).collect()
}

fn languages(chance: &mut Chance) -> [Vec<String>; 3] {
    let letters = |text: &str| text.chars().collect::<Vec<_>>();
    let arabic = letters("ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىؤئ");
    let latin = letters("abcdefghilmnoprstuvy");
    let harakat = ['\u{064E}', '\u{064F}', '\u{0650}', '\u{0651}', '\u{0652}'];
    [
        vocabulary(chance, &arabic, &harakat),
        vocabulary(chance, &latin, &[]),
        vocabulary(chance, &letters("abcdefghilmnoprstuvéèêçàùœ"), &['\u{0301}']),
    ]
}

/// Passages as a session has them; a clone shares them.
#[derive(Clone)]
struct Passages {
    all: Arc<Vec<Passage>>,
    count: usize,
}

#[derive(Clone)]
struct Passage {
    text: String,
    /// Whom it is for: one of two audiences.
    audience: u8,
    at_ms: Moment,
}

impl PassageOf<u8> for Passage {
    fn scope(&self) -> &u8 {
        &self.audience
    }

    fn text(&self) -> &str {
        &self.text
    }

    fn at_ms(&self) -> Moment {
        self.at_ms
    }
}

impl Searched for Passages {
    type Key = usize;
    type Scope = u8;
    type Passage = Passage;

    fn is_after(&self, other: &Self) -> bool {
        self.count > other.count
    }

    fn reworded(before: Option<&Self>, after: &Self) -> Vec<usize> {
        (before.map_or(0, |before| before.count)..after.count).collect()
    }

    fn passage(&self, key: &usize) -> Option<Passage> {
        self.all.get(*key).cloned()
    }
}

fn written(chance: &mut Chance, words: &[Vec<String>; 3], number: usize) -> Passage {
    let of = words.get(number % 3).map(Vec::as_slice).unwrap_or_default();
    let (least, most) = PASSAGE_WORDS;
    let length = least + chance.below(most - least);
    let text: Vec<&str> = (0..length).filter_map(|_| of.get(chance.place()).map(String::as_str)).collect();
    let audience = u8::from(chance.below(2) == 0);
    Passage { text: text.join(" "), audience, at_ms: Moment::try_from(number).unwrap_or(0) }
}

/// What is asked: one word or two, the last sometimes by its beginning.
fn asked(chance: &mut Chance, words: &[Vec<String>; 3]) -> String {
    let language = chance.below(3);
    let of = words.get(language).map(Vec::as_slice).unwrap_or_default();
    let count = 1 + chance.below(2);
    let mut asked: Vec<String> = (0..count).filter_map(|_| of.get(chance.place()).cloned()).collect();
    if chance.below(2) == 0
        && let Some(last) = asked.last_mut()
    {
        *last = last.chars().take(2 + chance.below(3)).collect();
    }
    asked.join(" ")
}

/// Measures, and prints what it measured.
///
/// # Errors
/// If the index fails, or searches take longer than they may.
pub fn run(args: &SearchArgs) -> anyhow::Result<()> {
    let mut chance = Chance(7);
    let words = languages(&mut chance);
    let (many, searches) = (usize::try_from(args.passages)?, usize::try_from(args.searches)?);
    let all: Vec<Passage> = (0..many + searches).map(|number| written(&mut chance, &words, number)).collect();
    let bytes: usize = all.iter().take(many).map(|passage| passage.text.len()).sum();
    let mut session = Passages { all: Arc::new(all), count: many };

    let index: Index<Passages> = Index::default();
    let empty = Usage::of(std::process::id())?.rss_bytes;
    let begun = Instant::now();
    index.take(&session)?;
    let build_s = begun.elapsed().as_secs_f64();
    let full = Usage::of(std::process::id())?.rss_bytes;
    let held_mb = full.saturating_sub(empty) / 1_048_576;

    let follows = BTreeSet::from([1]);
    let (mut times, mut found, mut nothing) = (Vec::new(), 0, 0);
    for _ in 0..searches {
        let words = asked(&mut chance, &words);
        let query = Query::of(&words).map_err(|why| anyhow!("{words}: {why:?}"))?;
        session.count += 1;
        let begun = Instant::now();
        let page = black_box(index.find(&session, &query, &follows, |_| true)?);
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
        found += page.found.len();
        nothing += usize::from(page.found.is_empty());
    }
    times.sort_by(f64::total_cmp);
    let at = |of_hundred: usize| times.get((times.len() * of_hundred / 100).min(times.len() - 1)).copied();
    let (median, p99, most) = (at(50), at(99), times.last().copied());
    let (median, p99, most) =
        median.zip(p99).zip(most).map(|((a, b), c)| (a, b, c)).context("searches were made")?;
    println!("{many} passages in three languages, {:.1} MB of text", megabytes(bytes));
    println!("  the index is made in {build_s:9.2} s and holds {held_mb} MB");
    println!("  a search takes       {median:9.2} ms, of a hundred 99 below {p99:.2}, at most {most:.2}");
    println!("  {searches} searches found {found} passages, {nothing} of them nothing");
    let measured = json!({ "passages": many, "build_s": build_s, "held_mb": held_mb, "median_ms": median, "p99_ms": p99, "most_ms": most });
    println!("{measured}");
    if p99 > f64::from(args.within_ms) {
        bail!("of a hundred searches one takes longer than {} ms", args.within_ms);
    }
    Ok(())
}

fn megabytes(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes / 1_024).unwrap_or(u32::MAX)) / 1_024.0
}
