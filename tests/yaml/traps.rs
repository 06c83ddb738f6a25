//! What YAML 1.1 read otherwise than YAML 1.2: bare words that were truths, days that were times, numbers of other kinds. Each is what YAML 1.2 says and as it is
//! written; what looks like a truth is pointed at.

use redtape::{
    problem::Kind,
    span::FileId,
    yaml::{self, Value},
};

/// Words that were truths, or nothing, or a sign of their own; those before the gap are pointed at.
#[rustfmt::skip]
const TRUTHS: [&str; 22] = [
    "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "y", "Y", "n", "N",
    "tRue", "fALSE", "nULL", "NuLL", "=", "yep",
];

/// How many of them are pointed at.
const POINTED_AT: usize = 16;

/// Words that are truths, or nothing, in both.
const CORE: [(&str, Option<bool>); 8] = [
    ("true", Some(true)),
    ("True", Some(true)),
    ("TRUE", Some(true)),
    ("false", Some(false)),
    ("False", Some(false)),
    ("FALSE", Some(false)),
    ("null", None),
    ("~", None),
];

/// Days and times: words, whether there is such a day or not.
#[rustfmt::skip]
const DAYS: [&str; 30] = [
    "2026-11-23", "2026-02-30", "2026-13-01", "0000-00-00", "9999-99-99", "2026-1-1", "2026-11-23T00:00:00Z", "2026-11-23t12:30:00+07:00",
    "2026-11-23 12:30:00", "2026-11-23 12:30:00.5 -5", "2001-12-14t21:59:43.10-05:00", "12:30", "12:30:45", "190:20:30", "190:20:30.15",
    "1:2", "-1:30", "24:00", "23:59:60", "00:00", "2026-02-29", "1900-02-29", "2026-W10", "2026-327", "23/11/2026", "11/23/2026",
    "23-11-2026", "2026.11.23", "20261123T", "+2026-11-23",
];

/// What looks like a number, and whether it is read as one: as YAML 1.2 says, but for what has no end and what is none (`.inf`, `.nan`).
#[rustfmt::skip]
const NUMBERS: [(&str, bool); 38] = [
    ("010", true), ("0777", true), ("00", true), ("08", true), ("0o10", true), ("0o8", false), ("0b101", false), ("-0b1", false), ("0x1F", true),
    ("0X1F", false), ("-0x1F", false), ("0xg", false), ("1_000", false), ("1_0.5", false), ("0x_F", false), ("1,000", false), ("1.000", true),
    ("1.001193", true), ("1.10", true), ("+1", true), ("-0", true), ("1.", true), (".5", true), (".", false), ("1e3", true), ("1E+3", true),
    ("1e", false), ("e3", false), ("1e400", true), ("9223372036854775808", true), ("18446744073709551616", true),
    ("99999999999999999999999999999999999999999999", true), (".inf", false), ("-.INF", false), (".nan", false), ("inf", false), ("nan", false),
    ("1.2.3", false),
];

/// What `word` is where it stands alone, and whether it is pointed at.
fn read(word: &str) -> (String, bool) {
    let text = format!("a: {word}\n");
    let (tree, problems) = yaml::parse(FileId::default(), &text);
    let said = match tree.documents.first().and_then(|node| node.get("a")).map(|node| &node.value) {
        Some(Value::Text(words)) => format!("words {words}"),
        Some(Value::Number(written)) => format!("number {written}"),
        Some(Value::Bool(yes)) => format!("truth {yes}"),
        Some(Value::Null) => "nothing".to_owned(),
        other => format!("{other:?}"),
    };
    (said, problems.iter().any(|one| one.kind == Kind::AmbiguousBoolean))
}

#[test]
fn a_truth_of_yaml_1_1_is_a_word_and_is_pointed_at() {
    for (at, word) in TRUTHS.iter().enumerate() {
        assert_eq!(read(word), (format!("words {word}"), at < POINTED_AT), "{word}");
    }
    for (word, truth) in CORE {
        assert_eq!(read(word).0, truth.map_or("nothing".to_owned(), |yes| format!("truth {yes}")), "{word}");
    }
}

#[test]
fn a_day_or_a_time_is_the_words_that_stand_there() {
    DAYS.iter().for_each(|word| assert_eq!(read(word), (format!("words {word}"), false), "{word}"));
}

#[test]
fn a_number_is_kept_as_it_is_written_and_is_one_by_yaml_1_2_alone() {
    for (word, is_number) in NUMBERS {
        let kind = if is_number { "number" } else { "words" };
        assert_eq!(read(word), (format!("{kind} {word}"), false), "{word}");
    }
}
