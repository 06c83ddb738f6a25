//! The pages that the program writes are what the program says: `UPDATE_PAGES=1 cargo test --test pages` writes them anew.

use std::{collections::BTreeMap, env, fs, path::Path};

use redtape::{
    confidence::Confidence,
    files,
    render::manual::{self, Remarks},
    rule::RuleSet,
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
    let mut rules = RuleSet::default();
    for (path, text) in files::rules() {
        rules.add(path.trim_end_matches(".yaml"), &path, text).expect("a built-in rule can be used");
    }
    let remarks = Remarks { spoken: spoken(), moved: moved() };
    holds("docs/rules.md", &manual::rules(&rules, "en", &remarks));
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
fn every_number_of_the_catalogue_of_rules_is_a_rule_or_says_what_became_of_it() {
    let mut numbers: Vec<i64> = moved().into_iter().map(|(number, _)| number).collect();
    for (path, text) in files::rules() {
        let mut rules = RuleSet::default();
        rules.add(path.trim_end_matches(".yaml"), &path, text).expect("a built-in rule can be used");
        numbers.extend(rules.rules.values().flat_map(|rule| rule.catalogue.clone()));
    }
    let lacking: Vec<i64> = (1..=60).filter(|number| !numbers.contains(number)).collect();
    assert_eq!(lacking, Vec::<i64>::new());
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
