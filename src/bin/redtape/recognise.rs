//! `redtape recognise`.

use std::io::{self, BufRead};

use redtape::{
    date::Date,
    files::Store,
    link,
    recognise::{Form, Reading},
    register::{Registers, Status},
};
use serde_json::{Value, json};

use crate::{args::ListFormat, catalogue, check::today, code, flags::RecogniseFlags, out, settings};

/// Says which papers each phrase means.
pub(crate) fn run(flags: &RecogniseFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let registers = catalogue::registers(&settings::read(None, &mut store)?, &mut store)?;
    let lexicon = link::lexicon(&registers);
    let day = flags.as_of.unwrap_or_else(today);
    let show = |text: &str| {
        let reading = lexicon.read(text);
        match flags.format {
            ListFormat::Json => redtape::text::json(&record(text, &reading, &registers, day).to_string()) + "\n",
            ListFormat::Table => table(text, &reading, &registers, day),
        }
    };
    if !flags.text.is_empty() {
        let words: String = flags.text.iter().map(|text| show(text)).collect();
        out::print(&words)?;
        return Ok(code::CLEAN);
    }
    for line in io::stdin().lock().lines() {
        let line = line.map_err(|reason| format!("standard input: {reason}"))?;
        if !out::is_heard(&show(&line))? {
            break;
        }
    }
    Ok(code::CLEAN)
}

fn record(text: &str, reading: &Reading, registers: &Registers, day: Date) -> Value {
    let forms: Vec<&str> = reading.forms.iter().map(|form| form.name()).collect();
    json!({
        "text": text,
        "evidence": reading.evidence,
        "any_of": reading.any_of,
        "as": forms,
        "case": reading.case,
        "waived": reading.waived,
        "form_about": reading.form_about,
        "handed_back": reading.handed_back,
        "held_by": held_by(reading, registers, day),
        "only_if_not_found": reading.only_if_not_found,
        "equivalent": reading.equivalent,
        "vague": reading.vague,
        "open": reading.open,
        "guidance": reading.guidance,
        "unparsed": reading.unparsed,
    })
}

/// The data sources that on that day replace one of the papers, and of which a text at least says that they are to be used for it.
fn held_by(reading: &Reading, registers: &Registers, day: Date) -> Vec<String> {
    let holds = |source: &&redtape::register::DataSource| {
        let replaces = source.substitutes.iter().any(|one| reading.evidence.contains(&one.evidence) && one.valid.holds(day));
        replaces && source.status(day, &[]) >= Some(Status::Published)
    };
    registers.data_sources.values().filter(holds).map(|source| source.id.clone()).collect()
}

fn table(text: &str, reading: &Reading, registers: &Registers, day: Date) -> String {
    let titles = reading.evidence.iter().map(|id| {
        let title = registers.evidence.get(id).map_or("", |known| known.title.said("en"));
        format!("{id} ({title})")
    });
    let joined = titles.collect::<Vec<_>>().join(if reading.any_of { " or " } else { " and " });
    let mut lines = vec![redtape::text::terminal(text).into_owned()];
    let mut say = |name: &str, words: String| {
        if !words.is_empty() {
            lines.push(format!("  {name:9} {}", redtape::text::terminal(&words)));
        }
    };
    say("papers", if joined.is_empty() { "none recognised".to_owned() } else { joined });
    say("as", reading.forms.iter().map(|form: &Form| form.name()).collect::<Vec<_>>().join(" or "));
    say("case", reading.case.clone().unwrap_or_default());
    say("about", reading.form_about.clone().unwrap_or_default());
    let marks = [
        (reading.waived, "need not be handed in"),
        (reading.only_if_not_found, "only where it cannot be looked up"),
        (reading.handed_back, "handed back because it is replaced"),
        (reading.equivalent, "an equivalent will do"),
        (reading.vague, "worded openly"),
        (reading.guidance, "advice, no document"),
    ];
    say("marks", marks.into_iter().filter(|(yes, _)| *yes).map(|(_, words)| words).collect::<Vec<_>>().join("; "));
    say("held by", held_by(reading, registers, day).join(", "));
    lines.join("\n") + "\n"
}
