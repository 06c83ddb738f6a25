//! `redtape fix`.

use std::{
    collections::BTreeMap,
    io::IsTerminal,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args as Flags;
use redtape::{
    date::Date,
    files::{self, Store},
    link::Terms,
    lint::BuiltIn,
    locale::Locale,
    render,
    simplify::{self, Fixed, Reach, Road},
    span::FileId,
    text,
};

use crate::{
    args::{Lang, day},
    catalogue, check, code, judged, out, settings,
};

/// What to change, and how far.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape fix --diff                          what would change, as a patch
  redtape fix                                 change it
  redtape fix --rule legality birth.yaml      what one group of rules asks for, in one file

Only what is proved and what the office itself can change is written. Whatever a decree or a
circular asks for stays as it is until that is amended: a file says what the law says. `--unsafe`
writes the rest too, to see what it would come to.

Comments, order and layout stay as they are. A place that cannot be edited without risk is left
alone, and named.

Exit codes: 0 nothing left to write; 1 --diff and something would change, or a safe edit could
not be written, or a file could not be read; 2 could not run; 3 no procedure found.")]
pub(crate) struct FixFlags {
    /// Files and folders; by default those that redtape.yaml names, else procedures/.
    paths: Vec<PathBuf>,
    /// Print what would change as a patch, and change nothing.
    #[arg(long)]
    diff: bool,
    /// Write also what is not proved or what others must allow: the file then says what the law does not say yet.
    #[arg(long = "unsafe")]
    all: bool,
    /// Ask only this rule or this group of rules; may be repeated.
    #[arg(long = "rule", value_name = "ID")]
    rules: Vec<String>,
    /// The day whose law applies, as 2026-11-23; by default today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
    /// The settings; by default redtape.yaml here or above.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The language of messages; by default that of the settings, else English.
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// Changes what the flags name.
pub(crate) fn run(flags: &FixFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let settings = settings::read(flags.config.as_deref(), &mut store)?;
    let locale = Locale::of(&settings.language(flags.lang));
    let BuiltIn { rules, registers } = catalogue::built_in(&settings, &mut store);
    let rules = catalogue::choose(catalogue::with_own_rules(rules, &settings, &mut store)?, &settings, &flags.rules)?;
    let paths = check::paths(&flags.paths, &settings)?;
    let found = files::discover_all(&paths).map_err(|error| error.to_string())?;
    let places: BTreeMap<FileId, PathBuf> =
        found.into_iter().map(|path| (store.disk(catalogue::shown(&path), path.clone()), path)).collect();
    let files: Vec<FileId> = places.keys().copied().collect();
    let registers = Arc::new(catalogue::with_own_registers(registers, &settings, &mut store)?);
    catalogue::grounded(&rules, &registers)?;
    let choice = settings.choice();
    let day = flags.as_of.or(settings.config.as_of).unwrap_or_else(check::today);
    let terms = Terms { least: choice.min_confidence, thresholds: settings.config.thresholds, ..Terms::new(day, locale.code) };
    let road = Road { files: &files, registers, rules: &rules, terms: &terms };
    let reach = if flags.all { Reach::All } else { Reach::Safe };
    let shown = |finding: &redtape::finding::Finding, name: &str| choice.grade(&mut finding.clone(), name);
    let fixed = simplify::fix(&mut store, &road, reach, &shown).map_err(|error| error.to_string())?;
    let unread = judged::unread(&fixed.unread, fixed.procedures, &store, locale)?;
    if fixed.procedures == 0 {
        return Ok(check::nothing(&paths, locale));
    }
    for placed in fixed.done.iter().filter(|placed| !placed.edit.is_safe()) {
        out::remark(&render::unsafely(placed, &store, locale));
    }
    let words = render::fixed(&fixed, &store, locale, flags.diff);
    if flags.diff {
        patch(&fixed, &store)?;
        out::remark(words.trim_end());
    } else {
        write(&fixed, &store, &places)?;
        out::print(&words)?;
    }
    let refused = fixed.refused.iter().any(|(placed, _)| placed.edit.is_safe());
    Ok(if refused || flags.diff && !fixed.files.is_empty() { code::FINDINGS } else { unread })
}

/// Prints the changes as a patch, to the byte where a program reads it.
fn patch(fixed: &Fixed, store: &Store) -> Result<(), String> {
    for (file, (old, new)) in &fixed.files {
        let diff = render::diff(store.name(*file), old, new);
        if std::io::stdout().is_terminal() { out::print(&text::terminal(&diff))? } else { out::print(&diff)? }
    }
    Ok(())
}

/// Replaces the files, each whole or not at all; none where one of them is not what was judged any more.
fn write(fixed: &Fixed, store: &Store, places: &BTreeMap<FileId, PathBuf>) -> Result<(), String> {
    let changes = || fixed.files.iter().filter_map(|(file, change)| Some((*file, places.get(file)?, change)));
    let same = |file: FileId, path: &Path, old: &str| {
        let mut disk = Store::default();
        let now = disk.disk(store.name(file), path.to_owned());
        disk.again(now, files::hash_of(old)).map(|_| ()).map_err(|error| error.to_string())
    };
    for (file, path, (old, _)) in changes() {
        same(file, path, old)?;
    }
    for (file, path, (old, new)) in changes() {
        same(file, path, old)?;
        files::replace(path, new.as_bytes()).map_err(|error| error.to_string())?;
    }
    Ok(())
}
