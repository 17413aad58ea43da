//! Pages: whole without anything else, sound HTML, and every language and direction told.

use plenary::record::{Format, Kind};
use plenary::words::Locale;

use crate::held::{held, text};

/// Elements of HTML that have no end.
const VOID: [&str; 4] = ["meta", "col", "link", "br"];

/// The names of the tags in a page, each closed by its own.
pub fn sound(page: &str) -> usize {
    let (_, body) = page.split_once("</head>").unwrap();
    let mut open: Vec<&str> = vec!["html"];
    let mut tags = 0;
    for tag in body.split('<').skip(1).map(|rest| rest.split_once('>').unwrap().0) {
        tags += 1;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{tag} closes another");
        } else {
            let name = tag.split([' ', '\n']).next().unwrap();
            if !VOID.contains(&name) {
                open.push(name);
            }
        }
    }
    assert!(open.is_empty(), "{open:?} are open");
    tags
}

#[test]
fn every_page_stands_alone_and_is_sound() {
    for locale in Locale::ALL {
        for document in held().documents(locale) {
            let page = text(&document, Format::Html);
            assert!(sound(&page) > 5);
            let (head, body) = page.split_once("</head>").unwrap();
            let direction = if locale == Locale::Ar { "rtl" } else { "ltr" };
            assert!(head.contains(&format!("<html lang=\"{}\" dir=\"{direction}\">", locale.tag())));
            assert!(!head.contains("http") && !head.contains("@import"), "it asks for nothing");
            assert!(!body.contains("<script") && !body.contains("src="), "it runs and loads nothing");
            assert!(!body.contains(['\u{2068}', '\u{2069}', '\u{200f}']), "no marks are left");
            assert!(head.contains("@page") && head.contains("data:font/woff2"));
        }
    }
}

#[test]
fn what_people_wrote_is_text_and_nothing_else() {
    let page = text(&held().document(Kind::KeyMessages, None, Locale::En), Format::Html);
    assert!(page.contains("pathways &lt;&amp; &quot;fair&quot; recruitment&gt;"), "{page}");
}
