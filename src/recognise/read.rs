//! One row, clause by clause, into one reading.

use super::clause::{self, Span};
use super::item::{self, Head};
use super::name::Mention;
use super::place::{self, Role};
use super::script::Script;
use super::{Form, Lexicon, Reading, paper, phrase, tell};

/// Words after which a paper is no longer what a form is about.
const NOT_SUBJECT: [&str; 10] = ["trong đó", "theo", "để", "kèm", "của", "trên", "trong", "có", "về việc", "mẫu"];

/// What one clause yields.
struct Clause {
    span: Span,
    zones: Vec<Span>,
    head: Head,
    /// Where its head stands.
    start: usize,
    /// The names in it, each with its role.
    named: Vec<(Mention, Role)>,
}

impl Clause {
    fn asked(&self) -> impl Iterator<Item = Mention> + '_ {
        self.named.iter().filter(|(_, role)| *role == Role::Asked).map(|(mention, _)| *mention)
    }

    /// Whether it names a part of the dossier, known or not.
    fn counts(&self) -> bool {
        self.head != Head::Remark && (self.asked().next().is_some() || matches!(self.head, Head::Form | Head::Paper))
    }
}

/// The reading of `text`.
pub(super) fn read(lexicon: &Lexicon, text: &str) -> Reading {
    let script = Script::new(text);
    let folded = script.folded.as_str();
    let clauses = clauses(lexicon, &script);
    let mut reading = Reading {
        waived: tell::waived(folded),
        only_if_not_found: tell::only_if_not_found(folded),
        equivalent: tell::equivalent(folded),
        ..Reading::default()
    };
    let remark = clauses.first().is_some_and(|clause| clause.head == Head::Remark);
    let counted: Vec<&Clause> = if remark { Vec::new() } else { clauses.iter().filter(|clause| clause.counts()).collect() };
    for clause in &counted {
        take_evidence(lexicon, folded, clause, &mut reading);
    }
    reading.any_of = any_of(lexicon, folded, &counted, &clauses, &mut reading.unparsed);
    reading.forms = forms(folded, &clauses, &counted);
    reading.handed_back = handed_back(folded, &counted, &reading);
    reading.vague = reading.evidence.is_empty() && !reading.is_form && !remark && tell::vague(folded) && (!counted.is_empty() || folded.chars().count() < 120);
    reading.guidance = counted.is_empty() && !reading.vague;
    if !reading.guidance {
        take_case(&script, &clauses, &counted, &mut reading);
        doubt(&counted, &mut reading);
    }
    reading
}

/// The clauses of a row, each with the names in it and their roles.
fn clauses(lexicon: &Lexicon, script: &Script) -> Vec<Clause> {
    let folded = script.folded.as_str();
    let mentions = lexicon.names.find(folded);
    let build = |span: Span| {
        // "ảnh màu chụp từ bản chính" is no photograph of a person.
        let named = |mention: &&Mention| span.holds(mention.start) && !folded[mention.end..].starts_with(" chụp từ");
        let inside: Vec<Mention> = mentions.iter().filter(named).copied().collect();
        let zones = clause::conditions(folded, span, &inside);
        let roles = place::roles(folded, span, &zones, &inside, |form, context| closes(lexicon, folded, form, context));
        let (head, place) = item::head(folded, span, &zones);
        // A known paper at the head is asked for, whatever rule about it follows.
        let known = inside.iter().zip(&roles).any(|(mention, role)| mention.start == place && *role == Role::Asked);
        let head = if head == Head::Remark && known { Head::Paper } else { head };
        Clause { span, zones, head, start: place, named: inside.into_iter().zip(roles).collect() }
    };
    let spans = clause::split(script).into_iter().filter(|span| folded[span.start..span.end].contains(char::is_alphabetic));
    spans.map(build).collect()
}

/// Whether a paper joined to `form` by `context` belongs to what the form asks for: "đơn đề nghị cấp … hoặc …".
fn closes(lexicon: &Lexicon, folded: &str, form: &Mention, context: &str) -> bool {
    let name = &folded[form.start..form.end];
    let ends = || lexicon.names.all(name).iter().any(|inner| !lexicon.self_made[inner.entry] && inner.end == name.len());
    let context = place::strip(context);
    let joined = phrase::tail(context, &["hoặc", "và", "hay"]).is_some() && phrase::holds(name, &["cấp"]) || context.ends_with('/');
    lexicon.self_made[form.entry] && joined && ends()
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
    let inside = own.and_then(|form| {
        let all = lexicon.names.all(&folded[form.start..form.end]);
        all.into_iter().find(|mention| paper(mention) && mention.end - mention.start < form.end - form.start)
    });
    let after = || {
        let start = clause.asked().next().map_or(clause.start, |form| form.end);
        let near = |mention: &Mention| mention.start >= start && mention.start - start < 100 && !phrase::holds(&folded[start..mention.start], &NOT_SUBJECT);
        clause.named.iter().find(|(mention, role)| *role == Role::Told && paper(mention) && near(mention) && !in_zone(clause, mention.start))
    };
    let about = if own.is_some() { inside } else { after().map(|(mention, _)| *mention) };
    reading.form_about = about.map(|mention| lexicon.ids[mention.entry].clone());
}

