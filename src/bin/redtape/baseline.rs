//! `redtape baseline`, and the baseline of `redtape check`.

use std::{
    collections::BTreeSet,
    path::{Component, Path, PathBuf},
};

use clap::{Args as Flags, Subcommand};
use redtape::{
    baseline::{self, Baseline, Stale},
    date::Date,
    files::{self, Store},
    finding::Finding,
    lint::Linted,
    problem::{Kind, Problem},
    rule::RuleSet,
    text,
};

use crate::{
    args::{Lang, PersonaName, Sure, day},
    catalogue,
    check::{self, Run},
    check_flags::CheckFlags,
    code, out,
};

/// What to do with a baseline.
#[derive(Subcommand)]
pub(crate) enum BaselineAction {
    /// Add every finding that is open now; what stands there stays, with its notes and remarks.
    #[command(after_help = "Examples:
  redtape baseline write                        baseline.yaml here: what the catalogue owes today
  redtape check --baseline baseline.yaml        only what came since
  redtape baseline write --rule time            only what one group of rules says is put off

What a file itself accepts is not written: `accepted` wins, and no finding is silenced twice. What
rules say that nothing may silence, as of a file that cannot be read, is not written either.")]
    Write(BaselineFlags),
    /// Take out what no run finds any more; what was not looked at stays.
    #[command(after_help = "Examples:
  redtape baseline prune                        baseline.yaml here")]
    Prune(BaselineFlags),
}

