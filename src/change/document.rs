//! The documents of the dossier in two versions: added, removed, asked for in other cases, by other hands.

use std::collections::BTreeSet;

use crate::{
    change::{
        Found, Kind, Thing, cases, folded,
        pair::{self, Matched, matched},
        paper, sign, values,
    },
    model::{Document, Procedure},
    text,
};

/// The documents and the number of sets.
pub(super) fn compare(found: &mut Found<'_>) {
    let (old, new) = (found.old, found.new);
    let Matched { same, gone, new: fresh } = known_again(&old.documents, &new.documents);
    for (was, is) in same {
        let (Some(before), Some(now)) = (old.documents.get(was), new.documents.get(is)) else { continue };
        one(found, (before, &thing(before, was)), (now, &thing(now, is)));
    }
    for at in fresh {
        let Some(document) = new.documents.get(at) else { continue };
        // What the office gets itself is no burden.
        if !is_got_by_office(document) {
            found.added(Kind::DocumentAdded, &thing(document, at), "dossier");
        }
    }
    for at in gone {
        let Some(document) = old.documents.get(at) else { continue };
        if !is_got_by_office(document) {
            found.removed(Kind::DocumentRemoved, &thing(document, at), "dossier");
        }
    }
    sets(found, old, new);
}

/// The documents that are the same: of one name, of the same types, of the same words, of one type at least, of nearly the same words.
fn known_again(old: &[Document], new: &[Document]) -> Matched {
    let named = |one: &Document| Some(format!("{} {}", one.id.as_ref()?.value, types(one).into_iter().collect::<Vec<_>>().join("|")));
    let typed = |one: &Document| Some(types(one).into_iter().collect::<Vec<_>>().join("|")).filter(|types| !types.is_empty());
    let both = |one: &Document| Some(format!("{} {}", typed(one)?, folded(&one.title)));
    let worded = |one: &Document| sign(&one.title);
    let same = |one: &Document, other: &Document| {
        let (mine, its) = (types(one), types(other));
        let shares = !mine.is_disjoint(&its);
        // Where both types are known and none is the same, the words do not make them one.
        let open = mine.is_empty() || its.is_empty();
        let named = one.id.is_some() && one.id.as_ref().map(|id| &id.value) == other.id.as_ref().map(|id| &id.value);
        shares || open && (named || pair::is_near(&folded(&one.title), &folded(&other.title)))
    };
    matched(old, new, &[&named, &both, &typed, &worded]).join(old, new, same)
}

/// The types of paper that will do, by their names in the registers.
fn types(document: &Document) -> BTreeSet<String> {
    document.alternatives.iter().filter_map(|one| one.evidence.as_ref()).map(|name| name.value.clone()).collect()
}

fn thing(document: &Document, at: usize) -> Thing {
    let title = text::one_line(document.title.said("vi"));
    let key = document.key();
    Thing {
        what: if title.is_empty() { key.clone() } else { title },
        pointer: format!("/dossier/documents/{at}"),
        span: document.span,
        papers: types(document).into_iter().collect(),
        line: Some(("document", key.clone())),
        key,
    }
}

fn is_got_by_office(document: &Document) -> bool {
    document.obtained_by.as_deref().is_some_and(|by| by != "applicant")
}

/// What differs in one document that stands in both versions.
fn one(found: &mut Found<'_>, (old, was): (&Document, &Thing), (new, is): (&Document, &Thing)) {
    if sign(&old.title).is_some() && sign(&new.title).is_some() && folded(&old.title) != folded(&new.title) {
        found.changed(Kind::DocumentRenamed, was, is, (was.what.clone(), is.what.clone()));
    }
    let hands = (is_got_by_office(old), is_got_by_office(new));
    switched(found, (Kind::DocumentGot, Kind::DocumentHanded), was, is, hands);
    let waived = |one: &Document| one.waived_when.is_some() || one.only_if_not_found;
    switched(found, (Kind::WaiverGained, Kind::WaiverLost), was, is, (waived(old), waived(new)));
    asked_in(found, (old, was), (new, is));
    let confirmed = (values(&old.confirmed_by), values(&new.confirmed_by));
    found.named((Kind::ConfirmationAdded, Kind::ConfirmationRemoved), was, is, &confirmed);
    paper::compare(found, (old, was), (new, is));
    for (before, after) in [(&old.originals, &new.originals), (&old.copies, &new.copies)] {
        number(found, was, is, (before.as_ref().map(|count| count.value), after.as_ref().map(|count| count.value)));
    }
    super::whole::ground(found, was, is, (&old.legal_basis, &new.legal_basis));
}

/// `on` where something holds that did not, `off` where it holds no longer.
fn switched(found: &mut Found<'_>, (on, off): (Kind, Kind), was: &Thing, is: &Thing, holds: (bool, bool)) {
    match holds {
        (false, true) => found.changed(on, was, is, (String::new(), String::new())),
        (true, false) => found.changed(off, was, is, (String::new(), String::new())),
        _ => (),
    }
}

/// In which cases it is asked for: named ones, or those that words describe.
fn asked_in(found: &mut Found<'_>, (old, was): (&Document, &Thing), (new, is): (&Document, &Thing)) {
    let (mut before, mut after) = (cases(found.old, &old.cases), cases(found.new, &new.cases));
    before.extend(sign(&old.when_says));
    after.extend(sign(&new.when_says));
    let kind = match (before.is_empty(), after.is_empty()) {
        _ if before == after => return,
        (false, true) => Kind::DocumentWidened,
        (true, false) => Kind::DocumentNarrowed,
        // Each name or description is one more case in which it is asked for.
        _ if before.is_subset(&after) => Kind::DocumentWidened,
        _ if after.is_subset(&before) => Kind::DocumentNarrowed,
        _ => Kind::DocumentCases,
    };
    let said = |cases: BTreeSet<String>| cases.into_iter().collect::<Vec<_>>().join("; ");
    found.changed(kind, was, is, (said(before), said(after)));
}

/// How many are handed in; a number that was not said may have been any.
fn number(found: &mut Found<'_>, was: &Thing, is: &Thing, counts: (Option<i64>, Option<i64>)) {
    let said = |count: Option<i64>| count.map_or_else(String::new, |count| count.to_string());
    match counts {
        (Some(before), Some(after)) => found.counted((Kind::CopiesMore, Kind::CopiesFewer), was, is, (before, after)),
        (None, Some(after)) if after > 1 => found.changed(Kind::CopiesMore, was, is, (String::new(), said(counts.1))),
        (None, Some(_)) | (Some(_), None) => found.changed(Kind::CopiesChanged, was, is, (said(counts.0), said(counts.1))),
        (None, None) => (),
    }
}

fn sets(found: &mut Found<'_>, old: &Procedure, new: &Procedure) {
    let thing = |one: &Procedure| Thing {
        key: "sets".to_owned(),
        pointer: "/dossier/sets".to_owned(),
        span: one.sets.as_ref().map(|sets| sets.span).or_else(|| one.place("dossier")).unwrap_or(one.span),
        ..Thing::default()
    };
    let (before, after) = (old.sets.as_ref().map(|sets| sets.value), new.sets.as_ref().map(|sets| sets.value));
    // Where no number is said one set is enough.
    let counts = (before.unwrap_or(1), after.unwrap_or(1));
    found.counted((Kind::SetsMore, Kind::SetsFewer), &thing(old), &thing(new), counts);
}
