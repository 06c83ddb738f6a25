//! Every rule: the tables by group, then each rule's own page.

use std::collections::BTreeMap;

use crate::{
    render::manual::cell,
    rule::{Rule, RuleSet, Severity},
};

/// What is known of rules beside their files.
#[derive(Clone, Debug, Default)]
pub struct Remarks {
    /// How often each rule spoke on real records: the source, then undetermined, presumed and proved.
    pub spoken: BTreeMap<String, Vec<(String, [usize; 3])>>,
    /// The numbers of the catalogue of rules that are no rule of their own, with what became of each.
    pub moved: Vec<(i64, String)>,
}

/// The page of rules, in Markdown.
pub fn rules(rules: &RuleSet, language: &str, remarks: &Remarks) -> String {
    let mut groups: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in rules.rules.values() {
        groups.entry(rule.group()).or_default().push(rule);
    }
    let mut page =
        "# Rules\n\nEach rule is one file below `rules/`; its path is its name. The severity is that of a proved finding; a presumed one \
        is a step lower and an undetermined one a note, unless the rule's page says otherwise. The number is the rule's place in the \
        catalogue of rules from which these were chosen. In the examples `#~` \
        marks a line on which the rule speaks, and some of its words. This page is written by the program from the rule files.\n"
            .to_owned();
    for (group, rules) in &groups {
        page.push_str(&format!("\n## {group}\n\n| no. | rule | what it finds | severity | legal ground |\n|---|---|---|---|---|\n"));
        rules.iter().for_each(|rule| page.push_str(&line(rule, language)));
    }
    if !remarks.moved.is_empty() {
        page.push_str("\n## Merged or moved\n\nNumbers of the catalogue of rules that are no rule of their own.\n\n| no. | what became of it |\n|---|---|\n");
        remarks.moved.iter().for_each(|(number, says)| page.push_str(&format!("| {number} | {} |\n", cell(says))));
    }
    for rule in rules.rules.values() {
        let spoken = remarks.spoken.get(&rule.id).map_or(&[][..], Vec::as_slice);
        page.push_str(&format!("\n---\n\n<a id=\"{0}\"></a>\n\n{1}{2}", rule.id, lowered(&rule.manual(language)), heard(spoken)));
    }
    page
}

fn line(rule: &Rule, language: &str) -> String {
    let numbers: Vec<String> = rule.catalogue.iter().map(ToString::to_string).collect();
    let grounds: Vec<String> = rule.basis.iter().map(|basis| basis.cite.said(language)).collect();
    let [.., proved] = rule.severity.map(Severity::word);
    let title = cell(rule.title.said(language));
    format!("| {} | [`{1}`](#{1}) | {title} | {proved} | {2} |\n", numbers.join(", "), rule.id, cell(&grounds.join("; ")))
}

/// How often a rule spoke on real records.
fn heard(spoken: &[(String, [usize; 3])]) -> String {
    if spoken.is_empty() {
        return "\n**On real records** it has not spoken yet.\n".to_owned();
    }
    let each = spoken.iter().map(|(source, [undetermined, presumed, proved])| {
        format!("{source}: {proved} proved, {presumed} presumed, {undetermined} undetermined")
    });
    format!("\n**On real records**, by the law of 2026-07-01: {}.\n", each.collect::<Vec<_>>().join("; "))
}

/// A page under a heading two levels down, so that it fits below another page's.
fn lowered(page: &str) -> String {
    if page.starts_with("# ") { format!("##{page}") } else { page.to_owned() }
}
