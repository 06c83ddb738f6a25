//! What a run is about: settings, rules and registers, the built-in ones and the user's own.

use std::{collections::BTreeMap, path::Path};

use redtape::{
    config::Profile,
    files::{self, Store},
    lint::{self, BuiltIn},
    problem::Problem,
    register::Registers,
    rule::{self, Rule, RuleSet},
    span::{FileId, Lines},
};

use crate::settings::Settings;

/// How many problems of one file are named.
const MOST: usize = 20;

/// A path as it is shown: from here where it lies below.
pub(crate) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let below = path.strip_prefix(&here).map_or(None, Some).filter(|_| path.is_absolute() && here.parent().is_some());
    let path = below.filter(|below| !below.as_os_str().is_empty()).unwrap_or(path);
    path.strip_prefix("./").unwrap_or(path).display().to_string()
}

/// What ships with the program, as far as the profile lets it count; it stands in front of all other files.
pub(crate) fn built_in(settings: &Settings, store: &mut Store) -> BuiltIn {
    let core = settings.config.profile == Profile::Core;
    let registers = if core { Vec::new() } else { files::registers() };
    let files: Vec<FileId> = registers.into_iter().map(|(path, text)| store.embedded(format!("registers/{path}"), text)).collect();
    lint::built_in(store, &files)
}

/// All rules: the built-in ones, then the user's own.
pub(crate) fn rules(settings: &Settings, store: &mut Store) -> Result<RuleSet, String> {
    with_own_rules(RuleSet::built_in(), settings, store)
}

/// The built-in rules, as far as the profile lets them count, then the user's own.
pub(crate) fn with_own_rules(
    built_in: Result<RuleSet, Vec<rule::Error>>,
    settings: &Settings,
    store: &mut Store,
) -> Result<RuleSet, String> {
    let mut rules = built_in.map_err(|errors| unusable(&errors))?;
    if settings.config.profile == Profile::Core {
        rules.rules.retain(|_, rule| rule.basis.is_empty());
    }
    for (folder, path) in settings.files("rules", &settings.config.rules)? {
        let name = shown(&path);
        let file = store.disk(name.clone(), path.clone());
        let text = store.text(file).map_err(|fault| format!("{name}: {}", unreadable(&fault)))?;
        let id = path.strip_prefix(&folder).unwrap_or(&path).display().to_string().replace('\\', "/");
        let id = id.trim_end_matches(".yaml").trim_end_matches(".yml");
        rules.add(id, &name, &text).map_err(|errors| unusable(&errors))?;
    }
    Ok(rules)
}

/// The rules that are asked: those of `wanted`, or all, without those the settings turn off; the mandatory ones always.
pub(crate) fn choose(mut rules: RuleSet, settings: &Settings, wanted: &[String]) -> Result<RuleSet, String> {
    let named = |rule: &Rule, name: &String| rule.id == *name || rule.group() == name.trim_end_matches('/');
    let config = &settings.config;
    let by_path = config.paths.iter().flat_map(|one| one.disable.iter().chain(one.severity.keys()));
    let by_settings = config.disable.iter().chain(config.severity.keys()).chain(config.personas.keys()).chain(by_path);
    let asked = wanted.iter().map(|name| ("--rule", name)).chain(by_settings.map(|name| (settings.file.as_str(), name)));
    for (from, name) in asked {
        if !rules.rules.values().any(|rule| named(rule, name)) {
            return Err(format!("{from}: {}", unknown(&rules, name)));
        }
    }
    let off = config.disable.iter().chain(config.paths.iter().flat_map(|one| &one.disable));
    if let Some(name) = off.into_iter().find(|name| rules.rules.get(*name).is_some_and(|rule| rule.mandatory)) {
        let says = "tells of files that cannot be judged, and cannot be turned off; take it out of `disable`";
        return Err(format!("{}: `{name}` {says}", settings.file));
    }
    let below = config.paths.iter().flat_map(|one| &one.disable);
    if let Some(name) = below.into_iter().find(|name| rules.rules.values().any(|rule| rule.mandatory && rule.group() == *name)) {
        let says = "holds rules that tell of files that cannot be judged, and cannot be turned off below a path; name single rules";
        return Err(format!("{}: `{name}` {says}", settings.file));
    }
    rules.rules.retain(|_, rule| {
        let off = settings.config.disable.iter().any(|name| named(rule, name));
        let chosen = wanted.is_empty() || wanted.iter().any(|name| named(rule, name));
        // Broken files must not pass in silence because somebody asked for one rule.
        (chosen && !off) || rule.mandatory
    });
    Ok(rules)
}

