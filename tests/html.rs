//! The page: well nested, every link with its target, nothing from the network, nothing obeyed that a file says, legible in light and dark.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use proptest::prelude::*;
use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    link::Terms,
    lint,
    locale::Locale,
    render,
    report::{
        Choice,
        review::{self, Audience, Review, Wish},
    },
    span::FileId,
    text,
};

const CSS: &str = include_str!("../src/render/html/page.css");

fn review(folder: &Path, audience: Audience, title: Option<&str>) -> Review {
    let mut store = Store::default();
    let built_in: Vec<FileId> = files::registers().into_iter().map(|(path, text)| store.embedded(path, text)).collect();
    let lint::BuiltIn { rules, registers } = lint::built_in(&store, &built_in);
    let rules = rules.expect("the rules");
    let found = files::discover(folder).expect("the catalogue");
    let files: Vec<FileId> = found.into_iter().map(|path: PathBuf| store.disk(path.display().to_string(), path)).collect();
    let terms = Terms { least: Confidence::Undetermined, ..Terms::new(Date::parse("2026-07-01").expect("a day"), "vi") };
    let linted = lint::run(&store, &files, registers.expect("the registers"), &rules, &terms, &|| ());
    let choice = Choice { min_confidence: Confidence::Undetermined, ..Choice::default() };
    let wish = Wish { audience, title: title.map(str::to_owned), command: "redtape report".to_owned(), ..Wish::default() };
    review::make(linted, &store, &choice, &rules, wish).expect("nobody changes the files meanwhile")
}

static REVIEW: LazyLock<Review> = LazyLock::new(|| review(Path::new("procedures"), Audience::Province, None));

fn page(review: &Review, code: &str) -> String {
    render::html(review, Locale::of(code)).expect("the templates hold")
}

/// A tag as it was read: its name, its attributes, whether it closes.
struct Tag<'h> {
    name: &'h str,
    attributes: BTreeMap<&'h str, &'h str>,
    closes: bool,
    alone: bool,
}

/// The tags of a page; what stands between those of a script or a style is no markup.
fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(begin) = rest.find('<') {
        let end = begin + rest[begin..].find('>').expect("a tag ends");
        let inner = &rest[begin + 1..end];
        rest = &rest[end + 1..];
        if inner.starts_with('!') {
            continue;
        }
        let closes = inner.starts_with('/');
        let alone = inner.ends_with('/');
        let inner = inner.trim_start_matches('/').trim_end_matches('/');
        let (name, attributes) = inner.split_once(' ').unwrap_or((inner, ""));
        let mut found = BTreeMap::new();
        let mut left = attributes.trim();
        while !left.is_empty() {
            let name_end = left.find(['=', ' ']).unwrap_or(left.len());
            let (attribute, after) = left.split_at(name_end);
            let (value, after) = match after.strip_prefix("=\"") {
                Some(quoted) => quoted.split_once('"').expect("a value ends"),
                None => ("", after),
            };
            assert_eq!(found.insert(attribute, value), None, "{attribute} twice in <{inner}>");
            left = after.trim_start();
        }
        if !closes && ["script", "style"].contains(&name) {
            let close = format!("</{name}>");
            rest = &rest[rest.find(&close).expect("a script ends")..];
        }
        tags.push(Tag { name, attributes: found, closes, alone });
    }
    tags
}

const VOID: [&str; 5] = ["meta", "link", "br", "input", "hr"];

