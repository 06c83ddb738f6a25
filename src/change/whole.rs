//! What is said of a procedure as a whole in two versions, and the law on which it, or a part of it, says it rests.

use std::collections::BTreeSet;

use crate::{
    change::{Found, Kind, Thing, folded, sign},
    model::{Cited, Procedure},
    text,
};

/// Title, code, authority, audience, validity and legal ground.
pub(super) fn compare(found: &mut Found<'_>) {
    let (old, new) = (found.old, found.new);
    let (was, is) = (thing(old, ""), thing(new, ""));
    if sign(&old.title).is_some() && sign(&new.title).is_some() && folded(&old.title) != folded(&new.title) {
        found.changed(Kind::Renamed, &was, &is, (was.what.clone(), is.what.clone()));
    }
    let set = |names: Vec<&String>| names.into_iter().cloned().collect::<BTreeSet<String>>().into_iter().collect::<Vec<_>>().join(", ");
    let authority = |one: &Procedure| {
        let says = one.authority_says.as_ref().map(folded);
        set(one.authority.iter().map(|name| &name.value).chain(&one.levels).chain(says.as_ref()).collect())
    };
    let days = |one: &Procedure| {
        let day = |day: Option<crate::date::Date>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
        if one.valid.from.is_none() && one.valid.until.is_none() {
            String::new()
        } else {
            format!("{} – {}", day(one.valid.from), day(one.valid.until))
        }
    };
    let audience = |one: &Procedure| set(one.audience.iter().collect());
    let all = [
        (Kind::Recoded, "procedure", old.code.value.clone(), new.code.value.clone()),
        (Kind::Authority, "authority", authority(old), authority(new)),
        (Kind::Audience, "audience", audience(old), audience(new)),
        (Kind::Validity, "valid", days(old), days(new)),
    ];
    for (kind, key, before, now) in all {
        if before != now {
            found.changed(kind, &thing(old, key), &thing(new, key), (before, now));
        }
    }
    let basis = |one: &Procedure| Thing { what: String::new(), ..thing(one, "legal_basis") };
    ground(found, &basis(old), &basis(new), (&old.legal_basis, &new.legal_basis));
}

/// The procedure itself, as a change speaks of it, at one of its keys.
pub(super) fn thing(one: &Procedure, key: &str) -> Thing {
    Thing {
        key: key.to_owned(),
        what: text::one_line(one.title.said("vi")),
        pointer: if key.is_empty() { String::new() } else { format!("/{key}") },
        span: one.place(key).unwrap_or(one.span),
        ..Thing::default()
    }
}

/// The law on which something says it rests; a citation written in other words is the same.
pub(super) fn ground(found: &mut Found<'_>, was: &Thing, is: &Thing, cited: (&[Cited], &[Cited])) {
    let read = |cited: &[Cited]| -> BTreeSet<String> {
        cited.iter().map(|one| one.citation.as_ref().map_or_else(|| text::fold(&one.words), ToString::to_string)).collect()
    };
    let (before, now) = (read(cited.0), read(cited.1));
    let kind = match (before.is_empty(), now.is_empty()) {
        _ if before == now => return,
        (false, true) => Kind::GroundLost,
        (true, false) => Kind::GroundNamed,
        _ => Kind::GroundChanged,
    };
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| one.difference(other).cloned().collect::<Vec<_>>().join(", ");
    found.changed(kind, was, is, (only(&before, &now), only(&now, &before)));
}
