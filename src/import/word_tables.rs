//! The portal's printable form of one procedure, as a table of words.

use serde_json::Value;

use crate::import::{
    agencies, json, lengths,
    record::{DossierPart, Limit, Price, Record, Row, UNPUBLISHED, Way},
    tally::Tally,
    words,
};

/// Whether `table` is such a form.
pub(super) fn is_one(table: &Value) -> bool {
    table.get("Mã thủ tục:").is_some()
}

/// The record in `table`, or what is wrong with it.
pub(super) fn record(table: &Value, tally: &mut Tally) -> Result<Record, &'static str> {
    if !is_one(table) {
        return Err("there is no `Mã thủ tục:`, under which such tables hold the code");
    }
    let limits = limits_in(json::text(table, "Trình tự thực hiện:", tally));
    Ok(Record {
        code: cell(table, "Mã thủ tục:", tally),
        name: cell(table, "Tên thủ tục:", tally),
        sector: cell(table, "Lĩnh vực:", tally),
        levels: levels(&cell(table, "Cấp thực hiện:", tally)),
        agencies: names(&cell(table, "Cơ quan thực hiện:", tally)),
        subjects: agencies::subjects_in(&cell(table, "Đối tượng thực hiện:", tally)),
        bases: bases(table, tally),
        publisher: String::new(),
        decision: cell(table, "Số quyết định:", tally),
        signed: None,
        in_national_database: None,
        updated: None,
        steps: json::text(table, "Trình tự thực hiện:", tally).to_owned(),
        channels: json::list(table, "Cách thức thực hiện:", tally).iter().map(|way| channel(way, limits, tally)).collect(),
        limits: Vec::new(),
        dossier: dossier(table, tally),
        results: names(&cell(table, "Kết quả thực hiện:", tally)),
        conditions: filled(json::text(table, "Yêu cầu, điều kiện thực hiện:", tally)).to_owned(),
        not_in_source: UNPUBLISHED.to_vec(),
    })
}

fn cell(table: &Value, key: &str, tally: &mut Tally) -> String {
    words::tidy(filled(json::text(table, key, tally)))
}

fn filled(cell: &str) -> &str {
    if words::is_nothing(cell) { "" } else { cell }
}

fn levels(cell: &str) -> Vec<&'static str> {
    let known = [("Cấp Bộ", "central"), ("Cấp Tỉnh", "province"), ("Cấp Huyện", "district"), ("Cấp Xã", "commune")];
    known.into_iter().filter(|(name, _)| cell.contains(name)).map(|(_, level)| level).collect()
}

