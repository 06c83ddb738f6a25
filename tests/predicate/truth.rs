//! What expressions answer.

use redtape::{
    link::Fact,
    rule::predicate::{GRAMMAR, compile, compile_value},
};

use crate::subject::{WORDS, day, subject, words};

fn holds(expression: &str, changed: &[(&str, Fact<'static>)]) -> bool {
    match compile(expression, &words()) {
        Ok(predicate) => predicate.holds(&subject(changed)),
        Err(fault) => panic!("{expression}: {fault:?}"),
    }
}

const TRUE: &[&str] = &[
    "true",
    "!false",
    "document.held",
    "document.title == 'Passport'",
    "\"Passport\" == document.title",
    "document.title != 'passport'",
    "document.title in ['Visa', 'Passport']",
    "!(document.title in ['Visa'])",
    "document.title in ['a','b','c','d','e','f','g','h','i','j','k','l','m','Passport']",
    "'person.identity' in document.proves",
    "document.title > 'Pass' && document.title < 'Q'",
    "document.originals == 2 && document.originals != 3 && 2 == document.originals",
    "1 < document.originals && 3 > document.originals && 2 <= document.originals && 2 >= document.originals",
    "document.originals in [1, 2] && document.originals in [1.5, 2]",
    "document.share == 0.75 && document.share == 0.750 && document.share < 1 && document.share in [0.75]",
    "document.originals > document.share && document.share < document.originals",
    "document.originals + document.copies == 3 && document.originals - document.copies == 1",
    "document.originals * 3 == 6 && 7 / 2 == 3 && -7 / 2 == -3 && 7 % 2 == 1 && -7 % 2 == -1 && 7 / 2.0 == 3.5",
    "document.originals + document.share == 2.75 && -document.originals == -2 && - -2 == 2 && 1 - -1 == 2",
    "1 + 2 * 3 == 7 && 1 + 4 / 2 == 3 && 1 + 5 % 2 == 2 && (1 + 2) * 3 == 9 && 10 - 3 - 2 == 5 && 100 / 10 / 5 == 2",
    "procedure.reviewed < date('2026-02-01') && procedure.reviewed == date('2026-01-10')",
    "procedure.changed - procedure.reviewed == 31 && procedure.reviewed - procedure.changed == -31",
    "procedure.reviewed in [date('2026-01-10')]",
    "size(document.title) == 8 && document.title.size() == 8 && size('Giấy') == 4 && size(document.proves) == 2",
    "document.title.startsWith('Pass') && document.title.endsWith('port') && document.title.contains('ssp')",
    "procedure.title.contains(document.title) == false && document.title.startsWith(document.title)",
    r"!document.title.matches(r'^\w+ \w+ \w+ \w+$')",
    r"document.title.matches(r'^P\w+t$') && document.title.matches('^P\\w+t$') && matches(document.title, 'port')",
    "document.proves.exists(x, x == 'person.identity') && document.proves.all(x, x.startsWith('person.'))",
    "document.proves.exists_one(x, x == 'person.identity') && !document.proves.exists_one(x, x.size() > 1)",
    "document.proves.filter(x, x.contains('birth')).size() == 1",
    "document.laws.exists(x, x.binding && x.level == 1) && !document.laws.all(x, x.binding)",
    "document.laws.exists(x, x.from == null) && document.laws.exists(x, x.from != null && x.from >= date('2025-07-01'))",
    "document.laws.filter(x, x.binding).all(x, x.cite == 'Law 1')",
    "document.laws.exists(x, x.topics.exists(y, y == x.cite)) && document.laws.all(x, 'birth' in x.topics)",
    "document.laws.all(x, x.topics.filter(y, y != x.cite).size() == 1) && [1, 2].exists(x, x == document.originals)",
    "[document.title, procedure.title].exists(x, x == 'Passport') && document.title in [procedure.title, 'Passport']",
    "document.law != null && document.law.cite == 'Law 1' && document.law.binding && size(document.law.topics) == 2",
    "document.law != null && document.law.from != null && document.law.from < procedure.reviewed",
    "document.holder != null && document.holder == 'police'",
    "document.holder == null || document.holder == 'police'",
    "document.holder != null ? document.holder == 'police' : false",
    "!(document.holder == null) && document.holder.size() == 6",
    "!(document.holder == null || document.age == null) && document.age > 1 && document.holder != ''",
    "(document.holder != null && document.age != null) && document.age + size(document.holder) == 36",
    "null != document.holder && document.proves.all(x, x != document.holder)",
    "(document.held ? document.originals : 0.5) == 2 && (document.held ? 'a' : 'b') == 'a'",
    "(document.held ? document.proves : ['x']).size() == 2 && document.held == true && document.held != false",
    "(document.held ? document.holder != null : document.holder != null) && document.holder == 'police'",
    "(document.holder != null ? document.held : document.holder != null) && document.holder == 'police'",
    "!(document.holder != null ? document.held == false : document.holder == null) && document.holder != ''",
    "document.known != null && (document.known == false) == document.held",
    "document.held ? (false ? false : true) : false ? false : true",
    "false && false || true",
    "9223372036854775807 + 1 == 9223372036854775807 && -9223372036854775808 - 1 == -9223372036854775808",
    "9223372036854775807 * -2 < 0 && -9223372036854775808 / -1 == 9223372036854775807 && 5 % -1 == 0",
    "7922816251426433759354395033.5 * 100.0 > 1 && -7922816251426433759354395033.5 / 0.01 < 1",
    "document.title == 'Passport'\n  && document.held",
    r#"'it\'s' == "it's" && 'a\\b' == r'a\b' && 'a\nb\t' != 'a'"#,
    "'ấ' == 'a\u{302}\u{301}'",
];

#[test]
fn what_is_true_holds() {
    for expression in TRUE {
        assert!(holds(expression, &[]), "{expression}");
        assert!(!holds(&format!("!({expression})"), &[]), "not: {expression}");
    }
}

#[test]
fn connectives_have_their_truth_tables() {
    for (a, b) in [(false, false), (false, true), (true, false), (true, true)] {
        let facts = [("document.held", Fact::from(a)), ("document.known", Fact::from(b))];
        let asks = |question: &str| holds(&format!("document.known != null && ({question})"), &facts);
        assert_eq!(asks("document.held && document.known"), a && b);
        assert_eq!(asks("document.held || document.known"), a || b);
        assert_eq!(asks("document.held == document.known"), a == b);
        assert_eq!(asks("document.held != document.known"), a != b);
        assert_eq!(asks("!document.held"), !a);
        assert_eq!(asks("document.held ? document.known : !document.known"), if a { b } else { !b });
    }
}

#[test]
fn comparisons_have_their_truth_tables() {
    for (one, two) in [(1_i64, 2_i64), (2, 2), (3, 2)] {
        let facts = [("document.originals", Fact::from(one)), ("document.copies", Fact::from(two))];
        let table = [("==", one == two), ("!=", one != two), ("<", one < two), ("<=", one <= two), (">", one > two), (">=", one >= two)];
        for (sign, answer) in table {
            assert_eq!(holds(&format!("document.originals {sign} document.copies"), &facts), answer, "{sign}");
            assert_eq!(holds(&format!("document.originals {sign} {two}"), &facts), answer, "{sign} literal");
            assert_eq!(holds(&format!("{one} {sign} document.copies"), &facts), answer, "literal {sign}");
            assert_eq!(holds(&format!("document.originals {sign} {two}.0"), &facts), answer, "{sign} decimal");
        }
    }
}

#[test]
fn a_null_is_seen_and_never_compared() {
    let gone = [("document.holder", Fact::Null), ("document.law", Fact::Null), ("procedure.ends", Fact::Null)];
    assert!(holds("document.holder == null && document.law == null", &gone));
    assert!(!holds("document.holder != null && document.holder != 'x'", &gone));
    assert!(!holds("document.holder != null && !(document.holder == 'x')", &gone));
    assert!(holds("document.holder == null || document.holder == 'x'", &gone));
    assert!(!holds("document.law != null && document.law.level < 9", &gone));
    assert!(!holds("procedure.ends != null && procedure.ends > procedure.reviewed", &gone));
    let given = [("procedure.ends", day("2026-01-11"))];
    assert!(holds("procedure.ends != null && procedure.ends - procedure.reviewed == 1", &given));
}

#[test]
fn a_value_is_a_text_that_is_allowed() {
    let allowed = ["proved", "presumed"];
    let of = |text: &str| compile_value(text, &words(), &allowed).map(|value| value.of(&subject(&[])).into_owned());
    assert_eq!(of("proved").unwrap(), "proved");
    assert_eq!(of("'presumed'").unwrap(), "presumed");
    assert_eq!(of("document.held ? 'proved' : 'presumed'").unwrap(), "proved");
    assert_eq!(of("document.title").unwrap(), "Passport");
    assert_eq!(
        of("document.held ? 'prooved' : 'presumed'").unwrap_err().says,
        "`prooved` is none of proved, presumed; did you mean `proved`?"
    );
    assert!(of("document.holder").unwrap_err().says.contains("can be null"));
    assert!(of("document.held").unwrap_err().says.contains("expected a text"));
    assert!(of("guessed").unwrap_err().says.contains("nothing here is called `guessed`"));
}

#[test]
fn the_examples_of_the_manual_compile() {
    let cells = GRAMMAR.lines().filter_map(|line| line.strip_prefix("| `")?.split("` | ").next());
    let examples: Vec<String> = cells.map(|cell| cell.replace(r"\|", "|")).collect();
    assert!(examples.len() > 20, "{examples:?}");
    for example in examples {
        if let Err(fault) = compile(&example, &words()) {
            panic!("{example}: {fault:?}");
        }
    }
}

#[test]
fn the_words_used_are_told_in_order() {
    let predicate = compile("procedure.title == document.title && document.law != null && document.law.binding", &words()).unwrap();
    let names: Vec<&str> = predicate.words().iter().map(|at| WORDS[usize::from(*at)].0).collect();
    assert_eq!(names, ["document.title", "document.law", "procedure.title"]);
}

#[test]
fn a_predicate_can_be_asked_on_any_thread() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&compile("document.held", &words()).unwrap());
    shared(&compile_value("document.title", &words(), &[]).unwrap());
}

#[test]
fn facts_fit_their_words() {
    for (fact, (name, kind, nullable)) in subject(&[]).facts.iter().zip(WORDS) {
        assert!(fact.fits(*kind, *nullable), "{name}");
        assert_eq!(Fact::Null.fits(*kind, *nullable), *nullable, "{name}");
        assert!(!Fact::Record(Vec::new()).fits(*kind, *nullable), "{name}");
    }
}
