//! `report-v1`: the content of the report, for programs.

use serde_json::{Value, json};

use crate::{
    render::plan,
    report::review::{Line, Page, Review, Text, What},
    text,
};

/// The review as JSON.
pub fn review_json(review: &Review) -> String {
    let trace = &review.trace;
    let texts = review.texts.iter().map(|one| {
        let (kind, number) = match &one.text {
            Text::Instrument(number) => ("instrument", Some(number)),
            Text::Publication => ("publication", None),
            Text::Unknown => ("unknown", None),
        };
        json!({"authority": one.authority, "text": kind, "instrument": number, "provisions": one.provisions})
    });
    let figures = review.figures.iter().map(|one| {
        json!({"name": one.name, "low": one.value.low.normalize().to_string(), "base": one.value.base.normalize().to_string(),
            "high": one.value.high.normalize().to_string(), "default": one.is_default, "source": one.source, "where": one.place})
    });
    let flows = review.flows.iter().map(|flow| json!({"from": flow.from, "to": flow.to, "title": flow.title}));
    let value = json!({
        "version": "report-v1",
        "title": review.title,
        "plan": plan::value(&review.plan),
        "pages": review.pages.iter().zip(&review.plan.procedures).map(|(page, one)| of_page(page, &one.before.code.value, review)).collect::<Vec<_>>(),
        "texts": texts.collect::<Vec<_>>(),
        "flows": flows.collect::<Vec<_>>(),
        "figures": figures.collect::<Vec<_>>(),
        "trace": {
            "as_of": trace.as_of.to_string(),
            "redtape": trace.version,
            "command": trace.command,
            "rules": {"count": trace.rules.0, "hash": trace.rules.1},
            "registers": {"instruments": trace.registers.0, "hash": trace.registers.1},
            "files": trace.files.iter().map(|(name, hash)| json!({"file": name, "hash": hash})).collect::<Vec<_>>(),
        },
    });
    text::json(&format!("{value:#}")) + "\n"
}

fn of_page(page: &Page, code: &str, review: &Review) -> Value {
    let fingerprint = |at: &usize| review.report.findings.get(*at).map(|shown| shown.finding.fingerprint.clone());
    let tests = page.tests.iter().map(|(test, findings)| {
        json!({"test": test.map(|test| test.word()), "findings": findings.iter().filter_map(fingerprint).collect::<Vec<_>>()})
    });
    json!({
        "procedure": code,
        "file": page.file,
        "published": page.published,
        "legal_basis": page.basis,
        "lines": page.lines.iter().map(line).collect::<Vec<_>>(),
        "tests": tests.collect::<Vec<_>>(),
        "undetermined": page.undetermined.iter().filter_map(fingerprint).collect::<Vec<_>>(),
    })
}

fn line(line: &Line) -> Value {
    let kind = match line.what {
        What::Document(_) => "document",
        What::Condition(_) => "condition",
        What::Limit(_) => "limit",
        What::Fee(_) => "fee",
        What::Step(_) => "step",
        What::Channel(_) => "channel",
        What::Outcome(_) => "result",
    };
    json!({"what": kind, "at": line.what.pointer(), "title": line.title.said("vi"), "laid_down": line.laid_down, "cited": line.cited,
        "known": line.known.word(), "recommendations": line.recommendations})
}
