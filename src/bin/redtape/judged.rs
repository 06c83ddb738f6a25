//! A catalogue judged for a plan or a report: all findings there are, by the same settings as `check`.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use clap::Args as Flags;
use redtape::{
    confidence::Confidence,
    date::Date,
    files::Store,
    link::Terms,
    lint::{self, BuiltIn, Linted},
    locale::Locale,
    rule::RuleSet,
    span::FileId,
    text,
};

use crate::{
    args::{Lang, day},
    catalogue, check, code, out, outside,
    settings::{self, Settings},
    volumes,
};

/// What to judge, and by what.
#[derive(Flags)]
pub(crate) struct JudgedFlags {
    /// Files and folders, or a spreadsheet, a download of the portal or a printed form in Word; by default what redtape.yaml names, else procedures/.
    pub(crate) paths: Vec<PathBuf>,
    /// The day whose law applies, as 2026-11-23; by default today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<Date>,
    /// How often procedures are used: a table with a row for each procedure and year; its figures take the place of those in the files.
    #[arg(long, value_name = "FILE")]
    pub(crate) volumes: Option<PathBuf>,
    /// The settings; by default redtape.yaml here or above.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The language; by default that of the settings, else English.
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
}

/// A catalogue judged.
pub(crate) struct Judged {
    pub(crate) store: Store,
    pub(crate) settings: Settings,
    pub(crate) locale: &'static Locale,
    pub(crate) rules: RuleSet,
    pub(crate) linted: Linted,
    pub(crate) paths: Vec<PathBuf>,
    /// The number to leave with when all is done: findings, where some file could not be read.
    pub(crate) code: u8,
}

/// Judges what the flags name; how sure findings must be to be spelt out is said by whoever asks.
pub(crate) fn run(flags: &JudgedFlags, least: Confidence) -> Result<Judged, String> {
    let mut store = Store::default();
    let settings = settings::read(flags.config.as_deref(), &mut store)?;
    let locale = Locale::of(&settings.language(flags.lang));
    let BuiltIn { rules, registers } = catalogue::built_in(&settings, &mut store);
    let rules = catalogue::choose(catalogue::with_own_rules(rules, &settings, &mut store)?, &settings, &[])?;
    let paths = check::paths(&flags.paths, &settings)?;
    let (foreign, own) = outside::parted(&paths);
    let registers = Arc::new(catalogue::with_own_registers(registers, &settings, &mut store)?);
    let mut files = check::add(&own, None, &mut store)?;
    files.extend(outside::add(&foreign, &registers, &mut store)?);
    catalogue::grounded(&rules, &registers)?;
    let day = flags.as_of.or(settings.config.as_of).unwrap_or_else(check::today);
    let volumes = volumes::read(flags.volumes.as_deref())?;
    let terms = Terms { least, thresholds: settings.config.thresholds, volumes, ..Terms::new(day, locale.code) };
    let linted = lint::run(&store, &files, registers, &rules, &terms, &|| ());
    volumes::remark(&linted.world.unjoined, locale);
    let code = unread(&linted.unread(), linted.world.procedures.len(), &store, locale)?;
    Ok(Judged { store, settings, locale, rules, linted, paths, code })
}

/// Says which of the files could not be read: what stands in them takes no part. Where that leaves no procedure, it is an error.
pub(crate) fn unread(files: &BTreeSet<FileId>, procedures: usize, store: &Store, locale: &Locale) -> Result<u8, String> {
    if files.is_empty() {
        return Ok(code::CLEAN);
    }
    let names: Vec<String> = files.iter().map(|file| text::line(store.name(*file)).into_owned()).collect();
    let says = locale.filled("judged.unread", &[("n", &locale.count("close.unread", names.len())), ("names", &names.join(", "))]);
    if procedures == 0 {
        return Err(says);
    }
    out::remark(&format!("redtape: {says}"));
    Ok(code::FINDINGS)
}
