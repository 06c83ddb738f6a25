//! A record and what was understood of it, put together to a procedure.

use crate::{
    import::{
        agencies, bases,
        cases::Cases,
        channels, conditions, dossier, fees, limits,
        procedure::{Origin, Procedure, Published},
        record::Record,
        results,
        shape::{Many, Vi},
        steps,
        tally::Tally,
        words,
    },
    recognise::Lexicon,
    text,
};

/// The procedure that `record` publishes; `from` and `file` say where it was read, `sector` overrides its field.
pub(super) fn procedure(
    record: &Record,
    from: &'static str,
    file: &str,
    sector: Option<&str>,
    lexicon: &Lexicon,
    tally: &mut Tally,
) -> Procedure {
    let mut cases = Cases::default();
    let (mut dossier, forms) = dossier::of(record, &mut cases, lexicon, tally);
    let rows = record.dossier.iter().flat_map(|part| part.rows.iter().map(|row| row.name.as_str()));
    let words: Vec<&str> = rows.chain([record.steps.as_str()]).collect();
    dossier.sets = steps::sets(&words.join("\n"));
    let time_limit = limits::of(record, &mut cases, tally);
    let (authority, authority_says) = agencies::authority(&record.agencies);
    let (audience, unknown) = agencies::audience(&record.subjects);
    tally.add("kinds of applicants not known", unknown);
    tally.add("agencies not known", usize::from(authority_says.is_some()));
    let results = results::of(record, lexicon, tally);
    results::come_back(record, lexicon, &mut dossier.documents);
    let empty = dossier.documents.is_empty() && dossier.guidance.is_empty();
    let mut procedure = Procedure {
        procedure: record.code.clone(),
        title: Vi::new(&record.name),
        sector: sector.map_or_else(|| agencies::sector(&record.sector), str::to_owned),
        level: Many(record.levels.clone()),
        authority,
        authority_says,
        audience,
        issued_by: agencies::province(&record.publisher),
        legal_basis: bases::of(&record.bases, &record.name, tally),
        published: published(record),
        cases: cases.into_list(),
        dossier: (!empty).then_some(dossier),
        forms,
        channels: channels::of(record),
        partial_online_because: channels::partial(record),
        time_limit,
        supplement: steps::supplement(&record.steps),
        delay: steps::delay(&record.steps),
        conditions: conditions::of(&record.conditions, tally),
        fees: fees::of(record, tally),
        results,
        imported: Origin { from, file: file.to_owned(), updated: record.updated.clone(), ..Origin::default() },
    };
    silences(record, &mut procedure);
    procedure
}

fn published(record: &Record) -> Option<Published> {
    let published = Published {
        decision: record.decision.clone(),
        signed: record.signed.clone(),
        in_national_database: record.in_national_database.clone(),
    };
    (published != Published::default()).then_some(published)
}

/// Tells fields that the format lacks from fields that the source shows empty.
fn silences(record: &Record, procedure: &mut Procedure) {
    let told = |key: &str| match key {
        "delay" => procedure.delay.is_some(),
        "supplement" => procedure.supplement.is_some(),
        "dossier.sets" => procedure.dossier.as_ref().is_some_and(|dossier| dossier.sets.is_some()),
        _ => false,
    };
    let unlisted = channels::is_unlisted(record, &procedure.channels).then_some("channels");
    let without = record.not_in_source.iter().filter(|key| !told(key)).copied().chain(unlisted).collect();
    let mut rows = record.dossier.iter().flat_map(|part| &part.rows);
    let no_papers = rows.all(|row| words::is_nothing(&row.name) || text::fold(&row.name).starts_with("không quy định"));
    let empty = [
        ("authority", record.agencies.is_empty()),
        ("audience", record.subjects.is_empty()),
        ("legal_basis", procedure.legal_basis.is_empty()),
        ("documents", no_papers),
        ("channels", record.channels.is_empty() && unlisted.is_none()),
        ("time_limit", procedure.time_limit.is_empty()),
        ("conditions", record.conditions.trim().is_empty()),
        ("results", record.results.is_empty()),
    ];
    // What has no field at all is not shown empty.
    let shown = |key: &str| !record.not_in_source.contains(&key);
    procedure.imported.not_published = empty.into_iter().filter(|(key, empty)| *empty && shown(key)).map(|(key, _)| key).collect();
    procedure.imported.not_in_source = without;
}
