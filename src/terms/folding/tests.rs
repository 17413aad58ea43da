//! The table of word pairs is the test; the browser's tests read the same (`web/tests/find.test.ts`).

use proptest::prelude::*;
use serde::Deserialize;

use super::{DROPPED, Folded, LETTERS, fold, words};

/// A language and two writings.
type Pair = (String, String, String);

#[derive(Deserialize)]
struct Pairs {
    meet: Vec<Pair>,
    differ: Vec<Pair>,
}

fn pairs() -> Pairs {
    serde_json::from_str(include_str!("../../../tests/fixtures/folding.json")).expect("pairs of words")
}

#[test]
fn writings_of_one_word_meet_and_different_words_do_not() {
    let Pairs { meet, differ } = pairs();
    for language in ["ar", "fa", "ur", "fr", "en"] {
        let of = |pairs: &[Pair]| pairs.iter().filter(|(of, ..)| of == language).count();
        assert!(of(&meet) > 7 && of(&differ) > 3, "{language} has pairs");
    }
    for (language, one, other) in &meet {
        assert_ne!(one, other, "{language}: a pair is of two writings");
        assert_eq!(fold(one), fold(other), "{language}: {one} and {other}");
    }
    for (language, one, other) in &differ {
        assert_ne!(fold(one), fold(other), "{language}: {one} and {other}");
    }
}

#[test]
fn the_tables_are_in_order() {
    assert!(LETTERS.is_sorted_by(|(one, _), (next, _)| one < next));
    assert!(DROPPED.iter().all(|(first, last)| first <= last));
    assert!(DROPPED.is_sorted_by(|(_, last), (first, _)| last < first));
}

#[test]
fn what_is_folded_stays_as_it_is() {
    for letter in '\0'..=char::MAX {
        let once = fold(&letter.to_string());
        assert_eq!(fold(&once), once, "U+{:04X}", u32::from(letter));
    }
}

#[test]
fn a_part_is_found_again_in_the_original_with_its_signs() {
    let text = "في المُؤْتَمَرِ.";
    let folded = Folded::of(text);
    assert_eq!(folded.text(), "في الموتمر.");
    let begin = folded.text().find("موتمر").expect("the word");
    let (from, to) = folded.origin(begin, begin + "موتمر".len()).expect("a place");
    assert_eq!(&text[from..to], "مُؤْتَمَرِ");
    assert_eq!(folded.origin(3, 3), None);
    assert_eq!(folded.origin(0, 1_000), None);
}

#[test]
fn a_letter_that_becomes_several_is_one_still() {
    let text = "Straße ﷲ";
    let folded = Folded::of(text);
    assert_eq!(folded.text(), "strasse الله");
    let (from, to) = folded.origin(4, 5).expect("a place");
    assert_eq!(&text[from..to], "ß");
    let begin = folded.text().find("لله").expect("a part");
    let (from, to) = folded.origin(begin, folded.text().len()).expect("a place");
    assert_eq!(&text[from..to], "ﷲ");
}

#[test]
fn words_are_letters_and_digits_with_their_places() {
    let text = "«الهجره»، l'etat 3.5 हिंदी";
    let found: Vec<_> = words(text).collect();
    assert_eq!(
        found.iter().map(|(_, word)| *word).collect::<Vec<_>>(),
        ["الهجره", "l", "etat", "3", "5", "हिंदी"]
    );
    assert!(found.iter().all(|(at, word)| text[*at..].starts_with(word)));
    assert_eq!(words(" .,\u{2028}").count(), 0);
}

proptest! {
    #[test]
    fn every_part_of_any_text_has_a_place_in_it(text in "\\PC{0,40}", begin in 0..120usize, long in 1..20usize) {
        let folded = Folded::of(&text);
        prop_assert_eq!(folded.text(), fold(&text));
        if begin + long <= folded.text().len() {
            let (from, to) = folded.origin(begin, begin + long).expect("a place");
            prop_assert!(text.get(from..to).is_some_and(|part| !part.is_empty()));
        }
        for (at, word) in words(folded.text()) {
            prop_assert!(folded.text()[at..].starts_with(word));
        }
    }
}
