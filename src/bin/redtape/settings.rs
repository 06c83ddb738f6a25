//! The settings of a catalogue, `redtape.yaml`, as the command uses them.

use std::path::{Path, PathBuf};

use redtape::{
    confidence::Confidence,
    config::{self, Config},
    files::{self, Store},
    report::{Below, Choice},
    rule::Persona,
};

use crate::{
    args::Lang,
    catalogue::{refuse, shown, unreadable},
    language,
};

/// The name of the settings file.
const SETTINGS: &str = "redtape.yaml";

/// Settings, the file they come from and the folder it stands in.
#[derive(Default)]
pub(crate) struct Settings {
    pub(crate) config: Config,
    pub(crate) folder: PathBuf,
    pub(crate) file: String,
}

/// The settings named, else those here or in a folder above; none is fine.
pub(crate) fn read(named: Option<&Path>, store: &mut Store) -> Result<Settings, String> {
    let path = match named {
        Some(path) => Some(path.to_owned()),
        None => above(),
    };
    let Some(path) = path else { return Ok(Settings::default()) };
    let name = shown(&path);
    let file = store.disk(name.clone(), path.clone());
    let text = store.text(file).map_err(|fault| format!("the settings {name}: {}", unreadable(&fault)))?;
    let (config, problems) = config::read(file, &text);
    refuse(&name, &text, &problems).map_err(|says| format!("the settings cannot be used:\n{says}"))?;
    let folder = path.parent().map(Path::to_owned).unwrap_or_default();
    drop(text);
    Ok(Settings { config, folder, file: name })
}

fn above() -> Option<PathBuf> {
    let here = PathBuf::from(SETTINGS);
    if here.is_file() {
        return Some(here);
    }
    let folder = std::env::current_dir().map_or(None, Some)?;
    folder.ancestors().skip(1).map(|folder| folder.join(SETTINGS)).find(|path| path.is_file())
}

impl Settings {
    /// The language that the flag names, else the settings, else the environment, else English.
    pub(crate) fn language(&self, flag: Option<Lang>) -> String {
        let named = flag.map(|lang| lang.code().to_owned()).or_else(|| self.config.language.clone());
        named.unwrap_or_else(|| language::of_environment().to_owned())
    }

    /// What is shown by the settings alone.
    pub(crate) fn choice(&self) -> Choice {
        let config = &self.config;
        Choice {
            min_confidence: config.min_confidence.unwrap_or(Confidence::Presumed),
            persona: config.persona.unwrap_or(Persona::Regular),
            severity: config.severity.clone(),
            personas: config.personas.clone(),
            paths: self.below(),
            ..Choice::default()
        }
    }

    /// What holds below some paths only, by the names under which files are shown.
    pub(crate) fn below(&self) -> Vec<Below> {
        let paths = self.config.paths.iter();
        let below = paths.map(|one| Below {
            path: shown(&self.folder.join(&one.path)).replace('\\', "/"),
            disable: one.disable.clone(),
            severity: one.severity.clone(),
        });
        below.collect()
    }

    /// The YAML files in the folders that a key of the settings names, each with its folder.
    pub(crate) fn files(&self, key: &str, folders: &[String]) -> Result<Vec<(PathBuf, PathBuf)>, String> {
        let mut found = Vec::new();
        for folder in folders {
            let folder = self.folder.join(folder);
            let files = files::discover(&folder).map_err(|error| format!("{}: in `{key}`: {error}", self.file))?;
            found.extend(files.into_iter().map(|file| (folder.clone(), file)));
        }
        Ok(found)
    }
}
