//! `redtape rules new` and `redtape rules test`: a catalogue's own rules.

use std::path::{Path, PathBuf};

use redtape::{
    example,
    files::{self, Store},
    rule::RuleSet,
    text,
};

use crate::{
    catalogue, code,
    flags::{NewRuleFlags, TestRulesFlags},
    out,
    settings::{self, Settings},
};

/// A rule to start from.
const RULE: &str = include_str!("init/rule.yaml");

/// Writes a rule with an example that fails until the rule is finished.
pub(crate) fn new(flags: &NewRuleFlags) -> Result<u8, String> {
    let settings = settings::read(flags.config.as_deref(), &mut Store::default())?;
    let folder = settings.config.rules.first().map_or("rules", String::as_str);
    let path = settings.folder.join(folder).join(format!("{}.yaml", flags.id));
    let shown = text::line(&catalogue::shown(&path)).into_owned();
    if path.exists() {
        return Err(format!("{shown}: there is a file of that name; choose another name, or change that rule"));
    }
    let (group, slug) = flags.id.split_once('/').unwrap_or((flags.id.as_str(), ""));
    files::replace(&path, RULE.replace("GROUP", group).replace("SLUG", slug).as_bytes()).map_err(|error| error.to_string())?;
    let mut words = format!("written  {shown}\n");
    if settings.config.rules.is_empty() {
        words.push_str(&format!("Next: write `rules: [{folder}]` into redtape.yaml, so that `redtape check` asks it.\n"));
    }
    words.push_str(&format!("Then: redtape rules test {shown}\n"));
    out::print(&words)?;
    Ok(code::CLEAN)
}

/// Runs the examples of rule files.
pub(crate) fn test(flags: &TestRulesFlags) -> Result<u8, String> {
    let settings = settings::read(flags.config.as_deref(), &mut Store::default())?;
    let files = named(flags, &settings)?;
    let mut words = String::new();
    let (mut passed, mut failed) = (0_usize, 0_usize);
    for path in &files {
        let (id, name) = (id(path), text::line(&catalogue::shown(path)).into_owned());
        let mut store = Store::default();
        let file = store.disk(name.clone(), path.clone());
        let text = store.text(file).map_err(|fault| format!("{name}: {}", catalogue::unreadable(&fault)))?;
        let mut rules = RuleSet::default();
        rules.add(&id, &name, &text).map_err(|errors| {
            let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
            format!("a rule cannot be used:\n{}", lines.join("\n"))
        })?;
        for (at, one) in rules.rules.values().flat_map(|rule| &rule.examples).enumerate() {
            match example::hold(&rules, one) {
                Ok(()) => {
                    passed += 1;
                    words.push_str(&format!("ok      {id}, example {}\n", at + 1));
                }
                Err(says) => {
                    failed += 1;
                    words.push_str(&format!("FAILED  {id}, example {}\n", at + 1));
                    words.extend(says.lines().map(|line| format!("          {}\n", text::line(line))));
                }
            }
        }
    }
    if files.is_empty() {
        out::complain("no rule file in what was named");
        return Ok(code::NOTHING);
    }
    words.push_str(&format!("{} of {} examples hold.\n", passed, passed + failed));
    out::print(&words)?;
    Ok(if failed > 0 { code::FINDINGS } else { code::CLEAN })
}

/// What is named, else the folders that the settings name.
fn named(flags: &TestRulesFlags, settings: &Settings) -> Result<Vec<PathBuf>, String> {
    let paths = if flags.paths.is_empty() {
        if settings.config.rules.is_empty() {
            return Err(
                "no rule files were named, and redtape.yaml names no folder of rules; name a file, or write `rules: [rules]`".to_owned()
            );
        }
        settings.config.rules.iter().map(|folder| settings.folder.join(folder)).collect()
    } else {
        flags.paths.clone()
    };
    files::discover_all(&paths).map_err(|error| error.to_string())
}

/// The id of a rule by its path: the folder is the group.
fn id(path: &Path) -> String {
    let slug = path.file_stem().unwrap_or_default().to_string_lossy();
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let group = whole.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    format!("{group}/{slug}")
}
