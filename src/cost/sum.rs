//! The bill of one procedure: its lines, weighed by case and by channel.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::{
    cost::{Cost, Line, Parts, document},
    model::Channel,
    register::{Costs, Range, Registers},
    span::Spanned,
    text,
};

/// A bill being made: what it took from the parameters, and what it lacked.
pub struct Sum<'p> {
    parts: &'p Parts<'p>,
    costs: &'p Costs,
    missing: BTreeSet<&'static str>,
    defaults: BTreeSet<String>,
}

/// What a procedure of those `parts` costs by the parameters of the registers; nothing where these give no income of an hour.
pub fn of(parts: &Parts<'_>, registers: &Registers) -> Option<Cost> {
    let costs = &registers.costs;
    let hour = costs.parameter("hour")?;
    let mut sum = Sum { parts, costs, missing: BTreeSet::new(), defaults: BTreeSet::new() };
    let hour = sum.took("hour", hour.is_default, hour.value);
    let mut lines: Vec<Line> = parts.documents.iter().filter_map(|one| document::line(one, registers, &mut sum)).collect();
    lines.extend(parts.forms.iter().filter(|(_, fields)| fields.open > 0).map(|(form, fields)| {
        let minutes = sum.asked("minutes.field") * Range::exactly(Decimal::from(fields.open));
        Line { kind: "form", of: form.id.clone(), minutes, charges: Range::default() }
    }));
    let visits = sum.ways(&mut lines);
    sum.fees(&mut lines);
    let dossiers = parts.volume.iter().filter(|one| one.dossiers.is_some()).max_by_key(|one| one.year).and_then(|one| one.dossiers);
    if dossiers.is_none() {
        sum.lacks("volume");
    }
    let minute = Range::exactly(Decimal::ONE / Decimal::from(60));
    let case = lines.iter().fold(Range::default(), |all, line| all + line.minutes * minute * hour + line.charges);
    Some(Cost {
        currency: costs.currency.clone(),
        case: case.rounded(),
        exact: case,
        year: dossiers.map(|count| (case * Range::exactly(Decimal::from(count))).rounded()),
        dossiers,
        visits,
        lines,
        missing: sum.missing.into_iter().collect(),
        defaults: sum.defaults.into_iter().collect(),
    })
}

