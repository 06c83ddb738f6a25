//! Nodes to plain values; what is not written as it must be becomes a problem, never an error.

use rust_decimal::Decimal;

use crate::{
    citation::Citation,
    date::{Date, Period},
    duration::Duration,
    model::cite::Cited,
    money::Money,
    problem::{Kind, Problem},
    span::{Span, Spanned},
    text,
    yaml::{Node, Value},
};

/// Words in one language or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// In Vietnamese, or in a language that is not said.
    pub vi: Option<String>,
    /// In English.
    pub en: Option<String>,
    /// In Arabic.
    pub ar: Option<String>,
    /// Where they stand.
    pub span: Span,
}

impl Words {
    /// The words in `language`, else in another.
    pub fn said(&self, language: &str) -> &str {
        let first = match language {
            "en" => self.en.as_ref(),
            "ar" => self.ar.as_ref(),
            _ => self.vi.as_ref(),
        };
        first.or(self.vi.as_ref()).or(self.en.as_ref()).or(self.ar.as_ref()).map_or("", String::as_str)
    }

    /// Whether there is a word at all.
    pub fn is_empty(&self) -> bool {
        self.said("vi").trim().is_empty()
    }
}

/// One map being read, and the problems found on the way.
pub struct Reader<'n, 'p> {
    /// The map.
    pub node: &'n Node<'n>,
    /// What could not be understood so far.
    pub problems: &'p mut Vec<Problem>,
    /// The marks of the keys that are there: most of those asked for are not, and that is seen without a look at any.
    marks: u64,
}

/// One bit by which a key is told from most others.
fn mark(key: &str) -> u64 {
    let (first, last) = match key.as_bytes() {
        [] => (0, 0),
        [only] => (*only, *only),
        [first, .., last] => (*first, *last),
    };
    1 << ((key.len() * 7 + usize::from(first) + usize::from(last) * 3) % 64)
}

impl<'n, 'p> Reader<'n, 'p> {
    /// A reader of the map `node`.
    pub fn new(node: &'n Node<'n>, problems: &'p mut Vec<Problem>) -> Self {
        let marks = node.entries().iter().fold(0, |marks, entry| marks | mark(&entry.key.value));
        Self { node, problems, marks }
    }
}

