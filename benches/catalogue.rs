//! `cargo bench --bench catalogue -- FOLDER COUNT`: a catalogue of any size, recombined from the real procedures in `procedures/`.
//!
//! Each file has the head of one real procedure, the name of a second and parts of others: documents, time limits, fees, results and
//! citations as they stand there, with their comments. The same count gives the same bytes on every machine.

#![allow(clippy::print_stdout, reason = "a program that says what it made")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// How many files one folder holds.
const PER_FOLDER: usize = 1_000;
/// Documents are added until a file has so many bytes, and none beyond so many.
const LEAST: usize = 3_050;
const MOST: usize = 4_000;
/// Of so many files one needs another's result, by its code.
const NEEDY: u64 = 12;

/// The provinces from 2025-07-01 on, as the registers write them; every second file is the version of one of them.
const PROVINCES: [&str; 34] = [
    "ha-noi",
    "hue",
    "lai-chau",
    "dien-bien",
    "son-la",
    "lang-son",
    "quang-ninh",
    "thanh-hoa",
    "nghe-an",
    "ha-tinh",
    "cao-bang",
    "tuyen-quang",
    "lao-cai",
    "thai-nguyen",
    "phu-tho",
    "bac-ninh",
    "hung-yen",
    "hai-phong",
    "ninh-binh",
    "quang-tri",
    "da-nang",
    "quang-ngai",
    "gia-lai",
    "khanh-hoa",
    "lam-dong",
    "dak-lak",
    "ho-chi-minh-city",
    "dong-nai",
    "tay-ninh",
    "can-tho",
    "vinh-long",
    "dong-thap",
    "ca-mau",
    "an-giang",
];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let [folder, count] = words.as_slice() else {
        println!("usage: cargo bench --bench catalogue -- FOLDER COUNT");
        return;
    };
    let count = count.parse().expect("a count");
    let real = Real::read(Path::new("procedures"));
    let mut bytes = 0;
    for at in 0..count {
        let below = PathBuf::from(folder).join(format!("{:04}", at / PER_FOLDER));
        if at % PER_FOLDER == 0 {
            fs::create_dir_all(&below).expect("a folder");
        }
        let text = real.procedure(at);
        bytes += text.len();
        fs::write(below.join(format!("{at:07}.yaml")), text).expect("a file");
    }
    println!("{count} files, {bytes} bytes");
}

/// The parts of the real procedures.
struct Real {
    /// Each with its parts by key, in the order written.
    heads: Vec<BTreeMap<String, String>>,
    /// The verb of each title, and the rest of it.
    titles: Vec<(String, String)>,
    /// Documents, each with its name.
    documents: Vec<(String, String)>,
    /// Citations, line by line.
    citations: Vec<String>,
    /// Whole parts of other files, by key.
    parts: BTreeMap<&'static str, Vec<String>>,
    /// Sentences to put before the documents.
    sentences: Vec<String>,
}

/// The parts that are taken from another file.
const TAKEN: [&str; 5] = ["time_limit", "channels", "conditions", "fees", "results"];

impl Real {
    fn read(folder: &Path) -> Self {
        let mut paths = Vec::new();
        files(folder, &mut paths);
        paths.sort();
        let texts: Vec<String> = paths.iter().map(|path| fs::read_to_string(path).expect("a procedure")).collect();
        let heads: Vec<_> = texts.iter().map(|text| parts(text)).collect();
        let of = |key: &str| heads.iter().filter_map(|head| head.get(key).cloned()).collect::<Vec<String>>();
        let titles = of("title").iter().filter_map(|title| halves(title)).collect();
        let dossiers = of("dossier");
        let documents: Vec<(String, String)> = dossiers.iter().flat_map(|dossier| items(dossier)).collect();
        let lines = of("legal_basis");
        let citations = lines.iter().flat_map(|part| part.lines().skip(1).map(|line| format!("{line}\n"))).collect();
        // What names a case or a form of its own file would mean nothing in another.
        let free = |part: &String| !part.contains("case: ") && !part.contains("form: ");
        let parts = TAKEN.map(|key| (key, of(key).into_iter().filter(free).collect())).into_iter().collect();
        let sentences = texts.iter().flat_map(|text| sentences(text)).collect();
        Self { heads, titles, documents, citations, parts, sentences }
    }

    /// The procedure of that number.
    fn procedure(&self, at: usize) -> String {
        let mut dice = Dice(at as u64);
        let head = dice.of(&self.heads);
        let local = (at % 2 == 1).then(|| PROVINCES[at / 2 % PROVINCES.len()]);
        let mut text = format!("# Recombined from real procedures, number {at}.\nprocedure: \"{}\"\n", code(at));
        text.push_str(&self.title(at, local, &mut dice));
        for key in ["sector", "level", "authority", "authority_says", "audience"] {
            text.push_str(head.get(key).map_or("", String::as_str));
        }
        if let Some(province) = local {
            text.push_str(&format!("issued_by: {province}\n"));
        }
        for key in ["valid", "legal_basis"] {
            text.push_str(head.get(key).map_or("", String::as_str));
        }
        (0..2).for_each(|_| text.push_str(dice.of::<String>(&self.citations)));
        for key in ["published", "cases"] {
            text.push_str(head.get(key).map_or("", String::as_str));
        }
        let rest = self.rest(at, head, &mut dice);
        let dossier =
            self.dossier(head, LEAST.saturating_sub(text.len() + rest.len()), MOST.saturating_sub(text.len() + rest.len()), &mut dice);
        text + &dossier + &rest
    }

