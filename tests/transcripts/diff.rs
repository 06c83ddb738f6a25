//! What `diff` and `check --against` say of a repository, commit after commit, and of other versions.

use std::path::Path;

use serde_json::Value;

use crate::{
    folder::{Folder, holds},
    history::{COMMITS, LICENCE, commit, edit, git, repository},
};

#[test]
fn commits_are_told_apart_by_what_they_mean() {
    let folder = repository();
    let mut told = String::new();
    for (message, edits) in COMMITS {
        edits.iter().for_each(|one| edit(&folder, one));
        commit(&folder, message);
        let diff = ["diff", "--against", "HEAD~1"];
        let check = ["check", "--against", "HEAD~1", "--format", "concise"];
        let said = [folder.redtape(&diff).told(&diff.join(" ")), folder.redtape(&check).told(&check.join(" "))];
        told.push_str(&format!("# {message}\n\n{}\n\n", said.join("\n\n")));
    }
    holds("diff-commits", told.trim_end());
}

#[test]
fn all_of_them_together_in_every_form() {
    let folder = repository();
    COMMITS.iter().flat_map(|(_, edits)| *edits).for_each(|one| edit(&folder, one));
    // Nothing is committed: the tree is dirty, and HEAD is what stood before.
    folder.shows("diff-all", &["diff", "--against", "HEAD"]);
    folder.shows("diff-all-vi", &["diff", "--against", "HEAD", "--lang", "vi"]);
    folder.shows("diff-all-markdown", &["diff", "--against", "HEAD", "--format", "markdown"]);
    let said = folder.redtape(&["diff", "HEAD", "procedures", "--format", "json"]);
    let value: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!((value["version"].as_str(), said.code), (Some("diff-v1"), Some(1)));
    let schema: Value = serde_json::from_str(redtape::schema::Kind::Changes.text()).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let wrong: Vec<String> = validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_burden_that_a_document_approves_does_not_fail_until_its_end() {
    let folder = repository();
    COMMITS[1].1.iter().for_each(|one| edit(&folder, one));
    let said = folder.redtape(&["diff", "--against", "HEAD", "--format", "json"]);
    let value: Value = serde_json::from_str(&said.out).expect("JSON");
    let print = value["procedures"][0]["changes"][0]["fingerprint"].as_str().expect("a fingerprint").to_owned();
    let decisions = |until: &str| {
        let approved = format!("  - {{finding: {print}, decision: approved, document: 12/QĐ-UBND, until: {until}}}\n");
        let idle = "  - {finding: 0123456789abcdef, decision: approved, document: 13/QĐ-UBND, until: 2027-01-01}\n";
        folder.write("decisions.yaml", &format!("decisions:\n{approved}{idle}"));
    };
    decisions("2027-12-31");
    folder.shows("diff-approved", &["diff", "--against", "HEAD"]);
    folder.shows("diff-approved-heavier", &["diff", "--against", "HEAD", "--fail-on", "heavier"]);
    decisions("2026-06-30");
    folder.shows("diff-approval-over", &["diff", "--against", "HEAD"]);
    folder.write("decisions.yaml", "decisions:\n  - {finding: 0123456789abcdef, decision: aproved}\n");
    folder.shows("diff-decisions-wrong", &["diff", "--against", "HEAD"]);
}

#[test]
fn rules_are_silent_on_a_change_that_a_document_approves() {
    let folder = repository();
    edit(&folder, &("licence", "level: full", "level: partial"));
    commit(&folder, "less online");
    edit(&folder, &("licence", "  - {by: online, level: partial}\n", ""));
    let check = ["check", "--against", "HEAD", "--rule", "change", "--format", "concise"];
    let before = folder.redtape(&check);
    assert!(before.out.contains("change/online-lost"), "{}", before.out);
    let said = folder.redtape(&["diff", "--against", "HEAD", "--format", "json"]);
    let value: Value = serde_json::from_str(&said.out).expect("JSON");
    let print = value["procedures"][0]["changes"][0]["fingerprint"].as_str().expect("a fingerprint");
    let approved = format!("{{finding: {print}, decision: approved, document: 12/QĐ-UBND, until: 2027-12-31}}");
    folder.write("decisions.yaml", &format!("decisions: [{approved}]\n"));
    let after = folder.redtape(&check);
    assert!(!after.out.contains("change/online-lost"), "{}", after.out);
}

#[test]
fn versions_are_folders_files_and_revisions() {
    let folder = repository();
    folder.write("later/procedures/licence.yaml", &LICENCE.replace("10 working days", "7 working days"));
    folder.write("later/redtape.yaml", "language: vi\n");
    folder.shows("diff-folders", &["diff", "procedures/licence.yaml", "later"]);
    folder.shows("diff-revision-path", &["diff", "main:procedures/licence.yaml", "later"]);
    git(&folder, &["tag", "v1"]);
    folder.shows("diff-revisions", &["diff", "v1", "HEAD"]);
    folder.shows("diff-same", &["diff", "HEAD:./procedures", "procedures", "--fail-on", "heavier"]);
    folder.shows("diff-no-path", &["diff", "main:nothing", "procedures"]);
    folder.shows("diff-no-revision", &["diff", "--against", "origin/main"]);
    folder.shows("diff-option-as-revision", &["diff", "--against=--output=sprung", "procedures"]);
    folder.shows("diff-one-version", &["diff", "v1"]);
    folder.shows("check-no-revision", &["check", "--against", "HEAD~9"]);
    folder.write("empty/readme.txt", "");
    folder.shows("diff-nothing", &["diff", "empty", "empty"]);
    let outside = Folder::with(&[("procedures/licence.yaml", LICENCE)]);
    let said = outside.redtape(&["diff", "--against", "HEAD"]);
    assert!(said.err.contains("not a git repository") && said.code == Some(2), "{}", said.err);
}

#[test]
fn a_shallow_clone_says_what_it_lacks() {
    let folder = repository();
    edit(&folder, &COMMITS[0].1[0]);
    commit(&folder, "later");
    let from = format!("file://{}", folder.path("").display());
    git(&folder, &["clone", "--quiet", "--depth=1", &from, "shallow"]);
    let mut command = folder.command(crate::folder::REDTAPE, &["diff", "--against", "HEAD"]);
    let shallow = folder.path("shallow");
    let clean = command.current_dir(&shallow).output().expect("redtape runs");
    assert_eq!(clean.status.code(), Some(0));
    let mut command = folder.command(crate::folder::REDTAPE, &["diff", "--against", "HEAD~1"]);
    let done = command.current_dir(&shallow).output().expect("redtape runs");
    let says = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(says.contains("a part of the history only") && done.status.code() == Some(2), "{says}");
}

/// Whatever a repository's settings name as programs, none of them runs.
#[cfg(unix)]
#[test]
fn a_repository_cannot_have_programs_run() {
    let folder = repository();
    let trap = "#!/bin/sh\ntouch sprung\nexec cat\n";
    folder.write("trap", trap);
    let mut mode = std::fs::metadata(folder.path("trap")).expect("the trap").permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut mode, 0o755);
    std::fs::set_permissions(folder.path("trap"), mode).expect("a mode");
    let trap = folder.path("trap").display().to_string();
    let ext = format!("ext::{trap}");
    let settings = [
        ("core.fsmonitor", trap.as_str()),
        ("core.pager", &trap),
        ("core.hooksPath", "."),
        ("core.sshCommand", &trap),
        ("core.editor", &trap),
        ("diff.external", &trap),
        ("core.gitProxy", &trap),
        ("filter.x.smudge", &trap),
        ("diff.x.textconv", &trap),
        ("core.alternateRefsCommand", &trap),
        ("remote.origin.url", &ext),
        ("remote.origin.promisor", "true"),
        ("extensions.partialClone", "origin"),
        ("protocol.ext.allow", "always"),
        ("core.repositoryFormatVersion", "1"),
        ("alias.cat-file", "!touch sprung"),
        ("alias.rev-parse", "!touch sprung"),
    ];
    folder.write(".gitattributes", "*.yaml filter=x diff=x\n");
    commit(&folder, "attributes");
    settings.iter().for_each(|(name, value)| git(&folder, &["config", name, value]));
    // An object is missing, which a partial clone would fetch by whatever program its settings name.
    lose_an_object(&folder);
    let said = folder.redtape(&["diff", "--against", "HEAD"]);
    assert!(!folder.path("sprung").exists(), "{}{}", said.out, said.err);
    assert!(said.out.contains("1 file of the earlier version could not be read"), "{}{}", said.out, said.err);
}

/// Takes the object of the licence out of the repository.
#[cfg(unix)]
fn lose_an_object(folder: &Folder) {
    let done = folder.command("git", &["rev-parse", "HEAD:procedures/licence.yaml"]).output().expect("git runs");
    let id = String::from_utf8_lossy(&done.stdout).trim().to_owned();
    let (two, rest) = id.split_at(2);
    let path = Path::new(".git/objects").join(two).join(rest);
    std::fs::remove_file(folder.path(&path.display().to_string())).expect("a loose object");
}

#[test]
fn what_stood_in_a_file_that_broke_is_not_called_gone() {
    let folder = repository();
    folder.write("procedures/marriage.yaml", "procedure: [");
    let said = folder.redtape(&["diff", "--against", "HEAD"]);
    assert!(said.out.contains("1 file of the version now could not be read"), "{}", said.out);
    assert!(!said.out.contains("(gone)") && !said.out.contains("Nothing changed"), "{}", said.out);
    assert_eq!(said.code, Some(1), "{}", said.out);
}
