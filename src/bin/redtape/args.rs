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
#[command(
    name = "redtape",
    version,
    max_term_width = 100,
    after_help = "Start here:
  redtape init            a catalogue with an example procedure
  redtape check           what the procedures ask that they may not, and who can change it
  redtape explain RULE    why a rule speaks, by what law, with examples"
)]
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
    #[command(after_help = "Examples:
  redtape schema procedure > procedure.schema.json    an editor then completes the keys of a procedure
  redtape schema findings                             what `redtape check --format json` prints")]
    Schema {
        /// Whose: of a procedure file, a register, a rule, redtape.yaml, or the findings that `check` prints.
        kind: SchemaKind,
    },
    /// List the facts that a rule may use, in Markdown.
    Facts,
    /// Turn other people's records into procedure files.
    Import(ImportFlags),
    /// Say which papers a phrase of a dossier means.
    Recognise(RecogniseFlags),
    /// Start a catalogue: settings, an example procedure, an editor setting.
    Init {
        /// The folder; what is there already stays as it is.
        #[arg(default_value = ".")]
        directory: PathBuf,
    },
    /// Print shell completions.
    #[command(after_help = "Examples:
  redtape completions bash > ~/.local/share/bash-completion/completions/redtape
  redtape completions zsh > ~/.zfunc/_redtape
  redtape completions fish > ~/.config/fish/completions/redtape.fish")]
    Completions {
        /// For which shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page in roff: `redtape man | man -l -`.
    Man,
}

/// What to lint, and how to say it.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape check                                  the catalogue here, by today's law
  redtape check --as-of 2024-06-30 birth.yaml    one file, as the law stood on a day
  redtape check --rule once-only                 what one group of rules says
  redtape check --format summary                 counts by rule, sector and who can act
  redtape check --format json -o findings.json   for programs, as `redtape schema findings` says
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
    /// Ask only this rule or this group of rules, and those about broken files; may be repeated.
    #[arg(long = "rule", value_name = "ID")]
    pub(crate) rules: Vec<String>,
    /// How many days ahead a law about to lapse is spoken of [default: 180].
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(i64).range(0..=3660))]
    pub(crate) horizon: Option<i64>,
    /// List what the files accept, each with its reason and its last day.
    #[arg(long)]
    pub(crate) show_accepted: bool,
    /// For whom: `pedantic` adds what only those want who want to know everything [default: regular].
    #[arg(long, value_enum)]
    pub(crate) persona: Option<PersonaName>,
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

/// Which rule, and how to explain it.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape explain RULE            what it says, why, by what law, with examples
  redtape explain RULE --lang vi  the same in Vietnamese")]
pub(crate) struct ExplainFlags {
    /// The rule, as group/name; `redtape rules` lists them.
    pub(crate) rule: String,
    /// In which language; by default that of the settings, else English.
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
    /// The settings, for rules of a catalogue's own.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// How to list the rules.
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

/// What to import, and where to.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape import --from national-api records/ --into procedures/vn
  redtape import --from word-tables birth.json --into procedures/vn --sector civil-status

Importing twice gives the same bytes. A file that somebody has changed since is kept and named,
unless --force is given. A record that cannot be read is named with the reason; the exit code is 1.")]
pub(crate) struct ImportFlags {
    /// What the records are: JSON of the national database, or tables taken from decisions.
    #[arg(long, value_enum)]
    pub(crate) from: FromName,
    /// The records: files, or folders of them.
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// The folder the procedure files go to, in a folder for each sector.
    #[arg(long, value_name = "DIR")]
    pub(crate) into: PathBuf,
    /// The sector of all of them, as civil-status; by default each record's own.
    #[arg(long, value_parser = slug)]
    pub(crate) sector: Option<String>,
    /// Replace files that are there already and say something else.
    #[arg(long)]
    pub(crate) force: bool,
}

/// What to recognise, and how to show it.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape recognise 'Bản sao Giấy khai sinh hoặc hộ chiếu'
  redtape recognise --format json < phrases.txt")]
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

fn slug(text: &str) -> Result<String, String> {
    let near = redtape::text::slug(text);
    if near == text && !near.is_empty() {
        Ok(near)
    } else {
        Err(format!("a sector is small letters and hyphens, as civil-status; `{near}` would do"))
    }
}
