//! What the law in force lays down for one procedure, each element once, and whether the procedure states it.

use std::collections::BTreeMap;

use crate::{
    citation::Citation,
    confidence::Confidence,
    link::{
        ground::Lookup,
        linked::{LinkedCondition, LinkedDocument},
        reuse,
    },
    model::{Procedure, Words},
    recognise,
    register::{Element, Prescription, Provision, Registers},
    span::Span,
};

/// What the law in force lays down for a procedure: one element of one name, by however many provisions.
#[derive(Clone, Debug)]
pub struct Prescribed {
    /// The element.
    pub element: Element,
    /// The papers of which one will do, or the name of the condition.
    pub names: Vec<String>,
    /// The provisions.
    pub cites: Vec<Citation>,
    /// Where the register holds the first of them.
    pub place: Option<Span>,
    /// The cases in which alone it is laid down; none where some provision lays it down for every case.
    pub cases: Vec<Words>,
    /// Whether the procedure states it: `yes`, `no`, or `unclear` where its own words were not fully understood.
    pub stated: &'static str,
    /// Whether a provision lets it go, or a data source holds it, so that its absence may be lawful.
    pub let_go: bool,
    /// Whether the provisions lay it down for this procedure alone, and not for many.
    pub own: bool,
    /// How sure it is that the law says so still: how completely the element is known, and whether the provisions hold.
    pub known: Confidence,
}

impl Prescribed {
    /// What no two prescriptions of one procedure share.
    pub fn key(&self) -> String {
        format!("{}/{}", self.element.word(), self.names.join("|"))
    }

    /// The key of the procedure under which it would stand.
    pub fn home(&self) -> &'static str {
        if self.element == Element::Condition { "conditions" } else { "dossier" }
    }
}

/// What the law lays down for `procedure`: its documents and its conditions.
pub(super) fn of(
    lookup: &Lookup<'_>,
    procedure: &Procedure,
    documents: &[LinkedDocument],
    conditions: &[LinkedCondition],
) -> Vec<Prescribed> {
    let mut all = of_element(lookup, Element::Document, |row| row.evidence.clone());
    for one in &mut all {
        one.stated = states(lookup.registers, procedure, documents, &one.names);
        one.let_go = lets_go(lookup, procedure, &one.names);
    }
    let mut named = of_element(lookup, Element::Condition, |row| row.condition.iter().cloned().collect());
    for one in &mut named {
        one.stated = states_condition(lookup, conditions, &one.names);
    }
    all.append(&mut named);
    all
}

/// The rows of one element that name this very procedure, those of the same names together.
fn of_element(lookup: &Lookup<'_>, element: Element, names: impl Fn(&Prescription) -> Vec<String>) -> Vec<Prescribed> {
    let law = lookup.law(element);
    let mut grouped: BTreeMap<Vec<String>, Vec<(&Provision, &Prescription)>> = BTreeMap::new();
    for (provision, row) in law.rows.iter().filter(|(_, row)| row.procedure == lookup.code && !row.optional) {
        let mut names = names(row);
        names.sort();
        names.dedup();
        if !names.is_empty() {
            grouped.entry(names).or_default().push((provision, row));
        }
    }
    let group = |(names, rows): (Vec<String>, Vec<(&Provision, &Prescription)>)| {
        let always = rows.iter().any(|(_, row)| row.case.is_none());
        let mut cites: Vec<Citation> = rows.iter().map(|(provision, _)| provision.cite.clone()).collect();
        cites.dedup();
        let mine = |row: &Prescription| row.procedure == lookup.code;
        let shared = rows.iter().flat_map(|(provision, row)| provision.prescribes.iter().map(move |other| (row, other)));
        let own =
            shared.filter(|(_, other)| !mine(other)).all(|(row, other)| row.evidence != other.evidence || row.condition != other.condition);
        Prescribed {
            element,
            own,
            names,
            cites,
            place: rows.first().map(|(provision, _)| provision.span),
            cases: if always { Vec::new() } else { rows.iter().filter_map(|(_, row)| row.case.clone()).collect() },
            stated: "unclear",
            let_go: false,
            known: law.known,
        }
    };
    grouped.into_iter().map(group).collect()
}

/// Whether the dossier names one of those papers, a wider one or a narrower one.
fn states(registers: &Registers, procedure: &Procedure, documents: &[LinkedDocument], names: &[String]) -> &'static str {
    let wider = |one: &String, other: &String| registers.evidence.get(one).is_some_and(|known| known.part_of.contains(other));
    let same = |one: &String, other: &String| one == other || wider(one, other) || wider(other, one);
    let meets = |document: &LinkedDocument| document.evidence.iter().any(|asked| names.iter().any(|name| same(asked, name)));
    if documents.iter().any(meets) {
        return "yes";
    }
    // A paper whose type is not known, or words that leave room, may be the one.
    let open = |document: &LinkedDocument| {
        document.evidence.is_empty()
            || document.vague
            || offers_another(document)
            || document.document.equivalent
            || document.document.is_unparsed("evidence")
            || document.document.alternatives.iter().any(|other| other.evidence.is_none())
    };
    let understood = !documents.is_empty() && !documents.iter().any(open) && !procedure.guided && procedure.would_say("dossier");
    if understood { "no" } else { "unclear" }
}

/// Whether the words of a document offer a choice though only one paper was made out in them: `hộ chiếu hoặc giấy tờ thay thế`.
fn offers_another(document: &LinkedDocument) -> bool {
    document.evidence.len() < 2 && recognise::offers_choice(document.document.title.said("vi"))
}

/// Whether a provision lets one of those papers go for this procedure, or a data source takes its place.
fn lets_go(lookup: &Lookup<'_>, procedure: &Procedure, names: &[String]) -> bool {
    let waived = lookup.own.iter().chain(lookup.everywhere).flat_map(|provision| &provision.waives).any(|waiver| {
        let here = waiver.procedure.as_deref().is_some_and(|code| code == lookup.code || code == "*");
        here && names.iter().any(|name| waiver.evidence.contains(name))
    });
    waived || names.iter().any(|name| reuse::is_held(lookup.registers, procedure, name, lookup.day))
}

/// Whether the procedure states a condition of that name; only names that people gave can tell.
fn states_condition(lookup: &Lookup<'_>, conditions: &[LinkedCondition], names: &[String]) -> &'static str {
    let named = |one: &LinkedCondition| one.condition.id.as_ref().is_some_and(|id| names.contains(&id.value));
    if conditions.iter().any(named) {
        return "yes";
    }
    let clear = lookup.by_hand && !conditions.is_empty() && conditions.iter().all(|one| one.condition.id.is_some());
    if clear { "no" } else { "unclear" }
}
