//! What one document of the dossier costs an applicant.

use rust_decimal::Decimal;

use crate::{
    cost::{Line, sum::Sum},
    model::{Alternative, Document, Form},
    register::{Evidence, Range, Registers},
};

/// The line for a document, however the applicant applies; nothing for what the office gets itself.
pub(super) fn line(document: &Document, registers: &Registers, sum: &mut Sum<'_>) -> Option<Line> {
    if document.obtained_by.as_deref().is_some_and(|by| by != "applicant") {
        return None;
    }
    let weight = sum.weight(&document.cases, document.when.is_some());
    let nothing = Alternative::default();
    let alternatives = if document.alternatives.is_empty() { std::slice::from_ref(&nothing) } else { &document.alternatives };
    // Of several that will do, the applicant brings the one that costs him least.
    let each: Vec<(Range, Range)> = alternatives.iter().map(|one| one_paper(document, one, registers, sum)).collect();
    let hour = sum.hour();
    let (minutes, charges) = each.into_iter().min_by_key(|(minutes, charges)| minutes.base * hour / Decimal::from(60) + charges.base)?;
    Some(Line { kind: "document", of: document.key(), minutes: minutes * weight, charges: charges * weight })
}

/// Minutes and charges of one paper, once.
fn one_paper(document: &Document, one: &Alternative, registers: &Registers, sum: &mut Sum<'_>) -> (Range, Range) {
    if document.form.as_ref().is_some_and(|form| sum.lists(&form.value)) {
        return (Range::default(), Range::default());
    }
    let known = one.evidence.as_ref().and_then(|name| registers.evidence.get(&name.value));
    if known.and_then(|known| known.class.as_deref()) == Some("self-made") || document.form.is_some() {
        return (sum.asked("minutes.fill-form"), Range::default());
    }
    let Some(form) = one.forms.iter().map(|form| form.value).min() else {
        sum.lacks("forms");
        return copied(document, sum);
    };
    match form {
        Form::Presented => (sum.asked("minutes.show"), Range::default()),
        Form::Electronic => (sum.asked("minutes.attach"), Range::default()),
        Form::Copy => copied(document, sum),
        Form::CertifiedCopy => {
            let copies = number_of(document.copies.as_ref().map(|count| count.value), sum);
            (sum.asked("minutes.certify"), sum.asked("charges.certified-copy") * copies)
        }
        Form::Original => (original(known, sum), Range::default()),
    }
}

fn copied(document: &Document, sum: &mut Sum<'_>) -> (Range, Range) {
    let copies = number_of(document.copies.as_ref().map(|count| count.value), sum);
    (sum.asked("minutes.copy"), sum.asked("charges.copy") * copies)
}

/// An original that others give must be got from them; what the applicant has himself is only put with the rest.
fn original(known: Option<&Evidence>, sum: &mut Sum<'_>) -> Range {
    let given = known.and_then(|known| known.class.as_deref()).is_some_and(|class| class == "public-record" || class == "certificate");
    sum.asked(if given { "minutes.obtain" } else { "minutes.show" })
}

/// At least one in each set.
fn number_of(copies: Option<i64>, sum: &Sum<'_>) -> Range {
    Range::exactly(Decimal::from(copies.unwrap_or(1).max(1).saturating_mul(sum.sets())))
}
