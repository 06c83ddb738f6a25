//! `cargo bench --bench check`: a full check of imported records against the parser's bare events over the same texts.
//!
//! One thread, rounds in turn, medians. The records are imported from `../shared/data/national-api`; where that folder is
//! not there, the catalogue in `procedures/` stands in, and the first line says so.

#![allow(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use redtape::{
    check,
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    import::{self, From},
    link::{self, Terms, World},
    lint, model,
    register::Registers,
    rule::RuleSet,
    schema,
    span::FileId,
    yaml::{self, Node, Tree},
};

const ROUNDS: usize = 9;

/// What is timed, in the order shown.
const STAGES: [&str; 9] = [
    "granit-parser, bare events",
    "parse, by the library alone",
    "parse",
    "schema and model",
    "texts to procedures",
    "link",
    "all rules",
    "letting the world go",
    "full check",
];

/// Everything that the stages work on.
struct Bench {
    texts: Vec<String>,
    store: Store,
    files: Vec<FileId>,
    registers: Arc<Registers>,
    rules: RuleSet,
    terms: Terms,
}

fn main() {
    let day = Date::parse("2026-07-01").expect("a day");
    // What `redtape check` asks by default.
    let terms = Terms { least: Confidence::Presumed, ..Terms::new(day, "en") };
    let starts: Vec<(Duration, (Registers, RuleSet))> = (0..ROUNDS).map(|_| timed(known)).collect();
    let start_up = median(starts.iter().map(|(time, _)| *time).collect());
    let Some((_, (registers, rules))) = starts.into_iter().next() else { return };
    let texts = texts(&registers);
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} files, {bytes} bytes, {} rules", texts.len(), rules.rules.len());
    let mut store = Store::default();
    let files = texts.iter().enumerate().map(|(at, text)| store.memory(format!("{at}.yaml"), text.clone())).collect();
    let bench = Bench { texts, store, files, registers: Arc::new(registers), rules, terms };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool of one thread");
    let rounds: Vec<[Duration; STAGES.len()]> = (0..ROUNDS).map(|_| pool.install(|| bench.round())).collect();
    let medians = std::array::from_fn(|stage| median(rounds.iter().map(|round| round[stage]).collect()));
    tell(medians, start_up);
}

/// Prints each stage beside the bare events, and what the design promises.
fn tell(medians: [Duration; STAGES.len()], start_up: Duration) {
    let [events, _, parse, _, _, _, rules, _, check] = medians;
    let ratio = |time: Duration, of: Duration| time.as_secs_f64() / of.as_secs_f64();
    for (name, time) in STAGES.iter().zip(medians) {
        println!("{name:28} {:8.1} ms  {:5.2} of the bare events", time.as_secs_f64() * 1e3, ratio(time, events));
    }
    println!("{:28} {:8.1} ms  on all threads", "rules and registers, read", start_up.as_secs_f64() * 1e3);
    println!("a full check costs {:.2} times the bare events (promised: less than 1.6)", ratio(check, events));
    let promise = if rules < parse { "less" } else { "more" };
    println!("all rules together cost {promise} than the parse of the files: {:.2} times", ratio(rules, parse));
}

impl Bench {
    /// One round: every stage once, in turn, so that all meet the same state of the machine.
    fn round(&self) -> [Duration; STAGES.len()] {
        let texts = || self.files.iter().zip(&self.texts);
        let (events, _) = timed(|| self.texts.iter().map(|text| bare_events(text)).sum::<usize>());
        let (library, _) = timed(|| texts().map(|(file, text)| yaml::parse_any(*file, text).0.documents.len()).sum::<usize>());
        let (parse, _) = timed(|| texts().map(|(file, text)| yaml::parse(*file, text).0.documents.len()).sum::<usize>());
        let trees: Vec<Tree<'_>> = texts().map(|(file, text)| yaml::parse(*file, text).0).collect();
        let (understood, _) = timed(|| trees.iter().flat_map(|tree| &tree.documents).map(understand).sum::<usize>());
        drop(trees);
        let (reads, _) = timed(|| self.files.iter().map(|file| lint::read(&self.store, *file).procedures.len()).sum::<usize>());
        let (mut procedures, mut problems) = (Vec::new(), Vec::new());
        for one in self.files.iter().map(|file| lint::read(&self.store, *file)) {
            procedures.extend(one.procedures);
            problems.extend(one.problems);
        }
        let (links, world) = timed(|| World::link(procedures, self.registers.clone(), problems, &self.terms));
        let (judging, _) = timed(|| check::run(&self.rules, &world).findings.len());
        let (drops, ()) = timed(|| drop(world));
        // Until the findings are there; letting go of the world is counted by itself.
        let (checks, _) = timed(|| lint::run(&self.store, &self.files, self.registers.clone(), &self.rules, &self.terms, &|| ()));
        [events, library, parse, understood, reads, links, judging, drops, checks]
    }
}

fn understand(node: &Node<'_>) -> usize {
    schema::check(schema::Kind::Procedure, node).len() + model::procedure(node).1.len()
}

/// The parser's events with the options that `yaml` reads with, and nothing done with them.
fn bare_events(text: &str) -> usize {
    let mut options = granit_parser::Options::default();
    options.strict_indentation = true;
    options.max_buffered_comment_events = 100_000;
    granit_parser::Parser::new_from_str_with_options(text, options).count()
}

/// How long `work` takes, and what it gives.
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let started = Instant::now();
    let given = std::hint::black_box(work());
    (started.elapsed(), given)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn known() -> (Registers, RuleSet) {
    let mut store = Store::default();
    let files: Vec<FileId> = files::registers().into_iter().map(|(path, text)| store.embedded(path, text)).collect();
    let known = lint::built_in(&store, &files);
    (known.registers.expect("built-in registers are right"), known.rules.expect("built-in rules are right"))
}

fn texts(registers: &Registers) -> Vec<String> {
    let records = Path::new("../shared/data/national-api");
    if !records.is_dir() {
        println!("{} is not there: the catalogue in procedures/ stands in for it", records.display());
        let found = files::discover(Path::new("procedures")).expect("the catalogue");
        return found.iter().map(|path| std::fs::read_to_string(path).expect("a procedure")).collect();
    }
    let lexicon = link::lexicon(registers);
    let found = files::discover_by(records, &["json"]).expect("records");
    let imported = found.iter().filter_map(|path| {
        let json = std::fs::read_to_string(path).expect("a record");
        let name = path.file_name()?.to_string_lossy().into_owned();
        import::procedure(From::NationalApi, &name, &json, &lexicon, None).map_or(None, Some)
    });
    imported.map(|one| yaml::write(&one.procedure).expect("YAML")).collect()
}
