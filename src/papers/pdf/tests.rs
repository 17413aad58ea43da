//! Files of five producers, and lines made by hand.

use super::lines;
use super::order::{Direction, direction, logical};
use super::{NotPaper, glyphs::Piece, text, text_within};

macro_rules! file {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/fixtures/pdf/", $name, ".pdf")).to_vec()
    };
}

const TITLE: &str = "إعلان المؤتمر الإقليمي لاستعراض الاتفاق العالمي للهجرة ";
const HELD: &str =
    "عُقِدَ المُؤْتَمَر يومي 24 و25 شباط/فبراير 2021، وشاركت فيه 21 دولة (منها لبنان) و«الجهات المعنية». ";
const ISSUED: &str = "نُشر القرار 25/2 في الوثيقة E/ESCWA/2021 وبلغت النسبة 12.5 من تقرير \
     World Health Organization (WHO) لعام ٢٠٢٠. ";
const TABLE: &str = "الدولة العدد لبنان 21 ";
const ENGLISH: &str = "The final office of the affiliated efforts (first draft) mentions لبنان الآن again. ";
const FRENCH: &str = "L’été dernier, la déléguée a noté « l’œuvre » des États côtiers à Genève.";

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn expected() -> String {
    words(&[TITLE, HELD, ISSUED, TABLE, ENGLISH, FRENCH].concat())
}

#[test]
fn files_of_all_producers_are_read_as_they_were_written() {
    for (producer, file) in [
        ("Chromium, signs as glyphs of their own", file!("chromium")),
        ("Chromium, presentation forms", file!("chromium-dejavu")),
        ("LibreOffice", file!("libreoffice")),
        ("Typst", file!("typst")),
    ] {
        assert_eq!(words(&text(file).unwrap()), expected(), "{producer}");
    }
}

#[test]
fn a_file_of_weasyprint_is_read_where_each_glyph_is_a_letter() {
    let plain = expected().replace("عُقِدَ المُؤْتَمَر", "عقد المؤتمر").replace("نُشر", "نشر");
    assert_eq!(words(&text(file!("weasyprint")).unwrap()), plain);
}

#[test]
fn cells_and_paragraphs_have_lines_of_their_own() {
    let text = text(file!("chromium")).unwrap();
    assert!(text.contains("\n\nالدولة\nالعدد\nلبنان\n21\n\n"), "{text}");
}

#[test]
fn an_empty_page_has_no_text() {
    assert_eq!(text(file!("empty")).unwrap(), "");
}

#[test]
fn what_cannot_be_read_is_refused() {
    assert!(matches!(text(Vec::new()), Err(NotPaper::Damaged)));
    assert!(matches!(text(b"PK\x03\x04 not a PDF".to_vec()), Err(NotPaper::Damaged)));
    assert!(matches!(text(file!("encrypted")), Err(NotPaper::Damaged)));
    assert!(matches!(text_within(file!("typst"), 100), Err(NotPaper::TooMuch)));
    let length = text(file!("typst")).unwrap().len();
    assert!(matches!(text_within(file!("typst"), length - 1), Err(NotPaper::TooMuch)));
}

#[test]
fn a_file_cut_anywhere_is_refused_or_read_in_part() {
    let whole = file!("libreoffice");
    for at in (0..whole.len()).step_by(whole.len() / 60) {
        if let Ok(text) = text(whole[..at].to_vec()) {
            assert!(text.len() < 4_000);
        }
    }
}

/// A line painted glyph after glyph; pieces of several letters stand between bars.
fn line(painted: &str) -> String {
    let pieces = pieces(painted);
    let turned = matches!(direction(&pieces), Direction::Right | Direction::Mixed(true));
    logical(&pieces, turned)
}

fn pieces(painted: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    for (at, part) in painted.split('|').enumerate() {
        if at % 2 == 1 {
            pieces.push(part);
        } else {
            pieces.extend(part.split_inclusive(|_: char| true));
        }
    }
    pieces
}

fn painted(logical: &str) -> String {
    logical.chars().rev().collect()
}

#[test]
fn a_ligature_stays_in_its_own_order() {
    assert_eq!(line("ن|لا|عإ"), "إعلان");
}

