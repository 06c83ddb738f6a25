//! What a procedure of the catalogue costs its applicants, and how that stands among the others.

use std::sync::OnceLock;

use rust_decimal::Decimal;

use crate::{
    cost::{self, Cost, Fields, Parts},
    link::linked::Linked,
    model::Procedure,
    register::Registers,
};

/// From how many procedures on it can be said which are the dearest tenth.
const ENOUGH: usize = 20;

/// What one procedure costs, found out when it is first asked: several facts ask.
#[derive(Clone, Debug, Default)]
pub struct Bill(OnceLock<Option<Cost>>);

/// What a joined procedure costs; nothing where the registers give no parameters.
pub(super) fn of<'l>(linked: &'l Linked, registers: &Registers) -> Option<&'l Cost> {
    linked.bill.0.get_or_init(|| reckoned(linked, registers)).as_ref()
}

fn reckoned(linked: &Linked, registers: &Registers) -> Option<Cost> {
    let procedure = &linked.procedure;
    let fields = |form: &str| Fields::of(linked.fields.iter().filter(|field| field.form == form).map(|one| &one.field));
    let parts = Parts {
        documents: linked.documents.iter().map(|one| &one.document).collect(),
        sets: procedure.sets.as_ref().map_or(1, |sets| sets.value),
        forms: linked.forms.iter().map(|one| (&one.form, fields(&one.form.id))).collect(),
        channels: &procedure.channels,
        steps: &procedure.steps,
        fees: linked.fees.iter().map(|one| &one.fee).collect(),
        results: &procedure.results,
        cases: &procedure.cases,
        volume: &procedure.volume,
    };
    cost::of(&parts, registers)
}

/// What an average case of a procedure costs as a rule, as it was read.
pub(super) fn base(procedure: &Procedure, registers: &Registers) -> Option<Decimal> {
    let fields = |id: &str| Fields::of(procedure.forms.iter().filter(|form| form.id == id).flat_map(|form| &form.fields));
    let parts = Parts { forms: procedure.forms.iter().map(|form| (form, fields(&form.id))).collect(), ..Parts::of(procedure) };
    cost::of(&parts, registers).map(|cost| cost.case.base)
}

/// The cost that nine of ten procedures of a catalogue do not exceed; nothing where there are too few of them.
pub(super) fn dearest_tenth(costs: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let mut costs: Vec<Decimal> = costs.collect();
    costs.sort_unstable();
    if costs.len() < ENOUGH { None } else { costs.get(costs.len() * 9 / 10).copied() }
}
