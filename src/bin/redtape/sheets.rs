//! Spreadsheets that are imported: all of what they say, or nothing.

use std::path::Path;

use redtape::{
    files::{self, Store},
    import::{self, Found, Listed, Mapping, Refused},
    recognise::Lexicon,
    text,
};

use crate::{
    catalogue, code,
    flags::ImportFlags,
    import::{Written, records},
    out,
};

/// How many mistakes are named.
const MOST: usize = 20;

/// Imports the spreadsheets that the flags name, files that end so and all of whose sheets belong together.
pub(crate) fn run(flags: &ImportFlags, ending: &str, lexicon: &Lexicon) -> Result<u8, String> {
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
    if flags.suggest_mapping {
        out::print(&import::suggested(&read).map_err(|wrong| refused(&wrong))?)?;
        return Ok(code::CLEAN);
    }
    if flags.mapping.is_none() && import::are_sheets(&read) {
        let found = import::sheets(&read).map_err(|wrong| refused(&wrong))?;
        out::print(&write(&found, flags)?)?;
        return Ok(code::CLEAN);
    }
    let listed = list(flags, &read, lexicon)?;
    let mut written = Written::default();
    for imported in &listed.procedures {
        written.put(imported, flags)?;
    }
    written.tally.join(&listed.tally);
    if !listed.left_out.is_empty() {
        out::remark(&format!("columns under which nothing was read: {}", listed.left_out.join(", ")));
    }
    out::print(&written.summary(flags, &[]))?;
    Ok(code::CLEAN)
}

/// The list in the files, all of it.
fn list(flags: &ImportFlags, read: &[(String, Vec<u8>)], lexicon: &Lexicon) -> Result<Listed, String> {
    let mut listed = Listed::default();
    let mapping = match &flags.mapping {
        Some(path) => mapping(path)?,
        None => Mapping::default(),
    };
    for file in read {
        let one = import::listed(std::slice::from_ref(file), &mapping, lexicon, flags.sector.as_deref());
        let one = one.map_err(|wrong| format!("{}: {}", text::line(&file.0), refused(&wrong)))?;
        listed.procedures.extend(one.procedures);
        listed.tally.join(&one.tally);
        listed.left_out.extend(one.left_out);
    }
    if flags.as_norm && listed.procedures.iter().any(|one| one.procedure.issued_by.is_some()) {
        return Err("a province published some of these, and only a national version is a norm; nothing was imported".to_owned());
    }
    listed.left_out.sort();
    listed.left_out.dedup();
    Ok(listed)
}

/// The mapping in a file.
fn mapping(path: &Path) -> Result<Mapping, String> {
    let mut store = Store::default();
    let name = catalogue::shown(path);
    let file = store.disk(name.clone(), path.to_owned());
    let text = store.text(file).map_err(|fault| format!("the mapping {name}: {}", catalogue::unreadable(&fault)))?;
    let (mapping, problems) = import::mapping(file, &text);
    catalogue::refuse(&name, &text, &problems).map_err(|says| format!("the mapping cannot be used:\n{says}"))?;
    Ok(mapping)
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
