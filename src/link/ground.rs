//! What the law says of each part of one procedure: documents, limits, fees, conditions.

use crate::{
    confidence::Confidence,
    date::Date,
    duration::Duration,
    link::{
        law::{self, Law},
        linked::{Ground, LinkedCondition, LinkedFee, LinkedLimit},
        shelf::Shelf,
    },
    model::{Condition, Document, Fee, Form, Limit},
    register::{Coverage, Element, Prescription, Provision, Registers},
};

/// What can be looked up for one procedure on one day.
pub(super) struct Lookup<'r> {
    /// The registers.
    pub registers: &'r Registers,
    /// The code of the procedure.
    pub code: &'r str,
    /// The day.
    pub day: Date,
    /// How completely its elements are known.
    pub covered: &'r [Coverage],
    /// The provisions in force that speak of it.
    pub own: Vec<&'r Provision>,
    /// Those that speak of every procedure.
    pub everywhere: &'r [&'r Provision],
    /// The most holidays in a row that a count of working days must allow for.
    pub closed: u32,
    /// Whether people gave its parts their names: then a name is one of the register's.
    pub by_hand: bool,
    /// Who published the procedure.
    pub publisher: Vec<&'static str>,
}

impl<'r> Lookup<'r> {
    /// What can be looked up for the procedure of that code.
    pub(super) fn new(code: &'r str, shelf: &'r Shelf<'_>, by_hand: bool, publisher: Vec<&'static str>) -> Self {
        let (registers, day) = (shelf.registers, shelf.day);
        Self {
            registers,
            code,
            day,
            covered: registers.coverage.get(code).map_or(&[][..], Vec::as_slice),
            own: law::live(registers, code, day),
            everywhere: &shelf.everywhere,
            closed: shelf.closed,
            by_hand,
            publisher,
        }
    }

