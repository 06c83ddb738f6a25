//! Files dropped onto the program, as people do on Windows: the report is written beside the first of them.

use std::{
    ffi::OsString,
    io::{self, BufRead},
    path::{Path, PathBuf},
};

use clap::CommandFactory;

use crate::{args::Args, catalogue, out};

/// What was given, and where a report goes that nobody asked for by name.
pub(crate) struct Dropped {
    pub(crate) arguments: Vec<OsString>,
    report: Option<PathBuf>,
}

/// What is meant by the words the program was called with: files and nothing else are to be reported on.
pub(crate) fn meant(given: Vec<OsString>) -> Dropped {
    let command = Args::command();
    let file = |word: &OsString| Path::new(word).is_file() && command.find_subcommand(word).is_none();
    let Some(first) = given.get(1).filter(|_| given.iter().skip(1).all(file)) else { return Dropped { arguments: given, report: None } };
    let report = Path::new(first).with_extension("report.html");
    let mut arguments: Vec<OsString> = given.first().cloned().into_iter().collect();
    arguments.extend(["report", "--format", "html", "--output"].map(OsString::from));
    arguments.push(report.clone().into_os_string());
    arguments.push("--".into());
    arguments.extend(given.into_iter().skip(1));
    Dropped { arguments, report: Some(report) }
}

impl Dropped {
    /// Says where the report is, and keeps the window open in which Windows shows it, for that goes with the program.
    pub(crate) fn close(&self, done: &Result<u8, String>) {
        let Some(report) = &self.report else { return };
        if let Ok(0) = done {
            out::remark(&catalogue::shown(report));
        }
        if cfg!(windows) {
            let _closed = io::stdin().lock().read_line(&mut String::new());
        }
    }
}
