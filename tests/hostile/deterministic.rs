//! The same files give the same bytes, whoever runs it, where, and on how many threads.

use std::fs;

use crate::place::{Place, REDTAPE, Said};

/// Surroundings in which nothing may differ, once the language is said: left unsaid, it is the reader's.
const AROUND: &[&[(&str, &str)]] = &[
    &[("RAYON_NUM_THREADS", "1")],
    &[("RAYON_NUM_THREADS", "2"), ("TZ", "America/Los_Angeles")],
    &[("RAYON_NUM_THREADS", "8"), ("TZ", "Pacific/Kiritimati"), ("LC_ALL", "vi_VN.UTF-8")],
    &[("LC_ALL", "C"), ("LANG", "tr_TR.UTF-8"), ("HOME", "/nowhere")],
    &[("LC_ALL", "ar_EG.UTF-8"), ("TZ", "nonsense"), ("USER", "nobody")],
];

/// A part of the real catalogue.
fn real() -> (Place, Vec<String>) {
    let place = Place::calm();
    let mut found: Vec<_> =
        fs::read_dir("procedures/vn/labour").expect("the catalogue").map(|entry| entry.expect("an entry").path()).collect();
    found.sort();
    let mut names = vec!["procedures/calm.yaml".to_owned()];
    for path in found.iter().filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).take(12) {
        let name = format!("procedures/{}", path.file_name().unwrap_or_default().to_string_lossy());
        place.write(&name, fs::read(path).expect("a procedure"));
        names.push(name);
    }
    (place, names)
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let (place, names) = real();
    let forwards: Vec<&str> = names.iter().map(String::as_str).collect();
    let other = Place::calm();
    names.iter().rev().for_each(|name| other.write(name, place.read(name)));
    for head in
        [&["check", "--format", "json"][..], &["check", "--format", "sarif"], &["check", "--min-confidence", "undetermined"], &["plan"]]
    {
        let said = |files: &[&str], around: &[(&str, &str)]| {
            let args = [head, &["--as-of", "2026-07-01", "--lang", "en"], files].concat();
            let said = Said::of(&place.command(REDTAPE, &args).envs(around.iter().copied()).output().expect("redtape runs"));
            said.ended_well();
            said.out
        };
        let first = said(&forwards, &[]);
        assert!(!first.is_empty());
        for around in AROUND {
            assert!(said(&forwards, around) == first, "{head:?} differs where {around:?}");
        }
        assert!(said(&["procedures"], &[]) == said_of(&other, head), "{head:?} differs with the order in which the files came to the disk");
    }
}

/// What a run over the whole folder says.
fn said_of(place: &Place, head: &[&str]) -> String {
    place.redtape(&[head, &["--as-of", "2026-07-01", "--lang", "en", "procedures"]].concat()).out
}
