//! What is known of a difference: of a local version from its norm, or of a procedure from what it was before.

use crate::link::{
    Against, Difference, Linked, World,
    known::{BOOL, DECIMAL_OR_NULL, Row, TEXT, TEXT_OR_NULL, TEXTS, facts, said, strings, title},
    subject::Subject,
};

/// One row for each word a rule may use after `difference.`.
pub(super) const DIFFERENCE: &[Row] = facts![Subject::Difference(linked, one), world;
    ("against", TEXT, "against what it is held: `norm`, the national version, or `earlier`, what the procedure was before", against(one), catalogue),
    ("kind", TEXT, "what differs: `document-added`, `limit-longer`, `channel-lost` and the like; from a norm only `document-added`, `sets-more`, `limit-longer`, `condition-added`, `step-added`, `fee-added` and `fee-more`", one.kind, catalogue),
    ("part", TEXT, "in what part of the procedure: the key under which it stands, as `dossier` or `legal_basis`; empty for the whole", one.pointer.split('/').nth(1).unwrap_or_default(), catalogue),
    ("grade", TEXT, "what it means for whoever applies: `heavier`, `lighter` or `neutral`", one.grade.word(), catalogue),
    ("kind_said", TEXT, "the same in the language of the run", said::word("difference", one.kind, &world.language), catalogue),
    ("before", TEXT, "what stood there before, as it is written; empty where nothing did, and for a norm", before(one), catalogue),
    ("now", TEXT, "what stands there now, as it is written; empty where nothing does", one.now.as_str(), catalogue),
    ("before_said", TEXT, "what stood there before, a length of time in the language of the run", said::duration(before(one), &world.language), catalogue),
    ("now_said", TEXT, "what stands there now, the same way", said::duration(&one.now, &world.language), catalogue),
    ("values_said", TEXT, "what it is about and, where there is one, the value before and now, as a clause to stand behind a sentence", values(one, world), catalogue),
    ("asked", TEXT, "whether the law in force asks for what is heavier than before: `asked`, `allowed`, `not-asked` or `unknown`", one.demand.says.word(), catalogue),
    ("approved", BOOL, "whether decisions.yaml names a document that approves it and still counts", one.is_approved(), catalogue),
    ("approval_over", BOOL, "whether it names one that counts no longer", one.approval.as_ref().is_some_and(|approval| !approval.holds), catalogue),
    ("cost_a_year", DECIMAL_OR_NULL, "what the change alone costs more in a year, as a rule; null where that is not known", one.year.map(|year| year.base), catalogue),
    ("norm_code", TEXT, "the code of the norm", one.ground.norm.as_str(), catalogue),
    ("norm_found", TEXT, "how the norm was found: `named` by the local version, of the `same-code`, or `matched` by a reviewed list of titles", one.ground.found, catalogue),
    ("known", TEXT, "how completely the register knows what the law lays down of that element of the norm", one.ground.known.word()),
    ("own_texts", TEXTS, "the texts of the province that the local version cites; one of them may lay the difference down", strings(&one.ground.own_texts)),
    ("delegated", BOOL, "whether a provision in force leaves that element to somebody else to lay down", one.ground.delegated),
    ("what", TEXT, "what the local version asks for", one.what.as_str(), catalogue),
    ("norm", TEXT, "what the norm says instead; empty where it says nothing", one.norm.as_str(), catalogue),
    ("what_said", TEXT, "what the local version asks for, a length of time in the language of the run", said::duration(&one.what, &world.language), catalogue),
    ("norm_said", TEXT_OR_NULL, "what the norm says instead, the same way; null where it says nothing",
        Some(one.norm.as_str()).filter(|norm| !norm.is_empty()).map(|norm| said::duration(norm, &world.language)), catalogue),
    ("lawful", BOOL, "whether a provision in force lays the added thing down, or allows so long a limit or so high a fee", is_lawful(linked, one), catalogue),
    ("confidence", TEXT, "how sure it is a fault. Against a norm: `presumed` where the register knows all the law on that element and nothing lets the province add, else `undetermined`; against an earlier version: how sure it is that the law does not ask for it", difference_confidence(one), catalogue),
    ("who", TEXTS, "who can change it", if one.against == Against::Earlier && !one.demand.who.is_empty() { strings(&one.demand.who) } else { strings(&linked.publisher) }),
];

fn against(one: &Difference) -> &'static str {
    match one.against {
        Against::Norm => "norm",
        Against::Earlier => "earlier",
    }
}

fn before(one: &Difference) -> &str {
    if one.against == Against::Earlier { &one.norm } else { "" }
}

/// `: residence certificate`, `: 5 working days → 10 working days`.
fn values(one: &Difference, world: &World) -> String {
    let language = &world.language;
    let named = |name: &String| title(world.registers.evidence.get(name).map(|known| &known.title), name, language).to_owned();
    let said = |value: &String| said::duration(&named(value), language);
    let values = match (one.norm.is_empty(), one.now.is_empty()) {
        (false, false) => format!("{} → {}", said(&one.norm), said(&one.now)),
        (true, false) => said(&one.now),
        (false, true) => said(&one.norm),
        (true, true) => String::new(),
    };
    let what = said(&one.what);
    let of_value = one.what == one.norm || one.what == one.now;
    let parts: Vec<String> = [if of_value { String::new() } else { what }, values].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { String::new() } else { format!(": {}", parts.join(": ")) }
}

/// A difference from the norm that the law itself demands or allows, by what the register knows of either code.
fn is_lawful(linked: &Linked, one: &Difference) -> bool {
    let at = |list: &str, at: usize| one.pointer == format!("{list}/{at}");
    let document = linked.documents.iter().any(|other| at("/dossier/documents", other.at) && !other.law.cites.is_empty());
    let limit = linked.limits.iter().any(|other| at("/time_limit", other.at) && other.lawful.is_some() && !other.exceeds);
    let condition = linked.conditions.iter().any(|other| at("/conditions", other.at) && !other.law.cites.is_empty());
    let fee = linked.fees.iter().any(|other| at("/fees", other.at) && !other.law.cites.is_empty() && !other.exceeds);
    one.ground.laid_down || document || limit || condition || fee
}

/// How sure a difference is a fault: a locality may lay something down itself where a text entrusts it, and a register that is not
/// complete may not know the text.
fn difference_confidence(one: &Difference) -> &'static str {
    if one.against == Against::Earlier {
        return one.demand.confidence.word();
    }
    let ground = &one.ground;
    let complete = ground.known > crate::confidence::Confidence::Undetermined;
    if complete && !ground.delegated && ground.own_texts.is_empty() { "presumed" } else { "undetermined" }
}
