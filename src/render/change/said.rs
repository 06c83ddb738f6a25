//! The things and values of a change in words: papers by their titles, lengths, amounts and channels as the language has them.

use rust_decimal::Decimal;

use crate::{
    link::Difference,
    locale::Locale,
    money::Money,
    register::{Range, Registers},
};

/// What a change is about; a paper, an agency or a channel by its title where only its name stands there.
pub(super) fn thing(one: &Difference, registers: &Registers, locale: &Locale) -> String {
    match one.kind {
        "channel-lost"
        | "channel-added"
        | "visits-more"
        | "visits-fewer"
        | "level-lower"
        | "level-higher"
        | "signature-added"
        | "signature-removed"
        | "originals-shown"
        | "originals-not-shown" => channel(&one.what, locale),
        "sets-more" | "sets-fewer" | "limit-longer" | "limit-shorter" | "limit-changed" | "limit-added" | "limit-lost" => {
            locale.length(&one.what)
        }
        _ => {
            let named = registers.evidence.get(&one.what).map(|known| known.title.said(locale.code));
            named.filter(|title| !title.is_empty()).unwrap_or(&one.what).to_owned()
        }
    }
}

/// Whether a change is said by its values, so that its thing need not be named.
pub(super) fn is_value(one: &Difference) -> bool {
    [&one.norm, &one.now].into_iter().any(|value| *value == one.what)
}

/// A value that stood or stands there.
pub(super) fn value(kind: &str, value: &str, registers: &Registers, locale: &Locale) -> String {
    match kind {
        "alternative-lost" | "alternative-gained" => registers
            .evidence
            .get(value)
            .map(|known| known.title.said(locale.code))
            .filter(|title| !title.is_empty())
            .unwrap_or(value)
            .to_owned(),
        "confirmation-added" | "confirmation-removed" | "authority-changed" => {
            let names = value.split(", ").map(|name| {
                let title = registers.agencies.get(name).map(|known| known.title.said(locale.code));
                title.filter(|title| !title.is_empty()).unwrap_or(name).to_owned()
            });
            locale.commas(&names.collect::<Vec<_>>())
        }
        "paper-stricter" | "paper-lighter" | "paper-form-changed" => {
            let forms = value.split(" / ").map(|word| worded("form", word, locale));
            forms.collect::<Vec<_>>().join(" / ")
        }
        "level-lower" | "level-higher" | "channel-lost" => worded("level-said", value, locale),
        "result-not-electronic" => worded("format", value, locale),
        "payment-lost" | "payment-gained" => channel(value, locale),
        "ground-lost" | "ground-changed" | "ground-named" => {
            locale.semicolons(&value.split(", ").map(|cite| registers.cited(cite, locale.code)).collect::<Vec<_>>())
        }
        "fee-more" | "fee-less" | "fee-changed" => {
            let (amount, rest) = value.split_once(" / ").unwrap_or((value, ""));
            let money = Money::parse(amount).map_or_else(|| amount.to_owned(), |money| locale.money(money.amount, &money.currency));
            if rest.is_empty() { money } else { format!("{money} / {rest}") }
        }
        _ => locale.length(value),
    }
}

fn channel(name: &str, locale: &Locale) -> String {
    worded("channel", name, locale)
}

fn worded(list: &str, name: &str, locale: &Locale) -> String {
    let key = format!("{list}.{name}");
    match locale.say(&key) {
        unknown if unknown == key => name.to_owned(),
        words => words.to_owned(),
    }
}

/// What a case and a year cost more or less: as a rule, and between what and what where that is not the same.
pub(super) fn costs(case: Range, year: Option<Range>, currency: &str, locale: &Locale) -> String {
    let said = |key: &str, range: Range| {
        let (least, most) = (range.low.min(range.high), range.low.max(range.high));
        let amount = signed(range.base, currency, locale);
        let range = if least == most {
            amount
        } else {
            let blanks = [("what", amount), ("low", signed(least, currency, locale)), ("high", signed(most, currency, locale))];
            let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, words)| (*name, words.as_str())).collect();
            locale.filled("diff.range", &blanks)
        };
        locale.say(key).replace("{what}", &range)
    };
    let parts = [Some(said("diff.case", case)), year.map(|year| said("diff.year", year))];
    locale.semicolons(&parts.into_iter().flatten().collect::<Vec<_>>())
}

/// An amount with its sign: `+8,000 VND`.
fn signed(amount: Decimal, currency: &str, locale: &Locale) -> String {
    let sign = match amount {
        amount if amount.is_zero() => "",
        amount if amount.is_sign_negative() => "−",
        _ => "+",
    };
    format!("{sign}{}", locale.money(amount.abs(), currency))
}
