//! What goes to the screen or a file; a reader who stops reading is no error.

use std::{
    io::{self, IsTerminal, Write},
    path::Path,
};

use redtape::{files, render::Screen, text};

use crate::args::When;

/// Prints `words` on standard output.
pub(crate) fn print(words: &str) -> Result<(), String> {
    is_heard(words).map(|_| ())
}

/// Prints `words` on standard output; whether somebody still reads it.
pub(crate) fn is_heard(words: &str) -> Result<bool, String> {
    let mut out = io::stdout().lock();
    match out.write_all(words.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(reason) if reason.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(reason) => Err(not_whole(&reason)),
    }
}

/// Why not all of it came to standard output.
pub(crate) fn not_whole(reason: &io::Error) -> String {
    format!("standard output: {reason}; what was printed is not whole")
}

/// Prints `words` on standard output, or puts them whole into `file`.
pub(crate) fn deliver(words: &str, file: Option<&Path>) -> Result<(), String> {
    match file {
        None => print(words),
        Some(path) => put(words.as_bytes(), path),
    }
}

/// Puts `bytes` whole into `file`.
pub(crate) fn put(bytes: &[u8], file: &Path) -> Result<(), String> {
    files::replace(file, bytes).map_err(|error| error.to_string())
}

/// Says on standard error why it could not be done.
pub(crate) fn complain(says: &str) {
    remark(&format!("redtape: {says}"));
}

/// Says something on standard error; if even that is closed there is nobody left to tell.
pub(crate) fn remark(says: &str) {
    let _unheard = writeln!(io::stderr(), "{}", text::terminal(says));
}

/// How the reader's screen is: colours by the flag, then `NO_COLOR`, `FORCE_COLOR` and `CLICOLOR_FORCE`, then whether it is one.
pub(crate) fn screen(when: When, to_file: bool) -> Screen {
    let said = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let set = |name: &str| said(name).is_some_and(|value| value != "0");
    let terminal = io::stdout().is_terminal() && !to_file;
    let colour = match when {
        When::Always => true,
        When::Never => false,
        When::Auto if said("NO_COLOR").is_some() => false,
        When::Auto if set("FORCE_COLOR") || set("CLICOLOR_FORCE") => true,
        When::Auto => terminal && said("TERM").is_none_or(|term| term != "dumb"),
    };
    let columns = std::env::var("COLUMNS").map_or(None, |columns| columns.parse().map_or(None, Some));
    let measured = if terminal { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
    Screen { colour, width: columns.or(measured).unwrap_or(100) }
}