impl<'n> Reader<'n, '_> {
    /// The node under `key`, where it says something.
    pub fn get(&self, key: &str) -> Option<&'n Node<'n>> {
        if self.marks & mark(key) == 0 {
            return None;
        }
        self.node.get(key).filter(|node| !node.is_null())
    }

    /// A reader of the map under `key`.
    pub fn within(&mut self, key: &str) -> Option<Reader<'n, '_>> {
        Some(Reader::new(self.get(key)?, self.problems))
    }

    /// Each item of the list under `key`, read by `read`.
    pub fn each<T>(&mut self, key: &str, read: impl Fn(Reader<'n, '_>) -> T) -> Vec<T> {
        let items = self.get(key).map_or(&[][..], Node::items);
        items.iter().map(|node| read(Reader::new(node, self.problems))).collect()
    }

    /// The word under `key`.
    pub fn name(&self, key: &str) -> Option<Spanned<String>> {
        let node = self.get(key)?;
        node.text().map(|words| Spanned::new(text::nfc(words).into_owned(), node.span))
    }

    /// The place of what stands under `key`, where it says something: for words of which only their being there counts.
    pub fn place(&self, key: &str) -> Option<Span> {
        self.get(key).map(|node| node.span)
    }

    /// Those of the names under `key` that are among `known`.
    pub fn known_names(&self, key: &str, known: &'static [&'static str]) -> Vec<&'static str> {
        let items = self.get(key).map_or(&[][..], Node::items);
        items.iter().filter_map(|item| known.iter().copied().find(|name| item.text() == Some(name))).collect()
    }

    /// The words under `key`, in one language or several.
    pub fn words(&self, key: &str) -> Option<Words> {
        words(self.get(key)?)
    }

    /// The names under `key`: one, or a list.
    pub fn names(&self, key: &str) -> Vec<Spanned<String>> {
        self.each_word(key).map(|(word, span)| Spanned::new(text::nfc(word).into_owned(), span)).collect()
    }

    /// The same as they are written, lent, each with its place.
    pub fn each_word(&self, key: &str) -> impl Iterator<Item = (&'n str, Span)> {
        let nodes = self.get(key).map_or(&[][..], |node| if node.text().is_some() { std::slice::from_ref(node) } else { node.items() });
        nodes.iter().filter_map(|node| Some((node.text()?, node.span)))
    }

    /// The truth under `key`.
    pub fn flag(&self, key: &str) -> Option<bool> {
        match self.get(key)?.value {
            Value::Bool(yes) => Some(yes),
            _ => None,
        }
    }

    /// The whole number under `key`.
    pub fn count(&self, key: &str) -> Option<Spanned<i64>> {
        let node = self.get(key)?;
        let Value::Number(written) = &node.value else { return None };
        match written.parse() {
            Ok(number) => Some(Spanned::new(number, node.span)),
            Err(_) => None,
        }
    }

    /// The number under `key`, whole or not.
    pub fn number(&self, key: &str) -> Option<Decimal> {
        let Value::Number(written) = &self.get(key)?.value else { return None };
        match Decimal::from_str_exact(written).or_else(|_| Decimal::from_scientific(written)) {
            Ok(number) => Some(number),
            Err(_) => None,
        }
    }

    /// The day under `key`.
    pub fn date(&mut self, key: &str) -> Option<Date> {
        self.parsed(key, "a day of the calendar, as `2026-11-23`", Date::parse)
    }

    /// The one citation under `key`, which a reader must be able to follow.
    pub fn citation(&mut self, key: &str) -> Option<Citation> {
        self.parsed(key, "a citation, as `63/2010/NĐ-CP#art_8.cl_2`", Citation::read)
    }

    /// The days from and until which it holds, under `key`.
    pub fn period(&mut self, key: &str) -> Period {
        let Some(mut reader) = self.within(key) else { return Period::default() };
        Period { from: reader.date("from"), until: reader.date("until") }
    }

    /// The length of time under `key`.
    pub fn duration(&mut self, key: &str) -> Option<Spanned<Duration>> {
        let duration = self.parsed(key, "a length of time, as `5 working days`", Duration::parse)?;
        Some(Spanned::new(duration, self.get(key)?.span))
    }

    /// The amount under `key`.
    pub fn money(&mut self, key: &str) -> Option<Money> {
        self.parsed(key, "an amount and a currency, as `8000 VND`", Money::parse)
    }

    /// The citations under `key`: one, or a list.
    pub fn citations(&self, key: &str) -> Vec<Cited> {
        self.each_word(key).map(|(words, span)| Cited::read(&text::nfc(words), span)).collect()
    }

    fn parsed<T>(&mut self, key: &str, expected: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let node = self.get(key)?;
        let words = node.text()?;
        let value = read(words);
        if value.is_none() {
            let problem = Problem::new(Kind::WrongValue, node.span, text::shorten(words, 60));
            self.problems.push(problem.expecting(expected));
        }
        value
    }
}

/// The words that `node` holds: a string, or one in each language.
pub fn words(node: &Node<'_>) -> Option<Words> {
    let nfc = |node: &Node<'_>| node.text().map(|words| text::nfc(words.trim()).into_owned());
    let span = place_of_words(node)?;
    if node.text().is_some() {
        return Some(Words { vi: nfc(node), span, ..Words::default() });
    }
    let mut said = Words { span, ..Words::default() };
    for entry in node.entries() {
        match &*entry.key.value {
            "vi" => said.vi = nfc(&entry.value),
            "en" => said.en = nfc(&entry.value),
            "ar" => said.ar = nfc(&entry.value),
            _ => (),
        }
    }
    Some(said)
}

/// Where the words stand that `node` holds, if it may hold any.
fn place_of_words(node: &Node<'_>) -> Option<Span> {
    match &node.value {
        Value::Text(_) => Some(node.span),
        Value::Map(entries) => Some(entries.first().map_or(node.span, |entry| entry.value.span)),
        _ => None,
    }
}

/// The place of the first of `keys` that is there, else of the first key.
pub(super) fn place(reader: &Reader<'_, '_>, keys: &[&str]) -> Span {
    let named = keys.iter().find_map(|key| reader.get(key));
    let first = || reader.node.entries().first().map_or(reader.node.span, |entry| entry.key.span);
    named.map_or_else(first, |node| place_of_words(node).unwrap_or(node.span))
}
