//! What changed between two versions: for people, for a pull request, for programs.

mod json;
mod markdown;
mod said;

use crate::{
    change::Grade,
    link::Asked,
    locale::Locale,
    register::{Range, Registers},
    render::who,
    report::change::{Change, Changed, Changes, Fate},
    text,
};

pub use json::text as json;
pub use markdown::text as markdown;

/// The changes by procedure, each with what it is, what the law says of it, and what it costs.
pub fn text(changes: &Changes, registers: &Registers, locale: &Locale) -> String {
    let mut words = String::new();
    for one in &changes.procedures {
        words.push_str(&procedure(one, changes, registers, locale));
        words.push('\n');
    }
    words.push_str(&closing(changes, locale));
    words
}

fn procedure(one: &Changed, changes: &Changes, registers: &Registers, locale: &Locale) -> String {
    let fate = locale.say(fate(one.fate));
    let place = one.changes.first().and_then(|change| change.now.as_ref().or(change.was.as_ref()));
    let file = place.map_or_else(String::new, |place| format!("  {}", text::line(&place.file)));
    let mut words = format!("{} {} ({fate}){file}\n", text::line(&one.code), text::line(&text::one_line(&one.title)));
    let width = Grade::ALL.map(|grade| locale.say(key(grade)).chars().count()).into_iter().max().unwrap_or_default();
    for change in &one.changes {
        let grade = locale.say(key(change.difference.grade));
        let blank = " ".repeat(width - grade.chars().count().min(width));
        let line = change.now.as_ref().filter(|_| one.fate == Fate::Changed).map_or(0, |place| place.start.line);
        let line = if line > 0 { format!("  [{line}]") } else { String::new() };
        words.push_str(&format!("  {grade}{blank}  {}{line}\n", text::terminal(&what(change, registers, locale))));
        let notes =
            [ground(change, registers, locale), cost(change, changes, locale), approval(change, locale), fingerprint(change, locale)];
        for note in notes.into_iter().flatten() {
            words.push_str(&format!("  {}  {}\n", " ".repeat(width), text::terminal(&note)));
        }
    }
    words.push_str(&total(one, changes, locale).map_or_else(String::new, |total| format!("  {total}\n")));
    words
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Changed => "diff.changed",
        Fate::Created => "diff.created",
        Fate::Gone => "diff.gone",
        Fate::NotInForce => "diff.not-in-force",
    }
}

fn key(grade: Grade) -> &'static str {
    match grade {
        Grade::Heavier => "grade.heavier",
        Grade::Lighter => "grade.lighter",
        Grade::Neutral => "grade.neutral",
    }
}

/// What differs, of what, and what stood there before.
fn what(change: &Change, registers: &Registers, locale: &Locale) -> String {
    let one = &change.difference;
    let kind = locale.say(&format!("difference.{}", one.kind)).to_owned();
    let said = |value: &str| said::value(one.kind, value, registers, locale);
    // That a procedure is new or gone is said of its title already.
    if matches!(one.kind, "procedure-created" | "procedure-abolished") {
        return kind;
    }
    let thing = if said::is_value(one) { said(&one.what) } else { said::thing(one, registers, locale) };
    let values = match (one.norm.as_str(), one.now.as_str()) {
        (before, now) if before == one.what && now.is_empty() || now == one.what && before.is_empty() => String::new(),
        ("", "") => String::new(),
        ("", now) => said(now),
        (before, "") => format!("{} → {}", said(before), locale.say("compare.dash")),
        (before, now) => format!("{} → {}", said(before), said(now)),
    };
    // Where the thing is called by its value, it is not said twice.
    let thing = if values.is_empty() || !said::is_value(one) { thing } else { String::new() };
    let parts: Vec<String> = [thing, values].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { kind } else { format!("{kind}: {}", text::one_line(&parts.join(": "))) }
}

