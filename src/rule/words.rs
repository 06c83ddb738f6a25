//! Words with blanks: `{document.title}` is filled with a fact.

use std::collections::BTreeMap;

use crate::{
    link::{Fact, Scope, Word},
    locale::Locale,
    model::Words,
    text,
};

/// A piece of a sentence.
#[derive(Clone, Debug)]
enum Piece {
    Words(String),
    Blank(u16),
}

/// A sentence with blanks, in each language.
#[derive(Clone, Debug, Default)]
pub struct Template {
    by_language: BTreeMap<&'static str, Vec<Piece>>,
    /// The words as written.
    pub words: Words,
}

impl Template {
    /// The sentence that `words` hold. The error says which blank has no fact.
    pub(super) fn read(words: Words, known: &BTreeMap<String, Word>) -> Result<Self, String> {
        let mut by_language = BTreeMap::new();
        for (language, said) in [("vi", &words.vi), ("en", &words.en), ("ar", &words.ar)] {
            if let Some(said) = said {
                by_language.insert(language, pieces(said, known)?);
            }
        }
        Ok(Self { by_language, words })
    }

    /// The sentence in `language`, its blanks filled by `scope`.
    pub fn fill(&self, language: &str, scope: &dyn Scope) -> String {
        let pieces = self.by_language.get(language).or_else(|| self.by_language.get("en"));
        let locale = Locale::of(language);
        let mut filled = String::new();
        for piece in pieces.into_iter().flatten() {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Blank(at) => filled.push_str(&said(&scope.fact(*at), locale)),
            }
        }
        text::one_line(&filled)
    }

    /// The places of the facts it uses.
    pub fn blanks(&self) -> Vec<u16> {
        let pieces = self.by_language.values().flatten();
        let mut blanks: Vec<u16> = pieces
            .filter_map(|piece| match piece {
                Piece::Blank(at) => Some(*at),
                Piece::Words(_) => None,
            })
            .collect();
        blanks.sort_unstable();
        blanks.dedup();
        blanks
    }
}

/// A fact in words of that language.
fn said(fact: &Fact<'_>, locale: &Locale) -> String {
    match fact {
        // A sentence with a hole in it would read as if nothing were missing.
        Fact::Null => "—".to_owned(),
        Fact::Record(_) => String::new(),
        Fact::Bool(yes) => yes.to_string(),
        Fact::Int(number) => number.to_string(),
        Fact::Decimal(number) => locale.decimal(*number, number.scale()),
        Fact::Date(day) => locale.date(*day),
        Fact::Text(words) => words.clone().into_owned(),
        Fact::List(items) => locale.commas(&items.iter().map(|item| said(item, locale)).collect::<Vec<_>>()),
    }
}

fn pieces(words: &str, known: &BTreeMap<String, Word>) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            return Err("a `{` without its `}`".to_owned());
        };
        let Some(word) = known.get(name.trim()) else {
            let near = text::nearest(name, known.keys().map(String::as_str));
            let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            return Err(format!("no fact is called `{name}`{near}"));
        };
        pieces.push(Piece::Words(before.to_owned()));
        pieces.push(Piece::Blank(word.at));
        rest = behind;
    }
    pieces.push(Piece::Words(rest.to_owned()));
    Ok(pieces)
}
