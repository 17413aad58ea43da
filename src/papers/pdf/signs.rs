//! Signs over and under letters, which are glyphs of their own.

use icu_properties::props::BidiClass;

use super::glyphs::Piece;
use super::order::bidi_class;

/// Among how many glyphs before and after it in the file a sign looks for its letter.
const NEAR: usize = 3;

/// The pieces that take room, each with the signs over and under it after its letter.
///
/// Where a sign begins says little: fonts draw it left or right of there. So its ink counts. And it is painted next to
/// its letter, before it or after it, so that no sign of another line is taken for one of this.
pub(super) fn laid_over(pieces: Vec<Piece>) -> Vec<Piece> {
    let bases: Vec<usize> =
        pieces.iter().enumerate().filter(|(_, piece)| !piece.is_laid_over()).map(|(at, _)| at).collect();
    let mut signs: Vec<(usize, String)> = Vec::new();
    let mut alone = Vec::new();
    for (at, sign) in pieces.iter().enumerate().filter(|(_, piece)| piece.is_laid_over()) {
        let next = bases.partition_point(|base| *base < at);
        let near = bases.get(next.saturating_sub(NEAR)..(next + NEAR).min(bases.len())).unwrap_or_default();
        let apart = |base: &usize| pieces.get(*base).map_or(f64::INFINITY, |base| distance(sign, base));
        let base = near.iter().copied().min_by(|a, b| apart(a).total_cmp(&apart(b)));
        match base.filter(|base| apart(base) < sign.size) {
            Some(base) => signs.push((base, sign.text.clone())),
            None => alone.push(sign.clone()),
        }
    }
    let mut pieces = pieces;
    for (base, sign) in signs {
        if let Some(base) = pieces.get_mut(base) {
            lay_over(&mut base.text, &sign);
        }
    }
    pieces.retain(|piece| !piece.is_laid_over());
    pieces.extend(alone.into_iter().filter(|sign| !matches!(sign.text.as_str(), "" | " " | "\u{fffd}")));
    pieces
}

fn lay_over(base: &mut String, sign: &str) {
    let is_sign = sign.chars().all(|char| bidi_class(char) == BidiClass::NonspacingMark);
    // Dots are drawn as glyphs of their own by some fonts, and then say the whole letter once more, or nothing.
    if is_sign || matches!(base.as_str(), "" | "\u{fffd}") {
        if base == "\u{fffd}" && !is_sign {
            base.clear();
        }
        base.push_str(sign);
    } else if base != sign && !matches!(sign, " " | "\u{fffd}") {
        base.push_str(sign);
    }
}

/// How far the ink of a sign lies from the room of a letter.
fn distance(sign: &Piece, base: &Piece) -> f64 {
    let across = (sign.y - base.y).abs();
    if sign.quarter != base.quarter || across > base.size || base.text == " " {
        return f64::INFINITY;
    }
    (base.x0 - sign.middle).max(sign.middle - base.x1).max(0.0)
}