/// What the law in force says of a change that makes it heavier, and who could change it.
fn ground(change: &Change, registers: &Registers, locale: &Locale) -> Option<String> {
    let one = &change.difference;
    if one.grade != Grade::Heavier {
        return None;
    }
    let sure = locale.say(&format!("confidence.{}", one.demand.confidence.word())).to_owned();
    let mut cites: Vec<String> = one.demand.cites.iter().map(|cite| registers.said(cite, locale.code)).collect();
    cites.dedup();
    let law = if cites.is_empty() { String::new() } else { format!(" ({})", locale.semicolons(&cites)) };
    let says = match one.demand.says {
        Asked::Yes => locale.say("asked.asked").to_owned(),
        Asked::Allowed => locale.say("asked.allowed").to_owned(),
        Asked::No if one.kind == "procedure-created" => locale.say("asked.names-none").replace("{sure}", &sure),
        Asked::No if cites.is_empty() => locale.say("asked.not-asked").replace("{sure}", &sure),
        Asked::No => locale.say("asked.against").replace("{sure}", &sure),
        Asked::Unknown => locale.say("asked.unknown").to_owned(),
    };
    let names: Vec<String> = one.demand.who.iter().filter(|name| **name != "unknown").map(|name| (*name).to_owned()).collect();
    let who = if names.is_empty() {
        String::new()
    } else {
        format!("{}{}: {}", locale.say("semicolon"), locale.say("label.who"), who(&names, locale))
    };
    Some(format!("{says}{law}{who}"))
}

/// What the change alone costs, where that is known.
fn cost(change: &Change, changes: &Changes, locale: &Locale) -> Option<String> {
    let one = &change.difference;
    let case = one.case.filter(|case| *case != Range::default())?;
    Some(said::costs(case, one.year, &changes.currency, locale))
}

fn approval(change: &Change, locale: &Locale) -> Option<String> {
    let approval = change.difference.approval.as_ref()?;
    let key = if approval.holds { "diff.approved" } else { "diff.approval-over" };
    let until = approval.until.map_or_else(String::new, |day| locale.date(day));
    Some(locale.filled(key, &[("document", &approval.document), ("day", &until)]))
}

/// By what a change can be approved, where it needs that.
fn fingerprint(change: &Change, locale: &Locale) -> Option<String> {
    let one = &change.difference;
    let needs = one.grade == Grade::Heavier && !one.is_approved() && matches!(one.demand.says, Asked::No | Asked::Unknown);
    needs.then(|| locale.say("diff.fingerprint").replace("{finding}", &one.fingerprint))
}

/// What all changes of a procedure cost together, where they cost anything.
fn total(one: &Changed, changes: &Changes, locale: &Locale) -> Option<String> {
    let case = one.case.filter(|case| *case != Range::default())?;
    let all = said::costs(case, one.year, &changes.currency, locale);
    let year = if one.year.is_none() { [locale.say("semicolon"), locale.say("diff.no-year")].concat() } else { String::new() };
    Some(format!("{} {all}{year}", locale.say("diff.together")))
}

/// What it all comes to.
fn closing(changes: &Changes, locale: &Locale) -> String {
    let counts = &changes.counts;
    let mut lines = Vec::new();
    let head = [("old", changes.versions[0].as_str()), ("new", changes.versions[1].as_str()), ("day", &locale.date(changes.as_of))];
    lines.push(locale.filled("diff.head", &head));
    let unchanged = locale.count("diff.unchanged", changes.unchanged);
    if changes.procedures.is_empty() {
        // Where a file could not be read, that nothing changed cannot be told.
        lines.extend((changes.unread == [0, 0]).then(|| locale.say("diff.none").to_owned()));
    } else {
        let parts = [
            locale.count("diff.procedures", changes.procedures.len()),
            locale.count("diff.heavier", counts.heavier),
            locale.count("diff.lighter", counts.lighter),
            locale.count("diff.neutral", counts.neutral),
            unchanged,
        ];
        lines.push(format!("{}.", locale.commas(&parts)));
    }
    if counts.heavier > 0 {
        let of = [
            ("diff.unfounded", counts.unfounded),
            ("diff.unknown", counts.unknown),
            ("diff.founded", counts.founded),
            ("diff.approvals", counts.approved),
        ];
        let said = of.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| locale.count(key, n));
        lines.push(format!("{}.", locale.semicolons(&said.collect::<Vec<_>>())));
    }
    let unread = [("diff.unread.old", changes.unread[0]), ("diff.unread.new", changes.unread[1])];
    lines.extend(unread.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| locale.count(key, n)));
    if !changes.idle.is_empty() {
        lines.push(format!("{}: {}", locale.count("diff.idle", changes.idle.len()), changes.idle.join(", ")));
    }
    lines.iter().map(|line| format!("{}\n", text::terminal(line))).collect()
}
