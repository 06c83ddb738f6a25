//! Every step that is a script is one that a shell can read, and nothing that a stranger wrote is pasted into it.

use redtape::yaml::{Node, Value};

use crate::job::{self, Job};

/// Every text under a key `run` or `script`.
fn scripts(node: &Node<'_>, found: &mut Vec<String>) {
    for entry in node.entries() {
        match (&*entry.key.value, &entry.value.value) {
            ("run", Value::Text(words)) => found.push(words.clone().into_owned()),
            ("script", _) => found.extend(entry.value.items().iter().filter_map(|item| item.text().map(str::to_owned))),
            _ => scripts(&entry.value, found),
        }
    }
    node.items().iter().for_each(|item| scripts(item, found));
}

#[test]
fn every_script_can_be_read_and_takes_what_it_is_given_from_the_environment() {
    let job = Job::new();
    let mut found = Vec::new();
    for path in ["action.yml", "templates/redtape.yml", ".github/workflows/release.yml"] {
        job::tree(path, |node| scripts(node, &mut found));
    }
    assert!(found.len() > 8, "{found:?}");
    for path in [".ci/install", ".ci/pack", ".ci/run"] {
        found.push(std::fs::read_to_string(path).expect("the script is there"));
    }
    for script in found {
        assert!(!script.contains("${{"), "an expression in a script is read as a part of it:\n{script}");
        let said = job.runs("bash", "bash -n <<< \"$SCRIPT\"", &[("SCRIPT", &script)], None);
        assert_eq!((said.err.as_str(), said.code), ("", Some(0)), "{script}");
    }
}

#[test]
fn the_hooks_of_pre_commit_run_what_they_name() {
    let job = Job::new();
    job.write("procedures/licence.yaml", job::LICENCE);
    job::tree(".pre-commit-hooks.yaml", |hooks| {
        for hook in hooks.items() {
            // The members that pre-commit demands (https://pre-commit.com/#new-hooks), and the language that builds from source.
            let entry = ["id", "name", "entry", "language"].map(|key| job::words(hook, &format!("/{key}")))[2].clone();
            let passes = hook.get("pass_filenames").is_none();
            let files = if passes { " procedures/licence.yaml" } else { "" };
            let said = job.runs("sh", &format!("{entry}{files}"), &[], None);
            assert_eq!(said.code, Some(1), "{}", said.err);
            assert!(said.out.contains("procedures/licence.yaml:7:"), "{}", said.out);
        }
    });
}

#[test]
fn the_job_for_gitlab_leaves_the_reports_that_it_promises() {
    let job = Job::new();
    job.write("procedures/licence.yaml", job::LICENCE);
    job::tree("templates/redtape.yml", |node| {
        let script = job::words(node, "/redtape/script/0");
        let reports = ["codequality", "junit"].map(|kind| job::words(node, &format!("/redtape/artifacts/reports/{kind}")));
        let said = job.runs("sh", &script, &[("REDTAPE_ARGS", "--fail-on never --as-of 2026-07-01"), ("REDTAPE_BASELINE", "")], None);
        assert_eq!((said.err.as_str(), said.code), ("", Some(0)));
        assert!(said.out.contains("procedures/licence.yaml:7:"), "{}", said.out);
        assert!(reports.iter().all(|report| !job.read(report).is_empty()));
        job.runs("sh", "redtape baseline write --as-of 2026-07-01", &[], None);
        let said = job.runs("sh", &script, &[("REDTAPE_ARGS", "--as-of 2026-07-01"), ("REDTAPE_BASELINE", "baseline.yaml")], None);
        assert_eq!(said.code, Some(0), "{}", said.out);
        assert_eq!(job.read(&reports[0]), "[]\n");
    });
}

#[test]
fn pre_commit_itself_takes_the_hooks_and_stops_a_commit() {
    let job = Job::new();
    if !job.runs("sh", "pre-commit --version", &[], None).out.starts_with("pre-commit ") {
        eprintln!("skipped: pre-commit is not here");
        return;
    }
    // The program is there already; pre-commit would build it for minutes.
    let hooks = std::fs::read_to_string(".pre-commit-hooks.yaml").expect("the hooks").replace("language: rust", "language: system");
    job.write("hooks/.pre-commit-hooks.yaml", &hooks);
    job.write("catalogue/procedures/a b.yaml", job::LICENCE);
    let home = job.path("home").display().to_string();
    let variables = ["PRE_COMMIT_HOME", "HOME"].map(|name| (name, home.as_str()));
    let commit = "git init -q; git add -A; git -c user.name=a -c user.email=a@b commit -q -m a";
    job.runs("sh", &format!("cd hooks; {commit}; git rev-parse HEAD > ../revision"), &variables, None);
    let ids = "      - id: redtape\n      - id: redtape-files\n";
    let config = format!("repos:\n  - repo: {}\n    rev: {}    hooks:\n{ids}", job.path("hooks").display(), job.read("revision"));
    job.write("catalogue/.pre-commit-config.yaml", &config);
    let said = job.runs("sh", &format!("cd catalogue; git init -q; pre-commit install >&2; {commit}"), &variables, None);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert_eq!(said.err.matches("procedures/a b.yaml:7:").count(), 2, "{}{}", said.out, said.err);
}
