//! What an applicant pays.

use crate::{
    model::cite::Cited,
    model::read::{Reader, Words, place},
    money::Money,
    span::{Span, Spanned},
};

/// A fee.
#[derive(Clone, Debug, Default)]
pub struct Fee {
    /// Its name.
    pub id: Option<Spanned<String>>,
    /// What it is for.
    pub title: Words,
    /// How much; nothing where it is set elsewhere or could not be read.
    pub amount: Option<Money>,
    /// Per what.
    pub per: Option<String>,
    /// The way to apply it holds for; every one where none is named.
    pub channel: Option<String>,
    /// The cases it holds for.
    pub cases: Vec<Spanned<String>>,
    /// Who does not pay.
    pub exempt: Vec<Spanned<String>>,
    /// How it can be paid.
    pub pay: Vec<Spanned<String>>,
    /// Where the published wording stands.
    pub says: Option<Span>,
    /// Who sets the amount.
    pub set_by: Option<Spanned<String>>,
    /// By what law.
    pub legal_basis: Vec<Cited>,
    /// Whether an importer could not read it.
    pub unparsed: bool,
    /// The place that names it.
    pub span: Span,
}

/// Reads one fee.
pub(super) fn read(mut reader: Reader<'_, '_>) -> Fee {
    Fee {
        id: reader.name("id"),
        title: reader.words("title").unwrap_or_default(),
        amount: reader.money("amount"),
        per: reader.name("per").map(|per| per.value),
        channel: reader.name("channel").map(|channel| channel.value),
        cases: reader.names("case"),
        exempt: reader.names("exempt"),
        pay: reader.names("pay"),
        says: reader.place("says"),
        set_by: reader.name("set_by"),
        legal_basis: reader.citations("legal_basis"),
        unparsed: reader.flag("unparsed").unwrap_or(false),
        span: place(&reader, &["amount", "title", "id"]),
    }
}
