//! redtape reads administrative procedures and says where they ask too much.
//!
//! The rooms below stand in order, ground floor first: a room may name those
//! above it in this list, never those below. `tests/floors.rs` holds us to it.

// Ground: what everybody may say.
pub mod span;
pub mod problem;
pub mod text;
pub mod date;
pub mod money;
pub mod duration;
pub mod citation;
pub mod confidence;
pub mod edit;
// First floor: reading.
pub mod files;
pub mod yaml;
pub mod locale;
// Second floor: understanding.
pub mod schema;
pub mod model;
pub mod register;
pub mod recognise;
pub mod cost;
pub mod decision;
pub mod change;
pub mod link;
// Third floor: judging.
pub mod rule;
pub mod config;
pub mod finding;
pub mod check;
pub mod baseline;
pub mod lint;
pub mod example;
// Fourth floor: advising.
pub mod simplify;
pub mod plan;
pub mod report;
// Top floor: showing.
pub mod render;
// And other people's formats.
pub mod import;
pub mod export;
