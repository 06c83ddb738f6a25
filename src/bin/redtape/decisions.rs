//! `decisions.yaml` beside the settings: what was decided of recommendations and of changes.

use std::path::Path;

use redtape::{
    decision::{self, Decisions},
    files::Store,
};

use crate::catalogue::{self, Settings};

/// The name of the file, in the folder of the settings.
const DECISIONS: &str = "decisions.yaml";

/// The decisions in the file named, else in the one beside the settings; none is fine.
pub(crate) fn read(named: Option<&Path>, settings: &Settings, store: &mut Store) -> Result<Decisions, String> {
    let beside = settings.folder.join(DECISIONS);
    let path = match named {
        Some(path) => path.to_owned(),
        None if beside.is_file() => beside,
        None => return Ok(Decisions::default()),
    };
    let name = catalogue::shown(&path);
    let file = store.disk(name.clone(), path);
    let text = store.text(file).map_err(|fault| format!("the decisions {name}: {}", catalogue::unreadable(&fault)))?;
    let (decisions, problems) = decision::read(file, &text);
    catalogue::refuse(&name, &text, &problems).map_err(|says| format!("the decisions cannot be used:\n{says}"))?;
    Ok(decisions)
}
