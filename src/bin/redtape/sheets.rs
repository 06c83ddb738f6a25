//! Spreadsheets that are imported: all of what they say, or nothing.

use redtape::{
    files,
    import::{self, Found, Refused},
    recognise::Lexicon,
    text,
};

use crate::{catalogue, code, flags::ImportFlags, import::records, out};

/// How many mistakes are named.
const MOST: usize = 20;

/// Imports the spreadsheets that the flags name, files that end so and all of whose sheets belong together.
pub(crate) fn run(flags: &ImportFlags, ending: &str, _lexicon: &Lexicon) -> Result<u8, String> {
    let named = records(&flags.paths, ending)?;
    if named.is_empty() {
        out::complain(&format!("no .{ending} file was found in what was named"));
        return Ok(code::NOTHING);
    }
    let mut read = Vec::new();
    for path in &named {
        let bytes = files::bytes(path).map_err(|fault| format!("{}: {}", catalogue::shown(path), catalogue::unreadable(&fault)))?;
        read.push((catalogue::shown(path), bytes));
    }
    let found = import::sheets(&read).map_err(|wrong| refused(&wrong))?;
    let done = write(&found, flags)?;
    out::print(&done)?;
    Ok(code::CLEAN)
}

/// Every mistake, a line each.
fn refused(wrong: &[Refused]) -> String {
    let mut said: Vec<String> = wrong.iter().take(MOST).map(|one| text::line(&one.reason).into_owned()).collect();
    if wrong.len() > MOST {
        said.push(format!("and {} more", wrong.len() - MOST));
    }
    format!("nothing was imported (sheet and cell of each mistake):\n{}", said.join("\n"))
}

/// Writes what was found; a file that is there already and says something else stays unless `--force` is given.
fn write(found: &[Found], flags: &ImportFlags) -> Result<String, String> {
    let (mut same, mut kept) = (0, Vec::new());
    for one in found {
        let path = flags.into.join(&one.file);
        match files::bytes(&path) {
            Ok(old) if old == one.text.as_bytes() => same += 1,
            Ok(_) if !flags.force => kept.push(path),
            Ok(_) | Err(_) if flags.force || !path.exists() => {
                files::replace(&path, one.text.as_bytes()).map_err(|error| error.to_string())?;
            }
            Ok(_) | Err(_) => kept.push(path),
        }
    }
    let files = if found.len() == 1 { "procedure file" } else { "procedure files" };
    let mut words = format!("{} {files} in {}", found.len(), text::line(&catalogue::shown(&flags.into)));
    if same > 0 {
        words.push_str(&format!("; there already, saying the same: {same}"));
    }
    words.push_str(".\n");
    for path in kept {
        words.push_str(&format!("kept as it is: {} says something else; --force replaces it\n", text::line(&catalogue::shown(&path))));
    }
    Ok(words)
}
