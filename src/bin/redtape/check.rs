//! `redtape check`.

use std::{io::IsTerminal, path::PathBuf, sync::Arc};

use indicatif::{ProgressBar, ProgressStyle};
use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    link::Terms,
    lint::{self, BuiltIn},
    locale::Locale,
    render::Format,
    report::{self, Choice, Report},
    rule::{Persona, RuleSet, Severity},
    span::FileId,
    text,
};

use crate::{
    args::{FailOn, PersonaName, Sure},
    baseline,
    catalogue::{self, Settings},
    check_flags::CheckFlags,
    code, out,
    outputs::Outputs,
    profile, volumes,
};

/// From how many files on a bar is shown: below, a run is over before it could be read.
const LONG: usize = 2_000;
/// How many paths are repeated where a command is named.
const FEW: usize = 3;

/// What a run came to, before anything of it is shown.
pub(crate) struct Run {
    pub(crate) report: Report,
    pub(crate) rules: RuleSet,
    pub(crate) locale: &'static Locale,
    /// What was named.
    pub(crate) paths: Vec<PathBuf>,
}

impl Run {
    /// Whether no procedure was found, and nothing is to be said either.
    pub(crate) fn found_nothing(&self) -> bool {
        let totals = &self.report.totals;
        totals.procedures + totals.not_in_force + totals.findings() + totals.known == 0
    }
}

/// Lints what the flags name, and shows it.
pub(crate) fn run(flags: &CheckFlags) -> Result<u8, String> {
    flags.outputs.sound()?;
    let mut store = Store::default();
    let run = judge(flags, &mut store)?;
    // A program that reads the findings gets a list of none.
    if run.report.totals.files > 0 || flags.outputs.any(Format::is_for_programs) {
        flags.outputs.deliver(&run.report, run.locale, flags.color)?;
    }
    if run.found_nothing() {
        return Ok(nothing(&run.paths, run.locale));
    }
    let report = &run.report;
    let fails = report.fails.is_some_and(|least| report.findings.iter().any(|shown| shown.finding.severity >= least));
    Ok(if fails { code::FINDINGS } else { code::CLEAN })
}

/// Reads and judges what the flags name.
pub(crate) fn judge(flags: &CheckFlags, store: &mut Store) -> Result<Run, String> {
    let settings = catalogue::settings(flags.config.as_deref(), store)?;
    let config = &settings.config;
    let locale = Locale::of(&settings.language(flags.lang));
    let BuiltIn { rules, registers } = catalogue::built_in(&settings, store);
    let rules = catalogue::choose(catalogue::with_own_rules(rules, &settings, store)?, &settings, &flags.rules)?;
    let baseline = baseline::of_check(flags.baseline.as_deref(), &rules, store)?;
    let paths = paths(&flags.paths, &settings)?;
    let files = add(&paths, Some(&flags.outputs), store)?;
    flags.outputs.spare(flags.baseline.as_slice())?;
    let registers = Arc::new(catalogue::with_own_registers(registers, &settings, store)?);
    // The system takes back the memory of a program that ends faster than the program could give it up piece by piece.
    std::mem::forget(registers.clone());
    catalogue::grounded(&rules, &registers)?;
    let day = flags.as_of.or(config.as_of).unwrap_or_else(today);
    let bar = bar(files.len(), locale);
    let choice = choice(flags, &settings);
    let mut thresholds = config.thresholds;
    thresholds.horizon = flags.horizon.unwrap_or(thresholds.horizon);
    let volumes = volumes::read(flags.volumes.as_deref(), store)?;
    // What a baseline knows must be found in full, however unsure it is: what is there must not look gone.
    let least = if baseline.is_some() { Confidence::Undetermined } else { choice.min_confidence };
    let terms = Terms { least, thresholds, volumes, ..Terms::new(day, locale.code) };
    let mut linted = lint::run(store, &files, registers, &rules, &terms, &|| bar.inc(1));
    bar.finish_and_clear();
    volumes::remark(&linted.world.unjoined, locale);
    if flags.profile_rules {
        profile::remark(&rules, &linted.world, locale);
    }
    let stale = baseline.map_or_else(Vec::new, |baseline| baseline.apply(&mut linted, &rules, store));
    let report = report::assemble(linted, store, &choice).map_err(|error| error.to_string())?;
    let report = Report { again: again(flags), stale, ..report }.with_rules(&rules, locale.code);
    Ok(Run { report, rules, locale, paths })
}

