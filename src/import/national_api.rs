//! The reply of the national public-service portal for one procedure.

use serde_json::Value;

use crate::{
    date::Date,
    duration::Unit,
    import::{
        json, lengths,
        record::{CaseLimit, DossierPart, Limit, Price, Record, Row, UNPUBLISHED, Way},
        tally::Tally,
        words,
    },
};

/// The record in `reply`, or what is wrong with it.
pub(super) fn record(reply: &Value, tally: &mut Tally) -> Result<Record, &'static str> {
    let Some(data) = reply.get("data").filter(|data| data.is_object()) else {
        return Err("there is no object under `data`, where the portal's replies hold the procedure");
    };
    let proposal = data.get("procedureProposal").unwrap_or(&Value::Null);
    Ok(Record {
        code: words::tidy(json::text(data, "code", tally)),
        name: words::tidy(json::text(data, "name", tally)),
        sector: sector(data, tally),
        levels: levels(data, tally),
        agencies: agencies(data, tally),
        subjects: json::texts(data, "subjectTypesDetails", "name", tally),
        bases: bases(data, tally),
        publisher: words::tidy(json::text(data, "departmentPromulgateName", tally)),
        decision: words::tidy(json::text(proposal, "proposalNumber", tally)),
        signed: day(proposal, "decisionDate"),
        in_national_database: entered(data, proposal),
        updated: day(data, "updatedAt"),
        steps: json::texts(data, "executionSteps", "description", tally).join("\n"),
        channels: json::list(data, "executionMethods", tally).iter().map(|way| channel(way, data, tally)).collect(),
        limits: json::list(data, "cases", tally).iter().map(|case| case_limit(case, tally)).collect(),
        dossier: json::list(data, "executionCases", tally).iter().map(|part| dossier_part(part, tally)).collect(),
        results: json::texts(data, "resultsDetails", "name", tally),
        conditions: json::text(data, "requirementsAndConditions", tally).to_owned(),
        not_in_source: UNPUBLISHED.to_vec(),
    })
}

fn sector(data: &Value, tally: &mut Tally) -> String {
    let single = data.get("category").map(|category| json::text(category, "name", tally)).unwrap_or_default();
    let several = json::texts(data, "categoriesDetails", "name", tally);
    let first = several.first().map(String::as_str).unwrap_or_default();
    words::tidy(if single.is_empty() { first } else { single })
}

fn levels(data: &Value, tally: &mut Tally) -> Vec<&'static str> {
    let flags = [("isMinistry", "central"), ("isProvince", "province"), ("isWard", "commune")];
    flags.into_iter().filter(|(key, _)| json::flag(data, key, tally) == Some(true)).map(|(_, level)| level).collect()
}

fn agencies(data: &Value, tally: &mut Tally) -> Vec<String> {
    let departments = json::texts(data, "departmentsExecuting", "name", tally);
    if departments.is_empty() { json::texts(data, "unitGroupsExecuting", "name", tally) } else { departments }
}

fn bases(data: &Value, tally: &mut Tally) -> Vec<(String, String)> {
    let mut bases = Vec::new();
    for basis in json::list(data, "legalBasisesDetails", tally) {
        bases.push((json::text(basis, "code", tally).to_owned(), json::text(basis, "name", tally).to_owned()));
    }
    bases
}

fn channel(way: &Value, data: &Value, tally: &mut Tally) -> Way {
    let by = match json::text(way, "submissionMethod", tally) {
        "ONLINE" => "online",
        "POSTAL" => "post",
        "DIRECT" => "in-person",
        _ => "",
    };
    let full = by == "online" && json::flag(data, "isFullProcess", tally) == Some(true);
    let unit = json::text(way, "processingTimeUnit", tally);
    let limit = way.get("processingTime").map(|time| limit(time, unit)).unwrap_or_default();
    let says = json::text(way, "description", tally).to_owned();
    let fees = json::list(way, "fees", tally).iter().map(|fee| price(fee, tally)).collect();
    Way { by, full, limit, says, fees }
}

fn limit(time: &Value, unit: &str) -> Limit {
    let unit = match unit {
        "WORKING_DAY" => Some(Unit::WorkingDays),
        "DAY" => Some(Unit::Days),
        "HOUR" => Some(Unit::Hours),
        "MONTH" => Some(Unit::Months),
        _ => None,
    };
    match time {
        Value::String(words) if words.trim().is_empty() => Limit::None,
        Value::String(words) => lengths::decimal(words.trim()).map_or_else(|| Limit::Words(words.clone()), |n| Limit::Number(n, unit)),
        Value::Number(number) => lengths::decimal(&number.to_string()).map_or(Limit::None, |n| Limit::Number(n, unit)),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => Limit::None,
    }
}

fn case_limit(case: &Value, tally: &mut Tally) -> CaseLimit {
    let days = case.get("processingDay").unwrap_or(&Value::Null);
    let limit = days.get("qty").map(|time| limit(time, json::text(days, "type", tally))).unwrap_or_default();
    CaseLimit { name: words::tidy(json::text(case, "name", tally)), limit }
}

fn dossier_part(part: &Value, tally: &mut Tally) -> DossierPart {
    let rows = json::list(part, "profileComponents", tally).iter().map(|row| Row {
        name: json::text(row, "name", tally).to_owned(),
        originals: json::count(row, "originalQty", tally),
        copies: json::count(row, "copyQty", tally),
        interactive: json::flag(row, "hasElectronicForm", tally),
        templates: json::texts(row, "attachments", "fileName", tally),
    });
    let rows = rows.collect();
    DossierPart { name: json::text(part, "name", tally).to_owned(), rows }
}

fn price(fee: &Value, tally: &mut Tally) -> Price {
    let kind = match json::text(fee, "type", tally) {
        "SERVICE_FEE" => "Lệ phí",
        "PRICE_LEVEL" => "Giá",
        _ => "Phí",
    };
    let currency = match json::text(fee, "currencyName", tally) {
        "Việt Nam Đồng" => Some("VND"),
        "USD" => Some("USD"),
        _ => None,
    };
    let value = fee.get("value").filter(|value| value.is_number()).and_then(|value| lengths::decimal(&value.to_string()));
    Price { kind, value, currency, says: json::text(fee, "description", tally).to_owned() }
}

/// The day on which the procedure came to stand in the national database: some are published there long after they were entered.
fn entered(data: &Value, proposal: &Value) -> Option<String> {
    let published = day(proposal, "publicationDate")?;
    Some(day(data, "createdAt").map_or(published.clone(), |created| created.min(published)))
}

/// The day in Viet Nam (seven hours ahead) of the milliseconds under `key`.
fn day(of: &Value, key: &str) -> Option<String> {
    let seconds = of.get(key)?.as_i64()?.div_euclid(1000).checked_add(7 * 3600)?;
    let days = seconds.div_euclid(86_400);
    let epoch = Date::new(1970, 1, 1)?;
    let mut first = epoch.add_months(i32::try_from(days / 31).map_or(i32::MAX, |months| months));
    while epoch.days_until(first.add_months(1)) <= days && first != first.add_months(1) {
        first = first.add_months(1);
    }
    let (year, month, _) = first.parts();
    let day = i16::try_from(days - epoch.days_until(first) + 1).map_or(0, |day| day);
    Date::new(year, i16::from(month), day).map(|date| date.to_string())
}
