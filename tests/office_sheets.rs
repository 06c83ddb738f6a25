//! Procedures as spreadsheets and back: nothing is lost on the way.

#[path = "office/tree.rs"]
mod tree;

use std::{
    fs,
    path::{Path, PathBuf},
};

use redtape::{
    export::{self, Source},
    import::{self, Refused},
    span::FileId,
    yaml,
};

/// Every procedure file of a folder, by its path from there.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut open = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            match path.extension() {
                _ if path.is_dir() => open.push(path),
                Some(ending) if ending == "yaml" => found.push(path),
                _ => (),
            }
        }
    }
    found.sort();
    let named = |path: PathBuf| (path.strip_prefix(folder).unwrap().display().to_string(), fs::read_to_string(&path).unwrap());
    found.into_iter().map(named).collect()
}

/// The sheets of these files.
fn tables(files: &[(String, String)]) -> Vec<export::Table> {
    let trees: Vec<_> = files.iter().map(|(_, text)| yaml::parse(FileId(0), text).0).collect();
    let mut sources = Vec::new();
    for ((file, _), tree) in files.iter().zip(&trees) {
        for (at, node) in tree.documents.iter().enumerate() {
            let file = if at == 0 { file.clone() } else { format!("{file}#{}", at + 1) };
            sources.push(Source { file, node });
        }
    }
    export::tables(&sources).unwrap_or_else(|wrong| panic!("{}", wrong.join("\n")))
}

/// Asserts that what comes back says what `files` say.
fn same(files: &[(String, String)], back: Result<Vec<import::Found>, Vec<Refused>>) {
    let back = back.unwrap_or_else(|wrong| panic!("{wrong:#?}"));
    assert_eq!(back.len(), files.len());
    for (found, (file, text)) in back.iter().zip(files) {
        assert_eq!(found.file, *file);
        let (was, is) = (tree::of(text), tree::of(&found.text));
        assert!(was == is, "{file}\n{}\n{}", serde_json::to_string(&was).unwrap(), serde_json::to_string(&is).unwrap());
    }
}

/// There and back, as a workbook and as texts with commas.
fn both_ways(files: &[(String, String)]) {
    let tables = tables(files);
    same(files, import::sheets(&[("book.xlsx".to_owned(), export::xlsx(&tables).unwrap())]));
    let texts = export::csv(&tables).unwrap().into_iter().map(|(name, text)| (name, text.into_bytes())).collect::<Vec<_>>();
    same(files, import::sheets(&texts));
}

#[test]
fn the_catalogue_comes_back_as_it_was() {
    both_ways(&files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("procedures")));
}

#[test]
fn every_mistake_is_told_with_its_cell_and_nothing_is_given() {
    let sheets = |procedures: &str, documents: &str| {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        import::sheets(&[file("procedures.csv", procedures), file("documents.csv", documents)])
    };
    let (good, none) = ("procedure,title,level,reviewed\n1.000123,A,province,2026-01-31\n", "procedure,title\n1.000123,Đơn\n");
    assert_eq!(sheets(good, none).unwrap().len(), 1);
    for (procedures, documents, says) in [
        ("procedure,titel\n1.000123,A\n", none, "procedures!B1: no column of `procedures` is called `titel`; did you mean `title`?"),
        ("title\nA\n", none, "there is no sheet `procedures` with a column `procedure`"),
        ("procedure,title\n,A\n", none, "procedures!A2: this row has no code"),
        ("procedure,title,reviewed\n1.000123,A,31.2.2026\n", none, "procedures!C2: `31.2.2026` is not a day"),
        ("procedure,title,file\n1.000123,A,../a.yaml\n", none, "procedures!C2: a file is named from the folder"),
        (good, "procedure,title\n1.000124,Đơn\n", "documents!A2: no row of `procedures` has the code `1.000124`"),
        (good, "procedure,title,originals\n1.000123,Đơn,hai\n", "documents!C2: `hai` is no whole number"),
        (
            good,
            "procedure,title,obtained_by\n1.000123,Đơn,aplicant\n",
            "documents!C2: `aplicant` is not known here; did you mean `applicant`?",
        ),
        (good, "procedure,title\n1.000123,Đơn,x\n", "documents!C2: there is no heading above this cell"),
        (good, "procedure,issued_within\n1.000123,5 ngày\n", "documents!B2: `5 ngày` is not a length of time"),
    ] {
        let wrong: String = sheets(procedures, documents).unwrap_err().into_iter().map(|one| one.reason + "\n").collect();
        assert!(wrong.contains(says), "{says}: {wrong}");
    }
}

#[test]
fn figures_are_read_from_a_workbook_as_from_a_text() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("notes").unwrap().write_string(0, 0, "nothing").unwrap();
    let page = book.add_worksheet().set_name("volumes").unwrap();
    for (at, head) in ["Mã TTHC", "Năm", "Số hồ sơ", "Trực tuyến"].iter().enumerate() {
        page.write_string(0, u16::try_from(at).unwrap(), *head).unwrap();
    }
    for (at, number) in [1.00011, 2025.0, 41200.0, 0.55].into_iter().enumerate() {
        page.write_number(1, u16::try_from(at).unwrap(), number).unwrap();
    }
    let text = "procedure;year;dossiers;online\n1.000110;2025;41200;55%\n";
    let (from_book, from_text) = (import::figures(&book.save_to_buffer().unwrap()).unwrap(), import::figures(text.as_bytes()).unwrap());
    assert_eq!(format!("{from_book:?}"), format!("{from_text:?}"));
    assert_eq!(from_book["1.000110"][0].dossiers, Some(41200));
}
