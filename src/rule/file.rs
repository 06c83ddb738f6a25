//! One rule file, read with the same schema and parser as procedures; a wrong one is refused with line and column.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    confidence::Confidence,
    edit,
    link::{self, Each, Type, Word},
    model::{Reader, Words},
    problem::Problem,
    rule::{Basis, Error, Example, Persona, Rule, Severity, Sureness, Template, Who, With, draft::Draft, predicate, with},
    schema,
    span::{FileId, Lines, Span},
    yaml::{self, Node},
};

/// The rule that `text` holds, or everything that is wrong with it.
pub(super) fn read(id: &str, file: &str, text: &str) -> Result<Rule, Vec<Error>> {
    checked(id, file, text, |node| schema::check(schema::Kind::Rule, node))
}

/// The same of a rule that ships with the program: it is held against the schema by a test, not at every start.
pub(super) fn read_built_in(id: &str, file: &str, text: &str) -> Result<Rule, Vec<Error>> {
    checked(id, file, text, |_| Vec::new())
}

fn checked(id: &str, file: &str, text: &str, check: impl Fn(&Node<'_>) -> Vec<Problem>) -> Result<Rule, Vec<Error>> {
    let mut draft = Draft { file, lines: Lines::new(text), errors: Vec::new() };
    let (tree, problems) = yaml::parse(FileId::default(), text);
    problems.iter().for_each(|problem| draft.problem(problem));
    let Some(node) = tree.documents.first() else {
        if draft.errors.is_empty() {
            draft.refuse(Span::default(), "the file holds no rule");
        }
        return Err(draft.errors);
    };
    check(node).iter().for_each(|problem| draft.problem(problem));
    if !draft.errors.is_empty() {
        return Err(draft.errors);
    }
    let rule = rule(id, node, &mut draft);
    match (rule, draft.errors.is_empty()) {
        (Some(rule), true) => Ok(rule),
        _ => Err(draft.errors),
    }
}

fn rule(id: &str, node: &Node<'_>, draft: &mut Draft<'_>) -> Option<Rule> {
    let mut problems = Vec::new();
    let mut reader = Reader::new(node, &mut problems);
    let id = named(id, &reader, draft)?;
    let check = reader.get("check")?;
    let each = check.get("each").and_then(Node::text).and_then(Each::named);
    let Some(each) = each else {
        draft.refuse(check.span, "nothing of that kind can be asked about");
        return None;
    };
    let words = link::words(each);
    let when = question(check.get("when")?, words, draft)?;
    let sureness = sureness(check.get("confidence"), words, draft)?;
    let message = template(&reader, "message", reader.words("message")?, words, draft)?;
    let advice = reader.within("recommendation").and_then(|inner| inner.words("do"))?;
    let advice = template(&reader, "recommendation", advice, words, draft)?;
    let rule = Rule {
        title: reader.words("title")?,
        catalogue: numbers(&reader),
        severity: severities(&reader)?,
        mandatory: reader.flag("mandatory").unwrap_or(false),
        persona: if reader.name("persona")?.value == "pedantic" { Persona::Pedantic } else { Persona::Regular },
        aspect: reader.name("aspect").map(|aspect| aspect.value),
        outranks: reader.names("outranks").into_iter().map(|name| name.value).collect(),
        basis: bases(&mut reader, draft),
        rationale: reader.words("rationale")?,
        each,
        when_words: check.get("when").and_then(Node::text).unwrap_or_default().to_owned(),
        facts: kept(each, words, &when, &message),
        when,
        sureness,
        who: who(&reader, each, words, draft)?,
        message,
        advice,
        edit: edit(&mut reader, draft),
        with: with(&mut reader, words, draft)?,
        examples: examples(&mut reader),
        id,
    };
    problems.iter().for_each(|problem| draft.problem(problem));
    Some(rule)
}

/// The id, which the path must be.
fn named(path: &str, reader: &Reader<'_, '_>, draft: &mut Draft<'_>) -> Option<String> {
    let id = reader.name("id")?;
    if id.value != path {
        draft.refuse(id.span, format!("the id is the path: it must be `{path}`, not `{}`", id.value));
    }
    Some(id.value)
}

/// The edit that is recommended, which must be one of those there are.
fn edit(reader: &mut Reader<'_, '_>, draft: &mut Draft<'_>) -> Option<String> {
    let edit = reader.within("recommendation").and_then(|inner| inner.name("edit"))?;
    if !edit::EDITS.iter().any(|(name, _)| *name == edit.value) {
        draft.refuse(edit.span, format!("no edit is called `{}`", edit.value));
    }
    Some(edit.value)
}

/// With what that edit is done.
fn with(reader: &mut Reader<'_, '_>, words: &BTreeMap<String, Word>, draft: &mut Draft<'_>) -> Option<With> {
    let said = reader.within("recommendation").and_then(|inner| inner.name("with"));
    match with::read(said.as_ref().map(|said| said.value.as_str()), words) {
        Ok(with) => Some(with),
        Err(says) => {
            draft.refuse(said.map(|said| said.span).unwrap_or_default(), says);
            None
        }
    }
}

fn question(node: &Node<'_>, words: &BTreeMap<String, Word>, draft: &mut Draft<'_>) -> Option<predicate::Predicate> {
    let text = node.text()?;
    match predicate::compile(text, words) {
        Ok(question) => Some(question),
        Err(fault) => {
            let words = text.get(fault.at.clone()).unwrap_or(text);
            draft.refuse(within(node, text, &fault.at), format!("in `{words}`: {}", fault.says));
            None
        }
    }
}

/// The place of some words of an expression; of all of it where it is written over several lines.
fn within(node: &Node<'_>, text: &str, at: &Range<usize>) -> Span {
    let whole = node.span.range();
    let before = match whole.len().checked_sub(text.len()) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return node.span,
    };
    Span::new(node.span.file, whole.start + before + at.start..whole.start + before + at.end)
}

