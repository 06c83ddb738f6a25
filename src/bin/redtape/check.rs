//! `redtape check`.

use std::{io::IsTerminal, path::PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use redtape::{
    date::Date,
    files::{self, Store},
    lint,
    locale::Locale,
    render::Format,
    report::Report,
    rule::RuleSet,
    span::FileId,
    text,
};

use crate::{
    args::PersonaName, catalogue, check_flags::CheckFlags, code, out, outputs::Outputs, profile, ready::Ready, settings::Settings, volumes,
    watch,
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
    /// What changed since the revision it is held against, in Markdown, where a job is to be told.
    changes: Option<String>,
}

impl Run {
    /// Whether no procedure was found, and nothing is to be said either.
    pub(crate) fn found_nothing(&self) -> bool {
        let totals = &self.report.totals;
        totals.procedures + totals.not_in_force + totals.findings() + totals.known + totals.before == 0
    }
}

/// Lints what the flags name, and shows it.
pub(crate) fn run(flags: &CheckFlags) -> Result<u8, String> {
    flags.outputs.sound()?;
    let mut store = Store::default();
    if flags.watch {
        return watch::run(flags, store);
    }
    let run = judge(flags, &mut store)?;
    // A program that reads the findings gets a list of none.
    if run.report.totals.files > 0 || flags.outputs.any(Format::is_for_programs) {
        flags.outputs.deliver(&run.report, run.locale, flags.color)?;
        run.changes.as_ref().map_or(Ok(()), |words| flags.outputs.deliver_changes(words))?;
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
    let ready = Ready::of(flags, store)?;
    let bar = bar(ready.files.len(), ready.locale);
    let (files, registers, rules, terms) = (&ready.files, ready.registers.clone(), &ready.rules, &ready.terms);
    // What a rule costs is asked of all procedures once more, and what changed is held against all that was there: both keep everything.
    let linted = if flags.profile_rules || terms.earlier.is_some() {
        lint::run(store, files, registers, rules, terms, &|| bar.inc(2))
    } else {
        lint::check(store, files, registers, rules, terms, lint::KEPT, &|| bar.inc(1))
    };
    bar.finish_and_clear();
    volumes::remark(&linted.world.unjoined, ready.locale);
    if flags.profile_rules {
        profile::remark(&ready.rules, &linted.world, ready.locale);
    }
    let changes = flags.outputs.summary().map_or(Ok(None), |_| ready.changes(&linted, store))?;
    let report = ready.report(linted, store, again(flags))?;
    Ok(Run { report, rules: ready.rules, locale: ready.locale, paths: ready.paths, changes })
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
pub(crate) fn again(flags: &CheckFlags) -> String {
    let mut words = vec!["redtape check".to_owned()];
    words.extend(flags.config.iter().map(|path| format!("--config {}", quoted(&path.to_string_lossy()))));
    words.extend(flags.as_of.map(|day| format!("--as-of {day}")));
    words.extend(flags.lang.map(|lang| format!("--lang {}", lang.code())));
    words.extend(flags.volumes.iter().map(|path| format!("--volumes {}", quoted(&path.to_string_lossy()))));
    words.extend(flags.baseline.iter().map(|path| format!("--baseline {}", quoted(&path.to_string_lossy()))));
    words.extend(flags.against.iter().map(|revision| format!("--against {}", quoted(revision))));
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

/// A bar on standard error, where somebody looks at it and there is time to.
fn bar(files: usize, locale: &Locale) -> ProgressBar {
    if files < LONG || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    // Each file is looked at twice.
    let bar = ProgressBar::new(u64::try_from(files).unwrap_or(u64::MAX).saturating_mul(2))
        .with_message(locale.say("progress.reading").to_owned());
    match ProgressStyle::with_template("{msg} {bar:40} {pos}/{len}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
