//! The faults, as `defects.yaml` lists them.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_yaml::Value;

use crate::change::{Change, find};

/// A fault, and what must be said of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Defect {
    /// The rule it is made for.
    pub(crate) rule: String,
    /// The day of the run.
    #[serde(default = "day")]
    pub(crate) as_of: String,
    /// The fault.
    pub(crate) change: Vec<Change>,
    /// What the procedure must have before: pointers.
    #[serde(default)]
    has: Vec<String>,
    /// What it must not have.
    #[serde(default)]
    lacks: Vec<String>,
    /// All that must be said anew, by rule; the rule itself, where nothing is listed.
    #[serde(default)]
    speaks: Vec<String>,
    /// What may be said anew beside it, where the procedure happens to give cause.
    #[serde(default)]
    pub(crate) may: Vec<String>,
    /// Whether it is put into real procedures too.
    #[serde(default = "yes")]
    real: bool,
    /// Registers beside the built-in ones.
    pub(crate) given: Option<String>,
    /// Another procedure of the catalogue.
    pub(crate) beside: Option<String>,
    /// The one real procedure it is made for.
    pub(crate) only: Option<String>,
}

#[derive(Deserialize)]
struct File {
    defects: Vec<Defect>,
    elsewhere: BTreeMap<String, String>,
}

fn day() -> String {
    "2026-07-01".to_owned()
}

fn yes() -> bool {
    true
}

fn file() -> File {
    serde_yaml::from_str(include_str!("defects.yaml")).expect("defects.yaml can be read")
}

/// Every fault.
pub(crate) fn all() -> Vec<Defect> {
    file().defects
}

/// The rules that no text can provoke, each with the test that holds it.
pub(crate) fn elsewhere() -> BTreeMap<String, String> {
    file().elsewhere
}

impl Defect {
    /// The rule, and the first words of the change.
    pub(crate) fn name(&self) -> String {
        let first = self.change.first();
        let what = first.and_then(|change| {
            let named = [("drop", &change.drop), ("set", &change.set), ("add", &change.add)];
            named.into_iter().find_map(|(verb, pointer)| Some(format!("{verb} {}", pointer.as_ref()?)))
        });
        let many = if self.change.len() > 1 { " and more" } else { "" };
        format!("{}: {}{many} on {}", self.rule, what.unwrap_or_else(|| "text".to_owned()), self.as_of)
    }

    /// Whether it is put into real procedures too.
    pub(crate) fn is_for_real(&self) -> bool {
        self.real && self.only.is_none()
    }

    /// The rules that must speak, in order.
    pub(crate) fn expected(&self) -> Vec<String> {
        let mut expected = if self.speaks.is_empty() { vec![self.rule.clone()] } else { self.speaks.clone() };
        expected.sort();
        expected
    }

    /// The text with the fault; nothing where the fault does not fit the procedure.
    pub(crate) fn put_into(&self, base: &Value) -> Option<String> {
        let fits = self.has.iter().all(|pointer| find(base, pointer).is_some_and(|value| !value.is_null()))
            && self.lacks.iter().all(|pointer| find(base, pointer).is_none_or(Value::is_null));
        if !fits {
            return None;
        }
        let mut changed = base.clone();
        if !self.change.iter().all(|change| change.make(&mut changed)) {
            return None;
        }
        let mut text = serde_yaml::to_string(&changed).ok()?;
        self.change.iter().filter_map(|change| change.text.as_ref()).for_each(|words| text.push_str(words));
        Some(text)
    }
}
