//! What the command prints, word for word: `INSTA_UPDATE=always cargo test --test transcripts` writes the snapshots anew.
//!
//! Every run is in a folder of its own, by itself in the world: no settings above it, no colours, a screen of 100
//! columns, a fixed time zone, and a fixed day wherever the law matters.

mod check;
mod choice;
mod compare;
mod diff;
mod debts;
mod dropped;
mod fix;
mod folder;
mod history;
mod hostile;
mod import;
mod outputs;
mod own;
mod paths;
mod planned;
mod refused;
mod score;
mod registers;
mod screen;
mod settings;
mod tools;
mod watching;
