//! Strokes on the model: each changes what the procedure says as the same stroke changes its file.

use serde_json::Value;

use crate::{
    duration::Duration,
    model::{Alternative, Channel, Document, Form, Limit, Outcome, Procedure, Query, Step},
    money::Money,
    simplify::stroke::{Stroke, number, pieces},
    span::{Span, Spanned},
};

/// Does `stroke` to a procedure; what it does not lead to stays as it is.
pub fn strike(procedure: &mut Procedure, stroke: &Stroke) {
    let pieces = pieces(stroke.at());
    match stroke {
        Stroke::Remove(_) => remove(procedure, &pieces),
        Stroke::Set(_, value) => set(procedure, &pieces, value),
        Stroke::Add(_, value) => add(procedure, &pieces, value),
    };
}

fn remove(procedure: &mut Procedure, pieces: &[&str]) -> Option<()> {
    let [.., place] = pieces else { return None };
    let at = number(place)?;
    match *pieces {
        ["dossier", "documents", _] => take(&mut procedure.documents, at)?,
        ["dossier", "documents", document, "used_by", _] => take(&mut procedure.documents.get_mut(number(document)?)?.used_by, at)?,
        ["conditions", _] => take(&mut procedure.conditions, at)?,
        ["steps", _] => take(&mut procedure.steps, at)?,
        ["steps", step, "after", _] => take(&mut procedure.steps.get_mut(number(step)?)?.after, at)?,
        ["steps", step, "uses", _] => take(&mut procedure.steps.get_mut(number(step)?)?.uses, at)?,
        ["fees", _] => take(&mut procedure.fees, at)?,
        ["forms", _] => take(&mut procedure.forms, at)?,
        ["forms", form, "fields", _] => take(&mut procedure.forms.get_mut(number(form)?)?.fields, at)?,
        ["forms", form, "fields", field, "used_by", _] => {
            take(&mut procedure.forms.get_mut(number(form)?)?.fields.get_mut(number(field)?)?.used_by, at)?;
        }
        ["accepted", _] => take(&mut procedure.accepted, at)?,
        _ => return None,
    }
    unsay(procedure, pieces)
}

fn take<T>(list: &mut Vec<T>, at: usize) -> Option<()> {
    (at < list.len()).then(|| drop(list.remove(at)))
}

/// A list that holds nothing any more says nothing.
fn unsay(procedure: &mut Procedure, pieces: &[&str]) -> Option<()> {
    let [list, _] = *pieces else { return Some(()) };
    let empty = match list {
        "conditions" => procedure.conditions.is_empty(),
        "steps" => procedure.steps.is_empty(),
        "fees" => procedure.fees.is_empty(),
        "forms" => procedure.forms.is_empty(),
        "accepted" => !procedure.accepted.iter().any(|one| one.line.is_none()),
        _ => false,
    };
    if empty {
        procedure.said.retain(|(name, _)| *name != list);
    }
    Some(())
}

fn set(procedure: &mut Procedure, pieces: &[&str], value: &Value) -> Option<()> {
    match *pieces {
        ["dossier", "sets"] => procedure.sets = Some(spanned(value.as_i64()?)),
        ["dossier", "documents", at, ref below @ ..] => return document(procedure.documents.get_mut(number(at)?)?, below, value),
        ["channels", at, key] => return channel(procedure.channels.get_mut(number(at)?)?, key, value),
        ["steps", at, ref below @ ..] => return step(procedure.steps.get_mut(number(at)?)?, below, value),
        ["fees", at, "amount"] => procedure.fees.get_mut(number(at)?)?.amount = Money::parse(value.as_str()?),
        ["results", at, key] => return result(procedure.results.get_mut(number(at)?)?, key, value),
        ["time_limit", at, "in"] => procedure.limits.get_mut(number(at)?)?.within = length(value),
        ["time_limit"] => {
            procedure.limits = vec![Limit { within: length(value), ..Limit::default() }];
            say(procedure, "time_limit");
        }
        ["forms", at, "interactive"] => procedure.forms.get_mut(number(at)?)?.interactive = value.as_bool(),
        ["forms", at, "fields", field, "prefill"] => {
            procedure.forms.get_mut(number(at)?)?.fields.get_mut(number(field)?)?.prefill = words(value);
        }
        ["handling", "processed"] => procedure.processed = name(value),
        ["accepted", at, "at"] => procedure.accepted.get_mut(number(at)?)?.at = words(value),
        _ => return None,
    }
    Some(())
}

