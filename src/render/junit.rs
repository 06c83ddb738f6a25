//! JUnit's XML: a suite for each file, a case for each finding, a failure where the run fails on it; what the files accept or a
//! baseline knows is skipped, with the reason. One case that passes where there is nothing to say, since readers take a report without any for
//! a run that broke.

use std::collections::BTreeMap;

use crate::{
    locale::Locale,
    render::grounds,
    report::{Report, Shown},
    text,
};

/// How one case ended.
enum End<'r> {
    Failed,
    Passed,
    Skipped(&'r str),
}

/// The cases of one file.
type Cases<'r> = Vec<(&'r Shown, End<'r>)>;

/// The document.
pub(super) fn text(report: &Report, locale: &Locale) -> String {
    let mut suites: BTreeMap<&str, Cases<'_>> = BTreeMap::new();
    for shown in &report.findings {
        let fails = report.fails.is_some_and(|least| shown.finding.severity >= least);
        suites.entry(&*shown.location.file).or_default().push((shown, if fails { End::Failed } else { End::Passed }));
    }
    for one in report.accepted.iter().chain(&report.known) {
        let because = if one.because.is_empty() { locale.say("baseline.known") } else { &one.because };
        suites.entry(&*one.shown.location.file).or_default().push((&one.shown, End::Skipped(because)));
    }
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let whole = if suites.is_empty() { [1, 0, 0] } else { counted(suites.values().flatten()) };
    xml.push_str(&format!("<testsuites name=\"redtape\" {}>\n", counts(whole)));
    if suites.is_empty() {
        let none = text::xml(locale.say("close.findings.none"));
        let case = format!("    <testcase classname=\"redtape\" name=\"{none}\" time=\"0\"/>\n");
        xml.push_str(&suite("redtape", whole, &case));
    }
    for (file, cases) in &suites {
        let words: String = cases.iter().map(|(shown, end)| case(shown, end, report, locale)).collect();
        xml.push_str(&suite(file, counted(cases.iter()), &words));
    }
    xml + "</testsuites>\n"
}

fn suite(name: &str, sum: [usize; 3], cases: &str) -> String {
    format!("  <testsuite name=\"{}\" {} skipped=\"{}\" time=\"0\">\n{cases}  </testsuite>\n", text::xml(name), counts(sum), sum[2])
}

/// How many cases there are, how many failed, and how many were skipped.
fn counted<'r>(cases: impl Iterator<Item = &'r (&'r Shown, End<'r>)>) -> [usize; 3] {
    cases.fold([0; 3], |[all, failed, skipped], (_, end)| match end {
        End::Failed => [all + 1, failed + 1, skipped],
        End::Passed => [all + 1, failed, skipped],
        End::Skipped(_) => [all + 1, failed, skipped + 1],
    })
}

fn counts([all, failed, _]: [usize; 3]) -> String {
    format!("tests=\"{all}\" failures=\"{failed}\" errors=\"0\"")
}

/// One case, known again by the finding's fingerprint.
fn case(shown: &Shown, end: &End<'_>, report: &Report, locale: &Locale) -> String {
    let finding = &shown.finding;
    let words = |words: &str| text::xml(&text::one_line(words));
    let (file, line) = (words(&shown.location.file), shown.location.start.line);
    let name = words(&format!("{}: {} [{}]", finding.rule, finding.message, finding.fingerprint));
    let message = words(&finding.message);
    let law = grounds(finding, report, locale);
    let says = words(&format!("{}. {} {}", finding.message, finding.advice, locale.semicolons(&law)));
    let severity = finding.severity.word();
    let end = match end {
        End::Failed => format!("<failure type=\"{severity}\" message=\"{message}\">{file}:{line}: {says}</failure>"),
        End::Passed => format!("<system-out>{file}:{line}: {severity}: {says}</system-out>"),
        End::Skipped(because) => format!("<skipped message=\"{}\"/>", words(because)),
    };
    format!("    <testcase classname=\"{file}\" name=\"{name}\" time=\"0\">{end}</testcase>\n")
}
