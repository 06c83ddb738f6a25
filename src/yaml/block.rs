//! Where blocks begin and end: of a text the library tells the content only, of a list that is not indented the first item.

use std::ops::Range;

use crate::span::Span;

/// The `span` of a text, from the `|` or `>` that opens it, which stands after `reached`, to its last word: the library ends
/// it inside the indentation of the next line.
pub(super) fn whole(span: Span, content: &str, reached: usize) -> Span {
    let start = span.range().start;
    let opened = opening(content, reached.min(start)..start, &['|', '>']).unwrap_or(start);
    let kept = content.get(opened..span.range().end).map_or(0, |words| words.trim_end().len());
    Span::new(span.file, opened..opened + kept)
}

/// The `span` of a list that is no item of another, from its first `-`, which stands after `reached`.
pub(super) fn list(span: Span, content: &str, reached: usize) -> Span {
    let Range { start, end } = span.range();
    let start = opening(content, reached.min(start)..start, &['-']).unwrap_or(start);
    Span::new(span.file, start..end.max(start))
}

/// The first of `signs` within `place`; marks, tags, anchors and comments may stand before it.
fn opening(content: &str, place: Range<usize>, signs: &[char]) -> Option<usize> {
    let mut rest = content.get(place.clone())?.trim_start();
    loop {
        let next = rest.chars().next()?;
        let passed = match next {
            next if signs.contains(&next) => return Some(place.end - rest.len()),
            '#' | '%' => rest.find(['\n', '\r'])?,
            '&' | '!' => rest.find(char::is_whitespace)?,
            next => next.len_utf8(),
        };
        rest = rest.get(passed..)?.trim_start();
    }
}
