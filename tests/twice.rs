//! A check keeps what it read or reads it again, on one thread or on many: the findings are the same to the byte, and the same as of a run that
//! keeps everything. A file that is not what it was at the second look is said to be so, and is not judged.

use std::{
    fs,
    path::PathBuf,
    sync::{
        LazyLock,
        atomic::{AtomicUsize, Ordering},
    },
};

use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    link::Terms,
    lint::{self, BuiltIn, Linted},
    locale::Locale,
    register::Registers,
    render::{self, Format, Screen},
    report::{self, Choice},
    rule::{Persona, RuleSet},
    span::FileId,
};

/// Procedures that know each other: a circle that is stated and one through papers, an extension and its first issue, twins, two of one name, a
/// norm and its local version, a need that is no longer in force, a field asked for once more, and a file of two.
const TOGETHER: &[&str] = &[
    "procedure: '1.000001'\ntitle: Cấp giấy phép xây dựng nhà ở nông thôn\nneeds: ['1.000002']\nlevel: [province]\nvolume:\n  - {year: 2024, dossiers: 100}\n",
    "procedure: '1.000002'\ntitle: Cấp giấy chứng nhận kiểm tra nhà ở\nneeds: ['1.000001', '1.000009']\n---\nprocedure: '1.000009'\ntitle: Một thủ tục đã hết\nvalid: {until: 2020-01-01}\n",
    "procedure: '1.000003'\ntitle: Gia hạn giấy phép xây dựng nhà ở nông thôn\nlevel: [province]\ndossier:\n  documents:\n    - {title: Giấy khai sinh, evidence: birth-certificate}\n",
    "procedure: '1.000004'\ntitle: Đăng ký khai sinh\nauthority: [commune-peoples-committee]\naudience: [citizen]\nvolume:\n  - {year: 2024, dossiers: 50}\nresults:\n  - {title: Giấy khai sinh, evidence: birth-certificate}\ndossier:\n  documents:\n    - {title: Giấy chứng nhận kết hôn, evidence: marriage-certificate}\n",
    "procedure: '1.000005'\ntitle: Đăng ký kết hôn\nauthority: [commune-peoples-committee]\naudience: [citizen]\nvolume:\n  - {year: 2024, dossiers: 70}\nresults:\n  - {title: Giấy chứng nhận kết hôn, evidence: marriage-certificate}\ndossier:\n  documents:\n    - {title: Giấy khai sinh, evidence: birth-certificate}\n    - {title: Giấy khai sinh, evidence: birth-certificate}\n",
    "procedure: '1.000005'\ntitle: Đăng ký kết hôn lưu động\nauthority: [commune-peoples-committee]\n",
    "procedure: '1.000004'\ntitle: Đăng ký khai sinh\nissued_by: ha-noi\nlegal_basis: ['Nghị định 123/2015/NĐ-CP']\ntime_limit: 9 working days\ndossier:\n  sets: 2\n  documents:\n    - {title: Sổ hộ khẩu, evidence: household-book}\n    - {title: Giấy chứng nhận kết hôn, evidence: marriage-certificate}\n",
    "procedure: '1.000006'\ntitle: Đăng ký hành nghề khai thác thủy sản\nneeds: ['1.000007']\nforms:\n  - id: don\n    title: Đơn\n    evidence: ship-form\n    fields:\n      - {id: que, label: Quê quán}\n      - {id: ten, label: Họ tên, concept: person.name}\n",
    "procedure: '1.000007'\ntitle: Đăng ký tàu cá\nforms:\n  - id: to-khai\n    title: Tờ khai\n    evidence: ship-form\n    fields:\n      - {id: ten, label: Họ tên, concept: person.name}\nbroken: yes\n",
    "title: [\n",
    "procedure: '1.000008'\ntitle: Cấp giấy phép xây dựng nhà ở nông thôn tạm\nlevel: [province]\nauthority: [nobody-knows]\nlegal_basis: ['Nghị định 15/2021/NĐ-CP']\ndossier:\n  documents: [Bản vẽ thiết kế, Đơn đề nghị]\n",
    "procedure: '1.000010'\ntitle: Cấp giấy phép xây dựng nhà ở nông thôn tạm\nlevel: [province]\nauthority: [nobody-knows]\nlegal_basis: ['Nghị định 15/2021/NĐ-CP']\ndossier:\n  documents: [Bản vẽ thiết kế, Đơn đề nghị]\n# redtape: accept catalogue/duplicate-procedure until 2099-01-01 because nobody minds\n",
    "procedure: '1.000011'\ntitle: Cấp giấy phép hoạt động\ndossier: {documents: [{title: Giấy chứng nhận đủ điều kiện, evidence: fitness-certificate}]}\nresults: [{evidence: operating-licence}]\n",
    "procedure: '1.000012'\ntitle: Cấp chứng nhận đủ điều kiện\ndossier: {documents: [{title: Giấy phép hoạt động, evidence: operating-licence}]}\nresults: [{evidence: fitness-certificate}]\n",
    "procedure: '1.000013'\ntitle: Bước ba\nneeds: ['1.000006']\n---\nprocedure: '1.000014'\ntitle: Bước bốn\nneeds: ['1.000013']\n---\nprocedure: '1.000015'\ntitle: Bước năm\nneeds: ['1.000014']\n",
];

fn embedded(store: &mut Store) -> Vec<FileId> {
    files::registers().into_iter().map(|(path, text)| store.embedded(path, text)).collect()
}

