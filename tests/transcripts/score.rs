//! What `redtape score` shows, and what it says of a table of figures.

use crate::folder::{Folder, LICENCE, QUIET};

/// Two years of figures as a Vietnamese spreadsheet saves them, and one code that nobody bears.
const FIGURES: &str = "mã thủ tục;năm;số hồ sơ;trực tuyến;đúng hạn;bổ sung;từ chối;số ngày trung vị
2.002093;2024;380;40%;0,97;12%;0;6,5
2.002093;2025;400;12,5%;0,97;15%;0;7
9.000009;2025;3;;;;;
";

fn folder() -> Folder {
    Folder::with(&[("procedures/licence.yaml", LICENCE), ("procedures/quiet.yaml", QUIET), ("2025.csv", FIGURES)])
}

#[test]
fn the_indicators_are_shown_as_far_as_they_can_be_told() {
    folder().shows("score", &["score", "--as-of", "2026-07-01", "--volumes", "2025.csv"]);
    folder().shows("score-vi", &["score", "--as-of", "2026-07-01", "--volumes", "2025.csv", "--lang", "vi"]);
}

#[test]
fn programs_get_the_same_as_json() {
    let said = folder().redtape(&["score", "--as-of", "2026-07-01", "--volumes", "2025.csv", "--format", "json"]);
    let score: serde_json::Value = serde_json::from_str(&said.out).expect("it is JSON");
    let indicator = |number: &str| {
        let all = score["indicators"].as_array().expect("a list");
        all.iter().find(|one| one["number"] == number).expect("it is there").clone()
    };
    assert_eq!(said.code, Some(0));
    assert_eq!((score["version"].as_str(), score["with_figures"].as_u64()), (Some("score-v1"), Some(1)));
    assert_eq!((indicator("2.1")["met"].as_str(), indicator("2.1")["of"].as_str()), (Some("388"), Some("400")));
    // An eighth of the dossiers came online, which is a quarter of the half that has all the points.
    assert_eq!((indicator("3.3")["rate_percent"].as_str(), indicator("3.3")["points_percent"].as_str()), (Some("12.5"), Some("25")));
    assert_eq!(indicator("5")["known"].as_bool(), Some(false));
}

#[test]
fn figures_join_the_procedure_of_their_code() {
    let args = ["check", "--as-of", "2026-07-01", "--volumes", "2025.csv", "--rule", "dossier/often-incomplete", "--format", "concise"];
    folder().shows("score-check", &args);
}

#[test]
fn a_table_that_cannot_be_read_is_refused_with_its_place() {
    let folder = folder();
    folder.write("heads.csv", "code,year,dosiers\n");
    folder.write("numbers.csv", "procedure,year,dossiers,online\n2.002093,2025,1.200,1.5\n2.002093,25,4\n");
    folder.write("short.csv", "procedure,year\n");
    for name in ["heads", "numbers", "short", "missing"] {
        folder.shows(&format!("score-refused-{name}"), &["score", "--volumes", &format!("{name}.csv")]);
    }
}

#[test]
fn a_folder_without_procedures_cannot_be_scored() {
    let folder = Folder::with(&[("procedures/readme.txt", "nothing here")]);
    assert_eq!(folder.redtape(&["score"]).code, Some(3));
}
