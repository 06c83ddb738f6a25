//! The six points of `docs/report.md`, for the Word document, the workbook and the page alike.

use std::sync::LazyLock;

use calamine::Data;
use redtape::{
    confidence::Confidence,
    locale::Locale,
    plan::{Planned, Recommendation, Source},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::{
    made::{self, CATALOGUE},
    read::{self, Sheet},
};

/// The forms of the report of the catalogue in Vietnamese: its pieces by name, and the sheets.
struct Forms {
    locale: &'static Locale,
    words: [(&'static str, Vec<String>); 2],
    sheets: Vec<Sheet>,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let of = |code: &str| ("docx", read::docx(&made::docx(&CATALOGUE, code)));
    let words = [of("vi"), ("html", read::html(&made::html(&CATALOGUE, "vi")))];
    Forms { locale: Locale::of("vi"), words, sheets: read::xlsx(&made::xlsx(&CATALOGUE, "vi")) }
});

impl Forms {
    /// That one piece of each form in words holds all of `said`.
    fn tell(&self, what: &str, said: &[String]) {
        let said: Vec<String> = said.iter().map(|words| read::plain(words)).collect();
        for (form, pieces) in &self.words {
            let found = pieces.iter().any(|piece| said.iter().all(|words| piece.contains(words.as_str())));
            assert!(found, "{form} does not tell of {what}: {said:?}");
        }
    }

    /// The rows of a sheet, its heads first.
    fn sheet(&self, key: &str) -> &[Vec<Data>] {
        let name = self.locale.say(&format!("sheet.{key}")).to_owned();
        &self.sheets.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no sheet {name}")).1
    }

    /// The one row of a sheet in which the column `head` holds `words`, and a look into its columns by their heads.
    fn row(&self, sheet: &str, head: &str, words: &str) -> impl Fn(&str) -> Data + '_ {
        let rows = self.sheet(sheet);
        let column = |key: &str| {
            let head = self.locale.say(&format!("sheet.{key}")).to_owned();
            rows[0].iter().position(|one| one.to_string() == head).unwrap_or_else(|| panic!("no column {head}"))
        };
        let at = column(head);
        let row = rows.iter().find(|row| row[at] == *words).unwrap_or_else(|| panic!("{sheet}: no row {words}"));
        move |key| row[column(key)].clone()
    }

    fn sure(&self, confidence: Confidence) -> String {
        self.locale.say(&format!("confidence.{}", confidence.word())).to_owned()
    }
}

fn number(amount: Decimal) -> Data {
    Data::Float(amount.to_f64().expect("a number"))
}

fn all() -> impl Iterator<Item = (Option<&'static Planned>, &'static Recommendation)> {
    let plan = &CATALOGUE.plan;
    let of = plan.procedures.iter().flat_map(|one| one.recommendations.iter().map(move |each| (Some(one), each)));
    of.chain(plan.beyond.iter().map(|each| (None, each)))
}

#[test]
fn every_procedure_is_there_before_and_after() {
    let forms = &*FORMS;
    assert!(CATALOGUE.plan.procedures.len() > 50);
    for one in &CATALOGUE.plan.procedures {
        let code = &one.before.code.value;
        let amount = |cost: &Option<redtape::cost::Cost>| cost.as_ref().expect("it is costed").case.base;
        let (before, after) = (amount(&one.cost_before), amount(&one.cost_after));
        let days = one.days.into_iter().flat_map(|days| [days.before, days.after]).flatten();
        let limits = days.map(|limit| forms.locale.length(&limit.to_string()));
        let said = [code.clone(), one.before.title.said("vi").to_owned(), forms.locale.decimal(before, 0), forms.locale.decimal(after, 0)];
        let said: Vec<String> = said.into_iter().chain(limits).collect();
        forms.tell(code, &said);
        let row = forms.row("procedures", "file", &CATALOGUE.pages[one.number - 1].file);
        assert_eq!((row("case.before"), row("case.after")), (number(before), number(after)), "{code}");
        let length =
            |limit: Option<redtape::duration::Duration>| limit.map_or_else(String::new, |one| forms.locale.length(&one.to_string()));
        let (first, then) = one.days.map_or_else(Default::default, |days| (length(days.before), length(days.after)));
        assert_eq!((row("limit.before").to_string(), row("limit.after").to_string()), (first, then), "{code}");
    }
}

#[test]
fn every_article_to_change_is_named_and_what_is_presumed_is_marked() {
    let forms = &*FORMS;
    let mut named = 0;
    for (_, one) in all() {
        let sure = forms.sure(one.edit.confidence);
        let row = forms.row("recommendations", "fingerprint", &one.edit.finding);
        let change = row("change").to_string();
        assert_eq!(row("sure").to_string(), sure, "[{}]", one.number);
        let provisions: Vec<String> = one.source.provisions().iter().map(|cite| CATALOGUE.report.kinds.cited(cite, "vi")).collect();
        for provision in &provisions {
            named += 1;
            assert!(change.contains(provision), "[{}] {provision}: {change}", one.number);
        }
        if one.source == Source::Unknown {
            assert_eq!(change, forms.locale.say("report.no-provision"));
        }
        if one.is_open() {
            // How sure it is stands in the same piece as the number and each article.
            let number = format!("[{}]", forms.locale.number(i64::try_from(one.number).expect("few")));
            forms.tell("a recommendation", &[vec![number, sure], provisions].concat());
        }
    }
    assert!(named > 20, "articles must be named for this to prove anything");
    let silent = [forms.locale.say("report.no-provision").to_owned()];
    assert!(all().any(|(_, one)| one.source == Source::Unknown));
    forms.tell("what no register knows", &silent);
}

#[test]
fn what_is_undetermined_is_counted_and_accuses_nobody() {
    let forms = &*FORMS;
    let count = CATALOGUE.report.totals.sure(Confidence::Undetermined);
    let silent: Vec<_> = CATALOGUE.report.findings.iter().filter(|one| one.finding.confidence == Confidence::Undetermined).collect();
    assert!(count > 0 && silent.len() == count);
    let key = "report.figure.undetermined";
    forms.tell("the count", &[forms.locale.say(key).to_owned(), forms.locale.number(i64::try_from(count).expect("few"))]);
    // Whatever is told to be done rests on more than silence.
    assert!(all().all(|(_, one)| one.edit.confidence > Confidence::Undetermined));
    let said: Vec<String> = silent.iter().map(|one| read::plain(&one.finding.fingerprint)).collect();
    for row in forms.sheet("recommendations").iter().skip(1) {
        assert!(!said.contains(&row[0].to_string()), "an undetermined point is a recommendation");
    }
    // Each is marked in the workbook, and nothing is called surer than it is.
    let sheet = forms.sheet("findings");
    assert_eq!(sheet.len() - 1, CATALOGUE.report.findings.len());
    for shown in &CATALOGUE.report.findings {
        let row = forms.row("findings", "fingerprint", &shown.finding.fingerprint);
        assert_eq!(row("sure").to_string(), forms.sure(shown.finding.confidence), "{}", shown.finding.message);
    }
}

#[test]
fn every_figure_stands_with_its_source_or_as_a_default() {
    let forms = &*FORMS;
    assert!(CATALOGUE.figures.iter().any(|one| one.source.is_some()) && CATALOGUE.figures.iter().any(|one| one.is_default));
    for one in &CATALOGUE.figures {
        let source = one.source.clone().unwrap_or_else(|| forms.locale.say("report.default").to_owned());
        let value = |value: Decimal| forms.locale.decimal(value, 2);
        forms.tell(&one.name, &[one.name.clone(), value(one.value.low), value(one.value.base), value(one.value.high), source.clone()]);
        let rows = forms.sheet("parameters");
        let row = rows.iter().find(|row| row[1].to_string() == one.name).expect("a row");
        assert_eq!(row[2..5], [number(one.value.low), number(one.value.base), number(one.value.high)]);
        assert_eq!(row[6].to_string(), source);
    }
}

#[test]
fn what_it_rests_on_is_named_so_that_it_can_be_made_again() {
    let forms = &*FORMS;
    let trace = &CATALOGUE.trace;
    let said = [trace.version.to_owned(), trace.command.clone(), trace.rules.1.clone(), trace.registers.1.clone()];
    for words in &said {
        forms.tell("the trace", std::slice::from_ref(words));
        let found = forms.sheet("summary").iter().any(|row| row[1].to_string().contains(words.as_str()));
        assert!(found, "the workbook does not name {words}");
    }
    forms.tell("the day", &[forms.locale.date(trace.as_of)]);
    assert!(forms.sheet("summary").iter().any(|row| matches!(row[1], Data::DateTime(_))), "the day is a day");
}

#[test]
fn the_draft_decision_names_its_ground_and_leaves_open_what_only_the_province_knows() {
    let forms = &*FORMS;
    let said = ["khoản 1 Điều 31 Nghị định 63/2010/NĐ-CP", forms.locale.say("report.decision.unverified"), "Người ký: …", "Nơi nhận: …"];
    forms.tell("the draft decision", &said.map(str::to_owned));
}

#[test]
fn an_arabic_workbook_parts_its_words_with_the_marks_of_its_language() {
    let arabic = Locale::of("ar");
    let now = arabic.say("plan.now");
    let sheets = read::xlsx(&made::xlsx(&CATALOGUE, "ar"));
    let cells = sheets.iter().flat_map(|(_, rows)| rows.iter().flatten()).map(|cell| read::plain(&cell.to_string()));
    let begun: Vec<String> = cells.filter(|words| words.ends_with(now) && words != now).collect();
    assert!(!begun.is_empty(), "something can begin");
    assert!(begun.iter().all(|words| words.ends_with(&format!("{}{now}", arabic.say("semicolon")))), "{begun:?}");
}
