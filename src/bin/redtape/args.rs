//! The flags.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use redtape::{date::Date, render::Format};
use rust_decimal::Decimal;

use crate::{
    baseline::BaselineAction,
    check_flags::CheckFlags,
    diff::DiffFlags,
    fix::FixFlags,
    flags::{CompareFlags, ExplainFlags, ExportFlags, ImportFlags, RecogniseFlags, RegistersAction, RulesFlags},
    help::say,
    plan::PlanFlags,
    report::ReportFlags,
    score::ScoreFlags,
};

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
    /// Make the changes that are proved and that the office itself can make.
    Fix(FixFlags),
    /// Say what to change, in which order, who can change it and what it saves.
    Plan(PlanFlags),
    /// Write the report that can be put on a table: what to simplify, who must act, and what it saves.
    Report(ReportFlags),
    /// Keep old debts apart: findings that were there before anybody looked, which `check --baseline` then passes over.
    Baseline {
        /// What to do.
        #[command(subcommand)]
        action: BaselineAction,
    },
    /// Print a rule's manual page.
    Explain(ExplainFlags),
    /// List the rules; write and test rules of your own.
    Rules(RulesFlags),
    /// Print a JSON Schema, for editors and other programs.
    #[command(after_help = "Examples:
  redtape schema procedure > procedure.schema.json    an editor then completes the keys of a procedure
  redtape schema findings                             what `redtape check --format json` prints")]
    Schema {
        /// Whose: of a procedure file, a register, a rule, redtape.yaml, decisions.yaml, the findings that `check` prints, or the changes that `diff` prints.
        kind: SchemaKind,
    },
    /// List the facts that a rule may use, in Markdown.
    Facts,
    /// Compare two versions of a catalogue by meaning: what became heavier, lighter, and whether the law asks for it.
    Diff(DiffFlags),
    /// Show how procedures of one title differ from place to place.
    Compare(CompareFlags),
    /// Turn other people's records, Word documents and spreadsheets into procedure files.
    Import(ImportFlags),
    /// Write procedures as spreadsheets, to be edited there and imported again, or as linked data.
    Export(ExportFlags),
    /// Say which papers a phrase of a dossier means.
    Recognise(RecogniseFlags),
    /// Say how the procedures stand by the indicators of Decision 766/QĐ-TTg, as far as files and figures tell.
    Score(ScoreFlags),
    /// Look after the registers: how old they are, what of them is about to end, what they cover.
    Registers {
        /// What to do.
        #[command(subcommand)]
        action: RegistersAction,
    },
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

macro_rules! names {
    ($($(#[$says:meta])* $name:ident { $($(#[$of:meta])* $value:ident,)* })*) => {
        $($(#[$says])* #[derive(Clone, Copy, PartialEq, Eq, ValueEnum)] pub(crate) enum $name { $($(#[$of])* $value,)* })*
    };
}

names! {
    FormatName {
        /// Each finding with its line, the law, and what to do.
        Full,
        /// A line for each finding.
        Concise,
        /// Counts by rule, sector and who can act.
        Summary,
        /// For programs, as `redtape schema findings` says.
        Json,
        /// The same findings, a line each.
        Jsonl,
        /// SARIF 2.1.0, for code scanning.
        Sarif,
        /// Annotations on a pull request, the worst first; in a job of GitHub Actions also the job's summary.
        Github,
        /// GitLab's code quality report.
        Gitlab,
        /// JUnit's XML; what is below --fail-on passes.
        Junit,
        /// A table for spreadsheets.
        Csv,
        /// Markdown, for a comment or a page.
        Markdown,
    }
    ReportFormat {
        /// Text with tables, as GitHub and GitLab read it.
        Markdown,
        /// One page that opens anywhere.
        Html,
        /// For programs.
        Json,
        /// A Word document.
        Docx,
        /// A workbook, on which decisions can be written and read back.
        Xlsx,
    }
    AudienceName { Agency, Province, Ministry, }
    ListFormat { Table, Json, }
    FailOn { Error, Warning, Note, Never, }
    Sure { Proved, Presumed, Undetermined, }
    PersonaName { Regular, Pedantic, }
    Lang { En, Vi, Ar, }
    SchemaKind { Procedure, Register, Rule, Config, Decisions, Baseline, Mapping, Findings, Changes, Plan, Report, }
    FromName {
        /// JSON of the national portal, one procedure a file.
        NationalApi,
        /// The portal's printable form as JSON.
        WordTables,
        /// Word documents of the portal's printable form.
        Docx,
        /// An Excel workbook: one that `redtape export` wrote, or a list of procedures.
        Xlsx,
        /// The same as an OpenDocument spreadsheet.
        Ods,
        /// The same as text with commas, a file for each sheet.
        Csv,
    }
    ExportTo {
        /// An Excel workbook of linked sheets.
        Xlsx,
        /// A folder of texts with commas, one for each sheet.
        Csv,
        /// Public services of the Core Public Service Vocabulary (CPSV-AP 3.2), in JSON-LD.
        CpsvAp,
    }
}

/// When to use colours.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    #[default]
    Auto,
    Always,
    Never,
}

impl FormatName {
    pub(crate) fn format(self) -> Format {
        match self {
            Self::Full => Format::Full,
            Self::Concise => Format::Concise,
            Self::Summary => Format::Summary,
            Self::Json => Format::Json,
            Self::Jsonl => Format::Jsonl,
            Self::Sarif => Format::Sarif,
            Self::Github => Format::Github,
            Self::Gitlab => Format::Gitlab,
            Self::Junit => Format::Junit,
            Self::Csv => Format::Csv,
            Self::Markdown => Format::Markdown,
        }
    }
}

impl Lang {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Vi => "vi",
            Self::Ar => "ar",
        }
    }
}

/// A day, as a flag is given.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| say("`{text}` is no day of the calendar; write it as 2026-11-23", &[("text", text)]))
}

/// A share, as a flag is given: `30%` or `0.3`.
pub(crate) fn share(text: &str) -> Result<Decimal, String> {
    let (number, per) = text.strip_suffix('%').map_or((text, Decimal::ONE), |number| (number, Decimal::ONE_HUNDRED));
    let share = Decimal::from_str_exact(number.trim()).map(|number| number / per);
    share
        .map_or(None, |share| (Decimal::ZERO < share && share <= Decimal::ONE).then_some(share))
        .ok_or_else(|| say("`{text}` is no share; write it as 30% or 0.3", &[("text", text)]))
}

/// A name in small letters and hyphens, as a flag is given.
pub(crate) fn slug(text: &str) -> Result<String, String> {
    let near = redtape::text::slug(text);
    let refused = || say("a sector is small letters and hyphens, as civil-status; `{near}` would do", &[("near", &near)]);
    (near == text && !near.is_empty()).then(|| near.clone()).ok_or_else(refused)
}

/// The name of a rule, as a flag is given.
pub(crate) fn rule_id(text: &str) -> Result<String, String> {
    let parts: Vec<&str> = text.split('/').collect();
    match parts.as_slice() {
        [group, name] if [group, name].iter().all(|part| slug(part).is_ok()) => Ok(text.to_owned()),
        _ => Err(say("a rule is called group/slug, in small letters and hyphens, as local/asks-for-photographs", &[])),
    }
}
