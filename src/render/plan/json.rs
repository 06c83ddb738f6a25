//! `plan-v1`.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::{
    cost::Cost,
    plan::{Days, Plan, Planned, Reached, Recommendation, Saving, Source},
    register::Range,
    text,
};

/// The plan as JSON. Amounts are words, so that no program rounds them.
pub fn json(plan: &Plan) -> String {
    text::json(&format!("{:#}", value(plan))) + "\n"
}

/// The same as a value, for what holds it.
pub(crate) fn value(plan: &Plan) -> Value {
    let named = |groups: &[(String, Reached)]| groups.iter().map(|(name, one)| json!({"name": name, "reached": reached(one)})).collect();
    let (sectors, agencies): (Vec<Value>, Vec<Value>) = (named(&plan.sectors), named(&plan.agencies));
    json!({
        "version": "plan-v1",
        "redtape": env!("CARGO_PKG_VERSION"),
        "currency": plan.currency,
        "target": plan.target.map(amount),
        "reached": reached(&plan.whole),
        "sectors": sectors,
        "agencies": agencies,
        "procedures": plan.procedures.iter().map(procedure).collect::<Vec<_>>(),
        "beyond": plan.beyond.iter().map(recommendation).collect::<Vec<_>>(),
        "stale_decisions": plan.stale,
    })
}

fn amount(amount: Decimal) -> Value {
    amount.normalize().to_string().into()
}

fn range(range: Range) -> Value {
    json!({"low": amount(range.low), "base": amount(range.base), "high": amount(range.high)})
}

fn reached(one: &Reached) -> Value {
    json!({
        "procedures": one.procedures,
        "changed": one.changed,
        "cost_share": one.case_share.map(|share| amount(share.round_dp(4))),
        "time_share": one.time_share.map(|share| amount(share.round_dp(4))),
        "year": one.year.map(|(before, after)| json!({"before": range(before), "after": range(after), "procedures": one.counted})),
        "cost": {"met": one.met.0, "of": one.measured.0},
        "time": {"met": one.met.1, "of": one.measured.1},
    })
}

fn procedure(one: &Planned) -> Value {
    json!({
        "procedure": one.before.code.value,
        "title": one.before.title.said("vi"),
        "sector": one.before.sector,
        "authority": one.before.authority.iter().map(|name| &name.value).collect::<Vec<_>>(),
        "cost": {"before": one.cost_before.as_ref().map(cost), "after": one.cost_after.as_ref().map(cost)},
        "time_limit": one.days.map(days),
        "reached": reached(&one.reached),
        "recommendations": one.recommendations.iter().map(recommendation).collect::<Vec<_>>(),
    })
}

fn cost(one: &Cost) -> Value {
    json!({
        "case": range(one.case),
        "year": one.year.map(range),
        "dossiers": one.dossiers,
        "visits": range(one.visits),
        "missing": one.missing,
        "defaults": one.defaults,
    })
}

fn days(one: Days) -> Value {
    let words = |limit: Option<crate::duration::Duration>| limit.map(|limit| limit.to_string());
    json!({"before": words(one.before), "after": words(one.after)})
}

fn recommendation(one: &Recommendation) -> Value {
    let decided = one.decided.as_ref().map(|decided| json!({"decision": decided.verdict.word(), "reason": decided.reason}));
    json!({
        "number": one.number,
        "finding": one.edit.finding,
        "rule": one.edit.rule,
        "confidence": one.edit.confidence.word(),
        "edit": one.edit.what,
        "at": one.edit.at,
        "with": one.edit.with,
        "title": one.edit.title,
        "message": one.message,
        "do": one.edit.advice,
        "basis": one.edit.amends,
        "amends": source(&one.source),
        "who_can_act": one.edit.who,
        "authority": one.power.authority,
        "now": one.power.now,
        "safe": one.edit.is_safe(),
        "changes": one.changes,
        "chosen": one.chosen,
        "decided": decided,
        "alone": one.alone.as_ref().map(saving),
        "marginal": one.marginal.as_ref().map(saving),
    })
}

fn source(one: &Source) -> Value {
    let kind = match one {
        Source::Register(_) => "register",
        Source::Cited(_) => "cited",
        Source::Publication => "publication",
        Source::Unknown => "unknown",
    };
    json!({"known_from": kind, "provisions": one.provisions()})
}

fn saving(one: &Saving) -> Value {
    json!({"case": range(one.case), "year": one.year.map(range), "visits": range(one.visits)})
}
