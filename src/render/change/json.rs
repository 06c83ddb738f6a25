//! `diff-v1`, as `src/schema/changes.json` lays it down.

use serde_json::{Value, json};

use crate::{
    register::Range,
    report::{
        Location,
        change::{Change, Changed, Changes},
    },
    text,
};

/// The changes as JSON; valid where there are none.
pub fn text(changes: &Changes) -> String {
    let counts = &changes.counts;
    let value = json!({
        "version": "diff-v1",
        "redtape": env!("CARGO_PKG_VERSION"),
        "as_of": changes.as_of.to_string(),
        "old": changes.versions[0],
        "new": changes.versions[1],
        "totals": {
            "unchanged": changes.unchanged,
            "heavier": counts.heavier,
            "lighter": counts.lighter,
            "neutral": counts.neutral,
            "unfounded": counts.unfounded,
            "unknown": counts.unknown,
            "founded": counts.founded,
            "approved": counts.approved,
            "unread_old": changes.unread[0],
            "unread_new": changes.unread[1],
        },
        "currency": changes.currency,
        "procedures": changes.procedures.iter().map(procedure).collect::<Vec<_>>(),
        "idle_approvals": changes.idle,
    });
    text::json(&format!("{value:#}")) + "\n"
}

fn procedure(one: &Changed) -> Value {
    json!({
        "procedure": one.code,
        "title": one.title,
        "fate": one.fate.word(),
        "changes": one.changes.iter().map(change).collect::<Vec<_>>(),
        "cost": {"case": one.case.map(range), "year": one.year.map(range)},
    })
}

fn change(change: &Change) -> Value {
    let one = &change.difference;
    let demand = &one.demand;
    json!({
        "kind": one.kind,
        "grade": one.grade.word(),
        "what": one.what,
        "before": one.norm,
        "now": one.now,
        "law": {
            "says": demand.says.word(),
            "confidence": demand.confidence.word(),
            "cites": demand.cites.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "who_can_act": demand.who,
        },
        "unfounded": one.is_unfounded(),
        "approval": one.approval.as_ref().map(|approval| json!({
            "document": approval.document,
            "until": approval.until.map(|day| day.to_string()),
            "holds": approval.holds,
        })),
        "cost": {"case": one.case.map(range), "year": one.year.map(range)},
        "location": change.now.as_ref().map(location),
        "earlier_location": change.was.as_ref().map(location),
        "fingerprint": one.fingerprint,
    })
}

fn range(range: Range) -> Value {
    json!({"low": range.low.to_string(), "base": range.base.to_string(), "high": range.high.to_string()})
}

fn location(location: &Location) -> Value {
    json!({"file": &*location.file, "pointer": location.pointer, "line": location.start.line, "column": location.start.column})
}
