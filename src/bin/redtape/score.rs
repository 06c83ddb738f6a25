//! `redtape score`.

use std::path::PathBuf;

use clap::Args as Flags;
use redtape::{date::Date, files::Store, link::Terms, lint, locale::Locale, render, report::score, rule::RuleSet};

use crate::{
    args::{Lang, ListFormat, day},
    catalogue, check, judged, out, settings, volumes,
};

/// What to score, and how to show it.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape score                                        the catalogue here, by today's law
  redtape score --volumes 2025.csv                     with the figures of a year
  redtape score --as-of 2024-06-30 --format json       for programs

Decision 766/QĐ-TTg measures ministries and provinces by what happens on the national portal. Definitions and figures
tell a part of it; the rest is listed as not known.

Exit codes: 0 scored; 1 a file could not be read; 2 could not run; 3 no procedure found.")]
pub(crate) struct ScoreFlags {
    /// Files and folders; by default those that redtape.yaml names, else procedures/.
    paths: Vec<PathBuf>,
    /// The day whose law applies, as 2026-11-23; by default today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
    /// How often procedures are used: a table in CSV, a row for each procedure and year.
    #[arg(long, value_name = "FILE")]
    volumes: Option<PathBuf>,
    /// How to show it.
    #[arg(long, value_enum, default_value = "table")]
    format: ListFormat,
    /// The settings; by default redtape.yaml here or above.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The language of the table; by default that of the settings, else English.
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// Scores what the flags name.
pub(crate) fn run(flags: &ScoreFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let settings = settings::read(flags.config.as_deref(), &mut store)?;
    let locale = Locale::of(&settings.language(flags.lang));
    let paths = check::paths(&flags.paths, &settings)?;
    let files = check::add(&paths, None, &mut store)?;
    let registers = catalogue::registers(&settings, &mut store)?;
    let day = flags.as_of.or(settings.config.as_of).unwrap_or_else(check::today);
    let volumes = volumes::read(flags.volumes.as_deref())?;
    let terms = Terms { volumes, ..Terms::new(day, locale.code) };
    let linted = lint::run(&store, &files, registers, &RuleSet::default(), &terms, &|| ());
    let (unread, world) = (linted.unread(), linted.world);
    volumes::remark(&world.unjoined, locale);
    let code = judged::unread(&unread, world.procedures.len(), &store, locale)?;
    if world.procedures.is_empty() {
        return Ok(check::nothing(&paths, locale));
    }
    let scored = score::of(&world);
    out::print(&match flags.format {
        ListFormat::Table => render::score::table(&scored, &world, locale),
        ListFormat::Json => render::score::json(&scored),
    })?;
    Ok(code)
}
