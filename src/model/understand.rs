//! Reads the smaller parts of a procedure.

use crate::{
    model::{
        parts::{Acceptance, Case, Channel, Condition, Fee, Field, FormSheet, Limit, Outcome, Step, Volume},
        read::{Reader, words},
    },
    problem::Problem,
    span::{Span, Spanned},
    yaml::{Node, Value},
};

/// The place of the first of `keys` that is there, else of the first key.
fn place(reader: &Reader<'_, '_>, keys: &[&str]) -> Span {
    let named = keys.iter().find_map(|key| reader.get(key));
    let first = reader.node.entries().first().map_or(reader.node.span, |entry| entry.key.span);
    named.map_or(first, |node| words(node).map_or(node.span, |words| words.span))
}

pub(super) fn form(mut reader: Reader<'_, '_>) -> FormSheet {
    FormSheet {
        id: reader.name("id").map(|id| id.value).unwrap_or_default(),
        title: reader.words("title").unwrap_or_default(),
        evidence: reader.name("evidence"),
        template: reader.flag("template"),
        interactive: reader.flag("interactive"),
        legal_basis: reader.citations("legal_basis"),
        span: place(&reader, &["title", "id"]),
        fields: reader.each("fields", |reader| Field {
            id: reader.name("id").map(|id| id.value).unwrap_or_default(),
            label: reader.words("label").unwrap_or_default(),
            concept: reader.name("concept"),
            kind: reader.name("kind").map(|kind| kind.value),
            prefill: reader.name("prefill").map(|prefill| prefill.value),
            by: reader.name("by"),
            used_by: reader.names("used_by"),
            span: place(&reader, &["label", "id"]),
        }),
    }
}

pub(super) fn channel(reader: Reader<'_, '_>) -> Channel {
    Channel {
        by: reader.name("by").map(|by| by.value).unwrap_or_default(),
        level: reader.name("level"),
        sign_in: reader.name("sign_in").map(|name| name.value),
        signature: reader.name("signature"),
        payment: reader.flag("payment"),
        compare_original: reader.flag("compare_original"),
        span: place(&reader, &["level", "by"]),
    }
}

/// The limits: one as words or as a map, or a list of them.
pub(super) fn limits(node: &Node<'_>, problems: &mut Vec<Problem>) -> Vec<Limit> {
    match &node.value {
        Value::List(items) => items.iter().map(|node| limit(Reader { node, problems })).collect(),
        Value::Null => Vec::new(),
        _ => vec![limit(Reader { node, problems })],
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
        area: reader.name("area").map(|area| area.value),
        channel: reader.name("channel").map(|channel| channel.value),
        excludes: reader.names("excludes"),
        says: reader.place("says"),
        legal_basis: reader.citations("legal_basis"),
        unparsed: reader.flag("unparsed").unwrap_or(false),
    }
}

pub(super) fn step(mut reader: Reader<'_, '_>) -> Step {
    let visits =
        reader.within("visits").map(|inner| ["in-person", "online", "post"].map(|channel| inner.count(channel).map(|count| count.value)));
    Step {
        id: reader.name("id").map(|id| id.value).unwrap_or_default(),
        title: reader.words("title").unwrap_or_default(),
        by: reader.name("by"),
        after: reader.names("after"),
        within: reader.duration("in"),
        visits: visits.unwrap_or_default(),
        medium: reader.name("medium"),
        kind: reader.name("kind").map(|kind| kind.value),
        uses: reader.names("uses"),
        gives: reader.names("gives"),
        legal_basis: reader.citations("legal_basis"),
        span: place(&reader, &["title", "id"]),
    }
}

pub(super) fn condition(reader: Reader<'_, '_>) -> Condition {
    let alone = words(reader.node).filter(|_| reader.node.text().is_some());
    Condition {
        id: reader.name("id"),
        text: alone.or_else(|| reader.words("text")).unwrap_or_default(),
        legal_basis: reader.citations("legal_basis"),
        span: place(&reader, &["text", "id"]),
    }
}

pub(super) fn fee(mut reader: Reader<'_, '_>) -> Fee {
    Fee {
        id: reader.name("id"),
        title: reader.words("title").unwrap_or_default(),
        amount: reader.money("amount"),
        per: reader.name("per").map(|per| per.value),
        cases: reader.names("case"),
        exempt: reader.names("exempt"),
        pay: reader.names("pay"),
        says: reader.place("says"),
        set_by: reader.name("set_by"),
        legal_basis: reader.citations("legal_basis"),
        unparsed: reader.flag("unparsed").unwrap_or(false),
        span: place(&reader, &["amount", "title", "id"]),
    }
}

pub(super) fn result(reader: Reader<'_, '_>) -> Outcome {
    let alone = words(reader.node).filter(|_| reader.node.text().is_some());
    Outcome {
        evidence: reader.name("evidence"),
        title: alone.or_else(|| reader.words("title")).unwrap_or_default(),
        electronic: reader.flag("electronic"),
        stored_in: reader.name("stored_in"),
        stored_nowhere: reader.node.get("stored_in").is_some_and(Node::is_null),
        valid_for: reader.name("valid_for"),
        span: place(&reader, &["title", "evidence"]),
    }
}

pub(super) fn volume(reader: Reader<'_, '_>) -> Volume {
    Volume {
        year: reader.count("year").map(|year| year.value).unwrap_or_default(),
        dossiers: reader.count("dossiers").map(|dossiers| dossiers.value),
    }
}

pub(super) fn acceptance(mut reader: Reader<'_, '_>) -> Acceptance {
    let at = reader.name("at").map(|at| at.value).unwrap_or_default();
    Acceptance {
        rule: reader.name("rule").unwrap_or_default(),
        at: at.trim_end_matches('/').to_owned(),
        because: reader.name("because").map(|because| because.value).unwrap_or_default(),
        until: reader.date("until"),
    }
}

/// The cases, in the order written.
pub(super) fn cases(node: &Node<'_>) -> Vec<Case> {
    let read = |entry: &crate::yaml::Entry<'_>| Case {
        id: Spanned::new(entry.key.value.clone().into_owned(), entry.key.span),
        title: entry.value.get("title").and_then(words).unwrap_or_default(),
        unparsed: matches!(entry.value.get("unparsed").map(|node| &node.value), Some(Value::Bool(true))),
    };
    node.entries().iter().map(read).collect()
}