static KNOWN: LazyLock<(RuleSet, Registers)> = LazyLock::new(|| {
    let mut store = Store::default();
    let embedded = embedded(&mut store);
    let BuiltIn { rules, registers } = lint::built_in(&store, &embedded);
    (rules.expect("the rules"), registers.expect("the registers"))
});

/// A store in which the registers stand first, so that findings can point into them; then the catalogue here, and the procedures above.
fn store() -> (Store, Vec<FileId>) {
    let mut store = Store::default();
    embedded(&mut store);
    let found = files::discover(std::path::Path::new("procedures")).expect("the catalogue is there");
    let mut files: Vec<FileId> = found.into_iter().map(|path| store.disk(path.display().to_string(), path)).collect();
    files.extend(TOGETHER.iter().enumerate().map(|(at, text)| store.memory(format!("together-{at}.yaml"), *text)));
    (store, files)
}

fn terms() -> Terms {
    Terms::new(Date::parse("2026-07-01").expect("a day"), "en")
}

/// All that a run says, as a program reads it.
fn shown(linted: Linted, store: &Store) -> String {
    let choice = Choice {
        min_confidence: Confidence::Undetermined,
        persona: Persona::Pedantic,
        accepted: true,
        lists_accepted: true,
        ..Choice::default()
    };
    let report = report::assemble(linted, store, &choice).expect("nobody changes the files meanwhile").with_rules(&KNOWN.0, "en");
    let screen = Screen { colour: false, width: 100 };
    [Format::Json, Format::Sarif].map(|format| render::text(&report, format, Locale::of("en"), screen)).concat()
}

fn kept(kept: usize) -> String {
    let (store, files) = store();
    let (rules, registers) = &*KNOWN;
    let linted = lint::check(&store, &files, registers.clone(), rules, &terms(), kept, &|| ());
    shown(linted, &store)
}

fn on_threads(count: usize, work: impl FnOnce() -> String + Send) -> String {
    rayon::ThreadPoolBuilder::new().num_threads(count).build().expect("a pool").install(work)
}

#[test]
fn kept_or_read_again_the_findings_are_the_same() {
    let (store, files) = store();
    let (rules, registers) = &*KNOWN;
    let whole = shown(lint::run(&store, &files, registers.clone(), rules, &terms(), &|| ()), &store);
    for (kept_files, threads) in [(0, 1), (0, 4), (7, 3), (105, 2), (usize::MAX, 1), (usize::MAX, 4)] {
        let again = on_threads(threads, || kept(kept_files));
        assert!(again == whole, "{kept_files} files kept, {threads} threads: {}", difference(&whole, &again));
    }
    // What the rest of a catalogue is asked for was asked for.
    for rule in [
        "catalogue/prerequisite-cycle",
        "catalogue/papers-in-a-circle",
        "catalogue/mergeable-variants",
        "catalogue/duplicate-procedure",
        "catalogue/local-divergence",
        "catalogue/prerequisite-not-held",
        "once-only/asked-twice",
        "format/not-yaml",
    ] {
        assert!(whole.contains(&format!("\"rule\": \"{rule}")), "no finding of {rule}");
    }
}

/// The first line in which two texts differ.
fn difference(one: &str, two: &str) -> String {
    let differ = one.lines().zip(two.lines()).find(|(one, two)| one != two);
    differ.map_or_else(|| format!("{} and {} bytes", one.len(), two.len()), |(one, two)| format!("{one}\n{two}"))
}

/// Checks two files, the second of which is treated by `change` when both were looked at once; the messages about it, and whether the report
/// could be put together.
fn meanwhile(kept: usize, change: impl Fn(&PathBuf) + Sync) -> (Vec<String>, bool) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let paths = ["one.yaml", "two.yaml"].map(|name| folder.path().join(name));
    fs::write(&paths[0], TOGETHER[3]).expect("the file can be written");
    fs::write(&paths[1], TOGETHER[4]).expect("the file can be written");
    let mut store = Store::default();
    embedded(&mut store);
    let files: Vec<FileId> = paths.iter().map(|path| store.disk(path.display().to_string(), path.clone())).collect();
    let (rules, registers) = &*KNOWN;
    let looks = AtomicUsize::new(0);
    let linted = lint::check(&store, &files, registers.clone(), rules, &terms(), kept, &|| {
        if looks.fetch_add(1, Ordering::SeqCst) == 1 {
            change(&paths[1]);
        }
    });
    let about = linted.judged.findings.iter().filter(|one| one.span.file == files[1]);
    let about = about.map(|one| format!("{}: {}", one.rule, one.message)).collect();
    let choice = Choice { min_confidence: Confidence::Undetermined, ..Choice::default() };
    (about, report::assemble(linted, &store, &choice).is_ok())
}

#[test]
fn a_file_that_changes_between_two_looks_is_not_judged() {
    let (said, placed) = meanwhile(0, |path| fs::write(path, TOGETHER[2]).expect("the file can be written"));
    assert_eq!(said, ["format/unreadable-file: this file cannot be read: it changed while it was being read; run again"]);
    assert!(placed, "the report says so");
}

#[test]
fn a_file_that_vanishes_between_two_looks_is_not_judged() {
    let (said, placed) = meanwhile(0, |path| fs::remove_file(path).expect("the file can be removed"));
    assert_eq!(said, ["format/unreadable-file: this file cannot be read: there is no such file or folder"]);
    assert!(placed, "the report says so");
}

#[test]
fn what_is_kept_is_not_looked_at_again() {
    let (said, placed) = meanwhile(2, |path| fs::write(path, TOGETHER[2]).expect("the file can be written"));
    assert!(said.len() > 1, "judged as it was read: {said:?}");
    assert!(!placed, "the lines of what is not there any more cannot be shown");
}
