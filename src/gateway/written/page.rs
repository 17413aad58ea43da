//! What all pages that the server writes have in common: head, bar, style, and what they may load.

use std::sync::LazyLock;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::gateway::assets;
use crate::terms::ids::Wording;
use crate::words::Locale;

/// The marble of the client, as a picture within the style.
static STYLE: LazyLock<String> = LazyLock::new(|| {
    let marble = include_str!("../../../web/src/stage/marble.svg");
    let mut picture = String::from("data:image/svg+xml,");
    for c in marble.trim().chars() {
        match c {
            '%' => picture.push_str("%25"),
            '#' => picture.push_str("%23"),
            '"' => picture.push_str("%22"),
            '<' => picture.push_str("%3C"),
            '>' => picture.push_str("%3E"),
            c => picture.push(c),
        }
    }
    include_str!("style.css").replace("MARBLE", &picture)
});

/// The script of the way in: small, and within the page.
const LANDING: &str = include_str!("landing.js");

/// What written pages have of the client's own, as the build put it there.
static CLIENT: LazyLock<Client> = LazyLock::new(|| {
    let page = assets::page();
    Client {
        icon: within(page, "<link rel=\"icon\"", ">"),
        styles: within(page, "<link rel=\"stylesheet\"", ">"),
        modules: within(page, "<script type=\"module\"", "</script>"),
    }
});

struct Client {
    icon: String,
    /// With the faces of the look.
    styles: String,
    modules: String,
}

/// All stretches of a page from an opening to its close.
fn within(page: &str, open: &str, close: &str) -> String {
    let mut found = String::new();
    for rest in page.split(open).skip(1) {
        if let Some((inside, _)) = rest.split_once(close) {
            found.push_str(open);
            found.push_str(inside);
            found.push_str(close);
        }
    }
    found
}

/// How a page stands to the client's script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// None.
    None,
    /// The small one of the way in.
    Landing,
    /// The client takes the page over.
    Client,
}

/// A page to be written.
pub struct Document<'a> {
    /// The language of its words.
    pub locale: Locale,
    /// Its title.
    pub title: &'a str,
    /// Classes beside `written`.
    pub class: &'a str,
    /// Which script it has.
    pub script: Script,
    /// What it shows.
    pub body: Markup,
}

impl Document<'_> {
    /// The page.
    pub fn write(self) -> String {
        let Client { icon, styles, modules } = &*CLIENT;
        let page = html! {
            (DOCTYPE)
            html lang=(self.locale.tag()) dir=(self.locale.direction()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                    meta name="theme-color" content="#0e2036";
                    meta name="referrer" content="no-referrer";
                    (PreEscaped(icon))
                    title { (self.title) }
                    style { (PreEscaped(&*STYLE)) }
                }
                body {
                    @if self.script == Script::Client {
                        // As the sheet of the client's own page: it stays until the client has something to show.
                        div id="opening" class={ "written " (self.class) } { (self.body) }
                        div id="page" {}
                        div id="polite" class="unseen" role="status" aria-live="polite" {}
                        div id="assertive" class="unseen" role="alert" aria-live="assertive" {}
                        (PreEscaped(modules))
                    } @else {
                        div class={ "written " (self.class) } { (self.body) }
                    }
                    // After what is read, which does not wait for it.
                    (PreEscaped(styles))
                    @if self.script == Script::Landing { script { (PreEscaped(LANDING)) } }
                }
            }
        };
        page.into_string()
    }
}

/// What a written page may load: its own server's, and what stands within it as the build put it there.
pub fn policy(page: &str, framed: bool) -> String {
    format!(
        "default-src 'self'; style-src 'self'{}; script-src 'self'{}; connect-src 'self'; img-src 'self' data:; \
         media-src 'self' blob:; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors {}; \
         object-src 'none'",
        assets::hashes_within(page, "style"),
        assets::hashes_within(page, "script"),
        if framed { "'self'" } else { "'none'" },
    )
}

/// The mark of the product: a chamber seen from above.
pub fn mark() -> Markup {
    html! {
        svg viewBox="0 0 32 32" aria-hidden="true" {
            circle cx="16" cy="16" r="14.5" {}
            path d="M3.5 20.5a14 14 0 0 1 25 0M7 23a10.4 10.4 0 0 1 18 0M10.6 25.4a6.8 6.8 0 0 1 10.8 0" {}
            circle cx="16" cy="10" r="3" {}
        }
    }
}

/// The bar: the mark, what the page is, and the languages that it is offered in.
pub fn bar(locale: Locale, offered: &[Locale], back: bool, head: &Markup) -> Markup {
    html! {
        header {
            @if back {
                a class="back" href={ "/public/?lang=" (locale.tag()) } aria-label=(locale.t("public-all")) { (mark()) }
            } @else { (mark()) }
            div { (head) }
            nav aria-label=(locale.t("language-of-page")) {
                @for &other in offered {
                    a lang=(other.tag()) hreflang=(other.tag()) href={ "?lang=" (other.tag()) }
                        aria-current=[(other == locale).then_some("true")]
                        aria-label={ (other.short()) ", " (other.name()) } { (other.short()) }
                }
            }
        }
    }
}

/// A wording with its language, kept apart from what stands around it.
pub fn given(locale: Locale, wording: &Wording) -> Markup {
    let (language, words) = locale.worded(wording);
    html! { bdi lang=[(language != locale.tag()).then_some(language)] { (words) } }
}
