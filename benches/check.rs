//! `cargo bench --bench check -- FOLDER`: what each stage of a check costs, beside two parsers' bare events over the same texts and beside
//! merely reading the files.
//!
//! Rounds in turn, medians. One thread where nothing else is said. Each line is a name, a tab and a number.

#![allow(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use rayon::prelude::*;
use redtape::{
    check,
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    link::{Terms, World},
    lint,
    locale::Locale,
    model,
    register::Registers,
    render::{self, Format, Screen},
    report::{self, Choice},
    rule::RuleSet,
    schema,
    span::FileId,
    yaml::{self, Tree},
};

const ROUNDS: usize = 7;

/// What is timed, in the order shown.
const STAGES: [&str; 16] = [
    "granit-parser, bare events",
    "saphyr-parser, bare events",
    "read (open, read, close)",
    "parse, by the library alone",
    "parse",
    "schema",
    "model",
    "read to model, from memory",
    "link",
    "rules",
    "letting the world go",
    "report",
    "render as JSON",
    "full check, from memory, one thread",
    "full check, from the disk, two threads",
    "read (open, read, close), two threads",
];

/// Everything that the stages work on.
struct Bench {
    paths: Vec<PathBuf>,
    texts: Vec<String>,
    /// The texts, in memory and on the disk.
    memory: (Store, Vec<FileId>),
    disk: (Store, Vec<FileId>),
    registers: Arc<Registers>,
    rules: RuleSet,
    terms: Terms,
}

fn main() {
    let folder = std::env::args().skip(1).find(|word| word != "--bench").unwrap_or_else(|| "procedures".to_owned());
    let day = Date::parse("2026-07-01").expect("a day");
    // What `redtape check` asks by default.
    let terms = Terms { least: Confidence::Presumed, ..Terms::new(day, "en") };
    let starts: Vec<(Duration, (Registers, RuleSet))> = (0..ROUNDS).map(|_| timed(known)).collect();
    let start_up = median(starts.iter().map(|(time, _)| *time).collect());
    let Some((_, (registers, rules))) = starts.into_iter().next() else { return };
    let paths = files::discover(Path::new(&folder)).expect("a folder");
    let texts: Vec<String> = paths.iter().map(|path| fs::read_to_string(path).expect("a procedure")).collect();
    let (mut memory, mut disk) = (Store::default(), Store::default());
    let held = texts.iter().enumerate().map(|(at, text)| memory.memory(format!("{at}.yaml"), text.clone())).collect();
    let read = paths.iter().enumerate().map(|(at, path)| disk.disk(format!("{at}.yaml"), path.clone())).collect();
    tell_number("files", texts.len());
    tell_number("bytes", texts.iter().map(String::len).sum());
    tell_number("rules", rules.rules.len());
    tell("rules and registers, read (ms)", start_up, 1);
    let bench = Bench { paths, texts, memory: (memory, held), disk: (disk, read), registers: Arc::new(registers), rules, terms };
    let rounds: Vec<[Duration; STAGES.len()]> = (0..ROUNDS).map(|_| bench.round()).collect();
    for (stage, name) in STAGES.iter().enumerate() {
        tell(name, median(rounds.iter().map(|round| round[stage]).collect()), bench.texts.len());
    }
}

fn tell_number(name: &str, number: usize) {
    println!("{name}\t{number}");
}

/// Prints a time: in microseconds for each of `files`, in milliseconds where it is one thing.
fn tell(name: &str, time: Duration, files: usize) {
    let each = if files == 1 { time.as_secs_f64() * 1e3 } else { time.as_secs_f64() * 1e6 / files as f64 };
    println!("{name}\t{each:.2}");
}

impl Bench {
    /// One round: every stage once, in turn, so that all meet the same state of the machine.
    fn round(&self) -> [Duration; STAGES.len()] {
        let one = threads(1).install(|| self.alone());
        let two = threads(2).install(|| {
            let check = timed(|| self.check(&self.disk)).0;
            [check, timed(|| self.paths.par_iter().map(|path| merely_read(path)).sum::<usize>()).0]
        });
        std::array::from_fn(|stage| one.get(stage).or_else(|| two.get(stage - one.len())).copied().unwrap_or_default())
    }

    /// The stages on one thread.
    fn alone(&self) -> [Duration; STAGES.len() - 2] {
        let (store, ids) = &self.memory;
        let texts = || ids.iter().zip(&self.texts);
        let granit = timed(|| self.texts.iter().map(|text| granit_events(text)).sum::<usize>()).0;
        let saphyr = timed(|| self.texts.iter().map(|text| saphyr_parser::Parser::new_from_str(text).count()).sum::<usize>()).0;
        let reads = timed(|| self.paths.iter().map(|path| merely_read(path)).sum::<usize>()).0;
        let library = timed(|| texts().map(|(file, text)| yaml::parse_any(*file, text).0.documents.len()).sum::<usize>()).0;
        let parse = timed(|| texts().map(|(file, text)| yaml::parse(*file, text).0.documents.len()).sum::<usize>()).0;
        let trees: Vec<Tree<'_>> = texts().map(|(file, text)| yaml::parse(*file, text).0).collect();
        let nodes = || trees.iter().flat_map(|tree| &tree.documents);
        let schema = timed(|| nodes().map(|node| schema::check(schema::Kind::Procedure, node).len()).sum::<usize>()).0;
        let model = timed(|| nodes().map(|node| model::procedure(node).1.len()).sum::<usize>()).0;
        drop(trees);
        let understood = timed(|| ids.iter().map(|file| lint::read(store, *file).procedures.len()).sum::<usize>()).0;
        let (mut procedures, mut problems) = (Vec::new(), Vec::new());
        for one in ids.iter().map(|file| lint::read(store, *file)) {
            procedures.extend(one.procedures);
            problems.extend(one.problems);
        }
        let (link, world) = timed(|| World::link(procedures, self.registers.clone(), problems, &self.terms));
        let (rules, _) = timed(|| check::run(&self.rules, &world).findings.len());
        let go = timed(|| drop(world)).0;
        let linted = lint::run(store, ids, self.registers.clone(), &self.rules, &self.terms, &|| ());
        let choice = Choice { min_confidence: Confidence::Presumed, ..Choice::default() };
        let (report, assembled) = timed(|| report::assemble(linted, store, &choice));
        let assembled = assembled.expect("nothing changed");
        let screen = Screen { colour: false, width: 100 };
        let render = timed(|| render::text(&assembled, Format::Json, Locale::of("en"), screen).len()).0;
        let check = timed(|| self.check(&self.memory)).0;
        [granit, saphyr, reads, library, parse, schema, model, understood, link, rules, go, report, render, check]
    }

    /// How many findings a whole check makes.
    fn check(&self, (store, ids): &(Store, Vec<FileId>)) -> usize {
        lint::run(store, ids, self.registers.clone(), &self.rules, &self.terms, &|| ()).judged.findings.len()
    }
}

fn threads(count: usize) -> rayon::ThreadPool {
    rayon::ThreadPoolBuilder::new().num_threads(count).build().expect("a pool")
}

fn merely_read(path: &Path) -> usize {
    fs::read(path).expect("a file").len()
}

/// The parser's events with the options that `yaml` reads with, and nothing done with them.
fn granit_events(text: &str) -> usize {
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
