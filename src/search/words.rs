//! The words that are looked for, and when a word of a text is one of them.
//!
//! Arabic writes the article, and what stands before it, in one with its noun: whoever looks for «هجرة» looks for «الهجرة»,
//! «والهجرة» and «للهجرة» too. So a word counts as itself, and as what is left without these. Letters without the article
//! (و، ب، ل، ك، ف alone) stay, for they begin many words.

use crate::terms::folding::{fold, words};
use crate::terms::limits;

/// Words of one search at most; more are not looked at.
pub const QUERY_WORDS_MAX: usize = 12;
/// From so many letters on the last word may be the beginning of a longer one.
const BEGINNING_MIN: usize = 2;
/// How fast a word that comes again counts less, and how much a long text takes away from it: the usual figures of BM25
/// (Robertson and Zaragoza, 2009), for texts of this many words. How seldom a word is does not matter where all must be there.
const AGAIN: f64 = 1.2;
const LONG: f64 = 0.75;
const TEXT_WORDS: f64 = 60.0;
/// What a longer word counts, of which only the beginning was asked for.
const BEGUN: f64 = 0.5;
/// So many letters must be left without an article: والد is no "and the …".
const BARE_MIN: usize = 3;

/// Words that a passage must hold, all of them, in any order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query(Vec<Term>);

/// One word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    /// The word without an article, in each way that it can be read; never empty.
    bare: Vec<String>,
    /// Whether it may be the beginning of a longer word.
    begins: bool,
}

/// Why a search is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoQuery {
    /// It holds no word.
    Empty,
    /// It has more than [`limits::SEARCH_CHARS_MAX`] characters.
    TooLong,
}

impl Query {
    /// The words of a text. The last may be the beginning of a longer one.
    ///
    /// # Errors
    /// [`NoQuery`] for a text that holds no word or is too long.
    pub fn of(text: &str) -> Result<Self, NoQuery> {
        if text.chars().count() > limits::SEARCH_CHARS_MAX {
            return Err(NoQuery::TooLong);
        }
        let folded = fold(text);
        let mut terms: Vec<Term> = words(&folded).map(|(_, word)| Term::of(word)).collect();
        terms.truncate(QUERY_WORDS_MAX);
        let last = terms.last_mut().ok_or(NoQuery::Empty)?;
        last.begins = last.bare.iter().all(|word| word.chars().count() >= BEGINNING_MIN);
        Ok(Self(terms))
    }

    /// Whether a folded word of a text is one that is looked for.
    pub fn is(&self, word: &str) -> bool {
        self.0.iter().any(|term| term.is(word))
    }

    /// How well a folded text that holds all of the words fits, the greater the better; none where one is missing.
    pub fn fit(&self, folded: &str) -> Option<f64> {
        let mut counts = vec![0.0; self.0.len()];
        let mut length = 0.0;
        for (_, word) in words(folded) {
            length += 1.0;
            for (count, term) in counts.iter_mut().zip(&self.0) {
                *count += term.counts(word);
            }
        }
        let of_length = AGAIN * (1.0 - LONG + LONG * length / TEXT_WORDS);
        let all = counts.iter().all(|count| *count > 0.0);
        all.then(|| counts.iter().map(|count| count / (count + of_length)).sum())
    }

    /// The same in the language of FTS5. Every word stands in quotes and holds letters and digits alone, so nothing of what was
    /// typed is taken for an operator.
    pub(super) fn expression(&self) -> String {
        let term = |term: &Term| {
            let beginning = if term.begins { " *" } else { "" };
            let ways: Vec<String> = term.bare.iter().map(|word| format!("\"{word}\"{beginning}")).collect();
            format!("({})", ways.join(" OR "))
        };
        self.0.iter().map(term).collect::<Vec<_>>().join(" AND ")
    }
}

impl Term {
    fn of(word: &str) -> Self {
        let mut bare: Vec<String> = bare(word).map(str::to_owned).collect();
        if bare.is_empty() {
            bare.push(word.to_owned());
        }
        Self { bare, begins: false }
    }

    fn is(&self, word: &str) -> bool {
        self.counts(word) > 0.0
    }

