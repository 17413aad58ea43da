//! The lines of a page, from where its glyphs lie. Lengths are parts of the font's height.

use super::glyphs::Piece;
use super::order::{self, Direction};
use super::signs;

/// How far the base lines of one line may lie apart: a raised figure is on the line, the next line is not.
const BASELINE: f64 = 0.4;
/// A gap that is a space between words. Less is the distance of letters.
const SPACE: f64 = 0.18;
/// A gap beyond which another column or cell begins.
const COLUMN: f64 = 3.0;
/// Distance of base lines beyond which another block begins.
const BLOCK: f64 = 2.2;
/// A glyph painted twice this close to itself is bold, not doubled.
const TWICE: f64 = 0.05;

/// The text of a page: its lines from top to bottom, each with its end.
pub(super) fn of(pieces: Vec<Piece>) -> String {
    let mut pieces = signs::laid_over(pieces);
    pieces.sort_by(|a, b| a.quarter.cmp(&b.quarter).then(a.y.total_cmp(&b.y)));
    let lines: Vec<Line> =
        gathered(pieces).into_iter().map(Line::new).filter(|line| !line.segments.is_empty()).collect();
    let left = lines.iter().map(|line| line.x0).fold(f64::INFINITY, f64::min);
    let right = lines.iter().map(|line| line.x1).fold(f64::NEG_INFINITY, f64::max);
    let mut text = String::new();
    let mut before: Option<(&Line, bool)> = None;
    for line in &lines {
        let parted = before.is_some_and(|(above, _)| line.is_parted_from(above));
        let above = before.filter(|_| !parted).map(|(_, turned)| turned);
        let turned = line.is_right_to_left(left, right, above);
        if parted {
            text.push('\n');
        }
        for segment in line.in_order(turned) {
            text.push_str(&segment);
            text.push('\n');
        }
        before = Some((line, turned));
    }
    text
}

/// Pieces by the line on which they lie, each line from left to right. They come by turn and by base line.
fn gathered(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    let mut start: Option<(u8, f64, f64)> = None;
    for piece in pieces {
        let size = start.map_or(piece.size, |(_, _, size)| size.max(piece.size));
        let on_it = start.is_some_and(|(turn, y, _)| turn == piece.quarter && piece.y - y <= BASELINE * size);
        match lines.last_mut().filter(|_| on_it) {
            Some(line) => {
                start = start.map(|(turn, y, _)| (turn, y, size));
                line.push(piece);
            }
            None => {
                start = Some((piece.quarter, piece.y, piece.size));
                lines.push(vec![piece]);
            }
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    }
    lines
}

/// A line: columns or cells, each of pieces of text as they are painted from left to right.
#[derive(Debug)]
struct Line {
    segments: Vec<Vec<String>>,
    quarter: u8,
    x0: f64,
    x1: f64,
    y: f64,
    size: f64,
}

impl Line {
    fn new(pieces: Vec<Piece>) -> Self {
        let mut line = Self {
            segments: Vec::new(),
            quarter: 0,
            x0: f64::INFINITY,
            x1: f64::NEG_INFINITY,
            y: 0.0,
            size: 0.0,
        };
        let mut segment: Vec<String> = Vec::new();
        let mut last: Option<(String, f64)> = None;
        let mut spaces = false;
        for piece in pieces {
            if matches!(piece.text.as_str(), "" | " ") {
                spaces = true;
                continue;
            }
            let twice =
                |(text, x0): &(String, f64)| *text == piece.text && piece.x0 - x0 < TWICE * piece.size;
            let gap = piece.x0 - line.x1;
            // Spaces alone reach over no gap between columns, however many there are.
            if last.as_ref().is_some_and(twice) {
                continue;
            } else if gap > COLUMN * piece.size && !segment.is_empty() {
                line.segments.push(std::mem::take(&mut segment));
            } else if (spaces || gap > SPACE * piece.size) && !segment.is_empty() {
                segment.push(" ".to_owned());
            }
            spaces = false;
            (line.quarter, line.y, line.size) = (piece.quarter, piece.y, line.size.max(piece.size));
            (line.x0, line.x1) = (line.x0.min(piece.x0), line.x1.max(piece.x1));
            last = Some((piece.text.clone(), piece.x0));
            segment.push(piece.text);
        }
        line.segments.extend(Some(segment).filter(|segment| !segment.is_empty()));
        line
    }

    fn is_parted_from(&self, above: &Self) -> bool {
        self.quarter != above.quarter || self.y - above.y > BLOCK * self.size.max(above.size)
    }

    /// Whether the line is read from right to left, on a page whose text lies between two edges. Letters do not always
    /// tell: the last line of an Arabic paragraph may hold more Latin ones. It begins at the right edge even so.
    fn is_right_to_left(&self, left: f64, right: f64, above: Option<bool>) -> bool {
        let all: Vec<&str> = self.segments.iter().flatten().map(String::as_str).collect();
        match order::direction(&all) {
            Direction::Right => true,
            Direction::Left => false,
            Direction::Mixed(most) => {
                let at_left = self.x0 - left < self.size;
                let at_right = right - self.x1 < self.size;
                most || (at_right && (!at_left || above == Some(true)))
            }
        }
    }

    /// Its segments in the order in which they are read, each in logical order.
    fn in_order(&self, right_to_left: bool) -> Vec<String> {
        let segments = self.segments.iter().map(|segment| {
            let pieces: Vec<&str> = segment.iter().map(String::as_str).collect();
            let turned = match order::direction(&pieces) {
                Direction::Right => true,
                Direction::Left => false,
                Direction::Mixed(most) => {
                    if self.segments.len() == 1 {
                        right_to_left
                    } else {
                        most
                    }
                }
            };
            spaced(&order::logical(&pieces, turned))
        });
        if right_to_left { segments.rev().collect() } else { segments.collect() }
    }
}

/// Text with single spaces, and none at its ends.
fn spaced(text: &str) -> String {
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