/// Whether the papers of the row are alternatives.
fn any_of(lexicon: &Lexicon, folded: &str, counted: &[&Clause], all: &[Clause], unparsed: &mut Vec<&'static str>) -> bool {
    let several = counted.iter().flat_map(|clause| clause.asked()).map(|mention| &lexicon.ids[mention.entry]).collect::<std::collections::BTreeSet<_>>().len() > 1;
    let one_of = all.iter().filter(|clause| clause.head != Head::Remark).any(|clause| {
        let open = &folded[clause.span.start..clause.span.end];
        phrase::first(open, &["một trong", "một trong các", "một trong những"]).is_some_and(|(at, _)| !in_zone(clause, clause.span.start + at) && !phrase::holds(&open[..at], &["thuộc"]))
    });
    let joined = counted.iter().any(|clause| chosen(lexicon, folded, clause));
    let unknown = counted.iter().any(|clause| unknown_choice(folded, clause));
    if unknown || joined && !one_of && counted.iter().any(|clause| mixed(lexicon, folded, clause)) {
        unparsed.push("evidence");
    }
    several && (one_of || joined) || unknown || one_of && counted.iter().any(|clause| clause.asked().next().is_some())
}

fn in_zone(clause: &Clause, at: usize) -> bool {
    clause.zones.iter().any(|zone| zone.holds(at))
}

/// Whether two different papers of `clause` are joined by "or".
fn chosen(lexicon: &Lexicon, folded: &str, clause: &Clause) -> bool {
    let asked: Vec<Mention> = clause.asked().collect();
    asked.windows(2).any(|pair| {
        let gap = &folded[pair[0].end..pair[1].start];
        let or = phrase::holds(gap, &["hoặc", "hay"]) || place::strip(gap).ends_with('/') || gap.starts_with('/');
        lexicon.ids[pair[0].entry] != lexicon.ids[pair[1].entry] && or
    })
}

/// Whether two different papers of `clause` are joined by "and".
fn mixed(lexicon: &Lexicon, folded: &str, clause: &Clause) -> bool {
    let asked: Vec<Mention> = clause.asked().collect();
    asked.windows(2).any(|pair| {
        let gap = &folded[pair[0].end..pair[1].start];
        lexicon.ids[pair[0].entry] != lexicon.ids[pair[1].entry] && !phrase::holds(gap, &["hoặc"]) && phrase::holds(gap, &["và", "kèm theo", "kèm"])
    })
}

/// Whether `clause` offers, besides a known paper, one that the lexicon lacks.
fn unknown_choice(folded: &str, clause: &Clause) -> bool {
    let Some(first) = clause.asked().next() else { return false };
    let words = &folded[..clause.span.end];
    phrase::places(words, "hoặc").filter(|at| *at > first.start && !in_zone(clause, *at)).any(|at| {
        let rest = Span { start: at + "hoặc".len(), end: clause.span.end };
        let (head, place) = item::head(folded, rest, &[]);
        let inside = clause.named.iter().any(|(mention, _)| mention.start <= place && place < mention.end || mention.start < at && at < mention.end);
        let same = tell::equivalent(&folded[at..clause.span.end]);
        head == Head::Paper && !inside && !same && !folded[place..].starts_with("bản") && !folded[place..].starts_with("tệp tin")
    })
}

/// The forms of paper that the counted clauses and the headings over them name.
fn forms(folded: &str, all: &[Clause], counted: &[&Clause]) -> Vec<Form> {
    if counted.is_empty() {
        return Vec::new();
    }
    let mut forms = Vec::new();
    for clause in all.iter().filter(|clause| clause.counts() || clause.head == Head::Heading || goes_on(folded, clause)) {
        let start = clause.span.start;
        for said in paper::find(&folded[start..clause.span.end]) {
            let named = clause.named.iter().any(|(mention, _)| mention.start < start + said.at && start + said.at < mention.end);
            if !in_zone(clause, start + said.at) && !named && !forms.contains(&said.form) {
                forms.push(said.form);
            }
        }
    }
    forms
}

/// Whether `clause` says no more than in which form the paper before is wanted.
fn goes_on(folded: &str, clause: &Clause) -> bool {
    let words = &folded[clause.span.start..clause.span.end];
    clause.head == Head::Other && paper::lead(words.trim_start_matches(|c: char| !c.is_alphanumeric())) > 0
}

/// Whether one of the papers is the old one, and not wanted as a mere copy or as one of several.
fn handed_back(folded: &str, counted: &[&Clause], reading: &Reading) -> bool {
    let copy = !reading.forms.is_empty() && reading.forms.iter().all(|form| matches!(form, Form::Copy | Form::CertifiedCopy));
    let old = counted.iter().any(|clause| clause.asked().any(|mention| tell::old(&folded[mention.start..mention.end], &folded[mention.end..clause.span.end])));
    !copy && !reading.any_of && (old || tell::returned(folded))
}

/// The words of the condition, as written: of the first clause that asks, else of the heading over it.
fn take_case(script: &Script, all: &[Clause], counted: &[&Clause], reading: &mut Reading) {
    let Some(first) = counted.first() else { return };
    let headings = all.iter().filter(|clause| clause.head == Head::Heading && clause.span.start < first.span.start);
    let mut zones = counted.iter().copied().chain(headings).flat_map(|clause| &clause.zones);
    let trim = |words: &'_ str| words.trim_matches([' ', ',', ':', ';', '.']).trim_end_matches(" hoặc").to_owned();
    let words = |zone: &Span| trim(&script.kept[zone.start..zone.end]);
    reading.case = zones.next().map(words).filter(|words| !words.is_empty());
    let more = counted.iter().flat_map(|clause| &clause.zones).map(words).filter(|words| !words.to_lowercase().ends_with("nếu có")).count();
    if more > 1 {
        reading.unparsed.push("case");
    }
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