/// The names in `cell`, which parts them by a comma and a capital letter.
pub(super) fn names(cell: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in cell.split(", ") {
        let starts = piece.chars().next().is_some_and(char::is_uppercase);
        match names.last_mut() {
            Some(open) if !starts || open.matches('(').count() > open.matches(')').count() => {
                open.push_str(", ");
                open.push_str(piece);
            }
            _ => names.push(piece.to_owned()),
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn bases(table: &Value, tally: &mut Tally) -> Vec<(String, String)> {
    let mut bases = Vec::new();
    for basis in json::list(table, "Căn cứ pháp lý:", tally) {
        bases.push((json::text(basis, "Số ký hiệu", tally).to_owned(), json::text(basis, "Trích yếu", tally).to_owned()));
    }
    bases
}

/// What the steps say under a heading of their own about how long each case takes.
fn limits_in(steps: &str) -> &str {
    steps.split_once("Thời hạn giải quyết").map_or("", |(_, limits)| limits)
}

fn channel(way: &Value, limits: &str, tally: &mut Tally) -> Way {
    let by = match json::text(way, "Hình thức nộp", tally) {
        "Trực tiếp" => "in-person",
        "Trực tuyến" => "online",
        "Dịch vụ bưu chính" => "post",
        _ => "",
    };
    let limit = limit(json::text(way, "Thời hạn giải quyết", tally));
    let fees = prices(json::text(way, "Phí, lệ phí", tally));
    let says = json::text(way, "Mô tả", tally);
    let says = if limits.is_empty() { says.to_owned() } else { format!("{says}\n{limits}") };
    Way { by, full: false, limit, says, fees }
}

/// `5 Ngày làm việc` is a number, `12` one without a unit, anything longer is words.
pub(super) fn limit(cell: &str) -> Limit {
    let cell = words::tidy(cell);
    if words::is_nothing(&cell) {
        return Limit::None;
    }
    let plain = cell.replace(',', ".");
    let (number, unit) = plain.split_once(' ').unwrap_or((&plain, ""));
    match (lengths::decimal(number), lengths::unit(unit)) {
        (Some(amount), found) if found.is_some() || unit.is_empty() => Limit::Number(amount, found),
        _ => Limit::Words(cell),
    }
}

/// The fees of `Lệ phí : 20.000 Đồng … Phí : 5 Đồng …`, one after the other.
pub(super) fn prices(cell: &str) -> Vec<Price> {
    let cell = words::tidy(cell);
    let mut prices = Vec::new();
    let mut rest = cell.as_str();
    while let Some((kind, after)) = kind_at(rest) {
        let end = (1..after.len()).find(|at| after.is_char_boundary(*at) && kind_at(after.get(*at..).unwrap_or_default()).is_some());
        let (own, next) = after.split_at(end.unwrap_or(after.len()));
        prices.push(price(kind, own.trim()));
        rest = next;
    }
    if prices.is_empty() && !words::is_nothing(&cell) {
        prices.push(Price { kind: "Phí", says: cell.clone(), ..Price::default() });
    }
    prices
}

fn kind_at(rest: &str) -> Option<(&'static str, &str)> {
    let kinds = [("Lệ phí : ", "Lệ phí"), ("Phí : ", "Phí"), ("Giá : ", "Giá")];
    kinds.into_iter().find_map(|(mark, kind)| rest.strip_prefix(mark).map(|after| (kind, after)))
}

fn price(kind: &'static str, own: &str) -> Price {
    let Some((number, says)) = own.split_once("Đồng").filter(|(number, _)| !number.trim().contains(' ')) else {
        return Price { kind, says: own.to_owned(), ..Price::default() };
    };
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let value = lengths::decimal(&digits);
    Price { kind, value, currency: Some("VND"), says: says.trim().to_owned() }
}

fn dossier(table: &Value, tally: &mut Tally) -> Vec<DossierPart> {
    let Some(parts) = table.get("Thành phần hồ sơ:").and_then(Value::as_object) else {
        return Vec::new();
    };
    let mut dossier = Vec::new();
    for (name, rows) in parts {
        let Some(rows) = rows.as_array() else {
            tally.count(json::STRANGE);
            continue;
        };
        let rows = rows.iter().map(|row| self::row(row, tally)).collect();
        dossier.push(DossierPart { name: name.clone(), rows });
    }
    dossier
}

fn row(row: &Value, tally: &mut Tally) -> Row {
    let amounts = json::text(row, "Số lượng", tally);
    let template = file_name(json::text(row, "Mẫu đơn, tờ khai", tally));
    Row {
        name: json::text(row, "Tên giấy tờ", tally).to_owned(),
        originals: amount(amounts, "Bản chính:"),
        copies: amount(amounts, "Bản sao:"),
        interactive: None,
        templates: template.into_iter().collect(),
    }
}

/// The number after `label` in `Bản chính: 1Bản sao: 0`.
fn amount(amounts: &str, label: &str) -> Option<u32> {
    let (_, after) = amounts.split_once(label)?;
    let digits: String = after.trim_start().chars().take_while(char::is_ascii_digit).collect();
    let Ok(amount) = digits.parse() else { return None };
    Some(amount)
}

/// The name of a file without the folders of the machine it once lay on.
fn file_name(path: &str) -> Option<String> {
    let name = path.rsplit(['\\', '/']).next().unwrap_or_default().trim();
    (!words::is_nothing(name)).then(|| name.to_owned())
}
