//! The building inspector: what `src/lib.rs`, `Cargo.toml` and `docs/style.md` say about the rooms is so.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

const LONGEST_FILE: usize = 250;

/// What only some rooms may say; `bin` is the command, which sees the library from outside.
const HOMES: &[(&str, &[&str])] = &[
    ("fs::", &["files"]),
    ("File::open", &["files"]),
    (".is_file()", &["files", "bin"]),
    (".is_dir()", &["files", "bin"]),
    (".exists()", &["files", "bin"]),
    ("env::", &["bin"]),
    ("Zoned::now", &["bin"]),
    ("SystemTime", &[]),
    // What a rule costs is measured from outside.
    ("Instant::now", &["bin"]),
    ("io::stdin", &["bin"]),
    ("io::stdout", &["bin"]),
    ("io::stderr", &["bin"]),
    ("println!", &[]),
    ("Command::new", &["files"]),
    ("HashMap", &[]),
    ("HashSet", &[]),
];

/// Ways to give up, or to throw a reason away.
const GIVING_UP: &[&str] = &[".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!(", "dbg!(", ".ok()", "let _ ="];

/// One source file, the room it stands in, and what it says beside its comments.
struct File {
    room: String,
    path: PathBuf,
    text: String,
    code: String,
}

/// Rooms in the order of `src/lib.rs`, ground floor first.
fn rooms() -> Vec<String> {
    let lib = fs::read_to_string("src/lib.rs").expect("src/lib.rs is there");
    let declared = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    declared.map(str::to_owned).collect()
}

/// The paths of all files below `folder` with that ending, in order.
fn below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder can be opened") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            found.extend(below(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every source file of the library and of the command.
fn files() -> Vec<File> {
    let file = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file can be read");
        let room = path.with_extension("").iter().nth(1).unwrap_or_default().to_string_lossy().into_owned();
        File { room, code: code(&text), path, text }
    };
    below(Path::new("src"), "rs").into_iter().map(file).collect()
}

/// `text` without its comments.
fn code(text: &str) -> String {
    text.lines().map(|line| uncommented(line).to_owned() + "\n").collect()
}

fn uncommented(line: &str) -> &str {
    let (mut quoted, mut before) = (false, ' ');
    for (at, c) in line.char_indices() {
        match c {
            // Neither an escaped quotation mark nor one that is a character of its own begins or ends words.
            '"' if before != '\\' && before != '\'' => quoted = !quoted,
            '/' if before == '/' && !quoted => return &line[..at - 1],
            _ => (),
        }
        before = if before == '\\' && c == '\\' { ' ' } else { c };
    }
    line
}

/// What `code` names of `room`: the first word after each `room::`, or each in its braces.
fn named(code: &str, room: &str) -> Vec<String> {
    code.split(room).skip(1).flat_map(first_words).collect()
}

fn first_words(after: &str) -> Vec<String> {
    let Some(list) = after.strip_prefix('{') else { return vec![first_word(after)] };
    let (mut words, mut depth) = (vec![String::new()], 0);
    for c in list.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => words.push(String::new()),
            c if depth == 0 => words.last_mut().expect("never empty").push(c),
            _ => (),
        }
    }
    words.iter().map(|word| first_word(word)).filter(|word| !word.is_empty()).collect()
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Whether `code` speaks of the crate of that name.
fn uses(code: &str, name: &str) -> bool {
    let begins = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    code.match_indices(&format!("{name}::")).any(|(at, _)| begins(at))
}

/// Each dependency as code names it, and the rooms that its line in `Cargo.toml` gives it: `# room, room: what for; room: what for`.
fn dependencies() -> Vec<(String, BTreeSet<String>)> {
    let manifest = fs::read_to_string("Cargo.toml").expect("Cargo.toml is there");
    let lines = manifest.lines().skip_while(|line| *line != "[dependencies]").skip(1).take_while(|line| !line.starts_with('['));
    let dependency = |(name, rest): (&str, &str)| {
        let (_, remark) = rest.split_once(" # ").or(rest.split_once("# ")).unwrap_or_default();
        let homes = remark.split(';').filter_map(|part| part.split_once(':')).flat_map(|(homes, _)| homes.split(','));
        (name.trim().replace('-', "_"), homes.map(|home| home.trim().to_owned()).collect())
    };
    lines.filter_map(|line| line.split_once(" = ")).map(dependency).collect()
}

/// Asserts that nothing was found, or says all of it at once.
fn none(found: Vec<String>) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// What `wrong` says of each file, with the file's name before it.
fn inspect(wrong: impl Fn(&File) -> Vec<String>) {
    let of = |file: &File| wrong(file).into_iter().map(|says| format!("{}: {says}", file.path.display())).collect::<Vec<_>>();
    none(files().iter().flat_map(of).collect());
}

