//! What a report rests on, so that it can be made again: the day, the program, the rules, the registers, the files, and every figure.

use std::fmt::Write as _;

use crate::{
    date::Date,
    files::{self, Store},
    lint::Linted,
    register::{Costs, Range},
    rule::RuleSet,
};

/// What a report rests on.
#[derive(Clone, Debug)]
pub struct Trace {
    /// The day whose law applies.
    pub as_of: Date,
    /// The version of the program.
    pub version: &'static str,
    /// The command that was given.
    pub command: String,
    /// How many rules were asked, and a hash of them.
    pub rules: (usize, String),
    /// How many instruments the registers hold, and a hash of what ships with the program.
    pub registers: (usize, String),
    /// The files that were read, each with the hash of its text (XXH3, 64 bits).
    pub files: Vec<(String, String)>,
}

/// A figure that costs were reckoned with.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its name: `hour`, `minutes.visit`, `charges.copy`.
    pub name: String,
    /// Its values.
    pub value: Range,
    /// Whether nobody measured it.
    pub is_default: bool,
    /// The source in which it was read.
    pub source: Option<String>,
    /// Where in it.
    pub place: Option<String>,
}

pub(super) fn of(linted: &Linted, store: &Store, rules: &RuleSet, command: &str) -> Trace {
    let hash = |texts: Vec<(String, &str)>| {
        let all = texts.into_iter().fold(String::new(), |mut all, (path, text)| {
            // Writing into a string cannot fail.
            let _infallible = writeln!(all, "{path}\n{text}");
            all
        });
        format!("{:016x}", files::hash_of(&all))
    };
    let mut read: Vec<(String, String)> =
        linted.files.iter().map(|(file, hash)| (store.name(*file).to_owned(), format!("{hash:016x}"))).collect();
    read.sort();
    Trace {
        as_of: linted.world.as_of,
        version: env!("CARGO_PKG_VERSION"),
        command: command.to_owned(),
        rules: (rules.rules.len(), hash(files::rules())),
        registers: (linted.world.registers.instruments.len(), hash(files::registers())),
        files: read,
    }
}

/// The figures that the registers and the settings give.
pub(super) fn figures(costs: &Costs) -> Vec<Figure> {
    let parameters = costs.parameters.iter();
    let figure = |(name, one): (&String, &crate::register::Parameter)| Figure {
        name: name.clone(),
        value: one.value,
        is_default: one.is_default,
        source: one.source.clone(),
        place: one.place.clone(),
    };
    parameters.map(figure).collect()
}
