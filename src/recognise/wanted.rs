//! In which forms the papers of a row are wanted, and whether they come back.

use std::sync::LazyLock;

use super::item::Head;
use super::name::Mention;
use super::phrase::{self, Set};
use super::place::{self, Role};
use super::row::Clause;
use super::{Form, Reading, paper, tell, words};

/// Said of a copy that nobody certified.
static PLAIN: LazyLock<Set> = LazyLock::new(|| Set::new(&words::list("form-not-certified")));

/// The forms of paper that the counted clauses and the headings over them name.
pub(super) fn forms(folded: &str, all: &[Clause], counted: &[&Clause]) -> Vec<Form> {
    if counted.is_empty() {
        return Vec::new();
    }
    let mut forms = Vec::new();
    for clause in all.iter().filter(|clause| clause.counts() || clause.head == Head::Heading || goes_on(folded, clause)) {
        let start = clause.span.start;
        for said in paper::find(&folded[start..clause.span.end]) {
            let named = clause.named.iter().any(|(mention, _)| mention.start < start + said.at && start + said.at < mention.end);
            if !clause.is_condition(start + said.at)
                && !named
                && !of_subject(folded, clause, start + said.at)
                && !forms.contains(&said.form)
            {
                forms.push(said.form);
            }
        }
    }
    if !forms.is_empty() && !forms.contains(&Form::Original) && counted.iter().any(|clause| itself_too(folded, clause)) {
        forms.push(Form::Original);
    }
    if forms.contains(&Form::CertifiedCopy) && !forms.contains(&Form::Copy) && plain_too(folded) {
        forms.push(Form::Copy);
    }
    forms
}

/// Whether a plain copy will do where the original is shown: "trường hợp bản chụp không có chứng thực thì xuất trình bản chính".
fn plain_too(folded: &str) -> bool {
    let shown =
        |rest: &str| phrase::first(rest, &["bản chính", "bản gốc"]).is_some_and(|(at, _)| at < 60 && !rest[..at].contains(['.', ';']));
    PLAIN.all(folded).iter().any(|(_, end, _)| shown(&folded[*end..]))
}

/// Whether a paper is named without a form and then again as a copy: "giấy … hoặc bản sao giấy …".
fn itself_too(folded: &str, clause: &Clause) -> bool {
    let asked: Vec<Mention> = clause.asked().collect();
    let [one, two, ..] = asked.as_slice() else { return false };
    let gap = folded[one.end..two.start].trim();
    one.entry == two.entry
        && phrase::head(gap, &["hoặc bản sao", "hoặc bản chụp"]).is_some()
        && paper::find(&folded[clause.span.start..one.start]).is_empty()
}

/// Whether the form of paper said at `at` belongs to what a form asks for: "đơn đề nghị cấp bản sao …".
fn of_subject(folded: &str, clause: &Clause, at: usize) -> bool {
    let next = clause.named.iter().find(|(mention, _)| mention.start >= at);
    next.is_some_and(|(mention, role)| *role == Role::Told && place::strip(&folded[at..mention.start]).is_empty())
}

/// Whether `clause` says no more than in which form the paper before is wanted.
fn goes_on(folded: &str, clause: &Clause) -> bool {
    let words = &folded[clause.span.start..clause.span.end];
    clause.head == Head::Other && paper::lead(words.trim_start_matches(|c: char| !c.is_alphanumeric())) > 0
}

/// Whether one of the papers is the old one, and not wanted as a mere copy or as one of several.
pub(super) fn handed_back(folded: &str, counted: &[&Clause], reading: &Reading) -> bool {
    let copy = !reading.forms.is_empty() && reading.forms.iter().all(|form| matches!(form, Form::Copy | Form::CertifiedCopy));
    let old = counted.iter().any(|clause| {
        let end = clause.zones.first().map_or(clause.span.end, |zone| zone.start);
        let unknown =
            clause.head == Head::Paper && clause.named.is_empty() && clause.start < end && tell::old_unknown(&folded[clause.start..end]);
        let known = |mention: Mention| tell::old(&folded[mention.start..mention.end], &folded[mention.end..clause.span.end]);
        unknown || clause.asked().any(known)
    });
    !copy && !reading.any_of && (old || tell::returned(folded))
}