fn document(document: &mut Document, below: &[&str], value: &Value) -> Option<()> {
    match *below {
        ["obtained_by"] => document.obtained_by = words(value),
        ["query"] => document.query = Some(Box::new(Query { source: name(value.get("source")?), ..Query::default() })),
        ["query", "source"] => document.query.as_mut()?.source = name(value),
        ["format"] => document.format = name(value),
        ["originals"] => document.originals = Some(spanned(value.as_i64()?)),
        ["copies"] => document.copies = Some(spanned(value.as_i64()?)),
        ["as"] => {
            let forms = forms(value);
            match document.alternatives.iter_mut().find(|one| one.at.is_none()) {
                Some(own) => own.forms = forms,
                None => {
                    let (title, legal_basis) = (document.title.clone(), document.legal_basis.clone());
                    document.alternatives.push(Alternative { title, legal_basis, forms, ..Alternative::default() });
                }
            }
        }
        ["any_of", one, "as"] => {
            let one = number(one);
            document.alternatives.iter_mut().find(|alternative| alternative.at == one)?.forms = forms(value);
        }
        _ => return None,
    }
    Some(())
}

fn channel(channel: &mut Channel, key: &str, value: &Value) -> Option<()> {
    match key {
        "level" => channel.level = name(value),
        "compare_original" => channel.compare_original = value.as_bool(),
        "signature" => channel.signature = name(value),
        _ => return None,
    }
    Some(())
}

fn step(step: &mut Step, below: &[&str], value: &Value) -> Option<()> {
    match *below {
        ["in"] => {
            step.within = length(value);
            step.unlimited = false;
        }
        ["medium"] => step.medium = name(value),
        ["visits", "online"] => *step.visits.get_mut(1)? = value.as_i64(),
        _ => return None,
    }
    Some(())
}

fn result(result: &mut Outcome, key: &str, value: &Value) -> Option<()> {
    match key {
        "electronic" => result.electronic = value.as_bool(),
        "stored_in" => {
            result.stored_in = name(value);
            result.stored_nowhere = false;
        }
        _ => return None,
    }
    Some(())
}

fn add(procedure: &mut Procedure, pieces: &[&str], value: &Value) -> Option<()> {
    match *pieces {
        ["steps", at, "after"] => procedure.steps.get_mut(number(at)?)?.after.extend(name(value)),
        ["fees", at, "pay"] => procedure.fees.get_mut(number(at)?)?.pay.extend(name(value)),
        ["channels"] => {
            let by = words(value.get("by")?)?;
            procedure.channels.push(Channel { by, level: value.get("level").and_then(name), ..Channel::default() });
            say(procedure, "channels");
        }
        _ => return None,
    }
    Some(())
}

/// A key says something from now on; nothing in the text yet shows where.
fn say(procedure: &mut Procedure, key: &'static str) {
    if procedure.place(key).is_none() {
        procedure.said.push((key, Span::default()));
    }
}

fn spanned<T>(value: T) -> Spanned<T> {
    Spanned::new(value, Span::default())
}

fn words(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn name(value: &Value) -> Option<Spanned<String>> {
    words(value).map(spanned)
}

fn length(value: &Value) -> Option<Spanned<Duration>> {
    value.as_str().and_then(Duration::parse).map(spanned)
}

fn forms(value: &Value) -> Vec<Spanned<Form>> {
    let words: Vec<&str> =
        value.as_array().map_or_else(|| value.as_str().into_iter().collect(), |all| all.iter().filter_map(Value::as_str).collect());
    words.into_iter().filter_map(Form::named).map(spanned).collect()
}
