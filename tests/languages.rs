//! Every language has all the words that the renderer looks up; the rules' own words are `tests/catalogue.rs`'s.

use std::{collections::BTreeSet, fs, path::Path};

use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    link::Terms,
    lint,
    locale::Locale,
    rule::Severity,
    span::FileId,
};
use rust_decimal::Decimal;

/// Whoever a finding can name as able to act.
const ACTORS: [&str; 9] =
    ["agency", "commune", "province", "peoples-council", "ministry", "prime-minister", "government", "national-assembly", "unknown"];

/// The blanks of some words: `{document.title}`, `{n}`.
fn blanks(words: &str) -> BTreeSet<&str> {
    words.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

/// The names that Unicode gives the forms of a number, in any language.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A key without the form of a number at its end, and that form.
fn parted(key: &str) -> (&str, Option<&str>) {
    match key.rsplit_once('.') {
        Some((stem, form)) if FORMS.contains(&form) => (stem, Some(form)),
        _ => (key, None),
    }
}

#[test]
fn every_language_has_the_same_words_with_the_same_blanks() {
    let english = Locale::of("en");
    let keys = |locale: &Locale| locale.keys().map(|key| parted(key).0.to_owned()).collect::<BTreeSet<String>>();
    for locale in Locale::codes().map(Locale::of) {
        let (its, theirs) = (keys(locale), keys(english));
        let alone: Vec<&String> = its.symmetric_difference(&theirs).collect();
        assert_eq!(alone, Vec::<&String>::new(), "words of {} or of English alone", locale.code);
        for key in locale.keys() {
            let (stem, form) = parted(key);
            let meant = if form.is_some() { english.say(&format!("{stem}.other")).to_owned() } else { english.say(key).to_owned() };
            let (mine, its) = (blanks(locale.say(key)), blanks(&meant));
            // A form for none, one or two things may say the number as a word.
            let exempt = |name: &&str| *name == "n" && matches!(form, Some("zero" | "one" | "two"));
            let apart: Vec<&&str> = mine.symmetric_difference(&its).filter(|name| !exempt(name)).collect();
            assert_eq!(apart, Vec::<&&str>::new(), "{key} in {}", locale.code);
        }
    }
}

#[test]
fn every_language_has_all_its_forms_of_a_number_and_no_other() {
    for locale in Locale::codes().map(Locale::of) {
        let has: BTreeSet<&str> = locale.keys().collect();
        // Unicode gives Vietnamese a form for one thing, on account of its pronouns; words with a number in front have but one form.
        let forms: BTreeSet<&str> = locale.forms().into_iter().filter(|form| locale.code != "vi" || *form == "other").collect();
        let counted: BTreeSet<&str> = has.iter().filter(|key| parted(key).1 == Some("other")).map(|key| parted(key).0).collect();
        for stem in counted {
            let its: BTreeSet<&str> =
                has.iter().map(|key| parted(key)).filter(|(of, _)| *of == stem).filter_map(|(_, form)| form).collect();
            assert_eq!(its, forms, "{stem} in {}", locale.code);
        }
    }
}

#[test]
fn numbers_lengths_and_days_are_written_as_each_language_writes_them() {
    let all = ["en", "vi", "ar"].map(Locale::of);
    let half = Decimal::new(125, 1);
    assert_eq!(all.map(|locale| locale.number(-1_250)), ["-1,250", "-1.250", "-1,250"]);
    assert_eq!(all.map(|locale| locale.decimal(half, 1)), ["12.5", "12,5", "12.5"]);
    assert_eq!(all.map(|locale| locale.percent(half, 0)), ["13%", "13%", "13%"]);
    assert_eq!(all.map(|locale| locale.money(Decimal::from(8_000), "VND")), ["8,000 VND", "8.000 VND", "8,000 VND"]);
    let day = Date::parse("2026-07-01").expect("a day");
    assert_eq!(all.map(|locale| locale.date(day)), ["1 July 2026", "01/07/2026", "1 يوليو 2026"]);
    assert_eq!(all.map(|locale| locale.length("1 month")), ["1 month", "1 tháng", "شهر واحد"]);
    assert_eq!(all.map(|locale| locale.length("7.5 working days")), ["7.5 working days", "7,5 ngày làm việc", "7.5 يوم عمل"]);
    let days = ["2 days", "3 days", "11 days", "100 days"].map(|written| Locale::of("ar").length(written));
    assert_eq!(days, ["يومان", "3 أيام", "11 يومًا", "100 يوم"]);
}

#[test]
fn what_is_written_from_left_to_right_is_fenced_off_within_arabic_on_a_page() {
    let arabic = Locale::of("ar");
    assert_eq!(arabic.isolated("المادة 8 من المرسوم 63/2010/NĐ-CP."), "المادة 8 من المرسوم \u{2068}63/2010/NĐ-CP\u{2069}.");
    assert_eq!(arabic.isolated("«Giấy khai sinh (bản sao)» (مثبتة)"), "«\u{2068}Giấy khai sinh (bản sao)\u{2069}» (مثبتة)");
    assert_eq!(arabic.isolated("[4] Giấy khai sinh [bản sao]"), "[4] \u{2068}Giấy khai sinh [bản sao]\u{2069}");
    assert_eq!(arabic.isolated("[4] Giấy khai sinh… (مثبتة)"), "[4] \u{2068}Giấy khai sinh…\u{2069} (مثبتة)");
    assert_eq!(arabic.isolated("17 ملفًا"), "17 ملفًا");
    assert_eq!(Locale::of("vi").isolated("Điều 8"), "Điều 8");
}

#[test]
fn every_word_that_is_looked_up_is_there() {
    let severities = Severity::ALL.map(|severity| format!("severity.{}", severity.word()));
    let confidences = Confidence::ALL.map(|confidence| format!("confidence.{}", confidence.word()));
    let actors = ACTORS.map(|actor| format!("who.{actor}"));
    let edits = redtape::edit::EDITS.iter().map(|(name, _)| format!("edit.{name}"));
    let refusals = redtape::simplify::Refusal::ALL.map(|why| format!("refusal.{}", why.word()));
    let mut keys: Vec<String> = severities.into_iter().chain(confidences).chain(actors).chain(edits).chain(refusals).collect();
    keys.extend(looked_up(Path::new("src")));
    assert!(keys.len() > 20, "the code looks words up: {keys:?}");
    let words: BTreeSet<&str> = Locale::of("en").keys().collect();
    let there = |key: &String| words.contains(key.as_str()) || words.contains(format!("{key}.other").as_str());
    let missing: Vec<&String> = keys.iter().filter(|key| !there(key)).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

/// The ways in which the code looks words up.
const CALLS: [&str; 7] =
    [".say(\"", "locale.count(\"", ".filled(\"", "filled(locale, \"", "said::filled(\"", "said::count(\"", ".heading(1, \""];

/// The keys written out in such calls in the files below one folder.
fn looked_up(folder: &Path) -> Vec<String> {
    let mut keys = Vec::new();
    for entry in fs::read_dir(folder).expect("a room can be opened") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            keys.extend(looked_up(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let code = fs::read_to_string(&path).expect("a source file can be read");
            let words = CALLS.iter().flat_map(|call| code.split(call).skip(1).filter_map(|rest| rest.split('"').next()));
            keys.extend(words.map(str::to_owned));
        }
    }
    keys
}

/// The catalogue says the same of the same things, and is as sure of it, in whatever language it says so.
#[test]
fn the_language_changes_no_finding() {
    let found = |code: &'static str| {
        let mut store = Store::default();
        let built_in: Vec<FileId> = files::registers().into_iter().map(|(path, text)| store.embedded(path, text)).collect();
        let lint::BuiltIn { rules, registers } = lint::built_in(&store, &built_in);
        let paths = files::discover(Path::new("procedures")).expect("the catalogue");
        let read: Vec<FileId> = paths.into_iter().map(|path| store.disk(path.display().to_string(), path)).collect();
        let terms = Terms { least: Confidence::Undetermined, ..Terms::new(Date::parse("2026-07-01").expect("a day"), code) };
        let linted = lint::run(&store, &read, registers.expect("the registers"), &rules.expect("the rules"), &terms, &|| ());
        let findings = linted.judged.findings.into_iter();
        findings.map(|one| (one.fingerprint, one.rule, one.confidence, one.severity)).collect::<BTreeSet<_>>()
    };
    let english = found("en");
    assert!(!english.is_empty());
    for code in Locale::codes() {
        let here = found(code);
        let apart: Vec<_> = english.symmetric_difference(&here).collect();
        assert!(apart.is_empty(), "{code}: {apart:?}");
    }
}

/// What the command says when it is given these words, in an environment of that language, and its exit code.
fn command(words: &[&str], environment: &str) -> (String, Option<i32>) {
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_redtape")).args(words).env_clear().env("LANG", environment).output();
    let run = run.expect("the command runs");
    (format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr)), run.status.code())
}

