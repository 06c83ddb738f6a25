//! The findings, a row each.

use crate::{
    render::{
        paper::pen::Pen,
        xlsx::sheet::{Put, Sheet, column},
    },
    report::Shown,
};

pub(super) fn sheet(pen: &Pen<'_>) -> Sheet {
    let head = |key: &str| pen.say(&format!("sheet.{key}"));
    let columns = [
        ("code", 11),
        ("procedure", 26),
        ("about", 28),
        ("finding", 44),
        ("advice", 32),
        ("sure", 11),
        ("law", 32),
        // Up to here it is printed.
        ("severity", 12),
        ("who", 20),
        ("file", 40),
        ("row", 7),
        ("rule", 32),
        ("fingerprint", 19),
    ];
    let rows = pen.review.report.findings.iter().map(|shown| row(pen, shown)).collect();
    Sheet { name: head("findings"), columns: columns.map(|(key, width)| column(head(key), width)).into(), rows, fixed: 2, printed: 7 }
}

fn row(pen: &Pen<'_>, shown: &Shown) -> Vec<Put> {
    let finding = &shown.finding;
    let law: Vec<String> = finding.basis.iter().map(|cite| pen.cited(cite)).collect();
    let who: Vec<String> = finding.who.iter().map(|name| pen.who(name)).collect();
    vec![
        Put::Words(finding.procedure.clone().unwrap_or_default()),
        Put::Words(finding.procedure_title.clone()),
        Put::Words(pen.subject(finding)),
        Put::Words(finding.message.clone()),
        Put::Words(finding.advice.clone()),
        Put::Words(pen.say(&format!("confidence.{}", finding.confidence.word()))),
        Put::Words(law.join("\n")),
        Put::Words(pen.say(&format!("severity.{}", finding.severity.word()))),
        Put::Words(pen.locale.commas(&who)),
        Put::Words(shown.location.file.to_string()),
        Put::Count(shown.location.start.line),
        Put::Words(finding.rule.clone()),
        Put::Words(finding.fingerprint.clone()),
    ]
}
