//! `redtape compare`.

use redtape::{
    files::Store,
    link::{Terms, peers},
    lint,
    locale::Locale,
    render,
    rule::RuleSet,
};

use crate::{
    args::ListFormat,
    catalogue,
    check::{add, nothing, paths, today},
    flags::CompareFlags,
    judged, out, settings,
};

/// Shows how procedures of one title differ. It judges nothing, so the exit code is 0 whatever differs; 1 where a file could not be read.
pub(crate) fn run(flags: &CompareFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let settings = settings::read(flags.config.as_deref(), &mut store)?;
    let locale = Locale::of(&settings.language(flags.lang));
    let paths = paths(&flags.paths, &settings)?;
    let files = add(&paths, None, &mut store)?;
    let registers = catalogue::registers(&settings, &mut store)?;
    let day = flags.as_of.or(settings.config.as_of).unwrap_or_else(today);
    let linted = lint::run(&store, &files, registers, &RuleSet::default(), &Terms::new(day, locale.code), &|| ());
    let code = judged::unread(&linted.unread(), linted.world.procedures.len(), &store, locale)?;
    let peers = peers::of(&linted.world, &flags.title);
    let words = match flags.format {
        ListFormat::Table => render::compared(&peers, locale),
        ListFormat::Json => render::compared_json(&peers, &day.to_string()),
    };
    out::print(&words)?;
    Ok(if linted.world.procedures.is_empty() { nothing(&paths, locale) } else { code })
}
