//! A local version of a procedure held against the national one that it implements.

use std::collections::BTreeSet;

use crate::{
    link::Catalogue,
    model::{Document, Limit, Procedure},
    span::Span,
};

/// One way in which a local version differs from its norm.
#[derive(Clone, Debug)]
pub struct Difference {
    /// What differs: `document-added`, `limit-longer`, `condition-added`, `sets-more`.
    pub kind: &'static str,
    /// What is added or longer, in words.
    pub what: String,
    /// What the norm says instead.
    pub norm: String,
    /// A key that does not depend on the order.
    pub key: String,
    /// Its place in the local version.
    pub span: Span,
    /// Its pointer in the local version.
    pub pointer: String,
    /// Where the norm says it.
    pub related: Span,
}

/// What the local version asks for beyond its norm. None where it names no norm, or none in this catalogue.
pub(super) fn of(local: &Procedure, all: &[Procedure], catalogue: &Catalogue<'_>) -> Vec<Difference> {
    let Some(norm) = norm(local, all, catalogue) else { return Vec::new() };
    let mut found = documents(local, norm);
    found.extend(limits(local, norm));
    found
}

/// The national version: of the code that the local one names, and published by no province.
fn norm<'p>(local: &Procedure, all: &'p [Procedure], catalogue: &Catalogue<'_>) -> Option<&'p Procedure> {
    let named = local.norm.as_ref()?;
    let code = named.value.split('@').next()?;
    let candidates = catalogue.by_code.get(code)?.iter().filter_map(|at| all.get(*at));
    candidates.into_iter().find(|one| one.issued_by.is_none() && one.span != local.span)
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
    let added = added.filter(|_| whole).map(|(at, document)| Difference {
        kind: "document-added",
        what: document.title.said("vi").to_owned(),
        norm: String::new(),
        key: document.key(),
        span: document.span,
        pointer: format!("/dossier/documents/{at}"),
        related: norm.place("dossier").unwrap_or(norm.span),
    });
    added.collect()
}

fn limits(local: &Procedure, norm: &Procedure) -> Vec<Difference> {
    let plain = |limit: &&Limit| limit.cases.is_empty() && limit.when.is_none() && limit.area.is_none() && !limit.unparsed;
    let allowed = norm.limits.iter().filter_map(|limit| limit.within.as_ref());
    let Some(longest) = allowed.reduce(|one, two| if two.value.days(0).1 > one.value.days(0).1 { two } else { one }) else {
        return Vec::new();
    };
    let own = local.limits.iter().enumerate().filter(|(_, limit)| plain(limit));
    let longer = own.filter_map(|(at, limit)| Some((at, limit, limit.within.as_ref()?)));
    let longer = longer.filter(|(.., within)| within.value.surely_exceeds(longest.value, 9));
    longer
        .map(|(at, limit, within)| Difference {
            kind: "limit-longer",
            what: within.value.to_string(),
            norm: longest.value.to_string(),
            key: format!("limit-{}", limit.channel.as_deref().unwrap_or("any")),
            span: limit.span,
            pointer: format!("/time_limit/{at}"),
            related: longest.span,
        })
        .collect()
}
