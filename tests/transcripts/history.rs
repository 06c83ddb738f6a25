//! A git repository of procedures, and what is done to it commit after commit.

use std::process::Command;

use crate::folder::Folder;

const MARRIAGE: &str = include_str!("../../procedures/vn/civil-status/register-marriage.yaml");
const BIRTH: &str = include_str!("../../procedures/vn/civil-status/register-birth.yaml");
const DEATH: &str = include_str!("../../procedures/vn/civil-status/register-death.yaml");
/// One that charges, is online, and gives an electronic result; with the dossiers of a year.
pub(crate) const LICENCE: &str = r#"procedure: "9.000101"
title: {vi: Cấp giấy phép thử nghiệm, en: Licence for a trial}
sector: trial
level: province
authority: provincial-peoples-committee
audience: [enterprise]
legal_basis: ["Nghị định 63/2010/NĐ-CP"]
dossier:
  sets: 1
  documents:
    - id: request
      title: {vi: Đơn đề nghị, en: Request}
    - id: plan
      title: {vi: Phương án thử nghiệm, en: Plan of the trial}
      as: copy
      copies: 1
channels:
  - {by: online, level: full}
  - {by: in-person}
time_limit: 10 working days
fees: [{id: handling, title: Phí thẩm định, amount: 500000 VND}]
results: [{title: Giấy phép, electronic: true}]
volume: [{year: 2025, dossiers: 200}]
"#;

/// A file and what is replaced in it; without words to replace, the whole file is written, or removed where there are none.
pub(crate) type Edit = (&'static str, &'static str, &'static str);

/// The commits: what each is for, and what it does.
pub(crate) const COMMITS: &[(&str, &[Edit])] = &[
    (
        "the same, laid out otherwise, in another order, with a remark and a translation",
        &[
            (
                "licence",
                "channels:\n  - {by: online, level: full}\n  - {by: in-person}\n",
                "channels: [{by: in-person}, {level: full, by: online}] # both\n",
            ),
            (
                "licence",
                "    - id: plan\n      title: {vi: Phương án thử nghiệm, en: Plan of the trial}\n",
                "    - title: {en: The trial's plan, vi: Phương án  thử nghiệm, ar: خطة التجربة}\n      id: plan\n",
            ),
        ],
    ),
    (
        "a paper without law",
        &[(
            "marriage",
            "channels:",
            "    - {id: health, title: Giấy khám sức khỏe, evidence: health-examination-certificate, as: original}\nchannels:",
        )],
    ),
    (
        "a paper with law",
        &[(
            "marriage",
            "channels:",
            "    - id: translation\n      title: {vi: Bản dịch công chứng, en: Certified translation}\n      evidence: translation\n      as: original\n      when: {vi: Khi nộp giấy tờ bằng tiếng nước ngoài, en: Where a paper in a foreign language is handed in}\nchannels:",
        )],
    ),
    (
        "a paper that one law asks for and a later one lets go",
        &[(
            "marriage",
            "channels:",
            "    - id: status\n      title: {vi: Giấy xác nhận tình trạng hôn nhân, en: Certificate of marital status}\n      evidence: marital-status-certificate\n      as: original\n      when: {vi: Không đăng ký thường trú tại xã đăng ký kết hôn, en: Not permanently resident in the commune of registration}\nchannels:",
        )],
    ),
    ("a limit beyond the law", &[("marriage", "in: 1 working day,", "in: 8 working days,")]),
    ("a limit within the law", &[("marriage", "in: 8 working days,", "in: 3 working days,")]),
    ("a fee cut", &[("licence", "500000 VND", "300000 VND")]),
    ("another title", &[("licence", "vi: Cấp giấy phép thử nghiệm", "vi: Cấp phép thử nghiệm")]),
    ("a lost online channel", &[("licence", "[{by: in-person}, {level: full, by: online}] # both", "[{by: in-person}]")]),
    (
        "a certified copy, two of them, and a result on paper",
        &[
            ("licence", "as: copy\n      copies: 1", "as: certified-copy\n      copies: 2"),
            ("licence", ", electronic: true", ", electronic: false"),
        ],
    ),
    ("a paper that would do no longer", &[("marriage", "        - {evidence: passport, as: presented}\n", "")]),
    (
        "a procedure without law, and one that is gone",
        &[
            ("death", "", ""),
            (
                "notice",
                "",
                "procedure: \"9.000102\"\ntitle: {vi: Báo tin thử nghiệm, en: Notice of a trial}\nsector: trial\nlevel: province\ndossier: {documents: [Đơn báo tin]}\n",
            ),
        ],
    ),
    (
        "a ground that is gone, a step and a visit more",
        &[
            ("licence", "legal_basis: [\"Nghị định 63/2010/NĐ-CP\"]\n", ""),
            (
                "licence",
                "fees:",
                "steps:\n  - {id: submit, by: applicant, visits: {in-person: 2}}\n  - {id: decide, by: provincial-peoples-committee}\nfees:",
            ),
        ],
    ),
];

/// A repository with the catalogue in its first commit.
pub(crate) fn repository() -> Folder {
    let folder = Folder::with(&[("redtape.yaml", "as_of: 2026-07-01\nprocedures: [procedures]\n")]);
    for (name, text) in [("marriage", MARRIAGE), ("birth", BIRTH), ("death", DEATH), ("licence", LICENCE)] {
        folder.write(&format!("procedures/{name}.yaml"), text);
    }
    git(&folder, &["init", "--quiet", "--initial-branch=main"]);
    commit(&folder, "the catalogue");
    folder
}

/// Runs git there, as nobody in particular and untouched by the settings of whoever runs the test.
pub(crate) fn git(folder: &Folder, args: &[&str]) {
    let mut command: Command = folder.command("git", args);
    command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_AUTHOR_NAME", "a").env("GIT_AUTHOR_EMAIL", "a@example.com");
    command.env("GIT_COMMITTER_NAME", "a").env("GIT_COMMITTER_EMAIL", "a@example.com");
    let done = command.output().expect("git runs");
    assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

pub(crate) fn commit(folder: &Folder, message: &str) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "-m", message]);
}

pub(crate) fn edit(folder: &Folder, (name, old, new): &Edit) {
    let path = format!("procedures/{name}.yaml");
    match (*old, *new) {
        ("", "") => std::fs::remove_file(folder.path(&path)).expect("the file is there"),
        ("", text) => folder.write(&path, text),
        (old, new) => {
            let text = folder.read(&path);
            assert!(text.contains(old), "{path} holds {old}");
            folder.write(&path, &text.replacen(old, new, 1));
        }
    }
}
