//! The baseline as somebody uses it: written, checked against, added to by hand, pruned.

use crate::folder::{Folder, LICENCE, QUIET};

const RUN: [&str; 4] = ["--as-of", "2026-07-01", "--rule", "dossier"];

fn check(folder: &Folder, name: &str, more: &[&str]) {
    folder.shows(name, &[&["check", "--format", "concise"], &RUN[..], more].concat());
}

#[test]
fn a_baseline_is_written_used_kept_and_pruned() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE)]);
    folder.shows("baseline-write", &[&["baseline", "write"], &RUN[..]].concat());
    crate::folder::holds("baseline-file", &folder.read("baseline.yaml"));
    check(&folder, "baseline-check", &["--baseline", "baseline.yaml"]);
    // A second debt, and a note by hand on the first.
    let noted = folder.read("baseline.yaml").replace("      fingerprints", "      note: the ministry is asked\n      fingerprints");
    folder.write("baseline.yaml", &noted.replace("version", "# By hand.\nversion"));
    folder.write("procedures/second.yaml", &LICENCE.replace("2.002093", "2.002094"));
    check(&folder, "baseline-new", &["--baseline", "baseline.yaml"]);
    folder.shows("baseline-write-again", &[&["baseline", "write"], &RUN[..]].concat());
    crate::folder::holds("baseline-file-again", &folder.read("baseline.yaml"));
    // One is gone, and the other is accepted in the file.
    std::fs::remove_file(folder.path("procedures/second.yaml")).expect("the file goes");
    let words = "accepted: [{rule: dossier/vague-component, at: /dossier/documents/1, because: it is asked, until: 2027-01-01}]\n";
    folder.write("procedures/licence.yaml", &format!("{LICENCE}{words}"));
    check(&folder, "baseline-stale", &["--baseline", "baseline.yaml"]);
    folder.shows("baseline-prune", &[&["baseline", "prune"], &RUN[..]].concat());
    assert!(folder.read("baseline.yaml").ends_with("files: {}\n"), "{}", folder.read("baseline.yaml"));
}

#[test]
fn a_baseline_written_elsewhere_names_files_from_its_own_folder() {
    let folder = Folder::with(&[("catalogue/procedures/a.yaml", LICENCE), ("catalogue/redtape.yaml", "language: en\n")]);
    let said = folder.redtape(&["baseline", "write", "catalogue/procedures", "-b", "catalogue/debts.yaml", "--as-of", "2026-07-01"]);
    assert_eq!((said.err.as_str(), said.code), ("", Some(0)));
    assert!(folder.read("catalogue/debts.yaml").contains("\n  procedures/a.yaml:\n"), "{}", folder.read("catalogue/debts.yaml"));
    let said = folder.redtape(&["check", "catalogue/procedures", "--baseline", "catalogue/debts.yaml", "--as-of", "2026-07-01"]);
    assert_eq!(said.code, Some(0), "{}", said.out);
    // The baseline itself is no procedure.
    for args in [
        &["baseline", "write", "catalogue", "-b", "catalogue/debts.yaml", "--rule", "time"][..],
        &["check", "catalogue", "--baseline", "catalogue/debts.yaml"],
    ] {
        let said = folder.redtape(args);
        assert!(!said.out.contains("debts.yaml:") || said.out.starts_with("catalogue/debts.yaml: "), "{}", said.out);
    }
    // What was not read is not called stale.
    folder.write("b.yaml", QUIET);
    let said = folder.redtape(&["check", "b.yaml", "--baseline", "catalogue/debts.yaml", "--as-of", "2026-07-01"]);
    assert!(!said.out.contains("stale"), "{}", said.out);
}

#[test]
fn what_a_baseline_lists_of_a_rule_that_is_gone_is_stale_and_of_one_not_asked_is_not() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE)]);
    folder.redtape(&[&["baseline", "write"], &RUN[..]].concat());
    let written = folder.read("baseline.yaml");
    let gone = "    dossier/of-old: {count: 1, fingerprints: [0123456789abcdef]}\n";
    folder.write("baseline.yaml", &format!("{written}{gone}"));
    for more in [&[][..], &["--rule", "time"]] {
        let said = folder.redtape(&[&["check", "--baseline", "baseline.yaml", "--as-of", "2026-07-01"], more].concat());
        assert!(said.out.contains("1 entry of the baseline is stale"), "{}", said.out);
        assert!(said.out.contains("  procedures/licence.yaml: dossier/of-old 0123456789abcdef\n"), "{}", said.out);
    }
    // Neither a profile nor the settings do away with a rule by leaving it out.
    for settings in ["profile: core\n", "disable: [dossier]\n"] {
        folder.write("redtape.yaml", settings);
        let said = folder.redtape(&["baseline", "prune", "--as-of", "2026-07-01"]);
        assert_eq!((said.err.as_str(), said.code), ("", Some(0)));
    }
    let plain =
        |text: &str| text.lines().filter(|line| !line.trim_start().starts_with('#')).map(|line| format!("{line}\n")).collect::<String>();
    assert_eq!(plain(&folder.read("baseline.yaml")), plain(&written));
}

#[test]
fn a_baseline_that_cannot_be_used_is_refused_with_line_and_column() {
    let folder = Folder::with(&[("procedures/a.yaml", "title: [")]);
    let said = folder.redtape(&["baseline", "write"]);
    assert_eq!((said.err.as_str(), said.code), ("1 finding of a rule that nothing may silence is not written; mend it\n", Some(0)));
    let entry = "count: 1, fingerprints: [0123456789abcdef]";
    folder.write("baseline.yaml", &format!("version: 1\nfiles:\n  procedures/a.yaml:\n    format/not-yaml: {{{entry}}}\n"));
    folder.shows("baseline-mandatory", &["check", "--baseline", "baseline.yaml"]);
    folder.write("baseline.yaml", &format!("version: 1\nfiles:\n  procedures/a.yaml:\n    time/limit-missing: {{{entry}, lines: [1]}}\n"));
    folder.shows("baseline-wrong", &["check", "--baseline", "baseline.yaml"]);
    folder.shows("baseline-missing", &["check", "--baseline", "other.yaml"]);
    let said = folder.redtape(&["check", "--baseline", "procedures/a.yaml", "-o", "procedures/a.yaml"]);
    assert_eq!((said.code, folder.read("procedures/a.yaml").as_str()), (Some(2), "title: ["));
}