#[test]
fn help_and_refusals_speak_the_language_of_the_flag_else_of_the_environment() {
    let english =
        ["Usage", "Options", "Arguments", "Commands", "OPTIONS", "possible values", "default:", "Print", "error:", "more information"];
    let flagged = [
        &["check", "--help", "--lang", "vi"][..],
        &["--lang=vi", "help", "rules"],
        &["facts", "-h", "--lang", "vi"],
        &["check", "--lang", "vi", "--as-of", "x"],
    ];
    let spoken = [&["report", "--help"][..], &["import"], &["chek", "--from"], &["plan", "--target", "x"], &["diff", "--lang", "xx"]];
    let said = flagged.map(|words| command(words, "C")).into_iter().chain(spoken.map(|words| command(words, "vi_VN.UTF-8")));
    for (words, _) in said {
        let words: String = words.lines().filter(|line| !line.trim_start().starts_with("redtape ")).collect();
        let strange: Vec<&&str> = english.iter().filter(|english| words.contains(**english)).collect();
        assert!(words.contains("Cách dùng:") || words.contains("lỗi:"), "{words}");
        assert!(strange.is_empty(), "{strange:?} in {words}");
    }
    assert!(command(&["check", "--help"], "ar").0.contains("الخيارات:"));
    assert!(command(&["check", "--help"], "C").0.contains("Options:"));
    assert_eq!(
        [command(&["chek"], "vi").1, command(&["check", "--help"], "vi").1, command(&["--version"], "ar").1],
        [Some(2), Some(0), Some(0)]
    );
}
