//! How a run is shown and where: each `--format` with its `-o`.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Args, Command, FromArgMatches};
use redtape::{
    files,
    locale::Locale,
    render::{self, Format},
    report::Report,
};

use crate::{
    args::{FormatName, When},
    catalogue, out,
};

/// The variable that names the file of a job's summary.
const SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// What stands on the command line.
#[derive(Args)]
struct Given {
    /// How to show it; may be repeated, each with its own -o [default: full].
    #[arg(long = "format", value_enum, value_name = "FORMAT")]
    formats: Vec<FormatName>,
    /// Where the --format before it goes: a file, which is replaced whole or not at all, or `-` for the screen [default: -].
    #[arg(short, long = "output", value_name = "FILE")]
    outputs: Vec<PathBuf>,
}

/// One form of a report, and the file it goes to; without one, the screen.
pub(crate) struct Output {
    pub(crate) format: Format,
    pub(crate) file: Option<PathBuf>,
}

/// Every form of a report that a run is to give.
#[derive(Default)]
pub(crate) struct Outputs {
    pub(crate) all: Vec<Output>,
    refused: Option<String>,
}

impl Outputs {
    /// Why what stands on the command line cannot be done, if it cannot.
    pub(crate) fn sound(&self) -> Result<(), String> {
        self.refused.clone().map_or(Ok(()), Err)
    }

    /// Whether one of them is of that kind.
    pub(crate) fn any(&self, is: impl Fn(Format) -> bool) -> bool {
        self.all.iter().any(|one| is(one.format))
    }

    /// That none of them would be written over one of `files`, which are read.
    pub(crate) fn spare(&self, files: &[PathBuf]) -> Result<(), String> {
        let outputs = self.all.iter().filter_map(|one| one.file.as_deref());
        match outputs.into_iter().find(|output| files.iter().any(|path| files::is_same(path, output))) {
            Some(output) => Err(format!("{}: this file is to be read; name another one for --output", catalogue::shown(output))),
            None => Ok(()),
        }
    }
}

impl Outputs {
    /// Shows `report` in every form, each where it belongs; in a job of GitHub's, in its summary too. Whether whoever reads the screen still does.
    pub(crate) fn deliver(&self, report: &Report, locale: &Locale, colour: When) -> Result<bool, String> {
        let mut heard = true;
        for one in &self.all {
            let words = render::text(report, one.format, locale, out::screen(colour, one.file.is_some()));
            match &one.file {
                None => heard = out::is_heard(&words)?,
                Some(file) => out::put(words.as_bytes(), file)?,
            }
        }
        self.summary().map_or(Ok(()), |summary| add(&render::job_summary(report, locale), &summary))?;
        Ok(heard)
    }

    /// Adds what changed to the summary, where there is one.
    pub(crate) fn deliver_changes(&self, words: &str) -> Result<(), String> {
        self.summary().map_or(Ok(()), |summary| add(&format!("\n{words}"), &summary))
    }

    /// The file of the summary, in a job of GitHub's that is given its form.
    pub(crate) fn summary(&self) -> Option<PathBuf> {
        let summary = std::env::var_os(SUMMARY).filter(|path| self.any(|format| format == Format::Github) && !path.is_empty());
        summary.map(PathBuf::from)
    }
}

fn add(words: &str, summary: &Path) -> Result<(), String> {
    files::append(summary, words.as_bytes()).map_err(|error| error.to_string())
}

impl Args for Outputs {
    fn augment_args(command: Command) -> Command {
        Given::augment_args(command)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Given::augment_args_for_update(command)
    }
}

impl FromArgMatches for Outputs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = Given::from_arg_matches(matches)?;
        let places = |name: &str| matches.indices_of(name).map(Iterator::collect::<Vec<usize>>).unwrap_or_default();
        Ok(match paired(given, &places("formats"), &places("outputs")) {
            Ok(all) => Self { all, refused: None },
            Err(says) => Self { all: Vec::new(), refused: Some(says) },
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The n-th `-o` is that of the n-th `--format`; what they stand behind on the command line must say no other thing.
fn paired(given: Given, formats: &[usize], outputs: &[usize]) -> Result<Vec<Output>, String> {
    let Given { formats: mut names, outputs: files } = given;
    if names.is_empty() {
        names.push(FormatName::Full);
    }
    if files.len() > names.len() {
        return Err(format!("there are {} -o for {} --format; each -o takes one --format before it", files.len(), names.len()));
    }
    if let (Some(last), Some(output)) = (formats.last().filter(|_| files.len() < names.len()), outputs.last())
        && last < output
        && formats.len() > 1
    {
        let file = files.last().map(|file| catalogue::shown(file)).unwrap_or_default();
        return Err(format!(
            "there are fewer -o than --format, and `-o {file}` stands behind them all: write each -o behind its own --format, \
             and -o - for the one that goes to the screen"
        ));
    }
    let files = files.into_iter().map(Some).chain(std::iter::repeat(None));
    let all =
        names.into_iter().zip(files).map(|(name, file)| Output { format: name.format(), file: file.filter(|file| file != Path::new("-")) });
    let all: Vec<Output> = all.collect();
    if all.iter().filter(|one| one.file.is_none()).count() > 1 {
        return Err(
            "two formats cannot both go to the screen; give all but one of them a file: --format sarif -o findings.sarif".to_owned()
        );
    }
    let twice = |at: usize, one: &Output| one.file.is_some() && all.iter().take(at).any(|other| other.file == one.file);
    match all.iter().enumerate().find(|(at, one)| twice(*at, one)) {
        Some((_, one)) => {
            let file = one.file.as_deref().map(catalogue::shown).unwrap_or_default();
            Err(format!("two formats cannot both go into {file}; name another file for one of them"))
        }
        None => Ok(all),
    }
}
