//! The registers that ship with the program: valid, grounded, at one with themselves, and not claiming more than was read.

mod own;
mod time;

use std::collections::{BTreeMap, BTreeSet};

use redtape::{
    citation::{self, Citation},
    date::Date,
    files::{self, Store},
    lint,
    register::Registers,
    schema,
    span::FileId,
    text,
    yaml::{self, Node, Tree, Value},
};

/// The day of the last reading: nothing in the registers can have been read after it.
const LAST_READ: &str = "2026-11-24";

/// The lists of a register whose entries say where they were read; concepts are our own words.
const LISTS: [&str; 7] = ["instruments", "provisions", "coverage", "competence", "evidence", "agencies", "data_sources"];

/// Keys whose value cites an instrument or a part of one.
const CITING: [&str; 10] =
    ["cite", "legal_basis", "ended_by", "prescribed_by", "basis", "repealed_by", "replaced_by", "by", "relies_on", "delegations"];

/// The tree of every register file, with its name.
fn trees() -> Vec<(String, Tree<'static>)> {
    let read = files::registers().into_iter().map(|(name, text)| {
        let (tree, problems) = yaml::parse(FileId::default(), text);
        assert!(problems.is_empty(), "{name}: {problems:?}");
        (name, tree)
    });
    read.collect()
}

/// The registers, as a run sees them.
fn registers() -> Registers {
    let mut registers = Registers::default();
    let mut store = Store::default();
    for (name, text) in files::registers() {
        let file = store.embedded(name.clone(), text);
        let problems = lint::add_register(&mut registers, &store, file);
        assert!(problems.is_empty(), "{name}: {problems:?}");
    }
    registers
}

/// Calls `see` with each entry of each list: the file, the list, the entry.
fn each_entry(trees: &[(String, Tree<'static>)], mut see: impl FnMut(&str, &str, &Node<'_>)) {
    for (name, tree) in trees {
        for node in &tree.documents {
            for list in LISTS {
                for entry in node.get(list).map(Node::items).unwrap_or_default() {
                    see(name, list, entry);
                }
            }
        }
    }
}

/// Calls `see` with every key and each text under it, at whatever depth.
fn each_text(node: &Node<'_>, key: &str, see: &mut impl FnMut(&str, &str)) {
    match &node.value {
        Value::Map(_) => node.entries().iter().for_each(|entry| each_text(&entry.value, &entry.key.value, see)),
        Value::List(_) => node.items().iter().for_each(|item| each_text(item, key, see)),
        _ => {
            if let Some(text) = node.text() {
                see(key, text);
            }
        }
    }
}

fn said<'n>(node: &'n Node<'_>, key: &str) -> Option<&'n str> {
    node.get(key).and_then(Node::text)
}

/// The name of an entry, for a message.
fn name(entry: &Node<'_>) -> String {
    let key = ["number", "cite", "id", "procedure", "kinds"].into_iter().find_map(|key| said(entry, key));
    format!("{} {}", key.unwrap_or("?"), said(entry, "element").unwrap_or_default())
}

/// Fails with all of `faults`, one a line.
fn none(what: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{what}, {} times:\n{}", faults.len(), faults.join("\n"));
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is no day"))
}

#[test]
fn every_file_is_valid() {
    let mut faults = Vec::new();
    for (name, tree) in trees() {
        for node in &tree.documents {
            faults.extend(schema::check(schema::Kind::Register, node).iter().map(|problem| format!("{name}: {problem:?}")));
        }
    }
    none("a file is not as the schema has it", &faults);
}

#[test]
fn every_entry_says_where_it_was_read_and_no_later_than_we_read() {
    let (trees, last) = (trees(), day(LAST_READ));
    let mut faults = Vec::new();
    let mut sources: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, tree) in &trees {
        let known = tree.documents.iter().filter_map(|node| node.get("sources")).flat_map(Node::entries);
        sources.insert(name, known.map(|entry| &*entry.key.value).collect());
        for node in &tree.documents {
            each_text(node, "", &mut |key, text| {
                if matches!(key, "read" | "on") && Date::parse(text).is_none_or(|read| read > last) {
                    faults.push(format!("{name}: {key} {text}"));
                }
            });
        }
    }
    each_entry(&trees, |file, list, entry| {
        if !said(entry, "source").is_some_and(|source| sources[file].contains(source)) {
            faults.push(format!("{file}: {list} {}: no source of this file", name(entry)));
        }
        if said(entry, "where").is_none_or(str::is_empty) {
            faults.push(format!("{file}: {list} {}: no place in its source", name(entry)));
        }
    });
    none("an entry has no ground", &faults);
}

