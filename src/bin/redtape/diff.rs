//! `redtape diff`.

use std::{path::PathBuf, sync::Arc};

use clap::{Args as Flags, ValueEnum};
use redtape::{
    date::Date,
    files::Store,
    link::Terms,
    lint,
    locale::Locale,
    register::Registers,
    render,
    report::change::{self, Changes},
    rule::RuleSet,
};

use crate::{
    args::{Lang, day},
    catalogue, check, code, decisions, out, settings,
    versions::Version,
};

/// How changes are shown.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    Full,
    Markdown,
    Json,
}

/// At which changes a run fails.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Burden {
    Heavier,
    Unfounded,
    Never,
}

/// What to compare, and how to say it.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape diff 2024/ 2025/                      two folders
  redtape diff origin/main HEAD                 two revisions, in the folders that redtape.yaml names
  redtape diff v2025.1:procedures procedures    a revision and what stands here
  redtape diff --against origin/main            what stands here against a revision
  redtape diff --against HEAD~3 --format markdown > changes.md

A version is a folder or a file that is there, else a revision of the git repository here. Nothing is checked out.
Formatting, order, comments and translations are no change.

What fails:
  unfounded   a heavier change that, as is proved or presumed, the law in force does not ask for
  heavier     any heavier change that nobody approved, also where the registers do not say what the law asks
A burden that decisions.yaml approves, by its fingerprint, with the approving document and an end, does not fail until that end.

Exit codes: 0 nothing that fails; 1 something that fails; 2 could not run; 3 no procedure found in either version.")]
pub(crate) struct DiffFlags {
    /// The earlier version and the later one; with --against, the files and folders to compare.
    #[arg(value_name = "OLD NEW | PATH")]
    pub(crate) versions: Vec<String>,
    /// The revision with which what stands here is compared.
    #[arg(long, value_name = "REV")]
    pub(crate) against: Option<String>,
    /// The day whose law applies, as 2026-11-23; by default today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<Date>,
    /// How to show it.
    #[arg(long, value_enum, default_value = "full")]
    pub(crate) format: DiffFormat,
    /// Write it to a file instead of the screen; a file is replaced whole or not at all.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// At which changes the exit code is 1.
    #[arg(long, value_enum, default_value = "unfounded", value_name = "CHANGES")]
    pub(crate) fail_on: Burden,
    /// What was decided of changes; by default decisions.yaml beside the settings.
    #[arg(long, value_name = "FILE")]
    pub(crate) decisions: Option<PathBuf>,
    /// The settings; by default redtape.yaml here or above.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The language of messages; by default that of the settings, else English.
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
}

/// Compares two versions of a catalogue by meaning.
pub(crate) fn run(flags: &DiffFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let settings = settings::read(flags.config.as_deref(), &mut store)?;
    let locale = Locale::of(&settings.language(flags.lang));
    let (old, new) = versions(flags, &settings, &mut store)?;
    let decisions = Arc::new(decisions::read(flags.decisions.as_deref(), &settings, &mut store)?);
    let registers: Arc<Registers> = Arc::new(catalogue::registers(&settings, &mut store)?);
    let (earlier, unread) = old.read(&store);
    let nothing = earlier.procedures.is_empty() && unread == 0;
    let day = flags.as_of.or(settings.config.as_of).unwrap_or_else(check::today);
    let terms = Terms { earlier: Some(Arc::new(earlier)), decisions: decisions.clone(), ..Terms::new(day, locale.code) };
    let linted = lint::run(&store, &new.files, registers.clone(), &RuleSet::default(), &terms, &|| ());
    let mut changes = change::changes(&linted, &store, [old.name, new.name], &decisions).map_err(|error| error.to_string())?;
    changes.unread[0] = unread;
    let words = match flags.format {
        DiffFormat::Full => render::change::text(&changes, &registers, locale),
        DiffFormat::Markdown => render::change::markdown(&changes, &registers, locale),
        DiffFormat::Json => render::change::json(&changes),
    };
    out::deliver(&words, flags.output.as_deref())?;
    if nothing && linted.world.procedures.is_empty() && linted.world.not_in_force == 0 && changes.unread[1] == 0 {
        return Ok(check::nothing(&flags.versions.iter().map(PathBuf::from).collect::<Vec<_>>(), locale));
    }
    Ok(if fails(&changes, flags.fail_on) { code::FINDINGS } else { code::CLEAN })
}

/// The earlier version and the later one.
fn versions(flags: &DiffFlags, settings: &settings::Settings, store: &mut Store) -> Result<(Version, Version), String> {
    match (&flags.against, flags.versions.as_slice()) {
        (Some(revision), paths) => {
            let named: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
            let paths = check::paths(&named, settings)?;
            let old = Version::before(revision, &paths, store)?;
            let shown: Vec<String> = paths.iter().map(|path| catalogue::shown(path)).collect();
            Ok((old, Version::on_disk(shown.join(", "), &paths, store)?))
        }
        (None, [old, new]) => Ok((Version::named(old, settings, store)?, Version::named(new, settings, store)?)),
        (None, _) => Err("name two versions, as `redtape diff OLD NEW`, or one revision, as `redtape diff --against REV`".to_owned()),
    }
}

/// Whether something changed that must not. A version that could not be read whole is not let pass.
fn fails(changes: &Changes, on: Burden) -> bool {
    let counts = &changes.counts;
    match on {
        Burden::Never => false,
        Burden::Unfounded => counts.unfounded > 0 || changes.unread[1] > 0,
        Burden::Heavier => counts.heavier > counts.approved || changes.unread[1] > 0,
    }
}
