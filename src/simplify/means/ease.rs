//! What the applicant is asked for less of: papers, forms, sets, money and time.

use serde_json::{Value, json};

use crate::{
    duration::Duration,
    model::{Form, Procedure},
    money::Money,
    simplify::{means::Part, stroke::Stroke},
    span::Spanned,
};

/// The office gets the document itself: from that data source, or, where it is `own-result`, from its own records.
pub(super) fn obtained(procedure: &Procedure, at: usize, source: Option<&str>) -> Vec<Stroke> {
    let Some(document) = procedure.documents.get(at) else { return Vec::new() };
    // What a source holds for some only, the others still bring: which, people must say.
    if source == Some("in-part") {
        return Vec::new();
    }
    let own = source == Some("own-result");
    let by = if own { "own-result" } else { "agency-query" };
    if document.obtained_by.as_deref().is_some_and(|by| by != "applicant") {
        return Vec::new();
    }
    let place = format!("/dossier/documents/{at}");
    let mut strokes = vec![Stroke::Set(format!("{place}/obtained_by"), by.into())];
    if let Some(source) = source.filter(|_| !own) {
        match &document.query {
            None => strokes.push(Stroke::Set(format!("{place}/query"), json!({"source": source}))),
            Some(query) if query.source.is_none() => strokes.push(Stroke::Set(format!("{place}/query/source"), source.into())),
            Some(_) => (),
        }
    }
    strokes
}

/// The paper is accepted in that form, and no heavier one is asked for. Which of several papers that will do is meant, people must say.
pub(super) fn form(procedure: &Procedure, part: Part, word: &str) -> Vec<Stroke> {
    let Some(wanted) = Form::named(word) else { return Vec::new() };
    let (at, one) = match part {
        Part::Document(at) => (at, None),
        Part::Alternative(at, one) => (at, Some(one)),
        _ => return Vec::new(),
    };
    let Some(document) = procedure.documents.get(at).filter(|document| one.is_some() || !document.any_of) else { return Vec::new() };
    let alternative = document.alternatives.iter().find(|alternative| alternative.at == one);
    if one.is_some() && alternative.is_none() {
        return Vec::new();
    }
    let forms = alternative.map_or(&[][..], |alternative| &alternative.forms);
    let mut eased: Vec<&str> = forms.iter().map(|form| form.value).filter(|form| *form < wanted).map(Form::word).collect();
    eased.push(word);
    if forms.iter().map(|form| form.value.word()).eq(eased.iter().copied()) {
        return Vec::new();
    }
    let value = if let [only] = eased.as_slice() { Value::from(*only) } else { Value::from(eased) };
    let below = one.map_or_else(String::new, |one| format!("/any_of/{one}"));
    vec![Stroke::Set(format!("/dossier/documents/{at}{below}/as"), value)]
}

/// The same for an electronic document, or the data themselves where paper or a picture of it was asked for.
pub(super) fn electronic(procedure: &Procedure, part: Part) -> Vec<Stroke> {
    let mut strokes = form(procedure, part, Form::Electronic.word());
    let Part::Document(at) = part else { return strokes };
    let format = procedure.documents.get(at).and_then(|document| document.format.as_ref());
    if format.is_some_and(|format| ["paper", "scan"].contains(&format.value.as_str())) {
        strokes.push(Stroke::Set(format!("/dossier/documents/{at}/format"), "structured".into()));
    }
    strokes
}

/// No more sets than the law says; one where it says nothing.
pub(super) fn sets(procedure: &Procedure, lawful: Option<&str>) -> Vec<Stroke> {
    let least = lawful.and_then(whole).unwrap_or(1);
    let more = procedure.sets.as_ref().is_some_and(|sets| sets.value > least);
    if more { vec![Stroke::Set("/dossier/sets".to_owned(), least.into())] } else { Vec::new() }
}

/// No more originals and copies of a document than the law says, written `originals 1`.
pub(super) fn numbers(procedure: &Procedure, at: usize, lawful: &[String]) -> Vec<Stroke> {
    let Some(document) = procedure.documents.get(at) else { return Vec::new() };
    let strokes = lawful.iter().filter_map(|words| {
        let (what, number) = words.split_once(' ')?;
        let lawful = whole(number)?;
        let asked: Option<&Spanned<i64>> = match what {
            "originals" => document.originals.as_ref(),
            "copies" => document.copies.as_ref(),
            _ => None,
        };
        asked.filter(|asked| asked.value > lawful)?;
        Some(Stroke::Set(format!("/dossier/documents/{at}/{what}"), lawful.into()))
    });
    strokes.collect()
}

/// The amount that the law says; where it says none, people must say what is right.
pub(super) fn fee(procedure: &Procedure, at: usize, lawful: Option<&str>) -> Vec<Stroke> {
    let (Some(fee), Some(money)) = (procedure.fees.get(at), lawful.and_then(Money::parse)) else { return Vec::new() };
    if fee.amount.as_ref() == Some(&money) {
        return Vec::new();
    }
    vec![Stroke::Set(format!("/fees/{at}/amount"), money.to_string().into())]
}

/// That limit for the thing: for the procedure where it has one limit or, when a limit is to be set, none.
pub(super) fn limit(procedure: &Procedure, part: Part, what: &str, lawful: Option<&str>) -> Vec<Stroke> {
    let Some(limit) = lawful.and_then(Duration::parse) else { return Vec::new() };
    let (place, stated) = match (part, procedure.limits.as_slice()) {
        (Part::Limit(at), limits) if at < limits.len() => {
            (format!("/time_limit/{at}/in"), limits.get(at).and_then(|one| one.within.as_ref()))
        }
        (Part::Procedure, [only]) => ("/time_limit/0/in".to_owned(), only.within.as_ref()),
        (Part::Procedure, []) if what == "set-limit" => ("/time_limit".to_owned(), None),
        (Part::Step(at), _) if at < procedure.steps.len() => {
            (format!("/steps/{at}/in"), procedure.steps.get(at).and_then(|step| step.within.as_ref()))
        }
        _ => return Vec::new(),
    };
    // A limit that is to be shortened is never made longer.
    let done = stated.is_some_and(|stated| stated.value == limit || what == "shorten-limit" && !stated.value.surely_exceeds(limit, 0));
    if done { Vec::new() } else { vec![Stroke::Set(place, limit.to_string().into())] }
}

fn whole(words: &str) -> Option<i64> {
    words.parse().map_or(None, Some)
}
