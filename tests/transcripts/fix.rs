//! What `redtape fix` writes, says and leaves alone.

use std::fs;

use crate::folder::{Folder, LICENCE};

/// A rule of a house that may decide for itself: no photographs, and one set.
const RULE: &str = include_str!("../house/asks-for-photographs.yaml");

const SETTINGS: &str = "rules: [house]\nas_of: 2026-07-01\n";

const CARD: &str = r#"# The card, as the commune issues it.
procedure: "9.000003"
title: Cấp thẻ
dossier:
  documents:
    - id: request
      title: Đơn đề nghị # on the form

    # Two of them, since the first gets lost.
    - id: photographs
      title: Ảnh 3x4 # not older than the applicant
    - Ảnh 4x6
steps:
  - {id: submit, by: applicant}
  - {id: print, by: commune-peoples-committee, after: [submit], uses: [request, photographs]}
accepted:
  - {rule: dossier/proves-nothing, at: /dossier/documents/2, because: it will be gone, until: 2027-01-01}
"#;

const RULES: [&str; 2] = ["--rule", "local"];

fn folder(card: &str) -> Folder {
    Folder::with(&[("redtape.yaml", SETTINGS), ("house/local/asks-for-photographs.yaml", RULE), ("procedures/card.yaml", card)])
}

fn fix(more: &[&'static str]) -> Vec<&'static str> {
    [&["fix"], &RULES[..], more].concat()
}

#[test]
fn what_is_proved_and_in_the_power_of_the_office_is_written_once() {
    let folder = folder(CARD);
    folder.shows("fix-diff", &fix(&["--diff"]));
    assert_eq!(fs::read_to_string(folder.path("procedures/card.yaml")).expect("the file"), CARD);
    folder.shows("fix-written", &fix(&[]));
    let new = fs::read_to_string(folder.path("procedures/card.yaml")).expect("the file");
    assert_eq!(
        new,
        r#"# The card, as the commune issues it.
procedure: "9.000003"
title: Cấp thẻ
dossier:
  documents:
    - id: request
      title: Đơn đề nghị # on the form

steps:
  - {id: submit, by: applicant}
  - {id: print, by: commune-peoples-committee, after: [submit], uses: [request]}
accepted: []
"#
    );
    folder.shows("fix-again", &fix(&[]));
    assert_eq!(fs::read_to_string(folder.path("procedures/card.yaml")).expect("the file"), new);
    let said = folder.redtape(&fix(&["--diff"]));
    assert_eq!((said.code, said.out.as_str()), (Some(0), ""));
}

#[test]
fn a_patch_is_read_back_to_the_byte() {
    let card = format!("\u{feff}{}", CARD.replace('\n', "\r\n"));
    let (patched, written) = (folder(&card), folder(&card));
    let said = patched.redtape(&fix(&["--diff"]));
    assert_eq!(said.code, Some(1));
    assert_eq!(written.redtape(&fix(&[])).code, Some(0));
    let new = fs::read_to_string(written.path("procedures/card.yaml")).expect("the file");
    assert!(new.starts_with('\u{feff}') && !new.replace("\r\n", "").contains('\n'), "{new:?}");
    let mut lines = new.split_inclusive('\n');
    for line in said.out.split_inclusive('\n').filter(|line| line.starts_with([' ', '+']) && !line.starts_with("+++")) {
        assert!(lines.any(|kept| kept == &line[1..]), "{line:?} is not in the file in that order");
    }
}

#[test]
fn what_others_must_allow_stays_a_recommendation() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE)]);
    let held = ["fix", "--as-of", "2026-07-01", "--rule", "once-only/asks-for-held-data"];
    folder.shows("fix-left", &held);
    assert_eq!(fs::read_to_string(folder.path("procedures/licence.yaml")).expect("the file"), LICENCE);
    folder.shows("fix-left-vi", &[&held[..], &["--lang", "vi"]].concat());
    folder.shows("fix-unsafe", &[&held[..], &["--unsafe"]].concat());
    folder.shows("fix-unsafe-again", &[&held[..], &["--unsafe"]].concat());
}

#[test]
fn a_place_that_cannot_be_edited_is_left_and_named() {
    let anchored = CARD.replace("    - Ảnh 4x6", "    - &small Ảnh 4x6").replace("title: Ảnh 3x4 #", "title: Ảnh 3x4\t#");
    let folder = folder(&anchored);
    folder.shows("fix-refused", &fix(&[]));
    assert_eq!(fs::read_to_string(folder.path("procedures/card.yaml")).expect("the file"), anchored);
    folder.shows("fix-refused-vi", &fix(&["--lang", "vi"]));
}

#[test]
fn where_there_is_nothing_to_change_it_says_so() {
    let folder = Folder::with(&[("procedures/note.txt", "nothing")]);
    assert_eq!(folder.redtape(&["fix"]).code, Some(3));
    assert_eq!(folder.redtape(&["fix", "elsewhere"]).code, Some(2));
    folder.shows("help-fix", &["fix", "--help"]);
}
