//! A folder to run the command in, and what the command says there.

use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use insta::Settings;
use tempfile::TempDir;

/// The command as it was built for this test.
pub(crate) const REDTAPE: &str = env!("CARGO_BIN_EXE_redtape");

/// A procedure that asks for a paper of which the administration has the data, rests on a decree that has ended, and
/// leaves open which paper it wants.
pub(crate) const LICENCE: &str = r#"procedure: "2.002093"
title: {vi: Cấp Giấy phép kinh doanh hóa chất hạn chế, en: Licence to trade in restricted chemicals}
sector: industry-trade
level: province
authority: provincial-peoples-committee
audience: [enterprise]
legal_basis: ["Nghị định 115/2015/NĐ-CP"]
dossier:
  sets: 1
  documents:
    - id: registration
      title: {vi: Giấy chứng nhận đăng ký doanh nghiệp, en: Enterprise registration certificate}
      evidence: enterprise-registration-certificate
      as: copy
    - id: other
      title: {vi: Các giấy tờ khác có liên quan, en: Other related papers}
channels:
  - {by: online, level: full}
  - {by: in-person}
time_limit: 10 working days
steps:
  - {id: submit, by: applicant}
  - {id: decide, by: provincial-peoples-committee, after: [submit]}
results:
  - {title: {vi: Giấy phép, en: Licence}, electronic: true}
"#;

/// A procedure of which nothing is to be said: it asks for nothing.
pub(crate) const QUIET: &str = r#"procedure: "9.000001"
title: {vi: Báo tin, en: Give notice}
"#;

/// A folder that is gone afterwards.
pub(crate) struct Folder {
    at: TempDir,
}

impl Folder {
    /// An empty one.
    pub(crate) fn empty() -> Self {
        Self { at: tempfile::tempdir().expect("a folder for the test") }
    }

    /// One that holds these files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self::empty();
        for (path, text) in files {
            folder.write(path, text);
        }
        folder
    }

    /// The path of something in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.at.path().join(name)
    }

    /// Writes a file, and the folders it stands in.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the file");
        fs::write(path, text).expect("the file can be written");
    }

    /// What a file holds.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("the file is there")
    }

    /// The command, to be run here.
    pub(crate) fn command(&self, program: &str, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(args).current_dir(self.at.path()).env_clear();
        command.env("COLUMNS", "100").env("TZ", "Asia/Ho_Chi_Minh").env("HOME", self.at.path());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("REDTAPE", REDTAPE);
        command.stdin(Stdio::null());
        command
    }

    /// What `redtape` says to these words.
    pub(crate) fn redtape(&self, args: &[&str]) -> Said {
        Said::of(&self.command(REDTAPE, args).output().expect("redtape runs"))
    }

    /// The same where these variables are set.
    pub(crate) fn redtape_where(&self, variables: &[(&str, &str)], args: &[&str]) -> Said {
        let mut command = self.command(REDTAPE, args);
        Said::of(&command.envs(variables.iter().copied()).output().expect("redtape runs"))
    }

    /// The same with something on standard input.
    pub(crate) fn redtape_reads(&self, words: &str, args: &[&str]) -> Said {
        let mut command = self.command(REDTAPE, args);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("redtape runs");
        let mut input = child.stdin.take().expect("its standard input");
        input.write_all(words.as_bytes()).expect("redtape reads");
        drop(input);
        Said::of(&child.wait_with_output().expect("redtape ends"))
    }

    /// What a shell says to a line in which `"$REDTAPE"` is the command.
    #[cfg(unix)]
    pub(crate) fn shell(&self, line: &str) -> Said {
        Said::of(&self.command("sh", &["-c", line]).output().expect("a shell runs"))
    }

    /// Holds what `redtape` says to these words against the snapshot of that name.
    #[track_caller]
    pub(crate) fn shows(&self, name: &str, args: &[&str]) {
        let said = self.redtape(args);
        let line = args.iter().map(|word| if word.contains(' ') { format!("'{word}'") } else { (*word).to_owned() });
        holds(name, &said.told(&line.collect::<Vec<_>>().join(" ")));
    }
}

/// What a run said.
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: Option<i32>,
}

impl Said {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("redtape prints UTF-8");
        Self { out: text(&output.stdout), err: text(&output.stderr), code: output.status.code() }
    }

    /// The whole run as one text.
    pub(crate) fn told(&self, line: &str) -> String {
        let code = self.code.map_or_else(|| "none".to_owned(), |code| code.to_string());
        let err = if self.err.is_empty() { String::new() } else { format!("[standard error]\n{}", self.err) };
        format!("$ redtape {line}\n{}{err}[exit code {code}]", self.out)
    }
}

/// Holds a text against the snapshot of that name.
#[track_caller]
pub(crate) fn holds(name: &str, text: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let text = unnumbered(text);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// The text without the lines of built-in registers, which move with every entry above them.
fn unnumbered(text: &str) -> String {
    let mut parts = text.split("registers/vn/");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str("registers/vn/");
        let (file, rest) = part.split_once(".yaml:").unwrap_or((part, ""));
        plain.push_str(file);
        if part.len() > file.len() {
            plain.push_str(".yaml:…");
            plain.push_str(rest.trim_start_matches(|c: char| c.is_ascii_digit()));
        }
    }
    plain
}
