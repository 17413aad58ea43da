//! A page that prints well and stands alone: its style and its fonts are within it, and it asks for nothing.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::model::{Block, Document, Heading, Paragraph, Set, Table};
use super::runs::{Run, is_rtl, plain};

/// The faces of the client, as it declares them.
const FACES: &str = include_str!("../../web/src/styles/fonts.css");

macro_rules! fonts {
    ($($name:literal),*) => { [$(($name, include_bytes!(concat!("../../web/src/fonts/", $name)).as_slice())),*] };
}

pub(super) static STYLE: LazyLock<String> = LazyLock::new(|| {
    let fonts = fonts![
        "plex-latin-400.woff2",
        "plex-latin-600.woff2",
        "plex-latin-ext-400.woff2",
        "plex-latin-ext-600.woff2",
        "plex-arabic-400.woff2",
        "plex-arabic-600.woff2",
        "serif-latin-600.woff2",
        "naskh-arabic-600.woff2"
    ];
    let faces = fonts.iter().fold(FACES.to_owned(), |faces, (name, bytes)| {
        let within = format!("data:font/woff2;base64,{}", STANDARD.encode(bytes));
        faces.replace(&format!("../fonts/{name}"), &within)
    });
    faces + include_str!("html/style.css")
});

/// Writes a document.
pub(super) fn write(document: &Document) -> String {
    let tag = document.locale.tag();
    let title = plain(&document.title);
    let of = document.head.first().map(|line| plain(line)).unwrap_or_default();
    let page = html! {
        (DOCTYPE)
        html lang=(tag) dir=(document.locale.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content="Plenary";
                title { (title) " – " (of) }
                style { (PreEscaped(&*STYLE)) (PreEscaped(running_head(&format!("{of} – {title}")))) }
            }
            body {
                header {
                    h1 { (text(document, &document.title)) }
                    @for line in &document.head { p { (text(document, line)) } }
                }
                main { @for (at, block) in document.blocks.iter().enumerate() { (of_block(document, at, block)) } }
            }
        }
    };
    page.into_string()
}

/// What stands on top of each page on paper. A string of CSS has neither quotes nor ends of lines of its own, and nothing that
/// ends the style.
fn running_head(words: &str) -> String {
    let mut content = String::new();
    for c in words.chars() {
        match c {
            '"' | '\\' | '<' | '>' | '&' => content.push_str(&format!("\\{:x} ", u32::from(c))),
            c if c.is_control() => content.push(' '),
            c => content.push(c),
        }
    }
    format!("@page {{ @top-center {{ content: \"{content}\"; }} }}")
}

fn of_block(document: &Document, at: usize, block: &Block) -> Markup {
    match block {
        Block::Heading(heading) => of_heading(document, heading),
        Block::Paragraph(paragraph) => of_paragraph(document, paragraph),
        Block::Table(table) => of_table(document, table, document.is_headed(at)),
    }
}

fn of_heading(document: &Document, heading: &Heading) -> Markup {
    let class = heading.begins_page.then_some("begins-page");
    html! {
        @match heading.level {
            1 => h2 class=[class] { (text(document, &heading.runs)) },
            2 => h3 class=[class] { (text(document, &heading.runs)) },
            _deeper => h4 class=[class] { (text(document, &heading.runs)) },
        }
    }
}

fn of_paragraph(document: &Document, paragraph: &Paragraph) -> Markup {
    let class = match (paragraph.set, paragraph.number) {
        (Set::Text, Some(_)) => "numbered",
        (Set::Text, None) => "text",
        (Set::Subparagraph, _) => "sub",
        (Set::Note, _) => "note",
        (Set::Statement, _) => "statement",
    };
    // What somebody handed in may be in another language than the document.
    let foreign = paragraph.runs.first().filter(|_| paragraph.set == Set::Statement);
    let language = foreign.and_then(|run| run.language.as_deref());
    let direction = foreign.map(|run| if run.rtl { "rtl" } else { "ltr" });
    html! {
        p class=(class) id=[paragraph.number.map(|number| format!("p{number}"))] lang=[language] dir=[direction] {
            @if let Some(number) = paragraph.number { span class="number" { (document.sign(number)) } " " }
            @if let Some(at) = &paragraph.at { time datetime=(at.data) { (at.words) } " " }
            @if foreign.is_some() { (plain(&paragraph.runs)) } @else { (text(document, &paragraph.runs)) }
        }
    }
}

fn of_table(document: &Document, table: &Table, is_headed: bool) -> Markup {
    let columns = || table.columns.iter().enumerate().filter(|(_, column)| column.is_shown());
    // On a phone a table is wider than the page: it moves by itself, and can be reached by keys.
    html! {
        div class="wide" role="region" tabindex="0" aria-label=(plain(&table.caption)) {
            table {
                @if !is_headed { caption { (text(document, &table.caption)) } }
                colgroup { @for (_, column) in columns() { col style=(format!("width:{}%", column.width)); } }
                thead { tr { @for (_, column) in columns() { th scope="col" { (column.title) } } } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (at, _) in columns() {
                                td { @if let Some(cell) = row.get(at) { (text(document, &cell.runs)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Runs: what is of another direction or language than the document is told so, and stands apart.
fn text(document: &Document, runs: &[Run]) -> Markup {
    let is_own = |run: &Run| {
        let language = run.language.as_deref().is_none_or(|language| language == document.locale.tag());
        run.rtl == is_rtl(document.locale) && language
    };
    html! {
        @for run in runs {
            @if is_own(run) {
                @if run.strong { b { (run.text) } } @else { (run.text) }
            } @else {
                bdi lang=[run.language.as_deref()] dir=(if run.rtl { "rtl" } else { "ltr" }) {
                    @if run.strong { b { (run.text) } } @else { (run.text) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_of_the_client_is_within_the_page() {
        assert!(FACES.matches("url(").count() >= 8);
        assert!(!STYLE.contains("../fonts/"), "a face is asked for from elsewhere");
        assert_eq!(STYLE.matches("data:font/woff2;base64,").count(), FACES.matches("url(").count());
    }

    #[test]
    fn nobody_breaks_out_of_the_running_head() {
        let head = running_head("a\"}</style><script>\\");
        assert!(!head.contains("</style>") && head.matches('"').count() == 2, "{head}");
    }
}