#[test]
fn every_name_is_given_once() {
    let trees = trees();
    let mut seen: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut faults = Vec::new();
    let mut once = |list: &str, id: String, file: &str| {
        if let Some(other) = seen.insert((list.to_owned(), id.clone()), file.to_owned()) {
            faults.push(format!("{list} {id}: {other} and {file}"));
        }
    };
    each_entry(&trees, |file, list, entry| match list {
        "instruments" | "evidence" | "agencies" | "data_sources" => once(list, name(entry), file),
        "provisions" => {
            let from = entry.get("valid").and_then(|valid| said(valid, "from")).unwrap_or_default();
            once(list, format!("{} from {from}", name(entry)), file);
        }
        "coverage" => once(list, format!("{} from {}", name(entry), said(entry, "from").unwrap_or_default()), file),
        _ => {}
    });
    none("a name is given twice", &faults);
}

#[test]
fn a_name_of_a_paper_is_a_name_of_one_type() {
    let mut types: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for evidence in registers().evidence.values() {
        for alias in evidence.aliases.iter().map(String::as_str).chain([evidence.title.said("vi")]) {
            types.entry(text::fold(alias)).or_default().insert(evidence.id.clone());
        }
    }
    let faults: Vec<_> = types.iter().filter(|(_, ids)| ids.len() > 1).map(|(alias, ids)| format!("{alias}: {ids:?}")).collect();
    none("a name means several types", &faults);
}

#[test]
fn whatever_is_named_exists() {
    let registers = registers();
    let mut faults = Vec::new();
    for (file, tree) in trees() {
        for node in &tree.documents {
            each_text(node, "", &mut |key, text| {
                let known = match key {
                    "evidence" | "any_of" | "part_of" => {
                        registers.evidence.contains_key(text) || (key == "part_of" && registers.agencies.contains_key(text))
                    }
                    "issuer" | "issued_by" | "owner" | "delegated_to" => registers.agencies.contains_key(text),
                    "to" => text == "*" || registers.agencies.contains_key(text),
                    "concept" | "proves" => registers.concepts.contains_key(text),
                    "when_held_by" => registers.data_sources.contains_key(text),
                    _ if CITING.contains(&key) => {
                        registers.evidence.contains_key(text) || Citation::read(text).is_some_and(|cite| registers.knows(&cite))
                    }
                    _ => true,
                };
                if !known {
                    faults.push(format!("{file}: {key}: {text}"));
                }
            });
        }
    }
    none("something named is in no register", &faults);
}

#[test]
fn the_register_of_papers_and_the_annex_are_whole() {
    let mut unseen = Vec::new();
    let mut rows = 0;
    each_entry(&trees(), |file, list, entry| {
        // What no procedure read names must stand in the file of papers that only the law names.
        if list == "evidence" && entry.get("seen_in").is_none() && !file.ends_with("/from-law.yaml") {
            unseen.push(format!("{file}: {}", name(entry)));
        }
        let cite = said(entry, "cite").unwrap_or_default();
        rows += usize::from(list == "provisions" && cite.starts_with("66.7/2025/NQ-CP#ann_1.row_"));
    });
    none("a type of paper was seen in no procedure", &unseen);
    // 617 rows were read; eight bear the number of the row before them.
    assert_eq!(rows, 609, "numbers of rows of Annex I of Resolution 66.7/2025/NQ-CP");
    let types = registers().evidence.len();
    assert!(types >= 150, "{types} types of paper");
}

#[test]
fn every_number_is_written_as_citations_are_read() {
    let registers = registers();
    let dirty = registers.instruments.keys().filter(|number| citation::instrument(number).as_ref() != Some(*number));
    none("a number that no citation comes to", &dirty.cloned().collect::<Vec<_>>());
}

#[test]
fn nothing_ends_without_a_text_that_says_so() {
    let mut faults = Vec::new();
    each_entry(&trees(), |file, list, entry| {
        let ends = entry.get("valid").is_some_and(|valid| valid.get("until").is_some());
        let grounded = ["end_where", "repealed_by", "replaced_by"].iter().any(|key| entry.get(key).is_some());
        if list == "instruments" && (ends && entry.get("end_where").is_none() || grounded && !ends && entry.get("end_where").is_none()) {
            faults.push(format!("{file}: {}", name(entry)));
        }
        if list == "instruments" && file.contains("/instruments-codified-") && (ends || grounded) {
            faults.push(format!("{file}: {}: the list shows no ends", name(entry)));
        }
    });
    none("an instrument ends without ground", &faults);
}
