//! The content of the report that is put on a table: the plan, a page for each procedure, what is not known, and what all of it rests on.
//!
//! One content for every form it is written in. It holds no words but those of the procedures and of the findings; whoever shows it chooses
//! the others.

mod cut;
mod line;
mod page;
mod test;
mod text;
mod trace;

use std::collections::BTreeMap;

pub use cut::Cut;
pub use line::{Line, What};
pub use page::Page;
pub use test::Test;
pub use text::{Amended, Text};
pub use trace::{Figure, Trace};

use crate::{
    files::{Error, Store},
    finding::Finding,
    lint::Linted,
    model::Words,
    plan::{self, Aim, Plan},
    report::{self, Choice, Report},
    rule::RuleSet,
};

/// For whom the report is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The office that settles the procedures: what it can do, and what it must propose.
    #[default]
    Agency,
    /// The province: what Decree 63/2010/NĐ-CP, art. 31, asks of its review.
    Province,
    /// A ministry: what is proposed to be changed in its texts.
    Ministry,
}

/// A result of one procedure that another asks for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flow {
    /// The code of the procedure that gives it.
    pub from: String,
    /// The code of the one that asks for it.
    pub to: String,
    /// What that calls it.
    pub title: String,
}

/// Everything that a report says.
#[derive(Debug)]
pub struct Review {
    /// The title, where one was given.
    pub title: Option<String>,
    /// For whom it is.
    pub audience: Audience,
    /// The findings shown, placed and counted, the undetermined ones among them.
    pub report: Report,
    /// What to change, and what that saves.
    pub plan: Plan,
    /// A page for each procedure, in the order of the plan.
    pub pages: Vec<Page>,
    /// The texts of law that would have to be changed, by who can change them, the lowest first.
    pub texts: Vec<Amended>,
    /// Which result feeds which dossier.
    pub flows: Vec<Flow>,
    /// The figures that costs were reckoned with.
    pub figures: Vec<Figure>,
    /// What agencies are called, by their name in the registers.
    pub agencies: BTreeMap<String, Words>,
    /// What is needed to make the report again.
    pub trace: Trace,
}

/// What was asked for.
#[derive(Debug, Default)]
pub struct Wish {
    /// The title.
    pub title: Option<String>,
    /// For whom.
    pub audience: Audience,
    /// What the plan is to reach.
    pub aim: Aim,
    /// The command that was given.
    pub command: String,
}

/// Puts the content together. A file that changed since it was judged is an error.
pub fn make(linted: Linted, store: &Store, choice: &Choice, rules: &RuleSet, wish: Wish) -> Result<Review, Error> {
    let shown = |finding: &&Finding| choice.grade(&mut (*finding).clone(), store.name(finding.span.file));
    let findings: Vec<&Finding> = linted.judged.findings.iter().filter(shown).collect();
    let plan = plan::make(&linted.world, &findings, &wish.aim);
    let mut pages: Vec<Page> =
        linted.world.procedures.iter().zip(&plan.procedures).map(|(linked, one)| page::of(linked, one, store)).collect();
    let registers = std::sync::Arc::clone(&linted.world.registers);
    let mut flows: Vec<Flow> = linted.world.procedures.iter().flat_map(flows).collect();
    flows.sort();
    flows.dedup();
    let trace = trace::of(&linted, store, rules, &wish.command);
    let mut report = report::assemble(linted, store, choice)?;
    report.again.clone_from(&wish.command);
    page::place(&mut pages, &plan, &report);
    Ok(Review {
        title: wish.title,
        audience: wish.audience,
        texts: text::all(&plan, &registers),
        figures: trace::figures(&registers.costs),
        agencies: registers.agencies.iter().map(|(name, agency)| (name.clone(), agency.title.clone())).collect(),
        report,
        plan,
        pages,
        flows,
        trace,
    })
}

fn flows(linked: &crate::link::Linked) -> Vec<Flow> {
    let to = &linked.procedure.code.value;
    let feeds = linked.relations.feeds.iter();
    feeds.map(|feed| Flow { from: feed.giver.code.clone(), to: to.clone(), title: feed.title.clone() }).collect()
}
