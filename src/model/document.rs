//! One document of the dossier.

use crate::{
    duration::Duration,
    model::{
        cite::Cited,
        read::{Reader, Words, words},
        unparsed,
    },
    span::{Span, Spanned},
    text,
    yaml::Node,
};

/// In what form a document is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Looked at and given back.
    Presented,
    /// An electronic document.
    Electronic,
    /// A plain copy.
    Copy,
    /// A copy that a notary or an office has certified.
    CertifiedCopy,
    /// The original, handed in.
    Original,
}

impl Form {
    /// Every form, from the lightest to the heaviest for the applicant.
    pub const ALL: [Self; 5] = [Self::Presented, Self::Electronic, Self::Copy, Self::CertifiedCopy, Self::Original];

    /// The word for it in a procedure.
    pub fn word(self) -> &'static str {
        match self {
            Self::Presented => "presented",
            Self::Electronic => "electronic",
            Self::Copy => "copy",
            Self::CertifiedCopy => "certified-copy",
            Self::Original => "original",
        }
    }

    /// The form of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }
}

/// A document of the dossier, or a row of alternatives of which the applicant brings one.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its name within the procedure.
    pub id: Option<Spanned<String>>,
    /// What it is called, as published.
    pub title: Words,
    /// What the applicant may bring: one paper, or several of which one is enough. None where the type is not known.
    pub alternatives: Vec<Alternative>,
    /// Whether the alternatives were written as such.
    pub any_of: bool,
    /// The form it is made on.
    pub form: Option<Spanned<String>>,
    /// How many originals.
    pub originals: Option<Spanned<i64>>,
    /// How many copies.
    pub copies: Option<Spanned<i64>>,
    /// What it shows, by concepts.
    pub proves: Vec<Spanned<String>>,
    /// The cases in which alone it is asked for.
    pub cases: Vec<Spanned<String>>,
    /// Where a condition in words stands.
    pub when: Option<Span>,
    /// Those words.
    pub when_says: Words,
    /// Who brings it.
    pub obtained_by: Option<String>,
    /// Why data that are held may still be asked for.
    pub reuse_exception: Option<String>,
    /// Where the words stand by which it need not be handed in where the data can be looked up.
    pub waived_when: Option<Span>,
    /// Whether it is asked for only where the data cannot be looked up.
    pub only_if_not_found: bool,
    /// The paper that this form is about.
    pub form_about: Option<String>,
    /// Whether it is handed back because this procedure replaces it.
    pub handed_back: bool,
    /// Whether the source lists the row right after the same row.
    pub repeated: bool,
    /// Whether it is worded openly.
    pub vague: bool,
    /// Whether an equivalent paper will do.
    pub equivalent: bool,
    /// How its data arrive: `paper`, `scan`, `structured`, `free-text`.
    pub format: Option<Spanned<String>>,
    /// Whose confirmation it needs.
    pub confirmed_by: Vec<Spanned<String>>,
    /// The steps that use it.
    pub used_by: Vec<Spanned<String>>,
    /// How the office looks up what it shows, where the file says so.
    pub query: Option<Box<Query>>,
    /// By what law.
    pub legal_basis: Vec<Cited>,
    /// What an importer could not read.
    pub unparsed: Vec<&'static str>,
    /// The place that names it.
    pub span: Span,
}

/// One paper that will do.
#[derive(Clone, Debug, Default)]
pub struct Alternative {
    /// Its type, by its name in the registers.
    pub evidence: Option<Spanned<String>>,
    /// What it is called.
    pub title: Words,
    /// The forms among which the applicant chooses; none where it is not said.
    pub forms: Vec<Spanned<Form>>,
    /// How recently it must have been issued.
    pub issued_within: Option<Spanned<Duration>>,
    /// By what law.
    pub legal_basis: Vec<Cited>,
    /// Its place under `any_of`; none where it is the document itself.
    pub at: Option<usize>,
    /// The place that names it.
    pub span: Span,
}

/// How the office looks up what a document shows.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// The data source that is read.
    pub source: Option<Spanned<String>>,
    /// What the data are read for.
    pub purpose: Words,
    /// What happens where the look-up fails.
    pub fallback: Words,
    /// The law by which the office may read them.
    pub legal_basis: Vec<Cited>,
}

