//! The name of a paper, as people write it into a dossier.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

use redtape::recognise::{Entry, Lexicon};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new([
        Entry { id: "birth-certificate", names: vec!["giấy khai sinh", "bản sao giấy khai sinh"], self_made: false },
        Entry { id: "application", names: vec!["đơn đề nghị"], self_made: true },
    ])
});

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    LEXICON.read(text);
});
