//! `redtape plan`.

use std::path::PathBuf;

use clap::Args as Flags;
use redtape::{confidence::Confidence, finding::Finding, plan, render};
use rust_decimal::Decimal;

use crate::{
    args::{ListFormat, share},
    check, decisions,
    judged::{self, JudgedFlags},
    out,
};

/// What to plan for, and how to show it.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape plan                                  all that can be done, and what it saves
  redtape plan --target 30%                     as little as reaches the target, for the cost and for the time
  redtape plan --decisions decisions.yaml       with what was taken, rejected or proposed
  redtape plan --decisions plan.xlsx --write-decisions   what a leader chose in the workbook, and keep it
  redtape plan --format json                    for programs

What the office can begin by itself stands first, then what saves most for each step up that it must go.
Savings are never summed: a procedure is costed as it is, and as it would be with all that is chosen.
Nothing undetermined is recommended; what is only presumed is to be checked first.

Exit codes: 0 planned; 1 planned, but a file could not be read; 2 could not run; 3 no procedure found.")]
pub(crate) struct PlanFlags {
    #[command(flatten)]
    judged: JudgedFlags,
    /// The share of the cost and of the time that is to go, as 30%; by default all that can.
    #[arg(long, value_name = "SHARE", value_parser = share)]
    target: Option<Decimal>,
    /// What was decided about recommendations: decisions.yaml, or the workbook of `redtape report` with its column filled in.
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
    /// Keep what was decided, in this file; by default decisions.yaml beside the settings. What stands there stays as it is written.
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    write_decisions: Option<Option<PathBuf>>,
    /// How to show it.
    #[arg(long, value_enum, default_value = "table")]
    format: ListFormat,
    /// Write it to a file instead of the screen; a file is replaced whole or not at all.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Plans for what the flags name.
pub(crate) fn run(flags: &PlanFlags) -> Result<u8, String> {
    let mut run = judged::run(&flags.judged, Confidence::Presumed)?;
    if run.linted.world.procedures.is_empty() {
        return Ok(check::nothing(&run.paths, run.locale));
    }
    let aim = plan::Aim { target: flags.target, decisions: decisions::read(flags.decisions.as_deref(), &run.settings, &mut run.store)? };
    if let Some(into) = &flags.write_decisions {
        out::remark(&decisions::write(&aim.decisions, into.as_deref(), &run.settings)?);
    }
    let choice = run.settings.choice();
    let shown = |finding: &&Finding| choice.grade(&mut (*finding).clone(), run.store.name(finding.span.file));
    let findings: Vec<&Finding> = run.linted.judged.findings.iter().filter(shown).collect();
    let made = plan::make(&run.linted.world, &findings, &aim);
    let words = match flags.format {
        ListFormat::Table => render::plan::table(&made, &run.linted.world, run.locale),
        ListFormat::Json => render::plan::json(&made),
    };
    out::deliver(&words, flags.output.as_deref())?;
    Ok(run.code)
}
