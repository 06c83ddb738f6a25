//! A file of a procedure: read, held against the schema, understood.

#![no_main]

use libfuzzer_sys::fuzz_target;
use redtape::{files::Store, lint};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (mut store, text) = (Store::default(), text.to_owned());
    let file = store.memory("fuzz.yaml", text);
    lint::read(&store, file);
});
