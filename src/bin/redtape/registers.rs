//! `redtape registers`.

use std::{path::PathBuf, sync::Arc};

use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    link::{Terms, resolved},
    lint,
    locale::Locale,
    register::Registers,
    render,
    report::{
        self, Choice,
        standing::{self, Standing},
    },
    rule::Persona,
    span::FileId,
};

use crate::{
    args::ListFormat,
    catalogue,
    check::today,
    code,
    flags::{RegistersAction, StatusFlags},
    judged, out,
    settings::{self, Settings},
};

/// How many months old a reading may be, where no register says otherwise.
const MONTHS: u16 = 12;

/// Does what is asked of the registers.
pub(crate) fn run(action: &RegistersAction) -> Result<u8, String> {
    match action {
        RegistersAction::Status(flags) => status(flags),
    }
}

fn status(flags: &StatusFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let settings = settings::read(flags.config.as_deref(), &mut store)?;
    let config = &settings.config;
    let locale = Locale::of(&settings.language(flags.lang));
    let registers = Arc::new(catalogue::registers(&settings, &mut store)?);
    let day = flags.as_of.or(config.as_of).unwrap_or_else(today);
    let own = registers.fresh_months.and_then(|months| u16::try_from(months).map_or(None, Some));
    let months = flags.months.or(own).unwrap_or(MONTHS);
    let horizon = flags.horizon.or(u16::try_from(config.thresholds.horizon).map_or(None, Some)).unwrap_or_default();
    let mut standing = standing::of(&registers, day, months, horizon);
    let mut code = code::CLEAN;
    if !flags.paths.is_empty() {
        (standing, code) = seen_from(standing, &flags.paths, &settings, &registers, store, day, locale)?;
    }
    let nothing = !flags.paths.is_empty() && standing.resolved.is_none();
    let words = match flags.format {
        ListFormat::Table => render::standing::table(&standing, locale),
        ListFormat::Json => render::standing::json(&standing),
    };
    out::print(&words)?;
    Ok(if nothing { code::NOTHING } else { code })
}

/// The same with the findings and the citations of the files named, and the exit code; as it is where there are none.
fn seen_from(
    standing: Standing,
    paths: &[PathBuf],
    settings: &Settings,
    registers: &Arc<Registers>,
    mut store: Store,
    day: Date,
    locale: &Locale,
) -> Result<(Standing, u8), String> {
    let rules = catalogue::choose(catalogue::rules(settings, &mut store)?, settings, &[])?;
    catalogue::grounded(&rules, registers)?;
    let found = files::discover_all(paths).map_err(|error| error.to_string())?;
    let files: Vec<FileId> = found.into_iter().map(|path| store.disk(catalogue::shown(&path), path)).collect();
    if files.is_empty() {
        out::complain(
            &locale.say("nothing").replace("{where}", &paths.iter().map(|path| catalogue::shown(path)).collect::<Vec<_>>().join(", ")),
        );
        return Ok((standing, code::NOTHING));
    }
    let choice = Choice { min_confidence: Confidence::Undetermined, persona: Persona::Pedantic, ..Choice::default() };
    let terms = Terms { least: choice.min_confidence, thresholds: settings.config.thresholds, ..Terms::new(day, locale.code) };
    let linted = lint::run(&store, &files, Arc::clone(registers), &rules, &terms, &|| ());
    let code = judged::unread(&linted.unread(), linted.world.procedures.len(), &store, locale)?;
    let resolved = resolved::citations(&linted.world);
    let report = report::assemble(linted, &store, &choice).map_err(|error| error.to_string())?;
    Ok((standing.seen_from(registers, &report, resolved), code))
}
