//! What work and charges cost an applicant: the parameters of the Standard Cost Model, each with a low, a usual and a high value.

use std::{
    collections::BTreeMap,
    ops::{Add, Mul},
};

use rust_decimal::Decimal;

use crate::model::Reader;

/// Three values of one thing: at the least, as a rule, at the most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// At the least.
    pub low: Decimal,
    /// As a rule.
    pub base: Decimal,
    /// At the most.
    pub high: Decimal,
}

impl Range {
    /// The same value three times.
    pub fn exactly(value: Decimal) -> Self {
        Self { low: value, base: value, high: value }
    }

    /// How much less `other` is, value by value.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        let less = |one: Decimal, two: Decimal| one.saturating_sub(two);
        Self { low: less(self.low, other.low), base: less(self.base, other.base), high: less(self.high, other.high) }
    }

    /// The values as whole numbers.
    #[must_use]
    pub fn rounded(self) -> Self {
        Self { low: self.low.round(), base: self.base.round(), high: self.high.round() }
    }
}

impl Add for Range {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let sum = |one: Decimal, two: Decimal| one.saturating_add(two);
        Self { low: sum(self.low, other.low), base: sum(self.base, other.base), high: sum(self.high, other.high) }
    }
}

impl Mul for Range {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let product = |one: Decimal, two: Decimal| one.saturating_mul(two);
        Self { low: product(self.low, other.low), base: product(self.base, other.base), high: product(self.high, other.high) }
    }
}

/// One parameter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameter {
    /// Its values: minutes, or money.
    pub value: Range,
    /// Whether nobody measured it: a figure to start from, marked as one wherever it shows.
    pub is_default: bool,
    /// The source in which it was read.
    pub source: Option<String>,
    /// Where in it, or how it was made of what stands there.
    pub place: Option<String>,
}

/// The parameters of a country.
#[derive(Clone, Debug, Default)]
pub struct Costs {
    /// The currency, by its three letters (ISO 4217).
    pub currency: String,
    /// Income per working hour, minutes of work and charges, by name: `hour`, `minutes.visit`, `charges.copy`.
    pub parameters: BTreeMap<String, Parameter>,
}

impl Costs {
    /// The parameter of that name; nothing at all where no register gives it.
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.get(name)
    }

    /// Takes what `other` says over what is known.
    pub fn overlay(&mut self, other: &Self) {
        if !other.currency.is_empty() {
            self.currency.clone_from(&other.currency);
        }
        self.parameters.extend(other.parameters.iter().map(|(name, one)| (name.clone(), one.clone())));
    }

    /// Gives each source its title in place of its key.
    pub(super) fn name_sources(&mut self, title: impl Fn(&str) -> Option<String>) {
        for one in self.parameters.values_mut() {
            if let Some(named) = one.source.as_deref().and_then(&title) {
                one.source = Some(named);
            }
        }
    }

    /// Takes what `reader` says over what is known; what it does not name stays.
    pub fn take(&mut self, reader: &mut Reader<'_, '_>) {
        if let Some(currency) = reader.name("currency") {
            self.currency = currency.value;
        }
        if let Some(hour) = reader.within("hour") {
            self.parameters.insert("hour".to_owned(), parameter(&hour));
        }
        for group in ["minutes", "charges"] {
            let Some(mut inner) = reader.within(group) else { continue };
            let names: Vec<String> = inner.node.entries().iter().map(|entry| entry.key.value.clone().into_owned()).collect();
            for name in names {
                if let Some(one) = inner.within(&name) {
                    self.parameters.insert(format!("{group}.{name}"), parameter(&one));
                }
            }
        }
    }
}

/// `{low, base, high}`; a bound that is not given is the usual value.
fn parameter(reader: &Reader<'_, '_>) -> Parameter {
    let base = reader.number("base").unwrap_or_default();
    let bound = |key: &str| reader.number(key).unwrap_or(base);
    let words = |key: &str| reader.name(key).map(|words| words.value);
    Parameter {
        value: Range { low: bound("low"), base, high: bound("high") },
        is_default: reader.flag("default").unwrap_or(false),
        source: words("source"),
        place: words("where"),
    }
}
