//! What the law says of an element of a procedure on a day, and how sure that is.

use crate::{
    confidence::Confidence,
    date::Date,
    register::{Coverage, Element, Instrument, Prescription, Provision, Registers},
};

/// How many months a reading shows that an instrument is in force, where no register says otherwise.
const FRESH_MONTHS: i64 = 12;

/// Whether an instrument is in force on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// The register does not know it, or not since when.
    Unknown,
    /// It is not in force yet.
    NotYet,
    /// It is in force, and something read not long before that day, or after, shows it.
    Shown,
    /// It began, and no end is known; but nothing read of late shows that it still holds.
    Assumed,
    /// It has ended.
    Ended,
}

/// Whether `instrument` is in force on `day`.
pub fn force(registers: &Registers, instrument: &Instrument, day: Date) -> Force {
    let Some(from) = instrument.valid.from else {
        return if instrument.valid.until.is_some_and(|until| until <= day) { Force::Ended } else { Force::Unknown };
    };
    if day < from {
        return Force::NotYet;
    }
    if instrument.valid.until.is_some_and(|until| until <= day) {
        return Force::Ended;
    }
    let months = registers.fresh_months.unwrap_or(FRESH_MONTHS);
    let fresh = |on: &Date| on.add_months(i32::try_from(months).unwrap_or(i32::MAX)) >= day;
    // An instrument whose end is known holds until then.
    let ends = instrument.valid.until.is_some();
    if ends || instrument.shown.iter().any(fresh) { Force::Shown } else { Force::Assumed }
}

/// Whether the instrument of that number is in force on `day`.
pub fn force_of(registers: &Registers, number: &str, day: Date) -> Force {
    registers.instruments.get(number).map_or(Force::Unknown, |instrument| force(registers, instrument, day))
}

/// Whether a provision holds on `day`: by itself, and its instrument with it.
pub fn holds(registers: &Registers, provision: &Provision, day: Date) -> bool {
    let instrument = force_of(registers, &provision.cite.instrument, day);
    provision.valid.holds(day) && !matches!(instrument, Force::Ended | Force::NotYet)
}

/// What the law in force on a day lays down about one element of one procedure.
#[derive(Clone, Debug, Default)]
pub struct Law<'r> {
    /// What is laid down, each with its provision.
    pub rows: Vec<(&'r Provision, &'r Prescription)>,
    /// Whether the register is complete on it: then what is not among the rows is not in law.
    pub known: Confidence,
}

/// The provisions in force on `day` that speak of the procedure of that code; `*` for those that speak of every procedure.
pub fn live<'r>(registers: &'r Registers, code: &str, day: Date) -> Vec<&'r Provision> {
    registers.provisions_of(code).filter(|provision| holds(registers, provision, day)).collect()
}

/// What the `live` provisions say of `element` of the procedure of that code, and how completely that is known on `day`.
pub fn of<'r>(registers: &'r Registers, live: impl Iterator<Item = &'r Provision>, code: &str, element: Element, day: Date) -> Law<'r> {
    Law { rows: rows(live, code, element), known: known(registers, code, element, day) }
}

/// What they say of it, each with its provision.
pub(super) fn rows<'r>(live: impl Iterator<Item = &'r Provision>, code: &str, element: Element) -> Vec<(&'r Provision, &'r Prescription)> {
    let rows = live.flat_map(|provision| {
        let own = provision.prescribes.iter();
        own.filter(|row| row.element == element && (row.procedure == code || row.procedure == "*")).map(move |row| (provision, row))
    });
    rows.collect()
}

/// How much the register knows of `element` of that procedure on `day`.
///
/// Complete coverage proves only where every instrument it rests on is shown to be in force; where one is merely assumed
/// to be, it presumes; where one has ended or is not known, it says nothing.
pub fn known(registers: &Registers, code: &str, element: Element, day: Date) -> Confidence {
    let covered = registers.coverage.get(code).map_or(&[][..], Vec::as_slice);
    known_of(registers, covered, element, day)
}

