//! The text of a document in WordprocessingML, and what stands on top of and below each page.

use std::io;

use super::{R, W};
use crate::record::model::{Block, Document, Heading, Paragraph, Set, Table};
use crate::record::runs::{Run, is_rtl, stretches};
use crate::record::xml::{Attribute, Xml};

/// Width of the text on A4 between the margins, in twentieths of a point.
const WIDTH: u32 = 9_638;
/// Stands in the message of the footer where the page's number is to be; private, so that no message holds it.
const PAGE: char = '\u{e010}';
/// Likewise for how many there are.
const PAGES: char = '\u{e011}';

/// How a paragraph looks: its style, and the sizes of its letters in half points, Latin and Arabic.
#[derive(Clone, Copy)]
struct Look {
    style: &'static str,
    size: &'static str,
    size_arabic: &'static str,
    bold: bool,
}

const TITLE: Look = Look { style: "Title", size: "40", size_arabic: "44", bold: true };
const SUBTITLE: Look = Look { style: "Subtitle", size: "22", size_arabic: "26", bold: false };
const HEADINGS: [Look; 3] = [
    Look { style: "Heading1", size: "28", size_arabic: "32", bold: true },
    Look { style: "Heading2", size: "25", size_arabic: "29", bold: true },
    Look { style: "Heading3", size: "22", size_arabic: "26", bold: true },
];
const TEXT: Look = Look { style: "Normal", size: "22", size_arabic: "26", bold: false };
const NUMBERED: Look = Look { style: "Numbered", ..TEXT };
const SUBPARAGRAPH: Look = Look { style: "Subparagraph", ..TEXT };
const NOTE: Look = Look { style: "Note", size: "20", size_arabic: "24", bold: false };
const STATEMENT: Look = Look { style: "Statement", ..TEXT };
const CELL: Look = Look { style: "TableText", size: "18", size_arabic: "22", bold: false };
const CELL_HEAD: Look = Look { style: "TableHead", size: "18", size_arabic: "22", bold: true };
const CAPTION: Look = Look { style: "Caption", size: "20", size_arabic: "24", bold: true };
const EDGE: Look = Look { style: "Footer", size: "18", size_arabic: "20", bold: false };

/// A part of the text that is being written.
struct Part<'a> {
    xml: Xml,
    document: &'a Document,
}

/// What a paragraph has beside its look and its text.
#[derive(Default)]
struct Placed {
    begins_page: bool,
    numbered: bool,
    keeps_next: bool,
}

/// `word/document.xml`.
pub(super) fn document(document: &Document) -> io::Result<Vec<u8>> {
    let mut part = Part { xml: Xml::begin()?, document };
    let names = [("xmlns:w", W), ("xmlns:r", R)];
    part.element("w:document", &names, |part| part.element("w:body", &[], Part::text))?;
    Ok(part.xml.finish())
}

/// `word/header1.xml`: the conference and the title.
pub(super) fn header(document: &Document) -> io::Result<Vec<u8>> {
    let mut part = Part { xml: Xml::begin()?, document };
    let of = document.head.first().cloned().unwrap_or_default();
    let between = Run::own(document.locale, " – ");
    let runs: Vec<Run> = of.into_iter().chain([between]).chain(document.title.iter().cloned()).collect();
    let look = Look { style: "Header", ..EDGE };
    part.element("w:hdr", &[("xmlns:w", W)], |part| part.paragraph(look, &Placed::default(), &runs))?;
    Ok(part.xml.finish())
}

/// `word/footer1.xml`: the number of the page, and of how many.
pub(super) fn footer(document: &Document) -> io::Result<Vec<u8>> {
    let mut part = Part { xml: Xml::begin()?, document };
    let locale = document.locale;
    let words =
        locale.with("record-page", &[("page", PAGE.to_string().into()), ("pages", PAGES.to_string().into())]);
    let runs = vec![Run::own(locale, words)];
    part.element("w:ftr", &[("xmlns:w", W)], |part| part.paragraph(EDGE, &Placed::default(), &runs))?;
    Ok(part.xml.finish())
}

