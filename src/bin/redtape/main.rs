//! The command: reads, lints, prints, and leaves with a number.

mod args;
mod baseline;
mod before;
mod catalogue;
mod check;
mod check_flags;
mod compare;
mod decisions;
mod describe;
mod dropped;
mod export;
mod diff;
mod fix;
mod flags;
mod help;
mod import;
mod init;
mod language;
mod judged;
mod out;
mod outside;
mod outputs;
mod profile;
mod own_rules;
mod plan;
mod ready;
mod refused;
mod recognise;
mod report;
mod score;
mod settings;
mod sheets;
mod volumes;
mod watch;
mod registers;
mod versions;

use std::process::ExitCode;

use crate::args::Command;

/// The exit codes, as `redtape --help` lists them.
mod code {
    /// Clean.
    pub(crate) const CLEAN: u8 = 0;
    /// Findings at or above `--fail-on`.
    pub(crate) const FINDINGS: u8 = 1;
    /// Could not run.
    pub(crate) const COULD_NOT_RUN: u8 = 2;
    /// Nothing to lint in what was named.
    pub(crate) const NOTHING: u8 = 3;
}

fn main() -> ExitCode {
    let dropped = dropped::meant(std::env::args_os().collect());
    language::hear(&dropped.arguments);
    let args = match help::parsed(&dropped.arguments) {
        Ok(args) => args,
        Err(code) => return ExitCode::from(code),
    };
    let done = match args.command {
        Command::Check(flags) => check::run(&flags),
        Command::Fix(flags) => fix::run(&flags),
        Command::Baseline { action } => baseline::run(&action),
        Command::Explain(flags) => describe::explain(&flags),
        Command::Rules(flags) => describe::rules(&flags),
        Command::Schema { kind } => describe::schema(kind),
        Command::Facts => describe::facts(),
        Command::Diff(flags) => diff::run(&flags),
        Command::Compare(flags) => compare::run(&flags),
        Command::Plan(flags) => plan::run(&flags),
        Command::Report(flags) => report::run(&flags),
        Command::Import(flags) => import::run(&flags),
        Command::Export(flags) => export::run(&flags),
        Command::Recognise(flags) => recognise::run(&flags),
        Command::Score(flags) => score::run(&flags),
        Command::Registers { action } => registers::run(&action),
        Command::Init { directory } => init::run(&directory),
        Command::Completions { shell } => describe::completions(shell),
        Command::Man => describe::man(),
    };
    if let Err(says) = &done {
        out::complain(says);
    }
    dropped.close(&done);
    ExitCode::from(done.unwrap_or(code::COULD_NOT_RUN))
}
