//! What an answer costs: how many facts are asked for.

use redtape::rule::predicate::compile;

use crate::subject::{subject, words};

#[test]
fn a_fact_is_asked_for_only_when_it_is_needed() {
    for (expression, asked) in [
        ("true", 0),
        ("document.held", 1),
        ("document.held || document.title == 'a'", 1),
        ("!document.held && document.title == 'a'", 1),
        ("document.held ? document.title == 'a' : document.originals > 1", 2),
        ("document.holder != null && document.holder == 'police'", 1),
        ("document.holder != null && document.held && document.holder in ['police']", 2),
        ("document.known != null && document.known", 1),
        ("document.holder != null && size(document.holder) == 6", 2),
        ("document.laws.all(x, x.level > 0 && x.cite != 'a')", 1),
        ("document.title in ['a', 'b'] || document.title.startsWith('c')", 2),
    ] {
        let subject = subject(&[]);
        compile(expression, &words()).unwrap().holds(&subject);
        assert_eq!(subject.asked.get(), asked, "{expression}");
    }
}

#[test]
#[ignore = "a measurement, to be run in release"]
fn simple_questions_are_measured() {
    for expression in [
        "document.held",
        "document.holder != null",
        "document.title == 'Passport'",
        "document.originals > 1",
        "document.title in ['a', 'b', 'c', 'd']",
        "document.holder != null && document.holder == 'police'",
        "document.holder != null && document.originals > 1 && document.title != 'x'",
        "document.share * 2 > 1",
        "document.proves.exists(x, x == 'person.birth-date')",
        "document.laws.exists(x, x.from != null && x.from > date('2025-07-01'))",
        "document.title.matches('port$')",
    ] {
        let predicate = compile(expression, &words()).unwrap();
        let subject = subject(&[]);
        let begun = std::time::Instant::now();
        let many = 1_000_000_u32;
        let yes = (0..many).filter(|_| predicate.holds(std::hint::black_box(&subject))).count();
        println!("{:>7.1} ns  {expression} ({yes})", begun.elapsed().as_secs_f64() * 1e9 / f64::from(many));
        let begun = std::time::Instant::now();
        for _ in 0..1_000 {
            std::hint::black_box(compile(std::hint::black_box(expression), &words()).is_ok());
        }
        println!("{:>7.1} µs to compile", begun.elapsed().as_secs_f64() * 1e6 / 1e3);
    }
}