    /// A verb of one title with what another is about.
    fn title(&self, at: usize, local: Option<&str>, dice: &mut Dice) -> String {
        let ((verb, _), (_, about)) = (dice.of(&self.titles), dice.of(&self.titles));
        let place = local.map(|name| format!(" ({name})")).unwrap_or_default();
        format!("title: {{vi: \"{verb} {about}{place}\", en: Recombined procedure {at}}}\n")
    }

    /// The documents of the head, as long as there is room, then others until the file is long enough.
    fn dossier(&self, head: &BTreeMap<String, String>, least: usize, most: usize, dice: &mut Dice) -> String {
        let mut text = "dossier:\n  guidance:\n    - vi: |\n".to_owned();
        (0..2).for_each(|_| text.push_str(&format!("        {}\n", dice.of(&self.sentences))));
        text.push_str("  documents:\n");
        let mut names: Vec<&str> = Vec::new();
        let own = head.get("dossier").map(|dossier| items(dossier)).unwrap_or_default();
        for (name, item) in &own {
            if names.is_empty() || text.len() + item.len() < most && !names.contains(&name.as_str()) {
                text.push_str(item);
                names.push(name);
            }
        }
        while text.len() < least {
            let (name, item) = dice.of(&self.documents);
            let free = !item.contains("case: ") && !item.contains("form: ");
            if free && item.len() < most - least && !names.contains(&name.as_str()) {
                text.push_str(item);
                names.push(name);
            }
        }
        text
    }

    /// What follows the dossier.
    fn rest(&self, at: usize, head: &BTreeMap<String, String>, dice: &mut Dice) -> String {
        let mut text = head.get("forms").cloned().unwrap_or_default();
        for key in ["channels", "time_limit", "conditions", "fees", "results"] {
            let own = head.get(key);
            match self.parts.get(key) {
                // One in eight lacks it, as among the real ones.
                Some(_) if dice.next().is_multiple_of(8) => {}
                Some(others) if own.is_none_or(|own| own.contains("case: ") || dice.next().is_multiple_of(2)) => {
                    text.push_str(dice.of::<String>(others))
                }
                _ => text.push_str(own.map_or("", String::as_str)),
            }
        }
        if dice.next().is_multiple_of(NEEDY) && at > 0 {
            text.push_str(&format!("needs: [\"{}\"]   # the result of that one is asked for here\n", code(dice.next() as usize % at)));
        }
        text.push_str(head.get("imported").map_or("", String::as_str));
        text
    }
}

/// The code of the procedure of that number; none of the real ones begins so.
fn code(at: usize) -> String {
    format!("{}.{:06}", 7 + at / 1_000_000, at % 1_000_000)
}

/// The files below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "yaml") {
            found.push(path);
        }
    }
}

/// The parts of a file by their keys; a comment belongs to the part above it.
fn parts(text: &str) -> BTreeMap<String, String> {
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            line.split(':').next().unwrap_or_default().clone_into(&mut key);
        }
        let part = parts.entry(key.clone()).or_default();
        part.push_str(line);
        part.push('\n');
    }
    parts
}

/// The documents of a dossier, each with its name and with the comments behind it.
fn items(dossier: &str) -> Vec<(String, String)> {
    let mut items: Vec<(String, String)> = Vec::new();
    for line in dossier.lines() {
        if let Some(first) = line.strip_prefix("    - ") {
            items.push((first.trim_start_matches("id: ").to_owned(), String::new()));
        }
        if let Some((_, item)) = items.last_mut() {
            item.push_str(line);
            item.push('\n');
        }
    }
    items
}

/// A title without the words that every title has, as its verb and the rest; the verb is two words long.
fn halves(title: &str) -> Option<(String, String)> {
    let words = vietnamese(title)?.trim_start_matches("Thủ tục ").to_owned();
    let gap = words.match_indices(' ').nth(1)?.0;
    Some((words[..gap].to_owned(), words[gap + 1..].to_owned()))
}

/// The Vietnamese words of the first text of a part.
fn vietnamese(part: &str) -> Option<&str> {
    let (_, words) = part.split_once("vi: ")?;
    let (words, _) = words.split_once(", en: ")?;
    Some(words.trim_matches('"'))
}

/// What a file says in whole sentences of when something applies.
fn sentences(text: &str) -> Vec<String> {
    let said = text.lines().filter(|line| line.contains("says: {") || line.contains("when: {"));
    said.filter_map(|line| vietnamese(line.split_once("says: {").or_else(|| line.split_once("when: {"))?.1)).map(str::to_owned).collect()
}

/// Numbers that look random and are the same on every machine (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) >> 16
    }

    fn of<'t, T>(&mut self, things: &'t [T]) -> &'t T {
        let place = usize::try_from(self.next() % things.len() as u64).expect("a place");
        &things[place]
    }
}
