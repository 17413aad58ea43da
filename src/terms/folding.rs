//! Folding: what two writings of one word have in common. All that finds by words compares folded ones, here and in the
//! browser, whose table is made from this one.
//!
//! Each letter is taken apart by Unicode's compatibility forms (NFKD: NFKC, and then the signs apart from their letters),
//! so presentation forms and ligatures become letters, and hamza and accents become signs; signs go, and what is left is
//! small and told by the table. Letter by letter, so that each knows where it came from.
//!
//! - Alef with hamza, madda or wasla is alef; waw and yeh with hamza are waw and yeh: people leave hamza out.
//! - Alef maqsura and Persian yeh are yeh: Egypt writes the one for the other, and keyboards have one of the three.
//! - Ta marbuta, and the heh of Persian, Urdu and Kurdish, are heh: what search engines do, for the two dots are left out
//!   more often than not, and texts taken from PDF have one heh for the other.
//! - Hamza that stands alone stays, as do gaf and Urdu's yeh barree: they tell words apart (ماء and ما, لڑکی and لڑکے).
//! - Vowel signs, signs of recitation, the stroke that lengthens, and what joins, parts or turns letters unseen: gone.

use std::sync::LazyLock;

use unicode_normalization::char::decompose_compatible;

#[cfg(test)]
mod browser;
#[cfg(test)]
mod tests;

/// What is folded away, in order, first and last: signs over and under letters, and what nobody sees.
const DROPPED: &[(char, char)] = &[
    ('\u{00AD}', '\u{00AD}'), // soft hyphen
    ('\u{02B9}', '\u{02BF}'), // ayn, hamza and apostrophes of transliteration
    ('\u{0300}', '\u{036F}'), // accents
    ('\u{0591}', '\u{05BD}'), // Hebrew points
    ('\u{05BF}', '\u{05BF}'),
    ('\u{05C1}', '\u{05C2}'),
    ('\u{05C4}', '\u{05C5}'),
    ('\u{05C7}', '\u{05C7}'),
    ('\u{0610}', '\u{061A}'), // honorifics and Quranic marks
    ('\u{061C}', '\u{061C}'), // Arabic letter mark
    ('\u{0640}', '\u{0640}'), // tatweel
    ('\u{064B}', '\u{065F}'), // harakat; hamza and madda taken apart
    ('\u{0670}', '\u{0670}'), // superscript alef
    ('\u{0674}', '\u{0674}'), // high hamza
    ('\u{06D6}', '\u{06ED}'), // Quranic marks
    ('\u{0890}', '\u{0891}'),
    ('\u{0898}', '\u{089F}'),
    ('\u{08C9}', '\u{08FF}'),
    ('\u{180E}', '\u{180E}'),
    ('\u{1AB0}', '\u{1AFF}'),
    ('\u{1DC0}', '\u{1DFF}'),
    ('\u{200B}', '\u{200F}'), // zero width; marks of direction
    ('\u{202A}', '\u{202E}'),
    ('\u{2060}', '\u{2064}'),
    ('\u{2066}', '\u{2069}'),
    ('\u{20D0}', '\u{20FF}'),
    ('\u{FE00}', '\u{FE0F}'), // variation selectors
    ('\u{FE20}', '\u{FE2F}'),
    ('\u{FEFF}', '\u{FEFF}'),
];

/// Letters that are told by others, in order. All are small and have no compatibility form.
const LETTERS: &[(char, &str)] = &[
    ('ß', "ss"),
    ('æ', "ae"),
    ('ð', "d"),
    ('ø', "o"),
    ('þ', "th"),
    ('đ', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ł', "l"),
    ('œ', "oe"),
    ('ŧ', "t"),
    ('ς', "σ"),
    ('ة', "ه"),
    ('ى', "ي"),
    ('٠', "0"),
    ('١', "1"),
    ('٢', "2"),
    ('٣', "3"),
    ('٤', "4"),
    ('٥', "5"),
    ('٦', "6"),
    ('٧', "7"),
    ('٨', "8"),
    ('٩', "9"),
    ('ٱ', "ا"),
    ('ٲ', "ا"),
    ('ٳ', "ا"),
    ('ک', "ك"),
    ('ڪ', "ك"),
    ('ھ', "ه"),
    ('ہ', "ه"),
    ('ۃ', "ه"),
    ('ی', "ي"),
    ('ە', "ه"),
    ('۰', "0"),
    ('۱', "1"),
    ('۲', "2"),
    ('۳', "3"),
    ('۴', "4"),
    ('۵', "5"),
    ('۶', "6"),
    ('۷', "7"),
    ('۸', "8"),
    ('۹', "9"),
];

/// A text as it is compared. Folded again it stays as it is.
pub fn fold(text: &str) -> String {
    // None of what follows is about these, and many texts hold nothing else.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|letter| fold_letter(letter, &mut |part| folded.push(part)));
    folded
}

/// A text as it is compared, which knows from where each letter came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of the folded text, and its end, where in the original its letter begins.
    from: Vec<usize>,
    /// For each byte of the folded text, where in the original what belongs to its letter ends: its vowel signs too.
    to: Vec<usize>,
}

