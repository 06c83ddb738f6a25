//! The JSON Schemas of all that a catalogue holds, and a node held against them.

mod explain;
mod json;

use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::Value;

use crate::{problem::Problem, schema::json::Yaml, yaml::Node};

/// The kinds of file there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A procedure.
    Procedure,
    /// A register.
    Register,
    /// A rule.
    Rule,
    /// The settings of a catalogue, `redtape.yaml`.
    Config,
    /// What was decided of findings and changes, `decisions.yaml`.
    Decisions,
    /// Findings known already.
    Baseline,
    /// Which column of a spreadsheet is what, for `import --mapping`.
    Mapping,
    /// What `check --format json` prints.
    Findings,
    /// What `diff --format json` prints.
    Changes,
    /// What `redtape plan` prints.
    Plan,
    /// What `redtape report` prints.
    Report,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::Procedure,
        Self::Register,
        Self::Rule,
        Self::Config,
        Self::Decisions,
        Self::Baseline,
        Self::Mapping,
        Self::Findings,
        Self::Changes,
        Self::Plan,
        Self::Report,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Procedure => "procedure",
            Self::Register => "register",
            Self::Rule => "rule",
            Self::Config => "config",
            Self::Decisions => "decisions",
            Self::Baseline => "baseline",
            Self::Mapping => "mapping",
            Self::Findings => "findings",
            Self::Changes => "changes",
            Self::Plan => "plan",
            Self::Report => "report",
        }
    }

    /// Its JSON Schema, as published.
    pub fn text(self) -> &'static str {
        match self {
            Self::Procedure => include_str!("procedure.json"),
            Self::Register => include_str!("register.json"),
            Self::Rule => include_str!("rule.json"),
            Self::Config => include_str!("config.json"),
            Self::Decisions => include_str!("decisions.json"),
            Self::Baseline => include_str!("baseline.json"),
            Self::Mapping => include_str!("mapping.json"),
            Self::Findings => include_str!("findings.json"),
            Self::Changes => include_str!("changes.json"),
            Self::Plan => include_str!("plan.json"),
            Self::Report => include_str!("report.json"),
        }
    }

    /// Its JSON Schema, read and made ready once.
    fn schema(self) -> Option<&'static Schema> {
        static SCHEMAS: [OnceLock<Option<Schema>>; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];
        SCHEMAS.get(self as usize)?.get_or_init(|| Schema::read(self.text())).as_ref()
    }
}

/// A schema made ready, beside its own text.
struct Schema {
    value: Value,
    validator: Validator<Yaml>,
}

impl Schema {
    /// Nothing where the text is no schema; a test keeps the built-in ones from that.
    fn read(text: &str) -> Option<Self> {
        let Ok(value) = serde_json::from_str::<Value>(text) else { return None };
        match jsonschema::options_for::<Yaml>().build(&value) {
            Ok(validator) => Some(Self { value, validator }),
            Err(_) => None,
        }
    }
}

/// How many errors of one file are looked up in it; those that follow are counted, since each look goes through the maps from the top.
const MOST_EXPLAINED: usize = 1000;

/// What keeps `node` from being a file of that kind, each at the offending key.
pub fn check(kind: Kind, node: &Node<'_>) -> Vec<Problem> {
    let Some(schema) = kind.schema() else { return Vec::new() };
    if schema.validator.is_valid(node) {
        return Vec::new();
    }
    let mut errors = schema.validator.iter_errors(node);
    let first = errors.by_ref().take(MOST_EXPLAINED);
    let mut problems: Vec<Problem> = first.flat_map(|error| explain::problems(&error, &schema.value, node)).collect();
    problems.sort_by(|one, two| (one.span, &one.found).cmp(&(two.span, &two.found)));
    problems.dedup();
    problems.extend(errors.flat_map(|error| explain::unplaced(&error, node)));
    problems
}

/// Whether the built-in schemas could all be made ready; a test asks.
pub fn ready() -> bool {
    Kind::ALL.into_iter().all(is_ready)
}

/// Makes the schema of that kind ready, which takes a while the first time; whether it could be done.
pub fn is_ready(kind: Kind) -> bool {
    kind.schema().is_some()
}
