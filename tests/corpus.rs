//! The findings of real procedures, so that every change of one shows as a difference:
//! `INSTA_UPDATE=always cargo test --test corpus` writes the snapshots anew; read what changed before you keep it.
//!
//! The records under `../shared/data` are other people's: of them only counts and fingerprints are kept, no text. Where
//! they are not there their tests are listed as ignored.

use std::{collections::BTreeMap, fmt::Write, path::Path, process::Command};

use insta::Settings;
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::Value;

/// The days on which the catalogue is read: before the paper household book ended, after, and after papers gave way to data.
const DAYS: [&str; 3] = ["2022-12-31", "2024-06-30", "2026-07-01"];

/// The sources of other people's records, each with its folder.
const SOURCES: [&str; 2] = ["national-api", "word-tables"];

fn main() {
    let catalogue = DAYS.into_iter().map(|day| Trial::test(format!("the catalogue says what it said on {day}"), move || catalogue(day)));
    let imported = SOURCES.into_iter().map(|source| {
        let records = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(source);
        let there = records.is_dir();
        Trial::test(format!("the records of {source} come to what they came to"), move || imported(source, &records))
            .with_ignored_flag(!there)
    });
    libtest_mimic::run(&Arguments::from_args(), catalogue.chain(imported).collect()).exit();
}

/// A line for each finding of the catalogue; what the registers cannot tell stays hidden.
fn catalogue(day: &str) -> Result<(), Failed> {
    let said = redtape(Path::new(env!("CARGO_MANIFEST_DIR")), &["check", "procedures/vn", "--as-of", day, "--format", "concise"])?;
    hold(&format!("corpus-catalogue-{day}"), &said)
}

/// How often each rule speaks on what is imported, and the fingerprints of what it proves.
fn imported(source: &str, records: &Path) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let summary = redtape(folder.path(), &["import", "--from", source, &records.to_string_lossy(), "--into", "procedures"])?;
    let args =
        ["check", "procedures", "--as-of", "2026-07-01", "--format", "json", "--min-confidence", "undetermined", "--persona", "pedantic"];
    let findings: Value = serde_json::from_str(&redtape(folder.path(), &args)?)?;
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut proved = Vec::new();
    for finding in findings["findings"].as_array().into_iter().flatten() {
        let word = |key: &str| finding[key].as_str().unwrap_or_default();
        *counts.entry((word("rule"), word("confidence"))).or_default() += 1;
        if word("confidence") == "proved" {
            proved.push(format!("{} {}", word("rule"), word("fingerprint")));
        }
    }
    proved.sort();
    let mut text = format!("{summary}\n{:#}\n\n", findings["totals"]);
    for ((rule, confidence), count) in counts {
        writeln!(text, "{count:6}  {confidence:12}  {rule}")?;
    }
    writeln!(text, "\nproved:\n{}", proved.join("\n"))?;
    hold(&format!("corpus-{source}"), &text)
}

/// What the command prints in a folder; that it could not run is a failure.
fn redtape(folder: &Path, args: &[&str]) -> Result<String, Failed> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redtape"));
    let output = command.args(args).current_dir(folder).env_clear().env("COLUMNS", "100").output()?;
    if !matches!(output.status.code(), Some(0 | 1)) {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn hold(name: &str, text: &str) -> Result<(), Failed> {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    // A difference is a panic, which the harness reports as the test's failure.
    settings.bind(|| insta::assert_snapshot!(name, text));
    Ok(())
}
