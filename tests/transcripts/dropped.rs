//! Files given without any command, as when they are dropped onto the program: a report beside the first of them.

use crate::folder::{Folder, LICENCE};

#[test]
fn a_report_is_written_beside_the_file() {
    let folder = Folder::with(&[("giấy phép.yaml", LICENCE), ("other/check", LICENCE)]);
    let said = folder.redtape(&["giấy phép.yaml"]);
    assert_eq!((said.out.as_str(), said.err.as_str(), said.code), ("", "giấy phép.report.html\n", Some(0)));
    assert!(
        folder.read("giấy phép.report.html").starts_with("<!doctype html>")
            || folder.read("giấy phép.report.html").starts_with("<!DOCTYPE html>")
    );
    assert_eq!(folder.read("giấy phép.yaml"), LICENCE);
    // What is no file is a command, or a slip that is explained; so is a file that is called like a command.
    for args in [&["giấy phép.yml"][..], &["giấy phép.yaml", "--format"], &["chek"]] {
        assert_eq!(folder.redtape(args).code, Some(2), "{args:?}");
    }
    folder.write("check", LICENCE);
    assert!(folder.redtape(&["check"]).err.contains("no files were named"), "it is the command that runs");
}
