//! No node of the page is made by what a file says: whatever words stand in it, the page has the same tags and the same attributes.

use std::sync::{Arc, LazyLock};

use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    link::Terms,
    lint,
    locale::Locale,
    register::Registers,
    render,
    report::{
        Choice,
        review::{self, Audience, Wish},
    },
    rule::RuleSet,
    span::FileId,
};

/// Words that a browser would make a node, an attribute, a script or a link of, if it were let.
#[rustfmt::skip]
const ATTACKS: &[&str] = &[
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)", "\" onfocus=\"alert(1)\" autofocus=\"", "<iframe src=javascript:alert(1)>", "javascript:alert(1)",
    "<a href=\"javascript:alert(1)\">x</a>", "</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "<!--", "-->", "<![CDATA[<b>]]>",
    "</textarea><b>", "<base href=//a>", "<meta http-equiv=refresh content=0>", "<form action=//a><button>", "<math><mtext></p><img src=x>",
    "&lt;script&gt;", "&#60;script&#62;", "&#x3c;b&#x3e;", "{{ 7 * 7 }}", "{% raw %}<b>{% endraw %}", "${alert(1)}", "<?xml?>", "<p/><b a=`b`>",
    "\u{0}<b>", "\u{feff}<b>", "<\u{0}script>", "＜script＞", "<details open ontoggle=alert(1)>", "</td></tr></table><b>",
];

/// A procedure with `words` in every place that takes any.
fn procedure(words: &str) -> String {
    let code = |c: char| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("\\U{:08x}", c as u32) };
    let words = format!("\"{}\"", words.chars().map(code).collect::<String>());
    let said = format!("{{vi: {words}, en: {words}, ar: {words}}}");
    format!(
        "procedure: \"9.000001\"\ntitle: {said}\nsector: civil-status\nlevel: commune\nlegal_basis: [{words}]\n{words}: 1\nconditions: [{{text: {words}}}]\n\
         dossier:\n  documents:\n    - {{id: a, title: {said}, as: copy}}\n    - {{title: {words}, evidence: {words}}}\n\
         steps: [{{id: {words}, by: {words}, title: {said}, in: 1 day, after: [{words}]}}]\nresults: [{{title: {said}}}]\nredress: {words}\n\
         fees: [{{title: {words}, amount: {words}}}]\ntime_limit: {words}\naccepted: [{{rule: dossier/proves-nothing, at: /dossier/documents/0, because: {words}, until: 2027-01-01}}]\n"
    )
}

/// What ships with the program, read once.
static BUILT_IN: LazyLock<(RuleSet, Arc<Registers>)> = LazyLock::new(|| {
    let mut store = Store::default();
    let files: Vec<FileId> = files::registers().into_iter().map(|(path, text)| store.embedded(path, text)).collect();
    let lint::BuiltIn { rules, registers } = lint::built_in(&store, &files);
    (rules.expect("the rules"), Arc::new(registers.expect("the registers")))
});

/// The page on a catalogue of one such procedure, for one reader.
fn page(words: &str, audience: Audience, language: &str) -> String {
    let (rules, registers) = &*BUILT_IN;
    let mut store = Store::default();
    let file = store.memory("a.yaml", procedure(words));
    let terms = Terms { least: Confidence::Undetermined, ..Terms::new(Date::parse("2026-07-01").expect("a day"), language) };
    let linted = lint::run(&store, &[file], Arc::clone(registers), rules, &terms, &|| ());
    let choice = Choice { min_confidence: Confidence::Undetermined, ..Choice::default() };
    let wish = Wish { audience, title: Some(words.to_owned()), command: words.to_owned(), ..Wish::default() };
    let review = review::make(linted, &store, &choice, rules, wish).expect("nobody changes the files meanwhile");
    render::html(&review, Locale::of(language)).expect("the templates hold")
}

/// Each tag, with the names of its attributes; what is a script or a style, whole. The fences around words that run the other way are left out: they are ours.
fn nodes(html: &str) -> Vec<String> {
    let mut nodes = Vec::new();
    let mut rest = html;
    while let Some(begin) = rest.find('<') {
        let end = begin + rest[begin..].find('>').expect("a tag ends");
        let (tag, after) = (&rest[begin + 1..end], &rest[end + 1..]);
        let name: String = tag.chars().take_while(|c| !c.is_whitespace()).collect();
        let whole = ["script", "style"].contains(&name.as_str());
        let close = after.find(&format!("</{name}")).filter(|_| whole).unwrap_or(0);
        let attributes = tag.split('"').step_by(2).map(|piece| piece.trim().trim_end_matches('='));
        let node = format!("{name} {} {}", attributes.collect::<Vec<_>>().join(" "), &after[..close]);
        nodes.extend((name.trim_start_matches('/') != "bdi").then_some(node));
        rest = &after[close..];
    }
    nodes
}

#[test]
fn no_node_of_the_page_comes_from_what_a_file_says() {
    for (audience, language) in [(Audience::Agency, "vi"), (Audience::Province, "en"), (Audience::Agency, "ar")] {
        let calm = nodes(&page("xin chào", audience, language));
        assert!(calm.len() > 200, "{} nodes", calm.len());
        for attack in ATTACKS.chunks(4).map(|some| some.join(" ")) {
            let found = nodes(&page(&format!("xin {attack} chào"), audience, language));
            let (new, gone): (Vec<_>, Vec<_>) =
                (found.iter().filter(|one| !calm.contains(one)).collect(), calm.iter().filter(|one| !found.contains(one)).collect());
            assert!(new.is_empty() && gone.is_empty(), "{attack}, {language}: {new:?} instead of {gone:?}");
        }
    }
}