/// Says that no procedure was found in what is named.
pub(crate) fn nothing(paths: &[PathBuf], locale: &Locale) -> u8 {
    let named: Vec<String> = paths.iter().map(|path| text::line(&catalogue::shown(path)).into_owned()).collect();
    out::complain(&locale.say("nothing").replace("{where}", &named.join(", ")));
    code::NOTHING
}

/// Today by the clock of this machine and its time zone.
pub(crate) fn today() -> Date {
    Date::of(jiff::Zoned::now().date())
}

/// What is named, else what the settings name, else `procedures/`.
pub(crate) fn paths(wanted: &[PathBuf], settings: &Settings) -> Result<Vec<PathBuf>, String> {
    if !wanted.is_empty() {
        return Ok(wanted.to_vec());
    }
    let named = &settings.config.procedures;
    if !named.is_empty() {
        return Ok(named.iter().map(|folder| settings.folder.join(folder)).collect());
    }
    let folder = settings.folder.join("procedures");
    if folder.is_dir() {
        return Ok(vec![folder]);
    }
    Err("no files were named and there is no folder procedures/ here; name files or folders, or run `redtape init`".to_owned())
}

/// The files in what is named, each to be read when it is its turn.
pub(crate) fn add(paths: &[PathBuf], outputs: Option<&Outputs>, store: &mut Store) -> Result<Vec<FileId>, String> {
    let found = files::discover_all(paths).map_err(|error| error.to_string())?;
    outputs.map_or(Ok(()), |outputs| outputs.spare(&found))?;
    Ok(found.into_iter().map(|path| store.disk(catalogue::shown(&path), path)).collect())
}

/// The command that makes this run again, without what says how to show it; in short where many paths were named.
fn again(flags: &CheckFlags) -> String {
    let mut words = vec!["redtape check".to_owned()];
    words.extend(flags.config.iter().map(|path| format!("--config {}", quoted(&path.to_string_lossy()))));
    words.extend(flags.as_of.map(|day| format!("--as-of {day}")));
    words.extend(flags.lang.map(|lang| format!("--lang {}", lang.code())));
    words.extend(flags.volumes.iter().map(|path| format!("--volumes {}", quoted(&path.to_string_lossy()))));
    words.extend(flags.baseline.iter().map(|path| format!("--baseline {}", quoted(&path.to_string_lossy()))));
    words.extend(flags.persona.filter(|one| *one == PersonaName::Pedantic).map(|_| "--persona pedantic".to_owned()));
    words.extend(flags.rules.iter().map(|rule| format!("--rule {}", quoted(rule))));
    let paths: Vec<String> = flags.paths.iter().map(|path| quoted(&path.to_string_lossy())).collect();
    words.extend(if paths.len() > FEW { vec!["…".to_owned()] } else { paths });
    words.join(" ")
}

/// A word as a shell reads it back.
pub(crate) fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-+=@,".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

fn choice(flags: &CheckFlags, settings: &Settings) -> Choice {
    let config = &settings.config;
    let least = flags.min_confidence.map(|sure| match sure {
        Sure::Proved => Confidence::Proved,
        Sure::Presumed => Confidence::Presumed,
        Sure::Undetermined => Confidence::Undetermined,
    });
    let persona = flags.persona.map(|persona| match persona {
        PersonaName::Regular => Persona::Regular,
        PersonaName::Pedantic => Persona::Pedantic,
    });
    Choice {
        min_confidence: least.or(config.min_confidence).unwrap_or(Confidence::Presumed),
        persona: persona.or(config.persona).unwrap_or(Persona::Regular),
        severity: config.severity.clone(),
        personas: config.personas.clone(),
        paths: settings.below(),
        texts: flags.outputs.any(|format| format == Format::Full),
        accepted: flags.show_accepted || flags.outputs.any(Format::tells_accepted),
        fails: fail_on(flags, settings),
        lists_accepted: flags.show_accepted,
    }
}

fn fail_on(flags: &CheckFlags, settings: &Settings) -> Option<Severity> {
    match flags.fail_on {
        Some(FailOn::Error) => Some(Severity::Error),
        Some(FailOn::Warning) => Some(Severity::Warning),
        Some(FailOn::Note) => Some(Severity::Note),
        Some(FailOn::Never) => None,
        None => settings.config.fail_on.unwrap_or(Some(Severity::Error)),
    }
}

/// A bar on standard error, where somebody looks at it and there is time to.
fn bar(files: usize, locale: &Locale) -> ProgressBar {
    if files < LONG || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::try_from(files).unwrap_or(u64::MAX)).with_message(locale.say("progress.reading").to_owned());
    match ProgressStyle::with_template("{msg} {bar:40} {pos}/{len}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
