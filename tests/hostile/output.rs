//! A reader who stops reading, and a disk that is full: every command ends by itself, quietly in the one case and with one plain line in the other.

use std::{
    fs::OpenOptions,
    process::{Command, Output, Stdio},
};

use crate::place::{Place, REDTAPE};

/// Every command that prints, with what it needs; the folder `procedures` and the revision `HEAD` are there.
const COMMANDS: &[&str] = &[
    "--help",
    "--version",
    "check --help",
    "check procedures --profile-rules",
    "check procedures --watch",
    "check procedures --against HEAD",
    "fix procedures --diff",
    "baseline write procedures",
    "baseline prune procedures",
    "explain time/limit-missing",
    "rules",
    "facts",
    "schema procedure",
    "diff --against HEAD procedures",
    "diff --against HEAD procedures --format json",
    "diff --against HEAD procedures --format markdown",
    "compare procedures",
    "plan procedures",
    "report procedures --format html",
    "score procedures",
    "registers status procedures",
    "recognise",
    "completions bash",
    "man",
];
const FORMATS: [&str; 11] = ["full", "concise", "summary", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv", "markdown"];

fn lines() -> Vec<String> {
    let formats = FORMATS.iter().map(|format| format!("check procedures --fail-on never --format {format}"));
    COMMANDS.iter().map(|line| (*line).to_owned()).chain(formats).collect()
}

/// A folder in a repository, with something to say of it.
fn place() -> Place {
    let place = Place::calm();
    // Something that `fix` can mend, by a rule of a house that may decide for itself.
    place.write("redtape.yaml", "rules: [house]\nlanguage: en\n");
    place.write("house/local/asks-for-photographs.yaml", include_str!("../house/asks-for-photographs.yaml"));
    place.write("words", "giấy khai sinh\n");
    let git = "git init -q && git add . && git -c user.name=a -c user.email=a@b commit -q -m a";
    assert!(place.command("sh", &["-c", git]).status().expect("a shell").success());
    place.write(
        "procedures/calm.yaml",
        format!("{}dossier: {{documents: [{{id: a, title: Giấy tờ khác}}, {{id: b, title: Ảnh 3x4}}]}}\n", crate::place::CALM),
    );
    place
}

fn command(place: &Place, line: &str) -> Command {
    let mut command = place.command(REDTAPE, &line.split(' ').collect::<Vec<_>>());
    command.stdin(OpenOptions::new().read(true).open(place.path("words")).expect("words to read")).stderr(Stdio::piped());
    command
}

fn told(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_reader_who_is_gone_is_no_error_in_any_command_or_format() {
    let place = place();
    for line in lines() {
        let mut child = command(&place, &line).stdout(Stdio::piped()).spawn().expect("redtape runs");
        // Before a word of it is read.
        drop(child.stdout.take());
        let (code, err) = told(&child.wait_with_output().expect("it ends by itself"));
        assert!(matches!(code, Some(0..=1)), "{line}: {code:?} {err}");
        assert!(!err.contains("standard output") && !err.contains("panicked"), "{line}: {err}");
    }
    println!("{} runs", lines().len());
}

#[test]
fn a_full_disk_is_one_plain_line_in_every_command_and_format() {
    let place = place();
    let Ok(full) = OpenOptions::new().write(true).open("/dev/full") else {
        eprintln!("skipped: there is no /dev/full here");
        return;
    };
    for line in lines() {
        let (code, err) = told(&command(&place, &line).stdout(full.try_clone().expect("a copy")).output().expect("it ends by itself"));
        assert_eq!(code, Some(2), "{line}: {err}");
        assert!(err.lines().filter(|line| line.contains("standard output: No space left on device")).count() == 1, "{line}: {err}");
        assert!(!err.contains("panicked"), "{line}: {err}");
    }
}
