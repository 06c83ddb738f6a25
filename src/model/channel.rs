//! A way to apply.

use rust_decimal::Decimal;

use crate::{
    model::read::{Reader, place},
    span::{Span, Spanned},
};

/// A way to apply.
#[derive(Clone, Debug, Default)]
pub struct Channel {
    /// `online`, `in-person` or `post`.
    pub by: String,
    /// `full`, `partial` or `information`.
    pub level: Option<Spanned<String>>,
    /// How one signs in.
    pub sign_in: Option<String>,
    /// What signature is asked for.
    pub signature: Option<Spanned<String>>,
    /// The share of the dossiers that come this way, 0 to 1.
    pub share: Option<Decimal>,
    /// Whether fees can be paid this way.
    pub payment: Option<bool>,
    /// Whether originals must be shown as well.
    pub compare_original: Option<bool>,
    /// The place that names it.
    pub span: Span,
}

/// Reads one way to apply.
pub(super) fn read(reader: Reader<'_, '_>) -> Channel {
    Channel {
        by: reader.name("by").map(|by| by.value).unwrap_or_default(),
        level: reader.name("level"),
        sign_in: reader.name("sign_in").map(|name| name.value),
        signature: reader.name("signature"),
        share: reader.number("share"),
        payment: reader.flag("payment"),
        compare_original: reader.flag("compare_original"),
        span: place(&reader, &["level", "by"]),
    }
}
