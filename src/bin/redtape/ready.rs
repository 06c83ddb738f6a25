//! Everything that a check needs before the first procedure is read.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use redtape::{
    confidence::Confidence,
    files::{self, Store},
    link::Terms,
    lint::{BuiltIn, Linted},
    locale::Locale,
    register::Registers,
    render::{self, Format},
    report::{self, Choice, Report, change},
    rule::{Persona, RuleSet, Severity},
    span::FileId,
    text,
};

use crate::{
    args::{FailOn, PersonaName, Sure},
    baseline::{self, OfCheck},
    before::Before,
    catalogue, check,
    check_flags::CheckFlags,
    settings::{self, Settings},
    volumes,
};

/// Rules, registers and settings, ready for use, and the files that are named.
pub(crate) struct Ready {
    pub(crate) rules: RuleSet,
    pub(crate) registers: Arc<Registers>,
    pub(crate) terms: Terms,
    pub(crate) choice: Choice,
    pub(crate) baseline: Option<OfCheck>,
    pub(crate) before: Before,
    pub(crate) locale: &'static Locale,
    /// What was named, and the files in it.
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) files: Vec<FileId>,
    /// What is no procedure although it lies among them.
    passed_over: Vec<PathBuf>,
}

impl Ready {
    /// What the flags ask for.
    pub(crate) fn of(flags: &CheckFlags, store: &mut Store) -> Result<Self, String> {
        let settings = settings::read(flags.config.as_deref(), store)?;
        let config = &settings.config;
        let locale = Locale::of(&settings.language(flags.lang));
        let BuiltIn { rules, registers } = catalogue::built_in(&settings, store);
        let rules = catalogue::with_own_rules(rules, &settings, store)?;
        let baseline = baseline::of_check(flags.baseline.as_deref(), &rules, store)?;
        let rules = catalogue::choose(rules, &settings, &flags.rules)?;
        let paths = check::paths(&flags.paths, &settings)?;
        let mut files = check::add(&paths, Some(&flags.outputs), store)?;
        let passed_over: Vec<PathBuf> = flags.baseline.iter().chain(&flags.left_out).cloned().collect();
        files.retain(|file| !is_one_of(&passed_over, Path::new(store.name(*file))));
        flags.outputs.spare(flags.baseline.as_slice())?;
        let before = Before::read(flags.against.as_deref(), &paths, &settings, store, locale)?;
        let registers = Arc::new(catalogue::with_own_registers(registers, &settings, store)?);
        // The system takes back the memory of a program that ends faster than the program could give it up piece by piece.
        std::mem::forget(registers.clone());
        catalogue::grounded(&rules, &registers)?;
        let day = flags.as_of.or(config.as_of).unwrap_or_else(check::today);
        let choice = choice(flags, &settings);
        let mut thresholds = config.thresholds;
        thresholds.horizon = flags.horizon.unwrap_or(thresholds.horizon);
        let volumes = volumes::read(flags.volumes.as_deref())?;
        // What a baseline or a revision knows must be found in full, however unsure it is: what is there must not look gone.
        let least = if baseline.is_some() || before.is_some() { Confidence::Undetermined } else { choice.min_confidence };
        let (earlier, decisions) = (before.earlier.clone(), before.decisions.clone());
        let terms = Terms { least, thresholds, volumes, earlier, decisions, ..Terms::new(day, locale.code) };
        let before = before.judged(store, &registers, &rules, &terms);
        Ok(Self { passed_over, rules, registers, terms, choice, baseline, before, locale, paths, files })
    }

    /// Whether a file that is found in what was named is one to be read.
    pub(crate) fn is_read(&self, path: &Path) -> bool {
        !is_one_of(&self.passed_over, path)
    }

    /// What changed since the earlier version, in Markdown; nothing where there is none.
    pub(crate) fn changes(&self, linted: &Linted, store: &Store) -> Result<Option<String>, String> {
        let Some(old) = self.before.name() else { return Ok(None) };
        let shown: Vec<String> = self.paths.iter().map(|path| catalogue::shown(path)).collect();
        let versions = [old.to_owned(), shown.join(", ")];
        let mut changes = change::changes(linted, store, versions, &self.before.decisions).map_err(|error| error.to_string())?;
        changes.unread[0] = self.before.unread;
        let head = text::markdown(&text::one_line(&format!("redtape diff --against {old}")));
        Ok(Some(format!("## {head}\n\n{}", render::change::markdown(&changes, &self.registers, self.locale))))
    }

    /// What a run came to, counted and no more, without what the baseline or the revision knows.
    pub(crate) fn counted(&self, mut linted: Linted, store: &Store) -> Report {
        self.before.set_aside(&mut linted);
        self.baseline.as_ref().map(|baseline| baseline.apply(&mut linted, &self.rules, store));
        report::counted(linted, store, &self.choice)
    }

    /// What a run came to, without what the baseline or the revision knows.
    pub(crate) fn report(&self, mut linted: Linted, store: &Store, again: String) -> Result<Report, String> {
        self.before.set_aside(&mut linted);
        let stale = self.baseline.as_ref().map_or_else(Vec::new, |baseline| baseline.apply(&mut linted, &self.rules, store));
        let report = report::assemble(linted, store, &self.choice).map_err(|error| error.to_string())?;
        Ok(Report { again, stale, ..report }.with_rules(&self.rules, self.locale.code))
    }
}

fn is_one_of(paths: &[PathBuf], path: &Path) -> bool {
    paths.iter().any(|one| files::is_same(one, path))
}

fn choice(flags: &CheckFlags, settings: &Settings) -> Choice {
    let least = flags.min_confidence.map(|sure| match sure {
        Sure::Proved => Confidence::Proved,
        Sure::Presumed => Confidence::Presumed,
        Sure::Undetermined => Confidence::Undetermined,
    });
    let persona = flags.persona.map(|persona| match persona {
        PersonaName::Regular => Persona::Regular,
        PersonaName::Pedantic => Persona::Pedantic,
    });
    let by_settings = settings.choice();
    Choice {
        min_confidence: least.unwrap_or(by_settings.min_confidence),
        persona: persona.unwrap_or(by_settings.persona),
        texts: flags.outputs.any(|format| format == Format::Full),
        accepted: flags.show_accepted || flags.outputs.any(Format::tells_accepted),
        fails: fail_on(flags, settings),
        lists_accepted: flags.show_accepted,
        ..by_settings
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
