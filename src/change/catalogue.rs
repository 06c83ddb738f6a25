//! Which procedures of two versions of a catalogue are the same, and what became of the others.

use std::collections::BTreeSet;

use crate::{
    change::{
        Change, Kind, between, folded,
        pair::{self, Matched, matched},
        sign, whole,
    },
    model::Procedure,
};

/// Two versions of a catalogue held against each other.
#[derive(Debug, Default)]
pub struct Paired {
    /// For each procedure now: the place of its earlier version, and what changed; a created one changed in that.
    pub now: Vec<(Option<usize>, Vec<Change>)>,
    /// The procedures that are there no more, by their places, and what became of each.
    pub gone: Vec<(usize, Change)>,
}

/// What became of each procedure of `old`, and of what each of `new` came.
pub fn pairs(old: &[&Procedure], new: &[&Procedure]) -> Paired {
    let code = |one: &&Procedure| Some(one.code.value.clone()).filter(|code| !code.is_empty());
    let titled = |one: &&Procedure| Some(format!("{} {}", code(one)?, folded(&one.title)));
    let named = |one: &&Procedure| code(one).map(|_| one.name());
    let title = |one: &&Procedure| Some(format!("{}@{}", sign(&one.title)?, one.issued_by.as_deref().unwrap_or_default()));
    // A title does not make two codes one where both codes are of the catalogue still.
    let Matched { same, gone, new: fresh } = matched(old, new, &[&titled, &named, &code, &title]).join(old, new, |one, other| {
        let near = pair::is_near(&folded(&one.title), &folded(&other.title));
        one.issued_by == other.issued_by && near && is_alike(one, other)
    });
    let mut paired = Paired { now: new.iter().map(|_| (None, Vec::new())).collect(), gone: Vec::new() };
    for (was, is) in same {
        let (Some(before), Some(after), Some(slot)) = (old.get(was), new.get(is), paired.now.get_mut(is)) else { continue };
        *slot = (Some(was), between(before, after));
    }
    let parted = families(old, new, &gone, &fresh);
    for is in fresh {
        let (Some(procedure), Some(slot)) = (new.get(is), paired.now.get_mut(is)) else { continue };
        let of: Vec<&str> = parted.iter().filter(|(_, to)| *to == is).filter_map(|(from, _)| old.get(*from)).map(|one| name(one)).collect();
        slot.1.push(created(procedure, &of));
    }
    for was in gone {
        let Some(procedure) = old.get(was) else { continue };
        let into: Vec<&str> =
            parted.iter().filter(|(from, _)| *from == was).filter_map(|(_, to)| new.get(*to)).map(|one| name(one)).collect();
        paired.gone.push((was, abolished(procedure, &into)));
    }
    paired
}

fn name(procedure: &Procedure) -> &str {
    if procedure.code.value.is_empty() { procedure.title.said("vi") } else { &procedure.code.value }
}

/// Which of the `gone` became which of the `fresh`: one became several, or several became one, where their dossiers are alike.
fn families(old: &[&Procedure], new: &[&Procedure], gone: &[usize], fresh: &[usize]) -> Vec<(usize, usize)> {
    let alike = |was: &usize, is: &usize| old.get(*was).zip(new.get(*is)).is_some_and(|(was, is)| is_alike(was, is));
    let links: Vec<(usize, usize)> =
        gone.iter().flat_map(|was| fresh.iter().filter(move |is| alike(was, is)).map(move |is| (*was, *is))).collect();
    let many = |(was, is): &&(usize, usize)| {
        links.iter().filter(|(other, _)| other == was).count() > 1 || links.iter().filter(|(_, other)| other == is).count() > 1
    };
    links.iter().filter(many).copied().collect()
}

/// Whether at least half of the smaller dossier stands in the other.
fn is_alike(one: &Procedure, other: &Procedure) -> bool {
    let keys = |procedure: &Procedure| -> BTreeSet<String> {
        let key = |document: &crate::model::Document| {
            let types: Vec<&str> =
                document.alternatives.iter().filter_map(|one| one.evidence.as_ref()).map(|name| name.value.as_str()).collect();
            if types.is_empty() { folded(&document.title) } else { types.join("|") }
        };
        procedure.documents.iter().map(key).collect()
    };
    let (mine, its) = (keys(one), keys(other));
    let least = mine.len().min(its.len());
    least > 0 && mine.intersection(&its).count() * 2 >= least
}

fn created(procedure: &Procedure, of: &[&str]) -> Change {
    let kind = match of {
        [] => Kind::Created,
        [_] => Kind::Split,
        _ => Kind::Merged,
    };
    Change { before: of.join(", "), after: name(procedure).to_owned(), ..whole::thing(procedure, "").change(kind) }
}

fn abolished(procedure: &Procedure, into: &[&str]) -> Change {
    let kind = match into {
        [] => Kind::Abolished,
        [_] => Kind::Merged,
        _ => Kind::Split,
    };
    Change { before: name(procedure).to_owned(), after: into.join(", "), ..whole::thing(procedure, "").change(kind) }
}