fn sureness(node: Option<&Node<'_>>, words: &BTreeMap<String, Word>, draft: &mut Draft<'_>) -> Option<Sureness> {
    let Some(node) = node else { return Some(Sureness::Always(Confidence::Proved)) };
    let text = node.text()?;
    if let Some(confidence) = Confidence::named(text) {
        return Some(Sureness::Always(confidence));
    }
    match predicate::compile_value(text, words, &Confidence::ALL.map(Confidence::word)) {
        Ok(value) => Some(Sureness::Asked(value)),
        Err(fault) => {
            draft.refuse(node.span, fault.says);
            None
        }
    }
}

fn template(reader: &Reader<'_, '_>, key: &str, said: Words, words: &BTreeMap<String, Word>, draft: &mut Draft<'_>) -> Option<Template> {
    let span = reader.get(key).map(|node| node.span).unwrap_or_default();
    match Template::read(said, words) {
        Ok(template) => Some(template),
        Err(says) => {
            draft.refuse(span, says);
            None
        }
    }
}

/// Who can act: what the rule says, else what is known of its subject, else nobody known.
fn who(reader: &Reader<'_, '_>, each: Each, words: &BTreeMap<String, Word>, draft: &mut Draft<'_>) -> Option<Who> {
    let Some(said) = reader.name("who") else {
        let own = words.get(&format!("{}.who", each.word()));
        return Some(own.map_or_else(|| Who::Always(vec!["agency".to_owned()]), |word| Who::Asked(word.at)));
    };
    match words.get(&said.value) {
        Some(word) if matches!(word.kind, Type::List(Type::Text)) => Some(Who::Asked(word.at)),
        None if !said.value.contains('.') => Some(Who::Always(said.value.split_whitespace().map(str::to_owned).collect())),
        _ => {
            draft.refuse(said.span, format!("`{}` is no list of those who can act", said.value));
            None
        }
    }
}

/// The facts of the subject itself that its question and its message use: what a finding keeps.
fn kept(each: Each, words: &BTreeMap<String, Word>, when: &predicate::Predicate, message: &Template) -> BTreeMap<String, u16> {
    let blanks = message.blanks();
    let used = |word: &Word| when.words().contains(&word.at) || blanks.contains(&word.at);
    let own = words.iter().filter(|(_, word)| used(word) && word.at >> 8 == each as u16);
    own.filter_map(|(name, word)| Some((name.split_once('.')?.1.to_owned(), word.at))).collect()
}

fn numbers(reader: &Reader<'_, '_>) -> Vec<i64> {
    let one = reader.count("catalogue").map(|number| number.value);
    let items = reader.get("catalogue").map_or(&[][..], Node::items);
    let many = items.iter().filter_map(|item| match &item.value {
        yaml::Value::Number(written) => written.parse::<i64>().map_or(None, Some),
        _ => None,
    });
    one.into_iter().chain(many).collect()
}

/// One word, of which each lesser confidence is a step lower and an undetermined finding a note; or a word for each.
fn severities(reader: &Reader<'_, '_>) -> Option<[Severity; 3]> {
    let node = reader.get("severity")?;
    let said = |key: &str| node.get(key).and_then(Node::text).and_then(Severity::named);
    let proved = node.text().and_then(Severity::named).or_else(|| said("proved"))?;
    let lower = if proved == Severity::Error { Severity::Warning } else { Severity::Note };
    Some([said("undetermined").unwrap_or(Severity::Note), said("presumed").unwrap_or(lower), proved])
}

fn bases(reader: &mut Reader<'_, '_>, draft: &mut Draft<'_>) -> Vec<Basis> {
    let read = reader.each("basis", |mut inner| {
        let cited = inner.citations("cite").into_iter().next();
        (cited, inner.period("valid"))
    });
    let mut bases = Vec::new();
    for (cited, valid) in read {
        match cited {
            Some(cited) if cited.citation.is_none() => {
                draft.refuse(cited.span, format!("`{}` is no citation; write `Decree 63/2010/NĐ-CP, art. 8(2)`", cited.words));
            }
            Some(cited) => bases.extend(cited.citation.clone().map(|cite| Basis { cite, valid })),
            None => (),
        }
    }
    bases
}

fn examples(reader: &mut Reader<'_, '_>) -> Vec<Example> {
    let read = reader.each("examples", |mut inner| {
        let text = |key: &str| inner.get(key).and_then(Node::text).map(str::to_owned);
        let (given, before, near) = (text("given"), text("before"), text("near"));
        Some(Example { given, before, bad: text("bad")?, good: text("good")?, near, as_of: inner.date("as_of")? })
    });
    read.into_iter().flatten().collect::<Vec<Example>>()
}