/// The same by the coverage of that procedure.
pub(super) fn known_of(registers: &Registers, covered: &[Coverage], element: Element, day: Date) -> Confidence {
    let complete = covered.iter().filter(|entry| entry.element == element && entry.complete && entry.valid.holds(day));
    let sureness = complete.map(|entry| {
        let forces = entry.relies_on.iter().map(|number| force_of(registers, number, day));
        forces
            .map(|force| match force {
                Force::Shown => Confidence::Proved,
                Force::Assumed => Confidence::Presumed,
                Force::Unknown | Force::NotYet | Force::Ended => Confidence::Undetermined,
            })
            .min()
            .unwrap_or_default()
    });
    sureness.max().unwrap_or_default()
}

/// The chain of what took an instrument's place, up to the one in force on `day`.
pub fn successors(registers: &Registers, number: &str, day: Date) -> Vec<String> {
    let mut chain: Vec<String> = Vec::new();
    let mut at = registers.instruments.get(number);
    while let Some(instrument) = at {
        let next = instrument.replaced_by.first().or(instrument.repealed_by.as_ref());
        let Some(next) = next.filter(|next| !chain.contains(next) && next.as_str() != number) else { break };
        chain.push(next.clone());
        at = registers.instruments.get(next).filter(|next| force(registers, next, day) == Force::Ended);
    }
    chain
}

/// What kind of instrument it is: by the register, else by the letters of its number.
pub fn kind<'r>(registers: &'r Registers, number: &'r str) -> Option<&'r str> {
    let known = registers.instruments.get(number).and_then(|instrument| instrument.kind.as_deref());
    known.or_else(|| kind_by_letters(number))
}

/// The letters that officially mark the kinds of instrument (Law on the promulgation of legal documents; forms of numbering).
fn kind_by_letters(number: &str) -> Option<&'static str> {
    let letters = number.rsplit('/').next()?;
    let starts = |prefix: &str| letters.starts_with(prefix);
    Some(match letters {
        "NĐ-CP" | "CP" => "decree",
        "NQ-CP" => "government-resolution",
        "QĐ-TTg" | "TTg" => "pm-decision",
        _ if letters.strip_prefix("QH").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())) => "law",
        _ if starts("UBTVQH") => "ordinance",
        _ if starts("TTLT") => "joint-circular",
        _ if starts("TT-") => "circular",
        _ if starts("NQ-HĐND") => "provincial-resolution",
        _ if starts("QĐ-UBND") => "provincial-decision",
        _ if starts("QĐ-") => "ministerial-decision",
        _ if starts("KH-") => "plan",
        _ if starts("CT-") => "directive",
        _ if starts("NQLT") => "joint-resolution",
        _ if starts("NQ-HĐTP") => "court-resolution",
        _ => return None,
    })
}

/// As whom somebody can change an instrument of that number: `government` for a decree, `ministry` for a circular.
pub fn power(registers: &Registers, number: &str) -> &'static str {
    match kind(registers, number) {
        Some("constitution" | "law" | "ordinance" | "na-resolution" | "resolution") => "national-assembly",
        Some("decree" | "government-resolution") => "government",
        Some("pm-decision") => "prime-minister",
        Some("circular" | "joint-circular" | "ministerial-decision") => "ministry",
        Some("provincial-resolution") => "peoples-council",
        Some("provincial-decision") => "province",
        _ => "unknown",
    }
}

/// How high an instrument stands among the texts: the lower the number, the higher it stands; what is not known stands last.
pub fn rank(registers: &Registers, number: &str) -> usize {
    const ORDER: [&[&str]; 6] = [
        &["constitution"],
        &["law", "ordinance", "na-resolution", "resolution"],
        &["decree", "government-resolution"],
        &["pm-decision"],
        &["circular", "joint-circular", "ministerial-decision"],
        &["provincial-resolution", "provincial-decision"],
    ];
    let kind = kind(registers, number);
    ORDER.iter().position(|kinds| kind.is_some_and(|kind| kinds.contains(&kind))).unwrap_or(ORDER.len())
}

/// Those who can act, lowest first, each once.
pub fn lowest_first(who: impl IntoIterator<Item = &'static str>) -> Vec<&'static str> {
    const ORDER: [&str; 9] =
        ["agency", "commune", "province", "peoples-council", "ministry", "prime-minister", "government", "national-assembly", "unknown"];
    let named: Vec<&str> = who.into_iter().collect();
    let mut listed: Vec<&str> = ORDER.into_iter().filter(|power| named.contains(power)).collect();
    if listed.len() > 1 {
        listed.retain(|power| *power != "unknown");
    }
    listed
}
