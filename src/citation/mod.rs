//! Where a law says something: read as lawyers write it, compared in one form, printed back in the reader's language.

mod number;

use std::fmt;

pub use number::instrument;

use crate::text;

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

/// Each part's name in the canonical form, in Vietnamese and in English.
const PARTS: [(Part, &str, &str, &str); 6] = [
    (Part::Annex, "ann", "Phụ lục", "annex"),
    (Part::Form, "form", "Mẫu", "form"),
    (Part::Article, "art", "Điều", "art."),
    (Part::Clause, "cl", "khoản", "cl."),
    (Part::Point, "pt", "điểm", "pt"),
    (Part::Row, "row", "dòng", "row"),
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

    /// As a lawyer writes it in the language of that code.
    pub fn said(&self, language: &str) -> String {
        if language == "vi" { self.vietnamese() } else { self.english() }
    }

    /// As a lawyer writes it in Vietnamese, the smallest part first: `điểm d khoản 2 Điều 8 Nghị định 63/2010/NĐ-CP`.
    pub fn vietnamese(&self) -> String {
        let parts = self.path.iter().rev().map(|(part, value)| {
            let (.., vietnamese, _) = names(*part);
            format!("{vietnamese} {value}")
        });
        let kind = kind(&self.instrument).map(|(kind, _)| kind.to_owned());
        parts.chain(kind).chain([self.instrument.clone()]).collect::<Vec<_>>().join(" ")
    }

    /// As a lawyer writes it in English: `Decree 63/2010/NĐ-CP, art. 8(2)(d)`.
    pub fn english(&self) -> String {
        let mut words = kind(&self.instrument).map_or_else(String::new, |(_, kind)| format!("{kind} "));
        words.push_str(&self.instrument);
        for (part, value) in &self.path {
            match part {
                Part::Clause | Part::Point => words.push_str(&format!("({value})")),
                part => words.push_str(&format!(", {} {value}", names(*part).3)),
            }
        }
        words
    }
}

/// What an instrument of that number is called in Vietnamese and in English, where its letters alone tell.
///
/// The letters of the National Assembly do not: its laws and its resolutions bear the same.
fn kind(number: &str) -> Option<(&'static str, &'static str)> {
    const KINDS: [(&str, &str, &str); 9] = [
        ("NĐ-", "Nghị định", "Decree"),
        ("NQ-", "Nghị quyết", "Resolution"),
        ("TTLT-", "Thông tư liên tịch", "Joint Circular"),
        ("TT-", "Thông tư", "Circular"),
        ("QĐ-", "Quyết định", "Decision"),
        ("PL-", "Pháp lệnh", "Ordinance"),
        ("CT-", "Chỉ thị", "Directive"),
        ("KH-", "Kế hoạch", "Plan"),
        ("VBHN-", "Văn bản hợp nhất", "Consolidated text"),
    ];
    let letters = number.rsplit('/').next()?;
    KINDS.into_iter().find(|(prefix, ..)| letters.starts_with(prefix)).map(|(_, vietnamese, english)| (vietnamese, english))
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.instrument)?;
        for (at, (part, value)) in self.path.iter().enumerate() {
            write!(f, "{}{}_{value}", if at == 0 { '#' } else { '.' }, names(*part).1)?;
        }
        Ok(())
    }
}

fn names(part: Part) -> (Part, &'static str, &'static str, &'static str) {
    PARTS.into_iter().find(|(known, ..)| *known == part).unwrap_or(PARTS[0])
}

fn canonical_part(piece: &str) -> Option<(Part, String)> {
    let (name, value) = piece.split_once('_')?;
    let (part, ..) = PARTS.into_iter().find(|(_, known, ..)| *known == name)?;
    (!value.is_empty()).then(|| (part, value.to_owned()))
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
