//! The words of what the server writes, its pages and the record: those of the client's own files, so that there is one
//! wording; and how numbers, dates and times are written in each language.

mod dates;
mod numbers;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use dates::Host;
pub use numbers::{Plural, grouped, length, listed};

use crate::terms::ids::Wording;

/// A language that the server writes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Locale {
    /// English.
    En,
    /// French.
    Fr,
    /// Arabic.
    Ar,
}

macro_rules! sources {
    ($locale:literal) => {
        [
            include_str!(concat!("../../web/src/locales/", $locale, "/common.ftl")),
            include_str!(concat!("../../web/src/locales/", $locale, "/room-shared.ftl")),
            include_str!(concat!("../../web/src/locales/", $locale, "/room-stage.ftl")),
            include_str!(concat!("../../web/src/locales/", $locale, "/programme.ftl")),
            include_str!(concat!("../../web/src/locales/", $locale, "/public.ftl")),
            include_str!(concat!("../../web/src/locales/", $locale, "/chair-seats.ftl")),
            include_str!(concat!("../../web/src/locales/", $locale, "/proceedings.ftl")),
            include_str!(concat!("../../web/src/locales/", $locale, "/record.ftl")),
            include_str!(concat!("../../web/src/locales/", $locale, "/written.ftl")),
        ]
    };
}

type Bundle = FluentBundle<FluentResource>;

static EN: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::En, sources!("en")));
static FR: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::Fr, sources!("fr")));
static AR: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::Ar, sources!("ar")));

fn bundle(locale: Locale, sources: [&str; 9]) -> Bundle {
    let language: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    for source in sources {
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(read, faults)| {
            tracing::error!(locale = locale.tag(), ?faults, "words that cannot be read");
            read
        });
        if let Err(faults) = bundle.add_resource(resource) {
            tracing::error!(locale = locale.tag(), ?faults, "words that are there twice");
        }
    }
    bundle
}

impl Locale {
    /// All, in the order of their names.
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::Ar];

    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
        }
    }

    /// Its short name, on the switch of languages.
    pub fn short(self) -> &'static str {
        match self {
            Self::En => "EN",
            Self::Fr => "FR",
            Self::Ar => "ع",
        }
    }

    /// Its name in full.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Ar => "العربية",
        }
    }

    /// Its writing direction.
    pub fn direction(self) -> &'static str {
        if self == Self::Ar { "rtl" } else { "ltr" }
    }

    /// The language of a tag such as `ar-LB`; none that is not one of ours.
    pub fn of(tag: &str) -> Option<Self> {
        let primary = tag.trim().split('-').next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|locale| locale.tag() == primary)
    }

    /// A message without arguments; its key where it is missing.
    pub fn t(self, key: &str) -> String {
        self.message(key, None)
    }

    /// A message with its arguments.
    pub fn with<'a>(self, key: &str, arguments: &[(&'a str, FluentValue<'a>)]) -> String {
        let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
        self.message(key, Some(&arguments))
    }

    fn message(self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let bundle = match self {
            Self::En => &*EN,
            Self::Fr => &*FR,
            Self::Ar => &*AR,
        };
        let pattern = bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else {
            tracing::error!(key, locale = self.tag(), "a message is missing");
            return key.to_owned();
        };
        let mut faults = Vec::new();
        let words = bundle.format_pattern(pattern, arguments, &mut faults);
        if !faults.is_empty() {
            tracing::error!(key, locale = self.tag(), ?faults, "a message lacks something");
        }
        words.into_owned()
    }

    /// A wording in this language; where it has none, in English, or in the first that it has. With its language.
    pub fn worded(self, wording: &Wording) -> (&str, &str) {
        let find = |tag: &str| wording.0.iter().find(|(language, _)| language.as_str() == tag);
        let found = find(self.tag()).or_else(|| find("en")).or_else(|| wording.0.iter().next());
        found.map_or((self.tag(), ""), |(language, words)| (language.as_str(), words.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_its_words_in_each_language() {
        for (locale, word) in
            [(Locale::En, "Proceedings"), (Locale::Fr, "Déroulement"), (Locale::Ar, "مجريات")]
        {
            let told = locale.t("proceedings");
            assert!(told.starts_with(word), "{told}");
        }
    }
}
