//! A row taken apart: its clauses, the names in them, and what each name does there.

use super::clause::{self, Span};
use super::item::{self, Head};
use super::name::Mention;
use super::place::{self, Role, Tie};
use super::script::Script;
use super::{Lexicon, condition, phrase};

/// What one clause yields.
pub(super) struct Clause {
    /// Where it stands.
    pub(super) span: Span,
    /// Where it states conditions.
    pub(super) zones: Vec<Span>,
    /// What stands at its head.
    pub(super) head: Head,
    /// Where its head stands.
    pub(super) start: usize,
    /// The names in it, each with its role.
    pub(super) named: Vec<(Mention, Role)>,
}

impl Clause {
    /// The names that it asks for.
    pub(super) fn asked(&self) -> impl Iterator<Item = Mention> + '_ {
        self.named.iter().filter(|(_, role)| *role == Role::Asked).map(|(mention, _)| *mention)
    }

    /// Whether it names a part of the dossier, known or not.
    pub(super) fn counts(&self) -> bool {
        self.head != Head::Remark && (self.asked().next().is_some() || matches!(self.head, Head::Form | Head::Paper))
    }

    /// Whether the words at `at` state a condition.
    pub(super) fn is_condition(&self, at: usize) -> bool {
        self.zones.iter().any(|zone| zone.holds(at))
    }
}

/// The clauses of a row, each with the names in it and their roles.
pub(super) fn clauses(lexicon: &Lexicon, script: &Script) -> Vec<Clause> {
    let folded = script.folded.as_str();
    let mentions = lexicon.names.find(folded);
    let build = |span: Span| {
        // "ảnh màu chụp từ bản chính" is no photograph of a person.
        let named = |mention: &&Mention| span.holds(mention.start) && !folded[mention.end..].starts_with(" chụp từ");
        let inside: Vec<Mention> = mentions.iter().filter(named).copied().collect();
        let zones = condition::find(folded, span, &inside);
        let roles = place::roles(folded, span, &zones, &inside, |form, next, context| {
            if goes_on(lexicon, folded, form, next, context) {
                Some(Tie::Same)
            } else {
                closes(lexicon, folded, form, context).then_some(Tie::Listed)
            }
        });
        let (head, place) = item::head(folded, span, &zones);
        // A known paper at the head is asked for, whatever rule about it follows.
        let known = inside.iter().zip(&roles).any(|(mention, role)| mention.start == place && *role == Role::Asked);
        let head = if head == Head::Remark && known { Head::Paper } else { head };
        Clause { span, zones, head, start: place, named: inside.into_iter().zip(roles).collect() }
    };
    let spans = clause::split(script).into_iter().filter(|span| folded[span.start..span.end].contains(char::is_alphabetic));
    spans.map(build).collect()
}

/// Whether `next`, named after `form`, is but the paper that the form is about once more: "tờ trình thẩm định báo cáo …/ báo cáo …".
fn goes_on(lexicon: &Lexicon, folded: &str, form: &Mention, next: &Mention, context: &str) -> bool {
    let inner = || {
        let names = lexicon.names.all(&folded[form.start..form.end]);
        names.iter().any(|inner| inner.entry == next.entry)
    };
    let apart = context.contains([',', ';', ':']) || phrase::holds(context, &["kèm", "kèm theo", "và", "bản sao", "bản chính"]);
    lexicon.self_made[form.entry] && next.entry != form.entry && !apart && inner()
}

/// Whether a paper joined to `form` by `context` belongs to what the form asks for: "đơn đề nghị cấp … hoặc …".
fn closes(lexicon: &Lexicon, folded: &str, form: &Mention, context: &str) -> bool {
    let name = &folded[form.start..form.end];
    let ends = || lexicon.names.all(name).iter().any(|inner| !lexicon.self_made[inner.entry] && inner.end == name.len());
    let context = place::strip(context);
    let joined = phrase::tail(context, &["hoặc", "và", "hay"]).is_some() && phrase::holds(name, &["cấp"])
        || context.ends_with('/')
        || context == "," && phrase::holds(name, &["cấp bản sao"]);
    lexicon.self_made[form.entry] && joined && ends()
}
