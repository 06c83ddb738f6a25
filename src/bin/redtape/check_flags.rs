//! The flags of `redtape check`.

use std::path::PathBuf;

use clap::Args as Flags;
use redtape::date::Date;

use crate::{
    args::{FailOn, Lang, PersonaName, Sure, When, day},
    outputs::Outputs,
};

/// What to lint, and how to say it.
#[derive(Default, Flags)]
#[command(after_help = "Examples:
  redtape check                                  the catalogue here, by today's law
  redtape check --as-of 2024-06-30 birth.yaml    one file, as the law stood on a day
  redtape check --rule once-only                 what one group of rules says
  redtape check --format summary                 counts by rule, sector and who can act
  redtape check --format json -o findings.json   for programs, as `redtape schema findings` says
  redtape check --format concise -o - --format sarif -o findings.sarif
                                                 several at once: each -o belongs to the --format before it
  redtape check --baseline baseline.yaml         only what came since `redtape baseline write`
  redtape check --against origin/main            only what the change brought
  redtape check --min-confidence undetermined    also what the registers cannot tell

How sure a finding is:
  proved         the registers hold all the law there is on this point, and it is in force
  presumed       they point that way, but a link is missing
  undetermined   they are silent; somebody must look it up

Exit codes: 0 clean; 1 findings at or above --fail-on; 2 could not run; 3 no procedure found.")]
pub(crate) struct CheckFlags {
    /// Files and folders; by default those that redtape.yaml names, else procedures/.
    pub(crate) paths: Vec<PathBuf>,
    /// The day whose law applies, as 2026-11-23; by default today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<Date>,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
    /// From which severity on the exit code is 1 [default: error].
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<FailOn>,
    /// Hide findings less sure than this [default: presumed].
    #[arg(long, value_enum, value_name = "CONFIDENCE")]
    pub(crate) min_confidence: Option<Sure>,
    /// Ask only this rule or this group of rules, and those about broken files; may be repeated.
    #[arg(long = "rule", value_name = "ID")]
    pub(crate) rules: Vec<String>,
    /// How many days ahead a law about to lapse is spoken of [default: 180].
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(i64).range(0..=3660))]
    pub(crate) horizon: Option<i64>,
    /// How often procedures are used: a table in CSV, a row for each procedure and year; its figures take the place of those in the files.
    #[arg(long, value_name = "FILE")]
    pub(crate) volumes: Option<PathBuf>,
    /// Do not speak of what this baseline knows already; what of it is gone is named, and no fault.
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Speak only of what came since this revision of the git repository, and judge what changed; what was there before is counted.
    #[arg(long, value_name = "REV")]
    pub(crate) against: Option<String>,
    /// A file among those named that is no procedure: the baseline that is written.
    #[arg(skip)]
    pub(crate) left_out: Option<PathBuf>,
    /// Stay, and show what is to be said of each file as it is saved; ends with Ctrl-C.
    #[arg(long)]
    pub(crate) watch: bool,
    /// List what the files accept, each with its reason and its last day.
    #[arg(long)]
    pub(crate) show_accepted: bool,
    /// For whom: `pedantic` adds what only those want who want to know everything [default: regular].
    #[arg(long, value_enum)]
    pub(crate) persona: Option<PersonaName>,
    /// Also say on standard error what each rule costs, the dearest first.
    #[arg(long)]
    pub(crate) profile_rules: bool,
    /// The settings; by default redtape.yaml here or above.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Whether to use colours; `auto` heeds NO_COLOR, FORCE_COLOR and whether it is a terminal.
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub(crate) color: When,
    /// The language of messages; by default that of the settings, else English.
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
}
