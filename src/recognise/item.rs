//! What a clause is at its head: a form, a paper, a remark.

use std::sync::LazyLock;

use super::clause::Span;
use super::words;
use super::{paper, phrase};

/// What stands at the head of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// A form that the applicant fills in.
    Form,
    /// Some paper.
    Paper,
    /// A heading over what follows.
    Heading,
    /// A remark to the reader.
    Remark,
    /// Nothing of these.
    Other,
}

/// Words with which a form begins.
static FORMS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("forms"));

/// Words with which a paper begins.
static PAPERS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("papers"));

/// Words with which a remark begins.
static REMARKS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("remarks"));

/// Words that make a sentence about papers of what would else be a paper.
static RULES: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("rules"));

/// Words that may stand between the beginning of a clause and its head.
static LEADS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("leads"));

/// What stands at the head of `clause`, and where that is.
pub(super) fn head(folded: &str, clause: Span, zones: &[Span]) -> (Head, usize) {
    let start = skip_marks(folded, clause.start, clause.end);
    let words = &folded[start..clause.end];
    if phrase::head(words, &REMARKS).is_some() {
        return (Head::Remark, start);
    }
    let last = words.trim_end();
    if last.ends_with(':') && words.chars().count() < 160 || lists(last) || last.ends_with("các giấy tờ sau") {
        return (Head::Heading, start);
    }
    let at = skip_leads(folded, start, clause.end, zones);
    let words = &folded[at..clause.end];
    if phrase::head(words, &FORMS).is_some() {
        return (Head::Form, at);
    }
    if phrase::holds(words, &RULES) {
        return (Head::Remark, at);
    }
    // "bản sao …", "02 …": what is counted or copied is a paper, whatever it is called.
    let copied = at > start && paper::lead(&folded[start..at]) > 0 && !words.trim().is_empty();
    let paper = phrase::head(words, &PAPERS).is_some() || copied;
    if paper { (Head::Paper, at) } else { (Head::Other, at) }
}

/// Whether `words` end by saying that a list follows.
pub(super) fn lists(words: &str) -> bool {
    words.trim_end().strip_suffix(':').is_some_and(|open| phrase::tail(open.trim_end(), &["gồm", "sau", "sau đây"]).is_some())
}

/// Whether `words` begin with the word for a paper.
pub(super) fn names_paper(words: &str) -> bool {
    phrase::head(words, &PAPERS).is_some()
}

/// Whether `words` begin with the word for a paper or a form, and one that stands for no form of paper, issuer or purpose.
pub(super) fn begins_paper(words: &str) -> bool {
    let named = [&PAPERS, &FORMS].iter().any(|list| phrase::head(words, list).is_some());
    named
        && phrase::head(words, &["thư viện"]).is_none()
        && phrase::head(words, &["bản", "sổ", "số", "xác nhận", "ý kiến", "giấy tờ", "tài liệu"]).is_none()
}

/// The first place from `at` that is neither a blank, a list mark nor a list number.
fn skip_marks(folded: &str, mut at: usize, end: usize) -> usize {
    loop {
        let rest = &folded[at..end];
        let bare = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let word = bare.split(' ').next().unwrap_or("");
        let short = word.chars().count() <= 7;
        let numbered = short
            && word.ends_with(['.', ')', ':', ';'])
            && word.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ')')
            && word.len() > 1;
        let lettered = word.ends_with([')', '.']) && word.chars().count() == 2 && word.chars().any(char::is_alphabetic);
        at = end - bare.len();
        if !(numbered || lettered) {
            return at;
        }
        at += word.len();
    }
}

/// The place of the head: past conditions that open the clause, demands, forms of paper, numbers.
fn skip_leads(folded: &str, start: usize, end: usize, zones: &[Span]) -> usize {
    let mut at = start;
    loop {
        let before = at;
        if let Some(zone) = zones.iter().find(|zone| zone.holds(at)) {
            at = zone.end.min(end);
        }
        at = skip_marks(folded, at, end);
        at += paper::lead(&folded[at..end]);
        let words = &folded[at..end];
        if let Some(lead) = phrase::head(words, &LEADS)
            && !(lead == "bản sao" && words.starts_with("bản sao y"))
        {
            at += lead.len();
        }
        at = skip_number(folded, at, end);
        at = skip_template(folded, at, end);
        if at == before {
            return at;
        }
    }
}

/// Past a number such as "02" or "01 (một)" and what it counts.
fn skip_number(folded: &str, at: usize, end: usize) -> usize {
    let rest = folded[at..end].trim_start();
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.len() == rest.len() || !digits.starts_with([' ', '(']) {
        return at;
    }
    let past = digits.trim_start();
    match past.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some((aside, left)) if aside.chars().count() <= 6 => end - left.len(),
        _ => end - past.len(),
    }
}

/// Past "mẫu số 24." where the form or paper itself is named next.
fn skip_template(folded: &str, at: usize, end: usize) -> usize {
    let words = &folded[at..end];
    let Some(lead) = phrase::head(words, &["mẫu số", "mẫu", "biểu mẫu số", "biểu mẫu"]) else {
        return at;
    };
    let code = words[lead.len()..].trim_start();
    let digits = code.trim_start_matches(|c: char| c.is_ascii_digit());
    let past = digits.split_once([' ', '.', '-', ':']).map_or("", |(_, past)| past).trim_start_matches([' ', '.', '-', '–', ':']);
    let named = phrase::head(past, &FORMS).is_some() || phrase::head(past, &PAPERS).is_some();
    if digits.len() < code.len() && named { end - past.len() } else { at }
}
