//! What the applicant receives, and which papers come back to him because of it.

use crate::{
    import::{document::Document, procedure::Outcome, record::Record, shape::Vi, tally::Tally, words},
    recognise::Lexicon,
    text,
};

/// The results of `record`, each once.
pub(super) fn of(record: &Record, lexicon: &Lexicon, tally: &mut Tally) -> Vec<Outcome> {
    let mut results: Vec<Outcome> = Vec::new();
    for name in &record.results {
        let title = words::bare(name);
        let outcome = Outcome { evidence: evidence(&title, lexicon), title: Vi::new(title) };
        if !outcome.title.vi.is_empty() && !results.contains(&outcome) {
            tally.count("results");
            tally.add("results of no known type", usize::from(outcome.evidence.is_none()));
            results.push(outcome);
        }
    }
    results
}

/// The type of paper that `title` surely means: none where it may be another one instead.
fn evidence(title: &str, lexicon: &Lexicon) -> Option<String> {
    let reading = lexicon.read(title);
    let [one] = reading.evidence.as_slice() else { return None };
    // What stands after "hoặc" may not come, and what is "kèm" is the applicant's own, given back with a stamp.
    let first = title.split(" hoặc ").next().and_then(|part| part.split(" kèm").next()).unwrap_or_default();
    let sure = reading.form_about.is_none() && lexicon.read(first).evidence.contains(one);
    sure.then(|| one.clone())
}

/// Marks the papers that the procedure itself gives, and that may be brought as originals: it renews or changes them.
pub(super) fn come_back(record: &Record, lexicon: &Lexicon, documents: &mut [Document]) {
    let titles: Vec<String> = record.results.iter().map(|name| words::bare(name)).collect();
    let given: Vec<String> = titles.iter().flat_map(|title| lexicon.read(title).evidence).collect();
    let heads: Vec<String> = titles.iter().map(|title| head(title)).collect();
    for document in documents {
        let original = document.kind.is_empty() || document.kind.0.contains(&"original");
        let title = text::fold(&document.title.vi);
        let named = heads.iter().any(|head| head == BARE && title.starts_with(head));
        document.handed_back |= original && document.evidence.as_ref().is_some_and(|id| named || given.contains(id));
    }
}

/// A result that says no more than this is a certificate of the kind the dossier names.
const BARE: &str = "giấy chứng nhận";

/// The first of the papers in a title.
fn head(title: &str) -> String {
    let folded = text::fold(title);
    let first = folded.split([';', ',', '(', '.']).next().unwrap_or_default();
    first.split(" hoặc ").next().unwrap_or_default().trim().to_owned()
}
