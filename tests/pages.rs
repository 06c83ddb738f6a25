//! The pages that the program writes are what the program says: `UPDATE_PAGES=1 cargo test --test pages` writes them anew.

use std::{collections::BTreeMap, env, fs, path::Path};

use redtape::{
    confidence::Confidence,
    files,
    render::manual::{self, Remarks},
    rule::{Example, Rule, RuleSet},
};

/// Compares a page with the program's text, or writes it where that is asked for.
fn holds(path: &str, text: &str) {
    let path = Path::new(path);
    if env::var_os("UPDATE_PAGES").is_some() {
        fs::write(path, text).expect("a page can be written");
    }
    let page = fs::read_to_string(path).unwrap_or_default();
    let differs = page.lines().zip(text.lines()).position(|(one, two)| one != two);
    assert!(
        page == text,
        "{} is old from line {:?} on; write it anew with `UPDATE_PAGES=1 cargo test --test pages`",
        path.display(),
        differs.map(|at| at + 1)
    );
}

#[test]
fn the_page_of_rules_is_what_the_rule_files_say() {
    let remarks = Remarks { spoken: spoken(), moved: moved() };
    holds("docs/rules.md", &manual::rules(&built_in(), "en", &remarks));
}

/// How often each rule spoke on real records, as the snapshots of the corpus have it.
fn spoken() -> BTreeMap<String, Vec<(String, [usize; 3])>> {
    let mut spoken: BTreeMap<String, Vec<(String, [usize; 3])>> = BTreeMap::new();
    for source in ["national-api", "word-tables"] {
        let text = fs::read_to_string(format!("tests/snapshots/corpus-{source}.snap")).expect("the snapshot is there");
        for line in text.lines() {
            let [count, confidence, rule] = line.split_whitespace().collect::<Vec<_>>()[..] else { continue };
            let (Ok(count), Some(confidence)) = (count.parse::<usize>(), Confidence::named(confidence)) else { continue };
            let rows = spoken.entry(rule.to_owned()).or_default();
            if rows.last().is_none_or(|(last, _)| last != source) {
                rows.push((source.to_owned(), [0; 3]));
            }
            rows.last_mut().expect("a row").1[confidence as usize] = count;
        }
    }
    spoken
}

/// The numbers of the catalogue of rules that are no rule of their own: `docs/rules-moved.md`, a line each.
fn moved() -> Vec<(i64, String)> {
    let text = fs::read_to_string("docs/rules-moved.md").expect("the list is there");
    let lines = text.lines().filter_map(|line| line.strip_prefix("- ")?.split_once(": "));
    lines.map(|(number, says)| (number.parse().expect("a number"), says.to_owned())).collect()
}

#[test]
fn every_number_of_the_catalogue_of_rules_is_a_rule_with_examples_or_says_where_it_went() {
    let (all, moved) = (built_in(), moved());
    let page = manual::rules(&all, "en", &Remarks { spoken: BTreeMap::new(), moved: moved.clone() });
    for number in 1..=60 {
        let rules: Vec<&Rule> = all.rules.values().filter(|rule| rule.catalogue.contains(&number)).collect();
        let places = moved.iter().filter(|(one, _)| *one == number).flat_map(|(_, says)| quoted(says)).collect::<Vec<&str>>();
        assert!(rules.is_empty() != places.is_empty(), "{number} is {} rules and has gone to {places:?}", rules.len());
        for rule in rules {
            let shown = |one: &Example| one.bad.contains("#~") && !one.good.trim().is_empty();
            assert!(rule.examples.iter().any(shown), "{number}: {} shows no text that is bad and good", rule.id);
            assert!(page.contains(&format!("[`{0}`](#{0})", rule.id)), "{number}: {} is not on the page", rule.id);
        }
        assert!(places.iter().all(|place| Path::new(place).exists()), "{number} has gone to {places:?}, which is not there");
        assert!(places.is_empty() || page.contains(&format!("\n| {number} | ")), "{number} is not on the page");
    }
}

#[test]
fn a_number_that_is_several_rules_says_why() {
    let text = fs::read_to_string("docs/rules-moved.md").expect("the list is there");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" |")).map(|(numbers, _)| numbers);
    let mut told: Vec<i64> = rows.flat_map(|numbers| numbers.split(", ")).filter_map(|number| number.parse().ok()).collect();
    let rules = built_in();
    let many = |number: &i64| rules.rules.values().filter(|rule| rule.catalogue.contains(number)).count() > 1;
    told.sort_unstable();
    assert_eq!(told, (1..=60).filter(many).collect::<Vec<i64>>());
}

fn built_in() -> RuleSet {
    let mut rules = RuleSet::default();
    for (path, text) in files::rules() {
        rules.add(path.trim_end_matches(".yaml"), &path, text).expect("a built-in rule can be used");
    }
    rules
}

#[test]
fn the_page_of_facts_is_what_the_tables_say() {
    holds("docs/facts.md", &manual::facts());
}

#[test]
fn the_page_of_the_format_is_what_the_schemas_say() {
    holds("docs/format.md", &manual::format());
}

#[test]
fn every_term_stands_beside_a_key_that_is_there() {
    assert_eq!(manual::lost(), Vec::<&str>::new());
}

#[test]
fn every_key_is_described() {
    let page = manual::format();
    let blank = page.lines().filter(|line| line.starts_with("| `") && line.split(" | ").nth(2).is_some_and(|says| says.trim().is_empty()));
    assert_eq!(blank.collect::<Vec<_>>(), Vec::<&str>::new());
}

/// The words between backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn the_guides_name_only_what_is_there() {
    for guide in ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/style.md"] {
        let text = fs::read_to_string(guide).unwrap_or_default();
        // Words in fences are commands and examples, not places.
        let prose: String = text.split("```").step_by(2).collect();
        let folders = ["src/", "tests/", "docs/", "rules/", "registers/", "locales/", "procedures/", ".ci/"];
        for name in quoted(&prose).filter(|name| folders.iter().any(|folder| name.starts_with(folder))) {
            let is_a_pattern = name.contains(['<', '*', '…', ' ']);
            assert!(is_a_pattern || Path::new(name).exists(), "{guide} names {name}, which is not there");
        }
    }
}

#[test]
fn the_guide_lists_the_rooms_in_their_order() {
    let lib = fs::read_to_string("src/lib.rs").expect("src/lib.rs is there");
    let rooms: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let guide = fs::read_to_string("docs/architecture.md").expect("the guide is there");
    let rows = guide.lines().skip_while(|line| *line != "| room | what it does |").take_while(|line| line.starts_with('|'));
    let listed: Vec<&str> = rows.filter_map(|row| row.strip_prefix("| `")?.split('`').next()).collect();
    assert_eq!(rooms, listed);
}
