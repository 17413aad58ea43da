//! The language that a page is asked for in.

use axum::http::{HeaderMap, Uri, header};
use url::form_urlencoded;

use crate::words::Locale;

/// The language asked for: by `?lang=`, else the one that the browser prefers of ours, else English.
pub fn asked(uri: &Uri, headers: &HeaderMap) -> Locale {
    let query = uri.query().unwrap_or_default();
    let named = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == "lang");
    let named = named.and_then(|(_, tag)| Locale::of(&tag));
    named.unwrap_or_else(|| preferred(headers))
}

fn preferred(headers: &HeaderMap) -> Locale {
    let told = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let mut wishes: Vec<(f32, Locale)> = told.unwrap_or_default().split(',').filter_map(wish).collect();
    // The first of those that are wished alike.
    wishes.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    wishes.first().map_or(Locale::En, |(_, locale)| *locale)
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

    fn of_call(uri: &str, accepted: &str) -> Locale {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_str(accepted).unwrap());
        asked(&uri.parse().unwrap(), &headers)
    }

    #[test]
    fn a_page_is_in_the_language_that_is_named_else_in_the_one_preferred() {
        assert_eq!(of_call("/", "fr-CA,fr;q=0.9,en;q=0.8"), Locale::Fr);
        assert_eq!(of_call("/", "de,ar-LB;q=0.5,en;q=0.3"), Locale::Ar);
        assert_eq!(of_call("/", "en;q=0, ar;q=0.1"), Locale::Ar);
        assert_eq!(of_call("/", "de"), Locale::En);
        assert_eq!(of_call("/?lang=ar", "fr"), Locale::Ar);
        assert_eq!(of_call("/?a=b&lang=fr-FR", "ar"), Locale::Fr);
        assert_eq!(of_call("/?lang=xx", "ar"), Locale::Ar);
    }
}
