//! What edits save is the cost of the procedure with all of them applied, in whatever order, and of the file that they were written into.

use std::sync::LazyLock;

use proptest::prelude::*;
use redtape::{
    cost::{self, Parts},
    files::{self, Store},
    lint,
    model::Procedure,
    register::{Range, Registers},
    simplify::{self, Edit},
    span::FileId,
};

use crate::made;

static REGISTERS: LazyLock<Registers> = LazyLock::new(|| {
    let mut store = Store::default();
    let files: Vec<FileId> = files::registers().into_iter().map(|(path, text)| store.embedded(path, text)).collect();
    lint::built_in(&store, &files).registers.expect("the built-in registers")
});

/// What one case costs, and how often one must come.
fn cost(procedure: &Procedure) -> (Range, Range) {
    let cost = cost::of(&Parts::of(procedure), &REGISTERS).expect("the registers give an income of an hour");
    (cost.case, cost.visits)
}

/// The text with the edits written into it, one after another.
fn written(name: &str, text: &str, edits: &[&Edit]) -> String {
    let mut gone: Vec<String> = Vec::new();
    edits.iter().fold(text.to_owned(), |text, edit| {
        let at = gone.iter().try_fold(edit.at.clone(), |at, removed| simplify::shifted(&at, removed));
        let Some(at) = at else { return text };
        let moved = Edit { at, ..(*edit).clone() };
        let strokes = simplify::strokes(&made::procedure(&text), &moved);
        gone.extend(strokes.iter().filter(|stroke| matches!(stroke, simplify::Stroke::Remove(_))).map(|stroke| stroke.at().to_owned()));
        made::done(name, &text, &moved).expect("it can be written")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
    #[test]
    fn the_joint_saving_is_the_same_in_any_order_and_in_the_file(file in 0_usize..10_000, picks in prop::collection::vec(0_usize..10_000, 1..10)) {
        let files = made::files();
        let (name, text) = &files[file % files.len()];
        let start = made::procedure(text);
        let all = made::edits(&start);
        prop_assume!(!all.is_empty());
        let chosen: Vec<&Edit> = picks.iter().map(|pick| &all[pick % all.len()]).collect();
        let reversed: Vec<&Edit> = chosen.iter().rev().copied().collect();
        let joint = cost(&simplify::all(&start, &chosen).procedure);
        prop_assert_eq!(joint, cost(&simplify::all(&start, &reversed).procedure), "{}: {:?}", name, chosen);
        prop_assert_eq!(joint, cost(&made::procedure(&written(name, text, &chosen))), "{}", name);
    }
}
