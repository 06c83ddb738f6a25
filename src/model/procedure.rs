//! One procedure: what one must bring, to whom, how long it may take, what it costs, which law says so.

use crate::{
    date::{Date, Period},
    duration::Duration,
    model::{
        KEYS,
        acceptance::{self, Acceptance},
        channel::{self, Channel},
        cite::Cited,
        document::{self, Document},
        fee::{self, Fee},
        form::{self, FormSheet},
        parts::{self, Case, Condition, Volume},
        read::{Reader, Words},
        result::{self, Outcome},
        said,
        step::{self, Step},
        time_limit::{self, Limit},
    },
    span::{Span, Spanned},
    yaml::Node,
};

/// How a procedure was published.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// The decision.
    pub decision: Option<String>,
    /// When it was signed.
    pub signed: Option<Date>,
    /// When it takes effect.
    pub effective: Option<Date>,
    /// When it was entered in the national database.
    pub in_national_database: Option<Date>,
}

/// One administrative procedure.
#[derive(Clone, Debug, Default)]
pub struct Procedure {
    /// The code in the national catalogue.
    pub code: Spanned<String>,
    /// Its official name.
    pub title: Words,
    /// Its field.
    pub sector: Option<String>,
    /// Where it is settled.
    pub levels: Vec<String>,
    /// The agencies that settle it.
    pub authority: Vec<Spanned<String>>,
    /// The published words for the authority, where no register knows it.
    pub authority_says: Option<Words>,
    /// For whom it is.
    pub audience: Vec<String>,
    /// The national version that this local one implements.
    pub norm: Option<Spanned<String>>,
    /// The province that published this local version.
    pub issued_by: Option<String>,
    /// The days in which it is in force.
    pub valid: Period,
    /// When its text was last checked.
    pub reviewed: Option<Date>,
    /// The law it rests on.
    pub legal_basis: Vec<Cited>,
    /// How it was published.
    pub published: Option<Published>,
    /// Its sub-cases.
    pub cases: Vec<Case>,
    /// How many sets of the dossier.
    pub sets: Option<Spanned<i64>>,
    /// The documents of the dossier.
    pub documents: Vec<Document>,
    /// Whether remarks stand beside the documents, in which papers may be named too.
    pub guided: bool,
    /// The forms.
    pub forms: Vec<FormSheet>,
    /// The ways to apply.
    pub channels: Vec<Channel>,
    /// Why it is not fully online.
    pub partial_online_because: Option<Spanned<String>>,
    /// The time limits.
    pub limits: Vec<Limit>,
    /// How often more papers may be asked for.
    pub supplement_requests: Option<Spanned<i64>>,
    /// Within what time the applicant hears that papers are missing.
    pub supplement_notice: Option<Spanned<Duration>>,
    /// Whether a written apology goes out for delay.
    pub apology: Option<Spanned<bool>>,
    /// How often a new date may be set.
    pub new_appointments: Option<Spanned<i64>>,
    /// Its steps.
    pub steps: Vec<Step>,
    /// Its conditions.
    pub conditions: Vec<Condition>,
    /// Its fees.
    pub fees: Vec<Fee>,
    /// What comes of it.
    pub results: Vec<Outcome>,
    /// The procedures that must come first.
    pub needs: Vec<Spanned<String>>,
    /// How dossiers are worked on: `electronic`, `paper` or `mixed`.
    pub processed: Option<Spanned<String>>,
    /// Where dossiers are received.
    pub received_on: Option<Spanned<String>>,
    /// With what that system is synchronised.
    pub synchronised_with: Vec<Spanned<String>>,
    /// Whether it is said, by `null`, that it is synchronised with nothing.
    pub synchronised_nowhere: bool,
    /// How often it is used.
    pub volume: Vec<Volume>,
    /// Findings accepted in the file.
    pub accepted: Vec<Acceptance>,
    /// Keys that the source it was imported from does not have.
    pub not_in_source: Vec<&'static str>,
    /// What it was imported from.
    pub imported_from: Option<String>,
    /// When the record it was imported from was last changed.
    pub updated: Option<Date>,
    /// When its text was last changed, as far as the file tells: by the record it was imported from, or by its publication.
    pub written: Option<Date>,
    /// Whether people gave its parts their names, and not a program.
    pub by_hand: bool,
    /// Whether a program wrote the file: what it recognised it has written down, and asking again would only cost time.
    pub by_program: bool,
    /// The keys that say something, with their places.
    pub said: Vec<(&'static str, Span)>,
    /// The place that names it.
    pub span: Span,
}

impl Procedure {
    /// When people last looked at the text: when it was checked, else when the record behind it was changed.
    pub fn checked(&self) -> Option<Date> {
        self.reviewed.or(self.updated)
    }

