//! Edits of procedures: what the model says after an edit is what the file says after it, and nothing else in the file moves.

mod costed;
mod gone;
mod layout;
mod made;
mod whole;
mod written;