    /// What a word of a text counts for it.
    fn counts(&self, word: &str) -> f64 {
        let one = |word: &str| match self.bare.iter().find(|own| word.starts_with(own.as_str())) {
            Some(_) if self.bare.iter().any(|own| own == word) => 1.0,
            Some(_) if self.begins => BEGUN,
            Some(_) | None => 0.0,
        };
        bare(word).map(one).fold(one(word), f64::max)
    }
}

/// What is left of a folded Arabic word without the article and what stands before it, in each way that it can be read;
/// nothing where there is no article.
pub(super) fn bare(word: &str) -> impl Iterator<Item = &str> {
    let after = word.strip_prefix(['و', 'ف']).into_iter().chain([word]);
    let ways = after.flat_map(|rest| {
        let with = rest.strip_prefix(['ب', 'ك']).into_iter().chain([rest]);
        let article = with.filter_map(|rest| rest.strip_prefix("ال"));
        // The alef of the article is not written after ل; nor is a third ل where the noun begins with one.
        let to = rest
            .strip_prefix("لل")
            .into_iter()
            .chain(rest.strip_prefix('ل').filter(|rest| rest.starts_with('ل')));
        article.chain(to)
    });
    ways.filter(|left| left.chars().count() >= BARE_MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(query: &str, text: &str) -> bool {
        Query::of(query).is_ok_and(|query| query.fit(&fold(text)).is_some())
    }

    #[test]
    fn all_words_are_asked_for_in_any_order_and_the_last_may_go_on() {
        assert!(finds("MIGRATION safe", "Safe, orderly migration"));
        assert!(finds("safe migr", "Safe, orderly migration"));
        assert!(!finds("migr safe", "Safe, orderly migration"));
        assert!(!finds("safe war", "Safe, orderly migration"));
        assert!(!finds("s", "safe"));
    }

    #[test]
    fn a_word_is_found_with_the_article_and_without() {
        for text in ["الهجرة", "والهجرة", "بالهجرة", "للهجرة", "هجرة", "وبالهجرة", "الهِجْرَة", "الهجره"]
        {
            for query in ["هجرة", "الهجرة", "هجره", "للهجرة"] {
                assert!(finds(query, text), "{query} in {text}");
            }
        }
        assert!(finds("لاجئين", "للاجئين"));
        assert!(finds("للاجئين", "اللاجئين"));
        assert!(!finds("دة", "والدة"));
        assert!(!finds("هجرة", "مهاجر"));
        assert!(!finds("علم", "عالم"));
    }

    #[test]
    fn what_says_it_more_often_in_fewer_words_and_in_whole_fits_better() {
        let best_first = [
            "migration and migration",
            "migration",
            "migrations",
            &format!("migration {}", "other words ".repeat(40)),
            &format!("migrations {}", "other words ".repeat(40)),
        ];
        let query = Query::of("migration").expect("a word");
        let fits: Vec<f64> =
            best_first.iter().map(|text| query.fit(&fold(text)).expect("it is there")).collect();
        assert!(fits.is_sorted_by(|one, next| one > next), "{fits:?}");
        let both = Query::of("safe migration").expect("words");
        assert_eq!(both.fit("migration migration"), None);
        assert!(
            both.fit("safe migration") > both.fit("safe migration of many other people by land and by sea")
        );
    }

    #[test]
    fn nothing_that_is_typed_is_an_operator() {
        let expression = |text: &str| Query::of(text).map(|query| query.expression());
        assert_eq!(
            expression("a* OR \"b\" NEAR(c) -dd"),
            Ok("(\"a\") AND (\"or\") AND (\"b\") AND (\"near\") AND (\"c\") AND (\"dd\" *)".to_owned())
        );
        assert_eq!(expression("words:x^ {"), Ok("(\"words\") AND (\"x\")".to_owned()));
        assert_eq!(expression("للاجئين"), Ok("(\"اجيين\" * OR \"لاجيين\" *)".to_owned()));
    }

    #[test]
    fn no_word_and_too_many_letters_are_refused_and_too_many_words_are_left_out() {
        assert_eq!(Query::of(" *\"\u{064B}"), Err(NoQuery::Empty));
        assert_eq!(Query::of(&"a".repeat(limits::SEARCH_CHARS_MAX + 1)), Err(NoQuery::TooLong));
        let many = Query::of(&"ab ".repeat(60)).expect("words");
        assert_eq!(many.0.len(), QUERY_WORDS_MAX);
    }
}