    /// The place of the top-level `key`, where the file has it.
    pub fn place(&self, key: &str) -> Option<Span> {
        self.said.iter().find(|(name, _)| *name == key).map(|(_, span)| *span)
    }

    /// Whether its silence about the top-level `key` says anything: it does, unless the source had no such key.
    pub fn would_say(&self, key: &str) -> bool {
        !self.not_in_source.contains(&key)
    }

    /// Code and authority: what no two procedures of a catalogue share.
    pub fn name(&self) -> String {
        let local = self.issued_by.as_deref().or(self.authority.first().map(|name| name.value.as_str()));
        format!("{}@{}", self.code.value, local.unwrap_or_default())
    }
}

/// Reads one procedure.
pub(super) fn read(mut reader: Reader<'_, '_>) -> Procedure {
    let code = reader.name("procedure").unwrap_or_default();
    let title = reader.words("title").unwrap_or_default();
    let first = reader.node.entries().first().map_or(reader.node.span, |entry| entry.key.span);
    let span = [title.span, code.span].into_iter().find(|span| span.end > 0).unwrap_or(first);
    let head = Procedure {
        code,
        title,
        sector: reader.name("sector").map(|sector| sector.value),
        levels: reader.names("level").into_iter().map(|level| level.value).collect(),
        authority: reader.names("authority"),
        authority_says: reader.words("authority_says"),
        audience: reader.names("audience").into_iter().map(|name| name.value).collect(),
        norm: reader.name("norm"),
        issued_by: reader.name("issued_by").map(|name| name.value),
        valid: reader.period("valid"),
        reviewed: reader.date("reviewed"),
        legal_basis: reader.citations("legal_basis"),
        published: published(&mut reader),
        said: said(reader.node),
        span,
        ..Procedure::default()
    };
    asked(about_handling(head, &mut reader), &mut reader)
}

fn published(reader: &mut Reader<'_, '_>) -> Option<Published> {
    let mut inner = reader.within("published")?;
    Some(Published {
        decision: inner.name("decision").map(|name| name.value),
        signed: inner.date("signed"),
        effective: inner.date("effective"),
        in_national_database: inner.date("in_national_database"),
    })
}

/// What is asked of the applicant, and what comes of it.
fn asked(procedure: Procedure, reader: &mut Reader<'_, '_>) -> Procedure {
    let dossier = reader
        .within("dossier")
        .map(|mut inner| (inner.count("sets"), inner.each("documents", document::read), inner.get("guidance").is_some()));
    let (sets, documents, guided) = dossier.unwrap_or_default();
    let limits = reader.get("time_limit").map(|node| time_limit::read(node, reader.problems));
    Procedure {
        cases: reader.get("cases").map(parts::cases).unwrap_or_default(),
        sets,
        documents,
        guided,
        forms: reader.each("forms", form::read),
        channels: reader.each("channels", channel::read),
        limits: limits.unwrap_or_default(),
        steps: reader.each("steps", step::read),
        conditions: reader.each("conditions", parts::condition),
        fees: reader.each("fees", fee::read),
        results: reader.each("results", result::read),
        needs: reader.names("needs"),
        volume: reader.each("volume", parts::volume),
        accepted: reader.each("accepted", acceptance::read),
        ..procedure
    }
}

/// How the office handles it, and where the file came from.
fn about_handling(mut procedure: Procedure, reader: &mut Reader<'_, '_>) -> Procedure {
    procedure.partial_online_because = reader.within("partial_online_because").and_then(|inner| inner.name("reason"));
    if let Some(mut inner) = reader.within("supplement") {
        procedure.supplement_requests = inner.count("requests");
        procedure.supplement_notice = inner.duration("notice_in");
    }
    if let Some(inner) = reader.within("delay") {
        let place = inner.get("apology").map(|node| node.span).unwrap_or_default();
        procedure.apology = inner.flag("apology").map(|yes| Spanned::new(yes, place));
        procedure.new_appointments = inner.count("new_appointments");
    }
    if let Some(inner) = reader.within("handling") {
        procedure.processed = inner.name("processed");
        procedure.received_on = inner.name("received_on");
        procedure.synchronised_with = inner.names("synchronised_with");
        procedure.synchronised_nowhere = inner.node.get("synchronised_with").is_some_and(Node::is_null);
    }
    procedure.by_hand = reader.get("imported").is_none();
    let published = procedure.published.as_ref().and_then(|published| published.signed);
    procedure.written = procedure.valid.from.or(published);
    if let Some(mut inner) = reader.within("imported") {
        procedure.updated = inner.date("updated");
        procedure.written = procedure.written.max(procedure.updated);
        procedure.not_in_source = inner.known_names("not_in_source", KEYS);
        procedure.imported_from = inner.name("from").map(|name| name.value);
        procedure.by_program = procedure.imported_from.is_some() && inner.flag("restated") != Some(true);
    }
    procedure
}