impl Folded {
    /// A text, folded.
    pub fn of(text: &str) -> Self {
        let (mut folded, mut from, mut to) = (String::with_capacity(text.len()), Vec::new(), Vec::new());
        for (at, letter) in text.char_indices() {
            let before = folded.len();
            fold_letter(letter, &mut |part| folded.push(part));
            let after = at + letter.len_utf8();
            if folded.len() == before {
                // A sign belongs to the letter that it stands on.
                let last = from.last().copied();
                let own = from.iter().rev().take_while(|begin| Some(**begin) == last).count();
                to.iter_mut().rev().take(own).for_each(|end| *end = after);
            }
            from.resize(folded.len(), at);
            to.resize(folded.len(), after);
        }
        Self { text: folded, from, to }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where in the original a part of the folded text stands, in bytes, with the signs of its last letter. None for a
    /// part that is empty or not in it.
    pub fn origin(&self, begin: usize, end: usize) -> Option<(usize, usize)> {
        (begin < end).then_some(())?;
        Some((*self.from.get(begin)?, *self.to.get(end.checked_sub(1)?)?))
    }
}

/// The words of a folded text, with the place of each in bytes: what stands between letters and digits is no word.
pub fn words(folded: &str) -> impl Iterator<Item = (usize, &str)> {
    let letter = |c: char| known(c).map_or_else(|| is_of_word(c), |known| known.of_word);
    let mut rest = 0;
    folded.split(move |c| !letter(c)).filter_map(move |word| {
        let at = rest;
        // What parts words is one letter, of some bytes; its width is looked up below.
        rest = at
            + word.len()
            + folded.get(at + word.len()..).and_then(|next| next.chars().next()).map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((at, word))
    })
}

/// Letters and digits, and the signs that stand in words of scripts whose vowels are signs, such as Devanagari: those are kept,
/// and part no word.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// What is known of a letter.
struct Known {
    /// What it folds to.
    folded: Box<str>,
    /// Whether it stands in words.
    of_word: bool,
}

/// The letters of Latin, Greek, Cyrillic, Hebrew and Arabic, by their numbers: nearly all that is ever folded, and a search folds
/// hundreds of texts.
static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let known = |letter: char| {
        let mut folded = String::new();
        fold_anew(letter, &mut |part| folded.push(part));
        Known { folded: folded.into_boxed_str(), of_word: is_of_word(letter) }
    };
    ('\0'..'\u{0800}').map(known).collect()
});

fn known(letter: char) -> Option<&'static Known> {
    KNOWN.get(usize::try_from(u32::from(letter)).ok()?)
}

fn fold_letter(letter: char, push: &mut impl FnMut(char)) {
    match known(letter) {
        Some(known) => known.folded.chars().for_each(push),
        None => fold_anew(letter, push),
    }
}

fn fold_anew(letter: char, push: &mut impl FnMut(char)) {
    decompose_compatible(letter, |part| {
        for small in part.to_lowercase() {
            if is_dropped(small) {
                continue;
            }
            match LETTERS.binary_search_by_key(&small, |(from, _)| *from) {
                Ok(at) => LETTERS.get(at).into_iter().flat_map(|(_, to)| to.chars()).for_each(&mut *push),
                Err(_not_in_it) => push(small),
            }
        }
    });
}

fn is_dropped(letter: char) -> bool {
    let at = DROPPED.partition_point(|(_, last)| *last < letter);
    DROPPED.get(at).is_some_and(|(first, _)| *first <= letter)
}
