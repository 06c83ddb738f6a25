//! A duration, a date and an amount of money.

#![no_main]

use libfuzzer_sys::fuzz_target;
use redtape::{date::Date, duration::Duration, money::Money};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Some(duration) = Duration::parse(text) {
        let (least, most) = duration.days(9);
        assert!(least <= most, "{text:?}");
    }
    if let Some(date) = Date::parse(text) {
        assert_eq!(Date::parse(&date.to_string()), Some(date), "{text:?}");
    }
    Money::parse(text);
});
