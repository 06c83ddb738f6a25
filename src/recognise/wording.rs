//! Tells what single words of a title give away: a choice, a purpose, a photograph, something abroad.

use std::sync::LazyLock;

use super::words;
use crate::text;

static ABROAD: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("abroad"));
static GIVEN_ABROAD: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("given-abroad"));
static PURPOSE: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("purpose"));
static CHOICE: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("choice"));
static SEVERAL: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("several"));
static PHOTOGRAPH: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("photograph"));
static IF_ANY: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("if-any"));
static REFERS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("refers"));

/// Whether the title of a procedure speaks of foreign matters.
pub fn is_about_foreign(title: &str) -> bool {
    holds(&text::fold(title), &ABROAD)
}

/// Whether the title of a procedure speaks of papers that an office abroad gave.
pub fn is_given_abroad(title: &str) -> bool {
    holds(&text::fold(title), &GIVEN_ABROAD)
}

/// For what a result is given, by its title: `Giấy xác nhận tình trạng hôn nhân để kết hôn`.
pub fn purpose(title: &str) -> Option<String> {
    let folded = text::fold(title);
    let behind = PURPOSE.iter().filter_map(|word| folded.split_once(&format!(" {word} ")));
    behind.map(|(_, purpose)| purpose.trim().to_owned()).next()
}

/// Whether the title of a document offers a choice: `hộ chiếu hoặc giấy tờ thay thế`.
pub fn offers_choice(title: &str) -> bool {
    holds(&text::fold(title), &CHOICE)
}

/// Whether the title of a document names more than one paper.
pub fn names_several(title: &str) -> bool {
    let folded = text::fold(title);
    folded.contains("; ") || SEVERAL.iter().any(|word| folded.contains(&format!(" {word} ")))
}

/// Whether a document is a photograph of somebody.
pub fn is_photograph(title: &str) -> bool {
    // Most titles have no such letter, and are spared the rest.
    title.contains(['ả', 'Ả']) && text::fold(title).split(|c: char| !c.is_alphanumeric()).any(|word| PHOTOGRAPH.contains(&word))
}

/// The title of a document without the words that it is wanted only if there is one, and without the mark at its end.
pub fn without_if_any(title: &str) -> String {
    let plain = IF_ANY.iter().fold(title.to_owned(), |title, words| title.replace(words, ""));
    plain.trim().trim_end_matches([';', '.']).to_owned()
}

/// Whether a name of a paper is none of its own, but a choice of several or a reference to where they are listed.
pub fn refers(name: &str) -> bool {
    holds(name, &REFERS)
}

fn holds(words: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| words.contains(phrase))
}
