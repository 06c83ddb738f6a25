//! Whatever happens while a file is written, the old one stands there or the new one, never a part of one.

use std::{fs, os::unix::fs::PermissionsExt, process::Stdio, thread, time::Duration};

use crate::place::{Place, REDTAPE, Said};

/// A rule whose cure is an edit that needs nobody's leave.
const RULE: &str = include_str!("../house/asks-for-photographs.yaml");

const CARD: &str = "procedure: \"9.000003\"\ntitle: Cấp thẻ\ndossier:\n  documents:\n    - Đơn đề nghị\n    - Ảnh 3x4\n";
const FIX: [&str; 3] = ["fix", "--rule", "local"];
const REPORT: [&str; 5] = ["report", "--format", "html", "-o", "out.html"];
const BASELINE: [&str; 2] = ["baseline", "write"];

/// A catalogue of thirty procedures, each with something to be mended, and nothing written yet.
fn catalogue() -> Place {
    let place = Place::calm();
    place.write("redtape.yaml", "rules: [house]\nas_of: 2026-07-01\n");
    place.write("house/local/asks-for-photographs.yaml", RULE);
    fill(&place);
    place
}

fn fill(place: &Place) {
    (0..30).for_each(|at| place.write(&format!("procedures/card-{at}.yaml"), CARD));
}

/// What a run comes to that nobody disturbs.
fn undisturbed(args: &[&str], file: &str) -> String {
    let place = catalogue();
    place.redtape(args);
    place.read(file)
}

/// How often each command is killed; `KILLS=200 cargo test --test hostile killed` makes a thousand of it.
fn kills() -> u64 {
    std::env::var("KILLS").map_or(8, |many| many.parse().expect("KILLS is a number"))
}

