//! One row, clause by clause, into one reading.

use std::sync::LazyLock;

use super::clause::Span;
use super::item::Head;
use super::name::Mention;
use super::place::Role;
use super::row::{self, Clause};
use super::script::Script;
use super::{Lexicon, Reading, choice, item, phrase, tell, wanted, words};

/// Words after which a paper is no longer what a form is about.
static NOT_SUBJECT: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("not-subject"));

/// The reading of `text`.
pub(super) fn read(lexicon: &Lexicon, text: &str) -> Reading {
    let script = Script::new(text);
    let folded = script.folded.as_str();
    let clauses = row::clauses(lexicon, &script);
    let mut reading = Reading {
        waived: tell::waived(folded),
        only_if_not_found: tell::only_if_not_found(folded),
        equivalent: tell::equivalent(folded),
        ..Reading::default()
    };
    let remark = clauses.first().is_some_and(|clause| clause.head == Head::Remark)
        || clauses.iter().all(|clause| clause.head == Head::Heading) && item::lists(folded);
    let counted: Vec<&Clause> = if remark { Vec::new() } else { clauses.iter().filter(|clause| clause.counts()).collect() };
    for clause in &counted {
        take_evidence(lexicon, folded, clause, &mut reading);
    }
    reading.any_of = choice::any_of(lexicon, folded, &counted, &clauses, &mut reading.unparsed);
    reading.forms = wanted::forms(folded, &clauses, &counted);
    reading.handed_back = wanted::handed_back(folded, &counted, &reading);
    reading.vague = reading.evidence.is_empty()
        && !reading.is_form
        && !remark
        && tell::vague(folded)
        && (!counted.is_empty() || folded.chars().count() < 120);
    reading.open = counted.iter().any(|clause| {
        let inside = |at: usize| !clause.is_condition(clause.span.start + at);
        tell::open(&folded[clause.span.start..clause.span.end], inside)
    });
    reading.guidance = counted.is_empty() && !reading.vague;
    if !reading.guidance {
        take_case(&script, &clauses, &counted, &mut reading);
        doubt(&counted, &mut reading);
    }
    reading
}

/// Adds what `clause` asks for.
fn take_evidence(lexicon: &Lexicon, folded: &str, clause: &Clause, reading: &mut Reading) {
    if clause.head == Head::Form {
        reading.is_form = true;
        take_subject(lexicon, folded, clause, reading);
    }
    for mention in clause.asked() {
        reading.is_form |= lexicon.self_made[mention.entry];
        let id = &lexicon.ids[mention.entry];
        if !reading.evidence.contains(id) {
            reading.evidence.push(id.clone());
        }
    }
}

/// Finds the paper that a form is about: named inside the form's own name, or right after it.
fn take_subject(lexicon: &Lexicon, folded: &str, clause: &Clause, reading: &mut Reading) {
    if reading.form_about.is_some() {
        return;
    }
    let paper = |mention: &Mention| !lexicon.self_made[mention.entry];
    let own = clause.asked().find(|mention| !paper(mention));
    let inside = clause.asked().filter(|mention| !paper(mention)).find_map(|form| {
        let all = lexicon.names.all(&folded[form.start..form.end]);
        all.into_iter().find(|mention| paper(mention) && mention.end - mention.start < form.end - form.start)
    });
    let after = || {
        let start = clause.asked().next().map_or(clause.start, |form| form.end);
        let near = |mention: &Mention| {
            mention.start >= start && mention.start - start < 100 && !phrase::holds(&folded[start..mention.start], &NOT_SUBJECT)
        };
        clause
            .named
            .iter()
            .find(|(mention, role)| *role == Role::Told && paper(mention) && near(mention) && !clause.is_condition(mention.start))
    };
    let about = if own.is_some() { inside } else { after().map(|(mention, _)| *mention) };
    reading.form_about = about.map(|mention| lexicon.ids[mention.entry].clone());
}

