//! With what a recommended edit is done: a fact of the subject, or the word itself.

use std::collections::BTreeMap;

use crate::link::{Type, Word};

/// With what an edit is done: the data source, the limit, the form, the amount.
#[derive(Clone, Debug)]
pub enum With {
    /// Always that word, or nothing.
    Always(Option<String>),
    /// As the fact at that place says: words, a number, or a list of words.
    Asked(u16),
}

/// What `said` means: a fact where it names one, else the word itself.
pub(super) fn read(said: Option<&str>, words: &BTreeMap<String, Word>) -> Result<With, String> {
    let Some(said) = said else { return Ok(With::Always(None)) };
    let list = |kind: &Type| matches!(kind, Type::List(inner) if **inner == Type::Text);
    match words.get(said) {
        Some(word) if matches!(word.kind, Type::Text | Type::Int) || list(&word.kind) => Ok(With::Asked(word.at)),
        None if !said.contains('.') => Ok(With::Always(Some(said.to_owned()))),
        _ => Err(format!("`{said}` is nothing that an edit can be done with")),
    }
}
