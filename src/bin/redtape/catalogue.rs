//! What a run is about: settings, rules and registers, the built-in ones and the user's own.

use std::path::{Path, PathBuf};

use redtape::{
    config::{self, Config},
    files::{self, Store},
    lint,
    problem::Problem,
    register::Registers,
    rule::RuleSet,
    span::{FileId, Lines},
};

/// The name of the settings file.
const SETTINGS: &str = "redtape.yaml";

/// Settings, and the folder they stand in.
#[derive(Default)]
pub(crate) struct Settings {
    pub(crate) config: Config,
    pub(crate) folder: PathBuf,
}

/// The settings named, else those here or in a folder above; none is fine.
pub(crate) fn settings(named: Option<&Path>, store: &mut Store) -> Result<Settings, String> {
    let path = match named {
        Some(path) => Some(path.to_owned()),
        None => above(),
    };
    let Some(path) = path else { return Ok(Settings::default()) };
    let file = store.disk(path.display().to_string(), path.clone());
    let text = store.text(file).map_err(|fault| format!("{}: {}", path.display(), unreadable(&fault)))?;
    let (config, problems) = config::read(file, &text);
    refuse(&path.display().to_string(), &text, &problems)?;
    let folder = path.parent().map(Path::to_owned).unwrap_or_default();
    drop(text);
    Ok(Settings { config, folder })
}

fn above() -> Option<PathBuf> {
    let here = PathBuf::from(SETTINGS);
    if here.is_file() {
        return Some(here);
    }
    let folder = std::env::current_dir().map_or(None, Some)?;
    folder.ancestors().skip(1).map(|folder| folder.join(SETTINGS)).find(|path| path.is_file())
}

/// The built-in rules, then the user's own; `wanted` and the settings choose among them, and the format rules are always asked.
pub(crate) fn rules(settings: &Settings, store: &mut Store, wanted: &[String]) -> Result<RuleSet, String> {
    let mut rules = RuleSet::default();
    for (path, text) in files::rules() {
        add_rule(&mut rules, &path, &format!("rules/{path}"), text)?;
    }
    for folder in &settings.config.rules {
        let folder = settings.folder.join(folder);
        for path in files::discover(&folder).map_err(|error| error.to_string())? {
            let file = store.disk(path.display().to_string(), path.clone());
            let text = store.text(file).map_err(|fault| format!("{}: {}", path.display(), unreadable(&fault)))?;
            let id = path.strip_prefix(&folder).unwrap_or(&path).display().to_string().replace('\\', "/");
            add_rule(&mut rules, &id, &path.display().to_string(), &text)?;
        }
    }
    choose(rules, settings, wanted)
}

fn choose(mut rules: RuleSet, settings: &Settings, wanted: &[String]) -> Result<RuleSet, String> {
    let named = |rule: &redtape::rule::Rule, name: &String| rule.id == *name || rule.group() == name.trim_end_matches('/');
    for name in wanted.iter().chain(&settings.config.disable).chain(settings.config.severity.keys()) {
        if !rules.rules.values().any(|rule| named(rule, name)) {
            let near = redtape::text::nearest(name, rules.rules.keys().map(String::as_str));
            let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            return Err(format!("no rule is called `{name}`{near} (`redtape rules` lists them)"));
        }
    }
    let broken = |rule: &redtape::rule::Rule| rule.mandatory;
    rules.rules.retain(|_, rule| {
        let off = settings.config.disable.iter().any(|name| named(rule, name)) && !rule.mandatory;
        let chosen = wanted.is_empty() || wanted.iter().any(|name| named(rule, name));
        // Broken files must not pass in silence because somebody asked for one rule.
        (chosen && !off) || broken(rule)
    });
    Ok(rules)
}

fn add_rule(rules: &mut RuleSet, path: &str, file: &str, text: &str) -> Result<(), String> {
    let id = path.trim_end_matches(".yaml").trim_end_matches(".yml");
    rules.add(id, file, text).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        format!("a rule cannot be used:\n{}", lines.join("\n"))
    })
}

/// The built-in registers, then the user's own: where both name a thing, the user's wins.
pub(crate) fn registers(settings: &Settings, store: &mut Store) -> Result<Registers, String> {
    let mut registers = Registers::default();
    for (path, text) in files::registers() {
        let file = store.embedded(format!("registers/{path}"), text);
        add_register(&mut registers, store, file)?;
    }
    for folder in &settings.config.registers {
        for path in files::discover(&settings.folder.join(folder)).map_err(|error| error.to_string())? {
            let file = store.disk(path.display().to_string(), path);
            add_register(&mut registers, store, file)?;
        }
    }
    Ok(registers)
}

fn add_register(registers: &mut Registers, store: &Store, file: FileId) -> Result<(), String> {
    let problems = lint::add_register(registers, store, file);
    let text = store.text(file).map_err(|fault| format!("{}: {}", store.name(file), unreadable(&fault)))?;
    refuse(store.name(file), &text, &problems)
}

/// A refusal that names each problem with its place.
fn refuse(name: &str, text: &str, problems: &[Problem]) -> Result<(), String> {
    if problems.is_empty() {
        return Ok(());
    }
    let lines = Lines::new(text);
    let said = problems.iter().take(20).map(|problem| {
        let place = lines.place(problem.span.range().start);
        let expected = if problem.expected.is_empty() { String::new() } else { format!("; expected {}", problem.expected) };
        let near = problem.near.as_ref().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        format!("{name}:{}:{}: {}: {}{expected}{near}", place.line, place.column, problem.kind.word(), problem.found)
    });
    Err(said.collect::<Vec<_>>().join("\n"))
}

fn unreadable(fault: &files::Fault) -> String {
    match fault {
        files::Fault::Unreadable(says) => says.clone(),
        files::Fault::NotUtf8(at) => format!("not UTF-8 from byte {at} on; save it as UTF-8"),
    }
}
