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
    lint,
    register::Registers,
    rule::RuleSet,
    span::FileId,
    yaml,
};

const ROUNDS: usize = 9;

/// What is timed, in the order shown.
const STAGES: [&str; 7] = [
    "granit-parser, bare events",
    "texts to trees of our own",
    "texts to procedures",
    "procedures to a world",
    "all rules over the world",
    "letting the world go",
    "check, all rules",
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
    let started = Instant::now();
    let (registers, rules) = known();
    let start_up = started.elapsed();
    let texts = texts(&registers);
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} files, {bytes} bytes, {} rules", texts.len(), rules.rules.len());
    let mut store = Store::default();
    let files = texts.iter().enumerate().map(|(at, text)| store.memory(format!("{at}.yaml"), text.clone())).collect();
    let bench = Bench { texts, store, files, registers: Arc::new(registers), rules, terms };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool of one thread");
    let rounds: Vec<[Duration; 7]> = (0..ROUNDS).map(|_| pool.install(|| bench.round())).collect();
    let medians: Vec<Duration> = (0..STAGES.len()).map(|stage| median(rounds.iter().map(|round| round[stage]).collect())).collect();
    let line = |name: &str, time: Duration| {
        println!("{name:28} {:8.1} ms  {:5.2} of the bare events", time.as_secs_f64() * 1e3, time.as_secs_f64() / medians[0].as_secs_f64());
    };
    STAGES.iter().zip(&medians).for_each(|(name, time)| line(name, *time));
    line("check and start-up", medians[6] + start_up);
}

impl Bench {
    /// One round: every stage once, in turn, so that all meet the same state of the machine.
    fn round(&self) -> [Duration; 7] {
        let (events, _) = timed(|| self.texts.iter().map(|text| bare_events(text)).sum::<usize>());
        let (trees, _) =
            timed(|| self.files.iter().zip(&self.texts).map(|(file, text)| yaml::parse(*file, text).0.documents.len()).sum::<usize>());
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
        [events, trees, reads, links, judging, drops, checks]
    }
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
    let (mut store, mut registers, mut rules) = (Store::default(), Registers::default(), RuleSet::default());
    for (path, text) in files::registers() {
        let file = store.embedded(path, text);
        lint::add_register(&mut registers, &store, file);
    }
    for (path, text) in files::rules() {
        rules.add(path.trim_end_matches(".yaml"), &path, text).expect("built-in rules are right");
    }
    (registers, rules)
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