impl Part<'_> {
    fn element(
        &mut self,
        name: &str,
        attributes: &[Attribute<'_>],
        within: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.xml.open(name, attributes)?;
        within(self)?;
        self.xml.close(name)
    }

    fn value(&mut self, name: &str, value: &str) -> io::Result<()> {
        self.xml.empty(name, &[("w:val", value)])
    }

    fn text(&mut self) -> io::Result<()> {
        let document = self.document;
        self.paragraph(TITLE, &Placed::default(), &document.title)?;
        for line in &document.head {
            self.paragraph(SUBTITLE, &Placed::default(), line)?;
        }
        for (at, block) in document.blocks.iter().enumerate() {
            match block {
                Block::Heading(heading) => self.heading(heading)?,
                Block::Paragraph(paragraph) => self.told(paragraph)?,
                Block::Table(table) => self.table(table, document.is_headed(at))?,
            }
        }
        self.section()
    }

    fn heading(&mut self, heading: &Heading) -> io::Result<()> {
        let at = usize::from(heading.level.saturating_sub(1)).min(HEADINGS.len() - 1);
        let look = HEADINGS.get(at).copied().unwrap_or(TEXT);
        let placed = Placed { begins_page: heading.begins_page, ..Placed::default() };
        self.paragraph(look, &placed, &heading.runs)
    }

    fn told(&mut self, paragraph: &Paragraph) -> io::Result<()> {
        let look = match (paragraph.set, paragraph.number) {
            (Set::Text, Some(_)) => NUMBERED,
            (Set::Text, None) => TEXT,
            (Set::Subparagraph, _) => SUBPARAGRAPH,
            (Set::Note, _) => NOTE,
            (Set::Statement, _) => STATEMENT,
        };
        let at = paragraph.at.as_ref().map(|at| Run::own(self.document.locale, format!("{} – ", at.words)));
        let runs: Vec<Run> = at.into_iter().chain(paragraph.runs.iter().cloned()).collect();
        let placed = Placed { numbered: paragraph.number.is_some(), ..Placed::default() };
        self.paragraph(look, &placed, &runs)
    }

    /// Whether a paragraph runs from right to left: as its document does; what was handed in as itself does.
    fn is_rtl(&self, look: Look, runs: &[Run]) -> bool {
        let lettered = || runs.iter().filter(|run| run.text.chars().any(char::is_alphabetic));
        let all_rtl = lettered().next().is_some() && lettered().all(|run| run.rtl);
        let own = look.style == STATEMENT.style;
        all_rtl || (!own && is_rtl(self.document.locale))
    }

    fn paragraph(&mut self, look: Look, placed: &Placed, runs: &[Run]) -> io::Result<()> {
        let rtl = self.is_rtl(look, runs);
        self.element("w:p", &[], |part| {
            part.element("w:pPr", &[], |part| {
                part.value("w:pStyle", look.style)?;
                if placed.keeps_next {
                    part.xml.empty("w:keepNext", &[])?;
                }
                if placed.begins_page {
                    part.xml.empty("w:pageBreakBefore", &[])?;
                }
                if placed.numbered {
                    part.element("w:numPr", &[], |part| {
                        part.value("w:ilvl", "0")?;
                        part.value("w:numId", "1")
                    })?;
                }
                if rtl {
                    part.xml.empty("w:bidi", &[])?;
                }
                // The mark of the paragraph bears its number, which is set as it is.
                part.properties(look, rtl, look.bold, None)
            })?;
            runs.iter().try_for_each(|run| part.run(look, run))
        })
    }

    /// A run, in stretches of one script: Word takes the font and the size of a run by whether it is `rtl`.
    fn run(&mut self, look: Look, run: &Run) -> io::Result<()> {
        for (text, rtl) in stretches(run) {
            let language = run.language.as_deref().filter(|_| run.rtl == rtl);
            let mut rest = text.as_str();
            // What somebody wrote has no fields.
            let is_footer = look.style == EDGE.style;
            while let Some(at) = rest.find([PAGE, PAGES]).filter(|_| is_footer) {
                let (before, field) = rest.split_at(at);
                self.letters(look, before, rtl, run.strong, language)?;
                let field_code = if field.starts_with(PAGE) { "PAGE" } else { "NUMPAGES" };
                self.element("w:fldSimple", &[("w:instr", field_code)], |part| {
                    part.letters(look, "1", rtl, run.strong, language)
                })?;
                rest = field.get(PAGE.len_utf8()..).unwrap_or_default();
            }
            self.letters(look, rest, rtl, run.strong, language)?;
        }
        Ok(())
    }

    fn letters(
        &mut self,
        look: Look,
        text: &str,
        rtl: bool,
        strong: bool,
        language: Option<&str>,
    ) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.element("w:r", &[], |part| {
            part.properties(look, rtl, strong || look.bold, language)?;
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    part.xml.empty("w:br", &[])?;
                }
                part.xml.text_in("w:t", &[("xml:space", "preserve")], line.trim_end_matches('\r'))?;
            }
            Ok(())
        })
    }

    fn properties(&mut self, look: Look, rtl: bool, bold: bool, language: Option<&str>) -> io::Result<()> {
        self.element("w:rPr", &[], |part| {
            let font = "Times New Roman";
            part.xml.empty("w:rFonts", &[("w:ascii", font), ("w:hAnsi", font), ("w:cs", font)])?;
            if bold {
                part.xml.empty("w:b", &[])?;
                part.xml.empty("w:bCs", &[])?;
            }
            part.value("w:sz", look.size)?;
            part.value("w:szCs", look.size_arabic)?;
            if rtl {
                part.xml.empty("w:rtl", &[])?;
            }
            match (rtl, language) {
                (true, language) => part.xml.empty("w:lang", &[("w:bidi", language.unwrap_or("ar"))]),
                (false, Some(language)) => part.xml.empty("w:lang", &[("w:val", language)]),
                (false, None) => Ok(()),
            }
        })
    }

    fn table(&mut self, table: &Table, is_headed: bool) -> io::Result<()> {
        let shown: Vec<usize> = (0..table.columns.len())
            .filter(|at| table.columns.get(*at).is_some_and(|column| column.is_shown()))
            .collect();
        let share = |at: &usize| table.columns.get(*at).map_or(0, |column| u32::from(column.width));
        let all: u32 = shown.iter().map(share).sum();
        let widths: Vec<String> =
            shown.iter().map(|at| (WIDTH * share(at) / all.max(1)).to_string()).collect();
        let placed = Placed { keeps_next: true, ..Placed::default() };
        if !is_headed {
            self.paragraph(CAPTION, &placed, &table.caption)?;
        }
        let rtl = is_rtl(self.document.locale);
        self.element("w:tbl", &[], |part| {
            part.element("w:tblPr", &[], |part| {
                part.value("w:tblStyle", "TableGrid")?;
                if rtl {
                    part.xml.empty("w:bidiVisual", &[])?;
                }
                part.xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")])?;
                part.xml.empty("w:tblLayout", &[("w:type", "fixed")])
            })?;
            part.element("w:tblGrid", &[], |part| {
                widths.iter().try_for_each(|width| part.xml.empty("w:gridCol", &[("w:w", width)]))
            })?;
            let head = shown.iter().filter_map(|at| table.columns.get(*at));
            let head: Vec<Vec<Run>> =
                head.map(|column| vec![Run::own(part.document.locale, column.title.as_str())]).collect();
            part.row(true, &widths, head.iter().map(Vec::as_slice))?;
            for row in &table.rows {
                let cells = shown.iter().map(|at| row.get(*at).map_or(&[][..], |cell| &cell.runs));
                part.row(false, &widths, cells)?;
            }
            Ok(())
        })?;
        // Two tables that touch are one in Word.
        self.paragraph(CELL, &Placed::default(), &[])
    }

    fn row<'r>(
        &mut self,
        is_head: bool,
        widths: &[String],
        cells: impl Iterator<Item = &'r [Run]>,
    ) -> io::Result<()> {
        self.element("w:tr", &[], |part| {
            part.element("w:trPr", &[], |part| {
                part.xml.empty("w:cantSplit", &[])?;
                if is_head { part.xml.empty("w:tblHeader", &[]) } else { Ok(()) }
            })?;
            for (width, runs) in widths.iter().zip(cells) {
                part.element("w:tc", &[], |part| {
                    part.element("w:tcPr", &[], |part| {
                        part.xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")])
                    })?;
                    part.paragraph(if is_head { CELL_HEAD } else { CELL }, &Placed::default(), runs)
                })?;
            }
            Ok(())
        })
    }

    /// The page: A4, with what stands on top and below.
    fn section(&mut self) -> io::Result<()> {
        let rtl = is_rtl(self.document.locale);
        self.element("w:sectPr", &[], |part| {
            part.xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId6")])?;
            part.xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId7")])?;
            part.xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])?;
            let margins = [
                ("w:top", "1418"),
                ("w:right", "1134"),
                ("w:bottom", "1304"),
                ("w:left", "1134"),
                ("w:header", "680"),
                ("w:footer", "624"),
                ("w:gutter", "0"),
            ];
            part.xml.empty("w:pgMar", &margins)?;
            if rtl { part.xml.empty("w:bidi", &[]) } else { Ok(()) }
        })
    }
}
