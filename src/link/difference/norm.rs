//! Which national version a local one implements.

use crate::{date::Date, link::Catalogue, model::Procedure, register::Registers, text};

/// The national version of a local one, and how it was found.
pub(super) struct Found<'p> {
    /// The national version.
    pub norm: &'p Procedure,
    /// `named` by the local version, of the `same-code`, or `matched` by a reviewed list of titles.
    pub how: &'static str,
}

/// The norm of `local`: of the code it names; else, for a version that a province published, of its own code, else of the code that the
/// reviewed list gives for its title. A register of norms comes before the catalogue.
pub(super) fn of<'p>(
    local: &Procedure,
    all: &'p [Procedure],
    catalogue: &Catalogue<'_>,
    registers: &'p Registers,
    day: Date,
) -> Option<Found<'p>> {
    let national = |code: &str, how: &'static str| {
        let listed = registers.norms.get(code).into_iter().flatten().find(|norm| norm.valid.holds(day));
        let here = catalogue.by_code.get(code).into_iter().flatten().filter_map(|at| all.get(*at));
        let norm = listed.or_else(|| here.into_iter().find(|one| one.issued_by.is_none() && one.span != local.span))?;
        Some(Found { norm, how })
    };
    if let Some(named) = &local.norm {
        return named.value.split('@').next().and_then(|code| national(code, "named"));
    }
    local.issued_by.as_ref()?;
    let matched = || registers.norm_matches.get(&text::plain(local.title.said("vi")));
    national(&local.code.value, "same-code").or_else(|| national(matched()?, "matched"))
}