/// Asserts that every tag is closed by its own, in order, and that nothing stands where it may not.
fn assert_nested(tags: &[Tag<'_>]) {
    let mut open: Vec<&str> = Vec::new();
    for tag in tags {
        if tag.closes {
            assert_eq!(open.pop(), Some(tag.name), "inside {open:?}");
            continue;
        }
        let inside = open.last().copied().unwrap_or_default();
        let wanted: &[&str] = match tag.name {
            "li" => &["ul", "ol"],
            "tr" => &["thead", "tbody"],
            "td" | "th" => &["tr"],
            "dt" | "dd" => &["div", "dl"],
            "summary" => &["details"],
            "figcaption" => &["figure"],
            "option" => &["select"],
            _ => &[],
        };
        assert!(wanted.is_empty() || wanted.contains(&inside), "<{}> in <{inside}>", tag.name);
        let block = ["p", "div", "table", "ul", "ol", "dl", "h2", "h3", "h4", "section"].contains(&tag.name);
        assert!(
            !(block && ["p", "a", "span", "td", "strong", "small", "code", "h2", "h3"].contains(&inside)),
            "<{}> in <{inside}>",
            tag.name
        );
        assert!(tag.name != "a" || !open.contains(&"a"), "a link in a link");
        if !VOID.contains(&tag.name) && !tag.alone {
            open.push(tag.name);
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}

fn assert_sound(html: &str) {
    let tags = tags(html);
    assert_nested(&tags);
    let opened = || tags.iter().filter(|tag| !tag.closes);
    let ids: Vec<&str> = opened().filter_map(|tag| tag.attributes.get("id").copied()).collect();
    let targets: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), targets.len(), "an id stands twice");
    for tag in opened() {
        for name in tag.attributes.keys() {
            assert!(!name.starts_with("on") && *name != "style" && *name != "src", "{name} in <{}>", tag.name);
        }
        if let Some(to) = tag.attributes.get("href") {
            let inside = to.strip_prefix('#').is_some_and(|to| targets.contains(to));
            assert!(inside || *to == "data:,", "{to} leads nowhere");
        }
        for name in ["aria-labelledby", "for"] {
            assert!(tag.attributes.get(name).is_none_or(|to| targets.contains(to)), "{name}");
        }
    }
    let count = |name: &str| opened().filter(|tag| tag.name == name).count();
    assert_eq!((count("script"), count("style"), count("h1"), count("main"), count("title")), (1, 1, 1, 1, 1 + svg_titles(html)));
    let headings: Vec<u8> = opened().filter_map(|tag| tag.name.strip_prefix('h')?.parse().map_or(None, Some)).collect();
    for two in headings.windows(2) {
        assert!(two[1] <= two[0] + 1, "h{} after h{}", two[1], two[0]);
    }
}

/// How many titles stand in pictures, where they are no title of the page.
fn svg_titles(html: &str) -> usize {
    html.matches("<svg").count().min(1) * (html.matches("<title>").count() - 1)
}

#[test]
fn the_page_is_well_nested_and_every_link_has_its_target_in_every_language() {
    for code in Locale::codes() {
        let html = page(&REVIEW, code);
        assert_sound(&html);
        assert!(html.contains(&format!("<html lang=\"{code}\" dir=\"{}\"", if code == "ar" { "rtl" } else { "ltr" })));
    }
}

#[test]
fn nothing_of_the_paper_is_left_out_and_the_same_review_gives_the_same_page() {
    let html = page(&REVIEW, "vi");
    let paper = render::paper::of(&REVIEW, Locale::of("vi"));
    for block in &paper.blocks {
        match block {
            render::paper::Block::Heading { words, anchor, .. } => {
                assert!(html.contains(&format!("id=\"{anchor}\"")), "{words}");
            }
            render::paper::Block::Table(table) => {
                for run in table.rows.iter().flatten().flatten().flatten() {
                    assert!(html.contains(&*text::html(&run.words)), "{}", run.words);
                }
            }
            _ => (),
        }
    }
    assert_eq!(html, page(&REVIEW, "vi"));
}

#[test]
fn the_page_reaches_for_nothing_outside_itself() {
    let html = page(&REVIEW, "en");
    for outside in ["http://", "https://", "url(", "@import", "fetch(", "XMLHttpRequest", "import(", "innerHTML", "eval("] {
        assert!(!html.contains(outside), "{outside}");
    }
    let policy =
        html.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a policy");
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
}

/// A procedure whose every word would like to be obeyed.
const HOSTILE: &str = r#"procedure: "1.000001"
title: {vi: "</script><script>alert(1)</script> \u202Egnol\u202C <img src=x onerror=alert(1)>", en: "'\"><svg onload=alert(1)>{{ 7*7 }}{% raw %}"}
sector: land
level: commune
authority: commune-peoples-committee
dossier:
  documents:
    - title: {vi: "</td></table></details><!-- <style>*{display:none}</style> عربي (8) abc"}
    - title: {vi: "a&b &lt;b&gt; \"quoted\" `code` = javascript:alert(1)"}
"#;

#[test]
fn what_a_file_says_is_shown_and_never_obeyed() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("hostile.yaml"), HOSTILE).expect("written");
    let review = review(folder.path(), Audience::Agency, Some("</title><script>alert(2)</script>"));
    for code in Locale::codes() {
        let html = page(&review, code);
        assert_sound(&html);
        assert!(!html.contains("<script>") && !html.contains("<img") && !html.contains('\u{202e}'));
        assert!(code != "vi" || html.contains("\\u{202e}gnol"), "a mark of direction is shown by its code");
        assert!(code != "vi" || html.contains("<bdi>"), "Arabic in a line from left to right is fenced off");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_out_of_its_place(words in any::<String>()) {
        let safe = text::html(&words);
        let hostile = ['<', '>', '"', '\'', '\n', '\u{202e}', '\0'];
        prop_assert!(!safe.contains(hostile));
        for after in safe.split('&').skip(1) {
            prop_assert!(["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|name| after.starts_with(name)));
        }
        let sheet = text::css(&words);
        let hostile = ['<', '"', '{', '}', ';', '\n'];
        prop_assert!(!sheet.contains(hostile));
    }

    #[test]
    fn stretches_are_the_words_again(words in any::<String>()) {
        for code in Locale::codes() {
            let again: String = Locale::of(code).stretches(&words).into_iter().map(|(_, stretch)| stretch).collect();
            prop_assert_eq!(&again, &words);
        }
    }
}

/// The colours of a part of the style sheet, by their names.
fn colours(part: &str) -> BTreeMap<&str, [f64; 3]> {
    let named = part.split("--").skip(1).filter_map(|rest| rest.split(['}', ';']).next()?.split_once(":#"));
    let channel = |hex: &str, at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let full = |hex: &str| if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.to_owned() };
    named.map(|(name, hex)| (name, full(hex.trim()))).map(|(name, hex)| (name, [0, 2, 4].map(|at| channel(&hex, at)))).collect()
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let light = |[r, g, b]: [f64; 3]| 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    let (one, other) = (light(one), light(other));
    one.max(other) / one.min(other)
}

#[test]
fn every_pair_of_colours_has_the_contrast_that_wcag_asks_for() {
    let (light, rest) = CSS.split_once("(prefers-color-scheme:dark)").expect("a dark palette");
    let (dark, rest) = rest.split_once("}}").expect("it ends");
    let (_, print) = rest.split_once("@media print").expect("a palette of paper");
    let (print, _) = print.split_once('}').expect("it ends");
    for (palette, name) in [(light, "light"), (dark, "dark"), (print, "print")] {
        let mut known = colours(light);
        known.extend(colours(palette));
        let words = ["ink", "soft", "link", "gone", "new", "proved", "presumed", "undetermined"];
        let on_paper = words.iter().flat_map(|word| [(*word, "paper", 4.5), (*word, "raised", 4.5)]);
        let shades =
            [("on0", "shade0", 4.5), ("on1", "shade1", 4.5), ("on2", "shade2", 4.5), ("on3", "shade3", 4.5), ("on4", "shade4", 4.5)];
        // What is no word but must be told apart: bars, and the ring around what has the focus.
        let marks =
            [("ink", "notice", 4.5), ("bar", "paper", 3.0), ("bar", "cut", 3.0), ("focus", "paper", 3.0), ("notice-line", "paper", 3.0)];
        for (one, other, least) in on_paper.chain(shades).chain(marks) {
            let has = contrast(known[one], known[other]);
            assert!(has >= least, "{name}: {one} on {other} has {has:.2}");
        }
    }
}