/// Which baseline, and which findings.
#[derive(Flags)]
pub(crate) struct BaselineFlags {
    /// Files and folders; by default those that redtape.yaml names, else procedures/.
    paths: Vec<PathBuf>,
    /// The baseline; it is replaced whole or not at all.
    #[arg(short, long, value_name = "FILE", default_value = "baseline.yaml")]
    baseline: PathBuf,
    /// The day whose law applies, as 2026-11-23; by default today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
    /// Only findings at least as sure as this [default: presumed].
    #[arg(long, value_enum, value_name = "CONFIDENCE")]
    min_confidence: Option<Sure>,
    /// Ask only this rule or this group of rules; may be repeated.
    #[arg(long = "rule", value_name = "ID")]
    rules: Vec<String>,
    /// For whom, as of `check` [default: regular].
    #[arg(long, value_enum)]
    persona: Option<PersonaName>,
    /// The settings; by default redtape.yaml here or above.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The language of messages; by default that of the settings, else English.
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

impl BaselineFlags {
    /// The run whose findings are meant, as `check` would make it.
    fn check(&self, baseline: Option<PathBuf>) -> CheckFlags {
        CheckFlags {
            paths: self.paths.clone(),
            as_of: self.as_of,
            min_confidence: self.min_confidence,
            rules: self.rules.clone(),
            persona: self.persona,
            config: self.config.clone(),
            lang: self.lang,
            baseline,
            left_out: Some(self.baseline.clone()),
            ..CheckFlags::default()
        }
    }
}

/// Writes or prunes a baseline.
pub(crate) fn run(action: &BaselineAction) -> Result<u8, String> {
    match action {
        BaselineAction::Write(flags) => write(flags),
        BaselineAction::Prune(flags) => prune(flags),
    }
}

fn write(flags: &BaselineFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let Run { report, rules, locale, paths, .. } = check::judge(&flags.check(None), &mut store)?;
    if report.totals.files == 0 {
        return Ok(check::nothing(&paths, locale));
    }
    let there = flags.baseline.is_file();
    let mut baseline = if there { read(&flags.baseline, &rules, &mut store)? } else { Baseline::default() };
    let folder = folder(&flags.baseline);
    let (mut new, mut refused) = (0, 0);
    for shown in &report.findings {
        let finding = &shown.finding;
        if rules.rules.get(&finding.rule).is_some_and(|rule| rule.mandatory) {
            refused += 1;
        } else {
            new += usize::from(baseline.add(&key(&shown.location.file, &folder), finding));
        }
    }
    files::replace(&flags.baseline, baseline.text().as_bytes()).map_err(|error| error.to_string())?;
    if refused > 0 {
        out::remark(&locale.count("baseline.mandatory", refused));
    }
    let says = locale.count("baseline.written", baseline.count()).replace("{new}", &new.to_string());
    say(&says, &flags.baseline)?;
    Ok(code::CLEAN)
}

fn prune(flags: &BaselineFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let Run { report, rules, locale, .. } = check::judge(&flags.check(Some(flags.baseline.clone())), &mut store)?;
    let mut baseline = read(&flags.baseline, &rules, &mut store)?;
    baseline.prune(&report.stale);
    if !report.stale.is_empty() {
        files::replace(&flags.baseline, baseline.text().as_bytes()).map_err(|error| error.to_string())?;
    }
    let says = locale.count("baseline.pruned", baseline.count()).replace("{gone}", &report.stale.len().to_string());
    say(&says, &flags.baseline)?;
    Ok(code::CLEAN)
}

fn say(words: &str, file: &Path) -> Result<(), String> {
    out::print(&(text::line(&words.replace("{file}", &catalogue::shown(file))).into_owned() + "\n"))
}

/// The baseline of a check, and the folder from which it names files.
pub(crate) struct OfCheck {
    baseline: Baseline,
    folder: PathBuf,
    /// The rules it names that are there no more: nothing will ever find what it lists of them.
    gone: BTreeSet<String>,
}

/// The baseline that a check is given, if it is; `all` are the rules before any is chosen.
pub(crate) fn of_check(path: Option<&Path>, all: &RuleSet, store: &mut Store) -> Result<Option<OfCheck>, String> {
    let Some(path) = path else { return Ok(None) };
    let baseline = read(path, all, store)?;
    // A profile that leaves rules out has not done away with them.
    let built_in: BTreeSet<String> = files::rules().into_iter().map(|(path, _)| path.trim_end_matches(".yaml").to_owned()).collect();
    let is_there = |rule: &&String| all.rules.contains_key(*rule) || built_in.contains(rule.as_str());
    let gone = baseline.files.values().flat_map(|rules| rules.keys()).filter(|rule| !is_there(rule)).cloned().collect();
    Ok(Some(OfCheck { baseline, folder: folder(path), gone }))
}

impl OfCheck {
    /// Sets aside what it knows of a run, and says what of it is stale.
    pub(crate) fn apply(&self, linted: &mut Linted, rules: &RuleSet, store: &Store) -> Vec<Stale> {
        let read: BTreeSet<String> = linted.files.iter().map(|(file, _)| key(store.name(*file), &self.folder)).collect();
        let name = |finding: &Finding| key(store.name(finding.span.file), &self.folder);
        let (open, known) = self.baseline.part(std::mem::take(&mut linted.judged.findings), name);
        let accepted: BTreeSet<&str> = linted.judged.accepted.iter().map(|one| one.finding.fingerprint.as_str()).collect();
        // A file that was not read may still owe what it owed; one that is gone owes nothing.
        let asked = |file: &str, rule: &str| {
            let looked_at = read.contains(file) || !self.folder.join(file).exists();
            looked_at && rules.rules.contains_key(rule) || self.gone.contains(rule)
        };
        let stale = self.baseline.stale(&known, &accepted, asked);
        linted.judged.findings = open;
        linted.judged.known = known;
        stale
    }
}

/// The baseline in a file; one that names a rule which nothing may silence is refused.
fn read(path: &Path, rules: &RuleSet, store: &mut Store) -> Result<Baseline, String> {
    let name = catalogue::shown(path);
    let file = store.disk(name.clone(), path.to_owned());
    let text = store.text(file).map_err(|fault| format!("the baseline {name}: {}", catalogue::unreadable(&fault)))?;
    let (baseline, mut problems) = baseline::read(file, &text);
    problems.extend(baseline.mandatory(rules).into_iter().map(|(span, rule)| {
        Problem::new(Kind::WrongValue, span, rule).expecting("a rule that may be put off; this one speaks of what cannot be judged")
    }));
    catalogue::refuse(&name, &text, &problems).map_err(|says| format!("the baseline cannot be used:\n{says}"))?;
    Ok(baseline)
}

/// The folder a baseline stands in, from the root of the disk.
fn folder(baseline: &Path) -> PathBuf {
    plain(baseline).parent().map(Path::to_owned).unwrap_or_default()
}

/// How a baseline in `folder` names a file: from there, with `/` between the parts on every system.
fn key(file: &str, folder: &Path) -> String {
    let path = plain(Path::new(file));
    let (mut up, mut above) = (String::new(), Some(folder));
    while let Some(folder) = above {
        if let Ok(below) = path.strip_prefix(folder) {
            return up + &below.to_string_lossy().replace('\\', "/");
        }
        up.push_str("../");
        above = folder.parent();
    }
    path.to_string_lossy().replace('\\', "/")
}

/// A path from the root of the disk, without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let whole = std::env::current_dir().unwrap_or_default().join(path);
    let mut plain = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => (),
            part => plain.push(part),
        }
    }
    plain
}