/// Those of `words` that the file says.
fn said(file: &File, words: &[&str]) -> Vec<String> {
    words.iter().filter(|word| file.code.contains(**word)).map(|word| format!("says `{word}`")).collect()
}

#[test]
fn every_room_stands_in_the_list() {
    let listed = |room: &str| ["lib", "bin"].contains(&room) || rooms().iter().any(|name| name == room);
    inspect(|file| if listed(&file.room) { Vec::new() } else { vec!["src/lib.rs does not list its room".to_owned()] });
}

#[test]
fn no_room_names_a_room_above_it() {
    let rooms = rooms();
    let floor = |room: &str| rooms.iter().position(|name| name == room);
    inspect(|file| {
        let Some(own) = floor(&file.room) else { return Vec::new() };
        let above = named(&file.code, "crate::").into_iter().filter(|name| floor(name).is_none_or(|other| other > own));
        above.map(|name| format!("`{}` names `{name}`", file.room)).collect()
    });
}

#[test]
fn the_facts_do_not_know_their_tables() {
    inspect(|file| {
        let named = || named(&file.code, "link::").into_iter();
        match file.path.to_str() {
            Some("src/link/fact.rs") => named().map(|name| format!("names `{name}`")).collect(),
            // The door hands the tables out, and a subject in its world answers by them.
            Some("src/link/mod.rs" | "src/link/subject.rs") => Vec::new(),
            Some(path) if path.starts_with("src/link/known/") => Vec::new(),
            _ => named().filter(|name| name == "known").map(|_| "names the tables of facts".to_owned()).collect(),
        }
    });
}

#[test]
fn expressions_do_not_know_the_rules_they_stand_in() {
    inspect(|file| {
        let inside = file.path.starts_with("src/rule/predicate");
        let others = named(&file.code, "rule::").into_iter().filter(|name| inside && name != "predicate");
        others.map(|name| format!("names `{name}`")).collect()
    });
}

#[test]
fn no_room_leans_out_of_the_window() {
    inspect(|file| {
        let lent = named(&file.code, "pub use crate::").into_iter().filter(|name| *name != file.room);
        let lent = lent.map(|name| format!("gives out what is `{name}`'s")).collect();
        [said(file, &["super::super", "super::*", "pub use redtape::"]), lent].concat()
    });
}

#[test]
fn every_file_says_first_what_it_is_for() {
    inspect(|file| if file.text.starts_with("//! ") { Vec::new() } else { vec!["does not begin with `//! `".to_owned()] });
}

#[test]
fn every_file_fits_on_a_few_screens() {
    inspect(|file| {
        let lines = file.text.lines().count();
        if lines <= LONGEST_FILE { Vec::new() } else { vec![format!("{lines} lines")] }
    });
}

#[test]
fn one_home_for_each_outside_thing() {
    inspect(|file| {
        let strange = HOMES.iter().filter(|(_, homes)| !homes.contains(&file.room.as_str()));
        said(file, &strange.map(|(word, _)| *word).collect::<Vec<_>>())
    });
}

#[test]
fn a_crate_lives_in_the_rooms_that_its_line_names() {
    let files = files();
    let wrong = dependencies().into_iter().filter_map(|(name, homes)| {
        let found: BTreeSet<String> = files.iter().filter(|file| uses(&file.code, &name)).map(|file| file.room.clone()).collect();
        (found != homes).then(|| format!("{name}: its line in Cargo.toml says {homes:?}, the code {found:?}"))
    });
    none(wrong.collect());
}

#[test]
fn nothing_gives_up_and_no_reason_is_thrown_away() {
    inspect(|file| said(file, GIVING_UP));
}

#[test]
fn the_code_knows_no_rule_by_name() {
    let id = |path: PathBuf| path.with_extension("").strip_prefix("rules").expect("it is in rules/").display().to_string();
    let ids: Vec<String> = below(Path::new("rules"), "yaml").into_iter().map(id).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    inspect(|file| said(file, &ids));
}

#[test]
fn the_inspector_reads_every_way_to_name_a_room() {
    let text = "use crate::{a, b::{c, d}, e::F};\nlet x = crate::g::h(\"//\"); // crate::i\n// crate::j";
    assert_eq!(named(&code(text), "crate::"), ["a", "b", "e", "g"]);
    assert!(uses("use serde::Serialize;", "serde") && !uses("serde_json::json!()", "serde") && !uses("jsonschema::x", "schema"));
}
