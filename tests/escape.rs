//! Each escape, sign by sign: what goes through as it is, and what each hostile sign becomes.

use redtape::text;

/// Asserts what a function makes of some texts.
fn each(escape: impl Fn(&str) -> String, cases: &[(&str, &str)]) {
    for (text, wanted) in cases {
        assert_eq!(escape(text), *wanted, "{text:?}");
    }
}

#[test]
fn a_terminal_shows_controls_by_their_code_and_breaks_commands() {
    let cases = [
        ("", ""),
        ("Khai sinh: 1", "Khai sinh: 1"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\rb", "a\\u{d}b"),
        ("\u{1b}[31m", "\\u{1b}[31m"),
        ("\u{9b}x\u{0}", "\\u{9b}x\\u{0}"),
        ("a\u{202e}b\u{2066}c\u{200b}", "a\\u{202e}b\\u{2066}c\\u{200b}"),
        ("::error::x", "\\u{3a}:error::x"),
        ("a ::error", "a \\u{3a}:error"),
        ("a\n  ::error", "a\n  \\u{3a}:error"),
        ("a::b", "a::b"),
        ("a::b ::c", "a::b \\u{3a}:c"),
        ("x##[stop-commands]y", "x\\u{23}#[stop-commands]y"),
        ("##vso[a] ##teamcity[b]", "\\u{23}#vso[a] \\u{23}#teamcity[b]"),
        ("## [a] #[b]", "## [a] #[b]"),
    ];
    each(|text| text::terminal(text).into_owned(), &cases);
    let cases = [("a\nb", "a\\u{a}b"), ("a\tb", "a\\u{9}b"), ("a\u{85}\u{2028}", "a\\u{85}\\u{2028}"), ("đ", "đ"), (" ::x", " \\u{3a}:x")];
    each(|text| text::line(text).into_owned(), &cases);
}

#[test]
fn json_keeps_its_lines_and_hides_nothing() {
    let cases = [
        ("{\n \"a\": \"đ\"\n}", "{\n \"a\": \"đ\"\n}"),
        ("\u{7f}\u{202e}", "\\u007f\\u202e"),
        ("\u{1b}", "\\u001b"),
        ("\"##[a]\" \"##vso[\" \"##teamcity[\"", "\"\\u0023#[a]\" \"\\u0023#vso[\" \"\\u0023#teamcity[\""),
    ];
    each(text::json, &cases);
}

#[test]
fn lines_of_a_text_stay_as_long_as_they_were() {
    let cases = [
        ("a\tb\nđ", "a\tb\nđ"),
        ("a\rb\u{1b}", "a b?"),
        ("\u{85}", "¿"),
        ("\u{ad}x", "¿x"),
        ("\u{202e}x", "\u{fffd}x"),
        ("##[a]", "# [a]"),
        ("##vso[", "# vso["),
    ];
    each(text::same_length, &cases);
    cases.iter().for_each(|(text, _)| assert_eq!(text::same_length(text).len(), text.len(), "{text:?}"));
}

#[test]
fn a_cell_is_no_formula() {
    let formulas = ["=1", "+1", "-1", "@a", "|x", "＝1", "＋1", "－1", "＠1", " =1", "'=1", "' \t=1"];
    for cell in formulas {
        assert!(text::is_formula(cell), "{cell}");
        assert!(text::csv(cell).starts_with('\''), "{cell}");
    }
    for cell in ["", "a=1", "1-1", "'a", "(=1)"] {
        assert!(!text::is_formula(cell), "{cell}");
        assert_eq!(text::csv(cell), cell);
    }
    each(text::csv, &[("a\nb", "a\\u{a}b"), ("=a\n", "'=a\\u{a}"), ("\"a\"", "\"a\"")]);
}

#[test]
fn xml_and_html_write_their_signs_by_name() {
    let cases = [
        ("a & b < c > \"d\" 'e'", "a &amp; b &lt; c &gt; &quot;d&quot; &apos;e&apos;"),
        ("\u{fffe}\u{ffff}\u{fffd}", "\\u{fffe}\\u{ffff}\u{fffd}"),
        ("\u{1}\n\u{202e}", "\\u{1}\\u{a}\\u{202e}"),
        ("giấy", "giấy"),
    ];
    each(text::xml, &cases);
    let cases = [
        ("a & b < c > \"d\" 'e'", "a &amp; b &lt; c &gt; &quot;d&quot; &#39;e&#39;"),
        ("a\nb\rc\td", "a b c d"),
        ("a\u{0}\u{85}\u{202e}<", "a\\u{0}\\u{85}\\u{202e}&lt;"),
        ("giấy tờ", "giấy tờ"),
        ("<", "&lt;"),
        ("\u{200b}", "\\u{200b}"),
        ("\u{7}", "\\u{7}"),
    ];
    each(|text| text::html(text).into_owned(), &cases);
}

#[test]
fn a_style_sheet_gets_letters_and_codes() {
    each(text::css, &[("a 1đ", "a 1đ"), ("\";}", "\\22 \\3b \\7d "), ("\n", "\\a "), ("<", "\\3c ")]);
}

#[test]
fn an_office_document_gets_plain_words() {
    let cases = [
        ("a b", "a b"),
        ("a\nb\tc\u{1b}", "a b c "),
        ("a\u{202e}b\u{200b}c", "abc"),
        ("\u{fffe}x", "\u{fffd}x"),
        ("\u{ffff}", "\u{fffd}"),
        ("=1", "=1"),
    ];
    each(|text| text::document(text).into_owned(), &cases);
}

#[test]
fn an_annotation_has_no_escapes_of_its_own() {
    each(text::github, &[("100%", "100%25"), ("%0A", "%250A"), ("a\nb", "a\\u{a}b"), ("a,b:c", "a,b:c")]);
    each(text::github_property, &[("a,b:c%", "a%2Cb%3Ac%25"), ("::x", "\\u{3a}%3Ax")]);
}

#[test]
fn a_line_of_markdown_is_words() {
    let cases = [
        ("Khai sinh", "Khai sinh"),
        ("\\`*_[]<>&|~#$^{!", "\\\\\\`\\*\\_\\[\\]\\<\\>\\&\\|\\~\\#\\$\\^\\{\\!"),
        ("a@b", "a@<!-- -->b"),
        ("- a - b", "\\- a - b"),
        ("  + a", "  \\+ a"),
        ("= a = b", "\\= a = b"),
        ("a-b+c", "a-b+c"),
        ("- -", "\\- -"),
        ("1. a", "1\\. a"),
        ("12) a", "12\\) a"),
        ("1.5 m", "1.5 m"),
        ("a. b) 1.", "a. b) 1."),
        (" 1. a", " 1\\. a"),
        ("1a. b", "1a. b"),
        ("www.a.vn", "www\\.a.vn"),
        ("x WwW.a", "x WwW\\.a"),
        ("ww.a", "ww.a"),
        ("http://a", "http\\://a"),
        (":a :+ :- :_ :1", "\\:a \\:+ \\:- \\:\\_ \\:1"),
        ("a: b :) :", "a: b :) :"),
        ("đww.a", "đww.a"),
        ("\u{202e}", "\\\\u\\{202e}"),
    ];
    each(text::markdown, &cases);
}

#[test]
fn a_message_of_sarif_has_no_link_and_no_blank_to_fill() {
    let cases = [
        ("a [b] \\c", "a [b] \\c"),
        ("[a](b) \\c", "\\[a\\](b) \\\\c"),
        ("{0} {12} {a} {} {1", "{{0} {{12} {a} {} {1"),
        ("{1a}", "{1a}"),
        ("a\nb\u{202e}", "a‹U+000A›b‹U+202E›"),
    ];
    each(text::sarif, &cases);
}

#[test]
fn an_address_is_written_by_its_bytes() {
    let cases = [
        ("a/b-c.d_e~f9Z", "a/b-c.d_e~f9Z"),
        ("a b:c", "a%20b%3Ac"),
        ("đ", "%C4%91"),
        ("/etc/x", "file:///etc/x"),
        ("c:\\x\\y", "file:///c%3A/x/y"),
        ("c:x", "c%3Ax"),
        ("a%20\n", "a%2520%0A"),
        ("", ""),
    ];
    each(text::uri, &cases);
}

#[test]
fn long_words_are_escaped_in_linear_time() {
    // Each of these took the square of its length once, or could: minutes, where it takes a moment.
    for piece in [".", "-", " ", " -", "www.", "{1", "::", "[", "](", "##[", "'", "@"] {
        let long = piece.repeat(100_000 / piece.len());
        for escape in [text::markdown, text::sarif, text::csv, text::xml, text::github_property, text::json, text::same_length, text::uri] {
            assert!(escape(&long).len() >= 100_000 / 2, "{piece}");
        }
    }
}
