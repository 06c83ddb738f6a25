//! The names of the edits a recommendation may ask for.

/// The edits that take something away from what the applicant is asked for.
const TAKING_AWAY: [&str; 6] = ["remove-document", "remove-condition", "remove-step", "remove-fee", "obtain-from-source", "ask-once"];

/// The edits that bring what is published to what the law says, and so change no law.
const OF_PUBLICATION: [&str; 7] = ["cite", "publish", "mend", "set-fee", "set-limit", "shorten-limit", "one-set"];

/// Whether an edit takes something away from what the applicant is asked for.
pub fn takes_away(edit: &str) -> bool {
    TAKING_AWAY.contains(&edit)
}

/// Whether an edit only brings what is published to what the law says.
pub fn is_of_publication(edit: &str) -> bool {
    OF_PUBLICATION.contains(&edit)
}

/// Every edit, with what it does to a procedure.
pub const EDITS: &[(&str, &str)] = &[
    ("remove-document", "takes a document out of the dossier"),
    ("remove-condition", "takes a condition out"),
    ("remove-step", "takes a step out"),
    ("remove-fee", "takes a fee out"),
    ("set-fee", "sets a fee to what the law says"),
    ("obtain-from-source", "lets the office look the data up instead of asking for a paper"),
    ("accept-copy", "accepts a plain copy"),
    ("accept-electronic", "accepts an electronic document"),
    ("one-set", "asks for one set"),
    ("set-limit", "sets a time limit"),
    ("shorten-limit", "shortens a time limit"),
    ("go-online", "makes the service fully online"),
    ("issue-electronically", "issues the result electronically and keeps it for reuse"),
    ("ask-once", "asks for a piece of information once"),
    ("prefill", "fills a field in from what is held"),
    ("run-together", "runs steps at the same time"),
    ("merge-procedures", "makes one procedure of several"),
    ("lengthen-validity", "makes a result valid for longer"),
    ("abolish", "abolishes the procedure"),
    ("turn-into-notification", "turns a permission into a notification"),
    ("cite", "cites the provision in force"),
    ("publish", "publishes what is missing"),
    ("describe", "says exactly what is meant"),
    ("mend", "mends the file"),
];
