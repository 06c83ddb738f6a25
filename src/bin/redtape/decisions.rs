//! `decisions.yaml` beside the settings: what was decided of recommendations and of changes.

use std::path::Path;

use redtape::{
    decision::{self, Decisions},
    files::{self, Store},
    import,
};

use crate::{catalogue, settings::Settings};

/// The name of the file, in the folder of the settings.
const DECISIONS: &str = "decisions.yaml";

/// How many mistakes are named.
const MOST: usize = 20;

/// The decisions in the file named, else in the one beside the settings; none is fine. What a workbook says stands above what stands there.
pub(crate) fn read(named: Option<&Path>, settings: &Settings, store: &mut Store) -> Result<Decisions, String> {
    let beside = settings.folder.join(DECISIONS);
    match named {
        Some(path) if is_workbook(path) => {
            let before = if beside.is_file() { of_file(&beside, store)? } else { Decisions::default() };
            Ok(decision::overlaid(before, &of_workbook(path)?))
        }
        Some(path) => of_file(path, store),
        None if beside.is_file() => of_file(&beside, store),
        None => Ok(Decisions::default()),
    }
}

/// Writes what was decided into `into`, else beside the settings, and says how much of it is new. What stands there stays as it is written.
pub(crate) fn write(decisions: &Decisions, into: Option<&Path>, settings: &Settings) -> Result<String, String> {
    let path = into.map_or_else(|| settings.folder.join(DECISIONS), Path::to_owned);
    let name = catalogue::shown(&path);
    let mut store = Store::default();
    let text = if path.exists() {
        of_file(&path, &mut store)?;
        let file = store.disk(name.clone(), path.clone());
        store.text(file).map_err(|fault| format!("the decisions {name}: {}", catalogue::unreadable(&fault)))?.to_string()
    } else {
        String::new()
    };
    let (text, fresh) = decision::merged(&text, decisions);
    files::replace(&path, text.as_bytes()).map_err(|error| error.to_string())?;
    Ok(format!("{name}: {} decisions, {fresh} of them new or changed", decisions.all.len()))
}

/// Whether a file is a workbook, by the ending that office programs give it.
fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["xlsx", "ods"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn of_workbook(path: &Path) -> Result<Decisions, String> {
    let name = catalogue::shown(path);
    let bytes = files::bytes(path).map_err(|fault| format!("the decisions {name}: {}", catalogue::unreadable(&fault)))?;
    import::decisions(&bytes).map_err(|wrong| {
        let more = if wrong.len() > MOST { format!("\nand {} more", wrong.len() - MOST) } else { String::new() };
        format!("the decisions in {name} cannot be used:\n{}{more}", wrong.iter().take(MOST).cloned().collect::<Vec<_>>().join("\n"))
    })
}

fn of_file(path: &Path, store: &mut Store) -> Result<Decisions, String> {
    let name = catalogue::shown(path);
    let file = store.disk(name.clone(), path.to_owned());
    let text = store.text(file).map_err(|fault| format!("the decisions {name}: {}", catalogue::unreadable(&fault)))?;
    let (decisions, problems) = decision::read(file, &text);
    catalogue::refuse(&name, &text, &problems).map_err(|says| format!("the decisions cannot be used:\n{says}"))?;
    Ok(decisions)
}
