//! Fees: amounts where they are plain, who sets them where the source leaves that open, the words in every case.

use rust_decimal::Decimal;

use crate::{
    import::{
        lengths,
        procedure::Fee,
        record::{self, Price, Record},
        shape::Vi,
        slug,
        tally::Tally,
        words,
    },
    money::Money,
    text,
};

/// How much of the published words a fee keeps.
const LONGEST: usize = 400;

/// Words that say that there is no fee.
const SILENT: [&str; 8] = ["không", "không có", "không quy định", "chưa quy định", "không thu phí", "không thu", "0 đồng", ""];

/// What a fee is paid for: the words after the amount, and their name in a procedure file.
const PER: [(&str, &str); 13] = [
    ("hồ sơ", "dossier"),
    ("trang", "page"),
    ("bản sao", "copy"),
    ("bản", "copy"),
    ("giấy chứng nhận", "certificate"),
    ("gcn", "certificate"),
    ("chứng chỉ", "certificate"),
    ("giấy phép", "licence"),
    ("giấy", "certificate"),
    ("thẻ", "card"),
    ("hộ chiếu", "passport"),
    ("văn bản", "document"),
    ("người", "person"),
];

/// The fees of every way to apply, equal ones once.
pub(super) fn of(record: &Record, tally: &mut Tally) -> Vec<Fee> {
    let mut all: Vec<(Fee, Vec<&'static str>)> = Vec::new();
    let by_province = is_provincial(record);
    for way in &record.channels {
        for fee in way.fees.iter().filter_map(|price| fee(price, by_province)) {
            match all.iter_mut().find(|(known, _)| is_same(known, &fee)) {
                Some((_, ways)) if ways.contains(&way.by) => (),
                Some((_, ways)) => ways.push(way.by),
                None => all.push((fee, vec![way.by])),
            }
        }
    }
    let mut fees: Vec<Fee> = Vec::new();
    for (fee, ways) in all {
        let everywhere = record.channels.iter().all(|way| ways.contains(&way.by));
        tally.count(if fee.unparsed { "fees not understood" } else { "fees" });
        let channels = match fee.channel {
            Some(told) => vec![Some(told)],
            None if everywhere => vec![None],
            None => record::channels(&ways),
        };
        fees.extend(channels.into_iter().map(|channel| Fee { channel, ..fee.clone() }));
    }
    named(&mut fees);
    fees
}

/// Whether two fees are one: a stop or brackets round their words are no difference.
fn is_same(one: &Fee, other: &Fee) -> bool {
    let said = |fee: &Fee| fee.says.as_ref().map(|says| text::fold(says.vi.trim_matches(['.', ';', ' ', '(', ')'])));
    said(one) == said(other) && Fee { says: None, ..one.clone() } == Fee { says: None, ..other.clone() }
}

/// Whether the record rests on a resolution with which a province sets what is paid about land.
fn is_provincial(record: &Record) -> bool {
    let land = text::fold(&record.sector).contains("đất đai");
    let council = |(number, _): &(String, String)| number.to_uppercase().contains("NQ-HĐND");
    land && record.bases.iter().any(council)
}

/// The fee of one published price; none where it says that there is none. What `by_province` is paid is set by the province's council.
fn fee(price: &Price, by_province: bool) -> Option<Fee> {
    let says = words::bare(&price.says);
    let folded = text::fold(&says);
    let value = price.value.filter(|value| !value.is_zero());
    if value.is_none() && SILENT.contains(&folded.trim_end_matches('.')) {
        return None;
    }
    let council = ["hội đồng nhân dân", "hđnd"].iter().any(|mark| folded.contains(mark));
    let by_council = council && value.is_none();
    let stated = stated(&folded);
    let (amount, per) = match (value, stated.as_slice()) {
        (Some(value), []) => (money(value, price.currency), None),
        (Some(value), stated) => agreeing(value, price.currency, stated),
        (None, [(amount, per)]) if !by_council => (Some(vnd(*amount)), *per),
        (None, []) if is_free(&folded) => (Some(vnd(Decimal::ZERO)), None),
        (None, _) => (None, None),
    };
    let councils = by_council && amount.is_none() || by_province && price.kind != "Giá";
    let set_by = councils.then_some("provincial-peoples-council");
    let online = amount.is_some() && folded.contains("hình thức trực tuyến") && !folded.contains("trực tiếp");
    Some(Fee {
        title: Vi::new(price.kind),
        unparsed: amount.is_none() && !by_council || amount.is_some() && is_passing(&folded),
        amount: amount.map(|amount| amount.to_string()),
        per,
        channel: online.then_some("online"),
        says: (!says.is_empty()).then(|| Vi::new(text::shorten(&says, LONGEST))),
        set_by,
        ..Fee::default()
    })
}

/// Whether the amount holds for a time only, or for a share of those who apply.
fn is_passing(folded: &str) -> bool {
    let until = folded.split_once("kể từ").is_some_and(|(_, after)| after.contains(" đến "));
    until || folded.contains("đến hết ngày") || folded.contains("% mức")
}

/// Whether the first words say that nobody pays.
fn is_free(folded: &str) -> bool {
    let first = folded.split(['.', ';', '-']).next().unwrap_or_default();
    ["miễn phí", "miễn lệ phí", "miễn phí đồng"].contains(&first.trim_matches(['(', ')', ' ']))
}

/// `value` where the words beside it do not gainsay it; a thousandth of the only amount they state is that amount.
fn agreeing(
    value: Decimal,
    currency: Option<&'static str>,
    stated: &[(Decimal, Option<&'static str>)],
) -> (Option<Money>, Option<&'static str>) {
    let same = stated.iter().find(|(amount, _)| *amount == value);
    let thousands = stated.iter().find(|(amount, _)| *amount == value * Decimal::from(1000));
    match (same, thousands, stated) {
        (Some((amount, per)), _, [_]) => (money(*amount, currency.or(Some("VND"))), *per),
        (None, Some((amount, per)), [_]) => (Some(vnd(*amount)), *per),
        (Some((amount, _)), _, _) => (money(*amount, currency.or(Some("VND"))), None),
        _ => (None, None),
    }
}

/// `value` in its currency; without one, whole thousands are đồng, and anything less is not known.
fn money(value: Decimal, currency: Option<&'static str>) -> Option<Money> {
    let likely = (value >= Decimal::from(1000)).then_some("VND");
    let currency = match currency {
        Some("VND") | None => likely?,
        Some(other) => other,
    };
    Some(Money { amount: value, currency: currency.to_owned() })
}

fn vnd(amount: Decimal) -> Money {
    Money { amount, currency: "VND".to_owned() }
}

/// The amounts in đồng that `folded` states, each with what it is paid for.
fn stated(folded: &str) -> Vec<(Decimal, Option<&'static str>)> {
    let mut stated = Vec::new();
    for (at, mark) in folded.match_indices("đồng").chain(folded.match_indices("đ/")) {
        let before = folded.get(..at).unwrap_or_default().trim_end();
        let word = before.rsplit([' ', '(', ':']).next().unwrap_or_default();
        let digits: String = word.chars().filter(|c| *c != '.' && *c != ',').collect();
        let plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
        if let (true, Some(amount)) = (plain, lengths::decimal(&digits)) {
            stated.push((amount, per(folded.get(at + mark.len()..).unwrap_or_default())));
        }
    }
    stated.dedup();
    stated
}

fn per(after: &str) -> Option<&'static str> {
    let after = after.trim_start();
    let own = after.strip_prefix('/').unwrap_or(after).trim_start();
    let own = own.strip_prefix("1 ").or_else(|| own.strip_prefix("01 ")).unwrap_or(own);
    let slashed = own.len() != after.len() || after.is_empty();
    PER.iter().find(|(words, _)| slashed && own.starts_with(words)).map(|(_, name)| *name)
}

/// Ids from the kind of fee and what it is for.
fn named(fees: &mut [Fee]) {
    let mut named: Vec<(String, String)> = Vec::new();
    for fee in fees.iter() {
        let says = fee.says.as_ref().map(|says| says.vi.as_str()).unwrap_or_default();
        let first = says.split([':', ';', '(']).next().unwrap_or_default();
        let first = first.split(". ").next().unwrap_or_default();
        let of_kind = text::fold(first).starts_with(&text::fold(&fee.title.vi));
        let id = if of_kind { slug::of(first) } else { slug::of(&format!("{} {first}", fee.title.vi)) };
        let ways = fee.channel.unwrap_or_default();
        let own = format!("{says} {} {} {ways}", fee.title.vi, fee.amount.clone().unwrap_or_default());
        named.push((id, own));
    }
    slug::part(&mut named);
    for (fee, (id, _)) in fees.iter_mut().zip(named) {
        fee.id = id;
    }
}
