//! Which national version a local one implements.

use crate::{
    link::{catalogue::Catalogue, shelf::Shelf},
    model::Procedure,
    register::Registers,
    text,
};

/// The national version of a local one, and how it was found.
pub(super) struct Found<'p> {
    /// The national version.
    pub norm: &'p Procedure,
    /// `named` by the local version, of the `same-code`, or `matched` by a reviewed list of titles.
    pub how: &'static str,
}

/// By what the norm of a local version is sought.
#[derive(Clone, Debug)]
pub(in crate::link) enum Sought {
    /// By the code that it names.
    Named(Box<str>),
    /// By its own code, else by the one that the reviewed list gives for its title.
    Matched(Option<Box<str>>),
}

impl Sought {
    /// By what the norm of `procedure` is sought; nothing where it has none.
    pub(in crate::link) fn of(procedure: &Procedure, registers: &Registers) -> Option<Self> {
        if let Some(named) = &procedure.norm {
            return named.value.split('@').next().map(|code| Self::Named(code.into()));
        }
        procedure.issued_by.as_ref()?;
        let matched = registers.norm_matches.get(&text::plain(procedure.title.said("vi")));
        Some(Self::Matched(matched.map(|code| code.as_str().into())))
    }

    /// The codes to try one after the other, and how a norm is found by each; `own` is that of the local version.
    fn codes<'c>(&'c self, own: &'c str) -> Vec<(&'c str, &'static str)> {
        match self {
            Self::Named(code) => vec![(code, "named")],
            Self::Matched(matched) => std::iter::once((own, "same-code")).chain(matched.as_deref().map(|code| (code, "matched"))).collect(),
        }
    }
}

/// Where a norm is.
enum Place<'r> {
    Register(&'r Procedure),
    Catalogue(usize),
}

/// The norm of the procedure at `at`: of the code it names; else, for a version that a province published, of its own code, else of the code
/// that the reviewed list gives for its title. A register of norms comes before the catalogue.
fn place<'r>(at: usize, catalogue: &Catalogue, shelf: &Shelf<'r>) -> Option<(Place<'r>, &'static str)> {
    let local = catalogue.cards.get(at)?;
    let national = |(code, how): (&str, &'static str)| {
        let listed = shelf.registers.norms.get(code).into_iter().flatten().find(|norm| norm.valid.holds(shelf.day));
        let here = |at: &usize| catalogue.cards.get(*at).is_some_and(|one| one.issued_by.is_none() && one.span != local.span);
        let norm =
            listed.map(Place::Register).or_else(|| catalogue.codes.of_code(code, &catalogue.cards).find(here).map(Place::Catalogue))?;
        Some((norm, how))
    };
    local.norm.as_ref()?.codes(&local.code).into_iter().find_map(national)
}

/// The place of the norm in the catalogue, where it stands there.
pub(in crate::link) fn at(local: usize, catalogue: &Catalogue, shelf: &Shelf<'_>) -> Option<usize> {
    match place(local, catalogue, shelf)?.0 {
        Place::Catalogue(at) => Some(at),
        Place::Register(_) => None,
    }
}

/// The norm of the procedure at `at`.
pub(super) fn of<'p, 'r: 'p>(at: usize, catalogue: &'p Catalogue, shelf: &Shelf<'r>) -> Option<Found<'p>> {
    let (place, how) = place(at, catalogue, shelf)?;
    let norm = match place {
        Place::Register(norm) => norm,
        Place::Catalogue(at) => catalogue.norm(at)?,
    };
    Some(Found { norm, how })
}
