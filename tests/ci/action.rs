//! The action: what its steps do with what they are given.

use crate::job::{self, Job};

/// The script of one of the action's steps.
fn step(at: usize) -> String {
    let mut script = String::new();
    job::tree("action.yml", |node| script = job::words(node, &format!("/runs/steps/{at}/run")));
    script
}

#[test]
fn every_input_is_used_and_every_step_names_its_shell() {
    let text = std::fs::read_to_string("action.yml").expect("the action");
    job::tree("action.yml", |node| {
        assert_eq!(job::words(node, "/runs/using"), "composite");
        for input in node.get("inputs").expect("inputs").entries() {
            let name = &input.key.value;
            assert!(text.contains(&format!("inputs.{name}")), "{name} is not used");
            assert!(input.value.get("description").is_some() && input.value.get("default").is_some(), "{name}");
        }
        for at in 0..2 {
            assert_eq!(job::words(node, &format!("/runs/steps/{at}/shell")), "bash");
        }
    });
}

#[test]
fn the_check_annotates_and_leaves_sarif_a_summary_and_its_code() {
    let job = Job::new();
    job.write("catalogue/procedures/a b.yaml", job::LICENCE);
    let [output, summary] = ["output", "summary"].map(|name| job.path(name).display().to_string());
    let variables = |paths: &'static str, args: &'static str, baseline: &'static str| {
        [
            ("PATHS", paths),
            ("ARGS", args),
            ("BASELINE", baseline),
            ("AGAINST", ""),
            ("SARIF", "out.sarif"),
            ("FOLDER", "catalogue"),
            ("GITHUB_OUTPUT", output.as_str()),
            ("GITHUB_STEP_SUMMARY", summary.as_str()),
        ]
    };
    let said = job.runs("bash", &step(1), &variables("procedures/a b.yaml\n", "--as-of 2026-07-01 --lang en", ""), None);
    assert_eq!((said.err.as_str(), said.code), ("", Some(1)));
    assert!(said.out.starts_with("::error title="), "{}", said.out);
    assert!(job.read("catalogue/out.sarif").contains("\"uri\": \"procedures/a%20b.yaml\""));
    assert!(job.read("summary").starts_with("# redtape\n"));
    assert_eq!(job.read("output"), "exit-code=1\n");
    job.runs("bash", "cd catalogue && redtape baseline write --as-of 2026-07-01", &[], None);
    let said = job.runs("bash", &step(1), &variables("", "--as-of\n  2026-07-01\n", "baseline.yaml"), None);
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    assert_eq!(job.read("output"), "exit-code=1\nexit-code=0\n");
    // What a stranger calls a path stays a path.
    let said = job.runs("bash", &step(1), &variables("$(touch bad); `touch bad`\n--config=/etc/passwd", "", ""), None);
    assert_eq!(said.code, Some(2), "{}", said.out);
    assert!(!job.path("catalogue/bad").exists() && said.err.contains("touch bad"), "{}", said.err);
}

#[test]
fn a_check_against_a_revision_puts_what_changed_into_the_summary() {
    let job = Job::new();
    job.write("procedures/a.yaml", job::LICENCE);
    let commit = "git init -q && git add procedures && git -c user.name=a -c user.email=a@b commit -q -m first";
    assert_eq!(job.runs("bash", commit, &[], None).code, Some(0));
    let more = "    - {id: more, title: {vi: Bản sao hộ chiếu, en: A copy of the passport}}\ntime_limit";
    job.write("procedures/a.yaml", &job::LICENCE.replace("time_limit", more));
    let [output, summary] = ["output", "summary"].map(|name| job.path(name).display().to_string());
    let names = ["PATHS", "BASELINE", "SARIF"].map(|name| (name, ""));
    let given = [
        ("ARGS", "--as-of 2026-07-01 --lang en"),
        ("AGAINST", "HEAD"),
        ("FOLDER", "."),
        ("GITHUB_OUTPUT", output.as_str()),
        ("GITHUB_STEP_SUMMARY", summary.as_str()),
    ];
    let said = job.runs("bash", &step(1), &[&names[..], &given].concat(), None);
    assert!(matches!(said.code, Some(0..=1)), "{}", said.err);
    let page = job.read("summary");
    let (findings, changes) = page.split_once("\n## redtape diff --against HEAD\n").unwrap_or_else(|| panic!("{page}"));
    assert!(findings.starts_with("# redtape\n") && changes.contains("| procedure | grade |"), "{page}");
    assert!(changes.contains("**heavier**") && changes.contains("Bản sao hộ chiếu"), "{page}");
}

#[test]
fn the_install_takes_a_release_whose_checksum_is_right_and_else_builds() {
    let job = Job::new();
    let path = job.path("path").display().to_string();
    let temp = job.path("temp").display().to_string();
    let source = std::env::current_dir().expect("here");
    let script = format!("bash '{}/.ci/install' \"$VERSION\" owner/redtape '{}'", source.display(), source.display());
    let install = |version: &str| {
        let variables = [("VERSION", version), ("GITHUB_PATH", path.as_str()), ("RUNNER_TEMP", temp.as_str())];
        job.runs("bash", &script, &variables, None)
    };
    stand_in(&job);
    let said = install("v1.2.3");
    assert_eq!((said.out.as_str(), said.code), ("redtape v1.2.3 from its release\n", Some(0)), "{}", said.err);
    assert_eq!(job.read("temp/redtape-bin/redtape"), "released");
    assert!(
        job.read("temp/asked")
            .starts_with("https://github.com/owner/redtape/releases/download/v1.2.3/redtape-x86_64-unknown-linux-musl.tar.gz\n")
    );
    assert_eq!(job.read("path"), format!("{temp}/redtape-bin\n"));

    job.write("net/SHA256SUMS", "0000  redtape-x86_64-unknown-linux-musl.tar.gz\n");
    let said = install("v1.2.3");
    assert_eq!(said.code, Some(1), "{}", said.out);
    assert!(said.err.contains("the checksum"), "{}", said.err);

    for version in ["main", "v9; touch bad", ""] {
        let said = install(version);
        assert_eq!((said.out.as_str(), said.code), ("redtape is built from its source\n", Some(0)), "{}", said.err);
    }
    assert!(job.read("temp/cargo").starts_with("install --locked --path "), "{}", job.read("temp/cargo"));
}

/// Stand-ins for the network, for cargo and for the machine, and a release in the folder `net`.
fn stand_in(job: &Job) {
    job.program("uname", "if [ \"$1\" = -s ]; then echo Linux; else echo x86_64; fi");
    job.program("cargo", "mkdir -p \"$6/bin\" && echo '#!/bin/sh' > \"$6/bin/redtape\" && echo \"$*\" > \"$RUNNER_TEMP/cargo\"");
    // A curl that takes the last part of the address from the folder `net`, and keeps the address.
    job.program(
        "curl",
        "for last; do :; done; echo \"$last\" >> \"$RUNNER_TEMP/asked\"; cp \"$RUNNER_TEMP/../net/${last##*/}\" \"$9\" 2>/dev/null",
    );
    job.write("temp/x", "");
    job.write("net/redtape", "released");
    let packed = job.runs(
        "bash",
        "cd net && tar -czf redtape-x86_64-unknown-linux-musl.tar.gz redtape && sha256sum *.tar.gz > SHA256SUMS",
        &[],
        None,
    );
    assert_eq!(packed.code, Some(0), "{}", packed.err);
}
