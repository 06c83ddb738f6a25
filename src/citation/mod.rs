//! Where a law says something: read as lawyers write it, compared in one form, printed back in the reader's language.

mod kind;
mod number;

use std::fmt;

pub use number::instrument;

use crate::{citation::kind::Called, text};

/// A kind of part of an instrument, from the largest to the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// An annex (phụ lục).
    Annex,
    /// A form laid down with the instrument (mẫu).
    Form,
    /// An article (Điều).
    Article,
    /// A clause (khoản).
    Clause,
    /// A point (điểm).
    Point,
    /// A row of a table.
    Row,
}

/// A part's names: in the canonical form, in Vietnamese, in English and in Arabic.
struct Names {
    part: Part,
    canonical: &'static str,
    vietnamese: &'static str,
    english: &'static str,
    arabic: &'static str,
}

const PARTS: [Names; 6] = [
    Names { part: Part::Annex, canonical: "ann", vietnamese: "Phụ lục", english: "annex", arabic: "الملحق" },
    Names { part: Part::Form, canonical: "form", vietnamese: "Mẫu", english: "form", arabic: "الاستمارة" },
    Names { part: Part::Article, canonical: "art", vietnamese: "Điều", english: "art.", arabic: "المادة" },
    Names { part: Part::Clause, canonical: "cl", vietnamese: "khoản", english: "cl.", arabic: "الفقرة" },
    Names { part: Part::Point, canonical: "pt", vietnamese: "điểm", english: "pt", arabic: "البند" },
    Names { part: Part::Row, canonical: "row", vietnamese: "dòng", english: "row", arabic: "السطر" },
];

/// An instrument, and the part of it that is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// The instrument's number, `63/2010/NĐ-CP`.
    pub instrument: String,
    /// The parts from the largest to the smallest; none where the whole instrument is meant.
    pub path: Vec<(Part, String)>,
}

impl Citation {
    /// The citation that `words` hold, in the canonical form, in Vietnamese or in English.
    pub fn read(words: &str) -> Option<Self> {
        let words = text::nfc(words);
        let words = number::joined(&words);
        if let Some((number, path)) = words.split_once('#') {
            let path = path.split('.').map(canonical_part).collect::<Option<Vec<_>>>()?;
            return Some(Self { instrument: instrument(number)?, path });
        }
        // Most citations of a published record are a bare number.
        if let (false, Some(instrument)) = (words.contains(char::is_whitespace), instrument(&words)) {
            return Some(Self { instrument, path: Vec::new() });
        }
        let number = words.split([' ', ',', ';', '(', ')']).find_map(instrument)?;
        let mut path = spoken_parts(&words);
        path.sort();
        path.dedup_by_key(|(part, _)| *part);
        Some(Self { instrument: number, path })
    }

    /// Whether it means `other` or a part of it.
    pub fn lies_in(&self, other: &Self) -> bool {
        self.instrument == other.instrument && self.path.starts_with(&other.path)
    }

    /// Whether it says more than the instrument: an article, an annex or a form.
    pub fn is_pinpointed(&self) -> bool {
        !self.path.is_empty()
    }

    /// Whether the letters of that number tell what kind of text bears it.
    pub fn tells_kind(number: &str) -> bool {
        kind::by_letters(number).is_some()
    }

    /// As a lawyer writes it in the language of that code.
    pub fn said(&self, language: &str) -> String {
        self.said_as(None, language)
    }

    /// The same of a text of that kind, by the registers' word for it; where the letters of its number tell, these go first.
    pub fn said_as(&self, kind: Option<&str>, language: &str) -> String {
        let called = kind::by_letters(&self.instrument).or_else(|| kind.and_then(kind::by_word));
        match language {
            "vi" => self.vietnamese(called),
            "ar" => self.arabic(called),
            _ => self.english(called),
        }
    }

    /// In Vietnamese, the smallest part first: `điểm d khoản 2 Điều 8 Nghị định 63/2010/NĐ-CP`.
    fn vietnamese(&self, called: Option<Called>) -> String {
        let parts = self.path.iter().rev().map(|(part, value)| format!("{} {value}", names(*part).vietnamese));
        let kind = called.map(|[kind, ..]| kind.to_owned());
        parts.chain(kind).chain([self.instrument.clone()]).collect::<Vec<_>>().join(" ")
    }

    /// In English: `Decree 63/2010/NĐ-CP, art. 8(2)(d)`.
    fn english(&self, called: Option<Called>) -> String {
        let mut words = called.map_or_else(String::new, |[_, kind, _]| format!("{kind} "));
        words.push_str(&self.instrument);
        for (part, value) in &self.path {
            match part {
                Part::Clause | Part::Point => words.push_str(&format!("({value})")),
                part => words.push_str(&format!(", {} {value}", names(*part).english)),
            }
        }
        words
    }

    /// In Arabic, the smallest part first: `البند d من الفقرة 2 من المادة 8 من المرسوم 63/2010/NĐ-CP`.
    ///
    /// An instrument whose kind is not known is a text of the law, so that the parts have something to be of.
    fn arabic(&self, called: Option<Called>) -> String {
        let parts = self.path.iter().rev().map(|(part, value)| format!("{} {value}", names(*part).arabic));
        let instrument = match called {
            Some([.., kind]) => format!("{kind} {}", self.instrument),
            None if self.path.is_empty() => self.instrument.clone(),
            None => format!("النص {}", self.instrument),
        };
        parts.chain([instrument]).collect::<Vec<_>>().join(" من ")
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.instrument)?;
        for (at, (part, value)) in self.path.iter().enumerate() {
            write!(f, "{}{}_{value}", if at == 0 { '#' } else { '.' }, names(*part).canonical)?;
        }
        Ok(())
    }
}

fn names(part: Part) -> &'static Names {
    PARTS.iter().find(|names| names.part == part).unwrap_or(&PARTS[0])
}

fn canonical_part(piece: &str) -> Option<(Part, String)> {
    let (name, value) = piece.split_once('_')?;
    let names = PARTS.iter().find(|names| names.canonical == name)?;
    (!value.is_empty()).then(|| (names.part, value.to_owned()))
}

/// The parts named in running words: `điểm d khoản 2 Điều 8`, `art. 8(2)(d)`.
fn spoken_parts(words: &str) -> Vec<(Part, String)> {
    let mut parts = Vec::new();
    let mut tokens = words.split_whitespace().peekable();
    while let Some(token) = tokens.next() {
        let named = match token.to_lowercase().trim_matches(['(', ',', ';']) {
            "điều" | "art." | "article" | "art" => Part::Article,
            "khoản" | "cl." | "clause" => Part::Clause,
            "điểm" | "pt" | "point" => Part::Point,
            "lục" | "annex" => Part::Annex,
            "mẫu" | "form" => Part::Form,
            _ => continue,
        };
        if tokens.peek() == Some(&"số") {
            tokens.next();
        }
        let Some(value) = tokens.peek() else { break };
        parts.extend(english_parts(named, value.trim_matches([',', ';', '.', ':'])));
    }
    parts
}

/// `8(2)(d)` after the name of a part: the part itself, then the clause and the point in brackets.
fn english_parts(named: Part, value: &str) -> Vec<(Part, String)> {
    let mut pieces = value.split('(').map(|piece| piece.trim_end_matches(')'));
    let below = [Part::Clause, Part::Point];
    let first = pieces.next().filter(|piece| !piece.is_empty()).map(|piece| (named, piece.to_owned()));
    let rest = below.into_iter().zip(pieces).map(|(part, piece)| (part, piece.to_owned()));
    first.into_iter().chain(rest).collect()
}
