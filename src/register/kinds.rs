//! What a text is called before its number: of those whose letters do not tell, the registers know it.

use std::collections::BTreeMap;

use crate::{citation::Citation, register::Registers};

/// The kinds of the texts whose numbers do not tell them, for whoever writes citations without the registers at hand.
#[derive(Clone, Debug, Default)]
pub struct Kinds(BTreeMap<String, String>);

impl Kinds {
    /// A canonical citation as lawyers of that language write it; as it stands where it cannot be read.
    pub fn cited(&self, canonical: &str, language: &str) -> String {
        let kind = |cite: &Citation| self.0.get(&cite.instrument).map(String::as_str);
        Citation::read(canonical).map_or_else(|| canonical.to_owned(), |cite| cite.said_as(kind(&cite), language))
    }
}

impl Registers {
    /// A citation as lawyers of that language write it, with the kind of the text before its number.
    pub fn said(&self, cite: &Citation, language: &str) -> String {
        cite.said_as(self.instruments.get(&cite.instrument).and_then(|known| known.kind.as_deref()), language)
    }

    /// The same of a canonical citation; as it stands where it cannot be read.
    pub fn cited(&self, canonical: &str, language: &str) -> String {
        Citation::read(canonical).map_or_else(|| canonical.to_owned(), |cite| self.said(&cite, language))
    }

    /// The kinds of the texts whose numbers do not tell them.
    pub fn kinds(&self) -> Kinds {
        let told = self.instruments.values().filter(|one| !Citation::tells_kind(&one.number));
        Kinds(told.filter_map(|one| Some((one.number.clone(), one.kind.clone()?))).collect())
    }
}
