//! `cargo bench --bench check`: a full check of imported records against the parser's bare events over the same texts.
//!
//! One thread, rounds in turn, medians. The records are imported from `../shared/data/national-api`; where that folder is
//! not there, the catalogue in `procedures/` stands in, and the first line says so.

#![allow(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::{
    path::Path,
    time::{Duration, Instant},
};

use redtape::{
    check,
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    import::{self, From},
    link::{self, World},
    lint,
    register::Registers,
    rule::RuleSet,
    yaml,
};

const ROUNDS: usize = 9;

fn main() {
    let day = Date::parse("2026-07-01").expect("a day");
    // What `redtape check` asks by default.
    let terms = link::Terms { day, language: "en".to_owned(), least: Confidence::Presumed };
    let started = Instant::now();
    let (registers, rules) = known();
    let start_up = started.elapsed();
    let registers = std::sync::Arc::new(registers);
    let texts = texts(&registers);
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} files, {bytes} bytes, {} rules", texts.len(), rules.rules.len());
    let mut store = Store::default();
    let files: Vec<_> = texts.iter().enumerate().map(|(at, text)| store.memory(format!("{at}.yaml"), text.clone())).collect();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool of one thread");
    let (mut events, mut trees, mut reads, mut checks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut links, mut rules_alone, mut drops) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        events.push(timed(|| texts.iter().map(|text| bare_events(text)).sum::<usize>()));
        trees.push(timed(|| files.iter().zip(&texts).map(|(file, text)| yaml::parse(*file, text).0.documents.len()).sum::<usize>()));
        reads.push(timed(|| files.iter().map(|file| lint::read(&store, *file).procedures.len()).sum::<usize>()));
        let (mut procedures, mut problems) = (Vec::new(), Vec::new());
        for one in files.iter().map(|file| lint::read(&store, *file)) {
            procedures.extend(one.procedures);
            problems.extend(one.problems);
        }
        let mut world = None;
        links.push(timed(|| {
            world = Some(pool.install(|| World::link(procedures, registers.clone(), problems, &terms)));
            0
        }));
        let world = world.expect("a world");
        rules_alone.push(timed(|| pool.install(|| check::run(&rules, &world).findings.len())));
        drops.push(timed(|| {
            drop(world);
            0
        }));
        // Until the findings are there; letting go of the world is counted by itself above.
        let registers = registers.clone();
        let mut linted = None;
        checks.push(timed(|| {
            linted = Some(pool.install(|| lint::run(&store, &files, registers, &rules, &terms, &|| ())));
            0
        }));
        drop(linted);
    }
    let (events, trees, reads, checks) = (median(events), median(trees), median(reads), median(checks));
    let line = |name: &str, time: Duration| {
        println!("{name:28} {:8.1} ms  {:5.2} of the bare events", time.as_secs_f64() * 1e3, time.as_secs_f64() / events.as_secs_f64());
    };
    line("granit-parser, bare events", events);
    line("texts to trees of our own", trees);
    line("texts to procedures", reads);
    line("procedures to a world", median(links));
    line("all rules over the world", median(rules_alone));
    line("letting the world go", median(drops));
    line("check, all rules", checks);
    line("check and start-up", checks + start_up);
}

/// The parser's events with the options that `yaml` reads with, and nothing done with them.
fn bare_events(text: &str) -> usize {
    let mut options = granit_parser::Options::default();
    options.strict_indentation = true;
    options.max_buffered_comment_events = 100_000;
    granit_parser::Parser::new_from_str_with_options(text, options).count()
}

fn timed(work: impl FnOnce() -> usize) -> Duration {
    let started = Instant::now();
    std::hint::black_box(work());
    started.elapsed()
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
