//! What the words of a document tell of its template, found out when it is first asked: several rules ask.

use std::sync::OnceLock;

use crate::recognise;

/// What the words of a document tell of its template, found out when it is first asked: several rules ask.
#[derive(Clone, Debug, Default)]
pub struct Template(OnceLock<recognise::Template>);

impl Template {
    /// What `title`, the title of the document, tells.
    pub(super) fn told(&self, title: &str) -> &recognise::Template {
        self.0.get_or_init(|| recognise::template(title))
    }
}
