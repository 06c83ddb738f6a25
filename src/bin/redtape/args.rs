//! The flags.

use std::path::PathBuf;

use clap::{Args as Flags, Parser, Subcommand, ValueEnum};
use redtape::date::Date;

/// Lint administrative procedures: say where they ask too much, by what law, and who can change it.
///
/// redtape reads YAML definitions of the procedures a government runs and holds them against the law in force on a day,
/// against the data the administration already has, and against each other.
///
/// Exit codes: 0 clean; 1 findings at or above --fail-on; 2 could not run; 3 no procedure found in what was named.
#[derive(Parser)]
#[command(name = "redtape", version, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lint procedures: files and folders, by default the catalogue here.
    Check(CheckFlags),
    /// Print a rule's manual page.
    Explain(ExplainFlags),
    /// List the rules.
    Rules(RulesFlags),
    /// Print a JSON Schema, for editors and other programs.
    Schema {
        /// Of what.
        kind: SchemaKind,
    },
    /// List the facts that rules may use.
    Facts,
    /// Turn other people's records into procedure files.
    Import(ImportFlags),
    /// Say which papers a phrase of a dossier means.
    Recognise(RecogniseFlags),
    /// Start a catalogue: settings, an example procedure, an editor setting.
    Init {
        /// Where.
        #[arg(default_value = ".")]
        directory: PathBuf,
    },
    /// Print shell completions.
    Completions {
        /// For which shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page in roff.
    Man,
}

/// What to lint, and how to say it.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape check                                  the catalogue in procedures/, as the law stands today
  redtape check --as-of 2024-06-30 birth.yaml    one file, as the law stood on a day
  redtape check --format summary                 counts by rule, sector and who can act
  redtape check --format json -o findings.json   for other programs; `redtape schema findings` describes it
  redtape check --min-confidence undetermined    also what the registers cannot tell")]
pub(crate) struct CheckFlags {
    /// Files and folders; by default those that redtape.yaml names, else procedures/.
    pub(crate) paths: Vec<PathBuf>,
    /// The day whose law applies, as 2026-11-23; by default today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<Date>,
    /// How to show it.
    #[arg(long, value_enum, default_value = "full")]
    pub(crate) format: FormatName,
    /// Write it to a file instead of the screen; a file is replaced whole or not at all.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// From which severity on the exit code is 1 [default: error].
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<FailOn>,
    /// Hide findings less sure than this [default: presumed].
    #[arg(long, value_enum, value_name = "CONFIDENCE")]
    pub(crate) min_confidence: Option<Sure>,
    /// Ask only these rules, by id or by group; may be given several times.
    #[arg(long = "rule", value_name = "ID")]
    pub(crate) rules: Vec<String>,
    /// For whom: `pedantic` shows what only those want who want to know everything.
    #[arg(long, value_enum)]
    pub(crate) persona: Option<PersonaName>,
    /// The settings; by default redtape.yaml here or above.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Whether to use colours; NO_COLOR and FORCE_COLOR are respected.
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub(crate) color: When,
    /// The language of messages [default: en].
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
}

#[derive(Flags)]
pub(crate) struct ExplainFlags {
    /// The rule, as once-only/asks-for-held-data.
    pub(crate) rule: String,
    /// In which language; by default that of the settings, else English.
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
    /// The settings, for rules of a catalogue's own.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

#[derive(Flags)]
pub(crate) struct RulesFlags {
    /// How to show them.
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: ListFormat,
    /// In which language; by default that of the settings, else English.
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
    /// The settings, for rules of a catalogue's own.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

#[derive(Flags)]
pub(crate) struct ImportFlags {
    /// What the records are.
    #[arg(long, value_enum)]
    pub(crate) from: FromName,
    /// The records: files, or folders of them.
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Where the procedure files go.
    #[arg(long, value_name = "DIR")]
    pub(crate) into: PathBuf,
    /// The sector of all of them; by default each record's own.
    #[arg(long)]
    pub(crate) sector: Option<String>,
    /// Replace files that are there already.
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Flags)]
pub(crate) struct RecogniseFlags {
    /// The phrases; by default each line of standard input.
    pub(crate) text: Vec<String>,
    /// How to show it: `json` prints a line for each phrase.
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: ListFormat,
    /// The day whose registers say who holds what, as 2026-11-23; by default today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<Date>,
}

macro_rules! names {
    ($($(#[$says:meta])* $name:ident { $($(#[$of:meta])* $value:ident,)* })*) => {
        $($(#[$says])* #[derive(Clone, Copy, PartialEq, Eq, ValueEnum)] pub(crate) enum $name { $($(#[$of])* $value,)* })*
    };
}

names! {
    FormatName { Full, Concise, Summary, Json, }
    ListFormat { Table, Json, }
    FailOn { Error, Warning, Note, Never, }
    Sure { Proved, Presumed, Undetermined, }
    PersonaName { Regular, Pedantic, }
    When { Auto, Always, Never, }
    Lang { En, Vi, }
    SchemaKind { Procedure, Register, Rule, Config, Findings, }
    FromName { NationalApi, WordTables, }
}

impl Lang {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Vi => "vi",
        }
    }
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| format!("`{text}` is no day of the calendar; write it as 2026-11-23"))
}
