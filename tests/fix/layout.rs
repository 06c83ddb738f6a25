//! Places laid out by people: what goes with an item, what stays, and what is not touched.

use redtape::simplify::{Refusal, Stroke, edited};

fn removed(text: &str, at: &str) -> Result<String, Refusal> {
    edited(text, 0, &Stroke::Remove(at.to_owned()))
}

#[test]
fn an_item_goes_with_its_own_comments_and_no_others() {
    let text = "\
conditions: # what must be so
  # of both
# far out

  # of the first
  - a # beside
    # below the first

  # of the second
  - text: b
    # within
    id: second
  # at the end
fees: []
";
    let first = "conditions: # what must be so\n  # of both\n# far out\n\n\n  # of the second\n  - text: b\n    # within\n    id: second\n  # at the end\nfees: []\n";
    assert_eq!(removed(text, "/conditions/0").as_deref(), Ok(first));
    let both = "conditions: [] # what must be so\n  # of both\n# far out\n\n\n  # at the end\nfees: []\n";
    assert_eq!(removed(first, "/conditions/0").as_deref(), Ok(both));
}

#[test]
fn an_element_goes_with_its_separator() {
    for (text, at, new) in [
        ("a: [x, y, z]\n", "/a/0", "a: [y, z]\n"),
        ("a: [x, y, z]\n", "/a/1", "a: [x, z]\n"),
        ("a: [x, y, z] # c\n", "/a/2", "a: [x, y] # c\n"),
        ("a: [ x ]\n", "/a/0", "a: []\n"),
        ("a: x\n", "/a/0", "a: []\n"),
        ("a:\n- x\n- y\n", "/a/1", "a:\n- x\n"),
        ("a:\n- x\n- |\n  y\n  z\n\nb: 1\n", "/a/1", "a:\n- x\n\nb: 1\n"),
        ("a:\n  -\n    x: 1\n  - y", "/a/0", "a:\n  - y"),
        ("a:\n  - x", "/a/0", "a: []\n"),
        ("a: [{b: [1, 2]},\n    {c: d}]\n", "/a/1", "a: [{b: [1, 2]}]\n"),
    ] {
        assert_eq!(removed(text, at).as_deref(), Ok(new), "{text}");
    }
}

#[test]
fn each_document_of_a_file_is_edited_by_itself() {
    let text = "a: [x]\n--- # the second\n# about a\na:\n  - x\n  - y\n...\n---\na:\n- x\n";
    let edit = |at, pointer: &str| edited(text, at, &Stroke::Remove(pointer.to_owned()));
    assert_eq!(edit(0, "/a/0"), Ok(text.replacen("[x]", "[]", 1)));
    assert_eq!(edit(1, "/a/1"), Ok(text.replacen("  - y\n", "", 1)));
    assert_eq!(edit(2, "/a/0").as_deref(), Ok("a: [x]\n--- # the second\n# about a\na:\n  - x\n  - y\n...\n---\na: []\n"));
    assert_eq!(edit(3, "/a/0"), Err(Refusal::Missing));
}

#[test]
fn a_place_that_nobody_could_vouch_for_is_refused() {
    for (text, at, why) in [
        ("a: &k [x, y]\nb: *k\n", "/a/0", Refusal::Anchor),
        ("a: &k [x, y]\nb: *k\n", "/b/0", Refusal::Anchor),
        ("a: [&k x, y, *k]\n", "/a/0", Refusal::Anchor),
        ("k: &k {b: [x]}\na:\n  <<: *k\n  c: [x, y]\n", "/a/c/0", Refusal::Merge),
        ("a:\n  - x\n  - y\t# c\n", "/a/1", Refusal::Tab),
        ("a: [x, # c\n  y]\n", "/a/0", Refusal::Comment),
        ("a:\n  - - x\n    - y\n", "/a/0/0", Refusal::Layout),
        ("a: [x]\n", "/a/1", Refusal::Missing),
        ("a: [x]\n", "/b/0", Refusal::Missing),
    ] {
        assert_eq!(removed(text, at), Err(why), "{text}");
    }
}

#[test]
fn what_is_set_stands_where_it_stood() {
    let set = |text: &str, at: &str, value: serde_json::Value| edited(text, 0, &Stroke::Set(at.to_owned(), value));
    for (text, at, value, new) in [
        ("a: 10 days # c\n", "/a", "5 days".into(), "a: 5 days # c\n"),
        ("a: \"10 days\"\n", "/a", "on".into(), "a: \"on\"\n"),
        ("a:\nb: 1\n", "/a", 2.into(), "a: 2\nb: 1\n"),
        ("a:\n  - x\n  - y\nb: 1\n", "/a", "z".into(), "a: z\nb: 1\n"),
        ("a:\n  - id: x # c\n  - y\n", "/a/0/b", true.into(), "a:\n  - id: x # c\n    b: true\n  - y\n"),
        ("a: [{id: x}, y]\n", "/a/0/b", true.into(), "a: [{id: x, b: true}, y]\n"),
        ("a: [{id: x}, w]\n", "/a/1/b", true.into(), "a: [{id: x}, {title: w, b: true}]\n"),
        ("a:\n  b: |\n    x\n    y\n", "/a/c", 1.into(), "a:\n  b: |\n    x\n    y\n  c: 1\n"),
        ("a: {}", "/b", 1.into(), "a: {}\nb: 1"),
    ] {
        assert_eq!(set(text, at, value).as_deref(), Ok(new), "{text}");
    }
}
