//! A citation, in any spelling; what was read can be written and read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use redtape::citation::Citation;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Some(citation) = Citation::read(text) {
        let again = Citation::read(&citation.said("vi"));
        assert_eq!(again.as_ref(), Some(&citation), "{text:?}");
    }
});
