//! `redtape check`.

use std::{io::IsTerminal, path::PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    link::Terms,
    lint,
    locale::Locale,
    render::{self, Format},
    report::{self, Choice},
    rule::{Persona, Severity},
    span::FileId,
};

use crate::{
    args::{CheckFlags, FailOn, FormatName, PersonaName, Sure},
    catalogue::{self, Settings},
    code, out,
};

/// From how many files on a bar is shown: below, a run is over before it could be read.
const LONG: usize = 2_000;

/// Lints what the flags name.
pub(crate) fn run(flags: &CheckFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let settings = catalogue::settings(flags.config.as_deref(), &mut store)?;
    let config = &settings.config;
    let language = flags.lang.map(|lang| lang.code().to_owned()).or_else(|| config.language.clone()).unwrap_or_else(|| "en".to_owned());
    let locale = Locale::of(&language);
    let rules = catalogue::rules(&settings, &mut store, &flags.rules)?;
    let paths = paths(flags, &settings)?;
    let files = add(&paths, &mut store)?;
    if files.is_empty() {
        let named: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        out::complain(&locale.say("nothing").replace("{where}", &named.join(", ")));
        return Ok(code::NOTHING);
    }
    let registers = catalogue::registers(&settings, &mut store)?;
    let day = flags.as_of.or(config.as_of).unwrap_or_else(today);
    let bar = bar(files.len(), locale);
    let choice = choice(flags, &settings);
    let terms = Terms { day, language: locale.code.to_owned(), least: choice.min_confidence };
    let linted = lint::run(&store, &files, registers, &rules, &terms, &|| bar.inc(1));
    bar.finish_and_clear();
    let report = report::assemble(linted, &store, &choice).map_err(|error| error.to_string())?;
    let format = match flags.format {
        FormatName::Full => Format::Full,
        FormatName::Concise => Format::Concise,
        FormatName::Summary => Format::Summary,
        FormatName::Json => Format::Json,
    };
    let words = render::text(&report, format, locale, out::screen(flags.color, flags.output.is_some()));
    out::deliver(&words, flags.output.as_deref())?;
    if report.totals.procedures + report.totals.not_in_force == 0 && report.totals.findings() == 0 {
        return Ok(code::NOTHING);
    }
    let fails = fail_on(flags, &settings).is_some_and(|least| report.findings.iter().any(|shown| shown.finding.severity >= least));
    Ok(if fails { code::FINDINGS } else { code::CLEAN })
}

/// Today by the clock of this machine and its time zone.
pub(crate) fn today() -> Date {
    Date::of(jiff::Zoned::now().date())
}

/// What is named, else what the settings name, else `procedures/`.
fn paths(flags: &CheckFlags, settings: &Settings) -> Result<Vec<PathBuf>, String> {
    if !flags.paths.is_empty() {
        return Ok(flags.paths.clone());
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

fn add(paths: &[PathBuf], store: &mut Store) -> Result<Vec<FileId>, String> {
    let mut added = Vec::new();
    for path in paths {
        for found in files::discover(path).map_err(|error| error.to_string())? {
            let name = found.strip_prefix("./").unwrap_or(&found).display().to_string();
            added.push(store.disk(name, found));
        }
    }
    Ok(added)
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
        texts: flags.format == FormatName::Full,
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
