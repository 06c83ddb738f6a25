//! The parts of one procedure, each joined with what the registers say of it.

use std::sync::Arc;

use crate::{
    citation::Citation,
    confidence::Confidence,
    link::{
        alternative::LinkedAlternative,
        basis::LegalBasis,
        burden::Bill,
        concept::ConceptUse,
        conflict::Conflict,
        difference::{Difference, Past},
        excess::Excess,
        givers::Givers,
        graph::Relations,
        lapse::Lapse,
        pace::Pace,
        partial::Partial,
        prescribed::Prescribed,
        reuse::Holder,
        template::Template,
        uses::InstrumentUse,
    },
    model::{Bounds, Condition, Document, Fee, Field, FormSheet, Limit, Procedure},
    problem::Problem,
    span::Span,
};

/// What the law says of one element: is it laid down, where, and how sure are we where it is not.
#[derive(Clone, Debug, Default)]
pub struct Ground {
    /// The provisions that lay it down.
    pub cites: Vec<Citation>,
    /// Where the register holds the first of them.
    pub place: Option<Span>,
    /// How complete the register is: how sure it is that what is not among the provisions is not in law.
    pub known: Confidence,
    /// Whether the question can be asked at all: the element was understood well enough to be looked for.
    pub askable: bool,
    /// Who can change it, lowest first.
    pub who: Vec<&'static str>,
}

/// A document of the dossier, linked.
#[derive(Clone, Debug)]
pub struct LinkedDocument {
    /// The document.
    pub document: Document,
    /// Its place in the list.
    pub at: usize,
    /// The types of evidence that will do, as written or as recognised in its title.
    pub evidence: Vec<String>,
    /// Whether it is a form that the applicant makes.
    pub self_made: bool,
    /// Whether its words are open.
    pub vague: bool,
    /// What the law says of it.
    pub law: Ground,
    /// Whether the law asks for a certified copy or an original; nothing where that is not known.
    pub lightest_lawful: Option<&'static str>,
    /// Who already holds what it proves.
    pub holder: Option<Box<Holder>>,
    /// In what it is asked for more strictly than the law says.
    pub excess: Vec<Excess>,
    /// By whom it is already let go, where the procedure does not ask for it any more.
    pub let_go: Option<Box<Holder>>,
    /// The procedures of this catalogue that give it, and those among them that the same office settles.
    pub givers: Option<Arc<(Givers, Givers)>>,
    /// Who must confirm it though the applicant writes it himself, in the words of its title.
    pub confirmer: Option<String>,
    /// The places in the list of those before it that show only the same.
    pub same_as: Vec<usize>,
    /// Who holds a part of what it proves.
    pub partial: Option<Box<Partial>>,
    /// The data source that the office reads instead of asking for it, where that is known.
    pub reads: Option<String>,
    /// The papers of which one will do, each by itself; none where there is only one.
    pub alternatives: Vec<LinkedAlternative>,
    /// What its words tell of the template on which it is to be made.
    pub template: Template,
}

/// A time limit, linked.
#[derive(Clone, Debug)]
pub struct LinkedLimit {
    /// The limit.
    pub limit: Limit,
    /// Its place in the list.
    pub at: usize,
    /// What the law says of it.
    pub law: Ground,
    /// The longest that the law allows in any case, as written, where the register knows one.
    pub lawful: Option<String>,
    /// Whether it is longer than that for certain.
    pub exceeds: bool,
}

/// A fee, linked.
#[derive(Clone, Debug)]
pub struct LinkedFee {
    /// The fee.
    pub fee: Fee,
    /// Its place in the list.
    pub at: usize,
    /// What the law says of it.
    pub law: Ground,
    /// The most that the law allows in any case, as written, where the register knows one.
    pub lawful: Option<String>,
    /// Whether it is more than that.
    pub exceeds: bool,
    /// How many more fees no provision lays down: the first of them speaks for all.
    pub more: usize,
}

/// A condition, linked.
#[derive(Clone, Debug)]
pub struct LinkedCondition {
    /// The condition.
    pub condition: Condition,
    /// Its place in the list.
    pub at: usize,
    /// What the law says of it.
    pub law: Ground,
    /// The bounds that the law sets, where these are stricter than every provision.
    pub lawful: Option<Bounds>,
    /// Whether some of those provisions hold for a case only.
    pub by_case: bool,
}

