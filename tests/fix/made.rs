//! Procedure files, every edit that could be asked of them, and what a text says without where it says it.

use std::{fs, path::Path};

use redtape::{
    confidence::Confidence,
    edit::EDITS,
    model::{self, Procedure},
    simplify::{Edit, Refusal, edited, strike, strokes},
    span::{FileId, Span},
    yaml,
};

/// The files of the catalogue and a few imported ones: name and text. `FIX_MORE` names a folder of more.
pub(crate) fn files() -> Vec<(String, String)> {
    let mut found = Vec::new();
    below(Path::new("procedures"), &mut found);
    below(Path::new("tests/import"), &mut found);
    if let Some(more) = std::env::var_os("FIX_MORE") {
        below(Path::new(&more), &mut found);
    }
    found.sort();
    found
}

fn below(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            below(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            found.push((path.display().to_string(), fs::read_to_string(&path).expect("a file")));
        }
    }
}

/// The procedure that a text holds.
pub(crate) fn procedure(text: &str) -> Procedure {
    let (tree, _) = yaml::parse(FileId::default(), text);
    model::procedure(tree.documents.first().expect("a document")).0
}

/// All that a procedure says, without the places.
pub(crate) fn said(procedure: &Procedure) -> String {
    let said = format!("{procedure:?}");
    let (mut plain, mut rest) = (String::new(), said.as_str());
    while let Some((before, after)) = rest.split_once("Span { file: ") {
        plain.push_str(before);
        rest = after.split_once('}').expect("a span is closed").1;
    }
    plain + rest
}

/// An edit nobody asked for.
pub(crate) fn edit(what: &str, at: String, with: &[&str]) -> Edit {
    Edit {
        what: EDITS.iter().map(|(name, _)| *name).find(|name| *name == what).expect("an edit"),
        at,
        span: Span::default(),
        with: with.iter().map(|word| (*word).to_owned()).collect(),
        procedure: None,
        title: String::new(),
        rule: String::new(),
        finding: String::new(),
        advice: String::new(),
        confidence: Confidence::Proved,
        amends: Vec::new(),
        who: vec!["agency".to_owned()],
    }
}

/// Every edit that changes something of a procedure, of each of its parts.
pub(crate) fn edits(procedure: &Procedure) -> Vec<Edit> {
    let mut all = vec![
        edit("one-set", String::new(), &[]),
        edit("go-online", String::new(), &[]),
        edit("set-limit", String::new(), &["1 working hour"]),
    ];
    let mut each = |place: &str, count: usize, asked: &[(&str, &[&str])]| {
        for at in 0..count {
            all.extend(asked.iter().map(|(what, with)| edit(what, format!("{place}/{at}"), with)));
        }
    };
    let document: &[(&str, &[&str])] = &[
        ("remove-document", &[]),
        ("obtain-from-source", &["population-database"]),
        ("obtain-from-source", &["own-result"]),
        ("obtain-from-source", &[]),
        ("accept-copy", &[]),
        ("accept-copy", &["presented"]),
        ("accept-electronic", &[]),
        ("one-set", &["originals 0", "copies 0"]),
    ];
    each("/dossier/documents", procedure.documents.len(), document);
    for (at, document) in procedure.documents.iter().enumerate().filter(|(_, document)| document.any_of) {
        each(&format!("/dossier/documents/{at}/any_of"), document.alternatives.len(), &[("accept-copy", &[]), ("accept-electronic", &[])]);
    }
    each("/conditions", procedure.conditions.len(), &[("remove-condition", &[])]);
    each("/steps", procedure.steps.len(), &[("remove-step", &[]), ("set-limit", &["3 working days"])]);
    each("/fees", procedure.fees.len(), &[("remove-fee", &[]), ("set-fee", &["1 VND"]), ("go-online", &[])]);
    each("/time_limit", procedure.limits.len(), &[("set-limit", &["1 working hour"]), ("shorten-limit", &["1 working hour"])]);
    each("/channels", procedure.channels.len(), &[("go-online", &[])]);
    each("/results", procedure.results.len(), &[("issue-electronically", &[]), ("issue-electronically", &["result-store"])]);
    each("/forms", procedure.forms.len(), &[("go-online", &[])]);
    for (at, form) in procedure.forms.iter().enumerate() {
        each(&format!("/forms/{at}/fields"), form.fields.len(), &[("ask-once", &[]), ("prefill", &[])]);
    }
    for (at, step) in procedure.steps.iter().enumerate() {
        let after: Vec<&str> = step.after.iter().map(|name| name.value.as_str()).collect();
        all.push(edit("run-together", format!("/steps/{at}"), &after));
    }
    all.into_iter().filter(|edit| !strokes(procedure, edit).is_empty()).collect()
}

/// Every tenth of them, others for each file: what is tried in every layout need not be tried at every place.
pub(crate) fn some(edits: Vec<Edit>, number: usize) -> impl Iterator<Item = Edit> {
    edits.into_iter().skip(number % 10).step_by(10)
}

/// The text after an edit; and that it says what the model says after it.
pub(crate) fn done(name: &str, text: &str, edit: &Edit) -> Result<String, Refusal> {
    let mut meant = procedure(text);
    let strokes = strokes(&meant, edit);
    let new = strokes.iter().try_fold(text.to_owned(), |text, stroke| edited(&text, 0, stroke))?;
    strokes.iter().for_each(|stroke| strike(&mut meant, stroke));
    let (meant, read) = (said(&meant), said(&procedure(&new)));
    if meant != read {
        let at = meant.bytes().zip(read.bytes()).take_while(|(one, two)| one == two).count();
        let near = |words: &str| words.chars().skip(at.saturating_sub(120)).take(300).collect::<String>();
        panic!("{name}: {} at {}: {strokes:?}\nmodel: {}\nfile:  {}", edit.what, edit.at, near(&meant), near(&read));
    }
    Ok(new)
}
