//! The catalogue as a map: each sector as large as it has procedures, the darker the more of them become simpler.

use crate::{
    locale::Locale,
    plan::Reached,
    render::html::{
        block::{said, write},
        chart::{figure, length},
    },
    report::review::Review,
    text,
};

/// How large a map is: one for wide screens and paper, one for phones.
const SIZES: [(&str, f64, f64); 2] = [("wide", 960.0, 480.0), ("tall", 360.0, 640.0)];
/// The sizes of letters, the one that is read best first: a class of the style sheet, how high a line is, how wide a letter at the most.
const LETTERS: [(&str, f64, f64); 2] = [("", 18.0, 7.6), ("small", 14.0, 6.0)];

/// A piece of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// The map, and what its shades mean; nothing where there is but one sector, which needs no map.
pub(super) fn chart(review: &Review, locale: &'static Locale) -> String {
    let mut sectors: Vec<&(String, Reached)> = review.plan.sectors.iter().collect();
    if sectors.len() < 2 {
        return String::new();
    }
    sectors.sort_by_key(|(name, reached)| (std::cmp::Reverse(reached.procedures), name.clone()));
    let maps: String = SIZES.iter().map(|size| map(&sectors, *size, locale)).collect();
    let share = |step: i64| match step {
        0 => locale.say("html.map.none").to_owned(),
        step => locale.filled("html.map.share", &[("share", &locale.percent((step * 25).into(), 0))]),
    };
    let shade = |step| format!("<li class=\"shade{step}\">{}</li>", said(&share(step), locale));
    let shades: String = (0..=4).map(shade).collect();
    figure("map", locale.say("html.map"), &format!("{maps}<ol class=\"shades\">{shades}</ol>\n"), locale)
}

fn map(sectors: &[&(String, Reached)], (name, width, height): (&str, f64, f64), locale: &'static Locale) -> String {
    let sizes: Vec<f64> = sectors.iter().map(|(_, reached)| reached.procedures as f64).collect();
    let pieces = squarified(&sizes, Piece { x: 0.0, y: 0.0, width, height });
    let label = text::html(locale.say("html.map"));
    let mut svg = format!("<svg class=\"{name}\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{label}\">\n");
    for ((sector, reached), piece) in sectors.iter().map(|one| (&one.0, &one.1)).zip(pieces) {
        let x = if locale.is_rtl() { width - piece.x - piece.width } else { piece.x };
        piece_of(&mut svg, sector, reached, Piece { x, ..piece }, locale);
    }
    svg + "</svg>\n"
}

/// One sector: a link to its procedures, shaded, named where its name fits.
fn piece_of(to: &mut String, sector: &str, reached: &Reached, piece: Piece, locale: &'static Locale) {
    let words = crate::render::sector(sector, locale);
    let counts = locale.filled("html.map.counts", &[("changed", &reached.changed.to_string()), ("all", &reached.procedures.to_string())]);
    let step = (reached.changed * 4).div_ceil(reached.procedures.max(1)).min(4);
    let [x, y, width, height] = [piece.x + 1.0, piece.y + 1.0, piece.width - 2.0, piece.height - 2.0].map(|n| length(n.max(0.0)));
    let name = text::html(sector);
    write(
        to,
        format_args!(
            "<a href=\"#report-procedures\" data-sector=\"{name}\" class=\"shade{step}\"><title>{}: {}</title><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>",
            text::html(words),
            text::html(&counts)
        ),
    );
    let margin = if piece.width < 70.0 { 5.0 } else { 9.0 };
    let side = length(if locale.is_rtl() { piece.x + piece.width - margin } else { piece.x + margin });
    let fitting = LETTERS.into_iter().find_map(|size| Some((size, lines(words, &counts, piece, margin, size)?)));
    if let Some(((class, high, _), lines)) = fitting {
        for (at, line) in lines.iter().enumerate() {
            let y = length(piece.y + 4.0 + high * (at as f64 + 1.0));
            write(to, format_args!("<text class=\"{class}\" x=\"{side}\" y=\"{y}\">{}</text>", text::html(line)));
        }
    }
    to.push_str("</a>\n");
}

/// The lines that fit into a piece: the name, broken at its blanks and hyphens, and the counts; nothing where not all of the name fits.
fn lines(name: &str, counts: &str, piece: Piece, margin: f64, (_, high, wide): (&str, f64, f64)) -> Option<Vec<String>> {
    let most = ((piece.width - 2.0 * margin) / wide).max(0.0) as usize;
    let room = ((piece.height - 8.0) / high).max(0.0) as usize;
    let mut lines = text::lines(name, most);
    if lines.len() > room || lines.iter().any(|line| line.chars().count() > most) {
        return None;
    }
    let counts = text::lines(counts, most);
    if lines.len() + counts.len() <= room && counts.iter().all(|line| line.chars().count() <= most) {
        lines.extend(counts);
    }
    Some(lines)
}

/// Rectangles of those sizes, the largest first, that fill `whole` and are as near to squares as may be (Bruls, Huizing, van Wijk, 2000).
fn squarified(sizes: &[f64], whole: Piece) -> Vec<Piece> {
    let total: f64 = sizes.iter().sum();
    let scale = whole.width * whole.height / total.max(f64::MIN_POSITIVE);
    let areas: Vec<f64> = sizes.iter().map(|size| size * scale).collect();
    let (mut pieces, mut rest, mut from) = (Vec::new(), whole, 0);
    while from < areas.len() {
        let side = rest.width.min(rest.height);
        let mut to = from + 1;
        while to < areas.len() && worst(&areas[from..=to], side) <= worst(&areas[from..to], side) {
            to += 1;
        }
        rest = laid(&mut pieces, &areas[from..to], rest);
        from = to;
    }
    pieces
}

/// How far from a square the worst of a row is that is laid along `side`.
fn worst(row: &[f64], side: f64) -> f64 {
    let sum: f64 = row.iter().sum();
    let thick = sum / side.max(f64::MIN_POSITIVE);
    row.iter().map(|area| (area / thick / thick).max(thick * thick / area)).fold(0.0, f64::max)
}

/// Lays a row along the shorter side of `rest`, and gives what is left.
fn laid(pieces: &mut Vec<Piece>, row: &[f64], rest: Piece) -> Piece {
    let sum: f64 = row.iter().sum();
    let upright = rest.width >= rest.height;
    let thick = sum / if upright { rest.height } else { rest.width };
    let mut along = 0.0;
    for area in row {
        let long = area / thick;
        pieces.push(if upright {
            Piece { x: rest.x, y: rest.y + along, width: thick, height: long }
        } else {
            Piece { x: rest.x + along, y: rest.y, width: long, height: thick }
        });
        along += long;
    }
    if upright {
        Piece { x: rest.x + thick, width: rest.width - thick, ..rest }
    } else {
        Piece { y: rest.y + thick, height: rest.height - thick, ..rest }
    }
}
