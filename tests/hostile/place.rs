//! A folder to run the command in, and how every run must end, whatever it was given.

use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

/// The command as it was built for this test.
pub(crate) const REDTAPE: &str = env!("CARGO_BIN_EXE_redtape");

/// A procedure of which nothing is hostile.
pub(crate) const CALM: &str = "procedure: \"9.000001\"\ntitle: Báo tin\n";

/// A folder that is gone afterwards.
pub(crate) struct Place {
    at: TempDir,
}

/// What a run said.
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: Option<i32>,
}

impl Place {
    /// A folder that holds one calm procedure.
    pub(crate) fn calm() -> Self {
        let place = Self { at: tempfile::tempdir().expect("a folder for the test") };
        place.write("procedures/calm.yaml", CALM);
        place
    }

    /// The path of something in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.at.path().join(name)
    }

    /// Writes a file, and the folders it stands in.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the file");
        fs::write(path, bytes).expect("the file can be written");
    }

    /// What a file holds.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("the file is there, and is text")
    }

    /// What the files at or below a place hold, by their names; those that a killed run left beside are passed over.
    pub(crate) fn texts(&self, name: &str) -> BTreeMap<String, String> {
        let path = self.path(name);
        if path.is_dir() {
            return self.names(name).into_iter().flat_map(|inner| self.texts(&format!("{name}/{inner}"))).collect();
        }
        let shown = path.is_file() && !name.ends_with(".new");
        shown.then(|| (name.to_owned(), self.read(name))).into_iter().collect()
    }

    /// The names of what stands in a folder.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).expect("a folder");
        let mut names: Vec<String> = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// A program, to be run here.
    pub(crate) fn command(&self, program: &str, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(args).current_dir(self.at.path()).env_clear().env("COLUMNS", "100").env("REDTAPE", REDTAPE);
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).stdin(Stdio::null());
        command
    }

    /// What `redtape` says, which ended by itself: with one of its own numbers, and without a panic.
    #[track_caller]
    pub(crate) fn redtape(&self, args: &[&str]) -> Said {
        let said = Said::of(&self.command(REDTAPE, args).output().expect("redtape runs"));
        said.ended_well();
        said
    }

    /// The findings of a check of the folder `procedures`, each as its file and its rule.
    #[track_caller]
    pub(crate) fn findings(&self) -> Vec<(String, String)> {
        let said = self.redtape(&["check", "procedures", "--as-of", "2026-07-01", "--format", "json"]);
        let value: serde_json::Value = serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("no JSON: {}", said.err));
        let word = |one: &serde_json::Value| one.as_str().unwrap_or_default().to_owned();
        let found = value["findings"].as_array().expect("findings").iter();
        found.map(|one| (word(&one["location"]["file"]), word(&one["rule"]))).collect()
    }
}

impl Said {
    /// What a finished run said.
    pub(crate) fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("redtape prints UTF-8");
        Self { out: text(&output.stdout), err: text(&output.stderr), code: output.status.code() }
    }

    /// That it ended with one of its own numbers, and without a panic.
    #[track_caller]
    pub(crate) fn ended_well(&self) {
        assert!(matches!(self.code, Some(0..=3)), "{:?}: {}", self.code, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
    }
}
