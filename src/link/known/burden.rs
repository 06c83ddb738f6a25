//! What an applicant pays and works, in the words of the run.

use rust_decimal::Decimal;

use crate::{
    cost::Cost,
    link::{World, burden, known::said, linked::Linked},
    register::Range,
};

/// What one average case costs as a rule.
pub(super) fn case(linked: &Linked, world: &World) -> Option<Decimal> {
    burden::of(linked, &world.registers).map(|cost| cost.case.base)
}

/// The same with its bounds, as it is written in the language of the run; empty where it is not known.
pub(super) fn case_said(linked: &Linked, world: &World) -> String {
    burden::of(linked, &world.registers).map_or_else(String::new, |cost| range(cost, cost.case, &world.language))
}

fn range(cost: &Cost, range: Range, language: &str) -> String {
    let said = |amount: Decimal| said::whole(amount, language);
    let words = said::filled("cost.range", &said(range.base), language);
    words.replace("{low}", &said(range.low)).replace("{high}", &said(range.high)).replace("{currency}", &cost.currency)
}

/// What is needed to know its cost and is not said, though its source has a place for it.
pub(super) fn missing(linked: &Linked, world: &World) -> Vec<&'static str> {
    let Some(cost) = burden::of(linked, &world.registers) else { return Vec::new() };
    let key = |what: &str| match what {
        "volume" => "volume",
        "channel-shares" => "channels",
        "case-shares" => "cases",
        "visits" => "steps",
        "fees" => "fees",
        _ => "documents",
    };
    cost.missing.iter().copied().filter(|what| linked.procedure.would_say(key(what))).collect()
}

/// The same in the language of the run.
pub(super) fn missing_said(linked: &Linked, world: &World) -> Vec<String> {
    missing(linked, world).into_iter().map(|what| said::word("cost-missing", what, &world.language)).collect()
}

/// How many parameters of its cost nobody measured.
pub(super) fn defaults(linked: &Linked, world: &World) -> usize {
    burden::of(linked, &world.registers).map_or(0, |cost| cost.defaults.len())
}

/// How often an applicant must come in an average case, as a rule.
pub(super) fn visits(linked: &Linked, world: &World) -> Option<Decimal> {
    burden::of(linked, &world.registers).filter(|cost| !cost.missing.contains(&"visits")).map(|cost| cost.visits.base)
}

/// Whether it is dearer than nine of ten procedures of the catalogue.
pub(super) fn is_dear(linked: &Linked, world: &World) -> bool {
    let (Some(least), Some(case)) = (world.dearest, case(linked, world)) else { return false };
    case > least
}
