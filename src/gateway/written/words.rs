//! The words of the pages that the server writes: those of the client's own files, so that there is one wording.

use std::sync::LazyLock;

use axum::http::{HeaderMap, Uri, header};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;
use url::form_urlencoded;

use crate::terms::ids::Wording;

/// A language that the pages are written in.
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
            include_str!(concat!("../../../web/src/locales/", $locale, "/common.ftl")),
            include_str!(concat!("../../../web/src/locales/", $locale, "/room-shared.ftl")),
            include_str!(concat!("../../../web/src/locales/", $locale, "/room-stage.ftl")),
            include_str!(concat!("../../../web/src/locales/", $locale, "/programme.ftl")),
            include_str!(concat!("../../../web/src/locales/", $locale, "/public.ftl")),
            include_str!(concat!("../../../web/src/locales/", $locale, "/written.ftl")),
        ]
    };
}

type Bundle = FluentBundle<FluentResource>;

static EN: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::En, sources!("en")));
static FR: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::Fr, sources!("fr")));
static AR: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::Ar, sources!("ar")));

fn bundle(locale: Locale, sources: [&str; 6]) -> Bundle {
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

    /// The language asked for: by `?lang=`, else the one that the browser prefers of ours, else English.
    pub fn asked(uri: &Uri, headers: &HeaderMap) -> Self {
        let query = uri.query().unwrap_or_default();
        let named = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == "lang");
        let named = named.and_then(|(_, tag)| Self::of(&tag));
        named.unwrap_or_else(|| Self::preferred(headers))
    }

    fn preferred(headers: &HeaderMap) -> Self {
        let told = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let mut wishes: Vec<(f32, Self)> = told.unwrap_or_default().split(',').filter_map(wish).collect();
        // The first of those that are wished alike.
        wishes.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        wishes.first().map_or(Self::En, |(_, locale)| *locale)
    }

    fn of(tag: &str) -> Option<Self> {
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

/// A language of ours and how much it is wished, 0 to 1.
fn wish(text: &str) -> Option<(f32, Locale)> {
    let mut parts = text.split(';').map(str::trim);
    let locale = Locale::of(parts.next()?)?;
    let weight =
        parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |weight| weight.parse().ok())?;
    (weight > 0.0).then_some((weight, locale))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn asked(uri: &str, accepted: &str) -> Locale {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_str(accepted).unwrap());
        Locale::asked(&uri.parse().unwrap(), &headers)
    }

    #[test]
    fn a_page_is_in_the_language_that_is_named_else_in_the_one_preferred() {
        assert_eq!(asked("/", "fr-CA,fr;q=0.9,en;q=0.8"), Locale::Fr);
        assert_eq!(asked("/", "de,ar-LB;q=0.5,en;q=0.3"), Locale::Ar);
        assert_eq!(asked("/", "en;q=0, ar;q=0.1"), Locale::Ar);
        assert_eq!(asked("/", "de"), Locale::En);
        assert_eq!(asked("/?lang=ar", "fr"), Locale::Ar);
        assert_eq!(asked("/?a=b&lang=fr-FR", "ar"), Locale::Fr);
        assert_eq!(asked("/?lang=xx", "ar"), Locale::Ar);
    }

    #[test]
    fn a_message_has_its_words_in_each_language() {
        for (locale, day) in [(Locale::En, "Monday"), (Locale::Fr, "lundi"), (Locale::Ar, "الاثنين")] {
            let numbers = [("weekday", 1), ("date", 30), ("month", 11), ("year", 2026)];
            let told = locale.with("written-day", &numbers.map(|(name, number)| (name, number.into())));
            let bare = told.replace(['\u{2068}', '\u{2069}'], "");
            assert!(bare.starts_with(day) && bare.ends_with("2026"), "{told}");
        }
    }
}
