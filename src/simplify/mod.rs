//! Edits of a procedure: what a recommendation asks for, done to the model for costing and to the text where it is safe.
//!
//! An edit is made of strokes, found out once on the model; the same strokes change the model and the text, so that the
//! file read anew says what was costed.

mod apply;
mod edit;
mod fix;
mod means;
mod model;
mod stroke;
mod text;
mod whole;

pub use apply::{Simplified, all};
pub use edit::Edit;
pub use fix::{Fixed, Placed, Reach, Road, run as fix, written};
pub use means::strokes;
pub use model::strike;
pub use stroke::{Stroke, shifted};
pub use text::{Cut, Refusal, cuts, edited};