    /// What the law says of `element`.
    pub(super) fn law(&self, element: Element) -> Law<'r> {
        Law {
            rows: law::rows(self.own.iter().chain(self.everywhere).copied(), self.code, element),
            known: law::known_of(self.registers, self.covered, element, self.day),
        }
    }

    /// What the law says of a document: is it laid down, and in what form at the lightest.
    pub(super) fn document(
        &self,
        law: &Law<'r>,
        document: &Document,
        evidence: &[String],
        self_made: bool,
    ) -> (Ground, Option<&'static str>) {
        let asks = |row: &&(_, &'r Prescription)| row.1.evidence.iter().any(|one| evidence.contains(one));
        let rows: Vec<_> = law.rows.iter().filter(asks).collect();
        let mut ground = self.ground(law, rows.iter().map(|row| **row).collect());
        ground.askable = !evidence.is_empty() && !document.is_unparsed("evidence") && !document.vague;
        // A form may be laid down as a form and not as a document; without the forms nothing is proved of it.
        if self_made {
            let forms = self.law(Element::Form);
            if forms.rows.iter().any(|row| row.1.evidence.iter().any(|one| evidence.contains(one))) {
                ground.cites.extend(forms.rows.iter().map(|row| row.0.cite.clone()));
            }
            ground.known = ground.known.min(forms.known);
        }
        // A paper that counts only in some cases, or for which an equivalent will do, is looked for with less certainty.
        if document.equivalent || document.is_unparsed("case") {
            ground.known = ground.known.min(Confidence::Undetermined);
        }
        if ground.cites.is_empty() {
            ground.who = self.writers(
                &document
                    .legal_basis
                    .iter()
                    .filter_map(|cited| cited.citation.as_ref())
                    .map(|cite| cite.instrument.as_str())
                    .collect::<Vec<_>>(),
                ground.known,
            );
        }
        // What is heavier than every provision allows in any case is heavier than the law; a row that names no form allows none to be told.
        let lightest: Option<Vec<&Form>> = rows.iter().map(|row| row.1.forms.iter().min()).collect();
        let lightest = lightest.and_then(|forms| forms.into_iter().max()).map(|form: &Form| form.word());
        (ground, lightest)
    }

    /// A limit against the longest that the law allows in any case.
    pub(super) fn limit(&self, law: &Law<'r>, limit: Limit, at: usize) -> LinkedLimit {
        let mut ground = self.ground(law, law.rows.clone());
        ground.askable = limit.within.is_some() && !limit.unparsed;
        let longest = longest(law);
        let exceeds = match (&limit.within, longest) {
            (Some(within), Some(longest)) => within.value.surely_exceeds(longest, self.closed),
            _ => false,
        };
        LinkedLimit { limit, at, law: ground, lawful: longest.map(|longest| longest.to_string()), exceeds }
    }

    /// A fee against the most that the law allows in any case.
    pub(super) fn fee(&self, law: &Law<'r>, fee: Fee, at: usize) -> LinkedFee {
        let mut ground = self.ground(law, law.rows.clone());
        let delegated = law.rows.iter().any(|row| row.1.delegated_to.is_some());
        ground.askable = fee.amount.is_some() && !fee.unparsed && fee.set_by.is_none() && !delegated;
        // Free for some is not free for all, unless all that sets a fee is known and nothing sets an amount.
        let free = law.rows.iter().any(|row| row.1.free && (row.1.case.is_none() || law.known > Confidence::Undetermined));
        // So much a page is not so much a dossier.
        let same = law.rows.iter().filter(|row| row.1.per == fee.per);
        let amounts = same.filter_map(|row| row.1.amount.as_ref());
        let most = amounts.max_by_key(|money| money.amount);
        let exceeds = fee.amount.as_ref().is_some_and(|fee| {
            let more = most.is_some_and(|most| most.currency == fee.currency && fee.amount > most.amount);
            let not_free = most.is_none() && free && !fee.amount.is_zero();
            more || not_free
        });
        let lawful = most.map(ToString::to_string).or_else(|| free.then(|| "0 VND".to_owned()));
        LinkedFee { fee, at, law: ground, lawful, exceeds, more: 0 }
    }

    /// What the law says of the number of sets, and the most that it allows in any case.
    pub(super) fn sets(&self) -> (Ground, Option<i64>) {
        let law = self.law(Element::Copies);
        let most = law.rows.iter().filter_map(|row| row.1.sets).max();
        (self.ground(&law, law.rows.clone()), most)
    }

    /// A condition against those that the law lays down, by its name.
    pub(super) fn condition(&self, law: &Law<'r>, condition: Condition, at: usize) -> LinkedCondition {
        let name = condition.id.as_ref().map(|id| id.value.as_str());
        let rows = law.rows.iter().filter(|row| name.is_some() && row.1.condition.as_deref() == name);
        let rows: Vec<_> = rows.copied().collect();
        // Only what is stricter than every provision, whatever the case, is stricter than the law.
        let stricter = !rows.is_empty() && rows.iter().all(|row| condition.bounds.is_stricter_than(&row.1.bounds));
        let lawful = rows.first().map(|row| row.1.bounds.clone()).filter(|_| stricter);
        let by_case = rows.iter().any(|row| row.1.case.is_some());
        let mut ground = self.ground(law, rows);
        // Words cannot be compared with words; only a condition that was given its register's name can be looked for.
        ground.askable = name.is_some() && self.by_hand;
        LinkedCondition { condition, at, law: ground, lawful, by_case }
    }

    fn ground(&self, law: &Law<'r>, rows: Vec<(&'r Provision, &'r Prescription)>) -> Ground {
        let numbers: Vec<&str> = rows.iter().map(|row| row.0.cite.instrument.as_str()).collect();
        Ground {
            cites: rows.iter().map(|row| row.0.cite.clone()).collect(),
            place: rows.first().map(|row| row.0.span),
            known: law.known,
            askable: true,
            who: self.writers(&numbers, law.known),
        }
    }

    /// Who wrote the texts of those numbers; where none lays the element down for certain, the office itself and whoever published it.
    fn writers(&self, numbers: &[&str], known: Confidence) -> Vec<&'static str> {
        if numbers.is_empty() && known > Confidence::Undetermined {
            return law::lowest_first(std::iter::once("agency").chain(self.publisher.iter().copied()));
        }
        if numbers.is_empty() {
            return self.publisher.clone();
        }
        law::lowest_first(numbers.iter().map(|number| law::power(self.registers, number)))
    }
}

/// The longest limit that the law allows the procedure in any case.
pub(super) fn longest(law: &Law<'_>) -> Option<Duration> {
    let limits = law.rows.iter().filter_map(|row| row.1.within);
    limits.reduce(|longest, next| if next.days(0).1 > longest.days(0).1 { next } else { longest })
}
