//! `redtape report`.

use std::{
    io::IsTerminal,
    path::{Path, PathBuf},
};

use clap::Args as Flags;
use redtape::{
    confidence::Confidence,
    plan::Aim,
    render::{self, paper},
    report::review::{self, Audience, Wish},
};
use rust_decimal::Decimal;

use crate::{
    args::{AudienceName, ReportFormat, share},
    check, decisions,
    judged::{self, JudgedFlags},
    out,
};

/// What to report on, for whom, and as what.
#[derive(Flags)]
#[command(after_help = "Examples:
  redtape report --format docx -o plan.docx --lang vi            the plan of the office, in Vietnamese
  redtape report danh-muc.xlsx --lang vi -o phuong-an.md         straight from a list in Excel
  redtape report --audience province --format docx -o plan.docx  with the draft decision that approves it
  redtape report -o plan.xlsx                                    a workbook on which decisions can be written
  redtape report --format html -o report.html                    one page that opens anywhere
  redtape report --target 30% --format markdown                  as little as reaches the target

The report says what is proved, what is presumed and must be checked first, and where the registers
are silent; it accuses nobody of more than they prove.

Exit codes: 0 written; 1 written, but a file could not be read; 2 could not run; 3 no procedure found.")]
pub(crate) struct ReportFlags {
    #[command(flatten)]
    judged: JudgedFlags,
    /// As what to write it; by default what the name of the file ends in, else markdown.
    #[arg(long, value_enum)]
    format: Option<ReportFormat>,
    /// The file to write; it is replaced whole or not at all. Without it text goes to the screen, a page into a pipe.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// For whom.
    #[arg(long, value_enum, default_value = "agency")]
    audience: AudienceName,
    /// The title.
    #[arg(long, value_name = "WORDS")]
    title: Option<String>,
    /// The share of the cost and of the time that is to go, as 30%; by default all that can.
    #[arg(long, value_name = "SHARE", value_parser = share)]
    target: Option<Decimal>,
    /// What was decided about recommendations; by default decisions.yaml beside the settings.
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

/// Reports on what the flags name.
pub(crate) fn run(flags: &ReportFlags) -> Result<u8, String> {
    let format = form(flags);
    let file = whither(flags, format)?;
    let mut run = judged::run(&flags.judged, Confidence::Undetermined)?;
    if run.linted.world.procedures.is_empty() {
        return Ok(check::nothing(&run.paths, run.locale));
    }
    let decisions = decisions::read(flags.decisions.as_deref(), &run.settings, &mut run.store)?;
    let audience = match flags.audience {
        AudienceName::Agency => Audience::Agency,
        AudienceName::Province => Audience::Province,
        AudienceName::Ministry => Audience::Ministry,
    };
    let aim = Aim { target: flags.target, decisions };
    let wish = Wish { title: flags.title.clone(), audience, aim, command: again() };
    let choice = redtape::report::Choice { min_confidence: Confidence::Undetermined, ..run.settings.choice() };
    let review = review::make(run.linted, &run.store, &choice, &run.rules, wish).map_err(|error| error.to_string())?;
    let written = match format {
        ReportFormat::Markdown => paper::markdown(&paper::of(&review, run.locale)).into_bytes(),
        ReportFormat::Html => render::html(&review, run.locale)?.into_bytes(),
        ReportFormat::Xlsx => render::xlsx(&review, run.locale)?,
        ReportFormat::Json => render::review_json(&review).into_bytes(),
        ReportFormat::Docx => render::docx(&paper::brief(&review, run.locale), run.locale.say("report.contents"), review.trace.as_of)?,
    };
    match file {
        Some(path) => out::put(&written, path)?,
        None => out::print(&String::from_utf8_lossy(&written))?,
    }
    Ok(run.code)
}

/// The form that was asked for, else that of the file's ending, else Markdown.
fn form(flags: &ReportFlags) -> ReportFormat {
    let ending = flags.output.as_deref().and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    flags.format.unwrap_or(match ending.as_deref() {
        Some("docx") => ReportFormat::Docx,
        Some("xlsx") => ReportFormat::Xlsx,
        Some("html" | "htm") => ReportFormat::Html,
        Some("json") => ReportFormat::Json,
        _ => ReportFormat::Markdown,
    })
}

/// The file to write; what office programs and browsers read is nothing for a screen. A page can go down a pipe.
fn whither(flags: &ReportFlags, format: ReportFormat) -> Result<Option<&Path>, String> {
    match (flags.output.as_deref(), format) {
        (None, ReportFormat::Html) if std::io::stdout().is_terminal() => {
            Err("a page is nothing for a screen: -o report.html, or > report.html".to_owned())
        }
        (None, ReportFormat::Docx) => Err("a Word document needs a file: -o report.docx".to_owned()),
        (None, ReportFormat::Xlsx) => Err("a workbook needs a file: -o report.xlsx".to_owned()),
        (file, _) => Ok(file),
    }
}

/// The command that was given, so that the report can be made again.
fn again() -> String {
    let words = std::env::args().skip(1).map(|word| check::quoted(&word));
    format!("redtape {}", words.collect::<Vec<_>>().join(" "))
}
