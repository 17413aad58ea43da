//! Finding words in messages, as people write them: without regard to case, vowel signs, accents and forms of alef.

/// Words that are looked for, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of a text; none if it holds none.
    pub fn of(text: &str) -> Option<Self> {
        let words: Vec<String> = folded(text).split_whitespace().map(str::to_owned).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// Whether a text holds all of the words, in any order, also as parts of longer ones.
    pub fn are_in(&self, text: &Folded) -> bool {
        self.0.iter().all(|word| text.0.contains(word.as_str()))
    }
}

/// A text as it is looked through. It is made when a message is written, not each time that somebody searches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded(Box<str>);

impl Folded {
    /// A text, folded.
    pub fn of(text: &str) -> Self {
        Self(folded(text).into_boxed_str())
    }
}

/// A text as it is compared.
fn folded(text: &str) -> String {
    #[cfg(test)]
    tests::FOLDS.with(|folds| folds.set(folds.get() + 1));
    // None of what follows is about these, and a long session has many.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().filter(|letter| !is_sign(*letter)).flat_map(char::to_lowercase).map(plain).collect()
}

/// Signs over and under letters, and the stroke that lengthens a word: Arabic and combining Latin ones.
fn is_sign(letter: char) -> bool {
    matches!(letter,
        '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06ED}' | '\u{0300}'..='\u{036F}')
}

/// The plain form of a small letter or digit.
fn plain(letter: char) -> char {
    match letter {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        other => other,
    }
}

/// A digit of another script as the one that is written 0 to 9 here.
fn digit(letter: char, zero: char) -> char {
    let value = u32::from(letter) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::sync::Arc;

    use super::super::{Author, Event, Message, RoomState, State};
    use super::*;
    use crate::terms::people::Role;

    thread_local! {
        /// How many texts this thread has folded.
        pub(super) static FOLDS: Cell<usize> = const { Cell::new(0) };
    }

    fn found(words: &str, text: &str) -> bool {
        Words::of(words).is_some_and(|words| words.are_in(&Folded::of(text)))
    }

    #[test]
    fn a_message_is_folded_when_it_is_written_or_edited_and_not_when_it_is_looked_for() {
        let written = |number: usize| Event::MessageSent {
            message: Arc::new(Message {
                id: format!("m{number}").parse().expect("an id"),
                room: "main".parse().expect("a room"),
                author: Author {
                    person: "olga".parse().expect("an id"),
                    name: Default::default(),
                    delegation: None,
                    role: Role::Observer,
                },
                text: format!("Message {number} about Élections"),
                language: None,
                reply_to: None,
            }),
        };
        let mut chat = State::default();
        let before = FOLDS.get();
        (0..500).for_each(|number| chat.evolve(&written(number), 0, false));
        assert_eq!(FOLDS.get() - before, 500);
        let message = "m7".parse().expect("an id");
        chat.evolve(&Event::MessageEdited { message, text: "Nothing of the kind".to_owned() }, 1, false);
        assert_eq!(FOLDS.get() - before, 501);
        let room = chat.rooms.values().next().expect("a room");
        for _ in 0..20 {
            let words = Words::of("elections").expect("a word");
            assert_eq!(RoomState::holding(room, &words).count(), 499);
        }
        // Twenty times the words, and no message.
        assert_eq!(FOLDS.get() - before, 521);
    }

    #[test]
    fn words_are_found_in_any_case_and_order() {
        assert!(found("PARIS the", "The road to Paris"));
        assert!(!found("paris london", "The road to Paris"));
    }

    #[test]
    fn arabic_is_found_without_vowel_signs_and_in_every_form_of_alef() {
        assert!(found("الامم", "الأُمَم المتحدة"));
        assert!(found("أحمد", "احمد"));
        assert!(found("مدرسه", "مَدْرَسَةٌ"));
        assert!(found("على", "علي"));
        assert!(found("سلام", "ســـلام"));
    }

    #[test]
    fn french_is_found_without_accents_and_digits_in_either_script() {
        assert!(found("etats", "Les États"));
        assert!(found("2018", "٢٠١٨"));
    }

    #[test]
    fn nothing_is_looked_for_where_there_is_no_word() {
        assert_eq!(Words::of(" \n\u{064B}"), None);
    }
}