impl Document {
    /// What no two documents of one procedure share, whatever their order: the id, else the types, else the folded title.
    pub fn key(&self) -> String {
        let types: Vec<&str> = self.alternatives.iter().filter_map(|one| one.evidence.as_ref()).map(|name| name.value.as_str()).collect();
        match &self.id {
            Some(id) => id.value.clone(),
            None if !types.is_empty() => types.join("|"),
            None => text::fold(self.title.said("vi")),
        }
    }

    /// Whether an importer left `aspect` of it unread.
    pub fn is_unparsed(&self, aspect: &str) -> bool {
        self.unparsed.contains(&aspect)
    }
}

/// Reads one document: a name alone, or a map.
pub(super) fn read(mut reader: Reader<'_, '_>) -> Document {
    if let Some(title) = words(reader.node).filter(|_| reader.node.text().is_some()) {
        return Document { span: title.span, title, ..Document::default() };
    }
    let own = alternative(&mut reader);
    let others = others(&mut reader);
    let any_of = !others.is_empty();
    let id = reader.name("id");
    let title = own.title.clone();
    let span = place(reader.node, &title, own.evidence.as_ref(), id.as_ref());
    // A paper of no known type is asked for in some form all the same; over a list of alternatives the form is said with each.
    let says = own.evidence.is_some() || !any_of && (!own.forms.is_empty() || own.issued_within.is_some());
    let alternatives = if says { std::iter::once(own).chain(others).collect() } else { others };
    Document {
        id,
        title,
        alternatives,
        any_of,
        form: reader.name("form"),
        originals: reader.count("originals"),
        copies: reader.count("copies"),
        proves: reader.names("proves"),
        cases: reader.names("case"),
        when: reader.place("when"),
        when_says: reader.words("when").unwrap_or_default(),
        obtained_by: reader.name("obtained_by").map(|name| name.value),
        reuse_exception: reader.within("reuse_exception").and_then(|inner| inner.name("kind")).map(|name| name.value),
        waived_when: reader.place("waived_when"),
        only_if_not_found: reader.flag("only_if_not_found").unwrap_or(false),
        form_about: reader.name("form_about").map(|name| name.value),
        handed_back: reader.flag("handed_back").unwrap_or(false),
        repeated: reader.flag("repeated").unwrap_or(false),
        vague: reader.flag("vague").unwrap_or(false),
        equivalent: reader.flag("equivalent").unwrap_or(false),
        format: reader.name("format"),
        confirmed_by: reader.names("confirmed_by"),
        used_by: reader.names("used_by"),
        query: query(&mut reader),
        legal_basis: reader.citations("legal_basis"),
        unparsed: unparsed(&reader),
        span,
    }
}

/// The alternatives of a list, each with its place in it.
fn others(reader: &mut Reader<'_, '_>) -> Vec<Alternative> {
    let mut others = reader.each("any_of", |mut item| alternative(&mut item));
    others.iter_mut().enumerate().for_each(|(at, other)| other.at = Some(at));
    others
}

fn query(reader: &mut Reader<'_, '_>) -> Option<Box<Query>> {
    let inner = reader.within("query")?;
    Some(Box::new(Query {
        source: inner.name("source"),
        purpose: inner.words("purpose").unwrap_or_default(),
        fallback: inner.words("fallback").unwrap_or_default(),
        legal_basis: inner.citations("legal_basis"),
    }))
}

/// Where to point for the whole document: at its title, else its type, else its name, else its first key.
fn place(node: &Node<'_>, title: &Words, evidence: Option<&Spanned<String>>, id: Option<&Spanned<String>>) -> Span {
    if !title.is_empty() {
        return title.span;
    }
    let first = || node.entries().first().map_or(node.span, |entry| entry.key.span);
    evidence.or(id).map_or_else(first, |named| named.span)
}

fn alternative(reader: &mut Reader<'_, '_>) -> Alternative {
    if reader.node.text().is_some() {
        let evidence = reader.node.text().map(|name| Spanned::new(name.to_owned(), reader.node.span));
        return Alternative { evidence, span: reader.node.span, ..Alternative::default() };
    }
    let evidence = reader.name("evidence");
    let title = reader.words("title").unwrap_or_default();
    Alternative {
        span: evidence.as_ref().map_or(title.span, |name| name.span),
        evidence,
        title,
        forms: reader.each_word("as").filter_map(|(word, span)| Some(Spanned::new(Form::named(word)?, span))).collect(),
        issued_within: reader.duration("issued_within"),
        legal_basis: reader.citations("legal_basis"),
        at: None,
    }
}
