//! A way to apply.

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
        payment: reader.flag("payment"),
        compare_original: reader.flag("compare_original"),
        span: place(&reader, &["level", "by"]),
    }
}
