//! How long a procedure may take.

use crate::{
    duration::Duration,
    model::cite::Cited,
    model::read::{Reader, Words, place},
    problem::Problem,
    span::{Span, Spanned},
    yaml::{Node, Value},
};

/// One time limit.
#[derive(Clone, Debug, Default)]
pub struct Limit {
    /// How long; nothing where it could not be read.
    pub within: Option<Spanned<Duration>>,
    /// What starts the clock.
    pub from: Option<String>,
    /// The cases it holds for.
    pub cases: Vec<Spanned<String>>,
    /// Where a condition in words stands.
    pub when: Option<Span>,
    /// Those words.
    pub when_says: Words,
    /// Where it holds: `mountainous`, `island`, …
    pub area: Option<String>,
    /// The channel it holds for.
    pub channel: Option<String>,
    /// What time is not counted.
    pub excludes: Vec<Spanned<String>>,
    /// The published wording.
    pub says: Option<Words>,
    /// By what law.
    pub legal_basis: Vec<Cited>,
    /// Whether an importer could not read it.
    pub unparsed: bool,
    /// Whether the source gives the same amount in working days and in days of the calendar.
    pub unit_unclear: bool,
    /// Whether the source publishes it beside another length, and no words tell which holds.
    pub at_odds: bool,
    /// The place that names it.
    pub span: Span,
}

/// The limits: one as words or as a map, or a list of them.
pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Problem>) -> Vec<Limit> {
    match &node.value {
        Value::List(items) => items.iter().map(|node| limit(Reader::new(node, problems))).collect(),
        Value::Null => Vec::new(),
        _ => vec![limit(Reader::new(node, problems))],
    }
}

fn limit(mut reader: Reader<'_, '_>) -> Limit {
    if let Some(words) = reader.node.text() {
        let within = crate::duration::Duration::parse(words).map(|it| Spanned::new(it, reader.node.span));
        return Limit { within, span: reader.node.span, ..Limit::default() };
    }
    Limit {
        span: place(&reader, &["in", "says"]),
        within: reader.duration("in"),
        from: reader.name("from").map(|from| from.value),
        cases: reader.names("case"),
        when: reader.place("when"),
        when_says: reader.words("when").unwrap_or_default(),
        area: reader.name("area").map(|area| area.value),
        channel: reader.name("channel").map(|channel| channel.value),
        excludes: reader.names("excludes"),
        says: reader.words("says"),
        legal_basis: reader.citations("legal_basis"),
        unparsed: reader.flag("unparsed").unwrap_or(false),
        unit_unclear: reader.flag("unit_unclear").unwrap_or(false),
        at_odds: reader.flag("at_odds").unwrap_or(false),
    }
}
