//! What the office does itself: online, by electronic results, from what is held.

use serde_json::json;

use crate::{
    model::Procedure,
    simplify::{means::Part, stroke::Stroke},
};

/// The service, a form or the payment of a fee goes online.
pub(super) fn online(procedure: &Procedure, part: Part, with: Option<&str>) -> Vec<Stroke> {
    let set = |place: String, value: serde_json::Value| vec![Stroke::Set(place, value)];
    match part {
        Part::Procedure => service(procedure),
        Part::Channel(at) => channel(procedure, at, with),
        Part::Form(at) => {
            let sheet = procedure.forms.get(at).filter(|sheet| sheet.interactive != Some(true));
            sheet.map_or_else(Vec::new, |_| set(format!("/forms/{at}/interactive"), true.into()))
        }
        Part::Fee(at) => {
            let fee = procedure.fees.get(at).filter(|fee| !fee.pay.iter().any(|way| way.value == "online"));
            fee.map_or_else(Vec::new, |_| vec![Stroke::Add(format!("/fees/{at}/pay"), "online".into())])
        }
        _ => Vec::new(),
    }
}

/// The whole service, where it is not offered online to its end.
fn service(procedure: &Procedure) -> Vec<Stroke> {
    match procedure.channels.iter().position(|channel| channel.by == "online") {
        None => {
            let added = Stroke::Add("/channels".to_owned(), json!({"by": "online", "level": "full"}));
            std::iter::once(added).chain(visits(procedure)).collect()
        }
        Some(at) => {
            let full = procedure.channels.get(at).and_then(|channel| channel.level.as_ref()).is_some_and(|level| level.value == "full");
            // What else keeps a full service from being used is not a matter of this file.
            if full { Vec::new() } else { channel(procedure, at, None) }
        }
    }
}

/// One way to apply online: to its end, without visits, originals and ink; with that signature where one is named.
fn channel(procedure: &Procedure, at: usize, signature: Option<&str>) -> Vec<Stroke> {
    let Some(channel) = procedure.channels.get(at).filter(|channel| channel.by == "online") else { return Vec::new() };
    let place = format!("/channels/{at}");
    let set = |key: &str, value: serde_json::Value| Stroke::Set(format!("{place}/{key}"), value);
    let signed = channel.signature.as_ref().map(|signature| signature.value.as_str());
    if let Some(signature) = signature {
        return if signed == Some(signature) { Vec::new() } else { vec![set("signature", signature.into())] };
    }
    let mut strokes = Vec::new();
    if channel.level.as_ref().is_none_or(|level| level.value != "full") {
        strokes.push(set("level", "full".into()));
    }
    if channel.compare_original == Some(true) {
        strokes.push(set("compare_original", false.into()));
    }
    if signed == Some("wet") {
        strokes.push(set("signature", "none".into()));
    }
    if procedure.processed.as_ref().is_some_and(|medium| medium.value == "paper") {
        strokes.push(Stroke::Set("/handling/processed".to_owned(), "electronic".into()));
    }
    for (place, step) in procedure.steps.iter().enumerate() {
        if step.medium.as_ref().is_some_and(|medium| medium.value == "paper") {
            strokes.push(Stroke::Set(format!("/steps/{place}/medium"), "electronic".into()));
        }
    }
    strokes.extend(visits(procedure));
    strokes
}

/// Who applies online need not come.
fn visits(procedure: &Procedure) -> Vec<Stroke> {
    let come = procedure.steps.iter().enumerate().filter(|(_, step)| step.visits.get(1).copied().flatten().is_some_and(|times| times > 0));
    come.map(|(place, _)| Stroke::Set(format!("/steps/{place}/visits/online"), 0.into())).collect()
}

/// The result is issued electronically, and kept where that is named.
pub(super) fn issued(procedure: &Procedure, at: usize, store: Option<&str>) -> Vec<Stroke> {
    let Some(result) = procedure.results.get(at) else { return Vec::new() };
    let mut strokes = Vec::new();
    if result.electronic != Some(true) {
        strokes.push(Stroke::Set(format!("/results/{at}/electronic"), true.into()));
    }
    if let Some(store) = store.filter(|_| result.stored_in.is_none()) {
        strokes.push(Stroke::Set(format!("/results/{at}/stored_in"), store.into()));
    }
    strokes
}

/// The office fills the field in from what is held.
pub(super) fn prefilled(procedure: &Procedure, form: usize, at: usize) -> Vec<Stroke> {
    let field = procedure.forms.get(form).and_then(|sheet| sheet.fields.get(at));
    let open = field.filter(|field| field.prefill.as_deref().is_none_or(|prefill| prefill == "none"));
    open.map_or_else(Vec::new, |_| vec![Stroke::Set(format!("/forms/{form}/fields/{at}/prefill"), "required".into())])
}