/// That every provision a rule rests on stands in a register, or at least its instrument.
pub(crate) fn grounded(rules: &RuleSet, registers: &Registers) -> Result<(), String> {
    let unknown = rules.unknown_bases(|cite| registers.knows(cite));
    let said = unknown.iter().map(|(rule, cite)| {
        format!("the rule {rule} rests on `{cite}`, which no register holds; mend its `basis`, or add the instrument to a register")
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { Ok(()) } else { Err(said.join("\n")) }
}

/// That no rule is called so, and which was most likely meant.
pub(crate) fn unknown(rules: &RuleSet, name: &str) -> String {
    let slugs: BTreeMap<&str, &str> = rules.rules.keys().filter_map(|id| Some((id.split_once('/')?.1, id.as_str()))).collect();
    let slug = || slugs.get(redtape::text::nearest(name, slugs.keys().copied())?).copied();
    let names = rules.rules.values().flat_map(|rule| [rule.id.as_str(), rule.group()]);
    let near = redtape::text::nearest(name, names).or_else(slug);
    let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    format!("no rule and no group of rules is called `{name}`{near} (`redtape rules` lists them)")
}

fn unusable(errors: &[rule::Error]) -> String {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    format!("a rule cannot be used:\n{}", lines.join("\n"))
}

/// The built-in registers, then the user's own: where both name a thing, the user's wins.
pub(crate) fn registers(settings: &Settings, store: &mut Store) -> Result<Registers, String> {
    with_own_registers(built_in(settings, store).registers, settings, store)
}

/// The built-in registers, then the user's own.
pub(crate) fn with_own_registers(
    built_in: Result<Registers, Vec<Problem>>,
    settings: &Settings,
    store: &mut Store,
) -> Result<Registers, String> {
    let mut registers = match built_in {
        Ok(registers) => registers,
        Err(problems) => {
            let file = problems.first().map(|problem| problem.span.file).unwrap_or_default();
            refuse_register(store, file, &problems)?;
            Registers::default()
        }
    };
    for (_, path) in settings.files("registers", &settings.config.registers)? {
        let file = store.disk(shown(&path), path);
        let problems = lint::add_register(&mut registers, store, file);
        refuse_register(store, file, &problems)?;
    }
    registers.costs.overlay(&settings.config.costs);
    Ok(registers)
}

fn refuse_register(store: &Store, file: FileId, problems: &[Problem]) -> Result<(), String> {
    let text = store.text(file).map_err(|fault| format!("{}: {}", store.name(file), unreadable(&fault)))?;
    refuse(store.name(file), &text, problems).map_err(|says| format!("a register cannot be used:\n{says}"))
}

/// A refusal that names each problem with its place.
pub(crate) fn refuse(name: &str, text: &str, problems: &[Problem]) -> Result<(), String> {
    if problems.is_empty() {
        return Ok(());
    }
    let (lines, name) = (Lines::new(text), redtape::text::line(name));
    let mut problems: Vec<&Problem> = problems.iter().collect();
    problems.sort_by_key(|problem| problem.span.range().start);
    let said = problems.iter().take(MOST).map(|problem| {
        let place = lines.place(problem.span.range().start);
        let expected = if problem.expected.is_empty() { String::new() } else { format!("; expected: {}", problem.expected) };
        let near = problem.near.as_ref().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        format!("{name}:{}:{}: {}: {}{expected}{near}", place.line, place.column, problem.kind.word(), problem.found)
    });
    let mut said: Vec<String> = said.collect();
    if problems.len() > MOST {
        said.push(format!("and {} more", problems.len() - MOST));
    }
    Err(said.join("\n"))
}

/// Why a file could not be read, and what to do.
pub(crate) fn unreadable(fault: &files::Fault) -> String {
    match fault {
        files::Fault::Unreadable(says) => says.clone(),
        files::Fault::NotUtf8(at) => format!("not UTF-8 from byte {at} on; save it as UTF-8"),
    }
}
