//! What would break the program: texts, files, rules and moments made to harm it. Each ends in a clear finding or error, and nothing is lost.

#![cfg(unix)]

mod deterministic;
mod disk;
mod git;
mod network;
mod output;
mod own;
mod place;
mod texts;
mod writing;