#[test]
fn numbers_stay_as_they_are_read() {
    assert_eq!(line(&["2021 ", &painted("عام")].concat()), "عام 2021");
    assert_eq!(line(&["12.5 ", &painted("نسبة")].concat()), "نسبة 12.5");
    assert_eq!(line(&["25/2 ", &painted("القرار")].concat()), "القرار 25/2");
    assert_eq!(line(&["25 24 ", &painted("يومي")].concat()), "يومي 24 25");
    assert_eq!(line(&["%50 ", &painted("نحو")].concat()), "نحو 50%");
    assert_eq!(line(&["٢٠٢٠ ", &painted("عام")].concat()), "عام ٢٠٢٠");
    assert_eq!(line(&["25-24 ", &painted("يومي")].concat()), "يومي 24-25", "no sign within after Arabic");
}

#[test]
fn words_from_left_to_right_keep_their_order() {
    let mostly_latin = [&painted("في تقرير"), " Health Organization (WHO) ", &painted("قال")].concat();
    assert_eq!(logical(&pieces(&mostly_latin), true), "قال Health Organization (WHO) في تقرير");
    assert_eq!(line(&[&painted("لعام"), " (ILO) ", &painted("منظمة")].concat()), "منظمة (ILO) لعام");
    assert_eq!(line(&["COVID-19 ", &painted("جائحة كبرى")].concat()), "جائحة كبرى COVID-19");
}

#[test]
fn words_from_right_to_left_are_turned_in_a_line_from_left_to_right() {
    let name = painted("لبنان الآن");
    assert_eq!(
        line(&["It says ", &name, " (again), in 2021"].concat()),
        "It says لبنان الآن (again), in 2021"
    );
    let year = ["In the text ", &painted("عام"), " 2021 ", &painted("قال"), " stands"].concat();
    assert_eq!(line(&year), "In the text قال 2021 عام stands");
}

#[test]
fn brackets_are_right_whichever_way_the_producer_says_them() {
    for (open, close) in [("(", ")"), (")", "(")] {
        let text = [".", open, &painted("منها لبنان"), close, " ", &painted("دولة")].concat();
        assert_eq!(line(&text), "دولة (منها لبنان).");
        assert_eq!(line(&["words ", open, "in brackets", close, "."].concat()), "words (in brackets).");
    }
    assert_eq!(line(&painted("و»الجهات المعنية«.")), "و«الجهات المعنية».");
    assert_eq!(line("« mot »"), "« mot »");
    assert_eq!(line("» mot «"), "« mot »");
    assert_eq!(line("a) b) f(x)"), "a) b) f(x)");
}

fn piece(text: &str, x: f64, width: f64, y: f64) -> Piece {
    Piece { text: text.to_owned(), x0: x, x1: x + width, middle: x + width / 2.0, y, size: 10.0, quarter: 0 }
}

#[test]
fn a_sign_goes_to_the_letter_under_its_ink() {
    let sign = |text: &str, middle: f64| Piece { middle, ..piece(text, middle - 3.0, 0.0, 97.0) };
    let painted = vec![
        sign("\u{64e}", 2.0),
        piece("د", 0.0, 5.0, 100.0),
        sign("\u{650}", 8.0),
        piece("ق", 5.0, 5.0, 100.0),
        sign("\u{64f}", 13.0),
        piece("ع", 10.0, 5.0, 100.0),
    ];
    assert_eq!(lines::of(painted), "عُقِدَ\n");
}

#[test]
fn gaps_are_spaces_or_columns_and_bold_is_read_once() {
    let painted = vec![
        piece("a", 0.0, 5.0, 100.0),
        piece("a", 0.2, 5.0, 100.0),
        piece("b", 5.2, 5.0, 100.0),
        piece("c", 13.0, 5.0, 100.0),
        piece("2", 18.0, 3.0, 96.5),
        piece("d", 60.0, 5.0, 100.0),
        piece("e", 0.0, 5.0, 112.0),
        piece("f", 0.0, 5.0, 150.0),
    ];
    assert_eq!(lines::of(painted), "ab c2\nd\ne\n\nf\n");
}

#[test]
fn an_arabic_line_with_more_latin_letters_begins_at_the_right_edge() {
    let mut painted: Vec<Piece> = vec![piece("ش", 0.0, 5.0, 100.0), piece("س", 5.0, 195.0, 100.0)];
    painted.extend([piece("ل", 150.0, 5.0, 112.0), piece(" ", 155.0, 3.0, 112.0)]);
    painted.extend(
        ["W", "H", "O"]
            .iter()
            .enumerate()
            .map(|(at, text)| piece(text, 158.0 + 14.0 * at as f64, 14.0, 112.0)),
    );
    assert_eq!(lines::of(painted), "سش\nWHO ل\n");
}
