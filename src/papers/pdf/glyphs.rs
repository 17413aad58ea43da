//! The glyphs of a page: what each means and where it lies.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Shape};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::letters;

/// Units of a font in its size.
const EM: f64 = 1000.0;

/// A glyph, or several for which the file gives one text. Places are in points, on the page as it is looked at, turned so
/// that the text runs along x; y grows downwards.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    /// What it means, in logical order.
    pub text: String,
    /// From where it takes room along its line.
    pub x0: f64,
    /// To where. As `x0` for what takes none, such as a vowel sign.
    pub x1: f64,
    /// The middle of its ink along the line; of the room where there is no ink.
    pub middle: f64,
    /// Its base line.
    pub y: f64,
    /// The height of the font.
    pub size: f64,
    /// How many quarters the text is turned.
    pub quarter: u8,
}

impl Piece {
    /// Whether it takes no room of its own: a sign over or under another.
    pub fn is_laid_over(&self) -> bool {
        self.x1 - self.x0 < self.size * 0.01
    }
}

/// A marked stretch of which the file says what its glyphs mean together (`ActualText`).
#[derive(Debug)]
struct Marked {
    depth: usize,
    text: String,
    piece: Option<Piece>,
}

/// Takes the glyphs of a page, also those of invisible text, as lies under a scan.
#[derive(Debug)]
pub(super) struct Glyphs {
    pieces: Vec<Piece>,
    depth: usize,
    marked: Option<Marked>,
    bytes_left: Option<usize>,
}

impl Glyphs {
    pub fn new(bytes_max: usize) -> Self {
        Self { pieces: Vec::new(), depth: 0, marked: None, bytes_left: Some(bytes_max) }
    }

    /// The glyphs in the order in which they were painted; `None` if their text is longer than allowed.
    pub fn finish(mut self) -> Option<Vec<Piece>> {
        self.end_marked();
        self.bytes_left.map(|_| self.pieces)
    }

    fn push(&mut self, piece: Piece) {
        self.bytes_left = self.bytes_left.and_then(|left| left.checked_sub(piece.text.len().max(1)));
        if self.bytes_left.is_some() {
            self.pieces.push(piece);
        }
    }

    fn end_marked(&mut self) {
        if let Some(Marked { text, piece: Some(piece), .. }) = self.marked.take() {
            self.push(Piece { text, ..piece });
        }
    }

    fn take(&mut self, piece: Piece) {
        let Some(marked) = &mut self.marked else { return self.push(piece) };
        // A stretch has the base line of its widest glyph: signs are set higher or lower.
        marked.piece = Some(match marked.piece.take() {
            None => piece,
            Some(other) => {
                let (x0, x1) = (other.x0.min(piece.x0), other.x1.max(piece.x1));
                let wider = if other.x1 - other.x0 >= piece.x1 - piece.x0 { other } else { piece };
                // A sign hangs over the edge of its base: it is no room of the stretch.
                if wider.x1 - wider.x0 > (x1 - x0) * 0.6 { wider } else { Piece { x0, x1, ..wider } }
            }
        });
    }
}

fn placed(glyph: &Glyph<'_>, to_page: Affine) -> Option<Piece> {
    let origin = to_page * Point::ZERO;
    let along = to_page * Point::new(EM, 0.0) - origin;
    let (quarter, turn) = quarter(along.x, along.y);
    let to_line = turn * to_page;
    let (advance, ink) = match glyph {
        Glyph::Outline(glyph) => (
            glyph.advance_width().unwrap_or(0.0),
            glyph
                .advance_width()
                .is_none_or(|advance| advance == 0.0)
                .then(|| middle(glyph.outline(), to_line))
                .flatten(),
        ),
        Glyph::Type3(glyph) => (glyph.advance_width().unwrap_or(0.0), None),
    };
    let (start, end) = (to_line * Point::ZERO, to_line * Point::new(f64::from(advance), 0.0));
    let text = letters::meaning(glyph);
    let piece = Piece {
        text,
        x0: start.x.min(end.x),
        x1: start.x.max(end.x),
        middle: ink.unwrap_or((start.x + end.x) / 2.0),
        y: start.y,
        size: (to_line * Point::new(0.0, EM) - start).hypot(),
        quarter,
    };
    (piece.x0.is_finite() && piece.x1.is_finite() && piece.y.is_finite() && piece.size > 0.0).then_some(piece)
}

fn middle(outline: BezPath, to_line: Affine) -> Option<f64> {
    let ink = (to_line * outline).bounding_box();
    (ink.width() > 0.0 && ink.center().x.is_finite()).then(|| ink.center().x)
}

/// How many quarters text that runs towards (x, y) is turned, and what turns it back.
fn quarter(x: f64, y: f64) -> (u8, Affine) {
    match (x.abs() >= y.abs(), if x.abs() >= y.abs() { x >= 0.0 } else { y >= 0.0 }) {
        (true, true) => (0, Affine::IDENTITY),
        (false, true) => (1, Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, 0.0])),
        (true, false) => (2, Affine::new([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0])),
        (false, false) => (3, Affine::new([0.0, 1.0, -1.0, 0.0, 0.0, 0.0])),
    }
}

impl Device<'_> for Glyphs {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            if self.bytes_left.is_none() {
                return;
            }
            if let Some(piece) = placed(glyph, props.transform * glyph.transform()) {
                self.take(piece);
            }
        }
    }

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        self.depth += 1;
        if self.marked.is_none()
            && let Some(text) = properties.and_then(|dict| dict.get::<PdfString<'_>>(&b"ActualText"[..]))
        {
            self.marked = Some(Marked { depth: self.depth, text: letters::marked(&text), piece: None });
        }
    }

    fn end_marked_content(&mut self) {
        if self.marked.as_ref().is_some_and(|marked| marked.depth == self.depth) {
            self.end_marked();
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
