//! Numbers, amounts, shares and days, as each language writes them, and which of its plural forms a number takes.

use std::str::FromStr;

use icu_decimal::{DecimalFormatter, input};
use icu_locale_core::{Locale as Tag, locale};
use icu_plurals::{PluralCategory, PluralRules};
use rust_decimal::Decimal;

use crate::{date::Date, locale::Locale};

/// The months of the year in English.
const ENGLISH: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
/// The months of the year in Arabic, as Egypt, the Gulf and the United Nations call them.
const ARABIC: [&str; 12] = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

impl Locale {
    /// A whole number: `1,250` in English and Arabic, `1.250` in Vietnamese.
    pub fn number(&self, n: i64) -> String {
        self.decimal(Decimal::from(n), 0)
    }

    /// A number with at most so many places behind the mark; noughts at its end are not written.
    pub fn decimal(&self, number: Decimal, places: u32) -> String {
        self.written(number.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero).normalize())
    }

    /// An amount, in whole units of its currency where the currency has no smaller coin: `8,000 VND`.
    pub fn money(&self, amount: Decimal, currency: &str) -> String {
        format!("{} {currency}", self.decimal(amount, if currency == "VND" { 0 } else { 2 }))
    }

    /// So many in a hundred: `12.5` is written `12.5%`.
    pub fn percent(&self, in_a_hundred: Decimal, places: u32) -> String {
        format!("{}%", self.decimal(in_a_hundred, places))
    }

    /// A day as people write it: `01/07/2026`, `1 July 2026`, `1 يوليو 2026`.
    pub fn date(&self, day: Date) -> String {
        let (year, month, of_month) = day.parts();
        let name = |names: [&'static str; 12]| usize::try_from(month - 1).map_or("", |at| names.get(at).copied().unwrap_or_default());
        match self.code {
            "vi" => format!("{of_month:02}/{month:02}/{year}"),
            "ar" => format!("{of_month} {} {year}", name(ARABIC)),
            _ => format!("{of_month} {} {year}", name(ENGLISH)),
        }
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.code == "ar"
    }

    /// The forms that this language has for numbers of things, by the names that Unicode gives them.
    pub fn forms(&self) -> Vec<&'static str> {
        let rules = PluralRules::try_new(tag(self.code).into(), icu_plurals::PluralRulesOptions::default());
        rules.map_or_else(|_| vec!["other"], |rules| rules.categories().map(form).collect())
    }

    /// The form that stands beside that number: `one`, `few`, `other`.
    pub(super) fn form_of(&self, number: Decimal) -> &'static str {
        let Ok(number) = input::Decimal::from_str(&number.normalize().to_string()) else { return "other" };
        let rules = PluralRules::try_new(tag(self.code).into(), icu_plurals::PluralRulesOptions::default());
        rules.map_or("other", |rules| form(rules.category_for(&number)))
    }

    /// The digits as the language parts them; the sign goes before them by itself, since the marks of direction that
    /// Unicode's Arabic puts beside a sign are no part of what programs read.
    fn written(&self, number: Decimal) -> String {
        let plain = number.abs().to_string();
        let sign = if number.is_sign_negative() && !number.is_zero() { "-" } else { "" };
        let formatter = DecimalFormatter::try_new(tag(self.code).into(), icu_decimal::options::DecimalFormatterOptions::default());
        match (formatter, input::Decimal::from_str(&plain)) {
            (Ok(formatter), Ok(digits)) => format!("{sign}{}", formatter.format(&digits)),
            _ => format!("{sign}{plain}"),
        }
    }
}

/// The language of that code as Unicode knows it.
///
/// Arabic is written here with the digits 0 to 9: beside a number of a law, `63/2010/NĐ-CP`, a second set of digits
/// would make the reader translate, and offices from Morocco to the Emirates write them too.
fn tag(code: &str) -> Tag {
    match code {
        "vi" => locale!("vi"),
        "ar" => locale!("ar-u-nu-latn"),
        _ => locale!("en"),
    }
}

fn form(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
