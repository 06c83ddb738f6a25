//! The procedures that must come first, as the file names them.

use crate::{
    date::Date,
    link::{Linked, card::Card, catalogue::Catalogue, graph::Member},
    span::Span,
};

/// A procedure that must come first.
#[derive(Clone, Debug)]
pub struct Need {
    /// Its code, as named.
    pub code: String,
    /// The procedure that is meant; nothing where the catalogue holds none that is in force.
    pub held: Option<Member>,
    /// Whether the files hold it, though it is not in force on the day.
    pub gone: bool,
    /// The first day on which it was no longer in force.
    pub ended: Option<Date>,
    /// Its place in the list.
    pub at: usize,
    /// Where it is named.
    pub span: Span,
}

/// What `linked`, which bears `card`, needs first, in the order written.
pub(super) fn of(linked: &Linked, card: &Card, catalogue: &Catalogue) -> Vec<Need> {
    let needs = linked.procedure.needs.iter().enumerate().map(|(at, named)| {
        let held = catalogue.codes.meant(&named.value, card.issued_by.as_deref(), &catalogue.cards);
        let held = held.first().and_then(|at| catalogue.cards.get(*at)).map(Member::of);
        let gone = catalogue.codes.gone.get(&named.value).filter(|_| held.is_none());
        let ended = gone.and_then(|valid| valid.until);
        Need { code: named.value.clone(), held, gone: gone.is_some(), ended, at, span: named.span }
    });
    needs.collect()
}
