//! A folder in which a step of a job is run, and the files of the project as trees.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use redtape::{
    span::FileId,
    yaml::{self, Node},
};
use tempfile::TempDir;

/// The command as it was built for this test.
const REDTAPE: &str = env!("CARGO_BIN_EXE_redtape");

/// A procedure of which there is something to say.
pub(crate) const LICENCE: &str = "procedure: \"2.002093\"\ntitle: {vi: Cấp giấy phép, en: Licence}\nauthority: provincial-peoples-committee\ndossier:\n  sets: 1\n  \
                                  documents:\n    - {id: other, title: {vi: Các giấy tờ khác có liên quan, en: Other related papers}}\ntime_limit: 10 working days\n";

/// Hands over the tree of a YAML file of the project.
pub(crate) fn tree(path: &str, visit: impl FnOnce(&Node<'_>)) {
    let text = fs::read_to_string(path).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    let (tree, problems) = yaml::parse(FileId::default(), &text);
    let problems: Vec<_> = problems.iter().filter(|one| one.kind.word() != "ambiguous-boolean").collect();
    assert!(problems.is_empty(), "{path}: {problems:?}");
    visit(tree.documents.first().unwrap_or_else(|| panic!("{path} holds nothing")));
}

/// The words under a pointer, which must be there.
pub(crate) fn words(node: &Node<'_>, pointer: &str) -> String {
    node.at(pointer).and_then(Node::text).unwrap_or_else(|| panic!("no words at {pointer}")).to_owned()
}

/// A job: a folder, with programs of its own before those of the machine.
pub(crate) struct Job {
    folder: TempDir,
}

/// What a step said.
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: Option<i32>,
}

impl Job {
    /// One with `redtape` on its path.
    pub(crate) fn new() -> Self {
        let job = Self { folder: tempfile::tempdir().expect("a folder for the test") };
        job.program("redtape", &format!("exec '{REDTAPE}' \"$@\""));
        job
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the file");
        fs::write(path, text).expect("the file can be written");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// Puts a program of that name on the path, which is this script.
    pub(crate) fn program(&self, name: &str, script: &str) {
        use std::os::unix::fs::PermissionsExt;
        self.write(&format!("bin/{name}"), &format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(self.path(&format!("bin/{name}")), fs::Permissions::from_mode(0o755)).expect("it can be run");
    }

    /// What `shell` says to a script, in this folder or in another one.
    pub(crate) fn runs(&self, shell: &str, script: &str, variables: &[(&str, &str)], folder: Option<&Path>) -> Said {
        let path = format!("{}:{}", self.path("bin").display(), std::env::var("PATH").unwrap_or_default());
        let mut command = Command::new(shell);
        command.args(["-e", "-c", script]).current_dir(folder.unwrap_or(self.folder.path())).stdin(Stdio::null());
        command.env("PATH", path).env("COLUMNS", "100").env_remove("GITHUB_STEP_SUMMARY").envs(variables.iter().copied());
        let output = command.output().unwrap_or_else(|fault| panic!("{shell}: {fault}"));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Said { out: text(&output.stdout), err: text(&output.stderr), code: output.status.code() }
    }
}
