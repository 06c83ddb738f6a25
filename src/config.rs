//! `redtape.yaml`: the settings of a catalogue.

use std::collections::BTreeMap;

use crate::{
    confidence::Confidence,
    date::Date,
    link::Thresholds,
    model::Reader,
    problem::Problem,
    register::Costs,
    rule::{Persona, Severity},
    schema,
    span::FileId,
    yaml,
};

/// The settings of a catalogue; what is absent is left to the flags and the defaults.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The language of messages.
    pub language: Option<String>,
    /// The day whose law applies.
    pub as_of: Option<Date>,
    /// From which severity on the run fails; `Some(None)` is never.
    pub fail_on: Option<Option<Severity>>,
    /// For whom rules speak.
    pub persona: Option<Persona>,
    /// How sure a finding must be to be shown.
    pub min_confidence: Option<Confidence>,
    /// Folders of procedures.
    pub procedures: Vec<String>,
    /// Folders of registers beside the built-in ones.
    pub registers: Vec<String>,
    /// Folders of rules beside the built-in ones.
    pub rules: Vec<String>,
    /// Rules that are not asked.
    pub disable: Vec<String>,
    /// Severities by rule.
    pub severity: BTreeMap<String, Severity>,
    /// For whom rules speak, set otherwise by rule or by group of rules.
    pub personas: BTreeMap<String, Persona>,
    /// What holds below some paths only, the later entry before the earlier.
    pub paths: Vec<ForPath>,
    /// With which law the program comes.
    pub profile: Profile,
    /// What work and charges cost, set otherwise than the register says.
    pub costs: Costs,
    /// From where on something is too much.
    pub thresholds: Thresholds,
}

/// What holds below one path only.
#[derive(Clone, Debug, Default)]
pub struct ForPath {
    /// A file or a folder, from the settings' own folder.
    pub path: String,
    /// Rules, or groups of rules, that are not asked there.
    pub disable: Vec<String>,
    /// Severities there, by rule or by group of rules.
    pub severity: BTreeMap<String, Severity>,
}

/// With which law the program comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// The registers of Viet Nam, and every rule.
    #[default]
    VietNam,
    /// No country's: no built-in register, and only the rules that rest on no law.
    Core,
}

/// The settings that `text` holds, and everything that is wrong with them.
pub fn read(file: FileId, text: &str) -> (Config, Vec<Problem>) {
    let (tree, mut problems) = yaml::parse(file, text);
    let Some(node) = tree.documents.first().filter(|node| !node.is_null()) else { return (Config::default(), problems) };
    let mut found = Vec::new();
    let mut reader = Reader::new(node, &mut found);
    let plain = |names: Vec<crate::span::Spanned<String>>| names.into_iter().map(|name| name.value).collect();
    let word = |key: &str| reader.name(key).map(|name| name.value);
    let config = Config {
        language: word("language"),
        fail_on: word("fail_on").map(|word| Severity::named(&word)),
        persona: word("persona").and_then(|word| Persona::named(&word)),
        min_confidence: word("min_confidence").and_then(|word| Confidence::named(&word)),
        severity: by_rule(reader.get("severity"), Severity::named),
        personas: by_rule(reader.get("personas"), Persona::named),
        profile: if word("profile").as_deref() == Some("core") { Profile::Core } else { Profile::VietNam },
        procedures: plain(reader.names("procedures")),
        registers: plain(reader.names("registers")),
        rules: plain(reader.names("rules")),
        disable: plain(reader.names("disable")),
        thresholds: reader.within("thresholds").map_or_else(Thresholds::default, |inner| Thresholds::read(&inner)),
        costs: reader.within("costs").map_or_else(Costs::default, |mut inner| {
            let mut costs = Costs::default();
            costs.take(&mut inner);
            costs
        }),
        as_of: reader.date("as_of"),
        paths: reader.each("paths", |inner| ForPath {
            path: inner.name("path").map(|path| path.value).unwrap_or_default(),
            disable: inner.names("disable").into_iter().map(|name| name.value).collect(),
            severity: by_rule(inner.get("severity"), Severity::named),
        }),
    };
    // What the reader says of a value is nearer to it than what the schema says.
    let refused = schema::check(schema::Kind::Config, node);
    problems.extend(refused.into_iter().filter(|one| !found.iter().any(|other| other.span == one.span)));
    problems.extend(found);
    problems.sort_by_key(|problem| problem.span.range().start);
    (config, problems)
}

/// What a map from rules to words says.
fn by_rule<T>(node: Option<&yaml::Node<'_>>, named: impl Fn(&str) -> Option<T>) -> BTreeMap<String, T> {
    let entries = node.map_or(&[][..], yaml::Node::entries).iter();
    entries.filter_map(|entry| Some((entry.key.value.clone().into_owned(), entry.value.text().and_then(&named)?))).collect()
}
