//! What is refused when a rule is read, where, and in what words.

use redtape::rule::predicate::compile;

use crate::subject::words;

/// The expression, the part of it at fault, and what the message says.
const REFUSED: &[(&str, &str, &str)] = &[
    ("document.holdr != null", "holdr", "`document` has no word `holdr`; did you mean `holder`?"),
    ("document.reviewed != null", "reviewed", "`document` has no word `reviewed`, but `procedure` has"),
    ("document.xyzzyx", "xyzzyx", "`document` has no word `xyzzyx`"),
    ("documnt.holder == ''", "documnt", "nothing here is called `documnt`; did you mean `document`?; known here: `document`, `procedure`"),
    ("document == null", "document", "`document` by itself has no value; ask for one of its words, such as `document.age`"),
    ("x == 1", "x", "nothing here is called `x`; known here: `document`, `procedure`"),
    ("document.holder == 'x'", "document.holder", "`document.holder` can be null here; write `document.holder != null && …`"),
    ("document.holder != 'x'", "document.holder", "can be null here"),
    ("document.holder == 'x' && document.holder != null", "document.holder", "can be null here"),
    ("document.holder != null || document.holder == 'x'", "document.holder", "can be null here"),
    ("document.holder == null && document.holder == 'x'", "document.holder", "can be null here"),
    ("!(document.holder != null && document.held) || document.age > 1", "document.age", "can be null here"),
    ("(document.holder != null || document.held) && document.holder == 'x'", "document.holder", "can be null here"),
    ("document.holder == null ? document.holder == 'x' : true", "document.holder", "can be null here"),
    ("(document.holder != null ? document.held : document.age == null) && document.holder == ''", "document.holder", "can be null here"),
    ("(document.held ? document.holder != null : document.age == null) && document.holder == ''", "document.holder", "can be null here"),
    ("document.title.matches(r'\\w{60}')", "r'\\w{60}'", "this pattern takes too much memory"),
    ("document.held && document.known", "document.known", "can be null here"),
    ("document.age in [1]", "document.age", "can be null here"),
    ("document.counts.size() > 1", "document.counts", "can be null here"),
    ("document.law.level > 1", "document.law", "can be null here"),
    ("document.law != null && document.law.from > procedure.reviewed", "document.law.from", "can be null here"),
    ("document.laws.exists(x, x.from > procedure.reviewed)", "x.from", "`x.from` can be null here"),
    ("document.laws.exists(x, x.from != null) && document.laws.all(x, x.from > procedure.reviewed)", "x.from", "can be null"),
    ("document.title", "document.title", "expected a question (yes or no); `document.title` is a text"),
    ("document.originals", "document.originals", "is a whole number"),
    ("document.law", "document.law", "can be null"),
    ("document.law != null && document.law", "document.law", "is a record: ask for one of its fields (cite, binding, level, from, topics)"),
    ("document.laws.exists(x, x.cit == 'a')", "x.cit", "this record has no field `cit`; did you mean `cite`?"),
    ("document.title.size == 1", "document.title.size", "a text has no fields, so no `size`"),
    ("document.title == 3", "document.title == 3", "`document.title` (text) and `3` (whole number) cannot be compared by `==`"),
    ("document.held > false", "document.held > false", "cannot be compared by `>`"),
    ("document.held == 'true'", "document.held == 'true'", "`document.held` (yes-or-no) and `'true'` (text)"),
    ("procedure.reviewed > '2026-01-01'", "procedure.reviewed > '2026-01-01'", "write date('2026-01-01')"),
    ("document.proves == ['a']", "document.proves == ['a']", "lists are not compared whole"),
    ("null == null", "null", "only a word can be null"),
    ("document.originals > null", "null", "`null` is only compared"),
    ("document.title in 'Passport'", "document.title in 'Passport'", "for a text write text.contains(part)"),
    ("document.originals in ['1']", "document.originals in ['1']", "a whole number cannot be in a list of this type (text)"),
    ("1 in document.held", "1 in document.held", "`document.held` is a yes-or-no"),
    ("document.title in []", "[]", "nothing is in an empty list"),
    ("document.title in ['a', 1]", "1", "the values of a list are of one type"),
    ("document.holder in [null]", "document.holder", "can be null"),
    ("document.title + 'x' == 'x'", "document.title + 'x'", "`+` reckons with numbers (and `-` with two dates), not with text and text"),
    ("procedure.reviewed + 1 > procedure.changed", "procedure.reviewed + 1", "not with date and whole number"),
    ("document.originals / document.copies > 1", "document.copies", "takes a number other than 0, written out"),
    ("document.originals / 0 > 1", "0", "takes a number other than 0, written out"),
    ("document.originals % 0.0 > 1", "0.0", "takes a number other than 0, written out"),
    ("document.share % 2 > 1", "document.share", "`%` takes whole numbers"),
    ("-document.title == 1", "document.title", "expected a number"),
    ("!document.title", "document.title", "expected a question"),
    ("document.held ? 1 : 2", "document.held ? 1 : 2", "expected a question"),
    ("document.held ? true : 2", "document.held ? true : 2", "the two answers differ in type: yes-or-no and whole number"),
    ("size(document.originals) > 1", "document.originals", "a text or a list has a size, not a whole number"),
    ("date('2026-02-30') < procedure.reviewed", "'2026-02-30'", "a date is written date('2026-01-01')"),
    ("date(document.title) < procedure.reviewed", "document.title", "a date is written"),
    ("document.title.startWith('a')", "startWith", "there is no function `startWith`; did you mean `startsWith`?"),
    ("document.title.startsWith()", "document.title.startsWith()", "`startsWith` is used so: text.startsWith('part')"),
    ("has(document.law)", "has", "write `word != null`"),
    ("document.proves.map(x, x)", "map", "there is no function `map`"),
    ("document.title.matches(procedure.title)", "procedure.title", "a pattern is written out"),
    ("document.title.matches('(')", "'('", "this pattern cannot be read: unclosed group"),
    ("document.title.matches(r'(a)\\1')", "r'(a)\\1'", "this pattern cannot be read"),
    ("document.title.matches(r'(\\w{1000}){1000}')", "r'(\\w{1000}){1000}'", "takes too much memory"),
    ("document.proves.exists('x', true)", "'x'", "names each value"),
    ("document.proves.exists(document, true)", "document", "`document` already means something here"),
    ("document.laws.exists(x, x.topics.exists(x, true))", "x", "`x` already means something here"),
    (
        "document.laws.exists(x, x.topics.exists(y, document.proves.exists(z, true)))",
        "true",
        "a loop may stand in one other, and no deeper",
    ),
    ("document.title.exists(x, true)", "document.title", "expected a list; `document.title` is a text"),
    ("document.proves[0] == 'a'", "[", "a list is not read by position"),
    ("document.title = 'a'", "=", "`=` is written `==`"),
    ("document.held and document.known", "and", "`and` is written `&&`"),
    ("not document.held", "not", "`not` is written `!`"),
    ("document.held & document.known", "&", "`&` is written `&&`"),
    ("document.originals ≥ 2", "≥", "`≥` is written `>=`"),
    ("document.title == ‘a’", "‘", "straight quotes"),
    ("document.title == 'a", "'a", "this text has no closing quote"),
    (r"document.title == '\d'", r"\d", "after a backslash"),
    ("{'a': 1}", "{", "there are no maps here"),
    ("document.title == 'a' 'b'", "'b'", "expected an operator such as `==` or `&&`, found a text"),
    ("document.held &&", "", "expected a word, a value or `(`, found the end"),
    ("(document.held", "", "expected `)`, found the end"),
    ("document. == 1", "==", "expected a name after the dot, found `==`"),
    ("document.originals == 99999999999999999999", "99999999999999999999", "too many digits"),
    ("document.originals == 9223372036854775808", "9223372036854775808", "this number is too large"),
    ("document.originals == 3days", "3days", "a number is written with digits"),
    ("document.share == 1.5e3", "1.5e3", "a number is written with digits"),
    ("", "", "expected a word, a value or `(`, found the end"),
    ("document.title == 'a' \u{202e}", "\u{202e}", r"`\u{202e}` has no meaning here"),
];

#[test]
fn what_is_wrong_is_refused_where_it_stands() {
    for (expression, place, says) in REFUSED {
        let Err(fault) = compile(expression, &words()) else { panic!("accepted: {expression}") };
        assert!(fault.says.contains(says), "{expression}\n  {}\n  {says}", fault.says);
        assert_eq!(expression.get(fault.at.clone()), Some(*place), "{expression}: {fault:?}");
    }
}

#[test]
fn every_message_is_one_line_without_a_full_stop() {
    for (expression, ..) in REFUSED {
        let Err(fault) = compile(expression, &words()) else { continue };
        assert!(!fault.says.contains('\n') && !fault.says.ends_with('.'), "{}", fault.says);
        assert!(fault.says.len() < 300, "{}", fault.says);
    }
}
