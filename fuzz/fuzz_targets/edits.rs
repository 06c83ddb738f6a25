//! An edit of a file: what is written can be read again. The first line says where, the rest is the file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use redtape::{
    simplify::{self, Stroke},
    span::FileId,
    yaml,
};

fuzz_target!(|data: &[u8]| {
    let Ok(all) = std::str::from_utf8(data) else { return };
    let Some((at, text)) = all.split_once('\n') else { return };
    for stroke in [
        Stroke::Remove(at.to_owned()),
        Stroke::Set(at.to_owned(), "a: [b, #c".into()),
        Stroke::Add(at.to_owned(), serde_json::json!({"by": "online"})),
    ] {
        let before = yaml::parse(FileId::default(), text).0.documents.len();
        if let Ok(new) = simplify::edited(text, 0, &stroke) {
            assert_eq!(yaml::parse(FileId::default(), &new).0.documents.len(), before, "{stroke:?} of {text:?} gives {new:?}");
        }
    }
});
