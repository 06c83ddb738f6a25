//! A file from outside: a reply of the portal, a printed form, a spreadsheet.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

use redtape::{
    import,
    recognise::{Entry, Lexicon},
};

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new([Entry { id: "birth-certificate", names: vec!["giấy khai sinh"], self_made: false }]));

fuzz_target!(|data: &[u8]| {
    let name = if data.first() == Some(&b'{') { "fuzz.json" } else { "fuzz.csv" };
    // Refused or read: both are answers.
    let _answer = import::recognised(name, data, &LEXICON);
});