/// A field of a form, linked.
#[derive(Clone, Debug)]
pub struct LinkedField {
    /// The field.
    pub field: Field,
    /// The form it belongs to.
    pub form: String,
    /// The places of form and field in their lists.
    pub at: (usize, usize),
    /// The data source that holds what it asks for, and how sure it is that it can be used.
    pub holder: Option<(String, Confidence)>,
    /// Whether the registers know a concept of that name.
    pub known_concept: bool,
}

/// A form, linked: its own fields have moved to [`Linked::fields`].
#[derive(Clone, Debug)]
pub struct LinkedForm {
    /// The form.
    pub form: FormSheet,
    /// Its place in the list.
    pub at: usize,
}

/// What the law says of the steps of one procedure.
#[derive(Clone, Debug, Default)]
pub struct StepLaw {
    /// The sorts of steps that are laid down.
    pub kinds: Vec<String>,
    /// How complete the register is on its steps.
    pub known: Confidence,
}

/// One procedure, with its parts, joined with the registers and the rest of the catalogue.
#[derive(Clone, Debug)]
pub struct Linked {
    /// The procedure; the parts below have moved out of it.
    pub procedure: Procedure,
    /// What it costs.
    pub bill: Bill,
    /// Its documents.
    pub documents: Vec<LinkedDocument>,
    /// Its forms.
    pub forms: Vec<LinkedForm>,
    /// The fields of its forms.
    pub fields: Vec<LinkedField>,
    /// Its time limits.
    pub limits: Vec<LinkedLimit>,
    /// Its fees.
    pub fees: Vec<LinkedFee>,
    /// Its conditions.
    pub conditions: Vec<LinkedCondition>,
    /// The instruments it cites.
    pub uses: Vec<InstrumentUse>,
    /// The law it names as its ground, as a whole and part by part.
    pub bases: Vec<LegalBasis>,
    /// What it relies on and what ends on a known day.
    pub lapses: Vec<Lapse>,
    /// What the law lays down for it.
    pub prescribed: Vec<Prescribed>,
    /// Where the law in force contradicts itself about it.
    pub conflicts: Vec<Conflict>,
    /// How it differs from its norm, and from what it was before.
    pub differences: Vec<Difference>,
    /// What it was before, where the catalogue is compared with an earlier version.
    pub past: Option<Past>,
    /// What the law says of its time limit, though it may have none.
    pub limit_law: Ground,
    /// What the law says of its steps.
    pub step_law: StepLaw,
    /// The limit that the law sets, as written, where the register knows one.
    pub lawful_limit: Option<String>,
    /// What the law says of the number of sets.
    pub sets_law: Ground,
    /// The most sets that the law allows in any case, where the register knows it.
    pub lawful_sets: Option<i64>,
    /// The concepts that its forms ask for.
    pub concepts: Vec<ConceptUse>,
    /// How its steps stand to its limits.
    pub pace: Pace,
    /// Who published it, and so can change the publication.
    pub publisher: Vec<&'static str>,
    /// The components that a publication must have and that this one lacks.
    pub missing: Vec<&'static str>,
    /// What it is to the other procedures of the catalogue.
    pub relations: Relations,
    /// How many of the same name came before it in the catalogue.
    pub ordinal: usize,
    /// How many of the same name, under another title, came before it.
    pub repeats: usize,
}

/// Something that could not be understood, with the procedure it stands in.
#[derive(Clone, Debug)]
pub struct FileProblem {
    /// The problem.
    pub problem: Problem,
    /// The code of the procedure it stands in, where one could be read.
    pub code: Option<String>,
}

/// An acceptance, and what became of it.
#[derive(Clone, Debug)]
pub struct AcceptanceUse {
    /// The acceptance.
    pub acceptance: crate::model::Acceptance,
    /// Its place in the list.
    pub at: usize,
    /// Whether a rule of that name was asked.
    pub known: bool,
    /// Whether that rule can be accepted at all.
    pub mandatory: bool,
    /// Whether its time is over.
    pub expired: bool,
    /// How many findings it silenced.
    pub used: usize,
}