impl Sum<'_> {
    /// The parameter of that name, remembered where nobody measured it; nothing where no register gives it.
    pub(super) fn asked(&mut self, name: &str) -> Range {
        let Some(parameter) = self.costs.parameter(name) else {
            self.lacks("parameters");
            return Range::default();
        };
        self.took(name, parameter.is_default, parameter.value)
    }

    fn took(&mut self, name: &str, is_default: bool, value: Range) -> Range {
        if is_default && !self.defaults.contains(name) {
            self.defaults.insert(name.to_owned());
        }
        value
    }

    /// Remembers that something was not known.
    pub(super) fn lacks(&mut self, what: &'static str) {
        self.missing.insert(what);
    }

    /// The usual income of an hour.
    pub(super) fn hour(&self) -> Decimal {
        self.costs.parameter("hour").map_or(Decimal::ZERO, |hour| hour.value.base)
    }

    /// Whether the fields of the form of that name are listed, so that filling it in is counted field by field.
    pub(super) fn lists(&self, form: &str) -> bool {
        self.parts.forms.iter().any(|(sheet, fields)| sheet.id == form && fields.listed > 0)
    }

    /// How many sets are handed in.
    pub(super) fn sets(&self) -> i64 {
        self.parts.sets.max(1)
    }

    /// In what share of the dossiers something is asked for: by the shares of its cases; where these are not known, in none at the
    /// least, in every second one, in all at the most.
    pub(super) fn weight(&mut self, cases: &[Spanned<String>], worded: bool) -> Range {
        if cases.is_empty() && !worded {
            return Range::exactly(Decimal::ONE);
        }
        let named = cases.iter().map(|name| self.parts.cases.iter().find(|case| case.id.value == name.value));
        let shares: Option<Vec<Decimal>> = named.map(|case| case.and_then(|case| case.share)).collect();
        match shares {
            Some(shares) if !shares.is_empty() && !worded => Range::exactly(shares.iter().sum::<Decimal>().min(Decimal::ONE)),
            _ => {
                self.lacks("case-shares");
                Range { low: Decimal::ZERO, base: Decimal::ONE / Decimal::from(2), high: Decimal::ONE }
            }
        }
    }

    /// The shares of the ways to apply: as stated; else the same for each, and that is remembered.
    fn shares(&mut self) -> Vec<(&Channel, Decimal)> {
        let channels = self.parts.channels;
        let stated: Option<Vec<Decimal>> = channels.iter().map(|one| one.share).collect();
        let whole = stated.as_ref().map(|shares| shares.iter().sum::<Decimal>()).filter(|whole| !whole.is_zero());
        if let (Some(stated), Some(whole)) = (stated, whole) {
            return channels.iter().zip(stated.into_iter().map(|share| share / whole)).collect();
        }
        match channels.len() {
            // Who knows no way to apply knows no visit either: the bill is a part of what it costs.
            0 => self.lacks("channels"),
            1 => (),
            _ => self.lacks("channel-shares"),
        }
        let same = Decimal::ONE / Decimal::from(channels.len().max(1));
        channels.iter().map(|one| (one, same)).collect()
    }

    /// Handing in, coming and sending, by the way one applies. How often one comes in an average case is returned.
    fn ways(&mut self, lines: &mut Vec<Line>) -> Range {
        let counted = self.parts.steps.iter().any(|step| step.visits.iter().any(Option::is_some));
        if !counted && !self.parts.channels.is_empty() {
            self.lacks("visits");
        }
        let shares: Vec<(String, Decimal)> = self.shares().into_iter().map(|(one, share)| (one.by.clone(), share)).collect();
        let mut all = Range::default();
        for (by, share) in shares {
            let share = Range::exactly(share);
            let visits = if counted { Range::exactly(Decimal::from(self.counted(&by))) } else { self.usual(&by) };
            all = all + visits * share;
            let line = |kind, minutes, charges| Line { kind, of: by.clone(), minutes, charges };
            if visits.high > Decimal::ZERO {
                let (minutes, charges) = (self.asked("minutes.visit"), self.asked("charges.visit"));
                lines.push(line("visit", minutes * visits * share, charges * visits * share));
            }
            match by.as_str() {
                "online" => lines.push(line("submit", self.asked("minutes.submit-online") * share, Range::default())),
                "post" => lines.push(line("post", self.asked("minutes.post") * share, self.asked("charges.post") * share)),
                _ => (),
            }
        }
        all
    }

    /// How often one must come who applies this way, by the steps.
    fn counted(&self, by: &str) -> i64 {
        let column = match by {
            "in-person" => 0,
            "online" => 1,
            _ => 2,
        };
        self.parts.steps.iter().filter_map(|step| step.visits.get(column).copied().flatten()).sum()
    }

    /// How often one comes where no step says so: at a counter to hand in, and as a rule to fetch; from home only to fetch what is not electronic.
    fn usual(&self, by: &str) -> Range {
        let electronic = self.parts.results.iter().all(|one| one.electronic == Some(true));
        let visits = |low: i64, base: i64, high: i64| Range { low: low.into(), base: base.into(), high: high.into() };
        match by {
            "in-person" => visits(1, 2, 2),
            "online" if !electronic => visits(0, 0, 1),
            _ => Range::default(),
        }
    }

    /// Fees whose amount is known; the others are remembered as lacking. Of several rows under one name an applicant pays one: the least, the
    /// lower middle (Circular 02/2017/TT-VPCP Art. 27, principles) and the most of them.
    fn fees(&mut self, lines: &mut Vec<Line>) {
        let mut rows: BTreeMap<String, Vec<Range>> = BTreeMap::new();
        for fee in &self.parts.fees {
            let share = self.weight(&fee.cases, false);
            match &fee.amount {
                Some(amount) if amount.currency == self.costs.currency => {
                    let name = text::fold(fee.title.said("vi"));
                    rows.entry(name).or_default().push(Range::exactly(amount.amount) * share);
                }
                _ => self.lacks("fees"),
            }
        }
        for (of, mut rows) in rows {
            rows.sort_by_key(|row| row.base);
            if rows.len() > 1 {
                self.lacks("fees");
            }
            let (least, most) = (rows.first(), rows.last());
            let Some(middle) = rows.get((rows.len() - 1) / 2) else { continue };
            let charges =
                Range { low: least.map_or(middle.low, |row| row.low), base: middle.base, high: most.map_or(middle.high, |row| row.high) };
            lines.push(Line { kind: "fee", of, minutes: Range::default(), charges });
        }
    }
}
