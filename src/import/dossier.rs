//! The dossier: every row a paper or advice, one paper for what several cases ask alike.

use std::borrow::Cow;

use crate::{
    import::{
        cases::{Cases, Heading},
        choices,
        document::{Document, Dossier, Form},
        paper::{self, Around, Read},
        record::{DossierPart, Record, Row},
        shape::Vi,
        slug,
        tally::Tally,
        words,
    },
    recognise::Lexicon,
    text,
};

/// A paper and the files that its row offers.
struct Draft {
    document: Document,
    part: usize,
    templates: Vec<String>,
    interactive: Option<bool>,
}

/// The dossier and the forms of `record`; its cases are added to `cases`.
pub(super) fn of(record: &Record, cases: &mut Cases, lexicon: &Lexicon, tally: &mut Tally) -> (Dossier, Vec<Form>) {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut guidance: Vec<Vi> = Vec::new();
    let rows = record.dossier.iter().flat_map(|part| &part.rows);
    let free = choices::are_free(&record.steps) || rows.into_iter().any(|row| choices::are_free(&row.name));
    for (at, (heading, part)) in headings(record, cases, tally).into_iter().enumerate() {
        let mut waivers = Vec::new();
        let free = free || choices::are_free(&part.name);
        let around = Around { heading: &heading, free, cases };
        for (above, row) in std::iter::once(None).chain(part.rows.iter().map(Some)).zip(&part.rows) {
            if words::bare(&row.name).is_empty() {
                tally.count("rows without words");
                continue;
            }
            match paper::read(row, &around, lexicon) {
                Read::Advice(words) if guidance.contains(&words) => (),
                Read::Advice(words) => guidance.push(words),
                Read::Waiver(words, evidence) => waivers.push((words, evidence)),
                Read::Papers(mut papers) => {
                    if let Some(first) = papers.first_mut().filter(|_| above.is_some_and(|above| is_same(above, row))) {
                        first.repeated = true;
                    }
                    add(&mut drafts, papers, row, at);
                }
            }
        }
        for (words, evidence) in waivers {
            if !waive(&mut drafts, &words, &evidence, part_of(&heading, at)) && !guidance.contains(&words) {
                guidance.push(words);
            }
        }
    }
    everywhere(&mut drafts, cases.len());
    let forms = forms(&mut drafts);
    name(&mut drafts);
    count(&drafts, guidance.len(), tally);
    let documents = drafts.into_iter().map(|draft| draft.document).collect();
    (Dossier { sets: None, documents, guidance }, forms)
}

/// Whether two rows say the same: words, numbers and files.
fn is_same(one: &Row, other: &Row) -> bool {
    let words = |row: &Row| text::fold(&words::bare(&row.name));
    words(one) == words(other) && (one.originals, one.copies) == (other.originals, other.copies) && one.templates == other.templates
}

/// Every part under what its heading is; all cases are known before a row is read.
fn headings<'r>(record: &'r Record, cases: &mut Cases, tally: &mut Tally) -> Vec<(Heading, Cow<'r, DossierPart>)> {
    let mut headings = Vec::new();
    for part in &record.dossier {
        let rows: Vec<String> = part.rows.iter().map(|row| words::bare(&row.name)).collect();
        let heading = cases.heading(&part.name, &record.name, &rows);
        let words = words::bare(&part.name);
        let known = |row: &String| text::fold(row).contains(&text::fold(&words));
        let misplaced = heading == Heading::Misplaced;
        headings.push((heading, Cow::Borrowed(part)));
        if misplaced {
            tally.count("headings that are no case");
            if !rows.iter().any(known) {
                let part = listed(&words);
                let one = part.rows.len() == 1;
                let heading = if one { Heading::Advice } else { Heading::HandIn };
                headings.push((heading, Cow::Owned(part)));
            }
        }
    }
    headings
}

/// The papers that stand in a heading, each a row without quantities.
fn listed(heading: &str) -> DossierPart {
    let mut rows: Vec<Row> = vec![Row::default()];
    let mut words = heading.split(' ').peekable();
    while let Some(word) = words.next() {
        let starts = words.peek().is_some_and(|next| next.starts_with(char::is_uppercase));
        if starts && matches!(word, "-" | "+" | "*") {
            rows.push(Row::default());
        } else if let Some(row) = rows.last_mut() {
            row.name.push_str(word);
            row.name.push(' ');
        }
    }
    DossierPart { name: String::new(), rows }
}

/// `papers` of one row; what several cases ask alike is one paper, and what is always asked for is not asked for again.
fn add(drafts: &mut Vec<Draft>, papers: Vec<Document>, row: &Row, part: usize) {
    let filled = |paper: &Document| choices::stop_at("", paper.evidence.as_deref());
    let named = |paper: &Document| row.templates.iter().any(|template| is_named(template, &paper.title.vi));
    let owner = papers.iter().position(named).or_else(|| papers.iter().position(filled)).unwrap_or(0);
    for (at, document) in papers.into_iter().enumerate() {
        let templates = if at == owner { row.templates.clone() } else { Vec::new() };
        match drafts.iter_mut().find(|draft| is_alike(draft, &document, &templates, part)) {
            Some(draft) if document.case.is_empty() => draft.document.case.0.clear(),
            Some(draft) if draft.document.case.is_empty() => (),
            Some(draft) => draft.document.case.0.extend(document.case.0),
            None => {
                let interactive = row.interactive;
                drafts.push(Draft { document, part, templates, interactive });
            }
        }
    }
}

