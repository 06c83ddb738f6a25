//! The flags of the smaller commands.

use std::path::PathBuf;

use clap::{Args as Flags, Subcommand};
use redtape::date::Date;

use crate::args::{ExportTo, FromName, Lang, ListFormat, day, rule_id, slug};

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

/// How to list the rules, or what to do with rules of one's own.
#[derive(Flags)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:
  redtape rules                              every rule in one line
  redtape rules new local/no-fee-for-poor    a rule of your own, with an example to finish
  redtape rules test                         runs the examples of your own rules"
)]
pub(crate) struct RulesFlags {
    /// What to do.
    #[command(subcommand)]
    pub(crate) action: Option<RulesAction>,
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

/// What to do with rules of one's own.
#[derive(Subcommand)]
pub(crate) enum RulesAction {
    /// Write a rule with one example that fails until the rule is finished.
    New(NewRuleFlags),
    /// Run the examples of rule files: which line was expected to speak, and which spoke unasked.
    Test(TestRulesFlags),
}

/// Which rule to write.
#[derive(Flags)]
pub(crate) struct NewRuleFlags {
    /// Its name, as group/slug in small letters.
    #[arg(value_name = "GROUP/SLUG", value_parser = rule_id)]
    pub(crate) id: String,
    /// The settings, which say in what folder the catalogue keeps its rules.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// Which rules to test.
#[derive(Flags)]
pub(crate) struct TestRulesFlags {
    /// Rule files, or folders of them; by default the folders that redtape.yaml names.
    pub(crate) paths: Vec<PathBuf>,
    /// The settings.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// What to compare, and how to show it.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape compare                                       every title that several procedures bear
  redtape compare --title 'cấp đổi giấy chứng nhận'     those whose title holds these words
  redtape compare --format json procedures/ > peers.json

A title is the same where it differs only by marks, by the level, or by the name of the province.")]
pub(crate) struct CompareFlags {
    /// Files and folders; by default those that redtape.yaml names, else procedures/.
    pub(crate) paths: Vec<PathBuf>,
    /// Only titles that hold all of these words, in any order.
    #[arg(long, value_name = "WORDS", default_value = "")]
    pub(crate) title: String,
    /// The day on which the procedures must be in force, as 2026-11-23; by default today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<Date>,
    /// How to show it.
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: ListFormat,
    /// In which language; by default that of the settings, else English.
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
    /// The settings; by default redtape.yaml here or above.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// What to import, and where to.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape import --from national-api records/ --into procedures/vn
  redtape import --from word-tables birth.json --into procedures/vn --sector civil-status
  redtape import --from national-api ministry/ --into registers/norms --as-norm
  redtape import --from docx decisions/ --into procedures/vn
  redtape import --from xlsx procedures.xlsx --into procedures/vn --force
  redtape import --from csv sheets/ --into procedures/vn --force
  redtape import --from xlsx list.xlsx --suggest-mapping > mapping.yaml
  redtape import --from xlsx list.xlsx --mapping mapping.yaml --into procedures/vn

Importing twice gives the same bytes. A file that somebody has changed since is kept and named,
unless --force is given. A record that cannot be read is named with the reason; the exit code is 1.
A mistake in a spreadsheet is named with its cell; nothing is written then, and the exit code is 2.")]
pub(crate) struct ImportFlags {
    /// What the records are.
    #[arg(long, value_enum)]
    pub(crate) from: FromName,
    /// The records: files, or folders of them.
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// The folder the procedure files go to, in a folder for each sector.
    #[arg(
        long,
        value_name = "DIR",
        required = false,
        required_unless_present = "suggest_mapping",
        default_value_if("suggest_mapping", "true", ".")
    )]
    pub(crate) into: PathBuf,
    /// Which column of a list in a spreadsheet is what; headings that are known need none.
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Option<PathBuf>,
    /// Print the beginning of a mapping for the list in a spreadsheet, and import nothing.
    #[arg(long)]
    pub(crate) suggest_mapping: bool,
    /// The sector of all of them, as civil-status; by default each record's own.
    #[arg(long, value_parser = slug)]
    pub(crate) sector: Option<String>,
    /// Write each as a register of one norm, the national version that local ones are held against; --into is then a folder of registers.
    #[arg(long)]
    pub(crate) as_norm: bool,
    /// Replace files that are there already and say something else.
    #[arg(long)]
    pub(crate) force: bool,
}

/// What to export, and where to.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape export --to xlsx --into procedures.xlsx              all procedures of the catalogue
  redtape export --to csv --into sheets/ procedures/vn/land    a file for each sheet
  redtape import --from xlsx procedures.xlsx --into procedures/vn --force    and back
  redtape export --to cpsv-ap --base https://example.org/id/ --into services.jsonld

In sheets nothing is lost but comments and the order of keys; what has no place there is named,
nothing is written then, and the exit code is 2. Linked data leave out a procedure that names no
authority, which is named, and the exit code is 1.")]
pub(crate) struct ExportFlags {
    /// As what.
    #[arg(long, value_enum)]
    pub(crate) to: ExportTo,
    /// Files and folders; by default those that redtape.yaml names, else procedures/.
    pub(crate) paths: Vec<PathBuf>,
    /// The workbook, the document, or the folder of the texts.
    #[arg(long, value_name = "PATH")]
    pub(crate) into: PathBuf,
    /// What the names of things begin with in linked data.
    #[arg(long, value_name = "URI", default_value = "urn:redtape:")]
    pub(crate) base: String,
    /// The settings; by default redtape.yaml here or above.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
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

/// What to do with the registers.
#[derive(Subcommand)]
pub(crate) enum RegistersAction {
    /// Say what nobody has read of late, what is about to end, and, of the files named, how their citations resolve.
    Status(StatusFlags),
}

/// How the registers are looked at.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape registers status                          what of the registers is old or about to end
  redtape registers status procedures/              and how many findings there rest on it; which citations resolve
  redtape registers status --months 3 --horizon 30  stricter, and nearer
  redtape registers status --format json            for programs, with all entries")]
pub(crate) struct StatusFlags {
    /// Files and folders of procedures whose findings and citations are counted.
    pub(crate) paths: Vec<PathBuf>,
    /// After how many months a reading is old; by default as many as the registers themselves name.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1200))]
    pub(crate) months: Option<u16>,
    /// The day asked about, as 2026-11-23; by default that of the settings, else today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<Date>,
    /// How many days ahead an end is looked for [default: 180].
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(0..=3660))]
    pub(crate) horizon: Option<u16>,
    /// How to show it.
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: ListFormat,
    /// In which language; by default that of the settings, else English.
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
    /// The settings, for registers of a catalogue's own.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}
