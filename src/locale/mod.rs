//! The renderer's words in each language, with its plurals, numbers and days.

mod direction;
mod help;
mod number;

use std::{collections::BTreeMap, sync::OnceLock};

use rust_decimal::Decimal;

use crate::{duration::Duration, span::FileId, yaml};

/// The languages there are: code, the file of words, and the file of phrases, which are English in the program itself.
const LANGUAGES: [(&str, &str, &str); 3] = [
    ("en", include_str!("../../locales/en.yaml"), ""),
    ("vi", include_str!("../../locales/vi.yaml"), include_str!("../../locales/phrases-vi.yaml")),
    ("ar", include_str!("../../locales/ar.yaml"), include_str!("../../locales/phrases-ar.yaml")),
];

/// The words of one language.
#[derive(Debug)]
pub struct Locale {
    /// Its code.
    pub code: &'static str,
    words: BTreeMap<String, String>,
    phrases: BTreeMap<String, String>,
}

impl Locale {
    /// The words of the language of that code; English where there is none.
    pub fn of(code: &str) -> &'static Self {
        // Each is read when it is first asked for: a run speaks one of them.
        static LOCALES: [OnceLock<Locale>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];
        let of = |locale: &'static OnceLock<Locale>, (code, text, phrases): (&'static str, &str, &str)| {
            locale.get_or_init(|| Self { code, words: read(text), phrases: read(phrases) })
        };
        let [english, ..] = &LOCALES;
        let found = LOCALES.iter().zip(LANGUAGES).find(|(_, (known, ..))| *known == code);
        found.map_or_else(|| of(english, LANGUAGES[0]), |(locale, language)| of(locale, language))
    }

    /// The codes of the languages there are.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        LANGUAGES.into_iter().map(|(code, ..)| code)
    }

    /// The words under `key`; the key itself where there are none, which a test keeps from happening.
    pub fn say<'s>(&'s self, key: &'s str) -> &'s str {
        self.words.get(key).map_or(key, String::as_str)
    }

    /// What the program says in English of a file it cannot understand, in this language; as it is where there are no words.
    pub fn phrase<'s>(&'s self, english: &'s str) -> &'s str {
        self.phrases.get(english).map_or(english, String::as_str)
    }

    /// The words under `key` with each blank filled in: `filled("close.in_force", &[("day", "1 July 2026")])`.
    pub fn filled(&self, key: &str, blanks: &[(&str, &str)]) -> String {
        let words = self.say(key).to_owned();
        blanks.iter().fold(words, |words, (name, with)| words.replace(&format!("{{{name}}}"), with))
    }

    /// Some things one behind the other, `a, b`, with the comma of the language.
    pub fn commas<W: AsRef<str>>(&self, parts: &[W]) -> String {
        self.joined("comma", parts)
    }

    /// The same with semicolons, for parts that hold commas of their own.
    pub fn semicolons<W: AsRef<str>>(&self, parts: &[W]) -> String {
        self.joined("semicolon", parts)
    }

    fn joined<W: AsRef<str>>(&self, key: &str, parts: &[W]) -> String {
        parts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(self.say(key))
    }

    /// The words under `key` for that many things, with the number filled in.
    pub fn count(&self, key: &str, n: usize) -> String {
        self.amount(key, Decimal::from(n))
    }

    /// A length of time, written `5 working days`, in this language; other words stay as they are.
    pub fn length(&self, written: &str) -> String {
        let (Some(length), Some((_, unit))) = (Duration::parse(written), written.trim().split_once(' ')) else {
            return written.to_owned();
        };
        let key = format!("unit.{}s", unit.trim().trim_end_matches('s').replace(' ', "-"));
        self.amount(&key, length.amount)
    }

    /// The words under `key` in the form that goes with that number.
    fn amount(&self, key: &str, number: Decimal) -> String {
        let form = |form: &str| self.words.get(&format!("{key}.{form}"));
        let words = form(self.form_of(number)).or_else(|| form("other"));
        words.map_or(key, String::as_str).replace("{n}", &self.decimal(number, number.scale()))
    }

    /// The keys it has words for.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }
}

fn read(text: &str) -> BTreeMap<String, String> {
    let (tree, _) = yaml::parse(FileId::default(), text);
    let entries = tree.documents.first().map_or(&[][..], yaml::Node::entries);
    let words = entries.iter().filter_map(|entry| Some((entry.key.value.clone().into_owned(), entry.value.text()?.to_owned())));
    words.collect()
}