/// The words of the condition, as written: of the first clause that asks, else of the heading over it.
fn take_case(script: &Script, all: &[Clause], counted: &[&Clause], reading: &mut Reading) {
    let Some(first) = counted.first() else { return };
    let headings = all.iter().filter(|clause| clause.head == Head::Heading && clause.span.start < first.span.start);
    let aside = all
        .iter()
        .filter(|clause| clause.span.start > first.span.start && clause.zones.first().is_some_and(|zone| bracketed(script, clause, *zone)));
    let mut zones = counted.iter().copied().chain(headings).chain(aside).flat_map(|clause| &clause.zones);
    let words = |zone: &Span| bare(&script.kept[zone.start..zone.end]);
    let found = zones.next();
    let aside = found.is_some_and(|zone| is_aside(script, *zone));
    if aside {
        reading.unparsed.push("case");
    }
    let found = found.filter(|_| !aside).map(words).filter(|words| !words.is_empty());
    let any = script.folded.contains(IF_ANY);
    let of_part = any && found.as_ref().is_none_or(|words| words.to_lowercase() == "nếu có") && is_of_part(script, first);
    if of_part && !reading.unparsed.contains(&"case") {
        reading.unparsed.push("case");
    }
    reading.case = found.or_else(|| any.then(|| "nếu có".to_owned())).filter(|_| !of_part);
    let more = counted.iter().flat_map(|clause| &clause.zones).map(words).filter(|words| !words.to_lowercase().ends_with("nếu có")).count();
    if more > 1 {
        reading.unparsed.push("case");
    }
    // "A hoặc B đối với …": the condition may be that of the last of them only.
    let last = |clause: &&Clause| {
        let zone = clause.zones.first().filter(|zone| zone.start > clause.start);
        zone.is_some_and(|zone| phrase::holds(&script.folded[clause.start..zone.start], &["hoặc"]))
    };
    if reading.any_of && counted.iter().copied().any(|clause| last(&clause)) && !reading.unparsed.contains(&"case") {
        reading.unparsed.push("case");
    }
    let later = first.zones.is_empty() && counted.iter().any(|clause| !clause.zones.is_empty());
    reading.case_of_part =
        reading.evidence.len() > 1 && counted.len() > 1 && (later || more > 1 && reading.any_of && !first.zones.is_empty());
}

/// The words of a condition without what only leads over to the papers: ", gồm", ", hồ sơ kèm theo bao gồm".
fn bare(words: &str) -> String {
    let folded = words.to_lowercase();
    let folded = if folded.len() == words.len() { folded.as_str() } else { words };
    let lead = [", gồm:", ", bao gồm:", ", hồ sơ ", " thì hồ sơ "].iter().filter_map(|lead| folded.find(lead)).min();
    let tail = |at: &usize| {
        let rest = folded[*at..].trim_end_matches([':', ' ']);
        folded[*at..].contains("gồm:") || rest.ends_with("gồm")
    };
    let own = words.get(..lead.filter(tail).unwrap_or(words.len())).unwrap_or(words);
    let own = own.trim_matches([' ', ',', ':', ';', '.']).trim_end_matches('(').trim_end();
    own.trim_end_matches(" hoặc").to_owned()
}

/// Whether the condition is that of something else named in the same brackets: "thiết kế (bản vẽ thi công đối với dự án …) được duyệt".
fn is_aside(script: &Script, zone: Span) -> bool {
    let (before, after) = script.folded.split_at(zone.start);
    let Some((outside, inside)) = before.rsplit_once('(').filter(|(_, inside)| !inside.contains(')')) else { return false };
    let named = inside.split_whitespace().count() > 1 && !outside.trim().is_empty();
    named && after.split_once(')').is_some_and(|(_, after)| after.trim_start().starts_with(char::is_alphabetic))
}

/// "If there is one", as rows say it in brackets.
const IF_ANY: &str = "(nếu có)";

/// Whether the first "if there is one" speaks of a part of what `first` names, or of another item of the row, and not of the whole.
fn is_of_part(script: &Script, first: &Clause) -> bool {
    let folded = script.folded.as_str();
    let Some(at) = folded.find(IF_ANY) else { return false };
    if !first.span.holds(at) {
        return at > first.span.end;
    }
    let after = &folded[at + IF_ANY.len()..first.span.end];
    let before = &folded[first.start.min(at)..at];
    let goes_on = after.contains(char::is_alphabetic);
    goes_on && (before.contains(',') || phrase::holds(before, &["và", "kèm theo"]))
}

/// Whether `clause` is but a condition in brackets, said of the paper before it.
fn bracketed(script: &Script, clause: &Clause, zone: Span) -> bool {
    let before = script.folded[clause.span.start..zone.start].trim();
    before == "(" && !clause.counts()
}

/// Notes what was not understood.
fn doubt(counted: &[&Clause], reading: &mut Reading) {
    let unknown = counted.iter().any(|clause| clause.head == Head::Paper && clause.asked().next().is_none());
    if (unknown || reading.evidence.is_empty() && !reading.is_form) && !reading.unparsed.contains(&"evidence") && !reading.vague {
        reading.unparsed.push("evidence");
    }
    if reading.forms.len() > 1 && reading.evidence.len() > 1 {
        reading.unparsed.push("form");
    }
}