/// Runs `args` and kills the run after ever another while; whether it was cut short.
fn is_cut_short(place: &Place, args: &[&str], turn: u64) -> bool {
    let mut child = place.command(REDTAPE, args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("redtape runs");
    thread::sleep(Duration::from_millis(turn * 37 % 600));
    child.kill().expect("it is killed, or was over");
    child.wait().expect("it ends").code().is_none()
}

#[test]
fn a_run_that_is_killed_leaves_the_old_file_or_the_new_one() {
    let fixed = undisturbed(&FIX, "procedures/card-0.yaml");
    assert_ne!(fixed, CARD, "there is something to mend");
    let place = catalogue();
    let mut cut_short = 0;
    for turn in 0..kills() * 2 {
        fill(&place);
        cut_short += usize::from(is_cut_short(&place, &FIX, turn));
        for at in 0..30 {
            let now = place.read(&format!("procedures/card-{at}.yaml"));
            assert!(now == CARD || now == fixed, "torn:\n{now}");
        }
    }
    assert!(cut_short > 0, "every run was over before it was killed");
    println!("{cut_short} runs of fix were cut short");
    // What the killed ones left behind stops no later run, and is read by none.
    assert_eq!(place.redtape(&FIX).code, Some(0));
    assert_eq!(place.read("procedures/card-29.yaml"), fixed);
}

#[test]
fn a_report_a_baseline_and_an_import_that_are_killed_leave_whole_files() {
    let record = fs::read("tests/import/dossier.national-api.json").expect("a record of the portal");
    const IMPORT: [&str; 6] = ["import", "--from", "national-api", "record.json", "--into", "imported"];
    for (args, file) in [(&REPORT[..], "out.html"), (&BASELINE[..], "baseline.yaml"), (&IMPORT[..], "imported")] {
        let fresh = || {
            let place = catalogue();
            place.write("record.json", &record);
            place
        };
        let whole = |place: &Place| place.texts(file);
        let done = fresh();
        done.redtape(args);
        let wanted = whole(&done);
        assert!(!wanted.is_empty(), "{args:?} writes something");
        let place = fresh();
        let mut cut_short = 0;
        for turn in 0..kills() {
            cut_short += usize::from(is_cut_short(&place, args, turn));
            for (name, text) in whole(&place) {
                assert_eq!(wanted.get(&name), Some(&text), "{args:?}: {name} is torn");
            }
        }
        println!("{cut_short} runs of {args:?} were cut short");
    }
}

#[test]
fn a_full_disk_leaves_the_old_file_and_nothing_beside_it() {
    for (args, file) in [(&REPORT[..], "out.html"), (&BASELINE[..], "baseline.yaml")] {
        let place = catalogue();
        place.redtape(args);
        let (old, names) = (place.read(file), place.names(""));
        place.write("procedures/more.yaml", CARD.replace("9.000003", "9.000004"));
        let line = format!("trap '' XFSZ; ulimit -f 1; exec \"$REDTAPE\" {}", args.join(" "));
        let said = Said::of(&place.command("sh", &["-c", &line]).output().expect("a shell runs"));
        assert_eq!(said.code, Some(2), "{line}: {}", said.err);
        assert!(said.err.contains(file), "{}", said.err);
        assert_eq!((place.read(file) == old, place.names("")), (true, names), "{line}");
        // Where the system ends the program at the limit, the old file stands all the same.
        let line = line.replace("trap '' XFSZ; ", "");
        assert!(!place.command("sh", &["-c", &line]).output().expect("a shell runs").status.success());
        assert!(place.read(file) == old, "{line}");
    }
    let place = catalogue();
    let big = format!("{CARD}# {}\n", "x".repeat(5000));
    place.write("procedures/card-0.yaml", &big);
    let said =
        Said::of(&place.command("sh", &["-c", "trap '' XFSZ; ulimit -f 1; exec \"$REDTAPE\" fix --rule local"]).output().expect("a shell"));
    assert_eq!((said.code, place.read("procedures/card-0.yaml")), (Some(2), big), "{}", said.err);
}

#[test]
fn a_folder_that_takes_no_file_is_told() {
    let place = catalogue();
    place.write("file", "in the way");
    let said = place.redtape(&["report", "--format", "html", "-o", "file/out.html"]);
    assert_eq!((said.code, place.read("file").as_str()), (Some(2), "in the way"), "{}", said.err);
    let folder = place.path("locked");
    fs::create_dir(&folder).and_then(|()| fs::set_permissions(&folder, fs::Permissions::from_mode(0o555))).expect("a locked folder");
    if fs::write(folder.join("probe"), "").is_ok() {
        eprintln!("skipped: whoever runs this test may write everywhere");
        return;
    }
    assert_eq!(place.redtape(&["report", "--format", "html", "-o", "locked/out.html"]).code, Some(2));
}

#[test]
fn what_stands_in_the_way_of_writing_is_not_written_through() {
    let place = catalogue();
    place.write("precious", "precious\n");
    // The shell has the number of the run that takes its place, so the name beside the file can be foretold.
    let line = "ln -s ../precious procedures/card-0.yaml.$$-0.new; ln -s ../precious procedures/card-0.yaml.$$.new; exec \"$REDTAPE\" fix --rule local";
    let said = Said::of(&place.command("sh", &["-c", line]).output().expect("a shell runs"));
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert_eq!(place.read("precious"), "precious\n");
    assert!(!place.read("procedures/card-0.yaml").contains("Ảnh"));
}

#[test]
fn two_runs_at_once_leave_what_one_would() {
    let wanted = undisturbed(&BASELINE, "baseline.yaml");
    let place = catalogue();
    let runs: Vec<_> = (0..3).map(|_| place.command(REDTAPE, &BASELINE).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()).collect();
    for run in runs {
        Said::of(&run.expect("redtape runs").wait_with_output().expect("it ends")).ended_well();
    }
    assert_eq!(place.read("baseline.yaml"), wanted);
    assert!(place.names("").iter().all(|name| !name.ends_with(".new")));
}