/// Whether `title` names the form whose file is called `template`: "Mẫu số 11.docx".
fn is_named(template: &str, title: &str) -> bool {
    let stem = text::fold(template.rsplit_once('.').map_or(template, |(stem, _)| stem));
    let title = text::fold(title);
    let next = title.split_once(stem.as_str()).map(|(_, after)| after.chars().next());
    stem.starts_with("mẫu") && stem.ends_with(|c: char| c.is_ascii_digit()) && next.is_some_and(|c| c.is_none_or(|c| !c.is_alphanumeric()))
}

/// Whether another part of the dossier asks for the same paper, in other cases or always.
fn is_alike(draft: &Draft, document: &Document, templates: &[String], part: usize) -> bool {
    let known = &draft.document;
    let apart = draft.part != part && document.case.0.iter().all(|key| !known.case.0.contains(key));
    let cased = !document.case.is_empty() || !known.case.is_empty();
    known.title == document.title
        && apart
        && cased
        && draft.templates == templates
        && Document { case: document.case.clone(), ..known.clone() } == *document
}

/// The part whose papers a waiver under `heading` means; all parts where it stands among the advice.
fn part_of(heading: &Heading, at: usize) -> Option<usize> {
    (*heading != Heading::Advice).then_some(at)
}

/// Tells the papers of that part which a waiver means when they need not be handed in; whether there are any.
fn waive(drafts: &mut [Draft], words: &Vi, evidence: &[String], part: Option<usize>) -> bool {
    let mut found = false;
    let folded = text::fold(&words.vi);
    for draft in drafts.iter_mut().filter(|draft| part.is_none_or(|part| draft.part == part)) {
        if is_meant(&draft.document, &folded, evidence) {
            draft.document.waived_when = Some(words.clone());
            found = true;
        }
    }
    found
}

/// Whether a waiver means `document`: by its type, as one of identity ("các giấy tờ này"), or by its name.
fn is_meant(document: &Document, waiver: &str, evidence: &[String]) -> bool {
    let mut types = document.evidence.iter().chain(document.any_of.iter().map(|one| &one.evidence));
    if !evidence.is_empty() {
        return types.any(|id| evidence.contains(id));
    }
    if waiver.contains("giấy tờ này") {
        return types.any(|id| paper::IDENTITY.contains(&id.as_str()));
    }
    let title = text::fold(&document.title.vi);
    let name = title.split([';', ',', '.', '(']).next().unwrap_or_default().trim();
    name.split(' ').count() > 1 && waiver.contains(name)
}

/// What every one of several cases asks for is asked for always, where nothing stands outside the cases.
fn everywhere(drafts: &mut [Draft], cases: usize) {
    if cases < 2 || drafts.iter().any(|draft| draft.document.case.is_empty()) {
        return;
    }
    for draft in drafts.iter_mut().filter(|draft| draft.document.case.0.len() == cases) {
        draft.document.case.0.clear();
    }
}

/// The forms that the rows offer, each once; each paper names the first of its own.
fn forms(drafts: &mut [Draft]) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for draft in drafts {
        for (at, template) in draft.templates.iter().enumerate() {
            let title = words::tidy(template);
            let stem = title.rsplit_once('.').map_or(title.as_str(), |(stem, _)| stem);
            let id = slug::of(stem);
            if at == 0 {
                draft.document.form = Some(id.clone());
            }
            if let Some(known) = forms.iter_mut().find(|form| form.id == id) {
                known.interactive = known.interactive.max(draft.interactive);
            } else {
                let evidence = draft.document.evidence.clone().filter(|evidence| choices::stop_at("", Some(evidence)));
                forms.push(Form { id, title: Vi::new(title), evidence, template: true, interactive: draft.interactive });
            }
        }
    }
    forms
}

/// Ids that are each paper's own.
fn name(drafts: &mut [Draft]) {
    let own = |draft: &Draft| (draft.document.id.clone(), draft.document.title.vi.clone());
    let mut named: Vec<(String, String)> = drafts.iter().map(own).collect();
    slug::part(&mut named);
    for (draft, (id, _)) in drafts.iter_mut().zip(named) {
        draft.document.id = id;
    }
}

fn count(drafts: &[Draft], advice: usize, tally: &mut Tally) {
    tally.add("documents", drafts.len());
    tally.add("rows of advice", advice);
    for Draft { document, .. } in drafts {
        let known = document.evidence.is_some() || !document.any_of.is_empty();
        tally.add("documents of no known type", usize::from(!known));
        for (aspect, name) in [
            ("form", "documents whose form was not understood"),
            ("case", "documents whose condition was not understood"),
            ("copies", "documents whose copies were not understood"),
        ] {
            tally.add(name, usize::from(document.unparsed.contains(&aspect)));
        }
    }
}
