//! The table of figures that `--volumes` names.

use std::{collections::BTreeMap, path::Path};

use redtape::{files, import, link::Unjoined, locale::Locale, model::Volume, text};

use crate::{catalogue, out};

/// How many codes are named.
const FEW: usize = 5;
/// How many faults of one table are named.
const MOST: usize = 20;

/// The figures of the table named, by code; a table that cannot be read whole is refused.
pub(crate) fn read(named: Option<&Path>) -> Result<BTreeMap<String, Vec<Volume>>, String> {
    let Some(path) = named else { return Ok(BTreeMap::new()) };
    let name = catalogue::shown(path);
    let table = files::bytes(path).map_err(|fault| format!("{}: {}", text::line(&name), catalogue::unreadable(&fault)))?;
    import::figures(&table).map_err(|faults| {
        let said = faults.iter().take(MOST).map(|fault| format!("{}:{}:{}: {}", text::line(&name), fault.line, fault.column, fault.says));
        let mut said: Vec<String> = said.collect();
        if faults.len() > MOST {
            said.push(format!("and {} more", faults.len() - MOST));
        }
        format!("the table of figures cannot be used (line and column of the table):\n{}", said.join("\n"))
    })
}

/// Says of which codes the figures went nowhere.
pub(crate) fn remark(unjoined: &Unjoined, locale: &Locale) {
    for (key, codes) in [("volumes.unknown", &unjoined.unknown), ("volumes.shared", &unjoined.shared)] {
        if !codes.is_empty() {
            let few: Vec<&str> = codes.iter().take(FEW).map(String::as_str).collect();
            let more = if codes.len() > FEW { ", …" } else { "" };
            out::remark(&format!("{}: {}{more}", locale.count(key, codes.len()), few.join(", ")));
        }
    }
}
