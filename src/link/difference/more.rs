//! What one version asks for beyond another: documents, sets, days, conditions, steps, fees.
//!
//! Only what both say in the same terms is compared: papers of a known type, plain lengths and amounts, conditions and steps by their
//! names. Words may say the same in other words, and silence of a source that has no such key says nothing.

use std::collections::BTreeSet;

use crate::{
    link::difference::Difference,
    model::{Document, Fee, Limit, Procedure},
    span::{Span, Spanned},
};

/// Everything that `local` asks for beyond `norm`.
pub(super) fn of(local: &Procedure, norm: &Procedure) -> Vec<Difference> {
    let mut found = documents(local, norm);
    found.extend(sets(local, norm));
    found.extend(limits(local, norm));
    found.extend(conditions(local, norm));
    found.extend(steps(local, norm));
    found.extend(fees(local, norm));
    found
}

/// A difference of that kind; `norm` says what stands there instead, and where.
fn one(kind: &'static str, what: String, key: String, at: (Span, String), norm: (String, Span)) -> Difference {
    let (span, pointer) = at;
    let (norm, related) = norm;
    Difference { kind, what, norm, key, span, pointer, related, ..Difference::default() }
}

/// Where the norm speaks of `key`, else where it begins.
fn there(norm: &Procedure, key: &str) -> (String, Span) {
    (String::new(), norm.place(key).unwrap_or(norm.span))
}

fn documents(local: &Procedure, norm: &Procedure) -> Vec<Difference> {
    let types = |document: &Document| -> BTreeSet<String> {
        document.alternatives.iter().filter_map(|one| one.evidence.as_ref()).map(|name| name.value.clone()).collect()
    };
    let known: BTreeSet<String> = norm.documents.iter().flat_map(types).collect();
    // Only papers of a known type can be compared; words may say the same in other words.
    let whole = !norm.documents.is_empty() && norm.documents.iter().all(|document| !types(document).is_empty());
    let added = local.documents.iter().enumerate().filter(|(_, document)| {
        let own = types(document);
        !own.is_empty() && own.is_disjoint(&known)
    });
    let added = added.filter(|_| whole).map(|(at, document)| {
        let place = (document.span, format!("/dossier/documents/{at}"));
        let added = one("document-added", document.title.said("vi").to_owned(), document.key(), place, there(norm, "dossier"));
        Difference { papers: types(document).into_iter().collect(), ..added }
    });
    added.collect()
}

fn sets(local: &Procedure, norm: &Procedure) -> Option<Difference> {
    let (here, there) = (local.sets.as_ref()?, norm.sets.as_ref()?);
    let place = (here.span, "/dossier/sets".to_owned());
    let more = || one("sets-more", here.value.to_string(), "sets".to_owned(), place, (there.value.to_string(), there.span));
    (here.value > there.value).then(more)
}

fn limits(local: &Procedure, norm: &Procedure) -> Vec<Difference> {
    let plain = |limit: &&Limit| limit.cases.is_empty() && limit.when.is_none() && limit.area.is_none() && !limit.unparsed;
    let allowed = norm.limits.iter().filter_map(|limit| limit.within.as_ref());
    let Some(longest) = allowed.reduce(|one, two| if two.value.days(0).1 > one.value.days(0).1 { two } else { one }) else {
        return Vec::new();
    };
    // Where a limit of the norm could not be read, the longest of the others need not be the longest.
    let read = norm.limits.iter().all(|limit| !limit.unparsed && limit.within.is_some());
    let own = local.limits.iter().enumerate().filter(|(_, limit)| read && plain(limit));
    let longer = own.filter_map(|(at, limit)| Some((at, limit, limit.within.as_ref()?)));
    let longer = longer.filter(|(.., within)| within.value.surely_exceeds(longest.value, 9));
    longer
        .map(|(at, limit, within)| {
            let key = format!("limit-{}", limit.channel.as_deref().unwrap_or("any"));
            let place = (limit.span, format!("/time_limit/{at}"));
            one("limit-longer", within.value.to_string(), key, place, (longest.value.to_string(), longest.span))
        })
        .collect()
}

/// Conditions by their names, where the norm names all of its own; any condition, where the norm says that there is none.
fn conditions(local: &Procedure, norm: &Procedure) -> Vec<Difference> {
    let names: BTreeSet<&str> = norm.conditions.iter().filter_map(|one| one.id.as_ref()).map(|id| id.value.as_str()).collect();
    let named = names.len() == norm.conditions.len() && norm.would_say("conditions");
    let added = local.conditions.iter().enumerate().filter(|(_, condition)| match &condition.id {
        Some(id) => !names.contains(id.value.as_str()),
        None => norm.conditions.is_empty(),
    });
    let added = added.filter(|_| named).map(|(at, condition)| {
        let words = condition.text.said("vi");
        let key = condition.id.as_ref().map_or_else(|| crate::text::fold(words), |id| id.value.clone());
        one("condition-added", words.to_owned(), key, (condition.span, format!("/conditions/{at}")), there(norm, "conditions"))
    });
    added.collect()
}

/// Steps that the applicant must take, by their names; what goes on inside the office is its own affair.
fn steps(local: &Procedure, norm: &Procedure) -> Vec<Difference> {
    let names: BTreeSet<&str> = norm.steps.iter().map(|step| step.id.as_str()).collect();
    let told = !names.is_empty() && !names.contains("");
    let visits = |visits: &[Option<i64>; 3]| visits.iter().flatten().sum::<i64>() > 0;
    let added = local.steps.iter().enumerate().filter(|(_, step)| {
        let asks = step.by.as_ref().is_some_and(|by| by.value == "applicant") || visits(&step.visits);
        asks && !step.id.is_empty() && !names.contains(step.id.as_str())
    });
    let added = added.filter(|_| told).map(|(at, step)| {
        let title = step.title.said("vi");
        let what = if title.is_empty() { step.id.clone() } else { title.to_owned() };
        one("step-added", what, step.id.clone(), (step.span, format!("/steps/{at}")), there(norm, "steps"))
    });
    added.collect()
}

/// One plain fee against one plain fee, or against none; where somebody else sets the amount nothing can be compared.
fn fees(local: &Procedure, norm: &Procedure) -> Option<Difference> {
    let plain = |fee: &Fee| fee.cases.is_empty() && fee.set_by.is_none() && !fee.unparsed && fee.channel.is_none() && fee.says.is_none();
    let [fee] = local.fees.as_slice() else { return None };
    let amount = fee.amount.as_ref().filter(|amount| plain(fee) && !amount.amount.is_zero())?;
    let place = (fee.span, "/fees/0".to_owned());
    let key = fee.id.as_ref().map_or("fee", |id: &Spanned<String>| id.value.as_str()).to_owned();
    match norm.fees.as_slice() {
        [] if norm.would_say("fees") => Some(one("fee-added", amount.to_string(), key, place, there(norm, "fees"))),
        [other] if plain(other) => {
            let lawful = other.amount.as_ref()?;
            let same = lawful.currency == amount.currency && other.per == fee.per;
            let more = || one("fee-more", amount.to_string(), key, place, (lawful.to_string(), other.span));
            (same && amount.amount > lawful.amount).then(more)
        }
        _ => None,
    }
}
